// The workbook part: sheets, names, the active tab. Knows sheets by name and order, not what they hold.
import { addressOf, parseAddress, quotedSheetName, splitAddress } from '../book/area';
import type { BookApi } from '../book/bookApi';
import type { Sheet } from '../book/model';
import { formulaForFile } from './formulaText';
import { element, escapeText, XML_HEAD } from './xmlText';

const STATES = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** The n-th sheet's relationship is rId n, as hucre writes the relationships of the workbook. */
export function workbookPart(book: BookApi): string {
  const active = book.sheets.findIndex((sheet) => sheet.id === book.activeSheetId);
  const firstVisible = book.sheets.findIndex((sheet) => sheet.visibility === 'Visible');
  const names = namesXml(book);
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" `
    + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + element('workbookPr', { date1904: book.date1904 || undefined, defaultThemeVersion: 124226 })
    + element('bookViews', {}, element('workbookView', {
      xWindow: 0, yWindow: 0, windowWidth: 24000, windowHeight: 12000, firstSheet: firstVisible > 0 ? firstVisible : undefined, activeTab: active > 0 ? active : undefined,
    }))
    + element('sheets', {}, book.sheets.map((sheet, index) => element('sheet', {
      name: sheet.name, sheetId: index + 1, state: STATES[sheet.visibility], 'r:id': `rId${index + 1}`,
    })).join(''))
    + (names && element('definedNames', {}, names))
    // The workbench's formula engine is not Excel: Excel computes everything afresh when it opens the file
    + '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>';
}

function namesXml(book: BookApi): string {
  const items = book.names.map((item) => {
    const scope = item.scope === undefined ? undefined : book.sheets.findIndex((sheet) => sheet.id === item.scope);
    return { name: item.name, scope, comment: item.comment, hidden: !item.visible, formula: formulaForFile(item.formula) };
  }).filter(({ scope }) => scope !== -1);
  book.sheets.forEach((sheet, scope) => {
    for (const [name, formula] of pageNames(sheet)) items.push({ name, scope, comment: '', hidden: false, formula });
  });

  // Excel writes names in this order
  const order = (item: { name: string; scope: number | undefined }) => `${item.name.toLowerCase()}\u0000${String((item.scope ?? -1) + 1).padStart(6, '0')}`;
  return items.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ name, scope, comment, hidden, formula }) => element('definedName', {
    name, comment: comment || undefined, localSheetId: scope, hidden: hidden || undefined,
  }, escapeText(formula))).join('');
}

/** Print area and title rows are names of the sheet. */
function pageNames(sheet: Sheet): [string, string][] {
  const { printArea, titleRows, titleColumns } = sheet.page;
  const refer = (...addresses: (string | undefined)[]) => addresses.flatMap((address) => (address === undefined ? [] : address.split(',')))
    .map((address) => parseAddress(splitAddress(address).rest)).filter((area) => area !== undefined)
    .map((area) => `${quotedSheetName(sheet.name)}!${addressOf(area, true)}`).join(',');
  const found: [string, string][] = [['_xlnm.Print_Area', refer(printArea)], ['_xlnm.Print_Titles', refer(titleColumns, titleRows)]];
  return found.filter(([, formula]) => formula !== '');
}
