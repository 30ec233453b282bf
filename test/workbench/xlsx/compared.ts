// Two books beside each other: what may differ after a file was opened is only the ids, which a book gives itself.
import type { BookApi } from '../../../src/workbench/book/bookApi';

/** Where "no" and "not said" mean the same. */
const OPTIONAL = /^\.sheets\.\d+\.(?:rows|columns)\.\d+$|^\.sheets\.\d+\.protection\.options$/;
const WITH_ID = /^\.sheets\.\d+(?:\.(?:tables|rules|charts)\.\d+)?$/;

/** The picture of a book without the ids of things, sheets referred to by name instead. */
export function compared(book: BookApi): unknown {
  const names = new Map(book.sheets.map((sheet) => [sheet.id, `the sheet ${sheet.name}`]));
  const plain = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each, index) => plain(each, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value)
      .filter(([name, each]) => !(name === 'id' && WITH_ID.test(path)) && !(OPTIONAL.test(path) && (each === false || each === null)))
      .map(([name, each]) => [name, plain(each, `${path}.${name}`)]));
  };
  return plain(book.picture(), '');
}
