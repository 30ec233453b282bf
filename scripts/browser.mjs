// Finds a Chromium for the browser walks: the machine's own, or the one that npm brought. Knows how it must be started.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { at } from './project.mjs';

/** Quiet, without a sandbox (tests run as root in containers) and without calls home. */
const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

const onPath = (name) => (process.env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, name));

const candidates = () => {
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]);
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'].flatMap((name) => [
    `/usr/bin/${name}`,
    ...onPath(name),
  ]);
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR', 'EPERM'].includes(error.code)) return false;
    throw error;
  }
};

/**
 * Unpacks npm's Chromium into node_modules/.cache. The package unpacks to the temporary folder and its libraries only where it
 * believes itself in a cloud function, so both are told to it for the length of the call.
 */
const unpackBrowser = async () => {
  const home = at('node_modules', '.cache', 'chromium');
  const { version } = JSON.parse(readFileSync(at('node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(home, createHash('sha256').update(`${version} ${home}`).digest('hex').slice(0, 12));
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    const half = mkdtempSync(join(home, 'half-'));
    const before = { ...process.env };
    try {
      process.env.TMPDIR = half;
      process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    } finally {
      for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    const fonts = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map((path) => `  <dir>${path}</dir>\n`).join('');
    writeFileSync(join(half, 'fonts', 'fonts.conf'), `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${fonts}  <cachedir>${join(folder, 'fonts-cache')}</cachedir>\n</fontconfig>\n`);
    // Whole or not at all: a run that is broken off leaves no half of a browser behind.
    if (existsSync(folder)) rmSync(half, { recursive: true, force: true });
    else renameSync(half, folder);
  }
  return {
    name: '@sparticuz/chromium',
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
};

/**
 * The browser for the walks: CHROMIUM_PATH if it is set (the word 'npm' asks for npm's own), else the machine's, else npm's on Linux x64.
 * Throws with what to do where there is none.
 */
export const findBrowser = async () => {
  const told = process.env.CHROMIUM_PATH;
  if (told && told !== 'npm') {
    if (!isExecutable(told)) throw new Error(`CHROMIUM_PATH 指向的浏览器无法运行：${told} / CHROMIUM_PATH names a browser that cannot be run: ${told}`);
    return { name: told, executablePath: told, args: flags, env: { ...process.env } };
  }
  const found = told === 'npm' ? undefined : candidates().find(isExecutable);
  if (found) return { name: found, executablePath: found, args: flags, env: { ...process.env } };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error('没有找到 Chromium、Chrome 或 Edge。请安装其中之一，或用 CHROMIUM_PATH 指明位置。 / No Chromium, Chrome or Edge was found. Install one, or name it in CHROMIUM_PATH.');
};
