// The archive in which several copies go out: names that Windows takes, each once, and the same bytes every time.
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { windowsName, zipFiles } from '../../src/files/writeZip';

const file = (name: string, text = name) => ({ name, bytes: strToU8(text) });
const namesIn = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

describe('several files in one archive', () => {
  test('[R1] names are Chinese and marked as UTF-8, in the list and beside each file', () => {
    const bytes = zipFiles([file('外贸科.xlsx', '甲'), file('港口科.xlsx', '乙')]);
    expect(namesIn(bytes)).toEqual(['外贸科.xlsx', '港口科.xlsx']);
    expect(strFromU8(unzipSync(bytes)['港口科.xlsx'] ?? new Uint8Array())).toBe('乙');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Bit 11 of the flags, by the records' signatures PK\3\4 and PK\1\2.
    const flags = (signature: number, at: number): number[] => Array.from({ length: bytes.length - 12 }, (_, index) => index).filter((index) => view.getUint32(index, true) === signature).map((index) => view.getUint16(index + at, true) & 0x0800);
    expect(flags(0x04034b50, 6)).toEqual([0x0800, 0x0800]);
    expect(flags(0x02014b50, 8)).toEqual([0x0800, 0x0800]);
  });

  test.each([
    ['2021年6月/外贸科.xlsx', '2021年6月_外贸科.xlsx'],
    ['..\\..\\外贸科.xlsx', '.._.._外贸科.xlsx'],
    ['报送：“甲”*乙?.xlsx', '报送：“甲”_乙_.xlsx'],
    ['a<b>c:d"e|f.xlsx', 'a_b_c_d_e_f.xlsx'],
    ['  外贸科 . ', '外贸科'],
    ['con.xlsx', '_con.xlsx'],
    ['COM1', '_COM1'],
    ['console.xlsx', 'console.xlsx'],
    ['', '未命名'],
    ['.xlsx', '未命名.xlsx'],
    ['外贸科\u202Exslx.exe', '外贸科_xslx.exe'],
    ['外贸科\n副本.xlsx', '外贸科_副本.xlsx'],
  ])('[R1] %j is called %j', (name, called) => {
    expect(windowsName(name)).toBe(called);
  });

  test('[R1] a very long name keeps its ending', () => {
    expect(windowsName(`${'科'.repeat(300)}.xlsx`)).toBe(`${'科'.repeat(115)}.xlsx`);
  });

  test('[R1] names that Windows takes for one are told apart, and no file is lost', () => {
    expect(namesIn(zipFiles([file('a.xlsx', '1'), file('A.XLSX', '2'), file('a(2).xlsx', '3'), file('a.xlsx', '4')]))).toEqual(['a.xlsx', 'A(2).XLSX', 'a(2)(2).xlsx', 'a(3).xlsx']);
  });

  test('[R1] whatever the names, each file comes out once, under a name that Windows takes', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('a.xlsx', 'A.xlsx', 'nul', '__proto__', '科.xlsx', 'constructor')), { maxLength: 8 }), (names) => {
      const found = namesIn(zipFiles(names.map((name) => file(name))));
      expect(found).toHaveLength(names.length);
      expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of found) expect(name).toMatch(/^[^<>:"/\\|?*\u0000-\u001f]*[^<>:"/\\|?*\u0000-\u001f. ]$/);
    }), { numRuns: 300, seed: 20210620 });
  });

  test('[R1] the same files give the same bytes', () => {
    expect(zipFiles([file('外贸科.xlsx')])).toEqual(zipFiles([file('外贸科.xlsx')]));
  });

  test('[R1] no files make an empty archive', () => {
    expect(namesIn(zipFiles([]))).toEqual([]);
  });
});
