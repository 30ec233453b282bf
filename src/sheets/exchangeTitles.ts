// What stands on the copies that go out and on the sheets that keep what came back: titles, lines, words (R1, R10, R13). Knows no drawing.
import type { EditPart } from '../core/consolidation';
import type { FillableColumn } from '../core/returnedMarks';
import { dayWords, periodWords } from './summaryTitles';

/** The sheet that a section fills in. */
export const copySheetName = '填报表';

/** Name of a section's file, e.g. 回收表-外贸科-2021-06.xlsx; what no file name can hold is left out. */
export function copyFileName(section: string, period: string): string {
  return `回收表-${section.replace(/[\\/:*?"<>|\s]/g, '')}-${period}.xlsx`;
}

/** The first lines of a copy: what it is, what to fill in and by when (R1). */
export const copyLines = {
  title: (title: string, section: string) => `${title.replace(/\s*(?:工作)?任务台账$/, '')}落实情况填报表（${section}）`,
  who: (section: string, period: string) => `填报科室：${section}  报送期：${periodWords(period)}`,
  what: '只填浅黄色的格子：“落实情况”写做了什么、到了哪一步；任务办结了才填“办结日期”，写成 2021-6-15；有需要说明的写在“备注”。其他格子已锁定，请不要改动行和列。',
  when: (office: string, cutOff: string, file: string) => `请于${dayWords(cutOff)}前填好（含当天），保存后交${office}。请保留文件名“${file}”。用 Excel 或 WPS 填写都可以。`,
  joint: '有几个科室的任务，这里只填本科室的情况；其他科室已报的内容列在右边，供参考。',
} as const;

export const copyPrompts = {
  remark: { title: '备注', message: '可从名单中选，也可直接写。没有就留空。' },
  doneOn: { title: '办结日期', message: '任务办结后填办结那一天，如 2021-6-15；没办结请留空。' },
} as const;
export const copyRefusals = { doneOn: { title: '请填日期', message: '办结日期要填日期，如 2021-6-15；没办结请留空。' } } as const;
/** What the drop-down of 备注 offers; anything else may be written. */
export const remarkChoices = ['需要协调解决', '建议调整完成时限', '建议调整责任分工', '涉及其他单位'] as const;

export const fillableTitles: Readonly<Record<FillableColumn, string>> = { progress: '落实情况', remark: '备注', doneOn: '办结日期' };

/** 收发底稿: what went out and what was taken, for comparing (R4, R5). Hidden; people need not read it. */
export const exchangeTitles = {
  kind: '类别', period: '报送期', batch: '批次', state: '状态', section: '科室', id: '编号', column: '栏目', text: '内容', remark: '发出备注', doneOn: '发出办结日期', file: '文件', savedAt: '保存时间', digest: '摘要', at: '登记时间',
} as const;
export type ExchangeColumn = keyof typeof exchangeTitles;
export const exchangeKinds = { sent: '发出', taken: '收回', file: '文件' } as const;
export const withdrawnWord = '已撤回';

/** 合并记录 (R10). The last two are hidden: the whole cell before and after, by which a merge is taken back (R11). */
export const mergeLogTitles = {
  at: '时间', batch: '批次', file: '文件', section: '科室', id: '编号', column: '栏目', old: '原内容', new: '新内容', decision: '处理', reason: '理由', state: '状态', cellOld: '原单元格', cellNew: '新单元格',
} as const;
export type MergeLogColumn = keyof typeof mergeLogTitles;

/** By what a cell was decided, as the log says it. */
export const decisionWords: Readonly<Record<EditPart['decision'], string>> = { taken: '直接采用', returned: '采用回收内容', both: '两者都保留', own: '改为自拟内容', accepted: '接受栏目外改动' };

/** 回收登记 (R13). */
export const registerTitles = { period: '报送期', section: '科室', sentOn: '分发日期', returned: '是否回收', returnedAt: '最近回收时间', file: '文件', tasks: '任务数', filled: '已填报', missing: '缺填' } as const;
export type RegisterColumn = keyof typeof registerTitles;
export const registerWords = { yes: '已回收', no: '未回收', notSent: '未分发' } as const;

export const exchangeLabels = {
  exchangeTitle: '收发底稿', exchangeNote: '分发和回收的底稿，供加载项比对，请勿修改。',
  logTitle: '合并记录', logNote: '每次合并回收表，逐格记下改动。请勿修改；整次撤回请用加载项。',
  registerTitle: '回收登记', registerNote: '各科室的分发和回收情况，由加载项更新。',
} as const;
