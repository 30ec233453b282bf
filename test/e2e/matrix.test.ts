// From the notice's table to a checked ledger, as the office goes: a Word file, and a table that was copied in a browser or in Excel.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './harness';
import { openWorkbench } from './harness';
import { shutsOut } from './shutsOut';

const fixtures = join(__dirname, '..', 'files', 'fixtures', 'matrix');
const look = process.env['WALK_PICTURES'];
let pictures = 0;
const picture = async ({ page }: Workbench): Promise<void> => {
  pictures += 1;
  if (look !== undefined) await page.screenshot({ path: `${look}/${String(pictures)}.png` });
};

interface SeedTask { readonly id: string; readonly text: string; readonly owners: readonly string[] }
const seed = JSON.parse(readFileSync(join(__dirname, '..', '..', 'seeds', 'plan-2021.json'), 'utf8')) as { readonly tasks: readonly SeedTask[] };

const sheetNames = ({ page }: Workbench): Promise<string[]> => page.evaluate(() => window.pretendExcel.book.sheets.map((sheet) => sheet.name));

/** 编号, 工作任务 and 责任人 of the ledger's rows, as the book holds them. */
const tableRows = ({ page }: Workbench): Promise<unknown[][]> =>
  page.evaluate(() => {
    const found = window.pretendExcel.book.tableByName('任务台账');
    if (found === undefined) return [];
    const { sheet, table } = found;
    const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, index) => table.area.top + 1 + index);
    return rows.map((row) => [0, 4, 7].map((column) => window.pretendExcel.book.cellAt(sheet.id, row, table.area.left + column)?.value ?? null));
  });

async function fillIn({ pane }: Workbench): Promise<void> {
  await pane.getByLabel('台账标题').fill('湛江市商务局工作任务台账');
  await pane.getByLabel('单位', { exact: true }).fill('湛江市商务局');
  await pane.getByLabel('发文日期').fill('2021-03-23');
}

/** Pastes what a program had put on the clipboard, as the browser tells a page of it. */
async function pasteTable({ pane }: Workbench, name: string): Promise<void> {
  const html = readFileSync(join(fixtures, `${name}.html`), 'utf8');
  const text = readFileSync(join(fixtures, 'excel-clipboard.txt'), 'utf8');
  await pane.getByLabel('在这里粘贴表格').evaluate((field, content) => {
    const data = new DataTransfer();
    data.setData('text/html', content.html);
    data.setData('text/plain', content.text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, { html, text });
}

describe('taking a matrix in', () => {
  let workbench: Workbench;

  afterEach(async () => {
    await workbench.close();
  });

  test('[I1][I5][X4] a table of Word becomes a checked ledger, and nothing is written before the person says so', async () => {
    workbench = await openWorkbench({ today: '2021-06-01', size: { width: 1366, height: 1000 } });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '跳过' }).click();
    await workbench.press('建立台账');
    await pane.getByRole('radio', { name: /任务分工表或方案文件/ }).click();
    await picture(workbench);
    await pane.locator('input[type=file]').setInputFiles(join(fixtures, 'python-docx.docx'));
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByRole('heading', { name: '核对任务分工表' }).waitFor();
    await pane.getByText('读出13项任务，6个指标。').waitFor();
    await picture(workbench);
    await pane.getByLabel('名册取自').selectOption({ label: '内置的2021年名册' });
    await pane.getByText('27人').waitFor();
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText(/里还有\d项没有填好/).waitFor();
    await picture(workbench);
    await fillIn(workbench);
    await picture(workbench);
    await pane.getByRole('button', { name: '有推断' }).click();
    await pane.getByText('原文（第2行第7列）：').first().waitFor();
    await pane.getByText('原文（第2行第7列）：').first().scrollIntoViewIfNeeded();
    await picture(workbench);
    expect(await sheetNames(workbench)).toEqual(['Sheet1']);
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText('文件“python-docx.docx”').waitFor();
    await picture(workbench);
    expect(await sheetNames(workbench)).toEqual(['Sheet1']);
    await pane.getByRole('button', { name: '建立台账' }).click();
    await pane.getByText('台账已建立').waitFor();
    expect(await tableRows(workbench)).toEqual(seed.tasks.map((task) => [task.id, task.text, task.owners.join('、')]));
    await pane.getByRole('button', { name: '返回首页' }).click();
    await pane.getByRole('button', { name: '检查', exact: true }).first().click();
    await pane.getByRole('button', { name: '检查并写入核对结果' }).click();
    await pane.getByText('检查了13项任务，结论已写入“核对结果”一栏。').waitFor();
    await picture(workbench);
  });

  test('[I1][I2] a table that was copied in Excel comes in by pasting, and only its size is shown', async () => {
    workbench = await openWorkbench({ today: '2021-06-01', size: { width: 1366, height: 768 } });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '跳过' }).click();
    await workbench.press('建立台账');
    await pane.getByRole('radio', { name: /粘贴的表格/ }).click();
    await pasteTable(workbench, 'excel-clipboard');
    await pane.getByText(/^已收到带格式的表格，共\d+字。$/).waitFor();
    expect(await pane.getByLabel('在这里粘贴表格').inputValue()).toBe('');
    await picture(workbench);
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText('读出13项任务，6个指标。').waitFor();
    await picture(workbench);
    expect(await sheetNames(workbench)).toEqual(['Sheet1']);
  });

  test.each<'light' | 'dark' | 'contrast'>(['light', 'dark', 'contrast'])('[C2][I5] in %s everything of the matrix fits the pane and can be read', async (theme) => {
    workbench = await openWorkbench({ today: '2021-06-01', theme, size: { width: 1366, height: 768 } });
    const { pane } = workbench;
    await pane.getByRole('button', { name: '跳过' }).click();
    await workbench.press('建立台账');
    await pane.getByRole('radio', { name: /粘贴的表格/ }).click();
    await pasteTable(workbench, 'word-clipboard');
    expect(await shutsOut(workbench)).toEqual([]);
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText('读出13项任务，6个指标。').waitFor();
    for (const title of ['选用的表格', '各栏的用途', '各行的用途', '没有采用的内容']) {
      const fold = pane.getByRole('button', { name: new RegExp(`^${title}`), expanded: false });
      if (await fold.count() > 0) await fold.click();
    }
    await pane.getByRole('button', { name: '看预览' }).click();
    await pane.getByText(/里还有\d项没有填好/).waitFor();
    await pane.getByRole('button', { name: /^有推断/ }).click();
    expect(await shutsOut(workbench)).toEqual([]);
    for (const title of ['选用的表格', '各栏的用途', '各行的用途']) {
      await pane.getByRole('button', { name: new RegExp(`^${title}`) }).evaluate((button) => { button.scrollIntoView({ block: 'start' }); });
      await picture(workbench);
    }
  });
});
