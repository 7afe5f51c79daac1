import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Tag } from '../../src/domain/tag';
import { showDone } from '../shared/platform';
import { doneTitle, type Change } from './change';
import { titleOf } from './panel';
import type { PanelState } from './panel-state';
import { createPanelStore } from './panel-store';
import { readPanel, saveTag } from './queries';
import { reachInWords } from './reach';
import { useReach, type ReachReading } from './use-reach';

export type PanelActions = {
  readonly load: () => void;
  readonly save: (change: Change, expected?: Tag | null) => void;
  readonly dismiss: (change: Change) => void;
};

/** The panel's data, loaded once and looked at again whenever the person comes back to it, and what can be done to it. */
export const usePanel = (): {
  readonly state: PanelState;
  readonly reach: ReachReading | null;
  /** What was saved last, in words. */
  readonly done: string;
  readonly actions: PanelActions;
} => {
  const [store] = useState(() => createPanelStore({ read: readPanel, save: saveTag }));
  const [done, setDone] = useState('');
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const reach = useReach(state.loadable.state === 'ready' ? state.loadable.value : null);
  const latestReach = useRef(reach);
  useEffect(() => void (latestReach.current = reach), [reach]);

  useEffect(() => {
    void store.load();
    const lookAgain = (): void => {
      if (document.visibilityState !== 'visible') return;
      void store.lookAgain();
      latestReach.current?.lookAgain();
    };
    window.addEventListener('focus', lookAgain);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [store]);

  const save = useCallback(
    async (change: Change, expected?: Tag | null): Promise<void> => {
      setDone('');
      const saved = await store.save(change, expected);
      if (saved === null) return;
      const { before, after } = saved;
      // Undoing expects what was just saved, so that it cannot undo somebody else's later change.
      const undo = (): void => void save({ type: 'restore', tag: before }, after);
      const title = doneTitle(change);
      const covers = coveredBy(after, latestReach.current);
      setDone(title);
      const details = [...subjectOf(change, store.getState()), ...covers];
      showDone({
        title,
        ...(details.length === 0 ? {} : { description: details.join(' · ') }),
        ...(change.type === 'restore' ? {} : { undo }),
      });
    },
    [store],
  );

  return {
    state,
    reach,
    done,
    actions: { load: () => void store.load(), save: (...args) => void save(...args), dismiss: store.dismiss },
  };
};

const subjectOf = (change: Change, { loadable }: PanelState): string[] =>
  'keyResultId' in change && loadable.state === 'ready' ? [titleOf(loadable.value, change.keyResultId)] : [];

/** What the saved tag reaches, as far as it is counted. */
const coveredBy = (tag: Tag | null, reach: ReachReading | null): string[] =>
  tag !== null && reach?.loadable.state === 'ready' ? [reachInWords(reach.loadable.value, true)] : [];
