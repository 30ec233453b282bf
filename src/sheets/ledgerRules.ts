// The colours of the ledger as conditional formats (C1–C3): the row, the deadline, an empty 落实情况 and the status words. Plain formulas, alive without the add-in.
import type { HelperColumn, LedgerColumn } from '../core/task';
import type { Box, RuleDrawing } from './drawing';
import { columnLetters } from './drawing';
import { lightFills, strongFills } from './looks';
import { lightWords, statusWords } from './titles';

/** Every rule of ours holds this, and no other does: so they are found again and never doubled (C3). N of a text is 0 in every program. */
export const ownMark = 'N("任务台账配色")=0';

/** The rules over the table's rows. `row` is the first of them, 0-based. */
export function ledgerRules(count: number, row: number, places: Readonly<Record<LedgerColumn | HelperColumn, number>>): readonly RuleDrawing[] {
  const rows = Math.max(count, 1);
  const cell = (column: LedgerColumn | HelperColumn): string => `$${columnLetters(places[column])}${String(row + 1)}`;
  const over = (column: LedgerColumn | HelperColumn): Box => ({ row, column: places[column], rows, columns: 1 });
  const shown = [...Object.entries(places)].filter(([key]) => key !== 'bareDue' && key !== 'bareProgress' && key !== 'previous' && key !== 'light').map(([, at]) => at);
  const whole: Box = { row, column: Math.min(...shown), rows, columns: Math.max(...shown) - Math.min(...shown) + 1 };
  const rule = (at: Box, condition: string, look: RuleDrawing['look']): RuleDrawing => ({ at, formula: `AND(${condition},${ownMark})`, look, stop: false });
  const is = (column: LedgerColumn | HelperColumn, words: readonly string[]): string => (words.length === 1 ? `${cell(column)}="${words[0] ?? ''}"` : `OR(${words.map((word) => `${cell(column)}="${word}"`).join(',')})`);
  const strong = (light: keyof typeof strongFills): RuleDrawing['look'] => ({ fill: strongFills[light].fill, color: strongFills[light].ink, bold: true });
  const soft = (light: keyof typeof lightFills): RuleDrawing['look'] => ({ fill: lightFills[light].fill, color: lightFills[light].ink });
  return [
    rule(over('status'), is('status', [statusWords.overdue]), strong('red')),
    rule(over('status'), is('status', [statusWords.dueSoon, statusWords.dueUnread, statusWords.doneLate]), strong('yellow')),
    rule(over('status'), is('status', [statusWords.onCourse, statusWords.open, statusWords.done]), strong('green')),
    rule(over('due'), is('status', [statusWords.overdue]), strong('red')),
    rule(over('due'), is('status', [statusWords.dueSoon, statusWords.dueUnread]), strong('yellow')),
    rule(over('progress'), `${is('filled', [statusWords.notFilled])},${is('light', [lightWords.red])}`, strong('red')),
    rule(over('progress'), `${is('filled', [statusWords.notFilled, statusWords.notRenewed])},${cell('status')}<>"${statusWords.done}",${cell('status')}<>"${statusWords.doneLate}"`, strong('yellow')),
    rule(over('filled'), `${is('filled', [statusWords.notFilled])},${is('light', [lightWords.red])}`, strong('red')),
    rule(over('filled'), is('filled', [statusWords.notFilled, statusWords.notRenewed]), strong('yellow')),
    rule(over('filled'), is('filled', [statusWords.filled]), strong('green')),
    rule(whole, is('light', [lightWords.red]), soft('red')),
    rule(whole, is('light', [lightWords.yellow]), soft('yellow')),
    rule(whole, is('status', [statusWords.done]), { color: '#595959' }),
  ];
}
