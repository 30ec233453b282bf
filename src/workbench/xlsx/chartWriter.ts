// Charts: as hucre's chart model, which writes the chart parts, and as the drawing part that places them on the sheet.
import type { SheetChart } from 'hucre/xlsx';
import { axisLook, legendSide, shownTitle, type AxisName, type LegendSide } from '../book/chartOptions';
import type { Chart, Sheet } from '../book/model';
import { cellAtPoint } from '../book/sheetMeasure';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring, element, XML_HEAD } from './xmlText';

type Kind = Pick<SheetChart, 'type' | 'barGrouping' | 'lineGrouping' | 'areaGrouping' | 'overlap' | 'showLineMarkers' | 'scatterStyle'>;

/** Office.js' chart types (Excel.ChartType) that hucre can draw. */
const KINDS: Readonly<Record<string, Kind>> = {
  ColumnClustered: { type: 'column', barGrouping: 'clustered' },
  ColumnStacked: { type: 'column', barGrouping: 'stacked', overlap: 100 },
  ColumnStacked100: { type: 'column', barGrouping: 'percentStacked', overlap: 100 },
  BarClustered: { type: 'bar', barGrouping: 'clustered' },
  BarStacked: { type: 'bar', barGrouping: 'stacked', overlap: 100 },
  BarStacked100: { type: 'bar', barGrouping: 'percentStacked', overlap: 100 },
  Line: { type: 'line', lineGrouping: 'standard', showLineMarkers: false },
  LineMarkers: { type: 'line', lineGrouping: 'standard', showLineMarkers: true },
  LineStacked: { type: 'line', lineGrouping: 'stacked', showLineMarkers: false },
  LineStacked100: { type: 'line', lineGrouping: 'percentStacked', showLineMarkers: false },
  Area: { type: 'area', areaGrouping: 'standard' },
  AreaStacked: { type: 'area', areaGrouping: 'stacked' },
  AreaStacked100: { type: 'area', areaGrouping: 'percentStacked' },
  Pie: { type: 'pie' },
  Doughnut: { type: 'doughnut' },
  XYScatter: { type: 'scatter', scatterStyle: 'marker' },
};

/** Office.js' type of a chart that a file describes by kind and grouping. */
export function chartTypeOf(kind: string, grouping: string | undefined, markers: boolean): string | undefined {
  const said = grouping ?? (kind === 'bar' || kind === 'column' ? 'clustered' : 'standard');
  return Object.entries(KINDS).find(([, each]) => {
    const own = each.barGrouping ?? each.lineGrouping ?? each.areaGrouping;
    return each.type === kind && (own === undefined || own === said) && (each.showLineMarkers ?? markers) === markers;
  })?.[0];
}

const SIDES: Readonly<Record<LegendSide, Exclude<SheetChart['legend'], undefined>>> = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right', Corner: 'topRight' };
const CROSSES = { Automatic: undefined, Maximum: 'max', Minimum: 'min' } as const;

/** hucre's own words for an axis; what is not said there means crossed ticks, large and small. Where an axis is crossed stands at the one that crosses it. */
function hucreAxis(chart: Chart, axis: AxisName, other: AxisName) {
  const { visible, gridlines, reversed, minimum, maximum, majorUnit } = axisLook(chart, axis);
  const crosses = CROSSES[axisLook(chart, other).position];
  const scale = { ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }), ...(majorUnit === undefined ? {} : { majorUnit }) };
  return {
    majorTickMark: 'none' as const, minorTickMark: 'none' as const, hidden: !visible, reverse: reversed, ...(gridlines ? { gridlines: { major: true } } : {}),
    ...(crosses === undefined ? {} : { crosses }), ...(Object.keys(scale).length === 0 ? {} : { scale }),
  };
}

/** A type that hucre cannot draw becomes clustered columns in the file; the book's own type travels in the extension (see markedChart). */
export function hucreChart(chart: Chart): SheetChart {
  const side = legendSide(chart);
  const title = shownTitle(chart);
  return {
    ...(KINDS[chart.type] ?? KINDS.ColumnClustered!),
    ...(title === undefined ? { autoTitleDeleted: true } : { title }),
    legend: side === undefined ? false : SIDES[side],
    series: chart.series.map(({ name, values, categories, color }) => ({
      name, values: reference(values), ...(categories === undefined ? {} : { categories: reference(categories) }), ...(color ? { color: color.replace('#', '') } : {}),
    })),
    axes: { x: hucreAxis(chart, 'categoryAxis', 'valueAxis'), y: hucreAxis(chart, 'valueAxis', 'categoryAxis') },
    anchor: { from: { row: 0, col: 0 } },
  };
}

function reference(address: string): string {
  return address.startsWith('=') ? address.slice(1) : address;
}

const EXTENSION = '{6B1F3D52-8C7E-4A0B-9E5D-2F4C7A91D3E6}';
const EXTENSION_NAME = 'urn:task-ledger:workbench:chart';

/** The lines of Excel's own charts; without a colour of their own they come out black. */
const PALE_GRIDLINES = '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** Marks where a chart stands in the file's own words; readers that do not know the mark pass over it, as ECMA-376 Part 1, 21.2.2.63 provides. */
export function markedChart(chartXml: string, chart: Chart): string {
  const { type, source, seriesBy, options, title } = chart;
  const mark = element('w:chart', { 'xmlns:w': EXTENSION_NAME, type, source, seriesBy, options: JSON.stringify(options), untitled: title === undefined || undefined, hiddenTitle: shownTitle(chart) === undefined ? title : undefined });
  return chartXml.replace(/<c:majorGridlines\/>/g, PALE_GRIDLINES).replace(/<\/c:chartSpace>\s*$/, `<c:extLst>${element('c:ext', { uri: EXTENSION }, mark)}</c:extLst></c:chartSpace>`);
}

/** What markedChart wrote. */
export function readMark(chartRoot: XmlElement): { type: string; source: string; seriesBy: string; title?: string; hasTitle: boolean; options: Chart['options'] } | undefined {
  const extension = childrenOf(childOf(chartRoot, 'extLst'), 'ext').find((each) => each.attributes.uri === EXTENSION);
  const { type, source, seriesBy, options, untitled, hiddenTitle } = childOf(extension, 'chart')?.attributes ?? {};
  const own = options === undefined ? undefined : parseOptions(decodeXstring(options));
  if (type === undefined || source === undefined || seriesBy === undefined || own === undefined) return undefined;
  return { type: decodeXstring(type), source: decodeXstring(source), seriesBy: decodeXstring(seriesBy), hasTitle: !isYes(untitled), ...(hiddenTitle === undefined ? {} : { title: decodeXstring(hiddenTitle) }), options: own };
}

/** undefined: someone changed the mark; the chart is then read as any other. */
function parseOptions(text: string): Chart['options'] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return Object.fromEntries(Object.entries(parsed ?? {}).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1])));
}

const emu = (points: number): number => Math.round(points * 12_700);

/** Where the charts lie. hucre places them between whole cells; a chart of the book has its own size and place in points. */
export function drawingPart(sheet: Sheet): string {
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" `
    + `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${sheet.charts.map((chart, index) => anchorXml(sheet, chart, index)).join('')}</xdr:wsDr>`;
}

function anchorXml(sheet: Sheet, chart: Chart, index: number): string {
  const { row, column, right, down } = cellAtPoint(sheet, chart.left, chart.top);
  const number = (name: string, value: number) => element(`xdr:${name}`, {}, String(value));
  return element('xdr:oneCellAnchor', {}, element('xdr:from', {}, number('col', column) + number('colOff', emu(right)) + number('row', row) + number('rowOff', emu(down)))
    + element('xdr:ext', { cx: emu(chart.width), cy: emu(chart.height) })
    + element('xdr:graphicFrame', { macro: '' },
      element('xdr:nvGraphicFramePr', {}, element('xdr:cNvPr', { id: index + 2, name: chart.name }) + '<xdr:cNvGraphicFramePr/>')
      + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
      + '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
      + '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      + `r:id="rId${index + 1}"/></a:graphicData></a:graphic>`)
    + '<xdr:clientData/>');
}
