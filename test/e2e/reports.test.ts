// The walk of a report: who has filled in what, the preview, the sheet that is made, made again beside the old one, and the files that a person takes away.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import type { Workbench, WorkbenchWishes } from './harness';
import { paneFrame } from './harness';
import { openLedger } from './openLedger';
import { shutsOut } from './shutsOut';


let workbench: Workbench;
afterEach(async () => { await workbench.close(); });

/** Opens a workbook with the ledger of 2021 and the pane on the reports. High contrast is the system's: it puts its own few colours in place of ours. */
async function openReports(wishes: WorkbenchWishes): Promise<Workbench> {
  workbench = await openLedger(wishes);
  const { pane } = workbench;
  await workbench.press('双月汇总');
  await pane.getByRole('heading', { name: '全年报送安排' }).waitFor();
  return workbench;
}

const sheetNames = (): Promise<readonly string[]> => workbench.page.evaluate(() => window.pretendExcel.book.sheets.map(({ name }) => name));
const activeSheet = (): Promise<string> => workbench.page.evaluate(() => { const { book } = window.pretendExcel; return book.sheets.find(({ id }) => id === book.activeSheetId)?.name ?? ''; });

/** A picture of the pane alone, kept where the run is told to keep pictures. */
async function picture(name: string): Promise<void> {
  const folder = process.env['WALK_PICTURES'];
  if (folder !== undefined) await workbench.page.locator('iframe[name="task-pane"]').screenshot({ path: join(folder, `${name}.png`) });
}

const faults = (): Promise<readonly string[]> => shutsOut(workbench);

const taken = async (button: string): Promise<Download> => {
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.pane.getByRole('button', { name: button }).click()]);
  return download;
};
/** What is in a file that was taken away. The browser may run elsewhere, so the file is asked of it. */
async function partsOf(download: Download): Promise<ReturnType<typeof unzipSync>> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return unzipSync(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('[P3][B1][B4][B5] on 15 June: filled in, previewed, made, made again, and taken away as files', async () => {
  const { pane } = await openReports({ today: '2021-06-15' });
  await pane.getByText('报送截止日是2021年6月18日，还有3天').waitFor();
  await picture('reports');
  await pane.getByRole('button', { name: '港口科' }).click();
  await workbench.type('任务台账', 'J6', '并联改革方案已报市口岸办（虚拟示例）');
  await pane.getByText('共13项：已填1项，未更新0项，未填12项。').waitFor();
  await picture('reports-section');
  await pane.getByRole('group', { name: '港口科还缺的任务' }).getByRole('button', { name: /2\.2/ }).click();
  await workbench.page.waitForFunction(() => window.pretendExcel.book.selection.active.row === 6 && window.pretendExcel.book.selection.active.column === 9);

  await pane.getByRole('button', { name: '生成2021年6月汇总' }).first().click();
  await pane.getByText('共13项任务：已办结0项，逾期0项，临期1项；已填报1项，未更新0项，未填报12项。').waitFor();
  await picture('reports-preview');
  expect(await sheetNames()).not.toContain('双月汇总2021-06');
  await pane.getByRole('button', { name: '生成汇总' }).click();
  await pane.getByRole('heading', { name: '2021年6月汇总已生成' }).waitFor();
  await picture('reports-made');
  expect(await sheetNames()).toEqual(expect.arrayContaining(['双月汇总2021-06', '报送历史']));
  expect(await activeSheet()).toBe('双月汇总2021-06');

  const word = await taken('Word 报告');
  expect(word.suggestedFilename()).toBe('双月汇总2021-06.docx');
  expect(strFromU8((await partsOf(word))['word/document.xml'] ?? new Uint8Array())).toContain('并联改革方案已报市口岸办（虚拟示例）');
  await pane.getByText(/^“双月汇总2021-06\.docx”已交给浏览器保存/).waitFor();
  await picture('reports-saved');
  const alone = await taken('单独的汇总工作簿');
  expect(alone.suggestedFilename()).toBe('双月汇总2021-06.xlsx');
  const parts = await partsOf(alone);
  expect(Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'))).toHaveLength(1);
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('双月汇总2021-06');

  await pane.getByRole('button', { name: '返回报送' }).click();
  await pane.getByText(/^已生成第1版/).waitFor();
  await pane.getByRole('button', { name: '重新生成2021年6月汇总' }).first().click();
  await pane.getByText(/要再生成一张吗/).waitFor();
  await picture('reports-again');
  await pane.getByRole('button', { name: '保留旧表，再生成一张' }).click();
  await pane.getByText('原来的一张改名为“双月汇总2021-06(旧1)”，内容不变。').waitFor();
  expect(await sheetNames()).toEqual(expect.arrayContaining(['双月汇总2021-06', '双月汇总2021-06(旧1)']));

  await pane.getByRole('button', { name: '本行任务' }).click();
  await pane.getByRole('button', { name: '报送', exact: true }).click();
  await pane.getByRole('button', { name: '返回报送' }).click();
  await pane.getByRole('region', { name: '全年报送安排' }).getByRole('button', { name: /^2021年6月 已生成/ }).click();
  await pane.getByRole('heading', { name: '双月报送' }).waitFor();
  expect(await activeSheet()).toBe('双月汇总2021-06');
});

test.each(['light', 'dark', 'contrast'] as const)('[C2] in %s, on a pane of 350 pixels, nothing keeps people out and nothing is cut off', async (theme) => {
  const { pane } = await openReports({ today: '2021-06-19', theme });
  await pane.getByRole('button', { name: '外贸科' }).click();
  expect(await faults()).toEqual([]);
  await picture(`reports-year-${theme}`);
  await pane.getByRole('button', { name: '生成2021年8月汇总' }).first().click();
  await pane.getByRole('heading', { name: '2021年8月汇总：预览' }).waitFor();
  expect(await faults()).toEqual([]);
  await picture(`reports-preview-${theme}`);
  await pane.getByRole('button', { name: '生成汇总' }).click();
  await pane.getByRole('heading', { name: '2021年8月汇总已生成' }).waitFor();
  await taken('Word 报告');
  await pane.getByRole('link').waitFor();
  expect(await faults()).toEqual([]);
  await picture(`reports-saved-${theme}`);
  await pane.getByRole('button', { name: '返回报送' }).click();
  await pane.getByText(/^已生成第1版/).waitFor();
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '重新生成2021年8月汇总' }).first().click();
  await pane.getByText(/要再生成一张吗/).waitFor();
  expect(await faults()).toEqual([]);
  await picture(`reports-again-${theme}`);
});

test('[X3] in the test language every word on the screens of reports comes from the words', async () => {
  await openReports({ today: '2021-06-15' });
  const frame = await paneFrame(workbench);
  const address = new URL(frame.url());
  address.searchParams.set('words', 'keys');
  await frame.goto(address.href);
  await frame.getByText('⟦fillingTitle⟧').waitFor();
  const texts = await frame.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (!['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(node.parentElement?.tagName ?? '')) found.push(node.textContent ?? '');
    return found.map((text) => text.replace(/⟦[^⟧]*⟧/g, '').trim()).filter((text) => /\p{L}/u.test(text));
  });
  // Names of sections come from the ledger.
  const sections = ['外贸科', '港口科', '市场科', '审批科', '外资科', '法规科', '东盟科'];
  expect(texts).toEqual(expect.arrayContaining(sections));
  expect(texts.filter((text) => !sections.includes(text))).toEqual([]);
});
