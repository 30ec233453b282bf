// What a key means in the grid while no cell is being edited, as in Excel for Windows. Pure.
import type { Direction } from './navigation';

export type Intent =
  | { do: 'move'; direction: Direction; jump: boolean; extend: boolean }
  | { do: 'page'; direction: Direction; extend: boolean }
  | { do: 'rowStart'; extend: boolean }
  | { do: 'sheetStart' | 'sheetEnd'; extend: boolean }
  | { do: 'enter' | 'tab'; back: boolean }
  | { do: 'fill'; direction: 'down' | 'right' }
  | { do: 'sheet'; step: -1 | 1 }
  | { do: 'edit' | 'clear' | 'clearAndEdit' | 'all' | 'wholeRow' | 'wholeColumn' | 'undo' | 'redo' | 'list' | 'menu' | 'today' | 'goto' | 'escape' | 'insert' | 'delete' };

/** The parts of a keyboard event that matter. */
export interface Key { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** The intent behind a key; undefined for keys that type text or belong to the browser. */
export function intentOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Intent | undefined {
  const ctrl = ctrlKey || metaKey;
  const arrow = ARROWS[key];
  if (arrow) {
    if (altKey) return arrow === 'down' ? { do: 'list' } : undefined;
    return { do: 'move', direction: arrow, jump: ctrl, extend: shiftKey };
  }
  switch (key) {
    case 'PageDown': return ctrl ? { do: 'sheet', step: 1 } : { do: 'page', direction: altKey ? 'right' : 'down', extend: shiftKey };
    case 'PageUp': return ctrl ? { do: 'sheet', step: -1 } : { do: 'page', direction: altKey ? 'left' : 'up', extend: shiftKey };
    case 'Home': return ctrl ? { do: 'sheetStart', extend: shiftKey } : { do: 'rowStart', extend: shiftKey };
    case 'End': return ctrl ? { do: 'sheetEnd', extend: shiftKey } : undefined;
    case 'Enter': return ctrl || altKey ? undefined : { do: 'enter', back: shiftKey };
    case 'Tab': return ctrl ? undefined : { do: 'tab', back: shiftKey };
    case 'F2': return { do: 'edit' };
    case 'F5': return { do: 'goto' };
    case 'Delete': return ctrl ? undefined : { do: 'clear' };
    case 'Backspace': return { do: 'clearAndEdit' };
    case 'Escape': return { do: 'escape' };
    case 'ContextMenu': return { do: 'menu' };
    case 'F10': return shiftKey ? { do: 'menu' } : undefined;
    case ' ': return ctrl ? { do: 'wholeColumn' } : shiftKey ? { do: 'wholeRow' } : undefined;
    default:
  }
  if (!ctrl || altKey) return undefined;
  switch (key.toLowerCase()) {
    case 'a': return { do: 'all' };
    case 'd': return { do: 'fill', direction: 'down' };
    case 'r': return { do: 'fill', direction: 'right' };
    case 'g': return { do: 'goto' };
    case 'z': return { do: shiftKey ? 'redo' : 'undo' };
    case 'y': return { do: 'redo' };
    case ';': return { do: 'today' };
    case '+': case '=': return { do: 'insert' };
    case '-': return { do: 'delete' };
    default: return undefined;
  }
}
