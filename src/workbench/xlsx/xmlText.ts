// Text as the parts of a workbook file hold it: escaping, and back. Knows nothing of spreadsheets.

// Characters that XML cannot hold at all, or would change (a carriage return), lone halves of surrogate pairs among them.
// Built from text: a regular expression literal with control characters looks like a slip.
const UNSPEAKABLE = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]', 'g',
);
const NEEDS_CARE = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff\\ufffe\\uffff]|_x[0-9A-Fa-f]{4}_');
const MARKUP = /[&<>]/;

const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Text for an element. What XML cannot hold is written _xHHHH_, and a text that looks so already gets its underscore written so:
 * that is ST_Xstring of ECMA-376 (Part 1, 22.9.2.19), which Excel reads back.
 */
export function escapeText(text: string): string {
  // Nearly every text is plain, and a ledger has a hundred thousand of them.
  const spoken = NEEDS_CARE.test(text) ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(UNSPEAKABLE, hex) : text;
  if (!MARKUP.test(spoken)) return spoken;
  return spoken
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text for an attribute: line breaks and tabs would become blanks there, so they are written as ST_Xstring too. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/[\t\n]/g, hex);
}

/** Turns _xHHHH_ back into characters. */
export function decodeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element with its attributes (absent ones left out, true and false as 1 and 0) and its content, which is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    open += ` ${key}="${typeof value === 'boolean' ? (value ? '1' : '0') : typeof value === 'number' ? value : escapeAttribute(value)}"`;
  }
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
