import type { Problem } from '../../src/contract/outcome';
import { toProblem } from '../shared/loading';
import type { SumsKeep } from '../shared/kept-sums';
import type { SprintSums } from '../shared/sprint-sums';
import { createCell } from '../shared/state-cell';
import type { DatedSprint } from './cycle-sprints';

/** What was rebuilt of sprints, and how far a run is. */
export type Rebuilds = {
  readonly sums: ReadonlyMap<number, SprintSums>;
  /** The run that goes on, was stopped or failed last; `null` before the first one and after one that got to its end. */
  readonly run: RebuildRun | null;
};

export type RebuildRun = {
  readonly isGoing: boolean;
  readonly done: number;
  readonly total: number;
  /** Issues that have come so far, of sprints that are not done, too. */
  readonly issues: number;
  /** Why it stopped, where nobody stopped it. */
  readonly problem: Problem | null;
};

export type RebuildStore = {
  readonly get: () => Rebuilds;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes over what was kept of sprints that are not known yet. */
  readonly recall: (sprints: readonly DatedSprint[]) => void;
  /** Rebuilds those that are not known yet, the latest first; counts the others as done. One run at a time. */
  readonly start: (sprints: readonly DatedSprint[]) => Promise<void>;
  /** Ends the run. What is done stays, and the next run goes on from there. */
  readonly stop: () => void;
  /** For who wants them by the tags of now. */
  readonly forget: (sprints: readonly DatedSprint[]) => void;
};

/** Rebuilds sprints in the background of a page, for as long as it is open. */
export const createRebuilds = (
  rebuild: (sprint: DatedSprint, onPage: (loaded: number) => void) => Promise<SprintSums>,
  keep: SumsKeep,
): RebuildStore => {
  const cell = createCell<Rebuilds>({ sums: new Map(), run: null });
  let question = 0;
  const know = (sums: SprintSums): void =>
    cell.update({ sums: new Map(cell.get().sums).set(sums.sprintId, sums) });
  const advance = (change: Partial<RebuildRun>): void => {
    const { run } = cell.get();
    if (run) cell.update({ run: { ...run, ...change } });
  };

  const rebuildOne = async (sprint: DatedSprint, mine: number): Promise<void> => {
    let counted = 0;
    const sums = await rebuild(sprint, (loaded) => {
      // What is thrown here ends the reading of a sprint that nobody waits for any more.
      if (mine !== question) throw LEFT;
      advance({ issues: (cell.get().run?.issues ?? 0) + loaded - counted });
      counted = loaded;
    });
    if (mine !== question) return;
    know(sums);
    // What goes on changes: it is read again when the page is.
    if (sprint.state === 'closed') keep.keep(sums);
    advance({ done: (cell.get().run?.done ?? 0) + 1 });
  };

  const start = async (sprints: readonly DatedSprint[]): Promise<void> => {
    if (cell.get().run?.isGoing) return;
    const mine = (question += 1);
    const waiting = sprints.filter(({ id }) => !cell.get().sums.has(id)).reverse();
    const done = sprints.length - waiting.length;
    cell.update({ run: { isGoing: true, done, total: sprints.length, issues: 0, problem: null } });
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next && mine === question; next = waiting.shift())
        await rebuildOne(next, mine);
    };
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, work));
      if (mine === question) cell.update({ run: null });
    } catch (error) {
      if (mine !== question) return;
      question += 1;
      advance({ isGoing: false, problem: toProblem(error) });
    }
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    recall: (sprints) => {
      for (const { id, state } of sprints) {
        const sums = cell.get().sums.has(id) || state !== 'closed' ? null : keep.find(id);
        if (sums) know(sums);
      }
    },
    start,
    stop: () => {
      question += 1;
      advance({ isGoing: false });
    },
    forget: (sprints) => {
      const sums = new Map(cell.get().sums);
      for (const { id } of sprints) {
        sums.delete(id);
        keep.forget(id);
      }
      cell.update({ sums });
    },
  };
};

/** A page of histories is much to answer: Jira is asked for two at once, and the page stays quick. */
const AT_A_TIME = 2;

const LEFT = new Error('Nobody waits for this any more.');
