// How the matrix of 2021 stands on six days with nothing filled in: the same from the code, the formulas, LibreOffice and the terminal.

/** A day, and how many tasks have each 进度状态 on it. */
export const sixDates = [
  ['2021-04-20', { 正常推进: 13 }],
  ['2021-06-18', { 临期: 1, 正常推进: 12 }],
  ['2021-07-01', { 逾期: 1, 正常推进: 12 }],
  ['2021-10-20', { 逾期: 6, 正常推进: 7 }],
  ['2021-12-10', { 逾期: 6, 临期: 7 }],
  ['2022-01-01', { 逾期: 13 }],
] as const;
