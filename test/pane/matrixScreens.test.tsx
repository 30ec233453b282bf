/** @jest-environment jsdom */
// The screens of taking a matrix in, each by itself: all their words come from the words room, axe finds nothing against them, and every theme draws them.
import '@testing-library/jest-dom';
import './standIns';
import { TextEncoder } from 'node:util';
import { act, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import userEvent from '@testing-library/user-event';
import type { Theme } from '@fluentui/react-components';
import axe from 'axe-core';
import type { Language } from '../../src/pane/language';
import type { Look } from '../../src/pane/theme';
import { loadTheme } from '../../src/pane/theme';
import { asKeys } from '../../src/words/keyLanguage';
import { chooseSource, documentOf, doorsReading, goOn, paste, takeFile, tableOf } from './matrixScene';
import { openTestPane } from './openTestPane';

// jsdom has none, and the readers of texts ask for it.
Object.assign(globalThis, { TextEncoder });

const small = tableOf('1', [
  ['Q1', '工作任务', '责任单位', 'Q4', '完成时限'],
  ['A1', 'A2', '港口科', 'A4', '9月底前'],
  ['', 'B2', '', 'B4', '2021年13月'],
  ['合计', '', '', '', ''],
]);
const openAll = async (user: UserEvent): Promise<void> => {
  for (const fold of screen.getAllByRole('button', { expanded: false })) await user.click(fold);
};
const shown = async (): Promise<void> => { await waitFor(() => { expect(document.querySelector('.choices')).not.toBeNull(); }); };
const field = (place: number): HTMLElement => document.querySelectorAll<HTMLElement>('textarea')[place] ?? document.body;

const scenes: Readonly<Record<string, (user: UserEvent) => Promise<void>>> = {
  'a file to choose': (user) => chooseSource(user, 1),
  'a sheet to choose': (user) => chooseSource(user, 2),
  'something pasted': async (user) => { await chooseSource(user, 3); paste(field(0), { text: 'a\tb' }); },
  'nothing pasted': async (user) => { await chooseSource(user, 3); await goOn(user); },
  'a notice to paste': async (user) => { await chooseSource(user, 4); await goOn(user); },
  'a file refused': async (user) => { await takeFile(user, 'B.docx'); await screen.findByRole('alert'); },
  'a file that is being read': async (user) => { await takeFile(user, 'slow.docx'); await waitFor(() => { expect(document.querySelector('.notice')).not.toBeNull(); }); },
  'a matrix': async (user) => { await takeFile(user, 'A.docx'); await shown(); },
  'a matrix, all open': async (user) => { await takeFile(user, 'A.docx'); await shown(); await openAll(user); },
  'a matrix, the form wrong': async (user) => { await takeFile(user, 'A.docx'); await shown(); await goOn(user); },
  'a matrix, people pasted': async (user) => {
    await takeFile(user, 'A.docx');
    await shown();
    await user.click(field(0));
    await user.paste('组长：张光强 局长\n成员：邓  善 对外贸易科科长');
    await user.click(document.querySelector('.matrix-people button') ?? document.body);
  },
  'no matrix in it': async (user) => { await takeFile(user, 'C.docx'); await waitFor(() => { expect(document.querySelector('.matrix-picture')).not.toBeNull(); }); },
};

async function openScene(name: string, options: { readonly language?: Language; readonly theme?: Theme } = {}): Promise<HTMLElement> {
  const user = userEvent.setup();
  const { startReading } = doorsReading({ ...documentOf('A.docx', [small, tableOf('2', [['Y1', 'Y2'], ['Z1', 'Z2']])]), ...documentOf('C.docx', [tableOf('1', [['Y1', 'Y2'], ['Z1', 'Z2']])]), 'B.docx': { ok: false, refusal: { kind: 'damaged', values: {} } } });
  const slowly: typeof startReading = (files, listener) => {
    if (files[0]?.name === 'slow.docx') return Promise.resolve({ finished: new Promise<boolean>(() => undefined), cancel: () => undefined });
    if (startReading === undefined) throw new Error('Nothing reads.');
    return startReading(files, listener);
  };
  const { container, opened } = openTestPane({ go: 'build', ...options, doors: { startReading: slowly } });
  await act(() => opened);
  await scenes[name]?.(user);
  await act(() => new Promise((done) => { setTimeout(done, 20); }));
  return container;
}

/** Texts of the tables above, and of the person's own file. */
const own = new Set([...small.cells.flat().map(String), 'Y1', 'Y2', 'Z1', 'Z2', '2021', 'A1 · A2 · 港口科 · A4 · 9月底前', 'B2 · B4 · 2021年13月', 'Q1 · 工作任务 · 责任单位 · Q4 · 完成时限']);

/** All that a person reads or hears: texts, labels, titles. */
function readable(container: HTMLElement): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const inside = node.parentElement?.tagName;
    if (inside !== 'STYLE' && inside !== 'SCRIPT' && inside !== 'TEXTAREA') texts.push(node.textContent ?? '');
  }
  for (const element of container.querySelectorAll('*')) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

describe.each(Object.keys(scenes))('%s', (name) => {
  test('[X3] says nothing that is not in the words', async () => {
    const texts = readable(await openScene(name, { language: asKeys }));
    expect(texts.some((text) => text.startsWith('⟦'))).toBe(true);
    expect(texts.filter((text) => /\p{L}/u.test(text.replace(/⟦[^⟧]*⟧/g, '')) && !own.has(text))).toEqual([]);
  });

  test('[C2] has nothing that keeps people out, and one heading', async () => {
    const container = await openScene(name);
    // jsdom lays nothing out, so colours and sizes are looked at elsewhere.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    expect(container.querySelectorAll('h1')).toHaveLength(1);
  });
});

test.each<Look>(['dark', 'contrast'])('[C2] in %s a matrix is drawn', async (look) => {
  const container = await openScene('a matrix, all open', { theme: await loadTheme(look) });
  expect(container.querySelector('.matrix-picture')).toBeVisible();
  expect(container.querySelector('.matrix-tag')).toBeVisible();
});
