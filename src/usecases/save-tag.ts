import type { SaveTag, TagSaved } from '../contract/issue-panel';
import { fail, problemOf } from '../contract/outcome';
import { pauseAfter } from '../contract/patience';
import { objectiveIdOf, type KeyResultId } from '../domain/ids';
import { sameTag, type Tag } from '../domain/tag';
import { getIssue } from '../jira/issues';
import { writeTag } from '../jira/tags';
import type { Caller } from '../platform/caller';
import { invocationPatience } from '../platform/invocation-patience';
import { loadObjectives } from '../storage/objectives';
import { visibleOf } from './rights';

type EditableIssue = Awaited<ReturnType<typeof getIssue>>;

/**
 * Writes an issue's own tag as the caller. Jira has no conditional write of a property, so what was there is compared
 * first: somebody else's change is told instead of overwritten, as far as a look before the write can see it. A write
 * that Jira did not answer is looked for and compared anew before it is sent again.
 */
export const saveTag = async (
  caller: Caller,
  { issueId, expected, tag }: SaveTag,
  issue: EditableIssue,
): Promise<TagSaved> => {
  let current = issue;
  for (let tries = 1; ; tries += 1) {
    refuseNewer(current);
    // An answer got lost and the same is asked again: what was asked for is already so.
    if (isSaved(current, tag)) return { tag };
    refuseChanged(current, expected);
    if (tries === 1) await checkAdded(caller, current.ownTag, tag);
    try {
      await writeTag(caller.jira, issueId, tag);
      return { tag };
    } catch (error) {
      if (problemOf(error)?.code !== 'jira-unavailable') throw error;
      const wait = pauseAfter(tries, 0, invocationPatience);
      if (wait !== null) await invocationPatience.pause(wait);
      const found = await getIssue(caller.jira, issueId).catch(() => null);
      if (found === null || (wait === null && !isSaved(found, tag))) throw error;
      current = found;
    }
  }
};

const isSaved = ({ ownTag, unreadableTag }: EditableIssue, tag: Tag | null): boolean =>
  sameTag(ownTag, tag) && unreadableTag === null;

const refuseNewer = ({ ownTag, unreadableTag }: EditableIssue): void => {
  if (unreadableTag !== 'newer') return;
  fail({
    code: 'conflict',
    message:
      'A newer version of Throughline wrote what this issue serves. Nothing was changed, so that nothing of it is lost. Reload the page.',
    current: { tag: ownTag } satisfies TagSaved,
  });
};

const refuseChanged = ({ ownTag }: EditableIssue, expected: Tag | null): void => {
  if (sameTag(ownTag, expected)) return;
  fail({
    code: 'conflict',
    message:
      'Somebody else changed this issue’s key results meanwhile. Theirs is kept and shown; apply yours again if you still want it.',
    current: { tag: ownTag } satisfies TagSaved,
  });
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
