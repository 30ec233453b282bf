// The walk through the plan behind a ledger: another list of people pasted into 名册, a short name confirmed, 设置 changed with its dates seen before, and a new year taken away as a workbook of its own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Workbench, WorkbenchWishes } from './harness';
import { openLedger } from './openLedger';
import { shutsOut } from './shutsOut';


let workbench: Workbench;
afterEach(async () => { await workbench.close(); });

/** Opens a workbook with the ledger of 2021 and the pane on its first screen. */
async function openHome(wishes: WorkbenchWishes): Promise<Workbench> {
  workbench = await openLedger(wishes);
  const { pane } = workbench;
  await pane.getByRole('button', { name: '返回首页' }).click();
  await pane.getByRole('heading', { name: '2021年台账' }).waitFor();
  return workbench;
}

/** A picture of the pane alone, kept where the run is told to keep pictures. */
async function picture(name: string): Promise<void> {
  const folder = process.env['WALK_PICTURES'];
  if (folder !== undefined) await workbench.page.locator('iframe[name="task-pane"]').screenshot({ path: join(folder, `${name}.png`) });
}

const faults = (): Promise<readonly string[]> => shutsOut(workbench);

const sheetOf = (name: string): Promise<readonly (readonly string[])[]> =>
  workbench.page.evaluate((wanted) => {
    const { book } = window.pretendExcel;
    const id = book.sheets.find((sheet) => sheet.name === wanted)?.id ?? '';
    return Array.from({ length: 40 }, (_, row) => Array.from({ length: 7 }, (__, column) => book.textAt(id, row, column)));
  }, name);

/** 组长 and a 副组长 as they are, her name typeset with a space, and a member with another post. */
const list = '组  长：杨文光  市政协副主席、市商务局党组书记、局长\n副组长：车  洁  党组成员、副局长\n成  员：孙媛媛  行政审批科科长\n';

test('[L9][O6][I5][X1] a pasted list is looked through, and 名册 written when the person says so', async () => {
  const { pane } = await openHome({ today: '2021-06-15' });
  await picture('home');
  const before = await sheetOf('名册');
  await pane.getByRole('button', { name: '名册', exact: true }).click();
  await pane.getByRole('heading', { name: '名册', level: 1 }).waitFor();
  await picture('roster');
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '粘贴名单' }).click();
  await pane.getByLabel('名单', { exact: true }).fill(list);
  await picture('roster-paste');
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '读名单' }).click();
  await pane.getByRole('heading', { name: '名册：预览' }).waitFor();
  await picture('roster-preview');
  expect(await faults()).toEqual([]);
  expect(await sheetOf('名册')).toEqual(before);
  await pane.getByRole('checkbox', { name: '去掉吴政' }).check();
  await pane.getByRole('button', { name: '写入名册' }).click();
  await pane.getByText(/名册已写入/).waitFor();
  await picture('roster-written');
  const after = await sheetOf('名册');
  expect(after.find(([name]) => name === '孙媛媛')?.slice(0, 5)).toEqual(['孙媛媛', '行政审批科科长', '成员', '行政审批科', '审批科']);
  expect(after.some(([name]) => name === '吴政')).toBe(false);
  expect(after.filter(([name]) => name !== '')).toHaveLength(before.filter(([name]) => name !== '').length - 1);
});

test('[P1][P2][L9] 设置 shows the dates as one types, refuses at the field, and writes on 保存 only', async () => {
  const { pane } = await openHome({ today: '2021-06-15' });
  await pane.getByRole('button', { name: '设置', exact: true }).click();
  await pane.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  await pane.getByText('全年报送5次，其中1次因周末改了日子。').waitFor();
  await picture('settings');
  expect(await faults()).toEqual([]);
  await pane.getByLabel('报送间隔（月）').fill('0');
  await pane.getByText('请填1到12之间的整数。').waitFor();
  await picture('settings-refused');
  expect(await faults()).toEqual([]);
  await pane.getByLabel('报送间隔（月）').fill('1');
  await pane.getByText('全年报送9次，其中2次因周末改了日子。').waitFor();
  await pane.getByLabel('遇周末').selectOption('顺延到周一');
  await pane.getByText('2021年6月21日（星期一）截止').waitFor();
  await pane.getByText('2021年6月21日（星期一）截止').scrollIntoViewIfNeeded();
  await picture('settings-dates');
  const stood = (await sheetOf('设置')).find(([label]) => label === '遇周末')?.[1];
  expect(stood).toBe('提前到周五');
  await pane.getByRole('button', { name: '保存' }).click();
  await pane.getByText('已写入设置表：报送间隔（月）、遇周末。请保存工作簿。').waitFor();
  await picture('settings-saved');
  const rows = await sheetOf('设置');
  expect(rows.find(([label]) => label === '遇周末')?.[1]).toBe('顺延到周一');
  expect(rows.find(([label]) => label === '报送间隔（月）')?.[1]).toBe('1');
});

test('[L5][L7][P1] a new year is a workbook of its own, and the old one stays as it is', async () => {
  const { pane } = await openHome({ today: '2021-12-25' });
  await workbench.type('任务台账', 'J6', '并联改革方案已报市口岸办（虚拟示例）');
  // Typed, it asks whether it is meant; the answer is not what is walked here.
  await workbench.page.evaluate(() => { const { book } = window.pretendExcel; book.enter(book.sheets.find(({ name }) => name === '任务台账')?.id ?? '', 6, 8, '长期坚持'); });
  const before = await sheetOf('任务台账');
  await pane.getByRole('button', { name: '新年度' }).click();
  await pane.getByRole('heading', { name: '新年度', level: 1 }).waitFor();
  await picture('new-year');
  expect(await faults()).toEqual([]);
  await pane.getByLabel('发文日期').fill('2022-02-28');
  await pane.getByRole('button', { name: '看预览' }).click();
  await pane.getByRole('heading', { name: '2022年台账：预览' }).waitFor();
  await picture('new-year-preview');
  expect(await faults()).toEqual([]);
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), pane.getByRole('button', { name: '生成新工作簿' }).click()]);
  await pane.getByText('本工作簿没有改动。').waitFor();
  await picture('new-year-saved');
  expect(await faults()).toEqual([]);
  expect(download.suggestedFilename()).toBe('任务台账2022.xlsx');
  const folder = mkdtempSync(join(tmpdir(), 'year-'));
  try {
    const path = join(folder, 'year.xlsx');
    await download.saveAs(path);
    const parts = unzipSync(readFileSync(path));
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect(['任务台账', '名册', '设置'].every((name) => workbook.includes(`name="${name}"`))).toBe(true);
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).not.toContain('虚拟示例');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(await sheetOf('任务台账')).toEqual(before);
});

test.each(['dark', 'contrast'] as const)('[L9][L7][C2] in a %s theme each of the screens can be read', async (theme) => {
  const { pane } = await openHome({ today: '2021-06-15', theme });
  await pane.getByRole('button', { name: '名册', exact: true }).click();
  await pane.getByRole('button', { name: '科室和简称' }).click();
  expect(await faults()).toEqual([]);
  await pane.getByRole('button', { name: '粘贴名单' }).click();
  await pane.getByLabel('名单', { exact: true }).fill(list);
  await pane.getByRole('button', { name: '读名单' }).click();
  await pane.getByRole('heading', { name: '名册：预览' }).waitFor();
  expect(await faults()).toEqual([]);
  await picture(`roster-preview-${theme}`);
  await pane.getByRole('button', { name: '修改名单' }).click();
  await pane.getByRole('button', { name: '返回名册' }).click();
  await pane.getByRole('heading', { name: '名册', level: 1 }).waitFor();
  await pane.getByRole('button', { name: '返回', exact: true }).click();
  await pane.getByRole('button', { name: '设置', exact: true }).click();
  await pane.getByLabel('报送间隔（月）').fill('1');
  await pane.getByLabel('临期提醒天数').fill('1000');
  await pane.getByText('请填0到366之间的整数。').waitFor();
  expect(await faults()).toEqual([]);
  await pane.getByText('2021年6月18日（星期五）截止').scrollIntoViewIfNeeded();
  await picture(`settings-${theme}`);
  await pane.getByRole('button', { name: '放弃改动' }).click();
  await pane.getByRole('button', { name: '返回', exact: true }).click();
  await pane.getByRole('button', { name: '新年度' }).click();
  await pane.getByRole('button', { name: '看预览' }).click();
  await pane.getByRole('heading', { name: '2022年台账：预览' }).waitFor();
  expect(await faults()).toEqual([]);
  await pane.getByText('新年度2022年6月').scrollIntoViewIfNeeded();
  await picture(`new-year-preview-${theme}`);
});
