/** @jest-environment jsdom */
// The ways through the pane, by mouse and by keyboard, on a fake workbook.
import '@testing-library/jest-dom';
import './standIns';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExcelFault } from '../../src/excel/excelFault';
import { fakeWorkbook, ledgerSheets, seedPlan, strangeSheet } from './fakeWorkbook';
import { freshMemory, openTestPane } from './openTestPane';
import { rosterNames } from '../../src/sheets/rosterSheet';
import { settingsNames } from '../../src/sheets/settingsSheet';
import seed from '../../seeds/plan-2021.json';

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const planFile = (text: string, name = '方案甲.json'): File => new File([text], name, { type: 'application/json' });
const changedPlan = () => {
  const plan = seedPlan();
  return { ...plan, tasks: plan.tasks.slice(0, 12).map((task, index) => (index === 1 ? { ...task, leadUnit: '市金融工作局' } : index === 4 ? { ...task, progress: '已开两次会', owners: ['邓善'] } : index === 7 ? { ...task, id: '9.1' } : task)) };
};

async function toPreview(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: '看预览' }));
  await heading(/预览$/);
}

describe('what the workbook is', () => {
  test('[X3] a skeleton stands at once, and then the state', async () => {
    const { opened } = openTestPane();
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('正在查看本工作簿');
    await act(() => opened);
    expect(await heading('本工作簿还没有任务台账')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('本工作簿还没有任务台账。');
  });

  test('[L9] a ledger is shown with its tasks, roster and day', async () => {
    openTestPane({ workbook: fakeWorkbook(ledgerSheets(seedPlan())) });
    await heading('2021年台账');
    for (const text of ['13项', '6个', '27人', '今天（2021年6月18日）']) expect(screen.getByText(text)).toBeInTheDocument();
  });

  test('[L9] a day that was set is said to be set', async () => {
    const plan = seedPlan();
    openTestPane({ workbook: fakeWorkbook(ledgerSheets({ ...plan, settings: { ...plan.settings, asOf: '2021-04-20' } })) });
    expect(await screen.findByText('2021年4月20日（按设置表）')).toBeInTheDocument();
  });

  test('[L9] a setting that cannot be read is named and a click goes to its cell', async () => {
    const user = userEvent.setup();
    const sheets = ledgerSheets(seedPlan());
    const spoilt = sheets.map((sheet) => (sheet.name === '设置' ? { ...sheet, values: sheet.values.map((row) => (row[0] === '年度' ? [row[0], '二〇二一', ...row.slice(2)] : row)) } : sheet));
    const { workbook } = openTestPane({ workbook: fakeWorkbook(spoilt) });
    expect(await screen.findByText(/年度“二〇二一”不是合适的整数/)).toBeInTheDocument();
    await user.click(button(/^转到B\d+$/));
    await waitFor(() => { expect(workbook.shown).toHaveLength(1); });
    expect(workbook.shown[0]).toMatch(/^设置!B\d+$/);
  });

  test("[L10] someone else's sheet is named, and looking again finds it gone", async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ workbook: fakeWorkbook([strangeSheet('任务台账')]) });
    await heading('暂时不能建立台账');
    expect(await screen.findByText(/名为“任务台账”的工作表，但不是本加载项建立的/)).toBeInTheDocument();
    workbook.sheets = [];
    await user.click(button('重新查看'));
    await heading('本工作簿还没有任务台账');
  });

  test('[X3] when Excel does not answer, it says so and tries again', async () => {
    const user = userEvent.setup();
    const workbook = fakeWorkbook();
    workbook.fail = { read: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    openTestPane({ workbook });
    await heading('没能查看本工作簿');
    expect(await screen.findByText('没有写入任何内容。')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveDisplayValue(/"code": "Timeout"/);
    await user.click(button('再试一次'));
    await heading('本工作簿还没有任务台账');
  });

  test('[X3] a change made elsewhere is seen on the first screen, and not in the middle of something else', async () => {
    const user = userEvent.setup();
    let changed: () => void = () => undefined;
    const { workbook, opened } = openTestPane({ doors: { watch: (onChanged) => { changed = onChanged; return Promise.resolve(() => Promise.resolve()); } } });
    await act(() => opened);
    workbook.sheets = ledgerSheets(seedPlan());
    act(() => { changed(); });
    await heading('2021年台账');
    await user.click(button('按方案更新台账'));
    await heading('选择方案');
    const { reads } = workbook;
    act(() => { changed(); });
    expect(workbook.reads).toBe(reads);
  });
});

describe('the guide', () => {
  test('[X3] comes the first time, can be skipped, and can be seen again', async () => {
    const user = userEvent.setup();
    openTestPane({ doors: { memory: freshMemory() } });
    await heading('任务台账怎样用');
    expect(within(screen.getByRole('list', { name: '三步' })).getAllByRole('listitem')).toHaveLength(3);
    await user.click(button('跳过'));
    await heading('本工作簿还没有任务台账');
    await user.click(button('使用说明'));
    await heading('任务台账怎样用');
    expect(screen.queryByRole('button', { name: '跳过' })).toBeNull();
    await user.click(button('看完了'));
    await heading('本工作簿还没有任务台账');
  });

  test('[X3] the ribbon opens it at once', async () => {
    openTestPane({ go: 'guide' });
    await heading('任务台账怎样用');
  });
});

describe('building', () => {
  test('[I5] nothing is written before the preview is confirmed; then one change makes the ledger', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane();
    await user.click(await screen.findByRole('button', { name: '建立台账' }));
    await heading('选择方案');
    await toPreview(user);
    expect(screen.getByText('13项，6个指标')).toBeInTheDocument();
    expect(screen.getByText('任务台账、名册、设置')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('建立台账'));
    await heading('台账已建立');
    expect(workbook.changes).toHaveLength(1);
    expect(screen.getByText('写入13项任务，名册27人。')).toBeInTheDocument();
    await user.click(button('转到台账'));
    await waitFor(() => { expect(workbook.shown[0]).toMatch(/^任务台账!A\d+$/); });
    await user.click(button('返回首页'));
    await heading('2021年台账');
  });

  test('[I5] the preview counts the tasks by indicator and opens to all ten cells of each', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await toPreview(user);
    const groups = ['获得信贷 1项', '跨境贸易 3项', '招标投标 4项', '知识产权创造、运用和保护 1项', '政务服务 3项', '包容普惠创新 1项'];
    for (const name of groups) expect(button(name)).toHaveAttribute('aria-expanded', 'false');
    await user.click(button('跨境贸易 3项'));
    await user.click(button(/^2\.2 梳理跨境贸易/));
    const titles = ['指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注'];
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(expect.arrayContaining(titles));
    expect(screen.getByText('2021年6月（截至2021年6月30日）')).toBeInTheDocument();
    await user.click(button('全部展开'));
    for (const name of groups) expect(button(name)).toHaveAttribute('aria-expanded', 'true');
    await user.click(button('全部收起'));
    expect(button('跨境贸易 3项')).toHaveAttribute('aria-expanded', 'false');
  });

  test('[I5] problems are listed by how bad they are, errors open', async () => {
    const user = userEvent.setup();
    const json = JSON.stringify({ ...seed, tasks: seed.tasks.map((task, index) => (index === 0 ? { ...task, due: '2021年13月' } : index === 1 ? { ...task, due: '9月' } : task)) });
    openTestPane({ go: 'build' });
    await user.click(await screen.findByRole('radio', { name: /方案文件/ }));
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, planFile(json));
    expect(screen.getByText('已选：方案甲.json')).toBeInTheDocument();
    await toPreview(user);
    expect(button('须改正 1条')).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText(/任务1\.1（第1项）的完成时限“2021年13月”读不出来：没有13月/)).toBeInTheDocument();
    expect(button('供参考 1条')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByText('带着这些问题也可以写入，写入后请在表中改正。')).toBeInTheDocument();
    await user.click(button('建立台账'));
    await heading('台账已建立');
    expect(screen.getByText('还有1条须改正，请在表中处理。')).toBeInTheDocument();
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['is not JSON', '{"tasks":\n[}', /读不出来：第2行附近/],
    ['lacks a column', JSON.stringify({ ...seed, tasks: seed.tasks.map(({ due: _, ...task }) => task) }), /任务清单缺少“完成时限”一列/],
    ['repeats a 编号', JSON.stringify({ ...seed, tasks: seed.tasks.map((task) => ({ ...task, id: '1.1' })) }), /编号“1\.1”与第1项重复/],
    ['has a cell that is too long', JSON.stringify({ ...seed, tasks: seed.tasks.map((task) => ({ ...task, progress: '长'.repeat(40000) })) }), /落实情况有40000个字/],
    ['is not UTF-8', Uint8Array.from([0x7b, 0xd4, 0xc2, 0x7d]), /文字编码读不出来/],
  ])('[I1] a file that %s is refused by name, and another can be chosen', async (_, content, sentence) => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    await user.click(await screen.findByRole('radio', { name: /方案文件/ }));
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    await user.upload(input, new File([typeof content === 'string' ? content : content.slice()], '方案甲.json'));
    await user.click(button('看预览'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('方案文件“方案甲.json”不能用');
    expect(alert).toHaveTextContent(sentence);
    expect(workbook.changes).toHaveLength(0);
    await user.upload(input, planFile(JSON.stringify(seed)));
    await toPreview(user);
    expect(screen.getByText('方案文件“方案甲.json”')).toBeInTheDocument();
  });

  test('[X3] without a file the preview asks for one', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await user.click(await screen.findByRole('radio', { name: /方案文件/ }));
    await user.click(button('看预览'));
    expect(screen.getByText('请先选择文件。')).toBeInTheDocument();
    expect(button('选择文件…')).toHaveFocus();
  });

  test('[X1] an action under way cannot be started twice, left or interrupted', async () => {
    const user = userEvent.setup();
    let open: () => void = () => undefined;
    const { workbook, conductor } = openTestPane({ go: 'build' });
    workbook.gate = new Promise((done) => { open = done; });
    await toPreview(user);
    await user.dblClick(button('建立台账'));
    await heading('正在建立台账');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.5');
    expect(screen.getByText('已完成 2/4 步')).toBeInTheDocument();
    expect(screen.getByText('已完成百分之50。')).toBeInTheDocument();
    expect(button('使用说明')).toBeDisabled();
    expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
    await user.keyboard('{Escape}');
    await act(() => conductor.goHome());
    await act(() => conductor.build());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('正在建立台账');
    act(() => { open(); });
    await heading('台账已建立');
    expect(workbook.changes).toHaveLength(1);
  });

  test('[X1] a refusal says that the workbook was put back and what to do; trying again goes through', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', true) };
    await toPreview(user);
    await user.click(button('建立台账'));
    await heading('没能写入台账');
    expect(screen.getByRole('alert')).toHaveTextContent('受保护，Excel 不允许写入');
    expect(screen.getByText('已恢复原样，没有留下写了一半的内容。')).toBeInTheDocument();
    expect(screen.getByText(/撤销工作表保护/)).toBeInTheDocument();
    await user.click(button('选中详情'));
    const details = screen.getByRole<HTMLTextAreaElement>('textbox');
    expect(details).toHaveFocus();
    expect(details.selectionEnd).toBe(details.value.length);
    await user.click(button('再试一次'));
    await heading('台账已建立');
  });

  test('[X1] where it could not be put back there is no trying again on top of it', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    workbook.fail = { change: new ExcelFault('lost', 'writing', 'ConnectionFailure', 'Lost.', false) };
    await toPreview(user);
    await user.click(button('建立台账'));
    await heading('没能写入台账');
    expect(screen.getByText(/请不要保存，关闭工作簿/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
  });

  test('[X3] a bug of ours is told as one', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', doors: { loadBuild: () => Promise.reject(new Error('chunk 7 is gone')) } });
    await user.click(await screen.findByRole('button', { name: '看预览' }));
    await heading('没能准备预览');
    expect(screen.getByRole('alert')).toHaveTextContent('加载项内部出了错。');
    expect(screen.getByRole('textbox')).toHaveDisplayValue(/chunk 7 is gone/);
  });

  test('[X1] a protected workbook is refused before anything is written', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    workbook.structureProtected = true;
    await user.click(await screen.findByRole('button', { name: '看预览' }));
    await heading('不能建立台账');
    expect(screen.getByRole('alert')).toHaveTextContent('结构受保护');
    await user.click(button('处理好了，再试一次'));
    await heading('选择方案');
  });

  test('[X1] a workbook that changed meanwhile leads back to a new preview that says so', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '名册' };
    await toPreview(user);
    await user.click(button('建立台账'));
    expect(await screen.findByRole('alert')).toHaveTextContent('“名册”表在预览之后有了改动，刚才没有写入');
    await user.click(button('建立台账'));
    await heading('台账已建立');
  });
});

describe('renewing a ledger', () => {
  test('[L7] the difference comes first: what stays, changes, comes and is gone', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', workbook: fakeWorkbook(ledgerSheets(changedPlan())) });
    await toPreview(user);
    expect(screen.getByText('2项，2处')).toBeInTheDocument();
    expect(screen.getByText('1项，照旧保留')).toBeInTheDocument();
    expect(screen.getByText('市金融工作局')).toBeInTheDocument();
    expect(screen.getByText(/^9\.1 /)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '新增的任务' })).toBeInTheDocument();
  });

  test('[L7] a ledger that is as the plan has it needs no renewing, and says so', async () => {
    const user = userEvent.setup();
    const workbook = fakeWorkbook(ledgerSheets(seedPlan()));
    workbook.names = [...settingsNames(), ...rosterNames(seedPlan().roster)];
    openTestPane({ go: 'build', workbook });
    await toPreview(user);
    expect(screen.getByText('台账与方案一致，不需要更新。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '更新台账' })).toBeNull();
    expect(button('转到台账')).toBeInTheDocument();
  });

  test('[L7] what is kept is not written', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build', workbook: fakeWorkbook(ledgerSheets(changedPlan())) });
    await toPreview(user);
    await user.click(screen.getByRole('checkbox', { name: '任务2.1保留台账现有内容' }));
    expect(screen.getByText('1项，1处')).toBeInTheDocument();
    await user.click(button('更新台账'));
    await heading('台账已更新');
    const edits = workbook.changes[0]?.edits.filter((edit) => edit.sheet === '任务台账') ?? [];
    expect(edits).toHaveLength(1);
    expect(edits[0]?.cells).toEqual(['邓善、蔡贡']);
    expect(screen.getByText(/改动1项/)).toBeInTheDocument();
  });

  test('[L7] all can be kept at once, and taken from the plan again', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', workbook: fakeWorkbook(ledgerSheets(changedPlan())) });
    await toPreview(user);
    await user.click(button('全部保留现有'));
    for (const box of screen.getAllByRole('checkbox')) expect(box).toBeChecked();
    await user.click(button('全部采用方案'));
    for (const box of screen.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  });

  test('[X1] cells changed between preview and choice: nothing is written, the new difference is shown', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build', workbook: fakeWorkbook(ledgerSheets(changedPlan())) });
    await toPreview(user);
    await user.click(screen.getByRole('checkbox', { name: '任务2.1保留台账现有内容' }));
    const plan = changedPlan();
    workbook.sheets = ledgerSheets({ ...plan, tasks: plan.tasks.map((task, index) => (index === 2 ? { ...task, leadUnit: '市财政局' } : task)) });
    await user.click(button('更新台账'));
    expect(await screen.findByRole('alert')).toHaveTextContent('“任务台账”表在预览之后有了改动');
    expect(workbook.changes).toHaveLength(0);
    expect(screen.getByText('市财政局')).toBeInTheDocument();
    // What was chosen before stays chosen.
    expect(screen.getByRole('checkbox', { name: '任务2.1保留台账现有内容' })).toBeChecked();
    await user.click(button('更新台账'));
    await heading('台账已更新');
  });
});

describe('by keyboard alone', () => {
  test('[X3] from the first screen to the built ledger without a mouse; the focus goes to each new heading', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane();
    await heading('本工作簿还没有任务台账');
    const press = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 60 && document.activeElement?.textContent !== name; tabs += 1) await user.tab();
      expect(document.activeElement).toHaveTextContent(name);
      await user.keyboard('{Enter}');
    };
    await press('建立台账');
    expect(await heading('选择方案')).toHaveFocus();
    await press('看预览');
    expect(await heading('建立台账：预览')).toHaveFocus();
    await press('建立台账');
    expect(await heading('台账已建立')).toHaveFocus();
    await press('转到台账');
    await waitFor(() => { expect(workbook.shown).toHaveLength(1); });
  });

  test('[X3] Esc goes back a step, from each screen that has one', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await toPreview(user);
    await user.keyboard('{Escape}');
    expect(await heading('选择方案')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await heading('本工作簿还没有任务台账')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await heading('本工作簿还没有任务台账')).toBeInTheDocument();
  });

  test('[X3] a long list of tasks keeps the primary button within few stops', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await toPreview(user);
    let stops = 0;
    for (; stops < 40 && document.activeElement?.textContent !== '建立台账'; stops += 1) await user.tab();
    expect(stops).toBeLessThan(12);
  });
});
