// Looked at before anything is read: size, kind by content, and whether it is open to be read at all (R9). Knows formats from outside.
import { fileLimits } from './fileLimits';
import { refuse } from './fileRefusal';
import { ZipParts } from './readZip';
import { recogniseContent } from './recogniseContent';

/** A file that may be read, and by which reader. */
export type GuardedFile = { readonly kind: 'xlsx' | 'docx'; readonly parts: ZipParts } | { readonly kind: 'xls' | 'csv'; readonly bytes: Uint8Array };

/** Decides from its bytes alone how a file is to be read, or refuses it (R9). */
export function guardFile(bytes: Uint8Array): GuardedFile {
  if (bytes.length > fileLimits.fileBytes) refuse('tooLarge', { what: 'file', megabytes: fileLimits.fileBytes / 1024 / 1024 });
  const content = recogniseContent(bytes);
  switch (content) {
    case 'zip':
      return guardZip(new ZipParts(bytes));
    case 'compound':
      return guardCompound(bytes);
    case 'text':
      return { kind: 'csv', bytes };
    case 'empty':
      return refuse('empty');
    case 'html':
      return refuse('oldHtml');
    case 'xml2003':
    case 'openDocument':
    case 'rtf':
    case 'oldXls':
      return refuse('otherFormat', { what: content });
    case 'picture':
    case 'pdf':
    case 'archive':
    case 'program':
    case 'unknown':
      return refuse('notATable', { what: content });
  }
}

function guardZip(parts: ZipParts): GuardedFile {
  // A document may hold a workbook, not the other way round.
  if (parts.hasUnder('word/')) return { kind: 'docx', parts };
  if (parts.has('xl/workbook.bin')) return refuse('otherFormat', { what: 'xlsb' });
  if (parts.hasUnder('xl/')) return { kind: 'xlsx', parts };
  if (parts.hasUnder('ppt/')) return refuse('notATable', { what: 'presentation' });
  if (parts.hasNamed('workbook.xml')) return { kind: 'xlsx', parts };
  if (parts.hasNamed('document.xml')) return { kind: 'docx', parts };
  if (parts.has('mimetype') && parts.has('content.xml')) return refuse('otherFormat', { what: 'openDocument' });
  return refuse('notATable', { what: 'archive' });
}

function guardCompound(bytes: Uint8Array): GuardedFile {
  const names = namesIn(bytes);
  // Word, Excel and PowerPoint alike put an encrypted document of theirs into a compound file.
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) refuse('encrypted');
  if (names.has('Workbook') || names.has('Book')) return { kind: 'xls', bytes };
  if (names.has('WordDocument')) return refuse('otherFormat', { what: 'doc' });
  if (names.has('PowerPoint Document')) return refuse('notATable', { what: 'presentation' });
  // The directory is at the end of many such files: where it was cut off, no name is found.
  return refuse(names.size === 0 ? 'damaged' : 'notATable', names.size === 0 ? {} : { what: 'unknown' });
}

const entryLength = 128;

/**
 * Names in the directory of a compound file, found without following its chains, which may lead anywhere
 * ([MS-CFB] 2.6.1: 64 bytes of name, its length, the type of the entry; entries stand at multiples of 128).
 */
function namesIn(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + entryLength <= bytes.length; at += entryLength) {
    const length = view.getUint16(at + 64, true);
    const type = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 === 1 || (type !== 1 && type !== 2 && type !== 5) || view.getUint16(at + length - 2, true) !== 0) continue;
    names.add(String.fromCharCode(...Array.from({ length: length / 2 - 1 }, (_, index) => view.getUint16(at + index * 2, true))));
  }
  return names;
}
