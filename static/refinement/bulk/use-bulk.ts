import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { pause } from '../../../src/contract/patience';
import { undoOf, type BulkPlan } from '../../../src/domain/bulk-plan';
import { DECISION_LABELS } from '../../../src/domain/bulk-labels';
import { parseTag } from '../../../src/domain/tag';
import { jira } from '../../shared/jira';
import { showDone } from '../../shared/platform';
import { tellColumn } from '../../shared/tell-column';
import { useRefinement, type Refinement } from '../selection';
import { kindOf, labelsAfter, type BulkJob } from './bulk-job';
import { createBulkStore, type BulkStore } from './bulk-store';
import { countDone, doneWords, titlesOf } from './bulk-words';

/** Actions on many issues: what is done with them, and what the list shows of it. */
export const useBulk = (): BulkStore & { readonly refinement: Refinement } & ReturnType<BulkStore['get']> => {
  const refinement = useRefinement();
  const latest = useRef(refinement);
  useEffect(() => {
    latest.current = refinement;
  });
  const [store] = useState(() =>
    createBulkStore({
      jira,
      pause,
      onEnd: (job, plan) => showInList(latest.current, job, plan),
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get);
  return useMemo(() => ({ ...store, ...state, refinement }), [store, state, refinement]);
};

const showInList = (list: Refinement, job: BulkJob, plan: BulkPlan): void => {
  const changed = new Set(undoOf(plan).map(({ issueId }) => issueId));
  const words = doneWords(job, countDone(plan), titlesOf(list.view.objectives));
  if (kindOf(job.action) === 'tags') tellColumn([...changed]);
  if (kindOf(job.action) === 'labels') {
    const labels = withDecision(list, plan);
    list.relabel(labels);
    list.unselect([...labels.keys()]);
  } else if (job.undoes === null) {
    const decided = decidedIn(plan);
    // What was done to them is listed above the list already, with its way back.
    if (decided.length > 0) list.leave(belowToo(list, job, decided));
  } else if (changed.size > 0) list.comeBack(belowToo(list, job, [...changed]));
  // Its way back stands under “Done here”.
  if (changed.size > 0) showDone({ title: words });
};

/** Issues that have a tag now, by whomever. */
const decidedIn = (plan: BulkPlan): string[] =>
  plan
    .filter(({ state, after }) => {
      if (state.name === 'done' || state.name === 'already') return parseTag(after) !== null;
      return state.name === 'changed' && parseTag(state.now) !== null;
    })
    .map(({ issueId }) => issueId);

/** What is below an issue that got the tag in the place of the selected ones is decided with it. */
const belowToo = (
  { rows }: Refinement,
  { target: { above, issues } }: BulkJob,
  ids: readonly string[],
): string[] =>
  above === null
    ? [...ids]
    : [
        ...new Set([
          ...issues.map(({ issueId }) => issueId),
          ...[...rows.values()].filter(({ parent }) => parent?.id === above.issueId).map(({ id }) => id),
        ]),
      ];

/** All labels of the issues, with what was decided about them. */
const withDecision = ({ rows }: Refinement, plan: BulkPlan): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...labelsAfter(plan)].map(([id, decision]) => [
      id,
      [...(rows.get(id)?.labels ?? []).filter((label) => !OURS.includes(label)), ...decision],
    ]),
  );

const OURS: readonly string[] = Object.values(DECISION_LABELS);
