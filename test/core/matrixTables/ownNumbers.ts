// A workbook with 编号 of its own, as a sheet shows numbers, with days as Excel keeps them, columns that a ledger works out, and a second head in another order.
import type { MatrixCase } from './drawn';
import { drawn, left, up } from './drawn';

export const ownNumbers: MatrixCase = {
  title: 'numbers kept, days of Excel, worked-out columns, a second head in another order, a hidden sheet, a sheet of something else',
  year: 2021,
  tables: [
    drawn('旧表', [['编号', '指标', '任务', '责任科室', '责任人', '完成时限', '落实情况'], ['9.1', '旧指标', '旧任务', '综合科', '林书海', '2020年9月', '']], 'hidden'),
    drawn('进度表', [['编号', '进展情况'], ['1.1', '虚拟示例：已启动。']]),
    drawn('台账', [
      ['编号', '指标名称', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '办结日期', '进度状态', '剩余天数', '标识'],
      [2.9, '跨境贸易', '优化通关流程。', '车洁', '港口科', '胡毅', { day: '2021-09-01' }, '虚拟示例：已完成。', { day: '2021-08-30' }, '已办结', 2, 'K1'],
      [2.1, up, '清理随附单证。', '车洁', '港口科', '胡毅', { day: '2021-06-18' }, '', '6月15日', '正常推进', 9, 'K2'],
      ['', up, '公示收费清单。', '车洁', '港口科', '胡毅', 2021.9, '', '待定', '', '', ''],
      ['2.1', up, '压缩通关时间。', '车洁', '港口科', '胡毅', '2021年9月、12月', '', '', '', '', ''],
      ['二', '获得信贷', '支持上市融资。', '李颖', '外资科', '黄万红', 44561, '', '', '', '', ''],
      ['完成时限', '工作任务', '责任人', '责任科室', '分管领导', '指标名称', '编号', left, left, left, left, left],
      ['2021年11月', '推广信用贷款。', '邓善', '外贸科', '张光强', '获得信贷', '1.7', '', '', '', '', '虚拟示例'],
    ]),
  ],
  tasks: [
    { id: '2.9', indicator: '跨境贸易', text: '优化通关流程。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2021年9月 2021-09-30', progress: '虚拟示例：已完成。', doneOn: '2021-08-30' },
    { id: '2.1', indicator: '跨境贸易', text: '清理随附单证。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2021年6月18日 2021-06-18', doneOn: '2021-06-15' },
    { id: '2.10', indicator: '跨境贸易', text: '公示收费清单。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2021.9 读不出', doneOn: '待定' },
    { id: '2.11', indicator: '跨境贸易', text: '压缩通关时间。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2021年9月、12月 读不出' },
    { id: '1.8', indicator: '获得信贷', text: '支持上市融资。', leaders: '李颖', sections: '外资科', owners: '黄万红', due: '2021年12月31日 2021-12-31' },
    { id: '1.7', indicator: '获得信贷', text: '推广信用贷款。', leaders: '张光强', sections: '外贸科', owners: '邓善', due: '2021年11月 2021-11-30', others: { 编号: '虚拟示例' } },
  ],
  leftOut: ['workedOut 已办结', 'workedOut 2', 'copyKey K1', 'workedOut 正常推进', 'workedOut 9', 'copyKey K2'],
  guesses: ['monthTyped G2', 'headChanges A7'],
  problems: ['I3.lacksColumn leadUnit', 'I3.lacksColumn supportUnits', 'I3.keptColumns ', 'I1.tablesLeftOut '],
};
