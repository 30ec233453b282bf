// What the terminal says. Plain sentences that name the file and what to do next.
import type { Level } from '../core/problem';
import { countWords } from './counts';

/** What a build did, as far as the words need it. */
interface BuildSaid {
  readonly kind: 'new' | 'rebuild';
  readonly plan: { readonly settings: { readonly year: number }; readonly tasks: readonly { readonly indicator: string }[]; readonly roster: { readonly people: readonly unknown[] } };
  readonly rebuild: { readonly counts: { readonly kept: number; readonly changes: number; readonly added: number; readonly gone: number } } | undefined;
}

export const batchWords = {
  levels: { error: '错误：', warning: '提醒：', note: '说明：' } satisfies Record<Level, string>,
  unknownCommand: (name: string, known: readonly string[]) => `${name === '' ? '没有写要做什么' : `不认识“${name}”`}。可以用：${known.join('、')}。例如 npm run --silent batch -- build --out 台账.xlsx`,
  wrongArguments: `参数写法不对。用法：build --out 台账.xlsx [--from 方案.json] [--as-of 年-月-日] [--force]`,
  noOut: '没有写存到哪个文件。请加上 --out 文件名.xlsx',
  outNotXlsx: (file: string) => `“${file}”不是 .xlsx 文件名。请把 --out 后面的文件名写成以 .xlsx 结尾`,
  outExists: (file: string) => `“${file}”已经存在，没有改动它。要更新其中的台账，请加上 --force；已填写的内容会保留`,
  outUnreadable: (file: string, why: string) => `“${file}”打不开：${why}。没有改动它，请换一个文件名`,
  wouldLose: (file: string, what: readonly string[]) => `“${file}”里有本程序保存不了的内容（${what.join('、')}），没有改动它。请在 Excel 中更新这份台账`,
  asOfNotADay: (text: string) => `基准日“${text}”不是日期。请写成 年-月-日，例如 2021-06-18`,
  planUnreadable: (file: string, isMissing: boolean) => (isMissing ? `找不到方案文件“${file}”。请核对文件名和所在文件夹` : `方案文件“${file}”读不出来，可能不是 UTF-8 文本。请另存为 UTF-8 编码后再试`),
  planNotJson: (file: string, line: string) => `方案文件“${file}”不是 JSON 格式${line === '' ? '' : `，第 ${line} 行附近有误`}。请对照 seeds/plan-2021.json 修改`,
  notSupported: (what: string) => `模拟的 Excel 还不会做这一步（${what}）。没有写出文件，请在 Excel 中操作`,
  built: (file: string, said: BuildSaid): readonly string[] => [
    said.kind === 'new' ? `已建立 ${String(said.plan.settings.year)} 年任务台账：${file}` : `已更新 ${String(said.plan.settings.year)} 年任务台账：${file}`,
    `任务 ${String(said.plan.tasks.length)} 项（${countWords(said.plan.tasks.map((task) => task.indicator))}），名册 ${String(said.plan.roster.people.length)} 人`,
    ...(said.rebuild === undefined ? [] : [`一致 ${String(said.rebuild.counts.kept)} 项，改动 ${String(said.rebuild.counts.changes)} 处，新增 ${String(said.rebuild.counts.added)} 项，方案中没有而保留在台账里的 ${String(said.rebuild.counts.gone)} 项`]),
  ],
} as const;
