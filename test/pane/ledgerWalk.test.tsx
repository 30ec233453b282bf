/** @jest-environment jsdom */
// The ways through the screens of a ledger, by mouse and by keyboard, on a fake workbook: status, checks, one task, 基准日.
import '@testing-library/jest-dom';
import './standIns';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SheetEdit } from '../../src/actions/followLedger';
import { ExcelFault } from '../../src/excel/excelFault';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, faultyLedger, ledgerSheets, seedPlan, taskCell, typeInTask } from './fakeWorkbook';
import { openTestPane } from './openTestPane';

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const ledger = (): FakeWorkbook => fakeWorkbook(ledgerSheets(seedPlan()));
const address = ({ row, column }: { readonly row: number; readonly column: number }): string => `${String.fromCharCode(65 + column)}${String(row + 1)}`;

interface Heard { edit: (...edits: SheetEdit[]) => void; select: (at: string) => void }

/** Opens the pane on a day, and gives the ways by which Excel tells of edits and selections. */
async function open(go: string | undefined, workbook: FakeWorkbook, today = '2021-07-01') {
  const heard: Heard = { edit: () => undefined, select: () => undefined };
  const pane = openTestPane({
    workbook, ...(go === undefined ? {} : { go }),
    doors: {
      today: () => today,
      watch: (onChanged, onSelected) => {
        heard.edit = (...edits) => { onChanged(edits); };
        heard.select = (at) => { onSelected({ sheet: '任务台账', address: at }); };
        return Promise.resolve(() => Promise.resolve());
      },
    },
  });
  await act(() => pane.opened);
  return { ...pane, heard, user: userEvent.setup() };
}

describe('where tasks stand', () => {
  test.each([
    ['2021-04-20', ['正常推进13']], ['2021-06-18', ['临期1', '正常推进12']], ['2021-07-01', ['逾期1', '正常推进12']],
    ['2021-10-20', ['逾期6', '正常推进7']], ['2021-12-10', ['逾期6', '临期7']], ['2022-01-01', ['逾期13']],
  ])('[S5] with nothing filled in on %s', async (day, counts) => {
    await open('status', ledger(), day);
    const region = await screen.findByRole('region', { name: '进度状态' });
    expect(within(region).getAllByRole('button').map((each) => each.textContent)).toEqual(counts);
  });

  test('[C4] the first screen shows the lights at once and leads on; a line leads to its cell', async () => {
    const { workbook, user } = await open(undefined, ledger());
    expect(await screen.findByRole('img', { name: '共13项：红灯13项，黄灯0项，绿灯0项。' })).toBeInTheDocument();
    await user.click(button('查看状态'));
    await heading('台账状态');
    const [first] = screen.getAllByRole('button', { name: /^红灯 2\.2 逾期1天，未填报/ });
    expect(first).toHaveTextContent('完成时限是2021年6月30日，已超过1天；落实情况还没有填。');
    await user.click(first ?? document.body);
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${address(taskCell(workbook, 2, '完成时限'))}`]); });
  });

  test('[C4] lists by section, one word or one group; the sheet is narrowed to what is shown, and widened again', async () => {
    const { workbook, user } = await open('status', ledger());
    await user.click(await screen.findByRole('button', { name: '科室' }));
    await user.click(button('只看这一组：港口科'));
    await user.click(button('表中只看这些'));
    const ids = seedPlan().tasks.filter((task) => task.sections.includes('港口科')).map(({ id }) => id).sort();
    await waitFor(() => { expect([...(workbook.filters[0] ?? [])].sort()).toEqual(ids); });
    expect(screen.getByText(`表中现在只显示${String(ids.length)}项。`)).toBeInTheDocument();
    await user.click(button('取消筛选'));
    await user.click(button(/^逾期 1$/));
    await user.click(button('表中只看这些'));
    await waitFor(() => { expect(workbook.filters[1]).toEqual(['2.2']); });
    await user.click(button('显示全部'));
    await waitFor(() => { expect(workbook.filters[2]).toBeUndefined(); });
    expect(screen.getByText('表中已显示全部任务。')).toBeInTheDocument();
  });

  test('[X2] an edit is followed by reading its row alone, and takes no selection', async () => {
    const { workbook, heard } = await open('status', ledger());
    await heading('台账状态');
    const { reads } = workbook;
    typeInTask(workbook, 5, '落实情况', '已召开专题会，印发方案');
    act(() => { heard.edit({ sheet: '任务台账', address: address(taskCell(workbook, 5, '落实情况')), onlyCells: true }); });
    expect(await screen.findByRole('button', { name: /^已填报 1$/ })).toBeInTheDocument();
    expect(workbook.reads).toBe(reads);
    expect(workbook.rowsRead).toEqual([[taskCell(workbook, 5, '编号').row, 1]]);
    expect(workbook.shown).toEqual([]);
  });

  test('[X3] an edit that cannot be read is said, and reading again mends it', async () => {
    const { workbook, heard, user } = await open('status', ledger());
    workbook.fail = { readRows: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    typeInTask(workbook, 5, '落实情况', '已召开专题会');
    act(() => { heard.edit({ sheet: '任务台账', address: address(taskCell(workbook, 5, '落实情况')), onlyCells: true }); });
    expect(await screen.findByText(/没能跟上表里最近的改动/)).toBeInTheDocument();
    await user.click(button('重新读取'));
    expect(await screen.findByRole('button', { name: /^已填报 1$/ })).toBeInTheDocument();
    expect(screen.queryByText(/没能跟上表里最近的改动/)).toBeNull();
  });

  test('[X2] a row that was put in is seen by looking at everything anew', async () => {
    const { workbook, heard } = await open('status', ledger());
    const { reads } = workbook;
    act(() => { heard.edit({ sheet: '任务台账', address: '9:9', onlyCells: false }); });
    await waitFor(() => { expect(workbook.reads).toBe(reads + 1); });
    expect(workbook.rowsRead).toEqual([]);
  });

  test('[X3] without a ledger it says so and leads home', async () => {
    const { user } = await open('status', fakeWorkbook());
    await heading('还看不了台账状态');
    await user.click(button('返回首页'));
    await heading('本工作簿还没有任务台账');
  });

  test('[C4] what was looked at is still looked at after another screen', async () => {
    const { user } = await open('status', ledger());
    await user.click(await screen.findByRole('button', { name: /^红灯 ?13$/ }));
    await user.click(button('检查'));
    await heading('检查台账');
    await user.click(button('状态'));
    expect(await screen.findByRole('button', { name: /^红灯 ?13$/ })).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('基准日', () => {
  test('[L9] another day is written to 设置 and all counts follow; today comes back', async () => {
    const { workbook, user } = await open('status', ledger());
    await user.click(await screen.findByRole('button', { name: '基准日 2021-07-01（今天），更改' }));
    const day = await screen.findByLabelText('基准日', { selector: 'input' });
    await user.clear(day);
    await user.click(button('按这一天'));
    expect(screen.getByRole('alert')).toHaveTextContent('请选一个日期。');
    await user.type(day, '2021-12-10');
    await user.click(button('按这一天'));
    expect(await screen.findByRole('button', { name: '基准日 2021-12-10，更改' })).toHaveAttribute('aria-expanded', 'false');
    expect(workbook.changes).toHaveLength(1);
    expect(workbook.changes[0]?.edits.map(({ sheet }) => sheet)).toEqual(['设置']);
    expect(screen.getByRole('button', { name: /^临期 7$/ })).toBeInTheDocument();
    await user.click(button('基准日 2021-12-10，更改'));
    await user.click(await screen.findByRole('button', { name: '回到今天' }));
    expect(await screen.findByRole('button', { name: '基准日 2021-07-01（今天），更改' })).toBeInTheDocument();
  });

  test('[X3] Esc closes the form and stays on the screen', async () => {
    const { user } = await open('status', ledger());
    await user.click(await screen.findByRole('button', { name: /^基准日/ }));
    await screen.findByLabelText('基准日', { selector: 'input' });
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText('基准日', { selector: 'input' })).toBeNull();
    await heading('台账状态');
  });
});

describe('checks', () => {
  const found = async (): Promise<void> => { await screen.findByText('检查了13项任务，结论已写入“核对结果”一栏。'); };

  test('[O2] run by a click, and only then; 核对结果 is written', async () => {
    const { workbook, user } = await open(undefined, faultyLedger());
    await user.click(await screen.findByRole('button', { name: '检查' }));
    await heading('检查台账');
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('检查并写入核对结果'));
    await found();
    expect(workbook.changes).toHaveLength(1);
    expect(workbook.changes[0]?.edits.map(({ column }) => column)).toEqual([taskCell(workbook, 0, '核对结果').column]);
  });

  test('[O2] the ribbon runs it at once; filters by level and by what it is about; a click leads to the cell', async () => {
    const { workbook, user } = await open('check', faultyLedger());
    await found();
    await user.click(button(/^须改正 1条$/));
    expect(screen.getByRole('heading', { level: 2, name: '问题清单（1条）' })).toBeInTheDocument();
    await user.click(button(/任务2\.1的责任人中的“胡一”不在名册里/));
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${address(taskCell(workbook, 1, '责任人'))}`]); });
    await user.click(button('取消筛选'));
    await user.selectOptions(screen.getByLabelText('事项'), '完成时限');
    expect(screen.getByRole('heading', { level: 2, name: '问题清单（1条）' })).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('科室'), '外贸科');
    expect(screen.getByText('没有符合条件的问题。')).toBeInTheDocument();
  });

  test('[D3] what is certain is fixed after a preview, all at once, and taken back', async () => {
    const { workbook, user } = await open('check', faultyLedger());
    await found();
    await user.click(button(/^全部改正/));
    await heading('改正：预览');
    expect(screen.getByText('邓  善、黄万红', { normalizer: (text) => text })).toBeInTheDocument();
    expect(screen.getByText('邓善、黄万红')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(1);
    await user.click(button('写入'));
    await screen.findByText('已改动2个单元格。');
    expect(workbook.changes).toHaveLength(2);
    expect(screen.queryByText(/没有用顿号|中间有空格/)).toBeNull();
    await user.click(button('撤回这次修改'));
    await screen.findByText('已撤回，2个单元格恢复原样。');
    const { row, column } = taskCell(workbook, 0, '责任人');
    expect(workbook.sheets[0]?.values[row]?.[column]).toBe('邓  善、黄万红');
  });

  test('[D3] Esc closes the preview and nothing was written', async () => {
    const { workbook, user } = await open('check', faultyLedger());
    await found();
    await user.click(screen.getAllByRole('button', { name: '改正' })[0] ?? document.body);
    await heading('改正：预览');
    await user.keyboard('{Escape}');
    await heading('检查台账');
    expect(workbook.changes).toHaveLength(1);
  });

  test('[O2] a name that the roster suggests is written by its own click, and by no other way', async () => {
    const { workbook, user } = await open('check', faultyLedger());
    await found();
    const { row, column } = taskCell(workbook, 1, '责任人');
    expect(workbook.sheets[0]?.values[row]?.[column]).toBe('胡一');
    await user.click(button('改为“胡毅”'));
    await screen.findByText('已改动1个单元格。');
    expect(workbook.sheets[0]?.values[row]?.[column]).toBe('胡毅');
    expect(screen.queryByText(/“胡一”/)).toBeNull();
  });

  test('[F4] a note is hidden for good with a reason, listed with it, and brought back', async () => {
    const { user } = await open('check', faultyLedger());
    await found();
    const notes = screen.getAllByText(/没有具体内容/);
    expect(notes).toHaveLength(1);
    const line = notes[0]?.closest('.checked');
    await user.click(within(line as HTMLElement).getByRole('button', { name: '不再提示' }));
    await user.click(within(line as HTMLElement).getByRole('button', { name: '不再提示' }));
    expect(screen.getByText('请写明理由。')).toBeInTheDocument();
    await user.type(screen.getByLabelText('理由'), '下期再补');
    await user.click(within(line as HTMLElement).getByRole('button', { name: '不再提示' }));
    await screen.findByText('已设为不再提示。');
    expect(screen.queryByText(/没有具体内容/)).toBeNull();
    await user.click(button(/^不再提示的/));
    expect(screen.getByText('理由：下期再补')).toBeInTheDocument();
    await user.click(button('恢复提示'));
    await screen.findByText('已恢复提示。');
    expect(screen.getAllByText(/没有具体内容/)).toHaveLength(1);
  });

  test('[X1] what cannot be written is said, and the way back is the checks', async () => {
    const workbook = faultyLedger();
    workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', true) };
    const { user } = await open('check', workbook);
    await heading('没能完成检查');
    expect(screen.getByText('已恢复原样，没有留下写了一半的内容。')).toBeInTheDocument();
    await user.click(button('返回'));
    await heading('检查台账');
  });
});

describe('the task of the selected row', () => {
  const at = (workbook: FakeWorkbook, task: number): string => address(taskCell(workbook, task, '工作任务'));

  test('[C4] it is shown in full with its reasons, and follows the selection', async () => {
    const { workbook, heard } = await open('task', ledger());
    expect(screen.getByText(/请在“任务台账”表中选中一项任务/)).toBeInTheDocument();
    act(() => { heard.select(at(workbook, 2)); });
    await heading('任务2.2');
    expect(screen.getByText(seedPlan().tasks[2]?.text ?? '')).toBeInTheDocument();
    expect(screen.getByText('完成时限是2021年6月30日，已超过1天。')).toBeInTheDocument();
    expect(screen.getByText('逾期的任务是红灯。')).toBeInTheDocument();
    act(() => { heard.select(at(workbook, 0)); });
    await heading('任务1.1');
  });

  test('[L7] what was typed stays when the selection moves; it is saved to its own row, and undone', async () => {
    const { workbook, heard, user } = await open('task', ledger());
    act(() => { heard.select(at(workbook, 2)); });
    await user.type(await screen.findByLabelText('落实情况'), '已清理收费项目');
    act(() => { heard.select(at(workbook, 3)); });
    await heading('任务2.3');
    expect(screen.getByLabelText('落实情况')).toHaveValue('');
    expect(screen.getByText('还有1项任务的修改没有保存：')).toBeInTheDocument();
    act(() => { heard.select(at(workbook, 2)); });
    expect(await screen.findByDisplayValue('已清理收费项目')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('保存'));
    await screen.findByText('已写入表中。');
    const { row, column } = taskCell(workbook, 2, '落实情况');
    expect(workbook.sheets[0]?.values[row]?.[column]).toBe('已清理收费项目');
    expect(screen.getByText('落实情况已填。')).toBeInTheDocument();
    await user.click(button('撤销'));
    await screen.findByText('已撤销，恢复为保存前的内容。');
    expect(workbook.sheets[0]?.values[row]?.[column]).toBe('');
  });

  test('[L7] what someone wrote into the cell meanwhile is shown, and can be taken', async () => {
    const { workbook, heard, user } = await open('task', ledger());
    act(() => { heard.select(at(workbook, 2)); });
    await user.type(await screen.findByLabelText('落实情况'), '面板里写的');
    typeInTask(workbook, 2, '落实情况', '表里写的');
    act(() => { heard.edit({ sheet: '任务台账', address: address(taskCell(workbook, 2, '落实情况')), onlyCells: true }); });
    expect(await screen.findByText(/表中的落实情况改成了“表里写的”/)).toBeInTheDocument();
    expect(screen.getByLabelText('落实情况')).toHaveValue('面板里写的');
    await user.click(button('用表中的'));
    expect(screen.getByLabelText('落实情况')).toHaveValue('表里写的');
  });

  test('[S9] a 办结日期 is written as a day, and the status follows', async () => {
    const { workbook, heard, user } = await open('task', ledger());
    act(() => { heard.select(at(workbook, 2)); });
    await user.type(await screen.findByLabelText('办结日期'), '2021-06-28');
    await user.click(button('保存'));
    expect(await screen.findByText('2021年6月28日办结，没有超过完成时限2021年6月30日。')).toBeInTheDocument();
    const { row, column } = taskCell(workbook, 2, '办结日期');
    expect(typeof workbook.sheets[0]?.values[row]?.[column]).toBe('number');
  });

  test('[X1] a saving that fails loses nothing of what was typed', async () => {
    const { workbook, heard, user } = await open('task', ledger());
    act(() => { heard.select(at(workbook, 2)); });
    await user.type(await screen.findByLabelText('落实情况'), '已清理收费项目');
    workbook.fail = { change: new ExcelFault('busy', 'writing', 'Timeout', 'Timed out.', true) };
    await user.click(button('保存'));
    await heading('没能保存填报内容');
    await user.click(button('返回'));
    expect(await screen.findByDisplayValue('已清理收费项目')).toBeInTheDocument();
    await user.click(button('放弃修改'));
    expect(screen.getByLabelText('落实情况')).toHaveValue('');
  });
});

describe('by keyboard alone', () => {
  /** Presses Tab until the element with this name has the focus. */
  async function tabTo(user: ReturnType<typeof userEvent.setup>, name: RegExp): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await user.tab();
      const label = document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
      if (name.test(label)) return;
    }
    throw new Error(`Tab does not lead to ${String(name)}.`);
  }

  test('[X3] from the first screen to the status, a filter, a line, the checks, and back', async () => {
    const { workbook, user } = await open(undefined, faultyLedger());
    await heading('2021年台账');
    await tabTo(user, /^查看状态$/);
    await user.keyboard('{Enter}');
    expect(await heading('台账状态')).toHaveFocus();
    await tabTo(user, /^时限待核1$/);
    await user.keyboard(' ');
    await tabTo(user, /^红灯2\.2时限待核/);
    await user.keyboard('{Enter}');
    await waitFor(() => { expect(workbook.shown).toHaveLength(1); });
    await user.keyboard('{Escape}');
    await heading('2021年台账');
    await tabTo(user, /^检查$/);
    await user.keyboard('{Enter}');
    await heading('检查台账');
    await tabTo(user, /^检查并写入核对结果$/);
    await user.keyboard('{Enter}');
    await screen.findByText(/结论已写入/);
    await tabTo(user, /^改为“胡毅”$/);
    await user.keyboard('{Enter}');
    await screen.findByText('已改动1个单元格。');
    expect(await heading('检查台账')).toHaveFocus();
  });

  test('[X3] Esc in a field belongs to the typing', async () => {
    const { workbook, heard, user } = await open('task', ledger());
    act(() => { heard.select(address(taskCell(workbook, 2, '编号'))); });
    await user.type(await screen.findByLabelText('落实情况'), '甲{Escape}乙');
    await heading('任务2.2');
    expect(screen.getByLabelText('落实情况')).toHaveValue('甲乙');
  });
});
