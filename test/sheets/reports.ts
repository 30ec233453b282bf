// Reports of any shape, for tests of what is drawn of them and kept of them.
import fc from 'fast-check';
import { lights } from '../../src/core/light';
import type { PeriodReport, ReportedTask } from '../../src/core/report';
import { statuses } from '../../src/core/status';
import { fillings } from '../../src/core/summary';

/** A task as a report shows it, unless told otherwise: one of 2021, in good time. */
export function taskOf(some: Partial<ReportedTask> = {}): ReportedTask {
  return {
    id: '1.1', indicator: '获得信贷', leadUnit: '市金融工作局', supportUnits: ['市财政局'], text: '推动建立企业上市后备资源库。', leaders: ['张光强'], sections: ['外贸科'], owners: ['邓善'],
    due: '2021年12月', progress: '已走访（虚拟示例）', remark: '', doneOn: '', status: '正常推进', daysLeft: 200, filled: '已填报', light: '绿', ...some,
  };
}

/** A report of some tasks. */
export function reportOf(tasks: readonly ReportedTask[], some: Partial<PeriodReport> = {}): PeriodReport {
  return { period: '2021-06', cutOff: '2021-06-18', judgedOn: '2021-06-18', weekendRule: 'before', title: '某市商务局工作任务台账', unit: '某市商务局', office: '审批科', tasks, ...some };
}

const anyWords = fc.oneof(fc.constantFrom('', '市发改局', '=1+1', '"引号"', '第一行\n第二行', ' 前后有空格 ', '𠮷林😀', '长'.repeat(120)), fc.string({ unit: 'grapheme', maxLength: 20 }));
// 、 stands between names, so that no name has one.
const anyName = fc.oneof(fc.constantFrom('外贸科', '港口科', '邓善', '科"室'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map((name) => name.replaceAll('、', '，')));
const anyNames = fc.uniqueArray(anyName, { maxLength: 4 });

/** A task with anything in it that a cell can hold. */
export const anyTask: fc.Arbitrary<ReportedTask> = fc.record({
  id: fc.constant(''), indicator: anyWords, leadUnit: anyWords, supportUnits: anyNames, text: anyWords, leaders: anyNames, sections: anyNames, owners: anyNames, due: anyWords, progress: anyWords, remark: anyWords, doneOn: fc.constantFrom('', '2021-06-10', '快了'),
  status: fc.constantFrom(...statuses), filled: fc.constantFrom(...fillings), light: fc.constantFrom(...lights),
}).chain((task) => (task.status === '逾期' || task.status === '临期' || task.status === '正常推进' ? fc.integer({ min: -400, max: 400 }).map((daysLeft): ReportedTask => ({ ...task, daysLeft })) : fc.constant<ReportedTask>(task)));

/** Up to so many tasks, numbered. */
export function anyTasks(most: number): fc.Arbitrary<readonly ReportedTask[]> {
  return fc.array(anyTask, { minLength: 1, maxLength: most }).map((tasks) => tasks.map((task, index) => ({ ...task, id: `${String((index % 3) + 1)}.${String(index + 1)}` })));
}
