// The ledger's own formulas in LibreOffice: the same words as core/cellStatus.ts, and the six dates of 2021. Runs where LibreOffice is installed.
import fc from 'fast-check';
import { build, planBuild } from '../../src/actions/buildLedger';
import type { StatusCells } from '../../src/core/cellStatus';
import { judgeCells } from '../../src/core/cellStatus';
import type { Plan } from '../../src/core/plan';
import type { PlainDate } from '../../src/core/plainDate';
import { ledgerColumnAt } from '../../src/sheets/ledgerSheet';
import { saveXlsx } from '../../src/workbench/xlsx';
import { readContents } from '../../src/workbench/xlsx/readContents';
import { largePlan, seedPlan } from '../sheets/seedPlan';
import { anyAsOf, anyLastReported, anyRow, anyWarningDays, firstTaskRow, putRows, yardstickOf } from './anyRow';
import { openExcel } from './harness';
import { libreOfficeVersion, spoilResults, spoilt, throughLibreOffice } from './libreOffice';
import { sixDates } from './sixDates';

jest.setTimeout(400_000);

const version = libreOfficeVersion();

/** Rows that are judged together on one day. */
interface Case { readonly cells: readonly StatusCells[]; readonly asOf: PlainDate; readonly warningDays: number; readonly lastReported: string }
const rows = 100;
const cases: readonly Case[] = fc.sample(fc.record({ cells: fc.array(anyRow, { minLength: rows, maxLength: rows }), asOf: anyAsOf, warningDays: anyWarningDays, lastReported: anyLastReported }), { numRuns: 4, seed: 20210304 });

async function builtWith(plan: Plan, change?: Case): Promise<Uint8Array> {
  const excel = await openExcel();
  try {
    const planning = await planBuild(excel.workbook, plan, []);
    if (planning.kind !== 'ready') throw new Error('refused');
    await build(excel.workbook, planning.build, () => undefined);
    if (change !== undefined) putRows(excel.book, change.cells, change.asOf, change.warningDays, change.lastReported);
    return spoilResults(await saveXlsx(excel.book));
  } finally {
    excel.close();
  }
}

/** What the formulas of a ledger file show, row by row, as the file itself says. */
function results(bytes: Uint8Array, count: number): readonly Readonly<Record<'status' | 'daysLeft' | 'filled' | 'light', unknown>>[] {
  const sheet = readContents(bytes, '').contents.sheets.find(({ name }) => name === '任务台账');
  const shown = (row: number, column: 'status' | 'daysLeft' | 'filled' | 'light'): unknown => sheet?.cells.get(row)?.get(ledgerColumnAt[column])?.value ?? '';
  return Array.from({ length: count }, (_, index) => ({ status: shown(firstTaskRow + index, 'status'), daysLeft: shown(firstTaskRow + index, 'daysLeft'), filled: shown(firstTaskRow + index, 'filled'), light: shown(firstTaskRow + index, 'light') }));
}

if (version === undefined) {
  test('[S8] LibreOffice is not installed here, so its part of the proof is made elsewhere', () => {
    expect(libreOfficeVersion()).toBeUndefined();
  });
} else {
  describe(`in ${version}`, () => {
    let computed: ReadonlyMap<string, Uint8Array> = new Map();
    beforeAll(async () => {
      const files = new Map<string, Uint8Array>();
      for (const [index, each] of cases.entries()) files.set(`case${String(index)}`, await builtWith(largePlan(rows), each));
      for (const [day] of sixDates) files.set(day, await builtWith({ ...seedPlan(), settings: { ...seedPlan().settings, asOf: day } }));
      for (const [name, bytes] of files) expect([name, results(bytes, 1)]).toEqual([name, [{ status: spoilt, daysLeft: spoilt, filled: spoilt, light: spoilt }]]);
      computed = throughLibreOffice(files);
    });

    test.each(cases.map((each, index) => [index, each.asOf, each] as const))('[S8][S1][S2][S3][S4][S5][S6][S7][S9][F1][F2][F3][C1] the formulas give the same words as the code, case %i on %s', (index, asOf, { cells, warningDays, lastReported }) => {
      const found = results(computed.get(`case${String(index)}`) ?? new Uint8Array(), rows);
      const differing = cells.flatMap((cell, row) => {
        const wanted = judgeCells(cell, yardstickOf(asOf, warningDays, lastReported));
        const words = { status: wanted.status, daysLeft: wanted.daysLeft ?? '', filled: wanted.filled, light: wanted.light };
        return JSON.stringify(found[row]) === JSON.stringify(words) ? [] : [{ cell, found: found[row], wanted: words }];
      });
      expect(differing).toEqual([]);
    });

    test.each(sixDates)('[S5][S6][S7] with nothing filled in, on %s the matrix of 2021 stands at %p', (day, counts) => {
      const found = results(computed.get(day) ?? new Uint8Array(), 13);
      expect(Object.fromEntries([...new Set(found.map(({ status }) => status))].map((word) => [word, found.filter(({ status }) => status === word).length]))).toEqual(counts);
      if (day === '2021-07-01') expect(found.find(({ status }) => status === '逾期')?.daysLeft).toBe(-1);
    });
  });
}
