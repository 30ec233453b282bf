// A table merged over rows and columns at once, with units and numbers before indicators, leads marked within a cell, and words in cells that mean nothing.
import type { MatrixCase } from './drawn';
import { drawn, left, up } from './drawn';

export const mergedBothWays: MatrixCase = {
  title: 'merged in both directions, titles merged over columns, lead and support within one cell',
  year: 2022,
  tables: [drawn('Sheet1', [
    ['附件：', '', '', '', '', '', ''],
    ['一级指标', left, '工作内容', '牵头单位', '配合单位', '责任科室', '完成时限'],
    ['一', '1. 办理建筑许可', '推行施工图联合审查。', '各有关单位', left, '牵头：市场科 配合：综合科、办公室', '2022年内'],
    [up, up, '压缩审批时间。', up, left, '综合科（配合）、市场科（牵头）', '12月30日'],
    ['二', '2. 纳税', '推广电子发票。', '市税务局', '/', '外贸科\n外资科', '2022年13月'],
    ['三', '3. 执行合同', '建立商事纠纷调解机制。', '市中级法院（市司法局）', '市商务局（外资科）、市工商联', '法规科', '每季度末'],
  ])],
  tasks: [
    { id: '1.1', indicator: '办理建筑许可', leadUnit: '各有关单位', text: '推行施工图联合审查。', sections: '市场科、综合科、办公室', due: '2022年底 2022-12-31' },
    { id: '1.2', indicator: '办理建筑许可', leadUnit: '各有关单位', text: '压缩审批时间。', sections: '市场科、综合科', due: '2022年12月30日 2022-12-30' },
    { id: '2.1', indicator: '纳税', leadUnit: '市税务局', text: '推广电子发票。', sections: '外贸科、外资科', due: '2022年13月 读不出' },
    { id: '3.1', indicator: '执行合同', leadUnit: '市中级法院（市司法局）', supportUnits: '市商务局（外资科）、市工商联', text: '建立商事纠纷调解机制。', sections: '法规科', due: '每季度末 无期限' },
  ],
  leftOut: ['aboveHead 附件：', 'ordinal 一', 'ordinal 二', 'ordinal 三'],
  guesses: ['ordinalsOnly A2', 'secondUnderTitle B2', 'sideways D3', 'leadMarked F3', 'leadMarked F4', 'placeholder E5', 'ordinalOff B3', 'yearAssumed G4'],
  problems: ['I3.lacksColumn leaders', 'I3.lacksColumn owners', 'I2.emptyCells supportUnits'],
};
