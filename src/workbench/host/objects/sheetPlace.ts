// Finding the sheet of a place, or saying with Excel's error that it is gone.
import { HostFault } from '../../book/hostFault';
import type { Area, Sheet } from '../../book/model';
import type { RangeAt } from '../places';
import type { Scene } from '../scene';

/** The sheet of an id; ItemNotFound when it was deleted. */
export function sheetAt(scene: Scene, id: string): Sheet {
  const sheet = scene.book.sheetById(id);
  if (!sheet) throw new HostFault('ItemNotFound', `the sheet ${id} was deleted`);
  return sheet;
}

/** The rectangle of a range; an error when its cells or its sheet were deleted. */
export function areaAt(scene: Scene, at: RangeAt): Area {
  sheetAt(scene, at.sheetId);
  if (at.gone) throw new HostFault('ItemNotFound', 'the cells of the range were deleted');
  return at.area;
}
