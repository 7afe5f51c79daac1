import * as v from 'valibot';
import type { Objective } from '../domain/objective';
import type { Tag, TagTrouble } from '../domain/tag';
import type { Outcome, Problem } from './outcome';
import { issueId, keyResultId, tag } from './schemas';
import type { CycleView } from './views';

/** The issue view: what an issue serves, and the choice of what it may serve. */
export type IssuePanelApi = {
  /** Everything the panel needs in one call, with the issue read as the viewer. */
  loadIssuePanel: (payload: LoadIssuePanel) => Outcome<IssuePanelView>;
  /** The objectives of key results that `loadIssuePanel` did not bring: an ancestor's tag from another team or cycle. */
  loadObjectives: (payload: LoadObjectives) => Outcome<ObjectivesOf>;
  /** Writes or removes the issue's own tag, unless it changed since `expected` was read. */
  saveTag: (payload: SaveTag) => Outcome<TagSaved>;
};

export const loadIssuePanel = v.strictObject({ issueId });
export type LoadIssuePanel = v.InferOutput<typeof loadIssuePanel>;

export const loadObjectives = v.strictObject({
  keyResultIds: v.pipe(
    v.array(keyResultId),
    v.minLength(1, 'Name a key result.'),
    v.maxLength(25, 'Ask for at most 25 key results.'),
  ),
});
export type LoadObjectives = v.InferOutput<typeof loadObjectives>;

export const saveTag = v.strictObject({
  issueId,
  /** The tag that the person saw; `null` for none. */
  expected: v.nullable(tag),
  /** The tag to write; `null` removes it. */
  tag: v.nullable(tag),
});
export type SaveTag = v.InferOutput<typeof saveTag>;

export type IssuePanelView = {
  readonly issue: {
    readonly id: string;
    readonly key: string;
    readonly isSubtask: boolean;
    /** Of its type: −1 sub-tasks, 0 stories, 1 epics, and up. */
    readonly level: number;
    readonly mayEdit: boolean;
    /** The nearest ancestor; its own tag and ancestors are read by the front end, as the viewer. */
    readonly parent: { readonly id: string; readonly key: string } | null;
  };
  readonly ownTag: Tag | null;
  /**
   * `garbage`: the property held something that is not a tag; it reads as untagged and saving replaces it. `newer`: a
   * newer version of the app wrote it; `ownTag` has what can be read of it, and saving is refused.
   */
  readonly unreadableTag: TagTrouble | null;
  /** Active cycles only, latest first. */
  readonly activeCycles: readonly CycleView[];
  /**
   * What may be picked (company and the project's own, active cycles, not archived) and what the own tag points to, as
   * far as the viewer may see it. A key result that is in no objective here is not visible to the viewer, or unknown.
   */
  readonly objectives: readonly Objective[];
  /** The cycles that the objectives belong to and that are not active. */
  readonly otherCycles: readonly CycleView[];
  /**
   * Why the OKRs could not be read: there are no cycles and objectives here then, whatever there are. The issue and its
   * tag are known all the same.
   */
  readonly unavailable: Problem | null;
};

export type ObjectivesOf = {
  readonly objectives: readonly Objective[];
  readonly cycles: readonly CycleView[];
};

/** With `conflict`, `Problem.current` is a `TagSaved` with what somebody else wrote. */
export type TagSaved = { readonly tag: Tag | null };
