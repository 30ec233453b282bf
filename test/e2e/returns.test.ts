// The walk of copies and returns, as the office does it: made and taken away, filled in, taken in, looked through, merged, taken back; and how long the pane is held up while a hundred files are read.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download } from 'playwright-core';
import { answered } from '../../src/batch/answerCopy';
import type { Workbench, WorkbenchWishes } from './harness';
import { paneFrame } from './harness';
import { openLedger } from './openLedger';
import { shutsOut } from './shutsOut';


let workbench: Workbench;
afterEach(async () => { await workbench.close(); });

/** Opens a workbook with the ledger of 2021 and the pane on copies and returns. */
async function openReturns(wishes: WorkbenchWishes): Promise<Workbench> {
  workbench = await openLedger(wishes);
  const { pane } = workbench;
  await pane.getByRole('button', { name: '返回首页' }).click();
  await pane.getByRole('button', { name: '收发', exact: true }).click();
  await pane.getByRole('heading', { name: '谁还没交' }).waitFor();
  return workbench;
}

/** A picture of the pane alone, kept where the run is told to keep pictures. */
async function picture(name: string): Promise<void> {
  const folder = process.env['WALK_PICTURES'];
  if (folder !== undefined) await workbench.page.locator('iframe[name="task-pane"]').screenshot({ path: join(folder, `${name}.png`) });
}

const faults = (): Promise<readonly string[]> => shutsOut(workbench);

/** The bytes of a file that was taken away. The browser may run elsewhere, so the file is asked of it. */
async function bytesOf(download: Download): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  try {
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the copies of every section, and gives them by name. */
async function makeCopies(): Promise<Readonly<Record<string, Uint8Array>>> {
  const { pane, page } = workbench;
  await pane.getByRole('button', { name: '生成分发表' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), pane.getByRole('button', { name: '生成7份分发表' }).click()]);
  await pane.getByRole('heading', { name: '已生成7份分发表' }).waitFor();
  expect(download.suggestedFilename()).toBe('分发表-2021-06.zip');
  return unzipSync(await bytesOf(download));
}

interface GivenFile { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const given = (name: string, bytes: Uint8Array | string): GivenFile => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

/** Chooses files in the picker. */
async function choose(files: readonly GivenFile[]): Promise<void> {
  await workbench.pane.locator('input[type=file]').setInputFiles([...files]);
}

/** Four returns: two copies filled in, a text of nobody's with a task that is only like one of ours, and a picture. */
async function fourReturns(copies: Readonly<Record<string, Uint8Array>>): Promise<readonly GivenFile[]> {
  const copy = (name: string): Uint8Array => copies[name] ?? new Uint8Array();
  return [
    given('回收表-外贸科-2021-06.xlsx', await answered(copy('回收表-外贸科-2021-06.xlsx'), { '1.1': { progress: '已摸排外贸企业46家（虚拟示例）' }, '6.1': { progress: '组织28家企业参加线上展会（虚拟示例）', remark: '需要协调解决' } })),
    given('回收表-港口科-2021-06.xlsx', await answered(copy('回收表-港口科-2021-06.xlsx'), { '2.1': { progress: '“单一窗口”申报率92%（虚拟示例）' }, '2.2': { progress: '梳理收费事项31项，拟公示27项（虚拟示例）' } })),
    given('交来的表.csv', '工作任务,落实情况\n与哪一项都不像的一件事,说不清做了什么（虚拟示例）\n'),
    given('照片.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
  ];
}

/** Types into the ledger's cell of 2.2 what the section answers otherwise. */
const typeInLedger = (): Promise<void> => workbench.type('任务台账', 'J7', '收费事项已全部公示（虚拟示例）');

test('[R1][R4][R8][R9][R10][R11][R13] copies go out, returns come in, a conflict is chosen, all is merged and taken back', async () => {
  const { pane, page } = await openReturns({ today: '2021-06-15' });
  await pane.getByText('共7个科室：已分发0个，已交回0个，还缺内容的7个。').waitFor();
  await picture('returns-overview');
  await pane.getByRole('button', { name: '生成分发表' }).click();
  await pane.getByRole('checkbox', { name: /外贸科/ }).waitFor();
  await picture('returns-copies');
  await pane.getByRole('button', { name: '取消' }).click();
  const copies = await makeCopies();
  expect(Object.keys(copies)).toHaveLength(7);
  await picture('returns-copies-made');
  await pane.getByRole('button', { name: '返回分发与回收' }).click();
  await pane.getByText('共7个科室：已分发7个').waitFor();
  await pane.getByRole('button', { name: '港口科' }).click();
  await pane.getByRole('textbox', { name: '给港口科的催报文字' }).waitFor();
  await picture('returns-reminder');

  await typeInLedger();
  await pane.getByRole('button', { name: '收回填报表' }).click();
  await pane.getByText('也可以把文件拖到这里').waitFor();
  await picture('returns-source');
  await choose(await fourReturns(copies));
  await pane.getByRole('heading', { name: '核对2021年6月回收表' }).waitFor();
  await pane.getByText('收到6格 = 合并4 + 未变0 + 冲突1 + 待确认0 + 栏目外0 + 对不上0 + 未采用1').waitFor();
  await picture('returns-review');
  expect(await workbench.value('任务台账', 'J5')).toBeNull();

  await pane.getByRole('combobox', { name: /是哪个科室填的/ }).selectOption('法规科');
  await pane.getByText('收到7格 = 合并4 + 未变0 + 冲突1 + 待确认0 + 栏目外0 + 对不上2 + 未采用0').waitFor();
  await pane.getByRole('button', { name: '待处理 1' }).click();
  await pane.getByRole('button', { name: /^冲突 2\.2 落实情况/ }).click();
  await pane.getByRole('group', { name: '任务2.2的落实情况怎么处理' }).waitFor();
  await picture('returns-conflict');
  await page.keyboard.press('2');
  await pane.getByText('2.2 落实情况：采用回收。还有0处待处理。').waitFor();
  await pane.getByRole('button', { name: '合并，写入5格' }).waitFor();
  await picture('returns-chosen');
  await pane.getByRole('button', { name: '转到台账' }).click();
  await page.waitForFunction(() => window.pretendExcel.book.selection.active.row === 6 && window.pretendExcel.book.selection.active.column === 9);
  expect(await workbench.value('任务台账', 'J7')).toBe('收费事项已全部公示（虚拟示例）');

  await pane.getByRole('button', { name: '合并，写入5格' }).click();
  await pane.getByRole('heading', { name: '合并完成' }).waitFor();
  await picture('returns-merged');
  expect(await workbench.value('任务台账', 'J7')).toBe('梳理收费事项31项，拟公示27项（虚拟示例）');
  await pane.getByRole('button', { name: '返回分发与回收' }).click();
  await pane.getByText(/已交回3个/).waitFor();
  await picture('returns-standing');

  await workbench.type('任务台账', 'J6', '合并以后又改过（虚拟示例）');
  await pane.getByRole('button', { name: /^撤回2021-06-15 .*的合并/ }).click();
  await pane.getByText('合并以后又改过的（1格）').waitFor();
  await picture('returns-take-back');
  await pane.getByRole('button', { name: '撤回，恢复4格' }).click();
  await pane.getByText('4格已恢复，1格没有动。请保存工作簿。').waitFor();
  expect(await workbench.value('任务台账', 'J7')).toBe('收费事项已全部公示（虚拟示例）');
  expect(await workbench.value('任务台账', 'J6')).toBe('合并以后又改过（虚拟示例）');
});

test.each(['light', 'dark', 'contrast'] as const)('[C2][X3] in %s, on a pane of 350 pixels, nothing keeps people out and nothing is cut off', async (theme) => {
  const { pane } = await openReturns({ today: '2021-06-15', theme });
  await pane.getByRole('button', { name: '外贸科' }).click();
  await pane.getByRole('textbox', { name: '给外贸科的催报文字' }).waitFor();
  expect(await faults()).toEqual([]);
  await picture(`returns-overview-${theme}`);
  const copies = await makeCopies();
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '返回分发与回收' }).click();
  await typeInLedger();
  await pane.getByRole('button', { name: '收回填报表' }).click();
  await pane.getByText('也可以把文件拖到这里').waitFor();
  expect(await faults()).toEqual([]);
  await picture(`returns-source-${theme}`);
  await choose(await fourReturns(copies));
  await pane.getByRole('button', { name: /^冲突 2\.2 落实情况/ }).click();
  await pane.getByRole('button', { name: '4 自己写' }).click();
  await pane.getByRole('button', { name: /^回收表（/ }).click();
  expect(await faults()).toEqual([]);
  await picture(`returns-review-${theme}`);
  await pane.getByRole('button', { name: /^合并，写入/ }).click();
  await pane.getByRole('button', { name: '撤回这次合并' }).click();
  await pane.getByRole('button', { name: /^撤回，恢复/ }).waitFor();
  expect(await faults()).toEqual([]);
  await picture(`returns-take-back-${theme}`);
});

test('[R9] while a hundred files are read the pane goes on answering; the longest block of its thread is printed', async () => {
  const { pane, page } = await openReturns({});
  await pane.getByRole('combobox', { name: '报送期' }).selectOption('2021-06');
  await pane.getByText('2021年6月18日截止', { exact: false }).first().waitFor();
  const copies = await makeCopies();
  const filled = await answered(copies['回收表-港口科-2021-06.xlsx'] ?? new Uint8Array(), { '2.1': { progress: '“单一窗口”申报率92%（虚拟示例）' } });
  await pane.getByRole('button', { name: '返回分发与回收' }).click();
  await pane.getByRole('button', { name: '收回填报表' }).click();
  const frame = await paneFrame(workbench);
  await frame.evaluate(() => {
    const blocks: { readonly at: number; readonly took: number }[] = [];
    const seen = { blocks, beganAt: 0, readAt: 0 };
    new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) blocks.push({ at: startTime, took: duration }); }).observe({ type: 'longtask' });
    // What comes before its screen is the browser handing over the files. Reading is over when its screen gives way to the comparing, in which the pretend Excel works on the same thread.
    new MutationObserver(() => {
      if (seen.beganAt === 0 && document.querySelector('h1')?.textContent === '正在读取回收表') seen.beganAt = performance.now();
      if (seen.readAt === 0 && document.querySelector('h1')?.textContent === '正在与台账比对') seen.readAt = performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seen });
  });
  const began = performance.now();
  await choose(Array.from({ length: 100 }, (_, index) => given(`回收表${String(index + 1)}.xlsx`, filled)));
  await pane.getByRole('heading', { name: '核对2021年6月回收表' }).waitFor();
  const took = performance.now() - began;
  await page.waitForTimeout(200);
  const { blocks, beganAt, readAt } = await frame.evaluate(() => (window as unknown as { readonly seen: { readonly blocks: readonly { readonly at: number; readonly took: number }[]; readonly beganAt: number; readonly readAt: number } }).seen);
  const said = (of: typeof blocks): string => (of.length === 0 ? 'none' : of.map(({ took: each }) => `${each.toFixed(0)} ms`).join(', '));
  process.stdout.write(`100 files in ${took.toFixed(0)} ms; blocks of 50 ms and more while they were read: ${said(blocks.filter(({ at }) => at >= beganAt && at < readAt))}; while they were compared, with the pretend Excel: ${said(blocks.filter(({ at }) => at >= readAt))}\n`);
  expect(readAt).toBeGreaterThan(0);
  await pane.getByText(/^收到100格 = /).waitFor();
});
