import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { countReach, type Reach } from '../../src/jira/children';
import { jira } from '../shared/jira';
import { createReading, type Reading } from '../shared/reading';
import type { Panel } from './panel';

export type ReachReading = Reading<Reach> & {
  readonly reload: () => void;
  /** Counts again what was counted a while ago. */
  readonly lookAgain: () => void;
};

/**
 * What a tag on the issue covers, counted once the panel is there; `null` where there is nothing to cover or nobody asks:
 * on stories and sub-tasks, and for who may not choose while nothing is chosen.
 */
export const useReach = (panel: Panel | null): ReachReading | null => {
  const { id, level } = counted(panel) ?? NOT_COUNTED;
  const store = useMemo(
    () => (id === null ? null : createReading(() => countReach(jira, id, level))),
    [id, level],
  );
  const reading = useSyncExternalStore(store?.subscribe ?? subscribeToNothing, () => store?.get() ?? null);
  useEffect(() => {
    void store?.reload();
    return store?.leave;
  }, [store]);
  const reload = useCallback(() => void store?.reload(), [store]);
  const lookAgain = useCallback(() => {
    const freshness = store?.get().freshness;
    if (freshness && Date.now() - freshness.asOf > FRESH_FOR_MS) reload();
  }, [store, reload]);
  return useMemo(
    () => (reading === null ? null : { ...reading, reload, lookAgain }),
    [reading, reload, lookAgain],
  );
};

const counted = (panel: Panel | null): { readonly id: string; readonly level: number } | null => {
  if (panel === null) return null;
  const { issue, ownTag } = panel.view;
  return issue.level > 0 && (issue.mayEdit || ownTag !== null) ? issue : null;
};

const NOT_COUNTED = { id: null, level: 0 };
const subscribeToNothing = () => () => undefined;
const FRESH_FOR_MS = 60_000;
