// References moved down for a further row of a fill, and formulas as a file holds them.
import fc from 'fast-check';
import { formulaText, moverOf, sheetPrefix } from '../../src/files/drawFormula';
import { createCalc } from '../../src/workbench/calc';

describe('a formula for a further row', () => {
  test.each([
    ['=A5+$A$5+A$5+$A5', 2, '=A7+$A$5+A$5+$A7'],
    ['=SUM(B5:C9)', 3, '=SUM(B8:C12)'],
    ['=IF($A5="A5","$A5",$B5)', 1, '=IF($A6="A5","$A5",$B6)'],
    ['=名册!B5&设置!$B$4', 4, '=名册!B9&设置!$B$4'],
    ["='设 置'!B5&'A5'!A5&'it''s A5'!$C5", 1, "='设 置'!B6&'A5'!A6&'it''s A5'!$C6"],
    ['=A5!B5', 1, '=A5!B6'],
    ['=SUM(5:5,$5:6,A:C)', 1, '=SUM(6:6,$5:7,A:C)'],
    ['=LOG10(A5)+ATAN2(B5,1)', 1, '=LOG10(A6)+ATAN2(B6,1)'],
    ['=1E5+2.5E3+A5', 1, '=1E5+2.5E3+A6'],
    ['=设置_基准日+A5甲+甲A5+A5B', 1, '=设置_基准日+A5甲+甲A5+A5B'],
    ['=任务台账[[#This Row],[A5]]+任务台账[A5]', 1, '=任务台账[[#This Row],[A5]]+任务台账[A5]'],
    ['=XFD5+XFE5', 1, '=XFD6+XFE5'],
    ['=A1048576', 1, '=#REF!'],
    ['=A1048575:B1048576', 1, '=A1048576:#REF!'],
    ['=#REF!+A5+#N/A', 1, '=#REF!+A6+#N/A'],
    ['=""""&A5&"""A5"', 1, '=""""&A6&"""A5"'],
    ['=A5', 0, '=A5'],
    ['=a5+$b5', 1, '=a6+$b6'],
    ['=CHAR(10)&{"A5","B5"}&A5%', 1, '=CHAR(10)&{"A5","B5"}&A6%'],
  ])('[S8] %s, %i down, is %s', (formula, by, moved) => {
    expect(moverOf(formula)(by)).toBe(moved);
  });

  test('[S8] any formula moves as when Excel fills it down', () => {
    const calc = createCalc({ today: () => 44_365 });
    const reference = fc.tuple(fc.constantFrom('', '$'), fc.constantFrom('A', 'J', 'Z', 'AA'), fc.constantFrom('', '$'), fc.integer({ min: 1, max: 400 })).map(([one, column, other, row]) => `${one}${column}${other}${String(row)}`);
    // Excel turns a rectangle round whose corners have crossed; it means the same cells, so none cross here.
    const rectangle = fc.tuple(fc.constantFrom('', '$'), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 9 })).map(([fixed, row, more]) => `SUM(A${fixed}${String(row)}:$J${fixed}${String(row + more)})`);
    const operand = fc.oneof(
      reference, rectangle, reference.map((one) => `'设 置''1'!${one}`), reference.map((one) => `名册!${one}`),
      reference.map((one) => `"${one}"""`), fc.constantFrom('基准日', '1E5', 'LOG10(7)', '0.5', '{1,2}', '任务台账[编号]'),
    );
    fc.assert(fc.property(fc.array(operand, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 5000 }), (parts, by) => {
      const formula = `=${parts.join('&')}`;
      expect(moverOf(formula)(by)).toBe(calc.filled(formula, { sheet: '一', row: 4, column: 0 }, { sheet: '一', row: 4 + by, column: 0 }));
    }), { numRuns: 300, seed: 20210304 });
  });
});

describe('a formula in a file', () => {
  test('[S8] stands without its sign, and newer functions with their prefix', () => {
    expect(formulaText('=IF(A5="IFNA(",IFNA(B5,0),1)')).toBe('IF(A5="IFNA(",_xlfn.IFNA(B5,0),1)');
  });

  test.each(['=TEXTJOIN("、",TRUE,A5:A9)', '=ifs(A5>1,2)', '=[@编号]&"x"'])('[S8] %s is not for every program of the office and is refused', (formula) => {
    expect(() => formulaText(formula)).toThrow(/A drawing/);
  });

  test.each([['任务台账', '任务台账!'], ['双月汇总2021-06(旧1)', "'双月汇总2021-06(旧1)'!"], ["张's", "'张''s'!"], ['A5', "'A5'!"], ['R1C1', "'R1C1'!"], ['2021', "'2021'!"], ['设 置', "'设 置'!"]])('[B1] the sheet %s is named %s', (name, prefix) => {
    expect(sheetPrefix(name)).toBe(prefix);
  });
});
