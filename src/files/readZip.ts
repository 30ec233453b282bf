// The parts of a zip, unpacked piece by piece and never further than the zip says and the limits allow. Knows nothing of what the parts mean.
import { Inflate } from 'fflate';
import { fileLimits } from './fileLimits';
import { refuse, refuseAsDamaged } from './fileRefusal';
import { pieceBytes } from './readPace';

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const in64Bits = 0xffffffff;

interface Part {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly checksum: number;
  readonly at: number;
}

/** Part names differ neither by case nor by the direction of their slashes (ECMA-376, part 2, 6.2.2). */
const keyOf = (path: string): string => path.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

/** A zip whose directory was found sound: few enough parts, small enough together (R9). */
export class ZipParts {
  private readonly parts: ReadonlyMap<string, Part>;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.parts = readDirectory(bytes);
    const declared = [...this.parts.values()].reduce((sum, part) => sum + part.declared, 0);
    if (declared > fileLimits.unpackedBytes) refuse('tooLarge', { what: 'content', megabytes: Math.round(fileLimits.unpackedBytes / 1024 / 1024) });
    if (declared > fileLimits.ratioFrom && declared > bytes.length * fileLimits.ratio) refuse('tooLarge', { what: 'content', megabytes: Math.round(fileLimits.unpackedBytes / 1024 / 1024) });
  }

  has(path: string): boolean {
    return this.parts.has(keyOf(path));
  }

  hasUnder(folder: string): boolean {
    return [...this.parts.keys()].some((path) => path.startsWith(folder));
  }

  /** Whether a part has this name, in whatever folder: few programs use other folders than the usual ones, but some do. */
  hasNamed(name: string): boolean {
    return [...this.parts.keys()].some((path) => path === name || path.endsWith(`/${name}`));
  }

  /** A part in pieces. A part that is not what the directory declared, in length or in checksum, is damage. */
  *pieces(path: string): Generator<Uint8Array, void> {
    const part = this.parts.get(keyOf(path));
    if (part === undefined) refuse('damaged');
    let length = 0;
    let checksum = 0;
    for (const piece of part.method === 0 ? inPieces(this.packedBytes(part)) : inflated(this.packedBytes(part))) {
      length += piece.length;
      if (length > part.declared) refuse('damaged');
      checksum = crc32(piece, checksum);
      yield piece;
    }
    if (length !== part.declared || checksum !== part.checksum) refuse('damaged');
  }

  private packedBytes(part: Part): Uint8Array {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (part.at + 30 > this.bytes.length || view.getUint32(part.at, true) !== localEntry) refuse('damaged');
    if (part.method !== 0 && part.method !== 8) refuse('damaged');
    const start = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
    if (start + part.packed > this.bytes.length) refuse('damaged');
    return this.bytes.subarray(start, start + part.packed);
  }
}

function* inPieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** Packed bytes go in by 4 KB, so that no more than some 4 MB come out before somebody counts them. */
function* inflated(packed: Uint8Array): Generator<Uint8Array, void> {
  const waiting: Uint8Array[] = [];
  const inflate = new Inflate((piece) => waiting.push(piece));
  const step = 4096;
  for (let at = 0; at === 0 || at < packed.length; at += step) {
    try {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch (fault) {
      // fflate says with its own errors that these are no packed bytes.
      refuseAsDamaged(fault);
    }
    for (const piece of waiting.splice(0)) yield* inPieces(piece);
  }
}

function readDirectory(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) refuse('damaged');
  const count = view.getUint16(end + 10, true);
  if (count > fileLimits.parts) refuse('tooLarge', { what: 'parts' });
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) refuse('damaged');
    if ((view.getUint16(at + 8, true) & 1) === 1) refuse('encrypted');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const path = keyOf(new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)));
    const [declared, packed] = sizesOf(view, at, nameEnd, next);
    // Two parts of one name: readers disagree about which of them counts.
    if (parts.has(path)) refuse('damaged');
    checkLocalName(bytes, view, view.getUint32(at + 42, true), path);
    parts.set(path, { path, method: view.getUint16(at + 10, true), packed, declared, checksum: view.getUint32(at + 16, true), at: view.getUint32(at + 42, true) });
    at = next;
  }
  // More entries than were counted: parts would be missed without a word.
  if (at + 4 <= bytes.length && view.getUint32(at, true) === directoryEntry) refuse('damaged');
  return parts;
}

/** A part's name stands with its bytes too. Where the two differ the directory was changed on the way, and a part would be missed without a word. */
function checkLocalName(bytes: Uint8Array, view: DataView, at: number, path: string): void {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localEntry) refuse('damaged');
  if (keyOf(new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + view.getUint16(at + 26, true)))) !== path) refuse('damaged');
}

/** Unpacked and packed size; where they do not fit, or a program writes all zips so, they stand in the extra field 1 (4.5.3). */
function sizesOf(view: DataView, at: number, from: number, to: number): [number, number] {
  let declared = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  if (declared !== in64Bits && packed !== in64Bits) return [declared, packed];
  for (let extra = from; extra + 4 <= Math.min(to, view.byteLength); extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    const take = (): number => {
      if (field + 8 > view.byteLength) refuse('damaged');
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    if (declared === in64Bits) declared = take();
    if (packed === in64Bits) packed = take();
    break;
  }
  return [declared, packed];
}

const checksums = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of a zip over one more piece (APPNOTE 4.4.7); fflate writes it and does not look at it. */
function crc32(piece: Uint8Array, before: number): number {
  let value = ~before;
  for (let at = 0; at < piece.length; at += 1) value = (checksums[(value ^ (piece[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
