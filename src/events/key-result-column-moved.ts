import * as v from 'valibot';
import { problemOf } from '../contract/outcome';
import { issueId } from '../contract/schemas';
import { again } from '../platform/again';
import { invocationPatience } from '../platform/invocation-patience';
import { waitForStorage } from '../storage/storage-calls';
import { keepKeyResultColumn } from '../usecases/keep-key-result-column';

const event = v.object({
  issue: v.object({ id: issueId }),
  changelog: v.object({ items: v.array(v.object({ field: v.optional(v.string()) })) }),
});

/** What Jira's history calls the changes by which an issue inherits from elsewhere, or is seen by others. */
const MOVES: readonly (string | undefined)[] = ['IssueParentAssociation', 'project'];

/**
 * Called by Forge when an issue was put under another parent or into another project: at least once, in any order. What
 * Jira keeps of the column was for those who saw the issue where it was.
 */
export const keyResultColumnMoved = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success) return undefined;
  const { issue, changelog } = parsed.output;
  if (!changelog.items.some(({ field }) => MOVES.includes(field))) return undefined;
  try {
    await keepKeyResultColumn([issue.id]);
    return undefined;
  } catch (error) {
    if (problemOf(error) === null) throw error;
    return again();
  }
};
