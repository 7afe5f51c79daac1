import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Tag } from '../../src/domain/tag';
import { showDone } from '../shared/platform';
import { doneTitle, type Change } from './change';
import { titleOf } from './panel';
import type { PanelState } from './panel-state';
import { createPanelStore } from './panel-store';
import { readPanel, saveTag } from './queries';

export type PanelActions = {
  readonly load: () => void;
  readonly save: (change: Change, expected?: Tag | null) => void;
  readonly dismiss: (change: Change) => void;
};

/** The panel's data, loaded once and looked at again whenever the person comes back to it, and what can be done to it. */
export const usePanel = (): {
  readonly state: PanelState;
  /** What was saved last, in words. */
  readonly done: string;
  readonly actions: PanelActions;
} => {
  const [store] = useState(() => createPanelStore({ read: readPanel, save: saveTag }));
  const [done, setDone] = useState('');
  const state = useSyncExternalStore(store.subscribe, store.getState);

  useEffect(() => {
    void store.load();
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible') void store.lookAgain();
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
      setDone(title);
      const { loadable } = store.getState();
      const description =
        'keyResultId' in change && loadable.state === 'ready'
          ? { description: titleOf(loadable.value, change.keyResultId) }
          : {};
      showDone({ title, ...description, ...(change.type === 'restore' ? {} : { undo }) });
    },
    [store],
  );

  return {
    state,
    done,
    actions: { load: () => void store.load(), save: (...args) => void save(...args), dismiss: store.dismiss },
  };
};
