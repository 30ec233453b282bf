// Excel's charts as far as reports need them: adding, placing, title, legend, series and their colours.
import { addressOf, quotedSheetName } from '../../book/area';
import { LEGEND_SIDES, legendSide } from '../../book/chartOptions';
import { HostFault, invalid } from '../../book/hostFault';
import type { Area, Chart } from '../../book/model';
import { sameName } from '../../book/sheet';
import { NotSupported } from '../../notSupported';
import { colorOf, flagOf, isOf, numberOf, oneOf, optionalOneOf, textOf, wholeOf } from '../arguments';
import type { ChartAt, RangeAt, SeriesAt, SheetAt } from '../places';
import { defineKind, orNull, type HostObject, type Property } from '../registry';
import type { Scene } from '../scene';
import { chartAt } from './chartPlace';
import { pixelsOf } from './geometry';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';

function place(scene: Scene, sheetId: string, chart: Chart): HostObject {
  return scene.object('Chart', { sheetId, chart: chart.id });
}

function chartNamed(scene: Scene, at: SheetAt, key: unknown): HostObject {
  const name = textOf(key, 'the name of a chart');
  const chart = sheetAt(scene, at.id).charts.find((each) => each.id === name || sameName(each.name, name));
  if (!chart) throw new HostFault('ItemNotFound', `no chart ${name}`);
  return place(scene, at.id, chart);
}

function absolute(scene: Scene, sheetId: string, area: Area): string {
  return `${quotedSheetName(sheetAt(scene, sheetId).name)}!${addressOf(area, true)}`;
}

/** Series of a block with names in its first row and categories in its first column, or the other way round. */
function seriesOf(scene: Scene, range: RangeAt, byRows: boolean): Chart['series'] {
  scene.book.settle();
  const area = areaAt(scene, range);
  const text = (row: number, column: number): string => scene.book.textAt(range.sheetId, row, column);
  const isLabel = (row: number, column: number): boolean => typeof scene.book.cellAt(range.sheetId, row, column)?.value !== 'number';
  const hasHead = area.bottom > area.top && isLabel(area.top, area.right);
  const hasSide = area.right > area.left && isLabel(area.bottom, area.left);
  const body = { ...area, top: area.top + (hasHead ? 1 : 0), left: area.left + (hasSide ? 1 : 0) };
  const series: Chart['series'] = [];
  if (byRows) {
    for (let row = body.top; row <= body.bottom; row++) {
      series.push({ name: hasSide ? text(row, area.left) : `系列${series.length + 1}`, values: absolute(scene, range.sheetId, { ...body, top: row, bottom: row }), ...(hasHead ? { categories: absolute(scene, range.sheetId, { ...body, top: area.top, bottom: area.top }) } : {}) });
    }
  } else {
    for (let column = body.left; column <= body.right; column++) {
      series.push({ name: hasHead ? text(area.top, column) : `系列${series.length + 1}`, values: absolute(scene, range.sheetId, { ...body, left: column, right: column }), ...(hasSide ? { categories: absolute(scene, range.sheetId, { ...body, left: area.left, right: area.left }) } : {}) });
    }
  }
  return series;
}

function isByRows(scene: Scene, range: RangeAt, seriesBy: unknown): boolean {
  const word = optionalOneOf(seriesBy, ['Auto', 'Columns', 'Rows'], 'Auto', 'seriesBy');
  const area = areaAt(scene, range);
  return word === 'Rows' || (word === 'Auto' && area.right - area.left > area.bottom - area.top);
}

const TYPES = [
  'ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', 'Line', 'LineMarkers', 'Pie', 'Doughnut', 'Area', 'AreaStacked', 'XYScatter',
] as const;

export const chartsKind = defineKind('ChartCollection', {
  properties: { Count: { get: (at, scene) => sheetAt(scene, at.id).charts.length } },
  items: (at, scene) => sheetAt(scene, at.id).charts.map((chart) => place(scene, at.id, chart)),
  item: (at, key, scene) => chartNamed(scene, at, key),
  methods: {
    Add: (at, [type, source, seriesBy], scene) => {
      const word = oneOf(type, TYPES, 'type');
      const range = rangeArgument(scene, { sheetId: at.id }, source);
      const byRows = isByRows(scene, range, seriesBy);
      const { charts } = sheetAt(scene, at.id);
      let n = charts.length + 1;
      while (charts.some((chart) => chart.name === `图表 ${n}`)) n++;
      return place(scene, at.id, scene.book.addChart(at.id, {
        name: `图表 ${n}`, type: word, source: absolute(scene, range.sheetId, areaAt(scene, range)), seriesBy: byRows ? 'Rows' : 'Columns', left: 0, top: 0, width: 360, height: 216, series: seriesOf(scene, range, byRows), options: {},
      }));
    },
    GetCount: (at, _args, scene) => sheetAt(scene, at.id).charts.length,
    GetItem: (at, [key], scene) => chartNamed(scene, at, key),
    GetItemOrNullObject: (at, [key], scene) => orNull(() => chartNamed(scene, at, key)),
    GetItemAt: (at, [index], scene) => {
      const chart = sheetAt(scene, at.id).charts[wholeOf(index, 'index')];
      if (!chart) throw invalid(`no chart at ${String(index)}`);
      return place(scene, at.id, chart);
    },
  },
});

function size(name: 'left' | 'top' | 'width' | 'height'): Property<ChartAt> {
  return { get: (at, scene) => chartAt(scene, at)[name], set: (at, value, scene) => { chartAt(scene, at); scene.book.changeChart(at.sheetId, at.chart, { [name]: numberOf(value, name) }); } };
}

function setOption(scene: Scene, at: ChartAt, name: string, value: string | number | boolean): void {
  scene.book.changeChart(at.sheetId, at.chart, { options: { ...chartAt(scene, at).options, [name]: value } });
}

export const chartKind = defineKind('Chart', {
  id: (at) => at.chart,
  properties: {
    Id: { get: (at) => at.chart },
    Name: { get: (at, scene) => chartAt(scene, at).name, set: (at, value, scene) => { chartAt(scene, at); scene.book.changeChart(at.sheetId, at.chart, { name: textOf(value, 'name') }); } },
    ChartType: { get: (at, scene) => chartAt(scene, at).type, set: (at, value, scene) => { chartAt(scene, at); scene.book.changeChart(at.sheetId, at.chart, { type: oneOf(value, TYPES, 'chartType') }); } },
    Left: size('left'), Top: size('top'), Width: size('width'), Height: size('height'),
  },
  objects: {
    Axes: (at, scene) => scene.object('ChartAxes', at),
    Title: (at, scene) => scene.object('ChartTitle', at),
    Legend: (at, scene) => scene.object('ChartLegend', at),
    Series: (at, scene) => scene.object('ChartSeriesCollection', at),
    Worksheet: (at, scene) => scene.object('Worksheet', { id: at.sheetId }),
  },
  methods: {
    SetPosition: (at, [start, end], scene) => {
      const first = rangeArgument(scene, at, start);
      const last = end === undefined || end === null ? undefined : rangeArgument(scene, at, end);
      const sheet = sheetAt(scene, at.sheetId);
      const from = pixelsOf(sheet, areaAt(scene, first));
      const to = last ? pixelsOf(sheet, areaAt(scene, last)) : undefined;
      scene.book.changeChart(at.sheetId, at.chart, { left: from.left, top: from.top, ...(to ? { width: to.left + to.width - from.left, height: to.top + to.height - from.top } : {}) });
    },
    SetData: (at, [source, seriesBy], scene) => {
      const range = rangeArgument(scene, at, source);
      const byRows = isByRows(scene, range, seriesBy);
      scene.book.changeChart(at.sheetId, at.chart, { source: absolute(scene, range.sheetId, areaAt(scene, range)), seriesBy: byRows ? 'Rows' : 'Columns', series: seriesOf(scene, range, byRows) });
    },
    Delete: (at, _args, scene) => scene.book.deleteChart(at.sheetId, at.chart),
  },
});

export const chartTitleKind = defineKind('ChartTitle', {
  properties: {
    Text: { get: (at, scene) => chartAt(scene, at).title ?? '', set: (at, value, scene) => { chartAt(scene, at); scene.book.changeChart(at.sheetId, at.chart, { title: textOf(value, 'text') }); } },
    Visible: {
      get: (at, scene) => chartAt(scene, at).options.titleVisible !== false,
      set: (at, value, scene) => setOption(scene, at, 'titleVisible', flagOf(value, 'visible')),
    },
  },
});

export const chartLegendKind = defineKind('ChartLegend', {
  properties: {
    Visible: { get: (at, scene) => chartAt(scene, at).options.legendVisible !== false, set: (at, value, scene) => setOption(scene, at, 'legendVisible', flagOf(value, 'visible')) },
    Position: { get: (at, scene) => legendSide({ options: { ...chartAt(scene, at).options, legendVisible: true } }) ?? null, set: (at, value, scene) => setOption(scene, at, 'legendPosition', oneOf(value, LEGEND_SIDES, 'position')) },
  },
});

function seriesPlace(scene: Scene, at: ChartAt, series: Chart['series'][number]): HostObject {
  return scene.object('ChartSeries', { ...at, series });
}

export const chartSeriesCollectionKind = defineKind('ChartSeriesCollection', {
  properties: { Count: { get: (at, scene) => chartAt(scene, at).series.length } },
  items: (at, scene) => chartAt(scene, at).series.map((series) => seriesPlace(scene, at, series)),
  methods: {
    Add: (at, [name, index], scene) => {
      const { series } = chartAt(scene, at);
      if (typeof index === 'number' && index !== series.length) throw new NotSupported('ChartSeriesCollection', 'add', 'a place among the others');
      const made = { name: name === undefined || name === null ? `系列${series.length + 1}` : textOf(name, 'name'), values: '' };
      scene.book.changeChart(at.sheetId, at.chart, { series: [...series, made] });
      return seriesPlace(scene, at, made);
    },
    GetCount: (at, _args, scene) => chartAt(scene, at).series.length,
    GetItemAt: (at, [index], scene) => {
      const series = chartAt(scene, at).series[wholeOf(index, 'index')];
      if (!series) throw invalid(`no series at ${String(index)}`);
      return seriesPlace(scene, at, series);
    },
  },
});

function changeSeries(scene: Scene, at: SeriesAt, change: Partial<Chart['series'][number]>): void {
  const { series } = chartAt(scene, at);
  if (!series.includes(at.series)) throw new HostFault('ItemNotFound', 'the series was deleted');
  Object.assign(at.series, change);
  scene.book.changeChart(at.sheetId, at.chart, { series: [...series] });
}

function sourceArgument(scene: Scene, value: unknown): string {
  if (!isOf(value, 'Range')) throw invalid('the values of a series are a range');
  return absolute(scene, value.at.sheetId, areaAt(scene, value.at));
}

export const chartSeriesKind = defineKind('ChartSeries', {
  properties: {
    Name: { get: (at) => at.series.name, set: (at, value, scene) => changeSeries(scene, at, { name: textOf(value, 'name') }) },
    ChartType: { get: (at, scene) => chartAt(scene, at).type },
  },
  objects: { Format: (at, scene) => scene.object('ChartSeriesFormat', at) },
  methods: {
    SetValues: (at, [source], scene) => changeSeries(scene, at, { values: sourceArgument(scene, source) }),
    SetXAxisValues: (at, [source], scene) => changeSeries(scene, at, { categories: sourceArgument(scene, source) }),
    Delete: (at, _args, scene) => scene.book.changeChart(at.sheetId, at.chart, { series: chartAt(scene, at).series.filter((each) => each !== at.series) }),
  },
});

export const chartSeriesFormatKind = defineKind('ChartSeriesFormat', { objects: { Fill: (at, scene) => scene.object('ChartFill', at) } });

export const chartFillKind = defineKind('ChartFill', {
  methods: {
    SetSolidColor: (at, [color], scene) => changeSeries(scene, at, { color: colorOf(color, 'color') }),
    Clear: (at, _args, scene) => { const { color: _color, ...rest } = at.series; const { series } = chartAt(scene, at); scene.book.changeChart(at.sheetId, at.chart, { series: series.map((each) => (each === at.series ? rest : each)) }); },
  },
});
