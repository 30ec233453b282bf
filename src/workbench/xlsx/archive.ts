// The parts of a file, unpacked only after its directory was judged: sizes, number of parts, encryption. Knows zip, nothing of workbooks.
import { strFromU8, unzipSync } from 'fflate';
import { FileFault } from './fileFault';
import { REFUSED } from './lostWords';
import { parseXml, XmlFault, type XmlElement } from './xmlReader';

/** Limits that no workbook of an office comes near, and that a hostile file has to stay under. */
export const ARCHIVE_LIMITS = { unpackedMegabytes: 400, parts: 10_000 } as const;

const MEGABYTE = 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

interface Entry { readonly path: string; readonly size: number; readonly isEncrypted: boolean }

/** The unpacked parts of a file by path. Part names compare without regard to case (ECMA-376 Part 2, 6.2.2.3). */
export class Archive {
  /** Every part, also those not unpacked (pictures). */
  readonly paths: readonly string[];
  private readonly parts = new Map<string, Uint8Array>();

  /** Throws FileFault, before anything is unpacked, for what is no workbook, is encrypted, or declares more than the limits. */
  constructor(bytes: Uint8Array) {
    checkKind(bytes);
    const entries = readDirectory(bytes);
    if (entries.some((entry) => entry.isEncrypted)) throw new FileFault(REFUSED.encrypted);
    if (entries.length > ARCHIVE_LIMITS.parts) throw new FileFault(REFUSED.tooManyParts(entries.length, ARCHIVE_LIMITS.parts));
    const megabytes = Math.ceil(entries.reduce((sum, entry) => sum + entry.size, 0) / MEGABYTE);
    if (megabytes > ARCHIVE_LIMITS.unpackedMegabytes) throw new FileFault(REFUSED.tooLarge(megabytes, ARCHIVE_LIMITS.unpackedMegabytes));

    // fflate gives each part a buffer of the declared size and never more: a false declaration ends in a damaged part, not in memory
    let unpacked: Record<string, Uint8Array>;
    try {
      unpacked = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') && !/\.(?:png|jpe?g|gif|emf|wmf|tiff?)$/i.test(name) });
    } catch (cause) {
      throw new FileFault(REFUSED.notXlsx, { cause });
    }
    for (const [path, part] of Object.entries(unpacked)) this.parts.set(path.toLowerCase(), part);
    this.paths = entries.map((entry) => entry.path);
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  bytes(path: string): Uint8Array | undefined {
    return this.parts.get(path.toLowerCase());
  }

  /** The text of a part. Throws FileFault when it is missing. */
  text(path: string): string {
    const part = this.bytes(path);
    if (!part) throw new FileFault(REFUSED.missing(path));
    const [first, second] = part;
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
    return part.length > 64 * MEGABYTE ? new TextDecoder().decode(part) : strFromU8(part);
  }

  /** A small part as a tree; undefined when the file has none of that path. */
  xml(path: string): XmlElement | undefined {
    return this.has(path) ? readable(path, () => parseXml(this.text(path))) : undefined;
  }
}

/** Reads a part, and says which one it was when its XML is damaged. */
export function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlFault) throw new FileFault(REFUSED.damaged(path));
    throw error;
  }
}

function checkKind(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileFault(REFUSED.empty);
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
  if (isCompound) throw new FileFault(holdsEncryptedPackage(bytes) ? REFUSED.encrypted : REFUSED.oldFormat);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new FileFault(REFUSED.notXlsx);
}

/** An encrypted .xlsx is a compound file with an entry of this name, in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(69); at >= 0; at = bytes.indexOf(69, at + 1)) {
    if (name.every((code, index) => bytes[at + index * 2] === code && bytes[at + index * 2 + 1] === 0)) return true;
  }
  return false;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new FileFault(REFUSED.notXlsx);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new FileFault(REFUSED.notXlsx);
    const [nameLength, extraLength, noteLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];

    // A size of FFFFFFFF points to a 64-bit one: beyond the limit in any case
    entries.push({
      path: strFromU8(bytes.subarray(at + 46, at + 46 + nameLength)), size: view.getUint32(at + 24, true), isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}
