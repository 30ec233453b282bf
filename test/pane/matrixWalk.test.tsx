/** @jest-environment jsdom */
// The way of a matrix through the pane, on a fake workbook: taken in, looked through, corrected, previewed, built.
import '@testing-library/jest-dom';
import './standIns';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import userEvent from '@testing-library/user-event';
import { ExcelFault } from '../../src/excel/excelFault';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan, strangeSheet } from './fakeWorkbook';
import { chooseSource, documentOf, doorsReading, goOn, matrix2021, takeFile, tableOf } from './matrixScene';
import { openTestPane } from './openTestPane';

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const fold = (name: RegExp): HTMLElement => screen.getByRole('button', { name, expanded: false });

const head = ['指标名称', '工作任务', '责任单位', '经办情况说明', '完成时限'];
const small = tableOf('1', [
  head,
  ['一、口岸服务', '推进港口收费公示', '港口科', '逐月', '9月底前'],
  ['', '推广两步申报', '', '按批', '2021年13月'],
  ['', '公布收费目录', '外贸科', '', '第三季度'],
]);

async function opened(user: UserEvent, tables: Parameters<typeof documentOf>[1], workbook: FakeWorkbook = fakeWorkbook()): Promise<FakeWorkbook> {
  openTestPane({ go: 'build', workbook, doors: doorsReading(documentOf('分工表.docx', tables)) });
  await takeFile(user, '分工表.docx');
  await heading('核对任务分工表');
  return workbook;
}

async function fillIn(user: UserEvent): Promise<void> {
  await goOn(user);
  await user.type(await screen.findByLabelText('台账标题'), '工作任务台账');
  await user.type(screen.getByLabelText('单位'), '湛江市商务局');
  await user.type(screen.getByLabelText('发文日期'), '2021-03-23');
}

const card = (name: RegExp): HTMLElement => {
  const place = screen.getByRole('button', { name }).closest<HTMLElement>('.fold');
  if (place === null) throw new Error('No card.');
  return place;
};

/** What a field of an open card says, with what stood there. */
const fieldOf = (place: HTMLElement, title: string): string => within(place).getByText(title, { selector: 'dt' }).nextElementSibling?.textContent ?? '';

describe('the whole way', () => {
  test('[I1][I5] a document becomes a ledger: nothing is written before the preview is confirmed', async () => {
    const user = userEvent.setup();
    const workbook = await opened(user, [matrix2021]);
    expect(screen.getByText(/^读出13项任务，6个指标。/)).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('名册取自'), '内置的2021年名册');
    await screen.findByText('27人');
    await goOn(user);
    expect(await screen.findByText('“年度与报送”里还有3项没有填好，请补填。')).toBeInTheDocument();
    await waitFor(() => { expect(screen.getByLabelText('台账标题')).toHaveFocus(); });
    await user.type(screen.getByLabelText('台账标题'), '工作任务台账');
    await user.type(screen.getByLabelText('单位'), '湛江市商务局');
    await user.type(screen.getByLabelText('发文日期'), '2021-03-23');
    await goOn(user);
    await heading('建立台账：预览');
    expect(screen.getByText('文件“分工表.docx”')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: '建立台账' }));
    await heading('台账已建立');
    const ledger = workbook.sheets.find(({ name }) => name === '任务台账');
    expect(workbook.sheets.find(({ name }) => name === '设置')?.values.find((row) => row[0] === '单位')?.[1]).toBe('湛江市商务局');
    expect(ledger?.values.slice(4, 6).map((row) => [row[0], row[1], row[7]])).toEqual([['1.1', '获得信贷', '邓善、黄万红'], ['2.1', '跨境贸易', '胡毅']]);
  });

  test('[L7] over an existing ledger its roster and settings are known, and the preview says what changes', async () => {
    const user = userEvent.setup();
    const plan = seedPlan();
    const workbook = await opened(user, [matrix2021], fakeWorkbook(ledgerSheets({ ...plan, tasks: plan.tasks.map((task, index) => (index === 2 ? { ...task, leadUnit: '旧单位' } : task)) })));
    expect(screen.getByRole('button', { name: /^名册/ })).toHaveTextContent('27人');
    expect(screen.getByRole('button', { name: /^年度与报送/ })).toHaveTextContent('已填好');
    await goOn(user);
    await heading('更新台账：预览');
    const difference = screen.getByRole('region', { name: '与现有台账的差别' });
    expect(difference).toHaveTextContent('不变12项改动1项，1处新增0项方案里没有0项');
    expect(workbook.changes).toHaveLength(0);
  });

  test('[L7] a matrix of another year is refused, and the way back leads to it with what was chosen', async () => {
    const user = userEvent.setup();
    await opened(user, [matrix2021], fakeWorkbook(ledgerSheets(seedPlan())));
    await user.click(fold(/^年度与报送/));
    await user.clear(screen.getByLabelText('年度'));
    await user.type(screen.getByLabelText('年度'), '2022');
    await user.clear(screen.getByLabelText('首次报送日'));
    await user.type(screen.getByLabelText('首次报送日'), '2022-04-20');
    await goOn(user);
    await heading('不能建立台账');
    await goOn(user);
    await heading('核对任务分工表');
    await user.click(fold(/^年度与报送/));
    expect(screen.getByLabelText('年度')).toHaveValue('2022');
  });

  test('[X1] the way back from the preview keeps what was chosen', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.selectOptions(screen.getByLabelText('第4列“经办情况说明”的用途'), '备注');
    await fillIn(user);
    await goOn(user);
    await heading('建立台账：预览');
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: '返回' }));
    await heading('核对任务分工表');
    expect(screen.getByLabelText('第4列“经办情况说明”的用途')).toHaveDisplayValue('备注');
  });

  test('[X3] where Excel refuses while the preview is made, it is said, and the matrix is still there', async () => {
    const user = userEvent.setup();
    const workbook = await opened(user, [small]);
    await fillIn(user);
    workbook.fail = { read: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    await goOn(user);
    await heading('没能准备预览');
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出3项任务/)).toBeInTheDocument();
  });
});

describe('cell by cell', () => {
  test('[I5] what was understood stands beside what stood there, with its cell and the reason', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(screen.getByRole('button', { name: /^有推断/ }));
    const first = card(/推进港口收费公示/);
    expect(fieldOf(first, '指标名称')).toBe('口岸服务原文（第2行第1列）：一、口岸服务推断 前面的序号没有采用，写作“口岸服务”。');
    expect(fieldOf(first, '完成时限')).toContain('截至2021年9月30日');
    expect(fieldOf(first, '完成时限')).toContain('没有写年份，按');
  });

  test('[I2] an empty cell stays empty until the person has it filled from above', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(screen.getByRole('button', { name: /推广两步申报/ }));
    const second = card(/推广两步申报/);
    expect(fieldOf(second, '指标名称')).toBe('（空）');
    await user.click(screen.getByLabelText('第1列“指标名称”的空格同上填充（2处）'));
    expect(fieldOf(card(/推广两步申报/), '指标名称')).toContain('口岸服务');
    await user.click(screen.getByLabelText('第1列“指标名称”的空格同上填充（2处）'));
    expect(fieldOf(card(/推广两步申报/), '指标名称')).toBe('（空）');
  });

  test('[I3] a column of unknown meaning is kept, and becomes what the person says', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(screen.getByRole('button', { name: /推进港口收费公示/ }));
    expect(fieldOf(card(/推进港口收费公示/), '经办情况说明')).toBe('逐月');
    expect(fieldOf(card(/推进港口收费公示/), '备注')).toBe('（空）');
    await user.selectOptions(screen.getByLabelText('第4列“经办情况说明”的用途'), '备注');
    expect(fieldOf(card(/推进港口收费公示/), '备注')).toBe('逐月');
    expect(within(card(/推进港口收费公示/)).queryByText('经办情况说明')).toBeNull();
  });

  test('[I5] a row is left out and taken back by hand, and what was left out is listed with the reason', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(fold(/^各行的用途/));
    await user.click(screen.getByRole('button', { name: /^全部 4/ }));
    await user.selectOptions(screen.getByLabelText('第4行的用途'), '不采用');
    expect(screen.getByText(/^读出2项任务/)).toBeInTheDocument();
    await user.click(fold(/^没有采用的内容/));
    expect(screen.getByText('第4行第2列“公布收费目录”：已选择不采用')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '第4行恢复推断' }));
    expect(screen.getByText(/^读出3项任务/)).toBeInTheDocument();
  });

  test('[I5] a row is joined to the one above', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(fold(/^各行的用途/));
    await user.click(screen.getByRole('button', { name: /^全部 4/ }));
    await user.selectOptions(screen.getByLabelText('第3行的用途'), '接在上一行后面');
    expect(screen.getByText(/^读出2项任务/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /推进港口收费公示.*推广两步申报/s }));
    expect(card(/推进港口收费公示.*推广两步申报/s)).toHaveTextContent('取自原表第2行、第3行。');
  });

  test('[O1][O2][D2] without a roster nobody is unknown, and what the checks say of cells is said all the same', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    expect(screen.getByText(/^还没有名册，姓名、科室和分管领导没有核对。/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^有问题/ }));
    const second = card(/推广两步申报/);
    expect(second).toHaveTextContent('2021年13月（读不出日期，照原文保留）');
    expect(second).toHaveTextContent(/责任科室.*空/);
    expect(screen.queryByText(/名册里没有/)).toBeNull();
    await user.selectOptions(screen.getByLabelText('名册取自'), '内置的2021年名册');
    await screen.findByText('27人');
    expect(screen.queryByText(/^还没有名册/)).toBeNull();
  });

  test('[O2] pasted people become the roster, and names that it lacks are named', async () => {
    const user = userEvent.setup();
    await opened(user, [matrix2021]);
    await user.click(screen.getByLabelText('在这里粘贴附件2的名单，或通知全文'));
    await user.paste('组长：张光强 局长\n成员：邓  善 对外贸易科科长');
    await user.click(screen.getByRole('button', { name: '读取名单' }));
    expect(await screen.findByText('读出2人，1个科室。')).toBeInTheDocument();
    expect(screen.getByLabelText('名册取自')).toHaveDisplayValue('粘贴的名单');
    await user.click(screen.getByRole('button', { name: /^有问题/ }));
    expect(card(/^1\.1/)).toHaveTextContent('黄万红');
    expect(card(/^1\.1/).querySelectorAll('.problem').length).toBeGreaterThan(0);
  });

  test('[O2] a text without people says what to paste', async () => {
    const user = userEvent.setup();
    await opened(user, [small]);
    await user.click(screen.getByRole('button', { name: '读取名单' }));
    expect(screen.getByText('请先粘贴名单。')).toBeInTheDocument();
    await user.click(screen.getByLabelText('在这里粘贴附件2的名单，或通知全文'));
    await user.paste('今天天气很好');
    await user.click(screen.getByRole('button', { name: '读取名单' }));
    expect(await screen.findByText(/^没有读出人员。请粘贴/)).toBeInTheDocument();
    expect(screen.getByLabelText('名册取自')).toHaveDisplayValue('暂时没有');
  });
});

describe('which table', () => {
  const other = tableOf('1', [['姓名', '电话'], ['甲', '1'], ['乙', '2']]);

  test('[I1] of several tables the likeliest is offered, each with a small picture, and another can be chosen', async () => {
    const user = userEvent.setup();
    const second = tableOf('3', [['工作任务', '责任科室', '完成时限'], ['另一项任务', '外贸科', '2021年6月']]);
    await opened(user, [other, { ...small, name: '2' }, second]);
    const pictures = screen.getAllByRole('table');
    expect(pictures).toHaveLength(3);
    expect(pictures.map((picture) => picture.getAttribute('aria-label'))).toEqual(['第2张表格开头几行', '第3张表格开头几行', '第1张表格开头几行']);
    expect(pictures[0]).toHaveTextContent('指标名称工作任务');
    expect(screen.getByRole('radio', { name: '第2张表格' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: '第3张表格' }));
    expect(screen.getByText(/^读出1项任务/)).toBeInTheDocument();
  });

  test('[I1] two halves of one table are read together, and can be read apart', async () => {
    const user = userEvent.setup();
    await opened(user, [small, tableOf('2', [head, ['二、物流', '降低物流成本', '外贸科', '', '2021年6月']])]);
    expect(screen.getByText(/^读出4项任务/)).toBeInTheDocument();
    await user.click(screen.getByLabelText('第2张表格接着前一张表，合在一起读'));
    expect(screen.getByText(/^读出3项任务/)).toBeInTheDocument();
    await user.click(screen.getByLabelText('第2张表格接着前一张表，合在一起读'));
    expect(screen.getByText(/^读出4项任务/)).toBeInTheDocument();
  });

  test('[I1][I3] where no table looks like a matrix, the person says where the head is and what the columns mean', async () => {
    const user = userEvent.setup();
    await opened(user, [tableOf('1', [['甲', '乙'], ['推进公示', '外贸科']])]);
    expect(screen.getByText(/^没有读出任务。请在下面改选表格/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '看预览' })).toHaveAttribute('aria-disabled', 'true');
    await user.clear(screen.getByLabelText('表头从第几行起'));
    await user.type(screen.getByLabelText('表头从第几行起'), '9');
    await user.click(screen.getByRole('button', { name: '按此读取' }));
    expect(screen.getByText(/^请填写整数。/)).toBeInTheDocument();
    await user.clear(screen.getByLabelText('表头从第几行起'));
    await user.type(screen.getByLabelText('表头从第几行起'), '1');
    await user.click(screen.getByRole('button', { name: '按此读取' }));
    await user.selectOptions(screen.getByLabelText('第1列“甲”的用途'), '工作任务');
    await user.selectOptions(screen.getByLabelText('第2列“乙”的用途'), '责任科室');
    expect(screen.getByText(/^读出1项任务/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^1\.1 推进公示/ })).toBeInTheDocument();
  });

  test('[I5] five hundred tasks are drawn fifty at a time', async () => {
    const user = userEvent.setup();
    await opened(user, [tableOf('1', [['工作任务', '责任科室', '完成时限'], ...Array.from({ length: 500 }, (_, index) => [`第${String(index + 1)}件事`, '外贸科', '2021年6月'])])]);
    expect(screen.getByText(/^读出500项任务/)).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 3, name: /件事/ })).toHaveLength(50);
    await user.click(screen.getAllByRole('button', { name: '再显示50项' }).at(-1) ?? document.body);
    expect(screen.getAllByRole('heading', { level: 3, name: /件事/ })).toHaveLength(100);
  });

  test('[I3] a hundred columns are shown fifty at a time, and those that nobody knows are kept', async () => {
    const user = userEvent.setup();
    const wide = ['工作任务', '责任科室', '完成时限', ...Array.from({ length: 97 }, (_, index) => `附栏${String(index + 1)}`)];
    await opened(user, [tableOf('1', [wide, ['推进公示', '外贸科', '2021年6月', ...Array.from({ length: 97 }, () => '有')]])]);
    expect(screen.getByRole('button', { name: /^各栏的用途/ })).toHaveTextContent('100栏');
    expect(screen.getAllByLabelText(/的用途$/)).toHaveLength(50);
  });
});

describe('the open workbook', () => {
  const sheet = { ...strangeSheet('分工'), values: small.cells.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.day : cell))) };

  test('[I1] the sheet of the single selected cell is read whole, and a sheet can be named', async () => {
    const user = userEvent.setup();
    const workbook = fakeWorkbook([sheet]);
    workbook.selected = { sheet: '分工', row: 0, column: 0 };
    openTestPane({ go: 'build', workbook });
    await chooseSource(user, 2);
    await goOn(user);
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出3项任务/)).toBeInTheDocument();
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: '返回' }));
    await chooseSource(user, 2);
    await user.selectOptions(await screen.findByLabelText('读取哪里'), '分工');
    await goOn(user);
    await heading('核对任务分工表');
  });

  test('[X3] nothing selected, and a sheet that Excel does not give, are said', async () => {
    const user = userEvent.setup();
    const workbook = fakeWorkbook([sheet]);
    openTestPane({ go: 'build', workbook });
    await chooseSource(user, 2);
    await goOn(user);
    expect(await screen.findByText(/^没有选中单元格。/)).toBeInTheDocument();
    workbook.fail = { readTable: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    await user.selectOptions(screen.getByLabelText('读取哪里'), '分工');
    await goOn(user);
    await heading('没能准备预览');
  });
});
