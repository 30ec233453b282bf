// A list of people as a notice prints it (附件2) taken apart: 组长：… 副组长：… 成员：name post (L4, L9, O6). Knows text and no sheet; what is unsure is said.
import { foldWidth, withoutBlanks } from './normalizeText';
import type { Problem } from './problem';
import type { Person, Role, Roster, Section } from './roster';

/** Why a line of the list was read as it was. */
export type RosterGuessReason = 'nameClosed' | 'lineGoesOn' | 'sectionOfPost' | 'roleOfWord' | 'postFirst' | 'noRole';

/** One guess in the list (I5): its line from 1 on, what stood there and what it was taken for. */
export interface RosterGuess {
  readonly key: string;
  readonly line: number;
  readonly reason: RosterGuessReason;
  readonly text: string;
  readonly understood: string;
}

/** A list of people as read. */
export interface RosterReading {
  readonly roster: Roster;
  readonly guesses: readonly RosterGuess[];
  readonly problems: readonly Problem[];
  /** Lines that are no part of the list: what stands above it and below. */
  readonly leftOut: readonly string[];
}

interface Draft { name: string; post: string; role: Role; line: number }

const label = /^((?:(?:第一|常务|执行|名誉)?(?:副?组长|副?总指挥|副?主任|召集人|副召集人))|组员|成员单位|成员)[:：](.*)$/;
const roleWords: Readonly<Record<string, Role>> = { 组长: '组长', 副组长: '副组长', 成员: '成员', 组员: '成员' };
/** 周志安（办公室主任）. */
const startsBracketed = /^[\u3400-\u9fff ]{2,6}[（(]/;
const han = /^[\u3400-\u9fff·]+$/;
const postWord = /(?:长|任|书记|员|主席|委员|秘书|干部|助理|工程师|负责人|同志|师)(?:[（(][^）)]*[)）])?$/;
const organ = '(?:科|室|股|处|站|所|大队|支队|队|部|院|中心|党委|党总支|党支部|机关纪委|工会|团委|妇联|会|办|局|窗口)';
const post = '(?:专职|兼职|常务|执行)?(?:副)?(?:科长|主任|书记|处长|股长|站长|所长|大队长|支队长|队长|部长|院长|局长|主席|会长|秘书长|干事|负责人|组长|经理)';
// 对外贸易科科长 is of 对外贸易科, 机关党委专职副书记 of 机关党委, 办公室主任 of 办公室.
const sectionOfPost = new RegExp(`^(.*?${organ})(?:的)?(?:一级|二级|三级|四级)?${post}$`);

/** Reads a list of people (附件2). Names are closed up (车  洁), a post that a page broke is put together, and each member's section is read from the post. */
export function readRosterText(text: string): RosterReading {
  const guesses: RosterGuess[] = [];
  const leftOut: string[] = [];
  const drafts: Draft[] = [];
  let role: Role | undefined;
  let ended = false;
  const guess = (line: number, reason: RosterGuessReason, from: string, understood: string): void => {
    guesses.push({ key: `${line}:${guesses.length}:${reason}`, line, reason, text: from, understood });
  };
  const lines = text.split(/\r\n?|\n|\f|\v/);
  lines.forEach((line, index) => {
    const number = index + 1;
    const trimmed = foldBlanks(line);
    if (trimmed === '' || /^[-—–\s]*\d{1,4}[-—–\s]*$/.test(trimmed)) return;
    const labelled = labelOf(trimmed);
    if (labelled !== undefined) {
      role = labelled.role;
      ended = false;
      if (labelled.guessed) guess(number, 'roleOfWord', labelled.word, labelled.role);
    }
    const body = labelled?.body ?? trimmed;
    if (body === '') return;
    if (ended || (role === undefined && labelled === undefined && !looksLikePerson(body)) || isSentence(body)) {
      // The paragraph behind the list ends it; what follows is no person.
      if (role !== undefined) ended = true;
      leftOut.push(trimmed);
      return;
    }
    if (role === undefined) guess(number, 'noRole', trimmed, '成员');
    readLine(body, number, role ?? '成员', drafts, guess);
  });
  const people = drafts.map((draft) => personOf(draft, guess));
  return { roster: { people, sections: sectionsOf(people) }, guesses, leftOut, problems: problemsOf(people, drafts) };
}

function foldBlanks(line: string): string {
  return line.replace(/[\u3000\u00a0\t]/g, ' ').replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
}

// 组  长：杨文光: the blanks inside the word are typesetting.
function labelOf(line: string): { readonly role: Role; readonly word: string; readonly guessed: boolean; readonly body: string } | undefined {
  const colon = foldWidth(line).indexOf(':');
  if (colon < 0 || colon > 12) return undefined;
  const found = label.exec(`${withoutBlanks(line.slice(0, colon))}：${line.slice(colon + 1).trim()}`);
  const word = found?.[1];
  if (found === null || word === undefined) return undefined;
  const known = roleWords[word];
  const role: Role = known ?? (word === '成员单位' ? '成员' : /副|常务|执行/.test(word) ? '副组长' : '组长');
  return { role, word, guessed: known === undefined, body: (found[2] ?? '').trim() };
}

function isSentence(body: string): boolean {
  if (startsBracketed.test(body)) return false;
  return /。|，.*，/.test(body) || (/[，；]/.test(body) && body.length > 30 && !/[（(]/.test(body));
}

function looksLikePerson(body: string): boolean {
  const words = body.split(/ +/);
  return words.length > 1 && postWord.test(words[words.length - 1] ?? '') && nameIn(words) !== undefined;
}

function readLine(body: string, line: number, role: Role, drafts: Draft[], guess: (line: number, reason: RosterGuessReason, text: string, understood: string) => void): void {
  // 周志安（办公室主任）、林书海（综合科科长）; 周志安 办公室主任；林书海 综合科科长.
  const items = startsBracketed.test(body) ? body.split(/(?<=[)）])[、，,；; ]*/) : /[；;]/.test(body) ? body.split(/[；;]/) : /^[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4})+[、。]?$/.test(body) && !postWord.test(body) ? body.split('、') : [body];
  for (const item of items.map((each) => each.trim().replace(/[、。]$/, '')).filter((each) => each !== '')) readItem(item, line, role, drafts, guess);
}

function readItem(item: string, line: number, role: Role, drafts: Draft[], guess: (line: number, reason: RosterGuessReason, text: string, understood: string) => void): void {
  const bracketed = /^([\u3400-\u9fff ]{2,6})[（(](.+)[)）]$/.exec(item);
  if (bracketed !== null) {
    drafts.push({ name: withoutBlanks(bracketed[1] ?? ''), post: withoutBlanks(bracketed[2] ?? ''), role, line });
    return;
  }
  const words = item.split(/ +/);
  const named = nameIn(words);
  const last = drafts[drafts.length - 1];
  if (named === undefined) {
    const tail = nameAtEnd(words);
    if (tail !== undefined) {
      drafts.push({ name: tail.name, post: words.slice(0, -tail.words).join(''), role, line });
      guess(line, 'postFirst', item, tail.name);
    } else if (last !== undefined && last.role === role) {
      // A page broke the post of the person above.
      last.post += words.join('');
      guess(line, 'lineGoesOn', item, `${last.name} ${last.post}`);
    } else drafts.push({ name: '', post: words.join(''), role, line });
    return;
  }
  drafts.push({ name: named.name, post: words.slice(named.words).join(''), role, line });
  if (named.words > 1) guess(line, 'nameClosed', words.slice(0, named.words).join(' '), named.name);
}

// The name at the head of a line: 杨文光, or 车 洁 with its characters apart.
function nameIn(words: readonly string[]): { readonly name: string; readonly words: number } | undefined {
  const [first = '', second = '', third = ''] = words;
  if (!han.test(first)) return undefined;
  if (first.length === 1) {
    if (second.length === 1 && third.length === 1 && han.test(second + third)) return { name: first + second + third, words: 3 };
    return han.test(second) && second.length <= 2 ? { name: first + second, words: 2 } : undefined;
  }
  if (first.length > 4 || (postWord.test(first) && words.length === 1)) return undefined;
  return postWord.test(first) && first.length > 3 ? undefined : { name: first, words: 1 };
}

// 对外贸易科科长 邓善: the post stands before the name.
function nameAtEnd(words: readonly string[]): { readonly name: string; readonly words: number } | undefined {
  const [before = '', last = ''] = words.slice(-2);
  if (words.length > 2 && han.test(before + last) && before.length === 1 && last.length === 1) return { name: before + last, words: 2 };
  return words.length > 1 && han.test(last) && last.length > 1 && last.length <= 4 && !postWord.test(last) && postWord.test(words.slice(0, -1).join('')) ? { name: last, words: 1 } : undefined;
}

function personOf(draft: Draft, guess: (line: number, reason: RosterGuessReason, text: string, understood: string) => void): Person {
  const section = draft.role === '成员' ? sectionIn(draft.post) : '';
  if (section !== '') guess(draft.line, 'sectionOfPost', draft.post, section);
  return { name: draft.name, post: draft.post, role: draft.role, section };
}

/** The section that a post names: 公平贸易与法规科 of 公平贸易与法规科科长; '' where it names none. */
export function sectionIn(post: string): string {
  const bare = withoutBlanks(post).replace(/[（(][^）)]*[)）]/g, '');
  // Of several posts the one that names a section counts: 党组成员、办公室主任.
  for (const each of bare.split(/[、，,；;]/)) {
    const found = sectionOfPost.exec(each)?.[1];
    if (found !== undefined && found.length > 1) return found;
  }
  return '';
}

function sectionsOf(people: readonly Person[]): readonly Section[] {
  return [...new Set(people.map(({ section }) => section).filter((section) => section !== ''))].map((name) => ({ name, shortNames: [] }));
}

function problemsOf(people: readonly Person[], drafts: readonly Draft[]): readonly Problem[] {
  const problems: Problem[] = [];
  const found = (kind: string, level: Problem['level'], index: number, column: string, values: Problem['values']): void => {
    problems.push({ rule: 'I5', kind, level, at: { index: index + 1, column }, values });
  };
  if (people.length === 0) return [{ rule: 'I5', kind: 'noPeople', level: 'error', at: {}, values: {} }];
  const seen = new Set<string>();
  people.forEach(({ name, post: words, role, section }, index) => {
    const line = drafts[index]?.line ?? 0;
    if (name === '') found('personUnread', 'error', index, 'name', { text: words, line });
    else if (seen.has(name)) problems.push({ rule: 'O2', kind: 'personTwice', level: 'warning', at: { index: index + 1, column: 'name' }, values: { name } });
    seen.add(name);
    if (name !== '' && words === '') found('personWithoutPost', 'note', index, 'post', { name, line });
    else if (name !== '' && role === '成员' && section === '') found('memberWithoutSection', 'note', index, 'section', { name, post: words });
  });
  if (people.every(({ role }) => role === '成员')) problems.push({ rule: 'I5', kind: 'noLeader', level: 'warning', at: {}, values: {} });
  return problems;
}
