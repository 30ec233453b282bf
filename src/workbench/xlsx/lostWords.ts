// What the workbench says about files, in words for a person. Knows no file.

/** What a file can hold that a book of the workbench cannot; each is named once, whatever the number. */
export const LOST = {
  pivot: '数据透视表',
  images: '图片',
  shapes: '文本框、形状等图形',
  comments: '批注',
  slicers: '切片器',
  timelines: '日程表',
  macros: '宏',
  externalLinks: '指向其他工作簿的链接',
  hyperlinks: '超链接',
  sparklines: '迷你图',
  scales: '色阶、数据条、图标集等条件格式',
  otherRules: '按排名、平均值、重复值、日期等设置的条件格式',
  extendedRules: '较新版本 Excel 的条件格式',
  extendedValidations: '较新版本 Excel 的数据验证',
  richText: '单元格内部分文字的单独格式',
  sheetFilter: '表格以外的筛选',
  otherFilters: '表格中按条件、颜色或日期分组的筛选',
  sorting: '表格中记住的排序方式',
  outline: '行或列的分级显示',
  background: '工作表背景图',
  objects: '嵌入的对象',
  controls: '窗体控件',
  customXml: '自定义 XML 数据',
  bookProtection: '工作簿结构保护',
  sheetPassword: '工作表保护的密码',
  editRanges: '允许编辑的区域',
  arrayFormulas: '数组公式的范围',
  dataTables: '模拟运算表',
  gradient: '渐变填充',
  pattern: '图案填充',
  diagonal: '单元格斜线',
  chartSheets: '图表工作表',
  connections: '外部数据连接',
  cellImages: 'WPS 嵌入单元格的图片',
  splitPanes: '拆分窗口',
  scenarios: '方案管理器中的方案',
  views: '自定义视图',
  headerKinds: '首页或奇偶页不同的页眉页脚',
  chartDetails: '图表的部分格式',
  otherCharts: '部分类型的图表',
  signatures: '数字签名',
  rightToLeft: '从右到左的工作表方向',
  tableStyles: '自定义的表格样式',
} as const;
export type LostThing = keyof typeof LOST;

/** A name that the formula engine cannot read is left out. */
export function lostName(name: string): string {
  return `名称“${name}”（其公式无法识别）`;
}

/** Reasons for which a file is not opened. */
export const REFUSED = {
  empty: '文件是空的，没有可以打开的内容。',
  notXlsx: '这不是 Excel 工作簿（.xlsx）文件，或文件已经损坏。',
  encrypted: '文件已加密。请先在 Excel 中打开，取消打开密码，另存后再试。',
  oldFormat: '这是旧格式（.xls 或 .et）的文件。请先在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  binaryFormat: '这是二进制工作簿（.xlsb）。请先在 Excel 中另存为 .xlsx 后再试。',
  damaged: (part: string) => `文件已经损坏：其中的“${part}”无法读取。`,
  missing: (part: string) => `文件不完整：缺少“${part}”。`,
  tooLarge: (megabytes: number, limit: number) => `文件展开后约有 ${megabytes} MB，超过 ${limit} MB 的上限，没有打开。`,
  tooManyParts: (count: number, limit: number) => `文件内含 ${count} 个部分，超过 ${limit} 个的上限，没有打开。`,
  tooManyCells: (sheet: string, limit: number) => `工作表“${sheet}”的单元格超过 ${limit} 个，没有打开。请删除多余的空行空列后再试。`,
  noSheets: '文件中没有工作表。',
} as const;

/** Reasons for which a book is not written. */
export const UNWRITABLE = {
  textTooLong: (place: string, length: number) => `${place} 的文字有 ${length} 个字符，超过单元格 32767 个字符的上限，没有保存。`,
  listTooLong: (place: string, length: number) => `${place} 的下拉选项共 ${length} 个字符，超过 255 个字符的上限，没有保存。请把选项放到单元格中引用。`,
  messageTooLong: (place: string, length: number, limit: number) => `${place} 的输入提示或出错提示有 ${length} 个字符，超过 ${limit} 个的上限，没有保存。`,
  headerTooLong: (sheet: string, length: number) => `工作表“${sheet}”的页眉或页脚有 ${length} 个字符，超过 255 个的上限，没有保存。`,
  noVisibleSheet: '所有工作表都已隐藏，至少要有一个可见的工作表才能保存。',
} as const;
