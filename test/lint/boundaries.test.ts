// Every boundary and manner that eslint.config.js guards is broken here once, to show that the guard barks. Lints texts; changes no file.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import { ESLint } from 'eslint';
import config from '../../eslint.config.js';

const root = join(__dirname, '..', '..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: [...config] as Linter.Config[] });

/** A file that stands in the folder: the type-aware rules want one. Only its name and place count here. */
const fileIn = (folder: string, extension = '.ts', except: readonly string[] = []): string => {
  const found = readdirSync(join(root, folder)).find((name) => name.endsWith(extension) && !except.includes(name));
  if (found === undefined) throw new Error(`no ${extension} file in ${folder}`);
  return join(folder, found);
};

const faultsIn = async (file: string, text: string): Promise<string[]> => {
  const results = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
  return results.flatMap((result) => result.messages).map((message) => `${message.ruleId ?? 'none'}: ${message.message}`);
};

type Case = readonly [what: string, folder: string, text: string, rule: string];

const walls: readonly Case[] = [
  ['core from sheets', 'src/core', "import { looks } from '../sheets/looks';\nlooks();", 'house/rooms-only'],
  ['core from a package', 'src/core', "import { readXlsx } from 'hucre';\nreadXlsx();", 'house/rooms-only'],
  ['core from Node', 'src/core', "import { readFileSync } from 'node:fs';\nreadFileSync('x');", 'house/rooms-only'],
  ['core lazily', 'src/core', "export const load = () => import('../actions/buildLedger');", 'house/rooms-only'],
  ['core in a type', 'src/core', "export type T = import('../sheets/drawing').SheetDrawing;", 'house/rooms-only'],
  ['core, handed on', 'src/core', "export { draw } from '../sheets/drawing';", 'house/rooms-only'],
  ['sheets from words', 'src/sheets', "import { say } from '../words/say';\nsay();", 'house/rooms-only'],
  ['words from core, more than types', 'src/words', "import { parseDue } from '../core/deadline';\nparseDue('');", 'house/rooms-only'],
  ['excel from words', 'src/excel', "import { say } from '../words/say';\nsay();", 'house/rooms-only'],
  ['excel from actions, more than types', 'src/excel', "import { buildLedger } from '../actions/buildLedger';\nbuildLedger();", 'house/rooms-only'],
  ['actions from excel, more than types', 'src/actions', "import { draw } from '../excel/draw';\ndraw();", 'house/rooms-only'],
  ['actions from words', 'src/actions', "import { say } from '../words/say';\nsay();", 'house/rooms-only'],
  ['actions from React', 'src/actions', "import { useState } from 'react';\nuseState();", 'house/rooms-only'],
  ['workbench from core', 'src/workbench/book', "import { parseDay } from '../../core/plainDate';\nparseDay('');", 'house/rooms-only'],
  ['workbench from sheets, even types', 'src/workbench/book', "import type { SheetDrawing } from '../../sheets/drawing';\nexport const a = (b: SheetDrawing) => b;", 'house/rooms-only'],
  ['core from the workbench', 'src/core', "import { area } from '../workbench/book/area';\narea();", 'house/rooms-only'],
  ['actions from the workbench', 'src/actions', "import { area } from '../workbench/book/area';\narea();", 'house/rooms-only'],
  ['excel from the workbench', 'src/excel', "import { area } from '../workbench/book/area';\narea();", 'house/rooms-only'],
];

const globals: readonly Case[] = [
  ['Date in core', 'src/core', 'export const a = new Date(0);', 'no-restricted-globals'],
  ['window in core', 'src/core', 'export const a = window.name;', 'no-restricted-globals'],
  ['document in sheets', 'src/sheets', 'export const a = document.title;', 'no-restricted-globals'],
  ['Office in core', 'src/core', 'export const a = Office.context;', 'no-restricted-globals'],
  ['Excel in core', 'src/core', 'export const a = () => Excel.run(async () => undefined);', 'no-restricted-globals'],
  ['a type of Excel in actions', 'src/actions', 'export const a = (b: Excel.Range): unknown => b;', 'house/excel-in-its-room'],
  ['Excel in sheets', 'src/sheets', 'export const a = Excel.BorderIndex;', 'no-restricted-globals'],
  ['Excel in the pretend Excel’s book', 'src/workbench/book', 'export const a = Excel.BorderIndex;', 'no-restricted-globals'],
  ['Excel.run outside run.ts', 'src/excel', 'export const a = () => Excel.run(async (context) => { await context.sync(); });', 'no-restricted-properties'],
  ['a request in actions', 'src/actions', "export const a = () => fetch('/x');", 'no-restricted-globals'],
  ['a request in excel', 'src/excel', "export const a = () => fetch('/x');", 'no-restricted-globals'],
  ['alert in actions', 'src/actions', "export const a = () => { alert('x'); };", 'no-restricted-globals'],
];

const manners: readonly Case[] = [
  ['the clock in actions', 'src/actions', 'export const a = new Date();', 'house/one-clock'],
  ['the clock by now', 'src/excel', 'export const a = Date.now();', 'house/one-clock'],
  ['the clock in the workbench', 'src/workbench/book', 'export const a = Date.now();', 'house/one-clock'],
  ['a Chinese sentence in core', 'src/core', "export const a = '请先建立台账，再检查。';", 'house/chinese-in-words'],
  ['a long run of Chinese in sheets', 'src/sheets', "export const a = `台账里没有能够写入的任务请重试`;", 'house/chinese-in-words'],
  ['a Chinese word in commands', 'src/commands', "export const a = '台账';", 'house/chinese-in-words'],
  ['a default export', 'src/core', 'const a = 1;\nexport default a;', 'no-restricted-syntax'],
  ['a barrel', 'src/core', "export * from './plan';", 'no-restricted-syntax'],
  ['an empty catch', 'src/core', 'export const a = () => { try { JSON.parse(\'\'); } catch { /* never mind */ } };', 'house/no-swallowing'],
  ['a promise that swallows', 'src/actions', 'export const a = async (p: Promise<void>) => { await p.catch(() => {}); };', 'house/no-swallowing'],
  ['any', 'src/core', 'export const a = (b: any): unknown => b;', '@typescript-eslint/no-explicit-any'],
  ['a floating promise', 'src/actions', 'export const a = (p: Promise<void>) => { p; };', '@typescript-eslint/no-floating-promises'],
  ['a promise where none is awaited', 'src/actions', 'export const a = (b: number[]) => { b.forEach(async (c) => { await Promise.resolve(c); }); };', '@typescript-eslint/no-misused-promises'],
  ['a switch that forgets a case', 'src/core', "export const a = (b: 'x' | 'y'): number => { switch (b) { case 'x': return 1; }\nreturn 2; };", '@typescript-eslint/switch-exhaustiveness-check'],
  ['a silenced type check', 'src/core', "// @ts-ignore\nexport const a: number = 'x';", '@typescript-eslint/ban-ts-comment'],
  ['the console', 'src/core', "console.log('x');", 'no-console'],
  ['sync in a loop', 'src/excel', 'export const a = async (context: Excel.RequestContext) => { for (let i = 0; i < 9; i++) { await context.sync(); } };', 'office-addins/no-context-sync-in-loop'],
  ['reading what was not loaded', 'src/excel', "export const a = (context: Excel.RequestContext) => { const range = context.workbook.getSelectedRange(); return range.address; };", 'office-addins/load-object-before-read'],
];

const exceptFor: Readonly<Record<string, readonly string[]>> = { 'src/excel': ['run.ts', 'officeWorkbook.ts', 'read.ts'], 'src/sheets': ['titles.ts'], 'src/workbench/book': ['hostFault.ts', 'entryWords.ts'] };

// The first text is the slow one: the whole project's types are read for it.
jest.setTimeout(120_000);

describe('lint', () => {
  test.each([...walls, ...globals, ...manners])('[H] barks at %s', async (_what, folder, text, rule) => {
    expect(await faultsIn(fileIn(folder, '.ts', exceptFor[folder]), text)).toEqual(expect.arrayContaining([expect.stringContaining(`${rule}: `)]));
  });

  test('[H] no comment switches a rule off', async () => {
    const faults = await faultsIn(fileIn('src/core'), '/* eslint-disable */\nexport const a = window.name;');
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining('no-restricted-globals')]));
  });

  test('[H] barks at text in the pane’s markup, between tags and in what is read aloud', async () => {
    const folder = ['src/pane/screens', 'src/pane/parts', 'src/pane'].find((path) => existsSync(join(root, path)) && readdirSync(join(root, path)).some((name) => name.endsWith('.tsx')));
    const file = fileIn(folder ?? 'src/pane', '.tsx', ['index.tsx']);
    for (const markup of ['<p>Hello</p>', "<p>{'Hello'}</p>", '<p>{`Hello ${String(1)}`}</p>', '<button title="Hello" />', '<i aria-label={"x" + String(1)} />']) {
      expect(await faultsIn(file, `export const A = () => ${markup};`)).toEqual(expect.arrayContaining([expect.stringContaining('house/no-text-in-markup: ')]));
    }
    expect(await faultsIn(file, 'export const A = ({ text }: { readonly text: string }) => <p className="x" title={text}>{text} · 1</p>;')).toEqual([]);
  });

  test('[H] barks at a hook that is called in a condition', async () => {
    const text = "import { useState } from 'react';\nexport const useA = (b: boolean) => { if (b) { useState(1); } };";
    const faults = await faultsIn(fileIn('src/pane', '.tsx', ['index.tsx']), text);
    expect(faults).toEqual(expect.arrayContaining([expect.stringContaining('react-hooks/rules-of-hooks: ')]));
  });

  test('[H] barks at a test that does not run', async () => {
    const file = 'test/lint/boundaries.test.ts';
    expect(await faultsIn(file, "test.skip('x', () => undefined);")).toEqual([expect.stringContaining('no-restricted-properties')]);
    expect(await faultsIn(file, "xtest('x', () => undefined);")).toEqual([expect.stringContaining('no-restricted-globals')]);
  });

  test.each([
    ['sheets from core', 'src/sheets', "import type { Plan } from '../core/plan';\nexport const a = (b: Plan) => b.tasks;"],
    ['excel for types from actions', 'src/excel', "import type { WorkbookReading } from '../actions/ledgerWorkbook';\nexport const a = (b: WorkbookReading) => b.names;"],
    ['terms of the trade in core', 'src/core', "export const a = ['组长', 'yyyy\"年\"m\"月\"'];"],
    ['Excel in src/excel', 'src/excel', 'export const a = (b: Excel.Range) => { b.values = [[1]]; };'],
    ['a day made of a number in excel', 'src/excel', 'export const a = new Date(0);'],
  ])('[H] is quiet at %s', async (_what, folder, text) => {
    const faults = await faultsIn(fileIn(folder, '.ts', exceptFor[folder]), text);
    expect(faults.filter((fault) => /^(house\/|no-restricted)/.test(fault))).toEqual([]);
  });
});
