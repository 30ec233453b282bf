// The page set-up of a sheet as its parts in a worksheet. Knows points and inches.
import { LAST_COLUMN, LAST_ROW } from '../book/area';
import type { PageSetup, Sheet } from '../book/model';
import { FileFault } from './fileFault';
import { paperNumber } from './fileNames';
import { UNWRITABLE } from './lostWords';
import { element, escapeText } from './xmlText';

const inches = (points: number): number => points / 72;

/** printOptions, pageMargins, pageSetup, headerFooter, rowBreaks and colBreaks, in this order. */
export function pageParts(sheet: Sheet): string {
  const { page } = sheet;
  const { margins, fit, scale } = page;
  const options = {
    horizontalCentered: page.centerHorizontally || undefined, verticalCentered: page.centerVertically || undefined,
    headings: page.printHeadings || undefined, gridLines: page.printGridlines || undefined,
  };
  return (Object.values(options).some((each) => each !== undefined) ? element('printOptions', options) : '')
    + element('pageMargins', {
      left: inches(margins.left), right: inches(margins.right), top: inches(margins.top), bottom: inches(margins.bottom), header: inches(margins.header), footer: inches(margins.footer),
    })
    + element('pageSetup', {
      paperSize: page.paper === undefined ? undefined : paperNumber(page.paper), scale: scale === 100 ? undefined : scale,
      // 0 is "as many pages as needed", and what is not said is 1
      fitToWidth: fit ? fit.wide ?? 0 : undefined, fitToHeight: fit ? fit.tall ?? 0 : undefined,
      orientation: page.orientation, blackAndWhite: page.blackAndWhite || undefined,
    })
    + headerPart(sheet)
    + breaksPart('rowBreaks', page.rowBreaks, LAST_COLUMN)
    + breaksPart('colBreaks', page.columnBreaks, LAST_ROW);
}

/** A break's id is the 1-based row or column before it, so the 0-based one after it; it runs across the whole sheet. */
function breaksPart(name: string, breaks: readonly number[] | undefined, across: number): string {
  if (!breaks) return '';
  return element(name, { count: breaks.length, manualBreakCount: breaks.length }, breaks.map((id) => element('brk', { id, max: across, man: true })).join(''));
}

function headerPart({ name, page }: Sheet): string {
  const header = joined(page.header);
  const footer = joined(page.footer);
  for (const text of [header, footer]) if (text.length > 255) throw new FileFault(UNWRITABLE.headerTooLong(name, text.length));
  const parts = (header && element('oddHeader', {}, escapeText(header))) + (footer && element('oddFooter', {}, escapeText(footer)));
  return parts && element('headerFooter', {}, parts);
}

function joined({ left, center, right }: PageSetup['header']): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}
