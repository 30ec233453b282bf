// The screen of where every task stands: 基准日, lights, statuses and lists.
import type { Filled } from '../core/filled';
import type { Light } from '../core/light';
import type { PlainDate } from '../core/plainDate';
import type { Status } from '../core/status';
import { sayDay } from './days';

const items = (count: number): string => `${String(count)}项`;

export const statusWords = {
  nav: '台账页面',
  toStatus: '状态',
  toCheck: '检查',
  toTask: '本行任务',
  title: '台账状态',
  light: { 红: '红灯', 黄: '黄灯', 绿: '绿灯' } satisfies Record<Light, string>,
  status: { 正常推进: '正常推进', 临期: '临期', 逾期: '逾期', 已办结: '已办结', 逾期办结: '逾期办结', 长期推进: '长期推进', 时限待核: '时限待核' } satisfies Record<Status, string>,
  filled: { 已填报: '已填报', 未更新: '未更新', 未填报: '未填报' } satisfies Record<Filled, string>,
  items,
  listAnd: (words: readonly string[]) => words.join('，'),
  countOf: (word: string, count: number) => `${word}${items(count)}`,
  lightsPicture: (total: number, parts: readonly string[]) => `共${items(total)}：${parts.join('，')}。`,
  total: (count: number) => `共${items(count)}`,
  statusTitle: '进度状态',
  filledTitle: '填报状态',

  asOf: (day: PlainDate) => `基准日 ${day}`,
  asOfLabel: (day: PlainDate, isSet: boolean) => `基准日 ${day}${isSet ? '' : '（今天）'}，更改`,
  asOfHelp: '进度、灯色和各项数目都按这一天判断，写入设置表。',
  asOfNow: (day: PlainDate, isSet: boolean) => `现在是${sayDay(day)}${isSet ? '，按设置表。' : '，即今天。'}`,
  asOfInput: '基准日',
  asOfApply: '按这一天',
  asOfToday: '回到今天',
  asOfMissing: '请选一个日期。',
  cancel: '取消',
  period: (name: string, cutOff: PlainDate) => `报送期 ${name}，${sayDay(cutOff)}截止`,

  listTitle: '任务',
  by: '分组方式',
  groupings: { indicator: '指标', sections: '科室', leaders: '领导', owners: '责任人' },
  none: '（空）',
  groupNote: (overdue: number, notFilled: number, total: number) => [...(overdue === 0 ? [] : [`逾期${String(overdue)}`]), ...(notFilled === 0 ? [] : [`未填报${String(notFilled)}`]), `共${String(total)}`].join(' · '),
  severalNote: '有几个科室或几个人的任务，在每个科室、每个人下面各列一次。',
  onlyGroup: '只看这一组',
  onlyGroupOf: (name: string) => `只看这一组：${name}`,
  allGroups: '看全部各组',
  onlyThis: (name: string) => `只看${name}`,
  clear: '取消筛选',
  noRows: '没有符合条件的任务。',
  emptyLedger: '台账里还没有任务。',
  standing: (status: string, daysLeft: number | undefined) =>
    daysLeft === undefined ? status : daysLeft < 0 ? `${status}${String(-daysLeft)}天` : daysLeft === 0 ? `${status}，当天到期` : `${status}，剩${String(daysLeft)}天`,
  goTo: (id: string) => `转到任务${id}所在的单元格`,
  filterSheet: '表中只看这些',
  filterOff: '显示全部',
  filtered: (count: number) => `表中现在只显示${items(count)}。`,
  filteredOff: '表中已显示全部任务。',
  behind: '没能跟上表里最近的改动，下面可能不是最新情况。',
  again: '重新读取',
  noStatus: '还看不了台账状态',
  noLedger: '本工作簿还没有任务台账。请先建立台账。',
  settingsUnread: '设置表里有读不出来的内容，判断不了进度。请回到首页，按提示改好。',
  home: '返回首页',
};
