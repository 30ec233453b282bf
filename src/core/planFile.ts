// A plan file (I1): what it must hold, and every fault in it with its place. Knows JSON values and no files; never stops at the first fault.
import { checkTasks } from './checks';
import type { Findings, JsonObject } from './jsonShape';
import { beginFindings, isObject, noteUnknownKeys, refuse, refuseField, report, takeList, takeObject, takeOptionalText, takeText, takeWhole } from './jsonShape';
import { foldWidth, withoutBlanks } from './normalizeText';
import type { Calendar, Plan, PlanSettings, WeekendRule } from './plan';
import type { PlainDate } from './plainDate';
import { dayParts, parsePlainDate } from './plainDate';
import { parseTasks } from './planTasks';
import type { Place, Result } from './problem';
import type { Person, Role, Roster, Section } from './roster';
import { namesOfPeople, namesOfSections } from './roster';

const settingFields = ['title', 'unit', 'year', 'issuedOn', 'office', 'calendar', 'warningDays', 'asOf'];
const roles: readonly Role[] = ['组长', '副组长', '成员'];
const weekendRules: readonly WeekendRule[] = ['before', 'after', 'keep'];
const noDay = '0001-01-01';

/**
 * Takes a plan from the JSON of a plan file (I1). The plan is refused where a cell could not be written or a task could not be found
 * again: fields missing or of the wrong kind, 编号 repeated or ill-formed, texts that no cell holds, days that do not exist. It is taken,
 * with problems, where a person can mend it in the ledger: an unreadable 完成时限 (D2), unknown names (O2, O6) and the like.
 */
export function parsePlan(json: unknown, file: string): Result<Plan> {
  const findings = beginFindings(file);
  const object = takeObject(json, 'plan', {}, findings);
  if (object === undefined) return { ok: false, problems: findings.problems };
  noteUnknownKeys(object, ['settings', 'roster', 'tasks'], 'plan', {}, findings);

  const settings = parseSettings(takePart(object, 'settings', findings), findings);
  const roster = parseRoster(takePart(object, 'roster', findings), findings);
  const list = takeList(object, 'tasks', {}, findings) ?? [];
  const context = { year: settings.year, people: namesOfPeople(roster), sections: namesOfSections(roster) };
  const rows = object['tasks'] === undefined ? [] : parseTasks(list, context, findings);
  checkOffice(settings, roster, findings);
  if (findings.refused) return { ok: false, problems: findings.problems };

  const problems = [...findings.problems, ...checkTasks(rows, { settings, roster })];
  return { ok: true, value: { settings, roster, tasks: rows.map((row) => row.task) }, problems };
}

function takePart(object: JsonObject, key: string, findings: Findings): JsonObject {
  if (isObject(object[key])) return object[key];
  refuseField(object[key], key, 'object', {}, findings);
  // Reading goes on with nothing in it, and what it lacks has been said.
  return emptyPart;
}

const emptyPart: JsonObject = {};

function parseSettings(object: JsonObject, findings: Findings): PlanSettings {
  if (object === emptyPart) return emptySettings;
  const at: Place = {};
  noteUnknownKeys(object, settingFields, 'settings', at, findings);
  return {
    title: takeText(object, 'title', at, findings),
    unit: takeText(object, 'unit', at, findings),
    year: takeWhole(object, 'year', { from: 1990, to: 2199 }, 'L9', at, findings),
    issuedOn: takeDay(object, 'issuedOn', 'D4', findings),
    office: takeText(object, 'office', at, findings),
    calendar: parseCalendar(object, findings),
    warningDays: takeWhole(object, 'warningDays', { from: 0, to: 366 }, 'S6', at, findings),
    asOf: takeOptionalText(object, 'asOf', at, findings).trim() === '' ? '' : takeDay(object, 'asOf', 'L9', findings),
  };
}

function parseCalendar(settings: JsonObject, findings: Findings): Calendar {
  const object = settings['calendar'];
  if (!isObject(object)) {
    refuseField(object, 'calendar', 'object', {}, findings);
    return emptySettings.calendar;
  }
  noteUnknownKeys(object, ['firstCutOff', 'everyMonths', 'weekendRule'], 'calendar', {}, findings);
  const firstCutOff = takeDay(object, 'firstCutOff', 'P1', findings);
  const year = settings['year'];
  if (firstCutOff !== noDay && typeof year === 'number' && dayParts(firstCutOff).year !== year) {
    report(findings, 'P1', 'otherYear', 'warning', { column: 'firstCutOff' }, { day: firstCutOff, year });
  }
  const rule = takeText(object, 'weekendRule', {}, findings);
  const weekendRule = weekendRules.find((each) => each === rule);
  if (weekendRule === undefined && typeof object['weekendRule'] === 'string') refuse(findings, 'P2', 'notAChoice', { column: 'weekendRule' }, { field: 'weekendRule', found: rule, choices: weekendRules.join('、') });
  return { firstCutOff, everyMonths: takeWhole(object, 'everyMonths', { from: 1, to: 12 }, 'P1', {}, findings), weekendRule: weekendRule ?? 'before' };
}

function takeDay(object: JsonObject, key: string, rule: string, findings: Findings): PlainDate {
  const text = takeText(object, key, {}, findings);
  const day = parsePlainDate(text.trim());
  if (day === undefined && typeof object[key] === 'string') refuse(findings, rule, 'notADay', { column: key }, { field: key, text });
  return day ?? noDay;
}

function parseRoster(object: JsonObject, findings: Findings): Roster {
  if (object === emptyPart) return { people: [], sections: [] };
  noteUnknownKeys(object, ['people', 'sections'], 'roster', {}, findings);
  const people = (takeList(object, 'people', {}, findings) ?? []).flatMap((value, index) => parsePerson(value, { index: index + 1 }, findings));
  const sections = (takeList(object, 'sections', {}, findings) ?? []).flatMap((value, index) => parseSection(value, { index: index + 1 }, findings));
  const roster = { people, sections };
  checkRoster(roster, findings);
  return roster;
}

function parsePerson(value: unknown, at: Place, findings: Findings): Person[] {
  const object = takeObject(value, 'person', at, findings);
  if (object === undefined) return [];
  noteUnknownKeys(object, ['name', 'post', 'role', 'section'], 'person', at, findings);
  const name = withoutBlanks(foldWidth(takeText(object, 'name', at, findings)));
  if (name === '' && typeof object['name'] === 'string') refuse(findings, 'O2', 'personWithoutName', { ...at, column: 'name' }, {});
  const word = takeText(object, 'role', at, findings);
  const role = roles.find((each) => each === word);
  if (role === undefined && typeof object['role'] === 'string') refuse(findings, 'O8', 'notAChoice', { ...at, column: 'role' }, { field: 'role', found: word, choices: roles.join('、') });
  return [{ name, post: takeText(object, 'post', at, findings), role: role ?? '成员', section: takeOptionalText(object, 'section', at, findings).trim() }];
}

function parseSection(value: unknown, at: Place, findings: Findings): Section[] {
  const object = takeObject(value, 'section', at, findings);
  if (object === undefined) return [];
  noteUnknownKeys(object, ['name', 'shortNames'], 'section', at, findings);
  const name = withoutBlanks(foldWidth(takeText(object, 'name', at, findings)));
  if (name === '' && typeof object['name'] === 'string') refuse(findings, 'O6', 'sectionWithoutName', { ...at, column: 'name' }, {});
  const shortNames = takeList(object, 'shortNames', at, findings) ?? [];
  return [{
    name,
    shortNames: shortNames.flatMap((each) => {
      if (typeof each === 'string') return [withoutBlanks(foldWidth(each))];
      refuseField(each ?? null, 'shortNames', 'text', at, findings);
      return [];
    }),
  }];
}

// What the roster says twice or of nobody can be mended on the sheet 名册, so the plan is taken.
function checkRoster(roster: Roster, findings: Findings): void {
  const people = new Set<string>();
  roster.people.forEach(({ name, section }, index) => {
    if (people.has(name)) report(findings, 'O2', 'personTwice', 'warning', { index: index + 1, column: 'name' }, { name });
    people.add(name);
    if (section !== '' && !roster.sections.some((each) => each.name === section)) report(findings, 'O6', 'personsSectionUnknown', 'warning', { index: index + 1, column: 'section' }, { name, section });
  });
  const owners = new Map<string, string>();
  for (const section of roster.sections) {
    for (const word of new Set([section.name, ...section.shortNames])) {
      const other = owners.get(word);
      if (other !== undefined) report(findings, 'O6', 'shortNameShared', 'warning', { column: 'shortNames' }, { name: word, sections: `${other}、${section.name}` });
      else owners.set(word, section.name);
    }
  }
}

function checkOffice({ office }: PlanSettings, roster: Roster, findings: Findings): void {
  const known = namesOfSections(roster);
  if (office !== '' && known.size > 0 && !known.has(office)) report(findings, 'O6', 'officeUnknown', 'warning', { column: 'office' }, { name: office });
}

const emptySettings: PlanSettings = {
  title: '', unit: '', year: 2000, issuedOn: noDay, office: '', calendar: { firstCutOff: noDay, everyMonths: 2, weekendRule: 'before' }, warningDays: 30, asOf: '',
};
