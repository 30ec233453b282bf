// A section's return after other programs and other hands had it (R2, R3, I2, I3): by which way each row is matched, and what reaches the ledger. fixtures/returns/README.md says how the files came about.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsolidateOptions, Consolidation } from '../../src/core/consolidation';
import { readReturn, ReturnsScene } from '../excel/returnsScene';

jest.setTimeout(240_000);

const folder = join(__dirname, 'fixtures', 'returns');
let scene: ReturnsScene;
beforeAll(async () => {
  scene = await ReturnsScene.open();
  await scene.distribute();
});
afterAll(() => { scene.close(); });

const tested = new Set<string>();
async function take(name: string, options: ConsolidateOptions = {}, as = name): Promise<Consolidation> {
  tested.add(name);
  return (await scene.plan([{ name: as, bytes: new Uint8Array(readFileSync(join(folder, name))) }], options)).consolidation;
}
const editsOf = ({ edits }: Consolidation): readonly (readonly string[])[] => edits.map(({ id, column, old, new: text }) => [id, column, old, text]);

/** What the section answered, as it must stand in the ledger. */
const answers: readonly (readonly string[])[] = [
  ['2.1', 'progress', '', '=并联改革推进（虚拟示例）'], ['2.1', 'remark', '', '+86 759'], ['2.2', 'doneOn', '', '2021-06-10'], ['2.2', 'progress', '', '收费清单已公示（虚拟示例）\n下一步公开征求意见'],
  ['2.3', 'progress', '', '压缩至2.4小时（虚拟示例）'], ['2.3', 'remark', '', '需要协调解决'], ['6.1', 'progress', '', '【港口科】新增航线1条（虚拟示例）'],
];
const inOrder = ['2.1', '2.2', '2.3', '6.1'];

test.each<[string, string, string, readonly string[]]>([
  ['libreoffice.xlsx', 'key', 'key', inOrder], ['libreoffice.xls', 'key', 'key', inOrder], ['libreoffice-from-ods.xlsx', 'key', 'key', inOrder], ['libreoffice-sorted.xlsx', 'key', 'key', ['6.1', '2.3', '2.2', '2.1']],
  ['libreoffice-utf8.csv', 'key', 'key', inOrder], ['libreoffice-gb18030.csv', 'line', 'id', inOrder], ['openpyxl-moved.xlsx', 'key', 'key', inOrder], ['openpyxl-without-key.xlsx', 'hiddenSheet', 'id', inOrder],
  ['openpyxl-renamed.xlsx', 'key', 'key', inOrder], ['openpyxl-title-rows.xlsx', 'key', 'key', inOrder],
])('[R2][R3][R8] %s: known by %s, its rows by %s, and all that was filled in is merged', async (name, knownBy, by, ids) => {
  const result = await take(name);
  const [file] = result.files;
  expect(file).toMatchObject({ section: '港口口岸科', knownBy, matched: 4, conflicts: [], outside: [], guesses: [], unmatched: [], setApart: [] });
  expect(file?.rows.map((row) => [row.id, row.by])).toEqual(ids.map((id) => [id, by]));
  expect(editsOf(result)).toEqual(answers);
  expect(result.cells).toMatchObject({ returned: 7, merged: 7 });
});

test.each(['libreoffice.xlsx', 'libreoffice.xls', 'libreoffice-from-ods.xlsx'])('[R2] %s still has all three marks: the key, the hidden sheet and the property say the same', async (name) => {
  const sheet = await readReturn({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  const identity = { plan: '湛江市商务局2021', period: '2021-06', section: '港口科', sentOn: '2021-06-01' };
  expect(sheet.claims.filter(({ by }) => by === 'hiddenSheet' || by === 'property')).toEqual([{ ...identity, by: 'hiddenSheet' }, { ...identity, by: 'property' }]);
  expect(sheet.rows.map(({ key }) => (typeof key === 'object' ? key.id : key))).toEqual(inOrder);
  expect(sheet.base?.size).toBe(4);
});

test('[R3][I5] sorted without the hidden column, every row is a guess by its text, and once confirmed all of it is merged', async () => {
  const guessed = await take('libreoffice-sorted-visible.xlsx');
  const guesses = guessed.files[0]?.guesses ?? [];
  expect(guesses.map(({ kind, id }) => [kind, id])).toEqual([['keyElsewhere', '6.1'], ['keyElsewhere', '2.3'], ['keyElsewhere', '2.2'], ['keyElsewhere', '2.1']]);
  expect([guessed.edits, guessed.cells]).toEqual([[], expect.objectContaining({ returned: 7, guesses: 7, merged: 0 })]);
  const confirmed = await take('libreoffice-sorted-visible.xlsx', { confirmed: new Set(guesses.map(({ key }) => key)) });
  expect(editsOf(confirmed)).toEqual(answers);
});

test('[I2][R3][I5] merged again by hand: what is merged outside is read for each row, and one text over two tasks waits for a person', async () => {
  const result = await take('openpyxl-merged.xlsx');
  const [file] = result.files;
  expect(file?.rows.map(({ id, by }) => [id, by])).toEqual(inOrder.map((id) => [id, 'key']));
  expect(file?.outside).toEqual([]);
  const shared = '收费清单已公示（虚拟示例）\n下一步公开征求意见';
  expect(file?.guesses.map(({ kind, id, texts }) => [kind, id, texts])).toEqual([['shared', '2.2', [{ column: 'progress', text: shared }]], ['shared', '2.3', [{ column: 'progress', text: shared }]]]);
  expect(editsOf(result)).toEqual(answers.filter(([id, column]) => column !== 'progress' || (id !== '2.2' && id !== '2.3')));
  const confirmed = await take('openpyxl-merged.xlsx', { confirmed: new Set((file?.guesses ?? []).map(({ key }) => key)) });
  expect(editsOf(confirmed)).toEqual(answers.map(([id, column, old, text]) => [id, column, old, id === '2.3' && column === 'progress' ? shared : text]));
});

test('[R3][R8] rows that were put in are listed as unmatched with all that stands in them, the form line is none, and the tasks are merged', async () => {
  const result = await take('openpyxl-extra-rows.xlsx');
  expect(editsOf(result)).toEqual(answers);
  expect(result.files[0]?.unmatched.map(({ kind, texts }) => [kind, texts.map(({ text }) => text)])).toEqual([['noTask', ['合计', '共四项']], ['noTask', ['配合做好口岸疫情防控工作', '已落实（虚拟示例）']]]);
  expect(result.cells).toMatchObject({ returned: 11, merged: 7, unmatched: 4 });
});

test('[D7][D5] dates retyped as text are days, one without a year is of the plan\'s year, and that is said', async () => {
  const result = await take('openpyxl-dates-as-text.xlsx');
  expect(editsOf(result).filter(([, column]) => column === 'doneOn')).toEqual([['2.1', 'doneOn', '', '2021-06-15'], ['2.2', 'doneOn', '', '2021-06-10'], ['2.3', 'doneOn', '', '2021-06-16']]);
  expect(result.edits.flatMap(({ id, parts }) => parts.filter(({ assumedYear }) => assumedYear === true).map(() => id))).toEqual(['2.3']);
  expect(editsOf(result).filter(([id, column]) => column !== 'doneOn' || id === '2.2')).toEqual(answers);
});

describe('[R3][I3] python-docx.docx, retyped in Word: its rows are known by their text', () => {
  test('[R2][R3] whose it is by the name of the file', async () => {
    const result = await take('python-docx.docx', {}, '港口科6月报送.docx');
    expect(result.files[0]).toMatchObject({ section: '港口口岸科', knownBy: 'fileName', matched: 4, guesses: [], unmatched: [] });
    expect(result.files[0]?.rows.map(({ id, by }) => [id, by])).toEqual(inOrder.map((id) => [id, 'text']));
    expect(editsOf(result)).toEqual(answers);
  });

  test('[R2][R3] or by what a person says', async () => {
    const { digest } = await readReturn({ name: 'python-docx.docx', bytes: new Uint8Array(readFileSync(join(folder, 'python-docx.docx'))) });
    const result = await take('python-docx.docx', { sections: new Map([[digest, '港口科']]) });
    expect(result.files[0]).toMatchObject({ knownBy: 'given', matched: 4 });
    expect(editsOf(result)).toEqual(answers);
  });
});

test('[R5] what came back in eleven forms is one and the same return: all of them together are merged once', async () => {
  const same = ['libreoffice.xlsx', 'libreoffice.xls', 'libreoffice-from-ods.xlsx', 'libreoffice-sorted.xlsx', 'openpyxl-moved.xlsx', 'openpyxl-renamed.xlsx', 'openpyxl-title-rows.xlsx', 'openpyxl-without-key.xlsx', 'libreoffice-utf8.csv', 'libreoffice-gb18030.csv', 'openpyxl-extra-rows.xlsx'];
  const files = same.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  for (const order of [files, [...files].reverse()]) {
    const { consolidation } = await scene.plan(order);
    expect(editsOf(consolidation)).toEqual(answers);
    expect(consolidation.cells).toMatchObject({ conflicts: 0, refused: 0, outside: 0, guesses: 0 });
  }
});

test('[H] every file of the folder is tested', () => {
  expect(readdirSync(folder).filter((name) => name !== 'README.md').sort()).toEqual([...tested].sort());
});
