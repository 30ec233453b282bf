// Excel's DataValidation: rule, prompt and alert of a range, in the shape of Office.js.
import { addressOf, overlap, quotedSheetName } from '../../book/area';
import { invalid } from '../../book/hostFault';
import type { ComparisonOperator, Validation } from '../../book/model';
import { NotSupported } from '../../notSupported';
import { flagOf, isOf, oneOf, optionalFlag, optionalOneOf, optionalText, recordOf } from '../arguments';
import type { RangeAt } from '../places';
import { defineKind } from '../registry';
import type { Scene } from '../scene';
import { areaAt, sheetAt } from './sheetPlace';

type Draft = Omit<Validation, 'areas'>;

export const OPERATORS = {
  Between: 'between', NotBetween: 'notBetween', EqualTo: 'equal', NotEqualTo: 'notEqual', GreaterThan: 'greaterThan', LessThan: 'lessThan', GreaterThanOrEqualTo: 'greaterThanOrEqual', LessThanOrEqualTo: 'lessThanOrEqual',
} as const satisfies Record<string, ComparisonOperator>;

const KINDS = { wholeNumber: 'whole', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength' } as const;
const TYPES = { list: 'List', whole: 'WholeNumber', decimal: 'Decimal', date: 'Date', time: 'Time', textLength: 'TextLength', custom: 'Custom' } as const;
const ALERTS = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

/** A bound as Excel keeps it: a formula, or a number; days come as ISO texts too. */
export function boundOf(scene: Scene, value: unknown, what: string): string {
  if (typeof value === 'number') return String(value);
  if (isOf(value, 'Range')) return `=${quotedSheetName(sheetAt(scene, value.at.sheetId).name)}!${addressOf(areaAt(scene, value.at), true)}`;
  if (typeof value !== 'string' || value === '') throw invalid(`${what} is missing`);
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/.exec(value);
  return day ? String(Math.round(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 86_400_000) + 25_569 - (scene.book.date1904 ? 1462 : 0)) : value;
}

function draftOf(scene: Scene, given: unknown): Pick<Draft, 'type' | 'operator' | 'formula1' | 'formula2' | 'inCellDropDown'> {
  const rules = Object.entries(recordOf(given, 'rule')).filter(([, value]) => value !== undefined && value !== null);
  const [first] = rules;
  if (!first || rules.length > 1) throw invalid('a validation has exactly one rule');
  const [name, value] = first;
  const rule = recordOf(value, name);
  if (name === 'list') {
    const source = rule.source;
    if (typeof source === 'string' && source === '') throw invalid('a list needs a source');
    return { type: 'list', formula1: typeof source === 'string' ? source : boundOf(scene, source, 'source'), inCellDropDown: optionalFlag(rule.inCellDropDown, 'inCellDropDown') ?? true };
  }
  if (name === 'custom') return { type: 'custom', formula1: boundOf(scene, rule.formula, 'formula'), inCellDropDown: true };
  if (!Object.hasOwn(KINDS, name)) throw invalid(`no kind of validation: ${name}`);
  const operator = OPERATORS[oneOf(rule.operator, Object.keys(OPERATORS) as (keyof typeof OPERATORS)[], 'operator')];
  const needsTwo = operator === 'between' || operator === 'notBetween';
  if (needsTwo && (rule.formula2 === undefined || rule.formula2 === null)) throw invalid('between needs two bounds');
  return {
    type: KINDS[name as keyof typeof KINDS], operator, formula1: boundOf(scene, rule.formula1, 'formula1'), inCellDropDown: true,
    ...(needsTwo ? { formula2: boundOf(scene, rule.formula2, 'formula2') } : {}),
  };
}

/** A bound as Office.js reads it: numbers as numbers. */
export function wireBound(formula: string | undefined): string | number | undefined {
  return formula !== undefined && formula !== '' && !formula.startsWith('=') && !Number.isNaN(Number(formula)) ? Number(formula) : formula;
}

function wireRule(validation: Validation | undefined): Record<string, unknown> {
  if (!validation) return {};
  if (validation.type === 'list') return { list: { inCellDropDown: validation.inCellDropDown, source: validation.formula1 } };
  if (validation.type === 'custom') return { custom: { formula: validation.formula1 } };
  const name = Object.entries(KINDS).find(([, type]) => type === validation.type)?.[0] ?? validation.type;
  const operator = Object.entries(OPERATORS).find(([, word]) => word === (validation.operator ?? 'between'))?.[0];
  return { [name]: { formula1: wireBound(validation.formula1), ...(validation.formula2 === undefined ? {} : { formula2: wireBound(validation.formula2) }), operator } };
}

/** The one validation of all cells of a range; 'mixed' where they differ. */
function common(scene: Scene, at: RangeAt): Validation | undefined | 'mixed' {
  const area = areaAt(scene, at);
  const touching = sheetAt(scene, at.sheetId).validations.filter((each) => each.areas.some((other) => overlap(other, area)));
  const [one] = touching;
  if (!one) return undefined;
  const whole = one.areas.some((other) => other.top <= area.top && other.bottom >= area.bottom && other.left <= area.left && other.right >= area.right);
  return touching.length === 1 && whole ? one : 'mixed';
}

function read(scene: Scene, at: RangeAt): Validation | undefined {
  const found = common(scene, at);
  return found === 'mixed' ? undefined : found;
}

function change(scene: Scene, at: RangeAt, part: Partial<Draft>): void {
  const found = common(scene, at);
  if (found === 'mixed') throw new NotSupported('DataValidation', 'set', 'over a mixture of validations');
  // Without a rule there is nothing yet that a prompt or alert could belong to; Excel then has "any value".
  const before: Draft = found ?? { type: 'custom', formula1: '=TRUE', ignoreBlanks: true, inCellDropDown: true };
  const { areas: _areas, ...draft } = before as Validation;
  scene.book.setValidation(at.sheetId, [areaAt(scene, at)], { ...draft, ...part });
}

export const dataValidationKind = defineKind('DataValidation', {
  properties: {
    Type: { get: (at, scene) => { const found = common(scene, at); return found === undefined ? 'None' : found === 'mixed' ? 'Inconsistent' : TYPES[found.type]; } },
    Rule: {
      get: (at, scene) => (common(scene, at) === 'mixed' ? null : wireRule(read(scene, at))),
      set: (at, value, scene) => {
        const draft = draftOf(scene, value);
        const found = read(scene, at);
        scene.book.setValidation(at.sheetId, [areaAt(scene, at)], {
          ...draft, ignoreBlanks: found?.ignoreBlanks ?? true, ...(found?.prompt ? { prompt: found.prompt } : {}), ...(found?.alert ? { alert: found.alert } : {}),
        });
      },
    },
    IgnoreBlanks: { get: (at, scene) => read(scene, at)?.ignoreBlanks ?? true, set: (at, value, scene) => change(scene, at, { ignoreBlanks: flagOf(value, 'ignoreBlanks') }) },
    Prompt: {
      get: (at, scene) => { const prompt = read(scene, at)?.prompt; return { showPrompt: prompt?.show ?? true, title: prompt?.title ?? '', message: prompt?.message ?? '' }; },
      set: (at, value, scene) => {
        const given = recordOf(value, 'prompt');
        const prompt = { title: optionalText(given.title, 'title') ?? '', message: optionalText(given.message, 'message') ?? '', show: optionalFlag(given.showPrompt, 'showPrompt') ?? true };
        if (prompt.title.length > 32 || prompt.message.length > 255) throw invalid('a prompt has at most 32 and 255 characters');
        change(scene, at, { prompt });
      },
    },
    ErrorAlert: {
      get: (at, scene) => { const alert = read(scene, at)?.alert; return { showAlert: alert?.show ?? true, style: ALERTS[alert?.style ?? 'stop'], title: alert?.title ?? '', message: alert?.message ?? '' }; },
      set: (at, value, scene) => {
        const given = recordOf(value, 'errorAlert');
        const word = optionalOneOf(given.style, ['Stop', 'Warning', 'Information'], 'Stop', 'style');
        const alert = {
          title: optionalText(given.title, 'title') ?? '', message: optionalText(given.message, 'message') ?? '', show: optionalFlag(given.showAlert, 'showAlert') ?? true,
          style: word === 'Stop' ? 'stop' as const : word === 'Warning' ? 'warning' as const : 'information' as const,
        };
        if (alert.title.length > 32 || alert.message.length > 255) throw invalid('an alert has at most 32 and 255 characters');
        change(scene, at, { alert });
      },
    },
    Valid: { get: (at, scene) => validity(scene, at) },
  },
  methods: {
    Clear: (at, _args, scene) => scene.book.setValidation(at.sheetId, [areaAt(scene, at)], undefined),
  },
});

/** true when every cell of the range obeys, false when none does, null when some do. */
function validity(scene: Scene, at: RangeAt): boolean | null {
  const area = areaAt(scene, at);
  let good = 0;
  let bad = 0;
  const used = scene.book.usedArea(at.sheetId, true);
  const bottom = Math.min(area.bottom, Math.max(area.top, used?.bottom ?? 0));
  for (let row = area.top; row <= bottom; row++) {
    for (let column = area.left; column <= Math.min(area.right, area.left + 16_383); column++) {
      if (scene.book.isValid(at.sheetId, row, column)) good++;
      else bad++;
    }
  }
  return bad === 0 ? true : good === 0 ? false : null;
}
