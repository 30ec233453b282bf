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
    if (waits.state === 'visiting') {
      // It waits for something that waits for it: a circle that only computing shows.
      cell.value = 0;
      cell.state = 'clean';
    } else stack.push(waits);
  }
}

function expand(cell: FormulaCell, stack: FormulaCell[], pass: number): void {
  cell.state = 'visiting';
  let circle = false;
  for (const read of dueReads(cell, pass)) {
    if (read.state === 'visiting') circle = true;
    else stack.push(read);
  }
  if (!circle) return;
  zeroCircles(cell, pass);
  for (const each of stack) if (each === cell && each.state !== 'clean') each.state = 'dirty';
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

/** Finds all circles reachable from a cell (Tarjan's strongly connected components, without recursion) and sets their cells to 0. */
function zeroCircles(start: FormulaCell, pass: number): void {
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
}
