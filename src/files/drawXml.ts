// Elements and text as the parts of an Office file hold them. Knows XML's own rules, and neither sheets nor documents.

// What XML cannot hold, or would change on reading (a carriage return), lone halves of surrogate pairs among it. Built from text: control characters in a pattern look like a slip.
const unspeakable = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', 'g');

/** Nearly every text is plain, and a ledger has a hundred thousand of them. */
const needsCare = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff\\ufffe\\uffff]|_x[0-9A-Fa-f]{4}_');
const markup = /[&<>]/;

function asCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/**
 * Text between tags of a workbook's part. What XML cannot hold becomes _xHHHH_, and a text that looks so already has its first underscore written so,
 * as ECMA-376 Part 1, 22.9.2.19 (ST_Xstring) provides; so each text comes back as it was (R12).
 */
export function escapeText(text: string): string {
  const spoken = needsCare.test(text) ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unspeakable, asCode) : text;
  return markup.test(spoken) ? spoken.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : spoken;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

function attribute(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? String(value) : escapeText(value).replaceAll('"', '&quot;').replace(/[\t\n]/g, asCode);
}

/** One element. Attributes without a value are left out; `content` is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const said = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${attribute(value)}"`)).join('');
  return content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`;
}

/** An element around a list, with how many there are; nothing for an empty list. */
export function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : element(name, { count: items.length }, items.join(''));
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
