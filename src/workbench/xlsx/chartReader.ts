// The charts of a sheet from its drawing. Knows where they lie and what they draw; finer formatting is only reported as lost.
import { axisOption, type AxisLook, type AxisName, type LegendSide } from '../book/chartOptions';
import type { Chart, Sheet } from '../book/model';
import { relationshipsOf } from './relationships';
import type { Archive } from './archive';
import { chartTypeOf, readMark } from './chartWriter';
import type { Losses } from './losses';
import { pointOfCell } from '../book/sheetMeasure';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

/** `sheet` has its widths and heights already. Ids are for the book to give. */
export function readCharts(archive: Archive, drawingPath: string, sheet: Sheet, losses: Losses): Chart[] {
  const parts = new Map(relationshipsOf(archive, drawingPath).map((each) => [each.id, each.target]));
  return (archive.xml(drawingPath)?.children ?? []).flatMap((anchor): Chart[] => {
    const frame = childOf(anchor, 'graphicFrame');
    const reference = childOf(childOf(childOf(frame, 'graphic'), 'graphicData'), 'chart')?.attributes['r:id'];
    const root = reference === undefined ? undefined : archive.xml(parts.get(reference) ?? '');
    if (!root) {
      losses.add(childOf(anchor, 'pic') ? 'images' : frame ? 'otherCharts' : 'shapes');
      return [];
    }
    const chart = readChart(root);
    if (!chart) {
      losses.add('otherCharts');
      return [];
    }
    if (!readMark(root)) losses.add('chartDetails');
    return [{ id: '', name: decodeXstring(childOf(childOf(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes.name ?? ''), ...chart, ...placeOf(anchor, sheet) }];
  });
}

type Place = Pick<Chart, 'left' | 'top' | 'width' | 'height'>;

/** Office counts 12,700 units a point; a hundredth of a point is finer than a screen. */
const points = (units: string | undefined): number => Math.round((Number(units ?? 0) / 12_700) * 100) / 100;
const rounded = (value: number): number => Math.round(value * 100) / 100;

function placeOf(anchor: XmlElement, sheet: Sheet): Place {
  const corner = (name: string) => {
    const at = childOf(anchor, name);
    const number = (part: string) => childOf(at, part)?.text;
    const cell = pointOfCell(sheet, Number(number('row') ?? 0), Number(number('col') ?? 0));
    return { left: rounded(cell.left + points(number('colOff'))), top: rounded(cell.top + points(number('rowOff'))) };
  };
  const position = childOf(anchor, 'pos')?.attributes;
  const { left, top } = position ? { left: points(position.x), top: points(position.y) } : corner('from');
  const size = childOf(anchor, 'ext')?.attributes;
  if (size) return { left, top, width: points(size.cx), height: points(size.cy) };
  const end = corner('to');
  return { left, top, width: rounded(end.left - left), height: rounded(end.top - top) };
}

const KIND_OF: Readonly<Record<string, string>> = {
  barChart: 'column', bar3DChart: 'column', lineChart: 'line', line3DChart: 'line', areaChart: 'area', area3DChart: 'area', pieChart: 'pie', pie3DChart: 'pie',
  doughnutChart: 'doughnut', scatterChart: 'scatter',
};

function readChart(root: XmlElement): Omit<Chart, 'id' | 'name' | keyof Place> | undefined {
  const chart = childOf(root, 'chart');
  const plots = childOf(chart, 'plotArea')?.children.filter((child) => KIND_OF[child.name] !== undefined) ?? [];
  const [plot] = plots;
  if (!plot || plots.length > 1) return undefined;
  const value = (name: string) => childOf(plot, name)?.attributes.val;
  const kind = value('barDir') === 'bar' ? 'bar' : KIND_OF[plot.name]!;
  const type = chartTypeOf(kind, value('grouping'), isYes(value('marker')));
  if (type === undefined) return undefined;
  const series = childrenOf(plot, 'ser').map((each) => {
    const categories = referenceOf(childOf(each, 'cat') ?? childOf(each, 'xVal'));
    const color = childOf(childOf(childOf(each, 'spPr'), 'solidFill'), 'srgbClr')?.attributes.val;
    return {
      name: seriesName(childOf(each, 'tx')), values: referenceOf(childOf(each, 'val') ?? childOf(each, 'yVal')) ?? '', ...(categories === undefined ? {} : { categories }),
      ...(color === undefined ? {} : { color: `#${color.toUpperCase()}` }),
    };
  });
  const mark = readMark(root);
  const title = mark?.title ?? textOf(childOf(chart, 'title'));
  return {
    type: mark?.type ?? type, ...(title === '' && mark?.hasTitle !== true ? {} : { title }), source: mark?.source ?? series.map((each) => each.values).join(','),
    seriesBy: mark?.seriesBy ?? 'Auto', options: mark?.options ?? readOptions(chart), series,
  };
}

const SIDES: Readonly<Record<string, LegendSide>> = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Corner' };
const CROSSINGS: Readonly<Record<string, string>> = { max: 'Maximum', min: 'Minimum' };

/** Legend and axes of a chart that the workbench did not write, where they differ from Excel's usual ones. */
function readOptions(chart: XmlElement | undefined): Chart['options'] {
  const legend = childOf(chart, 'legend');
  const side = SIDES[childOf(legend, 'legendPos')?.attributes.val ?? 'r'] ?? 'Right';
  const axes = childOf(chart, 'plotArea');
  const category = childOf(axes, 'catAx') ?? childOf(axes, 'dateAx');
  const value = childOf(axes, 'valAx');
  return {
    ...(legend ? { legendPosition: side } : { legendVisible: false }),
    ...(category ? readAxis('categoryAxis', category, value) : {}), ...(value ? readAxis('valueAxis', value, category) : {}),
  };
}

function readAxis(name: AxisName, axis: XmlElement, crossing: XmlElement | undefined): Chart['options'] {
  const scaling = childOf(axis, 'scaling');
  const number = (parent: XmlElement | undefined, part: string): number | undefined => {
    const text = childOf(parent, part)?.attributes.val;
    return text === undefined || !Number.isFinite(Number(text)) ? undefined : Number(text);
  };
  const usual = name === 'valueAxis';
  const hasGridlines = childOf(axis, 'majorGridlines') !== undefined;
  const removed = childOf(axis, 'delete');
  const said: Partial<Record<keyof AxisLook, string | number | boolean | undefined>> = {
    visible: removed && isYes(removed.attributes.val ?? '1') ? false : undefined, gridlines: hasGridlines === usual ? undefined : hasGridlines,
    reversed: childOf(scaling, 'orientation')?.attributes.val === 'maxMin' || undefined, position: CROSSINGS[childOf(crossing, 'crosses')?.attributes.val ?? ''],
    ...(usual ? { minimum: number(scaling, 'min'), maximum: number(scaling, 'max'), majorUnit: number(axis, 'majorUnit') } : {}),
  };
  return Object.fromEntries(Object.entries(said).flatMap(([member, each]) => (each === undefined ? [] : [[axisOption(name, member as keyof AxisLook), each]])));
}

function referenceOf(data: XmlElement | undefined): string | undefined {
  for (const kind of data?.children ?? []) {
    const formula = childOf(kind, 'f');
    if (formula) return formula.text;
  }
  return undefined;
}

function seriesName(tx: XmlElement | undefined): string {
  const cache = childOf(childOf(tx, 'strRef'), 'strCache');
  return decodeXstring(childOf(tx, 'v')?.text ?? childrenOf(cache, 'pt').map((point) => childOf(point, 'v')?.text ?? '').join(' '));
}

/** All pieces of text below an element; paragraphs are lines. */
function textOf(element: XmlElement | undefined): string {
  const paragraphs = childrenOf(childOf(childOf(element, 'tx'), 'rich'), 'p');
  return decodeXstring(paragraphs.map((paragraph) => childrenOf(paragraph, 'r').map((run) => childOf(run, 't')?.text ?? '').join('')).join('\n'));
}
