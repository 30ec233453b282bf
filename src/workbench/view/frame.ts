// The window around the sheet: title bar, places for ribbon, formula bar, grid, tabs, pane and status line. Knows where things stand, not what they do.
import { words } from '../words';
import { button, drawings, element, icon } from './element';

export interface FrameParts { ribbon: HTMLElement; formulaBar: HTMLElement; tabs: HTMLElement; watch: HTMLElement; pane: HTMLElement; status: HTMLElement }
export interface FrameNeeds { save(): void; undo(): void; redo(): void }

export class Frame {
  /** Holds the grid component and all that floats over its cells. */
  readonly surface = element('div', { class: 'wb-surface', role: 'application', 'aria-label': words.grid.label });
  /** Where the grid component draws. */
  readonly grid = element('div', { class: 'wb-grid' });
  private readonly loading = element('div', { class: 'wb-loading', role: 'status', text: words.grid.loading });
  private readonly name = element('span', { class: 'wb-title-name' });
  private readonly state = element('span', { class: 'wb-title-state' });

  constructor(parts: FrameParts, needs: FrameNeeds) {
    this.surface.append(this.grid, this.loading);
    const quick = (label: string, path: string, command: string, does: () => void) => button({ class: 'wb-quick', title: label, 'aria-label': label, 'data-command': command }, does, icon(path));
    document.body.replaceChildren(
      element('header', { class: 'wb-title' },
        element('span', { class: 'wb-logo', 'aria-hidden': 'true', text: 'X' }),
        quick(words.file.saveTip, drawings.save, 'save', () => needs.save()),
        quick(words.file.undo, drawings.undo, 'undo', () => needs.undo()),
        quick(words.file.redo, drawings.redo, 'redo', () => needs.redo()),
        element('div', { class: 'wb-title-middle' }, this.name, this.state)),
      parts.ribbon,
      parts.formulaBar,
      element('main', { class: 'wb-main' },
        element('div', { class: 'wb-left' }, this.surface, parts.tabs, parts.watch),
        parts.pane),
      parts.status,
    );
  }

  /** Writes the workbook's name and whether it is saved. */
  title(name: string, isUnsaved: boolean): void {
    this.name.textContent = words.windowTitle(name.replace(/\.xls[xm]?$/i, ''));
    this.state.textContent = isUnsaved ? words.unsaved : '';
    document.title = `${isUnsaved ? '● ' : ''}${words.windowTitle(name)}`;
  }

  loaded(): void {
    this.loading.remove();
  }

  failed(why: string): void {
    this.loading.textContent = words.grid.failed(why);
    this.loading.classList.add('is-error');
  }
}
