// What stands on the sheets themselves: sheet names, column titles, labels, prompts and notes. Chinese text of this room stands here and in the files that end in Titles.
import type { Filled } from '../core/filled';
import type { Light } from '../core/light';
import type { Status } from '../core/status';
import type { HelperColumn, LedgerColumn } from '../core/task';
import type { WeekendRule } from '../core/plan';

export const sheetNames = { ledger: '任务台账', roster: '名册', settings: '设置', hiddenNotes: '核对备忘', history: '报送历史', exchange: '收发底稿', mergeLog: '合并记录', returns: '回收登记' } as const;

/** The table on the ledger sheet is called like the sheet (L3), the roster's likewise. */
export const tableNames = { ledger: '任务台账', roster: '名册', hiddenNotes: '核对备忘', history: '报送历史' } as const;

/** Column titles of the ledger (L2). */
export const ledgerTitles: Readonly<Record<LedgerColumn, string>> = {
  id: '编号', indicator: '指标名称', leadUnit: '牵头单位', supportUnits: '配合单位', text: '工作任务', leaders: '分管领导', sections: '责任科室', owners: '责任人',
  due: '完成时限', progress: '落实情况', remark: '备注', doneOn: '办结日期', status: '进度状态', daysLeft: '剩余天数', filled: '填报状态', checked: '核对结果',
};

/** Titles of the hidden columns. */
export const helperTitles: Readonly<Record<HelperColumn, string>> = { bareDue: '时限净文', bareProgress: '落实净文', previous: '上期净文', light: '灯色' };

/** 进度状态 and 填报状态, as the formulas write them (S, F). */
export const statusWords = {
  done: '已办结', doneLate: '逾期办结', overdue: '逾期', dueSoon: '临期', onCourse: '正常推进', open: '长期推进', dueUnread: '时限待核',
  filled: '已填报', notRenewed: '未更新', notFilled: '未填报',
} as const satisfies Record<string, Status | Filled>;

/** 红, 黄, 绿 (C1). */
export const lightWords = { red: '红', yellow: '黄', green: '绿' } as const satisfies Record<string, Light>;

/** What stands between several names in one cell (L4). */
export const separator = '、';

/** Column titles of the roster (L9); the last is a formula: the name that the ledger's drop-down offers. */
export const rosterTitles = ['姓名', '职务', '角色', '科室', '简称', '台账用名'] as const;
export const roleWords = ['组长', '副组长', '成员'] as const;

/** Column titles of 核对备忘; the last is hidden. */
export const hiddenNotesTitles = ['编号', '说明', '隐去理由', '隐去日期', '标识'] as const;
export const hiddenNotesLabels = { title: '核对备忘', note: '以下说明已隐去，核对时不再列出。删去某一行，该说明会重新列出。' } as const;

/** Names of the workbook that the sheets' formulas use. */
export const names = {
  asOf: '基准日', period: '当前报送期', cutOff: '当前截止日', leaders: '领导名单', sections: '科室名单', people: '人员名单',
  periods: '报送期列表', cutOffs: '截止日列表', warningDays: '设置_临期天数', cutOffPassed: '已过截止日', lastReported: '末次报送期',
} as const;

export const nameComments = {
  asOf: '判断进度的日子：设置表填了就用填的日子，没填就是今天', period: '基准日当天或之后最近一次报送', cutOff: '当前报送期的截止日',
  leaders: '分管领导的下拉名单，取自名册', sections: '责任科室的下拉名单，取自名册', people: '责任人的下拉名单，取自名册',
  cutOffPassed: '基准日之前是否已有截止日', lastReported: '最近一次生成双月汇总的报送期，由加载项填写', periods: '全年报送期', cutOffs: '全年截止日', setting: '设置表中的一项',
} as const;

/** Labels of the settings sheet, each with the name that formulas use and a note for the person who edits it. */
export const settingRows = [
  { key: 'title', label: '台账标题', name: '设置_台账标题', note: '显示在任务台账首行' },
  { key: 'unit', label: '单位', name: '设置_单位', note: '报送单位全称' },
  { key: 'year', label: '年度', name: '设置_年度', note: '四位数字，如 2021' },
  { key: 'issuedOn', label: '发文日期', name: '设置_发文日期', note: '通知印发的日子；早于这一天的完成时限会被提示' },
  { key: 'office', label: '汇总科室', name: '设置_汇总科室', note: '收齐各科室材料并汇总报送的科室' },
  { key: 'firstCutOff', label: '首次报送日', name: '设置_首次报送日', note: '第一次报送的日子，20日前含20日' },
  { key: 'everyMonths', label: '报送间隔（月）', name: '设置_报送间隔', note: '每隔几个月报送一次，双月报送填 2' },
  { key: 'weekendRule', label: '遇周末', name: '设置_遇周末', note: '报送日在周六、周日时怎么办' },
  { key: 'warningDays', label: '临期提醒天数', name: '设置_临期天数', note: '距完成时限还有几天起算临期，当天也算' },
  { key: 'asOf', label: '基准日', name: '设置_基准日', note: '留空就是今天；填一个日子，台账就按那一天判断' },
  { key: 'version', label: '格式版本', name: '设置_格式版本', note: '由加载项填写，请勿修改' },
  { key: 'judgedOn', label: '判断日', name: '设置_判断日', note: '自动算出：基准日填了就是基准日，没填就是今天；请勿修改' },
] as const;
export type SettingKey = (typeof settingRows)[number]['key'];

export const weekendWords: Readonly<Record<WeekendRule, string>> = { before: '提前到周五', after: '顺延到周一', keep: '不变' };

export const settingsHeads = ['项目', '内容', '说明'] as const;
export const calendarHeads = ['报送期', '报送日', '截止日'] as const;

export const labels = {
  rosterTitle: '名册', settingsTitle: '设置', calendarTitle: '全年报送安排',
  rosterNote: '人员和科室以本表为准。增加人员请在表中间插入一行；多个简称用“、”分开；领导（组长、副组长）排在成员前面。',
  settingsNote: '只改“内容”一栏。右侧报送安排随之变化。',
  dayPattern: 'yyyy年m月d日', asOfLine: '基准日：', asOfToday: '（今天）', periodLine: '　当前报送期：', cutOffLine: '　截止日：', legend: '图例',
} as const;

/** The legend above the table: a colour with its word (C2, L3). */
export const legend = [
  { light: 'red', text: '红：逾期，或到期未填报' },
  { light: 'yellow', text: '黄：临期、未更新、未填报、时限待核、逾期办结' },
  { light: 'green', text: '绿：正常推进、长期推进、已办结' },
] as const;

export const prompts = {
  leaders: { title: '分管领导', message: '可从名单中选；有多位时用“、”分开，与责任科室顺序一致。' },
  sections: { title: '责任科室', message: '可从名单中选；有多个科室时用“、”分开，牵头科室在前。' },
  owners: { title: '责任人', message: '可从名单中选；有多位时用“、”分开，与责任科室顺序一致。' },
  due: { title: '完成时限', message: '填日期，如 2021-9-30。没有期限的写“长期坚持”。' },
  doneOn: { title: '办结日期', message: '任务办结后填办结那一天，如 2021-9-15；没办结请留空。' },
  asOf: { title: '基准日', message: '留空就是今天；填日期，如 2021-6-18。' },
  weekendRule: { title: '遇周末', message: '请从三项中选一项。' },
  role: { title: '角色', message: '请选：组长、副组长或成员。' },
  number: { title: '填数字', message: '请填整数。' },
} as const;

export const refusals = {
  due: { title: '不是日期', message: '这里一般填日期，如 2021-9-30；没有期限的可写“长期坚持”。仍按刚才的内容填写吗？' },
  doneOn: { title: '请填日期', message: '办结日期要填日期，如 2021-9-15；没办结请留空。' },
  asOf: { title: '请填日期', message: '基准日要填日期，如 2021-6-18；留空就是今天。' },
  weekendRule: { title: '请从名单中选', message: '请选：提前到周五、顺延到周一、不变。' },
  role: { title: '请从名单中选', message: '请选：组长、副组长或成员。' },
  months: { title: '请填整数', message: '报送间隔请填 1 到 12 之间的整数。' },
  days: { title: '请填整数', message: '临期提醒天数请填 0 到 366 之间的整数。' },
} as const;

/** Page footer: page number of pages. &P and &N are Excel's codes. */
export const footers = { page: '第 &P 页，共 &N 页' } as const;

/** Word of a weekend rule back to the rule; undefined when it is none. */
export function weekendRuleOf(word: string): WeekendRule | undefined {
  return (Object.keys(weekendWords) as WeekendRule[]).find((rule) => weekendWords[rule] === word);
}
