// A notice's text as a draft of the year's plan: people, the body's tasks, title, unit, year and the calendar of reports (I1, I5, I6, P1). Knows text and no file; all of it is to be confirmed.
import { readChineseNumber } from './chineseNumber';
import { readDue } from './deadline';
import type { IndicatorRead } from './noticeBody';
import { readNoticeBody } from './noticeBody';
import { partsOfNotice, runOn } from './noticeText';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { Calendar, Plan, PlanSettings } from './plan';
import type { PlanBody } from './planBody';
import type { PlainDate } from './plainDate';
import { dayParts, makePlainDate } from './plainDate';
import type { Level, Place, Problem } from './problem';
import type { Roster } from './roster';
import type { RosterGuess } from './rosterText';
import { readRosterText } from './rosterText';
import type { OpenShortName, ShortNameProposal } from './shortNames';
import { proposeShortNames, withShortNames } from './shortNames';
import type { Task } from './task';

/** Parts of a plan that a notice can say. */
export type NoticeField = 'title' | 'unit' | 'year' | 'issuedOn' | 'office' | 'firstCutOff' | 'everyMonths' | 'roster' | 'shortNames' | 'body' | 'role' | 'count' | 'sections';

/** One thing that was taken from the notice, with the words from which it was taken (I5). */
export interface NoticeGuess {
  readonly key: string;
  readonly field: NoticeField;
  readonly reason: 'said' | 'worked' | 'usual';
  readonly text: string;
  readonly understood: string;
}

/** A notice as read: a draft, never a plan. */
export interface NoticeReading {
  /** Absent where the text has neither people nor tasks. */
  readonly draft?: Plan;
  readonly body?: PlanBody;
  readonly roster: Roster;
  readonly shortNames: { readonly proposals: readonly ShortNameProposal[]; readonly open: readonly OpenShortName[] };
  readonly guesses: readonly NoticeGuess[];
  readonly rosterGuesses: readonly RosterGuess[];
  readonly problems: readonly Problem[];
}

type Note = (field: NoticeField, reason: NoticeGuess['reason'], text: string, understood: string | number) => void;

const numeral = '[0-9〇○零一二三四五六七八九十]';
const dayForm = new RegExp(`(${numeral}{4})年(${numeral}{1,3})月(${numeral}{1,3})日`);
const bureau = '[\\u3400-\\u9fff]{2,16}?(?:局|委员会|委|办公室|厅|部|院|中心)';

/** Reads the text of a notice as a draft (I1): people of 附件2, tasks of 附件1, and what the front says. What it does not say is left empty and reported. */
export function readNotice(text: string): NoticeReading {
  const guesses: NoticeGuess[] = [];
  const problems: Problem[] = [];
  const note: Note = (field, reason, from, understood) => {
    guesses.push({ key: `${field}:${guesses.length}`, field, reason, text: from, understood: String(understood) });
  };
  const parts = partsOfNotice(text);
  const people = readRosterText(parts.people);
  const found = readNoticeBody(parts.plan, people.roster);
  const settings = readSettings(parts.front, runOn(text), note, problems);
  const named = proposeShortNames(people.roster, [...found.flatMap(({ indicator }) => indicator.sections), settings.office, ...addressed(parts.front)].filter((name) => name !== ''));
  const roster = withShortNames(people.roster, named.proposals);
  if (people.roster.people.length > 0) note('roster', 'said', '', people.roster.people.length);
  for (const { section, shortName } of named.proposals) note('shortNames', 'worked', shortName, section);

  problems.push(...(parts.people === '' ? [problem('noRosterText', 'warning', {}, {})] : people.problems), ...bodyProblems(found));
  if (parts.tables.length > 0) problems.push(problem('tableAsText', 'warning', {}, {}));
  const unit = unitInMatrix(settings.unit);
  const body: PlanBody | undefined = found.length === 0 ? undefined : { unit, indicators: found.map(({ indicator }) => indicator) };
  for (const { indicator, closing } of found) {
    note('body', 'said', indicator.indicator, indicator.tasks.length);
    if (closing !== '') note('sections', 'said', closing, indicator.sections.join('、'));
  }
  const nothing = body === undefined && roster.people.length === 0;
  return {
    ...(nothing ? {} : { draft: { settings, roster, tasks: draftTasks(body, settings.year) } }), ...(body === undefined ? {} : { body }),
    roster, shortNames: named, guesses, rosterGuesses: people.guesses, problems: nothing ? [problem('noNotice', 'error', {}, {})] : problems,
  };
}

function readSettings(front: string, whole: string, note: Note, problems: Problem[]): PlanSettings {
  const plain = runOn(front);
  const issued = issuedOn(plain);
  if (issued === undefined) problems.push(problem('noIssueDay', 'warning', { column: 'issuedOn' }, {}));
  else note('issuedOn', 'said', issued.text, issued.day);
  const year = issued === undefined ? Number(/(20[0-9]{2})年/.exec(foldWidth(whole))?.[1] ?? 0) : dayParts(issued.day).year;
  if (year > 0) note('year', 'worked', issued?.text ?? '', year);
  const document = /《([^《》]+?)(?:实施|工作|行动)?方案》/.exec(plain);
  const unit = unitOf(front, document?.[1] ?? '');
  if (unit === '') problems.push(problem('noUnit', 'warning', { column: 'unit' }, {}));
  else note('unit', 'said', unit, unit);
  const name = (document?.[1] ?? '').trim();
  if (name === '') problems.push(problem('noTitle', 'warning', { column: 'title' }, {}));
  const title = name === '' ? '' : `${name}工作任务台账`;
  if (document !== null) note('title', 'worked', document[0], title);
  const { calendar, office } = readCalendar(whole, year, note, problems);
  return { title, unit, year, issuedOn: issued?.day ?? '0001-01-01', office, calendar, warningDays: 30, asOf: '' };
}

// The day beside 印发, else the last day that the front names: there the unit signs.
function issuedOn(front: string): { readonly day: PlainDate; readonly text: string } | undefined {
  const printed = new RegExp(`${dayForm.source}印发`).exec(front);
  const all = [...front.matchAll(new RegExp(dayForm.source, 'g'))];
  const found = printed ?? all[all.length - 1];
  if (found === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = [found[1], found[2], found[3]].map((part) => readChineseNumber(part ?? '') ?? 0);
  const on = makePlainDate(year, month, day);
  return on === undefined ? undefined : { day: on, text: found[0] };
}

// The line of its own above the day; else the name with which the plan's title begins.
function unitOf(front: string, title: string): string {
  const whole = new RegExp(`^${bureau}$`);
  const lines = front.split(/\n/).map((line) => withoutBlanks(line)).filter((line) => line !== '');
  const signed = lines.findIndex((line, at) => whole.test(line) && dayForm.test(lines[at + 1] ?? ''));
  return (signed < 0 ? undefined : lines[signed]) ?? new RegExp(`^(${bureau})(?=[“"”关贯落])`).exec(title)?.[1] ?? '';
}

// 每双月20日前报审批科汇总报送（首次报送时间为4月20日）
function readCalendar(whole: string, year: number, note: Note, problems: Problem[]): { readonly calendar: Calendar; readonly office: string } {
  const text = foldWidth(whole);
  const rhythm = /每(双月|单月|两个月|季度|季|半年|月|[二三四六]个月)(?:末)?的?([0-9]{1,2})日/.exec(text);
  const months = { 双月: 2, 单月: 2, 两个月: 2, 二个月: 2, 季度: 3, 季: 3, 三个月: 3, 四个月: 4, 六个月: 6, 半年: 6, 月: 1 }[rhythm?.[1] ?? ''] ?? 2;
  const first = /首次(?:报送|上报|汇报)(?:时间)?(?:为|是|于)?(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日/.exec(text);
  const day = first === null ? undefined : makePlainDate(Number(first[1] ?? year), Number(first[2]), Number(first[3]));
  const office = /(?:日前|之前|前)(?:报送?|报至|送|汇总报)([\u3400-\u9fff]{1,12}?(?:科|室|股|处|办公室|办))(?:汇总|统一|收集|备案|报送)/.exec(text)?.[1] ?? '';
  if (rhythm === null) problems.push(problem('noRhythm', 'warning', { column: 'everyMonths' }, {}));
  else note('everyMonths', 'said', rhythm[0], months);
  if (day === undefined) problems.push(problem('noFirstReport', 'warning', { column: 'firstCutOff' }, {}));
  else note('firstCutOff', 'said', first?.[0] ?? '', day);
  if (office === '') problems.push(problem('noOffice', 'warning', { column: 'office' }, {}));
  else note('office', 'said', office, office);
  const usual = makePlainDate(year > 0 ? year : 2000, Math.min(12, months), Number(rhythm?.[2] ?? 20)) ?? '0001-01-01';
  if (day === undefined && rhythm !== null) note('firstCutOff', 'usual', rhythm[0], usual);
  return { calendar: { firstCutOff: day ?? usual, everyMonths: months, weekendRule: 'before' }, office };
}

// 局各科室、贸促会：the line of address names sections by their short names.
function addressed(front: string): readonly string[] {
  const line = runOn(front).match(/(?:号|^)([^。：:号]{2,60})[:：]/)?.[1] ?? '';
  return line.split('、').map((name) => withoutBlanks(name)).filter((name) => name.length > 1 && !/各|有关|相关/.test(name));
}

/** How a matrix calls the bureau that issues it: 市商务局 for 湛江市商务局. */
export function unitInMatrix(unit: string): string {
  const found = /^[\u3400-\u9fff]{1,6}?([省市县区旗].{2,})$/.exec(unit);
  return found?.[1] ?? unit;
}

function draftTasks(body: PlanBody | undefined, year: number): readonly Task[] {
  return (body?.indicators ?? []).flatMap(({ indicator, role, sections, tasks }, group) => tasks.map(({ text, due }, place): Task => ({
    id: `${group + 1}.${place + 1}`, indicator, leadUnit: role === 'lead' ? (body?.unit ?? '') : '', supportUnits: role === 'support' && body !== undefined && body.unit !== '' ? [body.unit] : [],
    // Whom a section has for it, and which leader, the body does not say.
    text, leaders: [], sections, owners: [], due: readDue(due, { year }), progress: '', remark: '', doneOn: '',
  })));
}

function bodyProblems(found: readonly IndicatorRead[]): readonly Problem[] {
  if (found.length === 0) return [problem('noBodyText', 'warning', {}, {})];
  return found.flatMap(({ indicator, lacks }) => [
    ...lacks.map((lack) => problem(lack === 'due' ? 'bodyLacksDue' : 'bodyLacks', 'warning', {}, { indicator: indicator.indicator, field: lack })),
    ...(indicator.count === indicator.tasks.length ? [] : [{ rule: 'I6', kind: 'bodyCount', level: 'warning' as const, at: {}, values: { indicator: indicator.indicator, body: indicator.count, listed: indicator.tasks.length } }]),
  ]);
}

function problem(kind: string, level: Level, at: Place, values: Problem['values']): Problem {
  return { rule: 'I1', kind, level, at, values };
}
