// What a person types into a cell: taken, refused or questioned as Excel does.
import { cellArea } from '../../../src/workbench/book/area';
import { Book } from '../../../src/workbench/book/book';
import type { BookChange } from '../../../src/workbench/book/model';
import { createCalc } from '../../../src/workbench/calc';

function newBook(): { book: Book; id: string } {
  const clock = { today: () => 44_365 };
  const book = new Book({ calc: createCalc(clock), clock });
  return { book, id: book.activeSheetId };
}

function withTable(): { book: Book; id: string } {
  const { book, id } = newBook();
  book.writeInputs(id, { top: 0, left: 0, bottom: 2, right: 2 }, [['编号', '天数', '两倍'], ['1.1', 3, '=B2*2'], ['1.2', 5, '=B3*2']], 'addin');
  book.addTable(id, { top: 0, left: 0, bottom: 2, right: 2 }, true, '任务台账');
  return { book, id };
}

describe('what a person types', () => {
  test('[W] is parsed as typed', () => {
    const { book, id } = newBook();
    for (const [row, typed] of ['2021-09-30', '50%', '=1+2', "'=1", '2021年9月'].entries()) expect(book.enter(id, row, 0, typed)).toEqual({ taken: true });
    expect([0, 1, 2, 3].map((row) => book.cellAt(id, row, 0)?.value)).toEqual([44469, 0.5, 3, '=1']);
    expect(book.cellAt(id, 3, 0)).toMatchObject({ quoted: true });
  });

  test('[W] a formula that cannot be read and a locked cell are not taken', () => {
    const { book, id } = newBook();
    expect(book.enter(id, 0, 0, '=SUM(')).toMatchObject({ taken: false, because: 'formula' });
    book.restyle(id, cellArea(1, 0), { locked: false });
    book.protect(id, { options: {} });
    const before = book.picture();
    expect(book.enter(id, 0, 0, '一')).toMatchObject({ taken: false, because: 'protected' });
    expect(book.picture()).toEqual(before);
    expect(book.enter(id, 1, 0, '一')).toEqual({ taken: true });
  });

  test('[W] a validation refuses, warns or lets through', () => {
    const { book, id } = newBook();
    const rule = { type: 'whole', operator: 'between', formula1: '1', formula2: '9', ignoreBlanks: true, inCellDropDown: true } as const;
    book.setValidation(id, [cellArea(0, 0)], { ...rule, alert: { title: '天数', message: '请填 1 到 9', style: 'stop', show: true } });
    book.setValidation(id, [cellArea(1, 0)], { ...rule, alert: { title: '天数', message: '请填 1 到 9', style: 'warning', show: true } });
    book.setValidation(id, [cellArea(2, 0)], { ...rule, alert: { title: '', message: '', style: 'stop', show: false } });
    book.enter(id, 0, 0, '4');
    expect(book.enter(id, 0, 0, '10')).toEqual({ taken: false, because: 'validation', title: '天数', message: '请填 1 到 9' });
    expect(book.cellAt(id, 0, 0)?.value).toBe(4);
    expect(book.enter(id, 1, 0, '10')).toEqual({ taken: true, warning: { title: '天数', message: '请填 1 到 9' } });
    expect(book.enter(id, 2, 0, '10')).toEqual({ taken: true });
    expect([0, 1].map((row) => book.isValid(id, row, 0))).toEqual([true, false]);
  });

  test('[W] a list offers its words, the cells it refers to, and the cells of a name', () => {
    const { book, id } = newBook();
    const roster = book.addSheet('名册');
    book.writeInputs(roster.id, { top: 0, left: 0, bottom: 2, right: 0 }, [['外贸科'], ['港口口岸科'], ['']], 'addin');
    book.addName('科室', '=名册!$A$1:$A$3');
    const list = (formula1: string) => ({ type: 'list', formula1, ignoreBlanks: true, inCellDropDown: true } as const);
    book.setValidation(id, [cellArea(0, 0)], list('甲,乙'));
    book.setValidation(id, [cellArea(1, 0)], list('=名册!$A$1:$A$3'));
    book.setValidation(id, [cellArea(2, 0)], list('=科室'));
    expect([0, 1, 2].map((row) => book.listAt(id, row, 0))).toEqual([['甲', '乙'], ['外贸科', '港口口岸科'], ['外贸科', '港口口岸科']]);
    expect(book.enter(id, 2, 0, '别的')).toMatchObject({ taken: false, because: 'validation' });
    expect(book.enter(id, 2, 0, '外贸科')).toEqual({ taken: true });
    // Quotes and Chinese commas are signs like any other; only files write the quotes.
    book.setValidation(id, [cellArea(0, 0)], list('甲，乙,"丙"'));
    expect(book.listAt(id, 0, 0)).toEqual(['甲，乙', '"丙"']);
  });

  test('[W] a validation of several areas is written for the first cell of the first, and means the same cells when that one is cut out', () => {
    const { book, id } = newBook();
    const custom = (formula1: string) => ({ type: 'custom', formula1, ignoreBlanks: true, inCellDropDown: true } as const);
    book.setValidation(id, [{ top: 4, left: 1, bottom: 5, right: 1 }, cellArea(0, 0)], custom('=B5>10'));
    expect([book.enter(id, 4, 1, '11'), book.enter(id, 5, 1, '9'), book.enter(id, 0, 0, '12')].map(({ taken }) => taken)).toEqual([true, false, true]);
    book.setValidation(id, [cellArea(4, 1)], undefined);
    expect(book.validationAt(id, 5, 1)).toMatchObject({ formula1: '=B6>10' });
    expect([book.enter(id, 4, 1, '1'), book.enter(id, 5, 1, '9'), book.enter(id, 5, 1, '13'), book.enter(id, 0, 0, '1')].map(({ taken }) => taken)).toEqual([true, false, true, false]);
  });

  test('[W] a rule whose first cell is cleared goes on meaning the same cells', () => {
    const { book, id } = newBook();
    book.writeInputs(id, { top: 0, left: 0, bottom: 2, right: 0 }, [[1], [20], [3]], 'addin');
    book.addRule(id, { areas: [{ top: 0, left: 1, bottom: 2, right: 1 }], stopIfTrue: false, rule: { type: 'custom', formula: 'A1>10' }, look: { fillColor: '#FFFF00' } });
    book.clearRules(id, cellArea(0, 1));
    expect([0, 1, 2].map((row) => book.shownStyleAt(id, row, 1).fillColor)).toEqual(['', '#FFFF00', '']);
  });

  test('[L3] a row typed under a table joins it, with formula, look, validation and rule', () => {
    const { book, id } = withTable();
    book.restyle(id, { top: 1, left: 0, bottom: 2, right: 2 }, { wrap: true });
    book.setValidation(id, [{ top: 1, left: 1, bottom: 2, right: 1 }], { type: 'whole', operator: 'greaterThan', formula1: '0', ignoreBlanks: true, inCellDropDown: true });
    book.addRule(id, { areas: [{ top: 1, left: 0, bottom: 2, right: 2 }], stopIfTrue: false, rule: { type: 'custom', formula: '$B2>4' }, look: { fillColor: '#FFC7CE' } });
    expect(book.enter(id, 3, 1, '7')).toEqual({ taken: true });
    expect(book.tableByName('任务台账')?.table.area.bottom).toBe(3);
    expect(book.cellAt(id, 3, 2)).toMatchObject({ formula: '=B4*2', value: 14 });
    expect(book.styleAt(id, 3, 0).wrap).toBe(true);
    expect(book.validationAt(id, 3, 1)?.type).toBe('whole');
    expect(book.shownStyleAt(id, 3, 0).fillColor).toBe('#FFC7CE');
  });

  test('[W] a table does not grow over what stands below, nor under an add-in\'s writing', () => {
    const { book, id } = withTable();
    book.writeInputs(id, cellArea(3, 2), [['合计']], 'addin');
    expect(book.tableByName('任务台账')?.table.area.bottom).toBe(2);
    book.enter(id, 3, 0, '注');
    expect(book.tableByName('任务台账')?.table.area.bottom).toBe(2);
  });

  test('[W] a header typed beside a table makes a column; a formula typed into an empty column fills it', () => {
    const { book, id } = withTable();
    book.enter(id, 0, 3, '备注');
    expect(book.tableByName('任务台账')?.table.columns.map((column) => column.name)).toEqual(['编号', '天数', '两倍', '备注']);
    book.enter(id, 1, 3, '=B2+1');
    expect(book.cellAt(id, 2, 3)).toMatchObject({ formula: '=B3+1', value: 6 });
  });
});

describe('telling and grouping', () => {
  test('[W] together tells once, after everything, with results in place', () => {
    const { book, id } = newBook();
    const seen: BookChange['kind'][] = [];
    let value: unknown;
    book.onChange((change) => { seen.push(change.kind); value = book.cellAt(id, 0, 1)?.value; });
    book.together(() => {
      book.writeInputs(id, { top: 0, left: 0, bottom: 0, right: 1 }, [[1, '=A1*2']], 'addin');
      book.writeInputs(id, cellArea(0, 0), [[5]], 'addin');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['cells', 'cells', 'calculated']);
    expect(value).toBe(10);
  });

  test('[W] a listener that writes is heard in the next round; one that never stops is an error', () => {
    const { book, id } = newBook();
    const stop = book.onChange((change) => { if (change.kind === 'cells' && (book.cellAt(id, 5, 5)?.value ?? null) === null) book.writeInputs(id, cellArea(5, 5), [['记']], 'addin'); });
    book.enter(id, 0, 0, '一');
    expect(book.cellAt(id, 5, 5)?.value).toBe('记');
    stop();
    book.onChange((change) => { if (change.kind === 'cells') book.writeInputs(id, cellArea(6, 6), [['再']], 'addin'); });
    expect(() => book.enter(id, 0, 0, '二')).toThrow('without end');
  });

  test('[X1] a picture is the same for the same book and differs for any difference', () => {
    const { book, id } = withTable();
    const before = book.picture();
    expect(book.picture()).toEqual(before);
    const changes: (() => void)[] = [
      () => book.writeInputs(id, cellArea(9, 9), [['一']], 'addin'), () => book.restyle(id, cellArea(1, 1), { bold: true }), () => book.setRow(id, 1, { height: 30 }), () => book.setColumn(id, 1, { width: 20 }),
      () => book.addName('名', '=1'), () => book.setPage(id, { orientation: 'landscape' }), () => book.setFrozen(id, 1, 0), () => book.addSheet('二'), () => book.setDocumentProperty('版本', '1'),
      () => book.merge(id, { top: 20, bottom: 21, left: 0, right: 1 }, false), () => book.setSheetLook(id, { tabColor: '#FF0000' }), () => book.filterTable(book.tableByName('任务台账')?.table.id ?? '', 0, ['1.1']),
    ];
    let last = before;
    for (const change of changes) {
      change();
      const now = book.picture();
      expect(now).not.toEqual(last);
      last = now;
    }
  });
});
