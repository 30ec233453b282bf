// One command to see the add-in at work: installs, builds, serves the pretend Excel with the add-in in it, and opens it.
import { spawn } from 'node:child_process';
import { ready } from './ready.mjs';
import { build, dist, workbenchFolder } from './build.mjs';
import { serve } from './serve.mjs';

/** A window is opened only where somebody can see one. */
const canOpen = () =>
  !process.env.CI && process.stdout.isTTY && !process.env.SSH_CONNECTION && (process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

const opener = (address) => {
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""', address]];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
};

const open = (address) => {
  const child = spawn(...opener(address), { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  // The address is printed anyway; that no browser could be started is worth a line, not an end.
  child.once('error', (error) => process.stderr.write(`未能自动打开浏览器：${error.message} / No browser could be opened: ${error.message}\n`));
  child.unref();
};

await ready();
try {
  await build();
} catch (error) {
  process.stderr.write(`构建失败：${error.message} / The build failed: ${error.message}\n`);
  process.exit(1);
}
const { address } = await serve({ folders: [workbenchFolder, dist], port: Number(process.env.PORT ?? 3000), pretend: true });
process.stdout.write(`\n任务台账已在模拟 Excel 中打开，请访问： / The add-in is running in a pretend Excel:\n\n  ${address}\n\n按 Ctrl+C 结束。 / Ctrl+C ends it.\n`);
if (canOpen()) open(address);
