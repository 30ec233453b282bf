// The grid on screen, drawn by Univer. Cells are pulled from the book when Univer paints them; nothing is stored in Univer but sizes and merges.
import { RANGE_TYPE, UniverInstanceType, type IRange, type IWorkbookData, type Workbook, type Worksheet } from '@univerjs/core';
import { INTERCEPTOR_POINT, InsertSheetMutation, RemoveSheetMutation, SetFrozenMutation, SetSelectionsOperation, SetWorksheetActiveOperation, SheetInterceptorService, SheetsSelectionsService, type ISelectionWithStyle } from '@univerjs/sheets';
import { ISheetSelectionRenderService, SetZoomRatioOperation, SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { LAST_COLUMN, LAST_ROW, bounding, holds, isWholeColumns, isWholeRows, sameArea } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area, Selection, Sheet } from '../book/model';
import { CellSource } from './cellSource';
import type { GridEvents, GridView, Rect } from './gridView';
import type { Place } from './navigation';
import { ScaledFonts } from './scaledFont';
import { centredRuns } from './sheetLayout';
import { tellGesture } from './univerGestures';
import { startUniver, type UniverHost } from './univerHost';
import { areaOf, rangeOf, sameShape, shapeOf, worksheetOf, type SheetShape } from './univerSheet';
import { UniverStage } from './univerStage';


interface Shown { gridId: string; runs: Area[]; shape: SheetShape; reach: Area | undefined; stale: boolean }

/** Starts Univer in an element and gives the grid, once it can be used. */
export async function createUniverGrid(container: HTMLElement, book: BookApi, events: GridEvents): Promise<GridView> {
  const grid = new UniverGrid(container, book, events);
  await grid.begin();
  return grid;
}

class UniverGrid implements GridView {
  private readonly host: UniverHost;
  private readonly source: CellSource;
  private readonly stage: UniverStage;
  private readonly shown = new Map<string, Shown>();
  private workbook: Workbook | undefined;
  private readonly unitId = 'book';
  private current = '';
  private serial = 0;
  private selecting = false;
  private zoomRatio = 1;
  private flushDue = false;

  constructor(private readonly container: HTMLElement, private readonly book: BookApi, private readonly events: GridEvents) {
    this.source = new CellSource(book, new ScaledFonts(() => this.refresh(this.current)));
    this.host = startUniver(container, (command) => tellGesture(command, events));
    this.stage = new UniverStage(this.host.injector, container, this.unitId);
    this.open();
    this.host.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'book',
      priority: 1000,
      handler: (_cell, { unitId, subUnitId, row, col }) => {
        const sheet = unitId === this.unitId ? this.sheetOf(subUnitId) : undefined;
        return sheet && this.source.cellAt(sheet, row, col);
      },
    });
  }

  /** Waits until Univer has drawn once: what scrolls and zooms exists only from then on. */
  async begin(): Promise<void> {
    await this.host.settle();
    this.watchScroll();
    this.listenToPointer();
    this.stage.repaint();
  }

  show(sheetId: string): void {
    const sheet = this.book.sheetById(sheetId);
    if (!sheet) return;
    let shown = this.shown.get(sheetId);
    if (!shown) {
      shown = this.newShown(sheet);
      const data = worksheetOf(shown.gridId, sheet.name, shown.shape, this.zoomRatio);
      this.host.own(() => this.host.commands.syncExecuteCommand(InsertSheetMutation.id, { unitId: this.unitId, index: this.shown.size, sheet: data }));
      this.shown.set(sheetId, shown);
    }
    this.current = sheetId;
    const { gridId } = shown;
    this.host.own(() => this.host.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unitId, subUnitId: gridId }));
    this.flush();
    this.setZoom(this.zoomRatio);
    this.stage.repaint();
  }

  refresh(sheetId: string, area?: Area): void {
    this.source.forget(sheetId, area);
    const shown = this.shown.get(sheetId);
    if (!shown) return;
    shown.stale = true;
    if (sheetId !== this.current || this.flushDue) return;
    this.flushDue = true;
    // Many small changes in one go are one painting.
    queueMicrotask(() => {
      this.flushDue = false;
      this.flush();
    });
  }

  /** Brings what is on screen up to date with the book: a painting, and a new layout if sizes, merges or panes changed. */
  private flush(): void {
    const shown = this.shown.get(this.current);
    const sheet = this.book.sheetById(this.current);
    if (!shown?.stale || !sheet) return;
    shown.stale = false;
    const before = shown.shape;
    shown.runs = this.runsOf(sheet);
    shown.shape = this.shapeOf(sheet, shown);
    if (sameShape(before, shown.shape)) this.stage.skeleton()?.resetCache();
    else this.relayout(sheet, shown, JSON.stringify(before.freeze) === JSON.stringify(shown.shape.freeze));
    this.stage.repaint();
    this.events.moved();
  }

  private relayout(sheet: Sheet, shown: Shown, sameFreeze: boolean): void {
    const { shape } = shown;
    const corner = sameFreeze ? this.stage.corner(sheet.frozen) : undefined;
    const worksheet = this.worksheet();
    const config = worksheet.getConfig();
    replace(config.rowData, shape.rowData);
    replace(config.columnData, shape.columnData);
    Object.assign(config, { mergeData: shape.merges, rowCount: shape.rowCount, columnCount: shape.columnCount, showGridlines: shape.showGridlines, rowHeader: shape.rowHeader, columnHeader: shape.columnHeader, defaultRowHeight: shape.defaultRowHeight, defaultColumnWidth: shape.defaultColumnWidth });
    worksheet.getSpanModel().rebuild(shape.merges);
    const skeletons = this.stage.render()?.with(SheetSkeletonManagerService);
    skeletons?.makeDirty({ sheetId: shown.gridId }, true);
    skeletons?.setCurrent({ sheetId: shown.gridId });
    // The frozen part is as large as its rows and columns: it is laid out again when any of them may have changed.
    if (!sameFreeze || sheet.frozen.rows + sheet.frozen.columns > 0) {
      this.host.own(() => this.host.commands.syncExecuteCommand(SetFrozenMutation.id, { unitId: this.unitId, subUnitId: shown.gridId, ...shape.freeze, resetScroll: !sameFreeze }));
    }
    if (corner) this.stage.holdCorner(corner, sheet.frozen);
    this.stage.render()?.with(ISheetSelectionRenderService).resetSelectionsByModelData(this.selections().getCurrentSelections());
  }

  prune(): void {
    for (const [sheetId, shown] of [...this.shown]) {
      if (this.book.sheetById(sheetId)) continue;
      this.shown.delete(sheetId);
      this.source.forget(sheetId);
      if (sheetId === this.current) this.show(this.book.activeSheetId);
      this.host.own(() => this.host.commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId: this.unitId, subUnitId: shown.gridId, subUnitName: '' }));
    }
  }

  select(selection: Selection): void {
    const shown = this.shown.get(selection.sheetId);
    const sheet = this.book.sheetById(selection.sheetId);
    if (!shown || !sheet || this.selecting || selection.sheetId !== this.current) return;
    this.flush();
    this.reach(selection.sheetId, selection.active);
    const worksheet = this.worksheet();
    const last = selection.areas.length - 1;
    const isIn = (area: Area) => selection.active.row >= area.top && selection.active.row <= area.bottom && selection.active.column >= area.left && selection.active.column <= area.right;
    const primaryIndex = Math.max(0, last - [...selection.areas].reverse().findIndex(isIn));
    const ordered = [...selection.areas.filter((_, index) => index !== primaryIndex), selection.areas[primaryIndex] ?? { top: 0, left: 0, bottom: 0, right: 0 }];
    const selections = ordered.map((area, index): ISelectionWithStyle => ({
      range: this.rangeFor(area, worksheet),
      primary: index === ordered.length - 1 ? this.primaryOf(sheet, shown, selection.active) : null,
      style: null,
    }));
    this.host.own(() => this.host.commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId: this.unitId, subUnitId: shown.gridId, selections }));
  }

  reveal(sheetId: string, at: Place): void {
    const sheet = this.book.sheetById(sheetId);
    if (sheetId !== this.current || !sheet) return;
    this.flush();
    this.reach(sheetId, at);
    if (this.stage.reveal(at, sheet.frozen)) this.events.moved();
  }

  rectOf(sheetId: string, area: Area): (Rect & { inSight: boolean }) | undefined {
    const sheet = this.book.sheetById(sheetId);
    if (sheetId !== this.current || !sheet) return undefined;
    this.flush();
    return this.stage.rectOf(area, sheet.frozen);
  }

  paneOf(sheetId: string, at: Place): Rect | undefined {
    const sheet = this.book.sheetById(sheetId);
    return sheetId === this.current && sheet ? this.stage.paneOf(at, sheet.frozen) : undefined;
  }

  pageRows(): number {
    const seen = this.stage.seen();
    return seen ? Math.max(1, seen.endRow - seen.startRow - 1) : 20;
  }

  zoom(): number {
    return this.zoomRatio;
  }

  setZoom(ratio: number): void {
    this.zoomRatio = ratio;
    const shown = this.shown.get(this.current);
    if (!shown) return;
    this.host.own(() => this.host.commands.syncExecuteCommand(SetZoomRatioOperation.id, { unitId: this.unitId, subUnitId: shown.gridId, zoomRatio: ratio }));
    this.events.moved();
  }

  widthFor(sheetId: string, column: number): number {
    const sheet = this.book.sheetById(sheetId);
    return sheet ? this.source.widthFor(sheet, column) : 0;
  }

  // ---- Univer's side

  private open(): void {
    this.current = this.book.activeSheetId;
    const sheet = this.book.sheetById(this.current);
    if (!sheet) throw new Error('a book without an active sheet');
    const shown = this.newShown(sheet);
    this.shown.set(sheet.id, shown);
    const data = worksheetOf(shown.gridId, sheet.name, shown.shape, this.zoomRatio);
    this.workbook = this.host.own(() => this.host.univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, { id: this.unitId, name: '', styles: {}, sheetOrder: [shown.gridId], sheets: { [shown.gridId]: data } }));
  }

  private newShown(sheet: Sheet): Shown {
    const runs = this.runsOf(sheet);
    return { gridId: `sheet-${++this.serial}`, runs, shape: shapeOf(sheet, this.book.usedArea(sheet.id, false), undefined, runs), reach: undefined, stale: false };
  }

  private runsOf(sheet: Sheet): Area[] {
    return centredRuns(sheet, (row, column) => this.book.styleAt(sheet.id, row, column));
  }

  private shapeOf(sheet: Sheet, shown: Shown): SheetShape {
    return shapeOf(sheet, this.book.usedArea(sheet.id, false), shown.reach, shown.runs);
  }

  private sheetOf(gridId: string): Sheet | undefined {
    for (const [sheetId, shown] of this.shown) if (shown.gridId === gridId) return this.book.sheetById(sheetId);
    return undefined;
  }

  private worksheet(): Worksheet {
    const sheet = this.workbook?.getActiveSheet();
    if (!sheet) throw new Error('no sheet is shown');
    return sheet;
  }

  private selections(): SheetsSelectionsService {
    return this.host.injector.get(SheetsSelectionsService);
  }

  /** Makes room when a place beyond the shown rows or columns must be reached. */
  private reach(sheetId: string, at: Place): void {
    const shown = this.shown.get(sheetId);
    const config = this.worksheet().getConfig();
    if (!shown || (at.row < config.rowCount - 1 && at.column < config.columnCount - 1)) return;
    const area = { top: 0, left: 0, bottom: at.row, right: at.column };
    shown.reach = shown.reach ? bounding(shown.reach, area) : area;
    shown.stale = true;
    this.flush();
  }

  private rangeFor(area: Area, worksheet: Worksheet): IRange {
    const { rowCount, columnCount } = worksheet.getConfig();
    const range = rangeOf({ ...area, bottom: Math.min(area.bottom, rowCount - 1), right: Math.min(area.right, columnCount - 1) });
    if (isWholeColumns(area) && isWholeRows(area)) return { ...range, rangeType: RANGE_TYPE.ALL };
    if (isWholeColumns(area)) return { ...range, rangeType: RANGE_TYPE.COLUMN };
    if (isWholeRows(area)) return { ...range, rangeType: RANGE_TYPE.ROW };
    return { ...range, rangeType: RANGE_TYPE.NORMAL };
  }

  private primaryOf(sheet: Sheet, shown: Shown, active: Place) {
    const merge = [...sheet.merges, ...shown.runs].find((each) => holds(each, { top: active.row, bottom: active.row, left: active.column, right: active.column }));
    const range = rangeOf(merge ?? { top: active.row, bottom: active.row, left: active.column, right: active.column });
    return { ...range, actualRow: active.row, actualColumn: active.column, isMerged: merge !== undefined, isMergedMainCell: merge !== undefined && merge.top === active.row && merge.left === active.column };
  }

  private areaFrom(range: IRange, shown: Shown): Area {
    const area = areaOf(range);
    if (range.rangeType === RANGE_TYPE.ALL) return { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };
    if (range.rangeType === RANGE_TYPE.COLUMN) return { ...area, top: 0, bottom: LAST_ROW };
    if (range.rangeType === RANGE_TYPE.ROW) return { ...area, left: 0, right: LAST_COLUMN };
    // Text centred across cells is drawn as one cell but is none: a click means the first.
    const run = shown.runs.find((each) => sameArea(each, area));
    return run ? { ...run, right: run.left } : area;
  }

  // ---- what the person does with the pointer

  private listenToPointer(): void {
    const selections = this.selections();
    const tell = (found: ISelectionWithStyle[] | null | undefined | void) => {
      const shown = this.shown.get(this.current);
      const last = found?.at(-1);
      if (!found || !last || !shown) return;
      const areas = found.map(({ range }) => this.areaFrom(range, shown));
      const active = last.primary ? { row: last.primary.actualRow, column: last.primary.actualColumn } : { row: last.range.startRow, column: last.range.startColumn };
      // While the person drags, the drawn selection is Univer's: setting it again would end the drag.
      this.selecting = true;
      try {
        this.events.selected(areas, active);
      } finally {
        this.selecting = false;
      }
    };
    for (const moves of [selections.selectionMoveStart$, selections.selectionMoving$, selections.selectionMoveEnd$]) moves.subscribe((found) => tell(found));
    // Cells are moved by cutting and pasting; Univer's dragging of a selection would move only its own copy.
    const gestures = this.stage.render()?.with(ISheetSelectionRenderService).interceptor;
    gestures?.intercept(gestures.getInterceptPoints().RANGE_MOVE_PERMISSION_CHECK, { id: 'book', priority: 1000, handler: () => false });
    this.container.addEventListener('dblclick', (event) => {
      const at = this.stage.placeAt(event);
      if (at) this.events.doubleClicked(at);
    });
    this.container.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.events.menuAsked({ x: event.clientX, y: event.clientY }, this.stage.placeAt(event));
    });
  }

  private watchScroll(): void {
    this.stage.render()?.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(() => {
      this.growAtEnd();
      this.events.moved();
    });
  }

  /** More rows come when the last one is in sight, as a sheet has a million of them. */
  private growAtEnd(): void {
    const shown = this.shown.get(this.current);
    const seen = this.stage.seen();
    if (!shown || !seen) return;
    const { rowCount, columnCount } = this.worksheet().getConfig();
    if (seen.endRow < rowCount - 2 && seen.endColumn < columnCount - 2) return;
    this.reach(this.current, { row: Math.min(LAST_ROW, seen.endRow < rowCount - 2 ? 0 : rowCount + 1), column: Math.min(LAST_COLUMN, seen.endColumn < columnCount - 2 ? 0 : columnCount + 1) });
  }
}

/** Puts new entries into an object that others hold on to. */
function replace<T>(target: Partial<Record<number, T>>, entries: Record<number, T>): void {
  for (const key of Object.keys(target)) delete target[Number(key)];
  Object.assign(target, entries);
}
