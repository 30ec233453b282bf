// How sections stood with their returns, written and read back.
import fc from 'fast-check';
import { readSectionReturns, writeSectionReturns } from '../../src/core/sectionReturns';

test('[R13][B5] how each section of a task stood is kept in words and reads back exactly', () => {
  const returns = [
    { section: '外贸科', sentOn: '2021-06-04', returnedAt: '2021-06-17 10:00', isMissing: false }, { section: '市场科', sentOn: '2021-06-04', returnedAt: '', isMissing: true },
    { section: '东盟科', sentOn: '', returnedAt: '', isMissing: true }, { section: '港口科（窗口）', sentOn: '2021-06-04', returnedAt: '2021-06-18', isMissing: true },
  ];
  const text = writeSectionReturns(returns);
  expect(text).toBe('外贸科（分发2021-06-04，回收2021-06-17 10:00）\n市场科（分发2021-06-04，缺填）\n东盟科（缺填）\n港口科（窗口）（分发2021-06-04，回收2021-06-18，缺填）');
  expect(readSectionReturns(text)).toEqual(returns);
  expect(readSectionReturns('')).toEqual([]);
  expect(readSectionReturns('随便写的')).toEqual([]);
});

test('[R13] any section, sent or not, returned or not, reads back', () => {
  const day = fc.integer({ min: 0, max: 365 }).map((days) => new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10));
  const one = fc.record({ section: fc.stringMatching(/^[\u4e00-\u9fff]{1,8}(（[\u4e00-\u9fff]{1,4}）)?$/), sentOn: fc.oneof(fc.constant(''), day), returnedAt: fc.oneof(fc.constant(''), day, day.map((each) => `${each} 09:30`)), isMissing: fc.boolean() });
  fc.assert(fc.property(fc.array(one, { maxLength: 5 }), (returns) => { expect(readSectionReturns(writeSectionReturns(returns))).toEqual(returns); }));
});
