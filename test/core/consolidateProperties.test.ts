// What holds of taking returns together whatever the ledger, the edits and the order (R3–R9): many random ledgers, joint tasks, repeated texts, junk rows.
import fc from 'fast-check';
import { parseAttributed } from '../../src/core/attributed';
import { consolidate } from '../../src/core/consolidate';
import type { Consolidation, LedgerSide, LedgerTask, SentCell, TakenCell } from '../../src/core/consolidation';
import { cellKey, sectionsByRoster } from '../../src/core/consolidateLedger';
import type { RawCell } from '../../src/core/rawTable';
import { copyKey, copyMarks, copySheetRows, fillableColumns } from '../../src/core/returnedMarks';
import type { ReturnedSheet } from '../../src/core/returnedTable';
import { readReturned } from '../../src/core/returnedTable';
import { dayKey, isBlankText, sameText, tidyLineEnds } from '../../src/core/returnedText';
import { plan2021 } from './plans';
import { afterEdits, heads } from './returns';

const roster = plan2021().roster;
const sectionOf = sectionsByRoster(roster);
const sectionNames = ['外贸科', '外资科', '东盟科', '港口科', '审批科'];
const full = (section: string): string => sectionOf(section) ?? section;

const words = fc.constantFrom('', '', '已开展', '已开展调研', '无', '一\n二', '一\r\n二 ', '=1+1', '【外贸科】已开展', '【外资科】甲\n【外贸科】乙', '总体\n【港口科】丙', '进展_x000D_\n良好', '\u00a0');
const days = fc.constantFrom('', '', '2021-06-10', '2021年6月10日', '2021/6/11', '六月中旬', '2021年6月');
const taskTexts = fc.constantFrom('推进跨境贸易便利化，压缩整体通关时间。', '推进跨境贸易便利化，压缩整体通关时间', '健全政企互动沟通机制', '完善招标代理信用档案，建立守信激励机制', '支持外贸企业深耕市场', '公示港口收费清单');
const junk = fc.constantFrom<RawCell[]>(['', '合计', '', '', '', '', '', '', '', '', '共三项', '', ''], ['填报人：', '', '', '', '', '', '', '', '', '', '审核人：', '', ''], ['', '', '', '', '', '不在方案里的工作', '', '', '', '', '已做', '', ''], [], heads);

interface Drawn {
  readonly tasks: readonly { readonly text: string; readonly sections: readonly string[]; readonly progress: string; readonly remark: string; readonly doneOn: string }[];
  readonly sent: readonly (readonly [string, string, string])[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  tasks: fc.array(fc.record({
    text: taskTexts, sections: fc.shuffledSubarray(sectionNames, { minLength: 1, maxLength: 4 }), progress: words,
    remark: fc.constantFrom('', '', '见附件', '【外贸科】见附件一'), doneOn: fc.constantFrom('', '', '2021-06-10', '六月底'),
  }), { minLength: 1, maxLength: 5 }),
  sent: fc.array(fc.tuple(words, fc.constantFrom('', '见附件'), fc.constantFrom('', '2021-06-10')), { minLength: 6, maxLength: 6 }),
});

function ledgerOf({ tasks, sent }: Drawn, hasRegister: boolean): LedgerSide {
  const side = tasks.map((task, at): LedgerTask => ({
    id: `1.${String(at + 1)}`, sections: task.sections, doneOn: task.doneOn,
    cells: { indicator: '跨境贸易', leadUnit: '市商务局', supportUnits: '湛江海关', text: task.text, leaders: '张光强', sections: task.sections.join('、'), owners: '', due: '2021年9月', progress: tidyLineEnds(task.progress), remark: task.remark },
  }));
  const register = side.flatMap(({ id, sections }, task) => sections.flatMap((section, place): SentCell[] => fillableColumns.map((column, at) => ({ section, id, column, text: sent[(task + place) % sent.length]?.[at] ?? '' }))));
  return { plan: '2021', period: '2021-06', year: 2021, roster, tasks: side, ...(hasRegister ? { sent: register } : {}) };
}

interface Answer { readonly section: string; readonly savedAt: string; readonly base: boolean; readonly key: boolean; readonly id: boolean; readonly answers: readonly (readonly [string, string, string] | 'as sent' | 'no row')[]; readonly junk: readonly RawCell[][]; readonly moved: number; readonly swap: boolean; readonly due: string; readonly again: string | null; readonly reworded: boolean }

const answer: fc.Arbitrary<Answer> = fc.record({
  section: fc.constantFrom(...sectionNames), savedAt: fc.constantFrom('', '2021-06-10T00:00:00Z', '2021-06-11T00:00:00Z'), base: fc.boolean(), key: fc.boolean(), id: fc.boolean(),
  answers: fc.array(fc.oneof({ weight: 5, arbitrary: fc.tuple(words, fc.constantFrom('', '见附件', '待补'), days) }, { weight: 1, arbitrary: fc.constantFrom('as sent' as const, 'no row' as const) }), { minLength: 5, maxLength: 5 }),
  junk: fc.array(junk, { maxLength: 2 }), moved: fc.nat(4), swap: fc.boolean(), due: fc.constantFrom('2021年9月', '2021/9/30', '2021年10月'), again: fc.option(words, { freq: 4 }), reworded: fc.boolean(),
});

function sheetOf(ledger: LedgerSide, { sent }: Drawn, { section, savedAt, base, key, id, answers, junk: junkRows, moved, swap, due, again, reworded }: Answer, number: number): ReturnedSheet {
  const identity = { plan: '2021', period: '2021-06', section, sentOn: '2021-06-01' };
  const mine = ledger.tasks.map((task, at) => ({ task, at })).filter(({ task }) => task.sections.includes(section));
  const sentOf = (at: number): readonly [string, string, string] => sent[(at + (ledger.tasks[at]?.sections.indexOf(section) ?? 0)) % sent.length] ?? ['', '', ''];
  const rows = mine.flatMap(({ task, at }): RawCell[][] => {
    const said = answers[at] ?? 'as sent';
    if (said === 'no row') return [];
    const [progress, remark, doneOn] = said === 'as sent' ? sentOf(at) : said;
    return [[key ? copyKey({ ...identity, id: task.id }) : '', id ? task.id : '', task.cells.indicator, task.cells.leadUnit, task.cells.supportUnits, reworded ? `${task.cells.text}等` : task.cells.text, task.cells.leaders, task.cells.sections, '', due, progress, remark, doneOn]];
  });
  // A row copied under itself with another text in it.
  const copied = again === null ? [] : rows.slice(0, 1).map((row) => row.map((cell, at) => (heads[at] === '落实情况' ? again : heads[at] === '办结日期' && again !== '' ? '2021-06-12' : cell)));
  const turned = [...rows.slice(moved), ...rows.slice(0, moved), ...copied, ...junkRows];
  const cells = [['', `填报科室：${section}`], heads, ...turned].map((row) => (swap ? [...row.slice(5), ...Array<RawCell>(Math.max(0, 5 - row.length)).fill(''), ...row.slice(0, 5)] : row));
  const hidden = copySheetRows(identity, new Map(mine.map(({ task, at }) => [task.id, { progress: sentOf(at)[0], remark: sentOf(at)[1], doneOn: sentOf(at)[2] }])));
  return readReturned({
    name: `${String(number)}-${section}.xlsx`, kind: 'xlsx', savedAt, properties: {},
    tables: [{ name: '回收表', visibility: 'visible', cells, merges: [] }, ...(base ? [{ name: copyMarks.sheet, visibility: 'veryHidden' as const, cells: hidden, merges: [] }] : [])],
  });
}

const scene = fc.tuple(drawn, fc.boolean(), fc.array(answer, { minLength: 1, maxLength: 6 })).map(([ledger, hasRegister, answers]) => {
  const side = ledgerOf(ledger, hasRegister);
  return { side, sheets: answers.map((each, number) => sheetOf(side, ledger, each, number)) };
});

const runs = { numRuns: 200 };

test('[R8] the scenes reach every kind of conflict and most ways of being set apart', () => {
  const met = new Set<string>();
  fc.assert(fc.property(scene, ({ side, sheets }) => {
    for (const file of consolidate(side, sheets).files) for (const each of [...file.conflicts, ...file.setApart, ...file.guesses, ...file.unmatched, ...(file.refused === undefined ? [] : [file.refused])]) met.add(each.kind);
  }), { numRuns: 100, seed: 5 });
  expect([...met].sort()).toEqual(['ambiguous', 'baseUnknown', 'bothChanged', 'cleared', 'likeness', 'noTask', 'notADay', 'notLead', 'olderReturn', 'severalDays', 'severalRows']);
});

const bare = (text: string): string => tidyLineEnds(text).replace(/[\s\u00a0\u200b]/g, '');

function register(before: readonly TakenCell[] | undefined, { taken }: Consolidation): readonly TakenCell[] {
  const cells = new Map([...(before ?? []), ...taken].map((cell) => [cellKey(cell.section, cell.id, cell.column), cell]));
  return [...cells.values()];
}

function after(ledger: LedgerSide, result: Consolidation): LedgerSide {
  return { ...afterEdits(ledger, result.edits), taken: register(ledger.taken, result) };
}

test('[R7] the order of the files does not matter', () => {
  fc.assert(fc.property(scene.chain((each) => fc.tuple(fc.constant(each), fc.shuffledSubarray(each.sheets, { minLength: each.sheets.length }))), ([{ side, sheets }, shuffled]) => {
    expect(consolidate(side, shuffled)).toEqual(consolidate(side, sheets));
  }), runs);
});

test('[R7] one by one, sections of different names come to the same ledger as all at once', () => {
  const different = scene.map(({ side, sheets }) => ({ side, sheets: sheets.filter((sheet, at) => sheets.findIndex((other) => other.file.slice(2) === sheet.file.slice(2)) === at) }));
  fc.assert(fc.property(different.chain((each) => fc.tuple(fc.constant(each), fc.shuffledSubarray(each.sheets, { minLength: each.sheets.length }))), ([{ side, sheets }, shuffled]) => {
    const atOnce = afterEdits(side, consolidate(side, sheets).edits);
    const oneByOne = shuffled.reduce((ledger, sheet) => after(ledger, consolidate(ledger, [sheet])), side);
    expect(oneByOne.tasks).toEqual(atOnce.tasks);
  }), runs);
});

test('[R5] taking the same again changes nothing, with the register and without it', () => {
  fc.assert(fc.property(scene, ({ side, sheets }) => {
    const first = consolidate(side, sheets);
    for (const ledger of [after(side, first), afterEdits(side, first.edits)]) {
      const again = consolidate(ledger, sheets);
      expect(again.edits).toEqual([]);
      expect(again.cells.merged).toBe(0);
      // Others' words within a cell are counted as long as they differ from the ledger, which may have them by now.
      expect(again.cells.returned - again.cells.outside).toBe(first.cells.returned - first.cells.outside);
      expect(again.cells.unchanged).toBeGreaterThanOrEqual(first.cells.merged + first.cells.unchanged);
    }
  }), runs);
});

test('[R8] the counts add up, and each filled cell is under one heading', () => {
  fc.assert(fc.property(scene, ({ side, sheets }) => {
    const { files, cells } = consolidate(side, sheets);
    const sum = (each: typeof cells): number => each.merged + each.unchanged + each.conflicts + each.outside + each.guesses + each.unmatched + each.refused;
    expect(cells.returned).toBe(sum(cells));
    expect(files.reduce((all, file) => all + file.cells.returned, 0)).toBe(cells.returned);
    for (const file of files) {
      expect(file.cells.returned).toBe(sum(file.cells));
      const sheet = sheets.find((each) => each.file === file.file);
      const filled = (sheet?.rows ?? []).reduce((count, row) => count + fillableColumns.filter((column) => !isBlankText(row.cells[column]?.text ?? '')).length, 0);
      const cleared = file.conflicts.filter(({ kind }) => kind === 'cleared').reduce((count, each) => count + each.cells, 0);
      const beside = [...file.unmatched, ...file.guesses].flatMap(({ texts }) => texts).filter(({ column }) => !(fillableColumns as readonly string[]).includes(column)).length;
      expect(file.cells.returned).toBe(filled + cleared + beside + file.outside.length);
    }
  }), runs);
});

test('[R8] nothing that was filled in is lost: what differs from what was sent stands in the ledger or in a list', () => {
  fc.assert(fc.property(scene, ({ side, sheets }) => {
    const result = consolidate(side, sheets);
    const ledger = afterEdits(side, result.edits);
    // What an older file says as well stands in the newer one's lists.
    const listed = result.files.flatMap((file) => [
      ...file.conflicts.map(({ returned }) => returned), ...file.setApart.map(({ text }) => text), ...file.outside.map((each) => each.new), ...[...file.guesses, ...file.unmatched].flatMap(({ texts }) => texts.map(({ text }) => text)),
    ]);
    for (const sheet of sheets) {
      const file = result.files.find((each) => each.file === sheet.file);
      if (file === undefined || file.refused !== undefined) continue;
      for (const row of sheet.rows) {
        const id = file.rows.find((each) => each.row === row.row)?.id ?? '';
        const [before, now] = [side, ledger].map(({ tasks }) => tasks.find((task) => task.id === id));
        for (const column of fillableColumns) {
          const text = row.cells[column]?.text ?? '';
          const base = sheet.base?.get(id)?.[column] ?? side.sent?.find((cell) => cell.id === id && cell.column === column && full(cell.section) === file.section)?.text ?? '';
          const said = column === 'doneOn' || before === undefined ? [text] : blocks(text, base, before, column, file.section);
          const tasks = now === undefined ? ledger.tasks : [now];
          for (const words of said) {
            if (isBlankText(words) || holds(column, base, text) || holds(column, base, words)) continue;
            const stands = tasks.some((task) => holds(column, column === 'doneOn' ? task.doneOn : task.cells[column], words, 'within'));
            expect({ text, words, found: stands || listed.some((each) => holds(column, each, words, 'within')) }).toEqual({ text, words, found: true });
          }
        }
      }
    }
  }), runs);
});

function holds(column: string, cell: string, text: string, how?: 'within'): boolean {
  if (column === 'doneOn') return dayKey(cell, 2021) === dayKey(text, 2021);
  return how === 'within' ? bare(cell).includes(bare(text)) : sameText(cell, text);
}

// Of a whole joint cell that came back: the section's own block and what it brings of others that did not stand there, each to be found again.
function blocks(text: string, base: string, task: LedgerTask, column: 'progress' | 'remark', section: string): readonly string[] {
  const [sent, stands, asSent] = [tidyLineEnds(text), task.cells[column], tidyLineEnds(base)].map((each) => parseAttributed(each, task.sections, sectionOf));
  if (sent === undefined || task.sections.length < 2 || sent.own.size === 0 || (asSent?.own.size ?? 0) > 0) return [text];
  return [...sent.own].filter(([key, block]) => key === section || !sameText(block, stands?.own.get(key) ?? '')).map(([, block]) => block).concat(sameText(sent.nobodys, stands?.nobodys ?? '') ? [] : [sent.nobodys]);
}

test('[R6] no cell outside those to be filled in changes, and no text but the own one of those who returned', () => {
  fc.assert(fc.property(scene, ({ side, sheets }) => {
    const result = consolidate(side, sheets);
    const sections = new Set(result.files.map(({ section }) => section));
    for (const { id, column, new: text } of result.edits) {
      expect(fillableColumns as readonly string[]).toContain(column);
      const task = side.tasks.find((each) => each.id === id);
      if (task === undefined || column === 'doneOn' || (column !== 'progress' && column !== 'remark')) continue;
      const [before, now] = [parseAttributed(task.cells[column], task.sections, sectionOf), parseAttributed(text, task.sections, sectionOf)];
      expect(now.nobodys).toBe(before.nobodys);
      for (const section of task.sections.map(full).filter((each) => !sections.has(each))) expect(now.own.get(section)).toBe(before.own.get(section));
    }
  }), runs);
});
