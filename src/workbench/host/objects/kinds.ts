// The list of Excel's types that the pretend Excel knows, by name.
import type { Kind } from '../registry';
import type { Places } from '../places';
import { rangeBorderKind, rangeBordersKind } from './rangeBorders';
import { formatProtectionKind, rangeFillKind, rangeFontKind, rangeFormatKind } from './rangeFormat';
import { rangeKind } from './range';
import { applicationKind, iterativeCalculationKind, workbookKind, workbookProtectionKind } from './workbook';
import { worksheetKind } from './worksheet';
import { worksheetsKind } from './worksheets';

export const KINDS: { readonly [K in keyof Places]?: Kind<Places[K]> } = {
  Application: applicationKind, FormatProtection: formatProtectionKind, IterativeCalculation: iterativeCalculationKind, Range: rangeKind, RangeBorder: rangeBorderKind, RangeBorderCollection: rangeBordersKind,
  RangeFill: rangeFillKind, RangeFont: rangeFontKind, RangeFormat: rangeFormatKind, Workbook: workbookKind, WorkbookProtection: workbookProtectionKind, Worksheet: worksheetKind, WorksheetCollection: worksheetsKind,
};
