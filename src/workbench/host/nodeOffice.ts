// Runs the unmodified Office.js in Node against a host: the few parts of a page that Office.js asks for, and no browser. Knows nothing of Excel's objects.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ExcelHost } from './excelHost';
import { pageStandIn } from './pageStandIn';

type OfficeSpace = typeof Office;
type ExcelSpace = typeof Excel;

export interface OpenOffice {
  readonly Excel: ExcelSpace;
  readonly Office: OfficeSpace;
  /** The page's global object, for what an add-in's commands page would put on window. */
  readonly page: Record<string, unknown>;
  /** Lets go of the host and takes back what was installed. */
  close(): void;
}

export interface OpenOptions {
  /** Also sets globalThis.Excel, Office and OfficeExtension until close(). */
  readonly global?: boolean;
}

type Script = (scope: object) => void;
const scripts = new Map<string, Script>();

/** The folder of Office.js in the package, found from this file or from where the program was started. */
function officeFolder(): string {
  const here = typeof __filename === 'string' ? __filename : join(process.cwd(), 'package.json');
  return dirname(createRequire(here).resolve('@microsoft/office-js/dist/office.js'));
}

// Compiled once for a process. `with` puts the page's globals around the script, so that it runs among the caller's own Array, Date and Promise:
// what it hands out is instanceof what the caller knows, and several pages can live one after another.
function scriptOf(folder: string, name: string): Script {
  const file = join(folder, name);
  let script = scripts.get(file);
  if (!script) {
    const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    const run = new Function('scope', `with (scope) {\n${source}\n}\n//# sourceURL=${name}`);
    script = (scope) => { run.call(scope, scope); };
    scripts.set(file, script);
  }
  return script;
}

/** Opens Office.js on a host and waits until it is ready. Takes some 50 ms, the first time in a process some more. */
export async function openOffice(host: ExcelHost, options: OpenOptions = {}): Promise<OpenOffice> {
  const folder = officeFolder();
  const page = pageStandIn({
    external: host.external,
    url: 'https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$zh-CN$$$$0',
    officeUrl: 'https://localhost/office/office.js',
    run: (url, scope) => scriptOf(folder, decodeURIComponent(new URL(url).pathname).replace('/office/', ''))(scope),
  });
  scriptOf(folder, 'office.js')(page.scope);
  const space = page.global as { Office?: OfficeSpace; Excel?: ExcelSpace; OfficeExtension?: typeof OfficeExtension };
  if (!space.Office) throw new Error('office.js defined no Office');
  await space.Office.onReady();
  const { Office: office, Excel: excel } = space;
  if (!excel) throw new Error('office.js defined no Excel');
  const globals = globalThis as Record<string, unknown>;
  const installed = options.global ? ['Office', 'Excel', 'OfficeExtension'] : [];
  const before = installed.map((name) => [name, globals[name]] as const);
  for (const name of installed) globals[name] = page.global[name];
  return {
    Excel: excel, Office: office, page: page.global,
    close: () => {
      for (const [name, value] of before) {
        if (value === undefined) delete globals[name];
        else globals[name] = value;
      }
      page.close();
      host.close();
    },
  };
}
