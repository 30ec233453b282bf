// The charts of the shown sheet, drawn over the grid and kept over their cells. Clicks go through them to the cells. Reads the book, changes nothing.
import type { BookApi } from '../book/bookApi';
import { chartData } from '../book/chartData';
import { shownTitle } from '../book/chartOptions';
import type { Chart, Sheet } from '../book/model';
import { cellAtPoint } from '../book/sheetMeasure';
import { words } from '../words';
import { chartPicture } from './chartPicture';
import { INK, type Shape } from './chartShapes';
import { element, svgElement } from './element';
import type { GridView } from './gridView';

const PIXELS_PER_POINT = 96 / 72;

interface Drawn { readonly window: HTMLElement; drawing: SVGSVGElement; picture: string }

export class ChartLayer {
  private readonly drawn = new Map<string, Drawn>();
  private due = false;
  private changed = true;
  grid: GridView | undefined;

  constructor(private readonly book: BookApi, private readonly surface: HTMLElement) {}

  /** The grid moved under the charts, or (`changed`) cells or charts may be others: they follow once for many calls. */
  follow(changed = true): void {
    this.changed ||= changed;
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      const isChanged = this.changed;
      this.changed = false;
      this.place(isChanged);
    });
  }

  private place(isChanged: boolean): void {
    const sheet = this.book.sheetById(this.book.activeSheetId);
    const charts = this.grid ? sheet?.charts ?? [] : [];
    for (const [id, { window }] of [...this.drawn]) {
      if (charts.some((chart) => chart.id === id)) continue;
      window.remove();
      this.drawn.delete(id);
    }
    if (sheet) for (const chart of charts) this.placeOne(sheet, chart, isChanged);
  }

  private placeOne(sheet: Sheet, chart: Chart, isChanged: boolean): void {
    const { row, column, right, down } = cellAtPoint(sheet, chart.left, chart.top);
    const cell = this.grid?.rectOf(sheet.id, { top: row, left: column, bottom: row, right: column });
    const pane = this.grid?.paneOf(sheet.id, { row, column });
    const known = this.drawn.get(chart.id);
    const drawn = known ?? this.begin(chart.id);
    drawn.window.hidden = !cell || !pane;
    if (!cell || !pane) return;
    if (isChanged || !known) this.draw(drawn, chart);
    const page = this.surface.getBoundingClientRect();
    const scale = PIXELS_PER_POINT * (this.grid?.zoom() ?? 1);
    set(drawn.window, { left: pane.x - page.left, top: pane.y - page.top, width: pane.width, height: pane.height });
    set(drawn.drawing, { left: cell.x + right * scale - pane.x, top: cell.y + down * scale - pane.y, width: chart.width * scale, height: chart.height * scale });
  }

  private begin(id: string): Drawn {
    const drawn = { window: element('div', { class: 'wb-chart-window' }), drawing: svgElement('svg', {}), picture: '' };
    drawn.window.append(drawn.drawing);
    this.surface.append(drawn.window);
    this.drawn.set(id, drawn);
    return drawn;
  }

  private draw(drawn: Drawn, chart: Chart): void {
    const [width, height] = [chart.width * PIXELS_PER_POINT, chart.height * PIXELS_PER_POINT];
    const shapes = chartPicture(chart, chartData(this.book, chart), width, height);
    const picture = JSON.stringify([chart.name, width, height, shapes]);
    if (picture === drawn.picture) return;
    drawn.picture = picture;
    const drawing = svgElement('svg', {
      class: 'wb-chart', role: 'img', 'aria-label': words.chart.label(shownTitle(chart) ?? chart.name), viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none',
    }, ...shapes.map(drawnShape));
    drawn.drawing.replaceWith(drawing);
    drawn.drawing = drawing;
  }
}

function set(target: HTMLElement | SVGElement, place: { left: number; top: number; width: number; height: number }): void {
  for (const [name, value] of Object.entries(place)) target.style.setProperty(name, `${value}px`);
}

function drawnShape(shape: Shape): SVGElement {
  switch (shape.kind) {
    case 'box': return svgElement('rect', { x: shape.x, y: shape.y, width: shape.width, height: shape.height, fill: shape.fill, ...(shape.stroke === undefined ? {} : { stroke: shape.stroke }) });
    case 'line': return svgElement('polyline', { points: shape.points.map((each) => each.join(',')).join(' '), fill: 'none', stroke: shape.stroke, 'stroke-width': shape.width, 'stroke-linejoin': 'round' });
    case 'dot': return svgElement('circle', { cx: shape.at[0], cy: shape.at[1], r: shape.radius, fill: shape.fill });
    case 'wedge': return wedge(shape);
    case 'text': return svgElement('text', {
      x: shape.x, y: shape.y, 'font-size': shape.size, 'text-anchor': shape.anchor, 'dominant-baseline': 'central', fill: INK,
      ...(shape.turned === undefined ? {} : { transform: `rotate(${shape.turned} ${shape.x} ${shape.y})` }),
    }, shape.text);
  }
}

function wedge({ at: [x, y], radius, from, to, fill }: Shape & { kind: 'wedge' }): SVGElement {
  const line = { fill, stroke: '#FFFFFF', 'stroke-width': 1.5 };
  // An arc from a point to itself is none.
  if (to - from > 0.9999) return svgElement('circle', { cx: x, cy: y, r: radius, ...line });
  const on = (turn: number): string => `${x + radius * Math.sin(turn * 2 * Math.PI)} ${y - radius * Math.cos(turn * 2 * Math.PI)}`;
  return svgElement('path', { d: `M${x} ${y}L${on(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${on(to)}Z`, ...line });
}
