// Bars, columns and lines between their two axes. Lying bars and standing columns are one drawing, turned.
import type { ChartData } from '../book/chartData';
import { axisLook, type AxisLook } from '../book/chartOptions';
import { stackedBars, stackingOf, ticksOf, valueScale, type ValueScale } from '../book/chartScale';
import type { Chart } from '../book/model';
import { AXIS, LABEL_SIZE, LINE_HEIGHT, RULE, shortened, textLines, textWidth, themeColor, wrapped, type Box, type Point, type Shape } from './chartShapes';

const PLOTTED = /^(?:Bar|Column)(?:Clustered|Stacked|Stacked100)$|^Line(?:Markers)?(?:Stacked|Stacked100)?$/;
const GAP = 6;
/** Between two groups of bars lies one and a half bars. */
const GAP_OF_BARS = 1.5;

/** Whether charts of a type are drawn between axes here. */
export function isPlotted(type: string): boolean {
  return PLOTTED.test(type);
}

interface Plot {
  readonly inner: Box;
  readonly lying: boolean;
  readonly category: AxisLook;
  readonly value: AxisLook;
  readonly scale: ValueScale;
  /** The value axis stands where the categories begin, or at their other end. */
  readonly valueAtStart: boolean;
  /** The category axis stands where the values begin, or at their other end. */
  readonly categoryAtStart: boolean;
}

/** The shapes of a chart between axes, in the room that title and legend leave. */
export function plotShapes(chart: Chart, data: ChartData, room: Box): Shape[] {
  const stacking = stackingOf(chart.type);
  const lying = chart.type.startsWith('Bar');
  const [category, value] = [axisLook(chart, 'categoryAxis'), axisLook(chart, 'valueAxis')];
  const scale = valueScale(data, stacking, value);
  const plot: Plot = {
    inner: room, lying, category, value, scale, valueAtStart: (category.position === 'Maximum') === category.reversed, categoryAtStart: (value.position === 'Maximum') === value.reversed,
  };
  const ticks = ticksOf(scale).map((at) => ({ at, text: stacking === 'percent' ? `${Math.round(at * 100)}%` : String(at) }));
  const labels = categoryLabels(plot, data, ticks.map((tick) => tick.text));
  const drawn = { ...plot, inner: labels.inner };
  const series = chart.type.startsWith('Line') ? lines(drawn, chart, data) : bars(drawn, chart, data);
  return [...gridShapes(drawn, ticks, data.categories.length), ...series, ...axisShapes(drawn), ...labels.shapes(drawn)];
}

/** Where a value and a place along the categories (0 to 1) are on the page. */
function point({ inner, lying, category, value, scale }: Plot, along: number, amount: number): Point {
  const part = (Math.min(Math.max(amount, scale.minimum), scale.maximum) - scale.minimum) / (scale.maximum - scale.minimum);
  const up = value.reversed ? 1 - part : part;
  const across = category.reversed ? 1 - along : along;
  return lying ? [inner.x + up * inner.width, inner.y + (1 - across) * inner.height] : [inner.x + across * inner.width, inner.y + (1 - up) * inner.height];
}

function gridShapes(plot: Plot, ticks: readonly { at: number }[], count: number): Shape[] {
  const { scale } = plot;
  const line = (...points: Point[]): Shape => ({ kind: 'line', points, stroke: RULE, width: 1 });
  return [
    ...(plot.value.gridlines ? ticks.map(({ at }) => line(point(plot, 0, at), point(plot, 1, at))) : []),
    ...(plot.category.gridlines ? Array.from({ length: count + 1 }, (_, index) => line(point(plot, index / count, scale.minimum), point(plot, index / count, scale.maximum))) : []),
  ];
}

/** Excel draws a line for the categories, where the values are nought, and none for the values. */
function axisShapes(plot: Plot): Shape[] {
  if (!plot.category.visible) return [];
  const { scale, value } = plot;
  const zero = value.position === 'Maximum' ? scale.maximum : value.position === 'Minimum' ? scale.minimum : Math.min(Math.max(0, scale.minimum), scale.maximum);
  return [{ kind: 'line', points: [point(plot, 0, zero), point(plot, 1, zero)], stroke: AXIS, width: 1 }];
}

function bars(plot: Plot, chart: Chart, data: ChartData): Shape[] {
  const stacking = stackingOf(chart.type);
  const beside = stacking === 'none' ? data.series.length : 1;
  const count = data.categories.length;
  const thickness = 1 / count / (beside + GAP_OF_BARS);
  return stackedBars(data, stacking).flatMap((line, index) => line.flatMap((bar, at): Shape[] => {
    if (!bar || bar.from === bar.to) return [];
    const start = at / count + thickness * (GAP_OF_BARS / 2 + (beside === 1 ? 0 : index));
    const [[x1, y1], [x2, y2]] = [point(plot, start, bar.from), point(plot, start + thickness, bar.to)];
    const box = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) };
    return [{ kind: 'box', ...box, fill: data.series[index]?.color ?? themeColor(index) }];
  }));
}

function lines(plot: Plot, chart: Chart, data: ChartData): Shape[] {
  const count = data.categories.length;
  return stackedBars(data, stackingOf(chart.type)).flatMap((line, index): Shape[] => {
    const stroke = data.series[index]?.color ?? themeColor(index);
    const runs: Point[][] = [[]];
    line.forEach((bar, at) => {
      if (bar) runs.at(-1)?.push(point(plot, (at + 0.5) / count, bar.to));
      else runs.push([]);
    });
    return [
      ...runs.filter((points) => points.length > 1).map((points): Shape => ({ kind: 'line', points, stroke, width: 2.5 })),
      ...(chart.type.startsWith('LineMarkers') ? runs.flat().map((at): Shape => ({ kind: 'dot', at, radius: 3.5, fill: stroke })) : []),
    ];
  });
}

/** The room that the words at both axes take, and how they are written once the rest is known. */
function categoryLabels(plot: Plot, data: ChartData, ticks: readonly string[]): { inner: Box; shapes: (drawn: Plot) => Shape[] } {
  const line = LABEL_SIZE * LINE_HEIGHT;
  const { inner, lying } = plot;
  const count = data.categories.length;
  // However small a chart is, half of it belongs to the plot.
  const [mostAcross, mostAlong] = [inner.width / 2, inner.height / 2];
  const tickRoom = plot.value.visible ? Math.min((lying ? line : Math.max(...ticks.map((text) => textWidth(text, LABEL_SIZE)))) + GAP, lying ? mostAlong : mostAcross) : 0;
  const longest = Math.max(...data.categories.map((text) => textWidth(text, LABEL_SIZE)));
  const band = lying ? inner.height / count : (inner.width - tickRoom) / count;
  // Words that find no room across are written up the slope, as Excel turns them.
  const isTurned = !lying && longest > band * 3 - 12;
  const linesOf = (text: string): string[] => {
    if (lying) return wrapped(text, LABEL_SIZE, inner.width * 0.4, Math.max(1, Math.min(3, Math.floor(band / line))));
    return isTurned ? [shortened(text, LABEL_SIZE, inner.height * 0.4)] : wrapped(text, LABEL_SIZE, Math.max(LABEL_SIZE, band - 4), Math.max(1, Math.min(3, Math.floor(mostAlong / line))));
  };
  const labels = data.categories.map(linesOf);
  const widest = Math.max(...labels.flat().map((text) => textWidth(text, LABEL_SIZE)), 0);
  const turnedRoom = (widest + LABEL_SIZE) * Math.SQRT1_2;
  const labelRoom = plot.category.visible ? Math.min((lying ? widest : isTurned ? turnedRoom : Math.max(...labels.map((each) => each.length)) * line) + GAP, lying ? mostAcross : mostAlong) : 0;
  const [across, along] = lying ? [labelRoom, tickRoom] : [tickRoom, labelRoom];
  const [leftSide, bottomSide] = lying ? [plot.categoryAtStart, plot.valueAtStart] : [plot.valueAtStart, plot.categoryAtStart];
  // Half a label stands out at the end of the value axis.
  const out = plot.value.visible ? Math.min(lying ? textWidth(ticks.at(-1) ?? '', LABEL_SIZE) / 2 : line / 2, (lying ? mostAcross : mostAlong) / 4) : 0;
  const width = Math.max(1, inner.width - across - (lying ? out : 0));
  const height = Math.max(1, inner.height - along - (lying ? 0 : out));
  const reduced: Box = { x: inner.x + (leftSide ? across : 0), y: inner.y + (lying ? 0 : out) + (bottomSide ? 0 : along), width, height };
  const shapes = (drawn: Plot): Shape[] => [
    ...(plot.value.visible ? tickShapes(drawn, ticks) : []),
    ...(plot.category.visible ? labels.flatMap((each, index) => labelShapes(drawn, each, (index + 0.5) / count, isTurned)) : []),
  ];
  return { inner: reduced, shapes };
}

function tickShapes(plot: Plot, texts: readonly string[]): Shape[] {
  const { inner, lying, scale, valueAtStart } = plot;
  const positions = ticksOf(scale);
  const step = Math.ceil((texts.length * (lying ? Math.max(...texts.map((text) => textWidth(text, LABEL_SIZE))) + 8 : LABEL_SIZE * LINE_HEIGHT)) / (lying ? inner.width : inner.height));
  return texts.flatMap((text, index): Shape[] => {
    if (index % Math.max(1, step) !== 0) return [];
    const [x, y] = point(plot, 0, positions[index] ?? 0);
    if (lying) return [{ kind: 'text', x, y: valueAtStart ? inner.y + inner.height + GAP + LABEL_SIZE / 2 : inner.y - GAP - LABEL_SIZE / 2, text, size: LABEL_SIZE, anchor: 'middle' }];
    return [{ kind: 'text', x: valueAtStart ? inner.x - GAP : inner.x + inner.width + GAP, y, text, size: LABEL_SIZE, anchor: valueAtStart ? 'end' : 'start' }];
  });
}

function labelShapes(plot: Plot, lines: readonly string[], along: number, isTurned: boolean): Shape[] {
  const { inner, lying, categoryAtStart, scale } = plot;
  const [x, y] = point(plot, along, scale.minimum);
  if (lying) return textLines(lines, categoryAtStart ? inner.x - GAP : inner.x + inner.width + GAP, y, LABEL_SIZE, categoryAtStart ? 'end' : 'start');
  const edge = categoryAtStart ? inner.y + inner.height + GAP : inner.y - GAP;
  if (isTurned) return lines.map((text) => ({ kind: 'text', x, y: edge + (categoryAtStart ? LABEL_SIZE / 2 : -LABEL_SIZE / 2), text, size: LABEL_SIZE, anchor: categoryAtStart ? 'end' : 'start', turned: -45 }));
  const height = lines.length * LABEL_SIZE * LINE_HEIGHT;
  return textLines(lines, x, edge + (categoryAtStart ? height / 2 : -height / 2), LABEL_SIZE, 'middle');
}
