// The bimonthly summary as a written document (B2): the parts of the sheet 双月汇总 in their order, in its words and with its numbers. Knows no file format.
import { sharedCells } from '../core/officialForm';
import type { ReportedTask } from '../core/report';
import type { Counts, Group, Summary } from '../core/summary';
import { fillings } from '../core/summary';
import { lights } from '../core/light';
import type { OfficialColumn } from '../core/task';
import { officialColumns } from '../core/task';
import type { DocumentCell, DocumentDrawing, DocumentPart, DocumentTable } from './document';
import { matrixText } from './officialMatrix';
import {
  changeSentence, doneNotFilledLine, headline, lightBox, madeLine, numbered, periodLine, periodWords, rateDifference, rateWords, renewedLine, returnCells, shortText, signed, shownStatuses, standing, summaryTitle,
  summaryWords as w, withCount,
} from './summaryTitles';
import { ledgerTitles, separator, settingsHeads } from './titles';

const small = 10.5;
/** Draws the document of a summary. `madeAt` is the time that it says it was made. */
export function summaryDocument(summary: Summary, madeAt: string): DocumentDrawing {
  const { report } = summary;
  const title = summaryTitle(report);
  const headings = numberedHeadings();
  const opening: DocumentPart[] = [
    { kind: 'title', text: titleLines(title) }, ...lines(periodLine(report)), ...lines(madeLine(report, madeAt)), lightsTable(summary.counts),
    ...headline(summary).map((text): DocumentPart => ({ kind: 'paragraph', text })),
  ];
  return {
    title,
    sections: [
      {
        orientation: 'portrait',
        parts: [
          ...opening, headings(w.totals), ...totals(summary), headings(w.byIndicator), byIndicator(summary), headings(w.bySection), bySection(summary), note(w.sectionNote), ...(summary.returns.length === 0 ? [] : [headings(w.returns), returned(summary)]),
          headings(w.byLeader), byLeader(summary), note(w.leaderNote), headings(withCount(w.overdue, summary.overdue.length)), overdue(summary),
          headings(withCount(w.notFilled, summary.notFilled.length)), ...notFilled(summary), headings(w.changes), ...changes(summary), headings(w.trend), trend(summary),
        ],
      },
      { orientation: 'landscape', parts: [headings(w.matrix), matrix(report.tasks), { kind: 'signing', labels: [w.filledBy, w.checkedBy, w.reportedOn] }] },
    ],
  };
}

function returned({ returns }: Summary): DocumentPart {
  const columns: readonly Column[] = [{ head: w.section, width: 28, left: true }, { head: w.tasks, width: 18 }, { head: w.sentOn, width: 34 }, { head: w.returnedAt, width: 38 }, { head: w.missing, width: 38, left: true }];
  return table(columns, returns.map(returnCells));
}

function numberedHeadings(): (text: string) => DocumentPart {
  let count = 0;
  return (text) => {
    count += 1;
    return { kind: 'heading', rank: 1, text: numbered(count - 1, text) };
  };
}

/** What stands between two statements of a line. */
const wideBlank = '\u3000';
/** As many characters as stand beside one another in a line under the title, and in one of the title itself. */
const longestLine = 35;
const longestTitleLine = 20;

/** Width of a text in Chinese characters; figures and Latin letters are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0);
}

/** A long title is broken before what kind of paper it is, so that no word is torn. */
function titleLines(title: string): string {
  return widthOf(title) <= longestTitleLine ? title : title.replace(/(?<=.)(?=工作任务落实情况汇总表$)/, '\n');
}

/** A line of several statements, broken between two of them where it is too long for the page. */
function lines(text: string): readonly DocumentPart[] {
  const broken = text.split(wideBlank).reduce<readonly string[]>((before, statement) => {
    const last = before.at(-1);
    return last !== undefined && widthOf(last + wideBlank + statement) <= longestLine ? [...before.slice(0, -1), `${last}${wideBlank}${statement}`] : [...before, statement];
  }, []);
  return broken.map((each): DocumentPart => ({ kind: 'line', text: each }));
}

function note(text: string): DocumentPart {
  return { kind: 'note', text };
}

/** A column of a table: its head, its width in millimetres, and whether its texts begin at the left. */
interface Column { readonly head: string; readonly width: number; readonly left?: true }

function cell(content: string | number, { left }: Column, bold = false): DocumentCell {
  return { text: String(content), ...(left ? { align: 'left' } : {}), ...(bold ? { bold } : {}) };
}

function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[], boldRow = -1): DocumentPart {
  const body = rows.map((row, index) => columns.map((column, place) => cell(row[place] ?? '', column, index === boldRow)));
  return { kind: 'table', table: { widths: columns.map(({ width }) => width), head: [columns.map(({ head }) => ({ text: head }))], body, size: small } };
}

function lightsTable(counts: Counts): DocumentPart {
  const boxes = lights.map((light): DocumentCell => ({ text: lightBox(light, counts.light[light]).replace('（', '\n（') }));
  return { kind: 'table', table: { widths: lights.map(() => 1), head: [], body: [boxes], size: 12 } };
}

const numberWidth = 9.1;
const rateWidth = 14.5;

const numbers = (heads: readonly string[]): readonly Column[] => heads.map((head) => ({ head, width: numberWidth }));
const countColumns: readonly Column[] = numbers([...shownStatuses, ...fillings]);
const rateColumns: readonly Column[] = [{ head: w.completion, width: rateWidth }, { head: w.reporting, width: rateWidth }];

function countCells({ status, filled }: Counts): readonly number[] {
  return [...shownStatuses.map((word) => status[word]), ...fillings.map((word) => filled[word])];
}

function rateCells({ done, reported, tasks }: Counts): readonly string[] {
  return [rateWords(done, tasks), rateWords(reported, tasks)];
}

/** A difference of two rates in points, e.g. +7.7; the note under the table says of what. */
function points(difference: number | undefined): string {
  return difference === undefined ? w.nothing : signed(difference);
}

// Upright paper is narrow: what stands in one line on the sheet stands in one column here.
function totals({ counts, before, report }: Summary): readonly DocumentPart[] {
  const names = [w.tasks, ...shownStatuses, ...fillings, w.completion, w.reporting];
  const cells = (of: Counts): readonly (string | number)[] => [of.tasks, ...countCells(of), ...rateCells(of)];
  const now = cells(counts);
  const first: readonly Column[] = [{ head: settingsHeads[0], width: 40 }, { head: `${w.now}（${periodWords(report.period)}）`, width: 38 }];
  if (before === undefined) return [table(first, names.map((name, index) => [name, now[index] ?? ''])), note(w.first), note(w.rateNote)];
  const then = cells(before.counts);
  const difference = (name: string, index: number): string => {
    if (name === w.completion) return points(rateDifference(counts, before.counts, 'done'));
    return name === w.reporting ? points(rateDifference(counts, before.counts, 'reported')) : signed(Number(now[index]) - Number(then[index]));
  };
  const columns = [...first, { head: `${w.before}（${periodWords(before.period)}）`, width: 38 }, { head: w.difference, width: 40 }];
  return [table(columns, names.map((name, index): readonly (string | number)[] => [name, now[index] ?? '', then[index] ?? '', difference(name, index)])), note(w.rateNote)];
}

function named({ name }: Group): string {
  return name === '' ? w.noName : name;
}

const lightColumn: Column = { head: w.light, width: 7 };
const tasksColumn: Column = { head: w.tasks, width: 9.5 };

function byIndicator({ byIndicator: groups, counts }: Summary): DocumentPart {
  const rows = groups.map((group) => [named(group), group.light, group.counts.tasks, ...countCells(group.counts), ...rateCells(group.counts)]);
  return table([{ head: w.indicator, width: 19.5, left: true }, lightColumn, tasksColumn, ...countColumns, ...rateColumns], [...rows, [w.sum, '', counts.tasks, ...countCells(counts), ...rateCells(counts)]], rows.length);
}

function bySection({ bySection: groups }: Summary): DocumentPart {
  const pressing = ['逾期', '临期', '已办结', '逾期办结'] as const;
  return table(
    [{ head: w.section, width: 27, left: true }, lightColumn, tasksColumn, ...numbers([w.lead, w.joining, ...fillings, ...pressing]), { head: w.owners, width: 28, left: true }],
    groups.map((group) => [
      named(group), group.light, group.counts.tasks, group.lead, group.joining, ...fillings.map((word) => group.counts.filled[word]), ...pressing.map((word) => group.counts.status[word]), group.owners.join(separator),
    ]),
  );
}

function byLeader({ byLeader: groups }: Summary): DocumentPart {
  return table(
    [{ head: w.leader, width: 18, left: true }, lightColumn, tasksColumn, ...countColumns, { head: w.sections, width: 28, left: true }],
    groups.map((group) => [named(group), group.light, group.counts.tasks, ...countCells(group.counts), group.sections.join(separator)]),
  );
}

const taskColumns = (textWidth: number): readonly Column[] => [
  { head: w.id, width: 10 }, { head: w.indicator, width: 17 }, { head: w.text, width: textWidth, left: true }, { head: w.leader, width: 14 }, { head: w.section, width: 15 }, { head: w.owners, width: 14 }, { head: w.due, width: 21 },
];

function taskCells(task: ReportedTask): readonly string[] {
  return [task.id, task.indicator, shortText(task.text), task.leaders.join('\n'), task.sections.join('\n'), task.owners.join('\n'), task.due];
}

function overdue({ overdue: tasks }: Summary): DocumentPart {
  if (tasks.length === 0) return note(w.noOverdue);
  return table([...taskColumns(32), { head: w.late, width: 10 }, { head: w.progress, width: 23, left: true }], tasks.map((task) => [...taskCells(task), -(task.daysLeft ?? 0), shortText(task.progress)]));
}

function notFilled({ notFilled: tasks, counts }: Summary): readonly DocumentPart[] {
  const done = counts.filled.未填报 - tasks.length;
  const list = tasks.length === 0 ? note(w.noNotFilled) : table([...taskColumns(47), { head: w.stands, width: 18 }], tasks.map((task) => [...taskCells(task), task.status]));
  return [list, ...(done > 0 ? [note(doneNotFilledLine(done))] : [])];
}

function changes({ before, changes: changed, renewed }: Summary): readonly DocumentPart[] {
  if (before === undefined) return [note(w.first)];
  if (changed.length === 0) return [note(renewedLine(renewed)), note(w.noChanges)];
  const columns: readonly Column[] = [
    { head: w.id, width: 10 }, { head: w.indicator, width: 17 }, { head: w.text, width: 43, left: true }, { head: w.before, width: 20 }, { head: w.now, width: 20 }, { head: w.change, width: 46, left: true },
  ];
  return [note(renewedLine(renewed)), table(columns, changed.map((change) => {
    const task = change.now ?? change.before;
    return [change.id, task?.indicator ?? '', shortText(task?.text ?? ''), standing(change.before), standing(change.now), changeSentence(change)];
  }))];
}

function trend({ trend: periods }: Summary): DocumentPart {
  return table([{ head: w.period, width: 27 }, tasksColumn, ...countColumns, ...rateColumns], periods.map(({ period, counts }) => [periodWords(period), counts.tasks, ...countCells(counts), ...rateCells(counts)]));
}

/** Widths of the official form's columns in millimetres, together the width of a page that lies across. */
const matrixWidths: Readonly<Record<OfficialColumn, number>> = {
  indicator: 14, leadUnit: 17, supportUnits: 28, text: 50, leaders: 13, sections: 13, owners: 13, due: 21, progress: 44, remark: 12,
};
const leftColumns: ReadonlySet<OfficialColumn> = new Set<OfficialColumn>(['supportUnits', 'text', 'progress', 'remark']);

// 附件3 with this period's 落实情况: what neighbouring tasks share is one cell, as in the notice.
function matrix(tasks: readonly ReportedTask[]): DocumentPart {
  const shared = new Map(sharedCells(tasks).map(({ column, from, count }) => [`${column} ${String(from)}`, count]));
  const behind = new Set([...shared].flatMap(([key, count]) => {
    const [column = '', from = ''] = key.split(' ');
    return Array.from({ length: count - 1 }, (_, index) => `${column} ${String(Number(from) + 1 + index)}`);
  }));
  const body = tasks.map((task, index) => officialColumns.flatMap((column): readonly DocumentCell[] => {
    const key = `${column} ${String(index)}`;
    if (behind.has(key)) return [];
    const rows = shared.get(key);
    return [{ text: matrixText(task, column), ...(rows === undefined ? {} : { rows }), ...(leftColumns.has(column) ? { align: 'left' } : {}) }];
  }));
  const drawn: DocumentTable = { widths: officialColumns.map((column) => matrixWidths[column]), head: [officialColumns.map((column) => ({ text: ledgerTitles[column] }))], body, size: small };
  return { kind: 'table', table: drawn };
}
