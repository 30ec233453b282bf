// Makes sure that what package-lock.json names is installed, and installs it when it is not. Writes to stderr only: batch keeps stdout clean.
import { existsSync, readFileSync } from 'node:fs';
import { at, isStarted, spawnToEnd } from './project.mjs';

const oldestNode = 20;

const fail = (chinese, english) => {
  process.stderr.write(`${chinese}\n${english}\n`);
  process.exit(2);
};

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/** What package-lock.json names and node_modules does not hold. Packages for other systems are optional and not missed. */
export const missingPackages = () => {
  const note = at('node_modules', '.package-lock.json');
  if (!existsSync(note)) return ['node_modules'];
  const installed = packagesOf(note);
  return Object.entries(packagesOf(at('package-lock.json')))
    .filter(([path, wanted]) => path !== '' && !wanted.optional && !wanted.devOptional && !wanted.link)
    .filter(([path, wanted]) => installed[path]?.version !== wanted.version || !existsSync(at(path, 'package.json')))
    .map(([path]) => path);
};

/** npm may be a script that this Node can run, or a command on the path (npm.cmd on Windows needs a shell). */
const runNpm = (args) => {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'development' } };
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script)) return spawnToEnd(process.execPath, [script, ...args], options);
  return process.platform === 'win32'
    ? spawnToEnd(`npm ${args.join(' ')}`, [], { ...options, shell: true })
    : spawnToEnd('npm', args, options);
};

/** Installs what is missing. Ends the process with a plain line when that cannot be done. */
export const ready = async () => {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    fail(`需要 Node.js ${oldestNode} 或更新版本，当前为 ${process.versions.node}。`, `Node.js ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
  }
  const missing = missingPackages();
  if (missing.length === 0) return;
  process.stderr.write(`正在安装依赖（缺 ${missing.length} 项）… / Installing what is missing (${missing.length})…\n`);
  let code;
  try {
    code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  } catch (error) {
    fail(`没有找到 npm：${error.message}。请安装 Node.js（自带 npm）后重试。`, `npm was not found: ${error.message}. Install Node.js, which brings npm, and try again.`);
  }
  const still = missingPackages();
  if (code !== 0 || still.length > 0) {
    fail(
      `依赖安装失败（npm ci 退出码 ${code}，仍缺 ${still.slice(0, 5).join('、') || '无'}）。请检查网络或 npm 镜像设置后重试。`,
      `Installing failed (npm ci exited with ${code}; still missing: ${still.slice(0, 5).join(', ') || 'nothing'}). Check the network or npm's registry setting and try again.`,
    );
  }
};

if (isStarted(import.meta.url)) await ready();
