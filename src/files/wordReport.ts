// A document as the bytes of a .docx in official form (docs/decisions/files-that-go-out.md). Knows the vocabulary of documents, and not what they report.
import type { FileChild, ISectionOptions } from 'docx';
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Tab, TextRun } from 'docx';
import type { DocumentDrawing, DocumentPart, DocumentSection } from '../sheets/document';
import { officialPage, officialStyles, pageNumbers, textWidth } from './wordForm';
import { finishedPackage } from './wordPackage';
import { wordTable } from './wordTable';
import { linesOfText } from './wordText';

/** When the file is said to be saved: a day ('2021-06-18') or a moment ('2021-06-18T09:00:00Z'). Without it the file names none. */
export interface ReportOptions { readonly savedAt?: string }

/** Renders a document as a .docx file. The same document and options give the same bytes. Throws an Error for a table that is none. */
export async function wordReport(document: DocumentDrawing, options: ReportOptions = {}): Promise<Uint8Array> {
  const made = new Document({ title: document.title, styles: officialStyles, evenAndOddHeaderAndFooters: true, sections: document.sections.map(wordSection) });
  return finishedPackage(await Packer.pack(made, 'uint8array'), document.title, options.savedAt);
}

function wordSection({ orientation, parts }: DocumentSection): ISectionOptions {
  const width = textWidth(orientation);
  return { properties: officialPage(orientation), footers: pageNumbers(orientation), children: parts.flatMap((part, index) => wordPart(part, parts[index + 1], width)) };
}

function wordPart(part: DocumentPart, next: DocumentPart | undefined, width: number): readonly FileChild[] {
  switch (part.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: linesOfText(part.text) })];
    case 'heading':
      return [new Paragraph({ heading: part.rank === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: linesOfText(part.text) })];
    case 'line':
      return [new Paragraph({ style: next?.kind === 'line' ? 'ReportLine' : 'ReportLastLine', children: linesOfText(part.text) })];
    case 'paragraph':
      return [new Paragraph({ style: 'ReportText', children: linesOfText(part.text) })];
    case 'note':
      return [new Paragraph({ style: 'ReportNote', children: linesOfText(part.text) })];
    case 'signing':
      return [signingLine(part.labels, width)];
    case 'table':
      // Two tables with nothing in between grow together, and a section cannot end with one. Small print brings its own distance.
      return [wordTable(part.table, width), ...(next?.kind === 'note' ? [] : [new Paragraph({ style: 'ReportGap' })])];
  }
}

/** Labels at even distances, with room behind each for a name. */
function signingLine(labels: readonly string[], width: number): Paragraph {
  const tabs = labels.slice(1).map((_, index) => ({ type: 'left' as const, position: Math.round((width * (index + 1)) / labels.length) }));
  return new Paragraph({
    style: 'ReportSigning', alignment: AlignmentType.LEFT, tabStops: tabs,
    children: labels.flatMap((label, index) => (index === 0 ? linesOfText(label) : [new TextRun({ children: [new Tab()] }), ...linesOfText(label)])),
  });
}
