/** @jest-environment jsdom */
// The ways through the screens of reports, by mouse and by keyboard, on a fake workbook: which is next, who has filled in what, a summary made, made again, and saved as files.
import '@testing-library/jest-dom';
import './standIns';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SheetEdit } from '../../src/actions/followLedger';
import type { MadeFile } from '../../src/actions/reportFile';
import { ExcelFault } from '../../src/excel/excelFault';
import type { PaneDoors } from '../../src/pane/doors';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, faultyLedger, ledgerSheets, seedPlan, strangeSheet, taskCell, typeInTask } from './fakeWorkbook';
import { openTestPane } from './openTestPane';

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const ledger = (): FakeWorkbook => fakeWorkbook(ledgerSheets(seedPlan()));
const sheetsOf = (workbook: FakeWorkbook): readonly string[] => workbook.sheets.map(({ name }) => name);
const address = ({ row, column }: { readonly row: number; readonly column: number }): string => `${String.fromCharCode(65 + column)}${String(row + 1)}`;

/** Opens the pane on a day; `edit` tells it of an edit, as Excel does. */
async function open(workbook: FakeWorkbook, today = '2021-06-15', doors: Partial<PaneDoors> = {}, go: string | null = 'reports') {
  const heard: { edit: (...edits: SheetEdit[]) => void; select: (at: string) => void } = { edit: () => undefined, select: () => undefined };
  const pane = openTestPane({
    workbook, ...(go === null ? {} : { go }),
    doors: {
      today: () => today,
      now: () => `${today} 10:20`,
      watch: (onChanged, onSelected) => {
        heard.edit = (...edits) => { onChanged(edits); };
        heard.select = (at) => { onSelected({ sheet: '任务台账', address: at }); };
        return Promise.resolve(() => Promise.resolve());
      },
      ...doors,
    },
  });
  await act(() => pane.opened);
  return { ...pane, heard, user: userEvent.setup() };
}
type User = ReturnType<typeof userEvent.setup>;

/** Makes the summary of a period, saying yes to whatever is asked. */
async function make(user: User, period: string): Promise<void> {
  const [way] = await screen.findAllByRole('button', { name: new RegExp(`^(生成|重新生成)${period}汇总$`) });
  await user.click(way ?? document.body);
  await heading(`${period}汇总：预览`);
  await user.click(screen.getByRole('button', { name: /^(生成汇总|保留旧表，再生成一张)$/ }));
  await heading(`${period}汇总已生成`);
}

/** The numbers that stand beside a section: 任务, 已填, 未更新, 未填. */
const numbersOf = (section: string): readonly (string | null)[] =>
  within(screen.getByRole('rowheader', { name: section }).closest('tr') ?? document.body).getAllByRole('cell').map(({ textContent }) => textContent);

describe('the report that is next', () => {
  test.each([
    ['2021-04-10', '2021年4月', '报送截止日是2021年4月20日，还有10天', '截止日遇周末提前到星期五。'],
    ['2021-06-15', '2021年6月', '报送截止日是2021年6月18日，还有3天', '原定2021年6月20日，遇周末提前到星期五。'],
    ['2021-06-18', '2021年6月', '报送截止日是2021年6月18日，就是今天', '原定2021年6月20日，遇周末提前到星期五。'],
    ['2021-06-19', '2021年8月', '报送截止日是2021年8月20日，还有62天', '截止日遇周末提前到星期五。'],
    ['2021-12-23', '2021年12月', '报送截止日是2021年12月20日，已过3天', '截止日遇周末提前到星期五。'],
  ])('[P1][P2][P3] on %s it is that of %s, with its day and the rule of weekends', async (today, period, due, rule) => {
    const { container } = await open(ledger(), today);
    await heading('双月报送');
    expect(await screen.findByText(due)).toBeInTheDocument();
    expect(container.querySelector('.next-report')).toHaveTextContent(period);
    expect(screen.getByText(rule)).toBeInTheDocument();
    expect(screen.getByText('这一期的汇总还没有生成。')).toBeInTheDocument();
  });

  test('[P1] the year stands below, each report with its day and what became of it', async () => {
    await open(ledger(), '2021-06-19');
    const year = await screen.findByRole('region', { name: '全年报送安排' });
    expect(within(year).getAllByRole('listitem').map((entry) => entry.querySelector('.entry-line')?.textContent)).toEqual([
      '2021年4月未生成2021年4月20日截止', '2021年6月未生成2021年6月18日截止', '2021年8月本期2021年8月20日截止', '2021年10月未到期2021年10月20日截止', '2021年12月未到期2021年12月20日截止',
    ]);
    expect(screen.getByText('2021年4月、2021年6月过了截止日，还没有生成汇总。可以在下面的报送安排里补做。')).toBeInTheDocument();
  });

  test('[P3] the first screen names it and leads there', async () => {
    const { user } = await open(ledger(), '2021-06-15', {}, null);
    expect(await screen.findByText(/2021年6月，2021年6月18日截止/)).toBeInTheDocument();
    await user.click(button('查看报送情况'));
    expect(await heading('双月报送')).toHaveFocus();
  });

  test('[P3] another 基准日 has another report next', async () => {
    const { user } = await open(ledger());
    await screen.findByText(/2021年6月18日，还有3天/);
    await user.click(button(/^基准日/));
    const day = await screen.findByLabelText('基准日', { selector: 'input' });
    await user.clear(day);
    await user.type(day, '2021-10-10');
    await user.click(button('按这一天'));
    expect(await screen.findByText('报送截止日是2021年10月20日，还有10天')).toBeInTheDocument();
  });

  test('[P1] a year without a report says where to look', async () => {
    const plan = seedPlan();
    await open(fakeWorkbook(ledgerSheets({ ...plan, settings: { ...plan.settings, calendar: { ...plan.settings.calendar, firstCutOff: '2022-04-20' } } })));
    expect(await screen.findByText(/今年没有报送。请核对设置表。/)).toBeInTheDocument();
  });
});

describe('who has filled in what', () => {
  test('[B3] every section has its numbers, those who lack most first, and the sum counts each task once', async () => {
    await open(ledger());
    expect(await screen.findByText('共13项：已填0项，未更新0项，未填13项。')).toBeInTheDocument();
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['外贸科', '港口科', '市场科', '审批科', '外资科', '法规科', '东盟科']);
    expect(numbersOf('外贸科')).toEqual(['7', '0', '0', '7']);
    expect(numbersOf('港口科')).toEqual(['4', '0', '0', '4']);
    expect(numbersOf('东盟科')).toEqual(['1', '0', '0', '1']);
  });

  test('[C1] what is done needs nothing new', async () => {
    const workbook = ledger();
    typeInTask(workbook, 2, '办结日期', 44_360);
    await open(workbook);
    await screen.findByText('共13项：已填1项，未更新0项，未填12项。');
    expect(numbersOf('港口科')).toEqual(['4', '1', '0', '3']);
  });

  test('[P3] a section lists the tasks that it lacks, and one of them leads to its cell', async () => {
    const { workbook, user } = await open(ledger());
    await user.click(await screen.findByRole('button', { name: '港口科' }));
    const lacking = screen.getByRole('group', { name: '港口科还缺的任务' });
    expect(within(lacking).getAllByRole('button').map((each) => each.querySelector('.line-id')?.textContent)).toEqual(['2.2', '2.1', '2.3', '6.1']);
    await user.click(within(lacking).getByRole('button', { name: /2\.1 未填报/ }));
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${address(taskCell(workbook, 1, '落实情况'))}`]); });
    await user.click(button('港口科'));
    expect(screen.queryByRole('group', { name: '港口科还缺的任务' })).toBeNull();
  });

  test('[X2] it follows what people type, row by row', async () => {
    const { workbook, heard, user } = await open(ledger());
    await user.click(await screen.findByRole('button', { name: '法规科' }));
    const { reads } = workbook;
    typeInTask(workbook, 8, '落实情况', '已印发实施方案（虚拟示例）');
    act(() => { heard.edit({ sheet: '任务台账', address: address(taskCell(workbook, 8, '落实情况')), onlyCells: true }); });
    await screen.findByText('共13项：已填1项，未更新0项，未填12项。');
    expect(numbersOf('法规科')).toEqual(['1', '1', '0', '0']);
    expect(screen.queryByRole('group', { name: '法规科还缺的任务' })).toBeNull();
    expect(workbook.reads).toBe(reads);
  });
});

describe('making a summary', () => {
  test('[B5][X1] the preview says what will stand there and writes nothing; the click writes sheet and history', async () => {
    const { workbook, user } = await open(ledger());
    const [entry] = within(await screen.findByRole('region', { name: '全年报送安排' })).getAllByRole('button', { name: '生成2021年6月汇总' });
    await user.click(entry ?? document.body);
    expect(await heading('2021年6月汇总：预览')).toHaveFocus();
    expect(screen.getByText('共13项任务：已办结0项，逾期0项，临期1项；已填报0项，未更新0项，未填报13项。')).toBeInTheDocument();
    expect(screen.getByText('这是第一次报送，没有上期可比。')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '共13项：红灯13项，黄灯0项，绿灯0项。' })).toBeInTheDocument();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('生成汇总'));
    expect(await heading('2021年6月汇总已生成')).toHaveFocus();
    expect(workbook.changes).toHaveLength(1);
    expect(sheetsOf(workbook)).toEqual(['任务台账', '名册', '设置', '双月汇总2021-06', '报送历史']);
    expect(workbook.names.find(({ name }) => name.includes('报送'))?.formula).toBe('="2021-06"');
    await user.click(button('打开汇总表'));
    await waitFor(() => { expect(workbook.shown).toEqual(['双月汇总2021-06!A1']); });
    await user.click(button('返回报送'));
    expect(await screen.findByText('已生成第1版，时间是2021-06-15 10:20。')).toBeInTheDocument();
  });

  test('[P3] while it is written nothing can be pressed, and the progress is said', async () => {
    let release: () => void = () => undefined;
    const workbook = ledger();
    workbook.gate = new Promise((done) => { release = done; });
    const { user } = await open(workbook);
    await user.click((await screen.findAllByRole('button', { name: '生成2021年6月汇总' }))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: '生成汇总' }));
    expect(await heading('正在生成2021年6月汇总')).toHaveFocus();
    expect(screen.getByText('已完成 2/4 步')).toBeInTheDocument();
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
    await user.keyboard('{Escape}');
    await heading('正在生成2021年6月汇总');
    await act(async () => { release(); await Promise.resolve(); });
    await heading('2021年6月汇总已生成');
  });

  test('[B4] made again it asks first, the old sheet gets another name, and a no leaves everything', async () => {
    const { workbook, user } = await open(ledger());
    await make(user, '2021年6月');
    await user.click(button('返回报送'));
    await user.click((await screen.findAllByRole('button', { name: '重新生成2021年6月汇总' }))[0] ?? document.body);
    await heading('2021年6月汇总：预览');
    expect(screen.getByText(/要再生成一张吗？旧表改名为“双月汇总2021-06\(旧1\)”，内容不变/)).toBeInTheDocument();
    await user.click(button('不生成'));
    await heading('双月报送');
    expect(workbook.changes).toHaveLength(1);
    await make(user, '2021年6月');
    expect(screen.getByText('原来的一张改名为“双月汇总2021-06(旧1)”，内容不变。')).toBeInTheDocument();
    expect(sheetsOf(workbook)).toEqual(['任务台账', '名册', '设置', '双月汇总2021-06(旧1)', '报送历史', '双月汇总2021-06']);
    await user.click(button('返回报送'));
    expect(await screen.findByText('已生成第2版，时间是2021-06-15 10:20。')).toBeInTheDocument();
  });

  test('[P3][B5] a past one is offered as it was reported; the ledger as it is now is another edition', async () => {
    const workbook = ledger();
    const { user, container } = await open(workbook, '2021-04-19');
    await make(user, '2021年4月');
    container.remove();
    typeInTask(workbook, 0, '落实情况', '四月之后才写的（虚拟示例）');
    const later = await open(workbook, '2021-06-15');
    await later.user.click(await screen.findByRole('button', { name: '重新生成2021年4月汇总' }));
    await heading('2021年4月汇总：预览');
    expect(screen.getByRole('radio', { name: /^照当时报送的内容/ })).toBeChecked();
    expect(screen.getByText('取自“报送历史”，与2021-04-19 10:20生成的一样，不受台账后来改动的影响。')).toBeInTheDocument();
    expect(screen.getByText(/已填报0项，未更新0项，未填报13项。$/)).toBeInTheDocument();
    await later.user.click(screen.getByRole('radio', { name: /^按台账现在的内容/ }));
    expect(await screen.findByText(/已填报1项，未更新0项，未填报12项。$/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^按台账现在的内容/ })).toBeChecked();
    await later.user.click(screen.getByRole('radio', { name: /^照当时报送的内容/ }));
    await screen.findByText(/已填报0项，未更新0项，未填报13项。$/);
    expect(workbook.changes).toHaveLength(1);
    await later.user.click(button('保留旧表，再生成一张'));
    await heading('2021年4月汇总已生成');
    expect(workbook.changes[1]?.rowsAdded).toEqual([]);
    expect(sheetsOf(workbook)).toContain('双月汇总2021-04(旧1)');
    await later.user.click(button('返回报送'));
    const year = await screen.findByRole('region', { name: '全年报送安排' });
    await waitFor(() => { expect(within(year).getAllByRole('listitem')[0]).toHaveTextContent('2021-04-19 10:20生成，第1版'); });
  });

  test('[P3] one that is not due yet is made with a warning', async () => {
    const { user } = await open(ledger());
    await user.click(await screen.findByRole('button', { name: '生成2021年10月汇总' }));
    await heading('2021年10月汇总：预览');
    expect(screen.getByText(/这一期还没有到报送的时候，本期是2021年6月。/)).toBeInTheDocument();
  });

  test('[B2] what is wrong in the ledger is named and leads to its cell; the check is one click away', async () => {
    const { workbook, user } = await open(faultyLedger());
    await user.click((await screen.findAllByRole('button', { name: '生成2021年6月汇总' }))[0] ?? document.body);
    await heading('2021年6月汇总：预览');
    expect(screen.getByText(/^台账里有1处须改正。/)).toBeInTheDocument();
    await user.click(button(/任务2\.1的责任人中的“胡一”不在名册里/));
    await waitFor(() => { expect(workbook.shown).toEqual([`任务台账!${address(taskCell(workbook, 1, '责任人'))}`]); });
    await user.click(button('去检查台账'));
    await heading('检查台账');
  });

  test('[X1] a workbook that changed after the preview is not written to; the preview comes anew', async () => {
    const { workbook, user } = await open(ledger());
    await user.click((await screen.findAllByRole('button', { name: '生成2021年6月汇总' }))[0] ?? document.body);
    await heading('2021年6月汇总：预览');
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '任务台账' };
    typeInTask(workbook, 0, '落实情况', '刚才写的（虚拟示例）');
    await user.click(button('生成汇总'));
    expect(await screen.findByText(/^“任务台账”表在预览之后有了改动，刚才没有写入。/)).toBeInTheDocument();
    expect(screen.getByText(/已填报1项，未更新0项，未填报12项。$/)).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('生成汇总'));
    await heading('2021年6月汇总已生成');
  });

  test('[X1][X3] a fault half-way says what happened and how the workbook is; the preview is still there', async () => {
    const { workbook, user } = await open(ledger());
    await user.click((await screen.findAllByRole('button', { name: '生成2021年6月汇总' }))[0] ?? document.body);
    await screen.findByRole('button', { name: '生成汇总' });
    workbook.fail = { change: new ExcelFault('busy', 'writing', 'Timeout', 'Timed out.', true) };
    await user.click(button('生成汇总'));
    await heading('没能生成汇总');
    expect(screen.getByText('Excel 正忙，没有及时答复写入请求。')).toBeInTheDocument();
    expect(screen.getByText('已恢复原样，没有留下写了一半的内容。')).toBeInTheDocument();
    expect(sheetsOf(workbook)).toEqual(['任务台账', '名册', '设置']);
    await user.click(button('返回'));
    await heading('2021年6月汇总：预览');
    await user.click(button('生成汇总'));
    await heading('2021年6月汇总已生成');
  });

  test.each<[string, (workbook: FakeWorkbook) => void, RegExp]>([
    ['a sheet of another is called so', (workbook) => { workbook.sheets = [...workbook.sheets, strangeSheet('双月汇总2021-06')]; }, /不是本加载项生成的，不会改动它。请把它改名/],
    ['no sheet may be added', (workbook) => { workbook.structureProtected = true; }, /结构受保护，不能增加工作表/],
  ])('[L10][X3] where %s, it says why not, and leads back', async (_, prepare, why) => {
    const workbook = ledger();
    prepare(workbook);
    const { user } = await open(workbook);
    await user.click((await screen.findAllByRole('button', { name: '生成2021年6月汇总' }))[0] ?? document.body);
    await heading('不能生成这一期汇总');
    expect(screen.getByRole('alert')).toHaveTextContent(why);
    await user.click(button('返回报送'));
    expect(await heading('双月报送')).toHaveFocus();
    expect(workbook.changes).toHaveLength(0);
  });
});

describe('the year', () => {
  test('[B5] a report that was made leads to its sheet, and can be saved again as it was made', async () => {
    const drawn: string[] = [];
    const { workbook, user } = await open(ledger(), '2021-06-15', {
      drawReport: (kind, summary, madeAt) => { drawn.push([kind, summary.report.period, madeAt].join(' ')); return Promise.resolve({ name: '报告.docx', bytes: new Uint8Array(), type: '' }); },
    });
    await make(user, '2021年6月');
    await user.click(button('返回报送'));
    const year = await screen.findByRole('region', { name: '全年报送安排' });
    await user.click(within(year).getByRole('button', { name: /^2021年6月 已生成 本期/ }));
    await waitFor(() => { expect(workbook.shown).toEqual(['双月汇总2021-06!A1']); });
    typeInTask(workbook, 0, '落实情况', '后来写的（虚拟示例）');
    await user.click(button('下载2021年6月的汇总'));
    expect(await heading('2021年6月汇总')).toHaveFocus();
    expect(screen.getByText(/是2021-06-15 10:20生成的第1版/)).toBeInTheDocument();
    expect(screen.getByText(/已填报0项，未更新0项，未填报13项。$/)).toBeInTheDocument();
    await user.click(button('Word 报告'));
    await screen.findByText(/^“报告\.docx”已交给浏览器保存/);
    expect(drawn).toEqual(['word 2021-06 2021-06-15 10:20']);
    expect(workbook.changes).toHaveLength(1);
    await user.keyboard('{Escape}');
    await heading('双月报送');
  });

  test('[B5] where the sheet was deleted, the history still has the report', async () => {
    const { workbook, user } = await open(ledger());
    await make(user, '2021年6月');
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== '双月汇总2021-06');
    await user.click(button('返回报送'));
    const year = await screen.findByRole('region', { name: '全年报送安排' });
    await waitFor(() => { expect(within(year).getAllByRole('listitem')[1]).toHaveTextContent('第1版；汇总表已不在工作簿里'); });
    expect(within(year).queryByRole('button', { name: /^2021年6月 已生成/ })).toBeNull();
    await user.click(button('下载2021年6月的汇总'));
    await heading('2021年6月汇总');
    expect(screen.queryByRole('button', { name: '打开汇总表' })).toBeNull();
  });

  test('[X3] a history that cannot be read names the cell; who has filled in what is shown all the same', async () => {
    const { workbook, user } = await open(ledger());
    await make(user, '2021年6月');
    const history = workbook.sheets.find(({ name }) => name === '报送历史');
    const [table] = history?.tables ?? [];
    const column = history?.values[table?.row ?? 0]?.indexOf('进度状态') ?? -1;
    workbook.type('报送历史', (table?.row ?? 0) + 3, column, '改过的');
    await user.click(button('返回报送'));
    expect(await screen.findByText(/的进度状态“改过的”读不出来/)).toBeInTheDocument();
    expect(screen.getByText('共13项：已填0项，未更新0项，未填13项。')).toBeInTheDocument();
    await user.click(button('转到该单元格'));
    await waitFor(() => { expect(workbook.shown).toEqual([`报送历史!${address({ row: (table?.row ?? 0) + 3, column })}`]); });
  });

  test('[X3] what cannot be read is said, and reading again mends it', async () => {
    const workbook = ledger();
    let reads = 0;
    const { user } = await open(workbook, '2021-06-15', {
      loadWorkbook: () => Promise.resolve({ ...workbook, read: (names) => { reads += 1; return reads === 2 ? Promise.reject(new ExcelFault('editing', 'reading', 'InvalidOperationInCellEditMode', 'Editing.')) : workbook.read(names); } }),
    });
    expect(await screen.findByText('有单元格正在编辑，Excel 暂时不能读取。')).toBeInTheDocument();
    await user.click(button('重新读取'));
    expect(await screen.findByText(/2021年6月18日，还有3天/)).toBeInTheDocument();
    expect(screen.queryByText('有单元格正在编辑，Excel 暂时不能读取。')).toBeNull();
  });
});

describe('files', () => {
  const files: MadeFile[] = [];
  beforeEach(() => { files.length = 0; });
  const made: Partial<PaneDoors> = { saveFile: (file) => { files.push(file); return { name: file.name, href: `blob:${file.name}`, letGo: () => undefined }; } };

  test('[B2] both files are handed to the browser, and the link stays for another try', async () => {
    const { user } = await open(ledger(), '2021-06-15', made);
    await make(user, '2021年6月');
    await user.click(button('Word 报告'));
    await screen.findByText(/^“双月汇总2021-06\.docx”已交给浏览器保存/);
    expect(screen.getByRole('link', { name: '再存一次：双月汇总2021-06.docx' })).toHaveAttribute('download', '双月汇总2021-06.docx');
    await user.click(button('单独的汇总工作簿'));
    await screen.findByText(/^“双月汇总2021-06\.xlsx”已交给浏览器保存/);
    expect(files.map(({ name }) => name)).toEqual(['双月汇总2021-06.docx', '双月汇总2021-06.xlsx']);
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  test('[X3] where the browser refuses, the sheet in the workbook is offered', async () => {
    const { user } = await open(ledger(), '2021-06-15', { saveFile: () => undefined });
    await make(user, '2021年6月');
    await user.click(button('单独的汇总工作簿'));
    expect(await screen.findByText(/^这里不允许面板保存文件，“双月汇总2021-06\.xlsx”没有存下来。请打开工作簿里的汇总表/)).toBeInTheDocument();
    expect(button('打开汇总表')).toBeEnabled();
  });

  test('[X3] a file that cannot be drawn is a fault of its own, and the summary still stands', async () => {
    const { user, workbook } = await open(ledger(), '2021-06-15', { drawReport: () => Promise.reject(new Error('no font')) });
    await make(user, '2021年6月');
    await user.click(button('Word 报告'));
    await heading('没能准备文件');
    expect(screen.getByText('没有写入任何内容。')).toBeInTheDocument();
    await user.click(button('返回'));
    await heading('2021年6月汇总已生成');
    expect(sheetsOf(workbook)).toContain('双月汇总2021-06');
  });
});

describe('the reports of one task', () => {
  test('[B5] they are listed, the latest first, with what stood there then', async () => {
    const workbook = ledger();
    typeInTask(workbook, 2, '落实情况', '四月已开会（虚拟示例）');
    const first = await open(workbook, '2021-04-19');
    await make(first.user, '2021年4月');
    first.container.remove();
    typeInTask(workbook, 2, '落实情况', '');
    workbook.selected = { sheet: '任务台账', ...taskCell(workbook, 2, '编号') };
    const { user } = await open(workbook, '2021-06-18', {}, 'task');
    await heading('任务2.2');
    expect(screen.queryByText('四月已开会（虚拟示例）')).toBeNull();
    await user.click(button('历次报送'));
    expect(await screen.findByText('2021年4月，正常推进，剩71天，已填报')).toBeInTheDocument();
    expect(screen.getByText('四月已开会（虚拟示例）')).toBeInTheDocument();
  });

  test('[B5] a task that was in no report says so', async () => {
    const workbook = ledger();
    workbook.selected = { sheet: '任务台账', ...taskCell(workbook, 2, '编号') };
    const { user } = await open(workbook, '2021-06-18', {}, 'task');
    await user.click(await screen.findByRole('button', { name: '历次报送' }));
    expect(await screen.findByText('这项任务还没有报送过。')).toBeInTheDocument();
  });
});

describe('by keyboard alone', () => {
  test('[X3] from the first screen to a summary that is made, and back', async () => {
    const { workbook, user } = await open(ledger(), '2021-06-15', {}, null);
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await user.tab();
        if (name.test(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')) return;
      }
      throw new Error(`Tab does not lead to ${String(name)}.`);
    };
    await heading('2021年台账');
    await tabTo(/^报送$/);
    await user.keyboard('{Enter}');
    expect(await heading('双月报送')).toHaveFocus();
    await screen.findByRole('region', { name: '全年报送安排' });
    await tabTo(/^港口科$/);
    await user.keyboard('{Enter}');
    await tabTo(/^生成2021年6月汇总$/);
    await user.keyboard('{Enter}');
    expect(await heading('2021年6月汇总：预览')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await heading('双月报送')).toHaveFocus();
    await tabTo(/^生成2021年6月汇总$/);
    await user.keyboard('{Enter}');
    await heading('2021年6月汇总：预览');
    await tabTo(/^生成汇总$/);
    await user.keyboard('{Enter}');
    expect(await heading('2021年6月汇总已生成')).toHaveFocus();
    expect(workbook.changes).toHaveLength(1);
  });
});
