// A table of a document as Word's: merged cells, a head on each page, thin black lines. Knows one table and how wide it may be.
import { AlignmentType, BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { DocumentCell, DocumentTable } from '../sheets/document';
import { linesOfText } from './wordText';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
/** Blank space in cells, in twips: narrow columns of numbers want little. */
const cellMargins = { top: 30, bottom: 30, left: 40, right: 40 };
/** A row that is longer than a page has to go on on the next one; which that is only Word can tell, so long texts may. */
const shortText = 300;

/** The table, as wide as `width` twips. Throws when its rows do not fill its columns: Word would call the file damaged. */
export function wordTable(table: DocumentTable, width: number): Table {
  checkShape(table);
  const sum = table.widths.reduce((total, each) => total + each, 0);
  const widths = table.widths.map((each) => Math.floor((each * width) / sum));
  return new Table({
    width: { size: widths.reduce((total, each) => total + each, 0), type: WidthType.DXA },
    columnWidths: widths, layout: TableLayoutType.FIXED, alignment: AlignmentType.CENTER, borders, margins: cellMargins,
    rows: [...table.head.map((cells) => wordRow(table, cells, true)), ...table.body.map((cells) => wordRow(table, cells, false))],
  });
}

function wordRow({ size }: DocumentTable, cells: readonly DocumentCell[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead, cantSplit: isHead || cells.every(({ text }) => text.length <= shortText),
    height: { value: 400, rule: HeightRule.ATLEAST },
    children: cells.map(({ text, rows = 1, columns = 1, align, bold = false }) => new TableCell({
      ...(rows > 1 ? { rowSpan: rows } : {}), ...(columns > 1 ? { columnSpan: columns } : {}), verticalAlign: VerticalAlignTable.CENTER,
      children: [new Paragraph({
        // A date such as 2021年12月 keeps together in a narrow column: no blanks between its figures and its characters.
        style: isHead ? 'ReportHead' : 'ReportCell', autoSpaceEastAsianText: false, alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: linesOfText(text, { size: size * 2, ...(bold ? { bold } : {}) }),
      })],
    })),
  });
}

function checkShape({ widths, head, body }: DocumentTable): void {
  const rows = [...head, ...body];
  const reach = widths.map(() => 0);
  const wrong = (index: number): Error => new Error(`A table of ${String(widths.length)} columns is not filled as it should be in row ${String(index + 1)}.`);
  rows.forEach((cells, index) => {
    let column = 0;
    for (const { rows: down = 1, columns = 1 } of cells) {
      while ((reach[column] ?? 0) > index) column += 1;
      for (let over = 0; over < columns; over += 1, column += 1) {
        if ((reach[column] ?? Infinity) > index) throw wrong(index);
        reach[column] = index + down;
      }
    }
    if (reach.some((last) => last <= index || last > rows.length)) throw wrong(index);
  });
}
