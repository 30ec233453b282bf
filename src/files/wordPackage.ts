// The last touches to a .docx that the package docx made: no clock in it, the language said, fonts with their substitutes. Knows parts of the file by name.
import type { Zippable } from 'fflate';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { element, escapeText, xmlHead } from './drawXml';
import { fontsWithSubstitutes } from './wordForm';
import { fixedMoment, savedMoment } from './writeMoment';

/** The same file with its own properties and fonts; docx stamps the present moment and knows no substitutes. */
export function finishedPackage(bytes: Uint8Array, title: string, savedAt: string | undefined): Uint8Array {
  const parts = unzipSync(bytes);
  for (const path of ['docProps/core.xml', 'word/fontTable.xml']) if (parts[path] === undefined) throw new Error(`docx wrote no ${path}`);
  parts['docProps/core.xml'] = strToU8(corePart(title, savedAt));
  parts['word/fontTable.xml'] = strToU8(fontPart());
  const zipped: Zippable = Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, [part, { mtime: fixedMoment, level: 6 }]]));
  return zipSync(zipped);
}

function corePart(title: string, savedAt: string | undefined): string {
  const moment = savedAt === undefined ? undefined : savedMoment(savedAt).toISOString().replace('.000Z', 'Z');
  const dated = (name: string): string => (moment === undefined ? '' : element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, moment));
  return `${xmlHead}${element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    `${element('dc:title', {}, escapeText(title))}${element('dc:language', {}, 'zh-CN')}${dated('created')}${dated('modified')}`,
  )}`;
}

function fontPart(): string {
  const fonts = fontsWithSubstitutes.map(([name, substitutes]) => element('w:font', { 'w:name': name }, element('w:altName', { 'w:val': substitutes })));
  return `${xmlHead}${element('w:fonts', { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' }, fonts.join(''))}`;
}
