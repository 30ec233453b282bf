// Texts as sections save them: encodings, separators and quotes. Cells are texts and nothing else.
import fc from 'fast-check';
import { readFileTables } from '../../src/files/readFileTables';
import { fileOf, refusalOf, withoutEmptyEnd as seen } from './officePackages';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))].forEach((unit, index) => view.setUint16(index * 2, unit, !bigEndian));
  return bytes;
};
/** 编号,落实 in GB18030, and 㐀, which GBK does not have. */
const gb18030 = new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc2, 0xe4, 0xca, 0xb5, 0x0d, 0x0a, 0x32, 0x2e, 0x31, 0x2c, 0x81, 0x39, 0xee, 0x39]);

const cellsOf = async (bytes: Uint8Array, name = '表.csv') => fileOf(await readFileTables(name, bytes)).tables[0]?.cells;

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8('编号,落实\r\n2.1,㐀')],
  ['UTF-8 with its mark', utf8('\ufeff编号,落实\r\n2.1,㐀')],
  ['UTF-16', utf16('编号,落实\r\n2.1,㐀')],
  ['UTF-16, the other way round', utf16('编号,落实\r\n2.1,㐀', true)],
  ['GB18030', gb18030],
])('[I1] %s', async (_, bytes) => {
  expect(await cellsOf(bytes)).toEqual([['编号', '落实'], ['2.1', '㐀']]);
});

test.each<[string, string, readonly (readonly string[])[]]>([
  ['semicolons', '编号;落实;备注\n2.1;一, 二;三', [['编号', '落实', '备注'], ['2.1', '一, 二', '三']]],
  ['tabs', '编号\t落实\n2.1\t一;二', [['编号', '落实'], ['2.1', '一;二']]],
  ['a first line that names the separator', 'sep=;\n编号;落实,的,情,况\n2.1;一', [['编号', '落实,的,情,况'], ['2.1', '一']]],
  ['quotes around separators, quotes and line breaks', '编号,落实\n2.1,"一,二\r\n""三"""\n', [['编号', '落实'], ['2.1', '一,二\n"三"']]],
  ['quotes in the middle of a text', '编号,落实\n2.1,称"好"', [['编号', '落实'], ['2.1', '称"好"']]],
  ['one column', '编号\n2.1', [['编号'], ['2.1']]],
  ['upright strokes are text', '编号|一\n2.1|二', [['编号|一'], ['2.1|二']]],
  ['old line ends and empty lines', '编号,落实\r\r2.1,一', [['编号', '落实'], [], ['2.1', '一']]],
  ['= + - @, zeros and dates', '=1+1,+2,-3,@四\n007,2021-09-30,TRUE,"=""001"""', [['=1+1', '+2', '-3', '@四'], ['007', '2021-09-30', 'TRUE', '="001"']]],
  ['markup that is not at the beginning', '落实,备注\n<b>粗</b>,<script>', [['落实', '备注'], ['<b>粗</b>', '<script>']]],
])('[I1][R12] %s', async (_, text, expected) => {
  expect(await cellsOf(utf8(text))).toEqual(expected);
});

test('[I1] the table is called as the file is, and has neither properties nor a time of saving', async () => {
  const file = fileOf(await readFileTables('回收表-外贸科-2021-06.csv', utf8('一,二')));
  expect(file).toEqual({ name: '回收表-外贸科-2021-06.csv', kind: 'csv', tables: [{ name: '回收表-外贸科-2021-06', visibility: 'visible', cells: [['一', '二']], merges: [] }], properties: {}, savedAt: '' });
});

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'empty'],
  ['only line breaks and separators', utf8('\r\n,,\r\n'), 'empty'],
  ['UTF-8 that ends inside a character', utf8('编号,落实').subarray(0, -1), 'damaged'],
  ['UTF-16 that ends inside a character', utf16('编号').subarray(0, -1), 'damaged'],
  ['bytes that are no text in any of these', new Uint8Array([0xb1, 0xff, 0xff, 0xff]), 'damaged'],
  ['control characters', utf8('编号,\u0001\u0002'), 'notATable'],
  ['UTF-16 without its mark', utf16('abc').subarray(2), 'notATable'],
])('[R9] %s is refused', async (_, bytes, kind) => {
  expect(refusalOf(await readFileTables('表.csv', bytes)).kind).toBe(kind);
});

test('[R9] a text of commas is a table that is too large', async () => {
  expect(refusalOf(await readFileTables('表.csv', new Uint8Array(12_000_000).fill(0x2c)))).toEqual({ kind: 'tooManyCells', values: { what: 'cells', limit: 2_000_000 } });
});

test('[R8][R12] whatever texts are written with quotes come back as they were', async () => {
  const text = fc.string({ unit: fc.constantFrom('一', '"', ',', ';', '\n', '\t', '=', '<', ' ', 'x') });
  await fc.assert(fc.asyncProperty(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (rows) => {
    const written = `编号,落实\n${rows.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')).join('\n')}\n末,行`;
    expect((await cellsOf(utf8(written)))?.map(seen)).toEqual([['编号', '落实'], ...rows.map(seen), ['末', '行']]);
  }), { numRuns: 200 });
});
