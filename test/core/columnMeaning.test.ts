// Heads of other people's tables: known by meaning wherever they stand (I3).
import type { Meaning } from '../../src/core/columnMeaning';
import { findHead, meaningOf, repeatsHead } from '../../src/core/columnMeaning';
import type { RawCell, RawMerge, RawTable } from '../../src/core/rawTable';

const table = (cells: readonly (readonly RawCell[])[], merges: readonly RawMerge[] = []): RawTable => ({ name: 'Sheet1', visibility: 'visible', cells, merges });

test.each<[string, Meaning | undefined]>([
  ['工作任务', 'text'], ['责任单位', 'sections'], ['责任部门', 'sections'], ['完成时间', 'due'], ['办理时限', 'due'], ['进展情况', 'progress'], ['工作进展', 'progress'],
  ['落实进展', 'progress'], ['目前进展', 'progress'], ['办结时间', 'doneOn'], ['序号', 'id'], ['标识', 'key'], ['备  注', 'remark'], ['责 任 人', 'owners'], ['工作\n任务', 'text'],
  ['落实情况（截至6月20日）', 'progress'], ['落实情况(400字以内)', 'progress'], ['*完成时限：', 'due'], ['本期落实情况', 'progress'], ['主要工作任务及举措', 'text'],
  ['２０２１年落实情况', 'progress'], ['分管局领导', 'leaders'], ['市牵头单位', 'leadUnit'],
  ['上期落实情况', undefined], ['其他科室落实情况', undefined], ['下一步工作任务', undefined], ['存在问题', undefined], ['落实情况及存在问题', undefined], ['进度状态', undefined], ['', undefined],
  ['工作任务和落实情况', undefined], ['联系电话', undefined], ['已完成一批进口单证的清理，落实情况良好，工作任务有序推进，完成时限不变', undefined],
])('[I3] %j means %s', (title, meaning) => {
  expect(meaningOf(title)?.meaning).toBe(meaning);
});

test('[I3] columns stand in any order under title rows, unknown ones keep their titles', () => {
  const head = findHead(table([
    ['附件3'], ['湛江市商务局工作任务台账'], [],
    ['责任部门', '存在问题', '工作内容', '完成时间', '进展情况', '联系电话'],
    ['外贸科', '无', '推进便利化', '2021年9月', '已开展', ''],
  ]));
  expect(head).toMatchObject({ row: 3, rows: 1, others: [{ column: 1, title: '存在问题' }, { column: 5, title: '联系电话' }] });
  expect([...(head?.columns ?? [])]).toEqual([['sections', 0], ['text', 2], ['due', 3], ['progress', 4]]);
});

test('[I3] a head of two rows: titles merged downwards, and titles parted under a common one', () => {
  const head = findHead(table(
    [
      ['任务表'],
      ['序号', '工作任务', '责任分工', '', '', '完成', '落实情况'],
      ['', '', '分管领导', '责任科室', '责任人', '时限', ''],
      ['1', '推进便利化', '张三', '外贸科', '李四', '2021年9月', ''],
    ],
    [{ row: 0, column: 0, rows: 1, columns: 7 }, { row: 1, column: 0, rows: 2, columns: 1 }, { row: 1, column: 1, rows: 2, columns: 1 }, { row: 1, column: 2, rows: 1, columns: 3 }, { row: 1, column: 6, rows: 2, columns: 1 }],
  ));
  expect(head).toMatchObject({ row: 1, rows: 2, others: [] });
  expect([...(head?.columns ?? [])]).toEqual([['id', 0], ['text', 1], ['leaders', 2], ['sections', 3], ['owners', 4], ['due', 5], ['progress', 6]]);
});

test('[I3] a second row of titles is no data though it adds no known column', () => {
  const head = findHead(table(
    [['工作任务', '落实情况', '联系方式', ''], ['', '', '姓名', '电话'], ['推进便利化', '', '', '']],
    [{ row: 0, column: 0, rows: 2, columns: 1 }, { row: 0, column: 1, rows: 2, columns: 1 }, { row: 0, column: 2, rows: 1, columns: 2 }],
  ));
  expect(head).toMatchObject({ row: 0, rows: 2, others: [{ column: 2, title: '联系方式姓名' }, { column: 3, title: '联系方式电话' }] });
});

test('[I3] of several columns of one meaning the best is taken, the others are kept', () => {
  const head = findHead(table([['工作任务', '目前进展', '落实情况', '工作进展'], ['甲', '乙', '丙', '丁']]));
  expect(head?.columns.get('progress')).toBe(2);
  expect(head?.others).toEqual([{ column: 1, title: '目前进展' }, { column: 3, title: '工作进展' }]);
});

test('[I3] columns that the ledger works out, others’ words in a copy and a running number beside the 编号 are no columns of unknown meaning', () => {
  const head = findHead(table([['序号', '编号', '工作任务', '其他科室落实情况', '落实情况', '进度状态', '剩余天数', '填报状态', '核对结果', '经费'], ['1', '2.1', '甲', '', '', '', '', '', '', '']]));
  expect(head?.others).toEqual([{ column: 9, title: '经费' }]);
  expect(head?.columns.get('id')).toBe(1);
});

test('[I3] a table without a head has none: one known word among data is no head', () => {
  expect(findHead(table([['说明', '请各科室按时填报'], ['一', '二']]))).toBeUndefined();
  expect(findHead(table([['2021年工作任务落实情况表'], ['甲', '乙']], [{ row: 0, column: 0, rows: 1, columns: 5 }]))).toBeUndefined();
  expect(findHead(table([]))).toBeUndefined();
});

test('[I3] the head said again further down is known, a row of data is not', () => {
  const cells: RawCell[][] = [['编号', '工作任务', '责任科室', '落实情况'], ['1.1', '甲', '外贸科', '乙'], ['编号', '工作任务', '责任科室', '落实 情况']];
  const head = findHead(table(cells));
  if (head === undefined) throw new Error('no head');
  expect(cells.map((row) => repeatsHead(head, row))).toEqual([true, false, true]);
});

test('[I3] a head far down is found, and one with all titles is not sought beyond', () => {
  const notes = Array.from({ length: 150 }, (_, at) => [`第${String(at)}条说明`]);
  expect(findHead(table([...notes, ['工作任务', '落实情况', '备注'], ['甲', '', '']]))?.row).toBe(150);
});
