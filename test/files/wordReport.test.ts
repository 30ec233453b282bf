// The summary as a Word document: official form, the sheet's numbers and words, merges that Word and others read, and nothing that would make Word call it damaged.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { RawTable } from '../../src/core/rawTable';
import { readFileTables } from '../../src/files/readFileTables';
import { wordReport } from '../../src/files/wordReport';
import type { DocumentDrawing, DocumentPart, DocumentTable } from '../../src/sheets/document';
import { summaryDocument } from '../../src/sheets/summaryDocument';
import { drawSummary } from '../../src/sheets/summarySheet';
import { parseXml } from '../../src/workbench/xlsx/xmlReader';
import { aprilSummary, juneSummary } from './wordSample';

const madeAt = '2021-06-18 16:00';
const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

async function tablesOf(bytes: Uint8Array): Promise<readonly RawTable[]> {
  const read = await readFileTables('汇总.docx', bytes);
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.refusal)}`);
  return read.file.tables;
}

const saying = (...parts: readonly DocumentPart[]): DocumentDrawing => ({ title: '题', sections: [{ orientation: 'portrait', parts }] });
const tableOf = (more: Partial<DocumentTable>): DocumentPart => ({ kind: 'table', table: { widths: [1, 1], head: [], body: [[{ text: '一' }, { text: '二' }]], size: 12, ...more } });

/** The texts of a document's parts, without the lines that only a sheet of paper needs. */
function textsOf(document: DocumentDrawing): readonly string[] {
  return document.sections.flatMap(({ parts }) => parts.flatMap((each) => (each.kind === 'table' ? [...each.table.head, ...each.table.body].flatMap((row) => row.map(({ text }) => text)) : each.kind === 'signing' ? each.labels : [each.text])));
}

describe('the summary of June 2021 as a document', () => {
  const drawing = summaryDocument(juneSummary(), madeAt);
  let bytes = new Uint8Array();
  beforeAll(async () => { bytes = new Uint8Array(await wordReport(drawing, { savedAt: '2021-06-18T08:00:00Z' })); });
  const body = (): string => part(bytes, 'word/document.xml');

  test('[B2] its parts come in the order of the sheet, under the same headings', () => {
    const headings = drawing.sections.flatMap(({ parts }) => parts.flatMap((each) => (each.kind === 'heading' ? [each.text] : [])));
    expect(headings).toEqual(['一、总体情况', '二、各指标进度', '三、按责任科室', '四、按分管领导', '五、逾期任务（2 项）', '六、未填报任务（7 项）', '七、与上期相比的变化', '八、历次报送', '九、各项指标工作任务落实情况']);
    const onSheet = drawSummary(juneSummary(), madeAt).blocks.flatMap(({ cells }) => cells.flat()).filter((cell) => typeof cell === 'string' && headings.includes(cell));
    expect(onSheet).toEqual(headings);
  });

  test('[B2] every text of the sheet stands in the document', () => {
    const found = textsOf(drawing).join('\n').replace(/[\n\u3000]/g, '');
    const onSheet = drawSummary(juneSummary(), madeAt).blocks.flatMap(({ cells }) => cells.flat()).filter((cell): cell is string => typeof cell === 'string' && cell !== '');
    expect(onSheet.length).toBeGreaterThan(200);
    expect(onSheet.filter((text) => !found.includes(text.replace(/[\n\u3000]/g, '')))).toEqual([]);
  });

  test('[B2] the totals, counted by hand', async () => {
    const totals = (await tablesOf(bytes))[1]?.cells;
    expect(totals).toEqual([
      ['项目', '本期（2021年6月）', '上期（2021年4月）', '增减'], ['任务总数', '13', '13', '0'], ['已办结', '1', '0', '+1'], ['逾期办结', '1', '0', '+1'], ['正常推进', '8', '13', '-5'],
      ['临期', '1', '0', '+1'], ['逾期', '2', '0', '+2'], ['长期推进', '0', '0', '0'], ['时限待核', '0', '0', '0'], ['已填报', '4', '5', '-1'], ['未更新', '1', '0', '+1'], ['未填报', '8', '8', '0'],
      // 2 of 13 done; 5 of 13 filled in, or done and so in need of nothing new.
      ['完成率', '15.4%', '0%', '+15.4'], ['填报率', '38.5%', '38.5%', '0'],
    ]);
  });

  test('[B2] the matrix has the ten official columns and merges what neighbours of an indicator share', async () => {
    const matrix = (await tablesOf(bytes)).at(-1);
    expect(matrix?.cells[0]).toEqual(['指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注']);
    expect(matrix?.cells).toHaveLength(14);
    const firstColumn = matrix?.merges.filter(({ column }) => column === 0);
    // 1.1 alone; 2.1 to 2.3; 3.1 to 3.4; 4.1 alone; 5.1 to 5.3; 6.1 alone.
    expect(firstColumn).toEqual([{ row: 2, column: 0, rows: 3, columns: 1 }, { row: 5, column: 0, rows: 4, columns: 1 }, { row: 10, column: 0, rows: 3, columns: 1 }]);
    expect(matrix?.merges.filter(({ column }) => column === 3 || column === 8 || column === 9)).toEqual([]);
    // 2.1 and 2.3 are due at the end of September, 2.2 in between at the end of June.
    expect([2, 3, 4].map((row) => matrix?.cells[row]?.[7])).toEqual(['2021年9月', '2021年6月', '2021年9月']);
    expect(matrix?.cells[6]?.[8] ?? '').toBe('');
    expect(matrix?.cells[1]?.[4]).toBe('张光强\n李颖');
  });

  test('[B2] a title of more than one line is broken between words', () => {
    expect(drawing.sections[0]?.parts[0]).toEqual({ kind: 'title', text: '湛江市商务局“营商环境整治提升年”活动\n工作任务落实情况汇总表' });
    expect(drawing.title).toBe('湛江市商务局“营商环境整治提升年”活动工作任务落实情况汇总表');
  });

  test('[B2][B6] the page is that of GB/T 9704: A4, 37, 28, 26 and 35 mm, the matrix across', () => {
    // 1 mm is 56.69 twentieths of a point.
    const pages = [...body().matchAll(/<w:pgSz ([^>]*)\/><w:pgMar ([^>]*)\/>/g)].map(([, size = '', margins = '']) => [size, margins].map((text) => Object.fromEntries([...text.matchAll(/w:(\w+)="(\w+)"/g)].map(([, name = '', value = '']): [string, string] => [name, value]))));
    expect(pages).toMatchObject([
      [{ w: '11906', h: '16838', orient: 'portrait' }, { top: '2098', left: '1587', right: '1474', bottom: '1984' }],
      [{ w: '16838', h: '11906', orient: 'landscape' }, { top: '1587', left: '1984', right: '2098', bottom: '1474' }],
    ]);
  });

  test('[B2] fonts, sizes and spacing are those of the form', () => {
    const styles = part(bytes, 'word/styles.xml');
    const style = (id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    expect(styles).toMatch(/<w:rPrDefault>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*w:eastAsia="zh-CN".*<\/w:rPrDefault>/);
    expect(style('Title')).toMatch(/w:jc w:val="center".*方正小标宋简体.*<w:sz w:val="44"\/>/);
    expect(style('Heading1')).toMatch(/w:firstLineChars="200".*黑体.*<w:sz w:val="32"\/>/);
    expect(style('Heading2')).toContain('楷体_GB2312');
    expect(style('ReportText')).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
    expect(style('ReportText')).toContain('w:firstLineChars="200"');
    expect(part(bytes, 'word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/></w:font>');
    // All letters are black: colour is for the screen.
    const used = ['Title', 'Heading1', 'Heading2', 'ReportText', 'ReportLine', 'ReportLastLine', 'ReportNote', 'ReportHead', 'ReportCell', 'ReportGap', 'ReportSigning'].map(style);
    expect(used.filter((xml) => xml === '')).toEqual([]);
    expect(used.flatMap((xml) => [...xml.matchAll(/<w:color w:val="(\w+)"/g)].map(([, color]) => color)).filter((color) => color !== '000000')).toEqual([]);
    expect(body()).not.toContain('<w:color');
    expect(body()).not.toContain('<w:shd');
  });

  test('[B2][B6] page numbers stand between dashes, right on odd pages and left on even ones, in the same place of the paper', () => {
    expect(part(bytes, 'word/settings.xml')).toMatch(/<w:evenAndOddHeaders(?: w:val="(?:true|1)")?\/>/);
    const footers = Object.keys(unzipSync(bytes)).filter((path) => /^word\/footer\d+\.xml$/.test(path)).map((path) => part(bytes, path));
    expect(footers).toHaveLength(4);
    for (const xml of footers) expect(xml).toMatch(/>— <.*PAGE.*> —</);
    const [odd = '', even = '', oddAcross = '', evenAcross = ''] = footers;
    expect(odd).toMatch(/w:right="280".*w:jc w:val="right"|w:jc w:val="right".*w:right="280"/);
    expect(even).toMatch(/w:left="280".*w:jc w:val="left"|w:jc w:val="left".*w:left="280"/);
    // Across, the lower edge of the bound document is the page's left side: turned there, its odd number at the foot and its even one at the head. 210 − 26 − 5 − 40 mm, and 28 + 5 mm.
    for (const xml of [oddAcross, evenAcross]) expect(xml).toMatch(/<wp:positionH relativeFrom="page"><wp:posOffset>756000<\/wp:posOffset>.* vert="vert"/);
    expect(oddAcross).toMatch(/<wp:positionV relativeFrom="page"><wp:posOffset>5004000<\/wp:posOffset>.*w:jc w:val="right"/);
    expect(evenAcross).toMatch(/<wp:positionV relativeFrom="page"><wp:posOffset>1188000<\/wp:posOffset>.*w:jc w:val="left"/);
    expect(body().match(/<w:footerReference w:type="even"/g)).toHaveLength(2);
  });

  test('[B6] the head of each list comes again on every page, and short rows are not torn', () => {
    const tables = body().split('<w:tbl>').slice(1);
    expect(tables).toHaveLength(10);
    // The first says the three lights and has no head.
    expect(tables.map((xml) => xml.match(/<w:tblHeader\/>/g)?.length ?? 0)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    // One 落实情况 of the matrix has 366 letters: its row may go on overleaf.
    expect((tables[9]?.match(/<w:tr>/g)?.length ?? 0) - (tables[9]?.match(/<w:cantSplit\/>/g)?.length ?? 0)).toBe(1);
  });

  test('[B2] the lines for who filled it in, who checked it and when it was sent come last', () => {
    expect(drawing.sections.at(-1)?.parts.at(-1)).toEqual({ kind: 'signing', labels: ['填报人：', '审核人：', '报送日期：'] });
    expect(body().indexOf('报送日期：')).toBeGreaterThan(body().lastIndexOf('</w:tbl>'));
  });

  test('[P3] the same summary gives the same bytes, with the moment that is said and no other', async () => {
    expect(new Uint8Array(await wordReport(drawing, { savedAt: '2021-06-18T08:00:00Z' }))).toEqual(bytes);
    expect(part(bytes, 'docProps/core.xml').match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)).toEqual(['2021-06-18T08:00:00Z', '2021-06-18T08:00:00Z']);
    expect(part(bytes, 'docProps/core.xml')).toContain('<dc:language>zh-CN</dc:language>');
    expect(part(await wordReport(drawing), 'docProps/core.xml')).not.toContain('dcterms:modified');
    await expect(wordReport(drawing, { savedAt: '昨天' })).rejects.toThrow(/昨天/);
  });
});

describe('any document', () => {
  test('[B2] the first report of a year has nothing to be compared with', async () => {
    const drawing = summaryDocument(aprilSummary(), madeAt);
    expect(textsOf(drawing).filter((text) => text === '这是第一次报送，没有上期可比。')).toHaveLength(2);
    const totals = (await tablesOf(await wordReport(drawing)))[1]?.cells;
    expect(totals?.[0]).toEqual(['项目', '本期（2021年4月）']);
    expect(totals?.[1]).toEqual(['任务总数', '13']);
  });

  test('[B2] cells over several rows and columns, in the head too', async () => {
    const bytes = await wordReport(saying(tableOf({
      widths: [2, 1, 1],
      head: [[{ text: '甲', rows: 2 }, { text: '乙', columns: 2 }], [{ text: '丙' }, { text: '丁' }]],
      body: [[{ text: '1' }, { text: '2', rows: 2, columns: 2 }], [{ text: '3' }]],
    })));
    const [table] = await tablesOf(bytes);
    expect(table?.merges).toEqual(expect.arrayContaining([
      { row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }, { row: 2, column: 1, rows: 2, columns: 2 },
    ]));
    expect(table?.merges).toHaveLength(3);
    expect(table?.cells.map((row) => [...row])).toEqual([['甲', '乙'], ['', '丙', '丁'], ['1', '2'], ['3']]);
  });

  test('[R12] any text is a text, its lines kept, and the file stays whole', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
      const bytes = await wordReport(saying({ kind: 'title', text }, { kind: 'paragraph', text }, tableOf({ body: [[{ text: `=${text}` }, { text: '尾' }]] })));
      for (const [path, xml] of Object.entries(unzipSync(bytes))) if (/\.(?:xml|rels)$/.test(path)) parseXml(strFromU8(xml));
      const [table] = await tablesOf(bytes);
      expect(table?.cells[0]?.[0]).toEqual(expect.stringMatching(/^=/));
      expect(table?.cells[0]?.[1]).toBe('尾');
    }), { numRuns: 60, seed: 20210618 });
    const [table] = await tablesOf(await wordReport(saying(tableOf({ body: [[{ text: '甲<乙>&"丙"\n_x0041_ 丁\u0007' }, { text: ' 前' }]] }))));
    expect(table?.cells[0]?.[0]).toBe('甲<乙>&"丙"\n_x0041_ 丁');
  });

  test.each<[string, Partial<DocumentTable>]>([
    ['too few cells', { body: [[{ text: '一' }]] }],
    ['too many cells', { body: [[{ text: '一' }, { text: '二' }, { text: '三' }]] }],
    ['a cell beyond the edge', { body: [[{ text: '一' }, { text: '二', columns: 2 }]] }],
    ['a cell that reaches below the last row', { body: [[{ text: '一', rows: 2 }, { text: '二' }]] }],
    ['a cell where another one reaches', { body: [[{ text: '一', rows: 2 }, { text: '二' }], [{ text: '三' }, { text: '四' }]] }],
  ])('[X3] a table with %s is refused aloud, for Word would call the file damaged', async (_, more) => {
    await expect(wordReport(saying(tableOf(more)))).rejects.toThrow(/columns/);
  });
});
