// The words of the screens, handed down so that a test can show another language. Knows no sentence.
import { createContext, useContext } from 'react';
import { paneWords } from '../words/paneWords';
import type { PaneWords } from '../words/paneWords';

const WordsContext = createContext<PaneWords>(paneWords);

/** Gives the screens inside their words. */
export const WordsProvider = WordsContext.Provider;

/** The words of the pane. */
export function useWords(): PaneWords {
  return useContext(WordsContext);
}
