// The order of calculation: every due formula after those that it reads; circles become 0. Knows no functions and no text of formulas.
import type { AreaNode, FormulaCell } from './dependencyGraph';

/** Thrown inside a computation that met a formula still due, e.g. through OFFSET. One object serves all: it is a signal, not a fault. */
class NotReady extends Error {
  cell: FormulaCell | undefined;
}
const notReady = new NotReady('a formula is still due');

/** Breaks off the computation under way until `cell` is computed. */
export function waitFor(cell: FormulaCell): never {
  notReady.cell = cell;
  throw notReady;
}

/**
 * Computes all due cells. Excel warns of a circular reference and shows 0 in its cells while iteration is off
 * (Remove or allow a circular reference); which cells form a circle is decided by what they read, taken branch or not (assumed).
 */
export function recalculate(due: Iterable<FormulaCell>, pass: number, compute: (cell: FormulaCell) => void): void {
  for (const start of due) {
    if (start.state !== 'dirty') continue;
    const stack = [start];
    for (let cell = stack.at(-1); cell; cell = stack.at(-1)) {
      if (cell.state === 'clean') stack.pop();
      else if (cell.state === 'dirty') expand(cell, stack, pass);
      else computeOnce(cell, stack, compute);
    }
  }
}

function computeOnce(cell: FormulaCell, stack: FormulaCell[], compute: (cell: FormulaCell) => void): void {
  try {
    compute(cell);
    cell.state = 'clean';
    stack.pop();
  } catch (cause) {
    const waits = cause === notReady ? notReady.cell : undefined;
    if (!waits) throw cause;
    // It waits for something that waits for it: a circle that only computing shows, e.g. through OFFSET.
    if (waits.state === 'visiting') zeroPath(stack, waits);
    else stack.push(waits);
  }
}

function expand(cell: FormulaCell, stack: FormulaCell[], pass: number): void {
  cell.state = 'visiting';
  let met: FormulaCell | undefined;
  for (const read of dueReads(cell, pass)) {
    if (read.state === 'visiting') met = read;
    else stack.push(read);
  }
  if (met === undefined) return;
  // What is met again may only wait for this cell through OFFSET: then no circle is seen in what the formulas name, and the path itself is one.
  if (zeroCircles(cell, pass) === 0) zeroPath(stack, met);
  else if (cellState(cell) !== 'clean') cell.state = 'dirty';
}

// Behind a call, so that the state is read anew: zeroing circles may have changed it.
function cellState(cell: FormulaCell): FormulaCell['state'] {
  return cell.state;
}

/** Sets the cells of a circle to 0: those under computation from `first` on, each of which waits for the next. */
function zeroPath(stack: readonly FormulaCell[], first: FormulaCell): void {
  for (const each of stack.slice(stack.indexOf(first))) {
    if (each.state !== 'visiting') continue;
    each.value = 0;
    each.state = 'clean';
  }
}

/** The formulas that a cell reads and that are not computed yet. */
function* dueReads(cell: FormulaCell, pass: number): Generator<FormulaCell> {
  for (const { sheet, key } of cell.cells) {
    const read = sheet.formulas.get(key);
    if (read && read.state !== 'clean') yield read;
  }
  for (const node of cell.areas) yield* dueIn(node, pass);
}

function* dueIn(node: AreaNode, pass: number): Generator<FormulaCell> {
  if (node.settled === pass) return;
  let settled = true;
  for (const read of node.sheet.formulasIn(node.area)) {
    if (read.state === 'clean') continue;
    settled = false;
    yield read;
  }
  if (settled) node.settled = pass;
}

interface Visit { index: number; low: number; onPath: boolean; reads: Iterator<FormulaCell> }

/** Finds all circles reachable from a cell (Tarjan's strongly connected components, without recursion), sets their cells to 0 and says how many circles there were. */
function zeroCircles(start: FormulaCell, pass: number): number {
  const visits = new Map<FormulaCell, Visit>();
  const path: FormulaCell[] = [];
  const circles: FormulaCell[][] = [];
  const work: FormulaCell[] = [];
  const enter = (cell: FormulaCell): void => {
    visits.set(cell, { index: visits.size, low: visits.size, onPath: true, reads: [...dueReads(cell, pass)].values() });
    path.push(cell);
    work.push(cell);
  };
  enter(start);
  for (let cell = work.at(-1); cell; cell = work.at(-1)) {
    const visit = visits.get(cell)!;
    const next = visit.reads.next();
    if (next.done !== true) {
      const read = next.value;
      const known = visits.get(read);
      if (!known) enter(read);
      else if (known.onPath) visit.low = Math.min(visit.low, known.index);
      continue;
    }
    work.pop();
    const parent = work.at(-1);
    if (parent) visits.get(parent)!.low = Math.min(visits.get(parent)!.low, visit.low);
    if (visit.low !== visit.index) continue;
    const members: FormulaCell[] = [];
    for (let member = path.pop(); member; member = path.pop()) {
      visits.get(member)!.onPath = false;
      members.push(member);
      if (member === cell) break;
    }
    if (members.length > 1 || [...dueReads(cell, pass)].includes(cell)) circles.push(members);
  }
  for (const members of circles) {
    for (const member of members) {
      member.value = 0;
      member.state = 'clean';
    }
  }
  return circles.length;
}
