// Problems of the data as a person reads them: grouped by how bad they are, each with its sentence.
import { useState } from 'react';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { buildWords } from '../../words/build';
import { sayings } from '../../words/say';
import type { Level, Problem } from '../../core/problem';
import { useWords } from '../language';
import { Fold } from './Fold';
import { MoreList } from './MoreList';

const levels: readonly Level[] = ['error', 'warning', 'note'];
const icons = { error: ErrorCircle16Filled, warning: Warning16Filled, note: Info16Regular } as const;

/** Around a list of problems the file has been named; beside a nearer place it is not said again on every line. */
function withoutFile(problem: Problem): Problem {
  const { file: _, ...nearer } = problem.at;
  return Object.keys(nearer).length === 0 ? problem : { ...problem, at: nearer };
}

/** One problem's sentence. */
export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const say = useWords(sayings);
  const Icon = icons[problem.level];
  return (
    <div className="problem">
      <Icon className={`tone-${problem.level}`} aria-hidden />
      <span>{say.problem(withoutFile(problem))}</span>
    </div>
  );
}

/** All problems, the worst first; what must be mended and looked at is open, what is good to know is closed. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords(buildWords);
  const [toggled, setToggled] = useState<ReadonlySet<Level>>(new Set());
  return levels.map((level) => {
    const here = problems.filter((problem) => problem.level === level);
    if (here.length === 0) return null;
    const open = (level !== 'note') !== toggled.has(level);
    const toggle = (): void => {
      setToggled((before) => new Set(before.has(level) ? [...before].filter((each) => each !== level) : [...before, level]));
    };
    return (
      <Fold key={level} level={3} title={words.levels[level]} note={words.count(here.length)} open={open} onToggle={toggle}>
        <MoreList items={here} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} />
      </Fold>
    );
  });
}
