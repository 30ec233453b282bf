// A pie: the slices of its first series. Knows shapes and numbers.
import type { ChartData } from '../book/chartData';
import { themeColor, type Box, type Shape } from './chartShapes';

/** The slices clockwise from twelve o'clock, in the order of the categories; Excel draws the size of a value, whatever its sign. */
export function pieShapes(data: ChartData, room: Box): Shape[] {
  const sizes = (data.series[0]?.values ?? []).map((value) => Math.abs(value ?? 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole === 0) return [];
  const radius = Math.max(0, Math.min(room.width, room.height) / 2 - 4);
  let from = 0;
  return sizes.flatMap((size, index): Shape[] => {
    const to = from + size / whole;
    const slice: Shape = { kind: 'wedge', at: [room.x + room.width / 2, room.y + room.height / 2], radius, from, to, fill: themeColor(index) };
    from = to;
    return size === 0 ? [] : [slice];
  });
}
