// What the formula bar shows can be typed again and gives the same cell.
import fc from 'fast-check';
import { inputText, literalInput } from '../../../src/workbench/view/inputText';
import { parseTyped } from '../../../src/workbench/book/typed';

describe('the text in the formula bar', () => {
  test.each([
    [{ value: 44_469 }, 'yyyy"年"m"月"', '2021/9/30'],
    [{ value: 44_469.5 }, 'yyyy/m/d h:mm', '2021/9/30 12:00:00'],
    [{ value: 0.125 }, '0%', '12.5%'],
    [{ value: 0.1 + 0.2 }, 'General', '0.3'],
    [{ value: '00123', quoted: true }, 'General', "'00123"],
    [{ value: 6, formula: '=SUM(A1:A3)' }, 'General', '=SUM(A1:A3)'],
    [{ value: true }, 'General', 'TRUE'],
    [{ value: { error: '#N/A' } }, 'General', '#N/A'],
    [undefined, 'General', ''],
  ])('[W] %j in format %s is edited as %s', (cell, numberFormat, text) => {
    expect(inputText(cell, numberFormat, false)).toBe(text);
  });

  test('[W] dates of the 1904 system are edited as the same day', () => {
    expect(inputText({ value: 44_469 - 1462 }, 'yyyy/m/d', true)).toBe('2021/9/30');
  });

  test('[W] any text can be put back as this very text', () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom('2021-12', '=1+1', '+5', '00123', '1.10', "'x", 'TRUE', '#N/A', '2021年9月', '-', '@a', '1/2', '2/29', '9月30日'));
    fc.assert(fc.property(odd, fc.constantFrom('General', '@', '0.00'), (text, numberFormat) => {
      const read = parseTyped(literalInput(text, numberFormat, false, 44_469), numberFormat, false, 44_469);
      expect([read.value ?? '', read.formula]).toEqual([text, undefined]);
    }));
  });
});
