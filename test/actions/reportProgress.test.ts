// Which report is next, and what sections have filled in for it: expected values are counted by hand.
import type { JudgedRow } from '../../src/actions/judgeLedger';
import type { ReportEntry, ReportStanding } from '../../src/actions/listReports';
import { fillingBySection, fillingOfRows, nextReport } from '../../src/actions/reportProgress';
import type { Filled } from '../../src/core/filled';
import type { Status } from '../../src/core/status';

const entry = (name: string, cutOff: string, standing: ReportStanding, isCurrent = false): ReportEntry => ({ period: { name, nominalOn: cutOff, cutOff }, standing, isCurrent, made: undefined, sheet: undefined });

describe('the report that is next', () => {
  const entries = [entry('2021-04', '2021-04-20', 'missed'), entry('2021-06', '2021-06-18', 'next', true), entry('2021-08', '2021-08-20', 'later')];

  test.each([['2021-06-01', 17], ['2021-06-17', 1], ['2021-06-18', 0], ['2021-06-20', -2], ['2022-01-01', -197]])('[P1] on %s it has %i days', (asOf, daysLeft) => {
    expect(nextReport(entries, asOf)).toMatchObject({ entry: { period: { name: '2021-06' } }, daysLeft });
  });

  test('[P3] what was missed before it is named, and nothing is next where the year has no report', () => {
    expect(nextReport(entries, '2021-06-01')?.missed.map(({ period }) => period.name)).toEqual(['2021-04']);
    expect(nextReport([], '2021-06-01')).toBeUndefined();
  });
});

const row = (at: number, sections: readonly string[], filled: Filled, status: Status = '正常推进'): JudgedRow => ({
  row: at,
  task: { id: `1.${String(at)}`, indicator: '', leadUnit: '', supportUnits: [], text: '', leaders: [], sections, owners: [], due: { kind: 'empty', text: '' }, progress: '', remark: '', doneOn: '' },
  status: { status, filled, light: '绿', reasons: { status: { rule: 'S7', kind: 'onCourse', values: {} }, filled: { rule: 'F3', kind: 'filled', values: {} }, light: { rule: 'C1', kind: 'onCourse', values: {} } } },
});

describe('what sections have filled in', () => {
  const rows = [
    row(1, ['甲科'], '已填报'), row(2, ['乙科', '甲科'], '未填报'), row(3, ['乙科'], '未更新'), row(4, ['丙科'], '未填报', '已办结'), row(5, ['丙科'], '未更新', '逾期办结'), row(6, [], '未填报', '逾期'), row(7, ['丁科'], '未更新'),
  ];
  const shape = ({ tasks, filled, notRenewed, missing }: ReturnType<typeof fillingOfRows>) => [tasks, filled, notRenewed.map((each) => each.row), missing.map((each) => each.row)];

  test('[B3][C1] each task counts once in the whole, and what is done needs nothing new', () => {
    expect(shape(fillingOfRows(rows))).toEqual([7, 3, [3, 7], [2, 6]]);
  });

  test('[B3] a task of several sections is in each of theirs; who lacks most comes first, then in the order of the ledger', () => {
    expect(fillingBySection(rows).map((each) => [each.name, ...shape(each)])).toEqual([
      ['乙科', 2, 0, [3], [2]], ['甲科', 2, 1, [], [2]], ['', 1, 0, [], [6]], ['丁科', 1, 0, [7], []], ['丙科', 2, 2, [], []],
    ]);
  });

  test('[B3] a ledger without tasks has no sections', () => {
    expect(fillingBySection([])).toEqual([]);
  });
});
