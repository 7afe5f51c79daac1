import type { Clock } from '../seams';
import type { Issue } from './model';

/** Jira's search index trails writes. Within the lag a search sees an issue as it was. */
export type SearchLag = {
  /** How long, in milliseconds; 0 is no lag. */
  readonly set: (milliseconds: number) => void;
  /** Keeps the issue as it is, before it is written. */
  readonly remember: (issue: Issue) => void;
  /** The issue as search sees it now. */
  readonly seen: (issue: Issue) => Issue;
  /** Issues whose last writes search does not see yet. */
  readonly trailing: () => Issue[];
};

type Kept = { readonly before: Issue; readonly until: number };

export const createSearchLag = (clock: Clock, initial: number): SearchLag => {
  let lag = initial;
  const kept = new Map<Issue, Kept[]>();
  const pending = (issue: Issue): Kept[] => {
    const now = clock.now().getTime();
    const left = (kept.get(issue) ?? []).filter(({ until }) => until > now);
    if (left.length > 0) kept.set(issue, left);
    else kept.delete(issue);
    return left;
  };
  return {
    set: (milliseconds) => {
      lag = milliseconds;
    },
    remember: (issue) => {
      if (lag <= 0) return;
      const until = clock.now().getTime() + lag;
      kept.set(issue, [...pending(issue), { before: structuredClone(issue), until }]);
    },
    seen: (issue) => (kept.size === 0 ? issue : (pending(issue)[0]?.before ?? issue)),
    trailing: () => [...kept.keys()].filter((issue) => pending(issue).length > 0),
  };
};
