// Where formulas stand in a book, so that renaming and moving reach every one. Knows nothing of what a formula means.
import type { BookState } from './bookState';

/** Replaces every formula by what `rewrite` makes of it: cells, names, rules, validations, calculated columns, charts. `sheetName` is where it stands. */
export function rewriteFormulas(state: BookState, rewrite: (formula: string, sheetName: string) => string): void {
  for (const sheet of state.sheets) {
    const done = new Map<string, string>();
    const again = (formula: string): string => {
      let next = done.get(formula);
      if (next === undefined) done.set(formula, (next = rewrite(formula, sheet.name)));
      return next;
    };
    const bare = (formula: string): string => again(`=${formula}`).slice(1);
    const either = (formula: string): string => (formula.startsWith('=') ? again(formula) : formula);
    for (const cells of sheet.cells.values()) for (const cell of cells.values()) if (cell.formula !== undefined) cell.formula = again(cell.formula);
    for (const table of sheet.tables) for (const column of table.columns) if (column.calculated !== undefined) column.calculated = again(column.calculated);
    for (const validation of sheet.validations) {
      validation.formula1 = either(validation.formula1);
      if (validation.formula2 !== undefined) validation.formula2 = either(validation.formula2);
    }
    for (const { rule } of sheet.rules) {
      if (rule.type === 'custom') rule.formula = bare(rule.formula);
      if (rule.type === 'cellValue') {
        rule.formula1 = rule.formula1.startsWith('=') ? again(rule.formula1) : bare(rule.formula1);
        if (rule.formula2 !== undefined) rule.formula2 = rule.formula2.startsWith('=') ? again(rule.formula2) : bare(rule.formula2);
      }
    }
    for (const chart of sheet.charts) {
      if (chart.source) chart.source = bare(chart.source);
      for (const series of chart.series) {
        series.values = bare(series.values);
        if (series.categories !== undefined) series.categories = bare(series.categories);
      }
    }
  }
  for (const item of state.names) item.formula = rewrite(item.formula, state.sheets.find((sheet) => sheet.id === item.scope)?.name ?? '');
}
