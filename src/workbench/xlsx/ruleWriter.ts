// Conditional rules of a sheet as its conditionalFormatting elements. Knows how Excel spells each kind of rule as a formula.
import { addressOf, columnLetters } from '../book/area';
import type { ConditionalRule, Sheet } from '../book/model';
import { areasText } from './areas';
import { formulaForFile } from './formulaText';
import type { StyleWriter } from './styleWriter';
import { element, escapeText, type Attributes } from './xmlText';

/** Rules on the same areas share an element; each keeps its own place in the order. */
export function rulesPart(sheet: Sheet, styles: StyleWriter): string {
  const groups = new Map<string, string>();
  [...sheet.rules].sort((a, b) => a.priority - b.priority).forEach((rule, index) => {
    if (rule.areas.length === 0) return;
    const place = areasText(rule.areas);
    groups.set(place, (groups.get(place) ?? '') + ruleXml(rule, index + 1, styles));
  });
  return [...groups].map(([sqref, rules]) => element('conditionalFormatting', { sqref }, rules)).join('');
}

function ruleXml({ rule, areas, look, stopIfTrue }: ConditionalRule, priority: number, styles: StyleWriter): string {
  const first = areas[0]!;
  const cell = addressOf({ top: first.top, bottom: first.top, left: first.left, right: first.left });
  const common: Attributes = {
    dxfId: Object.keys(look).length > 0 ? styles.differenceOf(look) : undefined, priority, stopIfTrue: stopIfTrue || undefined,
  };
  const xml = (attributes: Attributes, formulas: readonly (string | undefined)[]) => element('cfRule', { ...attributes, ...common }, formulas
    .map((formula) => (formula === undefined ? '' : `<formula>${escapeText(formulaForFile(formula))}</formula>`)).join(''));
  switch (rule.type) {
    case 'custom': return xml({ type: 'expression' }, [rule.formula]);
    case 'cellValue': return xml({ type: 'cellIs', operator: rule.operator }, [rule.formula1, rule.formula2]);
    case 'containsText': return xml(
      { type: rule.operator === 'contains' ? 'containsText' : rule.operator === 'notContains' ? 'notContainsText' : rule.operator,
        operator: rule.operator === 'contains' ? 'containsText' : rule.operator, text: rule.text },
      [textFormula(rule.operator, rule.text, cell)],
    );
  }
}

/** Excel judges by the formula; the attributes only tell its dialogue what the rule is called. */
function textFormula(operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith', text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case 'contains': return `NOT(ISERROR(SEARCH(${quoted},${cell})))`;
    case 'notContains': return `ISERROR(SEARCH(${quoted},${cell}))`;
    case 'beginsWith': return `LEFT(${cell},LEN(${quoted}))=${quoted}`;
    case 'endsWith': return `RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  }
}

/** The first cell of an area, as a name in messages. */
export function placeOf(sheet: Sheet, row: number, column: number): string {
  return `${sheet.name}!${columnLetters(column)}${row + 1}`;
}
