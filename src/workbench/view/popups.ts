// Lists and menus that open over the page and close on a choice, on Escape or on a click elsewhere. Knows no sheets.
import { element } from './element';

export interface MenuItem { label: string; does: () => void; disabled?: boolean; checked?: boolean; tip?: string }

interface Point { x: number; y: number }

/** Opens a panel at a point, inside the window (moved up, or above the point with `flip`), and closes it when attention goes elsewhere. Gives the way to close it. */
export function openPanel(panel: HTMLElement, point: Point & { flip?: number }, closed: () => void): () => void {
  panel.classList.add('wb-popup');
  document.body.append(panel);
  const { width, height } = panel.getBoundingClientRect();
  panel.style.left = `${Math.max(4, Math.min(point.x, window.innerWidth - width - 4))}px`;
  const lowest = window.innerHeight - height - 4;
  panel.style.top = `${Math.max(4, point.y <= lowest ? point.y : point.flip === undefined ? lowest : point.flip - height)}px`;
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    window.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('blur', close);
    panel.remove();
    closed();
  };
  const outside = (event: PointerEvent) => {
    if (event.target instanceof Node && !panel.contains(event.target)) close();
  };
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  // The click that opened the panel is still on its way.
  setTimeout(() => {
    if (!open) return;
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('blur', close);
  });
  return close;
}

/** A menu with arrow keys, first letter and Enter. */
export function openMenu(label: string, items: readonly (MenuItem | 'line')[], point: Point, closed: () => void): void {
  const buttons: HTMLButtonElement[] = [];
  const menu = element('div', { role: 'menu', 'aria-label': label, class: 'wb-menu' });
  for (const item of items) {
    if (item === 'line') {
      menu.append(element('div', { role: 'separator', class: 'wb-menu-line' }));
      continue;
    }
    const entry = element('button', { type: 'button', role: item.checked === undefined ? 'menuitem' : 'menuitemcheckbox', 'aria-checked': item.checked, disabled: item.disabled === true, title: item.tip, tabindex: '-1', text: item.label });
    entry.addEventListener('click', () => {
      close();
      item.does();
    });
    buttons.push(entry);
    menu.append(entry);
  }
  const close = openPanel(menu, point, closed);
  const usable = buttons.filter((each) => !each.disabled);
  usable[0]?.focus();
  menu.addEventListener('keydown', (event) => {
    const at = usable.findIndex((each) => each === document.activeElement);
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? usable.length - 1 : undefined;
    if (event.key === 'Tab') close();
    if (to === undefined) return;
    event.preventDefault();
    usable[(to + usable.length) % usable.length]?.focus();
  });
}

/** A list to choose one text from, as under a cell with a dropdown. */
export function openList(label: string, choices: readonly string[], current: string, place: { x: number; y: number; width: number; flip: number }, chosen: (text: string) => void, closed: () => void): void {
  const list = element('div', { role: 'listbox', 'aria-label': label, class: 'wb-list', tabindex: '-1' });
  list.style.minWidth = `${Math.max(place.width, 90)}px`;
  const options = choices.map((text, index) => element('div', { role: 'option', id: `wb-option-${index}`, 'aria-selected': 'false', text: text === '' ? ' ' : text }));
  list.append(...options);
  let at = Math.max(0, choices.indexOf(current));
  const mark = () => {
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    list.setAttribute('aria-activedescendant', `wb-option-${at}`);
    options[at]?.scrollIntoView({ block: 'nearest' });
  };
  const take = () => {
    const text = choices[at];
    close();
    if (text !== undefined) chosen(text);
  };
  options.forEach((option, index) => {
    option.addEventListener('pointermove', () => { at = index; mark(); });
    option.addEventListener('click', take);
  });
  list.addEventListener('keydown', (event) => {
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? choices.length - 1 : undefined;
    if (to !== undefined) at = Math.max(0, Math.min(choices.length - 1, to));
    else if (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab') take();
    else return;
    event.preventDefault();
    mark();
  });
  const close = openPanel(list, place, closed);
  list.focus();
  mark();
}
