import type { TagSaved } from '../../src/contract/issue-panel';
import { failure, type Outcome, type Problem } from '../../src/contract/outcome';
import type { Tag } from '../../src/domain/tag';
import { toProblem, type Loadable } from '../shared/loading';
import type { Freshness } from '../shared/reading';
import { afterUndecided } from '../shared/undecided';
import { applyChange, sameChange, type Change } from './change';
import { withKnownOkrs, withOwnTag, withParentProblem, type Panel } from './panel';
import { NOTHING_YET, type PanelState } from './panel-state';
import { decided, isAmong, isChangedByOthers, without } from './undecided';

export type Saved = { readonly change: Change; readonly before: Tag | null; readonly after: Tag | null };

export type PanelStore = {
  readonly getState: () => PanelState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Looks whether something changed, unless that was found out just now or something is being saved. */
  readonly lookAgain: () => Promise<void>;
  /**
   * Saves a change on what is shown, or on `expected`; after those that wait already. Takes it from the unsaved ones
   * when it is one of them. Answers what was saved, or `null` when it was not, which the state then says.
   */
  readonly save: (change: Change, expected?: Tag | null) => Promise<Saved | null>;
  /** Gives an unsaved change up; looks whether it was saved where that is not known. */
  readonly dismiss: (change: Change) => void;
};

/** Holds the panel's data over its life: loaded, looked at again, changed. Keeps what a person chose until it is saved. */
export const createPanelStore = (
  api: {
    readonly read: () => Promise<Panel>;
    readonly save: (expected: Tag | null, tag: Tag | null) => Promise<Outcome<TagSaved>>;
  },
  now: () => number = Date.now,
  later: (look: () => void, milliseconds: number) => void = setTimeout,
): PanelStore => {
  let state = NOTHING_YET;
  let question = 0;
  let askedAt = -Infinity;
  let waiting: Promise<unknown> = Promise.resolve();
  let saves = 0;
  const listeners = new Set<() => void>();

  const update = (part: Partial<PanelState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const panel = (): Panel | null => (state.loadable.state === 'ready' ? state.loadable.value : null);
  const fresh = (): Freshness => ({ asOf: now(), problem: null });

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
    // What is shown, and forms that are open in it, stay while it is read again.
    if (panel() !== null) return readAgain();
    update({ loadable: { state: 'loading' } });
    const answer = await ask();
    if (answer) update({ loadable: answer, ...(answer.state === 'ready' ? { freshness: fresh() } : {}) });
  };

  const readAgain = async (): Promise<void> => {
    const answer = await ask();
    const before = panel();
    if (answer === null || before === null) return;
    // What is shown stays when a look fails: a save finds out by itself what changed.
    if (answer.state === 'error') {
      askedAt = -Infinity;
      return update({
        ...ready(withParentProblem(before, answer.problem)),
        freshness: { asOf: state.freshness?.asOf ?? now(), problem: answer.problem },
      });
    }
    const { ownTag } = answer.value.view;
    const changed = isChangedByOthers(before.view.ownTag, state.undecided, ownTag);
    const found = withKnownOkrs(before, answer.value);
    const isWhole = found.view.unavailable === answer.value.view.unavailable;
    update({
      ...ready(found),
      ...decided(state, ownTag),
      changedMeanwhile: state.changedMeanwhile || changed,
      freshness: isWhole
        ? fresh()
        : { asOf: state.freshness?.asOf ?? now(), problem: answer.value.view.unavailable },
    });
  };

  /** Somebody else's save that had looked before this one wrote may still write over it: looks when it is over. */
  const readOnceSettled = (): void => {
    const mine = (saves += 1);
    later(() => void (mine === saves && state.saving.length === 0 && readAgain()), LONGEST_SAVE_MS);
  };

  /** Ends the saving of a change together with what that led to, so that nothing else shows in between. */
  const settle = (change: Change, part: Partial<PanelState>): void =>
    update({ ...part, saving: state.saving.filter((other) => other !== change) });

  const settleConflict = async (before: Panel, change: Change, current: Tag | null): Promise<null> => {
    const answer = await ask();
    const found =
      answer?.state === 'ready' ? withKnownOkrs(before, answer.value) : withOwnTag(before, current);
    const { unsaved } = decided(state, found.view.ownTag);
    settle(change, {
      ...ready(found),
      unsaved: [...unsaved, { state: 'conflict', change }],
      undecided: [],
    });
    return null;
  };

  const settleFailure = (change: Change, expected: Tag | null | undefined, error: Problem): void => {
    const problem = afterUndecided(isAmong(state.undecided, change), error);
    const others = without(state.undecided, change);
    settle(change, {
      unsaved: [...state.unsaved, { state: 'failed', change, expected, problem }],
      undecided: problem.undecided ? [...others, change] : others,
    });
    if (problem.undecided) readOnceSettled();
  };

  /** Whether what stands in the way of a save is only what an earlier one, whose answer got lost, has written. */
  const isOwnArrival = ({ view }: Panel, found: Tag | null): boolean =>
    state.undecided.length > 0 && !isChangedByOthers(view.ownTag, state.undecided, found);

  const saveNow = async (change: Change, expected?: Tag | null): Promise<Saved | null> => {
    const shown = panel();
    if (shown === null) {
      settle(change, {});
      return null;
    }
    const before = expected === undefined ? shown.view.ownTag : expected;
    question += 1;
    const outcome = await api
      .save(before, applyChange(before, change))
      .catch((error) => failure(toProblem(error)));
    if (!outcome.ok && outcome.error.code === 'conflict') {
      const found = foundTag(outcome.error);
      if (expected !== undefined || !isOwnArrival(shown, found)) return settleConflict(shown, change, found);
      update({ ...ready(withOwnTag(shown, found)), ...decided(state, found) });
      return saveNow(change);
    }
    if (!outcome.ok) {
      settleFailure(change, expected, outcome.error);
      return null;
    }
    const after = outcome.value.tag;
    settle(change, { ...ready(withOwnTag(shown, after)), undecided: without(state.undecided, change) });
    void readAgain();
    readOnceSettled();
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
      if (panel() !== null && state.saving.length === 0 && !isFresh) await readAgain();
    },
    save: (change, expected) => {
      update({
        saving: [...state.saving, change],
        unsaved: state.unsaved.filter((other) => !sameChange(other.change, change)),
        changedMeanwhile: false,
      });
      const saved = waiting.then(() => saveNow(change, expected));
      waiting = saved;
      return saved;
    },
    dismiss: (change) => {
      update({ unsaved: state.unsaved.filter((other) => other.change !== change), changedMeanwhile: false });
      if (isAmong(state.undecided, change)) void readAgain();
    },
  };
};

/** Forge ends whatever saves after 25 seconds. */
const LONGEST_SAVE_MS = 26_000;
/** Coming back to a page tells a frame of it more than once. */
const FRESH_FOR_MS = 3_000;

const ready = (panel: Panel): Pick<PanelState, 'loadable'> => ({
  loadable: { state: 'ready', value: panel },
});

/** The tag that a save found in place of the expected one. */
const foundTag = ({ current }: Problem): Tag | null => (current as TagSaved | undefined)?.tag ?? null;
