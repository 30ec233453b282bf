// Checking and mending the ledger in the pretend Excel, through the real Office.js.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, planBuild } from '../../src/actions/buildLedger';
import type { LedgerCheck } from '../../src/actions/checkLedger';
import { planCheck, writeCheck } from '../../src/actions/checkLedger';
import type { Mending } from '../../src/actions/mendLedger';
import { applyMending, hideNote, planAsOf, planFillIn, planFixes, showHiddenNote, takeBack } from '../../src/actions/mendLedger';
import { parseBody } from '../../src/core/planBody';
import { toSerial } from '../../src/core/plainDate';
import { ExcelFault } from '../../src/excel/excelFault';
import { Book } from '../../src/workbench/book/book';
import { createCalc } from '../../src/workbench/calc';
import { openXlsx, saveXlsx } from '../../src/workbench/xlsx';
import { seedPlan, largePlan } from '../sheets/seedPlan';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';

jest.setTimeout(240_000);

const today = '2021-06-18';
const parsedBody = parseBody(JSON.parse(readFileSync(join(__dirname, '../../seeds/body-2021.json'), 'utf8')), 'body-2021.json');
if (!parsedBody.ok) throw new Error('seeds/body-2021.json');
const body = parsedBody.value;

let excel: OpenExcel;
let ledger = '';
beforeEach(async () => { await open(); });
afterEach(() => { excel.close(); });

async function open(size?: number): Promise<void> {
  excel = await openExcel();
  const planning = await planBuild(excel.workbook, size === undefined ? seedPlan() : largePlan(size), []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  ledger = excel.book.sheetByName('任务台账')?.id ?? '';
}

async function check(): Promise<LedgerCheck> {
  const planning = await planCheck(excel.workbook, today, body);
  if (planning.kind !== 'ready') throw new Error(JSON.stringify(planning));
  return planning.check;
}

async function checkAndWrite(): Promise<LedgerCheck> {
  const found = await check();
  expect(await writeCheck(excel.workbook, found, () => undefined)).toEqual({ kind: 'written' });
  return found;
}

const text = (row: number, column: number): string => excel.book.textAt(ledger, row, column);
const checked = 15;

test('[I6][D8] the matrix of 2021 as issued has no error and no warning; where it differs from the body are notes', async () => {
  const { judgement } = await checkAndWrite();
  expect(judgement.problems.map(({ level }) => level)).toEqual(judgement.problems.map(() => 'note'));
  expect(judgement.problems.map(({ rule, at }) => `${rule} ${at.taskId ?? ''} ${at.cell ?? ''}`).sort()).toEqual(['I6 2.1 E6', 'I6 2.2 E7', 'I6 2.3 E8', 'I6 3.4 E12', 'I6 4.1 E13']);
  expect(text(5, checked)).toBe('说明：工作任务与正文不同');
  expect(text(4, checked)).toBe('');
});

test('[O2][O4][D2][S9] 核对结果 says in a few words what is wrong with a row, and is emptied when it is mended', async () => {
  excel.book.enter(ledger, 4, 7, '邓善、黄万宏');
  excel.book.enter(ledger, 6, 8, '2021年13月');
  excel.book.enter(ledger, 7, 9, '已完成压缩通关时间的工作');
  const { judgement } = await checkAndWrite();
  expect(text(4, checked)).toBe('错误：责任人不在名册');
  expect(text(6, checked)).toContain('错误：完成时限读不出来');
  expect(text(7, checked)).toContain('落实情况写了完成但没有办结日期');
  const unknown = judgement.problems.find(({ rule }) => rule === 'O2');
  expect(unknown).toMatchObject({ at: { cell: 'H5', taskId: '1.1', sheet: '任务台账' }, values: { name: '黄万宏', nearest: '黄万红' } });
  excel.book.enter(ledger, 4, 7, '邓善、黄万红');
  await checkAndWrite();
  expect(text(4, checked)).toBe('');
});

test('[C3] checking twice changes nothing the second time', async () => {
  await checkAndWrite();
  const before = excel.book.picture();
  await checkAndWrite();
  expect(excel.book.picture()).toEqual(before);
});

test('[C3][L3] a formula that someone wrote over is filled down again, a colour that was split or taken off is put on again, and rules of others stay', async () => {
  const rules = excel.book.sheetByName('任务台账')?.rules.length ?? 0;
  const own = excel.book.addRule(ledger, { areas: [{ top: 4, left: 0, bottom: 8, right: 0 }], stopIfTrue: false, rule: { type: 'custom', formula: '$A5="2.1"' }, look: { bold: true } });
  excel.book.writeInputs(ledger, { top: 6, left: 12, bottom: 6, right: 12 }, [['已办结']], 'user');
  const first = excel.book.sheetByName('任务台账')?.rules.find(({ id }) => id !== own.id);
  if (first !== undefined) excel.book.deleteRule(ledger, first.id);
  await checkAndWrite();
  expect(text(6, 12)).toBe('临期');
  const after = excel.book.sheetByName('任务台账')?.rules ?? [];
  expect(after).toHaveLength(rules + 1);
  expect(after.filter(({ rule }) => rule.type === 'custom' && rule.formula === '$A5="2.1"')).toHaveLength(1);
});

test('[C3][L6] colours, formulas and drop-downs follow a row that was added, through sorting, saving and opening again', async () => {
  excel.book.enter(ledger, 17, 0, '6.2');
  excel.book.enter(ledger, 17, 4, '新任务');
  excel.book.enter(ledger, 17, 8, '2021-5-31');
  await checkAndWrite();
  expect([text(17, 12), text(17, 13), text(17, 14)]).toEqual(['逾期', '-18', '未填报']);
  for (const rule of excel.book.sheetByName('任务台账')?.rules ?? []) expect(rule.areas).toEqual([expect.objectContaining({ top: 4, bottom: 17 })]);

  excel.book.sortRows(ledger, { top: 4, left: 0, bottom: 17, right: 19 }, [{ column: 8, ascending: true }], 'user');
  expect([text(4, 0), text(4, 12), text(5, 0), text(5, 12)]).toEqual(['6.2', '逾期', '2.2', '临期']);
  const looks = (): unknown => Array.from({ length: 14 }, (_, row) => Array.from({ length: 16 }, (__, column) => {
    const { fillColor, fontColor, bold } = excel.book.shownStyleAt(ledger, 4 + row, column);
    return [text(4 + row, column), fillColor, fontColor, bold];
  }));
  const before = looks();
  expect(excel.book.shownStyleAt(ledger, 4, 12)).toMatchObject({ fillColor: '#F4B4B4', bold: true });
  const bytes = await saveXlsx(excel.book);
  excel.close();
  const clock = { today: () => 44365 };
  const opened = await openXlsx(bytes, () => new Book({ calc: createCalc(clock), clock }));
  if (!(opened.book instanceof Book)) throw new Error('not a Book');
  excel = await openExcel({ book: opened.book });
  ledger = excel.book.sheetByName('任务台账')?.id ?? '';
  expect(looks()).toEqual(before);
  // And the add-in knows its own work again: nothing is drawn a second time.
  const { change } = await check();
  expect([change.rules, change.refills, change.edits]).toEqual([[], [], []]);
});

test('[O3][D3] certain fixes are written after a preview, and can be taken back as long as nobody changed the cells since', async () => {
  excel.book.enter(ledger, 4, 7, '邓 善，黄万红');
  excel.book.restyle(ledger, { top: 6, left: 8, bottom: 6, right: 8 }, { numberFormat: '@' });
  excel.book.enter(ledger, 6, 8, '2021年6月');
  const before = excel.book.picture();
  const { state, judgement } = await check();
  const fixes: Mending = planFixes(state, judgement.problems);
  expect(fixes.cells.map(({ title, old, new: next }) => [title, old, next])).toEqual([['责任人', '邓 善，黄万红', '邓善、黄万红'], ['完成时限', '2021年6月', toSerial('2021-06-30')]]);
  await applyMending(excel.workbook, fixes);
  expect([text(4, 7), text(6, 8), text(6, 12)]).toEqual(['邓善、黄万红', '2021年6月', '临期']);
  expect(await takeBack(excel.workbook, fixes)).toMatchObject({ takenBack: 2, leftAlone: [] });
  expect(excel.book.picture()).toEqual(before);

  await applyMending(excel.workbook, fixes);
  excel.book.enter(ledger, 4, 7, '邓善');
  expect(await takeBack(excel.workbook, fixes)).toMatchObject({ takenBack: 1, leftAlone: [{ title: '责任人' }] });
  expect(text(4, 7)).toBe('邓善');
});

test('[L9] 基准日 changed in the pane moves every count, and can be taken back', async () => {
  const { state } = await check();
  const mending = planAsOf(state, '2022-01-01');
  await applyMending(excel.workbook, mending);
  expect((await check()).judgement).toMatchObject({ asOf: '2022-01-01', isAsOfSet: true, counts: { status: { 逾期: 13 } } });
  expect(text(4, 12)).toBe('逾期');
  await applyMending(excel.workbook, planAsOf((await check()).state, ''));
  expect((await check()).judgement).toMatchObject({ asOf: today, isAsOfSet: false });
});

test('[S1][R12] what is filled in in the pane arrives as typed, and a 办结日期 that is none is refused', async () => {
  const { state } = await check();
  const filled = planFillIn(state, 6, { progress: '=公示收费清单（虚拟示例）', doneOn: '2021年6月10日' });
  if ('problem' in filled) throw new Error('refused');
  await applyMending(excel.workbook, filled);
  expect([text(6, 9), text(6, 11), text(6, 12)]).toEqual(['=公示收费清单（虚拟示例）', '2021-06-10', '已办结']);
  expect(planFillIn(state, 6, { doneOn: '快了' })).toMatchObject({ problem: { rule: 'S9', kind: 'doneOnUnread' } });
  // Sorted in between, the row is found again by its number.
  excel.book.sortRows(ledger, { top: 4, left: 0, bottom: 16, right: 19 }, [{ column: 0, ascending: false }], 'user');
  expect(await takeBack(excel.workbook, filled)).toMatchObject({ takenBack: 2 });
});

test('[F4] a note is hidden for good with a reason that stays in the workbook, and can be brought back', async () => {
  const { state, judgement } = await check();
  const [note, other] = judgement.problems;
  if (note === undefined || other === undefined) throw new Error('The matrix of 2021 has notes.');
  await hideNote(excel.workbook, state, note, '2.1 与正文不同', '括号内为印发稿补充', today);
  const second = await check();
  expect(second.judgement.problems).toHaveLength(judgement.problems.length - 1);
  expect(second.judgement.hidden).toEqual([{ problem: note, reason: '括号内为印发稿补充' }]);
  await hideNote(excel.workbook, second.state, other, '2.2 与正文不同', '同上', today);
  expect((await check()).judgement.hidden).toHaveLength(2);
  await showHiddenNote(excel.workbook, (await check()).state, note);
  expect((await check()).judgement.hidden.map(({ problem }) => problem)).toEqual([other]);
});

test('[X2] checking asks Excel as often for 2,000 tasks as for 13', async () => {
  const asked = async (): Promise<number> => {
    const from = excel.host.requests.length;
    await checkAndWrite();
    return excel.host.requests.slice(from).filter(({ n }) => n !== undefined).length;
  };
  const small = await asked();
  excel.close();
  await open(2000);
  expect(await asked()).toBe(small);
});

describe('[X1] when a request fails, the workbook is as before', () => {
  const spoil = (): void => {
    excel.book.enter(ledger, 4, 7, '邓 善，黄万宏');
    excel.book.writeInputs(ledger, { top: 6, left: 12, bottom: 6, right: 12 }, [['已办结']], 'user');
    const [first] = excel.book.sheetByName('任务台账')?.rules ?? [];
    if (first !== undefined) excel.book.deleteRule(ledger, first.id);
  };
  const seen = (): unknown => JSON.parse(JSON.stringify(excel.book.picture(), (key, value: unknown) => (key === 'rules' && Array.isArray(value) ? value.map((rule: Record<string, unknown>) => ({ ...rule, id: '' })) : value))) as unknown;
  const acts: readonly [string, () => Promise<unknown>][] = [
    ['checking', async () => writeCheck(excel.workbook, await check(), () => undefined)],
    ['fixing', async () => { const { state, judgement } = await check(); return applyMending(excel.workbook, planFixes(state, judgement.problems)); }],
    ['hiding a note', async () => { const { state, judgement } = await check(); const note = judgement.problems.find(({ level }) => level === 'note'); if (note === undefined) throw new Error('no note'); return hideNote(excel.workbook, state, note, '说明', '理由', today); }],
    ['filling in a task', async () => {
      const filled = planFillIn((await check()).state, 6, { progress: '已公示（虚拟示例）', doneOn: '2021-06-10' });
      if ('problem' in filled) throw new Error('refused');
      return applyMending(excel.workbook, filled);
    }],
    ['setting 基准日', async () => applyMending(excel.workbook, planAsOf((await check()).state, '2021-10-20'))],
  ];

  test('taking a fix back', async () => {
    spoil();
    const { state, judgement } = await check();
    const fixes = planFixes(state, judgement.problems);
    await applyMending(excel.workbook, fixes);
    const before = seen();
    const answered = (): number => excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
    for (let index = 1; ; index += 1) {
      excel.host.faults.clear();
      excel.host.faults.add({ when: answered() + index, fails: 'answerLost', code: 'GeneralException' });
      const outcome: unknown = await takeBack(excel.workbook, fixes).then((done) => done, (error: unknown) => error);
      if (!(outcome instanceof ExcelFault)) {
        expect(index).toBeGreaterThan(4);
        expect(outcome).toMatchObject({ takenBack: fixes.cells.length });
        break;
      }
      expect(seen()).toEqual(before);
    }
  });

  test.each(acts)('%s', async (_, act) => {
    spoil();
    const from = excel.host.requests.length;
    await act();
    const actions = excel.host.requests.slice(from).filter(({ n }) => n !== undefined).map((request) => request.actions);
    excel.close();
    await open();
    spoil();
    const before = seen();
    for (const [index, count] of actions.entries()) {
      for (const fails of ['before', 'answerLost', { afterActions: 1 }, { afterActions: Math.max(1, Math.floor(count / 2)) }, { afterActions: Math.max(1, count - 1) }] as const) {
        excel.host.faults.clear();
        const answered = excel.host.requests.reduce((most, { n }) => Math.max(most, n ?? 0), 0);
        excel.host.faults.add({ when: answered + index + 1, fails, code: 'GeneralException' });
        const fault: unknown = await act().then(() => 'nothing failed', (error: unknown) => error);
        expect(fault).toBeInstanceOf(ExcelFault);
        expect((fault as ExcelFault).restored).toBe((fault as ExcelFault).doing === 'writing' ? true : undefined);
        expect(seen()).toEqual(before);
      }
    }
  });
});

test('[S8][L9] the pane judges by the day that the workbook itself takes for today, so that both say the same', async () => {
  // The pretend Excel stands on 2021-06-18, the caller's clock elsewhere.
  const planning = await planCheck(excel.workbook, '2031-01-01', body);
  expect(planning).toMatchObject({ kind: 'ready', check: { judgement: { asOf: '2021-06-18', isAsOfSet: false, counts: { status: { 临期: 1, 正常推进: 12 } } } } });
});
