// Books of all kinds, for properties. Keeps to what Excel itself would take; the places where a file cannot keep a book exactly are named here.
import fc from 'fast-check';
import type { BookContents } from '../../../src/workbench/book/bookApi';
import type { Area, BorderSide, Cell, CellStyle, ColumnInfo, ConditionalRule, PageSetup, RowInfo, Scalar, Sheet, Table, Validation } from '../../../src/workbench/book/model';
import { newSheet } from '../../../src/workbench/book/sheet';
import { DEFAULT_STYLE, restyled } from '../../../src/workbench/book/styles';

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).toUpperCase().padStart(6, '0')}`);
const chinese = fc.string({ unit: fc.constantFrom(...'任务台账落实情况（一）、，。“”责任科室 ａ１'), maxLength: 12 });

/** Texts that have broken files: blanks, breaks, what looks like a formula, an escape, an error, a number; characters that XML does not know. */
const awkward = fc.constantFrom(
  ' 前', '后 ', '  ', '\n', '一\n二', '一\r\n二', '\t', '=1+1', '+1', "'引", '00123', '_x000D_', '_x005F_', '__x0041_', '&amp;', ']]>', '<a b="c">', '#N/A', 'TRUE', '', '\u0001', '\u001f',
  '\ufffe', '\ud800', '\ud83d\ude00', '邓\u3000善', '\u00a0', '\u200b', '"', 'a'.repeat(2000),
);
export const anyText = fc.oneof(chinese, awkward, fc.string({ unit: 'binary', maxLength: 20 }), fc.tuple(awkward, chinese).map((parts) => parts.join('')));
const line = chinese.map((text) => text.trim());

// -0 is 0 to a person, and files have no word for it
const anyNumber = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: 1, max: 60_000, noNaN: true }), fc.constantFrom(0.1 + 0.2, 1e21, 5e-324, 44_306.123456789)).map((value) => value + 0);
const anyError = fc.constantFrom('#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!').map((error) => ({ error }));
const anyScalar: fc.Arbitrary<Scalar> = fc.oneof({ weight: 4, arbitrary: anyText }, { weight: 3, arbitrary: anyNumber }, fc.boolean(), anyError);

const anyFormula = fc.constantFrom(
  '=A1+1', '="a""b"&\'甲 乙\'!$A$1', '=IFS(A1>1,"IFS(",TRUE,TEXTJOIN("、",TRUE,B:B))', '=SUM(1:1)', '=_xlfn_like', '=名册!A1&"_x0041_"', '=LET(甲,A1,甲*2)', '=CONCAT({1,2;3,4})',
  '=XLOOKUP(1,A:A,B:B)', '=FILTER(A1:A3,B1:B3)', '=SUMPRODUCT((A1:A9="x")*1)', '=IF(A1<>"",TODAY(),"&<>")', '=STDEV.S(A1:A2)', '=A1%', '=-A1^2', '=1E+20', '=#REF!+1', '="一\n二"',
);

const anySide: fc.Arbitrary<BorderSide> = fc.record({
  kind: fc.constantFrom(
    ['Continuous', 'Hairline'], ['Continuous', 'Thin'], ['Continuous', 'Medium'], ['Continuous', 'Thick'], ['Dash', 'Thin'], ['Dash', 'Medium'], ['DashDot', 'Thin'],
    ['DashDot', 'Medium'], ['DashDotDot', 'Thin'], ['DashDotDot', 'Medium'], ['Dot', 'Thin'], ['Double', 'Thick'],
  ), color,
}).map(({ kind: [lineKind, weight], color: shade }) => ({ line: lineKind, weight, color: shade }));

export const anyStyle: fc.Arbitrary<CellStyle> = fc.record({
  numberFormat: fc.constantFrom('General', '@', '0', '0.00', 'yyyy"年"m"月"', 'yyyy/m/d', 'yyyy-mm-dd hh:mm:ss', '#,##0;[Red]-#,##0', '0%', '"<&>"0'),
  fontName: fc.constantFrom('等线', '宋体', '方正小标宋简体', 'Times New Roman'), fontSize: fc.constantFrom(9, 10.5, 11, 22), bold: fc.boolean(), italic: fc.boolean(),
  underline: fc.constantFrom('None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'), strikethrough: fc.boolean(), fontColor: color, fillColor: fc.oneof(fc.constant(''), color),
  horizontal: fc.constantFrom('General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'),
  vertical: fc.constantFrom('Top', 'Center', 'Bottom', 'Justify', 'Distributed'), wrap: fc.boolean(), indent: fc.integer({ min: 0, max: 15 }), shrink: fc.boolean(),
  rotation: fc.oneof(fc.integer({ min: -90, max: 90 }), fc.constant(180)), locked: fc.boolean(), formulaHidden: fc.boolean(), top: anySide, bottom: anySide, left: anySide, right: anySide,
}, { requiredKeys: [] }).map((change) => restyled(DEFAULT_STYLE, change as Partial<CellStyle>));

/** An ordinary look is no look: a file cannot tell "the ordinary one, said so" from "none". */
const someStyle = anyStyle.filter((style) => style !== DEFAULT_STYLE);

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ value: anyScalar, style: someStyle }, { requiredKeys: ['value'] }),
  fc.record({ value: fc.oneof(anyScalar, fc.constant(null)), formula: anyFormula, style: someStyle }, { requiredKeys: ['value', 'formula'] }),
  fc.record({ value: anyText, quoted: fc.constant(true), style: someStyle }, { requiredKeys: ['value', 'quoted'] }),
  fc.record({ value: fc.constant(null), style: someStyle }),
);

const anyArea = fc.record({ top: fc.nat(30), left: fc.nat(10), height: fc.nat(5), width: fc.nat(5) }).map(({ top, left, height, width }): Area => ({ top, left, bottom: top + height, right: left + width }));
const height = fc.integer({ min: 1, max: 400 }).map((value) => value / 4 + 5);
const anyRow: fc.Arbitrary<RowInfo> = fc.oneof(
  fc.record({ height, hidden: fc.constant(true), style: someStyle }, { requiredKeys: ['height'] }), fc.record({ height, auto: fc.constant(true) }), fc.record({ hidden: fc.constant(true) }), fc.record({ style: someStyle }),
);
const anyColumn: fc.Arbitrary<ColumnInfo> = fc.record({ width: fc.integer({ min: 1, max: 200 }).map((value) => value / 2), hidden: fc.constant(true), style: someStyle }, { requiredKeys: [] })
  .filter((info) => Object.keys(info).length > 0);

const comparison = fc.constantFrom('between', 'notBetween', 'equal', 'notEqual', 'greaterThan', 'lessThan', 'greaterThanOrEqual', 'lessThanOrEqual');
const anyRule: fc.Arbitrary<ConditionalRule> = fc.record({
  id: fc.constant(''), areas: fc.array(anyArea, { minLength: 1, maxLength: 2 }), priority: fc.constant(0), stopIfTrue: fc.boolean(),
  rule: fc.oneof(
    anyFormula.map((formula) => ({ type: 'custom' as const, formula: formula.slice(1) })),
    comparison.map((operator) => ({ type: 'cellValue' as const, operator, formula1: '1', ...(/between/i.test(operator) ? { formula2: '"二"' } : {}) })),
    fc.record({ type: fc.constant('containsText' as const), operator: fc.constantFrom('contains', 'notContains', 'beginsWith', 'endsWith'), text: anyText.filter((text) => text !== '' && text.length < 200) }),
  ),
  look: fc.record({ fontColor: color, bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), strikethrough: fc.boolean(), fillColor: color, numberFormat: fc.constantFrom('0.0', '@'), borderColor: color }, { requiredKeys: [] }),
});

const message = fc.record({ title: anyText.map((text) => text.slice(0, 15)), message: anyText.map((text) => text.slice(0, 100)), show: fc.constant(true) });
const anyValidation: fc.Arbitrary<Omit<Validation, 'areas'>> = fc.record({
  kind: fc.oneof(
    fc.record({ type: fc.constant('list' as const), formula1: fc.constantFrom('甲,乙', '=$A$1:$A$5', '=名册', '"引",b'), inCellDropDown: fc.boolean() }),
    fc.record({ type: fc.constantFrom('whole', 'decimal', 'date', 'time', 'textLength'), operator: fc.constantFrom('between', 'notBetween'), formula1: fc.constantFrom('1', '-2.5', '=A1'), formula2: fc.constantFrom('44561', '=TODAY()+1'), inCellDropDown: fc.constant(false) }),
    fc.record({ type: fc.constant('decimal' as const), operator: fc.constantFrom('equal', 'greaterThan'), formula1: fc.constantFrom('1', '=A1'), inCellDropDown: fc.constant(false) }),
    fc.record({ type: fc.constant('custom' as const), formula1: anyFormula, inCellDropDown: fc.constant(false) }),
  ),
  ignoreBlanks: fc.boolean(),
  more: fc.record({ prompt: message, alert: fc.tuple(message, fc.constantFrom('stop', 'warning', 'information')).map(([said, style]) => ({ ...said, style })) }, { requiredKeys: [] }),
}).map(({ kind, ignoreBlanks, more }) => ({ ...kind, ignoreBlanks, ...more }));

const margin = fc.integer({ min: 0, max: 20_000 }).map((value) => value / 100);
const plainPart = fc.oneof(line, fc.constantFrom('&P / &N', '&"宋体,Bold"&12甲', '&&', '&D')).filter((text) => !/^\d|[&]$/.test(text) || text === '&&');
const parts = fc.record({ left: plainPart, center: plainPart, right: plainPart });
const breaksUpTo = (max: number) => fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(max)), { minLength: 1, maxLength: 4 }).map((breaks) => breaks.sort((a, b) => a - b));
const anyPage: fc.Arbitrary<PageSetup> = fc.record({
  orientation: fc.constantFrom<PageSetup['orientation'][]>('portrait', 'landscape'), paper: fc.constantFrom('a4', 'a3', 'letter', 'b5'),
  size: fc.oneof(fc.constant({ scale: 100 }), fc.integer({ min: 10, max: 400 }).map((scale) => ({ scale })), fc.constant({ fit: { wide: 1 } }), fc.constant({ fit: { wide: 2, tall: 3 } }), fc.constant({ fit: { tall: 1 } })),
  margins: fc.record({ top: margin, bottom: margin, left: margin, right: margin, header: margin, footer: margin }),
  flags: fc.record({ centerHorizontally: fc.boolean(), centerVertically: fc.boolean(), printGridlines: fc.boolean(), printHeadings: fc.boolean(), blackAndWhite: fc.boolean() }),
  names: fc.record({ printArea: fc.constantFrom('$A$1:$F$9', '$B$2', '$A$1:$B$2,$D$1:$E$2'), titleRows: fc.constantFrom('$1:$4', '$3:$3'), titleColumns: fc.constant('$A:$B'), rowBreaks: breaksUpTo(1_048_575), columnBreaks: breaksUpTo(16_383) }, { requiredKeys: [] }),
  header: parts, footer: parts,
}).map(({ orientation, paper, size, margins, flags, names, header, footer }) => ({ orientation, paper, margins, header, footer, ...size, ...flags, ...names }));

/** A table far below the loose cells, with its header and one calculated column. */
const anyTable = fc.record({
  more: fc.uniqueArray(anyText.filter((text) => text.trim() !== '' && text.length < 200), { maxLength: 3, selector: (text) => text.toLowerCase() }), rows: fc.integer({ min: 1, max: 4 }),
  style: fc.constantFrom('TableStyleLight9', 'TableStyleMedium2', ''), flags: fc.record({ bandedRows: fc.boolean(), bandedColumns: fc.boolean(), firstColumn: fc.boolean(), lastColumn: fc.boolean() }),
  hasTotals: fc.boolean(), filterButton: fc.boolean(), filter: fc.option(fc.uniqueArray(anyText.map((text) => text.slice(0, 200)), { minLength: 1, maxLength: 3 }), { nil: undefined }),
});

/** An escape that another column's name already is would be the same name to Excel's tables. */
function addTable(sheet: Sheet, name: string, { more, rows, style, flags, hasTotals, filterButton, filter }: Made<typeof anyTable>): void {
  const names = ['编号', '数', ...more.filter((text) => text !== '编号' && text !== '数')];
  const [top, left] = [100, 1];
  const bottom = top + rows + (hasTotals ? 1 : 0);
  const calculated = '=IFS([@编号]="","",TRUE,LEN([@编号]))';
  const table: Table = {
    id: '', name, area: { top, left, bottom, right: left + names.length - 1 }, columns: names.map((each, index) => ({ name: each, ...(index === 1 ? { calculated } : {}) })),
    hasHeader: true, hasTotals, style, ...flags, filterButton, filters: filter ? new Map([[0, [...filter.filter((text) => text !== ''), ...(filter.includes('') ? [''] : [])]]]) : new Map<number, string[]>(),
  };
  sheet.tables.push(table);
  sheet.cells.set(top, new Map(names.map((each, index) => [left + index, { value: each }])));
  for (let row = top + 1; row <= top + rows; row++) sheet.cells.set(row, new Map<number, Cell>([[left, { value: `1.${row}` }], [left + 1, { value: 5, formula: calculated }]]));
  if (hasTotals) sheet.cells.set(bottom, new Map<number, Cell>([[left, { value: '合计' }], [left + 1, { value: 10, formula: `=SUBTOTAL(109,${name}[数])` }]]));
}

const anyChartOptions = fc.record({
  legendVisible: fc.boolean(), legendPosition: fc.constantFrom('Top', 'Bottom', 'Left', 'Right', 'Corner'), titleVisible: fc.constant(false), 'categoryAxis.reversed': fc.boolean(), 'categoryAxis.position': fc.constantFrom('Automatic', 'Maximum', 'Minimum'),
  'categoryAxis.visible': fc.boolean(), 'categoryAxis.gridlines': fc.boolean(), 'valueAxis.gridlines': fc.boolean(), 'valueAxis.reversed': fc.boolean(), 'valueAxis.minimum': fc.integer({ min: -9, max: 9 }), 'valueAxis.maximum': fc.integer({ min: 10, max: 99 }),
  'valueAxis.majorUnit': fc.constantFrom(0.5, 1, 20),
}, { requiredKeys: [] });

const anySheet = fc.record({
  cells: fc.array(fc.tuple(fc.nat(40), fc.nat(12), anyCell), { maxLength: 40 }), rows: fc.array(fc.tuple(fc.nat(40), anyRow), { maxLength: 6 }), columns: fc.array(fc.tuple(fc.nat(15), anyColumn), { maxLength: 6 }),
  far: fc.option(fc.constantFrom<[number, number]>([1_048_575, 16_383], [200_000, 0]), { nil: undefined, freq: 5 }), merge: fc.option(anyArea, { nil: undefined }), table: fc.option(anyTable, { nil: undefined }),
  rules: fc.array(anyRule, { maxLength: 4 }), validations: fc.array(anyValidation, { maxLength: 3 }), page: anyPage, visibility: fc.constantFrom<Sheet['visibility'][]>('Visible', 'Hidden', 'VeryHidden'),
  tabColor: fc.oneof(fc.constant(''), color), frozen: fc.record({ rows: fc.nat(3), columns: fc.nat(2) }), showGridlines: fc.boolean(), showHeadings: fc.boolean(), zoom: fc.option(fc.integer({ min: 10, max: 400 }), { nil: undefined }),
  protection: fc.option(fc.dictionary(fc.constantFrom('allowSort', 'allowAutoFilter', 'allowFormatCells', 'allowEditObjects', 'allowEditScenarios', 'allowInsertRows', 'allowDeleteColumns', 'allowPivotTables'), fc.boolean()), { nil: undefined }),
  properties: fc.dictionary(fc.constantFrom('版本', 'key', 'a b'), anyText, { maxKeys: 2 }), sizes: fc.record({ defaultRowHeight: height, defaultColumnWidth: fc.constantFrom(8.38, 9, 10.25) }),
  chart: fc.option(fc.record({ title: fc.option(line.filter((text) => text !== ''), { nil: undefined }), type: fc.constantFrom('ColumnStacked', 'BarClustered', 'Line', 'Pie', 'Radar'), left: margin, top: margin, color: fc.option(color, { nil: undefined }), options: anyChartOptions }), { nil: undefined }),
});

function build(serial: number, name: string, plan: Made<typeof anySheet>): Sheet {
  const sheet = newSheet(`s${serial}`, name);
  for (const [row, info] of plan.rows) sheet.rows.set(row, info);
  for (const [column, info] of plan.columns) sheet.columns.set(column, info);
  const put = (row: number, column: number, cell: Cell) => {
    // A cell among styled rows or columns always has a look of its own in a book
    const around = sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style;
    sheet.cells.set(row, (sheet.cells.get(row) ?? new Map<number, Cell>()).set(column, around && !cell.style ? { ...cell, style: around } : cell));
  };
  for (const [row, column, cell] of plan.cells) put(row, column, cell);
  if (plan.far) put(...plan.far, { value: '远' });
  if (plan.table) addTable(sheet, `表${serial}`, plan.table);
  for (const [row, cells] of [...sheet.cells].filter(([row]) => row >= 100 && row < 200)) for (const [column, cell] of cells) put(row, column, cell);
  if (plan.merge && (plan.merge.top < plan.merge.bottom || plan.merge.left < plan.merge.right)) sheet.merges.push(plan.merge);
  plan.rules.forEach((rule, priority) => sheet.rules.push({ ...rule, priority }));
  plan.validations.forEach((validation, index) => sheet.validations.push({ ...validation, areas: [{ top: 50 + index, left: 0, bottom: 50 + index, right: 3 }, { top: 60 + index, left: 2, bottom: 60 + index, right: 2 }] }));
  const { page, visibility, tabColor, frozen, showGridlines, showHeadings, sizes } = plan;
  Object.assign(sheet, { page, visibility, tabColor, frozen, showGridlines, showHeadings, ...sizes });
  if (plan.zoom !== undefined) sheet.zoom = plan.zoom;
  if (plan.protection) sheet.protection = { options: plan.protection };
  for (const [key, value] of Object.entries(plan.properties)) sheet.customProperties.set(key, value);
  if (plan.chart) {
    const { title, color: shade, ...rest } = plan.chart;
    sheet.charts.push({
      id: '', name: '图表 1', ...rest, ...(title === undefined ? {} : { title }), source: `'${name}'!$A$1:$B$3`, seriesBy: 'Columns', width: 300.5, height: 200.25,
      series: [{ name: '系列一', values: `'${name}'!$B$1:$B$3`, categories: `'${name}'!$A$1:$A$3`, ...(shade === undefined ? {} : { color: shade }) }],
    });
  }
  return sheet;
}

const anyMoment = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000));

export const anyContents: fc.Arbitrary<BookContents> = fc.record({
  sheetNames: fc.uniqueArray(fc.constantFrom('任务台账', '名册', '设置', 'Sheet1', '双月汇总2021-06(旧1)', "it's", '甲 乙', 'R1C1', '2021', 'a&b<c>', ',逗号,'), { minLength: 1, maxLength: 3 }),
  plans: fc.array(anySheet, { minLength: 3, maxLength: 3 }),
  names: fc.uniqueArray(fc.record({ name: fc.constantFrom('基准日', '_x', '名.称', 'Zeta', 'alpha'), formula: anyFormula, comment: anyText.map((text) => text.slice(0, 100)), visible: fc.boolean(), scoped: fc.boolean() }), { maxLength: 4, selector: (item) => item.name }),
  texts: fc.record({ title: line, subject: line, author: line, keywords: line, comments: line, lastAuthor: line, company: line, manager: line, category: line }),
  moments: fc.record({ created: anyMoment, modified: anyMoment }, { requiredKeys: [] }),
  custom: fc.dictionary(fc.constantFrom('版本', 'b c', '数'), fc.oneof(line.filter((text) => text !== ''), fc.integer(), fc.constant(20_210_420_120_000), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0), fc.boolean(), anyMoment)), date1904: fc.boolean(),
}).map(({ sheetNames, plans, names, texts, moments, custom, date1904 }) => {
  const sheets = sheetNames.map((name, index) => build(index, name, plans[index]!));
  sheets[0]!.visibility = 'Visible';
  return {
    name: '工作簿1.xlsx', sheets, date1904, activeSheet: sheets[0]!.name, properties: { ...texts, ...moments, custom: new Map(Object.entries(custom)) },
    names: names.map(({ scoped, ...item }) => ({ ...item, ...(scoped ? { scope: sheets.at(-1)!.id } : {}) })),
  };
});
