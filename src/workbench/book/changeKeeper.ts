// The notebook of what changed: groups work, has the formula engine bring results up to date once, and tells listeners once. Knows no Excel rule.
import type { BookApi, Calc, CalcResult } from './bookApi';
import { ensureCell } from './cells';
import type { Area, BookChange, Origin, Scalar, Sheet } from './model';

function sameScalar(a: Scalar, b: Scalar): boolean {
  return Object.is(a, b) || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error);
}

/** After so many rounds of listeners that change the book again, they are going in circles. */
const MOST_ROUNDS = 100;

export class ChangeKeeper {
  private readonly listeners = new Set<(change: BookChange) => void>();
  private everythingDue = false;
  private due: { sheetId: string; area: Area }[] = [];
  private pending: BookChange[] = [];
  private readonly noted = new Set<string>();
  private depth = 0;
  private settling = false;

  /** `beforeEnd` runs when a group of work is done, before results and notices. */
  constructor(private readonly calc: Calc, private readonly book: BookApi, private readonly beforeEnd: () => void) {}

  /** Inputs changed: formulas that read them are due, and whoever listens is told. */
  touched(sheetId: string, area: Area, origin: Origin, details?: (BookChange & { kind: 'cells' })['details']): void {
    this.owe(sheetId, area);
    this.notice({ kind: 'cells', sheetId, area, origin, ...(details === undefined ? {} : { details }) });
  }

  /** Office.js writes large grids in pieces: neighbours become one area, so that the formula engine hears of few. */
  private owe(sheetId: string, area: Area): void {
    if (this.everythingDue) return;
    const last = this.due.at(-1);
    if (last && last.sheetId === sheetId && last.area.left === area.left && last.area.right === area.right && area.top === last.area.bottom + 1) last.area = { ...last.area, bottom: area.bottom };
    else this.due.push({ sheetId, area });
  }

  /** Cells or names moved: every formula is due. */
  rearranged(): void {
    this.everythingDue = true;
    this.due = [];
  }

  notice(change: BookChange): void {
    if (change.kind !== 'cells' && change.kind !== 'activated') {
      // Told once a round: whoever hears of it looks at the book anyway.
      const key = `${change.kind} ${'sheetId' in change ? change.sheetId : ''}`;
      if (this.noted.has(key)) return;
      this.noted.add(key);
    }
    this.pending.push(change);
  }

  onChange(listener: (change: BookChange) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  together<T>(work: () => T): T {
    this.depth++;
    try {
      return work();
    } finally {
      // What was done before a failure stays done, as in Excel, so it is calculated and told all the same.
      if (this.depth === 1) this.finish();
      this.depth--;
    }
  }

  private finish(): void {
    this.beforeEnd();
    // Listeners may write themselves; their changes are told in the next round.
    for (let round = 0; this.pending.length > 0 || this.everythingDue || this.due.length > 0; round++) {
      if (round === MOST_ROUNDS) throw new Error('listeners of the book change it without end');
      this.settle();
      const told = this.pending;
      this.pending = [];
      this.noted.clear();
      for (const change of told) for (const listener of [...this.listeners]) listener(change);
    }
  }

  /** Brings formula results up to date now. */
  settle(): void {
    if (this.settling || (!this.everythingDue && this.due.length === 0)) return;
    this.settling = true;
    try {
      const areas = this.due;
      const all = this.everythingDue;
      this.due = [];
      this.everythingDue = false;
      this.take(all ? this.calc.load(this.book) : this.calc.changed(this.book, areas));
    } finally {
      this.settling = false;
    }
  }

  private take(results: readonly CalcResult[]): void {
    let sheet: Sheet | undefined;
    for (const { sheetId, row, column, value } of results) {
      if (sheet?.id !== sheetId) sheet = this.book.sheetById(sheetId);
      if (!sheet) continue;
      const cell = ensureCell(sheet, row, column);
      if (cell.formula === undefined || sameScalar(cell.value, value)) continue;
      cell.value = value;
      this.notice({ kind: 'calculated', sheetId });
    }
  }
}
