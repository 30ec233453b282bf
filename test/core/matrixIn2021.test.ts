// 附件3 of 2021 taken in as a table: the thirteen tasks of the seeds, word for word, what of it was guessed, and that nothing else was left out.
import { checkTasks } from '../../src/core/checks';
import { compareWithBody } from '../../src/core/matrixDifferences';
import { readMatrix } from '../../src/core/matrixIn';
import { planFromMatrix } from '../../src/core/matrixPlan';
import type { RawTable } from '../../src/core/rawTable';
import { matrix2021 } from './matrixTables/matrix2021';
import { body2021, plan2021 } from './plans';

const plan = plan2021();
const base = { settings: plan.settings, roster: plan.roster };

/** The table with some of its cells said otherwise. */
function spoilt(cells: Readonly<Record<string, string>>): RawTable {
  return { ...matrix2021, cells: matrix2021.cells.map((row, r) => row.map((cell, c) => cells[`${String(r)}:${String(c)}`] ?? cell)) };
}

describe('the matrix of 2021', () => {
  const reading = readMatrix([matrix2021], { year: 2021, roster: plan.roster });
  const made = planFromMatrix(reading, base);

  test('[I1][I2][I4][L4][L6] gives the thirteen tasks of the seeds', () => {
    expect(made.ok && made.value.tasks).toEqual(plan.tasks);
    expect(made.ok && made.value.settings).toBe(plan.settings);
  });

  test('[I6] its totals are those of the body, and it differs where the seeds do', () => {
    const differences = compareWithBody(plan, body2021());
    expect(made.ok && compareWithBody(made.value, body2021())).toEqual(differences);
    expect(differences).toHaveLength(5);
    expect(['获得信贷', '跨境贸易', '招标投标', '知识产权创造、运用和保护', '政务服务', '包容普惠创新'].map((name) => reading.tasks.filter(({ task }) => task.indicator === name).length)).toEqual([1, 3, 4, 1, 3, 1]);
  });

  test('[O1][D2] has nothing wrong, and a spoilt one has what is wrong found by the checks', () => {
    if (!made.ok) throw new Error('no plan');
    expect(reading.problems).toEqual([]);
    expect(checkTasks(made.value.tasks.map((task) => ({ task })), plan)).toEqual([]);

    const bad = planFromMatrix(readMatrix([spoilt({ '2:6': '', '4:7': '2021 年\n13 月', '10:5': '法规科\n外贸处' })], { year: 2021, roster: plan.roster }), base);
    if (!bad.ok) throw new Error('no plan');
    const problems = checkTasks(bad.value.tasks.map((task) => ({ task })), plan).map(({ rule, kind, at }) => `${rule}.${kind} ${String(at.taskId)} ${String(at.column)}`);
    expect(problems).toEqual(expect.arrayContaining(['O1.empty 1.1 owners', 'D2.noSuchMonth 2.2 due', 'O6.unknownSection 4.1 sections']));
    expect(bad.value.tasks[2]?.due).toEqual({ kind: 'unread', text: '2021 年\n13 月', reason: 'noSuchMonth', detail: '13' });
    expect(bad.problems).toEqual([{ rule: 'I2', kind: 'emptyCells', level: 'warning', at: { cell: 'G3', column: 'owners' }, values: { field: 'owners', count: 1 } }]);
  });

  test('[I5] each ordinal and each break that was taken off is a guess with its cell', () => {
    expect(reading.guesses.filter(({ reason }) => reason === 'ordinalOff').map(({ at, text, understood }) => [at.row, at.column, text, understood])).toEqual([
      [2, 0, '（一）获得信贷', '获得信贷'], [3, 0, '(二)跨境贸易', '跨境贸易'], [6, 0, '(三)招标投标', '招标投标'],
      [10, 0, '(四)知识产权创造、运用和保护', '知识产权创造、运用和保护'], [11, 0, '(五)政务服务', '政务服务'], [14, 0, '（六）包容普惠创新', '包容普惠创新'],
    ]);
    expect(new Set(reading.guesses.map(({ reason }) => reason))).toEqual(new Set(['ordinalOff', 'typesetting']));
    // Without the roster the same names are parted by line breaks and closed gaps alone.
    const alone = readMatrix([matrix2021], { year: 2021 });
    expect(alone.tasks.map(({ task }) => task)).toEqual(reading.tasks.map(({ task }) => task));
  });

  test('[I2] a cell knows the raw cells from which it came', () => {
    const { cells, rows } = reading.tasks[6] ?? { cells: undefined, rows: [] };
    expect(rows).toEqual(['0:8']);
    expect(cells?.owners).toEqual({ written: '邓  善\n蔡 贡', text: '邓善、蔡贡', from: [{ table: 0, row: 6, column: 6 }] });
    expect(cells?.leadUnit).toEqual({ written: '市发改局', text: '市发改局', from: [{ table: 0, row: 6, column: 1 }] });
    expect(cells?.text.from).toEqual([{ table: 0, row: 8, column: 3 }]);
    expect(cells?.remark).toEqual({ written: '', text: '', from: [] });
  });

  test('[I1] nothing is left out but the line above and the head', () => {
    expect(reading.titles).toEqual(['附件 3']);
    expect(reading.leftOut.map(({ reason }) => reason)).toEqual(['aboveHead', ...Array.from({ length: 10 }, () => 'head')]);
    expect(reading.rows.map(({ kind }) => kind)).toEqual(['aboveHead', 'head', ...Array.from({ length: 13 }, () => 'task')]);
  });
});
