// The actions from a terminal. Exit code 0: done; 1: done, with problems at error level; 2: wrong use, or input that cannot be read, or a workbook that must not be touched.
import { batchWords } from '../words/batch';
import { ExcelFault } from '../excel/excelFault';
import { sayFault } from '../words/say';
import { NotSupported } from '../workbench/notSupported';
import { buildCommand } from './buildCommand';
import { checkCommand } from './checkCommand';
import { WrongUse } from './wrongUse';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = { build: buildCommand, check: checkCommand };

async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new WrongUse(batchWords.unknownCommand(name));
  return command(rest);
}

/** One line for a fault that a person can do something about; any other error is a bug and shows where it happened. */
function lineOf(error: unknown): string {
  if (error instanceof WrongUse) return error.message;
  if (error instanceof ExcelFault) { const said = sayFault(error); return `${said.what}${said.todo}`; }
  if (error instanceof NotSupported) return batchWords.notSupported(error.message);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

run(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exitCode = 2;
  },
);
