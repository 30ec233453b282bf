// What the bimonthly summary says, on the sheet and in the Word report: titles, heads, lines and sentences (B2). Knows no drawing.
import type { Light } from '../core/light';
import type { WeekendRule } from '../core/plan';
import { dayParts } from '../core/plainDate';
import type { PeriodReport, ReportedTask } from '../core/report';
import type { ChangeKind, Counts, ReturnStanding, Summary, TaskChange } from '../core/summary';
import { rateOf } from '../core/summary';
import type { Status } from '../core/status';
import { separator, weekendWords } from './titles';

/** 进度状态 as reports show them: what is done, what goes on, what presses. */
export const shownStatuses = ['已办结', '逾期办结', '正常推进', '临期', '逾期', '长期推进', '时限待核'] as const satisfies readonly Status[];

/** Name of a period's sheet (B1), and of an older one that made way for it (B4). */
export function summarySheetName(period: string, old?: number): string {
  return `双月汇总${period}${old === undefined ? '' : `(旧${String(old)})`}`;
}

/** The period of a sheet's name, with the number of an old one; undefined for other sheets. */
export function periodOfSheet(name: string): { readonly period: string; readonly old: number | undefined } | undefined {
  const found = /^双月汇总(\d{4}-\d{2})(?:\(旧(\d+)\))?$/.exec(name);
  return found === null ? undefined : { period: found[1] ?? '', old: found[2] === undefined ? undefined : Number(found[2]) };
}

/** 2021年6月18日. */
export function dayWords(day: string): string {
  const { year, month, day: date } = dayParts(day);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}

/** 2021年6月. */
export function periodWords(period: string): string {
  return `${period.slice(0, 4)}年${String(Number(period.slice(5)))}月`;
}

const weekendSentences: Readonly<Record<WeekendRule, string>> = { before: `遇周末${weekendWords.before}`, after: `遇周末${weekendWords.after}`, keep: '遇周末不变' };

export const summaryWords = {
  totals: '总体情况', byIndicator: '各指标进度', bySection: '按责任科室', returns: '各科室分发与回收', byLeader: '按分管领导', overdue: '逾期任务', notFilled: '未填报任务',
  changes: '与上期相比的变化', trend: '历次报送', matrix: '各项指标工作任务落实情况',
  tasks: '任务总数', completion: '完成率', reporting: '填报率', now: '本期', before: '上期', difference: '增减', sum: '合计',
  light: '灯', indicator: '指标', section: '责任科室', leader: '分管领导', lead: '牵头', joining: '配合', owners: '责任人', sections: '分管科室',
  id: '编号', text: '工作任务', due: '完成时限', late: '逾期天数', progress: '落实情况', stands: '进度', change: '变化', period: '报送期',
  sentOn: '分发日期', returnedAt: '收回时间', missing: '缺填的任务', notReturned: '未收回', noneMissing: '无', chartTitle: '各指标任务进度（项）', noName: '（未填）', noId: '未编号的任务', nobody: '未写分管领导和责任科室', nothing: '—', filledBy: '填报人：', checkedBy: '审核人：', reportedOn: '报送日期：',
  sectionNote: '一项任务有几个责任科室的，在每个科室各计一次，所以本表各科室之和可能大于任务总数；总体情况中每项任务只计一次。',
  leaderNote: '一项任务有几位分管领导的，在每位名下各计一次。',
  rateNote: '完成率＝（已办结＋逾期办结）÷任务总数；填报率＝（已填报，以及已办结、逾期办结而不需再填的）÷任务总数，增减的单位是百分点。灯色：逾期或未填报为红；临期、未更新、时限待核、逾期办结为黄；其余为绿。',
  noOverdue: '本期没有逾期任务。', noNotFilled: '本期没有未填报的任务。', noChanges: '各项任务的进度、时限和分工与上期相同。', first: '这是第一次报送，没有上期可比。',
} as const;

/** The three lights as the first page shows them: the word, the number, and what it stands for (C2). */
export function lightBox(light: Light, count: number): string {
  const meaning: Readonly<Record<Light, string>> = { 红: '逾期或未填报', 黄: '临期、未更新等', 绿: '正常或已办结' };
  return `${light}灯 ${String(count)} 项（${meaning[light]}）`;
}

/** Title of the report: that of the ledger, said of what was done. */
export function summaryTitle({ title, unit }: PeriodReport): string {
  const about = title.replace(/\s*(?:工作)?(?:任务)?台账$/, '');
  return `${about === '' ? unit : about}工作任务落实情况汇总表`;
}

/** A space as wide as a character, between the parts of a line. */
const gap = '\u3000';

/** How the line with the period begins: by it a sheet is known again. */
export function periodLineStart(period: string): string {
  return `报送期：${periodWords(period)}${gap}`;
}

/** 报送期 with its cut-off, the rule for weekends, the day of judging (P2, P3). */
export function periodLine({ period, cutOff, judgedOn, weekendRule }: PeriodReport): string {
  return `${periodLineStart(period)}报送截止日：${dayWords(cutOff)}（${weekendSentences[weekendRule]}）${gap}进度判断日：${dayWords(judgedOn)}`;
}

/** Who puts the report together, and when it was made. */
export function madeLine({ unit, office }: PeriodReport, madeAt: string): string {
  return `报送单位：${unit}${gap}汇总科室：${office}${gap}生成时间：${madeAt}`;
}

function listed(parts: readonly string[]): string {
  return parts.join('，');
}

/** The first page in two sentences: how it stands, and what to look at first. */
export function headline({ counts, overdue, notFilled, before }: Summary): readonly string[] {
  const { status, filled } = counts;
  const said = listed([
    `共 ${String(counts.tasks)} 项任务`, `已办结 ${String(status.已办结 + status.逾期办结)} 项${status.逾期办结 > 0 ? `（其中逾期办结 ${String(status.逾期办结)} 项）` : ''}`,
    `逾期 ${String(status.逾期)} 项`, `临期 ${String(status.临期)} 项`, `已填报 ${String(filled.已填报)} 项`, `未更新 ${String(filled.未更新)} 项`, `未填报 ${String(filled.未填报)} 项`,
  ]);
  const compared = before === undefined ? '' : `与上期（${periodWords(before.period)}）相比，已办结${moreOrLess(counts.done - before.counts.done)}，逾期${moreOrLess(status.逾期 - before.counts.status.逾期)}。`;
  const first = overdue.slice(0, 3).map((task) => `${task.id === '' ? summaryWords.noId : task.id} 逾期 ${String(-(task.daysLeft ?? 0))} 天（${answering(task)}）`);
  const attention = overdue.length > 0 ? `请重点关注：${first.join('；')}${overdue.length > 3 ? `；另有 ${String(overdue.length - 3)} 项逾期` : ''}。`
    : notFilled.length > 0 ? `请督促填报：${whoToAsk(notFilled)}。` : '本期没有逾期和未填报的任务。';
  return [`${said}。${compared}`, attention];
}

/** Sections named one by one in a sentence; more of them are only counted. */
const namedSections = 6;

function whoToAsk(tasks: readonly ReportedTask[]): string {
  const sections = [...new Set(tasks.flatMap(({ sections: each }) => each))];
  if (sections.length === 0) return '未填报的任务都没有写责任科室，请先补上';
  return `${sections.slice(0, namedSections).join(separator)}${sections.length > namedSections ? ` 等 ${String(sections.length)} 个科室` : ''}`;
}

function moreOrLess(difference: number): string {
  return difference === 0 ? '持平' : difference > 0 ? `增加 ${String(difference)} 项` : `减少 ${String(-difference)} 项`;
}

/** Who answers for a task: leaders and sections. */
export function answering({ leaders, sections }: ReportedTask): string {
  const named = [leaders.join(separator), sections.join(separator)].filter((each) => each !== '');
  return named.length === 0 ? summaryWords.nobody : named.join('，');
}

/** A difference as the totals show it: +2, -1, 0. */
export function signed(difference: number): string {
  return difference > 0 ? `+${String(difference)}` : String(difference);
}

/** A rate as a text, e.g. 23.1%; a dash where there is nothing to divide. */
export function rateWords(part: number, whole: number): string {
  const rate = rateOf(part, whole);
  return rate === undefined ? summaryWords.nothing : `${String(rate)}%`;
}

/** The difference of two rates in percentage points, to one place; nothing where one of them is none. */
export function rateDifference(now: Counts, before: Counts, of: 'done' | 'reported'): number | undefined {
  const [one, other] = [rateOf(now[of], now.tasks), rateOf(before[of], before.tasks)];
  return one === undefined || other === undefined ? undefined : Math.round((one - other) * 10) / 10;
}

/** A task's text for a list: its beginning, for the whole stands in the matrix. */
export function shortText(text: string): string {
  // By characters and not by halves of them: half of a rare character would spoil the file.
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length <= 40 ? line.join('') : `${line.slice(0, 38).join('')}……`;
}

/** How a task stood in a report, in two words. */
export function standing(task: ReportedTask | undefined): string {
  return task === undefined ? summaryWords.nothing : `${task.status}${separator}${task.filled}`;
}

const changeWords: Readonly<Record<ChangeKind, (change: TaskChange) => string>> = {
  added: () => '本期新增的任务',
  gone: () => '台账中已没有这项任务',
  status: ({ before, now }) => `进度由${before?.status ?? ''}变为${now?.status ?? ''}`,
  due: ({ before, now }) => `完成时限由${shownDue(before)}改为${shownDue(now)}`,
  people: ({ before, now }) => `${[
    ...(before?.leaders.join() === now?.leaders.join() ? [] : ['分管领导']), ...(before?.sections.join() === now?.sections.join() ? [] : ['责任科室']), ...(before?.owners.join() === now?.owners.join() ? [] : ['责任人']),
  ].join(separator)}有调整`,
  text: () => '工作任务的文字有修改',
  progress: () => '落实情况有更新',
};

function shownDue(task: ReportedTask | undefined): string {
  return task === undefined || task.due === '' ? '（空）' : task.due;
}

/** What changed in a task, in one sentence. */
export function changeSentence(change: TaskChange): string {
  return change.kinds.map((kind) => changeWords[kind](change)).join('；');
}

/** How many 落实情况 say something new. */
export function renewedLine(renewed: number): string {
  return renewed === 0 ? '各项任务的落实情况与上期相同。' : `落实情况与上期不同的共 ${String(renewed)} 项；进度、时限和分工有变化的列在下表。`;
}

/** What stands under the heading of the 未填报 list where the total counts tasks that are done. */
export function doneNotFilledLine(count: number): string {
  return `另有 ${String(count)} 项已办结的任务没有新的落实情况，不需再填，未列入。`;
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A heading with its ordinal, the first being 0: 一、总体情况. */
export function numbered(index: number, heading: string): string {
  return `${ordinals[index] ?? String(index + 1)}、${heading}`;
}

/** A heading with the number of what is listed under it. */
export function withCount(heading: string, count: number): string {
  return `${heading}（${String(count)} 项）`;
}

/** A section's line among the returns: name, tasks, when its copy went out and came back, on which tasks it had nothing of its own. */
export function returnCells({ section, tasks, sentOn, returnedAt, missing }: ReturnStanding): readonly [string, number, string, string, string] {
  return [section, tasks, sentOn === '' ? summaryWords.nothing : dayWords(sentOn), returnedAt === '' ? summaryWords.notReturned : returnedAt, missing.length === 0 ? summaryWords.noneMissing : missing.join(separator)];
}
