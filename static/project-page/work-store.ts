import type { Problem } from '../../src/contract/outcome';
import type { Sprint } from '../../src/jira/boards';
import type { JiraApi } from '../../src/jira/jira-api';
import { toProblem } from '../shared/loading';
import { limited } from '../shared/limited';
import { planPools, type PoolId, type Shown } from './pools';
import { createCell } from '../shared/state-cell';
import { loadTreeScope, type TreeScope } from './tree-scope';
import { learnSprints } from './sprint-learner';
import { readPool, readWholePool, type Reader, type Reading } from './work-reading';
import { isKnown, NO_WORK, poolIn, type PoolState, type Work } from './work-state';

export type WorkStore = {
  readonly get: () => Work;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the work under what is shown; figures that are there stay until new ones come. */
  readonly show: (shown: Shown) => Promise<void>;
  /** The same again. */
  readonly refresh: () => Promise<void>;
  /** Reads all of a pool; from then on a refresh does so, too. */
  readonly loadAll: (id: PoolId) => Promise<void>;
  /** Leaves a load that is running. */
  readonly stop: (id: PoolId) => void;
  /** Reads sprints of other boards, each once; again those that could not be read. */
  readonly learnSprints: (ids: readonly number[]) => Promise<void>;
};

const REQUESTS_AT_A_TIME = 5;

/** Holds the work under a project's OKRs and reads it from Jira as the viewer, never one call per issue. */
export const createWorkStore = (
  jira: JiraApi,
  projectId: string,
  now: () => number = Date.now,
): WorkStore => {
  const cell = createCell<Work>(NO_WORK);
  const reader: Reader = { jira, cell, inTurn: limited(REQUESTS_AT_A_TIME), wanted: new Set() };
  const readScope = scopeReader(reader, projectId);
  let question = 0;
  let asked: Shown | null = null;
  let reading: Reading | null = null;

  const show = async (shown: Shown): Promise<void> => {
    question += 1;
    const mine = question;
    const isCurrent = (): boolean => mine === question;
    asked = shown;
    cell.update({ refreshing: true });
    try {
      const scope = await readScope();
      if (!isCurrent()) return;
      const known: Reading['known'] = new Map();
      const plan = planPools(jira, scope, shown, known);
      const mineReading: Reading = { shown, plan, known, pools: new Map(), problems: [], isCurrent };
      reading = mineReading;
      cell.update({ pools: new Map(plan.ids.map((id) => [id, poolIn(cell.get(), id)])), problem: null });
      await Promise.all(plan.ids.map((id) => readPool(reader, mineReading, id)));
      if (isCurrent()) cell.update({ freshness: freshnessAfter(cell.get(), mineReading.problems[0], now()) });
    } catch (error) {
      if (isCurrent()) cell.update(failed(cell.get(), shown, toProblem(error)));
    } finally {
      if (isCurrent()) cell.update({ refreshing: false });
    }
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    show,
    refresh: async () => (asked === null ? undefined : show(asked)),
    loadAll: async (id) => {
      reader.wanted.add(id);
      if (reading && poolIn(cell.get(), id).state === 'partial') await readWholePool(reader, reading, id);
    },
    stop: (id) => {
      reader.wanted.delete(id);
      const state = poolIn(cell.get(), id);
      if (state.state !== 'partial') return;
      cell.update({ pools: new Map(cell.get().pools).set(id, { ...state, loaded: null }) });
    },
    learnSprints: learnSprints(reader),
  };
};

/** The project's boards do not change while a page is open: they are read once, again only after a failure. */
const scopeReader = ({ jira, cell }: Reader, projectId: string): (() => Promise<TreeScope>) => {
  let scope: TreeScope | null = null;
  return async () => {
    if (scope) return scope;
    scope = await loadTreeScope(jira, projectId);
    const sprints = new Map<number, Sprint | null>(cell.get().sprints);
    for (const sprint of scope.sprints) sprints.set(sprint.id, sprint);
    cell.update({ scope, sprints });
    return scope;
  };
};

/** Figures that could not be read anew are as old as they were. */
const freshnessAfter = ({ freshness }: Work, problem: Problem | undefined, now: number): Work['freshness'] =>
  problem === undefined ? { asOf: now, problem: null } : { asOf: freshness?.asOf ?? now, problem };

/** What was known stays; where nothing was, the problem stands in its place. */
const failed = (work: Work, { objectives }: Shown, problem: Problem): Partial<Work> => {
  const ids: PoolId[] = [...objectives.map(({ id }): PoolId => id), 'remaining', 'exempt'];
  const poolAfter = (id: PoolId): PoolState => {
    const pool = poolIn(work, id);
    return isKnown(pool) ? pool : { state: 'error', problem };
  };
  return {
    pools: new Map(ids.map((id) => [id, poolAfter(id)])),
    ...(work.freshness ? { freshness: { ...work.freshness, problem } } : { problem }),
  };
};
