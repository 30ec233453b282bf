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
type Counts = Readonly<Record<string, number>>;

/** How each command is typed. */
const usage = {
  build: 'build --out 台账.xlsx [--from 方案.json] [--as-of 年-月-日] [--force]',
  check: 'check 台账.xlsx [--as-of 年-月-日] [--json]',
} as const;

/** Why a file cannot be read or written, by the code of the file system. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件', EISDIR: '这是一个文件夹，不是文件', EACCES: '没有权限', EPERM: '没有权限', EBUSY: '文件正被其他程序占用', ENOSPC: '磁盘已满', EROFS: '磁盘不允许写入', ENAMETOOLONG: '文件名太长', ENOTDIR: '路径中有一段不是文件夹',
};
const whyNot = (code: string): string => fileFaults[code] ?? `系统答复 ${code}`;

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
