// batch consolidate: what is merged into the file that is written, what is left and named, the JSON to the letter, and returns that cannot be read among good ones (R3–R9).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import type { Book } from '../../src/workbench/book/book';
import { fillIn, putCells } from '../excel/returnsScene';
import type { Typed } from '../excel/returnsScene';
import { sheetOf, zipOf } from '../files/officePackages';
import { faultsOf } from '../workbench/xlsx/wellFormed';
import type { Ended } from './terminal';
import { sheetId, Terminal } from './terminal';

jest.setTimeout(240_000);

let terminal: Terminal;
beforeEach(async () => {
  terminal = new Terminal();
  mkdirSync(terminal.path('分发'));
  await terminal.run('build', '--out', terminal.path('台账.xlsx'), '--as-of', '2021-06-18');
  expect((await terminal.run('distribute', terminal.path('台账.xlsx'), '--out', terminal.path('分发'))).code).toBe(0);
});
afterEach(() => { terminal.close(); });

async function answer(section: string, typed: Typed, savedAt = '2021-06-17T08:00:00Z', name = `回收表-${section}-2021-06.xlsx`): Promise<string> {
  const filled = await fillIn({ name, bytes: readFileSync(terminal.path(`分发/回收表-${section}-2021-06.xlsx`)) }, typed, savedAt);
  writeFileSync(terminal.path(name), filled.bytes);
  return terminal.path(name);
}
const port = (): Promise<string> => answer('港口科', { '2.1': { progress: '=并联改革推进（虚拟示例）' }, '2.2': { progress: '已公示（虚拟示例）', doneOn: { day: '2021-06-10' } } });
const consolidate = (...args: readonly string[]): Promise<Ended> => terminal.run('consolidate', terminal.path('台账.xlsx'), ...args, '--out', terminal.path('合并.xlsx'));
const text = (book: Book, id: string, column: keyof typeof ledgerColumnAt): string => {
  const sheet = sheetId(book, '任务台账');
  const row = Array.from({ length: 13 }, (_, at) => 4 + at).find((at) => book.textAt(sheet, at, 0) === id) ?? -1;
  return book.textAt(sheet, row, ledgerColumnAt[column]);
};

interface Report { readonly files: readonly Readonly<Record<string, unknown>>[]; readonly cells: Readonly<Record<string, number>> }

/** The JSON on standard output, which must be all that is there, in the shape that was agreed on. */
function reportOf({ said, complained }: Ended): Report {
  expect(complained).toEqual([]);
  const report = JSON.parse(said.join('\n')) as Report;
  expect(Object.keys(report)).toEqual(['files', 'cells']);
  expect(Object.keys(report.cells)).toEqual(['returned', 'merged', 'unchanged', 'conflicts', 'outside', 'guesses', 'unmatched', 'refused']);
  const { returned, ...others } = report.cells;
  expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(returned);
  for (const { refused, ...file } of report.files) {
    expect(Object.keys(file)).toEqual(['file', 'section', 'matched', 'merged', 'unchanged', 'conflicts', 'outside', 'guesses', 'unmatched']);
    expect([file['conflicts'], file['outside'], file['guesses'], file['unmatched']].every(Array.isArray)).toBe(true);
    if (refused !== undefined) expect(typeof (refused as { readonly kind?: unknown }).kind).toBe('string');
  }
  return report;
}

test('[R8] everything merged or unchanged: exit code 0, a sound file with the texts in it, and the ledger that was given as it was', async () => {
  const before = terminal.bytes('台账.xlsx');
  const ended = await consolidate(await port(), await answer('外资科', { '6.1': { progress: '引资2项（虚拟示例）' } }));
  expect(ended).toMatchObject({ code: 0, complained: [] });
  expect(ended.said).toEqual([
    `2021-06 报送期：合并后的台账存到 ${terminal.path('合并.xlsx')}，改动 4 个单元格`,
    '“回收表-外资科-2021-06.xlsx”（外资科）：收到 1 格，合并 1、未变 0、冲突 0、栏目外改动 0、待确认 0、对不上 0、未采用 0',
    '“回收表-港口科-2021-06.xlsx”（港口科）：收到 3 格，合并 3、未变 0、冲突 0、栏目外改动 0、待确认 0、对不上 0、未采用 0',
    '合计：收到 4 格，合并 4、未变 0、冲突 0、栏目外改动 0、待确认 0、对不上 0、未采用 0',
  ]);
  expect(faultsOf(terminal.bytes('合并.xlsx'))).toEqual([]);
  const book = await terminal.open('合并.xlsx');
  expect([text(book, '2.1', 'progress'), text(book, '2.2', 'doneOn'), text(book, '2.2', 'status'), text(book, '6.1', 'progress')]).toEqual(['=并联改革推进（虚拟示例）', '2021-06-10', '已办结', '【外资科】引资2项（虚拟示例）']);
  expect(book.sheets.map(({ name }) => name)).toEqual(['任务台账', '名册', '设置', '收发底稿', '回收登记', '合并记录']);
  expect(terminal.bytes('台账.xlsx').equals(before)).toBe(true);
});

test('[R5] the same again changes nothing and is exit code 0', async () => {
  const file = await port();
  await consolidate(file);
  const ended = await terminal.run('consolidate', terminal.path('合并.xlsx'), file, file, '--out', terminal.path('再合并.xlsx'), '--json');
  expect(ended.code).toBe(0);
  expect(reportOf(ended)).toMatchObject({ cells: { returned: 6, merged: 0, unchanged: 6 } });
  const [once, twice] = [await terminal.open('合并.xlsx'), await terminal.open('再合并.xlsx')];
  expect(twice.sheets.map((sheet) => sheet.cells.size)).toEqual(once.sheets.map((sheet) => sheet.cells.size));
  expect(text(twice, '2.1', 'progress')).toBe('=并联改革推进（虚拟示例）');
});

test('[R3][R4][R6][R8] with --json: what was merged, and each thing that needs a person, with columns called as on the sheet', async () => {
  await terminal.workbook('台账.xlsx', (book) => { book.enter(sheetId(book, '任务台账'), 5, ledgerColumnAt.progress, '办公室核实（虚拟示例）'); }, '台账.xlsx');
  const path = await port();
  // 完成时限 of 2.1 changed, the text of 2.3 reworded and its keys gone, and a task that is nobody's in the last row's place.
  writeFileSync(path, putCells(readFileSync(path), new Map([['I7', '2021年10月'], ['N6', ''], ['N7', ''], ['N8', ''], ['N9', ''], ['N10', ''], ['A9', ''], ['A10', ''], ['E10', '不在方案里的工作'], ['J10', '做了（虚拟示例）'],
    ['E9', '严格执行国家关于货物港务费、港口设施保安费、港口建设费等港口规费的收费优惠规定，协调港口企业推动降低港口作业搬移费收费标准。压缩进出口整体通关时间，进口整体通关时间优于全省平均水平。'], ['J9', '压缩至2.4小时（虚拟示例）']]), '2021-06-17T08:00:00Z'));
  const ended = await consolidate(path, '--json');
  expect(ended.code).toBe(1);
  const report = reportOf(ended);
  const [file] = report.files;
  expect(file).toMatchObject({ file: '回收表-港口科-2021-06.xlsx', section: '港口科', matched: 2, merged: 2, unchanged: 0 });
  expect(file?.['conflicts']).toEqual([expect.objectContaining({ kind: 'bothChanged', id: '2.1', column: '落实情况', base: '', ledger: '办公室核实（虚拟示例）', returned: '=并联改革推进（虚拟示例）' })]);
  expect(file?.['outside']).toEqual([expect.objectContaining({ id: '2.1', column: '完成时限', old: '2021年9月', new: '2021年10月' })]);
  expect(file?.['guesses']).toEqual([expect.objectContaining({ kind: 'likeness', id: '2.3', texts: [{ column: '落实情况', text: '压缩至2.4小时（虚拟示例）' }] })]);
  expect(file?.['unmatched']).toEqual([expect.objectContaining({ kind: 'noTask', row: 9 })]);
  expect(file?.['refused']).toBeUndefined();
  expect(report.cells).toMatchObject({ merged: 2, unchanged: 0, conflicts: 1, outside: 1, guesses: 1, refused: 0 });
  const book = await terminal.open('合并.xlsx');
  expect([text(book, '2.1', 'progress'), text(book, '2.1', 'due'), text(book, '2.2', 'progress'), text(book, '2.3', 'progress')]).toEqual(['办公室核实（虚拟示例）', '2021年9月', '已公示（虚拟示例）', '']);

  // And for a person, a line for each of them.
  const said = (await terminal.run('consolidate', terminal.path('台账.xlsx'), path, '--out', terminal.path('再合并.xlsx'))).said.join('\n');
  for (const line of [/冲突：任务2\.1的落实情况，台账和回收表都改过，内容不同。台账是“办公室核实（虚拟示例）”，回收表是“=并联改革推进（虚拟示例）”/, /栏目外改动：任务2\.1的完成时限，台账是“2021年9月”，回收表是“2021年10月”/, /待确认：“填报表”表第9行“严格执行.*可能是任务2\.3，任务文字相近/, /对不上：“填报表”表第10行“/]) expect(said).toMatch(line);
});

test('[R5][R8] an older return of the same section beside the newer one: exit code 1, and `refused` names its cells', async () => {
  const older = await answer('港口科', { '2.1': { progress: '刚开始（虚拟示例）' } }, '2021-06-10T08:00:00Z', '港口科初稿.xlsx');
  const ended = await consolidate(await port(), older, '--json');
  expect(ended.code).toBe(1);
  const file = reportOf(ended).files.find((each) => each['file'] === '港口科初稿.xlsx');
  expect(file?.['refused']).toEqual({ kind: 'cells', cells: [expect.objectContaining({ kind: 'olderReturn', id: '2.1', column: '落实情况', text: '刚开始（虚拟示例）', message: '同一科室有更新的回收表' })] });
  expect(text(await terminal.open('合并.xlsx'), '2.1', 'progress')).toBe('=并联改革推进（虚拟示例）');
});

test('[R9] returns that cannot be read, hostile ones among them, are refused by name with what to do, and the good one is merged', async () => {
  const good = await port();
  const whole = readFileSync(good);
  const put = (name: string, bytes: Uint8Array | string): string => { writeFileSync(terminal.path(name), bytes); return terminal.path(name); };
  mkdirSync(terminal.path('外资科.xlsx'));
  const bad: readonly (readonly [string, string])[] = [
    [put('空.xlsx', ''), 'empty'], [put('半截.xlsx', whole.subarray(0, Math.floor(whole.length / 2))), 'damaged'], [put('照片.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])), 'notATable'],
    [put('加密.xlsx', readFileSync('test/files/fixtures/libreoffice-locked.xls')), 'encrypted'], [put('炸弹.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': new Uint8Array(60_000_000) }, 1)), 'tooLarge'],
    [put('角落.xlsx', sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 'tooManyCells'], [terminal.path('外资科.xlsx'), 'cannotOpen'], [put('别的表.xlsx', sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')), 'noTable'],
  ];
  const ended = await consolidate(...bad.map(([path]) => path), good, '--json');
  expect(ended.code).toBe(1);
  const report = reportOf(ended);
  const refusals = new Map(report.files.map((file) => [file['file'], file['refused'] as { readonly kind: string; readonly message: string } | undefined]));
  for (const [path, kind] of bad) {
    const name = path.slice(terminal.folder.length + 1);
    expect([name, refusals.get(name)?.kind]).toEqual([name, kind]);
    expect(refusals.get(name)?.message).toMatch(new RegExp(`^“${name}”.*请`));
  }
  expect(report.files.map((file) => file['file'])).toEqual([...report.files.map((file) => String(file['file']))].sort());
  expect(report.cells).toMatchObject({ merged: 3 });
  expect(text(await terminal.open('合并.xlsx'), '2.2', 'progress')).toBe('已公示（虚拟示例）');
});

test('[R9] returns of another report than most: the report is the one that most are of; --period says otherwise', async () => {
  mkdirSync(terminal.path('八月'));
  await terminal.run('distribute', terminal.path('台账.xlsx'), '--out', terminal.path('八月'), '--period', '2021-08');
  const filled = await fillIn({ name: '八月.xlsx', bytes: readFileSync(terminal.path('八月/回收表-外资科-2021-08.xlsx')) }, { '1.1': { progress: '走访企业5家（虚拟示例）' } }, '2021-08-17T08:00:00Z');
  writeFileSync(terminal.path('八月.xlsx'), filled.bytes);
  const files = [terminal.path('八月.xlsx'), await port(), await answer('东盟科', { '6.1': { progress: '参会2次（虚拟示例）' } })];
  const june = reportOf(await consolidate(...files, '--json'));
  expect(june.files.map((file) => [file['file'], (file['refused'] as { readonly kind?: string } | undefined)?.kind])).toEqual([['八月.xlsx', 'otherPeriod'], ['回收表-东盟科-2021-06.xlsx', undefined], ['回收表-港口科-2021-06.xlsx', undefined]]);
  const august = reportOf(await consolidate(...files, '--json', '--force', '--period', '2021-08'));
  expect(august.files.map((file) => file['merged'])).toEqual([1, 0, 0]);
});

test('[R8] nothing is left half done: an existing file is not overwritten without --force, and the ledger itself may be the one to write', async () => {
  const file = await port();
  writeFileSync(terminal.path('合并.xlsx'), '别人的文件');
  expect(await consolidate(file)).toMatchObject({ code: 2, said: [], complained: [expect.stringMatching(/合并\.xlsx”已经存在，没有改动它/)] });
  expect(readFileSync(terminal.path('合并.xlsx'), 'utf8')).toBe('别人的文件');
  expect(await terminal.run('consolidate', terminal.path('台账.xlsx'), file, '--out', terminal.path('台账.xlsx'))).toMatchObject({ code: 0 });
  expect(text(await terminal.open('台账.xlsx'), '2.2', 'doneOn')).toBe('2021-06-10');
});

describe('[X3] wrong use ends with one line that says what is right, and no file is written', () => {
  test.each<[string, (file: string) => Promise<Ended>, RegExp]>([
    ['no returns', () => consolidate(), /参数写法不对.*consolidate 台账\.xlsx 回收表/],
    ['no --out', (file) => terminal.run('consolidate', terminal.path('台账.xlsx'), file), /--out/],
    ['another kind of file', (file) => terminal.run('consolidate', terminal.path('台账.xlsx'), file, '--out', terminal.path('合并.docx')), /合并\.docx.*\.xlsx/],
    ['a folder that is not there', (file) => terminal.run('consolidate', terminal.path('台账.xlsx'), file, '--out', terminal.path('没有/合并.xlsx')), /没有“.*没有”这个文件夹/],
    ['a return that is not there', (file) => consolidate(file, terminal.path('没有.xlsx')), /没有\.xlsx”打不开：没有这个文件/],
    ['a ledger that is not there', (file) => terminal.run('consolidate', terminal.path('没有.xlsx'), file, '--out', terminal.path('合并.xlsx')), /没有\.xlsx”打不开：没有这个文件/],
    ['a report in another form', (file) => consolidate(file, '--period', '2021年6月'), /报送期“2021年6月”写法不对/],
    ['a report that the year does not have', (file) => consolidate(file, '--period', '2021-07'), /没有合并：本年没有“2021-07”这一期/],
    ['a return for a ledger', (file) => terminal.run('consolidate', file, file, '--out', terminal.path('合并.xlsx')), /里没有任务台账，没有合并/],
  ])('[X3] %s', async (_, run, where) => {
    const file = await port();
    const ended = await run(file);
    expect(ended).toMatchObject({ code: 2, said: [] });
    expect(ended.complained).toEqual([expect.stringMatching(where)]);
    expect(ended.complained[0]).not.toMatch(/\n|Error|undefined/);
    expect(terminal.files()).toEqual(['分发', '台账.xlsx', '回收表-港口科-2021-06.xlsx']);
  });
});
