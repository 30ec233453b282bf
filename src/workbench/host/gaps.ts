// What the pretend Excel does not do, with the reason. A test asks for every one of them: an entry that begins to work must leave the list.

export interface Gap {
  /** Type and member as Office.js spells them. */
  readonly member: string;
  readonly why: string;
}

/** Gaps that an add-in can reach; each answers with NotSupported. */
export const GAPS: readonly Gap[] = [
  { member: 'Range.getImage', why: 'needs a renderer' },
  { member: 'Range.hyperlink', why: 'the book keeps no links' },
  { member: 'Range.style', why: 'the book keeps looks, not named styles' },
  { member: 'Range.numberFormatLocal', why: 'only the invariant codes are kept; Chinese Excel shows G/通用格式 for General' },
  { member: 'Range.autoFill', why: 'filling series is the view\'s affair so far' },
  { member: 'Range.flashFill', why: 'guessing patterns' },
  { member: 'Range.getTables', why: 'tables are found by name' },
  { member: 'Range.getDirectPrecedents', why: 'the formula engine does not tell them over its seam' },
  { member: 'Range.group', why: 'the book keeps no outline' },
  { member: 'Range.moveTo', why: 'cutting and pasting with references is not modelled' },
  { member: 'Range.removeDuplicates', why: 'not needed yet' },
  { member: 'Range.replaceAll', why: 'not needed yet' },
  { member: 'Range.setDirty', why: 'calculation is always automatic' },
  { member: 'RangeFormat.autoIndent', why: 'the book does not keep it' },
  { member: 'RangeFormat.readingOrder', why: 'the book does not keep it' },
  { member: 'RangeFormat.useStandardHeight', why: 'the book does not keep it' },
  { member: 'RangeFormat.useStandardWidth', why: 'the book does not keep it' },
  { member: 'RangeFont.subscript', why: 'the book does not keep it' },
  { member: 'RangeFont.tintAndShade', why: 'colours are kept as RGB' },
  { member: 'RangeFill.pattern', why: 'fills are solid' },
  { member: 'Worksheet.copy', why: 'copies are made by drawing again' },
  { member: 'Worksheet.findAll', why: 'one cell at a time is enough (Range.find)' },
  { member: 'Worksheet.shapes', why: 'the book keeps no drawings but charts' },
  { member: 'Worksheet.pivotTables', why: 'no pivot engine' },
  { member: 'Worksheet.comments', why: 'the book keeps no comments' },
  { member: 'Worksheet.enableCalculation', why: 'calculation is always on' },
  { member: 'Worksheet.tabId', why: 'not kept' },
  { member: 'Workbook.pivotTables', why: 'no pivot engine' },
  { member: 'Workbook.customXmlParts', why: 'not kept; custom XML is not undone either (office-js 6415)' },
  { member: 'Workbook.bindings', why: 'older than ranges and names' },
  { member: 'Workbook.styles', why: 'the book keeps looks, not named styles' },
  { member: 'Workbook.comments', why: 'the book keeps no comments' },
  { member: 'Workbook.insertWorksheetsFromBase64', why: 'needs a file reader behind the host; fails on the web with comments, slicers and charts (FACTS)' },
  { member: 'Application.cultureInfo', why: 'Chinese settings only' },
  { member: 'WorkbookProtection.protect', why: 'the book does not keep a protected structure' },
  { member: 'ConditionalFormat.dataBar', why: 'only custom, cell value and text rules' },
  { member: 'DataValidation.getInvalidCells', why: 'several areas of one kind are not needed yet' },
  { member: 'HeaderFooterGroup.firstPage', why: 'one header and footer for all pages' },
  { member: 'NamedItem.arrayValues', why: 'names stand for ranges and single values' },
  { member: 'Chart.dataLabels', why: 'reports need title, legend, series and colours only' },
  { member: 'Chart.format', why: 'reports need title, legend, series and colours only' },
  { member: 'ChartAxes.getItem', why: 'the two axes are found by name' },
  { member: 'ChartAxes.seriesAxis', why: 'no charts in three dimensions' },
  { member: 'ChartAxis.title', why: 'reports say what an axis counts in the title of the chart' },
  { member: 'ChartAxis.format', why: 'axes have Excel\'s usual lines and letters' },
  { member: 'ChartAxis.minorGridlines', why: 'the book keeps the main gridlines only' },
  { member: 'ChartAxis.numberFormat', why: 'labels are written as the numbers are' },
  { member: 'ChartAxis.tickLabelPosition', why: 'labels stand beside their axis' },
];
