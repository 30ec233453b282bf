// What may stand in the parts of a workbook beside what usual programs write: each cell's kind, and what the standard allows.
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { readFileTables } from '../../src/files/readFileTables';
import type { RawCell } from '../../src/core/rawTable';
import { fileOf, refusalOf, sheetOf, withoutEmptyEnd, workbookOf, zipOf } from './officePackages';

const read = async (bytes: Uint8Array) => fileOf(await readFileTables('表.xlsx', bytes));
const cellsOf = async (bytes: Uint8Array): Promise<readonly (readonly RawCell[])[] | undefined> => (await read(bytes)).tables[0]?.cells;
/** One row of cells, read with these looks. */
const row = async (cells: string, more: Parameters<typeof sheetOf>[1] = {}) => (await cellsOf(sheetOf(`<row r="1">${cells}</row>`, more)))?.[0];

describe('cells', () => {
  test('[R12] texts are texts, wherever they are kept', async () => {
    const texts = '<si><t>=共用</t></si><si><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space="preserve"> 细</t></r><rPh sb="0" eb="1"><t>读音</t></rPh></si>';
    expect(await row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>+里</t></is></c><c r="D1" t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></is></c><c r="E1" t="str"><v>@算</v></c>', { texts }))
      .toEqual(['=共用', '粗 细', '+里', '一二', '@算']);
  });

  test('[R12] line breaks, escapes and markup in texts', async () => {
    expect(await row('<c t="inlineStr"><is><t>一\r\n二&#10;三_x000D_&lt;b&gt;_x005F_x000D_</t></is></c><c t="inlineStr"><is><t><![CDATA[<i>&amp;]]></t></is></c>'))
      .toEqual(['一\n二\n三\n<b>_x000D_', '<i>&amp;']);
  });

  test('[I1] true and false, errors, dates written as they are read, and texts that only look like dates', async () => {
    expect(await row('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2021-09-30T00:00:00</v></c><c t="d"><v>2021-02-30</v></c><c t="inlineStr"><is><t>2021-09-30</t></is></c>'))
      .toEqual([true, false, '#N/A', { day: '2021-09-30' }, '2021-02-30', '2021-09-30']);
  });

  test('[I1] formulas give their stored results; of those without one the first place and the number are told', async () => {
    const bytes = sheetOf('<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><f>A1</f></c><c r="D2"><f t="shared" si="0"/><v/></c><c r="E2"><f t="shared" si="1"/><v>7</v></c></row>');
    const file = await read(bytes);
    expect(file.tables[0]?.cells).toEqual([[], [2, '', '', '', 7]]);
    expect(file.notes).toEqual([{ kind: 'formulaWithoutResult', table: '表1', count: 2, row: 1, column: 2 }]);
  });

  test('[I2] cells and rows without addresses follow those before them, and rows may come in any order', async () => {
    expect(await cellsOf(sheetOf('<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="4"><c r="B4"><v>5</v></c></row><row r="3"><c><v>6</v></c></row>')))
      .toEqual([[1, '', 3, 4], [], [6], ['', 5]]);
  });

  test('[I2] of merged cells the first one counts; what lies under the others is not seen and not taken', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><v>6</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C1"/></mergeCells>';
    const [table] = (await read(workbookOf({ sheets: [{ xml }] }))).tables;
    expect(table?.cells).toEqual([[1, '', 3], ['', '', 6]]);
    expect(table?.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 2 }]);
  });

  test('[I1] what stands outside of the cells is no cell: formulas of rules, sparklines, headers', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><headerFooter><oddHeader>页眉</oddHeader></headerFooter><extLst><ext xmlns:xm="urn:x"><row><c><xm:f>A1</xm:f></c></row></ext></extLst>';
    expect(await cellsOf(workbookOf({ sheets: [{ xml }] }))).toEqual([[1]]);
  });
});

describe('numbers by their formats', () => {
  const styles = (formats: readonly string[], ids: readonly number[] = []): string =>
    `<numFmts>${formats.map((format, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${format.replace(/"/g, '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[...formats.map((_, index) => 200 + index), ...ids].map((id) => `<xf numFmtId="${String(id)}"/>`).join('')}</cellXfs>`;
  const numberAs = async (format: string, value: number, workbookPr = '') => (await row(`<c s="0"><v>${String(value)}</v></c>`, { styles: styles([format]), workbookPr }))?.[0];

  test.each<[string, number, RawCell]>([
    ['yyyy"年"m"月"', 44469, { day: '2021-09-30', format: 'yyyy"年"m"月"' }],
    ['[$-804]yyyy"年"m"月"d"日";@', 44469, { day: '2021-09-30' }],
    ['m"月"d"日"', 44469, { day: '2021-09-30' }],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 44469, { day: '2021-09-30' }],
    ['yyyy/m/d h:mm', 44469.99, { day: '2021-09-30' }],
    ['mmm-yy', 44469, { day: '2021-09-30', format: 'mmm-yy' }],
    // Shown as what it is and no day.
    ['h:mm', 0.5, '12:00'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['@', 12, '12'],
    ['@', 2.1, '2.1'],
    ['@', 20210930123456, '20210930123456'],
    ['0.00', 2.1, '2.10'],
    ['000', 7, '007'],
    ['0%', 0.85, '85%'],
    ['"第"0"批"', 3, '第3批'],
    ['#,##0"元"', 12345, '12,345元'],
    // Numbers that a person would read as numbers.
    ['General', 2.1, 2.1],
    ['0', 3, 3],
    ['0.0', 2.14, 2.14],
    ['#,##0.00', 1234.5, 1234.5],
    ['0.00E+00', 123456, 123456],
    // 日 and 年 inside quotes make no date.
    ['0"日"', 5, '5日'],
    ['not [a format', 5, 5],
    // Shown as nothing, or as #: the number is not lost.
    [';;;', 5, 5],
    ['0;', -12.5, -12.5],
    ['yyyy-mm-dd', -3, -3],
    ['h:mm', -0.5, -0.5],
  ])('[D7][I1] %s over %d', async (format, value, expected) => {
    expect(await numberAs(format, value)).toEqual(expected);
  });

  test.each<[number, number, RawCell]>([
    [14, 44469, { day: '2021-09-30' }],
    [22, 44469.5, { day: '2021-09-30' }],
    // The Chinese ones, for which files hold no format at all.
    [27, 44469, { day: '2021-09-30', format: 'yyyy"年"m"月"' }],
    [31, 44469, { day: '2021-09-30' }],
    [57, 44469, { day: '2021-09-30', format: 'yyyy"年"m"月"' }],
    [58, 44469, { day: '2021-09-30' }],
    [32, 0.5, '12时00分'],
    [20, 0.5, '12:00'],
    [9, 0.5, '50%'],
    [49, 12, '12'],
    [0, 44469, 44469],
    [163, 44469, 44469],
  ])('[D7][I1] format number %d over %d', async (id, value, expected) => {
    expect((await row(`<c s="0"><v>${String(value)}</v></c>`, { styles: styles([], [id]) }))?.[0]).toEqual(expected);
  });

  test('[D7] the system of 1904', async () => {
    expect(await numberAs('yyyy-mm-dd', 43007, 'date1904="1"')).toEqual({ day: '2021-09-30' });
    expect(await numberAs('yyyy-mm-dd', 0, 'date1904="true"')).toEqual({ day: '1904-01-01' });
  });

  test('[I1] a text in a date’s format stays a text, and a look that is not listed is General', async () => {
    expect(await row('<c s="0" t="inlineStr"><is><t>2021年9月</t></is></c><c s="9"><v>44469</v></c>', { styles: styles(['yyyy-mm-dd']) })).toEqual(['2021年9月', 44469]);
  });
});

describe('the workbook', () => {
  test('[R2] sheets in their order with names and visibility; chart sheets are none', async () => {
    const bytes = workbookOf({
      sheets: [{ name: 'A&B"', xml: '<sheetData/>' }, { name: '_x5206_发', state: 'veryHidden', xml: '<sheetData/>' }, { name: '图', xml: '' }],
      more: {
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="urn:r"><Relationship Id="s0" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="s1" Type="x/worksheet" Target="./worksheets/../worksheets/sheet2.xml"/><Relationship Id="s2" Type="x/chartsheet" Target="worksheets/sheet3.xml"/></Relationships>',
      },
    });
    expect((await read(bytes)).tables).toEqual([
      { name: 'A&B"', visibility: 'visible', cells: [], merges: [] },
      { name: '分发', visibility: 'veryHidden', cells: [], merges: [] },
    ]);
  });

  test('[I1] prefixes, other places of parts, other case and slashes, UTF-16', async () => {
    const sheet = '<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="urn:m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>远处</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...sheet].map((letter) => letter.charCodeAt(0))).buffer)]);
    const bytes = zipOf({
      '_RELS\\.rels': '<Relationships xmlns="urn:r"><Relationship Id="r1" Type="x/officeDocument" Target="/XL/Book/Main.xml"/></Relationships>',
      'xl/book/main.xml': '<x:workbook xmlns:x="urn:m" xmlns:rel="urn:r"><x:sheets><x:sheet name="远" sheetId="1" rel:id="q"/></x:sheets></x:workbook>',
      'xl/book/_rels/main.xml.rels': '<Relationships xmlns="urn:r"><Relationship Id="q" Type="x/worksheet" Target="../far/sheet.xml"/></Relationships>',
      'xl/far/Sheet.xml': utf16,
    });
    expect((await read(bytes)).tables[0]).toMatchObject({ name: '远', cells: [['远处']] });
  });

  test('[I1] parts that are led to and never written are done without', async () => {
    const more = { 'xl/_rels/workbook.xml.rels': '<Relationships xmlns="urn:r"><Relationship Id="s0" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>' };
    expect(await row('<c s="3"><v>5</v></c>', { more })).toEqual([5]);
  });

  test.each([
    ['a shared text that is not there', sheetOf('<row><c t="s"><v>5</v></c></row>')],
    ['an address that no sheet has', sheetOf('<row><c r="XFE1"><v>5</v></c></row>')],
    ['a row beyond the last', sheetOf('<row r="1048577"><c><v>5</v></c></row>')],
    ['a sheet whose part is missing', workbookOf({ sheets: [{ xml: '' }], more: { 'xl/_rels/workbook.xml.rels': '<Relationships xmlns="urn:r"/>' } })],
    ['XML that is not well formed', sheetOf('<row><c><v>5</c></row>')],
    ['an entity that nobody defined', sheetOf('<row><c t="inlineStr"><is><t>&nbsp;</t></is></c></row>')],
    ['a part that ends early', workbookOf({ sheets: [{ xml: '' }], more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } })],
    ['no way from the root to a workbook', workbookOf({ sheets: [{ xml: '' }], more: { '_rels/.rels': '<Relationships xmlns="urn:r"/>' } })],
  ])('[R9] %s is damage', async (_, bytes) => {
    expect(refusalOf(await readFileTables('表.xlsx', bytes)).kind).toBe('damaged');
  });
});

test('[R8][R12] whatever cells another library writes come back as they were', async () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc.string({ unit: fc.constantFrom('一', '=', '+', '<', '&', '"', ' ', '\n', '\t', '_', 'x', '0', ']'), minLength: 1, maxLength: 8 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
  );
  await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
    const bytes = await writeXlsx({ sheets: [{ name: '表', rows: rows.map((cells) => cells.map((each) => (each === '' ? null : each))) }] });
    const expected = rows.map(withoutEmptyEnd);
    while (expected.at(-1)?.length === 0) expected.pop();
    expect((await cellsOf(bytes))?.map(withoutEmptyEnd)).toEqual(expected);
  }), { numRuns: 200 });
});
