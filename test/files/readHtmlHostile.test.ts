// HTML that was made to be dear, or was broken on its way: every one ends, with tables or a refusal, and none throws (R9).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FileReading } from '../../src/files/readFileTables';
import { readHtmlFile } from '../../src/files/readHtmlFile';
import { readPasted } from '../../src/files/readPasted';
import { sayRefusal } from '../../src/words/refusals';
import { fileOf, refusalOf } from './officePackages';

jest.setTimeout(120_000);

const read = (html: string): Promise<FileReading> => readPasted({ html });
const cell = (content: string): string => `<table><tr><td>${content}`;

describe('dear to read', () => {
  test.each<[string, () => string, object]>([
    ['fifty megabytes', () => cell('甲'.repeat(50 * 1024 * 1024)), { kind: 'tooLarge', values: { what: 'file', megabytes: 10 } }],
    ['a hundred thousand elements inside each other', () => cell('<div>'.repeat(100_000)), { kind: 'damaged', values: {} }],
    ['a hundred thousand tables inside each other', () => cell('<table><tr><td>'.repeat(100_000)), { kind: 'damaged', values: {} }],
    ['a hundred thousand elements that nothing closes, outside of tables', () => '<a><b>'.repeat(50_000) + cell('甲'), { kind: 'damaged', values: {} }],
    ['more columns than a table has', () => `<table><tr>${'<td>甲'.repeat(1001)}`, { kind: 'tooManyCells', values: { what: 'columns', limit: 1000, table: '1' } }],
    ['spans that make more columns', () => '<table><tr><td colspan=1000>甲<td>乙', { kind: 'tooManyCells', values: { what: 'columns', limit: 1000, table: '1' } }],
    ['more rows', () => `<table>${'<tr><td>甲'.repeat(100_001)}`, { kind: 'tooManyCells', values: { what: 'rows', limit: 100_000, table: '1' } }],
    ['more rows without anything', () => `<table>${'<tr>'.repeat(2_000_001)}`, { kind: 'tooManyCells', values: { what: 'rows', limit: 2_000_000, table: '1' } }],
    ['more tables', () => `${cell('甲')}</table>`.repeat(2_001), { kind: 'tooLarge', values: { what: 'parts' } }],
    ['a text longer than any cell', () => cell('甲'.repeat(100_001)), { kind: 'tooManyCells', values: { what: 'text', limit: 100_000, table: '1' } }],
    ['a flood of named characters', () => cell('&lt;'.repeat(2_000_000)), { kind: 'tooManyCells', values: { what: 'text', limit: 100_000, table: '' } }],
    ['a flood of breaks', () => cell('<br>'.repeat(2_000_000)), { kind: 'tooManyCells', values: { what: 'text', limit: 100_000, table: '' } }],
    ['comments that never end', () => cell('甲') + '<!--'.repeat(2_000_000), {}],
    ['end tags of nothing', () => cell('甲') + '</p></b>'.repeat(100_000), {}],
    ['attributes without end', () => `<table><tr><td ${Array.from({ length: 300_000 }, (_, index) => `a${String(index)}`).join(' ')}>甲`, {}],
    ['a style of semicolons', () => `<table><tr><td style="${';'.repeat(5_000_000)}">甲`, {}],
    ['a class of a million names', () => `<style>.b{display:none}</style><table><tr><td class="${'a '.repeat(1_000_000)}">甲`, {}],
    ['style sheets of open braces', () => `<style>${'.a{'.repeat(1_000_000)}</style>${cell('甲')}`, {}],
    ['style sheets without a brace', () => `<style>${'a;/*'.repeat(1_000_000)}</style>${cell('甲')}`, {}],
    ['conditions inside conditions', () => cell(`${'<![if !supportLists]>'.repeat(200_000)}</td></tr><tr><td>甲`), {}],
    ['names of what every object has', () => `<constructor><__proto__ __proto__=1 constructor=2 class="constructor __proto__" style="constructor:1;white-space:toString;mso-number-format:valueOf">${cell('<toString>甲')}`, {}],
    ['rows that reach a billion rows down', () => `<table>${'<tr><td rowspan=1000000000>甲'.repeat(500)}`, {}],
  ])('[R9] %s', async (_, make, expected) => {
    const reading = await read(make());
    if ('kind' in expected) {
      const refusal = refusalOf(reading);
      expect(refusal).toEqual(expected);
      expect(sayRefusal('粘贴的内容', refusal)).toMatch(/^“粘贴的内容”没有读入：.+。.+。$/);
    } else expect(fileOf(reading).tables.flatMap(({ cells }) => cells).flat().filter((each) => each !== '')).toContain('甲');
  });

  test('[R9] rows that each reach down are in columns of their own', async () => {
    const [table] = fileOf(await read(`<table>${'<tr><td rowspan=1000000000>甲'.repeat(3)}`)).tables;
    expect(table?.cells).toEqual([['甲'], ['', '甲'], ['', '', '甲']]);
    expect(table?.merges).toEqual([{ row: 0, column: 0, rows: 3, columns: 1 }, { row: 1, column: 1, rows: 2, columns: 1 }]);
  });
});

describe('broken on its way', () => {
  const fixtures = ['word-clipboard.html', 'excel-clipboard.html', 'wps-sheet-clipboard.html', 'wps-writer-clipboard.html', 'libreoffice-calc.html', 'web-page.html'].map((name) => new Uint8Array(readFileSync(join(__dirname, 'fixtures/matrix', name))));

  /** Whatever was read is in itself sound: no merge over another, none beyond its rows, nothing under one. */
  function expectSound(reading: FileReading): void {
    if (!reading.ok) {
      expect(sayRefusal('表', reading.refusal)).toContain('没有读入');
      return;
    }
    expect(reading.file.tables.length).toBeGreaterThan(0);
    for (const { cells, merges } of reading.file.tables) {
      expect(cells.length).toBeGreaterThan(0);
      const taken = new Set<string>();
      for (const merge of merges) {
        expect(merge.rows * merge.columns).toBeGreaterThan(1);
        for (let row = merge.row; row < merge.row + merge.rows; row += 1) {
          for (let column = merge.column; column < merge.column + merge.columns; column += 1) {
            expect(taken.has(`${String(row)}:${String(column)}`)).toBe(false);
            taken.add(`${String(row)}:${String(column)}`);
            if (row !== merge.row || column !== merge.column) expect(cells[row]?.[column] ?? '').toBe('');
          }
        }
      }
    }
  }

  test('[R9] cut off at either end, pieces left out, bytes turned over: never an error, and what is read is sound', async () => {
    let tables = 0;
    const change = fc.record({ file: fc.nat(fixtures.length - 1), from: fc.double({ min: 0, max: 0.5, noNaN: true }), to: fc.double({ min: 0.5, max: 1, noNaN: true }), gap: fc.double({ min: 0, max: 1, noNaN: true }), gapLength: fc.nat(400), flips: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), bits: fc.integer({ min: 0, max: 255 }) }), { maxLength: 12 }) });
    await fc.assert(fc.asyncProperty(change, async ({ file, from, to, gap, gapLength, flips }) => {
      const whole = fixtures[file] ?? new Uint8Array();
      const cut = whole.slice(Math.floor(from * whole.length), Math.ceil(to * whole.length));
      const at = Math.floor(gap * cut.length);
      const bytes = new Uint8Array([...cut.subarray(0, at), ...cut.subarray(at + gapLength)]);
      for (const { at: place, bits } of flips) {
        const index = Math.min(Math.floor(place * bytes.length), bytes.length - 1);
        bytes[index] = (bytes[index] ?? 0) ^ bits;
      }
      expectSound(await readHtmlFile('表.html', bytes));
      const pasted = await readPasted({ html: new TextDecoder().decode(bytes) });
      expectSound(pasted);
      if (pasted.ok) tables += 1;
    }), { numRuns: 150, seed: 2021 });
    // Most of them still have a table.
    expect(tables).toBeGreaterThan(100);
  });

  test('[R9] any heap of tags', async () => {
    const piece = fc.constantFrom('<table>', '</table>', '<tr>', '</tr>', '<td rowspan=3>', '<td colspan=2>', '<th rowspan=0>', '</td>', '<tbody>', '</tbody>', '<caption>', '<p>', '</p>', '<br>', '<span style="display:none">', '</span>', '<tr style="display:none">', '<td style="mso-ignore:colspan" colspan=4>', '<!--StartFragment-->', '<!--EndFragment-->', '<![if !supportLists]>', '<![endif]>', '<style>', '</style>', '<script>', '</script>', '<!--', '-->', '&nbsp;', '&#0;', '\u0000', '<', '"', '甲', ' 乙 ');
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      expectSound(await read(`<table><tr><td>始</td></tr>${pieces.join('')}`));
    }), { numRuns: 600, seed: 6 });
  });
});
