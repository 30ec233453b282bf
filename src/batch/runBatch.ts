// The actions from a terminal. Exit code 0: done; 1: done, with problems at error level; 2: wrong use, or input that cannot be read, or a workbook that must not be touched.
import { ExcelFault } from '../excel/excelFault';
import { NotSupported } from '../workbench/notSupported';
import { batchWords } from '../words/batch';
import { sayFault } from '../words/say';
import { buildCommand } from './buildCommand';
import { checkCommand } from './checkCommand';
import { consolidateCommand } from './consolidateCommand';
import { demoCommand } from './demoCommand';
import { distributeCommand } from './distributeCommand';
import { summaryCommand } from './summaryCommand';
import { WrongUse } from './wrongUse';

/** Takes one line for a person, or for the program that asked. */
export type Say = (line: string) => void;

const commands: Readonly<Record<string, (args: readonly string[], say: Say) => Promise<number>>> = { build: buildCommand, check: checkCommand, summary: summaryCommand, distribute: distributeCommand, consolidate: consolidateCommand, demo: demoCommand };

/** Runs a command to its end and gives its exit code. What it found goes to `say`; why it could not, in one line, to `complain`. */
export async function runBatch(args: readonly string[], say: Say, complain: Say): Promise<number> {
  try {
    return await run(args, say);
  } catch (error) {
    complain(lineOf(error));
    return 2;
  }
}

async function run([name = '', ...rest]: readonly string[], say: Say): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new WrongUse(batchWords.unknownCommand(name));
  return command(rest, say);
}

/** One line for a fault that a person can do something about; any other error is a bug and shows where it happened. */
function lineOf(error: unknown): string {
  if (error instanceof WrongUse) return error.message.replace(/\s*\n\s*/g, ' ');
  if (error instanceof ExcelFault) { const said = sayFault(error); return `${said.what}${said.todo}`; }
  if (error instanceof NotSupported) return batchWords.notSupported(error.message);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
