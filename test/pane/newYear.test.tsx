/** @jest-environment jsdom */
// A new year in the pane, by mouse and by keyboard, on a fake workbook: what is asked, every task's new deadline, the file, and the old ledger that stays as it is.
import '@testing-library/jest-dom';
import { fireEvent, screen, within } from '@testing-library/react';
import { ExcelFault } from '../../src/excel/excelFault';
import type { PaneDoors } from '../../src/pane/doors';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, typeInTask } from './fakeWorkbook';
import { arrived, button, heading, ledger, openPlan, tabTo } from './planScene';

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const put = (label: string, text: string): void => { fireEvent.change(field(label), { target: { value: text } }); };

/** A ledger at the end of its year: two tasks filled in, one deadline that names no day, one that is empty. */
function oldLedger(): FakeWorkbook {
  const workbook = ledger();
  for (let task = 0; task < 13; task += 1) workbook.formats.set(`任务台账!I${String(5 + task)}`, 'yyyy"年"m"月"');
  typeInTask(workbook, 2, '落实情况', '已公示收费清单（虚拟示例）');
  typeInTask(workbook, 4, '办结日期', 44_500);
  typeInTask(workbook, 5, '完成时限', '长期坚持');
  typeInTask(workbook, 6, '完成时限', '');
  return workbook;
}

async function open(workbook: FakeWorkbook, doors: Partial<PaneDoors> = {}) {
  const pane = await openPlan(workbook, 'newYear', { today: () => '2021-12-25', ...doors });
  await heading('新年度');
  return pane;
}
const deadlines = (): readonly (readonly (string | null)[])[] =>
  within(screen.getByRole('region', { name: '完成时限' })).getAllByRole('listitem').map((item) => [item.querySelector('.line-id')?.textContent ?? null, item.querySelector('.deadline-days')?.textContent ?? null]);

describe('what is asked', () => {
  test('[L7][P1] the year after, and what follows from it, until the person says otherwise', async () => {
    await open(oldLedger());
    expect(['年度', '首次报送日', '发文日期', '台账标题'].map((label) => field(label).value)).toEqual(['2022', '2022-04-20', '2022-03-04', '湛江市商务局“营商环境整治提升年”活动工作任务台账']);
    expect(screen.getByText('全年报送5次，其中1次因周末改了日子。')).toBeInTheDocument();
    expect(screen.getByText('原定2022年8月20日是星期六，提前')).toBeInTheDocument();
    put('年度', '2023');
    expect(field('首次报送日')).toHaveValue('2023-04-20');
    put('首次报送日', '2023-02-20');
    put('年度', '2022');
    expect(field('首次报送日')).toHaveAccessibleDescription('这一天不在2022年内，请改日期或年度。');
    put('首次报送日', '2022-02-20');
    expect(screen.getByText('原定2022年2月20日是星期日，提前')).toBeInTheDocument();
  });

  test.each([
    ['年度', '2021', '新年度要晚于2021年，请填四位年份。'],
    ['年度', '22', '新年度要晚于2021年，请填四位年份。'],
    ['年度', '', '新年度要晚于2021年，请填四位年份。'],
    ['首次报送日', '', '这一项不能空着，请填写。'],
    ['首次报送日', '2021-04-20', '这一天不在2022年内，请改日期或年度。'],
    ['台账标题', ' ', '这一项不能空着，请填写。'],
  ])('[X3][L7] %s with “%s” is refused at the field, which takes the focus', async (label, text, sentence) => {
    const { user } = await open(oldLedger());
    put(label, text);
    await user.click(button('看预览'));
    expect(field(label)).toHaveFocus();
    expect(field(label)).toHaveAccessibleDescription(sentence);
    expect(screen.queryByRole('heading', { name: /预览$/ })).toBeNull();
  });

  test('[L9] without a ledger there is no new year; with settings that cannot be read the way leads there', async () => {
    const workbook = oldLedger();
    workbook.type('设置', 5, 1, '今年');
    const { user } = await open(workbook);
    expect(screen.getByText('设置表里有读不出来的内容，请先改好，再做新年度。')).toBeInTheDocument();
    await user.click(button('去改设置'));
    await heading('设置');
    expect(field('年度')).toHaveValue('今年');
  });

  test('[L7] without a ledger the screen leads home', async () => {
    await open(fakeWorkbook());
    expect(screen.getByText('本工作簿没有可用的任务台账。请返回首页查看。')).toBeInTheDocument();
  });

  test('[L7][X3] a ledger that cannot be judged says why', async () => {
    const workbook = oldLedger();
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== '名册');
    const { user } = await open(workbook);
    await user.click(button('看预览'));
    expect(await screen.findByText('没有找到“名册”表，不能检查。请点“按方案更新台账”补上。')).toBeInTheDocument();
  });
});

describe('what would come of it', () => {
  test('[L5][L7] every deadline, old and new, those that name no day first; what stays behind is counted', async () => {
    const { workbook, user } = await open(oldLedger());
    put('发文日期', '2022-02-28');
    await user.click(button('看预览'));
    await arrived('2022年台账：预览');
    expect(screen.getByText('以下内容写进新的工作簿。本工作簿一个字也不会改动。')).toBeInTheDocument();
    expect(deadlines().slice(0, 5)).toEqual([['3.2', '原来长期坚持请看一看'], ['3.3', '原来（空）请看一看'], ['1.1', '原来2021年12月→新年度2022年12月'], ['2.1', '原来2021年9月→新年度2022年9月'], ['2.2', '原来2021年6月→新年度2022年6月']]);
    expect(deadlines()).toHaveLength(13);
    expect(screen.getByText('11项顺移到新年度，2项没有写明日子，照原样保留，请看一看。')).toBeInTheDocument();
    expect(screen.getByText('旧台账里有2项填过落实情况、备注或办结日期，都留在旧台账里，新台账里是空的。')).toBeInTheDocument();
    expect([...document.querySelectorAll('.facts dd')].map(({ textContent }) => textContent)).toEqual(['13项', '27人，照旧', '湛江市商务局“营商环境整治提升年”活动工作任务台账', '2022年2月28日', '2022年4月20日2022年6月20日2022年8月19日2022年10月20日2022年12月20日']);
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('返回修改'));
    await arrived('新年度');
    expect(field('发文日期')).toHaveValue('2022-02-28');
  });

  test('[L7][X1] the new workbook is a file of its own; nothing is written into this one, and the screen says so', async () => {
    const drawn: [number, number, string][] = [];
    const { workbook, user } = await open(oldLedger(), {
      drawNewYear: ({ plan: { settings, tasks } }, day) => {
        drawn.push([settings.year, tasks.filter(({ progress, doneOn }) => progress !== '' || doneOn !== '').length, day]);
        return Promise.resolve({ name: '任务台账2022.xlsx', bytes: new Uint8Array([1]), type: 'text/plain' });
      },
    });
    const before = JSON.stringify(workbook.sheets);
    await user.click(button('看预览'));
    await heading('2022年台账：预览');
    await user.click(button('生成新工作簿'));
    expect(await screen.findByText('“任务台账2022.xlsx”已交给浏览器保存，一般在“下载”文件夹里。打开它，核对完成时限，就可以开始用。')).toBeInTheDocument();
    expect(screen.getByText('本工作簿没有改动。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '再存一次：任务台账2022.xlsx' })).toHaveAttribute('href', 'blob:任务台账2022.xlsx');
    expect(drawn).toEqual([[2022, 0, '2021-12-25']]);
    expect(workbook.changes).toHaveLength(0);
    expect(JSON.stringify(workbook.sheets)).toBe(before);
  });

  test('[X3] where saving by a link is refused it says what to do, and nothing is left hanging', async () => {
    const { user } = await open(oldLedger(), { saveFile: () => undefined });
    await user.click(button('看预览'));
    await heading('2022年台账：预览');
    await user.click(button('生成新工作簿'));
    expect(await screen.findByText(/^这里不允许面板保存文件，“任务台账2022.xlsx”没有存下来。请用“文件”里的“另存为”/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('[X3] a file that was made is let go when another is made, or the preview is left', async () => {
    const gone: string[] = [];
    let made = 0;
    const { user } = await open(oldLedger(), { saveFile: ({ name }) => { made += 1; const mine = `${name} ${String(made)}`; return { name, href: `blob:${mine}`, letGo: () => { gone.push(mine); } }; } });
    await user.click(button('看预览'));
    await heading('2022年台账：预览');
    await user.click(button('生成新工作簿'));
    await screen.findByRole('link');
    await user.click(button('生成新工作簿'));
    expect(gone).toEqual(['任务台账2022.xlsx 1']);
    await user.click(button('返回修改'));
    expect(gone).toEqual(['任务台账2022.xlsx 1', '任务台账2022.xlsx 2']);
  });

  test.each([
    ['reading', '没能准备新年度'],
    ['drawing', '没能生成新工作簿'],
  ])('[X3][X1] a fault while %s is told, nothing was written, and the way back leads here', async (when, title) => {
    const workbook = oldLedger();
    const { user } = await open(workbook, { drawNewYear: () => Promise.reject(new Error('no file')) });
    if (when === 'reading') workbook.fail = { columnFormats: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    await user.click(button('看预览'));
    if (when === 'drawing') {
      await heading('2022年台账：预览');
      await user.click(button('生成新工作簿'));
    }
    await arrived(title);
    expect(screen.getByText('没有写入任何内容。')).toBeInTheDocument();
    await user.click(button('返回'));
    await heading(when === 'reading' ? '新年度' : '2022年台账：预览');
  });
});

test('[X3] by keyboard alone: from the first screen to the file, and Esc back step by step', async () => {
  const { user } = await openPlan(oldLedger(), null, { today: () => '2021-12-25' });
  await heading('2021年台账');
  await tabTo(user, /^新年度$/);
  await user.keyboard('{Enter}');
  await arrived('新年度');
  await tabTo(user, /^年度$/);
  await user.keyboard('{Enter}');
  await arrived('2022年台账：预览');
  await tabTo(user, /^生成新工作簿$/);
  await user.keyboard('{Enter}');
  await screen.findByText('本工作簿没有改动。');
  await user.keyboard('{Escape}');
  await arrived('新年度');
  await user.keyboard('{Escape}');
  await arrived('2021年台账');
});
