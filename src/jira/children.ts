import { formatNumber } from '../domain/figure-words';
import { fail } from '../contract/outcome';
import { searchIssueIds } from './issue-ids';
import type { JiraApi } from './jira-api';
import { allOf, countedIssues, withoutOwnTag } from './jql';
import { below } from './jql-parents';

/** The work below an issue that stands above stories, as far as whoever asks may see it. Sub-tasks are not counted. */
export type Reach = {
  /** All of it that is not done. */
  readonly open: number;
  /** Of that, what a tag above does not reach, since it has its own or one from nearer by. */
  readonly decided: number;
};

/**
 * What a tag of an issue reaches: the open stories below it, whatever lies in between. Exact, as far as Jira's search
 * knows the latest changes. Costs two searches for ids a level: two for an epic.
 *
 * @param level - Of the issue's type: 1 for an epic. Jira allows children only one level below.
 * @throws `invalid` when there are more than 1,000 issues in between, which one search cannot follow.
 */
export const countReach = async (jira: JiraApi, issueId: string, level: number): Promise<Reach> => {
  let between: Found = { all: [issueId], undecided: [issueId] };
  for (let left = level - 1; left > 0 && between.all.length > 0; left -= 1)
    between = await childrenOf(jira, between, null);
  const { all, undecided } = await childrenOf(jira, between, 'statusCategory != Done');
  return { open: all.length, decided: all.length - undecided.length };
};

/** Issues, and those of them that take what the issue at the top says. */
type Found = { readonly all: readonly string[]; readonly undecided: readonly string[] };

const childrenOf = async (jira: JiraApi, above: Found, which: string | null): Promise<Found> => {
  if (above.all.length > MOST_PARENTS) fail(TOO_MANY);
  const search = (parents: readonly string[], condition: string | null): Promise<readonly string[]> =>
    parents.length === 0
      ? Promise.resolve([])
      : searchIssueIds(jira, allOf(below(parents).is, countedIssues(), which, condition), Infinity);
  const [all, undecided] = await Promise.all([
    search(above.all, null),
    search(above.undecided, withoutOwnTag()),
  ]);
  return { all, undecided };
};

const MOST_PARENTS = 1000;

const TOO_MANY = {
  code: 'invalid',
  message: `There are more than ${formatNumber(MOST_PARENTS)} issues between this one and its stories, which is more than one search can follow.`,
} as const;
