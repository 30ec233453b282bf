// A formula read once: its tree with references relative to the cell where it stands, so that all rows of a column share one. Knows no book and no functions.
import { parse, parseA1Ref, parseStructRef, tokenize, type AstExpression, type Token } from '@borgar/fx';
import { LAST_COLUMN, LAST_ROW } from '../book/area';
import type { Scalar } from '../book/model';
import { AreaRef, ArrayValue } from './value';

/** One edge of a reference: an index when fixed ($), else the distance from the formula's own cell. */
export interface Edge { readonly fixed: boolean; readonly at: number }

export interface AreaNode { readonly kind: 'area'; readonly sheet?: string; readonly top: Edge; readonly left: Edge; readonly bottom: Edge; readonly right: Edge }
export interface NameNode { readonly kind: 'name'; readonly sheet?: string; readonly name: string }
export type TableSection = 'headers' | 'data' | 'totals' | 'all' | 'this row';
export interface TableNode { readonly kind: 'table'; /** Empty: the table around the formula. */ readonly table: string; readonly sections: readonly TableSection[]; readonly columns: readonly string[] }
export interface ValueNode { readonly kind: 'value'; readonly value: Scalar }
export interface ArrayNode { readonly kind: 'array'; readonly value: ArrayValue }
export interface UnaryNode { readonly kind: 'unary'; readonly operator: '+' | '-' | '%' | '@' | '#'; readonly of: FormulaNode }
export type BinaryOperator = '=' | '<' | '>' | '<=' | '>=' | '<>' | '-' | '+' | '*' | '/' | '^' | '&' | ':' | ' ' | ',';
export interface BinaryNode { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: FormulaNode; readonly right: FormulaNode }
export interface CallNode { readonly kind: 'call'; readonly name: string; readonly args: readonly (FormulaNode | undefined)[] }
/** Something that Excel can and this engine cannot; it is named when the formula is computed. */
export interface UnsupportedNode { readonly kind: 'unsupported'; readonly what: string; readonly text: string }
export type FormulaNode = AreaNode | NameNode | TableNode | ValueNode | ArrayNode | UnaryNode | BinaryNode | CallNode | UnsupportedNode;

/** What fx could not read, with its reason. */
export class FormulaSyntaxError extends Error {}

/** Tokens of a formula; a deleted reference on a sheet (名册!#REF!) is one token. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  for (const token of tokenize(formula)) {
    const [context, mark] = [tokens.at(-2), tokens.at(-1)];
    if (token.type === 'error' && mark?.value === '!' && context && /^context/.test(context.type)) {
      tokens.splice(-2, 2, { ...token, value: `${context.value}!${token.value}` });
    } else tokens.push(token);
  }
  return tokens;
}

/** Reads a formula that stands in a cell. Throws FormulaSyntaxError. */
export function readFormula(formula: string, row: number, column: number): FormulaNode {
  const tokens = tokensOf(formula).map((token) => (token.type === 'error' && token.value.includes('!#') ? { ...token, value: '#REF!' } : token));
  let tree: AstExpression;
  try {
    tree = parse(tokens);
  } catch (cause) {
    throw new FormulaSyntaxError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  return new TreeReader(row, column).nodeOf(tree);
}

class TreeReader {
  constructor(private readonly row: number, private readonly column: number) {}

  nodeOf(tree: AstExpression): FormulaNode {
    switch (tree.type) {
      case 'Literal': return { kind: 'value', value: tree.value };
      case 'ErrorLiteral': return { kind: 'value', value: { error: tree.value } };
      case 'ReferenceIdentifier': return this.reference(tree.value, tree.kind);
      case 'ArrayExpression': return { kind: 'array', value: new ArrayValue(tree.elements.map((line) => line.map(constantOf))) };
      case 'UnaryExpression': return { kind: 'unary', operator: tree.operator, of: this.nodeOf(tree.arguments[0]!) };
      case 'BinaryExpression': return { kind: 'binary', operator: tree.operator, left: this.nodeOf(tree.arguments[0]!), right: this.nodeOf(tree.arguments[1]!) };
      case 'CallExpression': return {
        kind: 'call',
        name: functionName(calledName(tree.callee)),
        // fx leaves null where an argument is empty, which its types do not say.
        args: tree.arguments.map((arg: AstExpression | null) => (arg === null ? undefined : this.nodeOf(arg))),
      };
      case 'LambdaExpression': return { kind: 'unsupported', what: 'LAMBDA', text: 'LAMBDA' };
      case 'LetExpression': return { kind: 'unsupported', what: 'LET', text: 'LET' };
      default: throw new FormulaSyntaxError(`unknown part ${JSON.stringify(tree)}`);
    }
  }

  private reference(text: string, kind: string): FormulaNode {
    if (kind === 'table') {
      const found = parseStructRef(text);
      if (!found) throw new FormulaSyntaxError(`not a structured reference: ${text}`);
      return { kind: 'table', table: found.table ?? '', sections: (found.sections ?? []) as TableSection[], columns: found.columns ?? [] };
    }
    const found = parseA1Ref(text);
    if (!found) throw new FormulaSyntaxError(`not a reference: ${text}`);
    const context = found.context ?? [];
    const sheet = context[0];
    if (context.length > 1 || sheet?.startsWith('[')) return { kind: 'unsupported', what: 'reference to another workbook', text };
    if ('name' in found) return { kind: 'name', name: String(found.name), ...(sheet === undefined ? {} : { sheet }) };
    if (sheet?.includes(':')) return { kind: 'unsupported', what: 'reference across sheets', text };
    const { range } = found;
    return {
      kind: 'area',
      ...(sheet === undefined ? {} : { sheet }),
      top: edge(range.top, range.$top, this.row, 0),
      left: edge(range.left, range.$left, this.column, 0),
      bottom: edge(range.bottom, range.$bottom, this.row, LAST_ROW),
      right: edge(range.right, range.$right, this.column, LAST_COLUMN),
    };
  }
}

/** `open` is the sheet's own edge, which whole rows and columns have. */
function edge(at: number | null | undefined, fixed: boolean | null | undefined, from: number, open: number): Edge {
  if (at === null || at === undefined) return { fixed: true, at: open };
  return fixed ? { fixed: true, at } : { fixed: false, at: at - from };
}

function constantOf(element: { type: string; value?: unknown }): Scalar {
  if (element.type === 'ErrorLiteral') return { error: String(element.value) };
  const { value } = element;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new FormulaSyntaxError(`not a constant: ${element.type}`);
}

/** fx leaves a name that no function can have, such as a Chinese one, as a reference, which its types do not say. */
function calledName(callee: { name?: string; value?: string }): string {
  return callee.name ?? callee.value ?? '';
}

/** Files write newer functions with a prefix that Excel does not show. */
function functionName(name: string): string {
  return name.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.)+/, '');
}

/** The cells that a reference means for a formula standing at row and column. References running over the sheet's edge come in again on the other side, as in names and rules. */
export function areaAt(node: AreaNode, sheetId: string, row: number, column: number): AreaRef {
  const top = place(node.top, row, LAST_ROW);
  const bottom = node.bottom === node.top ? top : place(node.bottom, row, LAST_ROW);
  const left = place(node.left, column, LAST_COLUMN);
  const right = place(node.right, column, LAST_COLUMN);
  return new AreaRef(sheetId, Math.min(top, bottom), Math.min(left, right), Math.max(top, bottom), Math.max(left, right));
}

function place(edge: Edge, from: number, last: number): number {
  if (edge.fixed) return edge.at;
  const at = from + edge.at;
  return at < 0 ? at + last + 1 : at > last ? at - last - 1 : at;
}
