// What a book holds is there again after saving and opening.
import fc from 'fast-check';
import { openXlsx, saveXlsx } from '../../../src/workbench/xlsx';
import { anyContents } from './anyBook';
import { compared } from './compared';
import { makeBook } from './plainCalc';
import { sampleBook } from './sampleBook';
import { faultsOf } from './wellFormed';

describe('[W] a book saved and opened', () => {
  test('[W] a book with one of everything is the same afterwards, well formed, and nothing is said to be lost', async () => {
    const book = sampleBook();
    const bytes = await saveXlsx(book);
    expect(faultsOf(bytes)).toEqual([]);
    const { book: opened, lost } = await openXlsx(bytes, makeBook, '台账.xlsx');
    expect(compared(opened)).toEqual(compared(book));
    expect(lost).toEqual([]);
  });

  test('[W] any book is the same afterwards, well formed, and nothing is said to be lost', async () => {
    await fc.assert(fc.asyncProperty(anyContents, async (contents) => {
      const book = makeBook(contents);
      const bytes = await saveXlsx(book);
      expect(faultsOf(bytes)).toEqual([]);
      const { book: opened, lost } = await openXlsx(bytes, makeBook);
      expect(compared(opened)).toEqual(compared(book));
      expect(lost).toEqual([]);
    }), { numRuns: 60 });
  }, 60_000);

  test('[W] saving the same book twice gives the same bytes', async () => {
    expect(await saveXlsx(sampleBook())).toEqual(await saveXlsx(sampleBook()));
  });
});
