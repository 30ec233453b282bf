// LibreOffice, where a machine has it: recalculates workbooks without a screen and gives them back as .xlsx. Knows no ledger.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** LibreOffice's version, or nothing where it is not installed. */
export function libreOfficeVersion(): string | undefined {
  const asked = spawnSync('soffice', ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return asked.error === undefined && asked.status === 0 ? asked.stdout.trim().split('\n').pop() : undefined;
}

/** Text in place of every result that a file carries for its formulas: what comes back was computed by whoever opened it. */
export const spoilt = '旧值';

/** The same file with wrong results for all formulas of its sheets. */
export function spoilResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const xml = strFromU8(part).replace(/<c ([^>]*?)(?: t="[a-z]+")?>(<f[^>]*>[^<]*<\/f>)(?:<v>[^<]*<\/v>)?<\/c>/g, (_, attributes: string, formula: string) => `<c ${attributes} t="str">${formula}<v>${spoilt}</v></c>`);
    parts[path] = strToU8(xml);
  }
  return zipSync(parts);
}

/** Workbooks by name, opened, recalculated and saved by one run of LibreOffice under a profile of its own. */
export function throughLibreOffice(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-libreoffice-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const paths = [...files].map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const run = spawnSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', out, ...paths], { encoding: 'utf8', timeout: 240_000 });
    if (run.error !== undefined || run.status !== 0) throw new Error(`soffice: ${String(run.error ?? run.stderr)}`);
    return new Map([...files.keys()].map((name) => [name, new Uint8Array(readFileSync(join(out, `${name}.xlsx`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
