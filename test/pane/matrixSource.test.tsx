/** @jest-environment jsdom */
// Where a matrix comes from, and what is said where none comes: pasted content, a notice, saved pages, files that are no matrix, a reading that is stopped.
import '@testing-library/jest-dom';
import './standIns';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextEncoder } from 'node:util';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FileRefusal } from '../../src/core/rawTable';
import { fakeWorkbook, ledgerSheets, seedPlan } from './fakeWorkbook';
import { chooseSource, documentOf, doorsReading, goOn, matrix2021, paste, takeFile, tableOf } from './matrixScene';
import { openTestPane } from './openTestPane';

// jsdom has none, and the readers of texts ask for it.
Object.assign(globalThis, { TextEncoder });

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });
const fixture = (name: string): string => readFileSync(join(__dirname, '..', 'files', 'fixtures', 'matrix', name), 'utf8');
const notice = readFileSync(join(__dirname, '..', '..', 'seeds', 'notice-2021.txt'), 'utf8');
const refusing = (refusal: FileRefusal): ReturnType<typeof doorsReading> => doorsReading({ '附件.docx': { ok: false, refusal } });

describe('pasting', () => {
  test.each(['word-clipboard.html', 'excel-clipboard.html', 'wps-sheet-clipboard.html', 'wps-writer-clipboard.html'])('[I1][I2] %s gives the thirteen tasks, and only its size is shown', async (name) => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await chooseSource(user, 3);
    const field = await screen.findByLabelText('在这里粘贴表格');
    paste(field, { html: fixture(name), text: '获得信贷\t市金融工作局' });
    expect(await screen.findByText('已收到带格式的表格，共10字。')).toBeInTheDocument();
    expect(field).toHaveValue('');
    expect(document.querySelector('.matrix-paste table')).toBeNull();
    await goOn(user);
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出13项任务，6个指标。/)).toBeInTheDocument();
  });

  test('[I1] text with tabs is counted in lines and read', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await chooseSource(user, 3);
    paste(await screen.findByLabelText('在这里粘贴表格'), { text: '工作任务\t责任科室\t完成时限\n推进公示\t外贸科\t2021年6月\n' });
    expect(await screen.findByText('已收到2行，共26字。')).toBeInTheDocument();
    await goOn(user);
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出1项任务/)).toBeInTheDocument();
  });

  test('[X3] nothing, a picture alone, and text without a table say what to copy', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await chooseSource(user, 3);
    const field = await screen.findByLabelText('在这里粘贴表格');
    await goOn(user);
    expect(screen.getByText('请先粘贴表格。')).toBeInTheDocument();
    expect(field).toHaveFocus();
    paste(field, {});
    expect(await screen.findByText(/^剪贴板里没有文字或表格，可能只是图片。/)).toBeInTheDocument();
    paste(field, { html: '<p>只有一段文字</p>', text: '只有一段文字' });
    await goOn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent(/^粘贴的内容没有读入：文件里没有表格，可能只有文字或图片。/);
  });
});

describe('a notice', () => {
  test('[I1][I5] its text becomes a draft with its people, tasks and calendar, each with the words that it came from', async () => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build' });
    await chooseSource(user, 4);
    await goOn(user);
    expect(screen.getByText('请先粘贴通知全文。')).toBeInTheDocument();
    await user.click(screen.getByLabelText('在这里粘贴通知全文'));
    await user.paste(notice);
    await goOn(user);
    await heading('核对通知草稿');
    expect(screen.getByText(/^读出13项任务，6个指标。/)).toBeInTheDocument();
    expect(screen.getByText(/^这是按通知文字整理的草稿。/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^名册/ })).toHaveTextContent('27人');
    await user.click(screen.getByRole('button', { name: /^年度与报送/ }));
    expect(screen.getByLabelText('年度')).toHaveValue('2021');
    expect(screen.getByLabelText('首次报送日')).toHaveValue('2021-04-20');
    expect(screen.getByLabelText('首次报送日')).toHaveAccessibleDescription('取自通知');
    await user.click(screen.getByRole('button', { name: /^其他推断/ }));
    expect(screen.getByText(/^首次报送日：2021-04-20（取自“/)).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(0);
    await goOn(user);
    await heading('建立台账：预览');
    expect(screen.getByText('粘贴的通知（草稿）')).toBeInTheDocument();
  });

  test('[I1] a text file is known for a notice by what is in it', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await takeFile(user, '通知.txt', [notice]);
    await heading('核对通知草稿');
  });

  test('[I6][D8] a notice beside a matrix fills the form in, brings the people, and its body is compared', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', doors: doorsReading(documentOf('附件.docx', [{ ...matrix2021, cells: matrix2021.cells.map((row, index) => (index === 1 ? row.map((cell) => (cell === '2021年12月' ? '2021年11月' : cell)) : row)) }])) });
    await takeFile(user, '附件.docx');
    await heading('核对任务分工表');
    await user.click(screen.getByLabelText('在这里粘贴附件2的名单，或通知全文'));
    await user.paste(notice);
    await user.click(screen.getByRole('button', { name: '读取名单' }));
    await waitFor(() => { expect(screen.getByRole('button', { name: /^名册/ })).toHaveTextContent('27人'); });
    expect(screen.getByRole('button', { name: /^年度与报送/ })).toHaveTextContent('已填好');
    await user.click(screen.getByRole('button', { name: /^有问题/ }));
    expect(screen.getByRole('button', { name: /^1\.1/ }).closest('.fold')).toHaveTextContent(/2021年12月.*2021年11月|2021年11月.*2021年12月/s);
  });

  test('[X3] a text that is no notice says so', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build' });
    await chooseSource(user, 4);
    await user.click(screen.getByLabelText('在这里粘贴通知全文'));
    await user.paste('今天下午开会');
    await goOn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent(/没有读出人员名单，也没有读出任务。请粘贴通知全文/);
  });
});

describe('files', () => {
  test('[I1] a saved page is read, whatever the Worker says of it', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', doors: doorsReading({ '表.html': { ok: false, refusal: { kind: 'oldHtml', values: {} } } }) });
    await takeFile(user, '表.html', [readFileSync(join(__dirname, '..', 'files', 'fixtures', 'matrix', 'web-page.html'))]);
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出13项任务/)).toBeInTheDocument();
  });

  test.each<[string, FileRefusal, RegExp]>([
    ['no table', { kind: 'noTable', values: {} }, /^“附件.docx”没有读入：文件里没有表格，可能只有文字或图片。请选用含有表格的/],
    ['a picture', { kind: 'notATable', values: { what: 'picture' } }, /^“附件.docx”没有读入：这是一张图片/],
    ['a broken file', { kind: 'damaged', values: {} }, /^“附件.docx”没有读入：文件不完整或已损坏。请用 Word、Excel 或 WPS 打开核对/],
    ['too large', { kind: 'tooLarge', values: { what: 'file', megabytes: 50 } }, /^“附件.docx”没有读入：文件超过50兆字节/],
    ['a password', { kind: 'encrypted', values: {} }, /^“附件.docx”没有读入：文件设了打开密码/],
    ['too long', { kind: 'tookTooLong', values: {} }, /^“附件.docx”没有读入：读取的时间太长/],
  ])('[I1][X3] %s is refused by name with what to do, and nobody else is asked', async (_, refusal, said) => {
    const user = userEvent.setup();
    const { workbook } = openTestPane({ go: 'build', doors: refusing(refusal) });
    await takeFile(user, '附件.docx');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(said);
    expect(alert).not.toHaveTextContent('填报科室');
    expect(workbook.changes).toHaveLength(0);
    await chooseSource(user, 0);
    await goOn(user);
    await heading('建立台账：预览');
  });

  test('[I5][X3] cells that the file shows and that could not be taken are named', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', doors: doorsReading({ '表.xlsx': { ok: true, file: { name: '表.xlsx', kind: 'xlsx', tables: [{ ...matrix2021, name: '分工' }], properties: {}, savedAt: '', notes: [{ kind: 'formulaWithoutResult', table: '分工', count: 3, row: 4, column: 7 }] } } }) });
    await takeFile(user, '表.xlsx');
    await heading('核对任务分工表');
    expect(screen.getByText('“分工”表有3个公式没有结果，第一处在第5行第8列，按空处理。请用 Excel 打开原文件，保存一次后重新选择。')).toBeInTheDocument();
  });

  test('[X1][X3] a reading that is stopped leaves the screen at once, and what comes late is let go', async () => {
    const user = userEvent.setup();
    let finish: () => void = () => undefined;
    let cancelled = 0;
    openTestPane({ go: 'build', doors: {
      startReading: (_, listener) => Promise.resolve({
        finished: new Promise((resolve) => { finish = () => { listener.onFile(0, { ok: true, file: { name: 'x', kind: 'docx', tables: [matrix2021], properties: {}, savedAt: '' } }); resolve(true); }; }),
        cancel: () => { cancelled += 1; },
      }),
    } });
    await takeFile(user, '大.docx');
    expect(await screen.findByText('正在读取“大.docx”')).toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    await user.click(screen.getByRole('button', { name: '停止读取' }));
    expect(await screen.findByText('已停止读取。没有写入任何内容。')).toBeInTheDocument();
    expect(cancelled).toBe(1);
    await act(async () => { finish(); await Promise.resolve(); });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('选择方案');
  });

  test('[L7] another file takes the place of the one before, with none of its choices', async () => {
    const user = userEvent.setup();
    openTestPane({ go: 'build', workbook: fakeWorkbook(ledgerSheets(seedPlan())), doors: doorsReading({ ...documentOf('甲.docx', [matrix2021]), ...documentOf('乙.docx', [tableOf('1', [['工作任务', '责任科室', '完成时限'], ['推进公示', '外贸科', '2021年6月']])]) }) });
    await takeFile(user, '甲.docx');
    await heading('核对任务分工表');
    await user.keyboard('{Escape}');
    await takeFile(user, '乙.docx');
    await heading('核对任务分工表');
    expect(screen.getByText(/^读出1项任务/)).toBeInTheDocument();
  });
});
