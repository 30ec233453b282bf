// Opens the pane: waits for Excel, hands the workbook, the files, the day and the memory to the conductor, and draws. The only file here that knows Office.
import './pane.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { today } from '../clock/today';
import { ExcelFault } from '../excel/excelFault';
import { openOfficeWorkbook } from '../excel/officeWorkbook';
import { watchWorkbook } from '../excel/watch';
import { paneWords } from '../words/paneWords';
import type { Conductor } from './conductor';
import { createConductor } from './conductor';
import { openMemory } from './memory';
import { Pane, PaneFrame } from './Pane';
import { GuideSteps } from './parts/GuideSteps';
import { Outside } from './screens/Outside';
import type { Look } from './theme';
import { chooseLook } from './theme';

const parameters = new URLSearchParams(window.location.search);
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const forced = window.matchMedia('(forced-colors: active)');

function currentLook(officeBackground: string | undefined): Look {
  return chooseLook({ asked: parameters.get('theme'), forcedColors: forced.matches, officeBackground, prefersDark: dark.matches });
}

/** The look of the moment; the system may change it while the pane is open. */
function useLook(officeBackground: string | undefined): Look {
  const [look, setLook] = useState(() => currentLook(officeBackground));
  useEffect(() => {
    const change = (): void => { setLook(currentLook(officeBackground)); };
    dark.addEventListener('change', change);
    forced.addEventListener('change', change);
    return () => {
      dark.removeEventListener('change', change);
      forced.removeEventListener('change', change);
    };
  }, [officeBackground]);
  return look;
}

/** Where the pane finds itself. */
type Where = { readonly kind: 'excel'; readonly conductor: Conductor } | { readonly kind: 'outside' | 'tooOld' | 'noOffice' };

function Root({ where, officeBackground }: { readonly where: Where; readonly officeBackground: string | undefined }) {
  const look = useLook(officeBackground);
  return (
    <PaneFrame look={look} words={paneWords} reload={() => { window.location.reload(); }}>
      {where.kind === 'excel' ? <Pane conductor={where.conductor} today={today()} /> : <NotInExcel kind={where.kind} />}
    </PaneFrame>
  );
}

function NotInExcel({ kind }: { readonly kind: 'outside' | 'tooOld' | 'noOffice' }) {
  const { frame } = paneWords;
  switch (kind) {
    case 'outside': return <Outside title={frame.outsideTitle} text={frame.outsideText}><GuideSteps /></Outside>;
    case 'tooOld': return <Outside title={frame.tooOldTitle} text={frame.tooOldText} />;
    case 'noOffice': return <Outside title={frame.noOfficeTitle} text={frame.noOfficeText} />;
  }
}

function openConductor(): Conductor {
  const conductor = createConductor({
    workbook: openOfficeWorkbook(),
    today,
    loadBuild: () => import('../actions/buildLedger'),
    loadSeed: async () => (await import('../../seeds/plan-2021.json')).default,
    readPlan: async (json, file) => (await import('../core/planFile')).parsePlan(json, file),
    watch: watchWorkbook,
    faultOf: (error) => (error instanceof ExcelFault ? error : undefined),
    memory: openMemory(() => window.localStorage),
  }, parameters.get('go'));
  void conductor.open();
  return conductor;
}

function draw(where: Where, officeBackground?: string): void {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no place for the pane.');
  createRoot(place).render(<StrictMode><Root where={where} officeBackground={officeBackground} /></StrictMode>);
}

async function openPane(): Promise<void> {
  if (typeof Office === 'undefined') {
    draw({ kind: 'noOffice' });
    return;
  }
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    draw({ kind: 'outside' });
    return;
  }
  const isNewEnough = Office.context.requirements.isSetSupported('ExcelApi', '1.14');
  // Excel does not say its theme on every platform, though the types promise it.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  draw(isNewEnough ? { kind: 'excel', conductor: openConductor() } : { kind: 'tooOld' }, theme?.bodyBackgroundColor);
}

void openPane();
