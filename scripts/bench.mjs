// Runs what stands in bench/, one after another, so that nothing measured shares the machine with anything else measured.
import { existsSync, readdirSync } from 'node:fs';
import { at, runTool } from './project.mjs';
import { ready } from './ready.mjs';

await ready();
const wanted = process.argv.slice(2);
const files = (existsSync(at('bench')) ? readdirSync(at('bench')) : [])
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (files.length === 0) {
  process.stderr.write(`bench/ 中没有要运行的测量。 / Nothing to run in bench/${wanted.length ? ` for ${wanted.join(', ')}` : ''}.\n`);
  process.exitCode = 2;
}
for (const name of files) {
  process.stdout.write(`\n== ${name}\n`);
  const code = await runTool('tsx', ['--tsconfig', at('tsconfig.json'), at('bench', name)]);
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}
