// A drawing's chart as the model by which hucre writes native charts. Knows what a chart of ours looks like, and nothing of the file around it.
import type { SheetChart } from 'hucre/xlsx';
import type { Box, ChartDrawing } from '../sheets/drawing';
import { sheetPrefix } from './drawFormula';
import { fixedAddress } from './drawSheetPart';

/** The chart over its cells. Bars are read from the top, like the table beside them, so their axis of categories is turned round. */
export function chartModel(sheet: string, chart: ChartDrawing): SheetChart {
  const isBar = chart.kind === 'barStacked';
  const reference = (box: Box): string => `${sheetPrefix(sheet)}${fixedAddress(box)}`;
  const { at } = chart;
  return {
    type: isBar ? 'bar' : 'column',
    barGrouping: 'stacked',
    overlap: 100,
    gapWidth: 50,
    title: chart.title,
    titleFontSize: 12,
    legend: 'bottom',
    series: chart.series.map(({ name, values, color }) => ({ name, values: reference(values), categories: reference(chart.categories), color: color.slice(1).toUpperCase() })),
    axes: {
      x: { majorTickMark: 'none', minorTickMark: 'none', tickLblSkip: 1, labelFontSize: 9, ...(isBar ? { reverse: true } : {}) },
      // With the categories turned round, the far end is where the scale stands below.
      y: { majorTickMark: 'none', minorTickMark: 'none', gridlines: { major: true }, scale: { min: 0, majorUnit: chart.unit }, numberFormat: { formatCode: '0' }, ...(isBar ? { crosses: 'max' } : {}) },
    },
    anchor: { from: { row: at.row, col: at.column }, to: { row: at.row + at.rows, col: at.column + at.columns } },
  };
}
