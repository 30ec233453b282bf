// Looks as the styles part of an .xlsx. Knows looks and their numbers, not which cell has which.
import type { Look, RuleDrawing } from '../sheets/drawing';
import type { CellLook } from './drawGrid';
import { counted, element, xmlHead } from './drawXml';

/** What a cell has that says nothing of itself: Excel's own with Chinese settings, so that widths in characters mean there what they mean here. */
const ordinary = { font: '等线', size: 11, color: '#000000' } as const;

/** Number formats that have a fixed number in every file (ECMA-376 Part 1, 18.8.30); those that change with the language are left out. */
const fixedFormats: Readonly<Record<string, number>> = { General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 };
const firstOwnFormat = 164;

const horizontals: Readonly<Record<NonNullable<Look['horizontal']>, string>> = { left: 'left', center: 'center', right: 'right', acrossSelection: 'centerContinuous' };

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

/** A list in which equal entries are one. */
class Pool {
  readonly items: string[] = [];
  private readonly places = new Map<string, number>();

  numberOf(xml: string): number {
    let place = this.places.get(xml);
    if (place === undefined) {
      place = this.items.push(xml) - 1;
      this.places.set(xml, place);
    }
    return place;
  }
}

function fontXml({ font = ordinary.font, size = ordinary.size, bold = false, color = ordinary.color }: CellLook): string {
  return element('font', {}, `${bold ? '<b/>' : ''}${element('sz', { val: size })}${element('color', { rgb: argb(color) })}${element('name', { val: font })}`);
}

function borderXml(lines: string | undefined): string {
  const side = (name: string): string => (lines === undefined ? element(name, {}) : element(name, { style: 'thin' }, element('color', { rgb: argb(lines) })));
  return element('border', {}, `${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/>`);
}

function fillXml(fill: string): string {
  return element('fill', {}, element('patternFill', { patternType: 'solid' }, `${element('fgColor', { rgb: argb(fill) })}<bgColor indexed="64"/>`));
}

/** Gathers looks while sheets are written; `part` is the styles part with all of them. */
export class StylePool {
  private readonly fonts = new Pool();
  private readonly fills = new Pool();
  private readonly borders = new Pool();
  private readonly looks = new Pool();
  private readonly differences = new Pool();
  private readonly formats = new Pool();
  private readonly known = new Map<CellLook, number>();

  constructor() {
    // Excel repairs a file whose first two fills are others.
    this.fills.numberOf('<fill><patternFill patternType="none"/></fill>');
    this.fills.numberOf('<fill><patternFill patternType="gray125"/></fill>');
    this.numberOf({});
  }

  /** The number by which a cell names its look. `asTyped` marks a text that begins like a formula: it stays text when someone edits it (R12). */
  numberOf(look: CellLook, asTyped = false): number {
    const known = asTyped ? undefined : this.known.get(look);
    if (known !== undefined) return known;
    const number = this.looks.numberOf(this.lookXml(look, asTyped));
    if (!asTyped) this.known.set(look, number);
    return number;
  }

  /** The number by which a conditional format names what it changes. */
  differenceOf({ fill, color, bold }: RuleDrawing['look']): number {
    const font = `${bold === undefined ? '' : element('b', { val: bold ? undefined : 0 })}${color === undefined ? '' : element('color', { rgb: argb(color) })}`;
    // Here a plain fill is the pattern's background, unlike in a cell's look.
    const back = fill === undefined ? '' : element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: argb(fill) })));
    return this.differences.numberOf(element('dxf', {}, `${font === '' ? '' : element('font', {}, font)}${back}`));
  }

  /** The whole part. */
  part(): string {
    const formats = this.formats.items.map((code, index) => element('numFmt', { numFmtId: firstOwnFormat + index, formatCode: code }));
    return `${xmlHead}${element(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      `${counted('numFmts', formats)}${counted('fonts', this.fonts.items)}${counted('fills', this.fills.items)}${counted('borders', this.borders.items)}` +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        `${counted('cellXfs', this.looks.items)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${counted('dxfs', this.differences.items)}` +
        '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
    )}`;
  }

  private formatId(format: string): number {
    return fixedFormats[format] ?? firstOwnFormat + this.formats.numberOf(format);
  }

  private lookXml(look: CellLook, asTyped: boolean): string {
    const { format = 'General', fill, lines, horizontal, vertical, wrap, locked = true } = look;
    const numFmtId = this.formatId(format);
    const fontId = this.fonts.numberOf(fontXml(look));
    const fillId = fill === undefined ? 0 : this.fills.numberOf(fillXml(fill));
    const borderId = this.borders.numberOf(borderXml(lines));
    const isAligned = horizontal !== undefined || vertical !== undefined || wrap === true;
    const alignment = isAligned
      ? element('alignment', { horizontal: horizontal && horizontals[horizontal], vertical: vertical === 'bottom' ? undefined : vertical, wrapText: wrap === true ? true : undefined })
      : '';
    return element(
      'xf',
      {
        numFmtId, fontId, fillId, borderId, xfId: 0, quotePrefix: asTyped ? true : undefined,
        applyNumberFormat: numFmtId !== 0 ? true : undefined, applyFont: fontId !== 0 ? true : undefined, applyFill: fillId !== 0 ? true : undefined,
        applyBorder: borderId !== 0 ? true : undefined, applyAlignment: isAligned ? true : undefined, applyProtection: locked ? undefined : true,
      },
      `${alignment}${locked ? '' : element('protection', { locked: false })}`,
    );
  }
}
