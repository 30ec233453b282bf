// What a matrix does not say about the year (P1, P2, D4), as a short form: prefilled, checked field by field, made into settings. Knows no screen and no clock.
import type { NoticeReading } from '../core/notice';
import type { PlanSettings, WeekendRule } from '../core/plan';
import type { PlainDate } from '../core/plainDate';

/** Fields in the order of the form, as texts. */
export const formFields = ['title', 'unit', 'year', 'issuedOn', 'office', 'firstCutOff', 'everyMonths', 'weekendRule', 'warningDays'] as const;
export type FormField = (typeof formFields)[number];
export type SettingsForm = Readonly<Record<FormField, string>>;

/** From where a field was filled in. */
export type FormOrigin = 'ledger' | 'notice' | 'matrix' | 'usual' | 'person';

export interface FilledForm { readonly form: SettingsForm; readonly origins: Readonly<Partial<Record<FormField, FormOrigin>>> }

/** What is known beside the matrix. */
export interface FormSources {
  readonly ledger: PlanSettings | undefined;
  readonly notice: NoticeReading | undefined;
  readonly matrix: { readonly year?: number; readonly titles: readonly string[] } | undefined;
  readonly today: PlainDate;
}

const weekendRules: readonly WeekendRule[] = ['before', 'after', 'keep'];
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Fills the form in: what the notice says first, then the matrix and the ledger, then what is usual. */
export function prefillForm(sources: FormSources): FilledForm {
  const { ledger, notice, matrix, today } = sources;
  const said = new Set(notice?.guesses.map(({ field }) => field) ?? []);
  const draft = notice?.draft?.settings;
  const year = [
    { origin: 'notice' as const, value: draft !== undefined && draft.year > 0 ? draft.year : undefined },
    { origin: 'matrix' as const, value: matrix?.year },
    { origin: 'ledger' as const, value: ledger?.year },
    { origin: 'usual' as const, value: Number(today.slice(0, 4)) },
  ].find(({ value }) => value !== undefined);
  // A ledger of another year says its unit, office and rhythm still, and no day.
  const sameYear = ledger?.year === year?.value ? ledger : undefined;
  const usualFirst = `${String(year?.value ?? 0).padStart(4, '0')}-02-20`;
  const title = [...(matrix?.titles ?? [])].sort((one, other) => other.length - one.length)[0];
  const form: Record<FormField, string> = { title: '', unit: '', year: String(year?.value ?? ''), issuedOn: '', office: '', firstCutOff: '', everyMonths: '', weekendRule: '', warningDays: '' };
  const origins: Partial<Record<FormField, FormOrigin>> = { year: year?.origin ?? 'usual' };
  const fill = (field: FormField, ...offers: readonly (readonly [FormOrigin, string | undefined])[]): void => {
    const found = offers.find(([, value]) => value !== undefined && value !== '');
    if (found === undefined) return;
    [origins[field], form[field]] = [found[0], found[1] ?? ''];
  };
  fill('title', ['notice', draft?.title], ['ledger', sameYear?.title], ['matrix', title === undefined ? undefined : [...title].slice(0, 60).join('')]);
  fill('unit', ['notice', draft?.unit], ['ledger', ledger?.unit]);
  fill('issuedOn', ['notice', said.has('issuedOn') ? draft?.issuedOn : undefined], ['ledger', sameYear?.issuedOn]);
  fill('office', ['notice', draft?.office], ['ledger', ledger?.office]);
  fill('firstCutOff', ['notice', said.has('firstCutOff') ? draft?.calendar.firstCutOff : undefined], ['ledger', sameYear?.calendar.firstCutOff], ['usual', usualFirst]);
  fill('everyMonths', ['notice', said.has('everyMonths') ? String(draft?.calendar.everyMonths ?? 2) : undefined], ['ledger', ledger === undefined ? undefined : String(ledger.calendar.everyMonths)], ['usual', '2']);
  fill('weekendRule', ['ledger', ledger?.calendar.weekendRule], ['usual', 'before']);
  fill('warningDays', ['ledger', ledger === undefined ? undefined : String(ledger.warningDays)], ['usual', '30']);
  return { form, origins };
}

/** The settings of the form, with the fields that cannot stand; those have a stand-in, so that the tasks can be shown all the same. */
export function settingsOf(form: SettingsForm, ledger: PlanSettings | undefined, today: PlainDate): { readonly settings: PlanSettings; readonly faults: readonly FormField[] } {
  const faults: FormField[] = [];
  const text = (field: FormField): string => {
    const value = form[field].trim();
    if (value === '') faults.push(field);
    return value;
  };
  const whole = (field: FormField, from: number, to: number, standIn: number): number => {
    const value = /^\d{1,4}$/.test(form[field].trim()) ? Number(form[field]) : -1;
    if (value >= from && value <= to) return value;
    faults.push(field);
    return standIn;
  };
  const title = text('title');
  const unit = text('unit');
  const year = whole('year', 1990, 2199, Number(today.slice(0, 4)));
  const day = (field: FormField, standIn: PlainDate): PlainDate => {
    const value = form[field].trim();
    if (dayShape.test(value) && value >= '1990-01-01' && value <= '2199-12-31') return value;
    faults.push(field);
    return standIn;
  };
  const issuedOn = day('issuedOn', `${String(year)}-01-01`);
  const office = form.office.trim();
  const firstCutOff = day('firstCutOff', `${String(year)}-02-20`);
  if (!faults.includes('firstCutOff') && Number(firstCutOff.slice(0, 4)) !== year) faults.push('firstCutOff');
  const everyMonths = whole('everyMonths', 1, 12, 2);
  const weekendRule = weekendRules.find((rule) => rule === form.weekendRule) ?? 'before';
  const warningDays = whole('warningDays', 0, 366, 30);
  return { settings: { title, unit, year, issuedOn, office, calendar: { firstCutOff, everyMonths, weekendRule }, warningDays, asOf: ledger?.year === year ? ledger.asOf : '' }, faults };
}
