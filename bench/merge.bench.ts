// A hundred returns of 200 rows, read and taken together over a ledger of 2,000 tasks, beside hucre alone reading the same files in the same run. Nothing is written: the requests of writing are a test's affair (X2).
import { performance } from 'node:perf_hooks';
import { readXlsx, writeXlsx } from 'hucre';
import { consolidate } from '../src/core/consolidate';
import type { LedgerSide, LedgerTask } from '../src/core/consolidation';
import type { ReturnedSheet } from '../src/core/returnedTable';
import { readReturned } from '../src/core/returnedTable';
import { readFileTables } from '../src/files/readFileTables';
import { printTable } from './benchExcel';

const [files, rows, tasks] = [100, 200, 2000] as const;
const heads = ['编号', '指标名称', '牵头单位', '配合单位', '工作任务', '分管领导', '责任科室', '责任人', '完成时限', '落实情况', '备注', '办结日期'];
const sectionOf = (file: number): string => `第${String(file + 1)}科`;
const textOf = (task: number): string => `推进第${String(task + 1)}项便利化措施，压缩进出口整体通关时间，完善服务平台功能`;
/** Every task is of ten sections, so that a hundred sections have 200 tasks each. */
const tasksOf = (file: number): readonly number[] => Array.from({ length: rows }, (_, row) => (row * 10 + (file % 10)) % tasks);
const sectionsOf = (task: number): readonly string[] => Array.from({ length: 10 }, (_, index) => sectionOf((task % 10) + index * 10));
const idOf = (task: number): string => `${String(Math.floor(task / 100) + 1)}.${String((task % 100) + 1)}`;

function returnOf(file: number): Promise<Uint8Array> {
  const lines = tasksOf(file).map((task) => [idOf(task), '跨境贸易', '市商务局', '市税务局', textOf(task), '分管领导甲', sectionsOf(task).join('、'), '经办人甲', '2021年9月', `虚拟示例：${sectionOf(file)}第${String(task + 1)}项已完成方案起草并征求意见。`, '', '']);
  return writeXlsx({ sheets: [{ name: '填报表', rows: [[`填报科室：${sectionOf(file)}  报送期：2021年6月`], heads, ...lines] }] });
}

const ledger: LedgerSide = {
  plan: '虚拟示例2021', period: '2021-06', year: 2021,
  roster: { people: [], sections: Array.from({ length: files }, (_, file) => ({ name: sectionOf(file), shortNames: [] })) },
  tasks: Array.from({ length: tasks }, (_, task): LedgerTask => ({
    id: idOf(task), sections: sectionsOf(task), doneOn: '',
    cells: { indicator: '跨境贸易', leadUnit: '市商务局', supportUnits: '市税务局', text: textOf(task), leaders: '分管领导甲', sections: sectionsOf(task).join('、'), owners: '经办人甲', due: '2021年9月', progress: '', remark: '' },
  })),
};

async function timed(work: () => Promise<string>): Promise<{ readonly ms: number; readonly said: string }> {
  const begun = performance.now();
  const said = await work();
  return { ms: performance.now() - begun, said };
}

async function measure(): Promise<void> {
  const bytes = await Promise.all(Array.from({ length: files }, (_, file) => returnOf(file)));
  const read: ReturnedSheet[] = [];
  const works: Readonly<Record<string, () => Promise<string>>> = {
    'hucre alone, read': async () => { for (const each of bytes) await readXlsx(each); return ''; },
    'src/files, read': async () => {
      read.length = 0;
      for (const [file, each] of bytes.entries()) {
        const reading = await readFileTables(`${sectionOf(file)}.xlsx`, each);
        if (!reading.ok) throw new Error(reading.refusal.kind);
        read.push(readReturned(reading.file));
      }
      return `${String(read.length)} returns`;
    },
    'core, taken together': () => {
      const { edits, cells } = consolidate(ledger, read);
      return Promise.resolve(`${String(edits.length)} cells edited, ${String(cells.merged)} of ${String(cells.returned)} merged`);
    },
  };
  const best = new Map<string, { readonly ms: number; readonly said: string }>();
  for (let round = 0; round < 3; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const found = await timed(work);
      if (found.ms < (best.get(name)?.ms ?? Infinity)) best.set(name, found);
    }
  }
  const alone = best.get('hucre alone, read')?.ms ?? 1;
  const both = (best.get('src/files, read')?.ms ?? 0) + (best.get('core, taken together')?.ms ?? 0);
  printTable(
    ['100 returns of 200 rows over 2,000 tasks', 'ms', 'against hucre', 'outcome'],
    [...[...best].map(([name, { ms, said }]) => [name, ms.toFixed(0), (ms / alone).toFixed(2), said]), ['read and taken together', both.toFixed(0), (both / alone).toFixed(2), '']],
  );
}

void measure();
