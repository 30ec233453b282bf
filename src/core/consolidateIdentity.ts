// Whose return a file is, and whether it is of this plan and this report (R2, R9). Knows marks and names; reads no cell of the ledger.
import { sectionKey } from './attributed';
import type { ConsolidateOptions, FileRefused, SectionKnownBy } from './consolidation';
import type { LedgerIndex } from './consolidateLedger';
import { namesOfSections } from './roster';
import { namesIn } from './consolidateOutside';
import { comparableText, foldWidth, withoutBlanks } from './normalizeText';
import type { CopyKey } from './returnedMarks';
import type { ReturnedSheet } from './returnedTable';

/** Whose a file is; or why it is not taken. */
export type FileIdentity =
  | { readonly section: string; readonly knownBy: SectionKnownBy; readonly refused?: undefined }
  | { readonly section: string; readonly knownBy?: SectionKnownBy; readonly refused: FileRefused };

/** Tells whose a file is (R2): what the person says, else the keys where all agree, the hidden sheet, the property, the line 填报科室, the file's name, the 责任科室 of its rows where they are of one section. */
export function identifyReturn(sheet: ReturnedSheet, index: LedgerIndex, options: ConsolidateOptions): FileIdentity {
  if (sheet.unread !== undefined) return { section: '', refused: { kind: 'noTable' } };
  const whose = findSection(sheet, index, options);
  const refused = otherPlanOrPeriod(sheet, index, options);
  if (refused !== undefined) return { section: whose?.section ?? '', ...(whose === undefined ? {} : { knownBy: whose.knownBy }), refused };
  return whose ?? { section: '', refused: { kind: 'askSection', candidates: sectionsOfRows(sheet, index) } };
}

function keysOf(sheet: ReturnedSheet): readonly CopyKey[] {
  return sheet.rows.flatMap(({ key }) => (typeof key === 'object' ? [key] : []));
}

// A file whose rows are partly of another report is judged row by row.
function otherPlanOrPeriod(sheet: ReturnedSheet, { side }: LedgerIndex, { otherPeriods }: ConsolidateOptions): FileRefused | undefined {
  const keys = keysOf(sheet);
  const said = (part: 'plan' | 'period', isRight: (value: string) => boolean): string | undefined => {
    const values = keys.length > 0 ? keys.map((key) => key[part]) : sheet.claims.map((claim) => claim[part]).filter((value) => value !== '').slice(0, 1);
    return values.some(isRight) ? undefined : values[0];
  };
  const plan = said('plan', (value) => value === side.plan);
  if (plan !== undefined) return { kind: 'otherPlan', found: plan, wanted: side.plan };
  const period = said('period', (value) => value === side.period || otherPeriods?.has(value) === true);
  return period === undefined ? undefined : { kind: 'otherPeriod', found: period, wanted: side.period };
}

function findSection(sheet: ReturnedSheet, index: LedgerIndex, options: ConsolidateOptions): { readonly section: string; readonly knownBy: SectionKnownBy } | undefined {
  const given = options.sections?.get(sheet.digest);
  if (given !== undefined) return { section: sectionKey(given, index.sectionOf), knownBy: 'given' };
  const byKeys = new Set(keysOf(sheet).map((key) => sectionKey(key.section, index.sectionOf)));
  const [ofKeys = ''] = byKeys;
  if (byKeys.size === 1 && isKnown(ofKeys, index)) return { section: ofKeys, knownBy: 'key' };
  for (const claim of sheet.claims) {
    const section = sectionKey(claim.section, index.sectionOf);
    if (isKnown(section, index)) return { section, knownBy: claim.by };
  }
  const named = sectionsInName(sheet.file, index);
  if (named.length === 1) return { section: named[0] ?? '', knownBy: 'fileName' };
  const ofRows = sectionsOfRows(sheet, index);
  return ofRows.length === 1 ? { section: ofRows[0] ?? '', knownBy: 'rows' } : undefined;
}

function isKnown(section: string, index: LedgerIndex): boolean {
  return section !== '' && (index.sectionOf(section) !== undefined || index.bySection.has(section));
}

// 外贸科6月.xlsx: a name of the roster, or one that the ledger's tasks use, stands in the file's name.
function sectionsInName(file: string, index: LedgerIndex): readonly string[] {
  const name = withoutBlanks(foldWidth(file));
  const written = new Set([...namesOfSections(index.side.roster), ...index.side.tasks.flatMap((task) => task.sections)]);
  // Of 口岸科 and 港口口岸科 only the longer one is meant where both are found.
  const found = [...written].filter((each) => each.length > 1 && name.includes(each));
  const whole = found.filter((each) => !found.some((longer) => longer !== each && longer.includes(each)));
  return [...new Set(whole.map((each) => sectionKey(each, index.sectionOf)))].filter((section) => isKnown(section, index));
}

function sectionsOfRows(sheet: ReturnedSheet, index: LedgerIndex): readonly string[] {
  const sections = new Set<string>();
  for (const { cells } of sheet.rows) {
    const written = cells.sections?.text;
    const tasks = index.byText.get(comparableText(cells.text?.text ?? '')) ?? [];
    const names = written === undefined ? (tasks.length === 1 ? tasks.flatMap(index.sectionsOf) : []) : namesIn('sections', written, index);
    for (const name of names) if (isKnown(name, index)) sections.add(name);
  }
  return [...sections].sort();
}
