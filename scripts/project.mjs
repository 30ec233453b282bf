// Where the project is and how one of its tools is run. Plain Node: works before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A path inside the project. */
export const at = (...parts) => join(root, ...parts);

/** Tools that were installed are run by this Node itself: no shell, no .cmd files, the same on Windows. */
const entryOf = (name) => {
  const [packageName, binary] = name.split(':');
  const home = at('node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const entry = typeof bin === 'string' ? bin : bin[binary ?? packageName];
  if (!entry) throw new Error(`${packageName} has no binary ${binary ?? packageName}`);
  return join(home, entry);
};

/** Runs a command to its end and gives its exit code. A signal counts as 1. */
export const spawnToEnd = (command, args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 1));
  });

/** Runs an installed tool ('jest', 'typescript:tsc') to its end and gives its exit code. */
export const runTool = (name, args, options = {}) =>
  spawnToEnd(process.execPath, [...(options.nodeArgs ?? []), entryOf(name), ...args], options);

/** True when the file with this import.meta.url was started by itself, not imported. */
export const isStarted = (url) => process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);
