// Logical functions: what is computed only where it is needed, and what is not. Microsoft's pages "IF function", "IFERROR function", "SWITCH function" …
import type { Scalar } from '../../book/model';
import type { Environment } from '../environment';
import type { FormulaNode } from '../formula';
import { broadcast, each, elementOf, lazy, whole, type SheetFunction } from '../functionKinds';
import { ArrayValue, AreaRef, compareScalars, isError, isScalar, Missing, NA_ERROR, toNumber, toTruth, UnionRef, VALUE_ERROR, type Operand } from '../value';

type Nodes = readonly (FormulaNode | undefined)[];

/** A result that was left empty counts as 0: IF(TRUE,) is 0. */
function branch(node: FormulaNode | undefined, env: Environment): Operand {
  const operand = env.evaluate(node);
  return operand instanceof Missing ? 0 : operand;
}

function isMany(operand: Operand): boolean {
  if (typeof operand !== 'object' || operand === null) return false;
  return operand instanceof ArrayValue || operand instanceof UnionRef || (operand instanceof AreaRef && !operand.isCell);
}

function ifFunction(nodes: Nodes, env: Environment): Operand {
  const condition = env.evaluate(nodes[0]);
  if (isMany(condition)) {
    const conditions = env.arrayOf(condition);
    const yes = env.arrayOf(branch(nodes[1], env));
    const no = nodes.length > 2 ? env.arrayOf(branch(nodes[2], env)) : new ArrayValue([[false]]);
    return broadcast([conditions, yes, no], (row, column) => {
      const truth = toTruth(elementOf(conditions, row, column));
      return isError(truth) ? truth : elementOf(truth ? yes : no, row, column);
    });
  }
  const truth = toTruth(env.single(condition));
  if (isError(truth)) return truth;
  if (truth) return branch(nodes[1], env);
  return nodes.length > 2 ? branch(nodes[2], env) : false;
}

function replacing(nodes: Nodes, env: Environment, isBad: (value: Scalar) => boolean): Operand {
  const first = env.evaluate(nodes[0]);
  if (isMany(first)) {
    const values = env.arrayOf(first);
    const others = env.arrayOf(branch(nodes[1], env));
    return broadcast([values, others], (row, column) => {
      const value = elementOf(values, row, column);
      return isBad(value) ? elementOf(others, row, column) : value ?? 0;
    });
  }
  const value = env.single(first);
  if (isBad(value)) return branch(nodes[1], env);
  // IFERROR of an empty cell is empty text in Excel's own words, but shows 0 (IFERROR function).
  return isScalar(first) || value !== null ? value ?? 0 : 0;
}

/** AND, OR and XOR leave out text and blanks in references; without any truth value they are #VALUE! (AND function). */
function truths(args: readonly Operand[], env: Environment): boolean[] | Scalar {
  const found: boolean[] = [];
  let fault: Scalar = null;
  for (const arg of args) {
    env.each(arg, (value, fromCell) => {
      if (fault !== null) return;
      if (isError(value)) fault = value;
      else if (fromCell) {
        if (typeof value === 'boolean' || typeof value === 'number') found.push(Boolean(value));
      } else {
        const truth = toTruth(value);
        if (isError(truth)) fault = truth;
        else found.push(truth);
      }
    });
  }
  return fault ?? (found.length === 0 ? VALUE_ERROR : found);
}

function combining(name: string, combine: (all: readonly boolean[]) => boolean): SheetFunction {
  return whole(name, 1, 255, (args, env) => {
    const all = truths(args, env);
    return Array.isArray(all) ? combine(all) : all;
  });
}

function switchFunction(nodes: Nodes, env: Environment): Operand {
  const wanted = env.single(env.evaluate(nodes[0]));
  if (isError(wanted)) return wanted;
  let at = 1;
  for (; at + 1 < nodes.length; at += 2) {
    const value = env.single(env.evaluate(nodes[at]));
    if (isError(value)) return value;
    if (typeof (value ?? wanted) === typeof (wanted ?? value) && compareScalars(wanted, value) === 0) return branch(nodes[at + 1], env);
  }
  return at < nodes.length ? branch(nodes[at], env) : NA_ERROR;
}

export const LOGIC_FUNCTIONS: readonly SheetFunction[] = [
  lazy('IF', 2, 3, ifFunction),
  lazy('IFS', 2, 254, (nodes, env) => {
    for (let at = 0; at + 1 < nodes.length; at += 2) {
      const truth = toTruth(env.single(env.evaluate(nodes[at])));
      if (isError(truth)) return truth;
      if (truth) return branch(nodes[at + 1], env);
    }
    return NA_ERROR;
  }),
  lazy('IFERROR', 2, 2, (nodes, env) => replacing(nodes, env, isError)),
  lazy('IFNA', 2, 2, (nodes, env) => replacing(nodes, env, (value) => isError(value) && value.error === '#N/A')),
  lazy('SWITCH', 3, 254, switchFunction),
  lazy('CHOOSE', 2, 255, (nodes, env) => {
    const index = toNumber(env.single(env.evaluate(nodes[0])), env);
    if (isError(index)) return index;
    const at = Math.trunc(index);
    return at >= 1 && at < nodes.length ? branch(nodes[at], env) : VALUE_ERROR;
  }),
  combining('AND', (all) => all.every(Boolean)),
  combining('OR', (all) => all.some(Boolean)),
  combining('XOR', (all) => all.filter(Boolean).length % 2 === 1),
  each('NOT', ['b'], ([value]) => !value),
  each('TRUE', [], () => true),
  each('FALSE', [], () => false),
];
