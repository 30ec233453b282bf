/** @jest-environment jsdom */
// Each screen by itself: all its words come from the words room, and axe finds nothing against it.
import '@testing-library/jest-dom';
import './standIns';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Theme } from '@fluentui/react-components';
import { webLightTheme } from '@fluentui/react-components';
import axe from 'axe-core';
import { ExcelFault } from '../../src/excel/excelFault';
import type { Language } from '../../src/pane/language';
import { asWritten } from '../../src/pane/language';
import { CrashGuard } from '../../src/pane/parts/CrashGuard';
import { GuideSteps } from '../../src/pane/parts/GuideSteps';
import { PaneFrame } from '../../src/pane/Pane';
import { Outside } from '../../src/pane/screens/Outside';
import type { Look } from '../../src/pane/theme';
import { loadTheme } from '../../src/pane/theme';
import { frameWords } from '../../src/words/frame';
import { asKeys } from '../../src/words/keyLanguage';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, faultyLedger, ledgerSheets, seedPlan, taskCell, strangeSheet } from './fakeWorkbook';
import { freshMemory, openTestPane } from './openTestPane';

type User = ReturnType<typeof userEvent.setup>;

interface Scene {
  readonly workbook?: () => FakeWorkbook;
  readonly go?: string;
  readonly fresh?: boolean;
  /** Leads to the screen, by positions and roles, for names are other ones in the test language. */
  readonly walk?: (user: User, workbook: FakeWorkbook) => Promise<void>;
}

const primary = async (user: User): Promise<void> => {
  const main = await screen.findByRole('main');
  const [first] = [...main.querySelectorAll<HTMLButtonElement>(':scope > div:last-child button')];
  if (first === undefined) throw new Error('This screen has no next step.');
  await user.click(first);
  await act(() => new Promise((done) => { setTimeout(done, 20); }));
};
const preview = async (user: User): Promise<void> => {
  await screen.findAllByRole('radio');
  await primary(user);
};
const changed = () => {
  const plan = seedPlan();
  return { ...plan, tasks: plan.tasks.slice(0, 12).map((task, index) => (index === 1 ? { ...task, leadUnit: 'A' } : index === 7 ? { ...task, id: '9.1' } : task)) };
};
const failing = (restored: boolean) => () => {
  const workbook = fakeWorkbook();
  workbook.fail = { change: new ExcelFault('protected', 'writing', 'AccessDenied', 'Denied.', restored) };
  return workbook;
};

const toDesk = async (user: User, desk: number): Promise<void> => {
  const way = within(await screen.findByRole('navigation')).getAllByRole('button')[desk];
  if (way !== undefined) await user.click(way);
};
const found = async (): Promise<void> => { await waitFor(() => { expect(document.querySelector('.checked')).not.toBeNull(); }); };
const fixes = async (user: User): Promise<void> => {
  await found();
  await user.click(document.querySelector('.fix-all button') as HTMLButtonElement);
  await waitFor(() => { expect(document.querySelector('.changed')).not.toBeNull(); });
};
const hiding = async (user: User): Promise<void> => {
  await found();
  const [hide] = [...document.querySelectorAll<HTMLButtonElement>('.checked-buttons button')].slice(-1);
  if (hide !== undefined) await user.click(hide);
  await waitFor(() => { expect(document.querySelector('.hide-form')).not.toBeNull(); });
};
const selectedTask = (): FakeWorkbook => {
  const workbook = faultyLedger();
  workbook.selected = { sheet: '任务台账', ...taskCell(workbook, 1, '编号') };
  return workbook;
};
const typing = async (user: User): Promise<void> => { await user.type((await screen.findAllByRole('textbox'))[0] ?? document.body, '12'); };

const year = async (): Promise<void> => { await waitFor(() => { expect(document.querySelector('.report-entry')).not.toBeNull(); }); };
const made = async (user: User): Promise<void> => {
  await year();
  await primary(user);
  await primary(user);
  for (const file of [0, 1]) await user.click(document.querySelectorAll<HTMLButtonElement>('.report-files button')[file] as HTMLButtonElement);
};

const scenes: Readonly<Record<string, Scene>> = {
  guide: { fresh: true },
  'guide again': { go: 'guide' },
  'home, no ledger': {},
  'home, a ledger': { workbook: () => fakeWorkbook(ledgerSheets(seedPlan())) },
  'home, a setting unread': { workbook: () => {
    const sheets = ledgerSheets(seedPlan());
    return fakeWorkbook(sheets.map((sheet) => (sheet.name === '设置' ? { ...sheet, values: sheet.values.map((row) => (row[0] === '年度' ? ['年度', 'x', ...row.slice(2)] : row)) } : sheet)));
  } },
  'home, in the way': { workbook: () => fakeWorkbook([strangeSheet('任务台账')]) },
  'home, no answer': { workbook: () => {
    const workbook = fakeWorkbook();
    workbook.fail = { read: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') };
    return workbook;
  } },
  source: { go: 'build' },
  'source, a file refused': { go: 'build', walk: async (user) => {
    const [, file] = await screen.findAllByRole('radio');
    if (file !== undefined) await user.click(file);
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File(['{'], 'A.json'));
    await primary(user);
  } },
  preview: { go: 'build', walk: preview },
  'preview, all open': { go: 'build', walk: async (user) => {
    await preview(user);
    for (const level of [0, 1]) for (const fold of screen.getAllByRole('button', { expanded: false }).slice(0, level === 0 ? 6 : 3)) await user.click(fold);
  } },
  'preview of a rebuild': { go: 'build', workbook: () => fakeWorkbook(ledgerSheets(changed())), walk: preview },
  'preview, changed meanwhile': { go: 'build', workbook: () => {
    const workbook = fakeWorkbook();
    workbook.outcome = { kind: 'changedMeanwhile', sheet: 'A' };
    return workbook;
  }, walk: async (user) => { await preview(user); await primary(user); } },
  refused: { go: 'build', workbook: () => {
    const workbook = fakeWorkbook();
    workbook.structureProtected = true;
    return workbook;
  }, walk: preview },
  writing: { go: 'build', workbook: () => {
    const workbook = fakeWorkbook();
    workbook.gate = new Promise(() => undefined);
    return workbook;
  }, walk: async (user) => { await preview(user); await primary(user); } },
  done: { go: 'build', walk: async (user) => { await preview(user); await primary(user); } },
  'done over a ledger': { go: 'build', workbook: () => fakeWorkbook(ledgerSheets(changed())), walk: async (user) => { await preview(user); await primary(user); } },
  status: { go: 'status', workbook: () => fakeWorkbook(ledgerSheets(seedPlan())) },
  'status, looked at closely': { go: 'status', workbook: faultyLedger, walk: async (user) => {
    await user.click((await screen.findAllByRole('button', { pressed: false }))[0] ?? document.body);
    const [, , by] = within(await screen.findByRole('group')).getAllByRole('button');
    if (by !== undefined) await user.click(by);
    await primary(user);
  } },
  'status, no ledger': { go: 'status' },
  'status, another day': { go: 'status', workbook: () => fakeWorkbook(ledgerSheets({ ...seedPlan(), settings: { ...seedPlan().settings, asOf: '2021-04-20' } })), walk: async (user) => {
    await user.click(await screen.findByRole('button', { expanded: false, name: /asOfLabel|基准日/ }));
    await screen.findByRole('form');
    await user.clear(document.querySelector('input[type=date]') as HTMLInputElement);
    await user.click(document.querySelector('button[type=submit]') as HTMLButtonElement);
  } },
  'check, not run': { workbook: faultyLedger, walk: (user) => toDesk(user, 1) },
  'check, found': { go: 'check', workbook: faultyLedger, walk: found },
  'check, fixes shown': { go: 'check', workbook: faultyLedger, walk: fixes },
  'check, fixed': { go: 'check', workbook: faultyLedger, walk: async (user) => { await fixes(user); await primary(user); } },
  'check, hiding a note': { go: 'check', workbook: faultyLedger, walk: hiding },
  'check, a note hidden': { go: 'check', workbook: faultyLedger, walk: async (user) => {
    await hiding(user);
    await user.type(document.querySelector('.hide-form input') as HTMLInputElement, '1');
    await user.click(document.querySelector('.hide-form button[type=submit]') as HTMLButtonElement);
    await user.click(await screen.findByRole('button', { expanded: false, name: /hiddenTitle|不再提示的/ }));
  } },
  'check, refused': { go: 'check', workbook: () => { const workbook = faultyLedger(); workbook.sheets = workbook.sheets.filter(({ name }) => name !== '名册'); return workbook; } },
  'task, none selected': { go: 'task', workbook: faultyLedger },
  task: { go: 'task', workbook: selectedTask },
  'task, typed in': { go: 'task', workbook: selectedTask, walk: typing },
  'task, saved': { go: 'task', workbook: selectedTask, walk: async (user) => { await typing(user); await primary(user); } },
  'task, changed meanwhile': { go: 'task', workbook: () => { const workbook = selectedTask(); workbook.outcome = { kind: 'changedMeanwhile', sheet: 'A' }; return workbook; }, walk: async (user) => { await typing(user); await primary(user); } },
  reports: { go: 'reports', workbook: () => fakeWorkbook(ledgerSheets(seedPlan())), walk: year },
  'reports, a section open': { go: 'reports', workbook: faultyLedger, walk: async (user) => { await year(); await user.click(document.querySelector('.filling button') as HTMLButtonElement); } },
  'reports, no ledger': { go: 'reports' },
  'reports, not read': { go: 'reports', workbook: () => {
    const workbook = fakeWorkbook(ledgerSheets(seedPlan()));
    const { read } = workbook;
    return Object.assign(workbook, { read: async (names: readonly string[]) => { if (workbook.reads === 1) workbook.fail = { read: new ExcelFault('busy', 'reading', 'Timeout', 'Timed out.') }; return read(names); } });
  } },
  'reports, preview': { go: 'reports', workbook: faultyLedger, walk: async (user) => { await year(); await primary(user); } },
  'reports, refused': { go: 'reports', workbook: () => { const workbook = faultyLedger(); workbook.structureProtected = true; return workbook; }, walk: async (user) => { await year(); await primary(user); } },
  'reports, writing': { go: 'reports', workbook: () => { const workbook = faultyLedger(); workbook.gate = new Promise(() => undefined); return workbook; }, walk: async (user) => { await year(); await primary(user); await primary(user); } },
  'reports, made and saved': { go: 'reports', workbook: faultyLedger, walk: made },
  'reports, made again': { go: 'reports', workbook: faultyLedger, walk: async (user) => { await made(user); await user.keyboard('{Escape}'); await year(); await primary(user); } },
  'reports, the year with one made': { go: 'reports', workbook: faultyLedger, walk: async (user) => { await made(user); await user.keyboard('{Escape}'); await year(); } },
  'reports, one of the history': { go: 'reports', workbook: faultyLedger, walk: async (user) => {
    await made(user);
    await user.keyboard('{Escape}');
    await year();
    await user.click(document.querySelectorAll<HTMLButtonElement>('.report-entry .buttons button')[1] as HTMLButtonElement);
    await act(() => new Promise((done) => { setTimeout(done, 20); }));
  } },
  'task, its reports': { go: 'task', workbook: selectedTask, walk: async (user) => {
    await user.click((await screen.findAllByRole('button', { expanded: false })).slice(-1)[0] ?? document.body);
  } },
  'stopped, put back': { go: 'build', workbook: failing(true), walk: async (user) => { await preview(user); await primary(user); } },
  'stopped, not put back': { go: 'build', workbook: failing(false), walk: async (user) => { await preview(user); await primary(user); } },
};

async function openScene(name: string, options: { readonly language?: Language; readonly theme?: Theme }): Promise<HTMLElement> {
  const scene = scenes[name] ?? {};
  const user = userEvent.setup();
  const workbook = scene.workbook?.() ?? fakeWorkbook();
  const { opened, container } = openTestPane({ workbook, go: scene.go, ...options, doors: scene.fresh === true ? { memory: freshMemory() } : {} });
  await act(() => opened);
  await screen.findByRole('heading', { level: 1 });
  await act(() => new Promise((done) => { setTimeout(done, 20); }));
  await scene.walk?.(user, workbook);
  await waitFor(() => { expect(container.querySelector('.skeleton')).toBeNull(); });
  return container;
}

/** What the faulty ledger holds beside the plan's texts. */
const faultyNames = ['邓善', '邓  善、黄万红', '邓善、黄万红', '胡一', '正在推进', '已完成', '任务台账', '双月汇总2021-06', '2021年9月'];

/** Texts that come from the plan, from Excel's record or from a person's file, and are no words of ours. */
function ownTexts(): ReadonlySet<string> {
  const plan = seedPlan();
  return new Set([...plan.tasks, ...changed().tasks].flatMap((task) => [task.id, task.indicator, task.leadUnit, task.text, task.progress, ...task.sections, ...task.leaders, ...task.owners, ...faultyNames]).concat(plan.settings.title));
}

/** Selectors of the rules that fill something with the brand's colour, as a primary button is. */
function brandSelectors(): string[] {
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => {
    const [, selector, body] = /^(\.[\w-]+)\s*\{(.*)\}$/s.exec(rule.cssText) ?? [];
    return selector !== undefined && body?.includes('background-color: var(--colorBrandBackground)') === true ? [selector] : [];
  });
}

/** All that a person reads or hears: texts, labels, titles. */
function readable(container: HTMLElement): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const inside = node.parentElement?.tagName;
    if (inside !== 'STYLE' && inside !== 'SCRIPT' && inside !== 'TEXTAREA') texts.push(node.textContent ?? '');
  }
  for (const element of container.querySelectorAll('*')) for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) texts.push(element.getAttribute(name) ?? '');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** Where nothing is to be pressed: an action is under way, or nothing was typed that could be saved. */
const unhurried = ['writing', 'task', 'task, saved', 'task, its reports', 'reports, writing'];

describe.each(Object.keys(scenes))('%s', (name) => {
  test('[X3] says nothing that is not in the words', async () => {
    const container = await openScene(name, { language: asKeys });
    const own = ownTexts();
    const strange = readable(container).filter((text) => /\p{L}/u.test(text.replace(/⟦[^⟧]*⟧/g, '')) && !own.has(text));
    expect(readable(container).some((text) => text.startsWith('⟦'))).toBe(true);
    expect(strange).toEqual([]);
  });

  test('[C2] has nothing that keeps people out', async () => {
    const container = await openScene(name, {});
    // jsdom lays nothing out, so colours and sizes are looked at elsewhere.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  });

  test('[X3] has one heading and one primary step, but for what cannot be hurried', async () => {
    const container = await openScene(name, {});
    expect(container.querySelectorAll('h1')).toHaveLength(1);
    const main = container.querySelector('main');
    const filled = brandSelectors();
    expect(filled.length).toBeGreaterThan(0);
    const primaries = [...(main?.querySelectorAll('button') ?? [])].filter((each) => filled.some((selector) => each.matches(selector)));
    expect(primaries).toHaveLength(unhurried.includes(name) ? 0 : 1);
  });
});

describe.each<Look>(['dark', 'contrast'])('in %s', (look) => {
  test.each(['home, a ledger', 'preview', 'stopped, put back'])('[C2] %s is drawn', async (name) => {
    const container = await openScene(name, { theme: await loadTheme(look) });
    expect(container.querySelector('h1')).toBeVisible();
  });
});

describe('where there is no working', () => {
  test('[X3] outside Excel one sentence says what to do, and the guide stands below it', () => {
    render(
      <PaneFrame theme={webLightTheme} language={asWritten} reload={() => undefined}>
        <Outside title={frameWords.outsideTitle} text={frameWords.outsideText}><GuideSteps /></Outside>
      </PaneFrame>,
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('请在 Excel 中打开');
    expect(screen.getByText(/点“打开面板”/)).toBeInTheDocument();
  });

  test('[X3] a crash leaves a way out and a record, not a blank pane', async () => {
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const reload = jest.fn();
    function Broken(): never {
      throw new Error('a screen broke');
    }
    render(<PaneFrame theme={webLightTheme} language={asWritten} reload={reload}><CrashGuard reload={reload}><Broken /></CrashGuard></PaneFrame>);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('面板停止了工作');
    expect(screen.getByRole('textbox')).toHaveDisplayValue(/a screen broke/);
    await userEvent.setup().click(screen.getByRole('button', { name: '重新打开面板' }));
    expect(reload).toHaveBeenCalledTimes(1);
    silenced.mockRestore();
  });
});
