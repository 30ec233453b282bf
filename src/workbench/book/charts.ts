// Charts of a sheet: put there, changed, taken away. Knows nothing of how a chart is drawn.
import { sheetOf, type BookState } from './bookState';
import { HostFault } from './hostFault';
import type { Chart, Sheet } from './model';
import { checkAllowed } from './protection';

/** The id of the n-th chart ever made in a book, in the shape of Excel's ids. */
export function chartId(serial: number): string {
  return `{${serial.toString(16).toUpperCase().padStart(8, '0')}-00CA-0000-0000-000000000000}`;
}

function chartOf(sheet: Sheet, id: string): Chart {
  const chart = sheet.charts.find((each) => each.id === id);
  if (!chart) throw new HostFault('ItemNotFound', `no chart ${id}`);
  return chart;
}

/** Puts a chart on a sheet. */
export function addChart(state: BookState, sheetId: string, chart: Omit<Chart, 'id'>): Chart {
  const sheet = sheetOf(state, sheetId);
  checkAllowed(sheet, 'allowEditObjects');
  const made: Chart = { ...chart, id: chartId(state.serial('chart')) };
  sheet.charts.push(made);
  state.notice({ kind: 'look', sheetId });
  return made;
}

/** Changes a chart. */
export function changeChart(state: BookState, sheetId: string, id: string, change: Partial<Chart>): void {
  Object.assign(chartOf(sheetOf(state, sheetId), id), change);
  state.notice({ kind: 'look', sheetId });
}

/** Takes a chart off a sheet. */
export function deleteChart(state: BookState, sheetId: string, id: string): void {
  const sheet = sheetOf(state, sheetId);
  sheet.charts.splice(sheet.charts.indexOf(chartOf(sheet, id)), 1);
  state.notice({ kind: 'look', sheetId });
}
