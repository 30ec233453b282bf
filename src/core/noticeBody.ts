// The list of tasks in the body of a notice (附件1 §四): indicators, their tasks with deadlines, and the closing sentence with role, count and sections (I6). Knows text and no table.
import { readChineseNumber } from './chineseNumber';
import { runOn } from './noticeText';
import { foldWidth } from './normalizeText';
import { stripOrdinal } from './ordinals';
import type { BodyIndicator, BodyTask } from './planBody';
import { namesOfSections } from './roster';
import type { Roster } from './roster';

/** An indicator of the body with what could not be read in it. */
export interface IndicatorRead {
  readonly indicator: BodyIndicator;
  readonly closing: string;
  readonly lacks: readonly ('closing' | 'role' | 'count' | 'sections' | 'due')[];
}

const chinese = '[一二三四五六七八九十]{1,3}';
const chapter = new RegExp(`(?:^|[。；）)\\n])\\s*(${chinese})、\\s*([^。，（(]{2,30}?)(?=[（(]${chinese}[)）])`, 'g');
const taskChapter = /任务.*分工|责任分工|任务分工|重点任务|工作任务|主要任务|工作措施/;
const due = /[（(]\s*(?:完成时限|完成时间|时限|办理时限)\s*[:：]\s*([^）)]*)[)）]/;
const closing = /(?:该项|此项|本项|上述|以上)(?:工作|任务)[^。]*。?/;
const item = /(?<=^|[。；）)])\s*(?:[0-9]{1,2}[．.、](?![0-9])|[（(][0-9]{1,2}[)）]|[①-⑳])/;

/** Reads the body's list: the chapter that divides the tasks, its indicators in their order. Nothing where there is no such chapter. */
export function readNoticeBody(text: string, roster: Roster): readonly IndicatorRead[] {
  const part = taskPart(runOn(text));
  if (part === undefined) return [];
  const blocks = part.split(new RegExp(`(?:(?<=[。；）)])|^)(?=[（(]${chinese}[)）])`)).map((block) => new RegExp(`^[（(]${chinese}[)）]\\s*([^。；]{1,40})[。]?(.*)$`, 's').exec(block));
  return blocks.flatMap((found) => (found === null ? [] : readIndicator((found[1] ?? '').trim(), found[2] ?? '', roster)));
}

// From the chapter about tasks to the next chapter.
function taskPart(text: string): string | undefined {
  const chapters = [...text.matchAll(chapter)];
  const at = chapters.findIndex(([, , title = '']) => taskChapter.test(title));
  const found = chapters[at];
  if (found === undefined) return undefined;
  const from = found.index + found[0].length;
  const next = new RegExp(`[。；）)]\\s*${chinese}、[^。，（(]{2,30}?(?=[（(]${chinese}[)）]|$)`).exec(text.slice(from));
  return next === null ? text.slice(from) : text.slice(from, from + next.index + 1);
}

function readIndicator(name: string, rest: string, roster: Roster): readonly IndicatorRead[] {
  const end = closing.exec(rest);
  const said = end?.[0] ?? '';
  const body = end === null ? rest : rest.slice(0, end.index);
  const tasks = itemsOf(body).map(readTask);
  if (tasks.length === 0) return [];
  const role = /作为(牵头|主办|配合|协办|参与)/.exec(said)?.[1];
  const number = /涉及\s*([0-9]+|[一二三四五六七八九十]+)\s*[个项条]/.exec(foldWidth(said))?.[1];
  const count = number === undefined ? undefined : readChineseNumber(number);
  const sections = sectionsIn(said, roster);
  const lacks: IndicatorRead['lacks'][number][] = [];
  if (said === '') lacks.push('closing');
  else {
    if (role === undefined) lacks.push('role');
    if (count === undefined) lacks.push('count');
    if (sections.length === 0) lacks.push('sections');
  }
  if (tasks.some((task) => task.due === '')) lacks.push('due');
  const indicator: BodyIndicator = { indicator: name, role: role === '牵头' || role === '主办' ? 'lead' : 'support', count: count ?? tasks.length, sections, tasks };
  return [{ indicator, closing: said, lacks }];
}

// 1．… 2．…: numbers count after the end of a sentence only, for a text is full of others.
function itemsOf(body: string): readonly string[] {
  return body.split(new RegExp(`(?=${item.source})`)).map((each) => each.trim()).filter((each) => each !== '');
}

function readTask(text: string): BodyTask {
  const found = due.exec(text);
  const bare = found === null ? text : text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return { text: stripOrdinal(bare).text, due: runOn(found?.[1] ?? '').trim() };
}

// 由外资科会外贸科、东盟科、港口科负责: 会 parts as 、 does, but not the 会 of 贸促会.
function sectionsIn(said: string, roster: Roster): readonly string[] {
  const list = /由([^。]+?)(?:牵头)?(?:负责|承办|落实|组织实施)/.exec(said)?.[1];
  if (list === undefined) return [];
  const known = namesOfSections(roster);
  const parted = list.split(/[、，,；;和及与]|会同/).flatMap((piece) => (known.has(piece) ? [piece] : piece.split(/(?<=[科室股处办站所队部局中心会])会/)));
  return parted.map((each) => each.trim()).filter((each) => each !== '');
}
