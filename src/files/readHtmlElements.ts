// What elements of HTML are to a reader of tables: which stand on their own lines, which are never seen, which build a table. Knows names only.

/** Stand on lines of their own. */
export const blockElements: ReadonlySet<string> = new Set([
  'p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'address', 'article', 'section', 'header', 'footer', 'main', 'nav', 'aside', 'form',
  'fieldset', 'legend', 'center', 'figure', 'figcaption', 'details', 'summary', 'dir', 'menu', 'hr', 'option', 'textarea', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th',
]);

/** Never seen: programs, styles, what was struck out under tracked changes, readings above a character, what stands in for something else. */
export const unseenElements: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'title', 'del', 'rt', 'rp', 'iframe', 'object', 'audio', 'video', 'canvas', 'noframes', 'noembed', 'xml', 'datalist',
]);

export const rowGroups: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
export const cellElements: ReadonlySet<string> = new Set(['td', 'th', 'caption']);

/** Have no end, and so no contents. */
export const voidElements: ReadonlySet<string> = new Set(['area', 'base', 'basefont', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

const inTable: ReadonlySet<string> = new Set(['table']);
const inGroup: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot']);
const inRow: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

/** What a new one of these closes, whatever is open inside: everything down to one of the names. */
export const closesDownTo: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['thead', inTable], ['tbody', inTable], ['tfoot', inTable], ['colgroup', inTable], ['caption', inTable], ['tr', inGroup], ['td', inRow], ['th', inRow],
]);
