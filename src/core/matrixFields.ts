// What the words in a task's cells mean, one field at a time: lists of units and people, ordinals, days (I4, L4, D5–D7). Knows texts and no table.
import type { Due } from './deadline';
import { readDue, showDue } from './deadline';
import { bareText, emptyMarks } from './filled';
import type { GuessReason, TaskField } from './matrixReading';
import { readOrdinal } from './matrixOrdinals';
import { joinNames, splitNames, splitUnits } from './names';
import { blanks, foldWidth, normalizeText, withoutBlanks } from './normalizeText';
import type { PlainDate } from './plainDate';
import { dayParts, lastDayOfMonth, toSerial } from './plainDate';
import type { RawCell } from './rawTable';

/** A text or a list as read, with what was guessed in it. */
export interface FieldReading<T> {
  readonly value: T;
  readonly guesses: readonly { readonly reason: GuessReason; readonly text: string; readonly understood: string }[];
}

/** A true day as a file has it. Where the file's format is known, it tells a month from a day (L5). */
type DayCell = { readonly day: PlainDate; readonly format?: string };

const unitEnd = /(?:局|委|委员会|办|办公室|院|部|会|公司|中心|行|关|府|厅|处|站|所|队|校|团|社|集团|单位|部门|科|室|股|区|县|市|镇|办事处|海事|税务|公安|银行|支行|分行)(?:[)）])?$/;
const countBehind = /[（(]\s*共?\s*([0-9]+|[一二三四五六七八九十]+)\s*[项个条](?:任务)?\s*[)）]\s*[:：]?$/;
const nothing = new Set(['', '无', '暂无', '空', '略']);
const marks = new Set<string>(emptyMarks);

/** Whether a cell of a list says that there is nothing: 无, /, —. */
export function isPlaceholder(text: string): boolean {
  return withoutBlanks(text) !== '' && nothing.has(bareText(text));
}

/** Whether a cell says 同上. */
export function saysSame(text: string): boolean {
  return /^[（(]?(?:同上|同前|〃|″|")[)）]?$/.test(withoutBlanks(text));
}

/** An indicator or a task: typesetting, ordinal and, of a heading, the count behind it taken off (I4). `count` is the number that it gave. */
export function readTitle(text: string, field: 'indicator' | 'text'): FieldReading<string> & { readonly count?: number } {
  const tidy = field === 'indicator' ? normalizeText(text).replace(/\n/g, '') : normalizeText(text);
  const guesses: FieldReading<string>['guesses'][number][] = [];
  if (tidy !== text.trim()) guesses.push({ reason: 'typesetting', text, understood: tidy });
  // An ordinal before a line break or a gap is seen in the text as it was.
  const numbered = readOrdinal(text.trim().replace(/\r\n?|\n/g, ' ')) === undefined ? undefined : (readOrdinal(tidy) ?? readOrdinal(text.trim()));
  const name = numbered === undefined ? tidy : field === 'indicator' ? normalizeText(numbered.text).replace(/\n/g, '') : normalizeText(numbered.text);
  if (numbered !== undefined) guesses.push({ reason: 'ordinalOff', text: tidy, understood: name });
  if (field === 'text') return { value: name, guesses };
  const counted = countBehind.exec(name);
  const bare = (counted === null ? name : name.slice(0, counted.index)).replace(/[:：。]$/, '');
  if (counted === null || bare === '') return { value: bare === '' ? name : bare, guesses };
  const number = /^[0-9]+$/.test(counted[1] ?? '') ? Number(counted[1]) : undefined;
  return { value: bare, guesses: [...guesses, { reason: 'countOff', text: name, understood: bare }], ...(number === undefined ? {} : { count: number }) };
}

/** A list of units (L4). Where no mark parts them, lines and gaps do, if each piece is a unit by its last word. */
export function readUnits(text: string): FieldReading<readonly string[]> {
  if (isPlaceholder(text)) return { value: [], guesses: [{ reason: 'placeholder', text, understood: '' }] };
  const pieces = text.split(blanks).filter((piece) => piece !== '');
  const parted = pieces.length > 1 && !/[、，,；;]/.test(text) && pieces.every((piece) => piece.length > 2 && unitEnd.test(piece));
  if (!parted) return { value: splitUnits(text), guesses: [] };
  return { value: pieces, guesses: [{ reason: 'unitsByLines', text, understood: joinNames(pieces) }] };
}

/** A list of people or sections (L4). 牵头 and 配合 before or behind a section are no part of its name; the lead comes first. */
export function readNames(text: string, known: ReadonlySet<string> | undefined): FieldReading<readonly string[]> {
  if (isPlaceholder(text)) return { value: [], guesses: [{ reason: 'placeholder', text, understood: '' }] };
  const marked = withLeadFirst(text);
  const { names, guesses } = splitNames(marked ?? text, known);
  const reasons = { spaces: 'namesBySpaces', joined: 'namesJoined', runTogether: 'namesRunTogether' } as const;
  const found = guesses.map((guess) => ({ reason: reasons[guess.kind], text: guess.text, understood: joinNames(guess.names) }));
  return { value: names, guesses: marked === undefined ? found : [{ reason: 'leadMarked', text, understood: joinNames(names) }, ...found] };
}

/** 责任科室 and 责任人 in one cell: 外贸科（邓善）, 外贸科：邓善, 外贸科 邓善, one or several. */
export function readTwoInOne(text: string, sections: ReadonlySet<string> | undefined, people: ReadonlySet<string> | undefined): FieldReading<{ readonly sections: readonly string[]; readonly owners: readonly string[] }> {
  const units: string[] = [];
  const persons: string[] = [];
  for (const piece of text.split(/[、，,；;：:（）()/\r\n\t]+/)) {
    const words = piece.split(blanks).filter((word) => word !== '');
    // 邓 善 is one name; what is left after the sections is people.
    const first = words[0] ?? '';
    const section = sections?.has(first) === true ? first : (/^(.*?(?:科|室|股|处|办|中心|局|委|大队|站|所|部|会))/.exec(first)?.[1] ?? '');
    if (section.length > 1 && people?.has(first) !== true) units.push(section);
    const rest = [section.length > 1 && people?.has(first) !== true ? first.slice(section.length) : first, ...words.slice(1)].filter((word) => word !== '').join(' ');
    if (rest === '') continue;
    for (const name of splitNames(rest, people).names) (isSection(name, sections, people) ? units : persons).push(name);
  }
  return { value: { sections: units, owners: persons }, guesses: [{ reason: 'partedInTwo', text, understood: `${joinNames(units)}｜${joinNames(persons)}` }] };
}

function isSection(name: string, sections: ReadonlySet<string> | undefined, people: ReadonlySet<string> | undefined): boolean {
  if (sections?.has(name) === true || people?.has(name) === true) return sections?.has(name) === true;
  return name.length > 2 && /(?:科|室|股|处|办|中心|局|委|大队|站|所|部|会)$/.test(name);
}

/** 完成时限 of a raw cell, with what readDue needs to read it again in another year. */
export function readDeadline(raw: RawCell, text: string, year: number, firstIsMonth: boolean): FieldReading<Due> & { readonly written: string | number } {
  if (typeof raw === 'object') return readDay(raw, year, firstIsMonth);
  const written = typeof raw === 'number' ? raw : text;
  const due = tidyDue(readDue(written, { year }));
  const guesses = due.kind === 'date' && due.assumedYear ? [{ reason: 'yearAssumed' as const, text, understood: showDue(due) }] : [];
  return { value: due, written, guesses };
}

// What is read loses the typesetting of a narrow column; what is not stays as it was (L5).
function tidyDue(due: Due): Due {
  return due.kind === 'date' || due.kind === 'open' ? { ...due, text: normalizeText(due.text) } : due;
}

// Excel keeps a typed 2021年9月 as the first of September and shows the month; so the first of a month is the month, as a guess.
function readDay(cell: DayCell, year: number, firstIsMonth: boolean): FieldReading<Due> & { readonly written: string | number } {
  const serial = toSerial(cell.day) ?? 0;
  const asDay = readDue(serial, { year, ...(cell.format === undefined ? {} : { numberFormat: cell.format }) });
  const { year: ofDay, month, day } = dayParts(cell.day);
  const showsDay = cell.format !== undefined && /d/i.test(cell.format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  if (day !== 1 || !firstIsMonth || showsDay || asDay.kind !== 'date') return { value: asDay, written: showDue(asDay), guesses: [] };
  const text = `${ofDay}年${month}月`;
  const due: Due = { kind: 'date', on: lastDayOfMonth(ofDay, month), precision: 'month', text, assumedYear: false };
  return { value: due, written: text, guesses: [{ reason: 'monthTyped', text: showDue(asDay), understood: text }] };
}

/** Pieces of one cell that a page or a row break tore, put together again. */
export function joinPieces(pieces: readonly string[], field: TaskField | 'sectionsAndOwners'): string {
  const [first = '', ...others] = pieces;
  switch (field) {
    case 'leadUnit': case 'supportUnits': return others.reduce(joinUnits, first);
    case 'indicator': return pieces.join('');
    default: return pieces.join('\n');
  }
}

// 市税 | 务局 is one unit, 市财政局 | 市税务局 are two.
function joinUnits(above: string, piece: string): string {
  const [left, right] = [above.trimEnd(), piece.trimStart()];
  if (marks.has(left.slice(-1)) && !/[)）]$/.test(left)) return left + right;
  return marks.has(right.charAt(0)) || !unitEnd.test(left) ? left + right : `${left}、${right}`;
}

function withLeadFirst(text: string): string | undefined {
  const folded = foldWidth(text);
  if (!/牵头|主办|配合|协办|会办/.test(folded)) return undefined;
  const leads: string[] = [];
  const others: string[] = [];
  let role: 'lead' | 'other' = 'other';
  for (const piece of folded.split(/[、,;/\n]+|\s{2,}|\s+(?=(?:牵头|主办|配合|协办|会办)[^)]*[:：])/)) {
    const labelled = /^\s*(牵头|主办|配合|协办|会办)(?:科室|单位|部门)?[:]\s*(.*)$/.exec(piece);
    if (labelled !== null) role = labelled[1] === '牵头' || labelled[1] === '主办' ? 'lead' : 'other';
    const body = labelled?.[2] ?? piece;
    const marked = /\((牵头|主办|配合|协办|会办)(?:科室|单位|部门)?\)/.exec(body);
    const name = body.replace(/\((?:牵头|主办|配合|协办|会办)(?:科室|单位|部门)?\)/g, '').trim();
    if (name === '') continue;
    const isLead = marked === null ? role === 'lead' : marked[1] === '牵头' || marked[1] === '主办';
    (isLead ? leads : others).push(name);
  }
  return leads.length + others.length === 0 ? undefined : joinNames([...leads, ...others]);
}
