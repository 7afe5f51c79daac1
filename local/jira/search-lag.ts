import type { Clock } from '../seams';
import type { Issue } from './model';

/** Jira's search index trails writes. Within the lag a search sees an issue as it was. */
export type SearchLag = {
  /** How long, in milliseconds; 0 is no lag. */
  readonly set: (milliseconds: number) => void;
  /** Keeps the issue as it is, before it is written. */
  readonly remember: (issue: Issue) => void;
  /** Keeps that there was no such issue, before it is there. */
  readonly rememberNone: (issue: Issue) => void;
  /** Search follows an issue that is gone no longer. */
  readonly forget: (issue: Issue) => void;
  /** The issue as search sees it now; `null` where it does not see it yet. */
  readonly seen: (issue: Issue) => Issue | null;
  /** Issues whose last writes search does not see yet. */
  readonly trailing: () => Issue[];
};

type Kept = { readonly before: Issue | null; readonly until: number };

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
  const keep = (issue: Issue, before: () => Issue | null): void => {
    if (lag <= 0) return;
    const until = clock.now().getTime() + lag;
    kept.set(issue, [...pending(issue), { before: before(), until }]);
  };
  return {
    set: (milliseconds) => {
      lag = milliseconds;
    },
    remember: (issue) => keep(issue, () => structuredClone(issue)),
    rememberNone: (issue) => keep(issue, () => null),
    forget: (issue) => void kept.delete(issue),
    seen: (issue) => {
      const [oldest] = kept.size === 0 ? [] : pending(issue);
      return oldest === undefined ? issue : oldest.before;
    },
    trailing: () => [...kept.keys()].filter((issue) => pending(issue).length > 0),
  };
};
