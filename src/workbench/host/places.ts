// Where in a book each type of Excel's object model stands. Knows nothing of the types' members.
import type { Area, Chart, TableColumn } from '../book/model';

/** A rectangle that follows its cells when rows or columns come and go. */
export interface RangeAt { readonly sheetId: string; area: Area; /** Its cells were deleted. */ gone?: boolean }
export interface SheetAt { readonly id: string }
export interface PageBreaksAt extends SheetAt { readonly line: 'rows' | 'columns' }
/** The row or column after the break. */
export interface PageBreakAt extends PageBreaksAt { readonly before: number }
export interface TableAt { readonly table: string }
export interface RuleAt { readonly sheetId: string; readonly rule: string }
export interface ChartAt { readonly sheetId: string; readonly chart: string }
export interface AxisAt extends ChartAt { readonly axis: 'categoryAxis' | 'valueAxis' }
export interface SeriesAt extends ChartAt { readonly series: Chart['series'][number] }

export interface Places {
  Workbook: object;
  Application: object;
  IterativeCalculation: object;
  /** A workbook that is to be opened, from a base64 .xlsx when given. */
  WorkbookCreated: { readonly base64?: string };
  WorkbookProtection: object;
  DocumentProperties: object;
  CustomPropertyCollection: object;
  CustomProperty: { readonly key: string };
  SettingCollection: object;
  Setting: { readonly key: string };
  WorksheetCollection: object;
  Worksheet: SheetAt;
  WorksheetProtection: SheetAt;
  WorksheetFreezePanes: SheetAt;
  WorksheetCustomPropertyCollection: SheetAt;
  WorksheetCustomProperty: SheetAt & { readonly key: string };
  PageLayout: SheetAt;
  PageBreakCollection: PageBreaksAt;
  PageBreak: PageBreakAt;
  HeaderFooterGroup: SheetAt;
  HeaderFooter: SheetAt;
  AutoFilter: SheetAt | TableAt;
  NamedItemCollection: { readonly scope?: string };
  NamedItem: { readonly name: string; readonly scope?: string };
  Range: RangeAt;
  RangeAreas: { readonly sheetId: string; readonly ranges: readonly RangeAt[] };
  RangeAreasCollection: { readonly sheetId: string; readonly ranges: readonly RangeAt[] };
  RangeView: { readonly range: RangeAt };
  RangeFormat: RangeAt;
  RangeFont: RangeAt;
  RangeFill: RangeAt;
  FormatProtection: RangeAt;
  RangeBorderCollection: RangeAt;
  RangeBorder: { readonly range: RangeAt; readonly index: string };
  RangeSort: RangeAt;
  DataValidation: RangeAt;
  ConditionalFormatCollection: RangeAt;
  ConditionalFormat: RuleAt;
  CustomConditionalFormat: RuleAt;
  ConditionalFormatRule: RuleAt;
  ConditionalRangeFormat: RuleAt;
  ConditionalRangeFont: RuleAt;
  ConditionalRangeFill: RuleAt;
  ConditionalRangeBorderCollection: RuleAt;
  ConditionalRangeBorder: RuleAt & { readonly index: string };
  CellValueConditionalFormat: RuleAt;
  TextConditionalFormat: RuleAt;
  TableCollection: { readonly sheetId?: string };
  Table: TableAt;
  TableColumnCollection: TableAt;
  TableColumn: TableAt & { readonly column: TableColumn };
  TableRowCollection: TableAt;
  TableRow: TableAt & { readonly index: number };
  TableSort: TableAt;
  Filter: TableAt & { readonly column: TableColumn };
  ChartCollection: SheetAt;
  Chart: ChartAt;
  ChartAxes: ChartAt;
  ChartAxis: AxisAt;
  ChartGridlines: AxisAt;
  ChartTitle: ChartAt;
  ChartLegend: ChartAt;
  ChartSeriesCollection: ChartAt;
  ChartSeries: SeriesAt;
  ChartSeriesFormat: SeriesAt;
  ChartFill: SeriesAt;
}
