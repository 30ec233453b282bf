// What is said when Excel refuses: what happened, how the workbook is now, and what to do (X3). Knows Excel's refusals only by their kinds.

/** Why Excel refused. A test holds these against the excel room's own list. */
export type SaidFaultKind = 'protected' | 'editing' | 'tooLarge' | 'gone' | 'nameTaken' | 'unsupported' | 'busy' | 'lost' | 'unknown';

/** Which part of an action was under way. */
export type SaidDoing = 'reading' | 'writing' | 'checking' | 'restoring' | 'showing';

export const faultWhat: Readonly<Record<SaidFaultKind, Readonly<Record<'reading' | 'writing' | 'showing', string>>>> = {
  protected: {
    reading: '工作簿或其中的工作表受保护，Excel 不允许读取。',
    writing: '工作簿或其中的工作表受保护，Excel 不允许写入。',
    showing: '工作表受保护或已隐藏，Excel 不允许转到那里。',
  },
  editing: {
    reading: '有单元格正在编辑，Excel 暂时不能读取。',
    writing: '有单元格正在编辑，Excel 暂时不能写入。',
    showing: '有单元格正在编辑，Excel 暂时不能转到那里。',
  },
  tooLarge: {
    reading: '一次读取的内容超过了 Excel 允许的大小。',
    writing: '一次写入的内容超过了 Excel 允许的大小。',
    showing: '内容超过了 Excel 允许的大小。',
  },
  gone: {
    reading: '读取时，要找的工作表、表格或单元格已经不在了。',
    writing: '写入时，要用的工作表、表格或单元格已经不在了。',
    showing: '要去的工作表或单元格已经不在了，可能刚被删除或改名。',
  },
  nameTaken: {
    reading: '工作簿里有同名的工作表、表格或名称，Excel 没有接受。',
    writing: '工作簿里已有同名的工作表、表格或名称，Excel 没有接受写入。',
    showing: '工作簿里有同名的工作表、表格或名称，Excel 没有接受。',
  },
  unsupported: {
    reading: '这个版本的 Excel 不支持读取台账所需的功能。',
    writing: '这个版本的 Excel 不支持写入台账所需的功能。',
    showing: '这个版本的 Excel 不支持转到指定位置。',
  },
  busy: {
    reading: 'Excel 正忙，没有及时答复读取请求。',
    writing: 'Excel 正忙，没有及时答复写入请求。',
    showing: 'Excel 正忙，没有及时答复。',
  },
  lost: {
    reading: '与 Excel 的连接中断，没有读完。',
    writing: '与 Excel 的连接中断，没有写完。',
    showing: '与 Excel 的连接中断。',
  },
  unknown: {
    reading: '读取时 Excel 报告了一个没有说明原因的错误。',
    writing: '写入时 Excel 报告了一个没有说明原因的错误。',
    showing: 'Excel 报告了一个没有说明原因的错误。',
  },
};

/** How the workbook is after the fault. */
export const faultState = {
  untouched: '没有写入任何内容。',
  restored: '已恢复原样，没有留下写了一半的内容。',
  notRestored: '没能完全恢复原样，可能留有写了一半的内容。',
};

export const faultTodo: Readonly<Record<SaidFaultKind, string>> = {
  protected: '请在“审阅”选项卡撤销工作表保护和工作簿保护，再试一次。',
  editing: '请按回车键结束单元格编辑，再试一次。',
  tooLarge: '请缩短过长的单元格内容，或减少方案的任务数，再试一次。',
  gone: '请确认没有删除或改名任务台账、名册、设置三张表，再试一次。',
  nameTaken: '请把同名的工作表、表格或名称改名，再试一次。',
  unsupported: '请换用 Excel 2021 或更新的版本。',
  busy: '请等几秒，待 Excel 空闲后再试一次。',
  lost: '请检查工作簿是否仍然打开，重新打开面板后再试一次。',
  unknown: '请先保存工作簿，再试一次；仍然不行时，请把下面的详情交给管理员。',
};

/** What to do first when the workbook could not be put back (X1). */
export const notRestoredTodo = '请不要保存，关闭工作簿后重新打开上次保存的版本。如果必须保留现在的内容，请先另存为一份，再逐项核对。';

export const bugWords = {
  what: '加载项内部出了错。',
  untouched: '没有写入任何内容。',
  written: '写入可能没有完成。',
  todo: '请先不要保存，核对台账内容；重新打开面板后再试一次，仍然不行时，请把下面的详情交给管理员。',
  todoRead: '请重新打开面板后再试一次；仍然不行时，请把下面的详情交给管理员。',
};
