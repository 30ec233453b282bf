// A table without a column of indicators: they stand in rows of their own over the tasks, with their count; units answer in place of people.
import type { MatrixCase } from './drawn';
import { drawn, left } from './drawn';

export const headingRows: MatrixCase = {
  title: 'indicators as rows over the tasks, two levels of them, units in place of people, no year but in the title',
  tables: [drawn('Sheet1', [
    ['2023年促进外贸稳规模优结构任务清单', left, left, left, left],
    [],
    ['序号', '任务事项', '责任单位', '时间节点', '进展情况'],
    ['第一部分 稳规模', left, left, left, left],
    ['一、跨境电商（2 项）', left, left, left, left],
    ['1', '建设跨境电商综合试验区线上平台', '电子商务科', '6月底', '虚拟示例：平台已上线试运行。'],
    ['2', '培育跨境电商产业园', '电子商务科\n市场规划管理科', '年底前', '虚拟示例：完成选址。'],
    ['二、口岸建设（3项）', left, left, left, left],
    ['3', '推进港口智慧化改造', '港口口岸科', '2023年12月', ''],
    ['4', '开通东盟集装箱航线', '东盟事务科；港口口岸科', '上半年', '/'],
    ['', '三、政策支持', '', '', ''],
    ['5', '兑现外贸扶持资金', '对外贸易科', '分批推进，10月和12月', ''],
    ['6', '', '', '', ''],
    ['7', '', '', '', ''],
  ])],
  tasks: [
    { id: '1.1', indicator: '跨境电商', text: '建设跨境电商综合试验区线上平台', sections: '电子商务科', due: '2023年6月 2023-06-30', progress: '虚拟示例：平台已上线试运行。' },
    { id: '1.2', indicator: '跨境电商', text: '培育跨境电商产业园', sections: '电子商务科、市场规划管理科', due: '2023年底 2023-12-31', progress: '虚拟示例：完成选址。' },
    { id: '2.1', indicator: '口岸建设', text: '推进港口智慧化改造', sections: '港口口岸科', due: '2023年12月 2023-12-31' },
    { id: '2.2', indicator: '口岸建设', text: '开通东盟集装箱航线', sections: '东盟事务科、港口口岸科', due: '2023年上半年 2023-06-30', progress: '/' },
    { id: '3.1', indicator: '政策支持', text: '兑现外贸扶持资金', sections: '对外贸易科', due: '分批推进，10月和12月 读不出' },
  ],
  leftOut: [
    'aboveHead 2023年促进外贸稳规模优结构任务清单', 'headingAlone 第一部分 稳规模', 'ordinal 1', 'ordinal 2', 'ordinal 3', 'ordinal 4', 'ordinal 5', 'ordinal 6', 'ordinal 7',
  ],
  guesses: ['yearOfTitle A1', 'unitsForSections C3', 'headingRow A5', 'headingRow A8', 'headingRow B11', 'countOff A5', 'countOff A8', 'ordinalOff B11', 'yearAssumed D6', 'leftOutRow A4', 'leftOutRow A13'],
  problems: ['I3.lacksColumn leadUnit', 'I3.lacksColumn supportUnits', 'I3.lacksColumn leaders', 'I3.lacksColumn owners', 'I6.groupCount '],
};
