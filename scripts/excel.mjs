// Shows the add-in in a real Excel on this machine: tells Excel of the manifest and serves the add-in over https until it is stopped.
import { X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { at } from './project.mjs';
import { ready } from './ready.mjs';
import { build, dist } from './build.mjs';
import { homeAddress, serve } from './serve.mjs';

const certificates = join(homedir(), '.office-addin-dev-certs');
const registryKey = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\Wef\\Developer';
const macFolder = join(homedir(), 'Library', 'Containers', 'com.microsoft.Excel', 'Data', 'Documents', 'wef');
const manifestId = () => /<Id>([^<]+)<\/Id>/.exec(readFileSync(at('manifest.xml'), 'utf8'))[1];

class Refused extends Error {}

/** Runs a system tool; a tool that is missing or fails ends the work with its own words. */
const system = (command, args) => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Refused(`${command} ${args.join(' ')}\n${error?.message ?? `${stdout}${stderr}`}`);
};

/**
 * A key and a certificate for localhost, from the folder that Microsoft's own tool uses. Made with openssl where there are none; that Excel's
 * browser trusts them is the person's to say, once, because it changes what the machine trusts.
 */
const certificate = () => {
  const [key, cert, authority] = ['localhost.key', 'localhost.crt', 'ca.crt'].map((name) => join(certificates, name));
  const isGood = () => existsSync(key) && existsSync(cert) && Date.parse(new X509Certificate(readFileSync(cert)).validTo) > Date.now();
  if (!isGood()) {
    mkdirSync(certificates, { recursive: true });
    try {
      system('openssl', [
        'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-sha256', '-days', '365', '-keyout', key, '-out', cert,
        '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth',
      ]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(
        `没有可用的本机 https 证书，也无法用 openssl 生成：\n${error.message}\n请安装 openssl 后重试，或在能上网的机器上运行 npx office-addin-dev-certs install，再把 ${certificates} 文件夹复制过来。`,
      );
    }
    const trust =
      process.platform === 'win32'
        ? `certutil -user -addstore Root "${cert}"`
        : `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "${cert}"`;
    process.stdout.write(`已生成本机证书 ${cert}。请先让系统信任它（只需一次，仅用于 localhost）：\n\n  ${trust}\n\n`);
  }
  return { key: readFileSync(key), cert: Buffer.concat([cert, authority].filter(existsSync).map((file) => readFileSync(file))) };
};

const systems = {
  win32: {
    add: (manifest) => system('reg', ['add', registryKey, '/v', manifestId(), '/t', 'REG_SZ', '/d', manifest, '/f']),
    remove: () => system('reg', ['delete', registryKey, '/v', manifestId(), '/f']),
    next: '请关闭并重新打开 Excel，选项卡“任务台账”即出现（若没有，请到“开始”或“插入”选项卡的“加载项”里找）。',
  },
  darwin: {
    add: (manifest) => {
      mkdirSync(macFolder, { recursive: true });
      cpSync(manifest, join(macFolder, `${manifestId()}.manifest.xml`));
    },
    remove: () => rmSync(join(macFolder, `${manifestId()}.manifest.xml`), { force: true }),
    next: '请关闭并重新打开 Excel，在“插入”选项卡“我的加载项”旁的小箭头里选“任务台账”。',
  },
};

const elsewhere = `本机系统（${process.platform}）上没有桌面版 Excel，可以这样做：
  · 用 npm start 在浏览器里的模拟 Excel 中试用；
  · 或在装有 Excel 2021 及以上版本的 Windows、macOS 上运行 npm run excel；
  · 或用 Excel 网页版：npm run build -- --address=https://服务器地址，把 dist/ 放到该 https 服务器，再在“加载项 > 上传我的加载项”中选 dist/manifest.xml。
详见 docs/deployment.md。
This system has no desktop Excel: use npm start, or run this on Windows or macOS, or see docs/deployment.md.
`;

const here = systems[process.platform];
if (here === undefined) {
  process.stderr.write(elsewhere);
  process.exitCode = 1;
} else {
  try {
    if (process.argv.includes('--remove')) {
      here.remove();
      process.stdout.write('已从 Excel 中移除任务台账。 / Removed from Excel.\n');
    } else {
      await ready();
      const tls = certificate();
      await build({ address: homeAddress, wanted: ['addin'] });
      const { address } = await serve({ folders: [dist], port: Number(new URL(homeAddress).port), exactly: true, tls });
      here.add(join(dist, 'manifest.xml'));
      process.stdout.write(`加载项已登记，正在 ${address} 提供。${here.next}\n用完后按 Ctrl+C 结束；npm run excel -- --remove 可移除。\n`);
    }
  } catch (error) {
    process.stderr.write(error.code === 'EADDRINUSE' ? `端口 ${new URL(homeAddress).port} 已被占用，请先关闭占用它的程序再试。 / The port is taken.\n` : `${error.message}\n`);
    process.exitCode = 1;
  }
}
