// Formulas that follow moved cells, fills and renaming.
import fc from 'fast-check';
import { createCalc } from '../../../src/workbench/calc';
import type { CellMove } from '../../../src/workbench/book/bookApi';

const calc = createCalc({ today: () => 44_469 });
const on = { sheetName: '任务台账' };
const move = (kind: CellMove['kind'], at: number, count: number, sheetName = '任务台账'): CellMove => ({ kind, sheetName, at, count });

describe('moved', () => {
  test.each<[string, CellMove, string]>([
    ['=A5+$A$5', move('insertRows', 4, 2), '=A7+$A$7'],
    ['=A4', move('insertRows', 4, 2), '=A4'],
    ['=SUM(A3:A6)', move('insertRows', 4, 2), '=SUM(A3:A8)'],
    ['=SUM(A3:A6)', move('insertRows', 2, 1), '=SUM(A4:A7)'],
    ['=SUM(A3:A6)', move('insertRows', 6, 1), '=SUM(A3:A6)'],
    ['=SUM(A3:A6)', move('deleteRows', 3, 2), '=SUM(A3:A4)'],
    ['=SUM(A3:A6)', move('deleteRows', 1, 3), '=SUM(A2:A3)'],
    ['=SUM(A3:A6)', move('deleteRows', 2, 4), '=SUM(#REF!)'],
    ['=A5&"A5"', move('deleteRows', 4, 1), '=#REF!&"A5"'],
    ["='任务台账'!B5+名册!B5", move('deleteRows', 4, 1), "='任务台账'!#REF!+名册!B5"],
    ['=名册!B5', move('insertRows', 0, 1, '名册'), '=名册!B6'],
    ["='设 置'!$B$5", move('insertRows', 0, 3, '设 置'), "='设 置'!$B$8"],
    ['=SUM(A:C,1:3)', move('insertRows', 1, 2), '=SUM(A:C,1:5)'],
    ['=SUM(A:C,$1:$3)', move('deleteColumns', 1, 1), '=SUM(A:B,$1:$3)'],
    ['=SUM(B:C)', move('deleteColumns', 1, 2), '=SUM(#REF!)'],
    ['=C1:D2', move('insertColumns', 2, 1), '=D1:E2'],
    ['=[@完成时限]+任务台账[天数]', move('insertRows', 0, 9), '=[@完成时限]+任务台账[天数]'],
    ['=A1048576', move('insertRows', 0, 1), '=#REF!'],
    ['=LOG10(A5)+A5B', move('insertRows', 0, 1), '=LOG10(A6)+A5B'],
    ['=A5', { ...move('insertRows', 0, 1), within: { first: 1, last: 3 } }, '=A5'],
    ['=SUM(B5:C6)', { ...move('insertRows', 0, 1), within: { first: 1, last: 3 } }, '=SUM(B6:C7)'],
    ['=A5 + ( A6 )', move('insertRows', 0, 1), '=A6 + ( A7 )'],
    ["='it''s'!A1", move('insertRows', 0, 1, "it's"), "='it''s'!A2"],
    ['=[1]任务台账!A5', move('insertRows', 0, 1), '=[1]任务台账!A5'],
    ['=任务台账!#REF!', move('insertRows', 0, 1), '=任务台账!#REF!'],
  ])('[W] %s', (formula, how, expected) => {
    expect(calc.moved(formula, on, how)).toBe(expected);
  });

  const cellText = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 200 }), fc.boolean(), fc.integer({ min: 1, max: 5000 }))
    .map(([c, column, r, row]) => `${c ? '$' : ''}${String.fromCharCode(65 + (column % 26))}${r ? '$' : ''}${row}`);
  const reference = fc.oneof(cellText, fc.tuple(fc.constantFrom('', '任务台账!', "'设 置'!"), cellText).map(([sheet, text]) => sheet + text));
  const formulaText = fc.array(reference, { minLength: 1, maxLength: 6 }).map((refs) => `=IF(${refs.join('&"A1"+')},[@列],表[列])`);

  test('[W] rows put in and taken out again leave every formula as it was', () => {
    fc.assert(fc.property(formulaText, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 50 }), (formula, at, count) => {
      expect(calc.moved(calc.moved(formula, on, move('insertRows', at, count)), on, move('deleteRows', at, count))).toBe(formula);
      expect(calc.moved(calc.moved(formula, on, move('insertColumns', at % 30, count)), on, move('deleteColumns', at % 30, count))).toBe(formula);
    }));
  });

  test('[W] filled to its own place nothing changes, and there and back neither', () => {
    fc.assert(fc.property(formulaText, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50 }), (formula, rows, columns) => {
      const from = { sheet: '一', row: 10, column: 10 };
      const to = { sheet: '一', row: 10 + rows, column: 10 + columns };
      expect(calc.filled(formula, from, from)).toBe(formula);
      expect(calc.filled(calc.filled(formula, from, to), to, from)).toBe(formula);
    }));
  });
});

describe('filled', () => {
  const from = { sheet: '一', row: 4, column: 2 };
  test.each<[string, number, number, string]>([
    ['=A5+$A5+A$5+$A$5', 6, 3, '=B7+$A7+B$5+$A$5'],
    ['=SUM(A:A,$B:$B,5:5)', 5, 3, '=SUM(B:B,$B:$B,6:6)'],
    ['=A1', 3, 2, '=#REF!'],
    ['=名册!A1', 3, 2, '=名册!#REF!'],
    ['=SUM($A$5:A5)', 6, 2, '=SUM($A$5:A7)'],
    ['=SUM($A$5:A5)', 2, 2, '=SUM(A3:$A$5)'],
    ['=[@列]&"C5"&A5', 5, 2, '=[@列]&"C5"&A6'],
  ])('[W] %s to row %d column %d', (formula, row, column, expected) => {
    expect(calc.filled(formula, from, { sheet: '一', row, column })).toBe(expected);
  });
});

describe('renamed', () => {
  test.each<[string, Parameters<typeof calc.renamed>[1], string]>([
    ['=名册!A1+"名册!A1"', { kind: 'sheet', from: '名册', to: '人员 名册' }, "='人员 名册'!A1+\"名册!A1\""],
    ["='设 置'!$A:$A", { kind: 'sheet', from: '设 置', to: '设置' }, '=设置!$A:$A'],
    ["='设 置'!税率", { kind: 'sheet', from: '设 置', to: "it's" }, "='it''s'!税率"],
    ['=Sheet1!A1', { kind: 'sheet', from: 'sheet1', to: 'A1' }, "='A1'!A1"],
    ['=任务台账[天数]+ROWS(任务台账)+任务台账!A1', { kind: 'table', from: '任务台账', to: '台账' }, '=台账[天数]+ROWS(台账)+任务台账!A1'],
    ['=基准日+1&"基准日"', { kind: 'name', from: '基准日', to: '今日' }, '=今日+1&"基准日"'],
    ['=[@状态]&表[状态]&别表[状态]', { kind: 'column', table: '表', from: '状态', to: '进度状态' }, '=[@进度状态]&表[进度状态]&别表[状态]'],
    ['=表[[#This Row],[状态]]&表[[编号]:[状态]]', { kind: 'column', table: '表', from: '状态', to: '进度 [新]' }, "=表[[#This Row],[进度 '[新']]]&表[[编号]:[进度 '[新']]]"],
    ['=[@状态]', { kind: 'column', table: '表', from: '状态', to: '进度 状态' }, '=[@[进度 状态]]'],
    ["=表['[a']]&[@['[a']]]", { kind: 'column', table: '表', from: '[a]', to: 'b' }, '=表[b]&[@[b]]'],
    ['=表[#Headers]&表[@]', { kind: 'column', table: '表', from: '#Headers', to: 'b' }, '=表[#Headers]&表[@]'],
  ])('[W] %s', (formula, what, expected) => {
    expect(calc.renamed(formula, what)).toBe(expected);
  });
});

describe('faults', () => {
  test.each(['=1+1', '=SUM(A1:A3,)', '=[@列]', "='a b'!A1", '=没有的()', '={1,2;3,4}', '=-A1', '=IF(,1)', '=" "', '= 1 + 2 ', '=A:A B:B', '=表[#All]', '=名册!#REF!', '=_xlfn.IFS(1,2)', '=- 按计划 推进'])('[W] %s can be entered', (formula) => {
    expect(calc.faultOf(formula)).toBeUndefined();
  });
  test.each<[string, RegExp]>([
    ['=SUM(1', /括号/], ['=1)', /括号/], ['={1,2', /大括号/], ['="abc', /双引号/], ['=1+', /有问题/], ['==', /有问题/], ['=', /有问题/], ['=1 2', /有问题/], ['=IF（1，2）', /中文标点“（”/], ['=“甲”', /中文标点/],
    ['=IF(1)', /IF 输入的参数太少/], ['=ABS(1,2)', /ABS 输入的参数太多/], [`="${'长'.repeat(256)}"`, /255/], [`=${'1+'.repeat(4100)}1`, /8192/], [`=${'ABS('.repeat(70)}1${')'.repeat(70)}`, /64/], ['={1,2;3}', /有问题/], ['=3月', /有问题/],
  ])('[W] %s cannot', (formula, words) => {
    expect(calc.faultOf(formula)).toMatch(words);
  });
});
