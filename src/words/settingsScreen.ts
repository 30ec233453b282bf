// The screen of 设置: its fields, what each refuses, and the year's dates as they would be (L9, P1, P2).
import type { PlainDate } from '../core/plainDate';
import { sayDay } from './days';

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

/** How the day of a report was found. */
interface SaidDate { readonly name: string; readonly nominalOn: PlainDate; readonly cutOff: PlainDate; readonly nominalWeekday: 0 | 1 | 2 | 3 | 4 | 5 | 6; readonly weekday: 0 | 1 | 2 | 3 | 4 | 5 | 6 }

/** Why a field is refused. */
type SaidRefusal =
  | { readonly kind: 'empty' | 'notADay' | 'notAChoice' }
  | { readonly kind: 'notWhole'; readonly from: number; readonly to: number }
  | { readonly kind: 'otherYear'; readonly year: number }
  | { readonly kind: 'notLater'; readonly old: number };

/** A refusal in one sentence, to stand at its field (X3). */
export function sayRefusal(refusal: SaidRefusal): string {
  switch (refusal.kind) {
    case 'empty': return '这一项不能空着，请填写。';
    case 'notADay': return '读不出这个日期，请选一天，或写成 2021-06-18 的样子。';
    case 'notAChoice': return '请从三项中选一项。';
    case 'notWhole': return `请填${String(refusal.from)}到${String(refusal.to)}之间的整数。`;
    case 'otherYear': return `这一天不在${String(refusal.year)}年内，请改日期或年度。`;
    case 'notLater': return `新年度要晚于${String(refusal.old)}年，请填四位年份。`;
  }
}

export const settingsScreenWords = {
  title: '设置',
  text: '改动在点“保存”后才写入设置表。',
  noSheet: '工作簿里没有设置表。请返回首页，点“按方案更新台账”补上。',
  noLedger: '本工作簿没有可用的任务台账。请返回首页查看。',
  toHome: '返回首页',
  refusal: sayRefusal,
  help: { office: '收齐各科室材料并汇总报送的科室', everyMonths: '双月报送填 2', weekendRule: '报送日在周六、周日时怎么办', warningDays: '距完成时限还有几天起算临期，当天也算', asOf: '留空就是今天；填一个日子，台账就按那一天判断' } as Readonly<Record<string, string | undefined>>,
  officeUnknown: (office: string) => `名册里没有“${office}”这个科室或简称，请核对。可以照样保存。`,
  yearNote: '只改年度，台账里的完成时限不会跟着变。要做下一年的台账，请用“新年度”。',
  datesTitle: (year: string) => `${year}年报送安排`,
  noDates: '改好上面标出的各项，这里就列出全年的报送日。',
  day: sayDay,
  due: ({ cutOff, weekday }: SaidDate) => `${sayDay(cutOff)}（${weekdays[weekday]}）截止`,
  moved: ({ nominalOn, nominalWeekday, cutOff }: SaidDate) => `原定${sayDay(nominalOn)}是${weekdays[nominalWeekday]}，${cutOff < nominalOn ? '提前' : '顺延'}`,
  keptOnWeekend: ({ weekday }: SaidDate) => `${weekdays[weekday]}，按设置不变`,
  isMoved: '遇周末',
  sum: (count: number, moved: number) => `全年报送${String(count)}次${moved === 0 ? '' : `，其中${String(moved)}次因周末改了日子`}。`,
  save: '保存',
  saving: '正在保存',
  discard: '放弃改动',
  noChange: '没有改动。',
  edited: (labels: readonly string[]) => `改了还没有保存：${labels.join('、')}。`,
  refused: (count: number) => `还有${String(count)}项要改，改好后再保存。`,
  saved: (labels: readonly string[]) => `已写入设置表：${labels.join('、')}。请保存工作簿。`,
  changedMeanwhile: '设置表刚才有了改动，没有写入。下面是设置表现在的内容和刚才填的改动，请再看一遍，然后保存。',
  toSheet: '转到设置表',

  faultTitle: { settings: '没能保存设置' },
};
