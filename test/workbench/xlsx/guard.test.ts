// Files that are none, are locked, damaged or hostile are refused with a sentence for a person, before anything is unpacked.
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from '../../../src/workbench/xlsx';
import { FileFault } from '../../../src/workbench/xlsx/fileFault';
import { REFUSED } from '../../../src/workbench/xlsx/lostWords';
import { makeBook } from './plainCalc';
import { sampleBook } from './sampleBook';

const open = (bytes: Uint8Array) => openXlsx(bytes, makeBook);
let sample: Uint8Array;
beforeAll(async () => { sample = await saveXlsx(sampleBook()); });

/** The sample with some parts changed. */
function changed(change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(sample);
  change(parts);
  return zipSync(parts);
}

/** Sizes in the directory of a zip, set to what a test wants. */
function withDeclaredSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

const compound = (text: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('[W] files that are refused', () => {
  test.each([
    ['an empty file', () => new Uint8Array(0), REFUSED.empty], ['plain text', () => strToU8('姓名,科室'), REFUSED.notXlsx], ['an encrypted workbook', () => compound('EncryptedPackage'), REFUSED.encrypted],
    ['an .xls', () => compound('Workbook'), REFUSED.oldFormat], ['a cut file', () => sample.slice(0, sample.length / 2), REFUSED.notXlsx],
    ['a zip without workbook', () => zipSync({ 'a.txt': strToU8('a') }), REFUSED.notXlsx],
    ['a workbook without its part', () => changed((parts) => { delete parts['xl/workbook.xml']; }), REFUSED.missing('xl/workbook.xml')],
    ['a sheet cut short', () => changed((parts) => { parts['xl/worksheets/sheet2.xml'] = parts['xl/worksheets/sheet2.xml']!.slice(0, 900); }), REFUSED.damaged('xl/worksheets/sheet2.xml')],
    ['damaged styles', () => changed((parts) => { parts['xl/styles.xml'] = strToU8('<styleSheet><fonts></styleSheet>'); }), REFUSED.damaged('xl/styles.xml')],
    ['entities in the texts', () => changed((parts) => { parts['xl/sharedStrings.xml'] = strToU8('<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>'); }), REFUSED.damaged('xl/sharedStrings.xml')],
    ['sizes of gigabytes', () => withDeclaredSize(sample, 0x7fffffff), REFUSED.tooLarge(51_200, 400)],
    ['too many parts', () => zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, new Uint8Array(0)]))), REFUSED.tooManyParts(10_001, 10_000)],
  ])('[W] %s', async (what, bytes, sentence) => {
    const file = bytes();
    const start = performance.now();
    const expected = what === 'sizes of gigabytes' ? /^文件展开后约有 \d+ MB，超过 400 MB 的上限，没有打开。$/ : sentence;
    await expect(open(file)).rejects.toThrow(expected);
    await expect(open(file)).rejects.toBeInstanceOf(FileFault);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('[W] a part that unpacks to more than its directory says costs no more than it says, and is damage', async () => {
    const bomb = changed((parts) => { parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`); });
    await expect(open(withDeclaredSize(bomb, 4000))).rejects.toBeInstanceOf(FileFault);
  });

  test('[W] a file with any byte changed opens or is refused in words; nothing else happens', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(255), async (place, value) => {
      const bytes = sample.slice();
      bytes[place % bytes.length] = value;
      await open(bytes).catch((error: unknown) => { if (!(error instanceof FileFault)) throw error; });
    }), { numRuns: 300 });
  }, 60_000);

  test('[W] a part with any piece of its XML cut out opens or is refused in words', async () => {
    const paths = Object.keys(unzipSync(sample)).filter((path) => path.endsWith('.xml') || path.endsWith('.rels'));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 60 }), async (path, place, length) => {
      const bytes = changed((parts) => {
        const text = strFromU8(parts[path]!);
        const at = place % text.length;
        parts[path] = strToU8(text.slice(0, at) + text.slice(at + length));
      });
      await open(bytes).catch((error: unknown) => { if (!(error instanceof FileFault)) throw error; });
    }), { numRuns: 200 });
  }, 60_000);
});
