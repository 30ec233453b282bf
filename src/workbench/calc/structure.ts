// What formulas rely on beside cells: sheets, names, tables. Notices which of it changed. Knows no formulas.
import type { CalcBook } from './environment';
import type { Area } from '../book/model';

interface TableShape { readonly frame: string; readonly sheetId: string; readonly area: Area }

/** What changed between two looks at a book. */
export type StructureChange =
  | { kind: 'none' }
  /** Only the lower edges of these tables: the rows between the old and the new edge. */
  | { kind: 'tableRows'; between: readonly { sheetId: string; area: Area }[] }
  | { kind: 'namesOrTables' }
  | { kind: 'sheets' };

/** A look at a book's sheets, names and tables. */
export class Structure {
  private readonly sheets: string;
  private readonly names: string;
  private readonly tables: readonly TableShape[];

  constructor(book: CalcBook) {
    this.sheets = `${book.date1904}\u0000${book.sheets.map((sheet) => `${sheet.id}\u0001${sheet.name}`).join('\u0000')}`;
    this.names = book.names.map((item) => `${item.scope ?? ''}\u0001${item.name}\u0001${item.formula}`).join('\u0000');
    this.tables = book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({
      sheetId: sheet.id,
      area: { ...table.area },
      frame: [sheet.id, table.id, table.name, table.area.top, table.area.left, table.area.right, table.hasHeader, table.hasTotals, ...table.columns.map((column) => column.name)].join('\u0001'),
    })));
  }

  /** What differs in a later look. */
  changeTo(later: Structure): StructureChange {
    if (later.sheets !== this.sheets) return { kind: 'sheets' };
    const sameFrames = later.tables.length === this.tables.length && later.tables.every((table, index) => table.frame === this.tables[index]?.frame);
    if (later.names !== this.names || !sameFrames) return { kind: 'namesOrTables' };
    const between = later.tables.flatMap(({ sheetId, area }, index) => {
      const before = this.tables[index]?.area.bottom ?? area.bottom;
      if (before === area.bottom) return [];
      return [{ sheetId, area: { ...area, top: Math.min(before, area.bottom), bottom: Math.max(before, area.bottom) } }];
    });
    return between.length === 0 ? { kind: 'none' } : { kind: 'tableRows', between };
  }
}
