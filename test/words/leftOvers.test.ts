// What a terminal says of each thing in a return that waits for a person (R3–R8).
import type { FileOutcome } from '../../src/core/consolidation';
import { sayLeftOvers } from '../../src/words/leftOvers';
import { faultsOf } from './tidy';

const nothing: FileOutcome = {
  file: '回收表-港口科-2021-06.xlsx', digest: '', savedAt: '', section: '港口口岸科', claims: [], matched: 0, rows: [], merged: 0, unchanged: 0, conflicts: [], outside: [], guesses: [], unmatched: [], setApart: [], changedKeys: 0, notes: [],
  cells: { returned: 0, merged: 0, unchanged: 0, conflicts: 0, outside: 0, guesses: 0, unmatched: 0, refused: 0 },
};
const at = { table: '填报表', row: 8 };
const conflict = { ...at, key: 'k', seen: 's', kind: 'cleared', id: '2.1', column: 'doneOn', base: '2021-06-10', ledger: '2021-06-10', returned: '', cells: 1 } as const;
const outside = { ...at, key: 'k', id: '2.1', column: 'due', old: '2021年9月', new: '2021年10月', acceptable: true } as const;
const guess = { ...at, key: 'k', kind: 'likeness', id: '2.3', rowText: '压缩时间', taskText: '压缩整体通关时间', likeness: 0.7, texts: [], confirmed: false } as const;

const cases: readonly [string, Partial<FileOutcome>, readonly string[]][] = [
  ['a conflict', { conflicts: [conflict] }, ['冲突：任务2.1的办结日期，发出时有内容，收回时被清空。台账是“2021-06-10”，回收表是空']],
  ['an outside change', { outside: [outside] }, ['栏目外改动：任务2.1的完成时限，台账是“2021年9月”，回收表是“2021年10月”']],
  ['a column of its own', { outside: [{ ...outside, column: 'other', title: '困难', old: '', new: '缺人' }] }, ['栏目外改动：任务2.1的“困难”栏，写了“缺人”']],
  ['a guess', { guesses: [guess] }, ['待确认：“填报表”表第9行“压缩时间”可能是任务2.3，任务文字相近，但不完全一样']],
  ['an unmatched row', { unmatched: [{ ...at, kind: 'noTask', texts: [{ column: 'id', text: '合计' }, { column: 'progress', text: '共四项' }] }] }, ['对不上：“填报表”表第9行“合计 共四项”']],
  ['a cell set apart', { setApart: [{ ...at, kind: 'olderReturn', id: '2.1', column: 'progress', text: '初稿\n第二行', cells: 1 }] }, ['未采用：任务2.1的落实情况“初稿 第二行”，同一科室有更新的回收表']],
  ['a table set apart', { setApart: [{ table: '说明', row: 0, kind: 'otherTable', text: '', cells: 3 }] }, ['未采用：“说明”表第1行，在另一张表里']],
  ['what a person has decided', { conflicts: [{ ...conflict, choice: 'ledger' }], outside: [{ ...outside, reason: '同意' }], guesses: [{ ...guess, confirmed: true }] }, []],
];

test.each(cases)('[R8] %s', (_, found, lines) => {
  expect(sayLeftOvers({ ...nothing, ...found })).toEqual(lines);
  for (const line of lines) expect(faultsOf(line)).toEqual([]);
});
