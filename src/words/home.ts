// What the pane says first: what this workbook is, and the next sensible step.
import type { PlainDate } from '../core/plainDate';
import { sayDay } from './days';

export const homeWords = {
  looking: '正在查看本工作簿',
  noneTitle: '本工作簿还没有任务台账',
  noneText: '可以用内置的2021年方案或自己的方案文件建立。写入前先给出预览，其他工作表不会改动。',
  build: '建立台账',
  ledgerTitle: (year: number | undefined) => (year === undefined ? '任务台账' : `${String(year)}年台账`),
  tasksLabel: '任务',
  tasks: (count: number) => `${String(count)}项`,
  indicatorsLabel: '指标',
  indicators: (count: number) => `${String(count)}个`,
  rosterLabel: '名册',
  people: (count: number) => `${String(count)}人`,
  rosterUnread: '没有读到',
  asOfLabel: '基准日',
  asOfToday: (today: PlainDate) => `今天（${sayDay(today)}）`,
  asOfSet: (day: PlainDate) => `${sayDay(day)}（按设置表）`,
  toStatus: '查看状态',
  goTo: '转到台账',
  update: '按方案更新台账',
  problemsTitle: (count: number) => `请处理以下${String(count)}处`,
  inTheWayTitle: '暂时不能建立台账',
  goToSheet: '转到该工作表',
  goToCell: (place: string) => `转到${place}`,
  lookAgain: '重新查看',
  again: '再试一次',
  lookFailed: '没能查看本工作簿',
  said: {
    reading: '正在读取方案和工作簿',
    percent: (percent: number) => `已完成百分之${String(percent)}。`,
    none: '本工作簿还没有任务台账。',
    ledger: (year: number | undefined, tasks: number) => `本工作簿有${year === undefined ? '' : `${String(year)}年`}任务台账，共${String(tasks)}项任务。`,
    inTheWay: '暂时不能在本工作簿建立台账。',
  },
};
