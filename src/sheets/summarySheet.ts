// The sheet 双月汇总 (B1, B2, B6): a summary as a drawing of values, laid out for A4 landscape; what a leader needs on the first page, the official form at the end. Knows no Excel.
import type { Light } from '../core/light';
import { lights } from '../core/light';
import type { ReportedTask } from '../core/report';
import type { Counts, Group, Summary } from '../core/summary';
import { fillings, rateOf } from '../core/summary';
import type { CellContent, ChartDrawing, Look, SheetDrawing } from './drawing';
import { bodyFont, headFont, ink, landscapeMargins, quiet, strongFills } from './looks';
import { layMatrix } from './officialMatrix';
import type { FlowColumn } from './pageFlow';
import { PageFlow } from './pageFlow';
import type { ReadCell } from './settingsSheet';
import {
  changeSentence, doneNotFilledLine, headline, lightBox, madeLine, numbered, periodLine, rateDifference, renewedLine, returnCells, shortText, shownStatuses, standing, summarySheetName, summaryTitle, summaryWords as w,
  periodLineStart, periodWords, withCount,
} from './summaryTitles';
import { footers, separator } from './titles';

/** Widths of the grid's sixteen columns in points: the ten of the official form, of which 配合单位 takes two, 工作任务 four and 落实情况 three. */
export const summaryWidths = [62, 66, 54, 54, 49, 49, 49, 49, 50, 50, 50, 64, 58, 58, 58, 56] as const;
const gridWidth = summaryWidths.length;
const margins = landscapeMargins;
const paper = { width: 841.9, height: 595.3 };
/**
 * What a page holds when the grid is fitted to its width, with room for programs that measure otherwise. The page is fitted and not scaled,
 * for a program without the workbook's fonts makes columns up to a third wider; Excel may then pass over the breaks, and the parts follow each other.
 */
const pageHeight = (paper.height - margins.top - margins.bottom) * (summaryWidths.reduce((sum, width) => sum + width, 0) / (paper.width - margins.left - margins.right)) * 0.97;

const lines = '#595959';
const cellLook: Look = { font: bodyFont, size: 10, color: ink, vertical: 'center', horizontal: 'center', wrap: true, lines };
const headLook: Look = { font: headFont, size: 10, bold: true, color: ink, fill: '#E7ECF3', vertical: 'center', horizontal: 'center', wrap: true, lines };
const leftLook: Look = { horizontal: 'left' };
const titleLook: Look = { font: '方正小标宋简体', size: 20, color: ink, horizontal: 'center', vertical: 'center', wrap: true };
const lineLook: Look = { font: bodyFont, size: 10.5, color: ink, horizontal: 'center', vertical: 'center', wrap: true };
const headingLook: Look = { font: headFont, size: 12, bold: true, color: ink, horizontal: 'left', vertical: 'center' };
const noteLook: Look = { font: bodyFont, size: 9.5, color: quiet, horizontal: 'left', vertical: 'center', wrap: true };
const sayLook: Look = { font: bodyFont, size: 11.5, color: ink, horizontal: 'left', vertical: 'center', wrap: true };

const lightLooks: Readonly<Record<Light, Look>> = {
  红: { fill: strongFills.red.fill, color: strongFills.red.ink, bold: true }, 黄: { fill: strongFills.yellow.fill, color: strongFills.yellow.ink, bold: true }, 绿: { fill: strongFills.green.fill, color: strongFills.green.ink, bold: true },
};
/** Colours of the chart's parts: told apart in grey too, by getting darker with what presses. */
const statusColors = { 已办结: '#2E7D32', 逾期办结: '#9E9D24', 正常推进: '#A5D6A7', 临期: '#FFCA28', 逾期: '#B71C1C', 长期推进: '#90A4AE', 时限待核: '#CE93D8' } as const;
/** 0-based row of the line with the period, by which the sheet is known again. */
const periodRow = 1;

/** Whether a sheet's cells look like a summary of the period that this add-in made (L10, B4). */
export function isSummarySheet(cells: readonly (readonly ReadCell[])[], period: string): boolean {
  return String(cells[periodRow]?.[0] ?? '').startsWith(periodLineStart(period));
}

/** What is laid with the flow: the parts of the report, numbered as they come. */
interface Laying { readonly flow: PageFlow; readonly summary: Summary; readonly heading: (text: string) => void; readonly note: (text: string) => void }

/** Draws the sheet of a summary. `madeAt` is the time that it says it was made. */
export function drawSummary(summary: Summary, madeAt: string, name = summarySheetName(summary.report.period)): SheetDrawing {
  const flow = new PageFlow(summaryWidths, pageHeight, headLook, cellLook);
  const whole = (content: string, look: Look, height?: number): void => { flow.line([{ column: 0, span: gridWidth, content, look }], height); };
  let parts = 0;
  const laying: Laying = {
    flow, summary,
    heading: (text) => { flow.heading({ column: 0, span: gridWidth, content: numbered(parts, text), look: headingLook }, 19); parts += 1; },
    note: (text) => { whole(text, noteLook); },
  };
  whole(summaryTitle(summary.report), titleLook, 32);
  whole(periodLine(summary.report), lineLook, 16);
  whole(madeLine(summary.report, madeAt), lineLook, 16);
  layLights(flow, summary.counts);
  for (const sentence of headline(summary)) whole(sentence, sayLook);
  layTotals(laying);
  const chart = layIndicators(laying);
  flow.newPage();
  laySections(laying);
  layReturns(laying);
  layLeaders(laying);
  layLists(laying);
  layChanges(laying);
  layTrend(laying);
  laying.note(w.rateNote);
  flow.newPage();
  laying.heading(w.matrix);
  const head = layMatrix(flow, summary.report.tasks, cellLook, signingHeight);
  laySigning(flow);
  const { merges, mergesAcross, breaks, ...drawn } = flow.drawn();
  return {
    name, tabColor: '#B71C1C', isFirst: true,
    ...drawn,
    formats: [{ at: { row: 0, column: 0, rows: flow.row, columns: gridWidth }, format: '@' }, ...drawn.formats],
    merges, mergesAcross, charts: chart === undefined ? [] : [chart],
    fills: [], rules: [], validations: [],
    columns: summaryWidths.map((width, column) => ({ column, width })),
    frozen: { rows: 0, columns: 0 },
    page: {
      orientation: 'landscape', margins, breaks, area: { row: 0, column: 0, rows: flow.row, columns: gridWidth },
      titleRows: { from: head, to: head }, footer: { left: '', center: footers.page, right: '' },
    },
  };
}

function layLights(flow: PageFlow, counts: Counts): void {
  flow.line(lights.map((light, index) => ({
    column: [0, 5, 10][index] ?? 0, span: [5, 5, 6][index] ?? 5, content: lightBox(light, counts.light[light]),
    look: { ...cellLook, font: headFont, size: 13, ...lightLooks[light] },
  })), 26);
}

const numberFormat = '0';
const rateFormat = '0.0%';
const differenceFormat = '+0;-0;0';
/** Percentage points. */
const pointsFormat = '+0.0;-0.0;0.0';

function rateContent(part: number, whole: number): CellContent {
  const rate = rateOf(part, whole);
  return rate === undefined ? w.nothing : rate / 100;
}

/** The columns of counts that the first tables share, so that one reads down them. */
const countColumns: readonly FlowColumn[] = [
  ...shownStatuses.map((word, index) => ({ column: 4 + index, span: 1, head: word, format: numberFormat })),
  ...fillings.map((word, index) => ({ column: 11 + index, span: 1, head: word, format: numberFormat })),
  { column: 14, span: 1, head: w.completion, format: rateFormat }, { column: 15, span: 1, head: w.reporting, format: rateFormat },
];

function countCells(counts: Counts): readonly CellContent[] {
  return [...shownStatuses.map((word) => counts.status[word]), ...fillings.map((word) => counts.filled[word]), rateContent(counts.done, counts.tasks), rateContent(counts.reported, counts.tasks)];
}

function layTotals({ flow, summary, heading, note }: Laying): void {
  const { counts, before } = summary;
  heading(w.totals);
  const columns: readonly FlowColumn[] = [{ column: 0, span: 2, head: '' }, { column: 2, span: 2, head: w.tasks, format: numberFormat }, ...countColumns];
  const differences = (now: Counts, then: Counts): readonly CellContent[] => [
    w.difference, now.tasks - then.tasks, ...shownStatuses.map((word) => now.status[word] - then.status[word]), ...fillings.map((word) => now.filled[word] - then.filled[word]),
    rateDifference(now, then, 'done') ?? w.nothing, rateDifference(now, then, 'reported') ?? w.nothing,
  ];
  flow.table({ columns, repeatsHead: true, rows: [[`${w.now}（${periodWords(summary.report.period)}）`, counts.tasks, ...countCells(counts)]] , lookAt: () => ({ bold: true }) });
  if (before !== undefined) {
    const rows = [[`${w.before}（${periodWords(before.period)}）`, before.counts.tasks, ...countCells(before.counts)], differences(counts, before.counts)];
    const heights = rows.map((row) => flow.rowHeight(columns, row));
    flow.body({ columns, rows: rows.slice(0, 1) }, 0, 1, heights);
    flow.body({ columns: columns.map((column) => ({ ...column, ...(column.format === undefined ? {} : { format: column.format === rateFormat ? pointsFormat : differenceFormat }) })), rows: rows.slice(1) }, 0, 1, heights.slice(1));
  } else note(w.first);
}

/** Lights of groups stand in the third column of their tables. */
const lightPlace = 1;

function lightLookOf(groups: readonly Group[]): (row: number, column: number) => Look | undefined {
  return (row, column) => {
    const group = groups[row];
    return column === lightPlace && group !== undefined ? lightLooks[group.light] : undefined;
  };
}

function named(name: string): string {
  return name === '' ? w.noName : name;
}

function layIndicators({ flow, summary, heading }: Laying): ChartDrawing | undefined {
  const { byIndicator: groups, counts } = summary;
  heading(w.byIndicator);
  const columns: readonly FlowColumn[] = [{ column: 0, span: 2, head: w.indicator, look: leftLook }, { column: 2, span: 1, head: w.light }, { column: 3, span: 1, head: w.tasks, format: numberFormat }, ...countColumns];
  const rows = groups.map((group) => [named(group.name), group.light, group.counts.tasks, ...countCells(group.counts)]);
  const together = rows.reduce((sum, row) => sum + flow.rowHeight(columns, row), 40);
  // Standing columns have room for their names side by side; many groups lie one under the other.
  const stands = groups.length <= 8;
  const wanted = stands ? 9 : Math.ceil(Math.min(400, groups.length * 17 + 60) / chartRow);
  // Lower where the sentences above are long, so that the table stays on the first page.
  const spare = Math.floor((flow.left - together) / chartRow);
  const room = groups.length === 0 ? undefined : flow.reserve(stands && spare >= lowestChart ? Math.min(wanted, spare) : wanted, chartRow);
  if (flow.fitsOnePage(together)) flow.keepWithNext(together);
  const table = flow.table({ columns, repeatsHead: false, lookAt: lightLookOf(groups), rows });
  const sum = [w.sum, '', counts.tasks, ...countCells(counts)];
  flow.body({ columns, rows: [sum], lookAt: () => ({ bold: true }) }, 0, 1, [flow.rowHeight(columns, sum)]);
  if (room === undefined) return undefined;
  const used = shownStatuses.filter((word) => counts.status[word] > 0);
  return {
    name: w.chartTitle, kind: stands ? 'columnStacked' : 'barStacked', title: w.chartTitle, at: { ...room, column: 1, columns: gridWidth - 2 },
    categories: { ...table, column: 0, columns: 1 }, unit: unitFor(Math.max(...groups.map((group) => group.counts.tasks))),
    series: used.map((word) => ({ name: word, values: { ...table, column: 4 + shownStatuses.indexOf(word), columns: 1 }, color: statusColors[word] })),
  };
}

/** The step of a scale up to so many tasks: 1, 2, 5, 10 …, so that there are at most six. */
function unitFor(most: number): number {
  let unit = 1;
  for (let index = 1; most / unit > 6; index += 1) unit *= index % 3 === 2 ? 2.5 : 2;
  return unit;
}

/** Height of the rows under the chart, and how many it needs to be read. */
const chartRow = 15;
const lowestChart = 7;

function laySections({ flow, summary, heading, note }: Laying): void {
  const { bySection: groups } = summary;
  heading(w.bySection);
  const count = (head: string, column: number): FlowColumn => ({ column, span: 1, head, format: numberFormat });
  flow.table({
    columns: [
      { column: 0, span: 2, head: w.section, look: leftLook }, { column: 2, span: 1, head: w.light }, count(w.tasks, 3), count(w.lead, 4), count(w.joining, 5),
      ...fillings.map((word, index) => count(word, 6 + index)), count('逾期', 9), count('临期', 10), count('已办结', 11), count('逾期办结', 12), { column: 13, span: 3, head: w.owners, look: leftLook },
    ],
    repeatsHead: true, lookAt: lightLookOf(groups),
    rows: groups.map(({ name, light, counts, lead, joining, owners }) => [
      named(name), light, counts.tasks, lead, joining, ...fillings.map((word) => counts.filled[word]), counts.status.逾期, counts.status.临期, counts.status.已办结, counts.status.逾期办结, owners.join(separator),
    ]),
  });
  note(w.sectionNote);
}

// Only where copies went out for this report: a ledger that is filled in by hand has nothing to say of them.
function layReturns({ flow, summary: { returns }, heading }: Laying): void {
  if (returns.length === 0) return;
  heading(w.returns);
  flow.table({
    columns: [
      { column: 0, span: 2, head: w.section, look: leftLook }, { column: 2, span: 2, head: w.tasks, format: numberFormat }, { column: 4, span: 2, head: w.sentOn }, { column: 6, span: 3, head: w.returnedAt },
      { column: 9, span: 7, head: w.missing, look: leftLook },
    ],
    repeatsHead: true, rows: returns.map(returnCells),
  });
}

function layLeaders({ flow, summary, heading, note }: Laying): void {
  const { byLeader: groups } = summary;
  heading(w.byLeader);
  flow.table({
    columns: [
      { column: 0, span: 2, head: w.leader, look: leftLook }, { column: 2, span: 1, head: w.light }, { column: 3, span: 1, head: w.tasks, format: numberFormat },
      ...countColumns.slice(0, -2), { column: 14, span: 2, head: w.sections, look: leftLook },
    ],
    repeatsHead: true, lookAt: lightLookOf(groups),
    rows: groups.map(({ name, light, counts, sections }) => [named(name), light, counts.tasks, ...countCells(counts).slice(0, -2), sections.join(separator)]),
  });
  note(w.leaderNote);
}

function taskCells(task: ReportedTask): readonly CellContent[] {
  return [task.id, task.indicator, shortText(task.text), task.leaders.join('\n'), task.sections.join('\n'), task.owners.join('\n'), task.due];
}

const taskColumns: readonly FlowColumn[] = [
  { column: 0, span: 1, head: w.id }, { column: 1, span: 1, head: w.indicator }, { column: 2, span: 6, head: w.text, look: leftLook },
  { column: 8, span: 1, head: w.leader }, { column: 9, span: 1, head: w.section }, { column: 10, span: 1, head: w.owners }, { column: 11, span: 1, head: w.due },
];

function layLists({ flow, summary, heading, note }: Laying): void {
  const { overdue, notFilled, counts } = summary;
  heading(withCount(w.overdue, overdue.length));
  if (overdue.length === 0) note(w.noOverdue);
  else {
    flow.table({
      columns: [...taskColumns, { column: 12, span: 1, head: w.late, format: numberFormat, look: { bold: true } }, { column: 13, span: 3, head: w.progress, look: leftLook }], repeatsHead: true,
      rows: overdue.map((task) => [...taskCells(task), -(task.daysLeft ?? 0), shortText(task.progress)]),
    });
  }
  heading(withCount(w.notFilled, notFilled.length));
  if (notFilled.length === 0) note(w.noNotFilled);
  else {
    flow.table({
      columns: [...taskColumns, { column: 12, span: 4, head: w.stands }], repeatsHead: true,
      rows: notFilled.map((task) => [...taskCells(task), task.status]),
    });
  }
  const done = counts.filled.未填报 - notFilled.length;
  if (done > 0) note(doneNotFilledLine(done));
}

function layChanges({ flow, summary, heading, note }: Laying): void {
  heading(w.changes);
  if (summary.before === undefined) {
    note(w.first);
    return;
  }
  note(renewedLine(summary.renewed));
  if (summary.changes.length === 0) {
    note(w.noChanges);
    return;
  }
  flow.table({
    columns: [
      { column: 0, span: 1, head: w.id }, { column: 1, span: 1, head: w.indicator }, { column: 2, span: 4, head: w.text, look: leftLook }, { column: 6, span: 2, head: w.before }, { column: 8, span: 2, head: w.now },
      { column: 10, span: 6, head: w.change, look: leftLook },
    ],
    repeatsHead: true,
    rows: summary.changes.map((change) => {
      const task = change.now ?? change.before;
      return [change.id, task?.indicator ?? '', shortText(task?.text ?? ''), standing(change.before), standing(change.now), changeSentence(change)];
    }),
  });
}

function layTrend({ flow, summary, heading }: Laying): void {
  heading(w.trend);
  const columns: readonly FlowColumn[] = [{ column: 0, span: 2, head: w.period }, { column: 2, span: 2, head: w.tasks, format: numberFormat }, ...countColumns];
  flow.table({ columns, repeatsHead: true, rows: summary.trend.map(({ period, counts }) => [periodWords(period), counts.tasks, ...countCells(counts)]) });
}

/** Height of the line for names at the end. */
const signingHeight = 36;

function laySigning(flow: PageFlow): void {
  const look: Look = { font: bodyFont, size: 12, color: ink, horizontal: 'left', vertical: 'center' };
  flow.line([{ column: 0, span: 5, content: w.filledBy, look }, { column: 5, span: 5, content: w.checkedBy, look }, { column: 10, span: 6, content: w.reportedOn, look }], signingHeight);
}
