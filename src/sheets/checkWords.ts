// What the column 核对结果 says, in a few words for each rule (O, D, S9, F4, I6, L6). Knows rules; knows no sentence and no cell.
import type { Level, Problem } from '../core/problem';

const levelWords: Readonly<Record<Level, string>> = { error: '错误', warning: '提醒', note: '说明' };

const columnWords: Readonly<Record<string, string>> = { leaders: '分管领导', sections: '责任科室', owners: '责任人', due: '完成时限', progress: '落实情况', doneOn: '办结日期', id: '编号', text: '工作任务' };

/** Words by rule, or by rule and kind where a rule has several meanings. */
const ruleWords: Readonly<Record<string, string>> = {
  O1: '没有填', O2: '不在名册', O3: '写法不规范', 'O4 ownersNotSections': '人数与科室数不一致', 'O4 leadersNotSections': '人数与科室数不一致', O5: '与科室不对应', O6: '名册中没有这个科室', 'O6 abbreviation': '是简写', O7: '与其他任务不同', O8: '不是领导小组领导',
  D1: '没有填', D2: '读不出来', D3: '不是真正的日期', D4: '超出方案时间', D5: '按方案年度理解', D8: '与正文不同',
  'S9 saysDone': '写了完成但没有办结日期', 'S9 doneAfterAsOf': '晚于基准日', 'S9 doneOnUnread': '读不出来', 'S9 doneOnText': '不是真正的日期',
  F4: '内容较空', I6: '与正文不同', 'L6 repeatedId': '重复', 'L6 emptyId': '没有填', 'L6 illFormedId': '写法不对', 'L6 idIsNumber': '应为文字',
};

/** A problem in a few words, e.g. 责任人不在名册. */
export function shortWords({ rule, kind, at }: Problem): string {
  return `${columnWords[at.column ?? ''] ?? ''}${ruleWords[`${rule} ${kind}`] ?? ruleWords[rule] ?? rule}`;
}

/** What 核对结果 says of a row's problems, the worst first; empty when there are none. */
export function checkText(problems: readonly Problem[]): string {
  const levels: readonly Level[] = ['error', 'warning', 'note'];
  return levels
    .map((level) => [level, [...new Set(problems.filter((problem) => problem.level === level).map(shortWords))]] as const)
    .filter(([, words]) => words.length > 0)
    .map(([level, words]) => `${levelWords[level]}：${words.join('、')}`)
    .join('；');
}
