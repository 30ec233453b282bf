// A joint task's text in one cell (R5): what each section wrote, under its name, in the order of 责任科室. Takes it apart and puts it together; knows a roster only as a question.

/** The full name of the section that a written name means by the roster, or nothing. */
export type SectionOf = (written: string) => string | undefined;

/** A joint task's text by who wrote it. `nobodys` stands under no name of the task's sections and comes first; `own` is by sectionKey. */
export interface AttributedText {
  readonly nobodys: string;
  readonly own: ReadonlyMap<string, string>;
}

const mark = /^[ \t\u00a0\u3000]*【([^【】\n]{1,40})】/;
// A line of somebody's own text that looks like a mark gets this before it, and one more if it has it already. It has no
// width, so the reader sees what was written, and 填报状态 takes it for empty space (filled.ts).
const shield = '\u200b';
const shielded = /^\u200b*/;

/** By what two written names are the same section: the roster's full name, else the name itself without blanks and brackets. */
export function sectionKey(written: string, sectionOf: SectionOf): string {
  const name = written.replace(/[\s\u200b【】]/g, '');
  return sectionOf(name) ?? name;
}

/** Takes a cell apart (R5). A task of one section has plain text, all of it that section's. A block of a section that is not the task's is nobody's and keeps its mark. */
export function parseAttributed(cell: string, sections: readonly string[], sectionOf: SectionOf): AttributedText {
  const keys = keysOf(sections, sectionOf);
  const [only, ...others] = keys;
  if (only === undefined) return { nobodys: cell, own: new Map() };
  if (others.length === 0) return { nobodys: '', own: new Map(cell === '' ? [] : [[only, cell]]) };
  const nobodys: string[] = [];
  const own = new Map<string, string[]>();
  let into = nobodys;
  for (const line of cell.split('\n')) {
    const whose = markOf(line, keys, sectionOf);
    if (whose?.kind === 'foreign') into = nobodys;
    if (whose?.kind !== 'own') into.push(unshield(line, keys, sectionOf, into === nobodys));
    else {
      into = own.get(whose.key) ?? [];
      own.set(whose.key, into);
      into.push(line.slice(whose.length));
    }
  }
  return { nobodys: nobodys.join('\n'), own: new Map([...own].map(([key, lines]) => [key, lines.join('\n')])) };
}

/** Puts the texts into one cell (R5): nobody's first, then each section's under its name as the task writes it, in the order of 责任科室. parseAttributed gives back exactly these texts, whatever is in them. */
export function joinAttributed(text: AttributedText, sections: readonly string[], sectionOf: SectionOf): string {
  const keys = keysOf(sections, sectionOf);
  const nobodys = text.nobodys === '' ? [] : [keys.length < 2 ? text.nobodys : shieldLines(text.nobodys, keys, sectionOf, 0, true)];
  const named = keys.flatMap((key) => {
    const own = text.own.get(key) ?? '';
    if (own === '' || keys.length < 2) return own === '' ? [] : [own];
    const written = sections.find((section) => sectionKey(section, sectionOf) === key) ?? key;
    // The first line stands behind the mark and cannot be taken for one.
    return [`【${written.replace(/[\s\u200b【】]/g, '')}】${shieldLines(own, keys, sectionOf, 1, false)}`];
  });
  return [...nobodys, ...named].join('\n');
}

function keysOf(sections: readonly string[], sectionOf: SectionOf): readonly string[] {
  return [...new Set(sections.map((section) => sectionKey(section, sectionOf)))].filter((key) => key !== '');
}

type Mark = { readonly kind: 'own'; readonly key: string; readonly length: number } | { readonly kind: 'foreign' };

// Whose block begins with this line. Brackets around anything but a section's name are text.
function markOf(line: string, keys: readonly string[], sectionOf: SectionOf): Mark | undefined {
  const found = mark.exec(line);
  if (found === null) return undefined;
  const key = sectionKey(found[1] ?? '', sectionOf);
  if (keys.includes(key)) return { kind: 'own', key, length: found[0].length };
  return sectionOf(key) === undefined ? undefined : { kind: 'foreign' };
}

// In nobody's text a mark of another section is as good as text: it is nobody's either way.
function looksLikeMark(line: string, keys: readonly string[], sectionOf: SectionOf, ownOnly: boolean): boolean {
  const found = markOf(line.replace(shielded, ''), keys, sectionOf);
  return found !== undefined && (found.kind === 'own' || !ownOnly);
}

function shieldLines(text: string, keys: readonly string[], sectionOf: SectionOf, from: number, ownOnly: boolean): string {
  if (!text.includes('【')) return text;
  return text.split('\n').map((line, index) => (index >= from && looksLikeMark(line, keys, sectionOf, ownOnly) ? shield + line : line)).join('\n');
}

function unshield(line: string, keys: readonly string[], sectionOf: SectionOf, ownOnly: boolean): string {
  return line.startsWith(shield) && looksLikeMark(line, keys, sectionOf, ownOnly) ? line.slice(shield.length) : line;
}
