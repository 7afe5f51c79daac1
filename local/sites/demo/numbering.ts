import type { HistoryEntry, Issue } from '../../jira/model';
import type { Draft } from './issue-draft';
import type { TeamKey } from './people';
import type { Random } from '../../random';
import { STATUS } from './workflow';

/** Makes issues of the drafts: ids and keys in the order of creation, ids of changes in theirs, a place in the backlog. */
export const numbered = (
  drafts: readonly Draft[],
  random: Random,
): { readonly issues: Issue[]; readonly issueOf: (draft: Draft) => Issue } => {
  const inOrder = [...drafts].sort((a, b) => a.created.localeCompare(b.created));
  const idOf = new Map(inOrder.map((draft, index) => [draft, String(20_001 + index)]));
  const ranked = [...random.shuffled(inOrder)].sort((a, b) => place(a) - place(b));
  const rankOf = new Map(ranked.map((draft, index) => [draft, index]));
  const counters: Record<TeamKey, number> = { BOOK: 0, DECK: 0, HARB: 0 };
  const issues = inOrder.map((draft): Issue => {
    const { team, epic: _epic, parent, ...fields } = draft;
    return {
      ...fields,
      id: idOf.get(draft)!,
      key: `${team}-${(counters[team] += 1)}`,
      parentId: parent ? idOf.get(parent)! : null,
      rank: rankOf.get(draft)!,
    };
  });
  numberHistory(issues);
  const places = new Map(inOrder.map((draft, index) => [draft, issues[index]!]));
  return { issues, issueOf: (draft) => places.get(draft)! };
};

/** What is in hand comes first, then the backlog, then what is done. */
const place = ({ statusId, sprintIds }: Draft): number =>
  statusId === STATUS.done
    ? 1_000_000
    : sprintIds.length > 0
      ? 1000 - Math.max(...sprintIds.map((id) => id % 100))
      : 5000;

const numberHistory = (issues: readonly Issue[]): void => {
  const entries = issues.flatMap(({ history }) => history.map((entry, index) => ({ history, entry, index })));
  entries.sort((a, b) => a.entry.created.localeCompare(b.entry.created));
  entries.forEach(({ history, entry, index }, number) => {
    history[index] = { ...entry, id: String(50_001 + number) } satisfies HistoryEntry;
  });
};
