import type { Problem } from '../../src/contract/outcome';
import type { Issue } from '../../src/jira/issues';
import { toProblem } from '../shared/loading';
import { createCell, type Cell } from '../shared/state-cell';

/** What an issue is called, and what of it is not in a ledger. */
export type IssueWords = Pick<Issue, 'key' | 'summary' | 'status'> & {
  readonly inheritedFrom: string | null;
  /** Why it is exempt, in somebody's own words. */
  readonly note: string;
};

export type WordsState = {
  /** `null` of an issue that is gone or may not be seen any more. */
  readonly words: ReadonlyMap<string, IssueWords | null>;
  /** Why some could not be read. */
  readonly problem: Problem | null;
};

export type IssueWordsStore = Pick<Cell<WordsState>, 'get' | 'subscribe'> & {
  /** Reads those that are not known and not on their way. */
  readonly need: (ids: readonly string[]) => Promise<void>;
  /** Keeps what came along with something else. */
  readonly keep: (words: ReadonlyMap<string, IssueWords>) => void;
};

/** What the issues of a review are called, read when somebody wants to see them. */
export const createIssueWords = (
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, IssueWords>>,
): IssueWordsStore => {
  const cell = createCell<WordsState>({ words: new Map(), problem: null });
  const asked = new Set<string>();
  const add = (words: ReadonlyMap<string, IssueWords | null>): void =>
    cell.update({ words: new Map([...cell.get().words, ...words]) });

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    keep: add,
    need: async (ids) => {
      const missing = ids.filter((id) => !asked.has(id) && !cell.get().words.has(id));
      if (missing.length === 0) return;
      for (const id of missing) asked.add(id);
      if (cell.get().problem) cell.update({ problem: null });
      try {
        const found = await read(missing);
        add(new Map(missing.map((id) => [id, found.get(id) ?? null])));
      } catch (error) {
        cell.update({ problem: toProblem(error) });
        for (const id of missing) asked.delete(id);
      }
    },
  };
};
