// The project's own files as the house tests see them: paths from the root, texts, and what imports what. Reads, judges nothing.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export const root = join(__dirname, '..', '..');

/** A file of the project: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const isGenerated = (name: string): boolean => ['node_modules', 'dist', 'out', '.cache', '.git', 'coverage'].includes(name);

/** Paths of all files under a folder of the project. */
export function pathsUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (isGenerated(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? pathsUnder(path) : [path];
  });
}

/** Files of TypeScript and JavaScript under the folders. */
export function codeUnder(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap(pathsUnder)
    .filter((path) => /\.(ts|tsx|js|mjs|cjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The syntax tree of a file. */
export function treeOf(file: SourceFile): ts.SourceFile {
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` with every node under this one. */
export function eachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => { eachNode(child, visit); });
}

/** What a file imports when it is loaded: no types, and nothing that it only loads later. */
export function importsOf(file: SourceFile, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (const statement of treeOf(file).statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    if (ts.isImportDeclaration(statement) ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : statement.isTypeOnly) continue;
    const specifier = statement.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) continue;
    const base = posix.join(dirname(file.path), specifier.text);
    const path = [base, `${base}.ts`, `${base}.tsx`].find((candidate) => known.has(candidate));
    if (path !== undefined) found.push(path);
  }
  return found;
}

/** A test's title with those of the describes around it, and where it stands. */
export interface TestTitle {
  readonly path: string;
  readonly line: number;
  readonly titles: readonly string[];
}

const rootName = (expression: ts.Expression): string => {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return rootName(expression.expression);
  if (ts.isCallExpression(expression)) return rootName(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return rootName(expression.tag);
  return '';
};

const titleOf = (argument: ts.Expression | undefined): string | undefined => {
  if (argument === undefined) return undefined;
  if (ts.isStringLiteralLike(argument)) return argument.text;
  return ts.isTemplateExpression(argument) ? argument.head.text : undefined;
};

/** Every test of a test file with its titles. `test.each(…)('…')` counts as one. */
export function testsIn(file: SourceFile): TestTitle[] {
  const tree = treeOf(file);
  const found: TestTitle[] = [];
  const walk = (node: ts.Node, around: readonly string[]): void => {
    let titles = around;
    if (ts.isCallExpression(node) && ['test', 'it', 'describe'].includes(rootName(node.expression)) && node.arguments.length >= 2) {
      const title = titleOf(node.arguments[0]);
      if (title !== undefined) {
        titles = [...around, title];
        if (rootName(node.expression) !== 'describe') found.push({ path: file.path, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, titles });
      }
    }
    node.forEachChild((child) => { walk(child, titles); });
  };
  walk(tree, []);
  return found;
}
