// The first walk: the workbench opens, draws the ribbon from the manifest, holds the pane, and takes what a person types.
import type { Workbench } from './harness';
import { openWorkbench } from './harness';

describe('the workbench in a browser', () => {
  let workbench: Workbench;

  afterEach(async () => {
    await workbench.close();
  });

  test('[W] draws the tab 任务台账 from the manifest, and 打开面板 shows the add-in’s own page at Excel’s width', async () => {
    workbench = await openWorkbench({ today: '2021-06-01', paneClosed: true });
    await workbench.page.getByRole('tab', { name: '任务台账' }).click();
    await workbench.press('打开面板');
    await workbench.pane.getByRole('button').first().waitFor();
    const box = await workbench.page.locator('iframe[name="task-pane"]').boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(320);
    expect(box?.width).toBeLessThanOrEqual(350);
    expect(await workbench.pane.locator('body').innerText()).toMatch(/台账/);
  });

  test('[W] takes what is typed into a cell, computes with it, and holds it in the book', async () => {
    workbench = await openWorkbench({ today: '2021-06-01', paneClosed: true });
    const sheet = await workbench.page.evaluate(() => window.pretendExcel.book.sheets[0]?.name ?? '');
    await workbench.type(sheet, 'B2', '湛江');
    await workbench.type(sheet, 'C2', '2021-9-30');
    await workbench.type(sheet, 'D2', '=C2-TODAY()');
    expect(await workbench.value(sheet, 'B2')).toBe('湛江');
    expect(await workbench.value(sheet, 'C2')).toBe(44_469);
    expect(await workbench.value(sheet, 'D2')).toBe(121);
  });
});
