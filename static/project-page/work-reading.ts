import type { Problem } from '../../src/contract/outcome';
import type { JiraApi } from '../../src/jira/jira-api';
import type { TagSource } from '../../src/jira/tags';
import { toProblem } from '../shared/loading';
import { countWork, loadPool, samplePool, type Pool } from './pool';
import type { PoolId, PoolPlan, Shown } from './pools';
import type { Cell } from '../shared/state-cell';
import { isKnown, poolIn, type PoolState, type Work } from './work-state';

/** What every reading of work shares. */
export type Reader = {
  readonly jira: JiraApi;
  readonly cell: Cell<Work>;
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Pools that somebody opened and that are to be known in full. */
  readonly wanted: Set<PoolId>;
};

/** One reading of all that is shown. A newer one takes its place, and its answers are dropped. */
export type Reading = {
  readonly shown: Shown;
  readonly plan: PoolPlan;
  readonly known: Map<string, TagSource>;
  readonly pools: Map<PoolId, Pool>;
  /** What went wrong with figures that were there before, which stay. */
  readonly problems: Problem[];
  readonly isCurrent: () => boolean;
};

/** Reads a pool's first page, and all of it when that was asked for before. */
export const readPool = async (reader: Reader, reading: Reading, id: PoolId): Promise<void> => {
  const { cell, jira, inTurn, wanted } = reader;
  try {
    const answer = await inTurn(async () => {
      const pool = await reading.plan.poolOf(id);
      reading.pools.set(id, pool);
      return samplePool(jira, pool, reading.known);
    });
    if (!reading.isCurrent()) return;
    if (answer.complete) return setPool(cell, id, { state: 'complete', issues: answer.issues });
    const keepsFigures = wanted.has(id) && poolIn(cell.get(), id).state === 'complete';
    if (!keepsFigures) {
      const { issues, sampled, counts } = answer;
      setPool(cell, id, { state: 'partial', issues, sampled, counts, loaded: null });
    }
    await Promise.all([
      wanted.has(id) ? readWholePool(reader, reading, id) : null,
      countParts(reader, reading, id),
    ]);
  } catch (error) {
    if (!reading.isCurrent()) return;
    const problem = toProblem(error);
    if (isKnown(poolIn(cell.get(), id))) reading.problems.push(problem);
    else setPool(cell, id, { state: 'error', problem });
  }
};

/** Reads all of a pool, telling how far it is, until it is done or nobody wants it any more. */
export const readWholePool = async (
  { cell, jira, wanted }: Reader,
  reading: Reading,
  id: PoolId,
): Promise<void> => {
  const pool = reading.pools.get(id);
  const before = poolIn(cell.get(), id);
  if (!pool || (before.state === 'partial' && before.loaded !== null)) return;
  const tell = (loaded: number): void => {
    if (!reading.isCurrent() || !wanted.has(id)) throw LEFT;
    const state = poolIn(cell.get(), id);
    if (state.state === 'partial') setPool(cell, id, { ...state, loaded });
  };
  try {
    tell(0);
    const issues = await loadPool(jira, pool, reading.known, tell);
    if (reading.isCurrent()) setPool(cell, id, { state: 'complete', issues });
  } catch (error) {
    if (!reading.isCurrent()) return;
    if (error === LEFT) return setPool(cell, id, before);
    const problem = toProblem(error);
    reading.problems.push(problem);
    // What was known before is better than nothing.
    setPool(cell, id, before.state === 'partial' ? { ...before, loaded: null, problem } : before);
  }
};

const LEFT = new Error('Nobody waits for this any more.');

/** Estimates for the parts of a pool that is not known in full; the pool itself stands without them. */
const countParts = async (reader: Reader, reading: Reading, id: PoolId): Promise<void> => {
  try {
    await countEach(reader, reading, id);
  } catch (error) {
    reading.problems.push(toProblem(error));
  }
};

const countEach = async ({ cell, jira, inTurn }: Reader, reading: Reading, id: PoolId): Promise<void> => {
  const { plan, shown, isCurrent } = reading;
  if (id === 'remaining') {
    const counts = await inTurn(() => countWork(jira, plan.elsewhereJql));
    if (isCurrent()) cell.update({ elsewhereCounts: counts });
  }
  const parts = shown.objectives.find((objective) => objective.id === id)?.keyResultIds ?? [];
  await Promise.all(
    parts.map(async (keyResultId) => {
      const counts = await inTurn(async () => countWork(jira, await plan.keyResultJql(keyResultId)));
      if (!isCurrent()) return;
      cell.update({ keyResultCounts: new Map(cell.get().keyResultCounts).set(keyResultId, counts) });
    }),
  );
};

const setPool = (cell: Cell<Work>, id: PoolId, state: PoolState): void =>
  cell.update({ pools: new Map(cell.get().pools).set(id, state) });
