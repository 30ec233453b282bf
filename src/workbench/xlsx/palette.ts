// Colours of a file: plain, from its theme, or from Excel's old palette of 56, lightened or darkened. Gives '#RRGGBB'.
import { childOf, childrenOf, type XmlElement } from './xmlReader';

/** Theme colours in the order by which files number them, as Office has them since 2013. */
const OFFICE_THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

/** ECMA-376 Part 1, 18.8.27: the first eight stand twice. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 '
  + '008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF '
  + 'CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 '
  + '333333'
).split(' ');

export class Palette {
  private readonly theme: readonly string[];
  private readonly indexed: readonly string[];

  constructor(theme?: XmlElement, styles?: XmlElement) {
    const scheme = childOf(childOf(theme, 'themeElements'), 'clrScheme');
    this.theme = THEME_ORDER.map((name, at) => {
      const color = childOf(scheme, name)?.children[0]?.attributes;
      return color?.lastClr ?? color?.val ?? OFFICE_THEME[at]!;
    });
    const own = childrenOf(childOf(childOf(styles, 'colors'), 'indexedColors'), 'rgbColor').map((color) => (color.attributes.rgb ?? '').slice(-6));
    this.indexed = own.length > 0 ? own : INDEXED;
  }

  /** undefined: the element names no colour, or the colour of the system's text. */
  colorOf(color: XmlElement | undefined): string | undefined {
    if (!color) return undefined;
    const { rgb, theme, indexed, tint } = color.attributes;
    const plain = rgb !== undefined ? rgb.slice(-6) : theme !== undefined ? this.theme[Number(theme)] : indexed !== undefined ? this.indexed[Number(indexed)] : undefined;
    if (plain === undefined || !/^[0-9A-Fa-f]{6}$/.test(plain)) return undefined;
    return `#${(tint === undefined || Number(tint) === 0 ? plain : tinted(plain, Number(tint))).toUpperCase()}`;
  }
}

/** ECMA-376 Part 1, 18.8.19: the tint works on the lightness of the colour. */
function tinted(plain: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(plain.slice(at, at + 2), 16) / 255) as [number, number, number];
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (high + low) / 2;
  const range = high - low;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  const hue = range === 0 ? 0 : high === red ? ((green - blue) / range + 6) % 6 : high === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const middle = chroma * (1 - Math.abs((hue % 2) - 1));
  const [r, g, b] = ([[chroma, middle, 0], [middle, chroma, 0], [0, chroma, middle], [0, middle, chroma], [middle, 0, chroma], [chroma, 0, middle]] as const)[Math.floor(hue) % 6]!;
  return [r, g, b].map((part) => Math.round(Math.min(1, Math.max(0, part + target - chroma / 2)) * 255).toString(16).padStart(2, '0')).join('');
}
