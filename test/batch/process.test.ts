// The commands as whole processes, as a person starts them: exit code, and what goes to which stream.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { reportFaults } from './checkReport';
import { Terminal } from './terminal';

jest.setTimeout(120_000);

const script = join(__dirname, '../../scripts/batch.mjs');
const terminal = new Terminal();
afterAll(() => { terminal.close(); });

test('[X3] build and check keep to their streams and exit codes, with names relative to where the person stands', () => {
  const run = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [script, ...args], { cwd: terminal.folder, encoding: 'utf8' });
  const plan = terminal.plan(({ tasks: [task] }) => { if (task !== undefined) task['due'] = '2021年13月'; });
  expect(plan).toContain(terminal.folder);
  expect(run('build', '--out', '台账.xlsx', '--from', '方案.json')).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('没有13月') as string });
  expect(terminal.files()).toEqual(['台账.xlsx', '方案.json']);

  const checked = run('check', '台账.xlsx', '--as-of', '2021-06-18', '--json');
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(reportFaults(JSON.parse(checked.stdout))).toEqual([]);

  const refused = run('build', '--out', '台账.xlsx');
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^“台账\.xlsx”已经存在[^\n]*\n$/);
});
