/** @jest-environment jsdom */
// Each screen of copies and returns by itself: all its words come from the words room, and axe finds nothing against it.
import '@testing-library/jest-dom';
import './standIns';
import { act, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { Conductor } from '../../src/pane/conductor';
import type { Language } from '../../src/pane/language';
import { asWritten } from '../../src/pane/language';
import { pickedFiles } from '../../src/pane/pickedFiles';
import { asKeys } from '../../src/words/keyLanguage';
import type { FakeWorkbook } from './fakeWorkbook';
import { fakeWorkbook, ledgerSheets, seedPlan, typeInTask } from './fakeWorkbook';
import { openTestPane } from './openTestPane';
import type { Readings } from './returnedFiles';
import { copyRead, nearlyTask, readingOf, tableRead } from './returnedFiles';

/** Files with a line of every kind, one of nobody, one of another report, and one that cannot be read. */
const readings: Readings = {
  ...copyRead('港口科', { '2.1': { progress: '申报率92' }, '2.2': { progress: '拟公示27', doneOn: 'x' } }, { change: (cells) => cells.map((row) => (row[1] === '2.3' ? row.map((cell, column) => (column === 9 ? '2021年11月' : cell)) : row)) }),
  ...tableRead('审批科.csv', [['工作任务', '落实情况'], [nearlyTask('5.1'), '已办'], ['别的', '别的事']]),
  ...tableRead('1.csv', [['工作任务', '落实情况'], ['别的', '别的事']]),
  ...copyRead('外贸科', { '3.1': { progress: '已办' } }, { file: '2.xlsx', period: '2021-04' }),
  '3.xlsx': { ok: false, refusal: { kind: 'empty', values: {} } },
};
/** What stands in them, and no word of ours. */
const ownTexts = new Set(['申报率92', '拟公示27', '已办', '别的', '别的事', 'x', '2021年11月', '2021年9月', '台账的话', nearlyTask('5.1'), ...Object.keys(readings), 'Sheet9', ...seedPlan().tasks.flatMap((task) => [task.text, ...task.sections])]);

type Scene = (conductor: Conductor, workbook: FakeWorkbook) => Promise<void>;
const take: Scene = async ({ returns }) => {
  returns.toSource();
  await returns.review.takeFiles(pickedFiles(Object.keys(readings).map((name) => new File(['x'], name))));
  returns.toReview();
};
const lookAt = (kind: string, then: (conductor: Conductor) => void = () => undefined): Scene => async (conductor, workbook) => {
  await take(conductor, workbook);
  const item = conductor.returns.review.getState().items.find((each) => each.kind === kind);
  if (item === undefined) throw new Error(`There is no line of the kind ${kind}.`);
  conductor.returns.review.setCurrent(item.key);
  then(conductor);
};
const merge: Scene = async (conductor, workbook) => {
  await take(conductor, workbook);
  await conductor.returns.review.merge();
};

const scenes: Readonly<Record<string, Scene>> = {
  overview: () => Promise.resolve(),
  'a reminder': ({ returns }) => { returns.remind('港口口岸科'); return Promise.resolve(); },
  copies: ({ returns }) => { returns.toCopies(); return Promise.resolve(); },
  'copies, none chosen': ({ returns }) => { returns.toCopies(); returns.copies.choose([...new Set(seedPlan().tasks.flatMap(({ sections }) => sections))], false); return Promise.resolve(); },
  'copies, changed meanwhile': async ({ returns }, workbook) => {
    returns.toCopies();
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '任务台账' };
    await returns.copies.make('2021-06', ['外贸科']);
  },
  'copies made': async ({ returns }) => { returns.toCopies(); await returns.copies.make('2021-06', ['外贸科']); },
  'copies made, one by one': async ({ returns }) => { returns.toCopies(); returns.copies.handOutAs('files'); await returns.copies.make('2021-06', ['外贸科', '港口科']); },
  'choosing files': ({ returns }) => { returns.toSource(); return Promise.resolve(); },
  'a sheet that is gone': async ({ returns }) => { returns.toSource(); await returns.review.takeSheet('Sheet8'); },
  'the lines': take,
  'of one file': async (conductor, workbook) => {
    await take(conductor, workbook);
    conductor.returns.review.setFilter({ kind: undefined, forMe: false, file: '审批科.csv' });
  },
  'a plain change': lookAt('merged'), 'a conflict': lookAt('conflict'), 'a guess': lookAt('guess'), 'an outside change': lookAt('outside'), 'a row of no task': lookAt('unmatched'), 'a cell that is set apart': lookAt('setApart'),
  'own words': lookAt('conflict', ({ returns: { review } }) => { review.chooseConflicts(review.getState().items, { own: '已办' }); }),
  'changed meanwhile': async (conductor, workbook) => {
    await take(conductor, workbook);
    workbook.outcome = { kind: 'changedMeanwhile', sheet: '任务台账' };
    await conductor.returns.review.merge();
  },
  merged: merge,
  'a list of merges': async (conductor, workbook) => { await merge(conductor, workbook); conductor.returns.toOverview(); },
  'taking back': async (conductor, workbook) => {
    await merge(conductor, workbook);
    typeInTask(workbook, 1, '落实情况', '别的事');
    await conductor.returns.toTakeBack('2021-06', 1);
  },
  'taken back': async (conductor, workbook) => {
    await merge(conductor, workbook);
    await conductor.returns.toTakeBack('2021-06', 1);
    await conductor.returns.back.takeBack();
  },
};

/** Opens the pane on the desk on 15 June, and goes to a screen. */
async function openScene(name: string, language: Language): Promise<HTMLElement> {
  const workbook = fakeWorkbook([...ledgerSheets(seedPlan()), { name: 'Sheet9', isProtected: false, values: [['别的']], tables: [], ownRules: [], otherRules: [], formulaCounts: new Map() }]);
  typeInTask(workbook, 2, '落实情况', '台账的话');
  const { conductor, container, opened } = openTestPane({ workbook, go: 'returns', language, doors: { today: () => '2021-06-15', now: () => '2021-06-15 10:20', startReading: readingOf(readings) } });
  await act(() => opened);
  await screen.findByRole('combobox');
  await act(async () => { await scenes[name]?.(conductor, workbook); });
  // The screens that were asked for are drawn once their parts are there.
  await act(() => new Promise((done) => { setTimeout(done, 20); }));
  for (const fold of screen.queryAllByRole('button', { expanded: false }).filter((each) => each.closest('.fold') !== null)) act(() => { fold.click(); });
  return container;
}

/** All that a person reads or hears: texts, labels, titles. */
function readable(container: HTMLElement): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const inside = node.parentElement?.tagName;
    if (inside !== 'STYLE' && inside !== 'SCRIPT' && inside !== 'TEXTAREA' && inside !== 'INS' && inside !== 'DEL' && node.parentElement?.closest('.return-texts dd') === null) texts.push(node.textContent ?? '');
  }
  for (const element of container.querySelectorAll('*')) for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) texts.push(element.getAttribute(name) ?? '');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

describe.each(Object.keys(scenes))('%s', (name) => {
  test('[X3] says nothing that is not in the words', async () => {
    const container = await openScene(name, asKeys);
    const strange = readable(container).filter((text) => /\p{L}/u.test(text.replace(/⟦[^⟧]*⟧/g, '')) && !ownTexts.has(text) && !ownTexts.has(text.replace(' 别的事', '')));
    expect(readable(container).some((text) => text.startsWith('⟦returnsWords') || text.startsWith('⟦'))).toBe(true);
    expect(strange.filter((text) => !/^分发表-2021-06\.zip$|^回收表-.*\.xlsx$/.test(text))).toEqual([]);
  });

  test('[C2] has one heading and nothing that keeps people out', async () => {
    const container = await openScene(name, asWritten);
    expect(container.querySelectorAll('h1')).toHaveLength(1);
    // jsdom lays nothing out, so colours and sizes are looked at in the browser.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
  });
});
