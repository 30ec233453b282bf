// The page number of a page that lies across: GB/T 9704 wants it where it is on every other page of the bound document, so it stands at the left side, turned. Knows millimetres of one page.
import { element } from './drawXml';

/** English Metric Units, in which drawings measure, of a millimetre. */
const emu = (millimetres: number): number => Math.round(millimetres * 36_000);

/** Where the number's box lies on the page, from its left top corner. Turned upright, its length is the line's. */
export interface SideNumber { readonly left: number; readonly top: number; readonly width: number; readonly length: number; /** The end of the line is the page's lower edge. */ readonly align: 'left' | 'right' }

const inner = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** A paragraph of a footer that holds nothing but a turned box with the page number; size in half points. */
export function sideNumberXml({ left, top, width, length, align }: SideNumber, { font, size }: { readonly font: string; readonly size: number }): string {
  const look = element('w:rPr', {}, `${element('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font })}${element('w:sz', { 'w:val': size })}`);
  const run = (content: string): string => element('w:r', {}, `${look}${content}`);
  const field = (type: string): string => run(element('w:fldChar', { 'w:fldCharType': type }));
  const text = (said: string): string => run(`<w:t xml:space="preserve">${said}</w:t>`);
  const line = element('w:p', {}, `${element('w:pPr', {}, element('w:jc', { 'w:val': align }))}${text('— ')}${field('begin')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field('separate')}${text('1')}${field('end')}${text(' —')}`);
  const place = (name: string, from: string, offset: number): string => element(`wp:${name}`, { relativeFrom: from }, element('wp:posOffset', {}, String(emu(offset))));
  const box = element(
    'wps:wsp', {},
    `<wps:cNvSpPr txBox="1"/>${element('wps:spPr', {}, `${element('a:xfrm', {}, `<a:off x="0" y="0"/>${element('a:ext', { cx: emu(width), cy: emu(length) })}`)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>`)}` +
      `${element('wps:txbx', {}, element('w:txbxContent', {}, line))}${element('wps:bodyPr', { vert: 'vert', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' })}`,
  );
  const anchor = element(
    'wp:anchor',
    { distT: 0, distB: 0, distL: 0, distR: 0, simplePos: 0, relativeHeight: 1, behindDoc: 0, locked: 0, layoutInCell: 1, allowOverlap: 1 },
    `<wp:simplePos x="0" y="0"/>${place('positionH', 'page', left)}${place('positionV', 'page', top)}${element('wp:extent', { cx: emu(width), cy: emu(length) })}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
      `${element('wp:docPr', { id: align === 'left' ? 9002 : 9001, name: '页码' })}<wp:cNvGraphicFramePr/>` +
      element('a:graphic', { 'xmlns:a': inner }, element('a:graphicData', { uri: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape' }, box)),
  );
  // Word writes shapes as a choice, for programs that know none; they then see no number rather than a damaged file.
  const choice = element('mc:AlternateContent', {}, element('mc:Choice', { Requires: 'wps' }, element('w:drawing', {}, anchor)));
  return element('w:p', {}, element('w:r', {}, choice));
}
