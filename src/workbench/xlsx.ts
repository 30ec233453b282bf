// The book to and from .xlsx: the two doors of this room. Knows books through BookApi only; how the parts of a file look is in xlsx/.
import type { BookApi } from './book/bookApi';
import { readContents } from './xlsx/readContents';
import { writePackage } from './xlsx/writePackage';

/** The book as the bytes of an .xlsx file. Throws FileFault with a sentence for a person where a file cannot hold what the book holds. */
export function saveXlsx(book: BookApi): Promise<Uint8Array> {
  return writePackage(book);
}

/**
 * The book that an .xlsx file holds, and in words for a person what else the file holds that saving over it would lose.
 * Throws FileFault when the file cannot be opened, with the reason and what to do.
 */
export function openXlsx(bytes: Uint8Array, makeBook: () => BookApi, name = '工作簿1.xlsx'): Promise<{ book: BookApi; lost: readonly string[] }> {
  // A promise, though nothing waits yet: whoever opens large files will want to do it in a worker
  return Promise.resolve().then(() => {
    const { contents, selection, lost } = readContents(bytes, name);
    const book = makeBook();
    book.replaceWith(contents);
    if (selection) book.select({ sheetId: book.activeSheetId, ...selection }, 'file');
    return { book, lost };
  });
}
