import type { UntaggedRow } from '../../src/jira/untagged-rows';

/**
 * Rows by their issue's id. Never changed: `withRows` answers others, and copies only what came last, for every hundred
 * rows that come into sight are added to ten thousand.
 */
export type Rows = Pick<ReadonlyMap<string, UntaggedRow>, 'get' | 'has' | 'values'> & {
  readonly older: ReadonlyMap<string, UntaggedRow>;
  /** These win. */
  readonly newer: ReadonlyMap<string, UntaggedRow>;
};

export const withRows = ({ older, newer }: Rows, found: readonly UntaggedRow[]): Rows => {
  const added = new Map(newer);
  for (const row of found) added.set(row.id, row);
  return added.size > MOST_NEWER ? rowsOf(merged(older, added), new Map()) : rowsOf(older, added);
};

const rowsOf = (older: Rows['older'], newer: Rows['newer']): Rows => ({
  older,
  newer,
  get: (id) => newer.get(id) ?? older.get(id),
  has: (id) => newer.has(id) || older.has(id),
  values: () => merged(older, newer).values(),
});

export const NO_ROWS = rowsOf(new Map(), new Map());

const MOST_NEWER = 1_000;

const merged = (older: Rows['older'], newer: Rows['newer']): ReadonlyMap<string, UntaggedRow> => {
  const all = new Map(older);
  for (const [id, row] of newer) all.set(id, row);
  return all;
};
