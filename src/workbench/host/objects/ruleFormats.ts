// The look that a conditional format gives: font, fill, border, number format.
import { colorOf, flagOf, oneOf, textOf } from '../arguments';
import type { RuleLook } from '../../book/model';
import { NotSupported } from '../../notSupported';
import type { RuleAt } from '../places';
import { defineKind } from '../registry';
import type { Scene } from '../scene';
import { ruleAt } from './rules';

function lookOf(scene: Scene, at: RuleAt): RuleLook {
  return ruleAt(scene, at).look;
}

function change(scene: Scene, at: RuleAt, part: RuleLook): void {
  scene.book.changeRule(at.sheetId, at.rule, { look: { ...lookOf(scene, at), ...part } });
}

function without(scene: Scene, at: RuleAt, parts: readonly (keyof RuleLook)[]): void {
  scene.book.changeRule(at.sheetId, at.rule, { look: Object.fromEntries(Object.entries(lookOf(scene, at)).filter(([name]) => !parts.includes(name as keyof RuleLook))) });
}

export const ruleFormatKind = defineKind('ConditionalRangeFormat', {
  properties: { NumberFormat: { get: (at, scene) => lookOf(scene, at).numberFormat ?? null, set: (at, value, scene) => change(scene, at, { numberFormat: textOf(value, 'numberFormat') }) } },
  objects: {
    Font: (at, scene) => scene.object('ConditionalRangeFont', at),
    Fill: (at, scene) => scene.object('ConditionalRangeFill', at),
    Borders: (at, scene) => scene.object('ConditionalRangeBorderCollection', at),
  },
});

export const ruleFontKind = defineKind('ConditionalRangeFont', {
  properties: {
    Color: { get: (at, scene) => lookOf(scene, at).fontColor ?? '', set: (at, value, scene) => change(scene, at, { fontColor: colorOf(value, 'color') }) },
    Bold: { get: (at, scene) => lookOf(scene, at).bold ?? null, set: (at, value, scene) => change(scene, at, { bold: flagOf(value, 'bold') }) },
    Italic: { get: (at, scene) => lookOf(scene, at).italic ?? null, set: (at, value, scene) => change(scene, at, { italic: flagOf(value, 'italic') }) },
    Strikethrough: { get: (at, scene) => lookOf(scene, at).strikethrough ?? null, set: (at, value, scene) => change(scene, at, { strikethrough: flagOf(value, 'strikethrough') }) },
    Underline: {
      get: (at, scene) => (lookOf(scene, at).underline ? 'Single' : 'None'),
      set: (at, value, scene) => {
        const word = oneOf(value, ['None', 'Single', 'Double'], 'underline');
        if (word === 'Double') throw new NotSupported('ConditionalRangeFont', 'underline', 'double');
        change(scene, at, { underline: word === 'Single' });
      },
    },
  },
  methods: { Clear: (at, _args, scene) => without(scene, at, ['fontColor', 'bold', 'italic', 'strikethrough', 'underline']) },
});

export const ruleFillKind = defineKind('ConditionalRangeFill', {
  properties: { Color: { get: (at, scene) => lookOf(scene, at).fillColor ?? '', set: (at, value, scene) => change(scene, at, { fillColor: colorOf(value, 'color') }) } },
  methods: { Clear: (at, _args, scene) => without(scene, at, ['fillColor']) },
});

const INDEXES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

// The book keeps one colour for all four edges of a rule: what the add-in's rules use. Edges that differ would be lost, so they are refused.
export const ruleBordersKind = defineKind('ConditionalRangeBorderCollection', {
  properties: { Count: { get: () => INDEXES.length } },
  items: (at, scene) => INDEXES.map((index) => scene.object('ConditionalRangeBorder', { ...at, index })),
  item: (at, key, scene) => scene.object('ConditionalRangeBorder', { ...at, index: oneOf(key, INDEXES, 'index') }),
  objects: Object.fromEntries(INDEXES.map((index) => [index.replace('Edge', ''), (at: RuleAt, scene: Scene) => scene.object('ConditionalRangeBorder', { ...at, index })])),
});

export const ruleBorderKind = defineKind('ConditionalRangeBorder', {
  properties: {
    SideIndex: { get: (at) => at.index },
    Style: {
      get: (at, scene) => (lookOf(scene, at).borderColor === undefined ? 'None' : 'Continuous'),
      set: (at, value, scene) => {
        const word = oneOf(value, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'], 'style');
        if (word === 'None') without(scene, at, ['borderColor']);
        else if (word !== 'Continuous') throw new NotSupported('ConditionalRangeBorder', 'style', word);
        else change(scene, at, { borderColor: lookOf(scene, at).borderColor ?? '#000000' });
      },
    },
    Color: { get: (at, scene) => lookOf(scene, at).borderColor ?? '', set: (at, value, scene) => change(scene, at, { borderColor: colorOf(value, 'color') }) },
  },
});
