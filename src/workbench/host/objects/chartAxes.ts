// The axes of a chart as far as reports need them: order, visibility, gridlines, scale, and where the other axis crosses.
import { axisLook, axisOption, CROSSINGS, type AxisLook } from '../../book/chartOptions';
import { chartData } from '../../book/chartData';
import { stackingOf, valueScale } from '../../book/chartScale';
import { invalid } from '../../book/hostFault';
import { NotSupported } from '../../notSupported';
import { flagOf, numberOf, oneOf } from '../arguments';
import type { AxisAt } from '../places';
import { defineKind, type Property } from '../registry';
import type { Scene } from '../scene';
import { chartAt } from './chartPlace';

function look(scene: Scene, at: AxisAt): AxisLook {
  return axisLook(chartAt(scene, at), at.axis);
}

function setOption(scene: Scene, at: AxisAt, member: keyof AxisLook, value: string | number | boolean | undefined): void {
  const { [axisOption(at.axis, member)]: _old, ...rest } = chartAt(scene, at).options;
  scene.book.changeChart(at.sheetId, at.chart, { options: { ...rest, ...(value === undefined ? {} : { [axisOption(at.axis, member)]: value }) } });
}

function flag(name: 'visible' | 'reversed' | 'gridlines', spoken: string): Property<AxisAt> {
  return { get: (at, scene) => look(scene, at)[name], set: (at, value, scene) => setOption(scene, at, name, flagOf(value, spoken)) };
}

/** A number of the value axis, or '' for what Excel chooses; what is read is always a number (ChartAxis.minimum). */
function scale(name: 'minimum' | 'maximum' | 'majorUnit'): Property<AxisAt> {
  return {
    get: (at, scene) => {
      if (at.axis === 'categoryAxis') return null;
      scene.book.settle();
      const chart = chartAt(scene, at);
      return valueScale(chartData(scene.book, chart), stackingOf(chart.type), look(scene, at))[name];
    },
    set: (at, value, scene) => {
      if (at.axis === 'categoryAxis') throw new NotSupported('ChartAxis', name, 'of a category axis');
      if (value === '') return setOption(scene, at, name, undefined);
      const number = numberOf(value, name);
      if (name === 'majorUnit' && number <= 0) throw invalid(`no major unit ${number}`);
      return setOption(scene, at, name, number);
    },
  };
}

export const chartAxesKind = defineKind('ChartAxes', {
  objects: {
    CategoryAxis: (at, scene) => scene.object('ChartAxis', { ...at, axis: 'categoryAxis' }),
    ValueAxis: (at, scene) => scene.object('ChartAxis', { ...at, axis: 'valueAxis' }),
  },
});

export const chartAxisKind = defineKind('ChartAxis', {
  properties: {
    Visible: flag('visible', 'visible'),
    ReversePlotOrder: flag('reversed', 'reversePlotOrder'),
    Minimum: scale('minimum'), Maximum: scale('maximum'), MajorUnit: scale('majorUnit'),
    Position: {
      get: (at, scene) => look(scene, at).position,
      set: (at, value, scene) => {
        if (value === 'Custom') throw new NotSupported('ChartAxis', 'position', 'Custom');
        setOption(scene, at, 'position', oneOf(value, CROSSINGS, 'position'));
      },
    },
  },
  objects: { MajorGridlines: (at, scene) => scene.object('ChartGridlines', at) },
});

export const chartGridlinesKind = defineKind('ChartGridlines', { properties: { Visible: flag('gridlines', 'visible') } });
