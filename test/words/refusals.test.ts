// What is said when a file cannot be read: its name, the reason and what to do, for every refusal that there is.
import type { FileRefusal, FileRefusalKind } from '../../src/core/rawTable';
import { sayRefusal } from '../../src/words/refusals';
import { faultsOf } from './tidy';

/** What each kind may come with; the compiler sees to it that none is missing. */
const values: Readonly<Record<FileRefusalKind, readonly FileRefusal['values'][]>> = {
  empty: [{}],
  encrypted: [{}],
  damaged: [{}],
  notATable: ['picture', 'pdf', 'archive', 'presentation', 'program', 'unknown'].map((what) => ({ what })),
  otherFormat: ['xlsb', 'openDocument', 'doc', 'oldXls', 'xml2003', 'rtf', '不认识的'].map((what) => ({ what })),
  oldHtml: [{}],
  noTable: [{}],
  tooLarge: [{ what: 'file', megabytes: 30 }, { what: 'content', megabytes: 300 }, { what: 'parts' }, { what: 'memory' }],
  tookTooLong: [{}],
  cannotOpen: [{ detail: 'NotFoundError' }],
  failed: [{ detail: 'TypeError: x' }],
  tooManySheets: [{ limit: 200 }],
  tooManyCells: [{ what: 'cells', limit: 2_000_000, table: '任务台账' }, { what: 'rows', limit: 100_000, table: '' }, { what: 'columns', limit: 1_000, table: '台账' }, { what: 'text', limit: 100_000, table: '台账' }, { what: 'cells', limit: 2_000_000 }],
};
const all = Object.entries(values).flatMap(([kind, each]) => each.map((given): FileRefusal => ({ kind: kind as FileRefusalKind, values: given })));

/** Names of formats, which have no others. */
const formats = /\.xlsx|\.docx|Word|PDF|XML|RTF/g;

test.each(all.map((refusal) => [sayRefusal('回收表', refusal), refusal] as const))('[R9][X3] %s', (sentence, refusal) => {
  expect(faultsOf(sentence.replace(formats, '某种'))).toEqual([]);
  // The name, the reason, and what to do.
  expect(sentence).toMatch(/^“回收表”没有读入：[^。：]+。.*请.+。$/);
  expect(sentence).not.toContain(String(refusal.values['detail'] ?? '没有这样的话'));
});

test('[R9] no two reasons sound alike', () => {
  expect(new Set(all.map((refusal) => sayRefusal('表', refusal))).size).toBe(all.length);
});

test.each<[FileRefusal, string]>([
  [{ kind: 'encrypted', values: {} }, '“回收表-外贸科-2021-06.xlsx”没有读入：文件设了打开密码。请用 Excel 或 WPS 打开，去掉打开密码，另存后再选择。'],
  [{ kind: 'tooManyCells', values: { what: 'rows', limit: 100_000, table: '任务台账' } }, '“回收表-外贸科-2021-06.xlsx”没有读入：“任务台账”表里的行太多，最多能读10万行。请删去无关的内容，或者把需要的部分复制到新的工作簿，另存后再选择。'],
  [{ kind: 'tooManyCells', values: { what: 'columns', limit: 1_000, table: '' } }, '“回收表-外贸科-2021-06.xlsx”没有读入：表格在第1000列以后还有内容。请删去无关的内容，或者把需要的部分复制到新的工作簿，另存后再选择。'],
])('[R9] names the file and the numbers: %j', (refusal, sentence) => {
  expect(sayRefusal('回收表-外贸科-2021-06.xlsx', refusal)).toBe(sentence);
});

test('[R9] a file’s name cannot break out of its sentence', () => {
  expect(sayRefusal(`${'很长的名字'.repeat(20)}\n第二行.xlsx`, { kind: 'empty', values: {} }).split('\n')).toHaveLength(1);
});
