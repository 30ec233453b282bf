// Where every task stands on 基准日: as a picture, in words, and as lists that lead to the cells (S, F, C).
import { useMemo, useSyncExternalStore } from 'react';
import { Button } from '@fluentui/react-components';
import type { LedgerStanding } from '../../actions/followLedger';
import type { Filled } from '../../core/filled';
import type { Status } from '../../core/status';
import { statusWords } from '../../words/status';
import { useConductor, useLive, usePaneState } from '../conductorContext';
import { useWords } from '../language';
import { CountRows } from '../parts/CountRows';
import { LightsBar } from '../parts/LightsBar';
import { NoStanding } from '../parts/NoStanding';
import { Notice } from '../parts/Notice';
import { ScreenLayout } from '../parts/ScreenLayout';
import { TaskLists } from '../parts/TaskLists';
import type { Only } from '../../actions/listStatus';
import { groupRows, onlyRows } from '../../actions/listStatus';

const statusColors: Readonly<Record<Status, string>> = { 逾期: 'red', 临期: 'yellow', 时限待核: 'yellow', 逾期办结: 'yellow', 正常推进: 'green', 长期推进: 'green', 已办结: 'done' };
const filledColors: Readonly<Record<Filled, string>> = { 未填报: 'yellow', 未更新: 'yellow', 已填报: 'green' };

/** The status screen. */
export function StatusScreen() {
  const { standing } = useLive();
  return standing === undefined ? <NoStanding /> : <Standing standing={standing} />;
}

function Standing({ standing }: { readonly standing: LedgerStanding }) {
  const words = useWords(statusWords);
  const conductor = useConductor();
  const { moves } = usePaneState();
  const { behind } = useLive();
  const { only, by, group, filtered } = useSyncExternalStore(conductor.status.subscribe, conductor.status.getState);
  const { counts } = standing;
  const chosen = useMemo(() => onlyRows(standing.rows, only), [standing.rows, only]);
  const groups = useMemo(() => groupRows(chosen, by), [chosen, by]);
  const shownGroups = group === undefined ? groups : groups.filter(({ name }) => name === group);
  const shown = group === undefined ? chosen : shownGroups.flatMap(({ rows }) => rows);
  const choose = (next: Only): void => { conductor.status.change({ only: only?.kind === next.kind && only.word === next.word ? undefined : next }); };
  const filter = async (ids: readonly string[] | undefined): Promise<void> => {
    conductor.status.change({ filtered: undefined });
    if (await conductor.filterSheet(ids)) conductor.status.change({ filtered: ids === undefined ? 'off' : ids.length });
  };
  const footer = standing.rows.length === 0 ? undefined : (
    <>
      <Button appearance="primary" disabledFocusable={shown.length === 0} onClick={() => { void filter(shown.map(({ task }) => task.id)); }}>{words.filterSheet}</Button>
      <Button onClick={() => { void filter(undefined); }}>{words.filterOff}</Button>
      <span className="footer-said" role="status">{filtered === undefined ? '' : filtered === 'off' ? words.filteredOff : words.filtered(filtered)}</span>
    </>
  );
  return (
    <ScreenLayout title={words.title} moves={moves} footer={footer}>
      {behind === undefined ? null : (
        <Notice tone="warning"><p>{words.behind}</p><Button size="small" onClick={() => { void conductor.look(); }}>{words.again}</Button></Notice>
      )}
      <p className="quiet">{words.listAnd([words.total(standing.rows.length), ...(standing.period === undefined ? [] : [words.period(standing.period.name, standing.period.cutOff)])])}</p>
      {standing.rows.length === 0 ? <p>{words.emptyLedger}</p> : (
        <>
          <LightsBar counts={counts.light} chosen={only?.kind === 'light' ? only.word : undefined} onChoose={(word) => { choose({ kind: 'light', word }); }} />
          <CountRows
            title={words.statusTitle}
            rows={(Object.keys(statusColors) as Status[]).filter((word) => counts.status[word] > 0).map((word) => ({
              key: word, word: words.status[word], count: counts.status[word], color: statusColors[word], isChosen: only?.kind === 'status' && only.word === word, onChoose: () => { choose({ kind: 'status', word }); },
            }))}
          />
          <CountRows
            title={words.filledTitle}
            rows={(Object.keys(filledColors) as Filled[]).filter((word) => counts.filled[word] > 0).map((word) => ({
              key: word, word: words.filled[word], count: counts.filled[word], color: filledColors[word], isChosen: only?.kind === 'filled' && only.word === word, onChoose: () => { choose({ kind: 'filled', word }); },
            }))}
          />
          <TaskLists
            groups={shownGroups} count={shown.length}
            only={only === undefined ? undefined : only.kind === 'light' ? words.light[only.word] : only.kind === 'status' ? words.status[only.word] : words.filled[only.word]}
          />
        </>
      )}
    </ScreenLayout>
  );
}
