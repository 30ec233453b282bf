// Following changes gives what computing everything anew gives.
import fc from 'fast-check';
import { createCalc } from '../../../src/workbench/calc';
import type { Area } from '../../../src/workbench/book/model';
import { asBook, put, SmallBook, type Content } from './smallBook';

const ROWS = 8;
const formulas = fc.constantFrom(
  '=A1+1', '=B2', '=C3*2', '=SUM(A1:A5)', '=SUM(B:B)', '=COUNTIF(A1:C4,">3")', '=IFERROR(D1/A2,"错")', '=IF(A1>2,B1,C1)', '=INDEX(A1:D4,2,3)', '=OFFSET(A1,1,1)', '=INDIRECT("C"&2)',
  '=名称+A3', '=SUM(表[值])', '=SUM(C1:INDEX(C1:C8,3))', '=VLOOKUP(A1,A1:C6,2,FALSE)', '=TODAY()+A1', '=D4', '=D1', '=IF(FALSE,D2,1)', '=二!A1', '=SUM(二!A:A)', '=MAX(1:1)', '=ROW(A1)', '=[@值]',
);
const contents: fc.Arbitrary<Content> = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 4, arbitrary: formulas }, fc.constantFrom(null, '文字', true));
const edit = fc.oneof(
  fc.record({ kind: fc.constant('cell' as const), sheet: fc.constantFrom('一', '二'), row: fc.integer({ min: 0, max: ROWS - 1 }), column: fc.integer({ min: 0, max: 3 }), content: contents }),
  fc.record({ kind: fc.constant('block' as const), sheet: fc.constant('一'), row: fc.integer({ min: 0, max: ROWS - 1 }), column: fc.integer({ min: 0, max: 3 }), content: contents }),
  fc.record({ kind: fc.constant('table' as const), bottom: fc.integer({ min: 12, max: 18 }) }),
  fc.record({ kind: fc.constant('name' as const), formula: fc.constantFrom('=一!$A$1', '=SUM(一!$B$1:$B$4)', '=7', '=表') }),
  fc.record({ kind: fc.constant('day' as const), by: fc.integer({ min: 1, max: 3 }) }),
);

/** Everything that formulas show, by sheet and place. Spills are NotSupported, so whole tables stand inside SUM or nothing. */
function shown(book: SmallBook): Record<string, unknown> {
  return Object.fromEntries(book.sheets.flatMap((sheet) => [...sheet.cells].flatMap(([row, cells]) => [...cells].map(([column, cell]) => [`${sheet.name}!${row},${column}`, cell.value] as const))));
}

function newBook(): SmallBook {
  const book = new SmallBook({ 一: { F11: 1 }, 二: { A1: 3, A2: '=一!A1' } }).table('一', '表', 'F11:G15', ['值', '倍']).name('名称', '=一!$A$2');
  for (let row = 11; row < 18; row++) {
    put(book.sheet('一'), row, 5, row);
    put(book.sheet('一'), row, 6, '=[@值]*2+名称');
  }
  return book;
}

test('[W] after any edits the results are those of a book computed anew', () => {
  fc.assert(fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }), (rounds) => {
    let day = 44_469;
    const clock = { today: () => day };
    const calc = createCalc(clock);
    const book = newBook().load(calc);
    for (const round of rounds) {
      const areas: { sheetId: string; area: Area }[] = [];
      for (const each of round) {
        if (each.kind === 'day') day += each.by;
        else if (each.kind === 'name') book.names[0]!.formula = each.formula === '=表' ? '=SUM(表[倍])' : each.formula;
        else if (each.kind === 'table') {
          const table = book.sheet('一').tables[0]!;
          table.area = { ...table.area, bottom: each.bottom };
        } else {
          const sheet = book.sheet(each.sheet);
          const last = each.kind === 'block' ? Math.min(each.row + 2, ROWS - 1) : each.row;
          for (let row = each.row; row <= last; row++) put(sheet, row, each.column, each.content);
          areas.push({ sheetId: sheet.id, area: { top: each.row, bottom: last, left: each.column, right: each.column } });
        }
      }
      book.take(calc.changed(asBook(book), areas));
    }
    const followed = shown(book);
    book.load(createCalc(clock));
    expect(followed).toEqual(shown(book));
  }), {
    numRuns: 150,
    // Once computed without end: circles through OFFSET.
    examples: [[[
      [{ kind: 'table', bottom: 15 }],
      [
        { kind: 'cell', sheet: '二', row: 7, column: 1, content: 4 },
        { kind: 'block', sheet: '一', row: 0, column: 1, content: '=名称+A3' },
        { kind: 'block', sheet: '一', row: 1, column: 0, content: '=OFFSET(A1,1,1)' },
      ],
      [{ kind: 'day', by: 3 }, { kind: 'name', formula: '=7' }],
    ]]],
  });
});

test('[W] a large change is followed as a small one is', () => {
  const calc = createCalc({ today: () => 44_469 });
  const book = new SmallBook({ 一: { D1: '=SUM(A1:A900)', D2: '=A700', D3: '=COUNTIF(A:A,5)', D4: '=D1+1' } });
  for (let row = 0; row < 900; row++) put(book.sheet('一'), row, 0, 1);
  book.load(calc);
  for (let row = 0; row < 900; row++) put(book.sheet('一'), row, 0, 5);
  book.take(calc.changed(asBook(book), [{ sheetId: book.sheet('一').id, area: { top: 0, bottom: 899, left: 0, right: 0 } }]));
  expect(['D1', 'D2', 'D3', 'D4'].map((at) => book.value('一', at))).toEqual([4500, 5, 900, 4501]);
});

test('[W] one changed row among 3,000 computes that row alone', () => {
  const calc = createCalc({ today: () => 44_469 });
  const book = new SmallBook({ 一: {} }).table('一', '表', 'A1:C3001', ['限', '差', '灯']);
  for (let row = 1; row <= 3000; row++) {
    put(book.sheet('一'), row, 0, 44_000 + row);
    put(book.sheet('一'), row, 1, '=[@限]-TODAY()');
    put(book.sheet('一'), row, 2, '=IF([@差]<0,"红","绿")');
  }
  book.load(calc);
  expect(calc.changed(asBook(book), [book.set('一', 'A9', 50_000)]).map(({ row, column }) => [row, column])).toEqual([[8, 1], [8, 2]]);
});
