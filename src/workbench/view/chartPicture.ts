// A chart as shapes: its frame, title and legend, and the plot in what room is left. Knows the chart's data, not the page.
import type { ChartData } from '../book/chartData';
import { legendSide, shownTitle } from '../book/chartOptions';
import type { Chart } from '../book/model';
import { words } from '../words';
import { isPlotted, plotShapes } from './chartPlot';
import { pieShapes } from './chartPie';
import { LABEL_SIZE, LINE_HEIGHT, RULE, shortened, textLines, textWidth, themeColor, TITLE_SIZE, wrapped, type Box, type Shape } from './chartShapes';

const MARGIN = 10;
const KEY = 8;
const KEY_GAP = 5;
const ENTRY_GAP = 14;

interface Entry { readonly name: string; readonly color: string }

/** Everything to be drawn of a chart of this size in pixels. What the workbench cannot draw is a frame that says so. */
export function chartPicture(chart: Chart, data: ChartData, width: number, height: number): Shape[] {
  const shapes: Shape[] = [{ kind: 'box', x: 0.5, y: 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1), fill: '#FFFFFF', stroke: RULE }];
  let room: Box = { x: MARGIN, y: MARGIN, width: Math.max(0, width - 2 * MARGIN), height: Math.max(0, height - 2 * MARGIN) };
  const title = shownTitle(chart);
  if (title !== undefined) {
    const lines = wrapped(title, TITLE_SIZE, room.width, 2);
    const taken = lines.length * TITLE_SIZE * LINE_HEIGHT;
    shapes.push(...textLines(lines, width / 2, room.y + taken / 2, TITLE_SIZE, 'middle'));
    room = { ...room, y: room.y + taken + 6, height: Math.max(0, room.height - taken - 6) };
  }
  const isPie = chart.type === 'Pie';
  if (!isPie && !isPlotted(chart.type)) return [...shapes, ...said(words.chart.notDrawn, room)];
  const entries: Entry[] = isPie
    ? data.categories.map((name, index) => ({ name, color: themeColor(index) }))
    : data.series.map(({ name, color }, index) => ({ name, color: color ?? themeColor(index) }));
  const side = legendSide(chart);
  if (side !== undefined && entries.length > 0) {
    const legend = side === 'Top' || side === 'Bottom' ? legendInRows(entries, room, side) : legendInColumn(entries, room, side);
    shapes.push(...legend.shapes);
    ({ room } = legend);
  }
  if (data.categories.length === 0 || data.series.length === 0) return [...shapes, ...said(words.chart.noData, room)];
  return [...shapes, ...(isPie ? pieShapes(data, room) : plotShapes(chart, data, room))];
}

function said(sentence: string, room: Box): Shape[] {
  const most = Math.max(1, Math.floor(room.height / (LABEL_SIZE * LINE_HEIGHT)));
  return textLines(wrapped(sentence, LABEL_SIZE, room.width, most), room.x + room.width / 2, room.y + room.height / 2, LABEL_SIZE, 'middle');
}

function entryShapes({ name, color }: Entry, x: number, middle: number, width: number): Shape[] {
  return [
    { kind: 'box', x, y: middle - KEY / 2, width: KEY, height: KEY, fill: color },
    { kind: 'text', x: x + KEY + KEY_GAP, y: middle, text: shortened(name, LABEL_SIZE, width - KEY - KEY_GAP), size: LABEL_SIZE, anchor: 'start' },
  ];
}

const entryWidth = ({ name }: Entry): number => KEY + KEY_GAP + textWidth(name, LABEL_SIZE);

/** Above or below the plot, in centred rows. */
function legendInRows(entries: readonly Entry[], room: Box, side: 'Top' | 'Bottom'): { shapes: Shape[]; room: Box } {
  const rows: Entry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    const width = Math.min(entryWidth(entry), room.width);
    if (used + ENTRY_GAP + width > room.width) {
      rows.push([]);
      used = -ENTRY_GAP;
    }
    rows.at(-1)?.push(entry);
    used += ENTRY_GAP + width;
  }
  const line = LABEL_SIZE * LINE_HEIGHT + 2;
  const taken = rows.length * line;
  const top = side === 'Top' ? room.y : room.y + room.height - taken;
  const shapes = rows.flatMap((row, index) => {
    const widths = row.map((entry) => Math.min(entryWidth(entry), room.width));
    let x = room.x + (room.width - widths.reduce((sum, each) => sum + each + ENTRY_GAP, -ENTRY_GAP)) / 2;
    return row.flatMap((entry, at) => {
      const width = widths[at] ?? 0;
      const made = entryShapes(entry, x, top + (index + 0.5) * line, width);
      x += width + ENTRY_GAP;
      return made;
    });
  });
  const height = Math.max(0, room.height - taken - 8);
  return { shapes, room: { ...room, height, y: side === 'Top' ? room.y + taken + 8 : room.y } };
}

/** Beside the plot, one under the other; in the corner they begin at the top. */
function legendInColumn(entries: readonly Entry[], room: Box, side: 'Left' | 'Right' | 'Corner'): { shapes: Shape[]; room: Box } {
  const width = Math.min(Math.max(...entries.map(entryWidth)), room.width * 0.4);
  const line = LABEL_SIZE * LINE_HEIGHT + 4;
  const x = side === 'Left' ? room.x : room.x + room.width - width;
  const top = side === 'Corner' ? room.y : room.y + Math.max(0, (room.height - entries.length * line) / 2);
  const shapes = entries.flatMap((entry, index) => entryShapes(entry, x, top + (index + 0.5) * line, width));
  return { shapes, room: { ...room, width: Math.max(0, room.width - width - 12), x: side === 'Left' ? room.x + width + 12 : room.x } };
}
