// What a cell takes from typed input, and how values look, with Chinese (PRC) settings.
import { numberText } from '../../../src/workbench/book/numberText';
import { parseTyped, type Typed } from '../../../src/workbench/book/typed';
import { NotSupported } from '../../../src/workbench/notSupported';

const TODAY = 44_469; // 2021-09-30
const typed = (input: string | number | boolean, format = 'General'): Typed => parseTyped(input, format, false, TODAY);

describe('formulas and text', () => {
  test.each<[string, Typed]>([
    ['=1+1', { value: null, formula: '=1+1' }],
    ['+1-2', { value: null, formula: '=+1-2' }],
    ['-A1', { value: null, formula: '=-A1' }],
    ['-张三', { value: null, formula: '=-张三' }],
    ['@SUM(A1)', { value: null, formula: '=SUM(A1)' }],
    ['@张三', { value: null, formula: '=@张三' }],
    ['=', { value: '=' }], ['+', { value: '+' }], ['-', { value: '-' }], ['—', { value: '—' }], ['@', { value: '@' }], ['/', { value: '/' }], ['无', { value: '无' }],
    ["'=1+1", { value: '=1+1', quoted: true }], ["'00123", { value: '00123', quoted: true }], ["'", { value: '', quoted: true }],
    ['', { value: null }], [' ', { value: ' ' }],
    ['TRUE', { value: true }], ['false', { value: false }], ['真', { value: '真' }], ['#N/A', { value: { error: '#N/A' } }], ['#ref!', { value: { error: '#REF!' } }], ['#甲', { value: '#甲' }],
    ['甲 乙', { value: '甲 乙' }], [' 甲 ', { value: ' 甲 ' }],
  ])('[W] %j', (input, expected) => {
    expect(typed(input)).toEqual(expected);
  });

  test.each<[string | number | boolean, Typed]>([
    ['=1+1', { value: '=1+1' }], ['00123', { value: '00123' }], ['2021-12', { value: '2021-12' }], ["'甲", { value: '甲', quoted: true }], [5, { value: '5' }], [true, { value: 'TRUE' }], ['', { value: null }], ['#N/A', { value: '#N/A' }],
  ])('[W] a text cell keeps %j as text', (input, expected) => {
    expect(typed(input, '@')).toEqual(expected);
  });

  test('[W] numbers and truth values come as they are', () => {
    expect([typed(5), typed(true), typed(0)]).toEqual([{ value: 5 }, { value: true }, { value: 0 }]);
  });
});

describe('numbers', () => {
  test.each<[string, number, string]>([
    ['123', 123, ''], ['00123', 123, ''], [' 123 ', 123, ''], ['-5', -5, ''], ['+5', 5, ''], ['1.50', 1.5, ''], ['.5', 0.5, ''], ['5.', 5, ''], ['-0', 0, ''], ['1e3', 1000, '0.00E+00'], ['1.5E-2', 0.015, '0.00E+00'],
    ['1.5%', 0.015, '0.00%'], ['15%', 0.15, '0%'], ['-3%', -0.03, '0%'], ['1,234', 1234, '#,##0'], ['1,234.5', 1234.5, '#,##0.00'], ['(12)', -12, ''], ['¥1,234.50', 1234.5, '"¥"#,##0.00;"¥"-#,##0.00'], ['￥12', 12, '"¥"#,##0;"¥"-#,##0'],
    ['110101199001011234', 110_101_199_001_011_000, ''], ['1234567890.123456789', 1_234_567_890.12345, ''], ['0.12345678901234567', 0.123456789012345, ''], ['１２３', 123, ''], ['1 1/2', 1.5, '# ?/?'], ['2.3', 2.3, ''],
  ])('[W] %j is a number', (input, value, numberFormat) => {
    expect(typed(input)).toEqual(numberFormat === '' ? { value } : { value, numberFormat });
  });
  test.each(['1,23', '12,34,5', '1 000', '1-', '5个', '1.2.3', '（1）', '1e400', '1.1.1', '0x10', '1%%', '第3季度', '2.3 推进', '12，345'])('[W] %j is text', (input) => {
    expect(typed(input)).toEqual({ value: input });
  });
});

describe('days and times', () => {
  test.each<[string, number, string]>([
    ['2021/9/30', 44_469, 'yyyy/m/d'], ['2021-9-30', 44_469, 'yyyy/m/d'], ['2021-09-30', 44_469, 'yyyy/m/d'], ['21-9-30', 44_469, 'yyyy/m/d'], ['99/1/1', 36_161, 'yyyy/m/d'],
    ['2021年9月30日', 44_469, 'yyyy"年"m"月"d"日"'], ['2021年9月', 44_440, 'yyyy"年"m"月"'], ['2021年12月', 44_531, 'yyyy"年"m"月"'], ['2021-12', 44_531, 'mmm-yy'], ['2021/12', 44_531, 'mmm-yy'], ['12-2021', 44_531, 'mmm-yy'],
    ['9月30日', 44_469, 'm"月"d"日"'], ['9/30', 44_469, 'm"月"d"日"'], ['9-30', 44_469, 'm"月"d"日"'], ['1/2', 44_198, 'm"月"d"日"'], ['30-Sep-21', 44_469, 'd-mmm-yy'], ['Sep-2021', 44_440, 'mmm-yy'],
    ['12:30', 0.520833333333333, 'h:mm'], ['12:30:36', 0.52125, 'h:mm:ss'], ['25:30', 1.0625, '[h]:mm:ss'], ['3:00 PM', 0.625, 'h:mm AM/PM'], ['9时30分', 0.395833333333333, 'h"时"mm"分"'], ['下午3时', 0.625, 'h"时"mm"分"'],
    ['2021/9/30 12:00', 44_469.5, 'yyyy/m/d h:mm'], ['1900-2-29', 60, 'yyyy/m/d'], ['２０２１年９月', 44_440, 'yyyy"年"m"月"'],
  ])('[W] %j is a date or time', (input, value, numberFormat) => {
    const got = typed(input);
    expect(got.value).toBeCloseTo(value, 9);
    expect(got.numberFormat).toBe(numberFormat);
  });
  test.each(['2021年13月', '2021/2/30', '2021-13', '2021.9.30', '2021年', '9月', '9月底前', '二〇二一年九月', '长期', '2021年9月30', '9/30/2021', '12:60', '13/32', '每月28日前', '2021年9月15日前', '1899/1/1', '30-Foo-21'])('[W] %j stays text', (input) => {
    expect(typed(input)).toEqual({ value: input });
  });
  test('[W] a cell with a format of its own keeps it', () => {
    expect(typed('2021/9/30', 'yyyy-mm-dd')).toEqual({ value: 44_469 });
    expect(typed('15%', '0.0')).toEqual({ value: 0.15 });
  });
  test('[W] in the 1904 system days count from 1904, times do not', () => {
    expect(parseTyped('2021/9/30', 'General', true)).toEqual({ value: 43_007, numberFormat: 'yyyy/m/d' });
    expect(parseTyped('9月30日', 'General', true, TODAY).value).toBe(43_007);
    expect(parseTyped('12:00', 'General', true).value).toBe(0.5);
    expect(parseTyped('1901/1/1', 'General', true)).toEqual({ value: '1901/1/1' });
  });
  test('[W] a day without a year needs the clock, and says so', () => {
    expect(() => parseTyped('9/30', 'General', false)).toThrow(NotSupported);
  });
});

describe('shown text', () => {
  test.each<[Parameters<typeof numberText>[0], string, string]>([
    [null, 'General', ''], [true, '0.00', 'TRUE'], [{ error: '#N/A' }, '0', '#N/A'], ['甲', 'General', '甲'], ['甲', '0.00', '甲'], ['甲', '0;-0;0;"["@"]"', '[甲]'], ['001', '@', '001'],
    [1234.5, 'General', '1234.5'], [0.1 + 0.2, 'General', '0.3'], [123_456_789_012, 'General', '1.23457E+11'], [12_345_678_901, 'General', '12345678901'], [110_101_199_001_011_000, 'General', '1.10101E+17'], [1 / 3, 'General', '0.333333333'],
    [44_469, 'yyyy/m/d', '2021/9/30'], [44_469, 'yyyy年m月', '2021年9月'], [44_469, 'yyyy"年"m"月"d"日"', '2021年9月30日'], [44_469, 'm"月"d"日"', '9月30日'], [44_531, 'mmm-yy', 'Dec-21'], [44_469, 'aaaa', '星期四'], [44_469, 'yyyy/m/d aaa', '2021/9/30 四'], [44_469, 'dddd', 'Thursday'],
    [0.7, '上午/下午h"时"mm"分"', '下午4时48分'], [0.7, 'h:mm AM/PM', '4:48 PM'], [1.5, '[h]:mm', '36:00'], [-1, 'yyyy/m/d', '########'], [3_000_000, 'yyyy/m/d', '########'], [60, 'yyyy-mm-dd', '1900-02-29'],
    [0.015, '0.00%', '1.50%'], [-1234.5, '#,##0.00;[Red]-#,##0.00', '-1,234.50'], [5, 'G/通用格式"天"', '5天'], [5, '0"天";"逾期"0"天";"今天"', '5天'], [-3, '0"天";"逾期"0"天";"今天"', '逾期3天'], [0, '0"天";"逾期"0"天";"今天"', '今天'], [7, ';;;', ''], [7, '000', '007'], [12, '"¥"#,##0.00', '¥12.00'],
  ])('[W] %j through %s', (value, format, expected) => {
    expect(numberText(value, format, false)).toBe(expected);
  });
  test('[W] the 1904 system shows days four years on, and times unchanged', () => {
    expect(numberText(43_007, 'yyyy/m/d', true)).toBe('2021/9/30');
    expect(numberText(1.5, '[h]:mm', true)).toBe('36:00');
  });
  test('[W] Chinese numerals are not shown, and it is said', () => {
    expect(() => numberText(5, '[DBNum1]General', false)).toThrow('DBNum');
  });
  test.each<[string]>([['2021/9/30'], ['2021年9月'], ['1.50%'], ['1,234.50'], ['12:30'], ['2021-12']])('[W] %s looks as typed, or as Excel writes it', (input) => {
    const { value, numberFormat = 'General' } = typed(input);
    expect(numberText(value, numberFormat, false)).toBe(input === '2021-12' ? 'Dec-21' : input);
  });
});
