// The words of the file format beside the words of the workbook's model. Tables only: what is called what.
import type { BorderLine, BorderSide, BorderWeight, CellStyle, HorizontalAlignment, VerticalAlignment } from '../book/model';

function reversed<K extends string, V extends string | number>(table: Readonly<Record<K, V>>): ReadonlyMap<V, K> {
  return new Map(Object.entries(table).map(([key, value]) => [value as V, key as K]));
}

export const HORIZONTAL: Readonly<Record<HorizontalAlignment, string>> = {
  General: 'general', Left: 'left', Center: 'center', Right: 'right', Fill: 'fill', Justify: 'justify', CenterAcrossSelection: 'centerContinuous', Distributed: 'distributed',
};
export const HORIZONTAL_OF = reversed(HORIZONTAL);

export const VERTICAL: Readonly<Record<VerticalAlignment, string>> = { Top: 'top', Center: 'center', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed' };
export const VERTICAL_OF = reversed(VERTICAL);

export const UNDERLINE: Readonly<Record<CellStyle['underline'], string>> = {
  None: 'none', Single: 'single', Double: 'double', SingleAccountant: 'singleAccounting', DoubleAccountant: 'doubleAccounting',
};
export const UNDERLINE_OF = reversed(UNDERLINE);

/** Line and weight of a border's side under the one name that files have for both. The first of a line is what an unknown weight becomes. */
const BORDERS: readonly (readonly [string, BorderLine, BorderWeight])[] = [
  ['thin', 'Continuous', 'Thin'], ['hair', 'Continuous', 'Hairline'], ['medium', 'Continuous', 'Medium'], ['thick', 'Continuous', 'Thick'],
  ['dashed', 'Dash', 'Thin'], ['mediumDashed', 'Dash', 'Medium'], ['dashDot', 'DashDot', 'Thin'], ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'], ['mediumDashDotDot', 'DashDotDot', 'Medium'], ['dotted', 'Dot', 'Thin'], ['double', 'Double', 'Thick'],
];

/** What a file calls a border line; nothing for none. */
export function borderName(side: BorderSide): string | undefined {
  const lines = BORDERS.filter(([, line]) => line === side.line);
  return (lines.find(([, , weight]) => weight === side.weight) ?? lines[0])?.[0];
}

/** The border line that a file means. */
export function borderOf(name: string): { line: BorderLine; weight: BorderWeight } | undefined {
  const found = BORDERS.find(([each]) => each === (name === 'slantDashDot' ? 'mediumDashDot' : name));
  return found && { line: found[1], weight: found[2] };
}

/** Office.js' names of paper sizes (Excel.PaperType) by the number that files and printers use. */
const PAPERS: readonly (readonly [number, string])[] = [
  [1, 'letter'], [2, 'letterSmall'], [3, 'tabloid'], [4, 'ledger'], [5, 'legal'], [6, 'statement'], [7, 'executive'], [8, 'a3'], [9, 'a4'], [10, 'a4Small'],
  [11, 'a5'], [12, 'b4'], [13, 'b5'], [14, 'folio'], [15, 'quatro'], [16, 'paper10x14'], [17, 'paper11x17'], [18, 'note'], [19, 'envelope9'],
  [20, 'envelope10'], [21, 'envelope11'], [22, 'envelope12'], [23, 'envelope14'], [24, 'csheet'], [25, 'dsheet'], [26, 'esheet'], [27, 'envelopeDL'],
  [28, 'envelopeC5'], [29, 'envelopeC3'], [30, 'envelopeC4'], [31, 'envelopeC6'], [32, 'envelopeC65'], [33, 'envelopeB4'], [34, 'envelopeB5'],
  [35, 'envelopeB6'], [36, 'envelopeItaly'], [37, 'envelopeMonarch'], [38, 'envelopePersonal'], [39, 'fanfoldUS'], [40, 'fanfoldStdGerman'],
  [41, 'fanfoldLegalGerman'],
];

export function paperNumber(name: string): number | undefined {
  return PAPERS.find(([, each]) => each.toLowerCase() === name.toLowerCase())?.[0];
}

export function paperName(number: number): string | undefined {
  return PAPERS.find(([each]) => each === number)?.[1];
}

/** Number formats that files name by number only (ECMA-376 Part 1, 18.8.30, with what Excel with Chinese settings shows for them). */
const NUMBER_FORMATS: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm',
  17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
  29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: '#,##0;-#,##0', 38: '#,##0;[Red]-#,##0', 39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00', 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', 45: 'mm:ss', 46: '[h]:mm:ss',
  47: 'mmss.0', 48: '##0.0E+0', 49: '@', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

export function numberFormatOf(id: number): string | undefined {
  return NUMBER_FORMATS[id];
}

/** Only formats that mean the same under every language setting go by number; all others are written out. */
const SHARED_IDS: ReadonlyMap<string, number> = new Map([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 49].map((id) => [NUMBER_FORMATS[id]!, id]));

export function numberFormatId(format: string): number | undefined {
  return SHARED_IDS.get(format);
}

/** The rights of a protected sheet: Office.js' option beside the file's attribute, which says what is forbidden. */
export const RIGHTS: readonly (readonly [option: string, attribute: string, forbiddenUnlessSaid: boolean])[] = [
  ['allowEditObjects', 'objects', false], ['allowEditScenarios', 'scenarios', false], ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true], ['allowFormatRows', 'formatRows', true], ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true], ['allowInsertHyperlinks', 'insertHyperlinks', true], ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true], ['allowSort', 'sort', true], ['allowAutoFilter', 'autoFilter', true], ['allowPivotTables', 'pivotTables', true],
];

/** Errors that a cell of a file may hold; newer ones (#SPILL! …) need rich data beside the cell. */
export const FILE_ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);
