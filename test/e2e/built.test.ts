// What `npm run build` leaves in dist/: complete, with Office.js as Microsoft made it, and asking nothing of any other address.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address, openPage } from './harness';

const root = join(__dirname, '..', '..');
const dist = join(root, 'dist');
const office = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));

/** Asks the server for a path exactly as it is written; a browser would tidy it first. */
const ask = (path: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(address());
    const sent = request({ hostname, port, path, method }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => { done({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body: Buffer.concat(pieces).toString('utf8') }); });
    });
    sent.on('error', fail);
    sent.end();
  });

describe('what is built', () => {
  test('[X4] every file of Office.js that Excel asks for is there, byte for byte, with its licence', () => {
    const wanted = ['office.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'o15apptofilemappingtable.js', 'zh-cn/office_strings.js', 'en-us/office_strings.js', 'telemetry/oteljs_agave.js'];
    for (const file of wanted) expect(readFileSync(join(dist, 'office', file)).equals(readFileSync(join(office, file)))).toBe(true);
    expect(existsSync(join(dist, 'office', 'LICENSE.md'))).toBe(true);
    expect(readdirSync(join(dist, 'office', 'ariatelemetry'))).not.toEqual([]);
  });

  test('[X4] no page and no script of the add-in loads anything from another address', () => {
    const ours = filesUnder(dist).filter((file) => /\.(html|js|css)$/.test(file) && !file.startsWith(join(dist, 'office')));
    expect(ours.length).toBeGreaterThan(4);
    const loading = /(?:\b(?:src|href|action)\s*=\s*["']?|\bimport\s*\(\s*["'`]|\bfetch\s*\(\s*["'`]|\burl\(\s*["']?|importScripts\(\s*["'`]|\.open\(\s*["'`](?:GET|POST)["'`]\s*,\s*["'`])((?:https?:)?\/\/[^"'`)\s>]+)/gi;
    const foreign = ours.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(loading)].map((match) => `${file.slice(dist.length)}: ${match[1] ?? ''}`));
    expect(foreign).toEqual([]);
  });

  test('[X4] the pages forbid asking elsewhere, and load Office.js from beside them before anything else', () => {
    for (const page of ['taskpane.html', 'commands.html']) {
      const html = readFileSync(join(dist, page), 'utf8');
      expect(html).toMatch(/Content-Security-Policy" content="connect-src 'self'/);
      const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(scripts[0]).toBe('office/office.js');
      expect(scripts.length).toBeGreaterThan(1);
      expect(scripts.filter((script) => !existsSync(join(dist, script)))).toEqual([]);
    }
  });

  test('[H] nothing of the pretend Excel is in dist/', () => {
    expect(filesUnder(dist).filter((file) => /workbench/i.test(file))).toEqual([]);
    expect(filesUnder(join(dist, 'js')).filter((file) => readFileSync(file, 'utf8').includes('pretendExcel'))).toEqual([]);
  });

  test('[X4] opened as in Excel on a machine of its own, the pane asks only its own server', async () => {
    const { asked, close } = await openPage('/taskpane.html');
    await close();
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((url) => !url.startsWith(`${address()}/`))).toEqual([]);
  });

  test('[H] --address puts the office’s own server into the manifest, and refuses what Excel would', () => {
    const run = (told: string): string => execFileSync(process.execPath, ['-e', `import('./scripts/build.mjs').then((m) => console.log(m.checkAddress(${JSON.stringify(told)})), (e) => { throw e; })`], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    expect(run('https://oa.example.gov.cn/ledger/')).toBe('https://oa.example.gov.cn/ledger');
    for (const bad of ['http://oa.example.gov.cn', 'oa.example.gov.cn', 'https://oa.example.gov.cn/?a=1', 'https://oa.example.gov.cn/a&b']) {
      expect(() => run(bad)).toThrow();
    }
  });
});

describe('the server', () => {
  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/office/../../package.json', '/%5c..%5cpackage.json', '/%', '/%00', '//etc/passwd', '/js/', '/nothing.html'])('[H] does not serve %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/"name"|root:/);
  });

  test('[H] says what each file is, and takes no writing', async () => {
    expect(await ask('/taskpane.html')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await ask('/office/office.js', 'HEAD')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', body: '' });
    expect(await ask('/manifest.xml')).toMatchObject({ status: 200, type: 'application/xml; charset=utf-8' });
    expect(await ask('/assets/ledger-32.png')).toMatchObject({ status: 200, type: 'image/png' });
    expect((await ask('/taskpane.html', 'POST')).status).toBe(405);
  });

  test('[W] a page believes itself in Excel only when its address says so', async () => {
    expect((await ask('/taskpane.html')).body).not.toMatch(/pretendExcel/);
    expect((await ask('/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0')).body).toMatch(/<head><script>Object\.defineProperty\(window,'external'/);
    expect((await ask('/')).body).toMatch(/<html/);
  });
});

describe('a clone without node_modules', () => {
  test('[H] says in Chinese and English what it lacks when nothing can be installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'task-ledger-'));
    try {
      for (const name of ['package.json', 'package-lock.json', 'scripts']) cpSync(join(root, name), join(folder, name), { recursive: true });
      const ready = (): void => { execFileSync(process.execPath, ['scripts/ready.mjs'], { cwd: folder, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, PATH: '', npm_execpath: '' } }); };
      expect(ready).toThrow(/npm/);
      let fault: unknown;
      try { ready(); } catch (error) { fault = error; }
      expect(fault).toMatchObject({ status: 2 });
      expect(String((fault as { stderr: string }).stderr)).toMatch(/没有找到 npm[\s\S]*npm was not found/);
      expect((fault as { stdout: string }).stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
