// Problems of the data as a person reads them: grouped by how bad they are, each with its sentence.
import { useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { Level, Problem } from '../../core/problem';
import { useWords } from '../wordsContext';
import { Fold } from './Fold';
import { MoreList } from './MoreList';

const useStyles = makeStyles({
  item: { display: 'flex', gap: '6px', padding: '4px 0', lineHeight: tokens.lineHeightBase300 },
  icon: { flexShrink: 0, marginTop: '2px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
});

const levels: readonly Level[] = ['error', 'warning', 'note'];
const icons = { error: ErrorCircle16Filled, warning: Warning16Filled, note: Info16Regular } as const;

/** Around a list of problems the file has been named; beside a nearer place it is not said again on every line. */
function withoutFile(problem: Problem): Problem {
  const { file: _, ...nearer } = problem.at;
  return Object.keys(nearer).length === 0 ? problem : { ...problem, at: nearer };
}

/** One problem's sentence. */
export function ProblemLine({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  const words = useWords();
  const Icon = icons[problem.level];
  return (
    <div className={styles.item}>
      <Icon className={mergeClasses(styles.icon, styles[problem.level])} aria-hidden />
      <span>{words.sayProblem(withoutFile(problem))}</span>
    </div>
  );
}

/** All problems, the worst first; what must be mended and looked at is open, what is good to know is closed. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords();
  const [toggled, setToggled] = useState<ReadonlySet<Level>>(new Set());
  return levels.map((level) => {
    const here = problems.filter((problem) => problem.level === level);
    if (here.length === 0) return null;
    const open = (level !== 'note') !== toggled.has(level);
    const toggle = (): void => {
      setToggled((before) => new Set(before.has(level) ? [...before].filter((each) => each !== level) : [...before, level]));
    };
    return (
      <Fold key={level} level={3} title={words.build.levels[level]} note={words.build.count(here.length)} open={open} onToggle={toggle}>
        <MoreList items={here} keyOf={(_, index) => String(index)} render={(problem) => <ProblemLine problem={problem} />} />
      </Fold>
    );
  });
}
