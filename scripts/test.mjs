// Everything that has to hold: installs what is missing, then types, lint, tests, the build, and walks in a browser. Ends with one line of figures.
// `npm test -- unit` runs one step; `npm test -- unit test/core` hands the rest on to it.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at, runTool } from './project.mjs';
import { ready } from './ready.mjs';
import { lint } from './lint.mjs';
import { build } from './build.mjs';

const figures = { passed: 0, failed: 0 };

/** Runs jest and adds up what it counted. A test file that could not even run is one failure; a skipped test is one too. */
const jest = async (name, config, args) => {
  const report = at('node_modules', '.cache', 'task-ledger', `${name}.json`);
  mkdirSync(at('node_modules', '.cache', 'task-ledger'), { recursive: true });
  rmSync(report, { force: true });
  const code = await runTool('jest', ['--config', config, '--json', '--outputFile', report, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(report)) {
    figures.failed += 1;
    return code || 1;
  }
  const counted = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = counted.numPendingTests + counted.numTodoTests;
  figures.passed += counted.numPassedTests;
  figures.failed += counted.numFailedTests + counted.numRuntimeErrorTestSuites + (args.length === 0 ? skipped : 0);
  return code || (args.length === 0 && skipped > 0 ? 1 : 0);
};

/** A step without counted tests is one failure when it fails. */
const counted = async (work) => {
  const code = await work();
  if (code !== 0) figures.failed += 1;
  return code;
};

const buildAll = async () => {
  try {
    await build();
    return 0;
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  }
};

const steps = {
  types: () => counted(() => runTool('typescript:tsc', ['--noEmit', '-p', at('tsconfig.json')])),
  lint: (args) => counted(() => lint(args)),
  unit: (args) => jest('unit', at('jest.config.js'), args),
  build: () => counted(buildAll),
  e2e: (args) => jest('e2e', at('test', 'e2e', 'jest.config.js'), args),
};

const [only, ...rest] = process.argv.slice(2);
if (only !== undefined && !(only in steps)) {
  process.stderr.write(`没有“${only}”这一步，可选：${Object.keys(steps).join('、')}。 / No step "${only}"; there are: ${Object.keys(steps).join(', ')}.\n`);
  process.exit(2);
}

await ready();
process.env.NODE_ENV = 'test';
let code = 0;
for (const name of only === 'e2e' ? ['build', 'e2e'] : only ? [only] : Object.keys(steps)) {
  process.stdout.write(`\n== ${name}\n`);
  const started = Date.now();
  code = await steps[name](name === only ? rest : []);
  process.stdout.write(`-- ${name}: ${code === 0 ? 'ok' : `failed (${code})`}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  if (code !== 0) break;
}
process.exitCode = code === 0 && figures.failed === 0 ? 0 : 1;
process.stdout.write(`\n${figures.passed} passed, ${figures.failed} failed\n`);
