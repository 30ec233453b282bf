// Files as other programs write them: what Excel, WPS, openpyxl and LibreOffice do differently from the workbench.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from '../../../src/workbench/xlsx';
import type { BookApi } from '../../../src/workbench/book/bookApi';
import { newProperties } from '../../../src/workbench/book/properties';
import { newSheet } from '../../../src/workbench/book/sheet';
import { LOST } from '../../../src/workbench/xlsx/lostWords';
import { makeBook } from './plainCalc';
import { sampleBook } from './sampleBook';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Opens a workbook of one sheet with this XML inside its worksheet element, and other parts changed. */
async function opened(inside: string, more: Record<string, string | ((xml: string) => string)> = {}): Promise<{ book: BookApi; lost: readonly string[] }> {
  const book = makeBook({ name: 'x.xlsx', sheets: [newSheet('a', '表')], names: [], properties: newProperties(), date1904: false });
  const parts = unzipSync(await saveXlsx(book));
  parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet ${MAIN}>${inside}</worksheet>`);
  for (const [path, change] of Object.entries(more)) parts[path] = strToU8(typeof change === 'string' ? change : change(strFromU8(parts[path]!)));
  return openXlsx(zipSync(parts), makeBook);
}
const cellsOf = (book: BookApi) => Object.fromEntries([...book.sheets[0]!.cells].flatMap(([row, line]) => [...line].map(([column, cell]) => [`${row},${column}`, cell.formula ?? cell.value])));

describe('[W] files of other programs', () => {
  test('[W] shared formulas, as Excel writes filled columns, become the formulas that they stand for', async () => {
    const { book } = await opened('<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$D$1+_xlfn.DAYS(A1,1)</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>');
    expect(cellsOf(book)).toEqual({ '0,1': '=A1*$D$1+DAYS(A1,1)', '1,1': '=A2*$D$1+DAYS(A2,1)', '2,1': '=A3*$D$1+DAYS(A3,1)' });
  });

  test('[W] cells without addresses, inline texts, texts in runs, moments in ISO form, and types left out', async () => {
    const { book, lost } = await opened('<sheetData><row><c t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c><c><v>1.5E3</v></c></row><row><c t="inlineStr"><is><r><rPr><b/></rPr><t>乙</t></r><r><t>丙</t></r></is></c><c t="d"><v>2021-09-30</v></c><c t="d"><v>2021-09-30T12:00:00Z</v></c><c t="d"><v>1900-01-01</v></c></row></sheetData>');
    expect(cellsOf(book)).toEqual({ '0,0': ' 甲 ', '0,1': 1500, '1,0': '乙丙', '1,1': 44_469, '1,2': 44_469.5, '1,3': 1 });
    expect(lost).toEqual([LOST.richText]);
  });

  test('[W] a list of words stands in quotes in the file, and nowhere else', async () => {
    const { book } = await opened('<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"甲,乙 ""丙"""</formula1></dataValidation></dataValidations>');
    expect([book.sheets[0]!.validations[0]?.formula1, book.listAt(book.sheets[0]!.id, 0, 0)]).toEqual(['甲,乙 "丙"', ['甲', '乙 "丙"']]);
    const part = strFromU8(unzipSync(await saveXlsx(book))['xl/worksheets/sheet1.xml']!);
    expect(part).toContain('<formula1>"甲,乙 ""丙"""</formula1>');
  });

  test('[W] moments of a workbook that counts from 1904 are counted so', async () => {
    const { book } = await opened('<sheetData><row r="1"><c r="A1" t="d"><v>2021-09-30</v></c><c r="B1"><v>43007</v></c></row></sheetData>', { 'xl/workbook.xml': (xml) => xml.replace('<workbookPr ', '<workbookPr date1904="true" ') });
    expect([book.date1904, cellsOf(book)]).toEqual([true, { '0,0': 43_007, '0,1': 43_007 }]);
  });

  test('[W] texts with reading aids and runs are their words alone', async () => {
    const { book } = await opened('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
      'xl/sharedStrings.xml': `<sst ${MAIN}><si><r><t>邓</t></r><r><t xml:space="preserve"> 善</t></r><rPh sb="0" eb="1"><t>deng</t></rPh><phoneticPr fontId="1"/></si></sst>`,
    });
    expect(cellsOf(book)).toEqual({ '0,0': '邓 善' });
  });

  test('[W] colours of the theme, lightened and darkened, of the old palette, and formats that Excel names by number', async () => {
    const { book } = await opened('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>44469</v></c></row></sheetData>', {
      'xl/styles.xml': `<styleSheet ${MAIN}><fonts><font><sz val="12"/><color theme="1"/><name val="宋体"/><scheme val="minor"/></font><font><color rgb="FFFF0000"/></font></fonts>
        <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.79998168889431442"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>
        <cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="2" borderId="0" xfId="0"/><xf numFmtId="57" fontId="1" fillId="3" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
      'xl/theme/theme1.xml': (xml) => xml.replace(/<a:accent1>.*?<\/a:accent1>/s, '<a:accent1><a:srgbClr val="4472C4"/></a:accent1>'),
    });
    const style = (column: number) => book.styleAt(book.sheets[0]!.id, 0, column);
    expect(style(0)).toMatchObject({ fillColor: '#DAE3F3', fontName: '宋体', fontSize: 12, fontColor: '#000000', numberFormat: '0.00%' });
    expect(style(1)).toMatchObject({ fillColor: '#FFFF00', fontColor: '#FF0000', numberFormat: 'yyyy"年"m"月"' });
  });

  test('[W] dropdowns and rules that refer to other sheets stand where Excel puts them, and are found', async () => {
    const { book, lost } = await opened(`<sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" xmlns:x14="urn:a" xmlns:xm="urn:b"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">
      <x14:formula1><xm:f>名册!$A$2:$A$5</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="urn:a" xmlns:xm="urn:b">
      <x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{1}"><xm:f>设置!$B$1=A1</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`);
    const [sheet] = book.sheets;
    expect(sheet!.validations).toMatchObject([{ type: 'list', formula1: '=名册!$A$2:$A$5', areas: [{ top: 1, bottom: 8, left: 1 }, { top: 1, bottom: 1, left: 3 }] }]);
    expect(sheet!.rules).toMatchObject([{ rule: { type: 'custom', formula: '设置!$B$1=A1' }, look: { bold: true }, areas: [{ top: 0, bottom: 8 }] }]);
    expect(lost).toEqual([]);
  });

  test('[W] what a book cannot hold is named', async () => {
    const { lost } = await opened('<sheetViews><sheetView><pane xSplit="900" ySplit="900"/></sheetView></sheetViews><cols><col min="1" max="2" width="9" outlineLevel="1"/></cols><sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">SUM(B1:B2*C1:C2)</f><v>1</v></c></row></sheetData>'
      + '<sheetProtection sheet="1" password="CC1A"/><autoFilter ref="A1:B9"/><conditionalFormatting sqref="A1:A9"><cfRule type="dataBar" priority="1"><dataBar/></cfRule><cfRule type="top10" priority="2"/></conditionalFormatting><hyperlinks/><headerFooter differentFirst="1"/>', {
      'xl/pivotTables/pivotTable1.xml': '<a/>', 'xl/vbaProject.bin': 'x', 'xl/media/image1.png': 'x', 'xl/comments1.xml': '<a/>', 'xl/slicers/slicer1.xml': '<a/>',
      'xl/workbook.xml': (xml) => xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
    });
    expect(lost).toEqual([LOST.pivot, LOST.images, LOST.comments, LOST.slicers, LOST.macros, LOST.hyperlinks, LOST.scales, LOST.otherRules, LOST.sheetFilter, LOST.outline, LOST.bookProtection, LOST.sheetPassword, LOST.arrayFormulas, LOST.splitPanes, LOST.headerKinds]);
  });

  test('[W] page breaks of a person are kept, those that the program worked out are not', async () => {
    const { book, lost } = await opened('<sheetData/><rowBreaks count="4" manualBreakCount="3"><brk id="30" max="16383" man="1"/><brk id="12" max="7" man="true"/><brk id="45" max="16383"/><brk id="0" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="5" max="1048575" man="1"/></colBreaks>');
    expect([book.sheets[0]?.page.rowBreaks, book.sheets[0]?.page.columnBreaks, lost]).toEqual([[12, 30], [5], []]);
  });

  test('[W] legend and axes of a chart of another program are read from the chart itself', async () => {
    const parts = unzipSync(await saveXlsx(sampleBook()));
    const axis = (name: string, inside: string) => `<c:${name}><c:axId val="1"/><c:scaling>${inside}`;
    parts['xl/charts/chart1.xml'] = strToU8(strFromU8(parts['xl/charts/chart1.xml']!).replace(/<c:extLst>.*<\/c:extLst>/s, '').replace(/<c:catAx>.*<\/c:valAx>/s,
      `${axis('catAx', '<c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:majorGridlines/><c:crosses val="autoZero"/></c:catAx>')}`
      + `${axis('valAx', '<c:max val="10"/><c:min val="-2"/><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:crosses val="max"/><c:majorUnit val="2.5"/></c:valAx>')}`).replace(/<c:legendPos val="b"\/>/, '<c:legendPos val="tr"/>'));
    const { book, lost } = await openXlsx(zipSync(parts), makeBook);
    expect(book.sheetByName('任务台账')!.charts[0]?.options).toEqual({
      legendPosition: 'Corner', 'categoryAxis.reversed': true, 'categoryAxis.position': 'Maximum', 'categoryAxis.gridlines': true,
      'valueAxis.visible': false, 'valueAxis.gridlines': false, 'valueAxis.minimum': -2, 'valueAxis.maximum': 10, 'valueAxis.majorUnit': 2.5,
    });
    expect(lost).toEqual([LOST.chartDetails]);
  });

  test('[W] a height that Excel chose is one that it may choose again; one that a person set stays', async () => {
    const { book } = await opened('<sheetFormatPr defaultRowHeight="13.5"/><cols><col min="2" max="3" width="12.5" customWidth="1"/><col min="4" max="16384" width="9" hidden="1" customWidth="1"/></cols><sheetData><row r="1" ht="27"/><row r="2" ht="40" customHeight="1"/><row r="3"/></sheetData>');
    const [sheet] = book.sheets;
    expect([...sheet!.rows]).toEqual([[0, { height: 27, auto: true }], [1, { height: 40 }]]);
    expect([sheet!.columns.get(1), sheet!.columns.size, sheet!.defaultRowHeight]).toEqual([{ width: 12.5 }, 16_383, 13.5]);
  });

  test('[W] a file without styles, texts, theme or properties opens', async () => {
    const parts = unzipSync(await saveXlsx(sampleBook()));
    const bare = {
      '[Content_Types].xml': parts['[Content_Types].xml']!, '_rels/.rels': parts['_rels/.rels']!,
      'xl/workbook.xml': strToU8(`<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="甲" sheetId="7" q:id="rId9"/></x:sheets></x:workbook>`),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/a.xml"/></Relationships>'),
      'xl/worksheets/a.xml': strToU8(`<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="C2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`),
    };
    const { book } = await openXlsx(zipSync(bare), makeBook);
    expect([book.sheets.map((sheet) => sheet.name), cellsOf(book)]).toEqual([['甲'], { '1,2': 5 }]);
  });
});
