// The person at the sheet: selection, keys, editing, clipboard, menus. Moves the book's selection and hands changes to PersonActions.
import { LAST_COLUMN, LAST_ROW, addressOf, cellArea, isWholeColumns, isWholeRows } from '../book/area';
import type { BookApi, Clock } from '../book/bookApi';
import type { Area, Sheet } from '../book/model';
import { words } from '../words';
import { CellEditor, type EditMode } from './cellEditor';
import { cellPictureAt } from './cellPicture';
import { fontOf } from './fontOf';
import { intentOf, type Intent } from './gridKeys';
import type { GridEvents, GridView } from './gridView';
import { currentRegion, jump, mergeAt, nextInside, step, type Direction, type Place } from './navigation';
import type { PersonActions } from './personActions';
import { openMenu, type MenuItem } from './popups';
import { columnWidth, grownOverMerges } from './sheetLayout';

/** What the control needs from the page around it. */
export interface SheetControlNeeds {
  surface: HTMLElement;
  bar: HTMLTextAreaElement;
  clock: Clock;
  modeChanged(mode: EditMode): void;
  /** Something floating over the grid must find its place again. */
  moved(): void;
  openListAt(at: Place): boolean;
  goToNameBox(): void;
  tell(message: string): void;
}

export class SheetControl {
  readonly editor: CellEditor;
  grid: GridView | undefined;
  /** The moving corner of a selection that Shift extends. */
  private corner: Place = { row: 0, column: 0 };
  /** Where a run of Tabs began: Enter goes back under it. */
  private tabStart: number | undefined;

  constructor(private readonly book: BookApi, private readonly actions: PersonActions, private readonly needs: SheetControlNeeds) {
    this.editor = new CellEditor(needs.surface, needs.bar, {
      place: () => this.editorPlace(),
      content: () => this.actions.inputAt(this.book.activeSheetId, this.active),
      spoken: () => words.grid.cell(addressOf(cellArea(this.active.row, this.active.column)), this.book.textAt(this.book.activeSheetId, this.active.row, this.active.column)),
      mayEdit: () => this.actions.mayEdit(this.book.activeSheetId, this.active),
      put: async (text, everywhere) => {
        const { selection } = this.book;
        const result = everywhere ? await this.actions.typeEverywhere(selection, text) : await this.actions.type(selection.sheetId, selection.active, text);
        if (result === 'again') this.book.select(selection, 'user');
        return result !== 'again';
      },
      leave: (key, back) => this.leave(key, back),
      modeChanged: (mode) => needs.modeChanged(mode),
      key: (event) => this.key(event),
    });
    const { catcher } = this.editor;
    for (const kind of ['copy', 'cut', 'paste'] as const) catcher.addEventListener(kind, (event) => this.clipboard(kind, event));
    needs.surface.addEventListener('focusin', (event) => {
      // Univer's canvas takes the focus when it is pressed; the keys belong to the editor.
      if (event.target !== catcher && event.target instanceof HTMLElement && event.target.closest('.wb-grid')) this.editor.focus();
    });
  }

  get active(): Place {
    return this.book.selection.active;
  }

  get sheet(): Sheet {
    const sheet = this.book.sheetById(this.book.activeSheetId);
    if (!sheet) throw new Error('no active sheet');
    return sheet;
  }

  /** What the person does with the pointer in the grid. */
  readonly gridEvents: GridEvents = {
    selected: (areas, active) => {
      void this.editor.commit();
      this.tabStart = undefined;
      const last = areas.at(-1) ?? cellArea(active.row, active.column);
      this.corner = { row: active.row === last.top ? last.bottom : last.top, column: active.column === last.left ? last.right : last.left };
      this.book.select({ sheetId: this.book.activeSheetId, areas, active }, 'user');
      this.editor.focus();
    },
    doubleClicked: () => { void this.editor.edit(); },
    menuAsked: (point, at) => {
      void this.editor.commit();
      if (at && !this.isSelected(at)) this.select(mergeAt(this.sheet, at), at);
      this.openCellMenu(point);
    },
    columnsResized: (columns, width) => void this.actions.attempt(() => this.book.together(() => {
      for (const { from, to } of columns) for (let column = from; column <= to; column++) this.book.setColumn(this.sheet.id, column, { width });
    })),
    rowsResized: (rows, height) => void this.actions.attempt(() => this.book.together(() => {
      for (const { from, to } of rows) for (let row = from; row <= to; row++) this.book.setRow(this.sheet.id, row, { height: Math.min(409.5, height) });
    })),
    rowsFitted: (rows) => void this.actions.attempt(() => {
      for (const { from, to } of rows) this.book.autofitRows(this.sheet.id, { top: from, bottom: to, left: 0, right: LAST_COLUMN });
    }),
    columnsFitted: (columns) => void this.actions.attempt(() => this.book.together(() => {
      for (const { from, to } of columns) {
        for (let column = from; column <= to; column++) {
          const pixels = this.grid?.widthFor(this.sheet.id, column) ?? 0;
          if (pixels > 0) this.book.setColumn(this.sheet.id, column, { width: Math.min(255, columnWidth(pixels)) });
        }
      }
    })),
    filled: (source, target) => {
      void this.actions.fill(this.sheet.id, source, target).then(() => {
        const whole = { top: Math.min(source.top, target.top), left: Math.min(source.left, target.left), bottom: Math.max(source.bottom, target.bottom), right: Math.max(source.right, target.right) };
        this.select(whole, { row: source.top, column: source.left });
      });
    },
    frozen: (rows, columns) => this.book.setFrozen(this.sheet.id, rows, columns),
    moved: () => {
      this.editor.follow();
      this.needs.moved();
    },
  };

  /** Selects an area of the active sheet and shows it. */
  select(area: Area, active: Place, reveal: Place = active): void {
    this.corner = { row: active.row === area.top ? area.bottom : area.top, column: active.column === area.left ? area.right : area.left };
    this.book.select({ sheetId: this.book.activeSheetId, areas: [area], active }, 'user');
    this.grid?.reveal(this.book.activeSheetId, reveal);
  }

  /** The book's selection is another: the grid and the formula bar follow. */
  follow(): void {
    const { selection } = this.book;
    this.grid?.select(selection);
    this.editor.follow();
  }

  private leave(key: string, back: boolean): void {
    const directions: Record<string, Direction> = { Enter: back ? 'up' : 'down', Tab: back ? 'left' : 'right', ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
    if (key === 'Enter') this.enter(back);
    else if (key === 'Tab') this.tab(back);
    else this.moveTo(step(this.sheet, this.active, directions[key] ?? 'down'));
  }

  private moveTo(at: Place): void {
    this.tabStart = undefined;
    this.selectCell(at);
  }

  private selectCell(at: Place): void {
    const area = mergeAt(this.sheet, at);
    this.select(area, { row: area.top, column: area.left }, at);
  }

  private enter(back: boolean): void {
    const area = this.manyCells();
    if (area) return this.activate(nextInside(area, this.active, back ? 'up' : 'down'), area);
    const from = this.tabStart === undefined ? this.active : { row: this.active.row, column: this.tabStart };
    this.moveTo(step(this.sheet, from, back ? 'up' : 'down'));
  }

  private tab(back: boolean): void {
    const area = this.manyCells();
    if (area) return this.activate(nextInside(area, this.active, back ? 'left' : 'right'), area);
    this.tabStart ??= this.active.column;
    this.selectCell(step(this.sheet, this.active, back ? 'left' : 'right'));
  }

  private activate(at: Place, area: Area): void {
    this.book.select({ sheetId: this.book.activeSheetId, areas: [area], active: at }, 'user');
    this.grid?.reveal(this.book.activeSheetId, at);
  }

  /** The selection when it is more than one cell (a merge is one). */
  private manyCells(): Area | undefined {
    const area = this.book.selection.areas[0];
    if (!area || this.book.selection.areas.length > 1 || isWholeColumns(area) || isWholeRows(area)) return undefined;
    const merge = mergeAt(this.sheet, this.active);
    return addressOf(merge) === addressOf(area) ? undefined : area;
  }

  private key(event: KeyboardEvent): boolean {
    const intent = intentOf(event);
    if (!intent) return false;
    this.does(intent);
    return true;
  }

  private does(intent: Intent): void {
    const { book, sheet, actions } = this;
    const { selection } = book;
    switch (intent.do) {
      case 'move': return this.go(intent.extend, (from) => (intent.jump ? jump(book, sheet, from, intent.direction) : step(sheet, from, intent.direction)));
      case 'page': return this.go(intent.extend, (from) => step(sheet, from, intent.direction, intent.direction === 'left' || intent.direction === 'right' ? 8 : this.grid?.pageRows() ?? 20));
      case 'rowStart': return this.go(intent.extend, (from) => ({ row: from.row, column: from.column > sheet.frozen.columns ? sheet.frozen.columns : 0 }));
      case 'sheetStart': return this.go(intent.extend, () => ({ row: sheet.frozen.rows, column: sheet.frozen.columns }));
      case 'sheetEnd': return this.go(intent.extend, () => {
        const used = book.usedArea(sheet.id, true);
        return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
      });
      case 'enter': return this.enter(intent.back);
      case 'tab': return this.tab(intent.back);
      case 'edit': return void this.editor.edit();
      case 'clearAndEdit': return void this.editor.editEmpty();
      case 'clear': return void actions.clear(selection);
      case 'all': return this.selectAll();
      case 'wholeRow': return this.select({ top: selection.areas[0]?.top ?? 0, bottom: selection.areas[0]?.bottom ?? 0, left: 0, right: LAST_COLUMN }, this.active);
      case 'wholeColumn': return this.select({ left: selection.areas[0]?.left ?? 0, right: selection.areas[0]?.right ?? 0, top: 0, bottom: LAST_ROW }, this.active);
      case 'fill': return void actions.fillFrom(selection, intent.direction);
      case 'undo': case 'redo': return this.takeBack(intent.do);
      case 'sheet': return this.otherSheet(intent.step);
      case 'list': return void this.needs.openListAt(this.active);
      case 'menu': return this.openCellMenu(this.menuPoint());
      case 'today': return void actions.type(sheet.id, this.active, todayInput(this.needs.clock));
      case 'goto': return this.needs.goToNameBox();
      case 'insert': return void actions.structure(selection, isWholeColumns(selection.areas[0] ?? cellArea(0, 0)) ? 'insertColumns' : 'insertRows');
      case 'delete': return void actions.structure(selection, isWholeColumns(selection.areas[0] ?? cellArea(0, 0)) ? 'deleteColumns' : 'deleteRows');
      case 'escape': return undefined;
    }
  }

  private go(extend: boolean, to: (from: Place) => Place): void {
    if (!extend) {
      this.moveTo(to(this.active));
      return;
    }
    const moved = to(this.corner);
    const { active } = this;
    const area = grownOverMerges({ top: Math.min(active.row, moved.row), left: Math.min(active.column, moved.column), bottom: Math.max(active.row, moved.row), right: Math.max(active.column, moved.column) }, this.sheet.merges);
    this.book.select({ sheetId: this.book.activeSheetId, areas: [area], active }, 'user');
    this.corner = moved;
    this.grid?.reveal(this.book.activeSheetId, moved);
  }

  private selectAll(): void {
    const region = currentRegion(this.book, this.sheet, this.active);
    const isTaken = addressOf(this.book.selection.areas[0] ?? cellArea(0, 0)) === addressOf(region);
    const isSingle = region.top === region.bottom && region.left === region.right;
    const area = isTaken || isSingle ? { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN } : region;
    this.book.select({ sheetId: this.book.activeSheetId, areas: [area], active: this.active }, 'user');
  }

  /** Undo and redo of what was typed, pasted, filled and cleared. */
  takeBack(which: 'undo' | 'redo'): void {
    void this.actions.attempt(() => this.actions.undoList[which]()).then((step) => {
      if (!step) {
        this.needs.tell(words.dialog.undoNothing);
        return;
      }
      if (step.sheetId !== this.book.activeSheetId) this.book.activate(step.sheetId, 'user');
      this.select(step.area, { row: step.area.top, column: step.area.left });
    });
  }

  private otherSheet(step: -1 | 1): void {
    const visible = this.book.sheets.filter((each) => each.visibility === 'Visible');
    const next = visible[visible.findIndex((each) => each.id === this.book.activeSheetId) + step];
    if (next) this.book.activate(next.id, 'user');
  }

  private clipboard(kind: 'copy' | 'cut' | 'paste', event: ClipboardEvent): void {
    if (this.editor.mode !== 'ready' || !event.clipboardData) return;
    event.preventDefault();
    if (kind === 'paste') {
      const text = event.clipboardData.getData('text/plain');
      if (text !== '') void this.paste(text);
      return;
    }
    const copied = this.actions.copy(this.book.selection, kind === 'cut');
    if (!copied) return this.needs.tell(words.grid.tooLarge);
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData('text/html', copied.html);
  }

  private async paste(text: string): Promise<void> {
    const { selection } = this.book;
    const area = await this.actions.paste(selection, text);
    if (area) this.select(area, { row: area.top, column: area.left });
  }

  private isSelected(at: Place): boolean {
    return this.book.selection.areas.some((area) => at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right);
  }

  private menuPoint(): { x: number; y: number } {
    const rect = this.grid?.rectOf(this.book.activeSheetId, cellArea(this.active.row, this.active.column));
    return rect ? { x: rect.x + 8, y: rect.y + rect.height } : { x: 100, y: 200 };
  }

  private openCellMenu(point: { x: number; y: number }): void {
    const { book, sheet, actions } = this;
    const { selection } = book;
    const area = selection.areas[0] ?? cellArea(0, 0);
    const rows = area.bottom - area.top + 1;
    const columns = area.right - area.left + 1;
    const hide = (hidden: boolean, what: 'rows' | 'columns') => void actions.attempt(() => book.together(() => {
      if (what === 'rows') for (let row = area.top; row <= area.bottom; row++) book.setRow(sheet.id, row, { hidden });
      else for (let column = area.left; column <= area.right; column++) book.setColumn(sheet.id, column, { hidden });
    }));
    const execute = (name: 'cut' | 'copy') => {
      this.editor.focus();
      document.execCommand(name);
    };
    const items: (MenuItem | 'line')[] = [
      { label: words.cellMenu.cut, does: () => execute('cut') },
      { label: words.cellMenu.copy, does: () => execute('copy') },
      { label: words.cellMenu.paste, does: () => void this.pasteFromMenu() },
      'line',
    ];
    if (!isWholeColumns(area)) {
      items.push({ label: words.cellMenu.insertRows(rows), does: () => void actions.structure(selection, 'insertRows') }, { label: words.cellMenu.deleteRows(rows), does: () => void actions.structure(selection, 'deleteRows') });
    }
    if (!isWholeRows(area)) {
      items.push({ label: words.cellMenu.insertColumns(columns), does: () => void actions.structure(selection, 'insertColumns') }, { label: words.cellMenu.deleteColumns(columns), does: () => void actions.structure(selection, 'deleteColumns') });
    }
    items.push({ label: words.cellMenu.clear, does: () => void actions.clear(selection) }, 'line');
    if (!isWholeColumns(area)) items.push({ label: words.cellMenu.autofit, does: () => this.gridEvents.rowsFitted([{ from: area.top, to: area.bottom }]) }, { label: words.cellMenu.hideRows, does: () => hide(true, 'rows') }, { label: words.cellMenu.showRows, does: () => hide(false, 'rows') });
    if (isWholeColumns(area)) items.push({ label: words.cellMenu.hideColumns, does: () => hide(true, 'columns') }, { label: words.cellMenu.showColumns, does: () => hide(false, 'columns') });
    if (book.listAt(sheet.id, this.active.row, this.active.column)) items.push({ label: words.cellMenu.pickList, does: () => void this.needs.openListAt(this.active) });
    items.push(sheet.frozen.rows + sheet.frozen.columns > 0
      ? { label: words.cellMenu.unfreeze, does: () => book.setFrozen(sheet.id, 0, 0) }
      : { label: words.cellMenu.freeze, does: () => book.setFrozen(sheet.id, this.active.row, this.active.column) });
    openMenu(words.cellMenu.label, items, point, () => this.editor.focus());
  }

  private async pasteFromMenu(): Promise<void> {
    let text: string;
    try {
      text = await navigator.clipboard.readText();
    } catch {
      // The browser keeps the clipboard to itself unless the key is pressed.
      this.needs.tell(words.cellMenu.pasteByKey);
      return;
    }
    this.editor.focus();
    await this.paste(text);
  }

  private editorPlace() {
    const { sheet, active } = this;
    const rect = this.grid?.rectOf(sheet.id, mergeAt(sheet, active));
    if (!rect) return undefined;
    const zoom = this.grid?.zoom() ?? 1;
    const picture = cellPictureAt(this.book, sheet, active.row, active.column);
    const style = picture?.style ?? this.book.styleAt(sheet.id, active.row, active.column);
    return { ...rect, font: fontOf(style, zoom), align: picture?.align ?? 'left', background: style.fillColor || '#ffffff', color: style.fontColor || '#000000', wrap: style.wrap };
  }
}

/** Today as it is typed, e.g. 2021/9/30. */
function todayInput(clock: Clock): string {
  const day = new Date((Math.floor(clock.today()) - 25_569) * 86_400_000);
  return `${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}`;
}
