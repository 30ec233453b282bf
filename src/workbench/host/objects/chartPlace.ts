// Finding the chart of a place, or saying with Excel's error that it is gone.
import { HostFault } from '../../book/hostFault';
import type { Chart } from '../../book/model';
import type { ChartAt } from '../places';
import type { Scene } from '../scene';
import { sheetAt } from './sheetPlace';

/** The chart of a place; ItemNotFound when it was deleted. */
export function chartAt(scene: Scene, at: ChartAt): Chart {
  const chart = sheetAt(scene, at.sheetId).charts.find((each) => each.id === at.chart);
  if (!chart) throw new HostFault('ItemNotFound', 'the chart was deleted');
  return chart;
}
