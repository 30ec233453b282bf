// A workbook that uses every word of the drawing vocabulary once, for tests. Its texts are awkward on purpose.
import type { SheetDrawing, WorkbookDrawing } from '../../src/sheets/drawing';

const page: SheetDrawing['page'] = {
  orientation: 'portrait', margins: { top: 72, bottom: 36, left: 18, right: 9, header: 4.5, footer: 27 }, area: { row: 0, column: 0, rows: 20, columns: 6 },
  scale: 85, breaks: [6, 12], footer: { left: '左 & 右', center: '第 &P 页，共 &N 页', right: '' },
};

/** Nothing on a sheet but its name and one text. */
export function bareSheet(name: string, more: Partial<SheetDrawing> = {}): SheetDrawing {
  return {
    name, formats: [], blocks: [{ row: 0, column: 0, cells: [['一']] }], fills: [], looks: [], rules: [], columns: [], rows: [], validations: [], frozen: { rows: 0, columns: 0 },
    page: { orientation: 'landscape', margins: page.margins, area: { row: 0, column: 0, rows: 1_048_576, columns: 2 }, titleRows: { from: 0, to: 1 }, footer: { left: '', center: '', right: '' } }, ...more,
  };
}

/** Texts that a spreadsheet would rather take for something else (R12), or that a file holds only with care. */
export const awkwardTexts = ['=1+1', '+86', '-3', '@甲', "'引号", '2021-12', '00123', '_x0041_', '<甲>&"乙"', ' 前后 ', '一行\n两行', '\t', '#N/A', 'TRUE', '\u0001'] as const;

const main: SheetDrawing = {
  name: '双月汇总2021-06(旧1)', tabColor: '#1f4e79', isFirst: true,
  formats: [
    { at: { row: 0, column: 5, rows: 1_048_576, columns: 1 }, format: '@' },
    { at: { row: 2, column: 1, rows: 1, columns: 3 }, format: [['yyyy"年"m"月"', '0.0%', '#,##0']] },
  ],
  blocks: [
    { row: 0, column: 0, cells: [['标题']] },
    { row: 1, column: 0, cells: [['指标', '完成时限', '完成率', '本期', '增减']] },
    { row: 2, column: 0, cells: [['获得信贷', { day: '2021-09-30' }, 0.231, 12, { formula: '=D3-2' }]] },
    { row: 3, column: 0, cells: [['跨境贸易', null, 1, -4.5, null]] },
    { row: 0, column: 5, cells: awkwardTexts.map((text) => [text]) },
    { row: 4, column: 0, cells: [['很长的文字，要占好几行才写得下，因此这一行会变高。'.repeat(3)]] },
  ],
  fills: [{ at: { row: 2, column: 6, rows: 3, columns: 1 }, formula: '=IF($D3>0,"D3",D$2&\'设 置\'!A1)' }],
  looks: [
    { at: { row: 0, column: 0, rows: 1, columns: 5 }, look: { font: '黑体', size: 18, bold: true, color: '#112233', fill: '#EEF0F2', horizontal: 'acrossSelection', vertical: 'center' } },
    { at: { row: 1, column: 0, rows: 4, columns: 5 }, look: { lines: '#A6A6A6', wrap: true, vertical: 'top' } },
    { at: { row: 2, column: 3, rows: 2, columns: 1 }, look: { locked: false, horizontal: 'right', vertical: 'bottom' } },
  ],
  merges: [{ row: 6, column: 0, rows: 3, columns: 1 }, { row: 6, column: 1, rows: 1, columns: 3 }],
  mergesAcross: [{ row: 7, column: 2, rows: 2, columns: 2 }],
  rules: [
    { at: { row: 2, column: 0, rows: 3, columns: 5 }, formula: '$D3<0', look: { fill: '#FDECEC', color: '#5C0000', bold: true }, stop: true },
    { at: { row: 2, column: 3, rows: 3, columns: 1 }, formula: 'AND($D3>9,$A3<>"<无>")', look: { color: '#1E4620' }, stop: false },
    { at: { row: 2, column: 0, rows: 3, columns: 5 }, formula: '$A3=""', look: { fill: '#FFF8E1', bold: false }, stop: false },
  ],
  columns: [{ column: 0, width: 60 }, { column: 1, width: 75 }, { column: 7, width: 48, hidden: true }],
  rows: [{ row: 0, rows: 1, height: 34 }, { row: 2, rows: 3, height: 'auto' }],
  validations: [
    { at: { row: 2, column: 0, rows: 3, columns: 1 }, rule: { kind: 'list', source: ['提前', '"顺延"'] }, prompt: { title: '请选', message: '从名单中选。' }, refusal: { kind: 'stop', title: '不行', message: '请选一项。' } },
    { at: { row: 2, column: 1, rows: 3, columns: 1 }, rule: { kind: 'dayFrom', from: '2000-01-01' }, prompt: { title: '日期', message: '填日期。' }, refusal: { kind: 'warning', title: '不是日期', message: '仍按此填写吗？' } },
    { at: { row: 2, column: 3, rows: 3, columns: 1 }, rule: { kind: 'wholeNumber', min: 0, max: 366 }, prompt: { title: '数', message: '整数。' }, refusal: { kind: 'stop', title: '不行', message: '请填整数。' } },
    { at: { row: 2, column: 4, rows: 3, columns: 1 }, rule: { kind: 'list', source: '=名单' }, prompt: { title: '名单', message: '可选。' }, refusal: { kind: 'none' } },
  ],
  charts: [
    {
      name: '各指标进度', kind: 'barStacked', unit: 1, title: '各指标任务进度（项）', at: { row: 12, column: 0, rows: 8, columns: 5 }, categories: { row: 2, column: 0, rows: 2, columns: 1 },
      series: [{ name: '已办结', values: { row: 2, column: 3, rows: 2, columns: 1 }, color: '#2e7d32' }, { name: '逾期 & 未填', values: { row: 2, column: 2, rows: 2, columns: 1 }, color: '#B71C1C' }],
    },
    {
      name: '历次', kind: 'columnStacked', unit: 1, title: '历次报送', at: { row: 22, column: 1, rows: 8, columns: 3 }, categories: { row: 2, column: 0, rows: 2, columns: 1 },
      series: [{ name: '本期', values: { row: 2, column: 3, rows: 2, columns: 1 }, color: '#FFCA28' }],
    },
  ],
  protection: { sort: true, filter: true, formatRows: false, formatColumns: true },
  frozen: { rows: 2, columns: 1 },
  page,
};

/** The whole of it: five sheets, two of them with tables, two hidden. */
export const sampleDrawing: WorkbookDrawing = {
  sheets: [
    bareSheet('任务台账', {
      blocks: [{ row: 3, column: 1, cells: [['编号', '天数'], ['1.1', 3], ['1.2', { formula: '=C5+1' }]] }],
      table: { name: '任务台账', at: { row: 3, column: 1, rows: 3, columns: 2 }, style: 'TableStyleLight1', bandedRows: true },
    }),
    bareSheet('设 置', { frozen: { rows: 0, columns: 2 } }),
    bareSheet('名册', {
      blocks: [{ row: 0, column: 0, cells: [['姓名', '用名'], ['甲', { formula: '=A2&""' }], ['乙', { formula: '=A3&""' }]] }],
      table: { name: '名册', at: { row: 0, column: 0, rows: 3, columns: 2 }, style: 'TableStyleMedium2', bandedRows: false }, visibility: 'hidden', frozen: { rows: 1, columns: 0 },
    }),
    main,
    bareSheet('标识', { visibility: 'veryHidden' }),
  ],
  names: [{ name: '名单', formula: '=名册!$A$2:$A$3', comment: '可选的人 & 名' }, { name: '基准日', formula: "='设 置'!$A$1", comment: '' }],
  opensOn: '设 置',
};
