// What Univer would do to its own data when a person drags a header's edge, the fill handle or the frozen line: told to the page as a wish.
import type { ICommandInfo, IRange } from '@univerjs/core';
import type { GridEvents } from './gridView';
import { columnWidth, rowPoints } from './sheetLayout';
import { areaOf } from './univerSheet';

interface Gesture { ranges?: IRange[]; colWidth?: unknown; rowHeight?: unknown; sourceRange?: IRange; targetRange?: IRange; xSplit?: number; ySplit?: number }

/** Tells the page what a vetoed command of Univer was meant to do. Commands that mean nothing to the book are dropped: Univer may not change anything. */
export function tellGesture(command: Readonly<ICommandInfo>, events: GridEvents): void {
  const gesture: Gesture = command.params ?? {};
  const columns = () => (gesture.ranges ?? []).map((range) => ({ from: range.startColumn, to: range.endColumn }));
  const rows = () => (gesture.ranges ?? []).map((range) => ({ from: range.startRow, to: range.endRow }));
  switch (command.id) {
    case 'sheet.mutation.set-worksheet-col-width':
      if (typeof gesture.colWidth === 'number') events.columnsResized(columns(), columnWidth(gesture.colWidth));
      break;
    case 'sheet.mutation.set-worksheet-row-height':
      if (typeof gesture.rowHeight === 'number') events.rowsResized(rows(), rowPoints(gesture.rowHeight));
      break;
    case 'sheet.command.set-row-is-auto-height':
      events.rowsFitted(rows());
      break;
    case 'sheet.command.set-col-auto-width':
      events.columnsFitted(columns());
      break;
    case 'sheet.command.auto-fill':
      if (gesture.sourceRange && gesture.targetRange) events.filled(areaOf(gesture.sourceRange), areaOf(gesture.targetRange));
      break;
    case 'sheet.mutation.set-frozen':
      events.frozen(gesture.ySplit ?? 0, gesture.xSplit ?? 0);
      break;
    default:
  }
}
