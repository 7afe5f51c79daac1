import * as v from 'valibot';
import { sprintSums, type SprintSums } from './sprint-sums';

/** Where what was rebuilt waits for the page to be loaded again. */
export type SumsKeep = {
  readonly find: (sprintId: number) => SprintSums | null;
  readonly keep: (sums: SprintSums) => void;
  readonly forget: (sprintId: number) => void;
};

/**
 * Keeps sums for as long as the browser's tab is open, under the account that may see what is in them. A storage that is
 * closed to the frame, full or written to by others only means that more is read again.
 *
 * @param storage - Asked each time: where a browser keeps nothing for frames, looking for it throws.
 */
export const sumsKeptIn = (
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  accountId: string,
): SumsKeep => {
  const keyOf = (sprintId: number): string => `throughline-rebuilt:${accountId}:${sprintId}`;
  return {
    find: (sprintId) =>
      attempt(() => {
        const text = storage().getItem(keyOf(sprintId));
        if (text === null) return null;
        const { version, ...sums } = v.parse(storedSums, JSON.parse(text));
        return version === VERSION && sums.sprintId === sprintId ? sums : null;
      }),
    keep: (sums) =>
      void attempt(() =>
        storage().setItem(keyOf(sums.sprintId), JSON.stringify({ version: VERSION, ...sums })),
      ),
    forget: (sprintId) => void attempt(() => storage().removeItem(keyOf(sprintId))),
  };
};

const VERSION = 1;

const storedSums = v.intersect([v.object({ version: v.number() }), sprintSums]);

const attempt = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch {
    return null;
  }
};
