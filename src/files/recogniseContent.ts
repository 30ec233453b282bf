// What a file is, by its first bytes and never by its name. Knows the marks of formats and nothing of their insides.

export type FileContent = 'empty' | 'zip' | 'compound' | 'html' | 'xml2003' | 'openDocument' | 'rtf' | 'oldXls' | 'picture' | 'pdf' | 'archive' | 'program' | 'unknown' | 'text';

const marks: readonly (readonly [FileContent, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // A zip without any part.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
  // Workbooks of before 1995 begin with their first record: BIFF 2, 3 and 4.
  ['oldXls', [0x09, 0x00, 0x04, 0x00]],
  ['oldXls', [0x09, 0x02, 0x06, 0x00]],
  ['oldXls', [0x09, 0x04, 0x06, 0x00]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['program', [0x4d, 0x5a, 0x90]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

const beginsWith = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean => mark.every((byte, index) => bytes[at + index] === byte);
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Marks that stand a little further in: a bitmap needs more than its two letters, WEBP and HEIC are named after a length. */
function isLaterPicture(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, [0x42, 0x4d]) && bytes.length > 26 && beginsWith(bytes, [0, 0, 0, 0], 6)) return true;
  return (latin(bytes.subarray(0, 4)) === 'RIFF' && latin(bytes.subarray(8, 12)) === 'WEBP') || (latin(bytes.subarray(4, 8)) === 'ftyp' && /^(hei|mif|avif)/.test(latin(bytes.subarray(8, 12))));
}

/** Whether text of pages and XML begins here, once byte order marks, UTF-16's zeros and blanks are left out. */
function markupOf(bytes: Uint8Array): FileContent | undefined {
  const head = latin(bytes.subarray(0, 4096).filter((byte) => byte !== 0 && byte < 0x80)).trimStart().toLowerCase();
  if (/^mime-version:/.test(head)) return 'html';
  if (!head.startsWith('<')) return undefined;
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003';
  if (head.includes('urn:oasis:names:tc:opendocument')) return 'openDocument';
  return /<(html|table|head|body|meta|!doctype html|style|div)\b/.test(head) ? 'html' : undefined;
}

/** What the bytes of a file are (R9). */
export function recogniseContent(bytes: Uint8Array): FileContent {
  if (bytes.length === 0) return 'empty';
  const marked = marks.find(([, mark]) => beginsWith(bytes, mark));
  if (marked !== undefined) return marked[0];
  if (isLaterPicture(bytes)) return 'picture';
  const markup = markupOf(bytes);
  if (markup !== undefined) return markup;
  const isUtf16 = beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff]);
  // Text in UTF-8 or GB18030 has no zero in it.
  return !isUtf16 && bytes.subarray(0, 65_536).includes(0) ? 'unknown' : 'text';
}
