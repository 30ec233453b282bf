// How Excel's built-in table styles colour a cell. An approximation of their families (light, medium, dark) and accents; knows no sheet but the table.
import type { BorderSide, CellStyle, Table } from '../book/model';

/** The part of a cell's look that a table style gives where the cell has none of its own. */
export type TableLook = Partial<Pick<CellStyle, 'fillColor' | 'fontColor' | 'bold' | 'top' | 'bottom' | 'left' | 'right'>>;

/** Office's theme colours in the order of the styles: no accent, then accents 1 to 6. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

interface Family { header: TableLook; body: TableLook; band: TableLook; last?: TableLook }

const families = new Map<string, Family | undefined>();

/** What the style of a table gives a cell inside it; undefined when the table has no style that is known. */
export function tableLookAt(table: Table, row: number, column: number): TableLook | undefined {
  const family = familyOf(table.style);
  if (!family) return undefined;
  const { area } = table;
  if (row < area.top || row > area.bottom || column < area.left || column > area.right) return undefined;
  if (table.hasHeader && row === area.top) return family.header;
  const index = row - area.top - (table.hasHeader ? 1 : 0);
  const isTotals = table.hasTotals && row === area.bottom;
  const banded = (table.bandedRows && index % 2 === 0) || (table.bandedColumns && (column - area.left) % 2 === 0);
  const look = isTotals ? { ...family.body, bold: true, ...(family.last ?? {}) } : banded ? { ...family.body, ...family.band } : family.body;
  const strong = (table.firstColumn && column === area.left) || (table.lastColumn && column === area.right);
  const bottom = row === area.bottom && family.last ? { ...look, ...family.last } : look;
  return strong ? { ...bottom, bold: true } : bottom;
}

function familyOf(style: string): Family | undefined {
  if (families.has(style)) return families.get(style);
  const family = makeFamily(style);
  families.set(style, family);
  return family;
}

function makeFamily(style: string): Family | undefined {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (!match) return undefined;
  const number = Number(match[2]);
  const accent = ACCENTS[(number - 1) % 7] ?? '#000000';
  const line = side(accent);
  const pale = number % 7 === 1 ? '#D9D9D9' : tint(accent, 0.8);
  const edges = { top: line, bottom: line };
  const grid = { ...edges, left: line, right: line };
  const filled = { fillColor: accent, fontColor: '#FFFFFF', bold: true };
  if (match[1] === 'Light') {
    if (number <= 7) return { header: { bold: true, fontColor: accent, ...edges }, body: { fontColor: accent === '#000000' ? '#000000' : tint(accent, -0.25) }, band: { fillColor: pale }, last: { bottom: line } };
    if (number <= 14) return { header: { ...filled, ...grid }, body: {}, band: edges, last: { bottom: line } };
    return { header: { bold: true, ...grid, bottom: side(accent, 'Medium') }, body: grid, band: { fillColor: pale } };
  }
  if (match[1] === 'Medium') {
    const soft = side(number % 7 === 1 ? '#A6A6A6' : tint(accent, 0.4));
    if (number <= 7) return { header: filled, body: { top: soft, bottom: soft }, band: { fillColor: pale } };
    const white = side('#FFFFFF');
    const whiteGrid = { top: white, bottom: white, left: white, right: white };
    if (number <= 14) return { header: { ...filled, ...whiteGrid, bottom: side('#FFFFFF', 'Thick') }, body: { ...whiteGrid, fillColor: pale }, band: { fillColor: number % 7 === 1 ? '#A6A6A6' : tint(accent, 0.6) } };
    if (number <= 21) return { header: { ...filled, top: side('#000000', 'Medium') }, body: {}, band: { fillColor: '#D9D9D9' }, last: { bottom: side('#000000', 'Medium') } };
    const softGrid = { top: soft, bottom: soft, left: soft, right: soft };
    return { header: { bold: true, fillColor: pale, ...softGrid }, body: { ...softGrid, fillColor: pale }, band: { fillColor: number % 7 === 1 ? '#A6A6A6' : tint(accent, 0.6) } };
  }
  return { header: { ...filled, fillColor: '#000000' }, body: { fillColor: tint(accent, -0.25), fontColor: '#FFFFFF' }, band: { fillColor: accent } };
}

function side(color: string, weight: BorderSide['weight'] = 'Thin'): BorderSide {
  return { line: 'Continuous', weight, color };
}

/** A colour mixed with white (positive) or black (negative). */
function tint(color: string, amount: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(amount >= 0 ? part + (255 - part) * amount : part * (1 + amount)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
