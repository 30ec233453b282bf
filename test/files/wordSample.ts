// Two reports of the 2021 plan with invented 落实情况, and the summary of the later one, for tests of the written report.
import { showDue } from '../../src/core/deadline';
import type { PeriodReport, ReportedTask } from '../../src/core/report';
import type { Summary } from '../../src/core/summary';
import { summaryOf } from '../../src/core/summary';
import { seedPlan } from '../sheets/seedPlan';

type Stand = Pick<ReportedTask, 'status' | 'filled' | 'light' | 'progress'> & { readonly daysLeft?: number };

const april: readonly Stand[] = Array.from({ length: 13 }, (_, index) => ({
  status: '正常推进', filled: index < 5 ? '已填报' : '未填报', light: index < 5 ? '绿' : '红', progress: index < 5 ? '（虚拟示例）已印发方案。' : '', daysLeft: 100,
}));
const told = '（虚拟示例）六月以来开展专项检查三次，走访企业十二家，收集问题二十一条，已办理十八条；其余三条涉及系统改造，计划下月完成。';
const june: readonly Stand[] = [
  { status: '正常推进', filled: '已填报', light: '绿', progress: told, daysLeft: 180 },
  { status: '逾期', filled: '已填报', light: '红', progress: told, daysLeft: -18 },
  { status: '逾期', filled: '未填报', light: '红', progress: '', daysLeft: -3 },
  { status: '临期', filled: '未更新', light: '黄', progress: '（虚拟示例）已印发方案。', daysLeft: 12 },
  { status: '已办结', filled: '已填报', light: '绿', progress: '（虚拟示例）已完成。' },
  { status: '逾期办结', filled: '未填报', light: '黄', progress: '' },
  ...Array.from({ length: 7 }, (_, index): Stand => ({ status: '正常推进', filled: index === 0 ? '已填报' : '未填报', light: index === 0 ? '绿' : '红', progress: index === 0 ? told.repeat(6) : '', daysLeft: 150 + index })),
];

function reportOf(period: string, cutOff: string, stands: readonly Stand[]): PeriodReport {
  const { settings, tasks } = seedPlan();
  return {
    period, cutOff, judgedOn: cutOff, weekendRule: 'before', title: settings.title, unit: settings.unit, office: settings.office,
    tasks: tasks.map((task, index): ReportedTask => {
      const stand = stands[index];
      if (stand === undefined) throw new Error('The seed has thirteen tasks.');
      const { id, indicator, leadUnit, supportUnits, text, leaders, sections, owners, remark } = task;
      return { id, indicator, leadUnit, supportUnits, text, leaders, sections, owners, remark, due: showDue(task.due), doneOn: stand.status === '已办结' ? '2021-05-30' : '', ...stand };
    }),
  };
}

/** The summary of June 2021, with April before it. */
export function juneSummary(): Summary {
  return summaryOf(reportOf('2021-06', '2021-06-18', june), [reportOf('2021-04', '2021-04-20', april)]);
}

/** The first summary of the year. */
export function aprilSummary(): Summary {
  return summaryOf(reportOf('2021-04', '2021-04-20', april), []);
}
