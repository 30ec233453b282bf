// Lists of names in one cell: taken apart and put together (L4). Knows separators and typesetting; knows a roster only as a set of names.
import { blanks, foldWidth, withoutBlanks } from './normalizeText';

/** What stands between names in a cell (L4). */
export const nameSeparator = '、';

/** A place where the text alone did not say where one name ends (I5). `spaces`: spaces were taken to part names; `joined`: pieces were taken for one name; `runTogether`: names of the roster stood with nothing between them. */
export interface NameGuess {
  readonly kind: 'spaces' | 'joined' | 'runTogether';
  readonly text: string;
  readonly names: readonly string[];
}

/** What is untidy in a list of names though it can be read (O3). */
export type NameOddity = 'spacesInside' | 'separator' | 'twice' | 'fullWidth';

/** A list of names as read, in their order; a name that stands twice is twice in it. */
export interface NameList {
  readonly names: readonly string[];
  readonly guesses: readonly NameGuess[];
  readonly oddities: readonly NameOddity[];
}

const tidyNames = /^[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})*$/;
const unitSeparator = /[、，,；;]/;
const separators = /[、,;/|]/;
const lineBreak = /\r\n?|[\n\u2028\u2029\v\f]/;
const longestSpacedName = 4;

/**
 * Takes a cell of names apart (L4). 、 ， , ; ； / part names, and so does a line break. Spaces between single characters are
 * typesetting (邓 善 is 邓善); spaces between words of two characters and more part names (张光强 李 颖 is 张光强、李颖), which is
 * reported as a guess unless every name is known.
 */
export function splitNames(text: string, known?: ReadonlySet<string>): NameList {
  return splitTidy(text, known) ?? splitUntidy(text, known);
}

// Nearly every cell is as it should be: Chinese names with 、 between them, each once and each known.
function splitTidy(text: string, known: ReadonlySet<string> | undefined): NameList | undefined {
  if (!tidyNames.test(text)) return undefined;
  const names = text.split(nameSeparator);
  if (new Set(names).size < names.length || (known !== undefined && !names.every((name) => known.has(name)))) return undefined;
  return { names, guesses: [], oddities: [] };
}

function splitUntidy(text: string, known: ReadonlySet<string> | undefined): NameList {
  const guesses: NameGuess[] = [];
  const oddities = new Set<NameOddity>();
  const folded = foldWidth(text);
  if (/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2f00-\u2fd5]/.test(text)) oddities.add('fullWidth');
  if (/[,;/|]/.test(folded)) oddities.add('separator');

  const names: string[] = [];
  const seen = new Set<string>();
  const parts = folded.split(separators);
  if (parts.length > 1 && parts.some((part) => withoutBlanks(part) === '')) oddities.add('separator');
  for (const part of parts) {
    for (const name of readPart(part, known, guesses, oddities)) {
      if (seen.has(name)) oddities.add('twice');
      seen.add(name);
      names.push(name);
    }
  }
  return { names, guesses, oddities: [...oddities] };
}

/** Names as they stand in one cell (L4). */
export function joinNames(names: readonly string[]): string {
  return names.join(nameSeparator);
}

/** Takes a list of units apart (L4): 、 ， ； part them outside brackets; spaces and line breaks are typesetting, for units' names are long and wrap. */
export function splitUnits(text: string): readonly string[] {
  if (!unitSeparator.test(text)) return [withoutBlanks(text)].filter((each) => each !== '');
  const units: string[] = [];
  let depth = 0;
  let unit = '';
  for (const character of withoutBlanks(text)) {
    if ('（('.includes(character)) depth += 1;
    if ('）)'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '、，,；;'.includes(character)) {
      units.push(unit);
      unit = '';
    } else unit += character;
  }
  return [...units, unit].filter((each) => each !== '');
}

// What stands between two separators: lines part names, unless a line holds no more than a character of one.
function readPart(part: string, known: ReadonlySet<string> | undefined, guesses: NameGuess[], oddities: Set<NameOddity>): string[] {
  const lines = part.split(lineBreak).map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length > 1) oddities.add('separator');
  const torn = lines.some((line) => withoutBlanks(line).length === 1);
  return (torn ? [lines.join(' ')] : lines).flatMap((line) => readLine(line, torn, known, guesses, oddities));
}

function readLine(line: string, torn: boolean, known: ReadonlySet<string> | undefined, guesses: NameGuess[], oddities: Set<NameOddity>): string[] {
  const pieces = line.split(blanks).filter((piece) => piece !== '');
  const groups = pieces.length === 1 ? [pieces] : groupPieces(pieces, known);
  const names = groups.flatMap((group) => {
    const name = group.join('');
    return group.length === 1 && known !== undefined && !known.has(name) ? partKnown(name, known, guesses) : [name];
  });
  if (groups.some((group) => group.length > 1)) oddities.add('spacesInside');
  if (groups.length > 1) oddities.add('separator');

  const sure = known !== undefined && names.every((name) => known.has(name));
  const plain = groups.length === 1 && pieces.every((piece) => piece.length === 1) && !torn;
  if (pieces.length > 1 && !sure && !plain) guesses.push({ kind: groups.length > 1 ? 'spaces' : 'joined', text: line, names });
  return names;
}

// Which neighbouring pieces make one name: the cheapest way to cover all of them, where a known name costs nothing.
function groupPieces(pieces: readonly string[], known: ReadonlySet<string> | undefined): string[][] {
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to += 1) {
    let choice = { cost: Infinity, from: to - 1 };
    for (let from = Math.max(0, to - longestSpacedName); from < to; from += 1) {
      const cost = (best[from]?.cost ?? Infinity) + groupCost(pieces.slice(from, to), known);
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  const groups: string[][] = [];
  for (let to = pieces.length; to > 0; to = best[to]?.from ?? 0) groups.unshift(pieces.slice(best[to]?.from ?? 0, to));
  return groups;
}

function groupCost(group: readonly string[], known: ReadonlySet<string> | undefined): number {
  const name = group.join('');
  if (known?.has(name)) return 0;
  if (group.length === 1) return name.length > 1 ? 2 : 20;
  // 邓 善: a name of two characters, spaced so that it is as wide as one of three.
  if (group.every((piece) => piece.length === 1)) return group.length === 2 ? 2 : group.length === 3 ? 3 : 9;
  return 8 + name.length;
}

// 张光强李颖 without anything between: parted only where names of the roster cover it whole.
function partKnown(text: string, known: ReadonlySet<string>, guesses: NameGuess[]): string[] {
  const ends: (readonly string[] | undefined)[] = [[]];
  for (let to = 1; to <= text.length; to += 1) {
    for (let from = Math.max(0, to - 20); from < to && ends[to] === undefined; from += 1) {
      const before = ends[from];
      const name = text.slice(from, to);
      if (before !== undefined && known.has(name)) ends[to] = [...before, name];
    }
  }
  const names = ends[text.length];
  if (names === undefined || names.length < 2) return [text];
  guesses.push({ kind: 'runTogether', text, names });
  return [...names];
}
