import type { TagSaved } from '../../src/contract/issue-panel';
import { failure, type Outcome, type Problem } from '../../src/contract/outcome';
import { sameTag, type Tag } from '../../src/domain/tag';
import { toProblem, type Loadable } from '../shared/loading';
import { applyChange, type Change } from './change';
import { withOwnTag, withParentProblem, type Panel } from './panel';

export type PanelState = {
  readonly loadable: Loadable<Panel>;
  readonly attempt: Attempt | null;
  /** Whether the last look found another tag than the one that was shown. */
  readonly changedMeanwhile: boolean;
};

/** The change that a person asked for last, until it is saved. `expected` is the tag that it was made on. */
export type Attempt =
  | { readonly state: 'saving'; readonly change: Change; readonly wanted: Tag | null }
  | {
      readonly state: 'failed';
      readonly change: Change;
      readonly expected: Tag | null;
      readonly problem: Problem;
    }
  | { readonly state: 'conflict'; readonly change: Change };

export type Saved = { readonly change: Change; readonly before: Tag | null; readonly after: Tag | null };

export type PanelStore = {
  readonly getState: () => PanelState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Looks whether something changed, unless that was found out just now or something is being saved. */
  readonly lookAgain: () => Promise<void>;
  /**
   * Saves a change on what is shown, or on `expected`; after those that wait already. Answers what was saved, or
   * `null` when it was not, which the state then says.
   */
  readonly save: (change: Change, expected?: Tag | null) => Promise<Saved | null>;
  readonly dismiss: () => void;
};

/** Holds the panel's data over its life: loaded, looked at again, changed. Keeps what a person chose until it is saved. */
export const createPanelStore = (
  api: {
    readonly read: () => Promise<Panel>;
    readonly save: (expected: Tag | null, tag: Tag | null) => Promise<Outcome<TagSaved>>;
  },
  now: () => number = Date.now,
): PanelStore => {
  let state: PanelState = { loadable: { state: 'loading' }, attempt: null, changedMeanwhile: false };
  let question = 0;
  let askedAt = -Infinity;
  let waiting: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const update = (part: Partial<PanelState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const panel = (): Panel | null => (state.loadable.state === 'ready' ? state.loadable.value : null);

  /** `null` when a newer question or a save has made the answer old. */
  const ask = async (): Promise<Exclude<Loadable<Panel>, { state: 'loading' }> | null> => {
    const mine = (question += 1);
    askedAt = now();
    const answer = await api.read().then(
      (value) => ({ state: 'ready', value }) as const,
      (error: unknown) => ({ state: 'error', problem: toProblem(error) }) as const,
    );
    return mine === question ? answer : null;
  };

  const load = async (): Promise<void> => {
    update({ loadable: { state: 'loading' } });
    const answer = await ask();
    if (answer) update({ loadable: answer });
  };

  const readAgain = async (): Promise<void> => {
    const answer = await ask();
    const before = panel();
    if (answer === null || before === null) return;
    // What is shown stays when a look fails: a save finds out by itself what changed.
    if (answer.state === 'error') return update(ready(withParentProblem(before, answer.problem)));
    const changed = !sameTag(before.view.ownTag, answer.value.view.ownTag);
    update({ loadable: answer, changedMeanwhile: state.changedMeanwhile || changed });
  };

  const settleConflict = async (before: Panel, change: Change, current: Tag | null): Promise<null> => {
    const answer = await ask();
    const found = answer?.state === 'ready' ? answer.value : withOwnTag(before, current);
    update({ ...ready(found), attempt: { state: 'conflict', change } });
    return null;
  };

  const saveNow = async (change: Change, expected?: Tag | null): Promise<Saved | null> => {
    const shown = panel();
    if (shown === null) return null;
    const before = expected === undefined ? shown.view.ownTag : expected;
    const wanted = applyChange(before, change);
    question += 1;
    update({ attempt: { state: 'saving', change, wanted }, changedMeanwhile: false });
    const outcome = await api.save(before, wanted).catch((error) => failure(toProblem(error)));
    const found = foundTag(outcome);
    if (!outcome.ok && found === undefined) {
      update({ attempt: { state: 'failed', change, expected: before, problem: outcome.error } });
      return null;
    }
    const after = found ?? null;
    // A save whose answer got lost conflicts with itself when it is sent again.
    if (!outcome.ok && !sameTag(after, wanted)) return settleConflict(shown, change, after);
    update({ ...ready(withOwnTag(shown, after)), attempt: null });
    void readAgain();
    return { change, before, after };
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    lookAgain: async () => {
      const isFresh = now() - askedAt < FRESH_FOR_MS;
      if (panel() !== null && state.attempt?.state !== 'saving' && !isFresh) await readAgain();
    },
    save: (change, expected) => {
      const saved = waiting.then(() => saveNow(change, expected));
      waiting = saved;
      return saved;
    },
    dismiss: () => update({ attempt: null, changedMeanwhile: false }),
  };
};

/** Coming back to a page tells a frame of it more than once. */
const FRESH_FOR_MS = 3_000;

const ready = (panel: Panel): Pick<PanelState, 'loadable'> => ({
  loadable: { state: 'ready', value: panel },
});

/** The tag that a save found or wrote; `undefined` when it says of none. */
const foundTag = (outcome: Outcome<TagSaved>): Tag | null | undefined => {
  if (outcome.ok) return outcome.value.tag;
  return outcome.error.code === 'conflict'
    ? ((outcome.error.current as TagSaved | undefined)?.tag ?? null)
    : undefined;
};
