// Keys move the active cell as in Excel.
import { currentRegion, jump, nextInside, step } from '../../../src/workbench/view/navigation';
import { intentOf } from '../../../src/workbench/view/gridKeys';
import { bookForView, write } from './books';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const key = (name: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) => intentOf({ key: name, ctrlKey: held.ctrl === true, metaKey: false, shiftKey: held.shift === true, altKey: held.alt === true });

describe('moving about', () => {
  test('[W] an arrow goes one cell on, over merges and hidden rows, and stays at the edge', () => {
    const { book, sheet } = bookForView();
    book.merge(sheet.id, area(0, 0, 2, 1), false);
    book.setRow(sheet.id, 3, { hidden: true });
    expect(step(sheet, { row: 0, column: 0 }, 'down')).toEqual({ row: 4, column: 0 });
    expect(step(sheet, { row: 1, column: 2 }, 'left')).toEqual({ row: 1, column: 1 });
    expect(step(sheet, { row: 0, column: 0 }, 'up')).toEqual({ row: 0, column: 0 });
    expect(step(sheet, { row: 10, column: 0 }, 'down', 5)).toEqual({ row: 15, column: 0 });
  });

  test('[W] Ctrl with an arrow goes to the end of the block, to the next block, to the end of the sheet', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 1, 0, [['a'], ['b'], ['c'], [null], ['d']]);
    const from = (row: number) => jump(book, sheet, { row, column: 0 }, 'down').row;
    expect([from(0), from(1), from(3), from(5)]).toEqual([1, 3, 5, 1_048_575]);
    expect(jump(book, sheet, { row: 5, column: 0 }, 'up').row).toBe(3);
    expect(jump(book, sheet, { row: 0, column: 4 }, 'left').column).toBe(0);
  });

  test('[W] Enter and Tab go round inside a selection', () => {
    const chosen = area(0, 0, 1, 1);
    expect(nextInside(chosen, { row: 0, column: 0 }, 'down')).toEqual({ row: 1, column: 0 });
    expect(nextInside(chosen, { row: 1, column: 0 }, 'down')).toEqual({ row: 0, column: 1 });
    expect(nextInside(chosen, { row: 1, column: 1 }, 'right')).toEqual({ row: 0, column: 0 });
    expect(nextInside(chosen, { row: 0, column: 0 }, 'left')).toEqual({ row: 1, column: 1 });
  });

  test('[W] the current region ends at empty rows and columns', () => {
    const { book, sheet } = bookForView();
    write(book, sheet, 1, 1, [['a', null], [null, 'b']]);
    write(book, sheet, 5, 1, [['c']]);
    expect(currentRegion(book, sheet, { row: 1, column: 1 })).toEqual(area(1, 1, 2, 2));
    expect(currentRegion(book, sheet, { row: 9, column: 9 })).toEqual(area(9, 9, 9, 9));
  });

  test.each([
    ['ArrowDown', {}, { do: 'move', direction: 'down', jump: false, extend: false }],
    ['ArrowRight', { ctrl: true, shift: true }, { do: 'move', direction: 'right', jump: true, extend: true }],
    ['ArrowDown', { alt: true }, { do: 'list' }],
    ['Tab', { shift: true }, { do: 'tab', back: true }],
    ['PageDown', { ctrl: true }, { do: 'sheet', step: 1 }],
    ['d', { ctrl: true }, { do: 'fill', direction: 'down' }],
    ['Z', { ctrl: true, shift: true }, { do: 'redo' }],
    ['F10', { shift: true }, { do: 'menu' }],
    ['Delete', {}, { do: 'clear' }],
    ['a', {}, undefined],
    ['c', { ctrl: true }, undefined],
    ['Enter', { alt: true }, undefined],
  ])('[W] the key %s with %j means %j', (name, held, intent) => {
    expect(key(name, held)).toEqual(intent);
  });
});
