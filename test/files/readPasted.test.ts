// What was pasted: HTML before text, text with tabs and quotes, and that nothing is asked for from anywhere (X4).
import fc from 'fast-check';
import type { RawCell } from '../../src/core/rawTable';
import { readPasted } from '../../src/files/readPasted';
import { sayRefusal } from '../../src/words/refusals';
import { fileOf, refusalOf } from './officePackages';

const cellsOf = async (text: string): Promise<readonly (readonly RawCell[])[] | undefined> => fileOf(await readPasted({ text })).tables[0]?.cells;

describe('text with tabs', () => {
  test.each<[string, string, readonly (readonly RawCell[])[]]>([
    ['cells and rows, by every line end', 'a\tb\r\nc\td\ne\tf\rg\th\r\n', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]],
    ['a cell of several lines in quotes', '指标\t"张光强\n李颖"\t完\r\n"a\r\nb"\tc', [['指标', '张光强\n李颖', '完'], ['a\nb', 'c']]],
    ['quotes and tabs inside quotes', '"他说""好""\t"\tb', [['他说"好"', 'b']]],
    ['a quote that is part of the text', '"甲"乙\t丙"丁\n"戊\t己', [['"甲"乙', '丙"丁'], ['"戊', '己']]],
    ['empty cells, rows and blanks', '\t\tc\n\n \u00a0\tb\t\t', [['', '', 'c'], [], ['', 'b']]],
    ['what begins as a formula', '=1+1\t+2\t-3\t@x', [['=1+1', '+2', '-3', '@x']]],
    ['a mark at the start, and characters that no text has', '\ufeffa\u0000\tb\u0007', [['a', 'b']]],
    ['numbers and days stay texts', '1\t2021/9/30', [['1', '2021/9/30']]],
  ])('[I1][R12] %s', async (_, text, cells) => {
    expect(await cellsOf(text)).toEqual(cells);
  });

  test('[I1] ### is noted', async () => {
    expect(fileOf(await readPasted({ text: '时限\t责任人\n#####\t胡毅\n###\t' })).notes).toEqual([{ kind: 'tooNarrow', table: '1', count: 2, row: 1, column: 0 }]);
  });

  test.each([
    ['nothing', '', { kind: 'empty', values: {} }],
    ['blanks', ' \r\n ', { kind: 'empty', values: {} }],
    ['a sentence without a tab', '一句话', { kind: 'noTable', values: {} }],
    ['tabs alone', '\t \t', { kind: 'empty', values: {} }],
    ['more columns than a table has', 'a\t'.repeat(1001), { kind: 'tooManyCells', values: { what: 'columns', limit: 1000, table: '1' } }],
    ['a text after two million lines', `${'\n'.repeat(2_000_001)}a\tb`, { kind: 'tooManyCells', values: { what: 'rows', limit: 2_000_000, table: '1' } }],
    ['more than thirty megabytes', `a\t${'b'.repeat(31 * 1024 * 1024)}`, { kind: 'tooLarge', values: { what: 'file', megabytes: 30 } }],
  ])('[R9] %s: refused', async (_, text, refusal) => {
    expect(refusalOf(await readPasted({ text }))).toEqual(refusal);
  });

  test('[R9] quotes that nothing closes are read in time', async () => {
    const rows = '"a\t'.repeat(500) + '\n';
    const cells = await cellsOf(rows.repeat(400));
    expect(cells).toHaveLength(400);
    expect(cells?.[399]?.slice(0, 2)).toEqual(['"a', '"a']);
  });

  test('[I1] what Excel would quote comes back as it was', async () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'b', '"', '\t', '\n', ' ', '='), maxLength: 8 }).map((text) => `x${text}x`);
    const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      expect(await cellsOf(rows.map((row) => row.map(quoted).join('\t')).join('\r\n'))).toEqual(rows);
    }), { numRuns: 200, seed: 6 });
  });
});

describe('both at once', () => {
  test('[I1] HTML comes first, for it has the merges', async () => {
    const file = fileOf(await readPasted({ html: '<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>', text: '甲\t乙\n\t丙' }));
    expect([file.kind, file.name, file.tables[0]?.merges.length]).toEqual(['html', '粘贴的内容', 1]);
  });

  test('[I1] text with tabs where the HTML has no table', async () => {
    expect(fileOf(await readPasted({ html: '<pre><span style="color:red">甲</span>\t乙</pre>', text: '甲\t乙' })).kind).toBe('text');
    expect(refusalOf(await readPasted({ html: '<p>一句话</p>', text: '一句话' }))).toEqual({ kind: 'noTable', values: {} });
  });

  test('[R9] HTML that is refused for another reason is not passed over in favour of the text', async () => {
    const refusal = refusalOf(await readPasted({ html: `<table>${'<tr><td>'.repeat(10)}${'x'.repeat(11 * 1024 * 1024)}`, text: 'a\tb' }));
    expect(refusal).toEqual({ kind: 'tooLarge', values: { what: 'file', megabytes: 10 } });
    expect(sayRefusal('粘贴的内容', refusal)).toBe('“粘贴的内容”没有读入：文件超过10兆字节。请删去图片和无关的工作表，另存为 .xlsx 后再选择。');
  });

  test('[R9] nothing at all is refused', async () => {
    expect(refusalOf(await readPasted({}))).toEqual({ kind: 'empty', values: {} });
  });
});

describe('nothing is loaded', () => {
  test('[X4] reading needs no page and no network: there is none here, and no request is made for what HTML names', async () => {
    expect([typeof document, typeof window]).toEqual(['undefined', 'undefined']);
    const asked = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('nothing leaves'));
    const html = '<link rel=stylesheet href="http://outside.example/a.css"><style>@import url(http://outside.example/b.css);</style><base href="http://outside.example/"><table background="http://outside.example/c.png"><tr><td><img src="http://outside.example/d.png" onerror="fetch(1)">甲<iframe src="http://outside.example/e"></iframe><script src="http://outside.example/f.js"></script></table>';
    expect(fileOf(await readPasted({ html })).tables[0]?.cells).toEqual([['甲']]);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
