/** @jest-environment jsdom */
// Charts over the grid: where they lie, what they follow, and that they go when their sheet does. The grid here is one whose cells are 50 by 20 pixels.
import { ChartLayer } from '../../../src/workbench/view/chartLayer';
import type { GridView } from '../../../src/workbench/view/gridView';
import { bookForView, write } from './books';

function stage() {
  const { book, sheet } = bookForView();
  write(book, sheet, 0, 0, [['口岸', 2], ['外资', 4]]);
  const chart = book.addChart(sheet.id, {
    name: '图表 1', type: 'BarStacked', title: '办结', source: '', seriesBy: 'Columns', left: 60, top: 30, width: 150, height: 75, options: {},
    series: [{ name: '数', values: 'Sheet1!$B$1:$B$2', categories: 'Sheet1!$A$1:$A$2', color: '#548235' }],
  });
  const surface = document.createElement('div');
  document.body.replaceChildren(surface);
  const layer = new ChartLayer(book, surface);
  const seen = { scrolled: 0, zoom: 1 };
  const grid: Pick<GridView, 'rectOf' | 'paneOf' | 'zoom'> = {
    rectOf: (sheetId, area) => (sheetId === book.activeSheetId ? { x: 40 + area.left * 50 * seen.zoom, y: 20 + area.top * 20 * seen.zoom - seen.scrolled, width: 50, height: 20, inSight: false } : undefined),
    paneOf: () => ({ x: 40, y: 20, width: 500, height: 300 }),
    zoom: () => seen.zoom,
  };
  layer.grid = grid as GridView;
  const next = async (changed?: boolean): Promise<void> => {
    layer.follow(changed);
    await new Promise((done) => { requestAnimationFrame(done); });
  };
  const drawing = () => surface.querySelector<SVGSVGElement>('svg');
  const place = () => ['left', 'top', 'width', 'height'].map((name) => drawing()?.style.getPropertyValue(name));
  const widths = () => [...surface.querySelectorAll('rect[fill="#548235"]')].slice(1).map((each) => Number(each.getAttribute('width')));
  return { book, sheet, chart, surface, seen, next, drawing, place, widths };
}

describe('charts over the grid', () => {
  test('[W] a chart lies where its points are, scrolls and zooms with the cells, and is cut at the frozen edge', async () => {
    const { surface, seen, next, drawing, place } = stage();
    await next();
    expect(drawing()?.getAttribute('aria-label')).toBe('图表：办结');
    // 60 points are 6 points inside the second column, 30 are 1.5 inside the third row
    expect(place()).toEqual(['58px', '42px', '200px', '100px']);
    seen.scrolled = 55;
    await next(false);
    expect(place()).toEqual(['58px', '-13px', '200px', '100px']);
    const window = drawing()?.parentElement;
    expect([window?.style.top, window?.style.height, window?.className]).toEqual(['20px', '300px', 'wb-chart-window']);
    seen.scrolled = 0;
    seen.zoom = 0.5;
    await next(false);
    expect(place()).toEqual(['29px', '21px', '100px', '50px']);
    expect(surface.querySelectorAll('svg')).toHaveLength(1);
  });

  test('[W] it follows its cells, its own changes and its end, and is drawn anew only when it looks different', async () => {
    const { book, sheet, chart, surface, next, drawing, widths } = stage();
    await next();
    const [first = 0, second = 0] = widths();
    expect(first * 2).toBeCloseTo(second);
    const before = drawing();
    write(book, sheet, 5, 5, [['别处']]);
    await next();
    expect(drawing()).toBe(before);
    write(book, sheet, 0, 1, [[4]]);
    await next();
    const [third, fourth] = widths();
    expect(third).toBe(fourth);
    book.changeChart(sheet.id, chart.id, { title: '按期办结' });
    await next();
    expect(surface.querySelector('svg')?.textContent).toContain('按期办结');
    book.deleteChart(sheet.id, chart.id);
    await next();
    expect(surface.childElementCount).toBe(0);
  });

  test('[W] only the charts of the shown sheet are there', async () => {
    const { book, sheet, surface, next } = stage();
    await next();
    const other = book.addSheet('名册');
    book.activate(other.id, 'user');
    await next();
    expect(surface.childElementCount).toBe(0);
    book.activate(sheet.id, 'user');
    await next();
    expect(surface.childElementCount).toBe(1);
  });
});
