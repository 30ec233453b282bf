// The screen on which a matrix that was taken in is looked through: what was understood beside what stood there, and what can be chosen otherwise (I5).
// What is said of single guesses stands in matrix.ts; nothing here decides anything.
import type { FileRefusal, FileRefusalKind } from '../core/rawTable';
import { quote } from './place';
import { sayRefusal } from './refusals';

const several = (count: number, measure: string): string => `${String(count)}${measure}`;

const mendIt = '请用 Word、Excel 或 WPS 打开核对，另存为 .docx 或 .xlsx 后重新选择。';
const picture = '请选用含有表格的 Word 或 Excel 文件；图片里的表格要先改成可以编辑的表格。';

/** Of a matrix nobody else is asked: what to do is the office's own. */
const own: Readonly<Partial<Record<FileRefusalKind, (refusal: FileRefusal) => string>>> = {
  empty: () => '文件是空的。请核对是否选错了文件。',
  damaged: () => `文件不完整或已损坏。${mendIt}`,
  noTable: () => `文件里没有表格，可能只有文字或图片。${picture}`,
  notATable: ({ values }) => (values['what'] === 'picture' ? `这是一张图片，里面没有可以读取的表格。${picture}` : values['what'] === 'pdf' ? '这是 PDF 文件，里面没有可以读取的表格。请选用生成 PDF 之前的 Word 或 Excel 文件。' : values['what'] === 'archive' ? '这是压缩包。请先解压，再选择里面的表格文件。' : '内容不是表格、Word 文件或文本。请核对是否选错了文件。'),
};

/** Why a file was not taken in as a matrix, and what to do (X3). */
export function sayMatrixRefusal(name: string, refusal: FileRefusal): string {
  const said = own[refusal.kind]?.(refusal);
  const called = name === '' ? '粘贴的内容' : quote(name, 60);
  return said !== undefined ? `${called}没有读入：${said}` : name === '' ? `${called}${sayRefusal(name, refusal).replace(/^“”/, '')}` : sayRefusal(name, refusal);
}

export const matrixWords = {
  title: '核对任务分工表',
  titleDraft: '核对通知草稿',
  summary: (tasks: number, indicators: number) => `读出${several(tasks, '项任务')}，${several(indicators, '个指标')}。`,
  noTasks: '没有读出任务。请在下面改选表格，或指定表头所在的行和各栏的用途。',
  noDraftTasks: '通知里没有读出任务。请粘贴正文的任务分工一节，或改用任务分工表。',
  guessCount: (guesses: number) => (guesses === 0 ? '没有推断的地方。' : `有${several(guesses, '处')}是推断的，请逐处核对。`),
  draft: '这是按通知文字整理的草稿。责任人和分管领导通知正文里没有写，请补填，或改用任务分工表。',
  notYet: '确认后先看预览，仍不会写入。',
  toPreview: '看预览',
  planning: '正在准备预览',
  back: '返回',
  formAsks: (count: number) => `“年度与报送”里还有${several(count, '项')}没有填好，请补填。`,
  at: (row: number, column: number) => `第${String(row)}行第${String(column)}列`,
  atRow: (row: number) => `第${String(row)}行`,
  atTable: (table: string, place: string) => `${/^\d+$/.test(table) ? `第${table}张表格` : `“${table}”表`}${place}`,

  notes: {
    formulaWithoutResult: (table: string, count: number, place: string) => `${table}有${several(count, '个公式')}没有结果，第一处在${place}，按空处理。请用 Excel 打开原文件，保存一次后重新选择。`,
    tooNarrow: (table: string, count: number, place: string) => `${table}有${several(count, '格')}因列宽不够只显示井号，第一处在${place}。请把那一列加宽，再重新复制或保存。`,
  },

  tablesTitle: '选用的表格',
  tablesCount: (count: number) => `共${several(count, '张')}`,
  tableName: (name: string) => (/^\d+$/.test(name) ? `第${name}张表格` : `“${name}”表`),
  tableSize: (rows: number, columns: number) => `${several(rows, '行')}，${several(columns, '列')}`,
  likeliest: '最像任务分工表',
  likely: '像任务分工表',
  unlikely: '不像任务分工表',
  hiddenTable: '隐藏的工作表',
  picture: (name: string) => `${name}开头几行`,
  continued: (name: string) => `${name}接着前一张表，合在一起读`,
  headRow: '表头从第几行起',
  headRows: '表头占几行（没有表头填0）',
  headSet: '按此读取',
  headAsk: '请填写整数。表头的行号在1和表格行数之间，最多占5行。',

  columnsTitle: '各栏的用途',
  columnsCount: (count: number) => several(count, '栏'),
  columnName: (column: number, title: string) => (title === '' ? `第${String(column)}列（没有标题）` : `第${String(column)}列“${title}”`),
  columnUse: (name: string) => `${name}的用途`,
  fillDown: (count: number) => `空格同上填充（${several(count, '处')}）`,
  fillDownOf: (name: string, count: number) => `${name}的空格同上填充（${several(count, '处')}）`,
  firstDay: '每月1日按当天处理，不按整月',
  firstDayOf: (name: string) => `${name}里的每月1日按当天处理，不按整月`,

  rowsTitle: '各行的用途',
  rowsCount: (used: number, left: number) => (left === 0 ? several(used, '行') : `${several(used, '行')}，${several(left, '行')}不采用`),
  rowUse: (row: string) => `${row}的用途`,
  rowReset: '恢复推断',
  rowResetOf: (row: string) => `${row}恢复推断`,
  rowsAll: '全部',
  rowsOther: '不是单独一项任务的',
  rowsFilter: '显示哪些行',

  rosterTitle: '名册',
  rosterNone: '没有名册',
  rosterPeople: (count: number) => several(count, '人'),
  rosterFrom: '名册取自',
  rosterChoices: { workbook: '本工作簿的名册', pasted: '粘贴的名单', seed: '内置的2021年名册', none: '暂时没有' },
  noRoster: '还没有名册，姓名、科室和分管领导没有核对。请粘贴附件2的名单；不粘贴也可以建立台账，以后再补。',
  peopleHere: '在这里粘贴附件2的名单，或通知全文',
  readPeople: '读取名单',
  pastePeopleFirst: '请先粘贴名单。',
  peopleRead: (people: number, sections: number) => `读出${several(people, '人')}，${several(sections, '个科室')}。`,

  formTitle: '年度与报送',
  formText: '任务分工表里没有写的，请在这里核对。',
  formComplete: '已填好',
  formLacks: (count: number) => `${several(count, '项')}待填`,
  fields: {
    title: '台账标题', unit: '单位', year: '年度', issuedOn: '发文日期', office: '汇总科室', firstCutOff: '首次报送日', everyMonths: '每几个月报送一次', weekendRule: '报送日遇周末', warningDays: '到期前几天提醒',
  },
  origins: { ledger: '取自现有台账', notice: '取自通知', matrix: '取自任务分工表', usual: '按通常的做法', person: '' },
  faults: {
    title: '请填写台账标题。', unit: '请填写单位全称。', year: '请填写四位年份，如2021。', issuedOn: '请填写发文日期。早于这一天的时限会提示。', office: '请填写汇总科室。',
    firstCutOff: '请填写首次报送日，要在本年度之内。', everyMonths: '请填写1至12的整数。', weekendRule: '请选择。', warningDays: '请填写0至366的整数。',
  },
  weekendRules: { before: '提前到周五', after: '顺延到周一', keep: '不调整' },

  tasksTitle: '任务',
  filterLabel: '显示哪些任务',
  filters: { all: '全部', guesses: '有推断', problems: '有问题' },
  filterOf: (name: string, count: number) => `${name} ${String(count)}`,
  noneHere: '没有这样的任务。',
  cardTitle: (id: string, text: string) => (text === '' ? `${id}（没有工作任务）` : `${id} ${text}`),
  cardNote: (guesses: number, problems: number) => [guesses === 0 ? '' : `推断${String(guesses)}`, problems === 0 ? '' : `问题${String(problems)}`].filter((part) => part !== '').join('，'),
  original: (place: string, text: string) => `原文（${place}）：${text}`,
  empty: '（空）',
  numberGiven: '原表没有可用的编号，这是按顺序给的。',
  guessTag: '推断',
  fromRows: (rows: readonly string[]) => `取自原表${rows.join('、')}。`,
  otherTitle: (title: string) => (title === '' ? '没有标题的列' : title),

  readingProblems: '读取时发现的问题',
  guessesTitle: '其他推断',
  guessesCount: (count: number) => several(count, '处'),
  leftOutTitle: '没有采用的内容',
  leftOutCount: (count: number) => several(count, '格'),
  leftOutLine: (place: string, text: string, reason: string) => `${place}${text}：${reason}`,
  quoted: (text: string) => quote(text, 60),
};
