// A workbook that an older version of the add-in made, and one that a newer one made (X5).
import { build, planBuild } from '../../src/actions/buildLedger';
import { planCheck, writeCheck } from '../../src/actions/checkLedger';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { sayProblem } from '../../src/words/say';
import { seedPlan } from '../sheets/seedPlan';
import { FilledLedger, firstTask } from './summaryLedger';

jest.setTimeout(240_000);

// 填报状态 of version 1 knew no reports; the column 上期净文 stood empty.
const oldFilled = '=IF(AND($A5="",$E5=""),"",IF(OR($R5="",$R5="无"),"未填报",IF(EXACT($R5,$S5),"未更新","已填报")))';

let ledger: FilledLedger;
beforeEach(async () => {
  ledger = await FilledLedger.open({ asOf: '2021-04-19' });
  const { book, id } = ledger;
  book.together(() => {
    for (let row = firstTask; row < firstTask + 13; row += 1) {
      book.writeInputs(id, { top: row, left: ledgerColumnAt.filled, bottom: row, right: ledgerColumnAt.filled }, [[book.filled(oldFilled, { sheet: id, row: firstTask, column: ledgerColumnAt.filled }, { sheet: id, row, column: ledgerColumnAt.filled })]], 'user');
    }
    book.deleteName('末次报送期');
  });
  ledger.set('格式版本', 1);
  ledger.fill(0, { progress: '已走访（虚拟示例）', remark: '留着' });
});
afterEach(() => { ledger.close(); });

const version = (): string => { const { id } = ledger.sheet('设置'); return ledger.book.textAt(id, [...Array(20).keys()].findIndex((row) => ledger.book.textAt(id, row, 0) === '格式版本'), 1); };
const formula = (index: number): string => ledger.book.cellAt(ledger.id, firstTask + index, ledgerColumnAt.filled)?.formula ?? '';
const lastReported = (): string | undefined => ledger.book.names.find(({ name }) => name === '末次报送期')?.formula;

function expectUpToDate(reported: string): void {
  expect([version(), lastReported()]).toEqual(['2', `="${reported}"`]);
  for (const index of [0, 12]) expect(formula(index)).toContain('末次报送期<当前报送期');
  expect([ledger.shown(0, 'filled'), ledger.shown(1, 'filled'), ledger.book.textAt(ledger.id, firstTask, ledgerColumnAt.remark)]).toEqual(['已填报', '未填报', '留着']);
}

test('[X5] the old workbook is one: it says 1, has no name for the last report, and its formula knows none', () => {
  expect([version(), lastReported(), ledger.shown(0, 'filled')]).toEqual(['1', undefined, '已填报']);
  expect(formula(0)).not.toContain('末次报送期');
});

const check = async (): Promise<void> => {
  const planning = await planCheck(ledger.excel.workbook, '2021-04-19');
  if (planning.kind !== 'ready') throw new Error('refused');
  expect(await writeCheck(ledger.excel.workbook, planning.check, () => undefined)).toEqual({ kind: 'written' });
};

test.each<[string, () => Promise<unknown>, string]>([
  ['a check', check, ''],
  ['building again', async () => {
    const planning = await planBuild(ledger.excel.workbook, { ...seedPlan(), settings: { ...seedPlan().settings, asOf: '2021-04-19' } }, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    await build(ledger.excel.workbook, planning.build, () => undefined);
  }, ''],
  ['a summary', () => ledger.report('2021-04'), '2021-04'],
])('[X5] %s brings it up to date, once: what people wrote stays, and doing it again changes nothing', async (_, act, reported) => {
  await act();
  expectUpToDate(reported);
  if (reported !== '') return;
  const before = ledger.book.picture();
  await act();
  expect(ledger.book.picture()).toEqual(before);
});

test('[X5][F2] brought up to date by a summary, it knows what was reported from then on', async () => {
  await ledger.report('2021-04');
  ledger.setAsOf('2021-04-21');
  expect(ledger.shown(0, 'filled')).toBe('未更新');
});

test('[X5] a workbook of a newer version is refused with its number, and stays as it is', async () => {
  ledger.set('格式版本', 3);
  const before = ledger.book.picture();
  for (const planning of [await ledger.plan('2021-04'), await planCheck(ledger.excel.workbook, '2021-04-19')]) {
    if (planning.kind !== 'refused') throw new Error(planning.kind);
    expect(sayProblem(planning.problem)).toMatch(/版本.*3/);
  }
  expect(ledger.book.picture()).toEqual(before);
});
