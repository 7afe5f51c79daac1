import type { KeyResultWork, LoadKeyResultWork } from '../contract/sprint-review';
import { deliveryOverSprint, linesByKeyResult } from '../domain/ledger-sums';
import { readGrants } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { loadLearnings } from '../storage/learnings';
import { loadLedgers, loadLines } from '../storage/sprint-ledgers';

/**
 * What closed sprints did for a key result, as frozen, summed over the issues that the caller may browse, and what was
 * learned of it. Three storage operations for up to 25 sprints, and one Jira request for each 1,000 issues that serve it.
 */
export const loadKeyResultWork = async (
  caller: Caller,
  { keyResultId, sprintIds }: LoadKeyResultWork,
): Promise<KeyResultWork> => {
  const unique = [...new Set(sprintIds)];
  const [read, [learnings]] = await Promise.all([loadLedgers(unique), loadLearnings([keyResultId])]);
  const ledgers = read.flatMap(({ value }) => (value?.state === 'closed' ? [value] : []));
  const lines = (await loadLines(ledgers)).map((all) => linesByKeyResult(all).get(keyResultId) ?? []);
  const issueIds = [...new Set(lines.flat().map(({ issueId }) => issueId))];
  const { browsableIssues } =
    issueIds.length === 0
      ? { browsableIssues: new Set<string>() }
      : await readGrants(caller.jira, {
          globalPermissions: [],
          projectPermissions: [],
          projectIds: [],
          issueIds,
        });
  return {
    sprints: ledgers.map(({ sprintId }, index) => ({
      sprintId,
      ...deliveryOverSprint(lines[index]!.filter(({ issueId }) => browsableIssues.has(issueId))),
    })),
    unknown: unique.filter((id) => ledgers.every(({ sprintId }) => sprintId !== id)),
    verdicts: learnings?.value.verdicts ?? [],
  };
};
