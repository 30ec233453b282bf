// Draws a whole new sheet: what stands in its cells, then what belongs to the sheet itself (tables, merges, charts, page, protection). Decides nothing about what is drawn.
import type { Box, ChartDrawing, ColumnDrawing, NameDrawing, PageDrawing, ProtectionDrawing, SheetDrawing, TableDrawing } from '../sheets/drawing';
import { addressOf, boxAddress, columnLetters } from '../sheets/drawing';
import { blockSteps, bytesPerCall, fillSteps, formatSteps, lookSteps, onSheet, rangeOf, rowStep, ruleStep, validationStep } from './draw';
import type { Step } from './requests';
import { weigh } from './requests';

function columnStep(sheetName: string, { column, width, hidden }: ColumnDrawing): Step {
  return onSheet(sheetName, 300, (sheet) => {
    const range = sheet.getRange(`${columnLetters(column)}:${columnLetters(column)}`);
    range.format.columnWidth = width;
    if (hidden !== undefined) range.columnHidden = hidden;
  });
}

function tableStep(sheetName: string, table: TableDrawing): Step {
  return onSheet(sheetName, 500, (sheet) => {
    const made = sheet.tables.add(boxAddress(table.at), true);
    made.name = table.name;
    made.style = table.style;
    made.showBandedRows = table.bandedRows;
  });
}

/** Merges put into one step: few enough for requests to be packed by their bytes, many enough to name the sheet once for all of them. */
const mergesPerStep = 500;
const bytesPerMerge = 500;

function mergeSteps(sheetName: string, merges: readonly Box[], across: boolean): readonly Step[] {
  return Array.from({ length: Math.ceil(merges.length / mergesPerStep) }, (_, index) => {
    const some = merges.slice(index * mergesPerStep, (index + 1) * mergesPerStep);
    return onSheet(sheetName, some.length * bytesPerMerge, (sheet) => { for (const box of some) rangeOf(sheet, box).merge(across); });
  });
}

const chartTypes = { barStacked: 'BarStacked', columnStacked: 'ColumnStacked' } as const;

/** Excel makes one series by itself, of the cells that a chart is added over; it becomes the first, so that the chart is never without one and keeps its type. */
function chartStep(sheetName: string, chart: ChartDrawing): Step {
  return onSheet(sheetName, 2000 + chart.series.length * 2000, (sheet) => {
    const [first] = chart.series;
    if (first === undefined) throw new Error(`A chart without series: ${chart.name}`);
    const made = sheet.charts.add(chartTypes[chart.kind], rangeOf(sheet, first.values), first.values.rows >= first.values.columns ? 'Columns' : 'Rows');
    made.name = chart.name;
    made.title.text = chart.title;
    made.legend.visible = true;
    made.legend.position = 'Bottom';
    chart.series.forEach((drawing, index) => {
      const series = index === 0 ? made.series.getItemAt(0) : made.series.add(drawing.name);
      if (index === 0) series.name = drawing.name;
      series.setValues(rangeOf(sheet, drawing.values));
      series.setXAxisValues(rangeOf(sheet, chart.categories));
      series.format.fill.setSolidColor(drawing.color);
    });
    made.axes.valueAxis.minimum = 0;
    made.axes.valueAxis.majorUnit = chart.unit;
    if (chart.kind === 'barStacked') {
      // Bars are drawn from the bottom up; turned round, they stand in the order of their rows. The scale would go to the top with the first of them.
      made.axes.categoryAxis.reversePlotOrder = true;
      made.axes.categoryAxis.position = 'Maximum';
    }
    const { row, column, rows, columns } = chart.at;
    made.setPosition(addressOf(row, column), addressOf(row + rows - 1, column + columns - 1));
  });
}

function pageStep(sheetName: string, page: PageDrawing): Step {
  return onSheet(sheetName, 3000, (sheet) => {
    const layout = sheet.pageLayout;
    layout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
    layout.paperSize = 'A4';
    // Excel passes over breaks on a sheet that is fitted to a page's width.
    layout.zoom = page.scale === undefined ? { horizontalFitToPages: 1 } : { scale: page.scale };
    layout.centerHorizontally = true;
    layout.topMargin = page.margins.top;
    layout.bottomMargin = page.margins.bottom;
    layout.leftMargin = page.margins.left;
    layout.rightMargin = page.margins.right;
    layout.headerMargin = page.margins.header;
    layout.footerMargin = page.margins.footer;
    layout.setPrintArea(rangeOf(sheet, page.area));
    if (page.titleRows !== undefined) layout.setPrintTitleRows(`$${String(page.titleRows.from + 1)}:$${String(page.titleRows.to + 1)}`);
    const { defaultForAllPages } = layout.headersFooters;
    defaultForAllPages.leftFooter = page.footer.left;
    defaultForAllPages.centerFooter = page.footer.center;
    defaultForAllPages.rightFooter = page.footer.right;
  });
}

function breakSteps(sheetName: string, breaks: readonly number[]): readonly Step[] {
  if (breaks.length === 0) return [];
  return [onSheet(sheetName, breaks.length * 300, (sheet) => { for (const row of breaks) sheet.horizontalPageBreaks.add(addressOf(row, 0)); })];
}

function freezeStep(sheetName: string, { rows, columns }: SheetDrawing['frozen']): Step {
  return onSheet(sheetName, 200, (sheet) => {
    if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(boxAddress({ row: 0, column: 0, rows, columns }));
    else if (rows > 0) sheet.freezePanes.freezeRows(rows);
    else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  });
}

const visibilities = { hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function visibilityStep(sheetName: string, visibility: 'hidden' | 'veryHidden'): Step {
  return onSheet(sheetName, 200, (sheet) => { sheet.visibility = visibilities[visibility]; });
}

function protectionStep(sheetName: string, { sort, filter, formatRows, formatColumns }: ProtectionDrawing): Step {
  return onSheet(sheetName, 500, (sheet) => {
    sheet.protection.protect({ allowSort: sort, allowAutoFilter: filter, allowFormatRows: formatRows, allowFormatColumns: formatColumns });
  });
}

/** A step that adds an empty sheet, as the last tab or the first. */
export function addSheetStep({ name, tabColor, isFirst }: SheetDrawing): Step {
  return {
    bytes: bytesPerCall + weigh(name),
    ask: (context) => {
      const sheet = context.workbook.worksheets.add(name);
      if (isFirst === true) sheet.position = 0;
      if (tabColor !== undefined) sheet.tabColor = tabColor;
      sheet.showGridlines = false;
    },
  };
}

/** A step that adds a named item. */
export function nameStep({ name, formula, comment }: NameDrawing): Step {
  return { bytes: bytesPerCall + weigh(name + formula + comment), ask: (context) => { context.workbook.names.add(name, formula, comment); } };
}

/**
 * Steps that fill a new sheet. Formats come before contents, so that text stays text; the table after its cells; merges after contents and looks,
 * so that no part of a merged cell is ever asked for; charts after widths and heights, which place them. What hides and protects the sheet comes last: nothing could be drawn after it.
 */
export function sheetSteps(drawing: SheetDrawing): readonly Step[] {
  const { name, page } = drawing;
  return [
    ...formatSteps(name, drawing.formats),
    ...drawing.blocks.flatMap((block) => blockSteps(name, block)),
    ...(drawing.table === undefined ? [] : [tableStep(name, drawing.table)]),
    ...fillSteps(name, drawing.fills),
    ...lookSteps(name, drawing.looks),
    ...mergeSteps(name, drawing.merges ?? [], false),
    ...mergeSteps(name, drawing.mergesAcross ?? [], true),
    ...drawing.columns.map((column) => columnStep(name, column)),
    ...drawing.validations.map((validation) => validationStep(name, validation)),
    ...drawing.rules.map((rule, index) => ruleStep(name, rule, index)),
    ...drawing.rows.map((row) => rowStep(name, row)),
    ...(drawing.charts ?? []).map((chart) => chartStep(name, chart)),
    freezeStep(name, drawing.frozen),
    pageStep(name, page),
    ...breakSteps(name, page.breaks ?? []),
    ...(drawing.visibility === undefined ? [] : [visibilityStep(name, drawing.visibility)]),
    ...(drawing.protection === undefined ? [] : [protectionStep(name, drawing.protection)]),
  ];
}
