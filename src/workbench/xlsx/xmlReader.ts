// A strict reader of XML, one piece at a time: a sheet of a million cells never becomes a tree. Knows nothing of spreadsheets.
// Names come without their prefix; document types are refused, so no entity can grow.

/** The XML is damaged. */
export class XmlFault extends Error {
  constructor(why: string, at: number) {
    super(`${why} (at character ${at})`);
    this.name = 'XmlFault';
  }
}

/** An element read whole. */
export interface XmlElement {
  readonly name: string;
  /** By their names without prefix, except that a relationship's id is kept as `r:id`, whatever its prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly inside. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string, at: number): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (whole.endsWith(';')) {
      const known = ENTITIES[name];
      if (known !== undefined) return known;
      const code = /^#x([0-9A-Fa-f]{1,6})$/.exec(name)?.[1];
      const point = code !== undefined ? parseInt(code, 16) : Number(/^#(\d{1,7})$/.exec(name)?.[1] ?? NaN);
      if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    }
    throw new XmlFault(`unknown entity ${whole}`, at);
  });
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function parseAttributes(source: string, at: number): Record<string, string> {
  const found: Record<string, string> = {};
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    const name = match[1]!;
    if (name.startsWith('xmlns')) continue;
    const local = localName(name);
    found[local === 'id' && local !== name ? 'r:id' : local] = unescape(match[2] ?? match[3] ?? '', at);
  }
  return found;
}

export type XmlPiece = 'open' | 'close' | 'text' | 'end';

/** Walks through a document. After next(), `name`, `attributes` and `text` tell of the piece just read. */
export class XmlReader {
  name = '';
  text = '';
  private attributeSource = '';
  private at = 0;
  private readonly path: string[] = [];
  /** An element without content closes itself: its 'close' comes next. */
  private closing = false;

  constructor(private readonly source: string) {
    if (source.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  get attributes(): Record<string, string> {
    return parseAttributes(this.attributeSource, this.at);
  }

  /** How many elements are open. */
  get depth(): number {
    return this.path.length;
  }

  next(): XmlPiece {
    if (this.closing) {
      this.closing = false;
      this.name = localName(this.path.pop()!);
      return 'close';
    }
    for (;;) {
      if (this.at >= this.source.length) {
        if (this.path.length > 0) throw new XmlFault(`<${this.path.at(-1)}> is not closed`, this.at);
        return 'end';
      }
      if (this.source.charCodeAt(this.at) !== 60) return this.readText();
      const mark = this.source.charCodeAt(this.at + 1);
      if (mark === 47) return this.readClose();
      if (mark !== 33 && mark !== 63) return this.readOpen();
      if (this.source.startsWith('<![CDATA[', this.at)) {
        const end = this.endOf(']]>', this.at + 9);
        this.text = this.source.slice(this.at + 9, end);
        this.at = end + 3;
        return 'text';
      }
      if (this.source.startsWith('<!--', this.at)) this.at = this.endOf('-->', this.at + 4) + 3;
      else if (mark === 63) this.at = this.endOf('?>', this.at + 2) + 2;
      else throw new XmlFault('a document type is not taken', this.at);
    }
  }

  /** The rest of the element just opened, as a tree. */
  readElement(): XmlElement {
    const { name, attributes } = this;
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      const piece = this.next();
      if (piece === 'open') children.push(this.readElement());
      else if (piece === 'text') text += this.text;
      else return { name, attributes, children, text };
    }
  }

  /** Passes over the rest of the element just opened. */
  skipElement(): void {
    const depth = this.path.length;
    while (this.path.length >= depth) this.next();
  }

  private endOf(mark: string, from: number): number {
    const end = this.source.indexOf(mark, from);
    if (end < 0) throw new XmlFault(`${mark} is missing`, from);
    return end;
  }

  private readText(): XmlPiece {
    let end = this.source.indexOf('<', this.at);
    if (end < 0) end = this.source.length;
    const raw = this.source.slice(this.at, end);
    if (this.path.length === 0 && raw.trim() !== '') throw new XmlFault('text outside of the document', this.at);

    // XML turns every line break into \n (section 2.11)
    this.text = unescape(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw, this.at);
    this.at = end;
    return 'text';
  }

  private readClose(): XmlPiece {
    const end = this.endOf('>', this.at);
    const name = this.source.slice(this.at + 2, end).trimEnd();
    const open = this.path.pop();
    if (open !== name) throw new XmlFault(`</${name}> closes <${open ?? ''}>`, this.at);
    this.name = localName(name);
    this.at = end + 1;
    return 'close';
  }

  private readOpen(): XmlPiece {
    const { source } = this;
    let end = this.endOf('>', this.at);

    // A > may stand inside quotes
    while (hasOpenQuote(source, this.at, end)) end = this.endOf('>', end + 1);
    const empty = source.charCodeAt(end - 1) === 47;
    const stop = empty ? end - 1 : end;
    let nameEnd = this.at + 1;
    while (nameEnd < stop && source.charCodeAt(nameEnd) > 32) nameEnd++;
    const full = source.slice(this.at + 1, nameEnd);
    if (full === '') throw new XmlFault('an element without name', this.at);
    if (this.path.length > 200) throw new XmlFault('elements inside elements more than 200 deep', this.at);
    this.path.push(full);
    this.name = localName(full);
    this.attributeSource = source.slice(nameEnd, stop);
    this.closing = empty;
    this.at = end + 1;
    return 'open';
  }
}

function hasOpenQuote(source: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0;
  }
  return quote !== 0;
}

/** A whole document as a tree, for the small parts of a file. */
export function parseXml(source: string): XmlElement {
  const reader = new XmlReader(source);
  for (let piece = reader.next(); piece !== 'end'; piece = reader.next()) {
    if (piece !== 'open') continue;
    const root = reader.readElement();
    for (let rest = reader.next(); rest !== 'end'; rest = reader.next()) if (rest === 'open') throw new XmlFault('more than one root', 0);
    return root;
  }
  throw new XmlFault('no element at all', 0);
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** xsd:boolean: 1 and true are yes. */
export function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
