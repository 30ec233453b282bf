// What the project says of itself: versions, commands and the reason for each package.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources';

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const packageFile = JSON.parse(read('package.json')) as PackageFile;
const wanted = { ...packageFile.dependencies, ...packageFile.devDependencies };

describe('the project', () => {
  test('[H] every version is pinned exactly', () => {
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('[H] package-lock.json agrees with package.json and names no registry', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string; resolved?: string }> };
    expect(Object.entries(wanted).filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
    expect(Object.values(lock.packages).filter((each) => each.resolved !== undefined)).toEqual([]);
  });

  test('[H] every package has its line in docs/decisions/dependencies.md, and every line its package', () => {
    const lined = [...read('docs/decisions/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)].flatMap((match) => [...(match[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''));
    expect(Object.keys(wanted).filter((name) => !lined.includes(name))).toEqual([]);
    expect(lined.filter((name) => wanted[name] === undefined)).toEqual([]);
  });

  test('[H] every command leads to a script that stands there', () => {
    for (const name of ['start', 'test', 'demo', 'batch', 'build', 'bench', 'lint', 'excel']) {
      expect(existsSync(join(root, /^node (\S+)$/.exec(packageFile.scripts[name] ?? '')?.[1] ?? 'missing'))).toBe(true);
    }
  });
});
