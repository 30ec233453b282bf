/** @jest-environment jsdom */
// The form over 设置, by mouse and by keyboard, on a fake workbook: the year's dates as one types, refusals at their fields, what is written on 保存 and what is not.
import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ExcelFault } from '../../src/excel/excelFault';
import { fakeWorkbook, ledgerSheets, seedPlan } from './fakeWorkbook';
import { arrived, button, heading, ledger, openPlan, settingIn, tabTo } from './planScene';

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const put = (label: string, text: string): void => { fireEvent.change(field(label), { target: { value: text } }); };
const dates = (): readonly (string | null)[] => within(screen.getByRole('region', { name: /年报送安排$/ })).getAllByRole('listitem').map(({ textContent }) => textContent);

describe('what the form shows', () => {
  test('[L9] every row of 设置 that people change, as it stands', async () => {
    await openPlan(ledger(), 'settings');
    await heading('设置');
    expect(['台账标题', '单位', '年度', '发文日期', '汇总科室', '首次报送日', '报送间隔（月）', '遇周末', '临期提醒天数', '基准日'].map((label) => field(label).value)).toEqual([
      '湛江市商务局“营商环境整治提升年”活动工作任务台账', '湛江市商务局', '2021', '2021-03-04', '审批科', '2021-04-20', '2', '提前到周五', '30', '',
    ]);
    expect(button('保存')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('没有改动。')).toBeInTheDocument();
  });

  test('[P1][P2] the dates of the year follow as one types: which are moved, and from which weekday', async () => {
    const { workbook } = await openPlan(ledger(), 'settings');
    await heading('设置');
    expect(dates()).toEqual([
      '2021年4月20日（星期二）截止', '2021年6月18日（星期五）截止遇周末原定2021年6月20日是星期日，提前', '2021年8月20日（星期五）截止', '2021年10月20日（星期三）截止', '2021年12月20日（星期一）截止',
    ]);
    put('遇周末', '顺延到周一');
    expect(dates()[1]).toBe('2021年6月21日（星期一）截止遇周末原定2021年6月20日是星期日，顺延');
    put('遇周末', '不变');
    expect(dates()[1]).toBe('2021年6月20日（星期日）截止遇周末星期日，按设置不变');
    put('报送间隔（月）', '3');
    put('首次报送日', '2021-03-20');
    expect(dates()).toEqual(['2021年3月20日（星期六）截止遇周末星期六，按设置不变', '2021年6月20日（星期日）截止遇周末星期日，按设置不变', '2021年9月20日（星期一）截止', '2021年12月20日（星期一）截止']);
    expect(workbook.changes).toHaveLength(0);
  });

  test('[X3] a cell that cannot be read stands there as it is, refused at its field, and can be mended here', async () => {
    const workbook = ledger();
    workbook.type('设置', 9, 1, '两个月');
    const { user } = await openPlan(workbook, 'settings');
    await heading('设置');
    expect(field('报送间隔（月）')).toHaveValue('两个月');
    expect(field('报送间隔（月）')).toHaveAccessibleDescription(/请填1到12之间的整数。/);
    expect(screen.getByText('改好上面标出的各项，这里就列出全年的报送日。')).toBeInTheDocument();
    put('报送间隔（月）', '2');
    await user.click(button('保存'));
    await screen.findByText(/^已写入设置表：/);
    expect(settingIn(workbook, '报送间隔（月）')).toBe(2);
  });

  test('[L9] without a ledger it says so, and leads home', async () => {
    await openPlan(fakeWorkbook(), 'settings');
    expect(await screen.findByText('本工作簿没有可用的任务台账。请返回首页查看。')).toBeInTheDocument();
  });

  test('[L9] without the sheet 设置 it says where that comes from', async () => {
    await openPlan(fakeWorkbook(ledgerSheets(seedPlan()).slice(0, 2)), 'settings');
    expect(await screen.findByText('工作簿里没有设置表。请返回首页，点“按方案更新台账”补上。')).toBeInTheDocument();
  });
});

describe('what is refused', () => {
  test.each([
    ['台账标题', '   ', '这一项不能空着，请填写。'],
    ['单位', '', '这一项不能空着，请填写。'],
    ['年度', '1989', '请填1990到2199之间的整数。'],
    ['年度', '二〇二一', '请填1990到2199之间的整数。'],
    ['发文日期', '', '这一项不能空着，请填写。'],
    ['首次报送日', '2022-04-20', '这一天不在2021年内，请改日期或年度。'],
    ['报送间隔（月）', '13', '请填1到12之间的整数。'],
    ['报送间隔（月）', '1.5', '请填1到12之间的整数。'],
    ['临期提醒天数', '-1', '请填0到366之间的整数。'],
    ['基准日', '0021-06-15', '读不出这个日期，请选一天，或写成 2021-06-18 的样子。'],
  ])('[X3][L9] %s with “%s”, in a sentence at the field, and 保存 leads there and writes nothing', async (label, text, sentence) => {
    const { workbook, user } = await openPlan(ledger(), 'settings');
    await heading('设置');
    put(label, text);
    expect(field(label)).toBeInvalid();
    expect(field(label)).toHaveAccessibleDescription(new RegExp(`^${sentence}`));
    await user.click(button('保存'));
    expect(field(label)).toHaveFocus();
    expect(workbook.changes).toHaveLength(0);
  });

  test('[O6] an office that the roster does not have is said, and can be saved all the same', async () => {
    const { workbook, user } = await openPlan(ledger(), 'settings');
    await heading('设置');
    put('汇总科室', '督查科');
    expect(screen.getByText('名册里没有“督查科”这个科室或简称，请核对。可以照样保存。')).toBeInTheDocument();
    await user.click(button('保存'));
    await screen.findByText('已写入设置表：汇总科室。请保存工作簿。');
    expect(settingIn(workbook, '汇总科室')).toBe('督查科');
  });
});

describe('what is written', () => {
  test('[L9][X1] only rows that differ, in one writing, when 保存 is pressed', async () => {
    const { workbook, user } = await openPlan(ledger(), 'settings');
    await heading('设置');
    put('临期提醒天数', '１５');
    put('基准日', '2021-10-20');
    put('台账标题', '=2+3 工作任务台账');
    expect(screen.getByText('改了还没有保存：台账标题、临期提醒天数、基准日。')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('保存'));
    await screen.findByText('已写入设置表：台账标题、临期提醒天数、基准日。请保存工作簿。');
    expect(workbook.changes).toHaveLength(1);
    expect(workbook.changes[0]?.edits.map(({ sheet, column, cells }) => [sheet, column, cells.filter((cell) => cell !== undefined)])).toEqual([['设置', 1, ['=2+3 工作任务台账', 15, { day: '2021-10-20' }]]]);
    expect([settingIn(workbook, '临期提醒天数'), settingIn(workbook, '基准日'), settingIn(workbook, '年度')]).toEqual([15, 44_489, 2021]);
    expect(button('保存')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByText(/没有保存/)).toBeNull();
  });

  test('[L9] 放弃改动 brings back what stands in the sheet; a form that was left is as it was left', async () => {
    const { workbook, user } = await openPlan(ledger(), 'settings');
    await heading('设置');
    put('单位', '某某市商务局');
    await user.click(button('返回'));
    await heading('2021年台账');
    await user.click(button('设置'));
    await heading('设置');
    expect(field('单位')).toHaveValue('某某市商务局');
    await user.click(button('放弃改动'));
    expect(field('单位')).toHaveValue('湛江市商务局');
    expect(workbook.changes).toHaveLength(0);
  });

  test('[X1] should 设置 change meanwhile, nothing is written, what was typed stays, and the person looks again', async () => {
    const { workbook, user } = await openPlan(ledger(), 'settings');
    await heading('设置');
    put('临期提醒天数', '15');
    workbook.type('设置', 4, 1, '某某市商务局');
    await user.click(button('保存'));
    expect(await screen.findByText(/^设置表刚才有了改动，没有写入。/)).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    expect(field('单位')).toHaveValue('某某市商务局');
    expect(field('临期提醒天数')).toHaveValue('15');
    await user.click(button('保存'));
    await screen.findByText('已写入设置表：临期提醒天数。请保存工作簿。');
    expect([settingIn(workbook, '单位'), settingIn(workbook, '临期提醒天数')]).toEqual(['某某市商务局', 15]);
  });

  test('[X1] nor where it changes between the look and the writing', async () => {
    const workbook = ledger();
    const { user } = await openPlan(workbook, 'settings');
    await heading('设置');
    put('临期提醒天数', '15');
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '设置' };
    await user.click(button('保存'));
    expect(await screen.findByText(/^设置表刚才有了改动，没有写入。/)).toBeInTheDocument();
    expect(settingIn(workbook, '临期提醒天数')).toBe(30);
  });

  test('[X3][X1] when Excel refuses it says so, and the way back leads to the form with what was typed', async () => {
    const workbook = ledger();
    const { user } = await openPlan(workbook, 'settings');
    await heading('设置');
    put('临期提醒天数', '15');
    workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', true) };
    await user.click(button('保存'));
    await arrived('没能保存设置');
    expect(screen.getByText('工作簿或其中的工作表受保护，Excel 不允许写入。')).toBeInTheDocument();
    await user.click(button('返回'));
    await heading('设置');
    expect(field('临期提醒天数')).toHaveValue('15');
  });

  test('[P1] another year says what does not follow it', async () => {
    await openPlan(ledger(), 'settings');
    await heading('设置');
    put('年度', '2022');
    expect(screen.getByText(/完成时限不会跟着变。要做下一年的台账，请用“新年度”。/)).toBeInTheDocument();
    expect(field('首次报送日')).toHaveAccessibleDescription(/^这一天不在2022年内/);
  });
});

test('[X3] by keyboard alone: from the first screen to a saved form, and back', async () => {
  const { workbook, user } = await openPlan(ledger(), null);
  await heading('2021年台账');
  await tabTo(user, /^设置$/);
  await user.keyboard('{Enter}');
  await arrived('设置');
  await tabTo(user, /^临期提醒天数$/);
  await user.keyboard('{Control>}a{/Control}7{Enter}');
  await waitFor(() => { expect(settingIn(workbook, '临期提醒天数')).toBe(7); });
  await screen.findByText('已写入设置表：临期提醒天数。请保存工作簿。');
  await user.keyboard('{Escape}');
  await arrived('2021年台账');
});
