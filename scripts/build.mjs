// Builds the add-in into dist/, ready to be copied to any https server, and the pretend Excel into .cache/workbench. Skips what is unchanged.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { at, isStarted, root } from './project.mjs';
import { ready } from './ready.mjs';
import { homeAddress } from './serve.mjs';

const require = createRequire(import.meta.url);

export const dist = at('dist');
export const workbenchFolder = at('.cache', 'workbench');
const stampFile = at('node_modules', '.cache', 'task-ledger', 'built.json');

/**
 * The files of Office.js that Excel on Windows, macOS and the web ask for, unmodified as their licence wants.
 * Without o15apptofilemappingtable.js Office.onReady never answers in a plain browser.
 */
const officeFiles = [
  'office.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'o15apptofilemappingtable.js',
  'zh-cn/office_strings.js', 'en-us/office_strings.js', 'telemetry/oteljs_agave.js', 'ariatelemetry/aria-web-telemetry.js',
];

const filesUnder = (path) => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)));
};

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(at(path)))) {
    hash.update(`${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

const rooms = ['core', 'sheets', 'excel', 'files', 'actions', 'words', 'pane', 'commands', 'clock'].map((room) => `src/${room}`);
const always = ['webpack.config.js', 'package-lock.json', 'scripts/build.mjs', 'tsconfig.json'];
const sourcesOf = {
  addin: [...always, ...rooms, 'seeds', 'assets'],
  workbench: [...always, 'src/workbench', 'assets'],
};
const proofOf = { addin: join(dist, 'taskpane.html'), workbench: join(workbenchFolder, 'workbench.html') };

const readStamp = () => (existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {});
const writeStamp = (stamp) => {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify(stamp, null, 2)}\n`);
};

const bundle = (name) =>
  new Promise((done, fail) => {
    const webpack = require('webpack');
    const compiler = webpack(require(at('webpack.config.js')).find((config) => config.name === name));
    compiler.run((fault, stats) => {
      compiler.close((closeFault) => {
        if (fault ?? closeFault) return fail(fault ?? closeFault);
        if (stats.hasErrors() || stats.hasWarnings()) process.stderr.write(`${stats.toString({ preset: 'errors-warnings', colors: process.stderr.isTTY })}\n`);
        return stats.hasErrors() ? fail(new Error(`webpack could not build ${name}`)) : done();
      });
    });
  });

const copyOffice = () => {
  const from = at('node_modules', '@microsoft', 'office-js');
  for (const file of officeFiles) {
    mkdirSync(dirname(join(dist, 'office', file)), { recursive: true });
    cpSync(join(from, 'dist', file), join(dist, 'office', file));
  }
  cpSync(join(from, 'LICENSE.md'), join(dist, 'office', 'LICENSE.md'));
};

const copyIcons = (to) => {
  for (const name of existsSync(at('assets')) ? readdirSync(at('assets')).filter((file) => file.endsWith('.png')) : []) {
    mkdirSync(join(to, 'assets'), { recursive: true });
    cpSync(at('assets', name), join(to, 'assets', name));
  }
};

/** The manifest with the address from which the add-in is served in place of the one for this machine. */
export const manifestFor = (manifest, address) => manifest.replaceAll(homeAddress, address);

/** An address to serve from: https, no query, and no slash at its end. Throws with the reason. */
export const checkAddress = (text) => {
  const refuse = (reason) => {
    throw new Error(`地址 ${text} 不能用：${reason}。例：--address=https://oa.example.gov.cn/ledger`);
  };
  if (!URL.canParse(text)) refuse('不是完整的网址');
  const url = new URL(text);
  if (url.protocol !== 'https:') refuse('Office 加载项只接受 https');
  if (url.search || url.hash || url.username) refuse('不能带参数、锚点或账号');
  if (/["'<>&]/.test(url.href)) refuse('含有不能写入清单的字符');
  return url.href.replace(/\/+$/, '');
};

const parts = {
  addin: async () => {
    await bundle('addin');
    copyOffice();
    copyIcons(dist);
  },
  workbench: () => bundle('workbench'),
};

/**
 * Builds the named parts where their sources have changed, and says so. Without an address the manifest in dist/ keeps the one that it had.
 */
export const build = async ({ address = undefined, wanted = ['addin', 'workbench'], fresh = false, say = (line) => process.stdout.write(`${line}\n`) } = {}) => {
  let stamp = readStamp();
  for (const name of wanted) {
    const hash = hashOf(sourcesOf[name]);
    if (!fresh && stamp[name] === hash && existsSync(proofOf[name])) continue;
    const started = Date.now();
    // The stamp goes first: a build that breaks off must not pass for a finished one.
    stamp = { ...stamp, [name]: undefined };
    writeStamp(stamp);
    rmSync(dirname(proofOf[name]), { recursive: true, force: true });
    await parts[name]();
    stamp = { ...stamp, [name]: hash };
    writeStamp(stamp);
    say(`${name === 'addin' ? '加载项 / add-in' : '模拟 Excel / pretend Excel'}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  const put = address ?? stamp.address ?? homeAddress;
  if (wanted.includes('addin')) writeFileSync(join(dist, 'manifest.xml'), manifestFor(readFileSync(at('manifest.xml'), 'utf8'), put));
  if (wanted.includes('workbench')) {
    cpSync(at('manifest.xml'), join(workbenchFolder, 'manifest.xml'));
  }
  writeStamp({ ...stamp, address: put });
  return { address: put };
};

if (isStarted(import.meta.url)) {
  await ready();
  const told = process.argv.slice(2).find((arg) => arg.startsWith('--address='))?.slice('--address='.length) ?? process.env.ADDRESS;
  try {
    const { address } = await build({ address: told ? checkAddress(told) : homeAddress, wanted: ['addin'], fresh: process.argv.includes('--fresh') });
    process.stdout.write(`dist/ 已就绪，清单中的地址为 ${address}。 / dist/ is ready; its manifest names ${address}.\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
