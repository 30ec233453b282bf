// The ledger's own formulas against core/cellStatus.ts: the same word for every row (S8).
import fc from 'fast-check';
import { build, planBuild } from '../../src/actions/buildLedger';
import { judgeCells } from '../../src/core/cellStatus';
import { fromSerial } from '../../src/core/plainDate';
import { bareText } from '../../src/core/filled';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { formulaColumns, statusFormulas } from '../../src/sheets/statusFormulas';
import { largePlan, seedPlan } from '../sheets/seedPlan';
import { anyAsOf, anyLastReported, anyRow, anyWarningDays, firstTaskRow, putRows, yardstickOf } from './anyRow';
import type { OpenExcel } from './harness';
import { openExcel } from './harness';
import { sixDates } from './sixDates';

jest.setTimeout(240_000);

const rows = 40;
const plan = largePlan(rows);
let excel: OpenExcel;
let ledger = '';

beforeAll(async () => {
  excel = await openExcel();
  const planning = await planBuild(excel.workbook, plan, []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  ledger = excel.book.sheetByName('任务台账')?.id ?? '';
});
afterAll(() => { excel.close(); });

const first = firstTaskRow;

function shown(row: number, column: keyof typeof ledgerColumnAt): unknown {
  return excel.book.cellAt(ledger, row, ledgerColumnAt[column])?.value ?? '';
}

test('[S8][S1][S2][S3][S4][S5][S6][S7][S9][F1][F2][F3][C1] the formulas give the same words as the code, whatever stands in the cells', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: rows, maxLength: rows }), anyAsOf, anyWarningDays, anyLastReported, (cells, day, warningDays, lastReported) => {
      putRows(excel.book, cells, day, warningDays, lastReported);
      cells.forEach((cell, index) => {
        const wanted = judgeCells(cell, yardstickOf(day, warningDays, lastReported));
        const given = { status: shown(first + index, 'status'), daysLeft: shown(first + index, 'daysLeft'), filled: shown(first + index, 'filled'), light: shown(first + index, 'light') };
        expect({ cell, day, lastReported, ...given }).toEqual({ cell, day, lastReported, status: wanted.status, daysLeft: wanted.daysLeft ?? '', filled: wanted.filled, light: wanted.light });
      });
    }),
    {
      numRuns: 100,
      // Found by chance once: MATCH takes a * in the text for any text.
      examples: [[[{ due: '*', progress: '~', doneOn: '', previous: '' }, ...Array.from({ length: rows - 1 }, () => ({ due: '?', progress: '*', doneOn: '', previous: '*' }))], '2021-07-01', 0, '']],
    },
  );
});

const said = { due: '', doneOn: '', progress: '已公示，3 次。' };
// 上期净文, the period that was reported last, the day, and the word.
test.each([
  ['', '', '2021-04-10', '已填报'],
  // Reported this period: the text is this report's own.
  ['已公示3次', '2021-04', '2021-04-19', '已填报'],
  ['已公示3次', '2021-04', '2021-04-20', '已填报'],
  // The period is over: the same text is old.
  ['已公示3次', '2021-04', '2021-04-21', '未更新'],
  ['已公示2次', '2021-04', '2021-04-21', '已填报'],
  // It was old in its own report already, and stays so until it is renewed.
  ['*已公示3次', '2021-06', '2021-06-18', '未更新'],
  ['*已公示3次', '2021-06', '2021-06-19', '未更新'],
  ['*已公示2次', '2021-06', '2021-06-18', '已填报'],
  // A report was made ahead of its period; and one was left out.
  ['已公示3次', '2021-08', '2021-06-10', '已填报'],
  ['已公示3次', '2021-04', '2021-08-10', '未更新'],
  // After the year's last cut-off there is no further period.
  ['已公示3次', '2021-12', '2021-12-31', '已填报'],
])('[F2] 上期净文 %p, %p reported, on %s: %s, by the formula and by the code', (previous, lastReported, day, word) => {
  putRows(excel.book, [{ ...said, previous }], day, 30, lastReported);
  expect([shown(first, 'filled'), judgeCells({ ...said, previous }, yardstickOf(day, 30, lastReported)).filled]).toEqual([word, word]);
});

test.each(sixDates)('[S5][S6][S7] with nothing filled in, on %s the matrix of 2021 stands at %p, by the formulas', async (day, counts) => {
  const small = await openSmall(day);
  const words = Array.from({ length: 13 }, (_, index) => small.book.textAt(small.book.sheetByName('任务台账')?.id ?? '', first + index, ledgerColumnAt.status));
  expect(Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]))).toEqual(counts);
  if (day === '2021-07-01') expect(small.book.cellAt(small.book.sheetByName('任务台账')?.id ?? '', first + 2, ledgerColumnAt.daysLeft)?.value).toBe(-1);
});

async function openSmall(day: string): Promise<OpenExcel> {
  excel.close();
  excel = await openExcel();
  const planning = await planBuild(excel.workbook, { ...seedPlan(), settings: { ...seedPlan().settings, asOf: day } }, []);
  if (planning.kind !== 'ready') throw new Error('refused');
  await build(excel.workbook, planning.build, () => undefined);
  return excel;
}

test('[S8] every formula stays within what Excel takes: 8,192 characters, 64 levels deep', () => {
  const formulas = statusFormulas((column) => `$${column.slice(0, 1)}1048576`);
  for (const column of formulaColumns) {
    const text = formulas[column];
    expect(text.length).toBeLessThan(8192);
    let depth = 0;
    let deepest = 0;
    for (const sign of text.replace(/"[^"]*"/g, '')) {
      if (sign === '(') deepest = Math.max(deepest, (depth += 1));
      if (sign === ')') depth -= 1;
    }
    expect(depth).toBe(0);
    expect(deepest).toBeLessThanOrEqual(64);
  }
});

test('[F2] the text of the last report is kept bare, so that a formula can compare it', () => {
  expect(bareText('已梳理 12 项收费，公示 3 次。')).toBe('已梳理12项收费公示3次');
  expect(fromSerial(44378)).toBe('2021-07-01');
});
