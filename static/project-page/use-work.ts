import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Cycle } from '../../src/domain/cycle';
import type { Objective } from '../../src/domain/objective';
import { shownOf, type Shown } from './pools';
import { createProjectWork } from './queries';
import { useReturn } from '../shared/use-return';
import type { Work } from './work-state';
import type { WorkStore } from './work-store';

/** The work under a cycle's OKRs: read when the OKRs are on screen, and again when the person comes back to the page. */
export const useWork = (
  projectId: string,
  cycle: Cycle,
  objectives: readonly Objective[],
): { readonly work: Work; readonly store: WorkStore } => {
  const store = useMemo(() => createProjectWork(projectId), [projectId]);
  const work = useSyncExternalStore(store.subscribe, store.get);
  // Titles and check-ins change what is shown but not which work belongs to it.
  const shown = JSON.stringify(shownOf(cycle, objectives));
  useEffect(() => void store.show(JSON.parse(shown) as Shown), [store, shown]);
  const refresh = useCallback(() => void store.refresh(), [store]);
  useReturn(refresh);
  return { work, store };
};
