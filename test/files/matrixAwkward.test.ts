// Documents from which somebody may try to take a matrix in: long, changed, half and half, without a table. Each gives tables, or a refusal that says what to do (I1, R9).
import { readMatrix } from '../../src/core/matrixIn';
import { readFileTables } from '../../src/files/readFileTables';
import { sayRefusal } from '../../src/words/refusals';
import { documentOf, fileOf, refusalOf } from './officePackages';

const read = (body: string, more?: Readonly<Record<string, string>>) => readFileTables('任务分工表.docx', documentOf(body, more));
const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...texts: readonly string[]): string => `<w:tr>${texts.map((text) => tc(p(text))).join('')}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
const head = tr('指标名称', '牵头单位', '工作任务', '责任科室', '责任人', '完成时限');
const task = (index: number): string => tr(index === 1 ? '一、跨境贸易' : '', '市商务局', `${String(index)}.推行第${String(index)}项改革。`, '港口科', '胡 毅', '2021年9月');

describe('long documents', () => {
  test('[I1] three hundred pages around one matrix', async () => {
    const page = `${p('各科室要按照任务分工，认真抓好落实。'.repeat(6)).repeat(28)}${pageBreak}`;
    const { tables } = fileOf(await read(`${page.repeat(150)}${tbl(head, task(1), task(2))}${page.repeat(150)}`));
    expect(tables.map(({ cells }) => cells.length)).toEqual([3]);
    expect(readMatrix(tables, { year: 2021 }).tasks.map(({ task: { text } }) => text)).toEqual(['推行第1项改革。', '推行第2项改革。']);
  });

  test('[I1] a matrix of three hundred pages, with its head said again on each', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${head}${Array.from({ length: 10 }, (__, row) => task(((index * 10 + row) % 900) + 1)).join('')}`);
    const { tables } = fileOf(await read(tbl(...rows)));
    expect(tables[0]?.cells).toHaveLength(3300);
    const { tasks } = readMatrix(tables, { year: 2021 });
    expect(tasks).toHaveLength(3000);
    expect(tasks[2999]?.task.text).toBe('推行第300项改革。');
  });

  test('[I1] a hundred columns are a table, and more than a thousand a refusal', async () => {
    const wide = (count: number): string => tbl(tr(...Array.from({ length: count }, (_, index) => `列${String(index + 1)}`)));
    expect(fileOf(await read(wide(100))).tables[0]?.cells[0]?.[99]).toBe('列100');
    const refusal = refusalOf(await read(wide(1001)));
    expect(refusal).toEqual({ kind: 'tooManyCells', values: { what: 'columns', limit: 1000, table: '1' } });
    expect(sayRefusal('任务分工表.docx', refusal)).toBe('“任务分工表.docx”没有读入：“1”表在第1000列以后还有内容。请删去无关的内容，或者把需要的部分复制到新的工作簿，另存后再选择。');
  });
});

describe('what stands where a table should', () => {
  const noTable = '“任务分工表.docx”没有读入：文件里没有表格。';
  const picture = '<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><a:graphic xmlns:a="urn:a"><a:graphicData><pic:pic xmlns:pic="urn:pic"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

  test.each([
    ['only a picture', picture, {}],
    ['only text', p('附件3'), {}],
    ['nothing', '', {}],
    ['a table in the head of its pages and nowhere else', p('正文'), { 'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${tbl(head)}</w:hdr>` }],
  ])('[I1][R9] %s', async (_, body, more) => {
    const refusal = refusalOf(await read(body, more));
    expect(refusal).toEqual({ kind: 'noTable', values: {} });
    expect(sayRefusal('任务分工表.docx', refusal)).toContain(noTable);
  });

  test('[I1] a table in the head of its pages is no part of the matrix', async () => {
    const { tables } = fileOf(await read(tbl(head, task(1)), { 'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${tbl(tr('文号'))}</w:hdr>` }));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.cells[0]?.[0]).toBe('指标名称');
  });

  test('[I1] a table that holds only a picture has no task', async () => {
    const { tables } = fileOf(await read(tbl(`<w:tr>${tc(picture)}</w:tr>`)));
    expect(tables.map(({ cells }) => cells)).toEqual([[]]);
    const reading = readMatrix(tables, { year: 2021 });
    expect([reading.table, reading.tasks]).toEqual([undefined, []]);
  });

  test('[I1] a table in a text box is read once, though old programs have it a second time', async () => {
    const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
    const inBox = tbl(head, task(1));
    const both = `<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="wps"><w:drawing>${box(inBox)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(inBox)}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const { tables } = fileOf(await read(`${p('附件3')}${both}`));
    const filled = tables.filter(({ cells }) => cells.length > 0);
    expect(filled.map(({ cells }) => cells.map((row) => row.length))).toEqual([[6, 6]]);
    expect(readMatrix(tables, { year: 2021 }).tasks.map(({ task: { text } }) => text)).toEqual(['推行第1项改革。']);
  });
});

describe('tables that are not one plain table', () => {
  test('[I1] two halves with their heads are two tables, which are read as one', async () => {
    const { tables } = fileOf(await read(`${tbl(head, task(1))}${p('（续表）')}${tbl(head, task(2), task(3))}`));
    expect(tables.map(({ name, cells }) => [name, cells.length])).toEqual([['1', 2], ['2', 3]]);
    expect(readMatrix(tables, { year: 2021 }).tasks.map(({ task: { text } }) => text)).toEqual(['推行第1项改革。', '推行第2项改革。', '推行第3项改革。']);
  });

  test('[I1] under tracked changes what was put in is there, and what was struck out is not', async () => {
    const run = (text: string, tag = 't'): string => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
    const changed = `<w:tr>${['跨境贸易', '市商务局', '', '港口科', '胡毅', '2021年9月'].map((text, column) => tc(column === 2 ? `<w:p>${run('推行')}<w:del w:id="1">${run('旧', 'delText')}</w:del><w:ins w:id="2">${run('新')}</w:ins>${run('改革。')}</w:p>` : p(text))).join('')}</w:tr>`;
    const struckOut = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${tc(p('跨境贸易'))}${tc(p('市商务局'))}${tc(p('取消的任务。'))}</w:tr>`;
    const { tables } = fileOf(await read(tbl(head, changed, struckOut)));
    expect(readMatrix(tables, { year: 2021 }).tasks.map(({ task: { text } }) => text)).toEqual(['推行新改革。']);
  });

  test('[I1] a matrix inside the cell of a frame gives no task of its own, and is seen as the text of that cell', async () => {
    const { tables } = fileOf(await read(tbl(`<w:tr>${tc(`${p('附件3')}${tbl(head, task(1))}`)}</w:tr>`)));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.cells).toEqual([['附件3\n指标名称\n牵头单位\n工作任务\n责任科室\n责任人\n完成时限\n一、跨境贸易\n市商务局\n1.推行第1项改革。\n港口科\n胡 毅\n2021年9月']]);
    expect(readMatrix(tables, { year: 2021 }).tasks).toEqual([]);
  });
});
