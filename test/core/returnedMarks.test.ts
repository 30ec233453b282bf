// By what a copy is known when it comes back (R2): keys, the very hidden sheet, properties.
import fc from 'fast-check';
import { copyKey, copyMarks, copyProperties, copySheetRows, parseCopyKey, readCopyProperties, readCopySheet } from '../../src/core/returnedMarks';

const key = { plan: '2021', period: '2021-06', section: '外贸科', id: '2.3' };

test('[R2] a key says plan, report, section and task, whatever is in them', () => {
  expect(copyKey(key)).toMatch(/^2021\|2021-06\|外贸科\|2\.3\|[0-9A-Z]{2}$/);
  const part = fc.string({ unit: fc.constantFrom('2', '科', '|', '%', '7C', ' ', '.') }).map((text) => `a${text}b`);
  fc.assert(fc.property(part, part, part, part, (plan, period, section, id) => {
    expect(parseCopyKey(` ${copyKey({ plan, period, section, id })} `)).toEqual({ plan, period, section, id });
  }));
});

test('[R2] a key that was changed by hand is noticed: any digit or letter changed, any two neighbours exchanged, anything cut off', () => {
  const whole = copyKey(key);
  for (let at = 0; at < whole.length; at += 1) {
    for (const character of '0123456789|.-科AZ') {
      if (character !== whole[at]) expect([at, character, parseCopyKey(whole.slice(0, at) + character + whole.slice(at + 1))]).toEqual([at, character, 'changed']);
    }
    if (whole[at + 1] !== undefined && whole[at] !== whole[at + 1]) expect(parseCopyKey(whole.slice(0, at) + (whole[at + 1] ?? '') + (whole[at] ?? '') + whole.slice(at + 2))).toBe('changed');
    expect(parseCopyKey(whole.slice(0, at))).toBe(at === 0 ? undefined : 'changed');
  }
  expect(parseCopyKey('  ')).toBeUndefined();
  expect(parseCopyKey('见备注')).toBe('changed');
});

const identity = { plan: '2021', period: '2021-06', section: '外贸科', sentOn: '2021-06-01' };

test('[R2][R4] the very hidden sheet says whose a copy is and what it was sent with', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '\n', '=', ' ', '【', '编号') });
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('1.1', '2.3', '10.12'), fc.record({ progress: text, remark: text, doneOn: fc.constantFrom('', '2021-06-15') })), (sent) => {
    const base = new Map(Object.entries(sent));
    const read = readCopySheet(copySheetRows(identity, base));
    expect(read?.identity).toEqual(identity);
    expect(read?.base).toEqual(base);
  }));
});

test('[R2] a program may have made dates of the texts, and empty cells at the end may be gone', () => {
  const rows = copySheetRows(identity, new Map([['1.1', { progress: '', doneOn: '2021-06-15' }]]));
  const stored = rows.map((row) => (row[1] === '办结日期' ? [row[0] ?? '', row[1], { day: '2021-06-15' }] : row[2] === '' ? row.slice(0, 2) : row));
  expect(readCopySheet(stored)?.base.get('1.1')).toEqual({ progress: '', doneOn: '2021-06-15' });
  expect(readCopySheet([['别的', '内容']])).toBeUndefined();
  expect(readCopySheet([])).toBeUndefined();
});

test('[R2] the properties alone say whose a copy is', () => {
  expect(readCopyProperties(copyProperties(identity))).toEqual(identity);
  expect(readCopyProperties({ [copyMarks.properties.section]: '外贸科' })).toEqual({ plan: '', period: '', section: '外贸科', sentOn: '' });
  expect(readCopyProperties({ 作者: '某人' })).toBeUndefined();
  expect(readCopyProperties(Object.create(null) as Record<string, string>)).toBeUndefined();
});
