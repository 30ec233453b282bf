// Excel's Worksheet: its ranges, name, place, visibility, and the way to what is on it.
import { LAST_COLUMN, LAST_ROW, parseAddress, splitAddress } from '../../book/area';
import { pointsOfWidth, widthOfPoints } from '../../book/columnWidth';
import { HostFault, invalid } from '../../book/hostFault';
import type { Area } from '../../book/model';
import { colorOf, flagOf, numberOf, oneOf, optionalFlag, optionalText, textOf, wholeOf } from '../arguments';
import { EVENTS } from '../eventPost';
import type { SheetAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { listeners } from './listening';
import { rangeOfName } from './namedRange';
import { sheetAt } from './sheetPlace';

const WHOLE: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** A range of a sheet by its address or by a name; no address means the whole sheet. */
function rangeByAddress(scene: Scene, at: SheetAt, address: unknown): HostObject {
  sheetAt(scene, at.id);
  const text = optionalText(address, 'address');
  if (text === undefined) return scene.range(at.id, WHOLE);
  const { sheet: name, rest } = splitAddress(text);
  const area = parseAddress(rest);
  const sheet = name === undefined ? sheetAt(scene, at.id) : scene.book.sheetByName(name);
  if (area) {
    if (sheet?.id !== at.id) throw invalid(`the address ${text} is on another sheet`);
    return scene.range(at.id, area);
  }
  return rangeOfName(scene, text, at.id);
}

function usedRange(scene: Scene, at: SheetAt, valuesOnly: unknown): Area | undefined {
  scene.book.settle();
  sheetAt(scene, at.id);
  return scene.book.usedArea(at.id, optionalFlag(valuesOnly, 'valuesOnly') ?? false);
}

function neighbour(scene: Scene, at: SheetAt, step: 1 | -1, visibleOnly: unknown): HostObject {
  const { sheets } = scene.book;
  const onlyShown = optionalFlag(visibleOnly, 'visibleOnly') ?? false;
  for (let index = sheets.indexOf(sheetAt(scene, at.id)) + step; index >= 0 && index < sheets.length; index += step) {
    const sheet = sheets[index];
    if (sheet && (!onlyShown || sheet.visibility === 'Visible')) return scene.object('Worksheet', { id: sheet.id });
  }
  throw new HostFault('ItemNotFound', 'no sheet there');
}

export const worksheetKind = defineKind('Worksheet', {
  id: (at) => at.id,
  properties: {
    Id: { get: (at) => at.id },
    Name: { get: (at, scene) => sheetAt(scene, at.id).name, set: (at, value, scene) => scene.book.renameSheet(at.id, textOf(value, 'name')) },
    Position: { get: (at, scene) => scene.book.sheets.indexOf(sheetAt(scene, at.id)), set: (at, value, scene) => scene.book.moveSheet(at.id, wholeOf(value, 'position')) },
    Visibility: { get: (at, scene) => sheetAt(scene, at.id).visibility, set: (at, value, scene) => scene.book.setVisibility(at.id, oneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'visibility')) },
    TabColor: { get: (at, scene) => sheetAt(scene, at.id).tabColor, set: (at, value, scene) => scene.book.setSheetLook(at.id, { tabColor: colorOf(value, 'tabColor') }) },
    // Office.js reads ShowGridlines and sets Gridlines (excel-win32-16.01.js, Worksheet_ShowGridlines_Set).
    ShowGridlines: { get: (at, scene) => sheetAt(scene, at.id).showGridlines },
    Gridlines: { set: (at, value, scene) => scene.book.setSheetLook(at.id, { showGridlines: flagOf(value, 'showGridlines') }) },
    ShowHeadings: { get: (at, scene) => sheetAt(scene, at.id).showHeadings },
    Headings: { set: (at, value, scene) => scene.book.setSheetLook(at.id, { showHeadings: flagOf(value, 'showHeadings') }) },
    StandardHeight: { get: (at, scene) => sheetAt(scene, at.id).defaultRowHeight },
    StandardWidth: { get: (at, scene) => pointsOfWidth(sheetAt(scene, at.id).defaultColumnWidth), set: (at, value, scene) => scene.book.setSheetLook(at.id, { defaultColumnWidth: widthOfPoints(numberOf(value, 'standardWidth')) }) },
  },
  objects: {
    Tables: (at, scene) => scene.object('TableCollection', { sheetId: at.id }),
    Names: (at, scene) => scene.object('NamedItemCollection', { scope: at.id }),
    Charts: (at, scene) => scene.object('ChartCollection', { id: at.id }),
    Protection: (at, scene) => scene.object('WorksheetProtection', { id: at.id }),
    PageLayout: (at, scene) => scene.object('PageLayout', { id: at.id }),
    HorizontalPageBreaks: (at, scene) => scene.object('PageBreakCollection', { id: at.id, line: 'rows' }),
    VerticalPageBreaks: (at, scene) => scene.object('PageBreakCollection', { id: at.id, line: 'columns' }),
    FreezePanes: (at, scene) => scene.object('WorksheetFreezePanes', { id: at.id }),
    CustomProperties: (at, scene) => scene.object('WorksheetCustomPropertyCollection', { id: at.id }),
    AutoFilter: (at, scene) => scene.object('AutoFilter', { id: at.id }),
  },
  methods: {
    GetRange: (at, [address], scene) => rangeByAddress(scene, at, address),
    GetRanges: (at, [address], scene) => {
      const parts = textOf(address, 'address').split(',').map((part) => parseAddress(splitAddress(part).rest));
      return scene.object('RangeAreas', { sheetId: at.id, ranges: parts.map((area) => { if (!area) throw invalid(`no addresses: ${String(address)}`); return scene.range(at.id, area).at; }) });
    },
    GetRangeByIndexes: (at, args, scene) => {
      const [row, column, rows, columns] = ['startRow', 'startColumn', 'rowCount', 'columnCount'].map((name, index) => wholeOf(args[index], name)) as [number, number, number, number];
      const area = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
      if (row < 0 || column < 0 || rows < 1 || columns < 1 || area.bottom > LAST_ROW || area.right > LAST_COLUMN) throw invalid('the range leaves the sheet');
      sheetAt(scene, at.id);
      return scene.range(at.id, area);
    },
    GetCell: (at, [row, column], scene) => {
      const [r, c] = [wholeOf(row, 'row'), wholeOf(column, 'column')];
      if (r < 0 || c < 0 || r > LAST_ROW || c > LAST_COLUMN) throw invalid('the cell is off the sheet');
      sheetAt(scene, at.id);
      return scene.range(at.id, { top: r, bottom: r, left: c, right: c });
    },
    GetUsedRange: (at, [valuesOnly], scene) => scene.range(at.id, usedRange(scene, at, valuesOnly) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    GetUsedRangeOrNullObject: (at, [valuesOnly], scene) => {
      const used = usedRange(scene, at, valuesOnly);
      return used ? scene.range(at.id, used) : null;
    },
    GetNext: (at, [visibleOnly], scene) => neighbour(scene, at, 1, visibleOnly),
    GetNextOrNullObject: (at, [visibleOnly], scene) => orNull(() => neighbour(scene, at, 1, visibleOnly)),
    GetPrevious: (at, [visibleOnly], scene) => neighbour(scene, at, -1, visibleOnly),
    GetPreviousOrNullObject: (at, [visibleOnly], scene) => orNull(() => neighbour(scene, at, -1, visibleOnly)),
    Activate: (at, _args, scene) => scene.book.activate(at.id, 'addin'),
    Delete: (at, _args, scene) => scene.book.deleteSheet(at.id),
    Calculate: (_at, [all], scene) => {
      flagOf(all, 'markAllDirty');
      scene.book.recalculate();
    },
    ...listeners<SheetAt>((at) => at.id, {
      ActivatedEvent: EVENTS.activated, DeactivatedEvent: EVENTS.deactivated, DataChangedEvent: EVENTS.changed, SelectionChangedEvent: EVENTS.selection, CalculatedEvent: EVENTS.calculated,
      ProtectionChangedEvent: EVENTS.protection,
    }),
  },
});
