// What a file is, told from its bytes before anything is read, and what is refused there.
import { CFB } from '@e965/xlsx';
import type { FileRefusal } from '../../src/core/rawTable';
import { Refused } from '../../src/files/fileRefusal';
import { guardFile } from '../../src/files/guard';
import { documentOf, sheetOf, workbookOf, zipOf } from './officePackages';

interface Compound { readonly utils: { cfb_new: () => object; cfb_add: (file: object, name: string, content: Uint8Array) => void }; readonly write: (file: object, options: object) => Uint8Array }

/** A compound file with streams of the given names. */
const compoundOf = (...names: readonly string[]): Uint8Array => {
  const { utils, write } = CFB as Compound;
  const file = utils.cfb_new();
  for (const name of names) utils.cfb_add(file, `/${name}`, new Uint8Array(5000).fill(7));
  return new Uint8Array(write(file, { type: 'array' }));
};
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

const refusal = (bytes: Uint8Array): FileRefusal | string => {
  try {
    return guardFile(bytes).kind;
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal;
    throw fault;
  }
};

test.each<[string, Uint8Array, string]>([
  ['a workbook', sheetOf(''), 'xlsx'],
  ['a document, also one that holds a workbook', documentOf('', { 'word/embeddings/a.xlsx': 'x', 'xl/a': 'x' }), 'docx'],
  ['a workbook whose parts lie in another folder', zipOf({ 'wtf/workbook.xml': '<x/>' }), 'xlsx'],
  ['a document whose parts do', zipOf({ 'document.xml': '<x/>' }), 'docx'],
  ['an old workbook', compoundOf('Workbook'), 'xls'],
  ['one that is older still', compoundOf('Book'), 'xls'],
  ['a text', latin('1,2\n3,4'), 'csv'],
])('[I1] %s is known by what it is', (_, bytes, kind) => {
  expect(refusal(bytes)).toBe(kind);
});

const told: readonly (readonly [string, Uint8Array, FileRefusal['kind'], string?])[] = [
  ['an empty file', new Uint8Array(), 'empty'],
  ['a workbook with a password', compoundOf('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  ['a document with a password', compoundOf('EncryptedPackage', 'WordDocument'), 'encrypted'],
  ['an old document', compoundOf('WordDocument', '1Table'), 'otherFormat', 'doc'],
  ['an old presentation', compoundOf('PowerPoint Document'), 'notATable', 'presentation'],
  ['some other compound file', compoundOf('__properties_version1.0'), 'notATable', 'unknown'],
  ['a compound file without its directory', compoundOf('Workbook').subarray(0, 600), 'damaged'],
  ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'otherFormat', 'xlsb'],
  ['a sheet of OpenDocument', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'otherFormat', 'openDocument'],
  ['one in a single piece of XML', latin('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><style:style/>'), 'otherFormat', 'openDocument'],
  ['a presentation', zipOf({ 'ppt/presentation.xml': 'x' }), 'notATable', 'presentation'],
  ['an archive', zipOf({ '回收表.xlsx': 'x' }), 'notATable', 'archive'],
  ['an archive without anything', latin('PK\x05\x06' + '\0'.repeat(18)), 'notATable', 'archive'],
  ['RAR', latin('Rar!\x1a\x07\x01\0'), 'notATable', 'archive'],
  ['7z', latin('7z\xbc\xaf\x27\x1c'), 'notATable', 'archive'],
  ['a picture, PNG', latin('\x89PNG\r\n\x1a\n\0\0'), 'notATable', 'picture'],
  ['a picture, JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'notATable', 'picture'],
  ['a picture, WEBP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'notATable', 'picture'],
  ['a picture from a telephone', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'notATable', 'picture'],
  ['a bitmap', latin('BM\x36\0\0\0\0\0\0\0\x36' + '\0'.repeat(40)), 'notATable', 'picture'],
  ['PDF', latin('%PDF-1.7\n'), 'notATable', 'pdf'],
  ['a program', latin('MZ\x90\0\x03'), 'notATable', 'program'],
  ['bytes of no kind', latin('abc\0def'), 'notATable', 'unknown'],
  ['a page of HTML', latin('\r\n <HTML xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'), 'oldHtml'],
  ['a table of HTML without a page', latin('<table border="1"><tr><td>1</td></tr></table>'), 'oldHtml'],
  ['a page in UTF-16', utf16('<!DOCTYPE html><html>'), 'oldHtml'],
  ['a page in an archive of the web', latin('MIME-Version: 1.0\r\nX-Document-Type: Workbook'), 'oldHtml'],
  ['XML of 2003', latin('\xef\xbb\xbf<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'otherFormat', 'xml2003'],
  ['a workbook of 1992', latin('\x09\x04\x06\0\0\0\x10\0'), 'otherFormat', 'oldXls'],
  ['RTF', latin('{\\rtf1\\ansi'), 'otherFormat', 'rtf'],
];
test.each(told.map(([name, bytes, kind, what]) => [name, bytes, { kind, values: what === undefined ? {} : { what } }] as const))('[R9] %s is told as such', (_, bytes, expected) => {
  expect(refusal(bytes)).toEqual(expected);
});

test('[R9] a file of more than 30 MB is not looked into', () => {
  expect(refusal(new Uint8Array(30 * 1024 * 1024 + 1))).toEqual({ kind: 'tooLarge', values: { what: 'file', megabytes: 30 } });
  expect(refusal(new Uint8Array(30 * 1024 * 1024).fill(0x31))).toBe('csv');
});

test('[R9] a bitmap’s two letters alone are a text', () => {
  expect(refusal(latin('BM,1\n'))).toBe('csv');
});

test('[R9] a part of a zip with a password', () => {
  const bytes = workbookOf({ sheets: [] });
  const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 0x01 && bytes[at + 3] === 0x02);
  bytes[directory + 8] = (bytes[directory + 8] ?? 0) | 1;
  expect(refusal(bytes)).toEqual({ kind: 'encrypted', values: {} });
});
