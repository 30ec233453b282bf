// Draws what stands in cells and how cells look, on new sheets and old ones: turns it into steps, each of which asks Excel for something. Decides nothing about what is drawn.
import { toSerial } from '../core/plainDate';
import type { Block, Box, CellContent, FillAt, FormatAt, LookAt, RowDrawing, RuleDrawing, ValidationDrawing } from '../sheets/drawing';
import { boxAddress, columnLetters } from '../sheets/drawing';
import { joinLooks } from './joinLooks';
import type { Step } from './requests';
import { requestLimit, splitRows, weigh } from './requests';

/** Serial number of a day; a drawing holds only days that Excel knows. */
function serialOf(day: string): number {
  const serial = toSerial(day);
  if (serial === undefined) throw new Error(`A drawing holds a day that Excel has no number for: ${day}`);
  return serial;
}

/** What Excel is given for a cell. Text is kept from being read as a formula or a number by the format '@', which the drawing sets. */
export function toInput(content: CellContent): string | number {
  if (content === null) return '';
  if (typeof content === 'number') return content;
  if (typeof content === 'string') return keptText(content);
  return 'day' in content ? serialOf(content.day) : content.formula;
}

/** A text's own first apostrophe would be taken for Excel's mark of a text, in cells of the format '@' too; so it is written twice (R8, R12). */
export function keptText(text: string): string {
  return text.startsWith("'") ? `'${text}` : text;
}

const allRows = 1_048_576;

/** The range of a box; whole columns are asked for as such. */
export function rangeOf(sheet: Excel.Worksheet, box: Box): Excel.Range {
  return sheet.getRange(box.rows >= allRows ? `${columnLetters(box.column)}:${columnLetters(box.column + box.columns - 1)}` : boxAddress(box));
}

/** What it takes in a request to name a sheet, a range on it and one thing to do (measured: test/excel/drawSheet.test.ts). */
export const bytesPerCall = 700;

/** A step on a sheet, which is known by its name or by Excel's id for it. `bytes` are those of what is sent, beside the call itself. */
export function onSheet(name: string, bytes: number, ask: (sheet: Excel.Worksheet) => void): Step {
  return { bytes: bytesPerCall + bytes, ask: (context) => { ask(context.workbook.worksheets.getItem(name)); } };
}

/** Steps that put contents into cells; long blocks are split below the size limit of a request. */
export function blockSteps(sheetName: string, block: Block): readonly Step[] {
  const inputs = block.cells.map((row) => row.map(toInput));
  const columns = inputs[0]?.length ?? 0;
  if (columns === 0) return [];
  return splitRows(inputs, requestLimit / 2).map((piece) =>
    onSheet(sheetName, piece.bytes, (sheet) => {
      rangeOf(sheet, { row: block.row + piece.from, column: block.column, rows: piece.rows.length, columns }).formulas = piece.rows.map((row) => [...row]);
    }),
  );
}

/** One value for every cell of a range, as Microsoft's "Set and get range values" describes; the types know only arrays. It keeps the request small. */
function forAll(format: string): string[][] {
  return format as unknown as string[][];
}

/** Steps that set number formats. */
export function formatSteps(sheetName: string, formats: readonly FormatAt[]): readonly Step[] {
  return formats.flatMap(({ at, format }): readonly Step[] => {
    if (typeof format === 'string') return [onSheet(sheetName, weigh(format), (sheet) => { rangeOf(sheet, at).numberFormat = forAll(format); })];
    return splitRows(format, requestLimit / 2).map((piece) =>
      onSheet(sheetName, piece.bytes, (sheet) => { rangeOf(sheet, { ...at, row: at.row + piece.from, rows: piece.rows.length }).numberFormat = piece.rows.map((row) => [...row]); }),
    );
  });
}

/** Steps that fill a formula down: written once and copied by Excel, so that the request stays small for any number of rows (X2). */
export function fillSteps(sheetName: string, fills: readonly FillAt[]): readonly Step[] {
  return fills.map(({ at, formula }) =>
    onSheet(sheetName, weigh(formula) + bytesPerCall, (sheet) => {
      const first = rangeOf(sheet, { ...at, rows: 1 });
      first.formulas = [[formula]];
      if (at.rows > 1) rangeOf(sheet, { ...at, row: at.row + 1, rows: at.rows - 1 }).copyFrom(first, 'Formulas');
    }),
  );
}

/** A step that adds a rule; the first is asked first. */
export function ruleStep(sheetName: string, { at, formula, look, stop }: RuleDrawing, priority: number): Step {
  return onSheet(sheetName, weigh(formula) + 1500, (sheet) => { addRule(rangeOf(sheet, at), { formula, look, stop }, priority); });
}

/** Adds a rule to a range. Excel puts each new rule first, so its place is said. */
export function addRule(range: Excel.Range | Excel.RangeAreas, { formula, look, stop }: Omit<RuleDrawing, 'at'>, priority: number): void {
  const rule = range.conditionalFormats.add('Custom');
  rule.custom.rule.formula = `=${formula}`;
  if (look.fill !== undefined) rule.custom.format.fill.color = look.fill;
  if (look.color !== undefined) rule.custom.format.font.color = look.color;
  if (look.bold !== undefined) rule.custom.format.font.bold = look.bold;
  rule.stopIfTrue = stop;
  rule.priority = priority;
}

const outerEdges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const horizontals = { left: 'Left', center: 'Center', right: 'Right', acrossSelection: 'CenterAcrossSelection' } as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** The borders that a box has: a single row has no lines between rows. */
function edgesOf({ rows, columns }: Box): readonly ('InsideHorizontal' | 'InsideVertical' | (typeof outerEdges)[number])[] {
  return [...outerEdges, ...(rows > 1 ? ['InsideHorizontal' as const] : []), ...(columns > 1 ? ['InsideVertical' as const] : [])];
}

function applyLook(range: Excel.Range, { at, look }: LookAt): void {
  const { format } = range;
  if (look.font !== undefined) format.font.name = look.font;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = horizontals[look.horizontal];
  if (look.vertical !== undefined) format.verticalAlignment = verticals[look.vertical];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.locked !== undefined) format.protection.locked = look.locked;
  if (look.lines !== undefined) {
    for (const edge of edgesOf(at)) {
      const border = format.borders.getItem(edge);
      border.style = 'Continuous';
      border.weight = 'Thin';
      border.color = look.lines;
    }
  }
}

/** Steps that give cells their look. */
export function lookSteps(sheetName: string, looks: readonly LookAt[]): readonly Step[] {
  return joinLooks(looks).map((drawing) => {
    const bytes = Object.keys(drawing.look).length * 200 + (drawing.look.lines === undefined ? 0 : edgesOf(drawing.at).length * bytesPerCall);
    return onSheet(sheetName, bytes, (sheet) => { applyLook(rangeOf(sheet, drawing.at), drawing); });
  });
}

/** A step that sets row heights; 'auto' leaves them to Excel, so that they grow with what people write. */
export function rowStep(sheetName: string, { row, rows, height }: RowDrawing): Step {
  return onSheet(sheetName, 200, (sheet) => {
    const range = sheet.getRange(`${String(row + 1)}:${String(row + rows)}`);
    if (height === 'auto') range.format.autofitRows();
    else range.format.rowHeight = height;
  });
}

function ruleOf(rule: ValidationDrawing['rule']): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: typeof rule.source === 'string' ? rule.source : rule.source.join(',') } };
    case 'dayFrom': {
      const [year, month, day] = rule.from.split('-').map(Number);
      return { date: { formula1: `=DATE(${String(year)},${String(month)},${String(day)})`, operator: 'GreaterThanOrEqualTo' } };
    }
    case 'wholeNumber':
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
  }
}

const alertStyles = { stop: 'Stop', warning: 'Warning' } as const;

/** A step that sets a drop-down or a check of what is typed. */
export function validationStep(sheetName: string, { at, rule, prompt, refusal }: ValidationDrawing): Step {
  return onSheet(sheetName, weigh(JSON.stringify([rule, prompt, refusal])) + 600, (sheet) => {
    const { dataValidation } = rangeOf(sheet, at);
    dataValidation.clear();
    dataValidation.rule = ruleOf(rule);
    dataValidation.ignoreBlanks = true;
    dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
    dataValidation.errorAlert =
      refusal.kind === 'none'
        ? { showAlert: false, style: 'Information', title: prompt.title, message: prompt.message }
        : { showAlert: true, style: alertStyles[refusal.kind], title: refusal.title, message: refusal.message };
  });
}
