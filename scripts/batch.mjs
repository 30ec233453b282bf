// The same actions from a terminal: hands everything on to src/batch and its exit code back. Nothing else goes to stdout.
import { at, isStarted, root, runTool } from './project.mjs';
import { ready } from './ready.mjs';

/** npm goes to the project's folder before it runs a script; relative paths mean what the person typed where they stood. */
const whereThePersonStands = () => (process.cwd() === root && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd());

/** Runs src/batch with these arguments and gives its exit code. */
export const batch = (args, options = {}) =>
  runTool('tsx', ['--tsconfig', at('tsconfig.json'), at('src', 'batch', 'index.ts'), ...args], { cwd: whereThePersonStands(), ...options });

if (isStarted(import.meta.url)) {
  await ready();
  process.exitCode = await batch(process.argv.slice(2));
}
