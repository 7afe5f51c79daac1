import type { IssuePanelView, ObjectivesOf } from '../../src/contract/issue-panel';
import type { Problem } from '../../src/contract/outcome';
import type { CycleView } from '../../src/contract/views';
import type { KeyResultId } from '../../src/domain/ids';
import type { KeyResult, Objective } from '../../src/domain/objective';
import type { EffectiveTag, ExemptionReason, Tag } from '../../src/domain/tag';

/** Everything that is known of the issue in the panel. */
export type Panel = {
  readonly view: IssuePanelView;
  readonly inherited: Inherited;
  /** Objectives of an inherited tag that the view did not bring. */
  readonly others: ObjectivesOf;
};

/** What the issue's ancestors say. It is not read as long as the issue has its own tag. */
export type Inherited =
  | { readonly state: 'unread' }
  | { readonly state: 'known'; readonly tag: EffectiveTag | null }
  | { readonly state: 'failed'; readonly problem: Problem };

/** What the panel shows of a tag. `inheritedFrom` is the ancestor's key, `null` for the issue's own. */
export type Shown =
  | { readonly state: 'key-results'; readonly rows: readonly Row[]; readonly inheritedFrom: string | null }
  | {
      readonly state: 'exempt';
      readonly reason: ExemptionReason;
      readonly note: string;
      readonly inheritedFrom: string | null;
    }
  | { readonly state: 'none' }
  | { readonly state: 'reading-parent' }
  | { readonly state: 'parent-failed'; readonly problem: Problem };

/** A key result of a tag; `facts` is `null` when there is none such or the viewer may not see it. */
export type Row = {
  readonly id: KeyResultId;
  readonly facts: {
    readonly keyResult: KeyResult;
    readonly objective: Objective;
    readonly cycle: CycleView | null;
  } | null;
};

/** What to show when the issue's own tag is `ownTag`: that one, else what the ancestors say. */
export const shownFor = (panel: Panel, ownTag: Tag | null): Shown => {
  if (ownTag !== null) return shownTag(panel, ownTag, null);
  if (panel.view.issue.parent === null) return { state: 'none' };
  const { inherited } = panel;
  if (inherited.state === 'unread') return { state: 'reading-parent' };
  if (inherited.state === 'failed') return { state: 'parent-failed', problem: inherited.problem };
  return inherited.tag === null
    ? { state: 'none' }
    : shownTag(panel, inherited.tag.tag, inherited.tag.inheritedFrom);
};

/**
 * What was read anew, with the OKRs that were known before where only the issue could be read: what was there is better
 * than nothing.
 */
export const withKnownOkrs = (before: Panel, { view, ...rest }: Panel): Panel => {
  if (view.unavailable === null || before.view.unavailable !== null) return { view, ...rest };
  const { activeCycles, objectives, otherCycles } = before.view;
  return { ...rest, view: { ...view, activeCycles, objectives, otherCycles, unavailable: null } };
};

/**
 * Whether the viewer may change what the issue serves when its own tag is `ownTag`. A sub-task follows its parent; one
 * that somebody tagged all the same can be untagged again.
 */
export const mayChange = ({ view: { issue, unreadableTag } }: Panel, ownTag: Tag | null): boolean =>
  issue.mayEdit && unreadableTag !== 'newer' && (!issue.isSubtask || ownTag !== null);

/** What is wrong with what is stored on the issue, what counts instead, and what can be done; `null` where all is well. */
export const troubleOf = (panel: Panel): string | null => {
  const { unreadableTag, ownTag } = panel.view;
  if (unreadableTag === null) return null;
  const counts =
    shownFor(panel, ownTag).state === 'none'
      ? 'so it counts as having no key result'
      : 'so what it inherits counts';
  if (unreadableTag === 'garbage') {
    const remedy = mayChange(panel, ownTag) ? ' Saving replaces it.' : '';
    return `What is stored on this issue itself could not be read, ${counts}.${remedy}`;
  }
  const read =
    ownTag === null ? `This version cannot read it, ${counts}.` : 'You see what this version can read of it.';
  return `What is stored on this issue was written by a newer version of Throughline. ${read} It can be changed only there: reload the page.`;
};

/** The panel once the issue's own tag is known to be `ownTag`; without one the ancestors are yet to be read. */
export const withOwnTag = (panel: Panel, ownTag: Tag | null): Panel => ({
  ...panel,
  view: { ...panel.view, ownTag, unreadableTag: null },
});

/** The panel after its ancestors could not be read; what was read of them before stays. */
export const withParentProblem = (panel: Panel, problem: Problem): Panel =>
  panel.inherited.state === 'known' ? panel : { ...panel, inherited: { state: 'failed', problem } };

/** The key results of a tag that are in no objective known so far. */
export const missingFrom = (tag: Tag | null | undefined, objectives: readonly Objective[]): KeyResultId[] => {
  const known = new Set(objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id)));
  return tag?.state === 'tagged' ? tag.keyResults.filter((id) => !known.has(id)) : [];
};

/** A key result with what it belongs to, or `null` when the viewer does not see it. */
const findFacts = ({ view, others }: Panel, id: KeyResultId): Row['facts'] => {
  for (const objective of [...view.objectives, ...others.objectives]) {
    const keyResult = objective.keyResults.find((candidate) => candidate.id === id);
    if (!keyResult) continue;
    const cycles = [...view.activeCycles, ...view.otherCycles, ...others.cycles];
    return { keyResult, objective, cycle: cycles.find((cycle) => cycle.id === objective.cycleId) ?? null };
  }
  return null;
};

/** How the panel calls a key result in a sentence. */
export const titleOf = (panel: Panel, id: KeyResultId): string =>
  findFacts(panel, id)?.keyResult.title ??
  (panel.view.unavailable
    ? 'a key result that cannot be read now'
    : 'a key result that is not visible to you');

const shownTag = (panel: Panel, tag: Tag, inheritedFrom: string | null): Shown =>
  tag.state === 'exempt'
    ? { state: 'exempt', reason: tag.reason, note: tag.note, inheritedFrom }
    : {
        state: 'key-results',
        rows: tag.keyResults.map((id) => ({ id, facts: findFacts(panel, id) })),
        inheritedFrom,
      };
