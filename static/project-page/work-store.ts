import { getSprint, type Sprint } from '../../src/jira/boards';
import type { JiraApi } from '../../src/jira/jira-api';
import { toProblem } from '../shared/loading';
import { limited } from './limited';
import { planPools, type PoolId, type Shown } from './pools';
import { createCell } from './state-cell';
import { loadTreeScope, type TreeScope } from './tree-scope';
import { readPool, readWholePool, type Reader, type Reading } from './work-reading';
import { NO_WORK, poolIn, type PoolState, type Work } from './work-state';

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
  /** Reads sprints of other boards, each once. */
  readonly learnSprints: (ids: readonly number[]) => Promise<void>;
};

const REQUESTS_AT_A_TIME = 5;

/** Holds the work under a project's OKRs and reads it from Jira as the viewer, never one call per issue. */
export const createWorkStore = (jira: JiraApi, projectId: string): WorkStore => {
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
      const mineReading: Reading = { shown, plan, known, pools: new Map(), isCurrent };
      reading = mineReading;
      cell.update({ pools: new Map(plan.ids.map((id) => [id, poolIn(cell.get(), id)])) });
      await Promise.all(plan.ids.map((id) => readPool(reader, mineReading, id)));
    } catch (error) {
      if (isCurrent()) cell.update({ pools: failed(shown, error) });
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
    learnSprints: sprintLearner(reader),
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

const sprintLearner = ({ jira, cell, inTurn }: Reader): WorkStore['learnSprints'] => {
  const asked = new Set<number>();
  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !cell.get().sprints.has(id) && !asked.has(id));
    missing.forEach((id) => asked.add(id));
    await Promise.all(
      missing.map(async (id) => {
        // Who may not see the board learns nothing of its sprint; the work counts all the same.
        const sprint = await inTurn(() => getSprint(jira, id)).catch(() => null);
        cell.update({ sprints: new Map(cell.get().sprints).set(id, sprint) });
      }),
    );
  };
};

const failed = ({ objectives }: Shown, error: unknown): Map<PoolId, PoolState> => {
  const state: PoolState = { state: 'error', problem: toProblem(error) };
  const ids: PoolId[] = [...objectives.map(({ id }): PoolId => id), 'remaining', 'exempt'];
  return new Map(ids.map((id) => [id, state]));
};
