// The reminder that the office sends to a section (R13): polite, ready to be pasted into a chat or a mail, naming only what this section lacks and by when. Knows no sheet and no clock.
import type { MissingItem } from '../core/missingItems';
import type { PlainDate } from '../core/plainDate';
import { sayDay } from './days';

/** What a reminder is made of. */
export interface Reminder {
  readonly section: string;
  readonly period: string;
  readonly cutOff: PlainDate;
  /** Whether the cut-off lies behind. */
  readonly isOver: boolean;
  /** Whether a sheet of the section has come back, though with gaps. */
  readonly hasReturned: boolean;
  readonly missing: readonly MissingItem[];
  /** The section that takes the returns together. */
  readonly office: string;
}

/** So much of a task's text tells which one it is. */
const longestText = 40;

/** A task's text as it stands between quotation marks: on one line, not too long, its own quotation marks the inner ones. */
function shortText(text: string): string {
  const line = text.replace(/\s+/g, '').replaceAll('“', '‘').replaceAll('”', '’');
  const letters = [...line];
  return letters.length > longestText ? `${letters.slice(0, longestText - 1).join('').replace(/[，。；、：]$/, '')}…` : line.replace(/。$/, '');
}

function periodSaid(period: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  return year === undefined ? period : `${year}年${String(Number(month))}月`;
}

/** The reminder for one section; '' where it lacks nothing. */
export function reminderText({ section, period, cutOff, isOver, hasReturned, missing, office }: Reminder): string {
  if (missing.length === 0) return '';
  const count = String(missing.length);
  const lacks = hasReturned ? `报来的表已收到，还有${count}项任务的落实情况需要补充` : `还有${count}项任务的落实情况没有收到`;
  const until = isOver ? `报送截止日${sayDay(cutOff)}已过，请尽快补报` : `请在${sayDay(cutOff)}前（含当天）报送`;
  return [
    `${section}：`,
    `${periodSaid(period)}的工作任务落实情况正在汇总，贵科${lacks}：`,
    ...missing.map(({ id, text, due, leads, why }, index) =>
      `${String(index + 1)}．任务${id}“${shortText(text)}”（${[leads ? '牵头' : '配合', ...(due === '' ? [] : [`完成时限${due}`]), why === '未更新' ? '内容与上期相同，请更新' : '还没有填写'].join('，')}）`),
    `${until}${office === '' ? '' : `，交${office}`}。没有进展的，也请写明原因。谢谢。`,
  ].join('\n');
}
