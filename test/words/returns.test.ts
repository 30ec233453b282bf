// What is said of copies and returns: every sentence in good manners, the reminder with what a section lacks and no more, the account that adds up.
import type { MissingItem } from '../../src/core/missingItems';
import { reminderText } from '../../src/words/reminders';
import { returnsWords } from '../../src/words/returns';
import { faultsOf } from './tidy';

const counts = { returned: 28, merged: 1, unchanged: 2, conflicts: 3, outside: 4, guesses: 5, unmatched: 6, refused: 7 };

/** Sample values for the words that take something else than texts and numbers. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  standingSum: [[7, 3, 2, 5]],
  cutOff: [['2021-06-18', true], ['2021-06-18', false]],
  account: [[counts]],
  fileCounts: [[counts], [{ ...counts, returned: 0 }]],
  mergedText: [[{ edits: 3, files: 2, open: 1 }]],
  copiesText: [['2021-06-18']],
  madeText: [['2021-06', '2021-06-18']],
  lineTask: [['2.3', '落实情况'], ['', '落实情况'], ['2.3', '']],
  merge: [[0], [3]], left: [[0], [3]], takenBack: [[3, 0], [3, 2]],
};

function sentencesOf(table: object, path = ''): { readonly key: string; readonly sentence: string }[] {
  return Object.entries(table).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [{ key, sentence: value }];
    if (typeof value === 'object' && value !== null) return sentencesOf(value, key);
    if (typeof value !== 'function') return [];
    return (samples[key] ?? [['值', '值', '值'], [3, 2, 3]]).map((sample) => ({ key, sentence: String((value as (...given: unknown[]) => unknown)(...sample)) }));
  });
}

test.each(sentencesOf(returnsWords).map(({ key, sentence }) => [key, sentence] as const))('[X3] %s is in good manners: %s', (_, sentence) => {
  expect(faultsOf(sentence)).toEqual([]);
});

test('[R8] the account is one line that adds up', () => {
  expect(returnsWords.account(counts)).toBe('收到28格 = 合并1 + 未变2 + 冲突3 + 待确认5 + 栏目外4 + 对不上6 + 未采用7');
});

describe('the reminder', () => {
  const missing: readonly MissingItem[] = [
    { id: '2.2', text: '梳理收费事项', due: '2021年6月', leads: true, why: '未填报' },
    { id: '6.1', text: '落实奖励机制，支持外贸企业深度开拓国际市场，组织线上展会，帮助企业稳定订单，做好服务保障工作', due: '', leads: false, why: '未更新' },
  ];
  const of = { section: '港口科', period: '2021-06', cutOff: '2021-06-18', isOver: false, hasReturned: false, missing, office: '审批科' };

  test('[R13] names what the section lacks and by when, to be pasted as it stands', () => {
    expect(reminderText(of)).toBe([
      '港口科：',
      '2021年6月的工作任务落实情况正在汇总，贵科还有2项任务的落实情况没有收到：',
      '1．任务2.2“梳理收费事项”（牵头，完成时限2021年6月，还没有填写）',
      '2．任务6.1“落实奖励机制，支持外贸企业深度开拓国际市场，组织线上展会，帮助企业稳定订单，做…”（配合，内容与上期相同，请更新）',
      '请在2021年6月18日前（含当天）报送，交审批科。没有进展的，也请写明原因。谢谢。',
    ].join('\n'));
  });

  test('[R13] quotes a task with quotation marks of its own as Chinese does', () => {
    const [first] = missing;
    if (first === undefined) throw new Error('Nothing is missing.');
    expect(reminderText({ ...of, missing: [{ ...first, text: '发挥国际贸易“单一窗口”\n作用。' }] })).toContain('任务2.2“发挥国际贸易‘单一窗口’作用”（');
  });

  test('[R13] says what came already, and that the day is over', () => {
    const text = reminderText({ ...of, hasReturned: true, isOver: true, missing: missing.slice(0, 1), office: '' });
    expect(text).toContain('贵科报来的表已收到，还有1项任务的落实情况需要补充：');
    expect(text).toContain('报送截止日2021年6月18日已过，请尽快补报。没有进展的，也请写明原因。谢谢。');
    expect(text).not.toContain('6.1');
  });

  test('[R13] a section that lacks nothing is not reminded', () => {
    expect(reminderText({ ...of, missing: [] })).toBe('');
  });

  test('[R13] keeps good manners', () => {
    for (const line of reminderText(of).split('\n')) expect(faultsOf(line)).toEqual([]);
  });
});
