// Formulas that differ only by where they stand share one tree, and no others do.
import fc from 'fast-check';
import { filledFormula } from '../../../src/workbench/calc/changedFormula';
import { readFormula } from '../../../src/workbench/calc/formula';
import { FormulaShapes } from '../../../src/workbench/calc/formulaShapes';

const column = fc.constantFrom('A', 'B', 'Z', 'AA', 'XFC');
const fixed = fc.constantFrom('', '$');
const cell = fc.tuple(fixed, column, fixed, fc.integer({ min: 1, max: 900 })).map((parts) => parts.join(''));
const piece = fc.oneof(
  cell, fc.tuple(cell, cell).map(([a, b]) => `SUM(${a}:${b})`), cell.map((text) => `名册!${text}`), cell.map((text) => `'A1 设置'!${text}`), cell.map((text) => `"${text}"`),
  fc.constantFrom('[@[A1]]', '表[B2]', 'LOG10(2)', 'A1B', '基准日', '1.5E3', 'SUM(A:B)', 'SUM(2:3)', 'SUM($A:$B)', 'SUM(a : b)', 'R1C1', '#REF!'),
);
const formula = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => `=${pieces.join('&')}`);
const place = fc.record({ row: fc.integer({ min: 0, max: 1000 }), column: fc.integer({ min: 0, max: 30 }) });

test('[W] a shared tree is the tree of the formula itself', () => {
  fc.assert(fc.property(fc.array(fc.tuple(formula, place), { minLength: 1, maxLength: 20 }), (all) => {
    const shapes = new FormulaShapes();
    for (const [text, at] of all) expect(shapes.shapeOf(text, at.row, at.column).root).toEqual(readFormula(text, at.row, at.column));
  }));
});

test('[W] a formula filled down is read once', () => {
  const shapes = new FormulaShapes();
  const first = '=IF(C5<>"",IF(C5<=$B5,"已办结",\'设 置\'!$B$1),SUM(D$5:D5))';
  const from = { sheet: '一', row: 4, column: 5 };
  for (let row = 5; row < 50; row++) {
    expect(shapes.shapeOf(filledFormula(first, from, { ...from, row }), row, 5)).toBe(shapes.shapeOf(first, 4, 5));
  }
});
