// Why Excel would not take a formula when it is entered. Looks at the text only: names and sheets that do not exist are no fault here.
import type { Token } from '@borgar/fx';
import { FAULT_WORDS } from './faultWords';
import { FormulaSyntaxError, readFormula, tokensOf, type FormulaNode } from './formula';
import { describedFunction } from './functionTable';

/** Limits of Excel (Excel specifications and limits). */
const LONGEST_FORMULA = 8192;
const LONGEST_TEXT = 255;
const DEEPEST = 64;
const NAME = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;

const known = new Map<string, string | null>();

/** What is wrong with a formula, in the words of Excel's alert; undefined when it can be entered. */
export function formulaFault(formula: string): string | undefined {
  const before = known.get(formula);
  if (before !== undefined) return before ?? undefined;
  const fault = faultIn(formula);
  // Thousands of rows bring the same text.
  if (known.size > 5000) known.clear();
  known.set(formula, fault ?? null);
  return fault;
}

function faultIn(formula: string): string | undefined {
  if (formula.length > LONGEST_FORMULA) return FAULT_WORDS.tooLong;
  const tokens = tokensOf(formula);
  const broken = faultOfTokens(tokens);
  if (broken !== undefined) return broken;
  let root: FormulaNode;
  try {
    // Any cell will do: only the shape matters.
    root = readFormula(formula, 0, 0);
  } catch (cause) {
    if (cause instanceof FormulaSyntaxError) return FAULT_WORDS.general;
    throw cause;
  }
  return faultOfNode(root, 0);
}

function faultOfTokens(tokens: readonly Token[]): string | undefined {
  let [round, curly] = [0, 0];
  for (const token of tokens) {
    if (token.unterminated) return FAULT_WORDS.quotes;
    if (token.type === 'string' && token.value.slice(1, -1).replaceAll('""', '"').length > LONGEST_TEXT) return FAULT_WORDS.longText;
    if (token.type === 'range_named') {
      const name = token.value.slice(token.value.lastIndexOf('!') + 1);
      const odd = NAME.test(name) ? undefined : /[^\p{L}\p{M}\p{N}_.\\?]/u.exec(name)?.[0];
      if (odd !== undefined) return FAULT_WORDS.fullWidth(odd);
    }
    if (token.type === 'unknown') {
      const odd = /[\u3000-\u303f\uff00-\uff65\u2018-\u201d]/.exec(token.value)?.[0];
      if (odd !== undefined) return FAULT_WORDS.fullWidth(odd);
    }
    if (token.type !== 'operator') continue;
    if (token.value === '(') round++;
    if (token.value === '{') curly++;
    if (token.value === ')' && --round < 0) return FAULT_WORDS.brackets;
    if (token.value === '}' && --curly < 0) return FAULT_WORDS.braces;
  }
  return round !== 0 ? FAULT_WORDS.brackets : curly !== 0 ? FAULT_WORDS.braces : undefined;
}

function faultOfNode(node: FormulaNode | undefined, depth: number): string | undefined {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'unary': return faultOfNode(node.of, depth);
    case 'binary': return faultOfNode(node.left, depth) ?? faultOfNode(node.right, depth);
    case 'call': {
      if (depth > DEEPEST) return FAULT_WORDS.tooDeep;
      const described = describedFunction(node.name);
      if (described && node.args.length < described.min) return FAULT_WORDS.tooFew(node.name);
      if (described && node.args.length > described.max) return FAULT_WORDS.tooMany(node.name);
      for (const arg of node.args) {
        const fault = faultOfNode(arg, depth + 1);
        if (fault !== undefined) return fault;
      }
      return undefined;
    }
    case 'array': return node.value.rows.every((row) => row.length === node.value.width) ? undefined : FAULT_WORDS.general;
    default: return undefined;
  }
}
