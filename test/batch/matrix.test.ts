// batch build --from, with a matrix or a notice in every kind of file (I1): the same thirteen tasks, and what was guessed and what is wrong as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import seed from '../../seeds/plan-2021.json';
import { Terminal } from './terminal';

jest.setTimeout(240_000);

const fixtures = join(__dirname, '../files/fixtures/matrix');
const notice = join(__dirname, '../../seeds/notice-2021.txt');
const terminal = new Terminal();
afterAll(() => { terminal.close(); });

interface Printed {
  readonly plan: { readonly settings: { readonly year: number; readonly unit: string }; readonly roster: { readonly people: readonly unknown[] }; readonly tasks: readonly { readonly id: string; readonly text: string; readonly sections: readonly string[]; readonly owners: readonly string[]; readonly due: { readonly kind: string; readonly on?: string } }[] };
  readonly guesses: readonly { readonly message: string }[];
  readonly problems: readonly { readonly rule: string; readonly kind: string; readonly level: string; readonly message: string }[];
}

async function printed(...args: readonly string[]): Promise<{ readonly code: number; readonly report: Printed }> {
  const { code, said, complained } = await terminal.run('build', ...args, '--json');
  expect(complained).toEqual([]);
  return { code, report: JSON.parse(said.join('\n')) as Printed };
}

test.each(['python-docx.docx', 'libreoffice.docx', 'openpyxl.xlsx', 'libreoffice.xls', 'word-clipboard.html', 'excel-clipboard.html', 'wps-writer-clipboard.html'])('[I1][I2][I4] %s gives the thirteen tasks of 2021, with the notice for settings and people', async (name) => {
  const { code, report } = await printed('--from', join(fixtures, name), '--notice', notice);
  expect(report.plan.tasks.map(({ id, text, sections, owners }) => [id, text, sections, owners])).toEqual(seed.tasks.map(({ id, text, sections, owners }) => [id, text, sections, owners]));
  expect([report.plan.settings.year, report.plan.settings.unit, report.plan.roster.people.length]).toEqual([2021, '湛江市商务局', 27]);
  expect([code, report.problems]).toEqual([0, []]);
  for (const { message } of report.guesses) expect(message).toMatch(/[\u4e00-\u9fff]/);
});

test('[I2] plain text has lost what was merged: the tasks are there, and each empty cell is told, none filled from above', async () => {
  const { code, report } = await printed('--from', join(fixtures, 'excel-clipboard.txt'), '--notice', notice);
  expect(code).toBe(1);
  expect(report.plan.tasks.map(({ text }) => text)).toEqual(seed.tasks.map(({ text }) => text));
  expect(report.plan.tasks[2]?.sections).toEqual([]);
  expect(report.problems.filter(({ kind }) => kind === 'emptyCells').length).toBeGreaterThan(3);
});

test('[I1][I6] the text of the notice is a draft plan: its people, its calendar, and the body’s tasks with deadlines and sections', async () => {
  const { report } = await printed('--from', notice);
  expect(report.plan.tasks).toHaveLength(13);
  expect(report.plan.tasks.map(({ due }) => due.on)).toEqual(['2021-12-31', '2021-09-30', '2021-06-30', '2021-09-30', '2021-12-31', '2021-12-31', '2021-12-31', '2021-12-31', '2021-09-30', '2021-09-30', '2021-09-30', '2021-12-31', '2021-12-31']);
  expect(report.guesses.length).toBeGreaterThan(10);
});

test('[I5] built from a Word table, the ledger stands in its file, and how much was guessed is said', async () => {
  const out = terminal.path('台账.xlsx');
  const run = await terminal.run('build', '--from', join(fixtures, 'python-docx.docx'), '--notice', notice, '--out', out);
  expect([run.code, run.complained]).toEqual([0, []]);
  expect(run.said.join('\n')).toMatch(/任务 13 项.*名册 27 人/);
  expect(run.said.join('\n')).toMatch(/读取时有 \d+ 处是推断的/);
  expect(readFileSync(out).length).toBeGreaterThan(10_000);
  expect((await terminal.run('check', out, '--as-of', '2021-06-18')).code).toBe(0);
});

test('[I1][X3] a file without a matrix, a picture and a text that is no notice are refused with what to do, and nothing is written', async () => {
  const files = terminal.files();
  for (const from of [join(__dirname, '../../docs/pictures/first.png'), join(__dirname, '../../CONTRIBUTING.md'), __filename]) {
    const run = await terminal.run('build', '--from', from, '--out', terminal.path('新.xlsx'));
    expect([run.code, run.said]).toEqual([2, []]);
    expect(run.complained.join('')).toMatch(/请/);
  }
  expect(terminal.files()).toEqual(files);
});
