// How an Excel type is described to the batch interpreter: its properties, objects, methods and items. Knows no type itself.
import { HostFault } from '../book/hostFault';
import type { Places } from './places';
import type { Scene } from './scene';

/** A live object of Excel's model: its type, and where in the book it is. */
export interface HostObject<At = unknown> { readonly kind: Kind<At>; readonly at: At }

// Methods rather than function properties, so that a Kind of one place type can stand among others.
export interface Property<At> { get?(self: At, scene: Scene): unknown; set?(self: At, value: unknown, scene: Scene): void }
export type Navigation<At> = { get(self: At, scene: Scene): HostObject | null };
export type Method<At> = { call(self: At, args: readonly unknown[], scene: Scene): unknown };

export interface KindMembers<At> {
  readonly properties?: Record<string, Property<At>>;
  readonly objects?: Record<string, (self: At, scene: Scene) => HostObject | null>;
  readonly methods?: Record<string, (self: At, args: readonly unknown[], scene: Scene) => unknown>;
  /** A collection's items, in order. */
  items?(self: At, scene: Scene): HostObject[];
  /** A collection's indexer, getItem(key) on the add-in's side. */
  item?(self: At, key: unknown, scene: Scene): HostObject;
  /** What Office.js keeps to find the object again in a later request. */
  id?(self: At, scene: Scene): string | number;
  /** Name under which the id goes over the wire. */
  readonly idName?: 'Id' | '_Id';
  /** Whether Excel can keep a reference to it across requests (ranges). */
  readonly referable?: boolean;
}

export interface Kind<At = unknown> {
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<At>>>;
  readonly objects: Readonly<Record<string, Navigation<At>>>;
  readonly methods: Readonly<Record<string, Method<At>>>;
  items?(self: At, scene: Scene): HostObject[];
  item?(self: At, key: unknown, scene: Scene): HostObject;
  id?(self: At, scene: Scene): string | number;
  readonly idName: 'Id' | '_Id';
  readonly referable: boolean;
}

/** Describes an Excel type by its Pascal-case members, as they are called on the wire. */
export function defineKind<K extends keyof Places>(name: K, members: KindMembers<Places[K]>): Kind<Places[K]> {
  type At = Places[K];
  const objects: Record<string, Navigation<At>> = {};
  for (const [key, get] of Object.entries(members.objects ?? {})) objects[key] = { get };
  const methods: Record<string, Method<At>> = {};
  for (const [key, call] of Object.entries(members.methods ?? {})) methods[key] = { call };
  const kind: Kind<At> = {
    name, properties: members.properties ?? {}, objects, methods, idName: members.idName ?? 'Id', referable: members.referable ?? false,
    ...(members.items ? { items: (self: At, scene: Scene) => members.items?.(self, scene) ?? [] } : {}),
    ...(members.id ? { id: members.id.bind(members) } : {}),
    ...(members.item ? { item: members.item.bind(members) } : {}),
  };
  return kind;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value;
}

/** The member as add-in code spells it: Values is values. */
export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** An answer of null instead of ItemNotFound, for the …OrNullObject members. */
export function orNull<T>(find: () => T): T | null {
  try {
    return find();
  } catch (fault) {
    if (fault instanceof HostFault && (fault.code === 'ItemNotFound' || fault.code === 'InvalidReference')) return null;
    throw fault;
  }
}
