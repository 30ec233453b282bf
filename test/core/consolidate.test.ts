// Returned sheets and the ledger taken together, case by case (R3–R9): who a row belongs to, what is merged, what waits for a person.
import { consolidate } from '../../src/core/consolidate';
import type { Consolidation, LedgerSide } from '../../src/core/consolidation';
import { readReturned } from '../../src/core/returnedTable';
import { copyFile, ledger2021, plainFile, returned } from './returns';

const ledger = ledger2021();
const textOf = (id: string, side: LedgerSide = ledger): string => side.tasks.find((task) => task.id === id)?.cells.text ?? '';
const written = ({ edits }: Consolidation) => edits.map((edit) => [edit.id, edit.column, edit.new]);
const first = ({ files }: Consolidation) => files[0] as Consolidation['files'][number];
const table = (...rows: string[][]) => plainFile('外贸科.xlsx', [['编号', '工作任务', '落实情况', '备注', '办结日期'], ...rows]);

describe('whose a row is', () => {
  test('[R3] by its key, whatever became of the rest of the row', () => {
    const result = consolidate(ledger, [returned(ledger, '港口科', { '2.3': { progress: '已开展' } }, {
      change: (cells) => [...cells.slice(0, 3), ...cells.slice(3).reverse()].map((row) => row.map((cell) => (cell === textOf('2.3') ? '压缩通关时间' : cell))),
    })]);
    expect(first(result).rows.map(({ id, by }) => `${id} ${by}`).sort()).toEqual(['2.1 key', '2.2 key', '2.3 key', '6.1 key']);
    expect(written(result)).toEqual([['2.3', 'progress', '已开展']]);
    expect(first(result).outside).toMatchObject([{ id: '2.3', column: 'text', new: '压缩通关时间' }]);
  });

  test('[R3] by 编号 and text, by text alone, spaces, punctuation and ordinals aside', () => {
    const result = consolidate(ledger, [readReturned(table(['3.1', textOf('3.1'), '甲', '', ''], ['1', `（二）${textOf('3.2').replace(/，/g, ', ').replace('。', '')}`, '乙', '', '']))]);
    expect(first(result).rows.map(({ id, by }) => [id, by])).toEqual([['3.1', 'id'], ['3.2', 'text']]);
    expect(written(result)).toEqual([['3.1', 'progress', '【外贸科】甲'], ['3.2', 'progress', '【外贸科】乙']]);
    // The running number 1 is no changed 编号.
    expect(first(result).outside).toEqual([]);
  });

  test('[R3] a text that is only alike is a guess; it counts when a person confirms it', () => {
    const half = textOf('3.4').slice(0, Math.ceil(textOf('3.4').length / 2));
    const sheet = readReturned(table(['', half, '已开展', '', '']));
    const open = consolidate(ledger, [sheet]);
    expect(first(open).guesses).toMatchObject([{ kind: 'likeness', id: '3.4', rowText: half, texts: [{ column: 'progress', text: '已开展' }], confirmed: false }]);
    expect(open.cells).toMatchObject({ returned: 1, guesses: 1, merged: 0 });
    const confirmed = consolidate(ledger, [sheet], { confirmed: new Set(first(open).guesses.map(({ key }) => key)) });
    expect(written(confirmed)).toEqual([['3.4', 'progress', '【外贸科】已开展']]);
    expect(first(confirmed)).toMatchObject({ matched: 1, guesses: [{ confirmed: true }], outside: [{ column: 'text' }] });
  });

  test('[R8] a guess that says what stands asks nobody, unless another return replaces what stands', () => {
    const now = ledger2021({ '2.3': { progress: '已开展' } });
    const half = textOf('2.3').slice(0, Math.ceil(textOf('2.3').length / 2));
    const guess = readReturned({ ...table(['', half, '已开展', '', '']), name: '港口科.xlsx' });
    expect(consolidate(now, [guess]).cells).toMatchObject({ returned: 1, unchanged: 1 });
    const replaced = consolidate(now, [guess, returned(now, '港口科', { '2.3': { progress: '已完成' } }, { base: new Map([['2.3', { progress: '已开展' }]]) })]);
    expect(written(replaced)).toEqual([['2.3', 'progress', '已完成']]);
    expect(replaced.files.flatMap(({ guesses }) => guesses)).toMatchObject([{ id: '2.3', texts: [{ column: 'progress', text: '已开展' }] }]);
  });

  test('[R3] a text like no task is unmatched, with all that stands in the row', () => {
    const result = consolidate(ledger, [readReturned(table(['9.9', '组织全市商贸企业安全检查', '已开展', '见附件', '']))]);
    expect(first(result).unmatched).toEqual([{ table: 'Sheet1', row: 1, kind: 'noTask', texts: [{ column: 'id', text: '9.9' }, { column: 'text', text: '组织全市商贸企业安全检查' }, { column: 'progress', text: '已开展' }, { column: 'remark', text: '见附件' }] }]);
    expect(result.cells).toMatchObject({ returned: 4, unmatched: 4 });
  });

  const twins: LedgerSide = { ...ledger, tasks: ledger.tasks.map((task) => (task.id === '3.2' || task.id === '2.2' ? { ...task, cells: { ...task.cells, text: textOf('3.1') } } : task)) };

  test('[R3] where two tasks have one text the 编号 decides, else the section, else nobody', () => {
    const byId = consolidate(twins, [readReturned(table(['3.2', textOf('3.1'), '甲', '', '']))]);
    expect(first(byId).rows).toMatchObject([{ id: '3.2', by: 'id' }]);
    const bySection = consolidate(twins, [readReturned({ ...table(['', textOf('3.1'), '乙', '', '']), name: '港口科.xlsx' })]);
    expect(first(bySection).rows).toMatchObject([{ id: '2.2', by: 'text' }]);
    const byNobody = consolidate(twins, [readReturned(table(['', textOf('3.1'), '丙', '', '']))]);
    expect(first(byNobody).unmatched).toMatchObject([{ kind: 'ambiguous' }]);
  });

  test('[R3] a text as like two tasks as that is neither’s, unless its 编号 says which', () => {
    const alike: LedgerSide = { ...ledger, tasks: ledger.tasks.map((task) => (task.id === '3.1' || task.id === '3.2' ? { ...task, cells: { ...task.cells, text: `完善招标代理信用档案第${task.id === '3.1' ? '一' : '二'}批` } } : task)) };
    const row = (id: string) => readReturned(table([id, '完善招标代理信用档案若干批', '已开展', '', '']));
    expect(first(consolidate(alike, [row('')]))).toMatchObject({ guesses: [], unmatched: [{ kind: 'ambiguous' }] });
    expect(first(consolidate(alike, [row('3.2')]))).toMatchObject({ guesses: [{ kind: 'likeness', id: '3.2' }], unmatched: [] });
  });

  test('[R3] a text like a task that another row has for certain is not held against it', () => {
    const half = textOf('3.4').slice(0, Math.ceil(textOf('3.4').length / 2));
    expect(first(consolidate(ledger, [readReturned(table(['', textOf('3.4'), '甲', '', ''], ['', half, '乙', '', '']))]))).toMatchObject({ matched: 1, guesses: [], unmatched: [{ kind: 'noTask' }] });
  });

  test('[R3] a hidden key that stayed behind when the rows were sorted does not carry a text to another task', () => {
    const sheet = returned(ledger, '港口科', { '2.1': { progress: '甲' }, '2.2': { progress: '乙' } }, {
      change: (cells) => cells.map((row, at, all) => (at === 3 || at === 4 ? [row[0] ?? '', ...(all[7 - at] ?? []).slice(1)] : row)),
    });
    const open = consolidate(ledger, [sheet]);
    expect(open.edits).toEqual([]);
    expect(first(open).guesses.map(({ kind, id, texts }) => [kind, id, texts])).toEqual([['keyElsewhere', '2.2', [{ column: 'progress', text: '乙' }]], ['keyElsewhere', '2.1', [{ column: 'progress', text: '甲' }]]]);
    expect(written(consolidate(ledger, [sheet], { confirmed: new Set(first(open).guesses.map(({ key }) => key)) }))).toEqual([['2.1', 'progress', '甲'], ['2.2', 'progress', '乙']]);
  });

  test('[R3] a 编号 without a text is a guess', () => {
    const result = consolidate(ledger, [readReturned(table(['3.1', '', '已开展', '', '']))]);
    expect(first(result).guesses).toMatchObject([{ kind: 'idOnly', id: '3.1' }]);
  });
});

describe('whose a file is', () => {
  const answers = { '1.1': { progress: '已开展' } };
  const by = (handling: Parameters<typeof returned>[3], more: Parameters<typeof consolidate>[2] = {}) => first(consolidate(ledger, [returned(ledger, '外资科', answers, handling)], more));

  test('[R2] any one of the marks is enough, and the file says by which it was known', () => {
    const file = '回收.xlsx';
    expect(by({})).toMatchObject({ section: '外资管理科', knownBy: 'key', merged: 1 });
    expect(by({ file, without: ['key'] })).toMatchObject({ section: '外资管理科', knownBy: 'hiddenSheet', merged: 1 });
    expect(by({ file, without: ['key', 'hiddenSheet'] })).toMatchObject({ section: '外资管理科', knownBy: 'property', merged: 1 });
    expect(by({ file, without: ['key', 'hiddenSheet', 'property'] })).toMatchObject({ section: '外资管理科', knownBy: 'line', merged: 1 });
    expect(by({ without: ['key', 'hiddenSheet', 'property', 'lines'] })).toMatchObject({ section: '外资管理科', knownBy: 'fileName', merged: 1 });
    expect(by({ file: '外资科6月落实情况.xlsx', without: ['key', 'hiddenSheet', 'property', 'lines'] })).toMatchObject({ section: '外资管理科', knownBy: 'fileName', merged: 1 });
  });

  test('[R2] where rows of two sections stand in one file their keys do not tell whose it is, the other marks do', () => {
    const pasted = copyFile(ledger, '港口科', { '2.1': { progress: '已开展' } }).tables[0]?.cells[3] ?? [];
    const mixed = (without: ('hiddenSheet' | 'property' | 'lines')[], file?: string) => first(consolidate(ledger, [returned(ledger, '外资科', answers, { without, ...(file === undefined ? {} : { file }), change: (cells) => [...cells, [...pasted]] })]));
    expect(mixed([])).toMatchObject({ section: '外资管理科', knownBy: 'hiddenSheet', merged: 1, setApart: [{ kind: 'notYourTask', id: '2.1' }] });
    expect(mixed(['hiddenSheet', 'property', 'lines'], '回收.xlsx').refused).toMatchObject({ kind: 'askSection' });
  });

  test('[R2] of several names in the file’s name the longest tells', () => {
    expect(first(consolidate(ledger, [readReturned({ ...table(['', textOf('1.1'), '甲', '', '']), name: '市贸促会办公室6月.xlsx' })]))).toMatchObject({ section: '市贸促会办公室', knownBy: 'fileName' });
  });

  test('[R2] without any mark the 责任科室 of the rows tells, where it is one section', () => {
    const harbour = returned(ledger, '港口科', { '2.1': { progress: '已开展' } }, { file: '回收.xlsx', without: ['key', 'hiddenSheet', 'property', 'lines'], change: (cells) => cells.slice(0, 4) });
    expect(first(consolidate(ledger, [harbour]))).toMatchObject({ section: '港口口岸科', knownBy: 'rows', merged: 1 });
  });

  test('[R9] a file that could be several sections’ waits for a person, who may say whose it is', () => {
    const bare = returned(ledger, '外资科', answers, { file: '回收.xlsx', without: ['key', 'hiddenSheet', 'property', 'lines'] });
    const asked = consolidate(ledger, [bare]);
    expect(first(asked).refused).toEqual({ kind: 'askSection', candidates: ['东盟事务科', '外资管理科', '对外贸易科', '港口口岸科'].sort() });
    expect(asked.cells).toMatchObject({ returned: 1, refused: 1 });
    const told = consolidate(ledger, [bare], { sections: new Map([[bare.digest, '外资科']]) });
    expect(first(told)).toMatchObject({ section: '外资管理科', knownBy: 'given', merged: 1 });
  });

  test('[R9] another plan and another report are refused, with what was found and what was wanted; the others go on', () => {
    const result = consolidate(ledger, [returned(ledger, '外资科', answers, { plan: '2020', file: 'a.xlsx' }), returned(ledger, '外资科', answers, { period: '2021-04', file: 'b.xlsx' }), returned(ledger, '港口科', { '2.1': { progress: '已开展' } })]);
    expect(result.files.map(({ refused }) => refused)).toEqual([{ kind: 'otherPlan', found: '2020', wanted: '2021' }, { kind: 'otherPeriod', found: '2021-04', wanted: '2021-06' }, undefined]);
    expect(result.cells).toMatchObject({ returned: 3, refused: 2, merged: 1 });
    expect(by({ period: '2021-04' }, { otherPeriods: new Set(['2021-04']) })).toMatchObject({ merged: 1 });
  });

  test('[R9] the report is told from any mark that is left', () => {
    expect(by({ period: '2021-04', without: ['key'] }).refused).toMatchObject({ kind: 'otherPeriod', found: '2021-04' });
    expect(first(consolidate(ledger, [readReturned(plainFile('回收表-外资科-2021-04.xlsx', [['工作任务', '落实情况'], [textOf('1.1'), '甲']]))])).refused).toMatchObject({ kind: 'otherPeriod', found: '2021-04' });
  });

  test('[R9] rows pasted in from another report are set apart, the others are taken', () => {
    const old = copyFile(ledger, '外资科', { '6.1': { progress: '旧' } }, { period: '2021-04' }).tables[0]?.cells[4] ?? [];
    const result = consolidate(ledger, [returned(ledger, '外资科', answers, { change: (cells) => [...cells.slice(0, 4), [...old]] })]);
    expect(written(result)).toEqual([['1.1', 'progress', '【外资科】已开展']]);
    expect(first(result).setApart).toMatchObject([{ kind: 'otherPeriod', column: 'progress', text: '旧' }]);
  });

  test('[R9] a file without such a table is refused with all that it holds', () => {
    const result = consolidate(ledger, [readReturned(plainFile('名单.xlsx', [['姓名', '电话'], ['某人', '1']]))]);
    expect(first(result)).toMatchObject({ refused: { kind: 'noTable' }, cells: { returned: 4, refused: 4 } });
  });

  test('[R8] a further table in the file is not passed over in silence', () => {
    const copy = copyFile(ledger, '外资科', answers);
    const draft = { name: '草稿', visibility: 'visible' as const, merges: [], cells: [['工作任务', '落实情况'], ['甲', '一'], ['乙', '二']] };
    const result = consolidate(ledger, [readReturned({ ...copy, tables: [...copy.tables, draft] })]);
    expect(first(result).setApart).toEqual([{ table: '草稿', row: 0, kind: 'otherTable', text: '', cells: 2 }]);
    expect(result.cells).toMatchObject({ returned: 3, merged: 1, refused: 2 });
  });
});
