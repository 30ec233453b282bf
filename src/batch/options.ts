// What was typed after a command: its options, and days among them. Knows no command.
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { PlainDate } from '../core/plainDate';
import { isPlainDate } from '../core/plainDate';
import { batchWords } from '../words/batch';
import { faultCode } from './inputFile';
import { WrongUse } from './wrongUse';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and names of files that were typed; anything else ends the program with how the command is used. */
export function takeOptions<T extends Options>(args: readonly string[], options: T, command: keyof typeof batchWords.usage): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node's own words are English; the usage says what is right.
    throw faultCode(error)?.startsWith('ERR_PARSE_ARGS') === true ? new WrongUse(batchWords.wrongArguments(command)) : error;
  }
}

/** The day of --as-of, or nothing where it was not typed. */
export function takeDay(text: string | undefined): PlainDate | undefined {
  if (text !== undefined && !isPlainDate(text)) throw new WrongUse(batchWords.asOfNotADay(text));
  return text;
}
