// Opens a workbook in which the ledger of 2021 has just been built, by the buttons that a person presses. Looks at nothing.
import type { Workbench, WorkbenchWishes } from './harness';
import { openWorkbench } from './harness';

/** The workbench with the ledger built, the pane on what came of it. High contrast is the system's: it puts its own few colours in place of ours. */
export async function openLedger(wishes: WorkbenchWishes): Promise<Workbench> {
  const workbench = await openWorkbench(wishes);
  if (wishes.theme === 'contrast') await workbench.page.emulateMedia({ forcedColors: 'active' });
  const { pane } = workbench;
  await pane.getByRole('button', { name: '跳过' }).click();
  await pane.getByRole('button', { name: '建立台账' }).click();
  await pane.getByRole('button', { name: '看预览' }).click();
  await pane.getByRole('button', { name: '建立台账' }).click();
  await pane.getByText('台账已建立').waitFor();
  return workbench;
}
