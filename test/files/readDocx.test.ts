// Tables of Word documents as Word shows them: merges, tracked changes, what is hidden, what is inside what. The XML is written by hand after ECMA-376.
import { readFileTables } from '../../src/files/readFileTables';
import { documentOf, fileOf, refusalOf } from './officePackages';

const tablesOf = async (body: string) => fileOf(await readFileTables('表.docx', documentOf(body))).tables;
const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const cell = (text: string, properties = ''): string => tc(p(run(text)), properties);
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
/** The text of a cell with this content. */
const textOf = async (content: string) => (await tablesOf(tbl(tr(cell('前'), tc(content), cell('后')))))[0]?.cells[0]?.[1];

describe('the grid', () => {
  test('[I2] cells merged downwards and sideways', async () => {
    const [table] = await tablesOf(tbl(
      tr(cell('指标', '<w:vMerge w:val="restart"/>'), cell('一'), cell('宽', '<w:gridSpan w:val="2"/>')),
      tr(cell('不可见', '<w:vMerge/>'), cell('二'), cell('角', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')),
      tr(cell('', '<w:vMerge w:val="continue"/>'), cell('三'), cell('', '<w:gridSpan w:val="2"/><w:vMerge/>')),
      tr(cell('指标二', '<w:vMerge w:val="restart"/>'), cell('四'), cell('五'), cell('六')),
    ));
    expect(table?.cells).toEqual([['指标', '一', '宽'], ['', '二', '角'], ['', '三'], ['指标二', '四', '五', '六']]);
    expect(table?.merges).toEqual([
      { row: 0, column: 0, rows: 3, columns: 1 },
      { row: 0, column: 2, rows: 1, columns: 2 },
      { row: 1, column: 2, rows: 2, columns: 2 },
    ]);
  });

  test('[I2] a merge that goes on from nothing begins itself, and keeps its text', async () => {
    const [table] = await tablesOf(tbl(tr(cell('一'), cell('二')), tr(cell('三', '<w:vMerge/>'), cell('四')), tr(cell('', '<w:vMerge/>'), cell('五'))));
    expect(table?.cells).toEqual([['一', '二'], ['三', '四'], ['', '五']]);
    expect(table?.merges).toEqual([{ row: 1, column: 0, rows: 2, columns: 1 }]);
  });

  test('[I2] rows that begin further to the right, and how a cell was before a tracked change', async () => {
    const [table] = await tablesOf(tbl(
      '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell('右') + '</w:tr>',
      tr(cell('一', '<w:gridSpan w:val="1"/><w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'), cell('二')),
    ));
    expect(table?.cells).toEqual([['', '', '右'], ['一', '二']]);
    expect(table?.merges).toEqual([]);
  });

  test('[I1] several tables, and two without a paragraph between them, which Word shows as one', async () => {
    const tables = await tablesOf(`${tbl(tr(cell('一')))}${tbl(tr(cell('二')))}${p(run('中间'))}${tbl(tr(cell('三')))}<w:sectPr/>`);
    expect(tables.map(({ name, cells }) => [name, cells])).toEqual([['1', [['一'], ['二']]], ['2', [['三']]]]);
  });

  test('[I1] a table inside a cell is text of that cell, and no table of its own', async () => {
    const inner = tbl(tr(cell('内一'), cell('内二')), tr(cell('内三', '<w:gridSpan w:val="2"/>')));
    const tables = await tablesOf(tbl(tr(tc(`${p(run('上'))}${inner}${p(run('下'))}${p()}`), cell('旁'))));
    expect(tables.map(({ cells }) => cells)).toEqual([[['上\n内一\n内二\n内三\n下', '旁']]]);
  });

  test('[I1] content controls around rows, cells and texts let them through; one that only prompts is empty', async () => {
    const control = (content: string, properties = ''): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const [table] = await tablesOf(control(tbl(control(tr(control(cell('一')), tc(control(p(run('二')))), tc(p(control(run('单击此处输入文字'), '<w:showingPlcHdr/>'), run('三'))))))));
    expect(table?.cells).toEqual([['一', '二', '三']]);
  });
});

describe('the text of a cell', () => {
  test.each<[string, string, string]>([
    ['paragraphs are lines, empty ones between them too', p(run('一')) + p() + p(run('二')) + p(), '一\n\n二'],
    ['line breaks and tabs', p(run('一'), '<w:r><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:cr/></w:r>', run('四')), '一\n二\t三\n四'],
    ['a tab stop of the paragraph is no tab, a page break no line', p('<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>', run('一'), '<w:r><w:br w:type="page"/></w:r>', run('二')), '一二'],
    ['what was struck out is gone, what was put in stays', p(run('一'), `<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r>${run('旧')}</w:del>`, `<w:ins w:id="2">${run('新')}</w:ins>`), '一新'],
    ['what was moved stands where it went to', p(`<w:moveFrom w:id="1">${run('移')}</w:moveFrom>`, run('一'), `<w:moveTo w:id="2">${run('移')}</w:moveTo>`), '一移'],
    ['what was put in and struck out again', p(run('一'), `<w:ins w:id="1"><w:del w:id="2">${run('试')}</w:del></w:ins>`), '一'],
    ['an end of paragraph that was struck out joins two lines', p('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', run('一')) + p(run('二')), '一二'],
    ['hidden text, and text that is not', p(run('藏', '<w:vanish/>'), run('见', '<w:vanish w:val="0"/>'), run('藏', '<w:vanish w:val="true"/>'), run('二')), '见二'],
    ['a hidden end of paragraph hides nothing else', p('<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', run('一')), '一'],
    ['text that was hidden before a tracked change', p(run('一', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')), '一'],
    ['marks of footnotes and comments', p(run('一'), '<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="1"/>', run('二'), '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/><w:annotationRef/></w:r>'), '一二'],
    ['fields give their results', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run('2021年9月'), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', `<w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`), '2021年9月3'],
    ['links and smart tags', p(`<w:hyperlink>${run('一')}</w:hyperlink><w:smartTag>${run('二')}</w:smartTag>`), '一二'],
    ['ticks and boxes of symbol fonts, hyphens', p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="__proto__" w:char="2713"/><w:t>5</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>6</w:t></w:r>'), '☑□≥✓5-6'],
    ['readings above characters', p('<w:r><w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一</w:t></w:r></w:rubyBase></w:ruby></w:r>'), '一'],
    ['a text box once, not again as old programs see it', p('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>'), '框'],
    ['what looks like a formula or markup', p(run('=1+1&lt;b&gt;&amp;')), '=1+1<b>&'],
  ])('[I1][R12] %s', async (_, content, expected) => {
    expect(await textOf(content)).toBe(expected);
  });
});

test('[I1] a row that was struck out whole is gone', async () => {
  const [table] = await tablesOf(tbl(tr(cell('一')), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('二')}</w:tr>`, tr(cell('三'))));
  expect(table?.cells).toEqual([['一'], ['三']]);
});

test('[R2] properties of the document', async () => {
  const relations = '<Relationships xmlns="urn:r"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/custom-properties" Target="docProps/custom.xml"/><Relationship Id="c" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>';
  const bytes = documentOf(tbl(tr(cell('一'))), {
    '_rels/.rels': relations,
    'docProps/custom.xml': '<Properties xmlns:vt="urn:vt"><property name="标识"><vt:lpwstr>外贸科</vt:lpwstr></property><property name="次"><vt:i4>3</vt:i4></property></Properties>',
    'docProps/core.xml': '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dcterms="urn:d"><dcterms:created>2021-06-01T00:00:00Z</dcterms:created><dcterms:modified>2021-06-17T08:30:00Z</dcterms:modified></cp:coreProperties>',
  });
  expect(fileOf(await readFileTables('表.docx', bytes))).toMatchObject({ properties: { 标识: '外贸科', 次: '3' }, savedAt: '2021-06-17T08:30:00Z' });
});

test('[R9] a document without a table is refused as such', async () => {
  expect(refusalOf(await readFileTables('表.docx', documentOf(p(run('没有表')))))).toEqual({ kind: 'noTable', values: {} });
});
