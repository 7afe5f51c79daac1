import type { Cycle } from '../../src/domain/cycle';
import type { KeyResultId, ObjectiveId } from '../../src/domain/ids';
import { activeKeyResults, type Objective } from '../../src/domain/objective';
import type { EffectiveTag } from '../../src/domain/tag';
import type { Issue } from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';
import { exemptItself, taggedWith } from '../../src/jira/jql';
import { resolveTags, type TagSource } from '../../src/jira/tags';
import { findCarriers } from '../../src/jira/carriers';
import type { Pool } from './pool';
import { elsewhereWork, exemptWork, remainingWork, servingWork } from './pool-jql';
import type { TreeScope } from './tree-scope';

/** What the page shows of the OKRs, as far as the work under them depends on it. */
export type Shown = {
  readonly cycle: Cycle;
  readonly objectives: readonly { readonly id: ObjectiveId; readonly keyResultIds: readonly KeyResultId[] }[];
};

/** A pool per objective, one for exempt work, one for everything else. */
export type PoolId = ObjectiveId | 'exempt' | 'remaining';

/** How to make each pool; the tagged parents that several need are searched once. */
export type PoolPlan = {
  readonly ids: readonly PoolId[];
  readonly poolOf: (id: PoolId) => Promise<Pool>;
  /** The search for one key result's work, to count it before it is loaded. */
  readonly keyResultJql: (id: KeyResultId) => Promise<string>;
  /** The search for work that names key results which are not shown. */
  readonly elsewhereJql: string;
};

/** What is shown of these objectives in this cycle; archived ones have no work of their own. */
export const shownOf = (cycle: Cycle, objectives: readonly Objective[]): Shown => ({
  cycle,
  objectives: objectives
    .filter(({ archived }) => !archived)
    .map((objective) => ({
      id: objective.id,
      keyResultIds: activeKeyResults(objective)
        .map(({ id }) => id)
        .sort(),
    }))
    .filter(({ keyResultIds }) => keyResultIds.length > 0),
});

export const planPools = (
  jira: JiraApi,
  scope: TreeScope,
  { cycle, objectives }: Shown,
  known: Map<string, TagSource>,
): PoolPlan => {
  const all = objectives.flatMap(({ keyResultIds }) => keyResultIds);
  const shown = new Set(all);
  const { fields, parentTypes } = scope;
  const tagged = once(async () => {
    const carriers = all.length === 0 ? [] : await findCarriers(jira, taggedWith(all), parentTypes);
    return { carriers, tags: await resolveTags(jira, carriers, known) };
  });
  const serving = async (ids: readonly KeyResultId[]): Promise<string> => {
    const { carriers, tags } = await tagged();
    return servingWork(
      scope,
      ids,
      idsOf(carriers.filter(({ id }) => names(tags.get(id) ?? null, new Set(ids)))),
    );
  };

  const objectivePool = async (id: ObjectiveId): Promise<Pool> => {
    const ids = objectives.find((objective) => objective.id === id)?.keyResultIds ?? [];
    return { fields, jql: await serving(ids), accepts: (tag) => names(tag, new Set(ids)) };
  };
  const exemptPool = async (): Promise<Pool> => {
    const carriers = await findCarriers(jira, exemptItself(), parentTypes);
    await resolveTags(jira, carriers, known);
    return { fields, jql: exemptWork(scope, cycle, idsOf(carriers)), accepts: isExempt };
  };
  const remainingPool = async (): Promise<Pool> => ({
    fields,
    jql: remainingWork(scope, cycle, all),
    accepts: (tag) => !isExempt(tag) && !names(tag, shown),
  });

  return {
    ids: [...objectives.map(({ id }) => id), 'remaining', 'exempt'],
    poolOf: (id) =>
      id === 'exempt' ? exemptPool() : id === 'remaining' ? remainingPool() : objectivePool(id),
    keyResultJql: (id) => serving([id]),
    elsewhereJql: elsewhereWork(scope, cycle, all),
  };
};

const isExempt = (tag: EffectiveTag | null): boolean => tag?.tag.state === 'exempt';

const names = (tag: EffectiveTag | null, keyResultIds: ReadonlySet<KeyResultId>): boolean =>
  tag?.tag.state === 'tagged' && tag.tag.keyResults.some((id) => keyResultIds.has(id));

const idsOf = (issues: readonly Issue[]): string[] => issues.map(({ id }) => id);

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
};
