// What this workbook is, and the next sensible step.
import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { WorkbookState } from '../../actions/lookAtWorkbook';
import type { PlainDate } from '../../core/plainDate';
import { useConductor, usePaneState } from '../conductorContext';
import { Facts } from '../parts/Facts';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { Skeleton } from '../parts/Skeleton';
import { useWords } from '../wordsContext';
import { TroubleText } from '../parts/TroubleText';

const useStyles = makeStyles({
  text: { margin: '4px 0', lineHeight: tokens.lineHeightBase300 },
  problem: { margin: '4px 0' },
  goTo: { marginLeft: '-8px', display: 'block' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** The first screen. */
export function Home({ today }: { readonly today: PlainDate }) {
  const words = useWords();
  const conductor = useConductor();
  const { workbook, moves } = usePaneState();
  if (workbook.kind === 'looking') {
    return <ScreenLayout title={words.home.looking} moves={moves} busy><Skeleton /></ScreenLayout>;
  }
  if (workbook.kind === 'trouble') {
    const again = <Button appearance="primary" onClick={() => { void conductor.look(); }}>{words.build.again}</Button>;
    return <ScreenLayout title={words.build.faultTitle.look} moves={moves} footer={again}><TroubleText trouble={workbook.trouble} stopped="look" /></ScreenLayout>;
  }
  const { state } = workbook;
  switch (state.kind) {
    case 'none': return <NoLedger moves={moves} />;
    case 'ledger': return <Ledger state={state} today={today} moves={moves} />;
    case 'inTheWay': return <InTheWay state={state} moves={moves} />;
  }
}

function NoLedger({ moves }: { readonly moves: number }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const footer = <Button appearance="primary" onClick={conductor.openSource}>{words.home.build}</Button>;
  return (
    <ScreenLayout title={words.home.noneTitle} moves={moves} footer={footer}>
      <p className={styles.text}>{words.home.noneText}</p>
    </ScreenLayout>
  );
}

function Ledger({ state, today, moves }: { readonly state: Extract<WorkbookState, { kind: 'ledger' }>; readonly today: PlainDate; readonly moves: number }) {
  const styles = useStyles();
  const words = useWords();
  const conductor = useConductor();
  const { settings, roster, ledger, problems } = state;
  const rows = ledger.rows.filter((row) => String(row.cells.id).trim() !== '' || String(row.cells.text).trim() !== '');
  const indicators = new Set(rows.map((row) => String(row.cells.indicator).trim()).filter((name) => name !== ''));
  const facts = [
    { label: words.home.tasksLabel, value: words.home.tasks(rows.length) },
    { label: words.home.indicatorsLabel, value: words.home.indicators(indicators.size) },
    { label: words.home.rosterLabel, value: roster === undefined ? words.home.rosterUnread : words.home.people(roster.people.length) },
    { label: words.home.asOfLabel, value: settings === undefined || settings.asOf === '' ? words.home.asOfToday(today) : words.home.asOfSet(settings.asOf) },
  ];
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.goToLedger(); }}>{words.home.goTo}</Button>
      <Button onClick={conductor.openSource}>{words.home.update}</Button>
    </>
  );
  return (
    <ScreenLayout title={words.home.ledgerTitle(settings?.year)} moves={moves} footer={footer}>
      {settings === undefined || settings.title === '' ? null : <p className={styles.text}>{settings.title}</p>}
      <Facts facts={facts} />
      {problems.length === 0 ? null : (
        <Notice tone="warning">
          <strong>{words.home.problemsTitle(problems.length)}</strong>
          <ul className={styles.list}>
            {problems.map((problem, index) => (
              <li key={index} className={styles.problem}>{words.sayProblem(problem)}<GoTo at={problem.at}>{words.home.goToCell(problem.at.cell ?? '')}</GoTo></li>
            ))}
          </ul>
        </Notice>
      )}
    </ScreenLayout>
  );
}

function InTheWay({ state, moves }: { readonly state: Extract<WorkbookState, { kind: 'inTheWay' }>; readonly moves: number }) {
  const words = useWords();
  const conductor = useConductor();
  const { problem } = state;
  const footer = (
    <>
      <Button appearance="primary" onClick={() => { void conductor.look(); }}>{words.home.lookAgain}</Button>
      {problem.at.sheet === undefined ? null : <Button onClick={() => { void conductor.show(problem.at.sheet ?? '', problem.at.cell ?? 'A1'); }}>{words.home.goToSheet}</Button>}
    </>
  );
  return (
    <ScreenLayout title={words.home.inTheWayTitle} moves={moves} footer={footer}>
      <Notice tone="warning">{words.sayProblem(problem)}</Notice>
    </ScreenLayout>
  );
}

function GoTo({ at, children }: { readonly at: { readonly sheet?: string; readonly cell?: string }; readonly children: ReactNode }) {
  const styles = useStyles();
  const conductor = useConductor();
  const { sheet, cell } = at;
  if (sheet === undefined || cell === undefined) return null;
  return <Button appearance="transparent" size="small" className={styles.goTo} onClick={() => { void conductor.show(sheet, cell); }}>{children}</Button>;
}
