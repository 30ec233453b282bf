// The range that a name or a table's name stands for.
import { parseAddress, splitAddress } from '../../book/area';
import { HostFault } from '../../book/hostFault';
import type { NamedItem } from '../../book/model';
import { sameName } from '../../book/sheet';
import { dataArea } from '../../book/tables';
import type { HostObject } from '../registry';
import type { Scene } from '../scene';

/** A name as a sheet sees it: its own first, then the workbook's. */
export function nameSeenFrom(scene: Scene, name: string, sheetId: string | undefined): NamedItem | undefined {
  return scene.book.names.find((item) => item.scope === sheetId && sameName(item.name, name)) ?? scene.book.names.find((item) => item.scope === undefined && sameName(item.name, name));
}

/** The range of a name's formula; undefined when it is no plain reference. */
export function rangeOfFormula(scene: Scene, formula: string, sheetId: string | undefined): HostObject | undefined {
  const { sheet: name, rest } = splitAddress(formula);
  const area = parseAddress(rest);
  const id = name === undefined ? sheetId : scene.book.sheetByName(name)?.id;
  return area && id !== undefined ? scene.range(id, area) : undefined;
}

/** The range of a name or table; ItemNotFound when there is none. */
export function rangeOfName(scene: Scene, name: string, sheetId: string): HostObject {
  const item = nameSeenFrom(scene, name, sheetId);
  const found = item && rangeOfFormula(scene, item.formula, sheetId);
  if (found) return found;
  const table = scene.book.tableByName(name);
  if (table) return scene.range(table.sheet.id, dataArea(table.table));
  throw new HostFault('InvalidArgument', `neither address nor name: ${name}`);
}
