// Files made to do harm, or by accident much larger than they look: refused or taken as texts, within bounds, and nothing else in here is touched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { readFileTables } from '../../src/files/readFileTables';
import { ZipParts } from '../../src/files/readZip';
import { documentOf, fileOf, refusalOf, sheetOf, workbookOf, zipOf } from './officePackages';

const refusal = async (bytes: Uint8Array) => refusalOf(await readFileTables('表.xlsx', bytes));
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, 'fixtures', name)));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the entries of a zip's directory begin. */
const entriesOf = (bytes: Uint8Array): number[] => {
  const found: number[] = [];
  for (let at = 0; at + 46 < bytes.length; at += 1) if (view(bytes).getUint32(at, true) === 0x02014b50) found.push(at);
  return found;
};
/** The same zip, which says that its part of this name is so large. */
const declaring = (bytes: Uint8Array, path: string, size: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = entriesOf(copy).find((entry) => new TextDecoder().decode(copy.subarray(entry + 46, entry + 46 + view(copy).getUint16(entry + 28, true))) === path);
  if (at === undefined) throw new Error(path);
  view(copy).setUint32(at + 24, size, true);
  return copy;
};
const sheetPath = 'xl/worksheets/sheet1.xml';
const blanks = (megabytes: number): string => ' '.repeat(megabytes * 1024 * 1024);

describe('zip bombs', () => {
  test('[R9] one that says how large it will be is refused before anything is unpacked', async () => {
    const large = workbookOf({ sheets: [{ xml: `<sheetData>${blanks(24)}</sheetData>` }] });
    expect(large.length).toBeLessThan(100_000);
    expect(await refusal(large)).toEqual({ kind: 'tooLarge', values: { what: 'content', megabytes: 300 } });
    expect(await refusal(declaring(sheetOf(''), sheetPath, 301 * 1024 * 1024))).toEqual({ kind: 'tooLarge', values: { what: 'content', megabytes: 300 } });
    expect(await refusal(declaring(sheetOf(''), sheetPath, 0xffffffff))).toMatchObject({ kind: 'tooLarge' });
  });

  test('[R9] one that says less than comes out is stopped where the declaration ends', async () => {
    const large = workbookOf({ sheets: [{ xml: `<sheetData>${blanks(32)}</sheetData>` }] });
    expect(await refusal(declaring(large, sheetPath, 5_000))).toEqual({ kind: 'damaged', values: {} });
    expect(await refusal(declaring(large, sheetPath, 0))).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R9] and no byte more than it declared comes out of it', () => {
    const zip = new ZipParts(declaring(workbookOf({ sheets: [{ xml: `<sheetData>${blanks(8)}</sheetData>` }] }), sheetPath, 5_000));
    let out = 0;
    expect(() => {
      for (const piece of zip.pieces(sheetPath)) out += piece.length;
    }).toThrow('damaged');
    expect(out).toBeLessThanOrEqual(5_000);
  });

  test('[R9] one that says more than comes out is damage too', async () => {
    expect(await refusal(declaring(sheetOf(''), sheetPath, 5_000))).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R9] more than 5,000 parts', async () => {
    expect(await refusal(zipOf(Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`xl/${String(index)}`, ''])), 0))).toEqual({ kind: 'tooLarge', values: { what: 'parts' } });
  });

  test('[R9] two parts of one name', async () => {
    expect(await refusal(workbookOf({ sheets: [{ xml: '' }], more: { 'XL/Worksheets/sheet1.xml': '<worksheet/>' } }))).toEqual({ kind: 'damaged', values: {} });
  });
});

describe('tables larger than they look', () => {
  test('[R9] a million rows that are only coloured cost nothing but their reading', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${String(index + 1)}" s="1" customFormat="1"><c r="A${String(index + 1)}" s="1"/></row>`).join('');
    const file = fileOf(await readFileTables('表.xlsx', workbookOf({ sheets: [{ xml: `<dimension ref="A1:XFD1048576"/><sheetData>${rows.replace('<c r="A2" s="1"/>', '<c r="A2"><v>2.1</v></c>')}</sheetData>` }] })));
    expect(file.tables[0]?.cells).toEqual([[], [2.1]]);
  }, 60_000);

  test('[R9] a lone cell in the last corner', async () => {
    expect(await refusal(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toEqual({ kind: 'tooManyCells', values: { what: 'columns', limit: 1_000, table: '表1' } });
  });

  test('[R9] a lone cell in the last row is read, and the empty rows above it are one and the same', async () => {
    const cells = fileOf(await readFileTables('表.xlsx', sheetOf('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>2</v></c></row>'))).tables[0]?.cells ?? [];
    expect([cells.length, cells[0], cells[1_048_575]]).toEqual([1_048_576, [1], [2]]);
    expect(new Set(cells).size).toBe(3);
  });

  test('[R9] but not in sheet after sheet', async () => {
    const sheets = Array.from({ length: 3 }, () => ({ xml: '<sheetData><row r="1000000"><c><v>2</v></c></row></sheetData>' }));
    expect(await refusal(workbookOf({ sheets }))).toEqual({ kind: 'tooManyCells', values: { what: 'rows', limit: 2_000_000, table: '表3' } });
  });

  test('[R9] more than 100,000 rows with contents', async () => {
    const rows = '<row><c><v>1</v></c></row>';
    expect(fileOf(await readFileTables('表.xlsx', sheetOf(rows.repeat(100_000)))).tables[0]?.cells.length).toBe(100_000);
    expect(await refusal(sheetOf(rows.repeat(100_001)))).toEqual({ kind: 'tooManyCells', values: { what: 'rows', limit: 100_000, table: '表1' } });
  }, 60_000);

  test('[R9] more than two million cells', async () => {
    const line = `${Array.from({ length: 1_000 }, () => '1').join(',')}\n`;
    expect(refusalOf(await readFileTables('表.csv', new TextEncoder().encode(line.repeat(2_001))))).toEqual({ kind: 'tooManyCells', values: { what: 'cells', limit: 2_000_000, table: '表' } });
  }, 60_000);

  test('[R9] rows that are wide only because of one far cell each', async () => {
    const rows = Array.from({ length: 10_100 }, (_, index) => `<row><c r="ALL${String(index + 1)}"><v>1</v></c></row>`).join('');
    expect(await refusal(sheetOf(rows))).toMatchObject({ kind: 'tooManyCells' });
  });

  test('[R9] more than 200 sheets', async () => {
    expect(await refusal(workbookOf({ sheets: Array.from({ length: 201 }, () => ({ xml: '' })) }))).toEqual({ kind: 'tooManySheets', values: { limit: 200 } });
  });

  test('[R9] merges over merges without end', async () => {
    const rows = Array.from({ length: 5_000 }, () => '<row><c><v>1</v></c></row>').join('');
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(90_000);
    expect(await refusal(workbookOf({ sheets: [{ xml: `<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>` }] }))).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R9] a cell with more text than any cell has, in each kind of file', async () => {
    const long = '长'.repeat(100_001);
    const expected = { kind: 'tooManyCells', values: { what: 'text', limit: 100_000 } };
    expect(await refusal(sheetOf(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`))).toMatchObject(expected);
    expect(refusalOf(await readFileTables('表.csv', new TextEncoder().encode(`一,${long}`)))).toMatchObject(expected);
    expect(refusalOf(await readFileTables('表.docx', documentOf(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${long}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)))).toMatchObject(expected);
    expect(fileOf(await readFileTables('表.csv', new TextEncoder().encode(`一,${long.slice(1)}`))).tables[0]?.cells[0]?.[1]).toHaveLength(100_000);
  });

  test('[R9] properties without end', async () => {
    const more = (properties: string): Readonly<Record<string, string>> => ({
      '_rels/.rels': '<Relationships xmlns="urn:r"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/><Relationship Id="c" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>',
      'docProps/custom.xml': `<Properties>${properties}</Properties>`,
    });
    const many = Array.from({ length: 1_001 }, (_, index) => `<property name="${String(index)}"><lpwstr>1</lpwstr></property>`).join('');
    expect(await refusal(sheetOf('', { more: more(many) }))).toEqual({ kind: 'damaged', values: {} });
    expect(await refusal(sheetOf('', { more: more(`<property name="a"><lpwstr>${'长'.repeat(100_001)}</lpwstr></property>`) }))).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R9] a table of a document whose cells span thousands', async () => {
    const row = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr><w:p/></w:tc></w:tr>`;
    expect(refusalOf(await readFileTables('表.docx', documentOf(`<w:tbl>${row}</w:tbl>`)))).toMatchObject({ kind: 'tooManyCells', values: { what: 'columns' } });
  });
});

describe('XML made to do harm', () => {
  const withType = (declaration: string, text: string): Uint8Array =>
    workbookOf({ sheets: [{ xml: '' }], more: { [sheetPath]: `<?xml version="1.0"?><!DOCTYPE x [${declaration}]><worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>` } });

  test.each([
    ['an entity that grows tenfold nine times', withType(`<!ENTITY a0 "大">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${String(index + 1)} "${`&a${String(index)};`.repeat(10)}">`).join('')}`, '&a9;')],
    ['an entity from another file', withType('<!ENTITY x SYSTEM "file:///etc/hostname">', '&x;')],
    ['a document type that does nothing', withType('', '一')],
    ['elements inside elements', sheetOf('<row>'.repeat(300) + '</row>'.repeat(300))],
    ['text that never becomes an element', sheetOf('&#0;')],
  ])('[R9] %s', async (_, bytes) => {
    expect(await refusal(bytes)).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R9] tables inside tables without end', async () => {
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(100) + '</w:tc></w:tr></w:tbl>'.repeat(100);
    expect(refusalOf(await readFileTables('表.docx', documentOf(nested)))).toEqual({ kind: 'damaged', values: {} });
  });
});

test('[R9][R12] names and texts that mean something to a program are names and texts', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const properties = names.map((name) => `<property name="${name}"><vt:lpwstr>毒</vt:lpwstr></property>`).join('');
  const file = fileOf(await readFileTables('__proto__', workbookOf({
    sheets: names.map((name) => ({ name, xml: `<sheetData><row><c t="inlineStr"><is><t>${name}</t></is></c><c t="inlineStr"><is><t>&lt;img src=x onerror=1&gt;</t></is></c></row></sheetData>` })),
    more: {
      '_rels/.rels': '<Relationships xmlns="urn:r"><Relationship Id="__proto__" Type="x/officeDocument" Target="xl/workbook.xml"/><Relationship Id="c" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>',
      'docProps/custom.xml': `<Properties xmlns:vt="urn:vt" __proto__="x">${properties}</Properties>`,
    },
  })));
  expect(file.tables.map(({ name, cells }) => [name, cells])).toEqual(names.map((name) => [name, [[name, '<img src=x onerror=1>']]]));
  expect(Object.entries(file.properties)).toEqual(names.map((name) => [name, '毒']));
  expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => (({}) as Record<string, unknown>)[name] === '毒')).toEqual([]);
});

/** A zip in which a text is written in the clear is changed at that text's last place. */
const withText = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const [wanted, other] = [new TextEncoder().encode(from), new TextEncoder().encode(to)];
  let at = copy.length - wanted.length;
  while (at >= 0 && !wanted.every((byte, index) => copy[at + index] === byte)) at -= 1;
  expect(at).toBeGreaterThan(0);
  copy.set(other, at);
  return copy;
};

describe('files cut off or changed on the way', () => {
  test('[R8][R9] a letter that became another is seen, though nothing else is wrong', async () => {
    const bytes = zipOf({ ...unzipSync(sheetOf('<row><c t="inlineStr"><is><t>2.1 done</t></is></c></row>')) }, 0);
    expect(fileOf(await readFileTables('表.xlsx', bytes)).tables[0]?.cells).toEqual([['2.1 done']]);
    expect(await refusal(withText(bytes, '2.1 done', '2.7 done'))).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R8][R9] a directory that counts one part less than it has', async () => {
    const bytes = bytesOf('libreoffice.xlsx');
    const count = bytes.length - 22 + 10;
    bytes[count] = (bytes[count] ?? 0) - 1;
    expect(await refusal(bytes)).toEqual({ kind: 'damaged', values: {} });
  });

  test('[R8][R9] a name in the directory that became another is seen: a sheet without its looks would have numbers for days', async () => {
    expect(await refusal(withText(bytesOf('libreoffice.xlsx'), 'xl/styles.xml', 'xl/stylez.xml'))).toEqual({ kind: 'damaged', values: {} });
  });

  const names = ['libreoffice.xlsx', 'openpyxl.xlsx', 'libreoffice.docx', 'libreoffice.xls', 'libreoffice-utf8.csv', 'libreoffice-gb18030.csv'];
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

  test.each(names)('[R9] %s cut off anywhere is read or refused, and never more', async (name) => {
    const bytes = bytesOf(name);
    await fc.assert(fc.asyncProperty(place, async (share) => {
      const reading = await readFileTables(name, bytes.slice(0, 4 + Math.floor(share * (bytes.length - 4))));
      // The directory of a zip is at its end.
      if (/x$/.test(name)) expect(reading.ok).toBe(false);
      else expect(reading).toHaveProperty(reading.ok ? 'file.tables' : 'refusal.kind');
    }), { numRuns: 60 });
  });

  test.each(names)('[R8][R9] %s with any byte changed is read or refused; a zip never gives other tables than it was made with', async (name) => {
    const bytes = bytesOf(name);
    const whole = fileOf(await readFileTables(name, bytes));
    await fc.assert(fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (share, change) => {
      const changed = Uint8Array.from(bytes);
      const at = Math.floor(share * bytes.length);
      changed[at] = (changed[at] ?? 0) ^ change;
      const reading = await readFileTables(name, changed);
      if (reading.ok && /x$/.test(name)) expect(reading.file.tables).toEqual(whole.tables);
      else expect(reading).toHaveProperty(reading.ok ? 'file.tables' : 'refusal.kind');
    }), { numRuns: 150 });
  });

  test.each(['libreoffice.xls', 'libreoffice.docx', 'libreoffice.xlsx'])('[R9] %s with a stretch of it overwritten', async (name) => {
    const bytes = bytesOf(name);
    await fc.assert(fc.asyncProperty(place, fc.uint8Array({ minLength: 4, maxLength: 64 }), async (share, stretch) => {
      const changed = Uint8Array.from(bytes);
      changed.set(stretch, Math.floor(share * (bytes.length - stretch.length)));
      const reading = await readFileTables(name, changed);
      expect(reading).toHaveProperty(reading.ok ? 'file.tables' : 'refusal.kind');
    }), { numRuns: 150 });
  });
});
