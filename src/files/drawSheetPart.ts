// One drawing as a worksheet part, its elements in the order of ECMA-376 Part 1, 18.3.1.99: Excel repairs files that differ. Knows no other part's content.
import { toSerial } from '../core/plainDate';
import type { Box, CellContent, PageDrawing, ProtectionDrawing, SheetDrawing, ValidationDrawing } from '../sheets/drawing';
import { addressOf, boxAddress, columnLetters } from '../sheets/drawing';
import { formulaText } from './drawFormula';
import type { Grid, GridCell } from './drawGrid';
import { mergesOf } from './drawGrid';
import type { RowHeight } from './drawHeights';
import { rowHeights } from './drawHeights';
import { charactersOf, defaultColumnCharacters, defaultRowPoints } from './drawMeasure';
import type { StylePool } from './drawStyles';
import type { TextPool } from './drawTexts';
import { counted, element, escapeText, xmlHead } from './drawXml';

/** What a sheet needs to know of the rest of its file; relationships by their ids. */
export interface SheetSurroundings { readonly styles: StylePool; readonly texts: TextPool; readonly isShown: boolean; readonly charts: string | undefined; readonly table: string | undefined }

/** The whole worksheet part. */
export function sheetPart(drawing: SheetDrawing, grid: Grid, around: SheetSurroundings): string {
  const { page } = drawing;
  const fitted = page.scale === undefined;
  const properties = `${drawing.tabColor === undefined ? '' : element('tabColor', { rgb: `FF${drawing.tabColor.slice(1).toUpperCase()}` })}${fitted ? '<pageSetUpPr fitToPage="1"/>' : ''}`;
  return `${xmlHead}${element(
    'worksheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
    [
      properties === '' ? '' : element('sheetPr', {}, properties),
      element('dimension', { ref: usedAddress(grid) }),
      viewXml(drawing.frozen, around.isShown),
      element('sheetFormatPr', { defaultColWidth: defaultColumnCharacters, defaultRowHeight: defaultRowPoints }),
      columnsXml(drawing, grid, around.styles),
      element('sheetData', {}, rowsXml(drawing, grid, around)),
      protectionXml(drawing.protection),
      counted('mergeCells', mergesOf(drawing).map((box) => element('mergeCell', { ref: boxAddress(box) }))),
      rulesXml(drawing, around.styles),
      counted('dataValidations', drawing.validations.map(validationXml)),
      pageXml(page),
      around.charts === undefined ? '' : element('drawing', { 'r:id': around.charts }),
      around.table === undefined ? '' : counted('tableParts', [element('tablePart', { 'r:id': around.table })]),
    ].join(''),
  )}`;
}

function usedAddress(grid: Grid): string {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of grid.rows) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    for (const column of line.keys()) [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  return bottom < 0 ? 'A1' : boxAddress({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
}

function viewXml({ rows, columns }: SheetDrawing['frozen'], isShown: boolean): string {
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : columns > 0 ? 'topRight' : undefined;
  const frozen = pane === undefined ? '' : element('pane', {
    xSplit: columns > 0 ? columns : undefined, ySplit: rows > 0 ? rows : undefined, topLeftCell: addressOf(rows, columns), activePane: pane, state: 'frozen',
  });
  const first = addressOf(rows, columns);
  const selection = isShown ? element('selection', { pane, activeCell: first, sqref: first }) : '';
  return element('sheetViews', {}, element('sheetView', { showGridLines: false, tabSelected: isShown ? true : undefined, workbookViewId: 0 }, `${frozen}${selection}`));
}

function columnsXml(drawing: SheetDrawing, grid: Grid, styles: StylePool): string {
  const drawn = new Map(drawing.columns.map((each) => [each.column, each]));
  const numbers = [...new Set([...drawn.keys(), ...grid.columns.keys()])].sort((a, b) => a - b);
  const xml = numbers.map((column) => {
    const own = drawn.get(column);
    const look = grid.columns.get(column);
    return element('col', {
      min: column + 1, max: column + 1, width: own === undefined ? defaultColumnCharacters : charactersOf(own.width), style: look && styles.numberOf(look),
      hidden: own?.hidden === true ? true : undefined, customWidth: own === undefined ? undefined : true,
    });
  }).join('');
  return xml === '' ? '' : element('cols', {}, xml);
}

function rowsXml(drawing: SheetDrawing, grid: Grid, around: SheetSurroundings): string {
  const heights = rowHeights(drawing, grid);
  const numbers = [...new Set([...grid.rows.keys(), ...heights.keys()])].sort((a, b) => a - b);
  return numbers.map((row) => {
    const line = [...(grid.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
    return `<row r="${String(row + 1)}"${heightAttributes(heights.get(row))}>${line.map(([column, cell]) => cellXml(row, column, cell, around)).join('')}</row>`;
  }).join('');
}

/** Without customHeight a program may fit the row again when someone writes more into it. */
function heightAttributes(height: RowHeight | undefined): string {
  return height === undefined ? '' : ` ht="${String(height.points)}"${height.fixed ? ' customHeight="1"' : ''}`;
}

const longestText = 32_767;

function cellXml(row: number, column: number, { content, look }: GridCell, { styles, texts }: SheetSurroundings): string {
  const beginsLikeAFormula = typeof content === 'string' && look.format !== '@' && /^[=+\-@]/.test(content);
  const number = styles.numberOf(look, beginsLikeAFormula);
  const open = `<c r="${addressOf(row, column)}"${number === 0 ? '' : ` s="${String(number)}"`}`;
  if (content === null) return `${open}/>`;
  if (typeof content === 'string') {
    if (content.length > longestText) throw new Error(`A drawing holds a text of ${String(content.length)} characters in ${addressOf(row, column)}; a cell takes ${String(longestText)}.`);
    return `${open} t="s"><v>${String(texts.numberOf(content))}</v></c>`;
  }
  if (typeof content === 'object' && 'formula' in content) return `${open}><f>${escapeText(formulaText(content.formula))}</f></c>`;
  return `${open}><v>${String(numberOf(content))}</v></c>`;
}

function numberOf(content: Exclude<CellContent, string | null | { readonly formula: string }>): number {
  const number = typeof content === 'number' ? content : toSerial(content.day);
  if (number === undefined || !Number.isFinite(number)) throw new Error(`A drawing holds what Excel has no number for: ${JSON.stringify(content)}`);
  return number;
}

/** What a protected sheet forbids unless it is said, with the names that files use; a drawing may allow these. */
const allowances = [['formatColumns', 'formatColumns'], ['formatRows', 'formatRows'], ['sort', 'sort'], ['filter', 'autoFilter']] as const;

function protectionXml(protection: ProtectionDrawing | undefined): string {
  if (protection === undefined) return '';
  const allowed = Object.fromEntries(allowances.map(([right, attribute]) => [attribute, protection[right] ? false : undefined]));
  return element('sheetProtection', { sheet: true, objects: true, scenarios: true, ...allowed });
}

/** Rules over the same cells share an element; each keeps its place in the order of all. */
function rulesXml({ rules }: SheetDrawing, styles: StylePool): string {
  const groups = new Map<string, string>();
  rules.forEach(({ at, formula, look, stop }, index) => {
    const place = boxAddress(at);
    const rule = element('cfRule', { type: 'expression', dxfId: styles.differenceOf(look), priority: index + 1, stopIfTrue: stop ? true : undefined }, element('formula', {}, escapeText(formulaText(formula))));
    groups.set(place, `${groups.get(place) ?? ''}${rule}`);
  });
  return [...groups].map(([sqref, xml]) => element('conditionalFormatting', { sqref }, xml)).join('');
}

/** What Excel takes for damage when it is longer: titles, messages, and a list of words. */
const longest = { title: 32, message: 255 } as const;

function held(text: string, limit: number): string {
  if (text.length > limit) throw new Error(`A drawing says more than Excel's ${String(limit)} characters: ${text}`);
  return text;
}

function validationXml({ at, rule, prompt, refusal }: ValidationDrawing): string {
  const alert = refusal.kind === 'none' ? { ...prompt, style: 'information' } : { ...refusal, style: refusal.kind === 'stop' ? undefined : refusal.kind };
  const { type, operator, formulas } = conditionOf(rule);
  return element(
    'dataValidation',
    {
      type, errorStyle: alert.style, operator, allowBlank: true, showInputMessage: true, showErrorMessage: refusal.kind === 'none' ? undefined : true,
      errorTitle: held(alert.title, longest.title), error: held(alert.message, longest.message), promptTitle: held(prompt.title, longest.title), prompt: held(prompt.message, longest.message),
      sqref: boxAddress(at),
    },
    formulas.map((formula, index) => element(`formula${String(index + 1)}`, {}, escapeText(formula))).join(''),
  );
}

function conditionOf(rule: ValidationDrawing['rule']): { readonly type: string; readonly operator?: string; readonly formulas: readonly string[] } {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formulas: [typeof rule.source === 'string' ? formulaText(rule.source) : `"${held(rule.source.join(','), longest.message).replaceAll('"', '""')}"`] };
    case 'dayFrom':
      return { type: 'date', operator: 'greaterThanOrEqual', formulas: [`DATE(${rule.from.split('-').map(Number).join(',')})`] };
    case 'wholeNumber':
      return { type: 'whole', formulas: [String(rule.min), String(rule.max)] };
  }
}

function pageXml({ orientation, margins, scale, breaks = [], footer }: PageDrawing): string {
  const inches = (points: number): number => points / 72;
  const said = `${footer.left === '' ? '' : `&L${footer.left}`}${footer.center === '' ? '' : `&C${footer.center}`}${footer.right === '' ? '' : `&R${footer.right}`}`;
  const manual = breaks.map((row) => element('brk', { id: row, max: 16_383, man: true }));
  return [
    element('printOptions', { horizontalCentered: true }),
    element('pageMargins', {
      left: inches(margins.left), right: inches(margins.right), top: inches(margins.top), bottom: inches(margins.bottom), header: inches(margins.header), footer: inches(margins.footer),
    }),
    // A4. A height of 0 pages is as many as it takes; what is not said is one.
    element('pageSetup', { paperSize: 9, scale, fitToWidth: scale === undefined ? 1 : undefined, fitToHeight: scale === undefined ? 0 : undefined, orientation }),
    said === '' ? '' : element('headerFooter', {}, element('oddFooter', {}, escapeText(held(said, longest.message)))),
    manual.length === 0 ? '' : element('rowBreaks', { count: manual.length, manualBreakCount: manual.length }, manual.join('')),
  ].join('');
}

/** '$A$1:$K$20', or '$A:$K' for whole columns: a place that does not move. */
export function fixedAddress(box: Box): string {
  const [first, last] = [`$${columnLetters(box.column)}`, `$${columnLetters(box.column + box.columns - 1)}`];
  return box.rows >= 1_048_576 ? `${first}:${last}` : `${first}$${String(box.row + 1)}:${last}$${String(box.row + box.rows)}`;
}
