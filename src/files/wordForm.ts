// The official form of a document on paper, GB/T 9704-2012: page, margins, fonts, sizes and spacing, as Word's styles. Knows no document.
import type { IPropertiesOptions, ISectionOptions } from 'docx';
import { AlignmentType, Footer, ImportedXmlComponent, LineRuleType, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { sideNumberXml } from './wordSideNumber';

type Orientation = 'portrait' | 'landscape';

/** Fonts by their part. Digits and Latin letters stand in Times New Roman, marks of punctuation in the Chinese font. */
function font(eastAsia: string): { readonly ascii: string; readonly hAnsi: string; readonly cs: string; readonly eastAsia: string; readonly hint: string } {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' };
}

/** Fonts of the form, each with what stands in for it where it is missing: newer Windows has 仿宋 and 楷体 without the old names, and 小标宋 only where an office bought it. */
export const fontsWithSubstitutes = [
  ['仿宋_GB2312', '仿宋'], ['楷体_GB2312', '楷体'], ['方正小标宋简体', '华文中宋,宋体'], ['黑体', 'SimHei'], ['宋体', 'SimSun'],
] as const;

/** Twentieths of a point, in which Word measures, of a millimetre. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

const black = '000000';
/** Half points, in which Word gives sizes: 2号, 3号, 4号, 小四. */
const sizes = { title: 44, text: 32, page: 28, small: 24 } as const;
/** Exactly 28 points from line to line, and 20 for small print. */
const lineOfText = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const lineOfNotes = { line: 400, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** Two characters of the paragraph's own size. */
const twoCharacters = (halfPoints: number): { readonly firstLine: number; readonly firstLineChars: number } => ({ firstLine: halfPoints * 20, firstLineChars: 200 });

/** What Word calls the styles in its list. */
const styleNames = { text: '报告正文', line: '报送行', lastLine: '报送末行', note: '报告说明', head: '表头', cell: '表格文字', gap: '表后空行', signing: '签署行' } as const;

/** The styles of the form. */
export const officialStyles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: font('仿宋_GB2312'), size: sizes.text, color: black, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    title: {
      run: { font: font('方正小标宋简体'), size: sizes.title, color: black },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 240 }, keepNext: true },
    },
    heading1: { run: { font: font('黑体'), size: sizes.text, color: black, bold: false }, paragraph: { spacing: lineOfText, indent: twoCharacters(sizes.text), keepNext: true, outlineLevel: 0 } },
    heading2: { run: { font: font('楷体_GB2312'), size: sizes.text, color: black, bold: false }, paragraph: { spacing: lineOfText, indent: twoCharacters(sizes.text), keepNext: true, outlineLevel: 1 } },
  },
  paragraphStyles: [
    { id: 'ReportText', name: styleNames.text, quickFormat: true, paragraph: { alignment: AlignmentType.BOTH, spacing: lineOfText, indent: twoCharacters(sizes.text) } },
    { id: 'ReportLine', name: styleNames.line, run: { size: sizes.small, font: font('楷体_GB2312') }, paragraph: { alignment: AlignmentType.CENTER, spacing: lineOfNotes } },
    { id: 'ReportLastLine', name: styleNames.lastLine, basedOn: 'ReportLine', paragraph: { spacing: { ...lineOfNotes, after: 160 } } },
    { id: 'ReportNote', name: styleNames.note, run: { size: sizes.small }, paragraph: { alignment: AlignmentType.BOTH, spacing: { ...lineOfNotes, before: 60, after: 60 }, indent: twoCharacters(sizes.small) } },
    { id: 'ReportHead', name: styleNames.head, run: { font: font('黑体') }, paragraph: { alignment: AlignmentType.CENTER } },
    { id: 'ReportCell', name: styleNames.cell },
    { id: 'ReportGap', name: styleNames.gap, run: { size: 16 }, paragraph: { spacing: { line: 200, lineRule: LineRuleType.EXACT } } },
    { id: 'ReportSigning', name: styleNames.signing, paragraph: { spacing: { ...lineOfText, before: 480 } } },
  ],
};

/** Margins in millimetres. A page that lies across is the upright one turned round: its top is at the binding edge of odd pages, its right side at the top. */
const margins: Readonly<Record<Orientation, { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number; readonly footer: number }>> = {
  portrait: { top: 37, right: 26, bottom: 35, left: 28, footer: 22 },
  landscape: { top: 28, right: 37, bottom: 26, left: 35, footer: 13 },
};
const paper = { width: 210, height: 297 } as const;

/** How wide the text stands on a page, in twips: 156 mm upright and 225 mm across. */
export function textWidth(orientation: Orientation): number {
  const { left, right } = margins[orientation];
  return twips((orientation === 'portrait' ? paper.width : paper.height) - left - right);
}

/** The page of a section. Word turns the paper of one that lies across by itself. */
export function officialPage(orientation: Orientation): NonNullable<ISectionOptions['properties']> {
  const { top, right, bottom, left, footer } = margins[orientation];
  return {
    page: {
      size: { width: twips(paper.width), height: twips(paper.height), orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
      margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left), footer: twips(footer), header: twips(15), gutter: 0 },
    },
  };
}

/** The page number between dashes in 4号 宋体, one character from the edge: to the right on odd pages and to the left on even ones, in the same place of the paper whichever way the page lies. */
export function pageNumbers(orientation: Orientation): NonNullable<ISectionOptions['footers']> {
  return { default: new Footer({ children: [pageNumber(orientation, 'right')] }), even: new Footer({ children: [pageNumber(orientation, 'left')] }) };
}

const numberFont = '宋体';

function pageNumber(orientation: Orientation, align: 'left' | 'right'): Paragraph {
  const edge = sizes.page * 10;
  if (orientation === 'landscape') return turnedNumber(align);
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { ...font(numberFont), ascii: numberFont, hAnsi: numberFont }, size: sizes.page });
  return new Paragraph({ alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { [align]: edge }, children: [run] });
}

/** In millimetres: the box of a turned number lies in the left margin, which is the lower one of the bound document. */
function turnedNumber(align: 'left' | 'right'): Paragraph {
  const { top, bottom } = margins.landscape;
  const [length, width, character] = [40, 7, 5];
  const box = { left: margins.portrait.footer - 1, width, length, align, top: align === 'right' ? paper.width - bottom - character - length : top + character };
  return new SideNumber(box);
}

/** Word's own XML in the place of a paragraph, which docx has no words for. */
class SideNumber extends Paragraph {
  constructor(private readonly box: Parameters<typeof sideNumberXml>[0]) {
    super({});
  }

  override prepForXml(context: Parameters<Paragraph['prepForXml']>[0]): ReturnType<Paragraph['prepForXml']> {
    return ImportedXmlComponent.fromXmlString(sideNumberXml(this.box, { font: numberFont, size: sizes.page })).prepForXml(context);
  }
}
