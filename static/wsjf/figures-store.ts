import { problemOf, type Problem } from '../../src/contract/outcome';
import type { Component, Figures, ScaleValue } from '../../src/domain/wsjf';
import type { FigureChange } from '../../src/jira/wsjf-figures';
import { toProblem } from '../shared/loading';
import { afterUndecided } from '../shared/undecided';

/** What a person chose for a figure and is not saved yet, or was not. It is kept until it is or they give it up. */
export type Edit = Pick<FigureChange, 'issueId' | 'component' | 'value'> &
  (
    | { readonly state: 'saving' }
    | { readonly state: 'failed' | 'conflict'; readonly problem: Problem; readonly retry: () => void }
  );

export type FiguresState = {
  /** The figures of issues as saves and looks found them, which is newer than what was loaded. */
  readonly known: ReadonlyMap<string, Figures>;
  /** By `cellOf`. */
  readonly edits: ReadonlyMap<string, Edit>;
  /** What can be undone, the last last. */
  readonly done: readonly FigureChange[];
  /** What was saved last. */
  readonly last: { readonly change: FigureChange; readonly isUndo: boolean } | null;
};

export type FiguresStore = {
  readonly get: () => FiguresState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Saves a figure, after those of the same issue that wait. `loaded` is what was read of the issue with the others. */
  readonly change: (
    issueId: string,
    component: Component,
    value: ScaleValue | null,
    loaded: Figures,
  ) => Promise<void>;
  /** Gives up what was not saved; reads the issue's figures again where it is not known whether it was. */
  readonly discard: (edit: Edit) => Promise<void>;
  /** Takes back the last change; answers it, or `null` when there is none or it is not saved yet: then it is awaited. */
  readonly undo: () => FigureChange | null;
  /** To be given to `loaded` when all issues were read that are asked for now. */
  readonly mark: () => number;
  /** Drops what was known before the mark: what was loaded since is as new. */
  readonly loaded: (mark: number) => void;
};

export const cellOf = (issueId: string, component: Component): string => `${issueId} ${component}`;

/** Holds the figures that a person gives while the others stand where they are. */
export const createFiguresStore = (api: {
  readonly save: (change: FigureChange) => Promise<Figures>;
  readonly read: (issueId: string) => Promise<Figures>;
  /** Lets a person who goes through the values by keyboard come to rest: what they only passed is not saved. */
  readonly rest: () => Promise<void>;
}): FiguresStore => {
  let state: FiguresState = { known: new Map(), edits: new Map(), done: [], last: null };
  let time = 0;
  const knownSince = new Map<string, number>();
  /** What may have been written although nobody answered, by cell. */
  const undecided = new Map<string, (ScaleValue | null)[]>();
  const waiting = new Map<string, Promise<void>>();
  /** What the person chose last. */
  let newest: Edit | null = null;
  const listeners = new Set<() => void>();

  const update = (part: Partial<FiguresState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const learn = (issueId: string, figures: Figures): Pick<FiguresState, 'known'> => {
    knownSince.set(issueId, (time += 1));
    return { known: new Map(state.known).set(issueId, figures) };
  };
  const withEdit = (edit: Edit): Pick<FiguresState, 'edits'> => ({
    edits: new Map(state.edits).set(cellOf(edit.issueId, edit.component), edit),
  });
  const withoutEdit = ({ issueId, component }: Edit): Pick<FiguresState, 'edits'> => {
    const edits = new Map(state.edits);
    edits.delete(cellOf(issueId, component));
    return { edits };
  };

  const enqueue = (
    asked: Pick<FigureChange, 'issueId' | 'component' | 'value'>,
    loaded: Figures,
    undoes: FigureChange | null,
  ): Promise<void> => {
    const { issueId, component, value } = asked;
    const cell = cellOf(issueId, component);
    // What is known now may be dropped before its turn comes, once all are read again.
    const seen = state.known.get(issueId) ?? loaded;
    const edit: Edit = { ...asked, state: 'saving' };
    const isLatest = (): boolean => state.edits.get(cell) === edit;
    const fails = (kind: 'failed' | 'conflict', problem: Problem, part: Partial<FiguresState> = {}): void => {
      const found = part.known?.get(issueId) ?? seen;
      const retry = (): void => void enqueue(asked, found, kind === 'conflict' ? null : undoes);
      update({ ...part, ...(isLatest() ? withEdit({ ...asked, state: kind, problem, retry }) : {}) });
    };

    const run = async (): Promise<void> => {
      // Another choice for the same figure came after this one, and is saved in its stead.
      if (!isLatest()) return;
      const base = state.known.get(issueId) ?? seen;
      const expected = base[component] ?? null;
      if (undoes !== null && expected !== undoes.value) return fails('conflict', CHANGED_SINCE);
      if (expected === value && !undecided.has(cell)) return update(withoutEdit(edit));
      const change = { issueId, component, expected, value };
      try {
        const figures = await api.save(change);
        undecided.delete(cell);
        update({
          ...learn(issueId, figures),
          ...(isLatest() ? withoutEdit(edit) : {}),
          ...(undoes === null ? { done: [...state.done, change] } : {}),
          last: { change, isUndo: undoes !== null },
        });
      } catch (error) {
        const known = problemOf(error) ?? toProblem(error);
        if (known.code === 'conflict') {
          const theirs = known.current as Figures;
          const part = learn(issueId, theirs);
          // What stands there may be this person's own, of a try that was not answered.
          const isMine = undecided.get(cell)?.includes(theirs[component] ?? null) ?? false;
          undecided.delete(cell);
          if (!isMine) return fails('conflict', known, part);
          update(part);
          return run();
        }
        const problem = afterUndecided(undecided.has(cell), known);
        if (problem.undecided) undecided.set(cell, [...(undecided.get(cell) ?? []), value]);
        fails('failed', problem);
      }
    };

    update(withEdit(edit));
    if (undoes === null) newest = edit;
    const before = waiting.get(issueId) ?? Promise.resolve();
    const saved = Promise.all([before, undoes === null ? api.rest() : null]).then(run);
    waiting.set(issueId, saved);
    return saved;
  };

  const takeBack = (): FigureChange | null => {
    const change = state.done.at(-1);
    if (change === undefined) return null;
    const { issueId, component, expected, value } = change;
    update({ done: state.done.slice(0, -1) });
    void enqueue({ issueId, component, value: expected }, { [component]: value ?? undefined }, change);
    return change;
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (issueId, component, value, loaded) => enqueue({ issueId, component, value }, loaded, null),
    discard: async (edit) => {
      const cell = cellOf(edit.issueId, edit.component);
      update(withoutEdit(edit));
      if (!undecided.delete(cell)) return;
      await api.read(edit.issueId).then(
        (figures) => update(learn(edit.issueId, figures)),
        // What was known stays; a refresh tells.
        () => undefined,
      );
    },
    undo: () => {
      const pending = newest;
      const isSaving =
        pending !== null && state.edits.get(cellOf(pending.issueId, pending.component)) === pending;
      if (!isSaving) return takeBack();
      void waiting.get(pending.issueId)?.then(() => isChangeOf(state.done.at(-1), pending) && takeBack());
      return null;
    },
    mark: () => (time += 1),
    loaded: (mark) => {
      const known = new Map([...state.known].filter(([id]) => (knownSince.get(id) ?? 0) > mark));
      if (known.size < state.known.size) update({ known });
    },
  };
};

const isChangeOf = (change: FigureChange | undefined, { issueId, component, value }: Edit): boolean =>
  change?.issueId === issueId && change.component === component && change.value === value;

const CHANGED_SINCE: Problem = {
  code: 'conflict',
  message: 'Somebody else changed this figure since, so it was not undone. Theirs is kept and shown.',
};
