// Excel's PageLayout with headers and footers, in the units and words of Office.js.
import { addressOf, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW, parseAddress } from '../../book/area';
import { invalid } from '../../book/hostFault';
import type { Area, PageSetup } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { flagOf, isOf, numberOf, oneOf, optionalText, recordOf, textOf, wholeOf } from '../arguments';
import type { SheetAt } from '../places';
import { defineKind, type HostObject, type Property } from '../registry';
import type { Scene } from '../scene';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';

/** Excel.PaperType, by the words of the book. */
const PAPERS = ['letter', 'legal', 'tabloid', 'ledger', 'statement', 'executive', 'a3', 'a4', 'a5', 'b4', 'b5', 'folio', 'quarto', 'envelope10'] as const;
const PAPER_WORDS: Readonly<Record<(typeof PAPERS)[number], string>> = {
  letter: 'Letter', legal: 'Legal', tabloid: 'Tabloid', ledger: 'Ledger', statement: 'Statement', executive: 'Executive', a3: 'A3', a4: 'A4', a5: 'A5', b4: 'B4', b5: 'B5', folio: 'Folio', quarto: 'Quatro', envelope10: 'Envelope10',
};
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function pageOf(scene: Scene, at: SheetAt): PageSetup {
  return sheetAt(scene, at.id).page;
}

function margin(name: keyof PageSetup['margins']): Property<SheetAt> {
  return {
    get: (at, scene) => pageOf(scene, at).margins[name],
    set: (at, value, scene) => {
      const points = numberOf(value, name);
      if (points < 0) throw invalid(`no margin ${points}`);
      scene.book.setPage(at.id, { margins: { ...pageOf(scene, at).margins, [name]: points } });
    },
  };
}

function flag(name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite'): Property<SheetAt> {
  return { get: (at, scene) => pageOf(scene, at)[name], set: (at, value, scene) => scene.book.setPage(at.id, { [name]: flagOf(value, name) }) };
}

function setZoom(scene: Scene, at: SheetAt, value: unknown): void {
  const given = recordOf(value, 'zoom');
  const pages = (name: string): number | undefined => {
    const count = given[name];
    if (count === undefined || count === null) return undefined;
    const whole = wholeOf(count, name);
    if (whole < 1 || whole > 32_767) throw invalid(`no number of pages: ${whole}`);
    return whole;
  };
  const [wide, tall] = [pages('horizontalFitToPages'), pages('verticalFitToPages')];
  if (wide === undefined && tall === undefined) {
    const scale = wholeOf(given.scale, 'scale');
    if (scale < 10 || scale > 400) throw invalid(`no scale ${scale}`);
    scene.book.setPage(at.id, { scale, fit: undefined });
    return;
  }
  if (given.scale !== undefined && given.scale !== null) throw invalid('either a scale or a number of pages');
  scene.book.setPage(at.id, { scale: undefined, fit: { ...(wide === undefined ? {} : { wide }), ...(tall === undefined ? {} : { tall }) } });
}

function zoomOf(page: PageSetup): Record<string, number> {
  if (!page.fit) return { scale: page.scale ?? 100 };
  return { ...(page.fit.wide ? { horizontalFitToPages: page.fit.wide } : {}), ...(page.fit.tall ? { verticalFitToPages: page.fit.tall } : {}) };
}

function printArea(scene: Scene, at: SheetAt): HostObject | null {
  const address = pageOf(scene, at).printArea;
  if (address === undefined) return null;
  const areas = address.split(',').map((part) => parseAddress(part)).filter((area): area is Area => area !== undefined);
  return scene.object('RangeAreas', { sheetId: at.id, ranges: areas.map((area) => scene.range(at.id, area).at) });
}

function titles(scene: Scene, at: SheetAt, name: 'titleRows' | 'titleColumns'): HostObject | null {
  const address = pageOf(scene, at)[name];
  const area = address === undefined ? undefined : parseAddress(address);
  return area ? scene.range(at.id, area) : null;
}

function orMissing(object: HostObject | null, what: string): HostObject {
  if (!object) throw invalid(`the page has no ${what}`);
  return object;
}

function setTitles(scene: Scene, at: SheetAt, name: 'titleRows' | 'titleColumns', value: unknown): void {
  const range = rangeArgument(scene, { sheetId: at.id }, value);
  const area = areaAt(scene, range);
  const isWhole = name === 'titleRows' ? isWholeRows(area) : isWholeColumns(area);
  if (range.sheetId !== at.id || !isWhole) throw invalid('print titles are whole rows or columns of the sheet');
  scene.book.setPage(at.id, { [name]: addressOf(name === 'titleRows' ? { ...area, left: 0, right: LAST_COLUMN } : { ...area, top: 0, bottom: LAST_ROW }, true) });
}

/** A property that Excel has and the book does not keep: its usual value can be read and set, another is refused. */
function fixed(member: string, usual: string | number | boolean): Property<SheetAt> {
  return { get: () => usual, set: (_at, value) => { if (value !== usual) throw new NotSupported('PageLayout', member, String(value)); } };
}

export const pageLayoutKind = defineKind('PageLayout', {
  properties: {
    Orientation: { get: (at, scene) => (pageOf(scene, at).orientation === 'landscape' ? 'Landscape' : 'Portrait'), set: (at, value, scene) => scene.book.setPage(at.id, { orientation: oneOf(value, ['Portrait', 'Landscape'], 'orientation') === 'Landscape' ? 'landscape' : 'portrait' }) },
    PaperSize: {
      get: (at, scene) => { const paper = pageOf(scene, at).paper; const known = PAPERS.find((each) => each === paper); return known ? PAPER_WORDS[known] : null; },
      set: (at, value, scene) => {
        const word = textOf(value, 'paperSize').toLowerCase();
        const paper = PAPERS.find((each) => PAPER_WORDS[each].toLowerCase() === word);
        if (!paper) throw new NotSupported('PageLayout', 'paperSize', String(value));
        scene.book.setPage(at.id, { paper });
      },
    },
    TopMargin: margin('top'), BottomMargin: margin('bottom'), LeftMargin: margin('left'), RightMargin: margin('right'), HeaderMargin: margin('header'), FooterMargin: margin('footer'),
    CenterHorizontally: flag('centerHorizontally'), CenterVertically: flag('centerVertically'), PrintGridlines: flag('printGridlines'), PrintHeadings: flag('printHeadings'), BlackAndWhite: flag('blackAndWhite'),
    Zoom: { get: (at, scene) => zoomOf(pageOf(scene, at)), set: (at, value, scene) => setZoom(scene, at, value) },
    DraftMode: fixed('draftMode', false), FirstPageNumber: fixed('firstPageNumber', ''), PrintComments: fixed('printComments', 'NoComments'), PrintErrors: fixed('printErrors', 'AsDisplayed'), PrintOrder: fixed('printOrder', 'DownThenOver'),
  },
  objects: { HeadersFooters: (at, scene) => scene.object('HeaderFooterGroup', at) },
  methods: {
    SetPrintArea: (at, [area], scene) => {
      if (isOf(area, 'RangeAreas')) {
        scene.book.setPage(at.id, { printArea: area.at.ranges.map((range) => addressOf(areaAt(scene, range), true)).join(',') });
        return;
      }
      const range = rangeArgument(scene, { sheetId: at.id }, area);
      if (range.sheetId !== at.id) throw invalid('the print area is on another sheet');
      scene.book.setPage(at.id, { printArea: addressOf(areaAt(scene, range), true) });
    },
    GetPrintArea: (at, _args, scene) => orMissing(printArea(scene, at), 'print area'),
    GetPrintAreaOrNullObject: (at, _args, scene) => printArea(scene, at),
    SetPrintTitleRows: (at, [rows], scene) => setTitles(scene, at, 'titleRows', rows),
    GetPrintTitleRows: (at, _args, scene) => orMissing(titles(scene, at, 'titleRows'), 'title rows'),
    GetPrintTitleRowsOrNullObject: (at, _args, scene) => titles(scene, at, 'titleRows'),
    SetPrintTitleColumns: (at, [columns], scene) => setTitles(scene, at, 'titleColumns', columns),
    GetPrintTitleColumns: (at, _args, scene) => orMissing(titles(scene, at, 'titleColumns'), 'title columns'),
    GetPrintTitleColumnsOrNullObject: (at, _args, scene) => titles(scene, at, 'titleColumns'),
    SetPrintMargins: (at, [unit, options], scene) => {
      const factor = POINTS[oneOf(unit, ['Points', 'Inches', 'Centimeters'], 'unit')];
      const margins = { ...pageOf(scene, at).margins };
      for (const [name, value] of Object.entries(recordOf(options, 'marginOptions'))) {
        if (value === undefined || value === null) continue;
        margins[oneOf(name, ['top', 'bottom', 'left', 'right', 'header', 'footer'], 'a margin')] = numberOf(value, name) * factor;
      }
      scene.book.setPage(at.id, { margins });
    },
  },
});

export const headerFooterGroupKind = defineKind('HeaderFooterGroup', {
  properties: {
    State: { get: () => 'Default', set: (_at, value) => { if (value !== 'Default') throw new NotSupported('HeaderFooterGroup', 'state', String(value)); } },
    UseSheetMargins: { get: () => true, set: (_at, value) => { if (value !== true) throw new NotSupported('HeaderFooterGroup', 'useSheetMargins', 'off'); } },
    UseSheetScale: { get: () => true, set: (_at, value) => { if (value !== true) throw new NotSupported('HeaderFooterGroup', 'useSheetScale', 'off'); } },
  },
  objects: { DefaultForAllPages: (at, scene) => scene.object('HeaderFooter', at) },
});

function band(where: 'header' | 'footer', side: 'left' | 'center' | 'right'): Property<SheetAt> {
  return {
    get: (at, scene) => pageOf(scene, at)[where][side],
    set: (at, value, scene) => {
      const text = optionalText(value, where) ?? '';
      // Excel keeps 255 characters for the three parts together.
      if (text.length > 255) throw invalid(`a ${where} has ${text.length} characters; 255 at most`);
      scene.book.setPage(at.id, { [where]: { ...pageOf(scene, at)[where], [side]: text } });
    },
  };
}

export const headerFooterKind = defineKind('HeaderFooter', {
  properties: {
    LeftHeader: band('header', 'left'), CenterHeader: band('header', 'center'), RightHeader: band('header', 'right'),
    LeftFooter: band('footer', 'left'), CenterFooter: band('footer', 'center'), RightFooter: band('footer', 'right'),
  },
});
