// What belongs to the document: its properties, custom properties and the add-in's settings.
import type { DocumentProperties } from '../../book/bookApi';
import { HostFault, invalid } from '../../book/hostFault';
import { NotSupported } from '../../notSupported';
import { textOf } from '../arguments';
import { defineKind, orNull, type HostObject, type Property } from '../registry';
import type { Scene } from '../scene';

type TextProperty = 'title' | 'subject' | 'author' | 'keywords' | 'comments' | 'company' | 'manager' | 'category';

function text(name: TextProperty): Property<object> {
  return { get: (_at, scene) => scene.book.properties[name], set: (_at, value, scene) => scene.book.setProperties({ [name]: textOf(value, name) }) };
}

export const documentPropertiesKind = defineKind('DocumentProperties', {
  properties: {
    Title: text('title'), Subject: text('subject'), Author: text('author'), Keywords: text('keywords'), Comments: text('comments'), Company: text('company'), Manager: text('manager'), Category: text('category'),
    LastAuthor: { get: (_at, scene) => scene.book.properties.lastAuthor },
    CreationDate: { get: (_at, scene) => scene.book.properties.created?.toISOString() ?? null },
    RevisionNumber: { get: () => 0, set: () => { throw new NotSupported('DocumentProperties', 'revisionNumber', 'setting it'); } },
  },
  objects: { Custom: (_at, scene) => scene.object('CustomPropertyCollection', {}) },
});

type Value = DocumentProperties['custom'] extends Map<string, infer V> ? V : never;

function keyOf(scene: Scene, key: unknown): string {
  const name = textOf(key, 'key');
  const found = [...scene.book.properties.custom.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new HostFault('ItemNotFound', `no property ${name}`);
  return found;
}

function property(scene: Scene, key: unknown): HostObject {
  return scene.object('CustomProperty', { key: keyOf(scene, key) });
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value;
  throw invalid('a property is text, a number, true or false, or a date');
}

function typeOf(value: Value | undefined): string {
  return typeof value === 'number' ? (Number.isInteger(value) ? 'Number' : 'Float') : typeof value === 'boolean' ? 'Boolean' : typeof value === 'string' ? 'String' : 'Date';
}

export const customPropertiesKind = defineKind('CustomPropertyCollection', {
  items: (_at, scene) => [...scene.book.properties.custom.keys()].map((key) => scene.object('CustomProperty', { key })),
  item: (_at, key, scene) => property(scene, key),
  methods: {
    Add: (_at, [key, value], scene) => {
      const name = textOf(key, 'key');
      if (name === '' || name.length > 255) throw invalid('a key has 1 to 255 characters');
      const known = orNull(() => keyOf(scene, name));
      scene.book.setDocumentProperty(known ?? name, valueOf(value));
      return property(scene, name);
    },
    DeleteAll: (_at, _args, scene) => { for (const key of [...scene.book.properties.custom.keys()]) scene.book.setDocumentProperty(key, undefined); },
    GetCount: (_at, _args, scene) => scene.book.properties.custom.size,
    GetItem: (_at, [key], scene) => property(scene, key),
    GetItemOrNullObject: (_at, [key], scene) => orNull(() => property(scene, key)),
  },
});

export const customPropertyKind = defineKind('CustomProperty', {
  id: (at) => at.key, idName: '_Id',
  properties: {
    Key: { get: (at) => at.key },
    Value: {
      get: (at, scene) => { const value = scene.book.properties.custom.get(keyOf(scene, at.key)); return value instanceof Date ? value.toISOString() : value; },
      set: (at, value, scene) => scene.book.setDocumentProperty(keyOf(scene, at.key), valueOf(value)),
    },
    Type: { get: (at, scene) => typeOf(scene.book.properties.custom.get(keyOf(scene, at.key))) },
  },
  methods: { Delete: (at, _args, scene) => scene.book.setDocumentProperty(keyOf(scene, at.key), undefined) },
});

function setting(scene: Scene, key: unknown): HostObject {
  const name = textOf(key, 'key');
  if (!scene.settings.has(name)) throw new HostFault('ItemNotFound', `no setting ${name}`);
  return scene.object('Setting', { key: name });
}

export const settingsKind = defineKind('SettingCollection', {
  items: (_at, scene) => [...scene.settings.keys()].map((key) => scene.object('Setting', { key })),
  item: (_at, key, scene) => setting(scene, key),
  methods: {
    Add: (_at, [key, value], scene) => {
      scene.settings.set(textOf(key, 'key'), JSON.stringify(value ?? null));
      return setting(scene, key);
    },
    GetCount: (_at, _args, scene) => scene.settings.size,
    GetItem: (_at, [key], scene) => setting(scene, key),
    GetItemOrNullObject: (_at, [key], scene) => orNull(() => setting(scene, key)),
  },
});

export const settingKind = defineKind('Setting', {
  id: (at) => at.key, idName: '_Id',
  properties: {
    Key: { get: (at) => at.key },
    Value: { get: (at, scene) => JSON.parse(scene.settings.get(at.key) ?? 'null') as unknown, set: (at, value, scene) => { scene.settings.set(at.key, JSON.stringify(value ?? null)); } },
  },
  methods: { Delete: (at, _args, scene) => { scene.settings.delete(at.key); } },
});
