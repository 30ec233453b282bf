// The main walk: from an empty workbook to the ledger of 2021, as a person does it, with the mouse and then by keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './harness';
import { openWorkbench } from './harness';

interface SeedTask { readonly id: string; readonly text: string }
const seed = JSON.parse(readFileSync(join(__dirname, '..', '..', 'seeds', 'plan-2021.json'), 'utf8')) as { readonly tasks: readonly SeedTask[] };

const sheetNames = ({ page }: Workbench): Promise<string[]> => page.evaluate(() => window.pretendExcel.book.sheets.map((sheet) => sheet.name));

/** The ledger's table as the book holds it: the rows under its header. */
const tableRows = ({ page }: Workbench): Promise<unknown[][]> =>
  page.evaluate(() => {
    const found = window.pretendExcel.book.tableByName('任务台账');
    if (found === undefined) return [];
    const { sheet, table } = found;
    const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, index) => table.area.top + 1 + index);
    return rows.map((row) => [0, 4].map((column) => window.pretendExcel.book.cellAt(sheet.id, row, table.area.left + column)?.value ?? null));
  });

describe('building the ledger', () => {
  let workbench: Workbench;

  afterEach(async () => {
    await workbench.close();
  });

  test('[L1][I5][X4] an empty workbook becomes the ledger of 2021, after a preview that writes nothing', async () => {
    workbench = await openWorkbench({ today: '2021-06-01' });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '开始使用' }).click();
    await pane.getByText('还没有任务台账').first().waitFor();
    await workbench.press('建立台账');
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByRole('button', { name: '建立台账' }).waitFor();
    expect(await sheetNames(workbench)).toEqual(['Sheet1']);
    await pane.getByRole('button', { name: '建立台账' }).click();
    await pane.getByText('台账已建立').waitFor();
    expect(await sheetNames(workbench)).toEqual(['Sheet1', '任务台账', '名册', '设置']);
    expect(await tableRows(workbench)).toEqual(seed.tasks.map((task) => [task.id, task.text]));
    await workbench.press('打开面板');
    await pane.getByText('13项任务').first().waitFor();
  });

  test('[L7] after an update by the plan, what was filled in stands where it stood', async () => {
    workbench = await openWorkbench({ today: '2021-06-01' });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '跳过' }).click();
    await workbench.press('建立台账');
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByRole('button', { name: '建立台账' }).click();
    await pane.getByText('台账已建立').waitFor();
    await workbench.type('任务台账', 'J5', '已召开银企对接会');
    await workbench.type('任务台账', 'E5', '被改动的任务');
    expect(await workbench.value('任务台账', 'E5')).toBe('被改动的任务');

    await pane.getByRole('button', { name: '返回首页' }).click();
    await pane.getByRole('button', { name: '按方案更新台账' }).click();
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText('改动').first().waitFor();
    expect(await workbench.value('任务台账', 'E5')).toBe('被改动的任务');
    await pane.getByRole('button', { name: '更新台账', exact: true }).click();
    await pane.getByText('台账已更新').waitFor();
    expect(await workbench.value('任务台账', 'E5')).toBe(seed.tasks[0]?.text);
    expect(await workbench.value('任务台账', 'J5')).toBe('已召开银企对接会');
  });
});
