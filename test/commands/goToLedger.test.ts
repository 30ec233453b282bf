// The ribbon's 转到台账, pressed in the pretend Excel, through the real Office.js.
import { build, planBuild } from '../../src/actions/buildLedger';
import type { OpenExcel } from '../excel/harness';
import { openExcel } from '../excel/harness';
import { seedPlan } from '../sheets/seedPlan';

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  // The command's page registers its functions when it is loaded, so each Excel needs it anew.
  await jest.isolateModulesAsync(async () => { await import('../../src/commands/index'); });
});
afterEach(() => { excel.close(); });

async function buildLedger(): Promise<void> {
  const planning = await planBuild(excel.workbook, seedPlan(), []);
  if (planning.kind !== 'ready') throw new Error(planning.problem.kind);
  await build(excel.workbook, planning.build, () => undefined);
}

/** The sheet and the selected cell that the person sees. */
async function seen(): Promise<string> {
  return Excel.run(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load('address');
    await context.sync();
    return selected.address;
  });
}

test('[L3] it shows the first task of the ledger', async () => {
  await buildLedger();
  excel.book.activate(excel.book.addSheet('别的表').id, 'user');
  expect(await excel.host.runCommand('goToLedger')).toEqual({ completed: true });
  await excel.host.settled();
  expect(await seen()).toMatch(/^'?任务台账'?!A5$/);
});

test('[L10] without a ledger it moves nothing, and ends', async () => {
  const before = await seen();
  const sheets = excel.book.sheets.length;
  expect(await excel.host.runCommand('goToLedger')).toEqual({ completed: true });
  expect(await seen()).toBe(before);
  expect(excel.book.sheets).toHaveLength(sheets);
});
