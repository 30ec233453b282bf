// The tables of HTML, as a browser shows them, from whatever Word, Excel, WPS and saved pages leave unclosed or cut off. Knows no bytes, and asks for nothing from anywhere.
import type { RawCell, RawNote, RawTable } from '../core/rawTable';
import { refuse } from './fileRefusal';
import { CellBudget } from './readGrid';
import type { HtmlAttributes } from './readHtmlCell';
import { htmlCell, isTooNarrow } from './readHtmlCell';
import { blockElements, cellElements, closesDownTo, rowGroups, unseenElements, voidElements } from './readHtmlElements';
import { HtmlGrid, readHtmlSpan } from './readHtmlGrid';
import type { HtmlStyle, HtmlWhite } from './readHtmlStyles';
import { HtmlStyleSheet } from './readHtmlStyles';
import { HtmlText } from './readHtmlText';

interface OpenElement { readonly name: string; readonly isHidden: boolean; readonly isBlock: boolean; readonly white: HtmlWhite }

interface OpenCell { readonly text: HtmlText; readonly attributes: HtmlAttributes; readonly format: string | undefined; readonly fill: (cell: RawCell) => void; isInside: boolean }

/** Elements inside elements: browsers stop at 512. */
const mostDepth = 500;
const mostTables = 2_000;

/** Follows a page element by element and gathers its tables; tables inside cells are text of their cells (I1, I2). */
export class HtmlTables {
  private readonly sheet = new HtmlStyleSheet();
  private readonly done: HtmlGrid[] = [];
  private readonly stack: OpenElement[] = [];
  /** Where in the stack tables are open. */
  private readonly tablesAt: number[] = [];
  /** Of the conditions around that only old programs understand: whether what they hold is a stand-in. */
  private readonly standIns: boolean[] = [];
  private grid: HtmlGrid | undefined;
  private isGroupHidden = false;
  private isRowOpen = false;
  private isRowHidden = false;
  private isRowInside = false;
  private cell: OpenCell | undefined;
  private styleText: string | undefined;
  private date1904 = false;
  private isInside: boolean;

  /** With `hasFragment` only what stands between the marks of a clipboard's fragment was copied; the rest is around it. */
  constructor(hasFragment: boolean) {
    this.isInside = !hasFragment;
  }

  readonly open = (name: string, attributes: HtmlAttributes): void => {
    if (name === 'table') this.closeTableWithoutCell();
    const target = closesDownTo.get(name);
    if (target !== undefined) this.openStructure(name, target);
    const style = this.sheet.styleOf(name, attributes['class'], attributes['style']);
    const isBlock = style.isBlock ?? blockElements.has(name);
    if (isBlock) this.cell?.text.breakBlock();
    const around = this.stack.at(-1);
    const white = style.white ?? (name === 'pre' || name === 'textarea' ? 'kept' : around?.white ?? 'collapsed');
    const isUnseen = style.isHidden === true || 'hidden' in attributes || unseenElements.has(name) || (name === 'option' && !('selected' in attributes));
    if (this.isOuter()) this.openPart(name, attributes, style, isUnseen);
    if (around?.isHidden !== true && !isUnseen) this.show(name, attributes, style);
    if (name === 'style') this.styleText = '';
    if (voidElements.has(name)) return;
    if (name === 'table') this.openTable();
    // A row that is not seen still has cells that may reach into rows that are.
    const hides = isUnseen && !(this.isOuter() && (name === 'tr' || rowGroups.has(name)));
    this.push({ name, isHidden: around?.isHidden === true || hides || (style.tabs ?? 0) > 0, isBlock, white });
  };

  readonly text = (piece: string): void => {
    if (this.styleText !== undefined) this.styleText += piece;
    else if (this.cell !== undefined && this.isInside && !this.standIns.includes(true) && this.stack.at(-1)?.isHidden !== true) this.cell.text.append(piece, this.stack.at(-1)?.white ?? 'collapsed');
  };

  /** Also called for what has no open element, which is passed over. */
  readonly close = (name: string): void => {
    if (name === 'style' && this.styleText !== undefined) {
      this.sheet.add(this.styleText);
      this.styleText = undefined;
    }
    if (this.stack.at(-1)?.name === name) {
      this.popTo(this.stack.length - 1);
      return;
    }
    // Nothing inside a cell closes the cell, and nothing inside a table the table.
    const isPart = name === 'table' || closesDownTo.has(name);
    const floor = isPart ? this.tablesAt.at(-1) ?? 0 : this.lastOpen((open) => open === 'table' || cellElements.has(open)) + 1;
    for (let at = this.stack.length - 1; at >= floor; at -= 1) {
      if (this.stack[at]?.name !== name) continue;
      this.popTo(at);
      return;
    }
  };

  /** Comments and declarations: both carry conditions, and where the clipboard's fragment begins and ends. */
  readonly remark = (content: string): void => {
    const data = content.trim();
    if (data === 'StartFragment') this.isInside = true;
    else if (data === 'EndFragment') this.isInside = false;
    else if (/^!?\[if [^\]<]*\]$/i.test(data)) this.standIns.push(/!\s*support(Lists|Annotations|Footnotes|Endnotes)\b/i.test(data));
    else if (/^(!|<!)?\[endif\]$/i.test(data)) this.standIns.pop();
    else if (/<x:Date1904\s*\/?>/i.test(data)) this.date1904 = true;
    if (this.isInside) this.touch();
  };

  finish(): { readonly tables: readonly RawTable[]; readonly notes: readonly RawNote[] } {
    this.popTo(0);
    const budget = new CellBudget();
    const tables = this.done.flatMap((grid) => grid.finish(budget) ?? []).map((table, index): RawTable => ({ ...table, name: String(index + 1) }));
    return { tables, notes: tables.flatMap(tooNarrowNote) };
  }

  /** Whether what is open belongs to a table of the page, and not to one inside a cell. */
  private isOuter(): boolean {
    return this.tablesAt.length === 1;
  }

  /** Where the innermost element of such a name is open; -1 for none. */
  private lastOpen(fits: (name: string) => boolean): number {
    let at = this.stack.length - 1;
    while (at >= 0 && !fits(this.stack[at]?.name ?? '')) at -= 1;
    return at;
  }

  /** A table cannot stand between the cells of another: the first ends there. */
  private closeTableWithoutCell(): void {
    const at = this.tablesAt.at(-1);
    if (at !== undefined && !this.stack.some((each, index) => index > at && cellElements.has(each.name))) this.popTo(at);
  }

  private openStructure(name: string, target: ReadonlySet<string>): void {
    // What was cut out of a table begins with its rows or cells.
    if (this.tablesAt.length === 0) {
      this.openTable();
      this.push({ name: 'table', isHidden: this.stack.at(-1)?.isHidden === true, isBlock: true, white: 'collapsed' });
    }
    this.popTo(this.lastOpen((open) => target.has(open)) + 1);
    this.standIns.length = 0;
    if ((name === 'td' || name === 'th') && this.isOuter() && !this.isRowOpen) this.openRow(false);
  }

  private openTable(): void {
    this.tablesAt.push(this.stack.length);
    if (this.tablesAt.length > 1) return;
    if (this.done.length >= mostTables) refuse('tooLarge', { what: 'parts' });
    this.grid = new HtmlGrid(String(this.done.length + 1));
    this.done.push(this.grid);
  }

  private openPart(name: string, attributes: HtmlAttributes, style: HtmlStyle, isUnseen: boolean): void {
    if (rowGroups.has(name)) {
      this.grid?.endGroup();
      this.isGroupHidden = isUnseen;
    } else if (name === 'tr') this.openRow(isUnseen);
    else if (name === 'td' || name === 'th') this.openCell(attributes, style);
  }

  private openRow(isHidden: boolean): void {
    this.closeRow();
    this.grid?.openRow();
    this.isRowOpen = true;
    this.isRowHidden = isHidden || this.isGroupHidden;
    this.isRowInside = this.isInside;
  }

  private openCell(attributes: HtmlAttributes, style: HtmlStyle): void {
    if (this.grid === undefined) return;
    const fill = this.grid.place({ ...readHtmlSpan(attributes['rowspan'], attributes['colspan']), isMerge: style.isNoMerge !== true });
    this.cell = { text: new HtmlText(), attributes, format: style.format, fill, isInside: this.isInside };
    this.touch();
  }

  /** Something of the row was copied. */
  private touch(): void {
    if (!this.isInside) return;
    this.isRowInside = true;
    if (this.cell !== undefined) this.cell.isInside = true;
  }

  /** What an element shows by being there. */
  private show(name: string, attributes: HtmlAttributes, style: HtmlStyle): void {
    if (this.cell === undefined || !this.isInside || this.standIns.includes(true)) return;
    if (name === 'br' && !/page-break-before\s*:\s*always/i.test(attributes['style'] ?? '')) this.cell.text.breakLine();
    if (style.tabs !== undefined) this.cell.text.appendTabs(style.tabs);
    if (name === 'input' && /^(text|number|date|month|tel|search)?$/i.test(attributes['type'] ?? '')) this.cell.text.append(attributes['value'] ?? '', 'kept');
  }

  private push(element: OpenElement): void {
    if (this.stack.length >= mostDepth) refuse('damaged');
    this.stack.push(element);
  }

  private popTo(length: number): void {
    while (this.stack.length > length) {
      const element = this.stack.pop();
      if (element === undefined) return;
      if (element.isBlock) this.cell?.text.breakBlock();
      if (this.isOuter()) this.closePart(element);
      if (this.tablesAt.at(-1) === this.stack.length) this.tablesAt.pop();
    }
  }

  private closePart({ name }: OpenElement): void {
    if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'tr') this.closeRow();
    else if (rowGroups.has(name) || name === 'table') {
      this.closeRow();
      this.grid?.endGroup();
      this.isGroupHidden = false;
      if (name === 'table') this.grid = undefined;
    }
  }

  private closeCell(): void {
    const { cell, grid } = this;
    this.cell = undefined;
    this.standIns.length = 0;
    if (cell === undefined || grid === undefined) return;
    const text = cell.text.finish();
    cell.fill(cell.isInside ? htmlCell(text, cell.attributes, cell.format, this.date1904) : '');
  }

  private closeRow(): void {
    if (this.isRowOpen && (this.isRowHidden || !this.isRowInside)) this.grid?.hideRow();
    this.isRowOpen = false;
  }
}

/** How many cells of a table are ### where a number should be, and the first of them. */
function tooNarrowNote({ name, cells }: RawTable): readonly RawNote[] {
  const found = cells.flatMap((row, index) => row.flatMap((cell, column) => (typeof cell === 'string' && isTooNarrow(cell) ? [{ row: index, column }] : [])));
  return found[0] === undefined ? [] : [{ kind: 'tooNarrow', table: name, count: found.length, ...found[0] }];
}
