// References, names, tables, and what Excel does where formulas read each other.
import { createCalc } from '../../../src/workbench/calc';
import type { Area } from '../../../src/workbench/book/model';
import { NotSupported } from '../../../src/workbench/notSupported';
import { asBook, SmallBook } from './smallBook';

const TODAY = 44_469; // 2021-09-30
const calcAt = (today = TODAY) => createCalc({ today: () => today });

function ledger(): SmallBook {
  const book = new SmallBook({ 任务台账: { A1: '任务台账', H1: '=SUM(任务台账[天数])' }, '设 置': { B1: 44_469, B2: '=IF(B3="",TODAY(),B3)' } })
    .table('任务台账', '任务台账', 'A3:F6', ['编号', '完成时限', '办结日期', '天数', '进度 状态', '[a]'])
    .name('基准日', "='设 置'!$B$2");
  const rows: [number, number | null][] = [[44_469, null], [44_400, 44_390], [44_500, null]];
  rows.forEach(([due, done], index) => {
    const row = 4 + index;
    book.set('任务台账', `A${row}`, `1.${index + 1}`);
    book.set('任务台账', `B${row}`, due);
    book.set('任务台账', `C${row}`, done);
    book.set('任务台账', `D${row}`, '=[@完成时限]-基准日');
    book.set('任务台账', `E${row}`, '=IF([@办结日期]<>"",IF([@办结日期]<=[@完成时限],"已办结","逾期办结"),IF(基准日>任务台账[[#This Row],[完成时限]],"逾期",IF([@天数]<=30,"临期","正常推进")))');
    book.set('任务台账', `F${row}`, "=COUNTIF([进度 状态],[@[进度 状态]])&任务台账[[#Headers],['[a']]]");
  });
  return book;
}

describe('structured references and names', () => {
  test('[W] a table of the ledger computes with Chinese sheet, table and column names', () => {
    const book = ledger().load(calcAt());
    expect([4, 5, 6].map((row) => book.value('任务台账', `D${row}`))).toEqual([0, -69, 31]);
    expect([4, 5, 6].map((row) => book.value('任务台账', `E${row}`))).toEqual(['临期', '已办结', '正常推进']);
    expect(book.value('任务台账', 'F4')).toBe('1[a]');
    expect(book.value('任务台账', 'H1')).toBe(-38);
  });

  test('[W] TODAY follows the clock given, and a new day makes its readers due', () => {
    let day = TODAY;
    const calc = createCalc({ today: () => day });
    const book = ledger().load(calc);
    day += 1;
    book.take(calc.changed(asBook(book), []));
    expect(book.value('任务台账', 'E4')).toBe('逾期');
  });

  test('[W] rows added to a table belong to its columns at once', () => {
    const calc = calcAt();
    const book = ledger().load(calc);
    const table = book.sheet('任务台账').tables[0]!;
    table.area = { ...table.area, bottom: 6 };
    const wrote = [book.set('任务台账', 'B7', 44_471), book.set('任务台账', 'D7', '=[@完成时限]-基准日')];
    const results = calc.changed(asBook(book), wrote);
    book.take(results);
    expect(book.value('任务台账', 'D7')).toBe(2);
    expect(book.value('任务台账', 'H1')).toBe(-36);
  });

  test.each<[string, unknown]>([
    ['=ROWS(任务台账)', 3],
    ['=ROWS(任务台账[#All])', 4],
    ['=COLUMNS(任务台账[[编号]:[天数]])', 4],
    ['=INDEX(任务台账[#Headers],2)', '完成时限'],
    ['=COUNTA(任务台账[[#Data],[办结日期]])', 1],
    ['=SUM(任务台账[没有])', { error: '#REF!' }],
    ['=任务台账[@完成时限]', { error: '#VALUE!' }],
    ['=没有的名称', { error: '#NAME?' }],
    ['=没有的表!A1', { error: '#REF!' }],
    ['=NOSUCHFUNCTION(1)', { error: '#NAME?' }],
    ["='设 置'!B1", 44_469],
    ['=INDEX(任务台账[编号],MATCH("已办结",任务台账[进度 状态],0))', '1.2'],
    ['=SUMPRODUCT((任务台账[进度 状态]="临期")*1)', 1],
    ['=SUM(任务台账!B4:B5 任务台账!A5:C5)', 44_400],
    ['=SUM((任务台账!B4,任务台账!B5))', 88_869],
    ['=任务台账!A1 任务台账!B2', { error: '#NULL!' }],
    ['=SUM(INDIRECT("任务台账!B"&4))', 44_469],
    ['=SUM(OFFSET(任务台账!B3,1,0,2,1))', 88_869],
    ['=SUM(任务台账!B4:INDEX(任务台账!B:B,5))', 88_869],
    ['=ROW(任务台账!B9)', 9],
    ['=SUM(A:A)', 0],
    ['=任务台账!Z99', 0],
    ['=HYPERLINK("#任务台账!A4","去")', '去'],
  ])('[W] %s', (formula, expected) => {
    const book = ledger();
    book.set('设 置', 'E20', formula);
    book.load(calcAt());
    expect(book.value('设 置', 'E20')).toEqual(expected);
  });

  test('[W] a name of a sheet goes before the name of the workbook', () => {
    const book = new SmallBook({ 一: { A1: '=税率' }, 二: { A1: '=税率' } }).name('税率', '=0.1').name('税率', '=0.2', '二').load(calcAt());
    expect([book.value('一', 'A1'), book.value('二', 'A1')]).toEqual([0.1, 0.2]);
  });
});

describe('circles, spills and gaps', () => {
  test('[W] cells of a circle show 0, and what reads them computes with 0 (Remove or allow a circular reference)', () => {
    const book = new SmallBook({ 一: { A1: '=B1+1', B1: '=C1+1', C1: '=A1', D1: '=A1+5', E1: '=E1+1' } }).load(calcAt());
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map((at) => book.value('一', at))).toEqual([0, 0, 0, 5, 0]);
  });

  test('[W] a circle that is opened again computes', () => {
    const calc = calcAt();
    const book = new SmallBook({ 一: { A1: '=B1+1', B1: '=A1+1' } }).load(calc);
    book.take(calc.changed(asBook(book), [book.set('一', 'B1', 4)]));
    expect(book.value('一', 'A1')).toBe(5);
  });

  test('[W] many results in a table cell are #SPILL!, elsewhere NotSupported', () => {
    const book = new SmallBook({ 一: {} }).table('一', '表', 'A1:A2', ['甲']);
    book.set('一', 'A2', '=C1:C2*1');
    expect(book.load(calcAt()).value('一', 'A2')).toEqual({ error: '#SPILL!' });
    expect(() => new SmallBook({ 一: { A1: '=C1:C2' } }).load(calcAt())).toThrow(NotSupported);
  });

  test('[W] an Excel function that is not computed says its name', () => {
    expect(() => new SmallBook({ 一: { A1: '=XIRR(B1:B2,C1:C2)' } }).load(calcAt())).toThrow('XIRR');
  });

  test('[W] after a formula that cannot be computed the next change computes all again', () => {
    const calc = calcAt();
    const book = new SmallBook({ 一: { A1: 1, B1: '=A1+1' } }).load(calc);
    const wrote = book.set('一', 'C1', '=LET(x,1,x)+B1');
    expect(() => calc.changed(asBook(book), [wrote])).toThrow(NotSupported);
    book.set('一', 'C1', undefined);
    book.take(calc.changed(asBook(book), [book.set('一', 'A1', 5)]));
    expect(book.value('一', 'B1')).toBe(6);
  });

  test('[W] a chain of 30,000 cells, each reading the next, needs no stack', () => {
    const cells: Record<string, string | number> = { A30001: 1 };
    for (let row = 30_000; row >= 1; row--) cells[`A${row}`] = `=A${row + 1}+1`;
    expect(new SmallBook({ 一: cells }).load(calcAt()).value('一', 'A1')).toBe(30_001);
  });
});

describe('formulas of rules', () => {
  test('[W] relative references move by the distance between the cell and the rule\'s first cell', () => {
    const calc = calcAt();
    const book = ledger().load(calc);
    const seen = [4, 5, 6].map((row) => calc.evaluate(asBook(book), '$E4="已办结"', { sheet: '任务台账', row: row - 1, column: 0 }, { sheet: '任务台账', row: 3, column: 0 }));
    expect(seen).toEqual([false, true, false]);
  });

  test('[W] a formula that gives several values counts by its first', () => {
    const calc = calcAt();
    const book = new SmallBook({ 一: { A1: 5, A2: 6 } }).load(calc);
    expect(calc.evaluate(asBook(book), '=A1:A2', { sheet: '一', row: 4, column: 4 })).toBe(5);
  });
});

describe('structure', () => {
  test('[W] a name that comes later is found', () => {
    const calc = calcAt();
    const book = new SmallBook({ 一: { A1: '=晚来的+1' } }).load(calc);
    expect(book.value('一', 'A1')).toEqual({ error: '#NAME?' });
    book.name('晚来的', '=41');
    book.take(calc.changed(asBook(book), []));
    expect(book.value('一', 'A1')).toBe(42);
  });

  test('[W] only what depends on a change is computed again', () => {
    const calc = calcAt();
    const book = new SmallBook({ 一: { A1: 1, B1: '=A1*2', C1: '=SUM(A1:B1)', D1: '=E1' } }).load(calc);
    const results = calc.changed(asBook(book), [book.set('一', 'A1', 3)]);
    expect(results.map(({ column, value }) => [column, value]).sort()).toEqual([[1, 6], [2, 9]]);
    const none: { sheetId: string; area: Area }[] = [];
    expect(calc.changed(asBook(book), none)).toEqual([]);
  });
});
