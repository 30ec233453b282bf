// The copies that go out (R1, R2), opened as a section would open them: what is in them, what may be typed where, what they know themselves by, and what the ledger remembers.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { planCopies } from '../../src/actions/makeCopies';
import { consolidate } from '../../src/core/consolidate';
import { readFileTables } from '../../src/files/readFileTables';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx } from '../../src/workbench/xlsx';
import { fileOf } from '../files/officePackages';
import { libreOfficeVersion, throughLibreOffice } from './libreOffice';
import type { TestFile } from './returnsScene';
import { fillIn, putCells, readReturn, ReturnsScene } from './returnsScene';

jest.setTimeout(240_000);

let scene: ReturnsScene;
afterEach(() => { scene.close(); });

/** Which tasks are whose, as 附件3 of the notice has them. */
const tasksOf: Readonly<Record<string, readonly string[]>> = {
  外贸科: ['1.1', '3.1', '3.2', '3.3', '3.4', '4.1', '6.1'], 外资科: ['1.1', '6.1'], 港口科: ['2.1', '2.2', '2.3', '6.1'], 市场科: ['3.1', '3.2', '3.3', '3.4'], 法规科: ['4.1'], 审批科: ['5.1', '5.2', '5.3'], 东盟科: ['6.1'],
};
const sheetHeads = ['编号', '指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注', '办结日期', '其他科室落实情况', '标识'];
const firstRow = 6;
const [progress, remark, doneOn, others] = [9, 10, 11, 12];

async function openCopy({ name, bytes }: TestFile, losing: readonly string[] = []): Promise<{ readonly book: Book; readonly id: string }> {
  const clock = { today: () => 44365 };
  const { book, lost } = await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }), name);
  expect(lost).toEqual(losing);
  const id = book.sheetByName('填报表')?.id;
  if (!(book instanceof Book) || id === undefined) throw new Error(`${name} has no 填报表`);
  return { book, id };
}

function copyOf(files: ReadonlyMap<string, TestFile>, section: string): TestFile {
  const file = files.get(section);
  if (file === undefined) throw new Error(`no copy for ${section}`);
  return file;
}

test('[R1] for 2021 seven sections get a file each, with their own tasks in the order of the ledger, and the lines on top say what to fill in and by when', async () => {
  scene = await ReturnsScene.open();
  const files = await scene.distribute();
  expect([...files].map(([section, { name }]) => [section, name]).sort()).toEqual(Object.keys(tasksOf).map((section) => [section, `回收表-${section}-2021-06.xlsx`]).sort());
  for (const [section, file] of files) {
    const { book, id } = await openCopy(file);
    expect([section, book.sheets.map(({ name, visibility }) => [name, visibility])]).toEqual([section, [['填报表', 'Visible'], ['分发标识', 'VeryHidden']]]);
    const used = book.usedArea(id, true);
    expect(Array.from({ length: (used?.bottom ?? 0) + 1 - firstRow }, (_, row) => book.textAt(id, firstRow + row, 0))).toEqual(tasksOf[section]);
    expect(sheetHeads.map((_, column) => book.textAt(id, firstRow - 1, column))).toEqual(sheetHeads);
    const lines = [0, 1, 2, 3, 4].map((row) => book.textAt(id, row, 0));
    expect(lines[0]).toBe(`湛江市商务局“营商环境整治提升年”活动落实情况填报表（${section}）`);
    expect(lines[1]).toMatch(new RegExp(`^填报科室：${section}\\s+报送期：2021年6月$`));
    expect(lines[2]).toMatch(new RegExp(`2021年6月18日前.*审批科.*“回收表-${section}-2021-06\\.xlsx”`));
    expect(lines[3]).toMatch(/浅黄色.*落实情况.*办结日期.*备注/);
    expect(Object.keys(unzipSync(file.bytes)).filter((path) => /external|connections|vbaProject/i.test(path))).toEqual([]);
  }
});

test('[R1] a task of the copy reads as in the ledger: 完成时限 as the plan gave it, names of the roster as they are written', async () => {
  scene = await ReturnsScene.open();
  const { book, id } = await openCopy(copyOf(await scene.distribute(), '港口科'));
  expect([0, 1, 2, 5, 6, 7, 8, progress, remark, doneOn, others].map((column) => book.textAt(id, firstRow + 1, column))).toEqual(['2.2', '跨境贸易', '市商务局', '车洁', '港口科', '胡毅', '2021年6月', '', '', '', '']);
  expect(book.textAt(id, firstRow + 1, 4)).toBe(scene.text('2.2', 'text'));
});

test('[R1] 落实情况, 备注 and 办结日期 of the tasks take what is typed, every other cell is locked, and there is no password', async () => {
  scene = await ReturnsScene.open();
  const { book, id } = await openCopy(copyOf(await scene.distribute(), '外资科'));
  const protection = book.sheetById(id)?.protection;
  expect(protection).toBeDefined();
  expect(protection?.password).toBeUndefined();
  const taken: string[] = [];
  for (let row = 0; row < 12; row += 1) {
    for (let column = 0; column < 16; column += 1) if (book.enter(id, row, column, column === doneOn ? '2021-6-15' : '试填（虚拟示例）').taken) taken.push(`${String(row)} ${String(column)}`);
  }
  expect(taken).toEqual(['6 9', '6 10', '6 11', '7 9', '7 10', '7 11']);
  expect(book.textAt(id, firstRow, doneOn)).toBe('2021-06-15');
});

test('[R1][R12] 办结日期 takes days only, 备注 offers words and takes any, and what is typed into 落实情况 stays text', async () => {
  scene = await ReturnsScene.open();
  const { book, id } = await openCopy(copyOf(await scene.distribute(), '外资科'));
  expect(book.enter(id, firstRow, doneOn, '快了')).toMatchObject({ taken: false, because: 'validation', title: '请填日期', message: '办结日期要填日期，如 2021-6-15；没办结请留空。' });
  expect(book.enter(id, firstRow, doneOn, '1999-12-31')).toMatchObject({ taken: false });
  expect(book.enter(id, firstRow, doneOn, '2021/6/15')).toEqual({ taken: true });
  expect(book.listAt(id, firstRow, remark)).toEqual(['需要协调解决', '建议调整完成时限', '建议调整责任分工', '涉及其他单位']);
  expect(book.enter(id, firstRow, remark, '见附件（虚拟示例）')).toEqual({ taken: true });
  expect(book.validationAt(id, firstRow, doneOn)?.prompt).toMatchObject({ title: '办结日期', show: true });
  expect(book.validationAt(id, firstRow, remark)?.prompt).toMatchObject({ title: '备注', show: true });
  expect(book.enter(id, firstRow, progress, '=1+1')).toEqual({ taken: true });
  expect(book.enter(id, firstRow + 1, progress, '2021-12')).toEqual({ taken: true });
  expect([book.textAt(id, firstRow, progress), book.cellAt(id, firstRow, progress)?.formula, book.textAt(id, firstRow + 1, progress)]).toEqual(['=1+1', undefined, '2021-12']);
});

test('[R1] what is still to be filled in is coloured until it is, and a task that is done asks for nothing', async () => {
  scene = await ReturnsScene.open();
  const { book, id } = await openCopy(copyOf(await scene.distribute(), '外资科'));
  const fill = (row: number, column: number): string | undefined => book.shownStyleAt(id, firstRow + row, column).fillColor;
  expect([fill(0, progress), fill(1, progress), fill(0, remark), fill(0, doneOn), fill(0, 8)]).toEqual(['#FFE08A', '#FFE08A', '#FFF9DB', '#FFF9DB', '']);
  book.enter(id, firstRow, progress, '已开展（虚拟示例）');
  book.enter(id, firstRow + 1, doneOn, '2021-6-15');
  expect([fill(0, progress), fill(1, progress)]).toEqual(['#FFF9DB', '#FFF9DB']);
  book.enter(id, firstRow, progress, '   ');
  expect(fill(0, progress)).toBe('#FFE08A');
});

test('[R1] it prints on A4 landscape, one page wide, with its heads on every page and without the hidden column', async () => {
  scene = await ReturnsScene.open();
  const { book, id } = await openCopy(copyOf(await scene.distribute(), '外贸科'));
  const sheet = book.sheetById(id);
  expect(sheet?.page).toMatchObject({ orientation: 'landscape', paper: 'a4', fit: { wide: 1 }, printArea: '$A$1:$M$13', footer: { center: '第 &P 页，共 &N 页' } });
  expect(sheet?.page.titleRows).toBe('$6:$6');
  expect(sheet?.columns.get(13)?.hidden).toBe(true);
  expect(sheet?.frozen).toEqual({ rows: 6, columns: 1 });
});

test('[R1] of a joint task each section gets its own text to go on with; the others\' and nobody\'s stand beside it, locked', async () => {
  scene = await ReturnsScene.open();
  scene.type('6.1', 'progress', '总体平稳（虚拟示例）\n【外资科】引资2项（虚拟示例）\n【外贸科】参展3场（虚拟示例）');
  scene.type('6.1', 'remark', '【外贸科】需要协调解决');
  const files = await scene.distribute();
  const seen = async (section: string): Promise<readonly string[]> => {
    const { book, id } = await openCopy(copyOf(files, section));
    const row = firstRow + (tasksOf[section] ?? []).indexOf('6.1');
    return [progress, remark, others].map((column) => book.textAt(id, row, column));
  };
  expect(await seen('外资科')).toEqual(['引资2项（虚拟示例）', '', '总体平稳（虚拟示例）\n【外贸科】参展3场（虚拟示例）']);
  expect(await seen('外贸科')).toEqual(['参展3场（虚拟示例）', '需要协调解决', '总体平稳（虚拟示例）\n【外资科】引资2项（虚拟示例）']);
  expect(await seen('东盟科')).toEqual(['', '', '总体平稳（虚拟示例）\n【外资科】引资2项（虚拟示例）\n【外贸科】参展3场（虚拟示例）']);
  expect(scene.list('收发底稿', '类别', '科室', '编号', '内容', '发出备注', '发出办结日期').filter(([, , id]) => id === '6.1')).toEqual([
    ['发出', '外贸科', '6.1', '参展3场（虚拟示例）', '需要协调解决', ''], ['发出', '外资科', '6.1', '引资2项（虚拟示例）', '', ''], ['发出', '港口科', '6.1', '', '', ''], ['发出', '东盟科', '6.1', '', '', ''],
  ]);
});

describe('[R2] what a copy knows itself by', () => {
  type Mark = 'key' | 'hiddenSheet' | 'property';

  /** The copy under a name that says nothing, without its line 填报科室 and without all marks but one. */
  function withOnly(kept: Mark, { bytes }: TestFile): TestFile {
    const lines = new Map([['A1', '填报表'], ['A2', '']]);
    const keys = kept === 'key' ? [] : [['N6', ''], ['N7', ''], ['N8', '']] as const;
    const parts = unzipSync(putCells(bytes, new Map([...lines, ...keys]), '2021-06-17T08:00:00Z'));
    const without = (path: string, what: RegExp): void => {
      const xml = strFromU8(parts[path] ?? new Uint8Array());
      expect(xml).toMatch(what);
      parts[path] = strToU8(xml.replace(what, ''));
    };
    if (kept !== 'hiddenSheet') {
      without('xl/workbook.xml', /<sheet name="分发标识"[^>]*\/>/);
      without('xl/workbook.xml', /<definedName name="_xlnm.Print_Area" localSheetId="1">[^<]*<\/definedName>/);
      delete parts['xl/worksheets/sheet2.xml'];
    }
    if (kept !== 'property') {
      without('_rels/.rels', /<Relationship [^>]*custom-properties[^>]*\/>/);
      delete parts['docProps/custom.xml'];
    }
    return { name: '附件二.xlsx', bytes: zipSync(parts) };
  }

  test.each<[Mark, string, string]>([['key', 'key', 'key'], ['hiddenSheet', 'hiddenSheet', 'id'], ['property', 'property', 'id']])('[R2][R3] with nothing but %s it is known whose it is and of which report, and every row finds its task', async (mark, knownBy, matchedBy) => {
    scene = await ReturnsScene.open();
    const sent = copyOf(await scene.distribute(), '外资科');
    const filled = await fillIn(sent, { '1.1': { progress: '对接上市企业2家（虚拟示例）' }, '6.1': { progress: '引资2项（虚拟示例）' } }, '2021-06-17T08:00:00Z');
    const plan = await scene.plan([withOnly(mark, filled)]);
    const [file] = plan.consolidation.files;
    expect(file).toMatchObject({ section: '外资管理科', knownBy, matched: 2, merged: 2, guesses: [], unmatched: [] });
    expect(file?.rows.map(({ id, by }) => [id, by])).toEqual([['1.1', matchedBy], ['6.1', matchedBy]]);
    // And a copy of another report is refused by each of them.
    expect((await scene.plan([withOnly(mark, filled)], {}, '2021-08')).consolidation.files[0]?.refused).toEqual({ kind: 'otherPeriod', found: '2021-06', wanted: '2021-08' });
  });

  test('[R2] with none of them it is asked whose it is', async () => {
    scene = await ReturnsScene.open();
    const sent = copyOf(await scene.distribute(), '外资科');
    const parts = unzipSync(withOnly('key', sent).bytes);
    const bytes = putCells(zipSync(parts), new Map([['N6', ''], ['N7', ''], ['N8', ''], ['J7', '对接上市企业2家（虚拟示例）']]), '2021-06-17T08:00:00Z');
    const { consolidation } = await scene.plan([{ name: '附件二.xlsx', bytes }]);
    expect(consolidation.files[0]?.refused).toMatchObject({ kind: 'askSection' });
    expect(consolidation.edits).toEqual([]);
  });
});

test('[R4][R13] what went out is remembered on a hidden sheet, and 回收登记 shows whom it went to and what is missing', async () => {
  scene = await ReturnsScene.open();
  scene.type('2.2', 'progress', '已公示收费清单（虚拟示例）');
  scene.type('2.2', 'doneOn', '2021-6-10');
  await scene.distribute();
  expect(scene.excel.book.sheetByName('收发底稿')?.visibility).toBe('Hidden');
  const sent = scene.list('收发底稿', '类别', '报送期', '科室', '编号', '内容', '发出办结日期', '登记时间');
  expect(sent).toHaveLength(22);
  expect(sent.filter(([, , section]) => section === '港口科')).toEqual([
    ['发出', '2021-06', '港口科', '2.1', '', '', '2021-06-01'], ['发出', '2021-06', '港口科', '2.2', '已公示收费清单（虚拟示例）', '2021-06-10', '2021-06-01'], ['发出', '2021-06', '港口科', '2.3', '', '', '2021-06-01'], ['发出', '2021-06', '港口科', '6.1', '', '', '2021-06-01'],
  ]);
  // In the order of the roster; a task that is done needs nothing.
  expect(scene.list('回收登记', '报送期', '科室', '分发日期', '是否回收', '任务数', '已填报', '缺填')).toEqual([
    ['2021-06', '法规科', '2021-06-01', '未回收', '1', '0', '4.1'], ['2021-06', '市场科', '2021-06-01', '未回收', '4', '0', '3.1、3.2、3.3、3.4'], ['2021-06', '外贸科', '2021-06-01', '未回收', '7', '0', '1.1、3.1、3.2、3.3、3.4、4.1、6.1'],
    ['2021-06', '外资科', '2021-06-01', '未回收', '2', '0', '1.1、6.1'], ['2021-06', '港口科', '2021-06-01', '未回收', '4', '1', '2.1、2.3、6.1'], ['2021-06', '东盟科', '2021-06-01', '未回收', '1', '0', '6.1'], ['2021-06', '审批科', '2021-06-01', '未回收', '3', '0', '5.1、5.2、5.3'],
  ]);
});

test('[R4] a copy that goes out a second time is compared with what the second one held, and 回收登记 has one line for each section', async () => {
  scene = await ReturnsScene.open();
  const first = await scene.distribute('2021-06', '2021-06-01');
  scene.type('5.1', 'progress', '已上线12项（虚拟示例）');
  const second = await scene.distribute('2021-06', '2021-06-10', new Set(['审批科']));
  expect([...second.keys()]).toEqual(['审批科']);
  expect(scene.list('回收登记', '科室', '分发日期').filter(([section]) => section === '审批科')).toEqual([['审批科', '2021-06-10']]);
  expect(scene.list('回收登记', '科室')).toHaveLength(7);
  // By the register, without the hidden sheet of the file: what was sent the second time is no change.
  const { ground } = await scene.plan([]);
  expect(ground.exchange.sent.filter(({ id, column }) => id === '5.1' && column === 'progress')).toEqual([{ section: '审批科', id: '5.1', column: 'progress', text: '已上线12项（虚拟示例）' }]);
  // By the file's own hidden sheet, the first one was sent empty: what was typed into it since is a conflict, for the ledger changed too.
  const answered = await fillIn(copyOf(first, '审批科'), { '5.1': { progress: '已上线20项（虚拟示例）' } }, '2021-06-17T08:00:00Z');
  expect((await scene.plan([answered])).consolidation.files[0]?.conflicts.map(({ kind, id }) => [kind, id])).toEqual([['bothChanged', '5.1']]);
});

describe('[X3] what cannot be sent is refused by name, and nothing is written', () => {
  const refusedAs = async (kind: string, values: Readonly<Record<string, unknown>>, period = '2021-06'): Promise<void> => {
    const before = scene.excel.book.picture();
    expect(await planCopies(scene.excel.workbook, { period, sentOn: '2021-06-01' })).toMatchObject({ kind: 'refused', problem: { kind, values } });
    expect(scene.excel.book.picture()).toEqual(before);
  };

  test('[X3][P1] a report that the year does not have', async () => {
    scene = await ReturnsScene.open();
    await refusedAs('noSuchPeriod', { period: '2021-07', periods: '2021-04、2021-06、2021-08、2021-10、2021-12' }, '2021-07');
  });

  test('[X3][R1] a ledger in which no task has a section', async () => {
    scene = await ReturnsScene.open();
    for (let row = 4; row < 17; row += 1) scene.excel.book.enter(scene.ledger, row, 6, '');
    await refusedAs('noSections', {});
  });

  test('[X3][L10] a sheet of someone else that is called 收发底稿', async () => {
    scene = await ReturnsScene.open();
    scene.excel.book.enter(scene.excel.book.addSheet('收发底稿').id, 0, 0, '别人的内容');
    await refusedAs('sheetOfAnother', { sheet: '收发底稿' });
  });

  test('[X3][R10] a 收发底稿 that lost a column', async () => {
    scene = await ReturnsScene.open();
    await scene.distribute();
    scene.excel.book.enter(scene.sheet('收发底稿'), 2, 4, '处室');
    await refusedAs('listColumnsMissing', { sheet: '收发底稿', titles: '科室' });
  });

  test('[X3] a 回收登记 that is protected', async () => {
    scene = await ReturnsScene.open();
    await scene.distribute();
    scene.excel.book.protect(scene.sheet('回收登记'), { options: {} });
    await refusedAs('sheetProtected', { sheet: '回收登记' });
  });
});

const version = libreOfficeVersion();
if (version === undefined) {
  test('[R1] LibreOffice is not installed here, so its part of the proof is made elsewhere', async () => {
    scene = await ReturnsScene.open();
    expect(libreOfficeVersion()).toBeUndefined();
  });
} else {
  test(`[R1][R2] ${version} opens and saves a copy: its cells, its marks, its lock and its open cells are the same`, async () => {
    scene = await ReturnsScene.open();
    const sent = copyOf(await scene.distribute(), '外资科');
    const saved = throughLibreOffice(new Map([['copy', sent.bytes]])).get('copy') ?? new Uint8Array();
    const [before, after] = [fileOf(await readFileTables(sent.name, sent.bytes)), fileOf(await readFileTables(sent.name, saved))];
    expect(after.tables.map(({ name, cells }) => [name, cells])).toEqual(before.tables.map(({ name, cells }) => [name, cells]));
    expect({ ...after.properties }).toEqual({ ...before.properties });
    // LibreOffice writes fonts into the texts of cells.
    const { book, id } = await openCopy({ name: sent.name, bytes: saved }, ['单元格内部分文字的单独格式']);
    expect([book.enter(id, 6, 9, '已开展（虚拟示例）').taken, book.enter(id, 6, 8, '2022年').taken]).toEqual([true, false]);
    const index = { plan: '湛江市商务局2021', period: '2021-06', year: 2021, tasks: [] };
    const read = await readReturn({ name: sent.name, bytes: saved });
    expect(consolidate({ ...index, roster: (await scene.plan([])).ground.roster }, [read]).files[0]?.knownBy).toBe('key');
  });
}
