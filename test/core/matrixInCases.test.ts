// Tables of this trade in other shapes, each with what a person reads in it.
import { readMatrix } from '../../src/core/matrixIn';
import { planFromMatrix } from '../../src/core/matrixPlan';
import type { MatrixReading } from '../../src/core/matrixReading';
import type { MatrixCase, ReadTask } from './matrixTables/drawn';
import { saidGuesses } from './matrixTables/drawn';
import { emptyCells, filledFromAbove } from './matrixTables/emptyCells';
import { headingRows } from './matrixTables/headingRows';
import { mergedBothWays } from './matrixTables/mergedBothWays';
import { overPages } from './matrixTables/overPages';
import { ownNumbers } from './matrixTables/ownNumbers';
import { twoHeadRows } from './matrixTables/twoHeadRows';
import { unitsAndPeople } from './matrixTables/unitsAndPeople';
import { showDue } from '../../src/core/deadline';
import { joinNames } from '../../src/core/names';
import { plan2021 } from './plans';

const { settings, roster } = plan2021();
const cases: readonly MatrixCase[] = [twoHeadRows, headingRows, overPages, unitsAndPeople, ownNumbers, emptyCells, filledFromAbove, mergedBothWays];

/** The tasks of a reading in the short form of the cases; what is empty is left away. */
function saidTasks(reading: MatrixReading, year: number): readonly ReadTask[] {
  const made = planFromMatrix(reading, { settings: { ...settings, year }, roster });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.tasks.map((task, index) => {
    const due = task.due.kind === 'date' ? `${showDue(task.due)} ${task.due.on}` : task.due.kind === 'empty' ? '' : `${task.due.text} ${task.due.kind === 'open' ? '无期限' : '读不出'}`;
    const said: Record<string, string> = {
      leadUnit: task.leadUnit, supportUnits: joinNames(task.supportUnits), leaders: joinNames(task.leaders), sections: joinNames(task.sections), owners: joinNames(task.owners),
      due, progress: task.progress, remark: task.remark, doneOn: task.doneOn === '' ? (task.doneOnText ?? '') : task.doneOn,
    };
    const others = reading.tasks[index]?.others ?? [];
    return {
      id: task.id, indicator: task.indicator, text: task.text, ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')),
      ...(others.length === 0 ? {} : { others: Object.fromEntries(others.map(({ title, text }) => [title, text])) }),
    };
  });
}

describe.each(cases.map((each) => [each.title, each] as const))('[I2][I3][I4][I5] %s', (_, { tables, year, choices, tasks, leftOut, guesses, problems }) => {
  const reading = readMatrix(tables, { roster, ...(year === undefined ? {} : { year }), ...(choices === undefined ? {} : { choices }) });

  test('[I2][I3][I4][L4][D5][D6][D7] the tasks are those that a person reads', () => {
    expect(saidTasks(reading, year ?? reading.year ?? 0)).toEqual(tasks);
  });

  test('[I1][I3] what is no task is left out with its reason', () => {
    expect(reading.leftOut.filter(({ reason }) => reason !== 'head').map(({ reason, text }) => `${reason} ${text}`)).toEqual(leftOut);
  });

  test('[I5] what was guessed is said', () => {
    expect(saidGuesses(reading)).toEqual(expect.arrayContaining([...guesses]));
  });

  test('[I2][I3][I6] what is missing is said', () => {
    expect(reading.problems.map(({ rule, kind, at }) => `${rule}.${kind} ${at.column ?? ''}`)).toEqual(problems);
  });
});
