// The words of the screen of a matrix: in good manners whatever they are given, and a refusal that says what the office itself can do.
import type { FileRefusal } from '../../src/core/rawTable';
import { matrixWords, sayMatrixRefusal } from '../../src/words/matrixScreen';
import { faultsOf } from './tidy';

/** Kinds of file, which are written in letters in Chinese too. */
const withoutKinds = (sentence: string): string => sentence.replace(/PDF|XML|RTF|\.(?:docx|xlsx)/g, '');

const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  atTable: [['2', '第3行'], ['分工', '第3行']], tableName: [['2'], ['分工']], columnName: [[2, ''], [2, '值']], cardTitle: [['2.3', ''], ['2.3', '值']], cardNote: [[0, 0], [1, 0], [0, 2], [1, 2]], otherTitle: [[''], ['值']],
  'notes.formulaWithoutResult': [['值', 2, '值']], 'notes.tooNarrow': [['值', 2, '值']], fromRows: [[['值', '值']]], leftOutLine: [['值', '值', '值']], rowsCount: [[13, 0], [13, 2]], guessCount: [[0], [3]],
};

function sentencesOf(table: object, path = ''): { readonly key: string; readonly sentence: string }[] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [{ key, sentence: value }];
    if (typeof value === 'object' && value !== null) return sentencesOf(value, key);
    if (typeof value !== 'function') return [];
    return (samples[key] ?? [['值', '值', '值'], [3, 2]]).map((sample) => ({ key, sentence: String((value as (...given: unknown[]) => unknown)(...sample)) }));
  });
}

test.each(sentencesOf(matrixWords).map(({ key, sentence }) => [key, sentence] as const))('[X3][I5] %s is in good manners: %s', (_, sentence) => {
  expect(faultsOf(withoutKinds(sentence))).toEqual([]);
});

const refusals: readonly FileRefusal[] = [
  ...(['empty', 'encrypted', 'damaged', 'oldHtml', 'noTable', 'tookTooLong', 'cannotOpen', 'failed'] as const).map((kind): FileRefusal => ({ kind, values: {} })),
  ...['picture', 'pdf', 'archive', 'presentation', 'program', 'unknown'].map((what): FileRefusal => ({ kind: 'notATable', values: { what } })),
  ...['xlsb', 'openDocument', 'doc', 'oldXls', 'xml2003', 'rtf'].map((what): FileRefusal => ({ kind: 'otherFormat', values: { what } })),
  { kind: 'tooLarge', values: { what: 'file', megabytes: 50 } }, { kind: 'tooLarge', values: { what: 'content', megabytes: 200 } }, { kind: 'tooManySheets', values: { limit: 50 } },
  { kind: 'tooManyCells', values: { what: 'columns', limit: 100 } },
];

test.each(refusals)('[I1][X3] $kind $values: what happened and what to do, without asking a section', (refusal) => {
  const file = sayMatrixRefusal('附件3', refusal);
  const pasted = sayMatrixRefusal('', refusal);
  expect(file).toMatch(/^“附件3”没有读入：.+。.*请.+。$/);
  expect(pasted).toMatch(/^粘贴的内容没有读入：/);
  for (const sentence of [file, pasted]) {
    expect(sentence).not.toContain('填报科室');
    expect(faultsOf(withoutKinds(sentence))).toEqual([]);
  }
});
