// The fill handle carries a pattern on as Excel does.
import { continued, type FillSource } from '../../../src/workbench/view/fillSeries';

const values = (...cells: (string | number | boolean | null)[]): FillSource[] => cells.map((value) => ({ value, isDate: false }));
const filled = (source: FillSource[], count: number, backwards = false) => continued(source, count, backwards).map((each) => ('value' in each ? each.value : `formula of ${each.formulaOf}`));

describe('filling', () => {
  test.each([
    ['one number is repeated', values(7), 3, false, [7, 7, 7]],
    ['two numbers go on by their difference', values(1, 3), 3, false, [5, 7, 9]],
    ['and backwards', values(1, 3), 2, true, [-1, -3]],
    ['tenths stay tenths', values(0.1, 0.2), 3, false, [0.3, 0.4, 0.5]],
    ['numbers in uneven steps are repeated', values(1, 2, 4), 4, false, [1, 2, 4, 1]],
    ['a date goes on by days', [{ value: 44_469, isDate: true }], 2, false, [44_470, 44_471]],
    ['text is repeated', values('甲', '乙'), 3, false, ['甲', '乙', '甲']],
    ['text with a number counts on', values('第9期'), 2, false, ['第10期', '第11期']],
    ['leading zeros stay', values('A009'), 2, false, ['A010', 'A011']],
    ['truth is repeated', values(true), 1, false, [true]],
    ['nothing stays nothing', values(null), 1, false, [null]],
  ] as [string, FillSource[], number, boolean, unknown[]][])('[W] %s', (_what, source, count, backwards, expected) => {
    expect(filled(source, count, backwards)).toEqual(expected);
  });

  test('[W] formulas are handed on to be moved', () => {
    expect(filled([{ value: 1, isDate: false, formula: '=A1' }, { value: 2, isDate: false }], 3)).toEqual(['formula of 0', 2, 'formula of 0']);
  });
});
