// A range given to a method: as an object, or as an address.
import { parseAddress, splitAddress } from '../../book/area';
import { HostFault, invalid } from '../../book/hostFault';
import { isOf, textOf } from '../arguments';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';

/** A range given as an object or as an address, on the same sheet unless the address names another. */
export function rangeArgument(scene: Scene, at: { readonly sheetId: string }, value: unknown): RangeAt {
  if (isOf(value, 'Range')) return value.at;
  const { sheet: name, rest } = splitAddress(textOf(value, 'a range'));
  const area = parseAddress(rest);
  if (!area) throw invalid(`no range: ${String(value)}`);
  const sheetId = name === undefined ? at.sheetId : scene.book.sheetByName(name)?.id;
  if (sheetId === undefined) throw new HostFault('ItemNotFound', `no sheet ${name ?? ''}`);
  return scene.range(sheetId, area).at;
}
