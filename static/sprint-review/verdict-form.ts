import type { Outcome, Problem } from '../../src/contract/outcome';
import type { SaveVerdict, VerdictSaved } from '../../src/contract/sprint-review';
import type { KeyResultId } from '../../src/domain/ids';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { inOneLine, verdictOn, type GivenVerdict, type Verdict } from '../../src/domain/verdict';
import { createCell, type Cell } from '../shared/state-cell';
import { afterUndecided } from '../shared/undecided';
import { holdUnsaved } from '../shared/unsaved';

/** A verdict with its line. */
export type Said = { readonly verdict: Verdict | null; readonly learning: string };

export type VerdictFormState = {
  /** What was typed of the line and is not saved yet; `null` where nothing was. */
  readonly typed: string | null;
  readonly isSaving: boolean;
  /** What is on its way to be said; `null` where nothing is. */
  readonly pending: Said | null;
  readonly problem: Problem | null;
  /** Mine and what somebody else said first, until the person has chosen. */
  readonly conflict: { readonly mine: Said; readonly theirs: GivenVerdict | null } | null;
};

/** The form of a verdict, and what the screen shows of it now. */
export type KeptVerdict = { readonly form: VerdictForm; readonly shown: { given: GivenVerdict | null } };

export type VerdictForm = Pick<Cell<VerdictFormState>, 'get' | 'subscribe'> & {
  readonly type: (learning: string) => void;
  /** Gives a verdict, with the line as it is typed; `null` takes it back. */
  readonly give: (verdict: Verdict | null) => Promise<void>;
  /** Says mine in place of theirs. */
  readonly applyMine: () => Promise<void>;
  readonly takeTheirs: () => void;
};

/** The verdict on one key result in one sprint: one press gives it, one takes it back. */
export const createVerdictForm = ({
  keyResultId,
  place,
  given,
  send,
  onSaved,
  onKnown,
}: {
  readonly keyResultId: KeyResultId;
  readonly place: IntentPlace;
  /** What the screen shows now: what is saved is meant in place of it. */
  readonly given: () => GivenVerdict | null;
  readonly send: (payload: SaveVerdict) => Promise<Outcome<VerdictSaved>>;
  /** Hears what is saved, and how to have it as it was before. */
  readonly onSaved: (saved: VerdictSaved, said: Said, undo: () => Promise<void>) => void;
  /** Hears what somebody else saved meanwhile. */
  readonly onKnown: (known: VerdictSaved) => void;
}): VerdictForm => {
  const cell = createCell<VerdictFormState>({
    typed: null,
    isSaving: false,
    pending: null,
    problem: null,
    conflict: null,
  });
  cell.subscribe(() => {
    const { typed } = cell.get();
    holdUnsaved(cell, typed !== null && typed.trim() !== (given()?.learning ?? ''));
  });
  let isUndecided = false;
  /** What was said while something else was on its way: the last of it is meant. */
  let next: Said | null = null;
  /** What this form saved last. */
  let own: GivenVerdict | null = null;

  /** Says it in place of `before`, and of nothing else. */
  const save = async (said: Said, before: GivenVerdict | null = given()): Promise<void> => {
    if (cell.get().isSaving) {
      next = said;
      cell.update({ pending: said });
      return;
    }
    cell.update({ isSaving: true, pending: said, problem: null, conflict: null });
    const outcome = await send({
      keyResultId,
      place,
      expectedSavedAt: before?.savedAt ?? null,
      verdict: said.verdict,
      learning: said.verdict === null ? '' : said.learning,
    });
    if (outcome.ok) {
      isUndecided = false;
      const { typed } = cell.get();
      // What was typed since, or is not said with a verdict that is taken back, stays to be saved.
      const isSaid = typed?.trim() === (said.verdict === null ? before?.learning : said.learning);
      cell.update({ isSaving: false, pending: null, typed: isSaid ? null : typed });
      const now = verdictOn(outcome.value.verdicts, place);
      own = now;
      onSaved(outcome.value, said, () =>
        // What this form said since is taken back with it; what somebody else did is not.
        save(
          { verdict: before?.verdict ?? null, learning: before?.learning ?? '' },
          isSame(given(), own) ? own : now,
        ),
      );
      const after = next;
      next = null;
      if (after !== null) await save(after, now);
      return;
    }
    next = null;
    const problem = afterUndecided(isUndecided, outcome.error);
    isUndecided = problem.undecided ?? false;
    const known = problem.code === 'conflict' ? (problem.current as VerdictSaved | undefined) : undefined;
    if (known) onKnown(known);
    cell.update({
      isSaving: false,
      pending: null,
      problem,
      conflict: known ? { mine: said, theirs: verdictOn(known.verdicts, place) } : null,
    });
  };

  return {
    get: cell.get,
    subscribe: cell.subscribe,
    // One line, also of what is pasted.
    type: (learning) => cell.update({ typed: inOneLine(learning) }),
    give: (verdict) => save({ verdict, learning: (cell.get().typed ?? given()?.learning ?? '').trim() }),
    applyMine: async () => {
      const { conflict } = cell.get();
      if (conflict) await save(conflict.mine);
    },
    takeTheirs: () => cell.update({ conflict: null, problem: null, typed: null }),
  };
};

const isSame = (a: GivenVerdict | null, b: GivenVerdict | null): boolean =>
  (a?.savedAt ?? null) === (b?.savedAt ?? null);
