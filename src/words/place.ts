// Where a problem is, as the beginning of a sentence: 任务2.3的完成时限, “设置”表B7单元格. Knows no problem's meaning.
import type { Place, Problem } from '../core/problem';
import { titleOf } from './fields';

/** Fields of which only the roster has lists. */
const rosterFields: ReadonlySet<string> = new Set(['name', 'post', 'role', 'section', 'shortNames']);

/** The place of a problem, as exact as it is known; empty when nothing is known. */
export function sayPlace(at: Place): string {
  const column = at.column === undefined ? '' : titleOf(at.column);
  const within = placeWithin(at);
  if (within === '') return column;
  return column === '' ? within : `${within}的${column}`;
}

function placeWithin(at: Place): string {
  if (at.sheet !== undefined && at.cell !== undefined) return `“${at.sheet}”表${at.cell}单元格${at.taskId === undefined ? '' : `（任务${at.taskId}）`}`;
  if (at.cell !== undefined) return `${at.cell}单元格`;
  if (at.taskId !== undefined) return `任务${at.taskId}${at.index === undefined ? '' : `（第${String(at.index)}项）`}`;
  if (at.index !== undefined) return rosterFields.has(at.column ?? '') ? `名册第${String(at.index)}条` : `第${String(at.index)}项任务`;
  return at.sheet === undefined ? '' : `“${at.sheet}”表`;
}

/** The place of a problem at the head of its sentence. The file is named where the problem keeps it from being used, or where nothing nearer is known. */
export function sayWhere(problem: Problem): string {
  const { at } = problem;
  const place = sayPlace(at);
  if (at.file === undefined || (problem.level !== 'error' && place !== '')) return place;
  // The built-in plan has no file that a person could name.
  const file = at.file === '' ? '内置方案' : `方案文件“${at.file}”`;
  return place === '' ? file : `${file}中${place}`;
}

/** A text of the person's own as it can stand in a sentence: on one line and not too long. */
export function quote(text: string | number | undefined, limit = 40): string {
  const line = String(text ?? '').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return `“${characters.length > limit ? `${characters.slice(0, limit).join('')}…` : line}”`;
}
