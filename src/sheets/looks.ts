// Fonts, colours and page sizes that the sheets share. Contrast of every text on its fill is at least 4.5:1 (C2; test/sheets/looks.test.ts).
import type { Look, PageDrawing } from './drawing';

/** Fonts that every Chinese Windows has. */
export const bodyFont = '宋体';
export const headFont = '黑体';

export const ink = '#1A1A1A';
export const quiet = '#595959';
export const lines = '#A6A6A6';

/** The lights of C1 with their ink, as fills of cells. */
export const lightFills = {
  red: { fill: '#FDECEC', ink: '#5C0000' },
  yellow: { fill: '#FFF8E1', ink: '#4A3600' },
  green: { fill: '#E8F5E5', ink: '#1E4620' },
} as const;

/** The same lights where the word itself is shown. */
export const strongFills = {
  red: { fill: '#F4B4B4', ink: '#6B0000' },
  yellow: { fill: '#FFE08A', ink: '#4A3600' },
  green: { fill: '#C3E3BC', ink: '#1B3F1D' },
} as const;

export const titleLook: Look = { font: headFont, size: 18, bold: true, color: ink, horizontal: 'acrossSelection', vertical: 'center' };
export const lineLook: Look = { font: bodyFont, size: 10.5, color: ink, vertical: 'center', horizontal: 'left' };
export const noteLook: Look = { font: bodyFont, size: 10, color: quiet, vertical: 'center', horizontal: 'left' };
export const headerLook: Look = { font: headFont, size: 10.5, bold: true, color: '#FFFFFF', fill: '#1F4E79', horizontal: 'center', vertical: 'center', wrap: true, lines };
export const bodyLook: Look = { font: bodyFont, size: 10.5, color: ink, vertical: 'center', wrap: true, lines };
export const centeredBodyLook: Look = { ...bodyLook, horizontal: 'center' };
/** Cells that people fill in. */
export const fillInLook: Look = { ...bodyLook, fill: '#FFFDF2', horizontal: 'left' };

const millimetre = 72 / 25.4;

/** Margins of the landscape A4 sheets (L8). */
export const landscapeMargins: PageDrawing['margins'] = {
  top: 15 * millimetre, bottom: 15 * millimetre, left: 10 * millimetre, right: 10 * millimetre, header: 7 * millimetre, footer: 7 * millimetre,
};
