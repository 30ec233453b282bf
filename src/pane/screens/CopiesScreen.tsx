// Sending out: which sections, as what; then the files, ready to be saved (R1).
import { useSyncExternalStore } from 'react';
import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import type { ExchangeOverview } from '../../actions/exchangeOverview';
import { returnsWords } from '../../words/returns';
import { useConductor } from '../conductorContext';
import type { CopiesView, CopyFile, MadeCopies } from '../desks/copiesDesk';
import { useWords } from '../language';
import { MoreList } from '../parts/MoreList';
import { Notice } from '../parts/Notice';
import { ReturnRefused } from '../parts/ReturnRefused';
import { ReturnWorking } from '../parts/ReturnWorking';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Section } from '../parts/Section';
import { Skeleton } from '../parts/Skeleton';

/** The screen of sending out. */
export function CopiesScreen({ moves }: { readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { reading } = useSyncExternalStore(returns.subscribe, returns.getState);
  const view = useSyncExternalStore(returns.copies.subscribe, returns.copies.getState);
  const { busy, progress, made } = view;
  if (busy !== undefined) {
    const text = busy === 'drawing' ? words.drawing : progress.of === 0 ? words.preparing : words.progress(progress.done, progress.of);
    return <ReturnWorking title={busy === 'drawing' ? words.drawing : words.remembering} text={text} moves={moves + 1} progress={progress} writes={busy === 'writing'} />;
  }
  if (made !== undefined) return <Made made={made} moves={moves + 2} />;
  if (reading?.kind !== 'overview') return <ScreenLayout title={words.copiesTitle} moves={moves} busy><Skeleton /></ScreenLayout>;
  return <Choose overview={reading.overview} view={view} moves={moves} />;
}

function Choose({ overview, view, moves }: { readonly overview: ExchangeOverview; readonly view: CopiesView; readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  const { copies } = returns;
  const { period, standings } = overview;
  const all = standings.map(({ shown }) => shown);
  const chosen = all.filter((section) => !view.left.has(section));
  const areAll = chosen.length === all.length;
  const footer = (
    <>
      <Button appearance="primary" disabledFocusable={chosen.length === 0} onClick={() => { void copies.make(period.name, chosen); }}>{words.make(chosen.length)}</Button>
      <Button onClick={returns.toOverview}>{words.cancel}</Button>
      <span className="footer-said" role="status">{chosen.length === 0 ? words.chooseSection : ''}</span>
    </>
  );
  return (
    <ScreenLayout title={words.copiesTitle} moves={moves} footer={footer}>
      {view.refused === undefined ? null : <ReturnRefused refused={view.refused} />}
      {view.changedSheet === undefined ? null : <Notice tone="warning" alert>{words.copiesChanged(view.changedSheet)}</Notice>}
      <p className="return-strong">{words.period(period.name)}</p>
      <p>{words.copiesText(period.cutOff)}</p>
      <Section title={words.sectionsTitle(chosen.length, all.length)} beside={<Button appearance="subtle" size="small" onClick={() => { copies.choose(all, !areAll); }}>{areAll ? words.none : words.all}</Button>}>
        <ul>
          {standings.map(({ shown, tasks, sentOn }) => (
            <li key={shown}>
              <Checkbox
                checked={!view.left.has(shown)} onChange={(_, { checked }) => { copies.choose([shown], checked === true); }}
                label={<>{words.sectionTasks(shown, tasks)}{sentOn === '' ? null : <span className="choice-note">{words.sentBefore(sentOn)}</span>}</>}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.asTitle}>
        <RadioGroup aria-label={words.asTitle} value={view.as} onChange={(_, { value }) => { copies.handOutAs(value === 'files' ? 'files' : 'archive'); }}>
          <Radio value="archive" label={<>{words.archive}<span className="choice-note">{words.archiveNote}</span></>} />
          <Radio value="files" label={<>{words.separate}<span className="choice-note">{words.separateNote}</span></>} />
        </RadioGroup>
      </Section>
    </ScreenLayout>
  );
}

function Made({ made, moves }: { readonly made: MadeCopies; readonly moves: number }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  return (
    <ScreenLayout title={words.madeTitle(made.sections.length)} moves={moves} footer={<Button appearance="primary" onClick={returns.toOverview}>{words.back}</Button>}>
      <Notice tone="success">{words.madeText(made.period, made.cutOff)}</Notice>
      <MoreList items={made.files} keyOf={({ file }) => file.name} render={(each) => <File each={each} />} />
      {made.files.some(({ saved }) => saved?.kind === 'saved') ? <p className="quiet">{words.notSaved}</p> : null}
      {made.as === 'archive' ? <ul className="return-plain">{made.sections.map(({ section, tasks }) => <li key={section}>{words.sectionTasks(section, tasks)}</li>)}</ul> : null}
    </ScreenLayout>
  );
}

/** A page is never told whether the browser saved a file, so it can be saved again. */
function File({ each: { file, saved } }: { readonly each: CopyFile }) {
  const words = useWords(returnsWords);
  const { returns } = useConductor();
  return (
    <div className="return-file">
      <span className="return-strong">{file.name}</span>
      {saved === undefined ? null : <span role="status">{saved.kind === 'saved' ? words.saved(file.name) : ''}</span>}
      {saved?.kind === 'refused' ? <Notice tone="warning" alert>{words.refusedSaving(file.name)}</Notice> : null}
      <Button size="small" aria-label={saved === undefined ? words.saveOf(file.name) : words.saveAgainOf(file.name)} onClick={() => { returns.copies.save(file); }}>{saved === undefined ? words.save : words.saveAgain}</Button>
    </div>
  );
}
