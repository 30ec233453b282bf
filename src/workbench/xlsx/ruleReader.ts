// Conditional rules of a sheet from their elements. Knows how Excel spells the rules that a book has.
import type { ConditionalRule } from '../book/model';
import { parseAreas } from './areas';
import { formulaForScreen } from './formulaText';
import type { Losses } from './losses';
import type { StyleReader } from './styleReader';
import { isOperator } from './validationReader';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

const TEXT_OPERATORS = { containsText: 'contains', notContainsText: 'notContains', beginsWith: 'beginsWith', endsWith: 'endsWith' } as const;

/**
 * In the order in which they are looked at; priorities are given anew from 0. Ids are for the book to give.
 * Rules that refer to other sheets stand in an extension of the sheet, with areas, formulas and look in elements of their own.
 */
export function readRules(groups: readonly XmlElement[], styles: StyleReader, losses: Losses): ConditionalRule[] {
  const found = groups.flatMap((group) => childrenOf(group, 'cfRule').flatMap((each): ConditionalRule[] => {
    const { dxfId, priority, stopIfTrue } = each.attributes;
    const areas = parseAreas(group.attributes.sqref ?? childOf(group, 'sqref')?.text);
    const ownLook = childOf(each, 'dxf');
    const rule = readRule(each);
    if (!rule) losses.add(/^(?:colorScale|dataBar|iconSet)$/.test(each.attributes.type ?? '') ? 'scales' : 'otherRules');
    return rule === undefined || areas.length === 0 ? [] : [{
      id: '', areas, priority: Number(priority ?? 0), stopIfTrue: isYes(stopIfTrue), rule,
      look: ownLook ? styles.readDifference(ownLook) : styles.differenceOf(dxfId === undefined ? undefined : Number(dxfId)),
    }];
  }));
  return found.sort((a, b) => a.priority - b.priority).map((rule, index) => ({ ...rule, priority: index }));
}

function readRule(each: XmlElement): ConditionalRule['rule'] | undefined {
  const { type = '', operator = '', text } = each.attributes;
  const [first, second] = [...childrenOf(each, 'formula'), ...childrenOf(each, 'f')].map((formula) => formulaForScreen(decodeXstring(formula.text)).slice(1));
  if (type === 'cellIs' && first !== undefined && isOperator(operator)) {
    return { type: 'cellValue', operator, formula1: first, ...(second === undefined ? {} : { formula2: second }) };
  }
  if (type in TEXT_OPERATORS && text !== undefined) {
    return { type: 'containsText', operator: TEXT_OPERATORS[type as keyof typeof TEXT_OPERATORS], text: decodeXstring(text) };
  }

  // Rules on blanks, errors and texts of other cells are formulas underneath
  const isFormula = type === 'expression' || type in TEXT_OPERATORS || /^(?:not)?[cC]ontains(?:Blanks|Errors)$/.test(type);
  return isFormula && first !== undefined ? { type: 'custom', formula: first } : undefined;
}
