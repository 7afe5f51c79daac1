import type { SaveTag, TagSaved } from '../contract/issue-panel';
import { fail } from '../contract/outcome';
import { objectiveIdOf, type KeyResultId } from '../domain/ids';
import { sameTag, type Tag } from '../domain/tag';
import type { getIssue } from '../jira/issues';
import { writeTag } from '../jira/tags';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { visibleOf } from './rights';

type EditableIssue = Awaited<ReturnType<typeof getIssue>>;

/**
 * Writes an issue's own tag as the caller. Jira has no conditional write of a property, so what was there is compared
 * first: somebody else's change is told instead of overwritten, as far as a look before the write can see it.
 */
export const saveTag = async (
  caller: Caller,
  { issueId, expected, tag }: SaveTag,
  issue: EditableIssue,
): Promise<TagSaved> => {
  if (issue.unreadableTag === 'newer') {
    return fail({
      code: 'conflict',
      message:
        'A newer version of Throughline wrote what this issue serves. Nothing was changed, so that nothing of it is lost. Reload the page.',
      current: { tag: issue.ownTag } satisfies TagSaved,
    });
  }
  // An answer got lost and the same is asked again: what was asked for is already so.
  if (sameTag(issue.ownTag, tag) && issue.unreadableTag === null) return { tag };
  if (!sameTag(issue.ownTag, expected)) {
    return fail({
      code: 'conflict',
      message:
        'Somebody else changed this issue’s key results meanwhile. Theirs is kept and shown; apply yours again if you still want it.',
      current: { tag: issue.ownTag } satisfies TagSaved,
    });
  }
  await checkAdded(caller, issue.ownTag, tag);
  await writeTag(caller.jira, issueId, tag);
  return { tag };
};

/** What is added must exist and be visible to the caller; what was there before may stay, whoever put it there. */
const checkAdded = async (caller: Caller, before: Tag | null, after: Tag | null): Promise<void> => {
  const kept = before?.state === 'tagged' ? before.keyResults : [];
  const added = after?.state === 'tagged' ? after.keyResults.filter((id) => !kept.includes(id)) : [];
  if (added.length === 0) return;
  const found = (await loadObjectives(added.map(objectiveIdOf))).map(({ value }) => value);
  const visible = await visibleOf(caller, found);
  const known = visible.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  const missing = added.filter((id: KeyResultId) => !known.includes(id));
  if (missing.length > 0) {
    fail({
      code: 'not-found',
      message:
        'A key result you chose does not exist any more, or is not visible to you. Nothing was changed. Choose another one.',
    });
  }
};
