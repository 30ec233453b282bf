// A table of another city's shape: two head rows, 责任分工 over three columns, the task first and the indicator late, deadlines without a year, a total and notes.
import type { MatrixCase } from './drawn';
import { drawn, left, up } from './drawn';

export const twoHeadRows: MatrixCase = {
  title: 'two head rows, other order, deadlines of every form, a column of unknown meaning, a total and notes',
  year: 2022,
  tables: [drawn('任务分工', [
    ['市商务系统优化营商环境重点任务分工表', left, left, left, left, left, left, left, left],
    ['', '', '', '', '', '', '', '', '单位：项'],
    ['序号', '重点任务', '责任分工', left, left, '指标类别', '完成时间', '工作要求', '牵头部门'],
    [up, up, '责任领导', '承办科室', '经办人', up, up, up, up],
    [1, '（1）推行口岸收费目录清单公示。', '车洁', '港口科', '胡毅', '一、跨境贸易', '9月底前', '全面公示', '市商务局'],
    [2, '（2）压缩整体通关时间。', up, up, up, up, '第三季度', '优于上年', up],
    [3, '（3）常态化开展政策宣讲。', '张光强，李 颖', '外贸科、外资科', '邓善；黄万红', '二、利用外资', '长期坚持', '', '市商务局'],
    [4, '（4）报送外资企业问题清单。', '李颖', '外资科', '黄万红', up, '每月28日前', '逐月报送', up],
    ['合计', left, left, left, left, left, '4项', '', ''],
    ['注：1.本表所列任务按季度调度。', left, left, left, left, left, left, left, left],
    ['2.完成时间以市级方案为准。', left, left, left, left, left, left, left, left],
    ['填表人：', '孙媛媛', '', '审核人：', '', '', '', '', ''],
  ])],
  tasks: [
    { id: '1.1', indicator: '跨境贸易', leadUnit: '市商务局', text: '推行口岸收费目录清单公示。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2022年9月 2022-09-30', others: { 工作要求: '全面公示' } },
    { id: '1.2', indicator: '跨境贸易', leadUnit: '市商务局', text: '压缩整体通关时间。', leaders: '车洁', sections: '港口科', owners: '胡毅', due: '2022年第三季度 2022-09-30', others: { 工作要求: '优于上年' } },
    { id: '2.1', indicator: '利用外资', leadUnit: '市商务局', text: '常态化开展政策宣讲。', leaders: '张光强、李颖', sections: '外贸科、外资科', owners: '邓善、黄万红', due: '长期坚持 无期限' },
    { id: '2.2', indicator: '利用外资', leadUnit: '市商务局', text: '报送外资企业问题清单。', leaders: '李颖', sections: '外资科', owners: '黄万红', due: '每月28日前 无期限', others: { 工作要求: '逐月报送' } },
  ],
  leftOut: [
    'aboveHead 市商务系统优化营商环境重点任务分工表', 'aboveHead 单位：项', 'ordinal 1', 'ordinal 2', 'ordinal 3', 'ordinal 4', 'total 合计', 'total 4项',
    'note 注：1.本表所列任务按季度调度。', 'note 2.完成时间以市级方案为准。', 'formLine 填表人：', 'formLine 孙媛媛', 'formLine 审核人：',
  ],
  guesses: ['ordinalsOnly A4', 'ordinalOff B5', 'ordinalOff F5', 'yearAssumed G5', 'yearAssumed G6', 'leftOutRow A9', 'leftOutRow A10', 'leftOutRow A11', 'leftOutRow A12'],
  problems: ['I3.lacksColumn supportUnits', 'I3.keptColumns '],
};
