import type { Outcome, Problem } from '../../src/contract/outcome';
import type { IntentSaved, IntentView, SaveSprintIntent } from '../../src/contract/sprint-planning';
import type { SprintIntentId } from '../../src/domain/ids';
import { createCell, type Cell } from '../shared/state-cell';
import { afterUndecided } from '../shared/undecided';
import { holdUnsaved } from '../shared/unsaved';
import { advancesOf, draftOf, draftProblems, emptyRow, sameDraft, type DraftRow } from './intent-draft';

export type IntentFormState = {
  readonly isOpen: boolean;
  readonly rows: readonly DraftRow[];
  /** The revision that was edited. */
  readonly revision: number | null;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  /** What is wrong with fields, by their paths in the payload, until they are changed. */
  readonly fields: Readonly<Record<string, string>>;
  /** What somebody else said meanwhile, until the person has chosen. */
  readonly theirs: IntentView | null;
};

export type IntentFormStore = Pick<Cell<IntentFormState>, 'get' | 'subscribe'> & {
  /** Opens the form with what was said; one that is open stays as it is. */
  readonly open: (intent: IntentView | null, visibleBy: string) => void;
  readonly change: (row: number, changed: Partial<DraftRow>) => void;
  readonly add: (visibleBy: string) => void;
  readonly remove: (row: number) => void;
  /** Gives up what was typed; `true` when a save of it may have arrived, or may still, all the same. */
  readonly cancel: () => boolean;
  /** What was saved, or `null` when it was not. */
  readonly submit: () => Promise<IntentView | null>;
  /** Says mine on top of theirs. */
  readonly applyMine: () => Promise<IntentView | null>;
  /** Gives mine up for theirs. */
  readonly takeTheirs: () => IntentView | null;
};

/** The form of one sprint's or period's intent: what was typed outlives its place on the screen. */
export const createIntentForm = (
  send: (
    payload: Pick<SaveSprintIntent, 'id' | 'expectedRevision' | 'advances'>,
  ) => Promise<Outcome<IntentSaved>>,
  newId: () => SprintIntentId,
): IntentFormStore => {
  const cell = createCell<IntentFormState>(CLOSED);
  /** What was sent last and its id: the same again is the same saying, also when its answer got lost. */
  let sent: { readonly rows: readonly DraftRow[]; readonly id: SprintIntentId } | null = null;
  let isUndecided = false;
  /** What it was opened with, or what was saved of it since. */
  let first: readonly DraftRow[] = [];
  cell.subscribe(() => {
    const { isOpen, rows } = cell.get();
    holdUnsaved(cell, isOpen && !sameDraft(rows, first));
  });
  /** How often it was opened or closed: the answer to a save may come to a form that is another by then. */
  let turn = 0;

  const close = (): void => {
    turn += 1;
    sent = null;
    isUndecided = false;
    cell.update(CLOSED);
  };
  /** Closes it, unless something was typed since the save began. */
  const finish = (rows: readonly DraftRow[], { revision }: IntentView): void => {
    if (sameDraft(cell.get().rows, rows)) return close();
    sent = null;
    isUndecided = false;
    first = rows;
    cell.update({ isSaving: false, revision, fields: {} });
  };
  const save = async (): Promise<IntentView | null> => {
    const { rows, revision, isSaving } = cell.get();
    if (isSaving) return null;
    const fields = draftProblems(rows);
    const first = Object.values(fields)[0];
    if (first !== undefined) {
      const problem: Problem = { code: 'invalid', message: `Nothing was saved: ${first}`, fields };
      cell.update({ problem: afterUndecided(isUndecided, problem), fields });
      return null;
    }
    cell.update({ isSaving: true, problem: null, fields: {} });
    const id = sent !== null && sameDraft(sent.rows, rows) ? sent.id : newId();
    sent = { rows, id };
    const mine = turn;
    const outcome = await send({ id, expectedRevision: revision, advances: advancesOf(rows) });
    if (outcome.ok) {
      if (mine === turn) finish(rows, outcome.value.intent);
      return outcome.value.intent;
    }
    if (mine !== turn) return null;
    const problem = afterUndecided(isUndecided, outcome.error);
    isUndecided = problem.undecided ?? false;
    const theirs =
      problem.code === 'conflict' ? ((problem.current as IntentSaved | undefined)?.intent ?? null) : null;
    cell.update({ isSaving: false, problem, fields: problem.fields ?? {}, theirs });
    return null;
  };

  /** What was refused is told until something is changed; what is not known stays to be told. */
  const edit = (rows: readonly DraftRow[], fields: IntentFormState['fields']): void => {
    const { problem } = cell.get();
    const isAnswered = problem?.code === 'invalid' && !problem.undecided;
    cell.update({ rows, fields, ...(isAnswered ? { problem: null } : {}) });
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    open: (intent, visibleBy) => {
      if (cell.get().isOpen) return;
      first = draftOf(intent, visibleBy);
      cell.update({
        ...CLOSED,
        isOpen: true,
        rows: first,
        revision: intent?.revision ?? null,
      });
    },
    change: (row, changed) => {
      const { rows, fields } = cell.get();
      const index = rows.findIndex((one) => one.row === row);
      const righted = Object.keys(changed).map((field) => `advances.${index}.${field}`);
      edit(
        rows.map((one) => (one.row === row ? { ...one, ...changed } : one)),
        Object.fromEntries(Object.entries(fields).filter(([path]) => !righted.includes(path))),
      );
    },
    add: (visibleBy) => {
      const { rows, fields } = cell.get();
      edit([...rows, emptyRow(rows, visibleBy)], fields);
    },
    // The rows below have other paths then.
    remove: (row) =>
      edit(
        cell.get().rows.filter((one) => one.row !== row),
        {},
      ),
    cancel: () => {
      const maySay = isUndecided || cell.get().isSaving;
      close();
      return maySay;
    },
    submit: save,
    applyMine: () => {
      const { theirs } = cell.get();
      cell.update({ revision: theirs?.revision ?? null, theirs: null });
      return save();
    },
    takeTheirs: () => {
      const { theirs } = cell.get();
      close();
      return theirs;
    },
  };
};

const CLOSED: IntentFormState = {
  isOpen: false,
  rows: [],
  revision: null,
  isSaving: false,
  problem: null,
  fields: {},
  theirs: null,
};
