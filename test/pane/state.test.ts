// Where the person is in the pane, and what leads where. Pure.
import { planBuild } from '../../src/actions/buildLedger';
import type { PaneState, Preview, Screen, Trouble } from '../../src/pane/state';
import { firstState, isBusy, nextState, wayBack } from '../../src/pane/state';
import { fakeWorkbook, seedPlan } from './fakeWorkbook';

const plan = seedPlan();
const trouble: Trouble = { kind: 'bug', message: '', stack: '' };
const on = (screen: Screen): PaneState => ({ screen, workbook: { kind: 'looking' }, moves: 3 });
let screens: Readonly<Record<string, Screen>> = {};
let preview: Preview;
beforeAll(async () => {
  const planning = await planBuild(fakeWorkbook(), plan, []);
  if (planning.kind !== 'ready') throw new Error('A new workbook takes any plan.');
  preview = { source: { kind: 'seed' }, plan, readingProblems: [], build: planning.build, keep: new Set() };
  screens = {
    guide: { at: 'guide', first: true },
    home: { at: 'home' },
    source: { at: 'source', busy: false, refused: undefined },
    reading: { at: 'source', busy: true, refused: undefined },
    refused: { at: 'refused', problem: { rule: 'X3', kind: 'structureProtected', level: 'error', at: {}, values: {} } },
    preview: { at: 'preview', preview, changedSheet: undefined },
    writing: { at: 'writing', preview, done: 1, of: 4 },
    done: { at: 'done', preview },
    trouble: { at: 'trouble', stopped: 'build', trouble, preview, desk: undefined },
  };
});
const screenCalled = (name: string): Screen => {
  const screen = screens[name];
  if (screen === undefined) throw new Error(`No screen ${name}`);
  return screen;
};

test.each<[string | null, boolean, Screen]>([
  [null, true, { at: 'home' }],
  [null, false, { at: 'guide', first: true }],
  ['build', true, { at: 'source', busy: false, refused: undefined }],
  ['build', false, { at: 'source', busy: false, refused: undefined }],
  ['guide', true, { at: 'guide', first: false }],
  ['guide', false, { at: 'guide', first: true }],
  ['returns', true, { at: 'returns', busy: false }],
  ['reports', true, { at: 'reports', busy: false }],
  ['reports', false, { at: 'reports', busy: false }],
  ['something else', true, { at: 'home' }],
])('[X3] opened with go=%s, guide seen: %s', (go, seen, screen) => {
  expect(firstState(go, seen)).toEqual({ screen, workbook: { kind: 'looking' }, moves: 0 });
});

test.each(['reading', 'writing'])('[X1] while %s, nothing leads elsewhere', (name) => {
  const state = on(screenCalled(name));
  expect(isBusy(state)).toBe(true);
  expect(wayBack(state)).toBeUndefined();
  for (const kind of ['wentHome', 'openedGuide', 'openedSource'] as const) expect(nextState(state, { kind })).toBe(state);
});

test.each([['guide', 'wentHome'], ['source', 'wentHome'], ['refused', 'openedSource'], ['preview', 'openedSource'], ['done', 'wentHome'], ['trouble', 'backToPreview'], ['home', undefined]])('[X3] the way back from %s is %s', (name, kind) => {
  expect(wayBack(on(screenCalled(name)))?.kind).toBe(kind);
});

test.each(['home', 'guide', 'done'])('[X1] what comes late on %s changes nothing', (name) => {
  const state = on(screenCalled(name));
  expect(nextState(state, { kind: 'progressed', done: 2, of: 4 })).toBe(state);
  expect(nextState(state, { kind: 'built' })).toBe(state);
  expect(nextState(state, { kind: 'buildBegan' })).toBe(state);
  expect(nextState(state, { kind: 'keptLedger', tasks: ['1.1'], keep: true })).toBe(state);
  expect(nextState(state, { kind: 'planUnreadable', name: '', problems: [] })).toBe(state);
  expect(nextState(state, { kind: 'backToPreview' })).toBe(state);
});

test('[L7] keeping is a choice for each task and can be taken back', () => {
  const kept = (state: PaneState): string[] => (state.screen.at === 'preview' ? [...state.screen.preview.keep] : []);
  const one = nextState(on(screenCalled('preview')), { kind: 'keptLedger', tasks: ['1.1', '2.1'], keep: true });
  expect(kept(one)).toEqual(['1.1', '2.1']);
  expect(kept(nextState(one, { kind: 'keptLedger', tasks: ['1.1'], keep: false }))).toEqual(['2.1']);
});

test('[X3] moving is counted, and changes on the same screen are no moves', () => {
  const writing = nextState(on(screenCalled('preview')), { kind: 'buildBegan' });
  expect(writing.moves).toBe(4);
  const further = nextState(writing, { kind: 'progressed', done: 1, of: 2 });
  expect(further.moves).toBe(4);
  expect(nextState(further, { kind: 'built' }).moves).toBe(5);
});

test('[X1] a trouble while writing keeps the preview to come back to', () => {
  const stopped = nextState(on(screenCalled('writing')), { kind: 'stopped', stopped: 'build', trouble });
  expect(stopped.screen).toMatchObject({ at: 'trouble', preview });
  expect(nextState(stopped, { kind: 'backToPreview' }).screen).toMatchObject({ at: 'preview', changedSheet: undefined });
});
