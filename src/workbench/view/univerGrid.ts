// The grid on screen, drawn by Univer. Cells are pulled from the book when Univer paints them; nothing is stored in Univer but sizes and merges.
import { RANGE_TYPE, UniverInstanceType, type ICommandInfo, type IRange, type IWorkbookData, type Workbook, type Worksheet } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY, type IRender, type Spreadsheet, type SpreadsheetSkeleton } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, InsertSheetMutation, RemoveSheetMutation, SetFrozenMutation, SetSelectionsOperation, SetWorksheetActiveOperation, SheetInterceptorService, SheetsSelectionsService, type ISelectionWithStyle } from '@univerjs/sheets';
import { ISheetSelectionRenderService, SetZoomRatioOperation, SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { LAST_COLUMN, LAST_ROW, bounding, holds, isWholeColumns, isWholeRows, sameArea } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Area, Selection, Sheet } from '../book/model';
import { CellSource } from './cellSource';
import type { GridEvents, GridView, Rect } from './gridView';
import type { Place } from './navigation';
import { centredRuns, columnWidth, rowPoints } from './sheetLayout';
import { startUniver, type UniverHost } from './univerHost';
import { areaOf, rangeOf, sameShape, shapeOf, worksheetOf, type SheetShape } from './univerSheet';

const HEADERS = { row: '__SpreadsheetRowHeader__', column: '__SpreadsheetColumnHeader__' };

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
  private readonly shown = new Map<string, Shown>();
  private workbook: Workbook | undefined;
  private readonly unitId = 'book';
  private current = '';
  private serial = 0;
  private selecting = false;
  private zoomRatio = 1;
  private flushDue = false;

  constructor(private readonly container: HTMLElement, private readonly book: BookApi, private readonly events: GridEvents) {
    this.source = new CellSource(book);
    this.host = startUniver(container, (command) => this.asked(command));
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
    this.repaintAll();
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
    this.repaintAll();
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
    if (sameShape(before, shown.shape)) this.skeleton()?.resetCache();
    else this.relayout(sheet, shown, JSON.stringify(before.freeze) === JSON.stringify(shown.shape.freeze));
    this.repaintAll();
    this.events.moved();
  }

  private relayout(sheet: Sheet, shown: Shown, sameFreeze: boolean): void {
    const { shape } = shown;
    const worksheet = this.worksheet();
    const config = worksheet.getConfig();
    replace(config.rowData, shape.rowData);
    replace(config.columnData, shape.columnData);
    Object.assign(config, { mergeData: shape.merges, rowCount: shape.rowCount, columnCount: shape.columnCount, showGridlines: shape.showGridlines, defaultRowHeight: shape.defaultRowHeight, defaultColumnWidth: shape.defaultColumnWidth });
    worksheet.getSpanModel().rebuild(shape.merges);
    const skeletons = this.render()?.with(SheetSkeletonManagerService);
    skeletons?.makeDirty({ sheetId: shown.gridId }, true);
    skeletons?.setCurrent({ sheetId: shown.gridId });
    // The frozen part is as large as its rows and columns: it is laid out again when any of them may have changed.
    if (!sameFreeze || sheet.frozen.rows + sheet.frozen.columns > 0) {
      this.host.own(() => this.host.commands.syncExecuteCommand(SetFrozenMutation.id, { unitId: this.unitId, subUnitId: shown.gridId, ...shape.freeze, resetScroll: !sameFreeze }));
    }
    this.render()?.with(ISheetSelectionRenderService).resetSelectionsByModelData(this.selections().getCurrentSelections());
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
    if (sheetId !== this.current) return;
    this.flush();
    this.reach(sheetId, at);
    const render = this.render();
    const skeleton = this.skeleton();
    const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (!render || !skeleton || !main) return;
    const sheet = this.book.sheetById(sheetId);
    const frozen = sheet?.frozen ?? { rows: 0, columns: 0 };
    const scale = render.scene.scaleX || 1;
    const { startX, startY, endX, endY } = skeleton.getNoMergeCellWithCoordByIndex(at.row, at.column);
    const left = skeleton.getNoMergeCellWithCoordByIndex(0, frozen.columns).startX;
    const top = skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, 0).startY;
    const right = this.container.clientWidth / scale - 14;
    const bottom = this.container.clientHeight / scale - 14;
    let { viewportScrollX: x, viewportScrollY: y } = main;
    // As little as needed: a cell past the lower edge comes in at the lower edge.
    if (at.column >= frozen.columns) {
      if (endX - x > right) x = endX - right;
      if (startX - x < left) x = startX - left;
    }
    if (at.row >= frozen.rows) {
      if (endY - y > bottom) y = endY - bottom;
      if (startY - y < top) y = startY - top;
    }
    if (x === main.viewportScrollX && y === main.viewportScrollY) return;
    main.scrollToViewportPos({ viewportScrollX: Math.max(0, x), viewportScrollY: Math.max(0, y) });
    this.events.moved();
  }

  rectOf(sheetId: string, area: Area): (Rect & { inSight: boolean }) | undefined {
    if (sheetId === this.current) this.flush();
    const skeleton = this.skeleton();
    const render = this.render();
    const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    const sheet = this.book.sheetById(sheetId);
    if (sheetId !== this.current || !skeleton || !main || !render || !sheet) return undefined;
    const { rows, columns } = sheet.frozen;
    const scale = render.scene.scaleX || 1;
    const from = skeleton.getNoMergeCellWithCoordByIndex(area.top, area.left);
    const to = skeleton.getNoMergeCellWithCoordByIndex(area.bottom, area.right);
    const page = this.container.getBoundingClientRect();
    const scrollX = area.left < columns ? 0 : main.viewportScrollX;
    const scrollY = area.top < rows ? 0 : main.viewportScrollY;
    const edgeX = area.left < columns ? skeleton.rowHeaderWidth : skeleton.getNoMergeCellWithCoordByIndex(0, columns).startX;
    const edgeY = area.top < rows ? skeleton.columnHeaderHeight : skeleton.getNoMergeCellWithCoordByIndex(rows, 0).startY;
    const x = from.startX - scrollX;
    const y = from.startY - scrollY;
    const right = to.endX - (area.right < columns ? 0 : main.viewportScrollX);
    const bottom = to.endY - (area.bottom < rows ? 0 : main.viewportScrollY);
    return {
      x: page.left + x * scale,
      y: page.top + y * scale,
      width: (right - x) * scale,
      height: (bottom - y) * scale,
      inSight: x >= edgeX - 0.5 && y >= edgeY - 0.5 && right * scale <= page.width + 0.5 && bottom * scale <= page.height + 0.5,
    };
  }

  pageRows(): number {
    const skeleton = this.skeleton();
    const seen = skeleton?.getVisibleRangeByViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
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

  private render(): IRender | undefined {
    return this.host.injector.get(IRenderManagerService).getRenderById(this.unitId) ?? undefined;
  }

  private skeleton(): SpreadsheetSkeleton | undefined {
    return this.render()?.with(SheetSkeletonManagerService).getCurrentSkeleton() ?? undefined;
  }

  private worksheet(): Worksheet {
    const sheet = this.workbook?.getActiveSheet();
    if (!sheet) throw new Error('no sheet is shown');
    return sheet;
  }

  private selections(): SheetsSelectionsService {
    return this.host.injector.get(SheetsSelectionsService);
  }

  private repaintAll(): void {
    const render = this.render();
    if (!render) return;
    (render.mainComponent as Spreadsheet | null)?.makeForceDirty(true);
    for (const header of Object.values(HEADERS)) render.components.get(header)?.makeDirty(true);
    render.scene.makeDirty(true);
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
    this.container.addEventListener('dblclick', (event) => {
      const at = this.placeAt(event);
      if (at) this.events.doubleClicked(at);
    });
    this.container.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.events.menuAsked({ x: event.clientX, y: event.clientY }, this.placeAt(event));
    });
  }

  private placeAt(event: MouseEvent): Place | undefined {
    const skeleton = this.skeleton();
    const render = this.render();
    if (!skeleton || !render) return undefined;
    const page = this.container.getBoundingClientRect();
    const [x, y] = [event.clientX - page.left, event.clientY - page.top];
    const scale = render.scene.scaleX || 1;
    if (x < skeleton.rowHeaderWidth * scale || y < skeleton.columnHeaderHeight * scale) return undefined;
    const found = render.with(ISheetSelectionRenderService).getCellWithCoordByOffset(x, y);
    return found ? { row: found.actualRow, column: found.actualColumn } : undefined;
  }

  private watchScroll(): void {
    this.render()?.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(() => {
      this.growAtEnd();
      this.events.moved();
    });
  }

  /** More rows come when the last one is in sight, as a sheet has a million of them. */
  private growAtEnd(): void {
    const shown = this.shown.get(this.current);
    const seen = this.skeleton()?.getVisibleRangeByViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (!shown || !seen) return;
    const { rowCount, columnCount } = this.worksheet().getConfig();
    if (seen.endRow < rowCount - 2 && seen.endColumn < columnCount - 2) return;
    this.reach(this.current, { row: Math.min(LAST_ROW, seen.endRow < rowCount - 2 ? 0 : rowCount + 1), column: Math.min(LAST_COLUMN, seen.endColumn < columnCount - 2 ? 0 : columnCount + 1) });
  }

  /** A gesture wanted to change Univer's data: it becomes a wish to the page. */
  private asked(command: ICommandInfo): void {
    const params = (command.params ?? {}) as { ranges?: IRange[]; colWidth?: unknown; rowHeight?: unknown; sourceRange?: IRange; targetRange?: IRange; xSplit?: number; ySplit?: number };
    const columns = () => (params.ranges ?? []).map((range) => ({ from: range.startColumn, to: range.endColumn }));
    const rows = () => (params.ranges ?? []).map((range) => ({ from: range.startRow, to: range.endRow }));
    switch (command.id) {
      case 'sheet.mutation.set-worksheet-col-width':
        if (typeof params.colWidth === 'number') this.events.columnsResized(columns(), columnWidth(params.colWidth));
        break;
      case 'sheet.mutation.set-worksheet-row-height':
        if (typeof params.rowHeight === 'number') this.events.rowsResized(rows(), rowPoints(params.rowHeight));
        break;
      case 'sheet.command.set-row-is-auto-height':
        this.events.rowsFitted(rows());
        break;
      case 'sheet.command.set-col-auto-width':
        this.events.columnsFitted(columns());
        break;
      case 'sheet.command.auto-fill':
        if (params.sourceRange && params.targetRange) this.events.filled(areaOf(params.sourceRange), areaOf(params.targetRange));
        break;
      case 'sheet.mutation.set-frozen':
        this.events.frozen(params.ySplit ?? 0, params.xSplit ?? 0);
        break;
      default:
    }
  }
}

/** Puts new entries into an object that others hold on to. */
function replace<T>(target: Partial<Record<number, T>>, entries: Record<number, T>): void {
  for (const key of Object.keys(target)) delete target[Number(key)];
  Object.assign(target, entries);
}
