// The form over 设置: title, unit, year, days of reports, warning days, 基准日; the year's dates as one types, and nothing written before 保存 (L9, P1, P2).
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import '../plan.css';
import type { LedgerState } from '../../actions/lookAtWorkbook';
import type { SettingField, SettingTexts } from '../../actions/settingsForm';
import { readSettingTexts, settingFields, settingTexts, weekendChoices } from '../../actions/settingsForm';
import { fieldTitles } from '../../words/fields';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useConductor, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import type { FieldMarks } from '../parts/FormField';
import { FormField } from '../parts/FormField';
import { NoPlan } from '../parts/NoPlan';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { YearDates } from '../parts/YearDates';

/** The screen of 设置. */
export function SettingsScreen() {
  const words = useWords(settingsScreenWords);
  const { workbook } = usePaneState();
  const state = workbook.kind === 'known' && workbook.state.kind === 'ledger' ? workbook.state : undefined;
  if (state === undefined) return <NoPlan title={words.title} />;
  const shown = settingTexts(state);
  return shown === undefined ? <NoPlan title={words.title}><p>{words.noSheet}</p></NoPlan> : <Form state={state} shown={shown} />;
}

function Form({ state, shown }: { readonly state: LedgerState; readonly shown: SettingTexts }) {
  const words = useWords(settingsScreenWords);
  const titles = useWords(fieldTitles);
  const { plan: { settings } } = useConductor();
  const { moves } = usePaneState();
  const view = useSyncExternalStore(settings.subscribe, settings.getState);
  const form = useRef<HTMLFormElement>(null);
  const texts = { ...shown, ...view.edited };
  const { refusals, dates, isOfficeKnown } = readSettingTexts(texts, state.roster);
  const changed = settingFields.filter((field) => texts[field] !== shown[field]);
  const refused = Object.keys(refusals).length;
  const label = (field: string): string => titles[field] ?? field;
  const save = (): void => {
    if (view.busy) return;
    // The first field that is refused takes the focus, and its reason is read with it.
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else if (changed.length > 0) void settings.save(shown);
  };
  const field = (name: SettingField, control: (marks: FieldMarks) => ReactNode) => {
    const refusal = refusals[name];
    return <FormField key={name} label={label(name)} help={words.help[name]} refusal={refusal === undefined ? undefined : words.refusal(refusal)}>{control}</FormField>;
  };
  const input = (name: SettingField, more: InputHTMLAttributes<HTMLInputElement> = {}) =>
    field(name, (marks) => <input {...marks} {...more} value={texts[name]} disabled={view.busy} onChange={(event) => { settings.edit(name, event.target.value); }} />);
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={view.busy || (changed.length === 0 && refused === 0)} onClick={save}>{view.busy ? words.saving : words.save}</Button>
      {changed.length === 0 ? null : <Button disabled={view.busy} onClick={settings.discard}>{words.discard}</Button>}
      <p className="footer-said" role="status">
        {view.saved !== undefined ? words.saved(view.saved.map(label)) : refused > 0 ? words.refused(refused) : changed.length === 0 ? words.noChange : words.edited(changed.map(label))}
      </p>
    </>
  );
  return (
    <ScreenLayout title={words.title} moves={moves + view.moves} footer={footer} busy={view.busy}>
      {view.changedMeanwhile ? <Notice tone="warning" alert>{words.changedMeanwhile}</Notice> : null}
      <p className="quiet">{words.text}</p>
      <form ref={form} onSubmit={(event) => { event.preventDefault(); save(); }}>
        {field('title', (marks) => <textarea {...marks} rows={2} value={texts.title} disabled={view.busy} onChange={(event) => { settings.edit('title', event.target.value); }} />)}
        {input('unit')}
        <div className="form-pair">{input('year', { inputMode: 'numeric' })}{input('issuedOn', { type: 'date' })}</div>
        {changed.includes('year') ? <Notice tone="info">{words.yearNote}</Notice> : null}
        {input('office')}
        {isOfficeKnown ? null : <Notice tone="warning">{words.officeUnknown(texts.office.trim())}</Notice>}
        <div className="form-pair">{input('warningDays', { inputMode: 'numeric' })}{input('asOf', { type: 'date' })}</div>
        <div className="form-pair">{input('firstCutOff', { type: 'date' })}{input('everyMonths', { inputMode: 'numeric' })}</div>
        {field('weekendRule', (marks) => (
          <select {...marks} value={texts.weekendRule} disabled={view.busy} onChange={(event) => { settings.edit('weekendRule', event.target.value); }}>
            {weekendChoices.includes(texts.weekendRule) ? null : <option value={texts.weekendRule}>{texts.weekendRule}</option>}
            {weekendChoices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
          </select>
        ))}
        <Section title={words.datesTitle(texts.year)}>{dates === undefined ? <p>{words.noDates}</p> : <YearDates dates={dates} />}</Section>
        {/* Enter in a field saves; the button that is seen stands in the footer. */}
        <button type="submit" hidden />
      </form>
    </ScreenLayout>
  );
}
