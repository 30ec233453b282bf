// Finds, in the sources themselves, every problem that the add-in can tell of: its rule, its kind and the values that come with it. Knows TypeScript and no sentence.
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import * as ts from 'typescript';

const root = join(__dirname, '..', '..');
const rooms = ['src/core', 'src/sheets', 'src/actions', 'src/pane'];

/** A problem as the sources produce it. `keys` are its values; `rule` is undefined where a problem is only given another kind. */
export interface Produced {
  readonly rule: string | undefined;
  readonly kind: string;
  readonly keys: ReadonlySet<string>;
  readonly where: string;
}

/** What an expression comes to: some texts, or whatever a parameter is given. */
type Texts = { readonly texts: readonly string[] } | { readonly parameter: ts.ParameterDeclaration };
interface Keys { readonly keys: ReadonlySet<string>; readonly rest: ts.ParameterDeclaration | undefined }
interface Site { readonly rule: Texts | undefined; readonly kind: Texts; readonly values: Keys; readonly where: string }

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(root, folder, entry.name)] : []));

/** All problems that the sources can produce. Throws where it cannot tell what a problem's kind may be. */
export function producedProblems(): readonly Produced[] {
  const program = ts.createProgram(rooms.flatMap(filesIn), { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.ReactJSX, strict: true, noEmit: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles().filter((file) => rooms.some((room) => file.fileName.startsWith(join(root, room).split('\\').join('/'))));
  const place = (node: ts.Node): string => {
    const file = node.getSourceFile();
    return `${file.fileName.slice(root.length + 1)}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
  };

  const declarationOf = (node: ts.Node): ts.Declaration | undefined => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
    return symbol?.valueDeclaration;
  };
  const literalsOf = (type: ts.Type): string[] | undefined => {
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => (part).value) : undefined;
  };
  const textsOf = (node: ts.Expression): Texts => {
    const literals = literalsOf(checker.getTypeAtLocation(node));
    if (literals !== undefined) return { texts: literals };
    if (ts.isIdentifier(node)) {
      const declaration = declarationOf(node);
      if (declaration !== undefined && ts.isParameter(declaration)) return { parameter: declaration };
      // const kind = { spaces: 'namesBySpaces', … }[guess.kind]: any text of it.
      if (declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
        const texts: string[] = [];
        const visit = (inside: ts.Node): void => {
          if (ts.isPropertyAssignment(inside) && ts.isStringLiteral(inside.initializer)) texts.push(inside.initializer.text);
          else ts.forEachChild(inside, visit);
        };
        visit(declaration.initializer);
        if (texts.length > 0) return { texts };
      }
    }
    throw new Error(`Cannot tell which texts this may be: ${node.getText()} at ${place(node)}`);
  };
  const propertyOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined => {
    for (const property of object.properties) {
      if (property.name?.getText() !== name) continue;
      if (ts.isPropertyAssignment(property)) return property.initializer;
      if (ts.isShorthandPropertyAssignment(property)) return property.name;
    }
    return undefined;
  };
  const keysOf = (node: ts.Expression | undefined): Keys => {
    if (node === undefined) return { keys: new Set(), rest: undefined };
    if (ts.isIdentifier(node)) {
      const declaration = declarationOf(node);
      if (declaration !== undefined && ts.isParameter(declaration)) return { keys: new Set(), rest: declaration };
    }
    let rest: ts.ParameterDeclaration | undefined;
    const spread = (expression: ts.Expression): void => { rest = keysOf(expression).rest; };
    if (ts.isObjectLiteralExpression(node)) for (const property of node.properties) if (ts.isSpreadAssignment(property)) spread(property.expression);
    return { keys: new Set(checker.getTypeAtLocation(node).getProperties().map((property) => property.name)), rest };
  };

  const sites: Site[] = [];
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.push(node);
    if (ts.isObjectLiteralExpression(node)) {
      const kind = propertyOf(node, 'kind');
      const rule = propertyOf(node, 'rule');
      // A reason has no level: it explains a status and is no problem.
      if (kind !== undefined && propertyOf(node, 'level') !== undefined) {
        sites.push({ rule: rule === undefined ? undefined : textsOf(rule), kind: textsOf(kind), values: keysOf(propertyOf(node, 'values')), where: place(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);

  const found: Produced[] = [];
  const waiting = new Map<ts.SignatureDeclaration, Site[]>();
  const isOpen = (site: Site): ts.ParameterDeclaration | undefined =>
    site.rule !== undefined && 'parameter' in site.rule ? site.rule.parameter : 'parameter' in site.kind ? site.kind.parameter : undefined;
  const settle = (site: Site): void => {
    const open = isOpen(site);
    if (open !== undefined) {
      const owner = open.parent;
      waiting.set(owner, [...(waiting.get(owner) ?? []), site]);
      fill(owner, site);
      return;
    }
    if (!('texts' in site.kind) || (site.rule !== undefined && !('texts' in site.rule))) throw new Error(`Left open at ${site.where}`);
    for (const rule of site.rule?.texts ?? [undefined]) for (const kind of site.kind.texts) found.push({ rule, kind, keys: site.values.keys, where: site.where });
  };
  /** A function that makes problems from what it is given makes one for each call of it. */
  const fill = (owner: ts.SignatureDeclaration, site: Site): void => {
    for (const call of calls) {
      const declaration = checker.getResolvedSignature(call)?.declaration;
      if (declaration === undefined) continue;
      // A function handed on as a parameter is called by its type: its parameters are known by their names.
      const isHandedOn = ts.isFunctionTypeNode(declaration) && owner.parameters.every((each, index) => declaration.parameters[index]?.name.getText() === each.name.getText());
      if (declaration !== owner && !isHandedOn) continue;
      const given = (parameter: ts.ParameterDeclaration): ts.Expression | undefined => call.arguments[owner.parameters.indexOf(parameter)];
      const replace = (texts: Texts | undefined): Texts | undefined => {
        if (texts === undefined || 'texts' in texts || texts.parameter.parent !== owner) return texts;
        const expression = given(texts.parameter);
        if (expression === undefined) throw new Error(`A kind is left out at ${place(call)}`);
        return textsOf(expression);
      };
      const { values } = site;
      const more = values.rest !== undefined && values.rest.parent === owner ? keysOf(given(values.rest)) : undefined;
      settle({
        rule: replace(site.rule), kind: replace(site.kind) ?? site.kind, where: place(call),
        values: more === undefined ? values : { keys: new Set([...values.keys, ...more.keys]), rest: more.rest },
      });
    }
  };
  sites.forEach(settle);
  return found;
}
