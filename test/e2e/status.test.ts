// The second walk: where every task stands, followed while someone types; the check with its fixes; a task filled in from the pane.
import type { Workbench } from './harness';
import { openWorkbench } from './harness';

const selected = ({ page }: Workbench): Promise<string> => page.evaluate(() => JSON.stringify(window.pretendExcel.book.selection));
const hiddenRows = ({ page }: Workbench): Promise<number> =>
  page.evaluate(() => {
    const sheet = window.pretendExcel.book.sheetByName('任务台账');
    return sheet === undefined ? -1 : [...sheet.rows.values()].filter((row) => row.hidden === true).length;
  });

describe('a ledger on 1 July 2021', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    workbench = await openWorkbench({ today: '2021-07-01' });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '跳过' }).click();
    await pane.getByRole('button', { name: '建立台账' }).click();
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByRole('button', { name: '建立台账' }).click();
    await pane.getByText('台账已建立').waitFor();
  });

  /** Waits until a cell of the ledger holds a value. */
  async function becomes(cell: string, value: string): Promise<void> {
    for (let tries = 0; tries < 50 && (await workbench.value('任务台账', cell)) !== value; tries += 1) await workbench.page.waitForTimeout(100);
    expect(await workbench.value('任务台账', cell)).toBe(value);
  }

  afterEach(async () => {
    await workbench.close();
  });

  test('[S5][F1][C1][C4] the status screen counts, follows typing without moving the selection, leads to cells and filters the sheet', async () => {
    const { pane } = workbench;
    await workbench.press('台账状态');
    await pane.getByText('共13项').first().waitFor();
    await pane.getByRole('button', { name: /逾期.*1/ }).first().waitFor();
    await pane.getByRole('button', { name: /未填报.*13/ }).first().waitFor();

    await workbench.type('任务台账', 'J6', '并联改革方案已报市口岸办（虚拟示例）');
    const before = await selected(workbench);
    await pane.getByRole('button', { name: /未填报.*12/ }).first().waitFor({ timeout: 5000 });
    expect(await selected(workbench)).toBe(before);
    expect(await workbench.value('任务台账', 'O6')).toBe('已填报');

    await pane.getByRole('button', { name: /^逾期/ }).first().click();
    await pane.getByRole('button', { name: '表中只看这些' }).click();
    await pane.getByText('表中现在只显示1项。').waitFor();
    expect(await hiddenRows(workbench)).toBe(12);
    await pane.getByRole('button', { name: '显示全部' }).click();
    await pane.getByText('表中已显示全部任务。').waitFor();
    expect(await hiddenRows(workbench)).toBe(0);
  });

  test('[O2][O3] the check names what is wrong, fixes what is certain after a preview, and takes it back', async () => {
    const { pane } = workbench;
    await workbench.type('任务台账', 'H5', '邓 善，黄万红');
    await workbench.type('任务台账', 'H6', '胡义');
    await workbench.press('检查台账');
    await pane.getByText('结论已写入').waitFor();
    expect(await workbench.value('任务台账', 'P6')).toBe('错误：责任人不在名册；说明：工作任务与正文不同');
    await pane.getByRole('button', { name: '全部改正' }).click();
    await pane.getByRole('button', { name: '写入' }).first().click();
    await pane.getByRole('button', { name: '撤回这次修改' }).waitFor();
    expect(await workbench.value('任务台账', 'H5')).toBe('邓善、黄万红');
    await pane.getByRole('button', { name: '撤回这次修改' }).click();
    await becomes('H5', '邓 善，黄万红');
    // The roster's suggestion is offered, and written only when it is taken.
    expect(await workbench.value('任务台账', 'H6')).toBe('胡义');
    await pane.getByRole('button', { name: /改为.*胡毅/ }).click();
    await becomes('H6', '胡毅');
  });

  test('[S1][S9] the task of the selected row is filled in from the pane, and the formulas answer', async () => {
    const { pane } = workbench;
    await workbench.type('任务台账', 'K7', '见附件');
    await workbench.press('台账状态');
    await pane.getByRole('tab', { name: '本行任务' }).or(pane.getByRole('button', { name: '本行任务' })).first().click();
    await workbench.page.evaluate(() => {
      const sheet = window.pretendExcel.book.sheetByName('任务台账');
      if (sheet !== undefined) window.pretendExcel.book.select({ sheetId: sheet.id, areas: [{ top: 6, left: 9, bottom: 6, right: 9 }], active: { row: 6, column: 9 } }, 'user');
    });
    await pane.getByRole('heading', { name: '任务2.2' }).waitFor();
    await pane.getByLabel('落实情况').fill('收费清单已公示（虚拟示例）');
    await pane.getByLabel('办结日期').fill('2021-06-28');
    await pane.getByRole('button', { name: '保存' }).click();
    await becomes('M7', '已办结');
    expect(await workbench.value('任务台账', 'J7')).toBe('收费清单已公示（虚拟示例）');
    expect(await workbench.value('任务台账', 'K7')).toBe('见附件');
  });
});
