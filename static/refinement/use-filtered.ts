import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../src/contract/outcome';
import { toProblem } from '../shared/loading';
import { filtered, looksAtIssues, type Filter } from './filter';
import type { ListState } from './list-state';
import type { ListStore } from './list-store';
import type { Section } from './sections';

export type Shown = {
  readonly sections: readonly Section[];
  /** Whether what is shown is still that of an earlier filter. */
  readonly isSearching: boolean;
  readonly problem: Problem | null;
};

type Found = {
  readonly key: string;
  readonly ids: ReadonlySet<string> | null;
  readonly problem: Problem | null;
};

/** People type faster than Jira searches. */
const PAUSE_MS = 250;

/** The sections as the filter leaves them; what an earlier one found stays until the answer is there. */
export const useFiltered = (list: ListStore, state: ListState, filter: Filter): Shown => {
  const [found, setFound] = useState<Found>(NOT_LOOKED);
  const { parent, text, mark } = filter;
  const looks = looksAtIssues(filter);
  // Asked again when the list was read anew; not for every row that comes into sight.
  const key = looks ? JSON.stringify([parent, text, mark, state.isWhole, state.freshness?.asOf]) : '';
  useEffect(() => {
    if (key === '') return;
    let isCurrent = true;
    const asked: Filter = { section: null, parent, text, mark };
    const timer = setTimeout(() => {
      list.find(asked).then(
        (ids) => isCurrent && setFound({ key, ids, problem: null }),
        (error: unknown) =>
          isCurrent && setFound((before) => ({ ...before, key, problem: toProblem(error) })),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [list, key, parent, text, mark]);

  const { section } = filter;
  const ids = looks ? found.ids : null;
  const sections = useMemo(
    () => filtered(state.sections, { section, parent: null, text: '', mark: null }, ids),
    [state.sections, section, ids],
  );
  return { sections, isSearching: looks && found.key !== key, problem: looks ? found.problem : null };
};

const NOT_LOOKED: Found = { key: '', ids: null, problem: null };
