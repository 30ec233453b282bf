// A new year from this ledger: its year and days, every task's new deadline, what stays behind, and the new workbook as a file (L5, L7, P1). The open workbook is not touched.
import type { InputHTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import '../plan.css';
import { newYearTexts, readNewYearTexts } from '../../actions/newYearForm';
import type { NewYearField } from '../../actions/newYearForm';
import type { PlanSettings } from '../../core/plan';
import { fieldTitles } from '../../words/fields';
import { newYearWords } from '../../words/newYear';
import { sayings } from '../../words/say';
import { settingsScreenWords } from '../../words/settingsScreen';
import { useConductor, usePaneState } from '../conductorContext';
import type { NewYearView } from '../desks/newYearDesk';
import { useWords } from '../language';
import type { FieldMarks } from '../parts/FormField';
import { FormField } from '../parts/FormField';
import { NoPlan } from '../parts/NoPlan';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { YearDates } from '../parts/YearDates';
import { NewYearPreview } from './NewYearPreview';

/** The screen of a new year. */
export function NewYearScreen() {
  const words = useWords(newYearWords);
  const conductor = useConductor();
  const { newYear } = conductor.plan;
  const { workbook, moves } = usePaneState();
  const view = useSyncExternalStore(newYear.subscribe, newYear.getState);
  const state = workbook.kind === 'known' && workbook.state.kind === 'ledger' ? workbook.state : undefined;
  if (state === undefined) return <NoPlan title={words.title} />;
  if (state.settings === undefined) {
    const footer = <Button appearance="primary" onClick={() => { void conductor.openDesk('settings'); }}>{words.toSettings}</Button>;
    return <ScreenLayout title={words.title} moves={moves} footer={footer}><p>{words.settingsUnread}</p></ScreenLayout>;
  }
  return view.plan === undefined ? <Form settings={state.settings} view={view} /> : <Inner><NewYearPreview plan={view.plan} view={view} /></Inner>;
}

/** Esc leads back to the form, and not out of the screen. */
function Inner({ children }: { readonly children: ReactNode }) {
  const { newYear } = useConductor().plan;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (newYear.getState().busy === undefined) newYear.closePreview();
  };
  return <div className="screen" onKeyDown={onKeyDown}>{children}</div>;
}

function Form({ settings, view }: { readonly settings: PlanSettings; readonly view: NewYearView }) {
  const words = useWords(newYearWords);
  const forms = useWords(settingsScreenWords);
  const titles = useWords(fieldTitles);
  const say = useWords(sayings);
  const { newYear } = useConductor().plan;
  const { moves } = usePaneState();
  const form = useRef<HTMLFormElement>(null);
  const texts = newYearTexts(settings, view.edited);
  const { wish, refusals, dates } = readNewYearTexts(texts, settings);
  const refused = Object.keys(refusals).length;
  const isBusy = view.busy !== undefined;
  const preview = (): void => {
    if (isBusy) return;
    if (wish === undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else void newYear.preview(wish);
  };
  const field = (name: NewYearField, label: string, help: string | undefined, control: (marks: FieldMarks) => ReactNode) => {
    const refusal = refusals[name];
    return <FormField label={label} help={help} refusal={refusal === undefined ? undefined : forms.refusal(refusal)}>{control}</FormField>;
  };
  const input = (name: NewYearField, label: string, help: string | undefined, more: InputHTMLAttributes<HTMLInputElement>) =>
    field(name, label, help, (marks) => <input {...marks} {...more} value={texts[name]} disabled={isBusy} onChange={(event) => { newYear.edit(name, event.target.value); }} />);
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={isBusy} onClick={preview}>{isBusy ? words.planning : words.toPreview}</Button>
      <p className="footer-said" role="status">{refused === 0 ? '' : words.refusedCount(refused)}</p>
    </>
  );
  return (
    <ScreenLayout title={words.title} moves={moves + view.moves} footer={footer} busy={isBusy}>
      <p>{words.text}</p>
      {view.refused === undefined ? null : <Notice tone="warning" alert>{say.problem(view.refused)}</Notice>}
      <form ref={form} onSubmit={(event) => { event.preventDefault(); preview(); }}>
        <div className="form-pair">
          {input('year', titles['year'] ?? '', undefined, { inputMode: 'numeric' })}
          {input('firstCutOff', titles['firstCutOff'] ?? '', undefined, { type: 'date' })}
        </div>
        {input('issuedOn', titles['issuedOn'] ?? '', words.issuedHelp, { type: 'date' })}
        {field('title', titles['title'] ?? '', undefined, (marks) => <textarea {...marks} rows={2} value={texts.title} disabled={isBusy} onChange={(event) => { newYear.edit('title', event.target.value); }} />)}
        <button type="submit" hidden />
      </form>
      <Section title={words.datesTitle}>{dates === undefined ? <p>{forms.noDates}</p> : <YearDates dates={dates} />}</Section>
    </ScreenLayout>
  );
}
