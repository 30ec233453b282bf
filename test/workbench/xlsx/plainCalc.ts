// A formula engine that computes nothing, so that a file's own results stay where they are. For tests of files only.
import { Book } from '../../../src/workbench/book/book';
import type { BookApi, BookContents, Calc } from '../../../src/workbench/book/bookApi';

const plainCalc: Calc = {
  load: () => [], changed: () => [], evaluate: () => null, moved: (formula) => formula, filled: (formula) => formula, renamed: (formula) => formula, faultOf: () => undefined,
};

/** A book whose formulas keep the results that they came with. */
export function makeBook(contents?: BookContents): BookApi {
  return new Book({ calc: plainCalc, clock: { today: () => 44_306 } }, contents);
}
