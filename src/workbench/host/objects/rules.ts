// Excel's conditional formats: the collection of a range, a rule, and its three kinds that the pretend Excel knows (custom, cell value, text).
import { overlap } from '../../book/area';
import { HostFault, invalid } from '../../book/hostFault';
import type { ConditionalRule } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { flagOf, oneOf, recordOf, textOf, wholeOf } from '../arguments';
import type { RangeAt, RuleAt } from '../places';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';
import { formulaR1C1 } from '../../book/r1c1';
import { areaAt, sheetAt } from './sheetPlace';
import { boundOf, wireBound } from './validations';

type Body = ConditionalRule['rule'];

const TYPES = { custom: 'Custom', cellValue: 'CellValue', containsText: 'ContainsText' } as const;
const CELL_OPERATORS = { Between: 'between', NotBetween: 'notBetween', EqualTo: 'equal', NotEqualTo: 'notEqual', GreaterThan: 'greaterThan', LessThan: 'lessThan', GreaterThanOrEqual: 'greaterThanOrEqual', LessThanOrEqual: 'lessThanOrEqual' } as const;
const TEXT_OPERATORS = { Contains: 'contains', NotContains: 'notContains', BeginsWith: 'beginsWith', EndsWith: 'endsWith' } as const;

/** A rule of a sheet; ItemNotFound when it is gone. */
export function ruleAt(scene: Scene, at: RuleAt): ConditionalRule {
  const rule = sheetAt(scene, at.sheetId).rules.find((each) => each.id === at.rule);
  if (!rule) throw new HostFault('ItemNotFound', 'the conditional format was deleted');
  return rule;
}

/** The rules that touch a range, first looked at first. */
function rulesOn(scene: Scene, at: RangeAt): ConditionalRule[] {
  const area = areaAt(scene, at);
  return sheetAt(scene, at.sheetId).rules.filter((rule) => rule.areas.some((each) => overlap(each, area))).sort((a, b) => a.priority - b.priority);
}

function place(scene: Scene, sheetId: string, rule: ConditionalRule): HostObject {
  return scene.object('ConditionalFormat', { sheetId, rule: rule.id });
}

function ruleNamed(scene: Scene, at: RangeAt, id: unknown): HostObject {
  const rule = rulesOn(scene, at).find((each) => each.id === id);
  if (!rule) throw new HostFault('ItemNotFound', `no conditional format ${String(id)}`);
  return place(scene, at.sheetId, rule);
}

// A new rule does nothing until its condition is set.
const NEW_BODIES: Readonly<Record<string, Body>> = {
  Custom: { type: 'custom', formula: 'FALSE' },
  CellValue: { type: 'cellValue', operator: 'equal', formula1: '=NA()' },
  ContainsText: { type: 'containsText', operator: 'contains', text: '\u0000' },
};

export const conditionalFormatsKind = defineKind('ConditionalFormatCollection', {
  items: (at, scene) => rulesOn(scene, at).map((rule) => place(scene, at.sheetId, rule)),
  item: (at, id, scene) => ruleNamed(scene, at, id),
  methods: {
    Add: (at, [type], scene) => {
      const word = oneOf(type, ['Custom', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue'], 'type');
      const body = NEW_BODIES[word];
      if (!body) throw new NotSupported('ConditionalFormatCollection', 'add', word);
      return place(scene, at.sheetId, scene.book.addRule(at.sheetId, { areas: [areaAt(scene, at)], stopIfTrue: false, rule: { ...body }, look: {} }));
    },
    ClearAll: (at, _args, scene) => scene.book.clearRules(at.sheetId, areaAt(scene, at)),
    GetCount: (at, _args, scene) => rulesOn(scene, at).length,
    GetItem: (at, [id], scene) => ruleNamed(scene, at, id),
    GetItemOrNullObject: (at, [id], scene) => orNull(() => ruleNamed(scene, at, id)),
    GetItemAt: (at, [index], scene) => {
      const rule = rulesOn(scene, at)[wholeOf(index, 'index')];
      if (!rule) throw invalid(`no conditional format at ${String(index)}`);
      return place(scene, at.sheetId, rule);
    },
  },
});

function ofType<K extends 'CustomConditionalFormat' | 'CellValueConditionalFormat' | 'TextConditionalFormat'>(scene: Scene, at: RuleAt, type: Body['type'], kind: K): HostObject | null {
  return ruleAt(scene, at).rule.type === type ? scene.object(kind, at) : null;
}

function mustBe(object: HostObject | null, name: string): HostObject {
  if (!object) throw new HostFault('InvalidOperation', `the conditional format is not of type ${name}`);
  return object;
}

function rangeOf(scene: Scene, at: RuleAt): HostObject {
  const { areas } = ruleAt(scene, at);
  const [first] = areas;
  if (!first || areas.length > 1) throw new HostFault('ItemNotFound', 'the conditional format has several areas');
  return scene.range(at.sheetId, first);
}

export const conditionalFormatKind = defineKind('ConditionalFormat', {
  id: (at) => at.rule,
  properties: {
    Id: { get: (at) => at.rule },
    Type: { get: (at, scene) => TYPES[ruleAt(scene, at).rule.type] },
    Priority: { get: (at, scene) => ruleAt(scene, at).priority, set: (at, value, scene) => scene.book.changeRule(at.sheetId, at.rule, { priority: wholeOf(value, 'priority') }) },
    StopIfTrue: { get: (at, scene) => ruleAt(scene, at).stopIfTrue, set: (at, value, scene) => scene.book.changeRule(at.sheetId, at.rule, { stopIfTrue: flagOf(value, 'stopIfTrue') }) },
  },
  objects: {
    Custom: (at, scene) => mustBe(ofType(scene, at, 'custom', 'CustomConditionalFormat'), 'Custom'),
    CustomOrNullObject: (at, scene) => ofType(scene, at, 'custom', 'CustomConditionalFormat'),
    CellValue: (at, scene) => mustBe(ofType(scene, at, 'cellValue', 'CellValueConditionalFormat'), 'CellValue'),
    CellValueOrNullObject: (at, scene) => ofType(scene, at, 'cellValue', 'CellValueConditionalFormat'),
    TextComparison: (at, scene) => mustBe(ofType(scene, at, 'containsText', 'TextConditionalFormat'), 'ContainsText'),
    TextComparisonOrNullObject: (at, scene) => ofType(scene, at, 'containsText', 'TextConditionalFormat'),
    DataBarOrNullObject: () => null, ColorScaleOrNullObject: () => null, IconSetOrNullObject: () => null, TopBottomOrNullObject: () => null, PresetOrNullObject: () => null,
  },
  methods: {
    GetRange: (at, _args, scene) => rangeOf(scene, at),
    GetRangeOrNullObject: (at, _args, scene) => orNull(() => rangeOf(scene, at)),
    GetRanges: (at, _args, scene) => scene.object('RangeAreas', { sheetId: at.sheetId, ranges: ruleAt(scene, at).areas.map((area) => scene.range(at.sheetId, area).at) }),
    Delete: (at, _args, scene) => { ruleAt(scene, at); scene.book.deleteRule(at.sheetId, at.rule); },
  },
});

function bodyOf<T extends Body['type']>(scene: Scene, at: RuleAt, type: T): Body & { type: T } {
  const { rule } = ruleAt(scene, at);
  if (rule.type !== type) throw new HostFault('InvalidOperation', `the conditional format is not of type ${type}`);
  return rule as Body & { type: T };
}

function ownFormula(scene: Scene, at: RuleAt): string {
  const { formula } = bodyOf(scene, at, 'custom');
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function setFormula(scene: Scene, at: RuleAt, value: unknown): void {
  bodyOf(scene, at, 'custom');
  scene.book.changeRule(at.sheetId, at.rule, { rule: { type: 'custom', formula: textOf(value, 'formula').replace(/^=/, '') } });
}

export const customRuleKind = defineKind('CustomConditionalFormat', {
  objects: {
    Rule: (at, scene) => scene.object('ConditionalFormatRule', at),
    Format: (at, scene) => scene.object('ConditionalRangeFormat', at),
  },
});

export const conditionalRuleKind = defineKind('ConditionalFormatRule', {
  properties: {
    Formula: { get: (at, scene) => ownFormula(scene, at), set: (at, value, scene) => setFormula(scene, at, value) },
    FormulaLocal: { get: (at, scene) => ownFormula(scene, at), set: (at, value, scene) => setFormula(scene, at, value) },
    FormulaR1C1: {
      get: (at, scene) => {
        const [first] = ruleAt(scene, at).areas;
        return first ? formulaR1C1(ownFormula(scene, at), first.top, first.left) : ownFormula(scene, at);
      },
    },
  },
});

function wordOf<T extends string>(words: Readonly<Record<string, T>>, value: T): string {
  return Object.entries(words).find(([, each]) => each === value)?.[0] ?? value;
}

export const cellValueRuleKind = defineKind('CellValueConditionalFormat', {
  properties: {
    Rule: {
      get: (at, scene) => {
        const body = bodyOf(scene, at, 'cellValue');
        return { formula1: ruleBound(body.formula1), ...(body.formula2 === undefined ? {} : { formula2: ruleBound(body.formula2) }), operator: wordOf(CELL_OPERATORS, body.operator) };
      },
      set: (at, value, scene) => {
        const given = recordOf(value, 'rule');
        const operator = CELL_OPERATORS[oneOf(given.operator, Object.keys(CELL_OPERATORS) as (keyof typeof CELL_OPERATORS)[], 'operator')];
        const needsTwo = operator === 'between' || operator === 'notBetween';
        scene.book.changeRule(at.sheetId, at.rule, {
          rule: { type: 'cellValue', operator, formula1: boundOf(scene, given.formula1, 'formula1').replace(/^=/, ''), ...(needsTwo ? { formula2: boundOf(scene, given.formula2, 'formula2').replace(/^=/, '') } : {}) },
        });
      },
    },
  },
  objects: { Format: (at, scene) => scene.object('ConditionalRangeFormat', at) },
});

function ruleBound(formula: string): string {
  const value = wireBound(formula.replace(/^=/, ''));
  return typeof value === 'number' ? String(value) : `=${formula.replace(/^=/, '')}`;
}

export const textRuleKind = defineKind('TextConditionalFormat', {
  properties: {
    Rule: {
      get: (at, scene) => { const body = bodyOf(scene, at, 'containsText'); return { operator: wordOf(TEXT_OPERATORS, body.operator), text: body.text }; },
      set: (at, value, scene) => {
        const given = recordOf(value, 'rule');
        const operator = TEXT_OPERATORS[oneOf(given.operator, Object.keys(TEXT_OPERATORS) as (keyof typeof TEXT_OPERATORS)[], 'operator')];
        scene.book.changeRule(at.sheetId, at.rule, { rule: { type: 'containsText', operator, text: textOf(given.text, 'text') } });
      },
    },
  },
  objects: { Format: (at, scene) => scene.object('ConditionalRangeFormat', at) },
});
