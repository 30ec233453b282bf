// The name box finds cells by address, name and table, and the status line adds up what is selected.
import { nameBoxText, placeOf } from '../../../src/workbench/view/formulaBar';
import { filteredText, totalsOf } from '../../../src/workbench/view/statusBar';
import { filterValues } from '../../../src/workbench/view/filterPopup';
import { bookForView, write } from './books';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

function ledger() {
  const parts = bookForView();
  const { book, sheet } = parts;
  write(book, sheet, 0, 0, [['名', '值'], ['乙', 2], ['甲', 1], ['', 3]]);
  const table = book.addTable(sheet.id, area(0, 0, 3, 1), true, '台账');
  book.addName('年度', `=${sheet.name}!$B$2`);
  return { ...parts, table };
}

describe('beside the grid', () => {
  test('[W] the name box takes addresses, sheets, names and tables', () => {
    const { book, sheet } = ledger();
    const other = book.addSheet('名 册');
    expect(placeOf(book, 'b3', sheet.id)).toEqual({ sheetId: sheet.id, area: area(2, 1, 2, 1) });
    expect(placeOf(book, "'名 册'!A1:B2", sheet.id)).toEqual({ sheetId: other.id, area: area(0, 0, 1, 1) });
    expect(placeOf(book, '年度', other.id)).toEqual({ sheetId: sheet.id, area: area(1, 1, 1, 1) });
    expect(placeOf(book, '台账', other.id)).toEqual({ sheetId: sheet.id, area: area(1, 0, 3, 1) });
    expect(placeOf(book, '没有', sheet.id)).toBeUndefined();
  });

  test('[W] the name box shows the name of what is selected, else the active cell', () => {
    const { book, sheet } = ledger();
    const shown = (chosen: ReturnType<typeof area>) => nameBoxText(book, { sheetId: sheet.id, areas: [chosen], active: { row: chosen.top, column: chosen.left } });
    expect([shown(area(1, 1, 1, 1)), shown(area(1, 0, 3, 1)), shown(area(5, 2, 7, 3))]).toEqual(['年度', '台账', 'C6']);
  });

  test('[W] the status line counts and adds what is visible of the selection', () => {
    const { book, sheet } = ledger();
    const all = { sheetId: sheet.id, areas: [area(0, 0, 1_048_575, 16_383)], active: { row: 0, column: 0 } };
    expect(totalsOf(book, all)).toMatchObject({ numbers: 3, sum: 6 });
    book.setRow(sheet.id, 3, { hidden: true });
    expect(totalsOf(book, all)).toMatchObject({ numbers: 2, sum: 3 });
  });

  test('[W] a filter offers each text once, in order, blanks last, and the status line tells how many rows are left', () => {
    const { book, sheet, table } = ledger();
    expect(filterValues(book, sheet, table, 0)).toEqual(['甲', '乙', '']);
    expect(filteredText(book)).toBeUndefined();
    book.filterTable(table.id, 0, ['甲']);
    expect(filteredText(book)).toBe('在 3 条记录中找到 1 个');
  });
});
