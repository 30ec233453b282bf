// All that the pane says, as one value, so that a test can put another language in its place.
import { buildWords } from './build';
import { sayDay } from './days';
import { bugWords } from './faults';
import { fieldTitles } from './fields';
import { frameWords } from './frame';
import { guideWords } from './guide';
import { homeWords } from './home';
import type { SaidFault } from './say';
import { sayFault, sayProblem } from './say';

/** The pane's words in Chinese. */
export const paneWords = {
  frame: frameWords,
  guide: guideWords,
  home: homeWords,
  build: buildWords,
  fields: fieldTitles,
  sayDay,
  sayProblem,
  faultWhat: (fault: SaidFault) => sayFault(fault).what,
  faultState: (fault: SaidFault) => sayFault(fault).state,
  faultTodo: (fault: SaidFault) => sayFault(fault).todo,
  bug: bugWords,
};

/** The shape of the pane's words in any language. */
export type PaneWords = typeof paneWords;
