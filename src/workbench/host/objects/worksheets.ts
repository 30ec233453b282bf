// Excel's WorksheetCollection: finding, adding and counting sheets, and their events.
import { HostFault } from '../../book/hostFault';
import type { Sheet } from '../../book/model';
import { optionalFlag, optionalText, textOf } from '../arguments';
import { EVENTS, EVERYWHERE } from '../eventPost';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { listeners } from './listening';

function place(scene: Scene, sheet: Sheet): HostObject {
  return scene.object('Worksheet', { id: sheet.id });
}

/** A sheet by name or id; ItemNotFound when there is none. */
export function sheetNamed(scene: Scene, key: unknown): Sheet {
  const name = textOf(key, 'the name of a sheet');
  const sheet = scene.book.sheetById(name) ?? scene.book.sheetByName(name);
  if (!sheet) throw new HostFault('ItemNotFound', `no sheet ${name}`);
  return sheet;
}

function shown(scene: Scene, visibleOnly: unknown): readonly Sheet[] {
  return optionalFlag(visibleOnly, 'visibleOnly') === true ? scene.book.sheets.filter((sheet) => sheet.visibility === 'Visible') : scene.book.sheets;
}

function end(scene: Scene, visibleOnly: unknown, last: boolean): HostObject {
  const sheets = shown(scene, visibleOnly);
  const sheet = last ? sheets.at(-1) : sheets[0];
  if (!sheet) throw new HostFault('ItemNotFound', 'no such sheet');
  return place(scene, sheet);
}

export const worksheetsKind = defineKind('WorksheetCollection', {
  items: (_at, scene) => scene.book.sheets.map((sheet) => place(scene, sheet)),
  item: (_at, key, scene) => place(scene, sheetNamed(scene, key)),
  methods: {
    Add: (_at, [name], scene) => {
      // A new sheet comes at the end and is not activated.
      const sheet = scene.book.addSheet(optionalText(name, 'name'));
      return place(scene, sheet);
    },
    GetActiveWorksheet: (_at, _args, scene) => scene.object('Worksheet', { id: scene.book.activeSheetId }),
    GetCount: (_at, [visibleOnly], scene) => shown(scene, visibleOnly).length,
    GetFirst: (_at, [visibleOnly], scene) => end(scene, visibleOnly, false),
    GetLast: (_at, [visibleOnly], scene) => end(scene, visibleOnly, true),
    GetItem: (_at, [key], scene) => place(scene, sheetNamed(scene, key)),
    GetItemOrNullObject: (_at, [key], scene) => orNull(() => place(scene, sheetNamed(scene, key))),
    ...listeners(() => EVERYWHERE, {
      ActivatedEvent: EVENTS.activated, DeactivatedEvent: EVENTS.deactivated, AddedEvent: EVENTS.added, DeletedEvent: EVENTS.deleted, DataChangedEvent: EVENTS.changed,
      SelectionChangedEvent: EVENTS.selection, CalculatedEvent: EVENTS.calculated, ProtectionChangedEvent: EVENTS.protection,
    }),
  },
});
