// What the columns of somebody's table mean (I3): the head wherever it stands, in one row or two, its titles known by their usual synonyms. Knows no file format and no ledger.
import { foldWidth } from './normalizeText';
import type { RawCell, RawMerge, RawTable } from './rawTable';
import type { OfficialColumn } from './task';

/** What a column can mean: the ten official columns, 编号, 办结日期, and the hidden key of a copy (R2). */
export type Meaning = 'key' | 'id' | OfficialColumn | 'doneOn';

/** How well a title fits its meaning: it is the official title, a synonym, or has one in it. */
export type Fit = 3 | 2 | 1;

// The first of each line is the official title.
const titles: Readonly<Record<Meaning, readonly string[]>> = {
  key: ['标识'],
  id: ['编号', '任务编号', '事项编号', '工作编号', '序号', '项目编号'],
  indicator: ['指标名称', '指标', '一级指标', '考核指标', '评价指标', '评估指标', '指标类别', '工作指标', '指标项目', '所属指标', '工作领域'],
  leadUnit: ['牵头单位', '牵头部门', '主办单位', '牵头责任单位', '市牵头单位', '市级牵头单位', '牵头责任部门'],
  supportUnits: ['配合单位', '配合部门', '协办单位', '协同单位', '参与单位', '配合责任单位', '协助单位', '市配合单位'],
  text: ['工作任务', '任务', '主要任务', '任务内容', '工作内容', '重点任务', '具体任务', '任务事项', '工作事项', '重点工作', '工作举措', '工作措施', '具体举措', '具体措施', '任务名称', '改革任务', '主要工作任务', '工作任务内容', '目标任务', '任务清单'],
  leaders: ['分管领导', '分管局领导', '责任领导', '局领导', '牵头领导', '分管负责人', '主管领导', '挂点领导', '局分管领导'],
  sections: ['责任科室', '责任单位', '责任部门', '承办科室', '负责科室', '牵头科室', '业务科室', '责任股室', '承办单位', '承办部门', '落实科室', '主办科室', '局责任科室'],
  owners: ['责任人', '责任人员', '负责人', '具体责任人', '具体负责人', '经办人', '承办人', '科室责任人', '科室负责人', '具体责任人员'],
  due: ['完成时限', '完成时间', '办理时限', '时限', '完成期限', '时间节点', '办结时限', '时限要求', '截止时间', '截止日期', '整改时限', '计划完成时间', '要求完成时间', '完成时间节点', '时间要求', '办理期限', '完成时间要求'],
  progress: ['落实情况', '进展情况', '工作进展', '落实进展', '目前进展', '当前进展', '完成情况', '推进情况', '办理情况', '进展', '进度', '工作进展情况', '工作落实情况', '工作完成情况', '目前进展情况', '落实进展情况', '任务进展', '任务进展情况', '任务落实情况', '贯彻落实情况', '落实进度', '工作进度', '工作推进情况', '完成进度'],
  remark: ['备注', '备注说明', '附注', '说明'],
  doneOn: ['办结日期', '办结时间', '完成日期', '实际完成时间', '实际完成日期', '实际办结时间', '实际办结日期', '销号时间', '销号日期'],
};

/** Titles of columns that are ours or worked out, and bring nothing: the ledger's judgements, what others wrote in a copy, a running number beside the 编号. */
const passedOver = new Set(['序号', '进度状态', '剩余天数', '填报状态', '核对结果', '时限净文', '落实净文', '上期净文', '灯色', '其他科室落实情况']);
// 上期落实情况, 其他科室落实情况 and 下一步工作任务 have a title in them and mean something else.
const otherMatter = /上期|上次|上月|上季|往期|前期|其他|其它|下一步|下步|下期|下阶段|存在|困难|问题|建议|是否|字数/;
const longestTitle = 30;

const exact = new Map<string, { readonly meaning: Meaning; readonly fit: Fit }>();
for (const [meaning, names] of Object.entries(titles)) {
  names.forEach((name, index) => exact.set(name, { meaning: meaning as Meaning, fit: index === 0 ? 3 : 2 }));
}
const long = [...exact].filter(([name]) => name.length >= 4);

/** What a column's title means, and how well it fits; nothing where it is none that is known (I3). */
export function meaningOf(title: string): { readonly meaning: Meaning; readonly fit: Fit } | undefined {
  if (title === '' || title.length > longestTitle * 2) return undefined;
  const whole = bareTitle(title);
  const bare = bareTitle(foldWidth(title).replace(/[(（【[][^)）】\]]*[)）】\]]/g, ''));
  const found = exact.get(whole) ?? exact.get(bare) ?? exact.get(bare.replace(/^(?:本期|本次|本月|本科室|本单位|我科|科室|目前|当前)/, ''));
  if (found !== undefined || bare.length > longestTitle || passedOver.has(bare) || otherMatter.test(bare)) return found;
  const within = new Set(long.filter(([name]) => bare.includes(name)).map(([, { meaning }]) => meaning));
  const [meaning, ...others] = within;
  return meaning === undefined || others.length > 0 ? undefined : { meaning, fit: 1 };
}

function bareTitle(title: string): string {
  return foldWidth(title).replace(/[\s\u200b\ufeff:;*.,、，。：]/g, '');
}

/** The head of a table. Rows and columns are 0-based. */
export interface TableHead {
  readonly row: number;
  readonly rows: 1 | 2;
  readonly columns: ReadonlyMap<Meaning, number>;
  /** Columns of unknown meaning with their titles, and second columns of a meaning; they are kept (I3). */
  readonly others: readonly { readonly column: number; readonly title: string }[];
  /** The fits of the known columns added up, by which one table is better than another. */
  readonly score: number;
}

const farthestHead = 200;
const widestHead = 200;
// Five official titles in one row: no other row will be better.
const beyondDoubt = 15;

/** The head of a table wherever it stands, or nothing where no row names at least two columns (I3). */
export function findHead(table: RawTable): TableHead | undefined {
  const rows = filledRows(table);
  let best: TableHead | undefined;
  for (let row = 0; row < rows.length && (best?.score ?? 0) < beyondDoubt; row += 1) {
    if (!(table.cells[row] ?? []).some((cell) => typeof cell === 'string' && cell.length <= longestTitle * 2 && meaningOf(cell) !== undefined)) continue;
    for (const each of [headAt(row, 1, rows, table), headAt(row, 2, rows, table)]) {
      if (each !== undefined && each.score > (best?.score ?? 0)) best = each;
    }
  }
  return best !== undefined && reachesDown(best, table.merges) ? (headAt(best.row, 2, rows, table) ?? best) : best;
}

// A title merged over two rows: what stands in the second of them is a title too.
function reachesDown(head: TableHead, merges: readonly RawMerge[]): boolean {
  const known = [...head.columns.values()];
  return head.rows === 1 && merges.some((merge) => merge.row === head.row && merge.rows === 2 && known.includes(merge.column));
}

/** Whether a row says the head's titles again, as on each page of a long table. */
export function repeatsHead(head: TableHead, row: readonly RawCell[]): boolean {
  const filled = [...head.columns].filter(([, column]) => titleText(row[column]) !== '');
  let others = 0;
  // Most rows are data, and a few of their cells show it.
  for (const [meaning, column] of filled) {
    if (meaningOf(titleText(row[column]))?.meaning !== meaning) others += 1;
    if (others * 2 >= filled.length) return false;
  }
  return filled.length >= 2;
}

// Titles as they are seen: what is merged stands in all of its cells.
function filledRows(table: RawTable): readonly (readonly string[])[] {
  const rows = table.cells.slice(0, farthestHead + 1).map((row) => row.slice(0, widestHead).map(titleText));
  for (const merge of table.merges) {
    if (merge.row >= rows.length) continue;
    const title = rows[merge.row]?.[merge.column] ?? '';
    if (title === '') continue;
    for (let row = merge.row; row < Math.min(rows.length, merge.row + merge.rows); row += 1) {
      const line = rows[row];
      for (let column = merge.column; line !== undefined && column < Math.min(widestHead, merge.column + merge.columns); column += 1) line[column] = title;
    }
  }
  return rows;
}

function headAt(row: number, rowCount: 1 | 2, rows: readonly (readonly string[])[], table: RawTable): TableHead | undefined {
  const upper = rows[row] ?? [];
  const lower = rows[row + 1] ?? [];
  if (rowCount === 2 && rows[row + 1] === undefined) return undefined;
  const best = new Map<Meaning, { readonly column: number; readonly fit: Fit }>();
  const shown: string[] = [];
  const width = rowCount === 2 ? Math.max(upper.length, lower.length) : upper.length;
  for (let column = 0; column < width; column += 1) {
    const [above, below] = [upper[column] ?? '', rowCount === 2 ? (lower[column] ?? '') : ''];
    shown.push(below === '' || below === above ? above : `${above}${below}`);
    // A title merged over other columns says nothing of one of them.
    const found = below === '' || below === above ? meaningOf(above) : (meaningOf(below) ?? exactly(above + below));
    if (found !== undefined && !(below === '' && isCovered(table.merges, row, column)) && (best.get(found.meaning)?.fit ?? 0) < found.fit) best.set(found.meaning, { column, fit: found.fit });
  }
  const sure = [...best.values()].filter(({ fit }) => fit > 1).length;
  if (best.size < 2 || sure < 1) return undefined;
  const columns = new Map([...best].map(([meaning, { column }]) => [meaning, column]));
  const known = new Set(columns.values());
  const others = shown.flatMap((title, column) => (title === '' || known.has(column) || passedOver.has(bareTitle(title)) || ((lower[column] ?? '') === '' && isCovered(table.merges, row, column)) ? [] : [{ column, title }]));
  return { row, rows: rowCount, columns, others, score: [...best.values()].reduce((sum, { fit }) => sum + fit, 0) };
}

function exactly(title: string): ReturnType<typeof meaningOf> {
  const found = meaningOf(title);
  return found !== undefined && found.fit > 1 ? found : undefined;
}

// The second and further columns of a title that is merged sideways over one row of titles.
function isCovered(merges: readonly RawMerge[], row: number, column: number): boolean {
  return merges.some((merge) => merge.rows === 1 && merge.columns > 1 && merge.row === row && column > merge.column && column < merge.column + merge.columns);
}

function titleText(cell: RawCell | undefined): string {
  return typeof cell === 'string' ? cell.trim() : '';
}
