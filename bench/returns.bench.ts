// A hundred returns of 200 rows read, beside hucre alone reading the same files in the same run, with the peak of memory of each; then files that are made to be dear. Aim: at most 1.5 times hucre. Each measurement has a process of its own, so that no memory is counted twice.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { strToU8, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import { readFileTables } from '../src/files/readFileTables';
import { sheetOf, workbookOf } from '../test/files/officePackages';
import { printTable } from './benchExcel';

interface Measured { readonly ms: number; readonly peak: number; readonly outcome: string }

const megabyte = 1024 * 1024;

/** A return of a section, not two of them alike. */
function returnOf(file: number): Promise<Uint8Array> {
  const head = ['编号', '指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注', '办结日期'];
  const rows = Array.from({ length: 200 }, (_, row) => [
    `${String(file + 1)}.${String(row + 1)}`, '跨境贸易', '市商务局、市口岸办', '市税务局', `推进第${String(row + 1)}项便利化措施，压缩进出口整体通关时间，完善服务平台功能`, '分管领导甲', '外贸科、口岸科', '经办人甲、经办人乙',
    new Date(Date.UTC(2021, row % 12, 28)), `虚拟示例：第${String(file + 1)}份第${String(row + 1)}项，已完成方案起草并征求意见，正在按意见修改，下一步报请审议。`, row % 5 === 0 ? '虚拟示例备注' : '', row % 7 === 0 ? new Date(Date.UTC(2021, 5, 17)) : '',
  ]);
  return writeXlsx({ sheets: [{ name: '回收表', rows: [head, ...rows], columns: head.map((_, column) => (column === 8 || column === 11 ? { numFmt: 'yyyy"年"m"月"d"日"' } : {})) }] });
}

/** The same numbers in every run, with no pattern that packing would find. */
function randomInto(bytes: Uint8Array): void {
  let state = 20_210_601;
  for (let at = 0; at < bytes.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state & 0xff;
  }
}

/** The same zip with another size declared for its sheet. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && new TextDecoder().decode(bytes.subarray(at + 46, at + 70)).startsWith('xl/worksheets/sheet1.xml')) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

const hostile: Readonly<Record<string, () => Uint8Array>> = {
  'a million coloured empty rows': () => sheetOf(Array.from({ length: 1_000_000 }, (_, row) => `<row r="${String(row + 1)}" s="1" customFormat="1"><c r="A${String(row + 1)}" s="1"/><c r="B${String(row + 1)}" s="1"/></row>`).join('')),
  'a lone cell at XFD1048576': () => sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  'a bomb of 1 GB, declared': () => declaring(sheetOf(' '.repeat(64 * megabyte)), 1024 * megabyte),
  'a bomb of 256 MB, declared as 5 KB': () => declaring(sheetOf(' '.repeat(256 * megabyte)), 5_000),
  '290 MB of blanks among noise, declared': () => {
    // Noise that cannot be packed, so that the whole does not look like a bomb.
    const noise = new Uint8Array(2 * megabyte);
    randomInto(noise);
    return workbookOf({ sheets: [{ xml: `<sheetData>${' '.repeat(290 * megabyte)}</sheetData>` }], more: { 'xl/media/1.bin': noise } });
  },
  'a million numbers': () => {
    const digits = new Uint8Array(1_000_000);
    randomInto(digits);
    return sheetOf(Array.from({ length: 20_000 }, (_, row) => `<row>${[...digits.subarray(row * 50, row * 50 + 50)].map((digit) => `<c><v>${String(digit * 7919)}</v></c>`).join('')}</row>`).join(''));
  },
  'a text of 30 MB': () => strToU8('一,二,三四五六七八九十\n'.repeat(800_000)),
  'an archive in an archive': () => zipSync({ '回收表.xlsx': new Uint8Array(10 * megabyte) }),
};

const readings: Readonly<Record<string, (bytes: Uint8Array) => Promise<string>>> = {
  nothing: (bytes) => Promise.resolve(String(bytes.length > 0)),
  hucre: async (bytes) => {
    try {
      return `read, ${String((await readXlsx(bytes)).sheets[0]?.rows.length)} rows`;
    } catch (fault) {
      return `refused: ${fault instanceof Error ? fault.name : String(fault)}`;
    }
  },
  ours: async (bytes) => {
    const reading = await readFileTables('表.xlsx', bytes);
    return reading.ok ? `read, ${String(reading.file.tables[0]?.cells.length)} rows` : `refused: ${reading.refusal.kind}`;
  },
};

/** Inside a process of its own: reads all files of a folder, once to warm up where asked, and tells what it took. */
async function measureHere(reader: string, folder: string, warm: boolean): Promise<void> {
  const read = readings[reader];
  if (read === undefined) throw new Error(reader);
  const files = readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name))));
  if (warm) for (const bytes of files) await read(bytes);
  const from = performance.now();
  let outcome = '';
  for (const bytes of files) outcome = await read(bytes);
  process.send?.({ ms: performance.now() - from, peak: process.resourceUsage().maxRSS / 1024, outcome } satisfies Measured);
}

function measure(reader: string, folder: string, warm: boolean): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] ?? '', [reader, folder, warm ? 'warm' : 'cold'], { execArgv: process.execArgv });
    let told: Measured | undefined;
    child.on('message', (message: Measured) => {
      told = message;
    });
    child.on('exit', () => (told === undefined ? resolve({ ms: Number.NaN, peak: Number.NaN, outcome: 'fell' }) : resolve(told)));
    child.on('error', reject);
  });
}

async function compareReturns(folder: string): Promise<void> {
  for (let file = 0; file < 100; file += 1) writeFileSync(join(folder, `${String(file)}.xlsx`), await returnOf(file));
  const nothing = await measure('nothing', folder, true);
  // In turn, and the best of three of each: another program on the machine slows one of them, never both alike.
  const rounds: { readonly hucre: Measured; readonly ours: Measured }[] = [];
  for (let round = 0; round < 3; round += 1) rounds.push({ hucre: await measure('hucre', folder, true), ours: await measure('ours', folder, true) });
  const best = (reader: 'hucre' | 'ours'): Measured => rounds.map((round) => round[reader]).reduce((one, other) => (other.ms < one.ms ? other : one));
  const [hucre, ours] = [best('hucre'), best('ours')];
  const line = (name: string, { ms, peak }: Measured): (string | number)[] => [name, ms.toFixed(0), (ms / hucre.ms).toFixed(2), (peak - nothing.peak).toFixed(0), ((peak - nothing.peak) / (hucre.peak - nothing.peak)).toFixed(2)];
  printTable(['100 returns of 200 rows', 'ms', 'against hucre', 'peak MB above idle', 'against hucre'], [line('hucre alone', hucre), line('src/files', ours)]);
}

async function measureHostile(root: string): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [index, [name, make]] of Object.entries(hostile).entries()) {
    const folder = join(root, String(index));
    mkdirSync(folder);
    const bytes = make();
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    const nothing = await measure('nothing', folder, false);
    for (const reader of ['ours', 'hucre']) {
      const cost = await measure(reader, folder, false);
      rows.push([reader === 'ours' ? name : '', reader === 'ours' ? (bytes.length / megabyte).toFixed(1) : '', reader === 'ours' ? 'src/files' : 'hucre alone', cost.ms.toFixed(0), (cost.peak - nothing.peak).toFixed(0), cost.outcome]);
    }
  }
  printTable(['file', 'MB', 'by', 'ms', 'peak MB above idle', 'outcome'], rows);
}

async function measureAll(): Promise<void> {
  const started = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'ledger-returns-'));
  try {
    const returns = join(root, 'returns');
    mkdirSync(returns);
    await compareReturns(returns);
    process.stdout.write('\n');
    await measureHostile(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0)} s in all\n`);
}

const [reader, folder, warmth] = process.argv.slice(2);
void (reader === undefined || folder === undefined ? measureAll() : measureHere(reader, folder, warmth === 'warm'));
