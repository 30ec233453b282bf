// The own properties in a compound file, which the package for .xls mixes up with others. Knows property sets, [MS-OLEPS], and no workbook.

/** User-defined properties, D5CDD505-2E9C-101B-9397-08002B2CF9AE, as its bytes stand in a file. */
const ownSet = '05d5cdd59c2e1b10939708002b2cf9ae';
const encodings: Readonly<Record<number, string>> = { 936: 'gbk', 950: 'big5', 1200: 'utf-16le', 1252: 'windows-1252', 54936: 'gb18030', 65001: 'utf-8' };
const mostProperties = 1_000;

/** Reads the own properties of a document from its stream of properties (R2), as pairs of name and value. What does not make sense in it is left out. */
export function readXlsProperties(bytes: Uint8Array): readonly (readonly [string, string])[] {
  const set = new PropertySet(bytes);
  const start = set.startOf(ownSet);
  if (start === undefined) return [];
  const offsets = new Map<number, number>();
  const count = Math.min(set.number(start + 4), mostProperties);
  for (let index = 0; index < count; index += 1) offsets.set(set.number(start + 8 + index * 8), start + set.number(start + 12 + index * 8));
  const [names, encoding] = [offsets.get(0), offsets.get(1)];
  const page = encoding === undefined ? 1252 : set.number(encoding + 4) & 0xffff;
  if (names === undefined) return [];
  return set.namesAt(names, page).flatMap(([id, name]) => {
    const at = offsets.get(id);
    const value = at === undefined || id < 2 ? undefined : set.valueAt(at, page);
    return value === undefined ? [] : [[name, value] as const];
  });
}

class PropertySet {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A number of 32 bits; 0 beyond the end. */
  number(at: number): number {
    return at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : 0;
  }

  startOf(wanted: string): number | undefined {
    for (let index = 0; index < Math.min(this.number(24), 4); index += 1) {
      const at = 28 + index * 20;
      const name = [...this.bytes.subarray(at, at + 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (name === wanted) return this.number(at + 16);
    }
    return undefined;
  }

  namesAt(at: number, page: number): (readonly [number, string])[] {
    const names: (readonly [number, string])[] = [];
    let next = at + 4;
    for (let index = 0; index < Math.min(this.number(at), mostProperties) && next + 8 <= this.bytes.length; index += 1) {
      // Wide names count characters and end on a multiple of four; others count bytes.
      const length = this.number(next + 4) * (page === 1200 ? 2 : 1);
      names.push([this.number(next), this.text(next + 8, length, page)]);
      next += 8 + (page === 1200 ? Math.ceil(length / 4) * 4 : length);
    }
    return names;
  }

  valueAt(at: number, page: number): string | undefined {
    switch (this.number(at)) {
      case 0x1e:
        return this.text(at + 8, this.number(at + 4), page);
      case 0x1f:
        return this.text(at + 8, this.number(at + 4) * 2, 1200);
      case 0x03:
        return String(this.number(at + 4) | 0);
      case 0x05:
        return at + 12 <= this.bytes.length ? String(this.view.getFloat64(at + 4, true)) : undefined;
      case 0x0b:
        return String((this.number(at + 4) & 0xffff) !== 0);
      default:
        return undefined;
    }
  }

  private text(at: number, length: number, page: number): string {
    return new TextDecoder(encodings[page] ?? 'windows-1252').decode(this.bytes.subarray(at, at + length)).replace(/\0[\s\S]*$/, '');
  }
}
