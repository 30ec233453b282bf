// The ledger's own formulas against core/cellStatus.ts: the same word for every row (S8).
import fc from 'fast-check';
import { build, planBuild } from '../../src/actions/buildLedger';
import { judgeCells } from '../../src/core/cellStatus';
import { fromSerial } from '../../src/core/plainDate';
import { isPastCutOff } from '../../src/core/period';
import { bareText } from '../../src/core/filled';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { formulaColumns, statusFormulas } from '../../src/sheets/statusFormulas';
import { largePlan, seedPlan } from '../sheets/seedPlan';
import { anyAsOf, anyRow, anyWarningDays, firstTaskRow, putRows } from './anyRow';
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
    fc.property(fc.array(anyRow, { minLength: rows, maxLength: rows }), anyAsOf, anyWarningDays, (cells, day, warningDays) => {
      putRows(excel.book, cells, day, warningDays);
      const mustBeFilled = isPastCutOff(plan.settings.calendar, plan.settings.year, day);
      cells.forEach((cell, index) => {
        const wanted = judgeCells(cell, { asOf: day, warningDays, mustBeFilled });
        const given = { status: shown(first + index, 'status'), daysLeft: shown(first + index, 'daysLeft'), filled: shown(first + index, 'filled'), light: shown(first + index, 'light') };
        expect({ cell, day, ...given }).toEqual({ cell, day, status: wanted.status, daysLeft: wanted.daysLeft ?? '', filled: wanted.filled, light: wanted.light });
      });
    }),
    {
      numRuns: 100,
      // Found by chance once: MATCH takes a * in the text for any text.
      examples: [[[{ due: '*', progress: '~', doneOn: '', previous: '' }, ...Array.from({ length: rows - 1 }, () => ({ due: '?', progress: '*', doneOn: '', previous: '*' }))], '2021-07-01', 0]],
    },
  );
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
