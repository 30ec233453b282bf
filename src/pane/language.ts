// In which language the screens speak: Chinese, or, for tests, the keys of the words. Knows no sentence.
import { createContext, useContext } from 'react';

/** Turns a table of words into the same table in another language. */
export type Language = <T extends object>(table: T) => T;

/** The words as they stand. */
export const asWritten: Language = (table) => table;

const LanguageContext = createContext<Language>(asWritten);

/** Gives the screens inside their language. */
export const LanguageProvider = LanguageContext.Provider;

/** A table of words in the language of the screen. Each part takes the tables that it needs, so that none is loaded before. */
export function useWords<T extends object>(table: T): T {
  return useContext(LanguageContext)(table);
}
