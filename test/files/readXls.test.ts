// What Chinese programs write into an .xls and LibreOffice does not: a fixture with single records of it changed by hand, after [MS-XLS].
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileTables } from '../../src/files/readFileTables';
import { fileOf, refusalOf } from './officePackages';

const record = { look: 0xe0, format: 0x41e, days: 0x22, sheet: 0x85, rowOfNumbers: 0xbd } as const;

/** The fixture with each record of a kind changed in place; its stream lies in one piece in the file, from the second sector on. */
const changed = (kind: number, change: (body: DataView, index: number) => void): Uint8Array => {
  const bytes = Uint8Array.from(readFileSync(join(__dirname, 'fixtures', 'libreoffice.xls')));
  const view = new DataView(bytes.buffer);
  let at = 512;
  while (view.getUint16(at, true) !== 0x809) at += 512;
  let found = 0;
  for (; at + 4 < bytes.length && view.getUint16(at, true) !== 0; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== kind) continue;
    change(new DataView(bytes.buffer, at + 4, view.getUint16(at + 2, true)), found);
    found += 1;
  }
  expect(found).toBeGreaterThan(0);
  return bytes;
};
const cellsOf = async (bytes: Uint8Array) => fileOf(await readFileTables('表.xls', bytes)).tables[0]?.cells;
/** Whether a look of the fixture has a number format of the file's own: they are all dates. */
const hasOwnFormat = (look: DataView): boolean => look.getUint16(2, true) >= 164;

// 31 and 58 show a day; of the others only the month is seen, and they say so.
const month = { format: 'yyyy"年"m"月"' };
test.each([[27, month], [31, {}], [36, month], [50, month], [57, month], [58, {}]] as const)('[D7][L5] dates of format %d, for which the file holds no text', async (id, shown) => {
  const cells = await cellsOf(changed(record.look, (look) => {
    if (hasOwnFormat(look)) look.setUint16(2, id, true);
  }));
  expect([cells?.[2]?.[2], cells?.[2]?.[4], cells?.[9]?.[2]]).toEqual([{ day: '2021-09-30', ...shown }, { day: '2021-06-17', ...shown }, { day: '2021-08-31', ...shown }]);
});

test('[D7] the system of 1904', async () => {
  const cells = await cellsOf(changed(record.days, (mode) => mode.setUint16(0, 1, true)));
  expect([cells?.[2]?.[2], cells?.[2]?.[4]]).toEqual([{ day: '2025-10-01', format: 'yyyy\\年m\\月' }, { day: '2025-06-18' }]);
});

test('[R2] a sheet that is very hidden', async () => {
  const bytes = changed(record.sheet, (sheet, index) => sheet.setUint8(4, index === 2 ? 2 : 0));
  expect(fileOf(await readFileTables('表.xls', bytes)).tables.map(({ visibility }) => visibility)).toEqual(['visible', 'visible', 'veryHidden', 'visible']);
});

test('[R9] a stream whose first record is none, and one without sheets', async () => {
  const bytes = Uint8Array.from(readFileSync(join(__dirname, 'fixtures', 'libreoffice.xls')));
  bytes[bytes.findIndex((byte, at) => at % 512 === 0 && byte === 0x09 && bytes[at + 1] === 0x08)] = 0x0a;
  expect(refusalOf(await readFileTables('表.xls', bytes))).toEqual({ kind: 'damaged', values: {} });
});
