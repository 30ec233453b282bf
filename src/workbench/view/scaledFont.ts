// Univer draws whole point sizes only: 10.5 becomes 11. A font face of its own, scaled down by as much, brings the size back.
import { SANS_STAND_INS, SERIF_STAND_INS, isSerif } from './fontOf';

/** The names under which browsers know the fonts of Chinese offices. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 宋体: 'SimSun', 黑体: 'SimHei', 仿宋: 'FangSong', 楷体: 'KaiTi', 等线: 'DengXian', 微软雅黑: 'Microsoft YaHei' };

/** The family that draws a font at a size between two points; undefined for whole sizes. */
export function scaledFamily(name: string, size: number): string | undefined {
  return Number.isInteger(size) ? undefined : `${name.replaceAll(/['"\\]/g, '')} at ${size}`;
}

/** The rule for such a family: the font itself or what stands in for it, scaled from the next whole size. */
export function scaledFace(name: string, size: number, weight: 400 | 700): string {
  const standIns = isSerif(name) ? SERIF_STAND_INS : SANS_STAND_INS;
  const locals = [name, OTHER_NAMES[name], ...standIns[weight]].filter((each) => each !== undefined).map((each) => `local('${each.replaceAll(/['"\\]/g, '')}')`);
  return `@font-face { font-family: '${scaledFamily(name, size) ?? name}'; font-weight: ${weight}; src: ${locals.join(', ')}; size-adjust: ${((size / Math.ceil(size)) * 100).toFixed(3)}%; ascent-override: 100%; descent-override: 26%; line-gap-override: 0%; }`;
}

/** Declares faces as sizes turn up, and tells when one more can be drawn. */
export class ScaledFonts {
  private readonly known = new Set<string>();
  private sheet: HTMLStyleElement | undefined;

  constructor(private readonly loaded: () => void) {}

  /** Makes sure that a font can be drawn at this size. */
  need(name: string, size: number): void {
    const family = scaledFamily(name, size);
    if (family === undefined || this.known.has(family)) return;
    this.known.add(family);
    if (!this.sheet) document.head.append((this.sheet = document.createElement('style')));
    this.sheet.append(`${scaledFace(name, size, 400)}\n${scaledFace(name, size, 700)}\n`);
    const wanted = [400, 700].map((weight) => document.fonts.load(`${weight} ${Math.ceil(size)}pt "${family}"`, '账'));
    // A machine that lacks every one of the fonts draws the next whole size, as without this.
    void Promise.allSettled(wanted).then(() => this.loaded());
  }
}
