// What the terminal says. Plain sentences that name the file and what to do next.
import type { Level } from '../core/problem';
import type { PlainDate } from '../core/plainDate';
import { countWords } from './counts';
import { sayDay } from './days';

/** What a build did, as far as the words need it. */
interface BuildSaid {
  readonly kind: 'new' | 'rebuild';
  readonly plan: { readonly settings: { readonly year: number }; readonly tasks: readonly { readonly indicator: string }[]; readonly roster: { readonly people: readonly unknown[] } };
  readonly rebuild: { readonly counts: { readonly kept: number; readonly changes: number; readonly added: number; readonly gone: number } } | undefined;
}

/** What a check found, as far as the words need it. */
interface CheckSaid {
  readonly asOf: PlainDate;
  readonly isAsOfSet: boolean;
  readonly counts: { readonly status: Counts; readonly filled: Counts; readonly light: Counts };
  readonly problems: readonly { readonly level: Level }[];
  readonly hidden: readonly unknown[];
}

/** What a summary came to, as far as the words need it. */
interface ReportSaid {
  readonly file: string;
  readonly sheet: string;
  readonly keptAs: string | undefined;
  readonly from: 'ledger' | 'history';
  readonly counts: { readonly tasks: number; readonly status: Counts; readonly filled: Counts; readonly light: Counts };
  readonly docx: string | undefined;
}
type Counts = Readonly<Record<string, number>>;

/** How each command is typed. */
const usage = {
  build: 'build --out 台账.xlsx [--from 方案文件、Word、表格、网页或通知全文] [--notice 通知全文.txt] [--as-of 年-月-日] [--json] [--force]',
  check: 'check 台账.xlsx [--as-of 年-月-日] [--json]',
  summary: 'summary 台账.xlsx --period 年-月 [--out 新文件.xlsx] [--docx 报告.docx] [--as-of 年-月-日] [--from-ledger] [--force]',
  distribute: 'distribute 台账.xlsx --out 文件夹 [--period 年-月] [--force]',
  consolidate: 'consolidate 台账.xlsx 回收表… --out 新文件.xlsx [--period 年-月] [--json] [--force]',
  demo: 'demo --out 文件夹',
} as const;

/** Why a file cannot be read or written, by the code of the file system. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件', EISDIR: '这是一个文件夹，不是文件', EACCES: '没有权限', EPERM: '没有权限', EBUSY: '文件正被其他程序占用', ENOSPC: '磁盘已满', EROFS: '磁盘不允许写入', ENAMETOOLONG: '文件名太长', ENOTDIR: '路径中有一段不是文件夹',
};
const whyNot = (code: string): string => fileFaults[code] ?? `系统答复 ${code}`;

/** Where every returned cell went, as far as the words need it (R8). */
interface CellsSaid { readonly returned: number; readonly merged: number; readonly unchanged: number; readonly conflicts: number; readonly outside: number; readonly guesses: number; readonly unmatched: number; readonly refused: number }

const sayCells = ({ returned, merged, unchanged, conflicts, outside, guesses, unmatched, refused }: CellsSaid): string =>
  `收到 ${String(returned)} 格，合并 ${String(merged)}、未变 ${String(unchanged)}、冲突 ${String(conflicts)}、栏目外改动 ${String(outside)}、待确认 ${String(guesses)}、对不上 ${String(unmatched)}、未采用 ${String(refused)}`;

/** Words with their numbers, those that are none left out. */
const tally = (counts: Counts): string => Object.entries(counts).filter(([, count]) => count > 0).map(([word, count]) => `${word} ${String(count)}`).join('、');

/** So many faults are named; a plan file with a wrong column has one in every row. */
const mostFaults = 5;

export const batchWords = {
  usage,
  levels: { error: '错误：', warning: '提醒：', note: '说明：' } satisfies Record<Level, string>,
  unknownCommand: (name: string) => `${name === '' ? '没有写要做什么' : `不认识“${name}”`}。可以用：${Object.values(usage).join('；')}`,
  wrongArguments: (command: keyof typeof usage) => `参数写法不对。用法：${usage[command]}`,
  noOut: '没有写存到哪个文件。请加上 --out 文件名.xlsx',
  outNotXlsx: (file: string) => `“${file}”不是 .xlsx 文件名。请把 --out 后面的文件名写成以 .xlsx 结尾`,
  outExists: (file: string) => `“${file}”已经存在，没有改动它。要更新其中的台账，请加上 --force；已填写的内容会保留`,
  noFolder: (folder: string) => `没有“${folder}”这个文件夹，没有写出文件。请先建好文件夹，或换一个位置`,
  notWritten: (file: string, code: string) => `“${file}”写不了：${whyNot(code)}。没有写出文件，请换一个文件名或位置`,
  fileUnreadable: (file: string, code: string) => `“${file}”打不开：${whyNot(code)}。请核对文件名和所在文件夹`,
  notAWorkbook: (file: string, why: string) => `“${file}”打不开：${why}`,
  wouldLose: (file: string, what: readonly string[]) => `“${file}”里有本程序保存不了的内容（${what.join('、')}），没有改动它。请在 Excel 中更新这份台账`,
  asOfNotADay: (text: string) => `基准日“${text}”不是日期。请写成 年-月-日，例如 2021-06-18`,
  severalFaults: (faults: readonly string[]) => `${faults.slice(0, mostFaults).join(' ')}${faults.length > mostFaults ? ` 另有${String(faults.length - mostFaults)}处问题没有列出。` : ''}`,
  notSupported: (what: string) => `模拟的 Excel 还不会做这一步（${what}）。没有写出文件，请在 Excel 中操作`,
  built: (file: string, said: BuildSaid): readonly string[] => [
    said.kind === 'new' ? `已建立 ${String(said.plan.settings.year)} 年任务台账：${file}` : `已更新 ${String(said.plan.settings.year)} 年任务台账：${file}`,
    `任务 ${String(said.plan.tasks.length)} 项（${countWords(said.plan.tasks.map((task) => task.indicator))}），名册 ${String(said.plan.roster.people.length)} 人`,
    ...(said.rebuild === undefined ? [] : [`一致 ${String(said.rebuild.counts.kept)} 项，改动 ${String(said.rebuild.counts.changes)} 处，新增 ${String(said.rebuild.counts.added)} 项，方案中没有而保留在台账里的 ${String(said.rebuild.counts.gone)} 项`]),
  ],
  guessed: (count: number) => `读取时有 ${String(count)} 处是推断的。加上 --json 可以逐处查看`,
  noPeriod: '没有写哪一期。请加上 --period 年-月，例如 --period 2021-06',
  periodNotOne: (text: string) => `报送期“${text}”写法不对。请写成 年-月，例如 2021-06`,
  docxNotDocx: (file: string) => `“${file}”不是 .docx 文件名。请把 --docx 后面的文件名写成以 .docx 结尾`,
  sameOut: '--out 与台账是同一个文件。要写回台账，请不加 --out',
  summaryExists: (file: string, sheet: string, keptAs: string) => `“${file}”里已有“${sheet}”，没有改动它。要重新生成，请加上 --force；原来那张会改名为“${keptAs}”保留`,
  fileThere: (file: string) => `“${file}”已经存在，没有改动它。请换一个文件名，或加上 --force`,
  noLedgerToReport: (file: string) => `“${file}”里没有任务台账，没有生成汇总。请核对文件名，或先用 build 建立台账`,
  notReported: (file: string, why: string) => `“${file}”没有生成汇总：${why}`,
  reported: (said: ReportSaid): readonly string[] => [
    `已生成“${said.sheet}”：${said.file}（${said.from === 'history' ? '照当时报送的内容' : '按台账现在的内容'}）`,
    ...(said.keptAs === undefined ? [] : [`原来那张改名为“${said.keptAs}”保留`]),
    `任务 ${String(said.counts.tasks)} 项；进度状态：${tally(said.counts.status)}；填报状态：${tally(said.counts.filled)}；灯色：${tally(said.counts.light)}`,
    ...(said.docx === undefined ? [] : [`Word 报告：${said.docx}`]),
  ],
  noOutFolder: '没有写存到哪个文件夹。请加上 --out 文件夹',
  copyThere: (file: string) => `“${file}”已经存在，可能已有人填写，没有改动它。请换一个文件夹；确实要替换，请加上 --force`,
  noLedgerToSend: (file: string) => `“${file}”里没有任务台账，没有生成分发表。请核对文件名，或先用 build 建立台账`,
  notSent: (file: string, why: string) => `“${file}”没有生成分发表：${why}`,
  distributed: (file: string, cutOff: PlainDate, copies: readonly { readonly path: string; readonly section: string; readonly tasks: number }[]): readonly string[] => [
    `已生成 ${String(copies.length)} 份分发表，请于 ${sayDay(cutOff)} 前收回；分发情况已记入 ${file}`,
    ...copies.map(({ path, section, tasks }) => `${section}：${path}（任务 ${String(tasks)} 项）`),
  ],
  noLedgerToMerge: (file: string) => `“${file}”里没有任务台账，没有合并。请核对文件名，或先用 build 建立台账`,
  notMerged: (file: string, why: string) => `“${file}”没有合并：${why}`,
  merged: (out: string, period: string, edits: number) => `${period} 报送期：合并后的台账存到 ${out}，改动 ${String(edits)} 个单元格`,
  fileMerged: (file: string, section: string, cells: CellsSaid) => `“${file}”（${section}）：${sayCells(cells)}`,
  cellsCounted: (cells: CellsSaid) => `合计：${sayCells(cells)}`,
  ledgerFile: '任务台账.xlsx',
  folders: { sent: (period: string) => `分发-${period}`, returned: (period: string) => `回收-${period}` },
  demoPeriod: (period: string, sent: number, returned: number, cells: CellsSaid) => `${period}：分发 ${String(sent)} 份，收回 ${String(returned)} 份（内容为虚拟示例），${sayCells(cells)}`,
  demoDone: (file: string) => `演示台账：${file}。打开后首先看到最近一期双月汇总；其中的落实情况都是虚拟示例`,
  noLedger: (file: string) => `“${file}”里没有任务台账，没有检查。请核对文件名，或先用 build 建立台账`,
  refused: (file: string, why: string) => `“${file}”不能检查：${why}`,
  checked: (file: string, { asOf, isAsOfSet, counts, problems, hidden }: CheckSaid, set: 'typed' | 'own'): readonly string[] => {
    const total = Object.values(counts.status).reduce((sum, count) => sum + count, 0);
    const found = (level: Level): number => problems.filter((problem) => problem.level === level).length;
    const basis = set === 'typed' ? '按 --as-of' : isAsOfSet ? '按设置表' : '今天';
    return [
      `${file}：任务 ${String(total)} 项，基准日 ${sayDay(asOf)}（${basis}）`,
      ...(total === 0 ? [] : [`进度状态：${tally(counts.status)}`, `填报状态：${tally(counts.filled)}`, `灯色：${tally(counts.light)}`]),
      problems.length === 0 ? '没有发现问题。' : `问题 ${String(problems.length)} 条：错误 ${String(found('error'))}、提醒 ${String(found('warning'))}、说明 ${String(found('note'))}`,
      ...(hidden.length === 0 ? [] : [`另有 ${String(hidden.length)} 条说明已设为不再提示`]),
    ];
  },
} as const;
