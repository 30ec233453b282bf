// A cell's font as CSS, with what stands in for office fonts that a machine lacks. Pure.
import type { CellStyle } from '../book/model';

const SERIF = ['宋体', '仿宋', '楷体', '小标宋', 'SimSun', 'FangSong', 'KaiTi', 'Times New Roman', 'Cambria'];
const SANS_FALLBACK = 'Microsoft YaHei, Noto Sans CJK SC, PingFang SC, sans-serif';
const SERIF_FALLBACK = 'SimSun, Noto Serif CJK SC, Songti SC, serif';

/** The font list for a font of the book: itself first, then what looks nearest. */
export function fontFamily(name: string): string {
  return `${name}, ${SERIF.some((each) => name.includes(each)) ? SERIF_FALLBACK : SANS_FALLBACK}`;
}

/** The CSS font of a look, for text drawn or typed outside the grid component. */
export function fontOf(style: CellStyle, zoom = 1): string {
  return `${style.italic ? 'italic ' : ''}${style.bold ? 'bold ' : ''}${style.fontSize * zoom}pt ${fontFamily(style.fontName)}`;
}
