// Returned files for the tests of the pane's screens: copies of the ledger of 2021 as they come back, and a reader that has read them already.
import { planIdOf } from '../../src/actions/ledgerSide';
import type { FileReading } from '../../src/files/readFileTables';
import type { PaneDoors } from '../../src/pane/doors';
import type { Answers, Handling } from '../core/returns';
import { copyFile, ledger2021, plainFile } from '../core/returns';
import { seedPlan } from './fakeWorkbook';

/** Readings by the name of the file. */
export type Readings = Readonly<Record<string, FileReading>>;

/** A section's copy with its answers. */
export function copyRead(section: string, answers: Answers, handling: Handling = {}): Readings {
  const ledger = { ...ledger2021(), plan: planIdOf(seedPlan().settings) };
  const file = copyFile(ledger, section, answers, handling);
  return { [file.name]: { ok: true, file } };
}

/** A table of nobody's making. */
export function tableRead(name: string, cells: readonly (readonly string[])[]): Readings {
  return { [name]: { ok: true, file: plainFile(name, cells) } };
}

/** Tells of the files at once, in the order in which they were chosen. */
export function readingOf(readings: Readings): PaneDoors['startReading'] {
  return (files, listener) => {
    files.forEach(({ name }, index) => {
      const reading = readings[name];
      if (reading === undefined) throw new Error(`Nobody said what is in ${name}.`);
      listener.onBegin?.(index);
      listener.onFile(index, reading);
    });
    return Promise.resolve({ finished: Promise.resolve(true), cancel: () => undefined });
  };
}

/** A text of the plan with some letters changed, so that it is only like the task. */
export function nearlyTask(id: string): string {
  const text = seedPlan().tasks.find((task) => task.id === id)?.text ?? '';
  return `${text.slice(0, -6)}等有关工作`;
}
