// Excel's NamedItem and NamedItemCollection, of the workbook and of sheets.
import { addressOf, quotedSheetName } from '../../book/area';
import { HostFault } from '../../book/hostFault';
import type { NamedItem } from '../../book/model';
import { sameName } from '../../book/sheet';
import { flagOf, isOf, optionalText, textOf } from '../arguments';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { rangeOfFormula } from './namedRange';
import { wireValue } from './rangeValues';
import { areaAt, sheetAt } from './sheetPlace';

type NameAt = { readonly name: string; readonly scope?: string };

function scoped(name: string, scope: string | undefined): NameAt {
  return scope === undefined ? { name } : { name, scope };
}

function itemAt(scene: Scene, at: NameAt): NamedItem {
  const item = scene.book.names.find((each) => each.scope === at.scope && sameName(each.name, at.name));
  if (!item) throw new HostFault('ItemNotFound', `no name ${at.name}`);
  return item;
}

function itemNamed(scene: Scene, scope: string | undefined, key: unknown): HostObject {
  const item = itemAt(scene, scoped(textOf(key, 'the name'), scope));
  return scene.object('NamedItem', scoped(item.name, scope));
}

function formulaOf(scene: Scene, reference: unknown): string {
  if (isOf(reference, 'Range')) return `=${quotedSheetName(sheetAt(scene, reference.at.sheetId).name)}!${addressOf(areaAt(scene, reference.at), true)}`;
  const text = textOf(reference, 'reference');
  // A text that is no formula becomes a constant.
  return text.startsWith('=') ? text : `="${text.replaceAll('"', '""')}"`;
}

function add(scene: Scene, scope: string | undefined, name: unknown, formula: string, comment: unknown): HostObject {
  const item = scene.book.addName(textOf(name, 'name'), formula, scope);
  const note = optionalText(comment, 'comment');
  if (note !== undefined) scene.book.changeName(item.name, scope, { comment: note });
  return scene.object('NamedItem', scoped(item.name, scope));
}

function rangeOf(scene: Scene, at: NameAt): HostObject {
  const range = rangeOfFormula(scene, itemAt(scene, at).formula, at.scope);
  if (!range) throw new HostFault('InvalidReference', `the name ${at.name} is no range`);
  return range;
}

/** What a name stands for: its range's address, or the value of its formula. */
function valueOf(scene: Scene, at: NameAt): { type: string; value: unknown } {
  const item = itemAt(scene, at);
  const range = rangeOfFormula(scene, item.formula, at.scope);
  if (range) return { type: 'Range', value: item.formula.slice(1) };
  const value = scene.book.evaluate(item.formula, { sheet: scene.book.sheetById(at.scope ?? scene.book.activeSheetId)?.name ?? '', row: 0, column: 0 });
  const type = typeof value === 'string' ? 'String' : typeof value === 'number' ? (Number.isInteger(value) ? 'Integer' : 'Double') : typeof value === 'boolean' ? 'Boolean' : 'Error';
  return { type, value: wireValue(value) };
}

export const namesKind = defineKind('NamedItemCollection', {
  items: (at, scene) => scene.book.names.filter((item) => item.scope === at.scope).map((item) => scene.object('NamedItem', scoped(item.name, item.scope))),
  item: (at, key, scene) => itemNamed(scene, at.scope, key),
  methods: {
    Add: (at, [name, reference, comment], scene) => add(scene, at.scope, name, formulaOf(scene, reference), comment),
    AddFormulaLocal: (at, [name, formula, comment], scene) => add(scene, at.scope, name, textOf(formula, 'formula'), comment),
    GetCount: (at, _args, scene) => scene.book.names.filter((item) => item.scope === at.scope).length,
    GetItem: (at, [key], scene) => itemNamed(scene, at.scope, key),
    GetItemOrNullObject: (at, [key], scene) => orNull(() => itemNamed(scene, at.scope, key)),
  },
});

export const namedItemKind = defineKind('NamedItem', {
  id: (at) => at.name, idName: '_Id',
  properties: {
    Name: { get: (at, scene) => itemAt(scene, at).name },
    Formula: { get: (at, scene) => itemAt(scene, at).formula, set: (at, value, scene) => { itemAt(scene, at); scene.book.changeName(at.name, at.scope, { formula: textOf(value, 'formula') }); } },
    Type: { get: (at, scene) => valueOf(scene, at).type },
    Value: { get: (at, scene) => valueOf(scene, at).value },
    Visible: { get: (at, scene) => itemAt(scene, at).visible, set: (at, value, scene) => { itemAt(scene, at); scene.book.changeName(at.name, at.scope, { visible: flagOf(value, 'visible') }); } },
    Comment: { get: (at, scene) => itemAt(scene, at).comment, set: (at, value, scene) => { itemAt(scene, at); scene.book.changeName(at.name, at.scope, { comment: textOf(value, 'comment') }); } },
    Scope: { get: (at, scene) => (itemAt(scene, at).scope === undefined ? 'Workbook' : 'Worksheet') },
  },
  objects: {
    Worksheet: (at, scene) => {
      if (at.scope === undefined) throw new HostFault('ItemNotFound', 'the name belongs to the workbook');
      return scene.object('Worksheet', { id: at.scope });
    },
    WorksheetOrNullObject: (at, scene) => (at.scope === undefined ? null : scene.object('Worksheet', { id: at.scope })),
  },
  methods: {
    GetRange: (at, _args, scene) => rangeOf(scene, at),
    GetRangeOrNullObject: (at, _args, scene) => orNull(() => rangeOf(scene, at)),
    Delete: (at, _args, scene) => { itemAt(scene, at); scene.book.deleteName(at.name, at.scope); },
  },
});
