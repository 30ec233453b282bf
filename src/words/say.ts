// Turns problems of the data and refusals of Excel into sentences. Knows which sentence; the sentences stand beside it.
import type { Problem } from '../core/problem';
import type { SaidDoing, SaidFaultKind } from './faults';
import { faultState, faultTodo, faultWhat, notRestoredTodo } from './faults';
import { problemSentences } from './problems';
import { sayWhere } from './place';

/** The key of a problem's sentence: its rule and which of the rule's sentences. */
export function sentenceKey(problem: Pick<Problem, 'rule' | 'kind'>): string {
  return `${problem.rule}.${problem.kind}`;
}

/** A problem as one or two sentences: where it is, what it is, and what to do next (X3). */
export function sayProblem(problem: Problem): string {
  const sentence = problemSentences[sentenceKey(problem)];
  if (sentence !== undefined) return sentence(problem);
  // A test proves that every problem the add-in can find has its own sentence. Should one be missing, the place is named all the same.
  const where = sayWhere(problem);
  return `${where === '' ? '有一处内容' : where}需要核对。请检查后改正，再试一次。`;
}

/** Excel's refusal as far as words need it. */
export interface SaidFault {
  readonly kind: SaidFaultKind;
  readonly doing: SaidDoing;
  /** Whether the workbook was put back as it was; absent where nothing had been written (X1). */
  readonly restored?: boolean | undefined;
}

/** A refusal of Excel: what happened, how the workbook is now, and what to do (X1, X3). */
export function sayFault(fault: SaidFault): { readonly what: string; readonly state: string; readonly todo: string } {
  const doing = fault.doing === 'showing' ? 'showing' : fault.doing === 'writing' || fault.doing === 'restoring' ? 'writing' : 'reading';
  const state = fault.restored === undefined ? faultState.untouched : fault.restored ? faultState.restored : faultState.notRestored;
  return { what: faultWhat[fault.kind][doing], state, todo: fault.restored === false ? notRestoredTodo : faultTodo[fault.kind] };
}

/** What is said of problems and refusals, as a table like those of the screens. */
export const sayings = {
  problem: sayProblem,
  faultWhat: (fault: SaidFault) => sayFault(fault).what,
  faultState: (fault: SaidFault) => sayFault(fault).state,
  faultTodo: (fault: SaidFault) => sayFault(fault).todo,
};
