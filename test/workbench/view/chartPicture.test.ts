// What a chart looks like: read from its cells, scaled as Excel does, drawn as shapes.
import fc from 'fast-check';
import { chartData } from '../../../src/workbench/book/chartData';
import { ticksOf, valueScale } from '../../../src/workbench/book/chartScale';
import type { Chart } from '../../../src/workbench/book/model';
import { chartPicture } from '../../../src/workbench/view/chartPicture';
import { shortened, wrapped, type Shape } from '../../../src/workbench/view/chartShapes';
import { words } from '../../../src/workbench/words';
import { bookForView, write } from './books';

const COLORS = ['#C00000', '#FFC000', '#548235'];

/** A chart of lights by 指标, over the first sheet's A1:D4. */
function lights(type: string, change: Partial<Chart> = {}): Chart {
  const series = ['红', '黄', '绿'].map((name, index) => ({ name, values: `Sheet1!$${'BCD'[index] ?? ''}$2:$${'BCD'[index] ?? ''}$4`, categories: 'Sheet1!$A$2:$A$4', color: COLORS[index] ?? '' }));
  return { id: '1', name: '图表 1', type, title: '各指标灯色', source: 'Sheet1!$A$1:$D$4', seriesBy: 'Columns', left: 0, top: 0, width: 300, height: 225, series, options: {}, ...change };
}

function filled() {
  const { book, sheet } = bookForView();
  write(book, sheet, 0, 0, [['指标', '红', '黄', '绿'], ['跨境贸易', 1, 0, 3], ['开放平台', 0, 2, 6], ['口岸', 2, 1, 1]]);
  return { book, sheet };
}

const draw = (type: string, change: Partial<Chart> = {}): Shape[] => {
  const chart = lights(type, change);
  return chartPicture(chart, chartData(filled().book, chart), 400, 300);
};
const boxes = (shapes: readonly Shape[], fill: string) => shapes.flatMap((shape) => (shape.kind === 'box' && shape.fill === fill ? [shape] : []));
/** Boxes of a colour without the key in the legend, which comes first and is 8 pixels large. */
const bars = (shapes: readonly Shape[], fill: string) => boxes(shapes, fill).filter((box) => box.width !== 8 || box.height !== 8);
const texts = (shapes: readonly Shape[]) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const textAt = (shapes: readonly Shape[], text: string) => shapes.find((shape): shape is Shape & { kind: 'text' } => shape.kind === 'text' && shape.text === text);

describe('the data of a chart', () => {
  test('[W] numbers and shown words come from the cells; empty cells are gaps, words are nought, hidden rows are left out', () => {
    const { book, sheet } = filled();
    write(book, sheet, 1, 1, [[null], ['无']]);
    book.clear(sheet.id, { top: 1, left: 1, bottom: 1, right: 1 }, 'Contents');
    book.setRow(sheet.id, 3, { hidden: true });
    write(book, sheet, 1, 0, [[44_306]]);
    book.restyle(sheet.id, { top: 1, left: 0, bottom: 1, right: 0 }, { numberFormat: 'yyyy"年"m"月"' });
    const { series: [first, , third], categories } = chartData(book, lights('ColumnStacked'));
    expect([categories, first?.values, third?.values]).toEqual([['2021年4月', '开放平台'], [null, 0], [3, 6]]);
  });

  test('[W] a chart whose cells or sheet are gone has nothing to show, and says so', () => {
    const { book } = filled();
    const gone = lights('ColumnStacked', { series: [{ name: '红', values: '#REF!' }, { name: '黄', values: '没有!$A$1:$A$3' }] });
    expect(chartData(book, gone)).toEqual({ categories: [], series: [{ name: '红', values: [] }, { name: '黄', values: [] }] });
    expect(texts(chartPicture(gone, chartData(book, gone), 800, 300))).toContain(words.chart.noData);
  });

  test('[W] a whole column is read as far as it is used', () => {
    const { book } = filled();
    expect(chartData(book, lights('Line', { series: [{ name: '绿', values: 'Sheet1!$D:$D' }] })).series[0]?.values).toEqual([0, 3, 6, 1]);
  });
});

describe('the scale of values', () => {
  const of = (...values: (number | null)[]) => ({ categories: values.map(String), series: [{ name: '', values }] });
  test.each<[string, (number | null)[], [number, number, number]]>([
    ['small counts in halves', [1, 3], [0, 3.5, 0.5]], ['some tens', [13], [0, 14, 2]], ['a full step gets room above it', [100, 40], [0, 120, 20]], ['nothing but noughts', [0, 0], [0, 1, 0.2]], ['nothing at all', [null], [0, 1, 0.2]],
    ['below nought', [-3, 8], [-4, 10, 2]], ['only below nought', [-8], [-9, 0, 1]], ['close together', [98, 100], [97, 100.5, 0.5]], ['large', [48_000], [0, 60_000, 10_000]],
  ])('[W] %s', (_what, values, [minimum, maximum, majorUnit]) => {
    expect(valueScale(of(...values), 'none', {})).toEqual({ minimum, maximum, majorUnit });
  });

  test('[W] what the axis says is taken, and the rest fits it', () => {
    expect(valueScale(of(1, 3), 'none', { minimum: 0, majorUnit: 1 })).toEqual({ minimum: 0, maximum: 4, majorUnit: 1 });
    expect(ticksOf({ minimum: 0, maximum: 0.6, majorUnit: 0.2 })).toEqual([0, 0.2, 0.4, 0.6]);
  });

  test('[W] every value lies on the scale, whatever it is, and the labels can be counted', () => {
    const value = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
      const { minimum, maximum, majorUnit } = valueScale(of(...values), 'none', {});
      expect(minimum).toBeLessThanOrEqual(Math.min(...values));
      expect(maximum).toBeGreaterThanOrEqual(Math.max(...values));
      expect((maximum - minimum) / majorUnit).toBeLessThanOrEqual(13);
      expect(maximum).toBeGreaterThan(minimum);
    }));
  });
});

describe('a chart as shapes', () => {
  test('[W] stacked bars lie one after the other, in proportion, under their title and with a legend', () => {
    const shapes = draw('BarStacked');
    const [red] = bars(shapes, '#C00000').filter((box) => box.width > 0);
    const green = bars(shapes, '#548235');
    const yellow = bars(shapes, '#FFC000');
    expect(green).toHaveLength(3);
    expect(yellow).toHaveLength(2);
    // 开放平台: two yellow, then six green
    expect(yellow[0]?.width).toBeCloseTo((green[1]?.width ?? 0) / 3);
    expect((yellow[0]?.x ?? 0) + (yellow[0]?.width ?? 0)).toBeCloseTo(green[1]?.x ?? 0);
    // 跨境贸易: one red, then three green, and lowest: Excel begins at the bottom
    expect((red?.x ?? 0) + (red?.width ?? 0)).toBeCloseTo(green[0]?.x ?? 0);
    expect(red?.y).toBeGreaterThan(green[1]?.y ?? 0);
    expect(texts(shapes)).toEqual(expect.arrayContaining(['各指标灯色', '红', '黄', '绿', '跨境贸易', '开放平台', '口岸', '0', '1', '8']));
  });

  test('[W] turned round, the first category is on top; the value axis goes with it unless it crosses at the maximum', () => {
    const below = textAt(draw('BarStacked'), '0');
    const turned = draw('BarStacked', { options: { 'categoryAxis.reversed': true } });
    const held = draw('BarStacked', { options: { 'categoryAxis.reversed': true, 'categoryAxis.position': 'Maximum' } });
    for (const shapes of [turned, held]) expect(textAt(shapes, '跨境贸易')?.y).toBeLessThan(textAt(shapes, '口岸')?.y ?? 0);
    expect(textAt(turned, '0')?.y).toBeLessThan(textAt(turned, '跨境贸易')?.y ?? 0);
    expect(textAt(held, '0')?.y).toBe(below?.y);
  });

  test('[W] clustered columns stand beside each other on one line', () => {
    const shapes = draw('ColumnClustered');
    const [green] = bars(shapes, '#548235');
    const [red] = bars(shapes, '#C00000');
    expect(green?.height).toBeCloseTo(3 * (red?.height ?? 0));
    expect((green?.y ?? 0) + (green?.height ?? 0)).toBeCloseTo((red?.y ?? 0) + (red?.height ?? 0));
    expect((green?.x ?? 0) - (red?.x ?? 0)).toBeCloseTo(2 * (red?.width ?? 0));
  });

  test('[W] of a hundred per cent every column is as high as the plot', () => {
    const shapes = draw('ColumnStacked100');
    const heights = ['#C00000', '#FFC000', '#548235'].flatMap((color) => bars(shapes, color)).reduce((all, box) => all.set(box.x, (all.get(box.x) ?? 0) + box.height), new Map<number, number>());
    const [first, ...others] = [...heights.values()];
    expect(others).toHaveLength(2);
    for (const each of others) expect(each).toBeCloseTo(first ?? 0);
    expect(texts(shapes)).toEqual(expect.arrayContaining(['0%', '100%']));
  });

  test('[W] a line breaks where a cell is empty', () => {
    const { book, sheet } = filled();
    book.clear(sheet.id, { top: 2, left: 1, bottom: 2, right: 1 }, 'Contents');
    const chart = lights('LineMarkers');
    const shapes = chartPicture(chart, chartData(book, chart), 400, 300);
    expect(shapes.filter((shape) => shape.kind === 'dot' && shape.fill === '#C00000')).toHaveLength(2);
    expect(shapes.filter((shape) => shape.kind === 'line' && shape.stroke === '#C00000')).toHaveLength(0);
    expect(shapes.filter((shape) => shape.kind === 'line' && shape.stroke === '#548235')).toHaveLength(1);
  });

  test('[W] a pie shows the parts of its first series, with the categories in the legend', () => {
    const shapes = draw('Pie', { series: [{ name: '绿', values: 'Sheet1!$D$2:$D$4', categories: 'Sheet1!$A$2:$A$4' }] });
    const slices = shapes.flatMap((shape) => (shape.kind === 'wedge' ? [[shape.from, shape.to]] : []));
    expect(slices).toEqual([[0, 0.3], [0.3, expect.closeTo(0.9) as number], [expect.closeTo(0.9) as number, expect.closeTo(1) as number]]);
    expect(texts(shapes)).toEqual(['各指标灯色', '跨境贸易', '开放平台', '口岸']);
  });

  test('[W] hidden title, legend, axes and gridlines take no room', () => {
    const bare = draw('ColumnStacked', { options: { titleVisible: false, legendVisible: false, 'valueAxis.visible': false, 'categoryAxis.visible': false, 'valueAxis.gridlines': false } });
    expect(texts(bare)).toEqual([]);
    expect(bare.filter((shape) => shape.kind === 'line')).toEqual([]);
    expect(Math.max(...bars(bare, '#548235').map((box) => box.height))).toBeGreaterThan(Math.max(...bars(draw('ColumnStacked'), '#548235').map((box) => box.height)));
  });

  test('[W] a kind of chart that is not drawn keeps its frame and title, and says so', () => {
    const shapes = draw('XYScatter');
    expect(shapes[0]).toMatchObject({ kind: 'box', width: 399, height: 299 });
    expect(texts(shapes)[0]).toBe('各指标灯色');
    expect(texts(shapes).slice(1).join('')).toBe(words.chart.notDrawn);
  });

  test('[W] nothing is drawn outside of the frame, however small it is and whatever the names', () => {
    const kinds = fc.constantFrom('BarStacked', 'ColumnClustered', 'ColumnStacked100', 'LineMarkers', 'Pie', 'Doughnut');
    const options = fc.record({ legendPosition: fc.constantFrom('Top', 'Bottom', 'Left', 'Right', 'Corner'), 'categoryAxis.reversed': fc.boolean(), 'categoryAxis.position': fc.constantFrom('Automatic', 'Maximum'), 'valueAxis.reversed': fc.boolean(), 'valueAxis.maximum': fc.integer({ min: 2, max: 9 }) }, { requiredKeys: [] });
    fc.assert(fc.property(kinds, options, fc.integer({ min: 120, max: 700 }), fc.integer({ min: 120, max: 500 }), fc.string({ unit: fc.constantFrom(...'跨境贸易A1'), maxLength: 30 }), (type, said, width, height, name) => {
      const { book, sheet } = filled();
      write(book, sheet, 1, 0, [[name]]);
      const chart = lights(type, { options: said });
      for (const shape of chartPicture(chart, chartData(book, chart), width, height)) {
        if (shape.kind === 'box') {
          expect(Math.min(shape.x, shape.y, width - shape.x - shape.width, height - shape.y - shape.height)).toBeGreaterThanOrEqual(-0.01);
          expect(Math.min(shape.width, shape.height)).toBeGreaterThanOrEqual(0);
        } else if (shape.kind === 'line') for (const [x, y] of shape.points) expect(Math.min(x, y, width - x, height - y)).toBeGreaterThanOrEqual(-0.01);
      }
    }));
  });
});

describe('words in a chart', () => {
  test('[W] what is too long is cut, and wrapped before no closing mark', () => {
    expect(shortened('开放平台建设', 10, 40)).toBe('开放平…');
    expect(shortened('口岸', 10, 20)).toBe('口岸');
    expect(wrapped('开放平台，口岸提升', 10, 40, 3)).toEqual(['开放平', '台，口岸', '提升']);
    expect(wrapped('开放平台建设口岸提升', 10, 40, 2)).toEqual(['开放平台', '建设口…']);
    expect(wrapped('', 10, 40, 2)).toEqual([]);
  });
});
