/** @jest-environment jsdom */
// The way of a matrix through the pane, on a fake workbook: taken in, looked through, corrected, previewed, built.
import '@testing-library/jest-dom';
import './standIns';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeWorkbook, ledgerSheets, seedPlan } from './fakeWorkbook';
import { chooseSource, documentOf, doorsReading, goOn, matrix2021, takeFile } from './matrixScene';
import { openTestPane } from './openTestPane';

const heading = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

test('[I1][I5] a document becomes a ledger: nothing is written before the preview is confirmed', async () => {
  const user = userEvent.setup();
  const { workbook } = openTestPane({ go: 'build', doors: doorsReading(documentOf('分工表.docx', [matrix2021])) });
  await takeFile(user, '分工表.docx');
  await heading('核对任务分工表');
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
  expect(ledger?.values.slice(4, 6).map((row) => [row[0], row[1], row[7]])).toEqual([['1.1', '获得信贷', '邓善、黄万红'], ['2.1', '跨境贸易', '胡毅']]);
});
