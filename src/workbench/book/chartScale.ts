// The scale of a chart's value axis: from where to where, and in what steps. Knows numbers only.
import type { ChartData } from './chartData';
import type { AxisLook } from './chartOptions';

export interface ValueScale { readonly minimum: number; readonly maximum: number; readonly majorUnit: number }
export type Stacking = 'none' | 'stacked' | 'percent';

/** How the series of a type stand on each other. */
export function stackingOf(type: string): Stacking {
  return type.endsWith('Stacked100') ? 'percent' : type.endsWith('Stacked') ? 'stacked' : 'none';
}

export interface Bar { readonly from: number; readonly to: number }

/** From where to where each value reaches, series by series: on the axis, or on what stands below it. Upward and downward values stack apart. */
export function stackedBars(data: ChartData, stacking: Stacking): (Bar | null)[][] {
  const count = data.categories.length;
  const [up, down] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  const whole = Array.from({ length: count }, (_, at) => data.series.reduce((sum, each) => sum + Math.abs(each.values[at] ?? 0), 0));
  return data.series.map(({ values }) => Array.from({ length: count }, (_, at): Bar | null => {
    const value = values[at] ?? null;
    if (value === null) return null;
    if (stacking === 'none') return { from: 0, to: value };
    const size = stacking === 'percent' ? (whole[at] === 0 ? 0 : value / whole[at]!) : value;
    const pile = size < 0 ? down : up;
    const from = pile[at]!;
    pile[at] = from + size;
    return { from, to: pile[at] };
  }));
}

/** Excel rounds to steps of 1, 2 or 5; with more than so many it takes the next larger. */
const MOST_STEPS = 9;

function niceUnit(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / MOST_STEPS));
  return [1, 2, 5, 10].map((each) => each * power).find((unit) => span / unit <= MOST_STEPS) ?? 10 * power;
}

/** What binary fractions add at the far end is taken off. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The scale that is drawn: what the axis says, and for the rest what Excel would choose (it begins at nought unless all values lie close together, and leaves a twentieth of room at the end). */
export function valueScale(data: ChartData, stacking: Stacking, axis: Pick<AxisLook, 'minimum' | 'maximum' | 'majorUnit'>): ValueScale {
  const ends = stackedBars(data, stacking).flat().flatMap((bar) => (bar ? [bar.to] : []));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (stacking === 'percent') return { minimum: axis.minimum ?? (low < 0 ? -1 : 0), maximum: axis.maximum ?? (high > 0 || low >= 0 ? 1 : 0), majorUnit: axis.majorUnit ?? 0.1 };
  const isFlat = ends.length === 0 || (low === 0 && high === 0);
  const isClose = !isFlat && stacking === 'none' && low > 0 && high > low && (high - low) / high <= 1 / 6;
  const floor = axis.minimum ?? (isClose ? low - (high - low) / 2 : Math.min(0, isFlat ? 0 : low));
  const ceiling = axis.maximum ?? (isFlat ? Math.max(1, floor + 1) : Math.max(0, high));
  const room = (ceiling - floor) / 20;
  const top = axis.maximum ?? (isFlat || ceiling === 0 ? ceiling : ceiling + room);
  const bottom = axis.minimum ?? (floor < 0 ? floor - room : floor);
  const unit = axis.majorUnit ?? niceUnit(Math.max(top - bottom, Number.MIN_VALUE * 1e20));
  return {
    minimum: axis.minimum ?? tidy(Math.floor(tidy(bottom / unit)) * unit),
    maximum: axis.maximum ?? tidy(Math.max(Math.ceil(tidy(top / unit)) * unit, (Math.floor(tidy(bottom / unit)) + 1) * unit)),
    majorUnit: unit,
  };
}

/** The values at which the axis has its labels; never so many that they could not be read. */
export function ticksOf({ minimum, maximum, majorUnit }: ValueScale): number[] {
  const count = Math.min(200, Math.floor(tidy((maximum - minimum) / majorUnit)));
  return Array.from({ length: count + 1 }, (_, index) => tidy(minimum + index * majorUnit));
}
