// The list of Excel's types that the pretend Excel knows, by name.
import type { Places } from '../places';
import type { Kind } from '../registry';
import { chartAxesKind, chartAxisKind, chartGridlinesKind } from './chartAxes';
import { chartFillKind, chartKind, chartLegendKind, chartSeriesCollectionKind, chartSeriesFormatKind, chartSeriesKind, chartsKind, chartTitleKind } from './charts';
import { customPropertiesKind, customPropertyKind, documentPropertiesKind, settingKind, settingsKind } from './documentParts';
import { autoFilterKind, filterKind, rangeSortKind, tableSortKind } from './filters';
import { namedItemKind, namesKind } from './names';
import { pageBreakKind, pageBreaksKind } from './pageBreaks';
import { headerFooterGroupKind, headerFooterKind, pageLayoutKind } from './pageLayout';
import { rangeKind } from './range';
import { rangeAreasCollectionKind, rangeAreasKind, rangeViewKind } from './rangeAreas';
import { rangeBorderKind, rangeBordersKind } from './rangeBorders';
import { formatProtectionKind, rangeFillKind, rangeFontKind, rangeFormatKind } from './rangeFormat';
import { ruleBorderKind, ruleBordersKind, ruleFillKind, ruleFontKind, ruleFormatKind } from './ruleFormats';
import { cellValueRuleKind, conditionalFormatKind, conditionalFormatsKind, conditionalRuleKind, customRuleKind, textRuleKind } from './rules';
import { freezePanesKind, worksheetCustomPropertiesKind, worksheetCustomPropertyKind, worksheetProtectionKind } from './sheetParts';
import { tableColumnKind, tableColumnsKind, tableRowKind, tableRowsKind } from './tableParts';
import { tableKind, tablesKind } from './tables';
import { dataValidationKind } from './validations';
import { applicationKind, iterativeCalculationKind, workbookCreatedKind, workbookKind, workbookProtectionKind } from './workbook';
import { worksheetKind } from './worksheet';
import { worksheetsKind } from './worksheets';

export const KINDS: { readonly [K in keyof Places]: Kind<Places[K]> } = {
  Application: applicationKind, AutoFilter: autoFilterKind, CellValueConditionalFormat: cellValueRuleKind, Chart: chartKind, ChartAxes: chartAxesKind, ChartAxis: chartAxisKind,
  ChartGridlines: chartGridlinesKind, ChartCollection: chartsKind, ChartFill: chartFillKind, ChartLegend: chartLegendKind,
  ChartSeries: chartSeriesKind, ChartSeriesCollection: chartSeriesCollectionKind, ChartSeriesFormat: chartSeriesFormatKind, ChartTitle: chartTitleKind, ConditionalFormat: conditionalFormatKind,
  ConditionalFormatCollection: conditionalFormatsKind, ConditionalFormatRule: conditionalRuleKind, ConditionalRangeBorder: ruleBorderKind, ConditionalRangeBorderCollection: ruleBordersKind,
  ConditionalRangeFill: ruleFillKind, ConditionalRangeFont: ruleFontKind, ConditionalRangeFormat: ruleFormatKind, CustomConditionalFormat: customRuleKind, CustomProperty: customPropertyKind,
  CustomPropertyCollection: customPropertiesKind, DataValidation: dataValidationKind, DocumentProperties: documentPropertiesKind, Filter: filterKind, FormatProtection: formatProtectionKind,
  HeaderFooter: headerFooterKind, HeaderFooterGroup: headerFooterGroupKind, IterativeCalculation: iterativeCalculationKind, NamedItem: namedItemKind, NamedItemCollection: namesKind, PageBreak: pageBreakKind,
  PageBreakCollection: pageBreaksKind, PageLayout: pageLayoutKind,
  Range: rangeKind, RangeAreas: rangeAreasKind, RangeAreasCollection: rangeAreasCollectionKind, RangeBorder: rangeBorderKind, RangeBorderCollection: rangeBordersKind, RangeFill: rangeFillKind,
  RangeFont: rangeFontKind, RangeFormat: rangeFormatKind, RangeSort: rangeSortKind, RangeView: rangeViewKind, Setting: settingKind, SettingCollection: settingsKind, Table: tableKind,
  TableCollection: tablesKind, TableColumn: tableColumnKind, TableColumnCollection: tableColumnsKind, TableRow: tableRowKind, TableRowCollection: tableRowsKind, TableSort: tableSortKind,
  TextConditionalFormat: textRuleKind, Workbook: workbookKind, WorkbookCreated: workbookCreatedKind, WorkbookProtection: workbookProtectionKind, Worksheet: worksheetKind, WorksheetCollection: worksheetsKind,
  WorksheetCustomProperty: worksheetCustomPropertyKind, WorksheetCustomPropertyCollection: worksheetCustomPropertiesKind, WorksheetFreezePanes: freezePanesKind, WorksheetProtection: worksheetProtectionKind,
};
