// All worksheet functions by name. A name that Excel knows and this table lacks is NotSupported; a name that Excel does not know is no function.
import { NotSupported } from '../notSupported';
import { EXCEL_FUNCTION_NAMES } from './excelFunctionNames';
import type { SheetFunction } from './functionKinds';
import { AGGREGATE_FUNCTIONS } from './functions/aggregate';
import { CONDITIONAL_FUNCTIONS } from './functions/conditional';
import { DATE_FUNCTIONS } from './functions/dates';
import { INFORMATION_FUNCTIONS } from './functions/information';
import { LOGIC_FUNCTIONS } from './functions/logic';
import { LOOKUP_FUNCTIONS } from './functions/lookup';
import { MATH_FUNCTIONS } from './functions/math';
import { REFERENCE_FUNCTIONS } from './functions/reference';
import { TEXT_FUNCTIONS } from './functions/text';
import { WORKDAY_FUNCTIONS } from './functions/workdays';
import { VALUE_ERROR } from './value';

const FUNCTIONS = new Map<string, SheetFunction>(
  [
    LOGIC_FUNCTIONS, INFORMATION_FUNCTIONS, MATH_FUNCTIONS, AGGREGATE_FUNCTIONS, CONDITIONAL_FUNCTIONS, TEXT_FUNCTIONS, DATE_FUNCTIONS, WORKDAY_FUNCTIONS,
    LOOKUP_FUNCTIONS, REFERENCE_FUNCTIONS,
  ].flat().map((each) => [each.name, each]),
);

/** The description of a function that is computed here. */
export function describedFunction(name: string): SheetFunction | undefined {
  return FUNCTIONS.get(name) ?? FUNCTIONS.get(name.toUpperCase());
}

/** The function to call with so many arguments; undefined when Excel has none of that name. */
export function functionNamed(name: string, count: number): SheetFunction | undefined {
  const found = FUNCTIONS.get(name);
  if (found) return count >= found.min && count <= found.max ? found : WRONG_COUNT;
  if (EXCEL_FUNCTION_NAMES.has(name)) throw new NotSupported('worksheet function', name);
  return undefined;
}

/** Names of the functions that are computed, for the list of what the workbench does. */
export function functionNames(): readonly string[] {
  return [...FUNCTIONS.keys()].sort();
}

/** Excel refuses such a formula when it is entered; one that comes in a file is #VALUE!. */
const WRONG_COUNT: SheetFunction = { name: '', min: 0, max: 255, call: () => VALUE_ERROR };
