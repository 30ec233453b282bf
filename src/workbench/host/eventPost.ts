// Turns what happened to the book into the events that Office.js hears. Knows event numbers and their messages; knows nothing of who handles them.
import { addressOf, intersection } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area, BookChange, Scalar } from '../book/model';

/** The event numbers in excel-win32-16.01.js. */
export const EVENTS = {
  changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15, calculated: 16, tableSelection: 100, tableChanged: 101, tableAdded: 102, tableDeleted: 103, tableFiltered: 105, filtered: 17,
  protection: 24,
} as const;

/** The target of events that are heard for all sheets or tables. */
export const EVERYWHERE = 'Workbook';
const CATEGORY = 65_536;

/** One entry of a RichApiMessage: category, number, target, message, id, remote. */
export type EventEntry = [number, number, string, string, number, boolean];

// Taken at once, so that a test's fake timers do not stop Excel.
const later = globalThis.setTimeout.bind(globalThis);

/** Collects events and sends them after the work that caused them. */
export class EventPost {
  private readonly listening = new Map<string, number>();
  private waiting: EventEntry[] = [];
  private sequence = 0;
  private sheets: Map<string, Set<string>>;
  private active: string;

  constructor(private readonly book: BookApi, private readonly isEnabled: () => boolean, private readonly send: (entries: EventEntry[]) => void, private readonly selectionMoved: () => void = () => undefined) {
    this.sheets = this.census();
    this.active = book.activeSheetId;
  }

  listen(event: number, target: string, on: boolean): void {
    const key = `${event} ${target}`;
    this.listening.set(key, Math.max(0, (this.listening.get(key) ?? 0) + (on ? 1 : -1)));
  }

  /** Something happened to the book. */
  take(change: BookChange): void {
    switch (change.kind) {
      case 'cells': this.cells(change); return;
      case 'calculated': this.tell(EVENTS.calculated, change.sheetId, { worksheetId: change.sheetId }); return;
      case 'activated': this.activated(change.sheetId); return;
      case 'selection': this.selection(change.origin); return;
      case 'sheets':
      case 'structure': this.compare(); return;
      case 'look':
      case 'names': return;
      default: throw new Error(`no such change: ${JSON.stringify(change)}`);
    }
  }

  private census(): Map<string, Set<string>> {
    return new Map(this.book.sheets.map((sheet) => [sheet.id, new Set(sheet.tables.map((table) => table.id))]));
  }

  private compare(): void {
    const before = this.sheets;
    const now = (this.sheets = this.census());
    for (const [id, tables] of now) {
      const old = before.get(id);
      if (!old) this.tell(EVENTS.added, id, { worksheetId: id, source: 'Local' });
      for (const table of tables) if (!old?.has(table)) this.tell(EVENTS.tableAdded, id, { worksheetId: id, tableId: table, source: 'Local' });
    }
    for (const [id, tables] of before) {
      if (!now.has(id)) this.tell(EVENTS.deleted, id, { worksheetId: id, source: 'Local' });
      for (const table of tables) if (!now.get(id)?.has(table)) this.tell(EVENTS.tableDeleted, id, { worksheetId: id, tableId: table, source: 'Local' });
    }
  }

  private cells(change: BookChange & { kind: 'cells' }): void {
    const sheet = this.book.sheetById(change.sheetId);
    if (!sheet || change.origin === 'file') return;
    const changeType = change.details === undefined || change.details === 'edited' ? 'RangeEdited' : CHANGE_TYPES[change.details];
    const message = {
      address: addressOf(change.area), referenceId: `${sheet.id}!${addressOf(change.area)}`, changeType, source: 'Local', worksheetId: sheet.id, shiftDirection: SHIFTS[change.details ?? 'edited'],
      // Excel says whose doing it was from 1.14 on.
      triggerSource: change.origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      ...(changeType === 'RangeEdited' ? this.after(change.sheetId, change.area) : {}),
    };
    this.tell(EVENTS.changed, sheet.id, message);
    for (const table of sheet.tables) {
      const part = intersection(table.area, change.area);
      if (part) this.tell(EVENTS.tableChanged, sheet.id, { ...message, address: addressOf(part), tableId: table.id }, table.id);
    }
  }

  /** The details of a single cell's change. What was there before is not kept, and Excel leaves it out of many cells too (office-js 5308). */
  private after(sheetId: string, area: Area): Record<string, unknown> {
    if (area.top !== area.bottom || area.left !== area.right) return {};
    const value = this.book.cellAt(sheetId, area.top, area.left)?.value ?? null;
    return { valueAfter: plain(value), valueTypeAfter: valueType(value) };
  }

  private activated(sheetId: string): void {
    if (sheetId === this.active) return;
    this.tell(EVENTS.deactivated, this.active, { worksheetId: this.active });
    this.active = sheetId;
    this.tell(EVENTS.activated, sheetId, { worksheetId: sheetId });
  }

  private selection(_origin: string): void {
    const { sheetId, areas } = this.book.selection;
    const first = areas[0];
    if (!first) return;
    this.tell(EVENTS.selection, sheetId, { worksheetId: sheetId, address: areas.map((area) => addressOf(area)).join(',') });
    for (const table of this.book.sheetById(sheetId)?.tables ?? []) {
      const part = intersection(table.area, first);
      this.tell(EVENTS.tableSelection, sheetId, { worksheetId: sheetId, tableId: table.id, address: part ? addressOf(part) : '' }, table.id);
    }
    if (this.isEnabled()) later(() => this.selectionMoved(), 0);
  }

  private tell(event: number, sheetId: string, message: Record<string, unknown>, own = sheetId): void {
    if (!this.isEnabled()) return;
    for (const target of new Set([own, sheetId, EVERYWHERE])) {
      if (!this.listening.get(`${event} ${target}`)) continue;
      this.waiting.push([CATEGORY, event, target, JSON.stringify(message), ++this.sequence, false]);
      if (this.waiting.length === 1) later(() => this.flush(), 0);
    }
  }

  private flush(): void {
    const entries = this.waiting;
    this.waiting = [];
    this.send(entries);
  }
}

const CHANGE_TYPES = { rowsInserted: 'RowInserted', rowsDeleted: 'RowDeleted', columnsInserted: 'ColumnInserted', columnsDeleted: 'ColumnDeleted' } as const;
const SHIFTS = { edited: 'None', rowsInserted: 'ShiftCellDown', rowsDeleted: 'ShiftCellUp', columnsInserted: 'ShiftCellRight', columnsDeleted: 'ShiftCellLeft' } as const;

function plain(value: Scalar): string | number | boolean {
  return value === null ? '' : typeof value === 'object' ? value.error : value;
}

/** Excel.RangeValueType of a value. */
export function valueType(value: Scalar): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}
