// What returns do to the ledger, case by case (R4–R8): three ways, joint tasks, newer and older returns, what a person chose, what is never applied by itself.
import { consolidate } from '../../src/core/consolidate';
import type { Choice, Consolidation, ConsolidateOptions, LedgerSide } from '../../src/core/consolidation';
import { longestCell } from '../../src/core/consolidateSettle';
import type { ReturnedSheet } from '../../src/core/returnedTable';
import { readReturned } from '../../src/core/returnedTable';
import type { Answers, Handling } from './returns';
import { afterEdits, ledger2021, plainFile, returned, sentEmpty } from './returns';

const ledger = ledger2021();
const written = ({ edits }: Consolidation) => edits.map((edit) => [edit.id, edit.column, edit.new]);
const first = ({ files }: Consolidation) => files[0] as Consolidation['files'][number];
const base = (cells: Record<string, { progress?: string; remark?: string; doneOn?: string }>): Handling => ({ base: new Map(Object.entries(cells)) });
const harbour = (answers: Answers, handling: Handling = {}): ReturnedSheet => returned(ledger, '港口科', answers, handling);
const choosing = (ledgerSide: LedgerSide, sheets: readonly ReturnedSheet[], choice: Choice): ConsolidateOptions => ({
  decisions: new Map(consolidate(ledgerSide, sheets).files.flatMap(({ conflicts }) => conflicts.map(({ key, seen }) => [key, { seen, choice }]))),
});

describe('three ways', () => {
  const changed = ledger2021({ '2.1': { progress: '台账所改' } });
  const sheet = harbour({ '2.1': { progress: '科室所改' } }, base({ '2.1': { progress: '发出时' } }));

  test('[R4] what only the section changed is taken; what only the ledger changed stays', () => {
    const sent = ledger2021({ '2.1': { progress: '发出时' } });
    expect(written(consolidate(sent, [sheet]))).toEqual([['2.1', 'progress', '科室所改']]);
    const asSent = consolidate(changed, [harbour({}, base({ '2.1': { progress: '发出时' } }))]);
    expect(asSent.edits).toEqual([]);
    expect(asSent.cells).toMatchObject({ returned: 1, unchanged: 1 });
  });

  test('[R4] both changed and differ: a conflict with all three texts, and nothing is written', () => {
    const result = consolidate(changed, [sheet]);
    expect(result.edits).toEqual([]);
    expect(first(result).conflicts).toMatchObject([{ kind: 'bothChanged', id: '2.1', column: 'progress', base: '发出时', ledger: '台账所改', returned: '科室所改', cells: 1 }]);
  });

  test('[R4] what the copy no longer says the ledger’s register tells; where neither does, differing texts are a conflict', () => {
    const bare = harbour({ '2.1': { progress: '科室所改' } }, { without: ['hiddenSheet'] });
    expect(first(consolidate(changed, [bare])).conflicts).toMatchObject([{ kind: 'baseUnknown', base: undefined }]);
    expect(written(consolidate({ ...changed, sent: [{ section: '港口口岸科', id: '2.1', column: 'progress', text: '台账所改' }] }, [bare]))).toEqual([['2.1', 'progress', '科室所改']]);
    expect(written(consolidate(ledger, [bare]))).toEqual([['2.1', 'progress', '科室所改']]);
  });

  test('[R4] what was sent and came back empty is never emptied by itself', () => {
    const sent = ledger2021({ '2.1': { progress: '发出时' } });
    const emptied = harbour({ '2.1': { progress: '' } }, base({ '2.1': { progress: '发出时' } }));
    const result = consolidate(sent, [emptied]);
    expect(result.edits).toEqual([]);
    expect(first(result).conflicts).toMatchObject([{ kind: 'cleared', ledger: '发出时', returned: '' }]);
    expect(result.cells).toMatchObject({ returned: 1, conflicts: 1 });
    expect(written(consolidate(sent, [emptied], choosing(sent, [emptied], 'returned')))).toEqual([['2.1', 'progress', '']]);
  });

  test.each<[Choice, (string | undefined)[], string]>([
    ['ledger', [], 'refused'], ['returned', ['科室所改'], 'merged'], ['both', ['台账所改\n科室所改'], 'merged'], [{ own: '另写一句' }, ['另写一句'], 'merged'],
  ])('[R4] a person chose %j', (choice, texts, heading) => {
    const result = consolidate(changed, [sheet], choosing(changed, [sheet], choice));
    expect(result.edits.map((edit) => edit.new)).toEqual(texts);
    expect(result.cells).toMatchObject({ returned: 1, conflicts: 0, [heading]: 1 });
    expect(first(result).conflicts).toMatchObject([{ choice }]);
    // Taken once more, the same return asks nothing again.
    const again = consolidate({ ...afterEdits(changed, result.edits), taken: result.taken }, [sheet]);
    expect(again).toMatchObject({ edits: [], cells: { returned: 1, unchanged: 1 } });
  });

  test('[R4] a choice holds only for the texts that were seen', () => {
    const options = choosing(changed, [sheet], 'returned');
    const other = harbour({ '2.1': { progress: '科室又改' } }, base({ '2.1': { progress: '发出时' } }));
    expect(consolidate(changed, [other], options)).toMatchObject({ edits: [], cells: { conflicts: 1 } });
    const edited = ledger2021({ '2.1': { progress: '台账又改' } });
    expect(consolidate(edited, [sheet], options)).toMatchObject({ edits: [], cells: { conflicts: 1 } });
  });

  test('[R4] own words that are the ledger’s change nothing', () => {
    expect(consolidate(changed, [sheet], choosing(changed, [sheet], { own: '台账所改' })).edits).toEqual([]);
  });

  test('[R4] typesetting is no change', () => {
    const sent = ledger2021({ '2.1': { progress: '一是\n二是' } });
    const result = consolidate(sent, [harbour({ '2.1': { progress: '一是 _x000D_\n二是\u00a0' } }, base({ '2.1': { progress: '发出时' } }))]);
    expect(result).toMatchObject({ edits: [], cells: { returned: 1, unchanged: 1 } });
  });

  test('[R12][F1] placeholders and what looks like a formula are taken as the text that they are', () => {
    expect(written(consolidate(ledger, [harbour({ '2.1': { progress: '无' }, '2.2': { progress: '=1+1' }, '2.3': { progress: '-同上', remark: '@见附件' } })]))).toEqual([['2.1', 'progress', '无'], ['2.2', 'progress', '=1+1'], ['2.3', 'progress', '-同上'], ['2.3', 'remark', '@见附件']]);
  });

  test('[R8] a text too long for a cell is set apart', () => {
    const result = consolidate(ledger, [harbour({ '2.1': { progress: '长'.repeat(longestCell + 1) }, '2.2': { progress: '长'.repeat(longestCell) } })]);
    expect(result.edits.map(({ id }) => id)).toEqual(['2.2']);
    expect(first(result).setApart).toMatchObject([{ kind: 'tooLong', id: '2.1' }]);
  });
});

describe('办结日期', () => {
  const on = (doneOn: NonNullable<Answers[string]['doneOn']>) => consolidate(ledger, [harbour({ '2.1': { doneOn } })]);

  test.each([[{ day: '2021-06-15' }], ['2021年6月15日'], ['2021/6/15'], ['２０２１．６．１５'], [44362]])('[R4][D7] %j is that day', (doneOn) => {
    expect(written(on(doneOn))).toEqual([['2.1', 'doneOn', '2021-06-15']]);
  });

  test('[D5] a day without a year is of the plan’s year, and that is said', () => {
    expect(on('6月15日').edits).toEqual([{ id: '2.1', column: 'doneOn', old: '', new: '2021-06-15', parts: [{ file: '回收表-港口科-2021-06.xlsx', section: '港口口岸科', old: '', new: '2021-06-15', decision: 'taken', assumedYear: true }] }]);
  });

  test.each(['2021年6月', '六月底', '已办结', '15', '2021-02-30'])('[R8] %s is no day and is set apart', (doneOn) => {
    expect(on(doneOn).edits).toEqual([]);
    expect(first(on(doneOn)).setApart).toMatchObject([{ kind: 'notADay', column: 'doneOn', text: doneOn }]);
  });

  test('[R7] of a joint task it is the lead’s to give, whoever returns first; another section’s other day is a conflict', () => {
    const lead = returned(ledger, '外资科', { '6.1': { doneOn: '2021-06-10' } });
    const joining = returned(ledger, '港口科', { '6.1': { doneOn: '2021-06-15' } });
    const agreeing = returned(ledger, '东盟科', { '6.1': { doneOn: '2021年6月10日' } });
    const all = consolidate(ledger, [joining, agreeing, lead]);
    expect(written(all)).toEqual([['6.1', 'doneOn', '2021-06-10']]);
    expect(all.files.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ kind: 'notLead', ledger: '2021-06-10', returned: '2021-06-15' }]);
    expect(all.cells).toMatchObject({ returned: 3, merged: 1, unchanged: 1, conflicts: 1 });
    expect(written(consolidate(ledger, [joining]))).toEqual([]);
    expect(written(consolidate(ledger, [joining], choosing(ledger, [joining], 'returned')))).toEqual([['6.1', 'doneOn', '2021-06-15']]);
    // A day cannot be two days, and own words must be a day.
    expect(written(consolidate(ledger, [joining], choosing(ledger, [joining], 'both')))).toEqual([]);
    expect(written(consolidate(ledger, [joining], choosing(ledger, [joining], { own: '月底' })))).toEqual([]);
    expect(written(consolidate(ledger, [joining], choosing(ledger, [joining], { own: '6月20日' })))).toEqual([['6.1', 'doneOn', '2021-06-20']]);
  });
});

describe('a joint task', () => {
  const say = (section: string, progress: string, savedAt = '2021-06-17T08:30:00Z', file = `${section}.xlsx`): ReturnedSheet => returned(ledger, section, { '6.1': { progress } }, { savedAt, file });
  const all = [say('港口科', '丁'), say('外贸科', '乙'), say('东盟科', '丙'), say('外资科', '甲一', '2021-06-10T00:00:00Z', '外资科一.xlsx'), say('外资科', '甲二', '2021-06-16T00:00:00Z', '外资科二.xlsx')];
  const whole = '【外资科】甲二\n【外贸科】乙\n【东盟科】丙\n【港口科】丁';
  const permutations = (list: readonly ReturnedSheet[]): ReturnedSheet[][] => (list.length < 2 ? [[...list]] : list.flatMap((each, at) => permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [each, ...rest])));

  test('[R5][R7] answered by all four, one of them twice, in each of the 120 orders: all texts, each under its name', () => {
    for (const order of permutations(all)) expect(written(consolidate(ledger, order))).toEqual([['6.1', 'progress', whole]]);
    const result = consolidate(ledger, all);
    expect(result.files.flatMap(({ setApart }) => setApart)).toMatchObject([{ kind: 'olderReturn', text: '甲一' }]);
    expect(result.edits[0]?.parts.map(({ file, section, new: text }) => [file, section, text])).toEqual([['外资科二.xlsx', '外资管理科', '甲二'], ['外贸科.xlsx', '对外贸易科', '乙'], ['东盟科.xlsx', '东盟事务科', '丙'], ['港口科.xlsx', '港口口岸科', '丁']]);
  });

  test('[R5][R7] one after the other, in each of the 120 orders, they come to the same ledger', () => {
    for (const order of permutations(all)) {
      const after = order.reduce<LedgerSide>((side, sheet) => {
        const { edits, taken } = consolidate(side, [sheet]);
        const kept = (side.taken ?? []).filter((old) => !taken.some((cell) => cell.section === old.section && cell.id === old.id && cell.column === old.column));
        return { ...afterEdits(side, edits), taken: [...kept, ...taken] };
      }, ledger);
      expect(after.tasks.find(({ id }) => id === '6.1')?.cells.progress).toBe(whole);
    }
  });

  test('[R5] a newer return replaces that section’s text alone, and what is nobody’s stays', () => {
    const now = ledger2021({ '6.1': { progress: '总体良好\n【外资科】甲\n【外贸科】乙' } });
    const sheet = returned(now, '外资科', { '6.1': { progress: '甲新' } }, base({ '6.1': { progress: '甲' } }));
    expect(written(consolidate(now, [sheet]))).toEqual([['6.1', 'progress', '总体良好\n【外资科】甲新\n【外贸科】乙']]);
  });

  test('[R5] an older return that comes later is set apart, and takes back nothing', () => {
    const newer = consolidate(ledger, [say('外资科', '甲二', '2021-06-16T00:00:00Z')]);
    const later = consolidate({ ...afterEdits(ledger, newer.edits), taken: newer.taken }, [say('外资科', '甲一', '2021-06-10T00:00:00Z')]);
    expect(later.edits).toEqual([]);
    expect(first(later).setApart).toMatchObject([{ kind: 'olderReturn', text: '甲一' }]);
  });

  test('[R5] an older return that says the same makes the register no older', () => {
    const newer = consolidate(ledger, [say('外资科', '甲', '2021-06-16T00:00:00Z')]);
    const later = consolidate({ ...afterEdits(ledger, newer.edits), taken: newer.taken }, [say('外资科', '甲', '2021-06-10T00:00:00Z')]);
    expect(newer.taken).toMatchObject([{ section: '外资管理科', id: '6.1', column: 'progress', text: '甲', stamp: { savedAt: '2021-06-16T00:00:00Z' } }]);
    expect(later).toMatchObject({ edits: [], taken: [], cells: { returned: 1, unchanged: 1 } });
  });

  test('[R5] a newer return that was sent back as it came takes nothing back from an older one', () => {
    const result = consolidate(ledger, [say('外资科', '甲一', '2021-06-10T00:00:00Z', '一.xlsx'), say('外资科', '', '2021-06-16T00:00:00Z', '二.xlsx')]);
    expect(written(result)).toEqual([['6.1', 'progress', '【外资科】甲一']]);
  });

  test('[R5] where the newest return emptied what the ledger has emptied too, an older one does not fill it again', () => {
    const emptied = returned(ledger, '外资科', {}, { ...base({ '6.1': { progress: '' } }), file: '二.xlsx', savedAt: '2021-06-16T00:00:00Z' });
    const sheets = [{ ...emptied, base: new Map([['6.1', { progress: '发出时' }]]) }, { ...say('外资科', '甲一', '2021-06-10T00:00:00Z', '一.xlsx'), base: undefined }];
    const result = consolidate(ledger, sheets);
    expect(result).toMatchObject({ edits: [], cells: { returned: 1, refused: 1 } });
    expect(consolidate({ ...ledger, taken: result.taken }, sheets)).toMatchObject({ edits: [], cells: { returned: 1, refused: 1 } });
  });

  test('[R5] an older return that says what stood there is set apart when a newer one replaces it', () => {
    const now = ledger2021({ '6.1': { progress: '【外资科】甲一' } });
    const result = consolidate(now, [say('外资科', '甲一', '2021-06-10T00:00:00Z', '一.xlsx'), say('外资科', '甲二', '2021-06-16T00:00:00Z', '二.xlsx')]);
    expect(written(result)).toEqual([['6.1', 'progress', '【外资科】甲二']]);
    expect(result.files.flatMap(({ setApart }) => setApart)).toMatchObject([{ kind: 'olderReturn', text: '甲一' }]);
  });

  test('[R7] a section that sends back only another’s block says nothing of its own, whoever returns first', () => {
    const [ofOther, own] = [say('外资科', '【外贸科】乙'), say('外贸科', '乙')];
    expect(written(consolidate(ledger, [ofOther]))).toEqual([]);
    expect(first(consolidate(ledger, [ofOther])).outside).toMatchObject([{ new: '【外贸科】乙', acceptable: false }]);
    expect(written(consolidate(ledger, [ofOther, own]))).toEqual([['6.1', 'progress', '【外贸科】乙']]);
    expect(consolidate(afterEdits(ledger, consolidate(ledger, [own]).edits), [ofOther])).toMatchObject({ edits: [], cells: { returned: 1, unchanged: 1, outside: 0 } });
  });

  test('[R5] own words that look like a mark were sent as such and stay own words', () => {
    const now = ledger2021({ '6.1': { progress: '【外资科】甲\n\u200b【外贸科】已会签' } });
    const sheet = returned(now, '外资科', { '6.1': { progress: '甲新\n【外贸科】已会签' } }, base({ '6.1': { progress: '甲\n【外贸科】已会签' } }));
    expect(written(consolidate(now, [sheet]))).toEqual([['6.1', 'progress', '【外资科】甲新\n\u200b【外贸科】已会签']]);
    expect(first(consolidate(now, [sheet])).outside).toEqual([]);
  });

  test('[R4] another section’s copy does not say what was sent to the one that a person named', () => {
    const now = ledger2021({ '6.1': { progress: '【外资科】甲\n【外贸科】乙' } });
    const sheet = returned(now, '外资科', { '6.1': { progress: '乙新' } }, base({ '6.1': { progress: '乙' } }));
    const result = consolidate(now, [sheet], { sections: new Map([[sheet.digest, '外贸科']]) });
    expect(result.edits).toEqual([]);
    expect(first(result).conflicts).toMatchObject([{ kind: 'baseUnknown', base: undefined, ledger: '乙', returned: '乙新' }]);
  });

  test('[R5] a section that writes its own mark is read without it', () => {
    expect(written(consolidate(ledger, [say('外贸科', '【外贸科】乙')]))).toEqual([['6.1', 'progress', '【外贸科】乙']]);
  });

  test('[R5][R6] the whole cell sent back: the own block is taken, others’ changed words are listed and not applied', () => {
    const now = ledger2021({ '6.1': { progress: '【外资科】甲\n【东盟科】丙' } });
    const asItStands = consolidate(now, [returned(now, '外贸科', { '6.1': { progress: '【外资科】甲\n【外贸科】乙\n【东盟科】丙' } })]);
    expect(written(asItStands)).toEqual([['6.1', 'progress', '【外资科】甲\n【外贸科】乙\n【东盟科】丙']]);
    expect(asItStands.cells).toMatchObject({ returned: 1, merged: 1 });
    const altered = consolidate(now, [returned(now, '外贸科', { '6.1': { progress: '【外资科】改\n【外贸科】乙' } })]);
    expect(written(altered)).toEqual([['6.1', 'progress', '【外资科】甲\n【外贸科】乙\n【东盟科】丙']]);
    expect(first(altered).outside).toMatchObject([{ column: 'progress', new: '【外资科】改', acceptable: false }]);
  });

  test('[R8] a section that is not the task’s: what stands there anyway is unchanged, anything else is set apart', () => {
    const now = ledger2021({ '6.1': { progress: '【外资科】甲' }, '2.1': { progress: '已开展' } });
    const textOf = (id: string): string => now.tasks.find((task) => task.id === id)?.cells.text ?? '';
    const cells = [['工作任务', '落实情况'], [textOf('6.1'), '【外资科】甲'], [textOf('2.1'), '另一说法'], [textOf('5.1'), '']];
    const result = consolidate(now, [readReturned(plainFile('法规科.xlsx', cells))]);
    expect(result).toMatchObject({ edits: [], cells: { returned: 2, unchanged: 1, refused: 1 } });
    expect(first(result).setApart).toMatchObject([{ kind: 'notYourTask', id: '2.1', text: '另一说法' }]);
  });
});

test('[R8] a task that was given to others since the copy was sent: what came back as it was sent is unchanged', () => {
  const sent = { base: new Map([['2.1', { progress: '发出时' }]]) };
  const now: LedgerSide = { ...ledger, tasks: ledger.tasks.map((task) => (task.id === '2.1' ? { ...task, sections: ['审批科'], cells: { ...task.cells, sections: '审批科', progress: '另有进展' } } : task)) };
  expect(consolidate(now, [harbour({}, sent)])).toMatchObject({ edits: [], cells: { unchanged: 1, refused: 0 } });
  expect(consolidate(now, [harbour({ '2.1': { progress: '有改动' } }, sent)])).toMatchObject({ edits: [], cells: { unchanged: 0, refused: 1 } });
});

describe('several texts in one file', () => {
  const twice = (progress: [string, string], doneOn: [string, string] = ['', '']) => harbour({ '2.1': { progress: progress[0], doneOn: doneOn[0] } }, { change: (cells) => [...cells, (cells[3] ?? []).map((cell, at) => (at === 10 ? progress[1] : at === 12 ? doneOn[1] : cell))] });

  test('[R8] a copied row with another text: both are shown, nothing is written before a person chooses', () => {
    const sheet = twice(['甲', '乙']);
    const result = consolidate(ledger, [sheet]);
    expect(result).toMatchObject({ edits: [], cells: { returned: 2, conflicts: 2 } });
    expect(first(result).conflicts).toMatchObject([{ kind: 'severalRows', returned: '甲\n乙', cells: 2 }]);
    expect(written(consolidate(ledger, [sheet], choosing(ledger, [sheet], 'returned')))).toEqual([['2.1', 'progress', '甲\n乙']]);
  });

  test('[R8] the same text twice is one; two days are set apart', () => {
    expect(consolidate(ledger, [twice(['甲', '甲'])])).toMatchObject({ edits: [{ new: '甲' }], cells: { returned: 2, merged: 2 } });
    const days = consolidate(ledger, [twice(['', ''], ['2021-06-10', '2021-06-11'])]);
    expect(first(days).setApart.map(({ kind, text }) => [kind, text])).toEqual([['severalDays', '2021-06-10'], ['severalDays', '2021-06-11']]);
  });

  test('[I2][R3] one text merged over several tasks waits for each of them to be confirmed', () => {
    const sheet = harbour({ '2.1': { progress: '均已开展' } }, { merges: [{ row: 3, column: 10, rows: 2, columns: 1 }] });
    const open = consolidate(ledger, [sheet]);
    expect(open).toMatchObject({ edits: [], cells: { returned: 2, guesses: 2 } });
    expect(first(open).guesses.map(({ kind, id, column }) => [kind, id, column])).toEqual([['shared', '2.1', 'progress'], ['shared', '2.2', 'progress']]);
    const [guess] = first(open).guesses;
    const confirmed = consolidate(ledger, [sheet], { confirmed: new Set([guess?.key ?? '']) });
    expect(written(confirmed)).toEqual([['2.1', 'progress', '均已开展']]);
    expect(confirmed.cells).toMatchObject({ returned: 2, merged: 1, guesses: 1 });
  });

  test('[I2] merged over two rows of one task it is that task’s text', () => {
    const cells = [['工作任务', '落实情况', '备注'], [ledger.tasks[1]?.cells.text ?? '', '已开展', '甲'], ['', '', '乙']];
    const merges = [0, 1].map((column) => ({ row: 1, column, rows: 2, columns: 1 }));
    const result = consolidate(ledger, [readReturned(plainFile('港口科.xlsx', cells, { merges }))]);
    expect(written(result)).toEqual([['2.1', 'progress', '已开展']]);
    expect(first(result).conflicts).toMatchObject([{ kind: 'severalRows', column: 'remark', returned: '甲\n乙' }]);
  });
});

describe('outside the cells to be filled in', () => {
  const change = (column: number, text: string | number | { day: string }) => (cells: Parameters<NonNullable<Handling['change']>>[0]) => cells.map((row, at) => (at === 3 ? row.map((cell, place) => (place === column ? text : cell)) : row));
  const outside = (section: string, column: number, text: string | number | { day: string }) => first(consolidate(ledger, [returned(ledger, section, {}, { change: change(column, text) })])).outside;

  test.each<[string, number, string | number | { day: string }]>([
    ['完成时限', 9, { day: '2021-09-30' }], ['完成时限', 9, 44469], ['完成时限', 9, '2021/9/30'], ['完成时限', 9, '2021年9月底前'], ['责任科室', 7, '对外贸易科、外资管理科'], ['责任科室', 7, '外贸科\n外资科'], ['工作任务', 5, `1.${ledger.tasks[0]?.cells.text ?? ''}`], ['指标名称', 2, ` ${ledger.tasks[0]?.cells.indicator ?? ''}\n`], ['指标名称', 2, ''],
  ])('[R6] %s written another way is no change: %# %j', (_, column, text) => {
    const side = ledger2021({ '1.1': { due: '2021年9月' } });
    expect(first(consolidate(side, [returned(side, '外贸科', {}, { change: change(column, text) })])).outside).toEqual([]);
  });

  test('[R6] a point between figures is a change', () => {
    const side = ledger2021({ '1.1': { text: '压缩至2.5个小时，降费10%。' } });
    const listed = (text: string) => first(consolidate(side, [returned(side, '外贸科', {}, { change: change(5, text) })])).outside.length;
    expect(['压缩至25个小时，降费10%。', '压缩至2.5个小时，降费10。', '压缩至2.5个小时,降费10%', '压缩至 2.5 个小时降费１０％'].map(listed)).toEqual([1, 1, 0, 0]);
  });

  test('[R6] units parted otherwise and other quotation marks are no change', () => {
    const side = ledger2021({ '1.1': { supportUnits: '湛江海关、市税务局', text: '推行“单一窗口”' } });
    for (const [column, text] of [[4, '湛江海关，市税务局'], [4, '湛江海关；\n市税务局'], [5, '推行"单一窗口"'], [5, '推行＂单一窗口＂']] as const) {
      expect(first(consolidate(side, [returned(side, '外贸科', {}, { change: change(column, text) })])).outside).toEqual([]);
    }
  });

  test('[R6] a moved deadline and a changed owner are listed with old and new, and never applied by themselves', () => {
    const sheet = returned(ledger, '港口科', { '2.1': { progress: '已开展' } }, { change: (cells) => change(8, '邓善')(change(9, '2021年10月')(cells)) });
    const result = consolidate(ledger, [sheet]);
    expect(written(result)).toEqual([['2.1', 'progress', '已开展']]);
    expect(first(result).outside.map(({ column, old, new: came }) => [column, old, came])).toEqual([['owners', ledger.tasks[1]?.cells.owners, '邓善'], ['due', ledger.tasks[1]?.cells.due, '2021年10月']]);
    expect(result.cells).toMatchObject({ returned: 3, merged: 1, outside: 2 });
    const due = first(result).outside[1]?.key ?? '';
    const accepted = consolidate(ledger, [sheet], { acceptedOutside: new Map([[due, '市里已同意延期']]) });
    expect(accepted.edits.find(({ column }) => column === 'due')).toMatchObject({ id: '2.1', new: '2021年10月', parts: [{ section: '港口口岸科', decision: 'accepted', reason: '市里已同意延期' }] });
    expect(accepted.cells).toMatchObject({ returned: 3, merged: 2, outside: 1 });
    expect(consolidate(afterEdits(ledger, accepted.edits), [sheet]).cells).toMatchObject({ returned: 2, unchanged: 1, outside: 1 });
  });

  test('[R6][L6] a changed 编号 and a column of the section’s own are listed and cannot be accepted', () => {
    expect(outside('港口科', 1, '2.9')).toMatchObject([{ column: 'id', old: '2.1', new: '2.9', acceptable: false }]);
    const sheet = harbour({}, { change: (cells) => cells.map((row, at) => [...row, at === 2 ? '存在问题' : at === 3 ? '缺少经费' : '']) });
    const result = consolidate(ledger, [sheet]);
    expect(first(result).outside).toMatchObject([{ column: 'other', title: '存在问题', new: '缺少经费', acceptable: false }]);
    expect(consolidate(ledger, [sheet], { acceptedOutside: new Map([[first(result).outside[0]?.key ?? '', '想要']]) })).toMatchObject({ edits: [], cells: { outside: 1, merged: 0 } });
  });

  test('[R6] Excel made the number 2.1 of 编号 2.10: no change', () => {
    const long: LedgerSide = { ...ledger, tasks: ledger.tasks.map((task) => (task.id === '2.1' ? { ...task, id: '2.10' } : task)) };
    expect(first(consolidate(long, [returned(long, '港口科', {}, { change: change(1, 2.1) })])).outside).toEqual([]);
  });

  test('[R6] two sections want different deadlines for a joint task: the lead’s is applied, the other stays listed', () => {
    const sheets = ['外贸科', '外资科'].map((section, at) => returned(ledger, section, {}, { change: change(9, `2021年1${String(at)}月`) }));
    const keys = consolidate(ledger, sheets).files.flatMap(({ outside: changes }) => changes.map(({ key }) => key));
    const result = consolidate(ledger, sheets, { acceptedOutside: new Map(keys.map((key) => [key, '同意'])) });
    expect(written(result)).toEqual([['1.1', 'due', '2021年10月']]);
    expect(result.cells).toMatchObject({ merged: 1, outside: 1 });
  });
});

test('[R4] the ledger’s register alone, with the hidden sheet gone, merges as the copies do', () => {
  const sheets = (without: Handling['without']) => ledger.tasks.flatMap(({ sections }) => sections).filter((each, at, all) => all.indexOf(each) === at).map((section) => returned(ledger, section, Object.fromEntries(ledger.tasks.map(({ id }) => [id, { progress: `${section}已开展${id}` }])), { without }));
  expect(consolidate({ ...ledger, sent: sentEmpty(ledger) }, sheets(['hiddenSheet'])).edits).toEqual(consolidate(ledger, sheets([])).edits);
});
