// A cell's font as CSS, with what stands in for office fonts that a machine lacks. Pure.
import type { CellStyle } from '../book/model';

/** Fonts of the machine that stand in for fonts without and with serifs, by weight. */
export const SANS_STAND_INS = { 400: ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'NotoSansCJKsc-Regular'], 700: ['Microsoft YaHei Bold', 'PingFang SC Semibold', 'Noto Sans CJK SC Bold', 'NotoSansCJKsc-Bold'] } as const;
export const SERIF_STAND_INS = { 400: ['SimSun', 'Songti SC', 'Noto Serif CJK SC', 'NotoSerifCJKsc-Regular'], 700: ['SimSun', 'Songti SC Bold', 'Noto Serif CJK SC Bold', 'NotoSerifCJKsc-Bold'] } as const;

const SERIF = ['宋体', '仿宋', '楷体', '小标宋', 'SimSun', 'FangSong', 'KaiTi', 'Times New Roman', 'Cambria'];
const SANS_FALLBACK = 'Sheet Sans, Microsoft YaHei, Noto Sans CJK SC, sans-serif';
const SERIF_FALLBACK = 'Sheet Serif, SimSun, Noto Serif CJK SC, serif';

/** Whether a font has serifs, as Song and the official fonts have. */
export function isSerif(name: string): boolean {
  return SERIF.some((each) => name.includes(each));
}

/** The font list for a font of the book: itself first, then what looks nearest. */
export function fontFamily(name: string): string {
  return `${name}, ${isSerif(name) ? SERIF_FALLBACK : SANS_FALLBACK}`;
}

/** The CSS font of a look, for text drawn or typed outside the grid component. */
export function fontOf(style: CellStyle, zoom = 1): string {
  return `${style.italic ? 'italic ' : ''}${style.bold ? 'bold ' : ''}${style.fontSize * zoom}pt ${fontFamily(style.fontName)}`;
}

/** Loads the stand-in fonts, as a canvas does not wait for fonts that are still on their way. A machine without any of them draws with what it has. */
export async function loadStandIns(): Promise<void> {
  const wanted = ['Sheet Sans', 'Sheet Serif'].flatMap((name) => ['', 'bold '].map((weight) => `${weight}11pt "${name}"`));
  await Promise.allSettled(wanted.map((font) => document.fonts.load(font, '账')));
}
