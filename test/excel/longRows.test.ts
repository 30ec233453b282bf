// Reading and writing sheets whose rows are too long for one answer of Excel on the web, through the real Office.js on the pretend Excel.
import { build, planBuild } from '../../src/actions/buildLedger';
import { lookAtWorkbook } from '../../src/actions/lookAtWorkbook';
import { noChange } from '../../src/sheets/workbook';
import type { ColumnEdit } from '../../src/sheets/workbook';
import { largePlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

let excel: OpenExcel;
beforeEach(async () => { excel = await openExcel({ platform: 'web' }); });
afterEach(() => { excel.close(); });

/** A sheet of so many rows, each with its number and a text of so many Chinese characters. */
function addSheet(name: string, rows: number, characters: number): string {
  const { id } = excel.book.addSheet(name);
  const text = '把每一项工作落到实处。'.repeat(Math.ceil(characters / 11)).slice(0, characters);
  excel.book.writeInputs(id, { top: 0, left: 0, bottom: rows - 1, right: 1 }, Array.from({ length: rows }, (_, row) => [row + 1, `${text}${String(row + 1)}`]), 'user');
  return id;
}

const refusals = (): number => excel.host.requests.filter(({ error }) => error?.code === 'ResponsePayloadSizeLimitExceeded').length;

test('[X2] rows of more than 800 characters are read whole, in their order, in fewer at a time', async () => {
  addSheet('长文', 6000, 900);
  addSheet('短文', 3, 10);
  const { cells } = await excel.workbook.read(['短文', '长文']);
  const values = cells.get('长文')?.values ?? [];
  expect(values.map(([number]) => number)).toEqual(Array.from({ length: 6000 }, (_, row) => row + 1));
  expect(values.every(([number, text]) => String(text).length === 900 + String(number).length && String(text).endsWith(String(number)))).toBe(true);
  expect(cells.get('短文')?.values.map(([number]) => number)).toEqual([1, 2, 3]);
  // The two sheets together, then 2,500 rows of the long one; what follows is asked for in halves at once.
  expect(refusals()).toBe(2);
});

test('[X2] a ledger of 2,000 tasks with more than 800 characters each is known again', async () => {
  const plan = largePlan(2000);
  const long = '把每一项工作落到实处，把每一个环节衔接起来。'.repeat(40);
  const planning = await planBuild(excel.workbook, { ...plan, tasks: plan.tasks.map((task) => ({ ...task, text: `${task.text}${long}` })) }, []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  expect(refusals()).toBe(0);
  const state = await lookAtWorkbook(excel.workbook);
  if (state.kind !== 'ledger') throw new Error(state.kind);
  expect(state.ledger.rows).toHaveLength(2000);
  expect(state.ledger.rows.every(({ cells }) => String(cells.text).endsWith(long))).toBe(true);
  expect(refusals()).toBeGreaterThan(0);
});

test('[X2] what is asked for beside the first rows is answered although those are refused', async () => {
  const id = addSheet('长文', 2500, 900);
  const rule = { areas: [{ top: 0, left: 0, bottom: 9, right: 1 }], stopIfTrue: true, rule: { type: 'custom' as const, formula: 'AND(N("任务台账配色")=0,$A1>5)' }, look: { fillColor: '#F4B4B4' } };
  excel.book.addRule(id, rule);
  const { cells } = await excel.workbook.read(['长文']);
  expect(refusals()).toBe(1);
  expect(cells.get('长文')?.ownRules).toEqual([{ address: 'A1:B10', formula: 'AND(N("任务台账配色")=0,$A1>5)', stop: true, look: { fill: '#F4B4B4' } }]);
  expect(cells.get('长文')?.values).toHaveLength(2500);
});

test('[X2] rows that were asked for by themselves are read in halves too', async () => {
  addSheet('长文', 2400, 900);
  const rows = await excel.workbook.readRows('长文', 100, 2300, 2);
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 2300 }, (_, row) => row + 101));
  expect(refusals()).toBe(1);
});

test('[X3] a row that is too long by itself is reported, and so is any other refusal, at once', async () => {
  const { id } = excel.book.addSheet('极长');
  excel.book.writeInputs(id, { top: 0, left: 0, bottom: 1, right: 59 }, Array.from({ length: 2 }, () => Array.from({ length: 60 }, () => '长'.repeat(32_000))), 'user');
  await expect(excel.workbook.read(['极长'])).rejects.toMatchObject({ kind: 'tooLarge', doing: 'reading' });
  addSheet('短文', 3, 10);
  const from = excel.host.requests.length;
  let asked = 0;
  // The third request is the one that reads cells.
  excel.host.faults.add({ when: () => { asked += 1; return asked === 3; }, fails: 'before', code: 'GeneralException' });
  await expect(excel.workbook.read(['短文'])).rejects.toMatchObject({ kind: 'unknown', doing: 'reading' });
  expect(excel.host.requests.slice(from).filter(({ n }) => n !== undefined)).toHaveLength(3);
});

test('[X2] number formats of a column are read in one request, and 45,000 in three', async () => {
  const { id } = excel.book.addSheet('格式');
  excel.book.restyle(id, { top: 0, left: 2, bottom: 44_999, right: 2 }, { numberFormat: '@' });
  excel.book.restyle(id, { top: 30_000, left: 2, bottom: 30_000, right: 2 }, { numberFormat: 'yyyy"年"m"月"' });
  const count = async (row: number, rows: number): Promise<readonly [readonly string[], number]> => {
    const from = excel.host.requests.length;
    const formats = await excel.workbook.columnFormats('格式', row, rows, 2);
    return [formats, excel.host.requests.slice(from).filter(({ n }) => n !== undefined).length];
  };
  expect(await count(29_999, 3)).toEqual([['@', 'yyyy"年"m"月"', '@'], 1]);
  const [formats, requests] = await count(0, 45_000);
  expect([formats.length, formats[30_000], formats[44_999], requests]).toEqual([45_000, 'yyyy"年"m"月"', '@', 3]);
  expect(await count(5, 1)).toEqual([['@'], 1]);
  expect((await count(0, 0))[0]).toEqual([]);
});

test('[X1][X2] on the web, a change of much text that fails at its end is put back although it is too much for one request', async () => {
  const id = addSheet('长文', 3000, 900);
  for (const numberFormat of ['General', '@']) excel.book.restyle(id, { top: 0, left: 1, bottom: 2999, right: 1 }, { numberFormat });
  const text = '已办结，无异议。'.repeat(120);
  const edit: ColumnEdit = { sheet: '长文', row: 0, column: 1, cells: Array.from({ length: 3000 }, () => text), formats: Array.from({ length: 3000 }, () => '@') };
  const before = excel.book.picture();
  // Once planned on what was read, and once without: then the size of what is read is learned from Excel's refusal.
  const { cells } = await excel.workbook.read(['长文']);
  for (const plannedOn of [[...cells.values()], []]) {
    let written = 0;
    const onProgress = (done: number, of: number): void => { if (done === of - 1) excel.host.faults.add({ when: 'next', fails: 'answerLost', code: 'GeneralException' }); written = of; };
    await expect(excel.workbook.change({ ...noChange, edits: [edit], plannedOn }, onProgress)).rejects.toMatchObject({ doing: 'writing', restored: true });
    expect(written).toBeGreaterThan(1);
    expect(excel.book.picture()).toEqual(before);
    excel.host.faults.clear();
  }
});

test('[X1][X2] on the web, a column of long formulas is filled down again, and put back when that fails', async () => {
  const id = addSheet('长文', 4000, 10);
  const long = (word: string): string => `=IF($A1>0,"${word.repeat(200)}"&$A1,"")`;
  const fill = { at: { row: 0, column: 2, rows: 4000, columns: 1 }, formula: long('新') };
  await excel.workbook.change({ ...noChange, refills: [{ sheet: '长文', fills: [{ ...fill, formula: long('旧') }] }] }, () => undefined);
  excel.book.writeInputs(id, { top: 2000, left: 2, bottom: 2001, right: 2 }, [["'001"], [7]], 'user');
  const before = excel.book.picture();
  excel.host.faults.add({ when: ({ objects }) => objects.includes('CopyFrom'), fails: 'answerLost', code: 'GeneralException' });
  await expect(excel.workbook.change({ ...noChange, refills: [{ sheet: '长文', fills: [fill] }] }, () => undefined)).rejects.toMatchObject({ doing: 'writing', restored: true });
  expect(excel.book.picture()).toEqual(before);
  expect(await excel.workbook.change({ ...noChange, refills: [{ sheet: '长文', fills: [fill] }] }, () => undefined)).toEqual({ kind: 'written' });
  expect(excel.book.textAt(id, 2000, 2)).toBe(`${'新'.repeat(200)}2001`);
});
