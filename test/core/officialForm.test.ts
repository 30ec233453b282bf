// Which cells of the official form neighbours share (B2).
import fc from 'fast-check';
import { sharedCells } from '../../src/core/officialForm';
import type { ReportedTask } from '../../src/core/report';
import { seedPlan } from '../sheets/seedPlan';
import { anyTasks, taskOf } from '../sheets/reports';

const shared = (tasks: readonly ReportedTask[], startsAt?: (index: number) => boolean): readonly string[] => sharedCells(tasks, startsAt).map(({ column, from, count }) => `${column} ${String(from)}+${String(count)}`);

test('[B2] the matrix of 2021 merges as annex 3 of the notice does', () => {
  const tasks = seedPlan().tasks.map((task) => taskOf({ ...task, due: task.due.kind === 'date' ? task.due.on : '' }));
  const indicators = sharedCells(tasks).filter(({ column }) => column === 'indicator');
  expect(indicators.map(({ from, count }) => [tasks[from]?.indicator, count])).toEqual([['跨境贸易', 3], ['招标投标', 4], ['政务服务', 3]]);
});

test('[B2] equal neighbours of one indicator share a cell; of two indicators they do not; an empty cell is never shared', () => {
  const tasks = [
    taskOf({ indicator: '甲', leadUnit: '市发改局', due: '', text: '同', progress: '同', remark: '同' }), taskOf({ indicator: '甲', leadUnit: '市发改局', due: '', text: '同', progress: '同', remark: '同', leaders: ['李颖'] }),
    taskOf({ indicator: '乙', leadUnit: '市发改局', due: '', leaders: ['李颖'] }),
  ];
  expect(shared(tasks)).toEqual(['indicator 0+2', 'leadUnit 0+2', 'supportUnits 0+2', 'sections 0+2', 'owners 0+2']);
});

test('[B2] names in another order are another cell, and a difference between two equal rows parts them', () => {
  const [one, other] = [taskOf({ sections: ['外贸科', '外资科'] }), taskOf({ sections: ['外资科', '外贸科'] })];
  expect(shared([one, other, one]).filter((cell) => cell.startsWith('sections'))).toEqual([]);
  expect(shared([one, one, one]).filter((cell) => cell.startsWith('sections'))).toEqual(['sections 0+3']);
});

test('[B2] no cell goes over the beginning of a page', () => {
  const same = Array.from({ length: 5 }, () => taskOf());
  expect(shared(same, (index) => index === 2).filter((cell) => cell.startsWith('indicator'))).toEqual(['indicator 0+2', 'indicator 2+3']);
  expect(shared(same, (index) => index === 4).filter((cell) => cell.startsWith('indicator'))).toEqual(['indicator 0+4']);
});

test('[B2] whatever the tasks, every row of a shared cell says the same, neighbours of different cells do not, and no two cells of a column overlap', () => {
  fc.assert(fc.property(anyTasks(12), (tasks) => {
    const said = (index: number, column: 'indicator' | 'leadUnit' | 'due'): string => tasks[index]?.[column] ?? '';
    for (const column of ['indicator', 'leadUnit', 'due'] as const) {
      const cellOf = tasks.map((_, index) => `own ${String(index)}`);
      for (const { from, count } of sharedCells(tasks).filter((cell) => cell.column === column)) {
        for (let index = from; index < from + count; index += 1) {
          expect(cellOf[index]).toBe(`own ${String(index)}`);
          cellOf[index] = `shared ${String(from)}`;
        }
      }
      for (let index = 1; index < tasks.length; index += 1) {
        const isOne = said(index, column) !== '' && said(index, column) === said(index - 1, column) && said(index, 'indicator') === said(index - 1, 'indicator');
        expect([column, index, cellOf[index] === cellOf[index - 1]]).toEqual([column, index, isOne]);
      }
    }
  }));
});
