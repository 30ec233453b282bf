// The borders of a range: four edges and the lines inside, each kept on the sides of the cells.
import { invalid } from '../../book/hostFault';
import type { Area, BorderSide, CellStyle } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { oneOf } from '../arguments';
import type { RangeAt } from '../places';
import { defineKind, type Property } from '../registry';
import type { Scene } from '../scene';
import { changedSide } from './looks';
import { commonLook } from './rangeValues';
import { areaAt } from './sheetPlace';

type Edge = 'top' | 'bottom' | 'left' | 'right';
export const BORDER_INDEXES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'] as const;

/** The cells and sides that a border index means. */
function partsOf(area: Area, index: string): { area: Area; edge: Edge }[] {
  switch (index) {
    case 'EdgeTop': return [{ area: { ...area, bottom: area.top }, edge: 'top' }];
    case 'EdgeBottom': return [{ area: { ...area, top: area.bottom }, edge: 'bottom' }];
    case 'EdgeLeft': return [{ area: { ...area, right: area.left }, edge: 'left' }];
    case 'EdgeRight': return [{ area: { ...area, left: area.right }, edge: 'right' }];
    case 'InsideHorizontal': return area.bottom === area.top ? [] : [{ area: { ...area, bottom: area.bottom - 1 }, edge: 'bottom' }, { area: { ...area, top: area.top + 1 }, edge: 'top' }];
    case 'InsideVertical': return area.right === area.left ? [] : [{ area: { ...area, right: area.right - 1 }, edge: 'right' }, { area: { ...area, left: area.left + 1 }, edge: 'left' }];
    case 'DiagonalDown':
    case 'DiagonalUp': return [];
    default: throw invalid(`no border ${index}`);
  }
}

function sideOf(style: CellStyle, edge: Edge): BorderSide | undefined {
  return style[edge];
}

const NO_LINE = { Style: 'None', Color: '#000000', Weight: 'Thin' } as const;

function borderProperty(name: 'Style' | 'Color' | 'Weight'): Property<{ range: RangeAt; index: string }> {
  const read = (side: BorderSide | undefined): string => (side === undefined ? NO_LINE[name] : name === 'Style' ? side.line : name === 'Color' ? side.color : side.weight);
  return {
    get: (at, scene) => {
      const parts = partsOf(areaAt(scene, at.range), at.index);
      const first = parts[0];
      return first ? commonLook(scene, { sheetId: at.range.sheetId, area: first.area }, (style) => read(sideOf(style, first.edge))) : NO_LINE[name];
    },
    set: (at, value, scene) => {
      if (at.index.startsWith('Diagonal')) {
        if (name === 'Style' && value === 'None') return;
        throw new NotSupported('RangeBorder', name.toLowerCase(), 'diagonal lines');
      }
      for (const part of partsOf(areaAt(scene, at.range), at.index)) setSide(scene, at.range.sheetId, part, name, value);
    },
  };
}

function setSide(scene: Scene, sheetId: string, part: { area: Area; edge: Edge }, name: 'Style' | 'Color' | 'Weight', value: unknown): void {
  const { area, edge } = part;
  scene.book.restyle(sheetId, area, (style) => ({ [edge]: changedSide(style[edge], name, value) }));
}

export const rangeBordersKind = defineKind('RangeBorderCollection', {
  properties: { Count: { get: () => BORDER_INDEXES.length } },
  items: (at, scene) => BORDER_INDEXES.map((index) => scene.object('RangeBorder', { range: at, index })),
  item: (at, key, scene) => scene.object('RangeBorder', { range: at, index: oneOf(key, BORDER_INDEXES, 'index') }),
  methods: {
    GetItemAt: (at, [index], scene) => {
      const name = typeof index === 'number' ? BORDER_INDEXES[index] : undefined;
      if (name === undefined) throw invalid(`no border ${String(index)}`);
      return scene.object('RangeBorder', { range: at, index: name });
    },
  },
});

export const rangeBorderKind = defineKind('RangeBorder', {
  id: (at) => at.index, idName: '_Id',
  properties: { Style: borderProperty('Style'), Color: borderProperty('Color'), Weight: borderProperty('Weight'), SideIndex: { get: (at) => at.index } },
});
