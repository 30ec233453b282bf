// The tasks of a plan file, taken from unknown JSON (L2, L4–L6, I1). Knows the shape of a task in a file; checks nothing that a roster or a calendar decides.
import type { CheckedTask } from './checks';
import { readDue } from './deadline';
import { checkText, noteUnknownKeys, refuse, refuseField, report, takeObject, takeOptionalText, takeText } from './jsonShape';
import type { Findings, JsonObject } from './jsonShape';
import { joinNames, splitNames, splitUnits } from './names';
import type { NameColumn } from './owners';
import { normalizeText } from './normalizeText';
import { stripOrdinal } from './ordinals';
import { parsePlainDate } from './plainDate';
import type { Place } from './problem';
import type { Task } from './task';
import { isTaskId } from './taskId';

/** Fields that each task of a plan file must have; 落实情况, 备注 and 办结日期 may be missing before the work begins. */
const requiredFields = ['id', 'indicator', 'leadUnit', 'supportUnits', 'text', 'leaders', 'sections', 'owners', 'due'] as const;
const optionalFields = ['progress', 'remark', 'doneOn', 'doneOnText'] as const;
const allFields: readonly string[] = [...requiredFields, ...optionalFields];

/** What reading a task needs to know beside the file. */
export interface TaskContext {
  readonly year: number;
  readonly people: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

/** Takes the tasks of a plan file; a fault that spoils the file is refused in `findings`. Each task comes with its place and what was written there. */
export function parseTasks(list: readonly unknown[], context: TaskContext, findings: Findings): readonly CheckedTask[] {
  if (list.length === 0) refuse(findings, 'I1', 'noTasks', {}, {});
  const objects = list.map((value, index) => takeObject(value, 'task', { index: index + 1 }, findings));
  const lacking = refuseLackingColumns(objects, findings);
  const tasks = objects.flatMap((object, index) => (object === undefined ? [] : [parseTask(object, index + 1, lacking, context, findings)]));
  checkNumbers(tasks, findings);
  return tasks;
}

// A column that no task has is one fault and not 20,000.
function refuseLackingColumns(objects: readonly (JsonObject | undefined)[], findings: Findings): ReadonlySet<string> {
  const present = objects.filter((object) => object !== undefined);
  if (present.length < 2) return new Set();
  const lacking = requiredFields.filter((key) => present.every((object) => object[key] === undefined));
  for (const key of lacking) refuse(findings, 'L2', 'lacksColumn', { column: key }, { field: key });
  return new Set(lacking);
}

function parseTask(given: JsonObject, index: number, lacking: ReadonlySet<string>, context: TaskContext, findings: Findings): CheckedTask {
  // Where the whole column is missing, that has been said once; here it reads as empty.
  const object = lacking.size === 0 ? given : { ...Object.fromEntries([...lacking].map((key) => [key, ''])), ...given };
  const taskId = typeof object['id'] === 'string' ? object['id'].trim() : '';
  const at: Place = taskId === '' ? { index } : { index, taskId };
  noteUnknownKeys(object, allFields, 'task', at, findings);

  const id = takeText(object, 'id', at, findings);
  if (id.trim() === '' && typeof given['id'] === 'string') refuse(findings, 'L6', 'emptyId', { ...at, column: 'id' }, {});
  const text = (key: 'indicator' | 'leadUnit' | 'text'): string => tidyText(takeText(object, key, at, findings), key, at, findings);
  const indicator = text('indicator');
  const leadUnit = text('leadUnit');
  const supportUnits = takeStrings(object, 'supportUnits', at, findings).flatMap((part) => splitUnits(part));
  const taskText = text('text');
  for (const [key, value] of [['indicator', indicator], ['text', taskText]] as const) {
    if (value === '' && !lacking.has(key)) report(findings, 'L2', 'emptyCell', 'error', { ...at, column: key }, { field: key });
  }
  const written: Partial<Record<NameColumn, string>> = {};
  const names = (column: NameColumn): readonly string[] => {
    const parts = takeStrings(object, column, at, findings);
    // What a list holds is already parted: only the parts are looked at, not what stands between them.
    written[column] = parts.join('、');
    return parts.flatMap((part) => takeNames(part, column, at, context, findings));
  };
  const task: Task = {
    id: taskId, indicator: withoutOrdinal(indicator, at, findings), leadUnit, supportUnits, text: taskText,
    leaders: names('leaders'), sections: names('sections'), owners: names('owners'),
    due: takeDue(object, at, context.year, findings),
    progress: takeOptionalText(object, 'progress', at, findings),
    remark: takeOptionalText(object, 'remark', at, findings),
    ...takeDoneOn(object, at, findings),
  };
  return { task, at: { file: findings.file, index }, written };
}

function tidyText(text: string, column: string, at: Place, findings: Findings): string {
  const tidy = normalizeText(text);
  if (tidy !== text) report(findings, 'L4', 'typesetting', 'note', { ...at, column }, { text: text.slice(0, 40) });
  return tidy;
}

function withoutOrdinal(indicator: string, at: Place, findings: Findings): string {
  const { ordinal, text } = stripOrdinal(indicator);
  if (ordinal !== undefined) report(findings, 'I4', 'ordinal', 'note', { ...at, column: 'indicator' }, { text: indicator, name: text });
  return text;
}

// Lists are lists of texts; one text with names in it is taken apart like a cell.
function takeStrings(object: JsonObject, key: string, at: Place, findings: Findings): readonly string[] {
  const value = object[key];
  const here = { ...at, column: key };
  if (typeof value === 'string') {
    checkText(value, here, findings);
    return value.trim() === '' ? [] : [value];
  }
  if (!Array.isArray(value)) {
    refuseField(value, key, 'list', at, findings);
    return [];
  }
  const texts: string[] = [];
  for (const each of value as readonly unknown[]) {
    if (typeof each === 'string') texts.push(each);
    else refuseField(each ?? null, key, 'text', at, findings);
  }
  const joined = joinNames(texts);
  checkText(joined, here, findings);
  return texts.filter((text) => text.trim() !== '');
}

function takeNames(text: string, column: NameColumn, at: Place, context: TaskContext, findings: Findings): readonly string[] {
  const { names, guesses } = splitNames(text, column === 'sections' ? context.sections : context.people);
  for (const guess of guesses) {
    const kind = { spaces: 'namesBySpaces', joined: 'namesJoined', runTogether: 'namesRunTogether' }[guess.kind];
    report(findings, 'I5', kind, 'warning', { ...at, column }, { text: guess.text, names: joinNames(guess.names) });
  }
  return names;
}

function takeDue(object: JsonObject, at: Place, year: number, findings: Findings): Task['due'] {
  const value = object['due'];
  if (typeof value === 'number') return readDue(value, { year });
  return readDue(takeText(object, 'due', at, findings), { year });
}

function takeDoneOn(object: JsonObject, at: Place, findings: Findings): Pick<Task, 'doneOn' | 'doneOnText'> {
  const text = takeOptionalText(object, 'doneOn', at, findings).trim();
  const kept = takeOptionalText(object, 'doneOnText', at, findings);
  const doneOn = parsePlainDate(text);
  if (doneOn !== undefined) return { doneOn };
  const unread = text === '' ? kept : text;
  return unread === '' ? { doneOn: '' } : { doneOn: '', doneOnText: unread };
}

function checkNumbers(tasks: readonly CheckedTask[], findings: Findings): void {
  const first = new Map<string, number>();
  const indicators = new Map<string, string>();
  tasks.forEach(({ task, at = {} }) => {
    const here = { index: at.index ?? 0, taskId: task.id, column: 'id' };
    if (!isTaskId(task.id)) {
      // A missing or empty one has been refused where it was taken.
      if (task.id !== '') refuse(findings, 'L6', 'illFormedId', here, { id: task.id });
      return;
    }
    const before = first.get(task.id);
    if (before !== undefined) {
      refuse(findings, 'L6', 'repeatedId', here, { id: task.id, first: before });
      return;
    }
    first.set(task.id, here.index);
    const group = task.id.slice(0, task.id.indexOf('.'));
    const indicator = indicators.get(group);
    if (indicator === undefined) indicators.set(group, task.indicator);
    else if (indicator !== task.indicator) report(findings, 'L6', 'otherIndicator', 'warning', here, { id: task.id, indicator: task.indicator, first: indicator });
  });
}
