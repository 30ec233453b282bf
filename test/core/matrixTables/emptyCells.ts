// A table whose author left cells empty where the row above says the same, and merged none: nothing is filled until a person says so.
import type { MatrixCase } from './drawn';
import { drawn } from './drawn';

const table = drawn('分工', [
  ['工作指标', '牵头科室', '责任人员', '工作举措', '完成时间'],
  ['㈠获得信贷', '外贸科', '邓善', '组织银企对接会', '今年6月'],
  ['', '', '', '建立企业融资需求库', ''],
  ['㈡招标投标', '市场科', '蔡贡', '完善招标代理信用档案', '下半年'],
  ['', '', '', '公开招标投标信用信息', '2022年4月31日'],
]);

export const emptyCells: MatrixCase = {
  title: 'cells that are empty and not merged stay empty and are said',
  year: 2022,
  tables: [table],
  tasks: [
    { id: '1.1', indicator: '获得信贷', text: '组织银企对接会', sections: '外贸科', owners: '邓善', due: '2022年6月 2022-06-30' },
    { id: '1.2', indicator: '', text: '建立企业融资需求库' },
    { id: '2.1', indicator: '招标投标', text: '完善招标代理信用档案', sections: '市场科', owners: '蔡贡', due: '2022年下半年 2022-12-31' },
    { id: '2.2', indicator: '', text: '公开招标投标信用信息', due: '2022年4月31日 读不出' },
  ],
  leftOut: [],
  guesses: ['ordinalOff A2', 'ordinalOff A4'],
  problems: ['I3.lacksColumn leadUnit', 'I3.lacksColumn supportUnits', 'I3.lacksColumn leaders', 'I2.emptyCells indicator', 'I2.emptyCells sections', 'I2.emptyCells owners', 'I2.emptyCells due'],
};

/** The same table after a person said that empty indicators, sections and people are those above. */
export const filledFromAbove: MatrixCase = {
  ...emptyCells,
  title: 'the same, with three columns filled from above by choice',
  choices: { filledDown: ['0/0', '0/1', '0/2'] },
  tasks: [
    { id: '1.1', indicator: '获得信贷', text: '组织银企对接会', sections: '外贸科', owners: '邓善', due: '2022年6月 2022-06-30' },
    { id: '1.2', indicator: '获得信贷', text: '建立企业融资需求库', sections: '外贸科', owners: '邓善' },
    { id: '2.1', indicator: '招标投标', text: '完善招标代理信用档案', sections: '市场科', owners: '蔡贡', due: '2022年下半年 2022-12-31' },
    { id: '2.2', indicator: '招标投标', text: '公开招标投标信用信息', sections: '市场科', owners: '蔡贡', due: '2022年4月31日 读不出' },
  ],
  guesses: ['filledFromAbove A3', 'filledFromAbove B3', 'filledFromAbove C3', 'filledFromAbove A5'],
  problems: ['I3.lacksColumn leadUnit', 'I3.lacksColumn supportUnits', 'I3.lacksColumn leaders', 'I2.emptyCells due'],
};
