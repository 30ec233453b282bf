// What is read of HTML: the grid, the text of cells, what is not seen, and what stands beneath a cell. Written by hand after what Word, Excel, WPS and browsers do.
import type { RawCell } from '../../src/core/rawTable';
import { readHtmlFile } from '../../src/files/readHtmlFile';
import { readPasted } from '../../src/files/readPasted';
import { fileOf, refusalOf } from './officePackages';

const fileWith = async (html: string) => fileOf(await readPasted({ html }));
const tablesOf = async (html: string) => (await fileWith(html)).tables;
const cellsOf = async (rows: string): Promise<readonly (readonly RawCell[])[] | undefined> => (await tablesOf(`<table>${rows}</table>`))[0]?.cells;
/** The text of a cell with this content, between two others. */
const textOf = async (content: string, before = '') => (await tablesOf(`${before}<table><tr><td>前</td><td>${content}</td><td>后</td></tr></table>`))[0]?.cells[0]?.[1];

describe('the grid', () => {
  test('[I2] rowspan and colspan push what comes after them aside', async () => {
    const [table] = await tablesOf('<table><tr><td rowspan=2>甲</td><td colspan="2">乙</td><td rowspan=3>丙</td></tr><tr><td>丁</td><td rowspan=2>戊</td></tr><tr><td>己</td><td>庚</td></tr></table>');
    expect(table?.cells).toEqual([['甲', '乙', '', '丙'], ['', '丁', '戊'], ['己', '庚']]);
    expect(table?.merges).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 1, columns: 2 }, { row: 0, column: 3, rows: 3, columns: 1 }, { row: 1, column: 2, rows: 2, columns: 1 },
    ]);
  });

  test('[I2] a merge without a text is a merge too', async () => {
    const [table] = await tablesOf('<table><tr><td rowspan=2></td><td>一</td></tr><tr><td>二</td></tr></table>');
    expect(table?.cells).toEqual([['', '一'], ['', '二']]);
    expect(table?.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }]);
  });

  test.each([
    ['rowspan=0 colspan=0', { rows: 3, columns: 1 }],
    ['rowspan=1000000000 colspan=-1', { rows: 3, columns: 1 }],
    ['rowspan=" 2.9" colspan="2x"', { rows: 2, columns: 2 }],
    ['rowspan=viele colspan=""', { rows: 1, columns: 1 }],
    ['rowspan=99999999999999999999999999 colspan=+2', { rows: 3, columns: 2 }],
  ])('[I2] %s', async (spans, { rows, columns }) => {
    const [table] = await tablesOf(`<table><tr><td ${spans}>大</td><td>右</td></tr><tr><td>下</td></tr><tr><td>末</td></tr></table>`);
    expect(table?.merges).toEqual(rows * columns === 1 ? [] : [{ row: 0, column: 0, rows, columns }]);
    expect(table?.cells[0]?.[columns]).toBe('右');
    expect(table?.cells[1]).toEqual(rows > 1 ? [...Array<string>(columns).fill(''), '下'] : ['下']);
  });

  test('[I2] no cell reaches out of its group of rows, and none lies over another', async () => {
    const [table] = await tablesOf('<table><thead><tr><th rowspan=5>头</th><th>一</th></tr></thead><tbody><tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td colspan=3>丙</td></tr></tbody></table>');
    expect(table?.cells).toEqual([['头', '一'], ['甲', '乙'], ['丙']]);
    expect(table?.merges).toEqual([{ row: 1, column: 1, rows: 2, columns: 1 }]);
  });

  test('[I2] a text that runs over its neighbours in Excel, and a gap in a row of Word, are no merges', async () => {
    const [table] = await tablesOf("<table><tr><td colspan=3 style='mso-ignore:colspan'>很长的一行文字</td><td>右</td></tr><tr><td style='mso-cell-special:placeholder;border:none' colspan=2><p>&nbsp;</p></td><td>三</td></tr></table>");
    expect(table?.cells).toEqual([['很长的一行文字', '', '', '右'], ['', '', '三']]);
    expect(table?.merges).toEqual([]);
  });

  test('[I2] a row that is not shown is left out, a merge through it is shorter, and what it began begins below it', async () => {
    const [table] = await tablesOf("<table><tr><td>一</td><td>二</td></tr><tr style='display:none'><td rowspan=3>指标</td><td>隐</td></tr><tr><td>三</td></tr><tr><td>四</td></tr></table>");
    expect(table?.cells).toEqual([['一', '二'], ['指标', '三'], ['', '四']]);
    expect(table?.merges).toEqual([{ row: 1, column: 0, rows: 2, columns: 1 }]);
  });

  test('[I2] a cell that is not shown keeps its place, and so the columns stay in line', async () => {
    expect(await cellsOf("<tr><td>一</td><td style='display:none'>隐</td><td>三</td></tr>")).toEqual([['一', '', '三']]);
  });

  test('[I1] what is left unclosed is closed by what comes', async () => {
    expect(await cellsOf('<tr><td><font color=red><p>甲<td><b>乙<tr><td>丙<td><span>丁')).toEqual([['甲', '乙'], ['丙', '丁']]);
    expect(await cellsOf('<td>没有行<td>也是一行</td></tr><tr><td>二')).toEqual([['没有行', '也是一行'], ['二']]);
    expect(await cellsOf('<tr><td>甲</div></p></b></td></span><td>乙')).toEqual([['甲', '乙']]);
  });

  test('[I1] several tables are several, and empty ones none', async () => {
    const tables = await tablesOf('<table><tr><td>一</td></tr></table><p>之间</p><table><tr><td>&nbsp;</td></tr></table><table><tr><td>二</td></tr></table>');
    expect(tables.map(({ name, cells }) => [name, cells])).toEqual([['1', [['一']]], ['2', [['二']]]]);
  });

  test('[I1] a table that begins between the cells of another ends it', async () => {
    expect((await tablesOf('<table><tr><td>一</td></tr><table><tr><td>二</td></tr></table>')).map(({ cells }) => cells)).toEqual([[['一']], [['二']]]);
  });

  test('[I1] a table inside a cell is text of that cell, line by line', async () => {
    const tables = await tablesOf('<table><tr><td>上<table><tr><td rowspan=2>内一</td><td>内二</td></tr><tr><td>内三</td></tr></table>下</td><td>旁</td></tr><tr><td>末</td></tr></table>');
    expect(tables.map(({ cells }) => cells)).toEqual([[['上\n内一\n内二\n内三\n下', '旁'], ['末']]]);
  });
});

describe('the text of a cell', () => {
  test.each([
    ['a break is one line end, and one of the source a blank', '第一行<br>\n    第二\n行', '第一行\n第二 行'],
    ['paragraphs are lines', '<p>张光强</p>\r\n  <p>李&nbsp;颖</p>', '张光强\n李 颖'],
    ['an empty paragraph between two stays an empty line', '<p>上</p><p><o:p>&nbsp;</o:p></p><p>下</p>', '上\n\n下'],
    ['a break at the end of a paragraph adds nothing', '<p>上<br></p><p>下<br></p>', '上\n下'],
    ['blanks that do not break are blanks, and alone nothing', '&nbsp;&nbsp; <span>&#160;</span>', ''],
    ['blanks in Word', "甲<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>乙", '甲   乙'],
    ['tabs in Word', "甲<span lang=EN-US style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp;&nbsp; </span>乙", '甲\t\t乙'],
    ['a page that ends inside a cell', "甲<br clear=all style='page-break-before:always'>乙", '甲乙'],
    ['items of a list', '<ul><li>甲<li>乙</ul>', '甲\n乙'],
    ['what stands as it stands', '<pre>甲  乙\n  丙</pre>', '甲  乙\n  丙'],
    ['lines kept by a style', '<span style="white-space:pre-line">甲   乙\n丙</span>', '甲 乙\n丙'],
    ['named and numbered characters', '&lt;甲&gt;&amp;&ldquo;乙&rdquo;&#x4e19;&#19969;&nosuch;', '<甲>&“乙”丙丁&nosuch;'],
    ['what begins as a formula', '=1+1', '=1+1'],
    ['characters that no text has', 'a\u0000b\u0007c', 'abc'],
    ['a field for input holds its value, a hidden one nothing', '<input value="甲"><input type=hidden value="乙"><input type=checkbox value="丙">', '甲'],
    ['of a choice, what is chosen', '<select><option>一<option selected>二<option>三</select>', '二'],
    ['emphasis goes on in the line', '甲<b>乙</b> <i>丙</i>', '甲乙 丙'],
    ['blocks that run in the line, and runs that stand alone', '甲<div style="display:inline">乙</div><span style="display:block">丙</span>', '甲乙\n丙'],
  ])('[I1][R12] %s', async (_, content, text) => {
    expect(await textOf(content)).toBe(text);
  });

  test.each([
    ['struck out under tracked changes', '甲<del cite="mailto:x" datetime="2021-03-04T00:00">乙</del><ins>丙</ins>', '甲丙'],
    ['numbers of lists, which Word makes by itself', "<p><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>甲</p>", '甲'],
    ['the same as a browser hands it on', '<p><!--[if !supportLists]-->1.<span>&nbsp;</span><!--[endif]-->甲</p>', '甲'],
    ['stand-ins for comments and notes', "甲<span style='mso-special-character:comment'><![if !supportAnnotations]><a class=msocomanchor>[注1]</a><![endif]></span><a><![if !supportFootnotes]>[1]<![endif]></a>乙", '甲乙'],
    ['hidden by a style', '甲<span style="display:none">乙</span><span style="mso-hide:all">丙</span><span style="visibility:hidden">丁</span><span hidden>戊</span>', '甲'],
    ['hidden around what is shown', '甲<div style="display:none"><p style="display:block">乙<br>丙</p></div>', '甲'],
    ['programs and styles', '甲<script>if (1 < 2) document.write("乙</td>")</script><style>td{color:red}</style><noscript>丙</noscript>', '甲'],
    ['readings above a character', '<ruby>甲<rp>(</rp><rt>jiǎ</rt><rp>)</rp></ruby>', '甲'],
    ['comments, and what only old programs see', '甲<!-- 乙 --><!--[if gte mso 9]><xml><o:x>丙</o:x></xml><![endif]-->丁', '甲丁'],
    ['what only others see is seen here', '甲<!--[if !mso]><!-->乙<!--<![endif]--><![if !vml]>丙<![endif]>', '甲乙丙'],
    ['a condition that is never closed ends with its cell', '甲<![if !supportLists]>乙', '甲'],
  ])('[I1] not seen: %s', async (_, content, text) => {
    expect(await textOf(content)).toBe(text);
    expect((await tablesOf(`<table><tr><td>${content}<td>后</table>`))[0]?.cells[0]?.[1]).toBe('后');
  });

  test('[I1] classes hide as a style does; rules for paper and rules that ask for more do not', async () => {
    const rules = '<style><!-- /* .b{display:none} */ .a, p.c {display:none !important} @media print { .d {display:none} } .e .f {display:none} @import "x"; .g{mso-hide:all} --></style>';
    expect(await textOf('<span class="x a">甲</span><span class=b>乙</span><p class=c>丙</p><span class=c>丁</span><span class=d>戊</span><span class=f>己</span><b class=g>庚</b>', rules)).toBe('乙\n丁戊己');
  });
});

describe('what a program says of a cell beneath its text', () => {
  const style = String.raw`<style><!-- .d {mso-number-format:"yyyy\0022年\0022m\0022月\0022d\0022日\0022\;\@";} .s {mso-number-format:"Short Date";} .t {mso-number-format:"\@";} .p {mso-number-format:Percent;} .z{mso-number-format:"0\.00";} td {mso-number-format:General;} --></style>`;
  const cell = async (td: string) => (await tablesOf(`${style}<table><tr>${td}</tr></table>`))[0]?.cells[0]?.[0];

  test.each<[string, string, RawCell]>([
    ['a day of Excel', '<td class=d x:num="44469">2021年9月30日</td>', { day: '2021-09-30' }],
    ['a day by a format with a name', '<td class=s x:num="44469.5">2021/9/30</td>', { day: '2021-09-30' }],
    ['a day of which the column is too narrow', '<td class=d x:num="44469">######</td>', { day: '2021-09-30' }],
    ['a day whose format was lost is what is seen', '<td x:num="44469">2021年9月30日</td>', '2021年9月30日'],
    ['a number', '<td x:num>12</td>', 12],
    ['a number with more digits than are seen', '<td x:num="1234.5678">1234.568</td>', 1234.5678],
    ['编号 2.10 keeps its zero', '<td class=z x:num="2.1">2.10</td>', '2.10'],
    ['a share is what is seen', '<td class=p x:num="0.955">95.50%</td>', '95.50%'],
    ['a text that could be a number', '<td class=t x:str>007</td>', '007'],
    ['a text without any word of its program', '<td align=right>12</td>', '12'],
    ['yes or no', '<td x:bool="TRUE">TRUE</td>', true],
    ['a mistaken number is the text', '<td x:num="abc">甲</td>', '甲'],
    ['a day of LibreOffice', '<td sdval="44469" sdnum="2052;0;YYYY&quot;年&quot;M&quot;月&quot;D&quot;日&quot;">2021年9月30日</td>', { day: '2021-09-30' }],
    ['a number of LibreOffice', '<td sdval="12" sdnum="2052;">12</td>', 12],
    ['yes or no of LibreOffice', '<td sdval="1" sdnum="2052;0;BOOLEAN">TRUE</td>', true],
  ])('[D7][R12] %s', async (_, td, expected) => {
    expect(await cell(td)).toEqual(expected);
  });

  test('[D7] the date system of 1904', async () => {
    const html = `<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook></xml><![endif]-->${style}<table><tr><td class=d x:num="43007">2021年9月30日</td></tr></table>`;
    expect((await tablesOf(html))[0]?.cells).toEqual([[{ day: '2021-09-30' }]]);
  });

  test('[I1] ### in place of a number is kept and noted, with how many and where the first is', async () => {
    const file = await fileWith('<table><tr><td>时限</td><td>#</td></tr><tr><td></td><td>####</td></tr><tr><td>########</td></tr></table>');
    expect(file.tables[0]?.cells).toEqual([['时限', '#'], ['', '####'], ['########']]);
    expect(file.notes).toEqual([{ kind: 'tooNarrow', table: '1', count: 2, row: 1, column: 1 }]);
  });
});

describe('what was cut out', () => {
  test('[I1] only what lies between the marks was copied', async () => {
    const html = '<p>页眉</p><table><tr><td>外一</td><td>外二</td></tr><!--StartFragment--><tr><td>内一</td><td>内二</td></tr><tr><td>内三</td><td>内四</td></tr><!--EndFragment--><tr><td>外三</td><td>外四</td></tr></table><table><tr><td>别的表</td></tr></table>';
    expect((await tablesOf(html)).map(({ cells }) => cells)).toEqual([[['内一', '内二'], ['内三', '内四']]]);
  });

  test('[I1] a fragment that begins inside a row, and one inside a text', async () => {
    expect((await tablesOf('<table><tr><td>外</td><!--StartFragment--><td>内</td></tr><!--EndFragment--></table>'))[0]?.cells).toEqual([['', '内']]);
    expect((await tablesOf('<table><tr><td>外<!--StartFragment-->内</td><td>旁<!--EndFragment-->外</td></tr></table>'))[0]?.cells).toEqual([['内', '旁']]);
  });

  test('[I2] a merge that began above what was copied keeps its length within it', async () => {
    const [table] = await tablesOf('<table><tr><td rowspan=3>指标</td><td>一</td></tr><!--StartFragment--><tr><td>二</td></tr><tr><td>三</td></tr><!--EndFragment--></table>');
    expect(table?.cells).toEqual([['', '二'], ['', '三']]);
    expect(table?.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }]);
  });

  test('[I1] rows and cells without their table, and more tables after them', async () => {
    expect((await tablesOf('<tr><td>一<td>二</tr><tr><td>三</td></tr><p>后</p><table><tr><td>四</table>')).map(({ cells }) => cells)).toEqual([[['一', '二'], ['三']], [['四']]]);
    expect((await tablesOf('<td>一</td><td>二</td>'))[0]?.cells).toEqual([['一', '二']]);
  });

  test('[I1] the lines with places before HTML on the clipboard of Windows are passed over', async () => {
    expect((await tablesOf('Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\n<html><body><!--StartFragment--><table><tr><td>一</td></tr></table><!--EndFragment--></body></html>'))[0]?.cells).toEqual([['一']]);
  });
});

describe('a page as a file', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const page = (charset: string, bytes: readonly number[]): Uint8Array => new Uint8Array([...latin(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><table><tr><td>`), ...bytes, ...latin('</td></tr></table></html>')]);
  // 商务 in each encoding.
  test.each([
    ['gb2312', [0xc9, 0xcc, 0xce, 0xf1]],
    ['GBK', [0xc9, 0xcc, 0xce, 0xf1]],
    ['utf-8', [0xe5, 0x95, 0x86, 0xe5, 0x8a, 0xa1]],
    ['big5', [0xb0, 0xd3, 0xb0, 0xc8]],
    // Pages are often in another encoding than they say.
    ['utf-8', [0xc9, 0xcc, 0xce, 0xf1]],
    ['gb2312', [0xe5, 0x95, 0x86, 0xe5, 0x8a, 0xa1, 0x20]],
  ])('[I1] that says %s', async (charset, bytes) => {
    const cells = fileOf(await readHtmlFile('表.xls', page(charset, bytes))).tables[0]?.cells;
    expect(cells).toEqual([[charset === 'big5' ? '商務' : '商务']]);
  });

  test('[I1] in UTF-16 with its mark', async () => {
    const text = '<html><table><tr><td>商务</td></tr></table>';
    const bytes = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8])]);
    expect(fileOf(await readHtmlFile('表.htm', bytes)).tables[0]?.cells).toEqual([['商务']]);
  });

  test.each([
    ['nothing', new Uint8Array(), { kind: 'empty', values: {} }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), { kind: 'notATable', values: { what: 'unknown' } }],
    ['an archive of a page', latin('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table><tr><td>1'), { kind: 'oldHtml', values: {} }],
    ['a page without a table', latin('<html><body><p>1</p></body></html>'), { kind: 'noTable', values: {} }],
    ['a page in no encoding', new Uint8Array([...latin('<html><table><tr><td>'), 0xff, 0xff, 0x80]), { kind: 'damaged', values: {} }],
  ])('[R9] %s is refused', async (_, bytes, refusal) => {
    expect(refusalOf(await readHtmlFile('表.html', bytes))).toEqual(refusal);
  });
});
