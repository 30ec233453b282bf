// Where Univer has put the cells of the shown sheet on its canvas, and how far it is scrolled. Knows no book.
import { IRenderManagerService, SHEET_VIEWPORT_KEY, type IRender, type Spreadsheet, type SpreadsheetSkeleton, type Viewport } from '@univerjs/engine-render';
import { ISheetSelectionRenderService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Injector, IRange } from '@univerjs/core';
import type { Area, Sheet } from '../book/model';
import type { Rect } from './gridView';
import type { Place } from './navigation';

const HEADERS = ['__SpreadsheetRowHeader__', '__SpreadsheetColumnHeader__'];
/** Univer's scroll bars lie over the cells. */
const SCROLL_BAR = 14;

type Frozen = Sheet['frozen'];

export class UniverStage {
  constructor(private readonly injector: Injector, private readonly container: HTMLElement, private readonly unitId: string) {}

  render(): IRender | undefined {
    return this.injector.get(IRenderManagerService).getRenderById(this.unitId) ?? undefined;
  }

  skeleton(): SpreadsheetSkeleton | undefined {
    return this.render()?.with(SheetSkeletonManagerService).getCurrentSkeleton() ?? undefined;
  }

  /** The rows and columns in sight below and beside the frozen ones. */
  seen(): IRange | undefined {
    return this.skeleton()?.getVisibleRangeByViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  }

  /** Paints everything anew with the next frame. */
  repaint(): void {
    const render = this.render();
    if (!render) return;
    (render.mainComponent as Spreadsheet | null)?.makeForceDirty(true);
    for (const header of HEADERS) render.components.get(header)?.makeDirty(true);
    render.scene.makeDirty(true);
  }

  /** Where an area is on the page; not in sight when any of it is scrolled away. */
  rectOf(area: Area, frozen: Frozen): (Rect & { inSight: boolean }) | undefined {
    const found = this.parts();
    if (!found) return undefined;
    const { skeleton, main, scale } = found;
    const from = skeleton.getNoMergeCellWithCoordByIndex(area.top, area.left);
    const to = skeleton.getNoMergeCellWithCoordByIndex(area.bottom, area.right);
    const page = this.container.getBoundingClientRect();
    // Frozen cells stand still; the others may be under the frozen ones.
    const x = from.startX - (area.left < frozen.columns ? 0 : main.viewportScrollX);
    const y = from.startY - (area.top < frozen.rows ? 0 : main.viewportScrollY);
    const right = to.endX - (area.right < frozen.columns ? 0 : main.viewportScrollX);
    const bottom = to.endY - (area.bottom < frozen.rows ? 0 : main.viewportScrollY);
    const edgeX = area.left < frozen.columns ? skeleton.rowHeaderWidth : skeleton.getNoMergeCellWithCoordByIndex(0, frozen.columns).startX;
    const edgeY = area.top < frozen.rows ? skeleton.columnHeaderHeight : skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, 0).startY;
    return {
      x: page.left + x * scale,
      y: page.top + y * scale,
      width: (right - x) * scale,
      height: (bottom - y) * scale,
      inSight: x >= edgeX - 0.5 && y >= edgeY - 0.5 && right * scale <= page.width + 0.5 && bottom * scale <= page.height + 0.5,
    };
  }

  /** The part of the page that shows a cell when it is in sight, beside and below the headers and the frozen cells. */
  paneOf(at: Place, frozen: Frozen): Rect | undefined {
    const found = this.parts();
    if (!found) return undefined;
    const { skeleton, scale } = found;
    const page = this.container.getBoundingClientRect();
    const x = (at.column < frozen.columns ? skeleton.rowHeaderWidth : skeleton.getNoMergeCellWithCoordByIndex(0, frozen.columns).startX) * scale;
    const y = (at.row < frozen.rows ? skeleton.columnHeaderHeight : skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, 0).startY) * scale;
    return { x: page.left + x, y: page.top + y, width: Math.max(0, page.width - x - SCROLL_BAR), height: Math.max(0, page.height - y - SCROLL_BAR) };
  }

  /** The cell at the corner of the scrolled part, and how far into it the corner lies. Held across a new layout, so that rows coming, going or growing above do not move what is looked at. */
  corner(frozen: Frozen): { at: Place; across: number; down: number } | undefined {
    const found = this.parts();
    if (!found) return undefined;
    const { skeleton, main } = found;
    const edge = skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, frozen.columns, false);
    const { row, column, rowOffset, columnOffset } = skeleton.getOffsetRelativeToRowCol(main.viewportScrollX + edge.startX, main.viewportScrollY + edge.startY);
    return { at: { row, column }, across: columnOffset, down: rowOffset };
  }

  /** Scrolls so that a cell stands at the corner of the scrolled part again. */
  holdCorner(corner: { at: Place; across: number; down: number }, frozen: Frozen): void {
    const found = this.parts();
    if (!found) return;
    const { skeleton, main } = found;
    const edge = skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, frozen.columns, false);
    const cell = skeleton.getNoMergeCellWithCoordByIndex(Math.max(corner.at.row, frozen.rows), Math.max(corner.at.column, frozen.columns), false);
    const x = Math.max(0, cell.startX - edge.startX + Math.min(corner.across, cell.endX - cell.startX));
    const y = Math.max(0, cell.startY - edge.startY + Math.min(corner.down, cell.endY - cell.startY));
    if (x !== main.viewportScrollX || y !== main.viewportScrollY) main.scrollToViewportPos({ viewportScrollX: x, viewportScrollY: y });
  }

  /** Scrolls as little as needed to have a cell in sight. True when it scrolled. */
  reveal(at: Place, frozen: Frozen): boolean {
    const found = this.parts();
    if (!found) return false;
    const { skeleton, main, scale } = found;
    const { startX, startY, endX, endY } = skeleton.getNoMergeCellWithCoordByIndex(at.row, at.column);
    const left = skeleton.getNoMergeCellWithCoordByIndex(0, frozen.columns).startX;
    const top = skeleton.getNoMergeCellWithCoordByIndex(frozen.rows, 0).startY;
    const right = this.container.clientWidth / scale - SCROLL_BAR;
    const bottom = this.container.clientHeight / scale - SCROLL_BAR;
    let { viewportScrollX: x, viewportScrollY: y } = main;
    if (at.column >= frozen.columns) {
      if (endX - x > right) x = endX - right;
      if (startX - x < left) x = startX - left;
    }
    if (at.row >= frozen.rows) {
      if (endY - y > bottom) y = endY - bottom;
      if (startY - y < top) y = startY - top;
    }
    if (x === main.viewportScrollX && y === main.viewportScrollY) return false;
    main.scrollToViewportPos({ viewportScrollX: Math.max(0, x), viewportScrollY: Math.max(0, y) });
    return true;
  }

  /** The cell under the pointer; undefined over the headers. */
  placeAt(event: MouseEvent): Place | undefined {
    const found = this.parts();
    if (!found) return undefined;
    const { render, skeleton, scale } = found;
    const page = this.container.getBoundingClientRect();
    const [x, y] = [event.clientX - page.left, event.clientY - page.top];
    if (x < skeleton.rowHeaderWidth * scale || y < skeleton.columnHeaderHeight * scale) return undefined;
    const cell = render.with(ISheetSelectionRenderService).getCellWithCoordByOffset(x, y);
    return cell ? { row: cell.actualRow, column: cell.actualColumn } : undefined;
  }

  private parts(): { render: IRender; skeleton: SpreadsheetSkeleton; main: Viewport; scale: number } | undefined {
    const render = this.render();
    const skeleton = this.skeleton();
    const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    return render && skeleton && main ? { render, skeleton, main, scale: render.scene.scaleX || 1 } : undefined;
  }
}
