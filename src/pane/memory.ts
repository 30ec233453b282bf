// What the pane remembers from one opening to the next: that the guide was seen. Works, forgetfully, where the browser keeps nothing.
import type { PaneMemory } from './doors';

const key = 'taskLedger.guideSeen';

/** The part of a browser's storage that is used here. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** A memory in the browser's storage. Asking for the storage, reading and writing may each be refused; then it lasts as long as the pane. */
export function openMemory(storage: () => Storage): PaneMemory {
  let seen = false;
  return {
    hasSeenGuide: () => {
      try {
        return seen || storage().getItem(key) === 'yes';
      } catch (error) {
        return refusedByBrowser(error, seen);
      }
    },
    rememberGuide: () => {
      seen = true;
      try {
        storage().setItem(key, 'yes');
      } catch (error) {
        refusedByBrowser(error, undefined);
      }
    },
  };
}

/** Browsers refuse with a DOMException (blocked, full); anything else is a bug and goes on. */
function refusedByBrowser<T>(error: unknown, instead: T): T {
  if (error instanceof DOMException) return instead;
  throw error;
}
