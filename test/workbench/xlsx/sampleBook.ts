// A book with one of everything that a file has to keep, small enough to be read by a person.
import type { BookApi, BookContents } from '../../../src/workbench/book/bookApi';
import type { Cell, CellStyle, Scalar, Sheet } from '../../../src/workbench/book/model';
import { newSheet } from '../../../src/workbench/book/sheet';
import { DEFAULT_STYLE, restyled } from '../../../src/workbench/book/styles';
import { makeBook } from './plainCalc';

const put = (sheet: Sheet, row: number, column: number, value: Scalar, more: Partial<Cell> = {}): void => {
  const line = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, line.set(column, { value, ...more }));
};
const looks = (change: Partial<CellStyle>): CellStyle => restyled(DEFAULT_STYLE, change);
const thin = { line: 'Continuous', weight: 'Thin', color: '#808080' } as const;
const boxed = { top: thin, bottom: thin, left: thin, right: thin };

function ledger(): Sheet {
  const sheet = newSheet('ledger', '任务台账');
  put(sheet, 0, 0, '重点任务台账', { style: looks({ fontName: '方正小标宋简体', fontSize: 22, bold: true, horizontal: 'CenterAcrossSelection', vertical: 'Center' }) });
  put(sheet, 1, 0, '基准日：', { style: looks({ italic: true, fontColor: '#595959' }) });
  put(sheet, 1, 1, 44_306, { style: looks({ numberFormat: 'yyyy"年"m"月"d"日"', horizontal: 'Left' }) });
  const head = looks({ ...boxed, bold: true, fillColor: '#DDEBF7', horizontal: 'Center', vertical: 'Center', wrap: true });
  const text = looks({ ...boxed, numberFormat: '@', vertical: 'Center', wrap: true, locked: false });
  const date = looks({ ...boxed, numberFormat: 'yyyy"年"m"月"', horizontal: 'Center', vertical: 'Center' });
  const days = restyled(date, { numberFormat: '0' });
  const rows: [string, string, number | string, string][] = [
    ['1.1', '按时上线运行“单一窗口”，\n实现全程电子化。', 44_469, '=正在推进'], ['1.2', '  前后有空格  ', 44_561, ''], ['2.1', 'A&B <标签> _x0041_ "引号"', '长期坚持', '已完成'],
  ];
  ['编号', '工作任务', '完成时限', '落实情况', '剩余天数', '进度状态'].forEach((name, column) => put(sheet, 2, column, name, { style: head }));
  rows.forEach(([number, task, due, progress], index) => {
    const row = 3 + index;
    put(sheet, row, 0, number, { style: text, quoted: true });
    put(sheet, row, 1, task, { style: text });
    put(sheet, row, 2, due, { style: date });
    put(sheet, row, 3, progress === '' ? null : progress, { style: text });
    put(sheet, row, 4, typeof due === 'number' ? due - 44_306 : '', { style: days, formula: '=IF(ISNUMBER([@完成时限]),[@完成时限]-基准日,"")' });
    put(sheet, row, 5, typeof due === 'number' ? '正常推进' : '时限待核', {
      style: date, formula: '=IFS(NOT(ISNUMBER([@完成时限])),"时限待核",[@剩余天数]<0,"逾期",TRUE,"正常推进")',
    });
    sheet.rows.set(row, { height: 33, auto: true });
  });
  put(sheet, 8, 0, true);
  put(sheet, 8, 1, { error: '#N/A' });
  put(sheet, 8, 2, { error: '#DIV/0!' }, { formula: '=1/0' });
  put(sheet, 8, 3, '#N/A');
  put(sheet, 8, 4, 0.1 + 0.2);
  put(sheet, 8, 5, 'a、b', { formula: '=TEXTJOIN("、",TRUE,任务台账[编号])' });
  sheet.rows.set(0, { height: 42 });
  sheet.rows.set(9, { hidden: true });
  [8, 46, 14, 40, 10, 12].forEach((width, column) => sheet.columns.set(column, { width }));
  sheet.columns.set(7, { width: 20, hidden: true });
  sheet.columns.set(8, { style: looks({ numberFormat: '@' }) });
  sheet.tables.push({
    id: '', name: '任务台账', area: { top: 2, left: 0, bottom: 5, right: 5 }, hasHeader: true, hasTotals: false, style: 'TableStyleLight9', bandedRows: true, bandedColumns: false,
    firstColumn: true, lastColumn: false, filterButton: true, filters: new Map([[5, ['正常推进', '时限待核']]]),
    columns: [{ name: '编号' }, { name: '工作任务' }, { name: '完成时限' }, { name: '落实情况' },
      { name: '剩余天数', calculated: '=IF(ISNUMBER([@完成时限]),[@完成时限]-基准日,"")' },
      { name: '进度状态', calculated: '=IFS(NOT(ISNUMBER([@完成时限])),"时限待核",[@剩余天数]<0,"逾期",TRUE,"正常推进")' }],
  });
  const column = (left: number) => [{ top: 3, left, bottom: 5, right: left }];
  sheet.validations.push(
    { areas: column(3), type: 'list', formula1: '正在推进,已完成,未启动', ignoreBlanks: true, inCellDropDown: true, alert: { title: '请选择', message: '可以直接填写。', style: 'warning', show: true } },
    { areas: column(5), type: 'list', formula1: '=名册!$A$2:$A$4', ignoreBlanks: false, inCellDropDown: false, prompt: { title: '责任人', message: '第一行\n第二行', show: true } },
    { areas: column(2), type: 'date', operator: 'between', formula1: '44197', formula2: '=基准日+365', ignoreBlanks: true, inCellDropDown: false,
      alert: { title: '日期', message: '请输入日期', style: 'stop', show: true } },
    { areas: [{ top: 3, left: 1, bottom: 5, right: 1 }, { top: 8, left: 1, bottom: 8, right: 1 }], type: 'custom', formula1: '=LEN(B4)<=200', ignoreBlanks: true, inCellDropDown: false },
  );
  sheet.rules.push(
    { id: '', areas: column(5), priority: 0, stopIfTrue: true, rule: { type: 'custom', formula: '$F4="逾期"' }, look: { fontColor: '#9C0006', fillColor: '#FFC7CE', bold: true } },
    { id: '', areas: column(4), priority: 1, stopIfTrue: false, rule: { type: 'cellValue', operator: 'between', formula1: '0', formula2: '200' }, look: { fillColor: '#FFEB9C', fontColor: '#7F6000' } },
    { id: '', areas: column(5), priority: 2, stopIfTrue: false, rule: { type: 'containsText', operator: 'contains', text: '待"核' }, look: { italic: true, strikethrough: false, borderColor: '#FF0000' } },
  );
  sheet.frozen = { rows: 3, columns: 1 };
  sheet.tabColor = '#2E75B6';
  sheet.showGridlines = false;
  sheet.zoom = 85;
  const { scale: _scale, ...page } = sheet.page;
  sheet.page = {
    ...page, orientation: 'landscape', fit: { wide: 1 }, centerHorizontally: true, blackAndWhite: true, printArea: '$A$1:$F$30', titleRows: '$3:$3', titleColumns: '$A:$B', rowBreaks: [4, 20], columnBreaks: [3],
    margins: { top: 56.7, bottom: 56.69, left: 42.52, right: 42.52, header: 22.68, footer: 28.35 },
    header: { left: '', center: '&"宋体,Bold"&14重点任务', right: '&D' }, footer: { left: '研发&&测试', center: '第 &P 页，共 &N 页', right: '' },
  };
  sheet.protection = { options: { allowFormatRows: true, allowAutoFilter: true, allowSort: true, selectionMode: 'Unlocked' } };
  sheet.customProperties.set('版本', '1;台账 2021\r\n');
  sheet.charts.push({
    id: '', name: '各指标进度', type: 'BarStacked', title: '各指标进度', source: '汇总!$A$1:$C$3', seriesBy: 'Columns', left: 60.5, top: 200.25, width: 360, height: 216,
    series: [{ name: '已办结', values: '汇总!$B$2:$B$3', categories: '汇总!$A$2:$A$3', color: '#548235' }, { name: '逾期', values: '汇总!$C$2:$C$3', categories: '汇总!$A$2:$A$3', color: '#C00000' }],
    options: { legendPosition: 'Bottom', legendVisible: true, 'categoryAxis.reversed': true, 'categoryAxis.position': 'Maximum', 'valueAxis.minimum': 0, 'valueAxis.majorUnit': 1 },
  });
  return sheet;
}

function roster(): Sheet {
  const sheet = newSheet('roster', '名册');
  ['姓名', '甲', '乙', '丙'].forEach((name, row) => put(sheet, row, 0, name));
  put(sheet, 0, 2, '合并单元格', { style: looks({ rotation: 90, shrink: true, underline: 'DoubleAccountant', bottom: { line: 'Double', weight: 'Thick', color: '#000000' } }) });
  sheet.merges.push({ top: 0, left: 2, bottom: 2, right: 3 });
  sheet.rows.set(6, { style: looks({ fillColor: '#F2F2F2', indent: 2, horizontal: 'Left' }) });
  put(sheet, 6, 1, '灰底', { style: looks({ fillColor: '#F2F2F2', indent: 2, horizontal: 'Left' }) });
  return sheet;
}

function summary(): Sheet {
  const sheet = newSheet('summary', '汇总');
  [['指标', '已办结', '逾期'], ['跨境贸易', 3, 1], ['开放平台', 2, 0]].forEach((line, row) => line.forEach((value, column) => put(sheet, row, column, value)));
  return sheet;
}

/** What the sample holds, made anew each time: a book takes over what it is given. */
export function sampleContents(): BookContents {
  const hidden = newSheet('hidden', "it's 隐藏");
  hidden.visibility = 'Hidden';
  const veryHidden = newSheet('key', '_钥匙');
  veryHidden.visibility = 'VeryHidden';
  put(veryHidden, 0, 0, '{"id":"2021"}');
  return {
    name: '台账.xlsx', sheets: [summary(), ledger(), roster(), hidden, veryHidden], activeSheet: '任务台账', date1904: false,
    names: [
      { name: '基准日', formula: '=任务台账!$B$2', comment: '状态按这一天判断', visible: true },
      { name: '预警天数', formula: '=30', comment: '', visible: false },
      { name: '全部编号', formula: '=任务台账[编号]', comment: '', visible: true, scope: 'roster' },
    ],
    properties: {
      title: '重点任务台账', subject: '2021', author: '审批科', keywords: '台账,督办', comments: '双月报送', lastAuthor: '审批科', company: '商务局', manager: '分管领导', category: '督办',
      created: new Date('2021-04-20T01:02:03Z'),
      custom: new Map<string, string | number | boolean | Date>([['版本', '1.0'], ['任务数', 13], ['大数', 20_210_420_120_000], ['比例', 0.25], ['已发', true], ['发出', new Date('2021-04-20T00:00:00Z')]]),
    },
  };
}

export function sampleBook(): BookApi {
  const book = makeBook(sampleContents());
  book.select({ sheetId: book.activeSheetId, areas: [{ top: 3, left: 1, bottom: 3, right: 1 }, { top: 4, left: 2, bottom: 5, right: 3 }], active: { row: 5, column: 2 } }, 'user');
  return book;
}
