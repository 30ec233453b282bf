// The page set-up of a sheet from its elements. Knows points and inches.
import { LAST_COLUMN, LAST_ROW } from '../book/area';
import type { PageSetup } from '../book/model';
import { withBreaks, type BreakLine } from '../book/pageBreaks';
import { newPage } from '../book/sheet';
import { paperName } from './fileNames';
import type { Losses } from './losses';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

/** Inches are fractions that a computer rounds; four places of a point are finer than any printer. */
const points = (inches: string | undefined, otherwise: number): number => (inches === undefined ? otherwise : Math.round(Number(inches) * 72 * 1e4) / 1e4);

/** Reads a sheet's print set-up; what has no place in the book is noted as lost. */
export function readPage(elements: ReadonlyMap<string, XmlElement>, losses: Losses): PageSetup {
  const plain = newPage();
  const set = elements.get('pageSetup')?.attributes ?? {};
  const margins = elements.get('pageMargins')?.attributes ?? {};
  const options = elements.get('printOptions')?.attributes ?? {};
  const headers = elements.get('headerFooter');
  if (headers && (isYes(headers.attributes.differentFirst) || isYes(headers.attributes.differentOddEven))) losses.add('headerKinds');
  const fits = isYes(childOf(elements.get('sheetPr'), 'pageSetUpPr')?.attributes.fitToPage);
  const paper = elements.has('pageSetup') ? paperName(Number(set.paperSize)) : plain.paper;
  const scale = set.scale === undefined ? (fits ? undefined : 100) : Number(set.scale);
  return {
    orientation: set.orientation === 'landscape' ? 'landscape' : 'portrait', ...(paper === undefined ? {} : { paper }), ...(scale === undefined ? {} : { scale }),
    ...(fits ? { fit: readFit(set) } : {}),
    margins: {
      top: points(margins.top, plain.margins.top), bottom: points(margins.bottom, plain.margins.bottom), left: points(margins.left, plain.margins.left),
      right: points(margins.right, plain.margins.right), header: points(margins.header, plain.margins.header), footer: points(margins.footer, plain.margins.footer),
    },
    centerHorizontally: isYes(options.horizontalCentered), centerVertically: isYes(options.verticalCentered),
    printGridlines: isYes(options.gridLines), printHeadings: isYes(options.headings), blackAndWhite: isYes(set.blackAndWhite),
    ...readBreaks('rows', elements.get('rowBreaks'), LAST_ROW), ...readBreaks('columns', elements.get('colBreaks'), LAST_COLUMN),
    header: split(decodeXstring(childOf(headers, 'oddHeader')?.text ?? '')), footer: split(decodeXstring(childOf(headers, 'oddFooter')?.text ?? '')),
  };
}

/** Breaks that Excel worked out itself stand in files too; only a person's are kept. */
function readBreaks(line: BreakLine, list: XmlElement | undefined, last: number): Partial<PageSetup> {
  const breaks = childrenOf(list, 'brk').filter((each) => isYes(each.attributes.man)).map((each) => Number(each.attributes.id)).filter((at) => Number.isInteger(at) && at >= 1 && at <= last);
  return breaks.length === 0 ? {} : withBreaks(line, breaks);
}

/** What is not said is one page; 0 is as many as needed, which a book leaves out. */
function readFit({ fitToWidth = '1', fitToHeight = '1' }: Readonly<Record<string, string>>): NonNullable<PageSetup['fit']> {
  const [wide, tall] = [Number(fitToWidth), Number(fitToHeight)];
  return { ...(wide > 0 ? { wide } : {}), ...(tall > 0 ? { tall } : {}) };
}

/** &L, &C and &R begin a part; && is the character itself, and &"…" names a font that may hold any letter. */
function split(text: string): PageSetup['header'] {
  const parts = { L: '', C: '', R: '' };
  let part: keyof typeof parts = 'C';
  for (const [piece] of text.matchAll(/&"[^"]*"|&[\s\S]|[^&]+|&$/g)) {
    const code = piece.slice(1).toUpperCase();
    if (piece.length === 2 && piece.startsWith('&') && (code === 'L' || code === 'C' || code === 'R')) part = code;
    else parts[part] += piece;
  }
  return { left: parts.L, center: parts.C, right: parts.R };
}
