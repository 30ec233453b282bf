// Opens the pane: waits for Excel, hands the workbook, the files, the day and the memory to the conductor, and draws. The only file here that knows Office.
import './pane.css';
import { lazy, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Theme } from '@fluentui/react-components';
import type { PlanSettings } from '../core/plan';
import type { PlanBody } from '../core/planBody';
import { now, today } from '../clock/today';
import { ExcelFault } from '../excel/excelFault';
import { frameWords } from '../words/frame';
import type { Conductor } from './conductor';
import { createConductor } from './conductor';
import { copyText } from './copyText';
import type { PaneDoors } from './doors';
import type { Language } from './language';
import { asWritten, useWords } from './language';
import { openMemory } from './memory';
import { Pane, PaneFrame } from './Pane';
import { saveFile } from './saveFile';
import { Outside } from './screens/Outside';
import { chooseLook, loadTheme } from './theme';

const GuideSteps = lazy(async () => ({ default: (await import('./parts/GuideSteps')).GuideSteps }));

const parameters = new URLSearchParams(window.location.search);
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

function currentTheme(officeBackground: string | undefined): Promise<Theme> {
  return loadTheme(chooseLook({ asked: parameters.get('theme'), forcedColors: forced.matches, officeBackground, prefersDark: dark.matches }));
}

/** What is loaded while the first screen is drawn already: reading and writing the workbook. Loaded once. */
const loadWorkbook = onceLoaded(async () => (await import('../excel/officeWorkbook')).openOfficeWorkbook());
const loadLook = onceLoaded(async () => ({ ...(await import('../actions/lookAtWorkbook')), ...(await import('../actions/goToLedger')) }));

const loadLedgerActions = onceLoaded(async () => {
  const [check, mend, shown] = await Promise.all([import('../actions/checkLedger'), import('../actions/mendLedger'), import('../actions/mendingShown')]);
  return { ...check, ...mend, ...shown };
});

/** What writes files is heavy, and loaded when one is asked for. */
const drawReport: PaneDoors['drawReport'] = async (kind, summary, madeAt) =>
  (await import('../actions/reportFile')).drawReportFile(kind, summary, madeAt, {
    word: async () => (await import('../files/wordReport')).wordReport,
    workbook: async () => (await import('../files/drawWorkbook')).drawWorkbookFile,
  });

const drawCopies: PaneDoors['drawCopies'] = async (wanted) =>
  (await import('../actions/copyFiles')).drawCopyFiles(wanted, {
    workbook: async () => (await import('../files/drawWorkbook')).drawWorkbookFile,
    archive: async () => (await import('../files/writeZip')).zipFiles,
    pause,
  });

const loadReviewActions = onceLoaded(async () => {
  const [take, review, overview] = await Promise.all([import('../actions/takeReturns'), import('../actions/returnsReview'), import('../actions/exchangeOverview')]);
  return { ...take, ...review, ...overview };
});

/** The built-in plan comes from the notice whose body is at hand (I6); a plan of another year or unit has another body. */
async function loadBody({ year, unit }: PlanSettings): Promise<PlanBody | undefined> {
  const [{ parsePlan }, { parseBody }, plan, body] = await Promise.all([import('../core/planFile'), import('../core/planBody'), import('../../seeds/plan-2021.json'), import('../../seeds/body-2021.json')]);
  const seed = parsePlan(plan.default, '');
  if (!seed.ok || seed.value.settings.year !== year || seed.value.settings.unit !== unit) return undefined;
  const parsed = parseBody(body.default, '');
  return parsed.ok ? parsed.value : undefined;
}

const loadMatrixActions = onceLoaded(async () => {
  const [matrix, notice] = await Promise.all([import('../actions/takeMatrix'), import('../actions/takeNotice')]);
  return { ...matrix, ...notice };
});

/** What is pasted, saved as a page, or plain text is read on this thread, for a Worker is for files of many tables. */
const loadMatrixFiles = onceLoaded(async () => {
  const [page, pasted, text] = await Promise.all([import('../files/readHtmlFile'), import('../files/readPasted'), import('../files/readCsv')]);
  return { ...page, ...pasted, decodeText: text.decodeText };
});

const loadPlanActions = onceLoaded(async () => {
  const [roster, wish, settings, form, year, look] = await Promise.all([
    import('../actions/editRoster'), import('../actions/rosterWish'), import('../actions/editSettings'), import('../actions/settingsForm'), import('../actions/newYear'), import('../actions/lookAtWorkbook'),
  ]);
  return { ...roster, ...wish, ...settings, ...form, ...year, ...look };
});

function onceLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

const pause: PaneDoors['pause'] = () => new Promise((next) => { setTimeout(next); });

const doors: PaneDoors = {
  loadWorkbook,
  today,
  loadLook,
  loadBuild: () => import('../actions/buildLedger'),
  loadSeed: async () => (await import('../../seeds/plan-2021.json')).default,
  readPlan: async (json, file) => (await import('../core/planFile')).parsePlan(json, file),
  loadFollow: () => import('../actions/followLedger'),
  loadLedgerActions,
  loadBody,
  pause,
  now,
  loadReportActions: onceLoaded(async () => ({ ...(await import('../actions/listReports')), ...(await import('../actions/makeSummary')) })),
  drawReport,
  saveFile,
  loadOverviewActions: () => import('../actions/exchangeOverview'),
  loadCopyActions: () => import('../actions/makeCopies'),
  drawCopies,
  loadReviewActions,
  startReading: async (files, listener) => (await import('../files/readInWorker')).startReading(files, listener),
  loadMatrixActions,
  loadMatrixFiles,
  loadTakeBackActions: () => import('../actions/takeMergeBack'),
  loadPlanActions,
  drawNewYear: async (plan, day) => (await import('../actions/newYearFile')).drawNewYearFile(plan, day, async () => (await import('../files/drawWorkbook')).drawWorkbookFile),
  copyText,
  watch: async (onChanged, onSelected) => (await import('../excel/watch')).watchWorkbook(onChanged, onSelected),
  faultOf: (error) => (error instanceof ExcelFault ? error : undefined),
  memory: openMemory(() => window.localStorage),
};

/** Where the pane finds itself. */
type Where = { readonly kind: 'excel'; readonly conductor: Conductor } | { readonly kind: 'outside' | 'tooOld' | 'noOffice' };

interface RootProps {
  readonly where: Where;
  readonly officeBackground: string | undefined;
  readonly firstTheme: Theme;
  readonly language: Language;
}

function Root({ where, officeBackground, firstTheme, language }: RootProps) {
  const [theme, setTheme] = useState(firstTheme);
  // The system may change its colours while the pane is open.
  useEffect(() => {
    const change = (): void => { void currentTheme(officeBackground).then(setTheme); };
    dark.addEventListener('change', change);
    forced.addEventListener('change', change);
    return () => {
      dark.removeEventListener('change', change);
      forced.removeEventListener('change', change);
    };
  }, [officeBackground]);
  return (
    <PaneFrame theme={theme} language={language} reload={() => { window.location.reload(); }}>
      {where.kind === 'excel' ? <Pane conductor={where.conductor} today={today()} /> : <NotInExcel kind={where.kind} />}
    </PaneFrame>
  );
}

function NotInExcel({ kind }: { readonly kind: 'outside' | 'tooOld' | 'noOffice' }) {
  const words = useWords(frameWords);
  switch (kind) {
    case 'outside': return <Outside title={words.outsideTitle} text={words.outsideText}><Suspense fallback={null}><GuideSteps /></Suspense></Outside>;
    case 'tooOld': return <Outside title={words.tooOldTitle} text={words.tooOldText} />;
    case 'noOffice': return <Outside title={words.noOfficeTitle} text={words.noOfficeText} />;
  }
}

function openConductor(): Conductor {
  const conductor = createConductor(doors, parameters.get('go'));
  void conductor.open();
  return conductor;
}

/** Chinese; or, where the address asks for it, the keys of the words, by which the browser tests see that nothing else is on the screen. */
async function chooseLanguage(): Promise<Language> {
  return parameters.get('words') === 'keys' ? (await import('../words/keyLanguage')).asKeys : asWritten;
}

async function draw(where: Where, officeBackground?: string): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no place for the pane.');
  const [firstTheme, language] = await Promise.all([currentTheme(officeBackground), chooseLanguage()]);
  createRoot(place).render(<StrictMode><Root where={where} officeBackground={officeBackground} firstTheme={firstTheme} language={language} /></StrictMode>);
}

async function openPane(): Promise<void> {
  if (typeof Office === 'undefined') return draw({ kind: 'noOffice' });
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return draw({ kind: 'outside' });
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.14')) return draw({ kind: 'tooOld' });
  // Excel does not say its theme on every platform, though the types promise it.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return draw({ kind: 'excel', conductor: openConductor() }, theme?.bodyBackgroundColor);
}

void openPane();
