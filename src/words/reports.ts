// The screens of reports: which is next, who has filled in what for it, the year's calendar, the preview, what was made and its files.
import type { WeekendRule } from '../core/plan';
import type { PlainDate } from '../core/plainDate';
import { sayDay } from './days';

const items = (count: number): string => `${String(count)}项`;

/** 2021年6月 for '2021-06'; other text stays as it is. */
function sayPeriod(period: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  return year === undefined ? period : `${year}年${String(Number(month))}月`;
}

/** How the day of a cut-off was found. */
interface SaidCutOff { readonly nominalOn: PlainDate; readonly cutOff: PlainDate }

/** What a report counts, as far as the words need it. */
interface SaidCounts {
  readonly tasks: number;
  readonly done: number;
  readonly status: { readonly 逾期: number; readonly 临期: number; readonly 逾期办结: number };
  readonly filled: { readonly 已填报: number; readonly 未更新: number; readonly 未填报: number };
}

const more = (difference: number): string => (difference === 0 ? '持平' : difference > 0 ? `增加${items(difference)}` : `减少${items(-difference)}`);

export const reportWords = {
  title: '双月报送',
  period: sayPeriod,
  items,
  reading: '正在查看各期报送',
  readFailed: '没能查看各期报送',
  refused: '现在看不了各期报送',
  again: '重新读取',
  goTo: '转到该单元格',
  noPeriods: '按设置表的首次报送日和报送间隔，今年没有报送。请核对设置表。',

  nextTitle: '本期报送',
  cutOff: (day: PlainDate) => `报送截止日是${sayDay(day)}`,
  daysLeft: (days: number) => (days > 0 ? `还有${String(days)}天` : days === 0 ? '就是今天' : `已过${String(-days)}天`),
  weekend: ({ nominalOn, cutOff }: SaidCutOff, rule: WeekendRule) => {
    const said: Readonly<Record<WeekendRule, string>> = { before: '提前到星期五', after: '顺延到星期一', keep: '不变' };
    return nominalOn === cutOff ? `截止日遇周末${said[rule]}。` : `原定${sayDay(nominalOn)}，遇周末${said[rule]}。`;
  },
  notMade: '这一期的汇总还没有生成。',
  madeOn: (madeAt: string, version: number) => `已生成第${String(version)}版，时间是${madeAt}。`,
  missed: (periods: readonly string[]) => `${periods.map(sayPeriod).join('、')}过了截止日，还没有生成汇总。可以在下面的报送安排里补做。`,

  fillingTitle: '各科室填报情况',
  fillingSum: (tasks: number, filled: number, notRenewed: number, missing: number) => `共${items(tasks)}：已填${items(filled)}，未更新${items(notRenewed)}，未填${items(missing)}。`,
  fillingNote: '已办结的任务不需再填，算作已填。几个科室的任务，在每个科室各计一次。',
  section: '科室',
  tasks: '任务',
  filled: '已填',
  notRenewed: '未更新',
  missing: '未填',
  none: '（空）',
  missingTitle: (section: string) => `${section}还缺的任务`,
  fillIn: (id: string) => `转到任务${id}的落实情况`,
  emptyLedger: '台账里还没有任务。',

  calendarTitle: '全年报送安排',
  standing: { made: '已生成', next: '本期', missed: '未生成', later: '未到期' },
  entryCutOff: (day: PlainDate) => `${sayDay(day)}截止`,
  entryMade: (madeAt: string, version: number, hasSheet: boolean) => `${madeAt}生成，第${String(version)}版${hasSheet ? '' : '；汇总表已不在工作簿里'}`,
  show: (period: string) => `打开${sayPeriod(period)}的汇总表`,
  download: '下载',
  downloadOf: (period: string) => `下载${sayPeriod(period)}的汇总`,
  make: '生成',
  makeOf: (period: string) => `生成${sayPeriod(period)}汇总`,
  remake: '重新生成',
  remakeOf: (period: string) => `重新生成${sayPeriod(period)}汇总`,

  previewTitle: (period: string) => `${sayPeriod(period)}汇总：预览`,
  notYet: '以下内容确认后才会写入。',
  cutOffLabel: '截止日',
  judgedOnLabel: '进度判断日',
  sheetLabel: '工作表',
  sourceLabel: '内容来源',
  fromHistory: '照当时报送的内容',
  fromHistoryNote: (madeAt: string) => `取自“报送历史”，与${madeAt}生成的一样，不受台账后来改动的影响。`,
  fromLedger: '按台账现在的内容',
  fromLedgerNote: '按台账里现在写的重新统计，并在“报送历史”里记为新的一版。以前各版都保留。',
  counted: ({ tasks, done, status, filled }: SaidCounts) =>
    `共${items(tasks)}任务：已办结${items(done)}${status.逾期办结 === 0 ? '' : `（其中逾期办结${items(status.逾期办结)}）`}，逾期${items(status.逾期)}，临期${items(status.临期)}；已填报${items(filled.已填报)}，未更新${items(filled.未更新)}，未填报${items(filled.未填报)}。`,
  compared: (period: string, done: number, overdue: number) => `与上期（${sayPeriod(period)}）相比，已办结${more(done)}，逾期${more(overdue)}。`,
  first: '这是第一次报送，没有上期可比。',
  early: (current: string) => `这一期还没有到报送的时候，本期是${sayPeriod(current)}。提前生成后，台账的“未更新”就与这一期的内容比较，请想好再生成。`,
  exists: (sheet: string, keptAs: string) => `工作簿里已有“${sheet}”表。要再生成一张吗？旧表改名为“${keptAs}”，内容不变；新表用“${sheet}”这个名字。`,
  problems: (count: number) => `台账里有${String(count)}处须改正。汇总可以照样生成，但会照台账现在的样子写；建议先改好。`,
  toCheck: '去检查台账',
  changedMeanwhile: (sheet: string) => `“${sheet}”表在预览之后有了改动，刚才没有写入。下面是重新统计的预览，请再看一遍。`,
  write: '生成汇总',
  writeAgain: '保留旧表，再生成一张',
  cancel: '不生成',
  planning: '正在统计',
  cannot: '不能生成这一期汇总',
  toList: '返回报送',
  noLedger: '本工作簿还没有任务台账。请先建立台账。',

  writing: (period: string) => `正在生成${sayPeriod(period)}汇总`,
  preparing: '正在核对工作簿',
  progress: (done: number, of: number) => `已完成 ${String(done)}/${String(of)} 步`,
  stayHere: '请不要关闭面板，也不要编辑工作簿。中途失败会恢复原样。',

  doneTitle: (period: string) => `${sayPeriod(period)}汇总已生成`,
  doneSheet: (sheet: string) => `写在“${sheet}”表里。请保存工作簿。`,
  doneKept: (keptAs: string) => `原来的一张改名为“${keptAs}”，内容不变。`,
  keptTitle: (period: string) => `${sayPeriod(period)}汇总`,
  keptText: (madeAt: string, version: number) => `内容取自“报送历史”，是${madeAt}生成的第${String(version)}版。下载不改动工作簿。`,
  openSheet: '打开汇总表',
  filesTitle: '下载文件',
  word: 'Word 报告',
  workbook: '单独的汇总工作簿',
  filesNote: 'Word 报告是公文格式，可以修改后报送；单独的汇总工作簿只有这一张表，不带台账。',
  drawing: '正在准备文件',
  saved: (file: string) => `“${file}”已交给浏览器保存，一般在“下载”文件夹里。`,
  notSaved: '没有找到文件时，请点上面的链接再存一次；仍然没有的，说明这里不允许面板保存文件，请打开工作簿里的汇总表，右键点工作表标签，选“移动或复制”，建立副本到新工作簿。',
  refusedSaving: (file: string) => `这里不允许面板保存文件，“${file}”没有存下来。请打开工作簿里的汇总表，右键点工作表标签，选“移动或复制”，建立副本到新工作簿。`,
  saveAgain: (file: string) => `再存一次：${file}`,

  historyTitle: '历次报送',
  noHistory: '这项任务还没有报送过。',
  historyLabel: (period: string, status: string, filled: string) => `${sayPeriod(period)}，${status}，${filled}`,
  emptyProgress: '落实情况没有填。',

  faultTitle: { reportPlan: '没能统计这一期', report: '没能生成汇总', reportFile: '没能准备文件' },
};
