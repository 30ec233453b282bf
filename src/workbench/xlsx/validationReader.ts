// Data validations of a sheet from their elements. Knows nothing of what is typed later.
import type { ComparisonOperator, Validation } from '../book/model';
import { parseAreas } from './areas';
import { formulaForScreen } from './formulaText';
import { childOf, childrenOf, isYes, type XmlElement } from './xmlReader';
import { decodeXstring } from './xmlText';

const TYPES: ReadonlySet<string> = new Set(['list', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom'] satisfies Validation['type'][]);
const OPERATORS: ReadonlySet<string> = new Set(
  ['between', 'notBetween', 'equal', 'notEqual', 'greaterThan', 'lessThan', 'greaterThanOrEqual', 'lessThanOrEqual'] satisfies ComparisonOperator[],
);

const isType = (text: string): text is Validation['type'] => TYPES.has(text);

export function isOperator(text: string): text is ComparisonOperator {
  return OPERATORS.has(text);
}

/** Excel keeps validations that refer to other sheets in an extension of the sheet, areas and formulas in elements of their own: both are read. */
export function readValidations(list: XmlElement): Validation[] {
  return childrenOf(list, 'dataValidation').flatMap((each): Validation[] => {
    const { attributes } = each;
    const type = attributes.type ?? 'none';
    const areas = parseAreas(attributes.sqref ?? childOf(each, 'sqref')?.text);
    if (!isType(type) || areas.length === 0) return [];
    const text = (name: string) => decodeXstring(attributes[name] ?? '');
    const [first, second] = ['formula1', 'formula2'].map((name) => {
      const formula = childOf(each, name);
      return decodeXstring(childOf(formula, 'f')?.text ?? formula?.text ?? '');
    });
    const [showsPrompt, showsAlert] = [isYes(attributes.showInputMessage), isYes(attributes.showErrorMessage)];
    const operator = attributes.operator ?? 'between';
    const comparison = type === 'list' || type === 'custom' || !isOperator(operator) ? undefined : operator;

    // LibreOffice writes a second bound of 0 where there is none
    const hasSecond = second !== undefined && second !== '' && (comparison === 'between' || comparison === 'notBetween');
    return [{
      areas, type, ...(comparison === undefined ? {} : { operator: comparison }),
      formula1: type === 'list' ? listSource(first ?? '') : type === 'custom' ? formulaForScreen(first ?? '') : bound(first ?? ''), ...(hasSecond ? { formula2: bound(second) } : {}),
      ignoreBlanks: isYes(attributes.allowBlank), inCellDropDown: type === 'list' && !isYes(attributes.showDropDown),
      ...(showsPrompt || text('promptTitle') || text('prompt') ? { prompt: { title: text('promptTitle'), message: text('prompt'), show: showsPrompt } } : {}),
      ...(showsAlert || text('errorTitle') || text('error') ? {
        alert: { title: text('errorTitle'), message: text('error'), style: alertStyle(attributes.errorStyle), show: showsAlert },
      } : {}),
    }];
  });
}

function alertStyle(text: string | undefined): 'stop' | 'warning' | 'information' {
  return text === 'warning' || text === 'information' ? text : 'stop';
}

/** Words in quotes are a list of their own, anything else refers to cells. */
function listSource(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text === '' ? '' : formulaForScreen(text);
}

/** A plain number stays one; anything else is a formula. */
function bound(text: string): string {
  return text === '' || /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? text : formulaForScreen(text);
}
