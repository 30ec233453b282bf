// The looks that the styles part of a file describes, with theme and palette colours worked out. Knows nothing of cells.
import type { BorderSide, CellStyle, RuleLook } from '../book/model';
import { DEFAULT_STYLE, interned } from '../book/styles';
import { HORIZONTAL_OF, UNDERLINE_OF, VERTICAL_OF, borderOf, numberFormatOf } from './fileNames';
import type { Palette } from './palette';
import { decodeXstring } from './xmlText';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';

interface Look { readonly style: CellStyle; readonly quoted: boolean }
const ORDINARY: Look = { style: DEFAULT_STYLE, quoted: false };

/** What the looks hold that a book's look cannot, for the list of what would be lost. */
export type StyleLoss = 'gradient' | 'pattern' | 'diagonal';

export class StyleReader {
  readonly losses = new Set<StyleLoss>();
  private readonly looks: Look[];
  private readonly differences: RuleLook[];
  private readonly formats = new Map<number, string>();

  constructor(root: XmlElement | undefined, private readonly palette: Palette) {
    for (const format of childrenOf(childOf(root, 'numFmts'), 'numFmt')) {
      this.formats.set(Number(format.attributes.numFmtId), decodeXstring(format.attributes.formatCode ?? ''));
    }
    const listOf = (list: string, item: string) => childrenOf(childOf(root, list), item);
    const fonts = listOf('fonts', 'font').map((font) => this.readFont(font));
    const fills = listOf('fills', 'fill').map((fill) => this.readFill(fill));
    const borders = listOf('borders', 'border').map((border) => this.readBorder(border));
    const bases = listOf('cellStyleXfs', 'xf');
    this.looks = listOf('cellXfs', 'xf').map((xf) => {
      const { attributes } = xf;
      const base = bases[Number(attributes.xfId ?? 0)];
      const alignment = childOf(xf, 'alignment') ?? (isYes(attributes.applyAlignment) ? undefined : childOf(base, 'alignment'));
      const protection = childOf(xf, 'protection') ?? (isYes(attributes.applyProtection) ? undefined : childOf(base, 'protection'));
      return {
        quoted: isYes(attributes.quotePrefix),
        style: interned({
          ...DEFAULT_STYLE, ...fonts[Number(attributes.fontId ?? 0)], fillColor: fills[Number(attributes.fillId ?? 0)] ?? '',
          ...borders[Number(attributes.borderId ?? 0)], ...readAlignment(alignment),
          numberFormat: this.formatOf(Number(attributes.numFmtId ?? 0)),
          locked: protection?.attributes.locked === undefined || isYes(protection.attributes.locked),
          formulaHidden: isYes(protection?.attributes.hidden),
        }),
      };
    });
    this.differences = listOf('dxfs', 'dxf').map((difference) => this.readDifference(difference));
  }

  lookOf(number: number): Look {
    return this.looks[number] ?? this.looks[0] ?? ORDINARY;
  }

  differenceOf(number: number | undefined): RuleLook {
    return { ...(number === undefined ? undefined : this.differences[number]) };
  }

  colorOf(color: XmlElement | undefined): string | undefined {
    return this.palette.colorOf(color);
  }

  private formatOf(id: number): string {
    return this.formats.get(id) || numberFormatOf(id) || 'General';
  }

  private readFont(font: XmlElement): Partial<CellStyle> {
    const value = (name: string) => childOf(font, name)?.attributes.val;
    const size = Number(value('sz'));
    const name = value('name');
    return {
      ...(name ? { fontName: decodeXstring(name) } : {}), ...(size > 0 ? { fontSize: size } : {}),
      bold: isOn(font, 'b') ?? false, italic: isOn(font, 'i') ?? false, strikethrough: isOn(font, 'strike') ?? false,
      underline: UNDERLINE_OF.get(value('u') ?? (childOf(font, 'u') ? 'single' : 'none')) ?? 'None',
      fontColor: this.palette.colorOf(childOf(font, 'color')) ?? '#000000',
    };
  }

  private readFill(fill: XmlElement): string {
    if (childOf(fill, 'gradientFill')) this.losses.add('gradient');
    const pattern = childOf(fill, 'patternFill');
    const type = pattern?.attributes.patternType ?? 'none';
    if (type === 'none') return '';

    // Files always carry gray125 as their second fill, used or not
    if (type !== 'solid') {
      if (type !== 'gray125') this.losses.add('pattern');
      return '';
    }
    return this.palette.colorOf(childOf(pattern, 'fgColor')) ?? '#FFFFFF';
  }

  private readBorder(border: XmlElement): Partial<CellStyle> {
    if (childOf(border, 'diagonal')?.attributes.style) this.losses.add('diagonal');
    const sides: { left?: BorderSide; right?: BorderSide; top?: BorderSide; bottom?: BorderSide } = {};
    for (const name of ['left', 'right', 'top', 'bottom'] as const) {
      const side = childOf(border, name) ?? childOf(border, name === 'left' ? 'start' : name === 'right' ? 'end' : name);
      const line = borderOf(side?.attributes.style ?? 'none');
      if (line) sides[name] = { ...line, color: this.palette.colorOf(childOf(side, 'color')) ?? '#000000' };
    }
    return sides;
  }

  /** The look that a rule's dxf element describes. */
  readDifference(difference: XmlElement): RuleLook {
    const font = childOf(difference, 'font');
    const fill = childOf(childOf(difference, 'fill'), 'patternFill');
    const format = childOf(difference, 'numFmt');
    const border = childOf(difference, 'border');
    const underline = childOf(font, 'u');
    const look: RuleLook = {};
    const fontColor = this.palette.colorOf(childOf(font, 'color'));
    const fillColor = this.palette.colorOf(childOf(fill, 'bgColor')) ?? this.palette.colorOf(childOf(fill, 'fgColor'));
    const borderColor = border?.children.map((side) => this.palette.colorOf(childOf(side, 'color'))).find((color) => color !== undefined);
    if (fontColor !== undefined) look.fontColor = fontColor;
    if (fillColor !== undefined) look.fillColor = fillColor;
    if (borderColor !== undefined) look.borderColor = borderColor;
    for (const [name, key] of [['b', 'bold'], ['i', 'italic'], ['strike', 'strikethrough']] as const) {
      const on = isOn(font, name);
      if (on !== undefined) look[key] = on;
    }
    if (underline) look.underline = underline.attributes.val !== 'none';
    if (format) look.numberFormat = decodeXstring(format.attributes.formatCode ?? '') || this.formatOf(Number(format.attributes.numFmtId ?? 0));
    return look;
  }
}

function isOn(font: XmlElement | undefined, name: string): boolean | undefined {
  const flag = childOf(font, name);
  return flag && (flag.attributes.val === undefined || isYes(flag.attributes.val));
}

function readAlignment(alignment: XmlElement | undefined): Partial<CellStyle> {
  const { horizontal, vertical, textRotation, wrapText, indent, shrinkToFit } = alignment?.attributes ?? {};
  const turned = Number(textRotation ?? 0);
  return {
    horizontal: HORIZONTAL_OF.get(horizontal ?? 'general') ?? 'General', vertical: VERTICAL_OF.get(vertical ?? 'bottom') ?? 'Bottom',
    wrap: isYes(wrapText), indent: Number(indent ?? 0), shrink: isYes(shrinkToFit),
    rotation: turned === 255 ? 180 : turned > 90 ? 90 - turned : turned,
  };
}
