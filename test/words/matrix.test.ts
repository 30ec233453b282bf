// What is said of matrices, lists of people and notices: a sentence for each guess, polite and whole.
import { readMatrix } from '../../src/core/matrixIn';
import { readNotice } from '../../src/core/notice';
import { readRosterText } from '../../src/core/rosterText';
import { leftOutReasons, matrixProblems, sayMatrixGuess, sayNoticeGuess, sayRosterGuess } from '../../src/words/matrix';
import { drawn } from '../core/matrixTables/drawn';
import { headingRows } from '../core/matrixTables/headingRows';
import { mergedBothWays } from '../core/matrixTables/mergedBothWays';
import { ownNumbers } from '../core/matrixTables/ownNumbers';
import { overPages } from '../core/matrixTables/overPages';
import { twoHeadRows } from '../core/matrixTables/twoHeadRows';
import { unitsAndPeople } from '../core/matrixTables/unitsAndPeople';
import { faultsOf } from './tidy';

// That each problem has its sentence, and each sentence its problem, say.test.ts shows for all of them.
describe('problems', () => {
  test('[I2] names the column, the count and the first place', () => {
    const { problems } = readMatrix([drawn('分工', [['工作任务', '责任科室'], ['甲。', '外贸科'], ['乙。', '']])], {});
    const found = problems.find(({ kind }) => kind === 'emptyCells');
    expect(found && matrixProblems['I2.emptyCells']?.(found)).toBe('责任科室有1处是空的，第一处是“分工”表B3单元格，没有替它填写。请补上；如果与上一行相同，请选“同上”。');
  });
});

describe('guesses', () => {
  const guesses = [twoHeadRows, headingRows, overPages, unitsAndPeople, ownNumbers, mergedBothWays].flatMap(({ tables, year }) => readMatrix(tables, year === undefined ? {} : { year }).guesses);

  test('[I5] each guess of the cases reads as a sentence', () => {
    expect(new Set(guesses.map(({ reason }) => reason)).size).toBeGreaterThan(18);
    for (const guess of guesses) {
      const sentence = sayMatrixGuess(guess);
      expect(sentence).toMatch(/。$/);
      expect([guess.reason, sentence, faultsOf(sentence.replace(/“[^”]*”/g, '“某”').replace(/[0-9.]+/g, ''))]).toEqual([guess.reason, sentence, []]);
    }
  });

  test('[I5] a row left out says why', () => {
    const total = readMatrix(twoHeadRows.tables, { year: 2022 }).guesses.find(({ understood }) => understood === 'total');
    expect(total && sayMatrixGuess(total)).toBe('没有采用：是合计行。');
    expect(Object.values(leftOutReasons).filter((reason) => faultsOf(reason).length > 0)).toEqual([]);
  });

  test('[I5] a cell parted in two says both halves', () => {
    const { guesses: parted } = readMatrix([drawn('1', [['工作任务', '责任单位及责任人'], ['甲', '外贸科']])], {});
    expect(parted.filter(({ reason }) => reason === 'partedInTwo').map(sayMatrixGuess)).toEqual(['“外贸科”分成责任科室“外贸科”和责任人（空）。']);
  });

  test('[I5] people and notices', () => {
    const people = readRosterText('常务副组长：车  洁 副局长\n成员：周志安 办公\n室主任').guesses.map(sayRosterGuess);
    expect(people).toEqual(['“常务副组长”按副组长处理。', '“车 洁”中间的空格是排版用的，姓名是“车洁”。', '这一行没有姓名，接在上一行的职务后面：“周志安 办公室主任”。', '按职务“办公室主任”，科室是“办公室”。']);
    const notice = readNotice('湛江市商务局\n2021年3月4日\n附件1\n组长：车洁 副局长').guesses.map(sayNoticeGuess);
    expect(notice).toEqual(['发文日期：2021-03-04（取自“2021年3月4日”）。', '年度：2021（取自“2021年3月4日”）。', '单位：湛江市商务局（取自通知）。', '名册人数：1（取自通知）。']);
  });
});
