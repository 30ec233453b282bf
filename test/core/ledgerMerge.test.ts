// Building over an existing ledger (L7): what is kept, changed, added and gone, and that nothing filled in is ever lost.
import fc from 'fast-check';
import { readDue } from '../../src/core/deadline';
import type { CellValue, ExistingRow, RebuildPlan } from '../../src/core/ledgerMerge';
import { filledInColumns, planRebuild } from '../../src/core/ledgerMerge';
import { toSerial } from '../../src/core/plainDate';
import type { LedgerColumn } from '../../src/core/task';
import { plan2021, rowOf, taskOf } from './plans';

const plan = plan2021();
const asBuilt = plan.tasks.map((task, index) => rowOf(task, 4 + index));

function withCells(id: string, cells: Partial<Record<LedgerColumn, CellValue>>): ExistingRow[] {
  return asBuilt.map((row) => (row.cells.id === id ? { ...row, cells: { ...row.cells, ...cells } } : row));
}

function rowFor(rebuild: RebuildPlan, id: string): RebuildPlan['rows'][number] {
  const found = rebuild.rows.find((row) => row.existing.cells.id === id);
  if (found === undefined) throw new Error(`No row ${id}`);
  return found;
}

describe('a rebuild', () => {
  test('[L7] the same plan over its own ledger changes nothing', () => {
    const rebuild = planRebuild(asBuilt, plan);
    expect(rebuild.counts).toEqual({ kept: 13, changed: 0, gone: 0, repeated: 0, unnumbered: 0, blank: 0, added: 0, changes: 0 });
    expect(rebuild.problems).toEqual([]);
  });

  test('[L7] what people filled in is carried over by 编号', () => {
    const rebuild = planRebuild(withCells('2.2', { progress: '已公示收费清单', remark: '见附件', doneOn: toSerial('2021-06-25') ?? '' }), plan);
    expect(rowFor(rebuild, '2.2')).toMatchObject({ kind: 'kept', task: { progress: '已公示收费清单', remark: '见附件', doneOn: '2021-06-25' } });
    expect(rebuild.changes).toEqual([]);
  });

  test('[L7] a 办结日期 that is no day is carried over as the text that it is', () => {
    const row = rowFor(planRebuild(withCells('2.2', { doneOn: '六月底' }), plan), '2.2');
    expect(row).toMatchObject({ kind: 'kept', task: { doneOn: '', doneOnText: '六月底' } });
  });

  test('[L7] an official cell that someone changed is shown with old and new', () => {
    const rebuild = planRebuild(withCells('2.1', { due: toSerial('2021-10-31') ?? '', owners: '邓海波' }), plan);
    expect(rebuild.changes).toEqual([
      { row: 5, taskId: '2.1', column: 'owners', old: '邓海波', new: '胡毅' },
      { row: 5, taskId: '2.1', column: 'due', old: '2021年10月31日', new: '2021年9月' },
    ]);
    expect(rebuild.counts).toMatchObject({ kept: 12, changed: 1, changes: 2 });
  });

  test('[L4] typesetting is no change', () => {
    expect(planRebuild(withCells('6.1', { owners: '黄万红\n邓 善\n王  艳\n胡  毅', supportUnits: '市金融工作局、\n市交通运输局、市发改局、市投资促进局' }), plan).changes).toEqual([]);
    expect(planRebuild(withCells('6.1', { owners: '黄万红 邓 善 王 艳 胡 毅' }), plan).changes).toEqual([]);
  });

  test('[D7] in a workbook that counts from 1904 the same days are the same days', () => {
    const from1904 = plan.tasks.map((task, index) => rowOf(task, index, { due: task.due.kind === 'date' ? (toSerial(task.due.on, true) ?? '') : '', doneOn: toSerial('2021-06-25', true) ?? '' }));
    const rebuild = planRebuild(from1904, plan, true);
    expect(rebuild.changes).toEqual([]);
    expect(rowFor(rebuild, '2.2')).toMatchObject({ task: { doneOn: '2021-06-25' } });
    expect(planRebuild(from1904, plan).counts.changes).toBe(13);
  });

  test('[L7] the order of people is a change', () => {
    expect(planRebuild(withCells('1.1', { owners: '黄万红、邓善' }), plan).changes).toHaveLength(1);
  });

  test('[L5] a day that stands as text becomes a true day, and that is said', () => {
    expect(planRebuild(withCells('2.1', { due: '2021年9月' }), plan).changes).toEqual([{ row: 5, taskId: '2.1', column: 'due', old: '2021年9月', new: '2021年9月', asText: true }]);
  });

  test('[L5] a deadline that the plan cannot read replaces none silently', () => {
    const unreadable = { ...plan, tasks: plan.tasks.map((task) => (task.id === '2.1' ? { ...task, due: readDue('2021年13月', { year: 2021 }) } : task)) };
    expect(planRebuild(asBuilt, unreadable).changes).toEqual([{ row: 5, taskId: '2.1', column: 'due', old: '2021年9月30日', new: '2021年13月' }]);
  });

  test('[L7] tasks that the plan no longer has stay and are reported', () => {
    const shorter = { ...plan, tasks: plan.tasks.filter((task) => task.id !== '3.4') };
    const rebuild = planRebuild(withCells('3.4', { progress: '已接入' }), shorter);
    expect(rowFor(rebuild, '3.4')).toMatchObject({ kind: 'gone', existing: { cells: { progress: '已接入' } } });
    expect(rebuild.problems).toMatchObject([{ rule: 'L7', kind: 'gone', level: 'note', at: { taskId: '3.4' }, values: { row: 12 } }]);
  });

  test('[L7] tasks that the ledger does not have are added in the plan’s order', () => {
    const rebuild = planRebuild(asBuilt.filter((row) => row.cells.id !== '2.2' && row.cells.id !== '5.3'), plan);
    expect(rebuild.added.map((task) => task.id)).toEqual(['2.2', '5.3']);
  });

  test('[L7] a second row of one 编号 stays and is reported; the one that reads like the task is the task’s', () => {
    const copied = rowOf(taskOf(plan, '2.2'), 3, { text: '另一项任务', progress: '第一行写的' });
    const rebuild = planRebuild([copied, ...withCells('2.2', { progress: '第二行写的' })], plan);
    expect(rebuild.rows[0]).toMatchObject({ kind: 'repeated', existing: { cells: { progress: '第一行写的' } } });
    expect(rebuild.rows.find((row) => row.kind === 'kept' && row.task.id === '2.2')).toMatchObject({ task: { progress: '第二行写的' } });
    expect(rebuild.problems).toMatchObject([{ rule: 'L7', kind: 'repeated', level: 'warning', values: { id: '2.2', row: 4 } }]);
  });

  test('[L7] rows without a 编号, or with something else there, stay and are reported; empty rows are no matter', () => {
    const loose = [
      { row: 20, cells: { id: '', progress: '没有编号的一行' } },
      { row: 21, cells: { id: '合计', text: '13项' } },
      { row: 22, cells: { id: '', status: '时限待核' } },
    ];
    const rebuild = planRebuild([...asBuilt, ...loose], plan);
    expect(rebuild.rows.slice(13).map((row) => row.kind)).toEqual(['unnumbered', 'unnumbered', 'blank']);
    expect(rebuild.problems.map((problem) => problem.values['row'])).toEqual([21, 22]);
  });

  test('[L6] the same 编号 over an entirely different task is said', () => {
    const rebuild = planRebuild(withCells('3.3', { text: '组织参加进口博览会' }), plan);
    expect(rebuild.problems).toMatchObject([{ rule: 'L7', kind: 'otherTask', level: 'warning', at: { taskId: '3.3', column: 'text' }, values: { old: '组织参加进口博览会' } }]);
    expect(planRebuild(withCells('3.3', { text: '加大对评标专家的管理力度，打击评标违法违规行为' }), plan).problems).toEqual([]);
  });

  test('[L6] a 编号 that Excel made a number is found, and said', () => {
    const rebuild = planRebuild(asBuilt.map((row) => (row.cells.id === '2.1' ? { ...row, cells: { ...row.cells, id: 2.1 } } : row)), plan);
    expect(rebuild.counts).toMatchObject({ kept: 13, added: 0 });
    expect(rebuild.problems).toMatchObject([{ rule: 'L6', kind: 'idIsNumber', level: 'warning' }]);
  });

  test('[L7] the plan’s own entries go only where nothing stands', () => {
    const full = { ...plan, tasks: plan.tasks.map((task) => (task.id === '2.2' ? { ...task, progress: '方案中的', remark: '方案备注' } : task)) };
    const rebuild = planRebuild(withCells('2.2', { progress: '人填的' }), full);
    expect(rowFor(rebuild, '2.2')).toMatchObject({ task: { progress: '人填的', remark: '方案备注' }, changes: [{ column: 'remark', old: '', new: '方案备注' }] });
    expect(rebuild.problems).toMatchObject([{ rule: 'L7', kind: 'filledKept', level: 'note', values: { kept: '人填的', planned: '方案中的' } }]);
  });
});

/** Ledgers in any disorder: rows doubled, renumbered, emptied, filled in, sorted otherwise. */
const anyLedger = fc.array(
  fc.record({
    from: fc.nat(plan.tasks.length - 1),
    id: fc.oneof({ weight: 4, arbitrary: fc.constant('own') }, { weight: 1, arbitrary: fc.constantFrom('', '2.1', '3.3', '9.9', '合计', ' 2.2 ') }),
    progress: fc.constantFrom('', '无', '已完成3项', '=1+1', ' '),
    remark: fc.constantFrom('', '见附件'),
    doneOn: fc.constantFrom<CellValue>('', 44377, '六月底', '2021-06-30'),
    due: fc.constantFrom<CellValue>('own', '', 44561, '2021年13月', '长期'),
  }),
  { maxLength: 25 },
).map((rows) => rows.map(({ from, id, due, ...cells }, index) => {
  const task = plan.tasks[from];
  if (task === undefined) throw new Error('The seed has tasks.');
  const row = rowOf(task, index, cells);
  return { ...row, cells: { ...row.cells, ...(id === 'own' ? {} : { id }), ...(due === 'own' ? {} : { due }) } };
}));

describe('a rebuild of any ledger', () => {
  test('[L7] has every existing row once, in its order, and every task of the plan once', () => {
    fc.assert(fc.property(anyLedger, (ledger) => {
      const rebuild = planRebuild(ledger, plan);
      expect(rebuild.rows.map((row) => row.existing)).toEqual(ledger);
      const ids = [...rebuild.rows.flatMap((row) => (row.kind === 'kept' || row.kind === 'changed' ? [row.task.id] : [])), ...rebuild.added.map((task) => task.id)];
      expect(ids.sort()).toEqual(plan.tasks.map((task) => task.id).sort());
    }));
  });

  test('[L7] loses and changes nothing that people filled in', () => {
    fc.assert(fc.property(anyLedger, (ledger) => {
      for (const row of planRebuild(ledger, plan).rows) {
        if (row.kind !== 'kept' && row.kind !== 'changed') continue;
        const { progress, remark, doneOn } = row.existing.cells;
        expect(row.changes.filter((change) => (filledInColumns as readonly string[]).includes(change.column) && change.old !== '')).toEqual([]);
        if (String(progress).trim() !== '') expect(row.task.progress).toBe(progress);
        if (remark !== '') expect(row.task.remark).toBe(remark);
        if (doneOn !== '') expect([row.task.doneOn, row.task.doneOnText]).toEqual(doneOn === '六月底' ? ['', '六月底'] : ['2021-06-30', undefined]);
      }
    }));
  });

  test('[L7] reports every row that stays without being the plan’s', () => {
    fc.assert(fc.property(anyLedger, (ledger) => {
      const { rows, problems, counts } = planRebuild(ledger, plan);
      const apart = rows.filter((row) => row.kind === 'gone' || row.kind === 'repeated' || row.kind === 'unnumbered').map((row) => row.existing.row + 1);
      expect(problems.filter((problem) => ['gone', 'repeated', 'unnumbered'].includes(problem.kind)).map((problem) => problem.values['row'])).toEqual(apart);
      expect(counts.kept + counts.changed + counts.gone + counts.repeated + counts.unnumbered + counts.blank).toBe(ledger.length);
    }));
  });

  test('[L7] done twice is done once: after the changes nothing is left to change', () => {
    fc.assert(fc.property(anyLedger, (ledger) => {
      const first = planRebuild(ledger, plan);
      const dueOf = (id: string): CellValue => {
        const { due } = taskOf(plan, id);
        return due.kind === 'date' ? (toSerial(due.on) ?? '') : due.text;
      };
      const after = first.rows.map(({ existing }) => {
        const own = first.changes.filter((change) => change.row === existing.row);
        return { ...existing, cells: { ...existing.cells, ...Object.fromEntries(own.map((change) => [change.column, change.column === 'due' ? dueOf(change.taskId) : change.new])) } };
      });
      expect(planRebuild([...after, ...first.added.map((task, index) => rowOf(task, 100 + index))], plan).changes).toEqual([]);
    }));
  });
});

describe('a rebuild of a large ledger', () => {
  test('[X2] 20,000 rows take time in proportion', () => {
    const ledger = (count: number): [ExistingRow[], typeof plan] => {
      const tasks = Array.from({ length: count }, (_, index) => ({ ...(plan.tasks[index % plan.tasks.length] ?? taskOf(plan, '1.1')), id: `1.${index + 1}` }));
      return [tasks.map((task, index) => rowOf(task, index)), { ...plan, tasks }];
    };
    const time = (count: number): number => {
      const [rows, large] = ledger(count);
      const begun = performance.now();
      expect(planRebuild(rows, large).counts.kept).toBe(count);
      return performance.now() - begun;
    };
    time(2000);
    const small = Math.min(time(2000), time(2000), time(2000));
    expect(Math.min(time(20_000), time(20_000))).toBeLessThan(small * 30 + 200);
  });
});
