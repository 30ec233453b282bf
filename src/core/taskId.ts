// 编号: the number of a task, such as 2.3 (L6). Knows how numbers are formed and given; knows no task.

const form = /^([1-9][0-9]{0,2})\.([1-9][0-9]{0,5})$/;

/** Whether a text is a 编号: indicator, full stop, number within the indicator, without leading zeros (L6). */
export function isTaskId(text: string): boolean {
  return form.test(text);
}

/** The number of a task's indicator: 2 of 2.3; nothing for what is no 编号. */
export function indicatorNumberOf(id: string): number | undefined {
  const found = form.exec(id);
  return found ? Number(found[1]) : undefined;
}

/** Sorts 2.9 before 2.10 and 3.1; what is no 编号 comes last, in the order of its characters. */
export function compareTaskIds(one: string, other: string): number {
  const a = form.exec(one);
  const b = form.exec(other);
  if (a === null || b === null) return a === b ? (one < other ? -1 : one > other ? 1 : 0) : a === null ? 1 : -1;
  return Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2]);
}

/** The 编号 of a task that is added: after the highest that the indicator ever had, so none is used again (L6). Give all that exist or ever did, those of tasks that are gone among them. */
export function nextId(existingIds: Iterable<string>, indicatorNumber: number): string {
  let highest = 0;
  for (const id of existingIds) {
    const found = form.exec(id.trim());
    if (found && Number(found[1]) === indicatorNumber) highest = Math.max(highest, Number(found[2]));
  }
  return `${indicatorNumber}.${highest + 1}`;
}
