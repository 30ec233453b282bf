// Cells travel through the clipboard as text and come back the same.
import fc from 'fast-check';
import { fromTabbed, toHtml, toTabbed } from '../../../src/workbench/view/clipboardText';

describe('clipboard text', () => {
  test('[W] what is written is read back, with tabs, quotes and line breaks inside cells', () => {
    const text = fc.string().map((each) => each.replaceAll('\r', ''));
    const cell = fc.oneof(text, fc.constantFrom('', '"', 'a\tb', '两\n行', '他说"好"', '" x'));
    const grid = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
    // A last row of empty cells is written as nothing but separators and is still a row, save for a single empty cell.
    fc.assert(fc.property(grid.filter((rows) => rows.at(-1)?.join('') !== ''), (rows) => {
      expect(fromTabbed(toTabbed(rows))).toEqual(rows);
    }));
  });

  test('[W] reads what Excel and WPS write, with and without a last line break', () => {
    expect(fromTabbed('甲\t乙\r\n1\t2\r\n')).toEqual([['甲', '乙'], ['1', '2']]);
    expect(fromTabbed('甲\n乙')).toEqual([['甲'], ['乙']]);
    expect(fromTabbed('"两\r\n行"\t后')).toEqual([['两\n行', '后']]);
  });

  test('[W] a quote that does not enclose a cell is only a character', () => {
    expect(fromTabbed('"半\t5" 屏')).toEqual([['"半', '5" 屏']]);
  });

  test('[W] HTML carries text, never markup', () => {
    expect(toHtml([['<b>&', '两\n行']])).toBe('<table><tr><td>&lt;b>&amp;</td><td>两<br>行</td></tr></table>');
  });
});
