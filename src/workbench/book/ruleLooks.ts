// Conditional rules: keeping their list, and the look of a cell after them. Knows the formula engine only through the seam.
import { covers, overlap, without } from './area';
import type { BookApi } from './bookApi';
import { sheetOf, type BookState } from './bookState';
import { styleOf } from './cells';
import { HostFault, invalid } from './hostFault';
import type { Area, BorderSide, CellAt, CellStyle, ConditionalRule, RuleLook, Scalar, Sheet } from './model';
import { checkAllowed } from './protection';
import { restyled } from './styles';

function checkRule(state: BookState, rule: ConditionalRule['rule']): void {
  const formulas = rule.type === 'custom' ? [rule.formula] : rule.type === 'cellValue' ? [rule.formula1, rule.formula2] : [];
  for (const formula of formulas) {
    if (formula === undefined) continue;
    const fault = state.calc.faultOf(formula.startsWith('=') ? formula : `=${formula}`);
    if (fault !== undefined) throw invalid(`the formula of a rule cannot be read: ${fault}`);
  }
}

/** The id of the n-th rule ever made in a book, in the shape of Excel's ids. */
export function ruleId(serial: number): string {
  return `{${serial.toString(16).toUpperCase().padStart(8, '0')}-00CF-0000-0000-000000000000}`;
}

/** Adds a rule, looked at before all others as in Excel. */
export function addRule(state: BookState, sheetId: string, rule: Omit<ConditionalRule, 'id' | 'priority'>): ConditionalRule {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatCells');
  checkRule(state, rule.rule);
  const made: ConditionalRule = { ...rule, areas: rule.areas.map((area) => ({ ...area })), look: { ...rule.look }, rule: { ...rule.rule }, id: ruleId(state.serial('rule')), priority: 0 };
  for (const each of sheet.rules) each.priority += 1;
  sheet.rules.unshift(made);
  state.notice({ kind: 'look', sheetId });
  return made;
}

function ruleOf(sheet: Sheet, ruleId: string): ConditionalRule {
  const rule = sheet.rules.find((each) => each.id === ruleId);
  if (!rule) throw new HostFault('ItemNotFound', `no rule ${ruleId}`);
  return rule;
}

/** Changes a conditional rule; another priority moves the others. */
export function changeRule(state: BookState, sheetId: string, ruleId: string, change: Partial<ConditionalRule>): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatCells');
  const rule = ruleOf(sheet, ruleId);
  if (change.rule) checkRule(state, change.rule);
  const { priority, id: _id, ...rest } = change;
  Object.assign(rule, rest);
  if (priority !== undefined) {
    const others = sheet.rules.filter((each) => each !== rule).sort((a, b) => a.priority - b.priority);
    others.splice(Math.max(0, Math.min(priority, others.length)), 0, rule);
    others.forEach((each, index) => { each.priority = index; });
    sheet.rules = others;
  }
  state.notice({ kind: 'look', sheetId });
}

/** Takes a conditional rule off a sheet; those behind it move up. */
export function deleteRule(state: BookState, sheetId: string, ruleId: string): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatCells');
  sheet.rules.splice(sheet.rules.indexOf(ruleOf(sheet, ruleId)), 1);
  [...sheet.rules].sort((a, b) => a.priority - b.priority).forEach((rule, index) => { rule.priority = index; });
  state.notice({ kind: 'look', sheetId });
}

/** Leaves a rule on a part of its areas. Its formulas, written for the first cell of the first area, go on meaning the same cells. */
function shrink(state: BookState, sheet: Sheet, rule: ConditionalRule, areas: Area[]): void {
  const [before, after] = [rule.areas[0], areas[0]];
  rule.areas = areas;
  if (!before || !after) return;
  const placeOf = ({ top, left }: Area): CellAt => ({ sheet: sheet.name, row: top, column: left });
  const rewritten = (formula: string): string => {
    const isMarked = formula.startsWith('=');
    const filled = state.calc.filled(isMarked ? formula : `=${formula}`, placeOf(before), placeOf(after));
    return isMarked ? filled : filled.slice(1);
  };
  if (rule.rule.type === 'custom') rule.rule.formula = rewritten(rule.rule.formula);
  if (rule.rule.type === 'cellValue') {
    rule.rule.formula1 = rewritten(rule.rule.formula1);
    if (rule.rule.formula2 !== undefined) rule.rule.formula2 = rewritten(rule.rule.formula2);
  }
}

/** Takes the rules off an area; they stay on what is left of theirs. */
export function clearRules(state: BookState, sheetId: string, area: Area): void {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowFormatCells');
  for (const rule of [...sheet.rules]) {
    if (!rule.areas.some((each) => overlap(each, area))) continue;
    const rest = rule.areas.flatMap((each) => without(each, area));
    if (rest.length > 0) shrink(state, sheet, rule, rest);
    else deleteRule(state, sheetId, rule.id);
  }
  state.notice({ kind: 'look', sheetId });
}

function rank(value: Scalar): number {
  return typeof value === 'number' || value === null ? 0 : typeof value === 'string' ? 1 : 2;
}

/** Excel's order of values: numbers before texts before logical values; texts without regard to case. */
function order(a: Scalar, b: Scalar): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return Number(a ?? 0) - Number(b ?? 0);
}

function applies(state: BookState, book: BookApi, sheet: Sheet, each: ConditionalRule, row: number, column: number, value: Scalar): boolean {
  const first = each.areas[0];
  if (!first) return false;
  const evaluate = (formula: string): Scalar => state.calc.evaluate(book, formula.startsWith('=') ? formula : `=${formula}`, { sheet: sheet.name, row, column }, { sheet: sheet.name, row: first.top, column: first.left });
  const { rule } = each;
  if (rule.type === 'custom') {
    const result = evaluate(rule.formula);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  if (rule.type === 'containsText') {
    const text = (value === null ? '' : typeof value === 'object' ? value.error : String(value)).toLowerCase();
    const sought = rule.text.toLowerCase();
    switch (rule.operator) {
      case 'contains': return text.includes(sought);
      case 'notContains': return !text.includes(sought);
      case 'beginsWith': return text.startsWith(sought);
      case 'endsWith': return text.endsWith(sought);
      default: return false;
    }
  }
  if (typeof value === 'object' && value !== null) return false;
  const low = evaluate(rule.formula1);
  const high = rule.formula2 === undefined ? low : evaluate(rule.formula2);
  if ((typeof low === 'object' && low !== null) || (typeof high === 'object' && high !== null)) return false;
  // An empty cell is no number: only "not" comparisons and equality with empty see it.
  if (value === null && rule.operator !== 'notEqual' && rule.operator !== 'notBetween' && low !== null && low !== '') return false;
  const [a, b] = order(low, high) <= 0 ? [low, high] : [high, low];
  switch (rule.operator) {
    case 'between': return order(value, a) >= 0 && order(value, b) <= 0;
    case 'notBetween': return order(value, a) < 0 || order(value, b) > 0;
    case 'equal': return order(value, low) === 0 || (value === null && low === '');
    case 'notEqual': return order(value, low) !== 0;
    case 'greaterThan': return order(value, low) > 0;
    case 'lessThan': return order(value, low) < 0;
    case 'greaterThanOrEqual': return order(value, low) >= 0;
    case 'lessThanOrEqual': return order(value, low) <= 0;
    default: return false;
  }
}

function change(look: RuleLook, done: Set<keyof RuleLook>): Partial<CellStyle> {
  const side: BorderSide | undefined = look.borderColor === undefined ? undefined : { line: 'Continuous', weight: 'Thin', color: look.borderColor };
  const fresh = <K extends keyof RuleLook>(key: K): RuleLook[K] | undefined => {
    if (look[key] === undefined || done.has(key)) return undefined;
    done.add(key);
    return look[key];
  };
  const [fontColor, bold, italic, underline, strikethrough, fillColor, numberFormat, border] = [fresh('fontColor'), fresh('bold'), fresh('italic'), fresh('underline'), fresh('strikethrough'), fresh('fillColor'), fresh('numberFormat'), fresh('borderColor')];
  return {
    ...(fontColor === undefined ? {} : { fontColor }), ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }),
    ...(underline === undefined ? {} : { underline: underline ? 'Single' as const : 'None' as const }), ...(strikethrough === undefined ? {} : { strikethrough }),
    ...(fillColor === undefined ? {} : { fillColor }), ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(border === undefined || !side ? {} : { top: side, bottom: side, left: side, right: side }),
  };
}

/** A cell's look after its rules: the first rule that says something about a part of the look decides that part. */
export function shownStyle(state: BookState, book: BookApi, sheet: Sheet, row: number, column: number): CellStyle {
  let style = styleOf(sheet, row, column);
  const rules = sheet.rules.filter((each) => each.areas.some((area) => covers(area, row, column)));
  if (rules.length === 0) return style;
  const value = sheet.cells.get(row)?.get(column)?.value ?? null;
  const done = new Set<keyof RuleLook>();
  for (const rule of rules.sort((a, b) => a.priority - b.priority)) {
    if (!applies(state, book, sheet, rule, row, column, value)) continue;
    style = restyled(style, change(rule.look, done));
    if (rule.stopIfTrue) break;
  }
  return style;
}
