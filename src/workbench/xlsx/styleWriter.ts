// The looks of a book as the styles part of a file. Knows looks and their numbers, not which cell has which.
import type { BorderSide, CellStyle, RuleLook } from '../book/model';
import { HORIZONTAL, UNDERLINE, VERTICAL, borderName, numberFormatId } from './fileNames';
import { element, XML_HEAD } from './xmlText';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** '#RRGGBB' as files write colours. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

/** A list in which equal entries are one. */
class Pool {
  readonly entries: string[] = [];
  private readonly at = new Map<string, number>();

  add(xml: string): number {
    const known = this.at.get(xml);
    if (known !== undefined) return known;
    this.at.set(xml, this.entries.length);
    return this.entries.push(xml) - 1;
  }

  part(name: string): string {
    return element(name, { count: this.entries.length }, this.entries.join(''));
  }
}

/** Gathers looks while sheets are written; part() is the styles part with all of them. The first look is that of cells without one. */
export class StyleWriter {
  private readonly fonts = new Pool();
  private readonly fills = new Pool();
  private readonly borders = new Pool();
  private readonly looks = new Pool();
  private readonly differences = new Pool();
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<CellStyle, { plain?: number; quoted?: number }>();

  constructor(readonly ordinary: CellStyle) {
    this.fonts.add(fontXml(ordinary));

    // The first two fills are fixed: files without them are repaired by Excel
    this.fills.add('<fill><patternFill patternType="none"/></fill>');
    this.fills.add('<fill><patternFill patternType="gray125"/></fill>');
    this.borders.add(borderXml({}));
    this.numberOf(ordinary);
  }

  /** The number by which cells name this look; `quoted` marks a text that was typed with a leading apostrophe. */
  numberOf(style: CellStyle, quoted = false): number {
    let known = this.known.get(style);
    if (!known) this.known.set(style, (known = {}));
    const key = quoted ? 'quoted' : 'plain';
    return (known[key] ??= this.add(style, quoted));
  }

  /** The number by which a conditional rule names its look. */
  differenceOf(look: RuleLook): number {
    const { fontColor, bold, italic, underline, strikethrough, fillColor, numberFormat, borderColor } = look;
    const flag = (name: string, on: boolean | undefined) => (on === undefined ? '' : element(name, { val: on ? undefined : 0 }));
    const font = flag('b', bold) + flag('i', italic) + flag('strike', strikethrough)
      + (underline === undefined ? '' : element('u', { val: underline ? undefined : 'none' })) + (fontColor ? element('color', { rgb: argb(fontColor) }) : '');
    const side = (name: string) => element(name, { style: 'thin' }, element('color', { rgb: argb(borderColor ?? '') }));

    // In the look of a rule a plain fill is the background colour of the pattern, unlike in a cell's
    return this.differences.add(element('dxf', {}, (font && element('font', {}, font))
      + (numberFormat === undefined ? '' : element('numFmt', { numFmtId: this.formatId(numberFormat, true), formatCode: numberFormat }))
      + (fillColor ? element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: argb(fillColor) }))) : '')
      + (borderColor ? element('border', {}, ['left', 'right', 'top', 'bottom'].map(side).join('')) : '')));
  }

  part(): string {
    const formats = [...this.formats].map(([code, id]) => element('numFmt', { numFmtId: id, formatCode: code }));
    return XML_HEAD + element('styleSheet', { xmlns: MAIN }, (formats.length ? element('numFmts', { count: formats.length }, formats.join('')) : '')
      + this.fonts.part('fonts') + this.fills.part('fills') + this.borders.part('borders')
      + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="'
      + `${VERTICAL[this.ordinary.vertical]}"/></xf></cellStyleXfs>` + this.looks.part('cellXfs')
      + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' + this.differences.part('dxfs')
      + '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>');
  }

  private formatId(format: string, always = false): number {
    const fixed = always ? undefined : numberFormatId(format || 'General');
    if (fixed !== undefined) return fixed;
    let id = this.formats.get(format);

    // Numbers below 164 are Excel's own
    if (id === undefined) this.formats.set(format, (id = 164 + this.formats.size));
    return id;
  }

  private add(style: CellStyle, quoted: boolean): number {
    const format = this.formatId(style.numberFormat);
    const font = this.fonts.add(fontXml(style));
    const fill = style.fillColor === '' ? 0 : this.fills.add(
      `<fill><patternFill patternType="solid">${element('fgColor', { rgb: argb(style.fillColor) })}<bgColor indexed="64"/></patternFill></fill>`,
    );
    const border = this.borders.add(borderXml(style));
    const alignment = element('alignment', {
      horizontal: style.horizontal === 'General' ? undefined : HORIZONTAL[style.horizontal],
      vertical: VERTICAL[style.vertical],
      textRotation: style.rotation === 0 ? undefined : fileRotation(style.rotation),
      wrapText: style.wrap || undefined, indent: style.indent || undefined, shrinkToFit: style.shrink || undefined,
    });
    const protection = style.locked && !style.formulaHidden ? ''
      : element('protection', { locked: style.locked ? undefined : false, hidden: style.formulaHidden || undefined });
    return this.looks.add(element('xf', {
      numFmtId: format, fontId: font, fillId: fill, borderId: border, xfId: 0, quotePrefix: quoted || undefined,
      applyNumberFormat: format !== 0 || undefined, applyFont: font !== 0 || undefined, applyFill: fill !== 0 || undefined,
      applyBorder: border !== 0 || undefined, applyAlignment: true, applyProtection: protection !== '' || undefined,
    }, alignment + protection));
  }
}

/** Degrees upwards are 0 to 90, downwards 91 to 180, letters under one another 255 (Office.js: 180). */
function fileRotation(degrees: number): number {
  return degrees === 180 ? 255 : degrees < 0 ? 90 - degrees : degrees;
}

function fontXml(style: CellStyle): string {
  return element('font', {}, (style.bold ? '<b/>' : '') + (style.italic ? '<i/>' : '') + (style.strikethrough ? '<strike/>' : '')
    + (style.underline === 'None' ? '' : element('u', { val: style.underline === 'Single' ? undefined : UNDERLINE[style.underline] }))
    + element('sz', { val: style.fontSize }) + element('color', { rgb: argb(style.fontColor) }) + element('name', { val: style.fontName }));
}

function borderXml(sides: { left?: BorderSide; right?: BorderSide; top?: BorderSide; bottom?: BorderSide }): string {
  const side = (name: string, one: BorderSide | undefined) => {
    const style = one && borderName(one);
    return style === undefined ? element(name, {}) : element(name, { style }, element('color', { rgb: argb(one!.color) }));
  };
  return element('border', {}, `${side('left', sides.left)}${side('right', sides.right)}${side('top', sides.top)}${side('bottom', sides.bottom)}<diagonal/>`);
}
