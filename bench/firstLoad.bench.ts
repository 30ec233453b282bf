// The JavaScript that the pane loads before its first screen stands, beside that of a bare Fluent page: both built here, now, with the settings of webpack.config.js. Aim: at most 1.25 times.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Configuration, StatsChunk } from 'webpack';
import webpack from 'webpack';
import settings from '../webpack.config.js';
import { printTable } from './benchExcel';

/** Files of a built page, and its chunks as webpack tells of them. */
interface Built { readonly folder: string; readonly chunks: readonly StatsChunk[] }

const pane = (settings as readonly Configuration[]).find(({ name }) => name === 'addin');
if (pane === undefined) throw new Error('webpack.config.js builds no add-in.');

/** Builds one page into a folder of its own, as an entry called pane, for which the settings make their vendor chunk. */
function buildPage(entry: string, folder: string): Promise<Built> {
  const compiler = webpack({ ...pane, entry: { pane: entry }, output: { ...pane?.output, path: folder }, plugins: [], cache: false });
  return new Promise((done, fail) => {
    compiler.run((fault, stats) => {
      compiler.close((closeFault) => {
        const wrong = fault ?? closeFault;
        if (wrong !== null && wrong !== undefined) fail(wrong instanceof Error ? wrong : new Error(String(wrong)));
        else if (stats === undefined || stats.hasErrors()) fail(new Error(stats?.toString('errors-only') ?? 'webpack gave no answer'));
        else done({ folder, chunks: stats.toJson({ all: false, chunks: true, chunkOrigins: true, ids: true }).chunks ?? [] });
      });
    });
  });
}

function sizeOf({ folder }: Built, chunks: readonly StatsChunk[]): { readonly files: number; readonly bytes: number; readonly gz: number } {
  const files = [...new Set(chunks.flatMap((chunk) => chunk.files ?? []))].filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file)));
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.length, 0), gz: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) };
}

const first = ({ chunks }: Built): readonly StatsChunk[] => chunks.filter(({ initial }) => initial === true);

/** What is fetched while the first screen is already drawn, so that it can say what the workbook is. */
const soon = ['officeWorkbook', 'lookAtWorkbook', 'goToLedger'];
const thenLoaded = ({ chunks }: Built): readonly StatsChunk[] =>
  chunks.filter(({ initial, origins }) => initial !== true && (origins ?? []).some(({ request }) => soon.some((name) => request?.endsWith(`/${name}`) === true)));

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-first-load-'));
  try {
    const bare = await buildPage('./bench/barePage/index.tsx', join(folder, 'bare'));
    const ours = await buildPage('./src/pane/index.tsx', join(folder, 'pane'));
    const least = sizeOf(bare, first(bare));
    const line = (name: string, size: typeof least): (string | number)[] => [name, size.files, (size.bytes / 1024).toFixed(1), (size.gz / 1024).toFixed(1), (size.gz / least.gz).toFixed(2)];
    printTable(['page', 'files', 'KB', 'KB gz', 'against bare'], [
      line('bare Fluent page', least),
      line('pane, first load', sizeOf(ours, first(ours))),
      line('with what says what the workbook is', sizeOf(ours, [...first(ours), ...thenLoaded(ours)])),
      line('everything', sizeOf(ours, ours.chunks)),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void measure();
