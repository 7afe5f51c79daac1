import type { Problem } from '../../src/contract/outcome';
import type { KeyResultId } from '../../src/domain/ids';
import type { Sprint } from '../../src/jira/boards';
import type { Freshness } from '../shared/reading';
import type { Counts } from './figures';
import type { PoolId } from './pools';
import type { TreeIssue } from './tree-issue';
import type { TreeScope } from './tree-scope';

/** What is known of a pool of work. */
export type PoolState =
  | { readonly state: 'waiting' }
  | { readonly state: 'error'; readonly problem: Problem }
  /**
   * The first page and estimates; while everything is being loaded, `loaded` counts the issues that have come. `problem`
   * says why not everything could be.
   */
  | {
      readonly state: 'partial';
      readonly issues: readonly TreeIssue[];
      readonly sampled: Counts;
      readonly counts: Counts;
      readonly loaded: number | null;
      readonly problem?: Problem;
    }
  | { readonly state: 'complete'; readonly issues: readonly TreeIssue[] };

/** The work under the page's OKRs, as far as it is known. */
export type Work = {
  readonly scope: TreeScope | null;
  readonly pools: ReadonlyMap<PoolId, PoolState>;
  /** Estimates for key results whose objective is not loaded in full. */
  readonly keyResultCounts: ReadonlyMap<KeyResultId, Counts>;
  /** How much work names key results that are not shown, while the remaining work is not loaded in full. */
  readonly elsewhereCounts: Counts | null;
  /** Sprints by id; `null` for one that the viewer may not see. What is absent was not asked for yet. */
  readonly sprints: ReadonlyMap<number, Sprint | null>;
  /** Why some sprints could not be asked for. */
  readonly sprintProblem: Problem | null;
  /** Whether figures that are shown are being read anew. */
  readonly refreshing: boolean;
  /** How old the figures are; `null` as long as there are none. */
  readonly freshness: Freshness | null;
  /** Why there are none at all. */
  readonly problem: Problem | null;
};

export const NO_WORK: Work = {
  scope: null,
  pools: new Map(),
  keyResultCounts: new Map(),
  elsewhereCounts: null,
  sprints: new Map(),
  sprintProblem: null,
  refreshing: false,
  freshness: null,
  problem: null,
};

const WAITING: PoolState = { state: 'waiting' };

export const poolIn = (work: Work, id: PoolId): PoolState => work.pools.get(id) ?? WAITING;

/** Whether there are figures of a pool, however old. */
export const isKnown = (pool: PoolState): boolean => pool.state === 'complete' || pool.state === 'partial';
