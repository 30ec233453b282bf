// Rows of a ledger as anything might stand in them, and how they are put into a workbook. For the tests that hold formulas and code against each other (S8).
import fc from 'fast-check';
import type { StatusCells, StatusYardstick } from '../../src/core/cellStatus';
import { stillOldMark } from '../../src/core/cellStatus';
import { bareAsWritten, bareText } from '../../src/core/filled';
import type { PlainDate } from '../../src/core/plainDate';
import { addDays, toSerial } from '../../src/core/plainDate';
import { ledgerColumnAt, ledgerHeadRow } from '../../src/sheets/ledgerSheet';
import type { BookApi } from '../../src/workbench/book/bookApi';

const serial = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -420, max: 420 }).map((days) => toSerial(addDays('2021-07-01', days)) ?? 0) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 60, 2021.9, 32873, 32874, 109574, 109575, 2958466, 44378.75, -3) },
);
const dueText = fc.constantFrom('长期', '长期坚持', ' 持续 推进', '常态化推进', '常年', '每月28日前', '每季度', '逐月报送', '按季度通报', '按要求完成', '2021年9月', '9月底前', '每月报送，9月底前完成', '长期坚持至2021年9月', '持续推进至十二月', '待定', '　', ' ', '时限另行通知', '="x"', '长期\u200b', '\ufeff每年', '全年', '*', '~?');
const due = fc.oneof(serial, dueText, fc.constant(''), fc.boolean(), fc.string({ maxLength: 12 }));
// No logical values here: the column holds text whatever is typed, and LibreOffice, which has no logical values but numbers shown as such, joins TRUE to a text as 1.
const progress = fc.oneof(
  fc.constantFrom('', ' ', '　\n', '无', '暂无。', '待填', '/', '-', '——', '同上', 'N/A', 'n/a', '已完成', '正在推进。', '正在推进', '已梳理 12 项收费，公示 3 次。', '"引号"', '\t', '\u00a0', '1', '0', '\ufeff无\u200b', '无\r\n', 'ＮＡ', '*', '～', '𠮷林路😀', 'Ünter'),
  fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.integer(),
);
// The sheet keeps it bare, marked where it was 未更新 in its own report already.
const previous = fc.tuple(fc.constantFrom('', '', stillOldMark), fc.oneof(fc.constant(''), fc.constantFrom('正在推进', '已梳理12项收费公示3次', '已完成', 'na', '1', 'Ünter', '𠮷林路😀').map(bareText))).map(([mark, text]) => `${mark}${text}`);
/** Half of the rows say what was said before. */
const texts = fc.oneof(
  fc.record({ progress, previous }),
  fc.record({ progress, mark: fc.constantFrom('', stillOldMark) }).map(({ progress: said, mark }) => ({ progress: said, previous: `${mark}${bareAsWritten(String(said))}` })),
);
const doneOn = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 2, arbitrary: serial }, fc.constantFrom('已办结', '2021年6月'), fc.boolean());

/** The cells of a row, with whatever people put into them. */
export const anyRow: fc.Arbitrary<StatusCells> = fc.tuple(fc.record({ due, doneOn }), texts).map(([days, said]) => ({ ...days, ...said }));
/** A 基准日 around the plan's year. */
export const anyAsOf: fc.Arbitrary<PlainDate> = fc.integer({ min: -200, max: 400 }).map((days) => addDays('2021-07-01', days));
/** Warning days as people set them. */
export const anyWarningDays: fc.Arbitrary<number> = fc.constantFrom(0, 7, 30, 365);

/** The period that was reported last, or none; also one before the year and one after it. */
export const anyLastReported: fc.Arbitrary<string> = fc.constantFrom('', '', '2020-12', '2021-04', '2021-06', '2021-08', '2021-10', '2021-12', '2022-02');

/** By what code judges what putRows put, worked out from the plan of 2021. */
export function yardstickOf(asOf: PlainDate, warningDays: number, lastReported: string): StatusYardstick {
  const cutOffs = [['2021-04', '2021-04-20'], ['2021-06', '2021-06-18'], ['2021-08', '2021-08-20'], ['2021-10', '2021-10-20'], ['2021-12', '2021-12-20']] as const;
  const [period] = cutOffs.find(([, day]) => day >= asOf) ?? ['2021-12'];
  return { asOf, warningDays, mustBeFilled: asOf > '2021-04-20', isReported: lastReported >= period };
}

/** 0-based row of the first task. */
export const firstTaskRow = ledgerHeadRow + 1;

/** Puts rows and the settings by which they are judged into a workbook that holds a ledger, as if typed. */
export function putRows(book: BookApi, cells: readonly StatusCells[], asOf: PlainDate, warningDays: number, lastReported = ''): void {
  const sheet = (name: string): string => book.sheetByName(name)?.id ?? '';
  const put = (id: string, row: number, column: number, value: string | number | boolean): void => {
    book.restyle(id, { top: row, left: column, bottom: row, right: column }, { numberFormat: typeof value === 'string' ? '@' : 'General' });
    book.writeInputs(id, { top: row, left: column, bottom: row, right: column }, [[value]], 'user');
  };
  book.together(() => {
    put(sheet('设置'), 12, 1, toSerial(asOf) ?? 0);
    put(sheet('设置'), 11, 1, warningDays);
    book.changeName('末次报送期', undefined, { formula: `="${lastReported}"` });
    cells.forEach((each, index) => {
      for (const column of ['due', 'progress', 'doneOn', 'previous'] as const) put(sheet('任务台账'), firstTaskRow + index, ledgerColumnAt[column], each[column]);
    });
  });
}
