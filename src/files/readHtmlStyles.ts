// What the styles of HTML say about a table's contents: what is not shown, which number formats, which gaps. Knows properties by name, and no element.

/** Of a style only what changes what is read. */
export interface HtmlStyle {
  /** Not shown at all. */
  readonly isHidden?: boolean;
  /** Stands on lines of its own, or on none. */
  readonly isBlock?: boolean;
  /** Whether blanks and line ends of the source are kept. */
  readonly white?: HtmlWhite;
  /** Excel's number format. */
  readonly format?: string;
  /** Tabs that Word shows as blanks. */
  readonly tabs?: number;
  /** A cell that takes several places without being merged: a text that runs over its neighbours, or a gap in a row of Word's. */
  readonly isNoMerge?: boolean;
}

/** How white space of the source is shown: as one blank, as it stands, or with its line ends only. */
export type HtmlWhite = 'collapsed' | 'kept' | 'lines';

type Draft = { -readonly [Key in keyof HtmlStyle]: HtmlStyle[Key] };

const whites: ReadonlyMap<string, HtmlWhite> = new Map([['pre', 'kept'], ['pre-wrap', 'kept'], ['break-spaces', 'kept'], ['pre-line', 'lines']]);
/** Marks of comments and notes, which stand in the page only for programs that have none of their own. */
const strangers = new Set(['comment', 'comment-list', 'footnote', 'endnote', 'footnote-list', 'endnote-list']);
const mostTabs = 20;

/** One property into the style. Later ones win, as in a browser. */
function take(style: Draft, property: string, value: string): void {
  const word = value.replace(/\s*!\s*important$/i, '').trim().toLowerCase();
  switch (property) {
    case 'display':
      style.isHidden = word === 'none';
      if (word.startsWith('inline') || word === 'contents') style.isBlock = false;
      else if (word === 'block' || word === 'flex' || word === 'grid' || word === 'list-item') style.isBlock = true;
      break;
    case 'visibility':
      if (word === 'hidden' || word === 'collapse') style.isHidden = true;
      break;
    case 'mso-hide':
      if (word === 'all' || word === 'screen') style.isHidden = true;
      break;
    case 'mso-list':
      if (word.split(/\s+/).includes('ignore')) style.isHidden = true;
      break;
    case 'mso-special-character':
    case 'mso-element':
      if (strangers.has(word)) style.isHidden = true;
      break;
    case 'white-space':
      style.white = whites.get(word) ?? 'collapsed';
      break;
    case 'mso-number-format':
      style.format = excelFormat(value.trim());
      break;
    case 'mso-tab-count':
      style.tabs = Math.min(Math.max(Number.parseInt(word, 10) || 0, 0), mostTabs);
      break;
    case 'mso-ignore':
      if (word.includes('colspan') || word.includes('rowspan')) style.isNoMerge = true;
      break;
    case 'mso-cell-special':
      if (word === 'placeholder') style.isNoMerge = true;
      break;
    default:
  }
}

/** Reads declarations, as they stand in a style attribute or between braces. */
export function readHtmlStyle(text: string): HtmlStyle {
  const style: Draft = {};
  let quote = '';
  let from = 0;
  let colon = -1;
  const declare = (to: number): void => {
    if (colon >= 0) take(style, text.slice(from, colon).trim().toLowerCase(), text.slice(colon + 1, to));
    from = to + 1;
    colon = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\\') at += 1;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ':' && colon < 0) colon = at;
    else if (sign === ';') declare(at);
  }
  declare(text.length);
  return style;
}

/** Formats that Excel names in words, as a Chinese Excel shows them. */
const namedFormats: ReadonlyMap<string, string> = new Map([
  ['short date', 'yyyy/m/d'], ['medium date', 'd-mmm-yy'], ['long date', 'yyyy"年"m"月"d"日"'], ['general date', 'yyyy/m/d h:mm'],
  ['short time', 'h:mm'], ['medium time', 'h:mm AM/PM'], ['long time', 'h:mm:ss'], ['fixed', '0.00'], ['standard', '#,##0.00'], ['percent', '0.00%'], ['scientific', '0.00E+00'], ['general', ''],
]);

/** A number format as Excel has it: in HTML it stands in quotes, with four digits or one sign after each backslash. */
function excelFormat(value: string): string {
  const bare = /^(["'])[^]*\1$/.test(value) ? value.slice(1, -1) : value;
  const format = bare.replace(/\\([0-9a-f]{4}|[^])/gi, (_, escaped: string) => (escaped.length === 4 ? String.fromCharCode(Number.parseInt(escaped, 16)) : escaped));
  return namedFormats.get(format.toLowerCase()) ?? format;
}

/** The style sheets of a page: rules for an element, for a class, and for both together. What asks for more than that is passed over. */
export class HtmlStyleSheet {
  private readonly rules = new Map<string, HtmlStyle>();

  /** Takes in what stands in a style element. */
  add(source: string): void {
    const text = withoutComments(source);
    for (let at = 0; at < text.length; ) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      // Behind an @import, which ends with a semicolon.
      const before = text.slice(at, open);
      const selectors = before.slice(before.lastIndexOf(';') + 1);
      const close = endOfBlock(text, open);
      // @media, @page and the like are for other eyes or for paper.
      if (!selectors.trimStart().startsWith('@')) this.addRule(selectors, text.slice(open + 1, close));
      at = close + 1;
    }
  }

  /** What holds for an element, its own style last. */
  styleOf(name: string, classes: string | undefined, own: string | undefined): HtmlStyle {
    let style: HtmlStyle = this.rules.get(name) ?? none;
    if (classes !== undefined && this.rules.size > 0) {
      const names = classes.toLowerCase().split(/\s+/, mostClasses);
      for (const each of names) style = joined(style, this.rules.get(`.${each}`));
      for (const each of names) style = joined(style, this.rules.get(`${name}.${each}`));
    }
    return own === undefined ? style : joined(style, readHtmlStyle(own));
  }

  private addRule(selectors: string, declarations: string): void {
    const style = readHtmlStyle(declarations);
    if (Object.keys(style).length === 0) return;
    for (const each of selectors.split(',')) {
      const selector = each.trim().toLowerCase();
      if (/^[^\s.#:[>+~*]*(\.[^\s.#:[>+~*]+)?$/.test(selector) && selector !== '') this.rules.set(selector, joined(this.rules.get(selector) ?? none, style));
    }
  }
}

const none: HtmlStyle = Object.freeze({});
const mostClasses = 50;
const joined = (style: HtmlStyle, later: HtmlStyle | undefined): HtmlStyle => (later === undefined ? style : { ...style, ...later });

/** Styles without comments, and without the marks that hide them from very old browsers. */
function withoutComments(source: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = source.indexOf('/*', at);
    if (open < 0) break;
    text += source.slice(at, open);
    const close = source.indexOf('*/', open + 2);
    if (close < 0) return text;
    at = close + 2;
  }
  return (text + source.slice(at)).replace(/<!--|-->/g, '');
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
