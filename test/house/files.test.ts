// How files are named, begun, sized and joined. Looks at texts only.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { refusal, rooms } from '../../scripts/lint/rooms.cjs';
import type { SourceFile } from './sources';
import { codeUnder, importsOf, pathsUnder, root, treeOf } from './sources';

const sources = codeUnder('src');
const everything = [...sources, ...codeUnder('test', 'scripts', 'bench'), ...['webpack.config.js', 'eslint.config.js', 'jest.config.js'].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))];

/** Files that may be longer, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {};
const mostLines = 350;

/** Where everything is wired together; nowhere else does a file called index stand. */
const entries = ['src/pane/index.tsx', 'src/commands/index.ts', 'src/batch/index.ts', 'src/workbench/view/index.ts'];

const isDocumented = (node: ts.Node, text: string): boolean => (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).some((range) => text.startsWith('/**', range.pos));

/** A function of three lines or fewer may speak for itself. */
const isShort = (node: ts.Node): boolean => node.getText().split('\n').length <= 3;

const exportedFunctions = (file: SourceFile): { name: string; documented: boolean }[] =>
  treeOf(file).statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isFunctionDeclaration(statement)) {
      // Only the first of several signatures carries the sentence.
      return [{ name: statement.name?.text ?? '', documented: isShort(statement) || isDocumented(statement, file.text) }];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter((declaration) => declaration.initializer !== undefined && (ts.isArrowFunction(declaration.initializer) || ts.isFunctionExpression(declaration.initializer)))
      .map((declaration) => ({ name: declaration.name.getText(), documented: isShort(declaration) || isDocumented(statement, file.text) }));
  });

/** The first ring of imports that is found, or an empty list. */
const ringIn = (files: readonly SourceFile[]): string[] => {
  const known = new Set(files.map((file) => file.path));
  const imports = new Map(files.map((file) => [file.path, importsOf(file, known)]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of imports.get(path) ?? []) {
      const ring = walk(next, [...trail, path]);
      if (ring.length > 0) return ring;
    }
    done.add(path);
    return [];
  };
  for (const path of known) {
    const ring = walk(path, []);
    if (ring.length > 0) return ring;
  }
  return [];
};

describe('files', () => {
  test('[H] every file begins by saying what it knows', () => {
    expect(everything.length).toBeGreaterThan(60);
    const silent = everything.filter(({ text }) => {
      const first = text.split('\n').find((line) => !line.startsWith('#!')) ?? '';
      // Jest reads its own docblock first, so a test file may have that before the words.
      const opening = first.startsWith('/**') ? text.slice(0, text.indexOf('*/') + 400) : first;
      return !/^(\/\/|\/\*\*?) ?\S/.test(first) && !first.startsWith('/**') ? true : (opening.match(/\p{L}/gu) ?? []).length < 20;
    });
    expect(silent.map((file) => file.path)).toEqual([]);
  });

  test('[H] every exported function has its sentence', () => {
    const silent = sources.flatMap((file) =>
      exportedFunctions(file)
        .filter(({ name, documented }, index, all) => !documented && all.findIndex((other) => other.name === name) === index)
        .map(({ name }) => `${file.path}: ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test(`[H] no file is longer than ${String(mostLines)} lines`, () => {
    const long = sources.filter(({ path, text }) => text.split('\n').length > mostLines && longFiles[path] === undefined);
    expect(long.map(({ path, text }) => `${path}: ${String(text.split('\n').length)}`)).toEqual([]);
    expect(Object.keys(longFiles).filter((path) => !sources.some((file) => file.path === path && file.text.split('\n').length > mostLines))).toEqual([]);
  });

  test('[H] no file is named for being useful, and index stands only where things are wired', () => {
    const names = everything.map((file) => file.path);
    expect(names.filter((path) => /(^|\/)[^/]*(util|helper|common|manager|misc)s?[^/]*$/i.test(path))).toEqual([]);
    expect(names.filter((path) => path.startsWith('src/') && /^index\.tsx?$/.test(basename(path)) && !entries.includes(path))).toEqual([]);
  });

  test('[H] files are named in camelCase, or after a React component in PascalCase', () => {
    expect(sources.map((file) => file.path).filter((path) => !/^[a-z][A-Za-z0-9]*(\.d)?\.ts$|^([a-z]|[A-Z])[A-Za-z0-9]*\.tsx$/.test(basename(path)))).toEqual([]);
  });

  test('[H] imports make no ring', () => {
    expect(ringIn(sources)).toEqual([]);
  });

  test('[H] a ring of imports would be seen', () => {
    const ring = [
      { path: 'src/a.ts', text: "import { b } from './b';\nexport const a = b;" },
      { path: 'src/b.ts', text: "import { a } from './a';\nexport const b = a;" },
    ];
    expect(ringIn(ring)).toEqual(['src/a.ts', 'src/b.ts', 'src/a.ts']);
    expect(ringIn(ring.map((file) => ({ ...file, text: file.text.replace('import {', 'import type {') })))).toEqual([]);
  });

  test('[H] every room under src/ stands in the table of who may import whom', () => {
    const found = new Set(pathsUnder('src').map((path) => path.split('/')).filter((parts) => parts.length > 2).map((parts) => parts[1] ?? ''));
    expect([...found].filter((room) => !(room in rooms))).toEqual([]);
    expect(refusal({ from: 'src/core/plan.ts', target: 'src/sheets/drawing', isPackage: false, typeOnly: true })).toMatch(/does not import/);
  });

  test('[H] nothing is left unfinished or silenced', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK', '@ts-' + 'ignore', '@ts-' + 'nocheck', '@ts-' + 'expect-error', 'eslint-' + 'disable', 'istanbul ' + 'ignore'].join('|'));
    const mayName = ['test/lint/boundaries.test.ts'];
    expect(everything.filter((file) => !mayName.includes(file.path) && marks.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  test('[H] nothing names a place on somebody’s machine', () => {
    const place = new RegExp(`(^|[\\s'"(\`=])/(${['work', 'home', 'Users', 'root'].join('|')})/`, 'm');
    const texts = [...everything, ...pathsUnder('docs').filter((path) => path.endsWith('.md')).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))];
    expect(texts.filter((file) => place.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});
