// What the objects of the pretend Excel share while a request runs: the book, kept references, settings, and who hears of events.
import type { Area, CellAt } from '../book/model';
import type { BookApi } from '../book/bookApi';
import type { Places } from './places';
import type { HostObject } from './registry';

/** What the workbench around the host does when Excel would open windows or files. */
export interface HostHooks {
  /** Excel.createWorkbook: opens a workbook, from a base64 .xlsx when given. */
  createWorkbook?(base64: string | undefined): void;
  /** workbook.save and close. */
  save?(): void;
  close?(): void;
}

export interface Scene {
  readonly book: BookApi;
  readonly hooks: HostHooks;
  /** Whether a member of this set version may be used. */
  isSupported(set: string, version: string): boolean;
  /** An object of Excel's model. */
  object<K extends keyof Places>(kind: K, at: Places[K]): HostObject<Places[K]>;
  /** A range that will follow its cells. */
  range(sheetId: string, area: Area): HostObject<Places['Range']>;
  /** A formula as it reads when filled from one cell to another. */
  filled(formula: string, from: CellAt, to: CellAt): string;
  readonly references: Map<string, HostObject>;
  /** Add-in data that travels with the document, as JSON. */
  readonly settings: Map<string, string>;
  readonly application: { calculationMode: string; enableEvents: boolean; iterative: boolean; isDirty: boolean };
  /** Registers or unregisters for an event of an object. */
  listen(event: number, target: string, on: boolean): void;
}
