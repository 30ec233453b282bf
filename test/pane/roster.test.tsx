/** @jest-environment jsdom */
// 名册 in the pane, by mouse and by keyboard, on a fake workbook: a list pasted, looked through and written, people who stay, short names that wait for a person's word.
import '@testing-library/jest-dom';
import { fireEvent, screen, within } from '@testing-library/react';
import { ExcelFault } from '../../src/excel/excelFault';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan, typeInTask } from './fakeWorkbook';
import { arrived, button, cellsIn, heading, ledger, openPlan, tabTo } from './planScene';

const list = '组  长：杨文光  市政协副主席、市商务局党组书记、局长\n副组长：车  洁  党组成员、副局长\n        吴  政  三级调研员\n成  员：孙媛媛  行政审批科科长\n        周志安  政策研究科科长\n';
const rows = (workbook: FakeWorkbook): readonly (readonly unknown[])[] => cellsIn(workbook, '名册').slice(3).map((line) => line.slice(0, 5)).filter(([name]) => name !== '');
const names = (workbook: FakeWorkbook): readonly unknown[] => rows(workbook).map(([name]) => name);
/** What stands under a heading that opens and closes. */
const under = (title: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^${title}`) }).closest<HTMLElement>('.fold') ?? document.body;
const items = (title: string): readonly (string | null)[] => within(under(title)).getAllByRole('listitem').map(({ textContent }) => textContent);

/** Pastes a list and has it read. */
async function read(workbook: FakeWorkbook, text: string) {
  const pane = await openPlan(workbook, 'roster');
  await heading('名册');
  await pane.user.click(button('粘贴名单'));
  await heading('粘贴名单');
  fireEvent.change(screen.getByLabelText('名单'), { target: { value: text } });
  await pane.user.click(button('读名单'));
  await heading('名册：预览');
  return pane;
}

/** A ledger whose sections go by short names that 名册 does not have. */
function withoutShortNames(): FakeWorkbook {
  const plan = seedPlan();
  return fakeWorkbook(ledgerSheets({ ...plan, roster: { ...plan.roster, sections: plan.roster.sections.map(({ name }) => ({ name, shortNames: [] })) } }));
}

describe('名册 as it is', () => {
  test('[L9] people and sections are counted, and each can be looked at', async () => {
    const { workbook, user } = await openPlan(ledger(), 'roster');
    await heading('名册');
    expect(screen.getByText('27人，16个科室。')).toBeInTheDocument();
    await user.click(button(/^领导/));
    expect(items('领导')).toHaveLength(11);
    expect(items('领导')[0]).toBe('杨文光组长，市政协副主席、市商务局党组书记、局长');
    await user.click(button(/^科室和简称/));
    expect(items('科室和简称').slice(0, 3)).toEqual(['办公室没有简称', '综合科没有简称', '公平贸易与法规科简称：法规科']);
    await user.click(button('转到名册表'));
    expect(workbook.shown).toEqual(['名册!A1']);
  });

  test('[X3] a sheet with a line that cannot be read is not written over; the line is named and led to', async () => {
    const workbook = ledger();
    workbook.type('名册', 5, 2, '科员');
    const { user } = await openPlan(workbook, 'roster');
    await heading('名册');
    expect(screen.getByText(/角色“科员”不对。请选组长、副组长或成员。/)).toBeInTheDocument();
    expect(button('粘贴名单')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('粘贴名单'));
    expect(screen.queryByLabelText('名单')).toBeNull();
    await user.click(button('转到该单元格'));
    expect(workbook.shown).toEqual(['名册!C6']);
  });

  test('[L9] where the sheet is missing a list makes it anew', async () => {
    const [first, , third] = ledgerSheets(seedPlan());
    const workbook = fakeWorkbook([first, third].flatMap((sheet) => (sheet === undefined ? [] : [sheet])));
    const { user } = await read(workbook, list);
    expect(within(under('新增')).getAllByRole('listitem')).toHaveLength(5);
    await user.click(button('写入名册'));
    await screen.findByText('名册已写入：新增5人。请保存工作簿。');
    expect(workbook.changes[0]?.newSheets.map(({ name }) => name)).toEqual(['名册']);
    expect(names(workbook)).toEqual(['杨文光', '车洁', '吴政', '孙媛媛', '周志安']);
  });

  test('[L9] without a ledger the screen leads home', async () => {
    await openPlan(fakeWorkbook(), 'roster');
    expect(await screen.findByText('本工作簿没有可用的任务台账。请返回首页查看。')).toBeInTheDocument();
  });
});

describe('another list of people', () => {
  test('[I5][L9] shows who comes, changes and is missing, and what was guessed, and writes nothing', async () => {
    const { workbook, user } = await read(ledger(), list);
    await arrived('名册：预览');
    expect(screen.queryByRole('button', { name: /^新增/ })).toBeNull();
    expect(items('变动')).toEqual([
      '吴政原来副组长，四级调研员改为副组长，三级调研员',
      '孙媛媛原来成员，行政审批科副科长改为成员，行政审批科科长',
      '周志安原来成员，办公室主任改为成员，政策研究科科长',
    ]);
    expect(items('名单里没有的')).toHaveLength(22);
    expect(screen.getByText('办公室不再有人，将从名册里去掉。')).toBeInTheDocument();
    await user.click(button(/^这样读的，请核对/));
    expect(items('这样读的，请核对')).toEqual([
      '第2行：“车 洁”中间的空格是排版用的，姓名是“车洁”。', '第3行：“吴 政”中间的空格是排版用的，姓名是“吴政”。',
      '第4行：按职务“行政审批科科长”，科室是“行政审批科”。', '第5行：按职务“政策研究科科长”，科室是“政策研究科”。',
    ]);
    expect(workbook.changes).toHaveLength(0);
  });

  test('[L9][X1] people whom the list lacks stay; those who are ticked go; all in one writing, leaders first, short names kept', async () => {
    const { workbook, user } = await read(ledger(), list);
    await user.click(screen.getByRole('checkbox', { name: '去掉林书海' }));
    await user.click(screen.getByRole('checkbox', { name: '去掉余伟强' }));
    expect(screen.getByText('去掉2人后，台账里写了他们的任务会在“检查”里列出。')).toBeInTheDocument();
    expect(screen.getByText('综合科不再有人，将从名册里去掉。')).toBeInTheDocument();
    await user.click(button('写入名册'));
    await arrived('名册');
    expect(screen.getByText('名册已写入：变动3人，去掉2人。请保存工作簿。')).toBeInTheDocument();
    expect(workbook.changes).toHaveLength(1);
    expect(names(workbook)).toEqual([
      '杨文光', '车洁', '吴政', '彭国坚', '张光强', '李颖', '李平军', '王华榕', '李康琪', '蔡里强',
      '孙媛媛', '周志安', '蔡方培', '蔡贡', '侯春华', '陈金友', '邓善', '钱湛', '黄万红', '胡毅', '邓海波', '王艳', '林思强', '钟育波', '董球',
    ]);
    expect(rows(workbook).find(([name]) => name === '孙媛媛')).toEqual(['孙媛媛', '行政审批科科长', '成员', '行政审批科', '审批科']);
    expect(screen.getByText('25人，15个科室。')).toBeInTheDocument();
  });

  test('[L9] what the list does not say of a person stays as 名册 has it', async () => {
    const { workbook, user } = await read(ledger(), '组长：杨文光  市政协副主席、市商务局党组书记、局长\n成员：胡毅  三级主任科员\n');
    expect(items('变动')).toEqual(['胡毅原来成员，港口口岸科科长改为成员，三级主任科员，科室：港口口岸科']);
    await user.click(button('写入名册'));
    await screen.findByText('名册已写入：变动1人。请保存工作簿。');
    expect(rows(workbook).find(([name]) => name === '胡毅')).toEqual(['胡毅', '三级主任科员', '成员', '港口口岸科', '港口科']);
  });

  test('[X3] nothing pasted is said at the field', async () => {
    const { user } = await openPlan(ledger(), 'roster');
    await heading('名册');
    await user.click(button('粘贴名单'));
    await user.click(button('读名单'));
    expect(screen.getByLabelText('名单')).toHaveFocus();
    expect(screen.getByLabelText('名单')).toHaveAccessibleDescription('请先粘贴名单。');
  });

  test('[X3][X1] what is no list is said, cannot be written, and can be mended', async () => {
    const { workbook, user } = await read(ledger(), '关于印发方案的通知，请各科室认真贯彻执行。');
    expect(screen.getByText(/^没有读出人员。/)).toBeInTheDocument();
    expect(screen.getByText('名单里有读不出来的地方，改好后才能写入。')).toBeInTheDocument();
    expect(button('写入名册')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('写入名册'));
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('修改名单'));
    await heading('粘贴名单');
    expect(screen.getByLabelText('名单')).toHaveValue('关于印发方案的通知，请各科室认真贯彻执行。');
  });

  test('[I5] a list that says what 名册 says has nothing to write', async () => {
    await read(ledger(), '组长：杨文光  市政协副主席、市商务局党组书记、局长\n');
    expect(screen.getByText('名单与名册一致，没有改动。')).toBeInTheDocument();
    expect(button('写入名册')).toHaveAttribute('aria-disabled', 'true');
  });

  test('[X1] should 名册 change meanwhile, nothing is written and the preview is made anew', async () => {
    const workbook = ledger();
    const { user } = await read(workbook, list);
    workbook.type('名册', 4, 1, '党组成员、二级调研员');
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '名册' };
    await user.click(button('写入名册'));
    expect(await screen.findByText('“名册”表在预览之后有了改动，刚才没有写入。下面是重新核对的结果，请再看一遍。')).toBeInTheDocument();
    expect(items('变动')[0]).toBe('车洁原来副组长，党组成员、二级调研员改为副组长，党组成员、副局长');
    expect(workbook.changes).toHaveLength(0);
  });

  test('[X3][X1] when Excel refuses it says so, and the way back leads to the preview', async () => {
    const workbook = ledger();
    const { user } = await read(workbook, list);
    workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', true) };
    await user.click(button('写入名册'));
    await arrived('没能写入名册');
    expect(screen.getByText('已恢复原样，没有留下写了一半的内容。')).toBeInTheDocument();
    await user.click(button('返回'));
    await heading('名册：预览');
    expect(items('变动')).toHaveLength(3);
  });

  test('[X3] nor does a workbook that cannot be read lose the pasted text', async () => {
    const workbook = ledger();
    const { user } = await openPlan(workbook, 'roster');
    await heading('名册');
    await user.click(button('粘贴名单'));
    fireEvent.change(screen.getByLabelText('名单'), { target: { value: list } });
    workbook.fail = { read: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    await user.click(button('读名单'));
    await heading('没能读取名册');
    await user.click(button('返回'));
    await heading('粘贴名单');
    expect(screen.getByLabelText('名单')).toHaveValue(list);
  });
});

describe('short names', () => {
  test('[O6] are proposed where exactly one section fits, wait to be confirmed, and only those are written', async () => {
    const workbook = withoutShortNames();
    typeInTask(workbook, 0, '责任科室', '外贸科、口岸科');
    typeInTask(workbook, 1, '责任科室', '督查科');
    const { user } = await openPlan(workbook, 'roster');
    await heading('名册');
    await user.click(button('核对简称'));
    await arrived('核对简称');
    const offered = screen.getAllByRole('checkbox');
    expect(offered.map((box) => [box.closest('span')?.textContent, (box as HTMLInputElement).checked])).toEqual([
      ['外贸科是对外贸易科的简称', false], ['港口科是港口口岸科的简称', false], ['市场科是市场规划管理科的简称', false], ['法规科是公平贸易与法规科的简称', false], ['审批科是行政审批科的简称', false], ['外资科是外资管理科的简称', false], ['东盟科是东盟事务科的简称', false],
    ]);
    expect(screen.getByText('“口岸科”可能是港口口岸科、陆空口岸科，请在名册表里给其中一个写上简称。')).toBeInTheDocument();
    expect(screen.getByText('“督查科”对不上名册里的科室，请在台账里改正，或在名册表里补上。')).toBeInTheDocument();
    expect(button('写入名册')).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('checkbox', { name: '外贸科是对外贸易科的简称' }));
    await user.click(screen.getByRole('checkbox', { name: '审批科是行政审批科的简称' }));
    expect(workbook.changes).toHaveLength(0);
    await user.click(button('写入名册'));
    await screen.findByText('名册已写入：改简称的科室2个。请保存工作簿。');
    expect(rows(workbook).filter(([, , , , short]) => short !== '').map(([name, , , , short]) => [name, short])).toEqual([['邓善', '外贸科'], ['孙媛媛', '审批科']]);
  });

  test('[O6] where 名册 has them all it says so', async () => {
    const { user } = await openPlan(ledger(), 'roster');
    await heading('名册');
    await user.click(button('核对简称'));
    expect(await screen.findByText('台账和设置里用到的科室名称，名册里都有，没有要补的简称。')).toBeInTheDocument();
  });
});

test('[X3] by keyboard alone: a list pasted, a person let go, written, and Esc back step by step', async () => {
  const { workbook, user } = await openPlan(ledger(), null);
  await heading('2021年台账');
  await tabTo(user, /^名册$/);
  await user.keyboard('{Enter}');
  await arrived('名册');
  await tabTo(user, /^粘贴名单$/);
  await user.keyboard('{Enter}');
  await arrived('粘贴名单');
  await user.keyboard('{Escape}');
  await arrived('名册');
  await tabTo(user, /^粘贴名单$/);
  await user.keyboard('{Enter}');
  await heading('粘贴名单');
  await tabTo(user, /^名单$/);
  await user.paste(list);
  await tabTo(user, /^读名单$/);
  await user.keyboard('{Enter}');
  await arrived('名册：预览');
  await tabTo(user, /^去掉李颖$/);
  await user.keyboard(' ');
  await tabTo(user, /^写入名册$/);
  await user.keyboard('{Enter}');
  await screen.findByText('名册已写入：变动3人，去掉1人。请保存工作簿。');
  expect(names(workbook)).not.toContain('李颖');
  await user.keyboard('{Escape}');
  await heading('2021年台账');
});
