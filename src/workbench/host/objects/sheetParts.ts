// What belongs to a sheet as a whole: protection, frozen panes, custom properties.
import { HostFault, invalid } from '../../book/hostFault';
import { NotSupported } from '../../notSupported';
import { flagOf, oneOf, optionalText, optionalWhole, recordOf, textOf } from '../arguments';
import type { SheetAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';

const ALLOWANCES = [
  'allowAutoFilter', 'allowDeleteColumns', 'allowDeleteRows', 'allowEditObjects', 'allowEditScenarios', 'allowFormatCells', 'allowFormatColumns', 'allowFormatRows', 'allowInsertColumns', 'allowInsertHyperlinks',
  'allowInsertRows', 'allowPivotTables', 'allowSort',
] as const;

function protectionOptions(given: unknown): Record<string, boolean | string> {
  const options: Record<string, boolean | string> = Object.fromEntries(ALLOWANCES.map((name) => [name, false]));
  options.selectionMode = 'Normal';
  if (given === undefined || given === null) return options;
  for (const [name, value] of Object.entries(recordOf(given, 'options'))) {
    if (value === undefined || value === null) continue;
    if (name === 'selectionMode') {
      options.selectionMode = oneOf(value, ['Normal', 'Unlocked', 'None'], name);
    } else {
      if (!ALLOWANCES.some((each) => each === name)) throw invalid(`no protection option ${name}`);
      options[name] = flagOf(value, name);
    }
  }
  return options;
}

export const worksheetProtectionKind = defineKind('WorksheetProtection', {
  properties: {
    Protected: { get: (at, scene) => sheetAt(scene, at.id).protection !== undefined },
    Options: { get: (at, scene) => protectionOptions(sheetAt(scene, at.id).protection?.options) },
  },
  methods: {
    Protect: (at, [options, password], scene) => {
      if (sheetAt(scene, at.id).protection) throw new HostFault('AccessDenied', 'the sheet is protected already');
      const word = optionalText(password, 'password');
      scene.book.protect(at.id, { options: protectionOptions(options), ...(word === undefined ? {} : { password: word }) });
    },
    Unprotect: (at, [password], scene) => {
      const { protection } = sheetAt(scene, at.id);
      if (!protection) return;
      if (protection.password !== undefined && protection.password !== optionalText(password, 'password')) throw new HostFault('AccessDenied', 'the password is wrong');
      scene.book.protect(at.id, undefined);
    },
  },
});

function location(scene: Scene, at: SheetAt): HostObject | null {
  const { rows, columns } = sheetAt(scene, at.id).frozen;
  if (rows === 0 && columns === 0) return null;
  return scene.range(at.id, { top: 0, left: 0, bottom: rows === 0 ? 1_048_575 : rows - 1, right: columns === 0 ? 16_383 : columns - 1 });
}

function countOf(value: unknown): number {
  const count = optionalWhole(value, 'count') ?? 1;
  if (count < 1) throw invalid(`no number of rows or columns: ${count}`);
  return count;
}

export const freezePanesKind = defineKind('WorksheetFreezePanes', {
  methods: {
    FreezeRows: (at, [count], scene) => scene.book.setFrozen(at.id, countOf(count), 0),
    FreezeColumns: (at, [count], scene) => scene.book.setFrozen(at.id, 0, countOf(count)),
    FreezeAt: (at, [range], scene) => {
      const place = rangeArgument(scene, { sheetId: at.id }, range);
      const area = areaAt(scene, place);
      if (place.sheetId !== at.id) throw invalid('the range is on another sheet');
      if (area.top !== 0 || area.left !== 0) throw new NotSupported('WorksheetFreezePanes', 'freezeAt', 'a range that does not begin at A1');
      scene.book.setFrozen(at.id, area.bottom >= 1_048_575 ? 0 : area.bottom + 1, area.right >= 16_383 ? 0 : area.right + 1);
    },
    Unfreeze: (at, _args, scene) => scene.book.setFrozen(at.id, 0, 0),
    GetLocation: (at, _args, scene) => {
      const found = location(scene, at);
      if (!found) throw new HostFault('ItemNotFound', 'nothing is frozen');
      return found;
    },
    GetLocationOrNullObject: (at, _args, scene) => location(scene, at),
  },
});

function property(scene: Scene, at: SheetAt, key: unknown): HostObject {
  const name = textOf(key, 'key');
  // Keys are compared without regard to case.
  const found = [...sheetAt(scene, at.id).customProperties.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new HostFault('ItemNotFound', `no custom property ${name}`);
  return scene.object('WorksheetCustomProperty', { id: at.id, key: found });
}

export const worksheetCustomPropertiesKind = defineKind('WorksheetCustomPropertyCollection', {
  items: (at, scene) => [...sheetAt(scene, at.id).customProperties.keys()].map((key) => scene.object('WorksheetCustomProperty', { id: at.id, key })),
  item: (at, key, scene) => property(scene, at, key),
  methods: {
    Add: (at, [key, value], scene) => {
      const name = textOf(key, 'key');
      if (name === '' || name.length > 255) throw invalid('a key has 1 to 255 characters');
      scene.book.setCustomProperty(at.id, name, textOf(value, 'value'));
      return property(scene, at, name);
    },
    GetCount: (at, _args, scene) => sheetAt(scene, at.id).customProperties.size,
    GetItem: (at, [key], scene) => property(scene, at, key),
    GetItemOrNullObject: (at, [key], scene) => orNull(() => property(scene, at, key)),
  },
});

export const worksheetCustomPropertyKind = defineKind('WorksheetCustomProperty', {
  id: (at) => at.key, idName: '_Id',
  properties: {
    Key: { get: (at) => at.key },
    Value: { get: (at, scene) => sheetAt(scene, at.id).customProperties.get(at.key) ?? '', set: (at, value, scene) => scene.book.setCustomProperty(at.id, at.key, textOf(value, 'value')) },
  },
  methods: { Delete: (at, _args, scene) => scene.book.setCustomProperty(at.id, at.key, undefined) },
});
