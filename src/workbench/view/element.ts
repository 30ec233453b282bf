// Makes elements of the page. Knows nothing of Excel.

type Attributes = Record<string, string | number | boolean | undefined>;

/** An element with attributes (`text` is its text; false and undefined leave an attribute out) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === 'text') made.textContent = String(value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** A button that does something; `label` is read aloud and shown as a tooltip where it has no text. */
export function button(attributes: Attributes, does: (event: MouseEvent) => void, ...children: (Node | string)[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', does);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An element of a drawing, with attributes and children. */
export function svgElement<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** A line drawing of 16 × 16, in the colour of the text around it. */
export function icon(path: string, size = 16): SVGSVGElement {
  const line = svgElement('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  return svgElement('svg', { viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true' }, line);
}

/** The drawings used on the page. */
export const drawings = {
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  down: 'M4.5 6.5L8 10l3.5-3.5',
  up: 'M4.5 9.5L8 6l3.5 3.5',
  left: 'M9.5 4.5L6 8l3.5 3.5',
  right: 'M6.5 4.5L10 8l-3.5 3.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  save: 'M2.5 3.5a1 1 0 0 1 1-1h7l3 3v7a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM5 2.5v3.5h5V2.5M4.5 13.5v-4h7v4',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3',
  pulse: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  funnel: 'M2.5 3.5h11l-4.2 5v4l-2.6 1.5v-5.5z',
  menu: 'M3 6l5 5 5-5',
} as const;
