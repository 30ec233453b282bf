// What status and filling in come to: red, yellow or green (C1). Knows no colour's code and no sentence.
import type { Filled } from './filled';
import type { Reason } from './problem';
import type { Status } from './status';

/** 红, 黄 or 绿 (C1), the worst first. */
export const lights = ['红', '黄', '绿'] as const;
export type Light = (typeof lights)[number];

/** What a light is judged from. */
export interface LightInput {
  readonly status: Status;
  readonly filled: Filled;
  /** Whether a cut-off lies before asOf; in a period's report, which closes the period, always. */
  readonly mustBeFilled: boolean;
}

/** The light of a row with the rule that decided (C1, C4). `done` has 已办结 shown as done. */
export function lightOf({ status, filled, mustBeFilled }: LightInput): { readonly light: Light; readonly done: boolean; readonly reason: Reason } {
  const give = (light: Light, kind: string): { light: Light; done: boolean; reason: Reason } => ({
    light, done: status === '已办结', reason: { rule: 'C1', kind, values: {} },
  });
  if (status === '逾期') return give('红', 'overdue');
  // What is done needs no new 落实情况, in time or late.
  if (status === '已办结') return give('绿', 'done');
  if (status === '逾期办结') return give('黄', 'doneLate');
  if (filled === '未填报' && mustBeFilled) return give('红', 'notFilledInTime');
  if (status === '临期') return give('黄', 'dueSoon');
  if (status === '时限待核') return give('黄', 'dueUnread');
  if (filled === '未更新') return give('黄', 'notRenewed');
  if (filled === '未填报') return give('黄', 'notFilled');
  return give('绿', 'onCourse');
}

/** The light of a group: its worst, or green where it has no rows (C1). */
export function worstLight(group: readonly Light[]): Light {
  return lights.find((light) => group.includes(light)) ?? '绿';
}
