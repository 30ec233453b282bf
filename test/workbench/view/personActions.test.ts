// What a person does in the grid reaches the book, what the book refuses is told, and it can be taken back.
import fc from 'fast-check';
import { cellArea } from '../../../src/workbench/book/area';
import type { Selection } from '../../../src/workbench/book/model';
import type { Dialogs, Question } from '../../../src/workbench/view/dialogs';
import { PersonActions } from '../../../src/workbench/view/personActions';
import { bookForView, valuesOf, write } from './books';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/** A book, a person, and the alerts that the person saw; every alert gets the answer. */
function desk(answer = 'ok') {
  const parts = bookForView();
  const seen: Question[] = [];
  const ask = (question: Question) => {
    seen.push(question);
    return Promise.resolve(answer);
  };
  const dialogs: Pick<Dialogs, 'ask' | 'tell'> = { ask, tell: async (title, message) => { await ask({ title, message }); } };
  const person = new PersonActions(parts.book, parts.calc, dialogs as Dialogs);
  const select = (...areas: ReturnType<typeof area>[]): Selection => {
    const [first = area(0, 0, 0, 0)] = areas;
    return { sheetId: parts.sheet.id, areas, active: { row: first.top, column: first.left } };
  };
  return { ...parts, person, seen, select };
}

describe('a person at the grid', () => {
  test('[W] types: parsed as Excel parses, and shown for editing as it was', async () => {
    const { book, sheet, person } = desk();
    expect(await person.type(sheet.id, { row: 0, column: 0 }, '2021-9-30')).toBe('taken');
    expect(book.cellAt(sheet.id, 0, 0)?.value).toBe(44_469);
    expect(person.inputAt(sheet.id, { row: 0, column: 0 })).toBe('2021/9/30');
  });

  test('[W] sees the validation’s own alert, and may try again', async () => {
    const { book, sheet, person, seen } = desk('again');
    book.setValidation(sheet.id, [cellArea(0, 0)], { type: 'whole', operator: 'between', formula1: '1', formula2: '9', ignoreBlanks: true, inCellDropDown: false, alert: { title: '编号', message: '请填 1 到 9。', style: 'stop', show: true } });
    expect(await person.type(sheet.id, { row: 0, column: 0 }, '12')).toBe('again');
    expect(seen).toMatchObject([{ title: '编号', message: '请填 1 到 9。' }]);
    expect(book.cellAt(sheet.id, 0, 0)?.value ?? null).toBeNull();
  });

  test('[W] is asked by a warning, and No puts the old value back', async () => {
    const { book, sheet, person } = desk('back');
    write(book, sheet, 0, 0, [[5]]);
    book.setValidation(sheet.id, [cellArea(0, 0)], { type: 'whole', operator: 'lessThan', formula1: '9', ignoreBlanks: true, inCellDropDown: false, alert: { title: '', message: '', style: 'warning', show: true } });
    await person.type(sheet.id, { row: 0, column: 0 }, '12');
    expect(book.cellAt(sheet.id, 0, 0)?.value).toBe(5);
  });

  test('[W] cannot write into locked cells of a protected sheet, in any way', async () => {
    const { book, sheet, person, seen, select } = desk();
    write(book, sheet, 0, 0, [['旧']]);
    book.protect(sheet.id, { options: {} });
    expect(await person.mayEdit(sheet.id, { row: 0, column: 0 })).toBe(false);
    await person.clear(select(cellArea(0, 0)));
    await person.paste(select(cellArea(0, 0)), '新');
    await person.fill(sheet.id, cellArea(0, 0), area(0, 0, 3, 0));
    expect(seen).toHaveLength(4);
    for (const { message } of seen) expect(message).toContain('受保护');
    expect(valuesOf(book, sheet, 0, 0, 3, 1)).toEqual([['旧'], [null], [null]]);
  });

  test('[W] pastes a block of text: each cell parsed as typed, validation passed by as in Excel', async () => {
    const { book, sheet, person, select } = desk();
    book.setValidation(sheet.id, [cellArea(1, 1)], { type: 'list', formula1: '甲,乙', ignoreBlanks: true, inCellDropDown: true });
    expect(await person.paste(select(cellArea(1, 1)), '丙\t2021年9月\r\n=1+2\t两个字')).toEqual(area(1, 1, 2, 2));
    expect(valuesOf(book, sheet, 1, 1, 2, 2)).toEqual([['丙', 44_440], [3, '两个字']]);
  });

  test('[W] one copied text fills the whole selection', async () => {
    const { book, sheet, person, select } = desk();
    await person.paste(select(area(0, 0, 1, 1)), '无');
    expect(valuesOf(book, sheet, 0, 0, 2, 2)).toEqual([['无', '无'], ['无', '无']]);
  });

  test('[W] copies and pastes with formulas moved and looks kept; a cut leaves nothing behind', async () => {
    const { book, sheet, person, select } = desk();
    write(book, sheet, 0, 0, [[2, '=A1*10']]);
    book.restyle(sheet.id, cellArea(0, 1), { fillColor: '#FFFF00' });
    const copied = person.copy(select(area(0, 0, 0, 1)), false);
    expect(copied?.text).toBe('2\t20');
    await person.paste(select(cellArea(3, 0)), copied?.text ?? '');
    expect(book.cellAt(sheet.id, 3, 1)?.formula).toBe('=A4*10');
    expect(book.styleAt(sheet.id, 3, 1).fillColor).toBe('#FFFF00');
    const cut = person.copy(select(area(3, 0, 3, 1)), true);
    await person.paste(select(cellArea(6, 0)), cut?.text ?? '');
    expect(valuesOf(book, sheet, 3, 0, 1, 2)).toEqual([[null, null]]);
    expect(book.cellAt(sheet.id, 6, 0)?.value).toBe(2);
  });

  test('[W] text that looks like a formula or a number stays text when it is copied', async () => {
    const { book, sheet, person, select } = desk();
    write(book, sheet, 0, 0, [["'=1+1", "'00123"]]);
    const copied = person.copy(select(area(0, 0, 0, 1)), false);
    await person.paste(select(cellArea(2, 0)), copied?.text ?? '');
    expect(valuesOf(book, sheet, 2, 0, 1, 2)).toEqual([['=1+1', '00123']]);
    expect(book.cellAt(sheet.id, 2, 0)?.formula).toBeUndefined();
  });

  test('[W] rows pasted under a table become rows of the table', async () => {
    const { book, sheet, person, select } = desk();
    write(book, sheet, 0, 0, [['名', '值'], ['甲', 1]]);
    book.addTable(sheet.id, area(0, 0, 1, 1), true, '表');
    await person.paste(select(cellArea(2, 0)), '乙\t2\r\n丙\t3');
    expect(book.tableByName('表')?.table.area).toEqual(area(0, 0, 3, 1));
    expect(valuesOf(book, sheet, 2, 0, 2, 2)).toEqual([['乙', 2], ['丙', 3]]);
  });

  test('[W] a text that reads as a day of this year is filled and taken back as text', async () => {
    const { book, sheet, person } = desk();
    write(book, sheet, 0, 0, [["'1/2"]]);
    await person.fill(sheet.id, cellArea(0, 0), area(0, 0, 1, 0));
    expect(valuesOf(book, sheet, 0, 0, 2, 1)).toEqual([['1/2'], ['1/3']]);
    person.undoList.undo();
    expect(valuesOf(book, sheet, 0, 0, 2, 1)).toEqual([['1/2'], [null]]);
  });

  test('[W] the fill handle carries numbers, texts, looks and formulas on', async () => {
    const { book, sheet, person } = desk();
    write(book, sheet, 0, 0, [[1, '第1期', '=A1*2'], [2, '第2期', '=A2*2']]);
    book.restyle(sheet.id, area(0, 0, 1, 2), { bold: true });
    await person.fill(sheet.id, area(0, 0, 1, 2), area(0, 0, 3, 2));
    expect(valuesOf(book, sheet, 2, 0, 2, 3)).toEqual([[3, '第3期', 6], [4, '第4期', 8]]);
    expect(book.styleAt(sheet.id, 3, 2).bold).toBe(true);
  });

  test('[W] Ctrl+D takes the first row down, or the cell above into a single cell', async () => {
    const { book, sheet, person, select } = desk();
    write(book, sheet, 0, 0, [['甲', '=ROW()']]);
    await person.fillFrom(select(area(0, 0, 2, 1)), 'down');
    expect(valuesOf(book, sheet, 1, 0, 2, 2)).toEqual([['甲', 2], ['甲', 3]]);
    await person.fillFrom(select(cellArea(3, 1)), 'down');
    expect(book.cellAt(sheet.id, 3, 1)?.value).toBe(4);
  });

  test('[W] whatever was typed, pasted, filled and cleared, undo gives the book as it was and redo as it became', async () => {
    const input = fc.constantFrom('甲', '1', '=A1', "'=1", '2021-9-30', '2021年9月', '', '12%', '第1期');
    const place = fc.record({ row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 2 }) });
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), at: place, input }),
      fc.record({ kind: fc.constant('paste' as const), at: place, input }),
      fc.record({ kind: fc.constant('clear' as const), at: place, input }),
      fc.record({ kind: fc.constant('fill' as const), at: place, input }),
    );
    await fc.assert(fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
      const { book, sheet, person, select } = desk();
      write(book, sheet, 0, 0, [['a', 1, '=B1'], ["'007", 0.5, '2021-12']]);
      const cells = () => valuesOf(book, sheet, 0, 0, 8, 6).map((row, down) => row.map((value, across) => [value, book.cellAt(sheet.id, down, across)?.formula]));
      const before = cells();
      for (const { kind, at, input: text } of deeds) {
        if (kind === 'type') await person.type(sheet.id, at, text);
        else if (kind === 'paste') await person.paste(select(cellArea(at.row, at.column)), `${text}\t${text}`);
        else if (kind === 'clear') await person.clear(select(area(at.row, at.column, at.row + 1, at.column)));
        else await person.fill(sheet.id, cellArea(at.row, at.column), area(at.row, at.column, at.row + 2, at.column));
      }
      const after = cells();
      while (person.undoList.canUndo) person.undoList.undo();
      expect(cells()).toEqual(before);
      while (person.undoList.canRedo) person.undoList.redo();
      expect(cells()).toEqual(after);
    }), { numRuns: 60 });
  });

  test('[W] a sheet that was sorted or had rows put in takes nothing back by old addresses', async () => {
    const { sheet, person, select } = desk();
    await person.type(sheet.id, { row: 0, column: 0 }, '甲');
    await person.structure(select(cellArea(0, 0)), 'insertRows');
    expect(person.undoList.canUndo).toBe(false);
  });
});
