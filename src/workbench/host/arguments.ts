// Reading the arguments of a request: wrong kinds are InvalidArgument, as in Excel. Knows nothing of what they are for.
import { invalid } from '../book/hostFault';
import type { Places } from './places';
import { isHostObject, type HostObject } from './registry';

/** An argument that must be text. */
export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalid(`${what} is not text`);
  return value;
}

export function optionalText(value: unknown, what: string): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : textOf(value, what);
}

/** An argument that must be a whole number. */
export function wholeOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid(`${what} is not a whole number`);
  return value;
}

export function optionalWhole(value: unknown, what: string): number | undefined {
  return value === undefined || value === null ? undefined : wholeOf(value, what);
}

/** An argument that must be a number. */
export function numberOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(`${what} is not a number`);
  return value;
}

/** An argument that must be true or false. */
export function flagOf(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalid(`${what} is not true or false`);
  return value;
}

export function optionalFlag(value: unknown, what: string): boolean | undefined {
  return value === undefined || value === null ? undefined : flagOf(value, what);
}

/** One of a set of words; Excel takes its enumerations without regard to case. */
export function oneOf<const T extends string>(value: unknown, words: readonly T[], what: string): T {
  const text = textOf(value, what).toLowerCase();
  const found = words.find((word) => word.toLowerCase() === text);
  if (found === undefined) throw invalid(`${what} is ${String(value)}, not one of ${words.join(', ')}`);
  return found;
}

export function optionalOneOf<const T extends string>(value: unknown, words: readonly T[], fallback: T, what: string): T {
  return value === undefined || value === null ? fallback : oneOf(value, words, what);
}

/** An argument that must be an object. */
export function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${what} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

/** An argument that must be an array. */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(`${what} is not a list`);
  return value;
}

/** Whether a value is an object of this type; then its place is known. */
export function isOf<K extends keyof Places>(value: unknown, kind: K): value is HostObject<Places[K]> {
  return isHostObject(value) && value.kind.name === kind;
}

/** '#RRGGBB' from what Excel takes as a colour: #RGB hex or an HTML colour name. */
export function colorOf(value: unknown, what: string): string {
  const text = textOf(value, what).trim();
  if (text === '') return '';
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named === undefined) throw invalid(`${what} is no colour: ${text}`);
  return named;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', lime: '#00FF00', blue: '#0000FF', yellow: '#FFFF00', orange: '#FFA500', gray: '#808080', grey: '#808080',
  silver: '#C0C0C0', lightgray: '#D3D3D3', lightgrey: '#D3D3D3', darkgray: '#A9A9A9', navy: '#000080', teal: '#008080', aqua: '#00FFFF', cyan: '#00FFFF', purple: '#800080', fuchsia: '#FF00FF',
  magenta: '#FF00FF', maroon: '#800000', olive: '#808000', pink: '#FFC0CB', brown: '#A52A2A', gold: '#FFD700',
};
