// Columns of unknown meaning in the ledger's drawing, and read back from it (I3).
import { readLedger } from '../../src/sheets/ledgerReading';
import { drawLedger } from '../../src/sheets/ledgerSheet';
import { seedPlan } from './seedPlan';

test('[I3][L2] a column of unknown meaning is kept to the right of the ledger’s own, with each task’s text, and is read back as one of others', () => {
  const plan = { ...seedPlan(), otherColumns: [{ title: '考核分值', texts: new Map([['1.1', '5分'], ['6.1', '=10']]) }, { title: '联系电话', texts: new Map<string, string>() }] };
  const drawing = drawLedger(plan);
  const plain = drawLedger(seedPlan());
  expect(drawing.table?.at.columns).toBe((plain.table?.at.columns ?? 0) + 2);
  const head = drawing.blocks.find(({ row }) => row === 3)?.cells[0] ?? [];
  expect(head.slice(-2)).toEqual(['考核分值', '联系电话']);
  expect(head.slice(0, -2)).toEqual(plain.blocks.find(({ row }) => row === 3)?.cells[0]);
  const others = drawing.blocks[drawing.blocks.length - 1];
  expect([others?.row, others?.column, others?.cells.length]).toEqual([4, 20, 13]);
  expect([others?.cells[0], others?.cells[1], others?.cells[12]]).toEqual([['5分', null], [null, null], ['=10', null]]);
  // Text stays text.
  expect(drawing.formats).toContainEqual({ at: { row: 4, column: 20, rows: 13, columns: 2 }, format: '@' });
  const cells = Array.from({ length: 5 }, (_, row) => (row === 3 ? head.map(String) : Array.from({ length: 22 }, () => '')));
  expect(readLedger(cells, { row: 3, column: 0, rows: 2, columns: 22 }).otherColumns).toEqual(['考核分值', '联系电话']);
  // The rest of the sheet is as without them.
  expect({ ...drawing, blocks: 0, formats: 0, looks: 0, columns: 0, table: 0 }).toEqual({ ...plain, blocks: 0, formats: 0, looks: 0, columns: 0, table: 0 });
});
