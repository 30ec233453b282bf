// What a book holds is there again after saving and opening.
import { openXlsx, saveXlsx } from '../../../src/workbench/xlsx';
import { compared } from './compared';
import { makeBook } from './plainCalc';
import { sampleBook } from './sampleBook';

describe('[W] a book saved and opened', () => {
  test('[W] a book with one of everything is the same afterwards, and nothing is said to be lost', async () => {
    const book = sampleBook();
    const { book: opened, lost } = await openXlsx(await saveXlsx(book), makeBook, '台账.xlsx');
    expect(compared(opened)).toEqual(compared(book));
    expect(lost).toEqual([]);
  });
});
