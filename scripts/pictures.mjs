// Takes the pictures of README and 使用手册 anew, from the workbench as it is. Looks; decides nothing.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { at } from './project.mjs';
import { build, dist, workbenchFolder } from './build.mjs';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';

const pictures = at('docs', 'pictures');
mkdirSync(pictures, { recursive: true });

/** Invented, and marked as invented: what sections might have filled in. */
const invented = [
  { row: 5, progress: '已发布“单一窗口”操作指引，并联改革方案报市口岸办（虚拟示例）', doneOn: '' },
  { row: 6, progress: '已公示收费清单，取消进出口单证2项（虚拟示例）', doneOn: '2021-6-25' },
  { row: 13, progress: '正在推进', doneOn: '' },
];

await build();
const server = await serve({ folders: [workbenchFolder, dist], port: 0, pretend: true });
const browser = await chromium.launch(await findBrowser());

const open = async (today) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Shanghai' });
  // What is made says when.
  await page.clock.setFixedTime(new Date(`${today}T09:00:00+08:00`));
  await page.goto(`${server.address}/?today=${today}`);
  await page.evaluate(() => globalThis.pretendExcel.view.ready);
  const pane = page.frameLocator('iframe[name=task-pane]');
  await pane.getByRole('button', { name: '跳过' }).click();
  return { page, pane };
};
const shoot = async (page, name) => {
  await page.waitForTimeout(900);
  await page.screenshot({ path: at('docs', 'pictures', `${name}.png`) });
};
const buildIn = async ({ page, pane }, previewName) => {
  await pane.getByRole('button', { name: '建立台账' }).click();
  await pane.getByRole('button', { name: '看预览' }).click();
  await pane.getByRole('button', { name: '建立台账' }).waitFor();
  if (previewName) await shoot(page, previewName);
  await pane.getByRole('button', { name: '建立台账' }).click();
  await pane.getByText('台账已建立').waitFor();
};
const fillIn = ({ page }) =>
  page.evaluate((rows) => {
    const { book } = globalThis.pretendExcel;
    const { id } = book.sheets.find((sheet) => sheet.name === '任务台账');
    for (const { row, progress, doneOn } of rows) {
      book.enter(id, row, 9, progress);
      if (doneOn) book.enter(id, row, 11, doneOn);
    }
  }, invented);

/** A text file of answers to some rows of the ledger, as a section may type it itself. */
const answersIn = async ({ page }, answers) => {
  const tasks = await page.evaluate((rows) => {
    const { book } = globalThis.pretendExcel;
    const { id } = book.sheets.find((sheet) => sheet.name === '任务台账');
    return rows.map((row) => String(book.cellAt(id, row, 4)?.value ?? ''));
  }, Object.keys(answers).map(Number));
  return ['工作任务,落实情况', ...Object.values(answers).map((answer, index) => `"${tasks[index].replaceAll('"', '""')}","${answer.replaceAll('"', '""')}"`)].join('\n');
};

try {
  const first = await open('2021-06-18');
  await shoot(first.page, 'first');
  await buildIn(first, 'preview');
  await shoot(first.page, 'built');
  await first.page.close();

  for (const day of ['2021-06-18', '2021-07-01', '2021-10-20']) {
    const stage = await open(day);
    await buildIn(stage);
    if (day !== '2021-06-18') await fillIn(stage);
    await stage.pane.getByRole('button', { name: '返回首页' }).click();
    await stage.pane.getByRole('button', { name: '查看状态' }).click();
    await shoot(stage.page, `status-${day}`);
    if (day === '2021-07-01') {
      await stage.page.screenshot({ path: at('docs', 'pictures', 'workbench.png') });
      await stage.pane.getByRole('tab', { name: '检查' }).or(stage.pane.getByRole('button', { name: '检查', exact: true })).first().click();
      await stage.pane.getByRole('button', { name: '检查并写入核对结果' }).click();
      await shoot(stage.page, 'check');
      await stage.page.evaluate(() => globalThis.pretendExcel.view.reveal('任务台账', 'J7'));
      const cell = await stage.page.evaluate(() => globalThis.pretendExcel.view.cellRect('任务台账', 'J7'));
      await stage.page.mouse.click(cell.x + 20, cell.y + 20);
      await stage.pane.getByRole('tab', { name: '本行任务' }).or(stage.pane.getByRole('button', { name: '本行任务' })).first().click();
      await shoot(stage.page, 'task');
    }
    await stage.page.close();
  }

  const reports = await open('2021-06-15');
  await buildIn(reports);
  await fillIn(reports);
  await reports.page.getByRole('button', { name: '双月汇总', exact: true }).click();
  await reports.pane.getByRole('button', { name: '港口科' }).click();
  await shoot(reports.page, 'reports');
  await reports.pane.getByRole('button', { name: '生成2021年6月汇总' }).first().click();
  await reports.pane.getByRole('heading', { name: '2021年6月汇总：预览' }).waitFor();
  await shoot(reports.page, 'reports-preview');
  await reports.pane.getByRole('button', { name: '生成汇总' }).click();
  await reports.pane.getByRole('heading', { name: '2021年6月汇总已生成' }).waitFor();
  await shoot(reports.page, 'reports-made');
  await reports.pane.getByRole('button', { name: '返回报送' }).click();
  await reports.pane.getByRole('button', { name: '港口科' }).click();
  await reports.pane.getByRole('region', { name: '全年报送安排' }).getByRole('button', { name: '生成2021年12月汇总' }).scrollIntoViewIfNeeded();
  await shoot(reports.page, 'reports-year');
  await reports.page.close();
  const returns = await open('2021-06-15');
  await buildIn(returns);
  await returns.pane.getByRole('button', { name: '返回首页' }).click();
  await returns.pane.getByRole('button', { name: '收发', exact: true }).click();
  await returns.pane.getByRole('button', { name: '生成分发表' }).click();
  await returns.pane.getByRole('checkbox', { name: /外贸科/ }).waitFor();
  await shoot(returns.page, 'returns-copies');
  await returns.pane.getByRole('button', { name: '生成7份分发表' }).click();
  await returns.pane.getByRole('button', { name: '返回分发与回收' }).click();
  await returns.pane.getByRole('button', { name: '港口科' }).click();
  await returns.pane.getByRole('textbox', { name: '给港口科的催报文字' }).scrollIntoViewIfNeeded();
  await shoot(returns.page, 'returns-standing');
  await fillIn(returns);
  await returns.pane.getByRole('button', { name: '收回填报表' }).click();
  await returns.pane.locator('input[type=file]').setInputFiles([
    { name: '港口科6月.csv', mimeType: 'text/csv', buffer: Buffer.from(await answersIn(returns, { 5: '“单一窗口”货物申报率92%，并联改革方案报市口岸办（虚拟示例）', 6: '已公示收费清单27项，取消进出口单证2项（虚拟示例）', 7: '约谈收费企业3家（虚拟示例）' })) },
    { name: '法规科.png.xlsx', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
  ]);
  await returns.pane.getByRole('button', { name: /^冲突 2\.2 落实情况/ }).click();
  await shoot(returns.page, 'returns-review');
  await returns.page.keyboard.press('2');
  await returns.pane.getByRole('button', { name: /^合并，写入/ }).click();
  await returns.pane.getByRole('button', { name: '撤回这次合并' }).waitFor();
  await returns.pane.getByRole('button', { name: '查看合并记录' }).click();
  await shoot(returns.page, 'returns-merged');
  await returns.pane.getByRole('button', { name: '撤回这次合并' }).click();
  await returns.pane.getByRole('button', { name: /^撤回，恢复/ }).waitFor();
  await shoot(returns.page, 'returns-take-back');
  await returns.page.close();

  const matrix = await open('2021-06-01');
  await matrix.pane.getByRole('button', { name: '建立台账' }).click();
  await matrix.pane.getByRole('radio', { name: /任务分工表或方案文件/ }).click();
  await matrix.pane.locator('input[type=file]').setInputFiles({ name: '附件3 任务分工表.docx', mimeType: '', buffer: readFileSync(at('test', 'files', 'fixtures', 'matrix', 'python-docx.docx')) });
  await shoot(matrix.page, 'matrix-source');
  await matrix.pane.getByRole('button', { name: '看预览' }).click();
  await matrix.pane.getByText('读出13项任务，6个指标。').waitFor();
  await matrix.pane.getByLabel('名册取自').selectOption({ label: '内置的2021年名册' });
  await matrix.pane.getByRole('button', { name: /^各栏的用途/ }).click();
  await shoot(matrix.page, 'matrix-columns');
  await matrix.pane.getByRole('button', { name: /^有推断/ }).click();
  await matrix.pane.getByText('前面的序号没有采用').first().scrollIntoViewIfNeeded();
  await shoot(matrix.page, 'matrix-cards');
  await matrix.page.close();

  const plan = await open('2021-12-25');
  await buildIn(plan);
  await plan.page.evaluate(() => {
    const { book } = globalThis.pretendExcel;
    book.enter(book.sheets.find(({ name }) => name === '任务台账').id, 6, 8, '长期坚持');
  });
  await fillIn(plan);
  await plan.pane.getByRole('button', { name: '返回首页' }).click();
  await plan.pane.getByRole('button', { name: '名册', exact: true }).click();
  await plan.pane.getByRole('button', { name: '粘贴名单' }).click();
  await plan.pane.getByLabel('名单', { exact: true }).fill('组  长：杨文光  市政协副主席、市商务局党组书记、局长\n副组长：车  洁  党组成员、副局长\n成  员：孙媛媛  行政审批科科长\n');
  await plan.pane.getByRole('button', { name: '读名单' }).click();
  await plan.pane.getByRole('heading', { name: '名册：预览' }).waitFor();
  await shoot(plan.page, 'roster-preview');
  await plan.pane.getByRole('button', { name: '修改名单' }).click();
  await plan.pane.getByRole('button', { name: '返回名册' }).click();
  await plan.pane.getByRole('heading', { name: '名册', level: 1 }).waitFor();
  await plan.pane.getByRole('button', { name: '返回', exact: true }).click();
  await plan.pane.getByRole('button', { name: '设置', exact: true }).click();
  await plan.pane.getByLabel('遇周末').selectOption('顺延到周一');
  await plan.pane.getByText('2021年12月20日（星期一）截止').scrollIntoViewIfNeeded();
  await shoot(plan.page, 'settings-dates');
  await plan.pane.getByRole('button', { name: '放弃改动' }).click();
  await plan.pane.getByRole('button', { name: '返回', exact: true }).click();
  await plan.pane.getByRole('button', { name: '新年度' }).click();
  await plan.pane.getByRole('button', { name: '看预览' }).click();
  await plan.pane.getByRole('heading', { name: '2022年台账：预览' }).waitFor();
  await plan.pane.getByText('新年度2022年9月').first().scrollIntoViewIfNeeded();
  await shoot(plan.page, 'new-year-preview');
  await plan.page.close();
} finally {
  await browser.close();
  await server.close();
}
