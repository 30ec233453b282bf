// The checker finds what it is there to find: a good file, broken in one place at a time.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { saveXlsx } from '../../../src/workbench/xlsx';
import { sampleBook } from './sampleBook';
import { faultsOf } from './wellFormed';

const SHEET = 'xl/worksheets/sheet2.xml';
const TABLE = 'xl/tables/table1.xml';

describe('[W] the checker of files', () => {
  test.each<[string, string, string | RegExp, string]>([
    ['elements out of order', SHEET, /(<mergeCells.*?<\/mergeCells>|<sheetProtection[^>]*>)(.*)(<pageMargins[^>]*>)/s, '$3$2$1'],
    ['a formula with =', SHEET, '<f>1/0', '<f>=1/0'],
    ['"this row" in short', SHEET, '任务台账[[#This Row],[完成时限]]', '[@完成时限]'],
    ['a forgotten prefix', SHEET, '_xlfn.TEXTJOIN', 'TEXTJOIN'],
    ['a look that is not there', SHEET, '<c r="B2" s="3">', '<c r="B2" s="99">'],
    ['cells out of order', SHEET, '<c r="B9"', '<c r="Z9"'],
    ['an unknown error', SHEET, '<v>#DIV/0!</v>', '<v>#OOPS!</v>'],
    ['a text that is not there', SHEET, /<c r="A9" t="b"><v>1/, '<c r="A9" t="s"><v>900'],
    ['a header that differs from its column', TABLE, 'name="编号"', 'name="号码"'],
    ['two columns of one name', TABLE, 'name="编号"', 'name="工作任务"'],
    ['a table over a merge', 'xl/worksheets/sheet3.xml', /<mergeCells.*<\/mergeCells>/s, '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'],
    ['a rule without look', SHEET, 'dxfId="0"', 'dxfId="50"'],
    ['two rules of one priority', SHEET, 'priority="2"', 'priority="1"'],
    ['a rule that names a table', SHEET, '<formula>$F4=', '<formula>任务台账[编号]='],
    ['a long list of words', SHEET, '"正在推进,', `"${'长'.repeat(300)},`],
    ['a page break before row 1', SHEET, '<brk id="4"', '<brk id="0"'],
    ['page breaks out of order', SHEET, '<brk id="20"', '<brk id="3"'],
    ['page breaks before the footer', SHEET, /(<headerFooter>.*<\/headerFooter>)(<rowBreaks.*<\/rowBreaks>)/s, '$2$1'],
    ['a wrong number of page breaks', SHEET, 'manualBreakCount="2"', 'manualBreakCount="3"'],
    ['a name with =', 'xl/workbook.xml', '>30</definedName>', '>=30</definedName>'],
    ['names out of order', 'xl/workbook.xml', 'name="预警天数"', 'name="A"'],
    ['a sheet name too long', 'xl/workbook.xml', 'name="汇总"', `name="${'汇'.repeat(40)}"`],
    ['an active sheet that is hidden', 'xl/workbook.xml', 'activeTab="1"', 'activeTab="4"'],
    ['a missing part', '[Content_Types].xml', 'PartName="/xl/tables/table1.xml"', 'PartName="/xl/tables/table9.xml"'],
    ['a wrong relationship', 'xl/worksheets/_rels/sheet2.xml.rels', '../tables/table1.xml', '../tables/table9.xml'],
    ['a count', 'xl/styles.xml', /<fonts count="\d+"/, '<fonts count="77"'],
    ['the first fills', 'xl/styles.xml', 'gray125', 'solid'],
    ['damaged XML', 'xl/styles.xml', '</styleSheet>', ''],
  ])('[W] finds %s', async (_what, path, from, to) => {
    const parts = unzipSync(await saveXlsx(sampleBook()));
    const before = strFromU8(parts[path]!);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    parts[path] = strToU8(after);
    expect(faultsOf(zipSync(parts))).not.toEqual([]);
  });
});
