// What columns, fields and kinds of value are called on screen. Knows no sentence.

/** Columns of the ledger and fields of a plan file by their key in code. A test holds the columns against the sheet's own titles. */
export const fieldTitles: Readonly<Record<string, string>> = {
  id: '编号', indicator: '指标名称', leadUnit: '牵头单位', supportUnits: '配合单位', text: '工作任务', leaders: '分管领导', sections: '责任科室', owners: '责任人',
  due: '完成时限', progress: '落实情况', remark: '备注', doneOn: '办结日期', status: '进度状态', daysLeft: '剩余天数', filled: '填报状态', checked: '核对结果',
  settings: '设置', roster: '名册', tasks: '任务清单', title: '台账标题', unit: '单位', year: '年度', issuedOn: '发文日期', office: '汇总科室',
  calendar: '报送安排', firstCutOff: '首次报送日', everyMonths: '报送间隔（月）', weekendRule: '遇周末', warningDays: '临期提醒天数', asOf: '基准日', judgedOn: '判断日',
  people: '人员', name: '名称', post: '职务', role: '角色', section: '科室', shortNames: '简称', plan: '方案', task: '任务', person: '人员', body: '正文任务清单', bodyTask: '正文任务', count: '任务数',
};

/** Kinds of value in a plan file, as a clerk would call them. */
export const valueKinds: Readonly<Record<string, string>> = {
  text: '文字', number: '数字', list: '列表', object: '一组内容', boolean: '“是”或“否”', null: '空值', nothing: '没有内容', day: '日期',
};

/** The title of a column or field; what has none is quoted as it stands, for it comes from the person's own file. */
export function titleOf(key: string): string {
  return fieldTitles[key] ?? `“${key}”`;
}

/** What a kind of value is called. */
export function kindOf(key: string): string {
  return valueKinds[key] ?? `“${key}”`;
}
