import { ROWS_PER_REQUEST, type UntaggedRow } from '../../src/jira/untagged-rows';

export type RowReader = {
  /** Rows that are in sight; they are read once nothing else has come into sight for a moment. */
  readonly see: (ids: readonly string[]) => void;
  /** Every row is to be read again when it is seen next, but those. */
  readonly reset: (read: readonly string[]) => void;
};

const PAUSE_MS = 120;

/** Reads rows as they come into sight, 100 a request; what has left sight before it was asked for is not read. */
export const createRowReader = ({
  read,
  onRows,
  onProblem,
}: {
  readonly read: (ids: readonly string[]) => Promise<readonly UntaggedRow[]>;
  readonly onRows: (asked: readonly string[], rows: readonly UntaggedRow[]) => Promise<void>;
  readonly onProblem: (error: unknown) => void;
}): RowReader => {
  let done = new Set<string>();
  let inSight: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isBusy = false;

  const plan = (pause: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void readNext(), pause);
  };
  const readNext = async (): Promise<void> => {
    timer = null;
    const ids = inSight.filter((id) => !done.has(id)).slice(0, ROWS_PER_REQUEST);
    if (isBusy || ids.length === 0) return;
    isBusy = true;
    const mine = done;
    ids.forEach((id) => mine.add(id));
    try {
      await onRows(ids, await read(ids));
      isBusy = false;
      if (timer === null) plan(0);
    } catch (error) {
      isBusy = false;
      // They are asked for again when something comes into sight; what is known of them stays.
      ids.forEach((id) => mine.delete(id));
      onProblem(error);
    }
  };

  return {
    see: (ids) => {
      inSight = ids;
      if (ids.some((id) => !done.has(id))) plan(PAUSE_MS);
    },
    reset: (ids) => {
      done = new Set(ids);
      if (timer === null) plan(PAUSE_MS);
    },
  };
};
