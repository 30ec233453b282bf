// Excel's manual page breaks: the collections of a sheet, and one break with the cell after it.
import { HostFault, invalid } from '../../book/hostFault';
import { breaksOf, withBreaks } from '../../book/pageBreaks';
import { wholeOf } from '../arguments';
import type { PageBreakAt, PageBreaksAt } from '../places';
import { defineKind, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { rangeArgument } from './rangeArgument';
import { areaAt, sheetAt } from './sheetPlace';

function breaks(scene: Scene, { id, line }: PageBreaksAt): readonly number[] {
  return breaksOf(sheetAt(scene, id).page, line);
}

function place(scene: Scene, { id, line }: PageBreaksAt, before: number): HostObject {
  return scene.object('PageBreak', { id, line, before });
}

/** The row or column before which a break still stands. */
function standing(scene: Scene, at: PageBreakAt): number {
  if (!breaks(scene, at).includes(at.before)) throw new HostFault('ItemNotFound', 'the page break was deleted');
  return at.before;
}

/** By the number of its row or column, which is how Office.js keeps an item, or by its place in the collection. */
function item(scene: Scene, at: PageBreaksAt, key: unknown): HostObject {
  if (typeof key === 'string') return place(scene, at, standing(scene, { ...at, before: Number(key) }));
  const before = breaks(scene, at)[wholeOf(key, 'index')];
  if (before === undefined) throw invalid(`no page break at ${String(key)}`);
  return place(scene, at, before);
}

export const pageBreaksKind = defineKind('PageBreakCollection', {
  items: (at, scene) => breaks(scene, at).map((before) => place(scene, at, before)),
  item: (at, key, scene) => item(scene, at, key),
  methods: {
    Add: (at, [range], scene) => {
      const given = rangeArgument(scene, { sheetId: at.id }, range);
      if (given.sheetId !== at.id) throw invalid('the range of a page break is on another sheet');
      const { top, left } = areaAt(scene, given);
      const before = at.line === 'rows' ? top : left;
      scene.book.setPage(at.id, withBreaks(at.line, [...breaks(scene, at), before]));
      return place(scene, at, before);
    },
    GetCount: (at, _args, scene) => breaks(scene, at).length,
    RemovePageBreaks: (at, _args, scene) => scene.book.setPage(at.id, withBreaks(at.line, [])),
  },
});

export const pageBreakKind = defineKind('PageBreak', {
  id: (at) => String(at.before), idName: '_Id',
  properties: {
    ColumnIndex: { get: (at, scene) => { const before = standing(scene, at); return at.line === 'columns' ? before : 0; } },
    RowIndex: { get: (at, scene) => { const before = standing(scene, at); return at.line === 'rows' ? before : 0; } },
  },
  methods: {
    Delete: (at, _args, scene) => {
      const gone = standing(scene, at);
      scene.book.setPage(at.id, withBreaks(at.line, breaks(scene, at).filter((before) => before !== gone)));
    },
    GetCellAfterBreak: (at, _args, scene) => {
      const before = standing(scene, at);
      const [row, column] = at.line === 'rows' ? [before, 0] : [0, before];
      return scene.range(at.id, { top: row, bottom: row, left: column, right: column });
    },
  },
});
