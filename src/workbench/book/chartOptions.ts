// What a chart's options say about its title, legend and axes, with Excel's usual values where they say nothing. Knows no file and no screen.
import type { Chart } from './model';

export type AxisName = 'categoryAxis' | 'valueAxis';
export const CROSSINGS = ['Automatic', 'Maximum', 'Minimum'] as const;
export const LEGEND_SIDES = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;
export type LegendSide = (typeof LEGEND_SIDES)[number];

export interface AxisLook {
  readonly visible: boolean;
  readonly gridlines: boolean;
  /** From last to first, or from high to low. */
  readonly reversed: boolean;
  /** Where on this axis the other one crosses it. */
  readonly position: (typeof CROSSINGS)[number];
  /** Absent: Excel chooses. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly majorUnit?: number;
}

/** The name under which a chart's options keep a member of an axis. */
export function axisOption(axis: AxisName, member: keyof AxisLook): string {
  return `${axis}.${member}`;
}

/** An axis as the options have it: lines across the plot stand on the value axis alone unless told otherwise. */
export function axisLook(chart: Pick<Chart, 'options'>, axis: AxisName): AxisLook {
  const said = (member: keyof AxisLook) => chart.options[axisOption(axis, member)];
  const number = (member: 'minimum' | 'maximum' | 'majorUnit') => {
    const value = said(member);
    return typeof value === 'number' ? { [member]: value } : {};
  };
  return {
    visible: said('visible') !== false, gridlines: (said('gridlines') ?? axis === 'valueAxis') === true, reversed: said('reversed') === true,
    position: CROSSINGS.find((each) => each === said('position')) ?? 'Automatic', ...number('minimum'), ...number('maximum'), ...number('majorUnit'),
  };
}

/** Where the legend stands; undefined when there is none. */
export function legendSide(chart: Pick<Chart, 'options'>): LegendSide | undefined {
  if (chart.options.legendVisible === false) return undefined;
  return LEGEND_SIDES.find((each) => each === chart.options.legendPosition) ?? 'Bottom';
}

/** The title over a chart; undefined when it has none or hides it. */
export function shownTitle(chart: Pick<Chart, 'options' | 'title'>): string | undefined {
  return chart.options.titleVisible === false || chart.title === '' ? undefined : chart.title;
}
