import type { Problem } from '../../src/contract/outcome';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import type { Freshness } from '../shared/reading';
import { NO_ROWS, type Rows } from './rows';
import type { Section } from './sections';
import type { Trace } from './selection';

/** What is known of the untagged work of a project. */
export type ListState = {
  /** What comes up next first; empty while nothing is known. */
  readonly sections: readonly Section[];
  /** Rows by their issue's id, those included that have left the list. */
  readonly rows: Rows;
  /** What issues that are read stand below: names by id. */
  readonly parents: ReadonlyMap<string, string>;
  /** Whether the sections name every issue, be it read or not; before that they hold the first rows. */
  readonly isWhole: boolean;
  /** Fields that hold estimates, the first that has a value counts; `null` until the boards are known. */
  readonly estimates: readonly string[] | null;
  /** More parents are tagged than a search can name: what inherits leaves the list only when it is read. */
  readonly hasTooManyParents: boolean;
  /** Whether it is known that the viewer may edit none of the issues. */
  readonly isReadOnly: boolean;
  readonly isRefreshing: boolean;
  /** How old the list is; `null` as long as there is none. */
  readonly freshness: Freshness | null;
  /** Why there is no list at all. */
  readonly problem: Problem | null;
  /** Why some rows in sight could not be read. */
  readonly rowProblem: Problem | null;
  /** What left the list last because somebody decided about it. */
  readonly trace: Trace | null;
};

export const NO_LIST: ListState = {
  sections: [],
  rows: NO_ROWS,
  parents: new Map(),
  isWhole: false,
  estimates: null,
  hasTooManyParents: false,
  isReadOnly: false,
  isRefreshing: false,
  freshness: null,
  problem: null,
  rowProblem: null,
  trace: null,
};

/** An issue's estimate; `undefined` while it is not known where it stands. */
export const pointsOf = (row: UntaggedRow, estimates: readonly string[] | null): number | null | undefined =>
  estimates === null
    ? undefined
    : (estimates.map((field) => row.numbers[field]).find((value) => value !== undefined) ?? null);

/** The same map as long as nothing new is in it, so that who shows it need not look again. */
export const withParents = (
  parents: ReadonlyMap<string, string>,
  rows: readonly UntaggedRow[],
): ReadonlyMap<string, string> => {
  const found = rows.flatMap(({ parent }) => (parent === null || parents.has(parent.id) ? [] : [parent]));
  if (found.length === 0) return parents;
  return new Map([
    ...parents,
    ...found.map(({ id, key, summary }) => [id, summary === '' ? key : `${key} ${summary}`] as const),
  ]);
};
