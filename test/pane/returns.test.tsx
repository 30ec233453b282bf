/** @jest-environment jsdom */
// The ways through the screens of copies and returns, by mouse and by keyboard, on a fake workbook: who has not returned, copies, files looked through line by line, merging, taking back.
import '@testing-library/jest-dom';
import './standIns';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SheetEdit } from '../../src/actions/followLedger';
import { ExcelFault } from '../../src/excel/excelFault';
import type { PaneDoors } from '../../src/pane/doors';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan, taskCell, typeInTask } from './fakeWorkbook';
import { openTestPane } from './openTestPane';
import type { Readings } from './returnedFiles';
import { copyRead, nearlyTask, readingOf, tableRead } from './returnedFiles';

type User = ReturnType<typeof userEvent.setup>;
const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const line = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const ledger = (): FakeWorkbook => fakeWorkbook(ledgerSheets(seedPlan()));
/** The 0-based place of a task in the plan. */
const at = (id: string): number => seedPlan().tasks.findIndex((task) => task.id === id);
const inLedger = (workbook: FakeWorkbook, id: string, title = '落实情况'): unknown => {
  const { row, column } = taskCell(workbook, at(id), title);
  return workbook.sheets.find(({ name }) => name === '任务台账')?.values[row]?.[column];
};

/** Opens the pane on the desk on 15 June 2021. */
async function open(workbook: FakeWorkbook, doors: Partial<PaneDoors> = {}) {
  const pane = openTestPane({ workbook, go: 'returns', doors: { today: () => '2021-06-15', now: () => '2021-06-15 10:20', ...doors } });
  await act(() => pane.opened);
  await screen.findByRole('heading', { level: 2, name: '谁还没交' });
  return { ...pane, user: userEvent.setup() };
}

/** Chooses files in the picker. */
async function choose(user: User, readings: Readings): Promise<void> {
  await user.click(button('收回填报表'));
  await screen.findByText('也可以把文件拖到这里');
  await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, Object.keys(readings).map((name) => new File(['x'], name)));
  await heading('核对2021年6月回收表');
}

/** Opens the desk with files that were looked at already. */
async function review(workbook: FakeWorkbook, readings: Readings, doors: Partial<PaneDoors> = {}) {
  const pane = await open(workbook, { startReading: readingOf(readings), ...doors });
  await choose(pane.user, readings);
  return pane;
}

/** A conflict on 2.2, a plain change on 2.1, an outside change on 2.3 and a guess on 5.1. */
function mixed(): { readonly workbook: FakeWorkbook; readonly readings: Readings } {
  const workbook = ledger();
  typeInTask(workbook, at('2.2'), '落实情况', '收费事项已全部公示（虚拟示例）');
  const changed = copyRead('港口科', { '2.1': { progress: '申报率92%（虚拟示例）' }, '2.2': { progress: '收费事项拟公示27项（虚拟示例）' } }, { change: (cells) => cells.map((row) => (row[1] === '2.3' ? row.map((cell, column) => (column === 9 ? '2021年11月' : cell)) : row)) });
  return { workbook, readings: { ...changed, ...tableRead('审批科.csv', [['工作任务', '落实情况'], [nearlyTask('5.1'), '已办（虚拟示例）'], ['与哪一项都不像的一件事', '说不清（虚拟示例）']]) } };
}

describe('who has not returned', () => {
  test('[R13] each section has its line; a reminder names only what it lacks, and is copied', async () => {
    const workbook = ledger();
    typeInTask(workbook, at('2.1'), '落实情况', '申报率92%（虚拟示例）');
    const copied: string[] = [];
    const { user } = await open(workbook, { copyText: (text) => { copied.push(text); return Promise.resolve(true); } });
    expect(screen.getByText('共7个科室：已分发0个，已交回0个，还缺内容的7个。')).toBeInTheDocument();
    const row = screen.getByRole('rowheader', { name: '港口科' }).closest('tr') ?? document.body;
    expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['未发', '未交', '1/4', '3']);
    await user.click(button('港口科'));
    await user.click(button('复制文字'));
    expect(await screen.findByText('已复制，可以粘贴到聊天或邮件里。')).toBeInTheDocument();
    const [text = ''] = copied;
    expect(text.split('\n')[0]).toBe('港口科：');
    expect([...text.matchAll(/任务(\d\.\d)“/g)].map(([, id]) => id)).toEqual(['2.2', '2.3', '6.1']);
    expect(text).toContain('请在2021年6月18日前（含当天）报送');
  });

  test('[R13] what is typed into the ledger is no longer missing', async () => {
    const workbook = ledger();
    let edit: (edits?: readonly SheetEdit[]) => void = () => undefined;
    await open(workbook, { watch: (onChanged) => { edit = onChanged; return Promise.resolve(() => Promise.resolve()); } });
    typeInTask(workbook, at('5.1'), '落实情况', '已上线（虚拟示例）');
    const { row, column } = taskCell(workbook, at('5.1'), '落实情况');
    act(() => { edit([{ sheet: '任务台账', address: `${String.fromCharCode(65 + column)}${String(row + 1)}`, onlyCells: true }]); });
    const ofSection = screen.getByRole('rowheader', { name: '审批科' }).closest('tr') ?? document.body;
    await waitFor(() => { expect(within(ofSection).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['未发', '未交', '1/3', '2']); });
  });

  test('[R13] where the clipboard is closed, the text stands selected and it is said', async () => {
    const { user } = await open(ledger(), { copyText: () => Promise.resolve(false) });
    await user.click(button('法规科'));
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '给法规科的催报文字' });
    await user.click(button('复制文字'));
    expect(await screen.findByText('这里不允许面板直接复制。文字已选中，请点右键，选“复制”。')).toBeInTheDocument();
    expect(area).toHaveFocus();
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
  });

  test('[R13] a task that is lacking leads to its cell; another report can be looked at', async () => {
    const { user, workbook } = await open(ledger());
    await user.click(button('审批科'));
    await user.click(screen.getByTitle('转到任务5.1的落实情况'));
    const { row, column } = taskCell(workbook, at('5.1'), '落实情况');
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${String.fromCharCode(65 + column)}${String(row + 1)}`]); });
    await user.selectOptions(screen.getByRole('combobox', { name: '报送期' }), '2021年4月');
    expect(await screen.findByText('2021年4月20日截止，已过截止日')).toBeInTheDocument();
  });
});

describe('copies', () => {
  test('[R1] all sections or some; what was made is remembered, and one archive goes out', async () => {
    const { user, workbook } = await open(ledger());
    await user.click(button('生成分发表'));
    await heading('生成分发表');
    await user.click(screen.getByRole('button', { name: '全不选' }));
    expect(button('生成0份分发表')).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('请至少选一个科室。')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: /^外贸科（7项任务）/ }));
    await user.click(button('生成1份分发表'));
    await heading('已生成1份分发表');
    expect(screen.getByText('“分发表-2021-06.zip”已交给浏览器保存，一般在“下载”文件夹里。')).toBeInTheDocument();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['收发底稿', '回收登记']));
    await user.click(button('返回分发与回收'));
    expect(await screen.findByText('共7个科室：已分发1个，已交回0个，还缺内容的7个。')).toBeInTheDocument();
  });

  test('[R1][X3] where the browser saves no files it is said; several files are saved one by one', async () => {
    const { user } = await open(ledger(), { saveFile: () => undefined });
    await user.click(button('生成分发表'));
    await user.click(await screen.findByRole('radio', { name: /一个科室一个文件/ }));
    await user.click(button('生成7份分发表'));
    await heading('已生成7份分发表');
    expect(screen.queryByText(/没有存下来/)).toBeNull();
    await user.click(button('存文件：回收表-法规科-2021-06.xlsx'));
    expect(await screen.findByText(/^这里不允许面板保存文件，“回收表-法规科-2021-06.xlsx”没有存下来。/)).toBeInTheDocument();
  });

  test('[X1] nothing is handed out when someone wrote into the workbook meanwhile', async () => {
    const saved: string[] = [];
    const { user, workbook } = await open(ledger(), { saveFile: ({ name }) => { saved.push(name); return undefined; } });
    await user.click(button('生成分发表'));
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '任务台账' };
    await user.click(await screen.findByRole('button', { name: '生成7份分发表' }));
    expect(await screen.findByText('制作的时候“任务台账”表有了改动，没有记入，也没有存文件。请再生成一次。')).toBeInTheDocument();
    expect(saved).toEqual([]);
  });
});

describe('files that come back', () => {
  test('[R8][R9] the account adds up; what cannot be read is named with what to do, and a file of nobody asks whose it is', async () => {
    const readings: Readings = {
      ...copyRead('港口科', { '2.1': { progress: '申报率92%（虚拟示例）' } }),
      ...tableRead('交来的表.csv', [['工作任务', '落实情况'], ['与哪一项都不像的一件事', '说不清（虚拟示例）']]),
      '照片.xlsx': { ok: false, refusal: { kind: 'notATable', values: { what: 'picture' } } },
    };
    const { user } = await review(ledger(), readings);
    expect(screen.getByText('收到2格 = 合并1 + 未变0 + 冲突0 + 待确认0 + 栏目外0 + 对不上0 + 未采用1')).toBeInTheDocument();
    expect(screen.getByText(/^“照片.xlsx”没有读入：这是一张图片/)).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: '“交来的表.csv”是哪个科室填的' }), '法规科');
    expect(await screen.findByText('收到3格 = 合并1 + 未变0 + 冲突0 + 待确认0 + 栏目外0 + 对不上2 + 未采用0')).toBeInTheDocument();
    await user.click(button('不要这份：照片.xlsx'));
    expect(screen.queryByText(/没有读入/)).toBeNull();
    await user.click(button('不要这份：交来的表.csv'));
    expect(await screen.findByText('收到1格 = 合并1 + 未变0 + 冲突0 + 待确认0 + 栏目外0 + 对不上0 + 未采用0')).toBeInTheDocument();
    await user.click(button('回收表（1份）'));
    expect(screen.getByText('港口科（按隐藏的标识判断）')).toBeInTheDocument();
    expect(screen.getByText('1格：合并1')).toBeInTheDocument();
  });

  test('[R9] reading shows its progress and can be ended; then nothing was taken', async () => {
    let end: (finished: boolean) => void = () => undefined;
    const finished = new Promise<boolean>((done) => { end = done; });
    const { user } = await open(ledger(), {
      startReading: (_, listener) => {
        listener.onBegin?.(1);
        return Promise.resolve({ finished, cancel: () => { end(false); } });
      },
    });
    await user.click(button('收回填报表'));
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, [new File(['x'], '甲.xlsx'), new File(['x'], '乙.xlsx')]);
    await heading('正在读取回收表');
    expect(screen.getByText('第2份，共2份：乙.xlsx')).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.5');
    await user.click(button('取消'));
    await heading('收回填报表');
  });

  test('[R9] files that are dropped are taken, wherever on the screen', async () => {
    const readings = copyRead('港口科', { '2.1': { progress: '申报率92%（虚拟示例）' } });
    const { user } = await open(ledger(), { startReading: readingOf(readings) });
    await user.click(button('收回填报表'));
    const place = await heading('收回填报表');
    expect(fireEvent.dragOver(place)).toBe(false);
    expect(screen.getByText('松开鼠标，读入这些文件')).toBeInTheDocument();
    expect(fireEvent.drop(place, { dataTransfer: { files: [new File(['x'], Object.keys(readings)[0] ?? '')] } })).toBe(false);
    await heading('核对2021年6月回收表');
  });

  test('[R9] a return of another report is refused by name, and let in when the person says so', async () => {
    const { user } = await review(ledger(), copyRead('港口科', { '2.1': { progress: '申报率92%（虚拟示例）' } }, { period: '2021-04' }));
    expect(screen.getByText(/是2021-04报送期的填报表，没有采用；现在合并的是2021-06/)).toBeInTheDocument();
    await user.click(button('把2021年4月的表也算进来'));
    expect(await screen.findByText(/^收到1格 = 合并1 /)).toBeInTheDocument();
  });
});

describe('line by line', () => {
  test('[R4][R6][R8] nothing is written before 合并; conflicts, guesses and outside changes are each decided in their own way', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    expect(screen.getByText('收到6格 = 合并1 + 未变0 + 冲突1 + 待确认1 + 栏目外1 + 对不上2 + 未采用0')).toBeInTheDocument();
    expect(button('合并，写入1格')).toBeInTheDocument();
    expect(screen.getByText('还有3处待处理，合并时不会写入。')).toBeInTheDocument();
    await user.click(button('待处理 3'));

    await user.click(line(/^冲突 2\.2 落实情况 港口科/));
    expect([...document.querySelectorAll('del')].map(({ textContent }) => textContent)).not.toEqual([]);
    await user.click(button('2 采用回收'));
    expect(await screen.findByText('2.2 落实情况：采用回收。还有2处待处理。')).toBeInTheDocument();
    expect(button('2 采用回收')).toHaveAttribute('aria-pressed', 'true');

    await user.click(line(/^栏目外 2\.3 完成时限 港口科/));
    await user.click(button('1 接受'));
    await user.click(button('接受这处改动'));
    expect(screen.getByText('请写明理由。')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: '接受的理由' }), '局务会已同意（虚拟示例）');
    await user.click(button('接受这处改动'));
    expect(await screen.findByText('理由：局务会已同意（虚拟示例）')).toBeInTheDocument();

    await user.click(line(/^待确认 5\.1/));
    expect(screen.getByText('任务文字相近，但不完全一样')).toBeInTheDocument();
    await user.click(button('1 采用'));
    // The row says the task in other words, which is a change outside of what the section fills in.
    await user.click(await screen.findByRole('button', { name: /^栏目外 5\.1 工作任务/ }));
    await user.click(button('2 不采用'));
    await waitFor(() => { expect(screen.getByText('没有待处理的内容。')).toBeInTheDocument(); });
    expect(workbook.changes).toEqual([]);

    await user.click(button('合并，写入4格'));
    await heading('合并完成');
    expect([inLedger(workbook, '2.1'), inLedger(workbook, '2.2'), inLedger(workbook, '5.1')].map((text) => String(text))).toEqual([
      expect.stringContaining('申报率92%'), expect.stringContaining('收费事项拟公示27项'), expect.stringContaining('已办（虚拟示例）'),
    ]);
    expect(workbook.changes).toHaveLength(1);
  });

  test('[R4] by keyboard: arrows move, numbers choose, 0 takes back, Esc leaves a field and then the screen; what is chosen is said', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    const first = line(/^合并 2\.1 落实情况/);
    act(() => { first.focus(); });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(line(/^冲突 2\.2 落实情况/)).toHaveFocus();
    expect(line(/^冲突 2\.2 落实情况/)).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('1');
    expect(await screen.findByText('2.2 落实情况：保留台账。还有2处待处理。')).toHaveAttribute('aria-live', 'polite');
    expect(line(/^冲突 2\.2 落实情况/)).toHaveFocus();
    await user.keyboard('0');
    expect(await screen.findByText('2.2 落实情况：已取消选择。还有3处待处理。')).toBeInTheDocument();
    await user.keyboard('4');
    const own = await screen.findByRole('textbox', { name: '写入的内容' });
    expect(own).toHaveFocus();
    expect(own).toHaveValue('收费事项拟公示27项（虚拟示例）');
    // In a field numbers are numbers.
    await user.keyboard('31');
    expect(own).toHaveValue('收费事项拟公示27项（虚拟示例）31');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: '写入的内容' })).toBeNull();
    await waitFor(() => { expect(line(/^冲突 2\.2 落实情况/)).toHaveFocus(); });
    await user.keyboard('{End}');
    await waitFor(() => { expect(line(/^对不上.*审批科/)).toHaveFocus(); });
    await user.keyboard('{Escape}');
    await heading('分发与回收');
    expect(screen.getByText('有2份回收表已读入，还没有合并。')).toBeInTheDocument();
    await user.click(button('继续核对'));
    await heading('核对2021年6月回收表');
  });

  test('[R4] what is decided stays in sight until another filter is chosen', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    await user.click(button('待处理 3'));
    await user.click(line(/^冲突 2\.2/));
    await user.keyboard('3');
    expect(await screen.findByRole('button', { name: '待处理 2' })).toBeInTheDocument();
    expect(line(/^冲突 2\.2 落实情况 港口科 两者都留/)).toBeInTheDocument();
    await user.click(button(/^全部 /));
    await user.click(button('待处理 2'));
    expect(screen.queryByRole('button', { name: /^冲突 2\.2/ })).toBeNull();
  });

  test('[R4][R8] two hundred lines: fifty are drawn, the arrows bring the others, one click decides on all of a kind', async () => {
    const plan = seedPlan();
    const [model] = plan.tasks;
    if (model === undefined) throw new Error('The plan has no task.');
    const tasks = Array.from({ length: 200 }, (_, index) => ({ ...model, id: `1.${String(index + 1)}`, text: `第${String(index + 1)}项任务`, sections: ['外贸科'], leaders: model.leaders.slice(0, 1), owners: model.owners.slice(0, 1) }));
    const workbook = fakeWorkbook(ledgerSheets({ ...plan, tasks }));
    for (let index = 0; index < 200; index += 1) typeInTask(workbook, index, '落实情况', `台账${String(index + 1)}（虚拟示例）`);
    const readings = tableRead('外贸科.xlsx', [['编号', '工作任务', '落实情况'], ...tasks.map(({ id, text }, index) => [id, text, `回收${String(index + 1)}（虚拟示例）`])]);
    const { user, conductor } = await review(workbook, readings);
    expect(document.querySelectorAll('[data-line]')).toHaveLength(50);
    act(() => { conductor.returns.review.setCurrent(conductor.returns.review.getState().items[49]?.key); });
    act(() => { line(/^冲突 1\.50 /).focus(); });
    await user.keyboard('{ArrowDown}2');
    expect(line(/^冲突 1\.51 落实情况 外贸科 采用回收/)).toHaveFocus();
    await user.click(button('199处冲突都保留台账'));
    expect(await screen.findByText('199处：保留台账。还有0处待处理。')).toHaveFocus();
    expect(await screen.findByText('没有待处理的内容。')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: '合并，写入1格' })).toBeInTheDocument();
    await user.click(button('取消200处选择'));
    expect(await screen.findByText('还有200处待处理，合并时不会写入。')).toBeInTheDocument();
  });

  test('[R4] a choice shows at once, before all is compared anew', async () => {
    const { workbook, readings } = mixed();
    const pauses: (() => void)[] = [];
    let holds = false;
    const { conductor, user } = await review(workbook, readings, { pause: () => (holds ? new Promise((go) => { pauses.push(go); }) : Promise.resolve()) });
    holds = true;
    await user.click(line(/^冲突 2\.2/));
    await user.click(button('2 采用回收'));
    expect(line(/^冲突 2\.2 落实情况 港口科 采用回收/)).toBeInTheDocument();
    expect(conductor.returns.review.getState().isStale).toBe(true);
    expect(button('合并，写入1格')).toBeInTheDocument();
    await user.click(button('1 保留台账'));
    await user.click(button('2 采用回收'));
    expect(pauses).toHaveLength(1);
    act(() => { pauses[0]?.(); });
    expect(await screen.findByRole('button', { name: '合并，写入2格' })).toBeInTheDocument();
  });

  test('[R4] 办结日期 offers no 两者都留, and takes own words only where they are a day', async () => {
    const workbook = ledger();
    const { row, column } = taskCell(workbook, at('5.1'), '办结日期');
    workbook.type('任务台账', row, column, 44_350);
    const { user } = await review(workbook, copyRead('审批科', { '5.1': { doneOn: '2021-06-10' } }));
    await user.click(line(/^冲突 5\.1 办结日期/));
    expect(within(screen.getByRole('group', { name: '任务5.1的办结日期怎么处理' })).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['1 保留台账', '2 采用回收', '4 自己写']);
    await user.keyboard('3');
    expect(line(/^冲突 5\.1 办结日期 审批科 待处理/)).toBeInTheDocument();
    await user.keyboard('4');
    const field = await screen.findByRole('textbox', { name: '写入的内容' });
    await user.clear(field);
    await user.type(field, '六月中旬');
    await user.click(button('用这段文字'));
    expect(screen.getByText('办结日期要写成日期，例如 2021-6-15；没有办结就留空。')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '2021-6-11');
    await user.click(button('用这段文字'));
    expect(await screen.findByRole('button', { name: /^冲突 5\.1 办结日期 审批科 自拟/ })).toHaveFocus();
  });

  test('[C4] a line leads to the cell in the ledger', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    await user.click(line(/^冲突 2\.2/));
    await user.click(button('转到台账'));
    const { row, column } = taskCell(workbook, at('2.2'), '落实情况');
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${String.fromCharCode(65 + column)}${String(row + 1)}`]); });
  });
});

describe('merging and taking back', () => {
  const oneChange = (): Readings => copyRead('港口科', { '2.1': { progress: '申报率92%（虚拟示例）' }, '2.3': { progress: '约谈企业3家（虚拟示例）' } });

  test('[R10][R11] a merge is listed, and taken back with the cells that were changed since chosen one by one', async () => {
    const workbook = ledger();
    const { user } = await review(workbook, oneChange());
    await user.click(button('合并，写入2格'));
    await heading('合并完成');
    expect(screen.getByText('合并了1份回收表，台账改动2格。请保存工作簿。')).toBeInTheDocument();
    typeInTask(workbook, at('2.3'), '落实情况', '又改过（虚拟示例）');
    await user.click(button('返回分发与回收'));
    await user.click(await screen.findByRole('button', { name: '撤回2021-06-15 10:20的合并' }));
    expect(await screen.findByText('将恢复1格，改回合并以前的内容。')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: '一起恢复任务2.3的落实情况' }));
    await user.click(button('撤回，恢复2格'));
    expect(await screen.findByText('2格已恢复。请保存工作簿。')).toBeInTheDocument();
    expect([inLedger(workbook, '2.1'), inLedger(workbook, '2.3')]).toEqual(['', '']);
    await user.click(button('返回分发与回收'));
    expect(await screen.findByText('已撤回')).toBeInTheDocument();
  });

  test('[X1] the workbook changed meanwhile: nothing is merged, and it is compared anew with the choices kept', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    await user.click(line(/^冲突 2\.2/));
    await user.click(button('2 采用回收'));
    await screen.findByRole('button', { name: '合并，写入2格' });
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '任务台账' };
    await user.click(button('合并，写入2格'));
    expect(await screen.findByText(/^“任务台账”表刚才有了改动，没有合并。/)).toBeInTheDocument();
    expect(button('合并，写入2格')).toBeInTheDocument();
    expect(workbook.changes).toEqual([]);
  });

  test.each([[true, '已恢复原样'], [false, '没能完全恢复']] as const)('[X1][X3] Excel fails in the middle, put back: %s; the way back leads to the lines as they were', async (restored, said) => {
    const workbook = ledger();
    const { user } = await review(workbook, oneChange());
    workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', restored) };
    await user.click(button('合并，写入2格'));
    await heading('没能合并');
    expect(screen.getByText(new RegExp(said))).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await heading('核对2021年6月回收表');
    expect(button('合并，写入2格')).toBeInTheDocument();
  });

  test('[R8] what was not decided is left, and can be gone on with at once', async () => {
    const { workbook, readings } = mixed();
    const { user } = await review(workbook, readings);
    await user.click(button('合并，写入1格'));
    await heading('合并完成');
    expect(screen.getByText('还有3处没有选定，没有写入。可以现在继续，也可以以后再收一次。')).toBeInTheDocument();
    await user.click(button('继续处理剩下的'));
    await heading('核对2021年6月回收表');
    expect(screen.getByText('收到6格 = 合并0 + 未变1 + 冲突1 + 待确认1 + 栏目外1 + 对不上2 + 未采用0')).toBeInTheDocument();
    expect(screen.getByText('没有要写入的内容')).toBeInTheDocument();
  });
});
