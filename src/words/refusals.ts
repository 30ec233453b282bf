// Why a file was not read, and what to do now (R9, X3). Knows refusals by their kinds, and no format.
import type { FileRefusal, FileRefusalKind } from '../core/rawTable';
import { quote } from './place';

interface Saying { readonly why: string; readonly todo: string }
type Values = FileRefusal['values'];

const count = (value: string | number | undefined): string => {
  const number = Number(value ?? 0);
  return number >= 10_000 && number % 10_000 === 0 ? `${String(number / 10_000)}万` : String(number);
};

const inTable = (values: Values): string => (values['table'] === undefined || values['table'] === '' ? '表格' : `${quote(values['table'], 20)}表`);

const returned = '请让填报科室用 Excel 或 WPS 打开原表，另存为 .xlsx 后重新报送。';

const notATable: Readonly<Record<string, Saying>> = {
  picture: { why: '这是一张图片，里面没有可以读取的表格', todo: '请向填报科室要电子表格，不要用截图或照片代替。' },
  pdf: { why: '这是 PDF 文件，里面没有可以读取的表格', todo: '请向填报科室要生成 PDF 之前的表格或 Word 文件。' },
  archive: { why: '这是压缩包', todo: '请先解压，再选择里面的表格文件。' },
  presentation: { why: '这是演示文稿，里面没有可以读取的表格', todo: '请向填报科室要电子表格或 Word 文件。' },
  program: { why: '这是程序，不是表格', todo: '请不要打开它，并向填报科室问清来源。' },
};
const unknownContent: Saying = { why: '内容不是表格、Word 文件或文本', todo: '请核对是否选错了文件，没有选错就请填报科室重新报送。' };

const otherFormat: Readonly<Record<string, Saying>> = {
  xlsb: { why: '这是二进制工作簿，不能直接读取', todo: '请用 Excel 打开，另存为 .xlsx 后再选择。' },
  openDocument: { why: '这是开放文档格式的文件，不能直接读取', todo: '表格请另存为 .xlsx，文字文件请另存为 .docx，然后再选择。' },
  doc: { why: '这是旧格式的 Word 或 WPS 文字文件，不能直接读取', todo: '请用 Word 或 WPS 打开，另存为 .docx 后再选择。' },
  oldXls: { why: '这是很早的 Excel 格式，不能直接读取', todo: '请用 Excel 打开，另存为 .xlsx 后再选择。' },
  xml2003: { why: '这是 XML 电子表格 2003 格式的文件，不能直接读取', todo: '请用 Excel 打开，另存为 .xlsx 后再选择。' },
  rtf: { why: '这是 RTF 格式的文件，不能直接读取', todo: '请用 Word 或 WPS 打开，另存为 .docx 后再选择。' },
};
const unknownFormat: Saying = { why: '这种格式不能直接读取', todo: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再选择。' };

const tooLarge: Readonly<Record<string, (values: Values) => Saying>> = {
  file: (values) => ({ why: `文件超过${count(values['megabytes'])}兆字节`, todo: '请删去图片和无关的工作表，另存为 .xlsx 后再选择。' }),
  memory: () => noMemory,
  content: (values) => ({ why: `文件展开以后超过${count(values['megabytes'])}兆字节，或者与文件的大小很不相称`, todo: '请核对来源。来源可靠的，请把需要的内容复制到新的工作簿，另存后再选择。' }),
};
const noMemory: Saying = { why: '电脑的内存不够读取它', todo: '请把需要的内容复制到新的工作簿，另存后再选择。' };
const tooManyParts: Saying = { why: '文件内部的部件太多', todo: '请把需要的内容复制到新的工作簿，另存后再选择。' };

const tooMany: Readonly<Record<string, (values: Values) => string>> = {
  cells: (values) => `${inTable(values)}里的单元格太多，最多能读${count(values['limit'])}个有内容的单元格`,
  rows: (values) => `${inTable(values)}里的行太多，最多能读${count(values['limit'])}行`,
  text: (values) => `${inTable(values)}里有一格的文字超过${count(values['limit'])}字`,
  columns: (values) => `${inTable(values)}在第${count(values['limit'])}列以后还有内容`,
};

/** Why, without a full stop, and what to do, for each kind of refusal. */
const sayings: Readonly<Record<FileRefusalKind, (values: Values) => Saying>> = {
  empty: () => ({ why: '文件是空的', todo: '请核对是否选错了文件，没有选错就请填报科室重新报送。' }),
  encrypted: () => ({ why: '文件设了打开密码', todo: '请用 Excel 或 WPS 打开，去掉打开密码，另存后再选择。' }),
  damaged: () => ({ why: '文件不完整或已损坏', todo: returned }),
  notATable: (values) => notATable[String(values['what'])] ?? unknownContent,
  otherFormat: (values) => otherFormat[String(values['what'])] ?? unknownFormat,
  oldHtml: () => ({ why: '这是网页，只是用了表格文件的名字', todo: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再选择。' }),
  noTable: () => ({ why: '文件里没有表格', todo: '请核对是否选错了文件，没有选错就请填报科室把内容填进表格后重新报送。' }),
  tooLarge: (values) => tooLarge[String(values['what'])]?.(values) ?? tooManyParts,
  tookTooLong: () => ({ why: '读取的时间太长，已经停下', todo: '请把需要的内容复制到新的工作簿，另存后再选择。' }),
  cannotOpen: () => ({ why: '打不开这个文件，它可能已被移走、删除，或者正被别的程序占用', todo: '请关闭正在使用它的程序，再选择一次。' }),
  failed: () => ({ why: '读取时出了意料之外的问题', todo: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再选择。' }),
  tooManySheets: (values) => ({ why: `工作表超过${count(values['limit'])}张`, todo: '请把需要的工作表复制到新的工作簿，另存后再选择。' }),
  tooManyCells: (values) => ({ why: tooMany[String(values['what'])]?.(values) ?? `${inTable(values)}太大`, todo: '请删去无关的内容，或者把需要的部分复制到新的工作簿，另存后再选择。' }),
};

/** A file that was not read: its name, the reason, and what to do next (R9). */
export function sayRefusal(name: string, refusal: FileRefusal): string {
  const { why, todo } = sayings[refusal.kind](refusal.values);
  return `${quote(name, 60)}没有读入：${why}。${todo}`;
}
