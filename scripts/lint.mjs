// Runs ESLint over everything, or over the paths given. Warnings count as faults.
import { isStarted, runTool } from './project.mjs';
import { ready } from './ready.mjs';

/** Lints the paths, or the whole project. Gives the exit code. */
export const lint = (args = []) =>
  runTool('eslint', ['--max-warnings=0', '--no-warn-ignored', ...(args.some((arg) => !arg.startsWith('-')) ? args : ['.', ...args])]);

if (isStarted(import.meta.url)) {
  await ready();
  process.exitCode = await lint(process.argv.slice(2));
}
