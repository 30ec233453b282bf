// What stands on the sheet 报送历史: its titles and the line that explains it. Knows no drawing.

/** Columns of the history: which report, the task as it was reported, its words, and when the report was made (B5). */
export const historyTitles = {
  period: '报送期', version: '版次', cutOff: '截止日', judgedOn: '判断日', weekendRule: '遇周末', title: '台账标题', unit: '单位', office: '汇总科室',
  id: '编号', indicator: '指标名称', leadUnit: '牵头单位', supportUnits: '配合单位', text: '工作任务', leaders: '分管领导', sections: '责任科室', owners: '责任人',
  due: '完成时限', progress: '落实情况', remark: '备注', doneOn: '办结日期', status: '进度状态', daysLeft: '剩余天数', filled: '填报状态', light: '灯色', returns: '回收情况', madeAt: '生成时间',
} as const;
export type HistoryColumn = keyof typeof historyTitles;
export const historyColumns = Object.keys(historyTitles) as HistoryColumn[];

export const historyLabels = {
  title: '报送历史',
  note: '每生成一次双月汇总，加载项在这里逐项记下当期内容，供与上期比较和日后重新生成。请勿修改；同一报送期有几版时，以版次最大的为准。',
} as const;
