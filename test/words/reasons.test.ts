// Why a row stands where it stands: a clause for every reason that core can give, and one sentence for every row.
import * as fc from 'fast-check';
import { judgeCells } from '../../src/core/cellStatus';
import { toSerial } from '../../src/core/plainDate';
import { reasonClauses, sayReason, sayRow } from '../../src/words/reasons';
import { faultsOf } from './tidy';

const serial = (day: string): number => toSerial(day) ?? 0;
const judge = (cells: Partial<Parameters<typeof judgeCells>[0]>, asOf = '2021-07-01', mustBeFilled = true) =>
  judgeCells({ due: serial('2021-06-30'), progress: '', doneOn: '', previous: '', ...cells }, { asOf, warningDays: 30, mustBeFilled });

const dues = fc.oneof(fc.constantFrom('', '长期坚持', '每季度', '九月底前', 0), fc.integer({ min: serial('2021-01-01'), max: serial('2022-06-30') }));
const rows = fc.record({ due: dues, progress: fc.constantFrom('', '无', '已开展两次', '已完成'), doneOn: fc.oneof(fc.constant(''), fc.integer({ min: serial('2021-01-01'), max: serial('2022-06-30') })), previous: fc.constantFrom('', '已开展两次') });

test('[C4] every reason that a row can have has its clause, and every clause has its row', () => {
  const met = new Set<string>();
  fc.assert(fc.property(rows, fc.constantFrom('2021-04-20', '2021-06-30', '2021-12-31'), fc.boolean(), (cells, asOf, mustBeFilled) => {
    const { reasons } = judge(cells, asOf, mustBeFilled);
    for (const reason of Object.values(reasons)) {
      met.add(`${reason.rule}.${reason.kind}`);
      expect(Object.keys(reasonClauses)).toContain(`${reason.rule}.${reason.kind}`);
    }
  }), { numRuns: 3000 });
  // Rare meetings of cells, named one by one.
  const dueToday = judge({ due: serial('2021-07-01') });
  met.add(`${dueToday.reasons.status.rule}.${dueToday.reasons.status.kind}`);
  expect(Object.keys(reasonClauses).filter((key) => !met.has(key))).toEqual([]);
});

test('[C4] whatever a row is, its reasons are sentences in good manners', () => {
  fc.assert(fc.property(rows, fc.constantFrom('2021-04-20', '2021-06-30', '2021-12-31'), (cells, asOf) => {
    const status = judge(cells, asOf);
    for (const sentence of [sayRow(status), ...Object.values(status.reasons).map(sayReason)]) {
      expect(sentence).toMatch(/。$/);
      expect(faultsOf(sentence)).toEqual([]);
    }
  }));
});

test.each<[string, ReturnType<typeof judge>, string]>([
  ['S5', judge({}), '完成时限是2021年6月30日，已超过1天；落实情况还没有填。'],
  ['S6', judge({ progress: '已开展' }, '2021-06-18'), '离完成时限2021年6月30日还有12天，在30天提醒期内。'],
  ['S7', judge({ progress: '已开展' }, '2021-04-20'), '离完成时限2021年6月30日还有71天。'],
  ['S1', judge({ doneOn: serial('2021-06-15') }), '2021年6月15日办结，没有超过完成时限2021年6月30日。'],
  ['S2', judge({ doneOn: serial('2021-07-01') }), '2021年7月1日办结，比完成时限2021年6月30日晚1天。'],
  ['S3', judge({ due: '' }), '完成时限是空的，判断不了进度；落实情况还没有填。'],
  ['S4', judge({ due: '长期坚持', progress: '已开展' }), '完成时限是“长期坚持”，没有期限，不计逾期。'],
  ['F1', judge({ due: '长期坚持', progress: '无' }), '完成时限是“长期坚持”，没有期限，不计逾期；落实情况只写了“无”，按没有填算。'],
])('[%s] is said with its days', (_, status, sentence) => {
  expect(sayRow(status)).toBe(sentence);
});
