import type { IntentView, SaveSprintIntent } from '../../src/contract/sprint-planning';
import type { IsoDate } from '../../src/domain/dates';
import type { KeyResultId } from '../../src/domain/ids';
import { LONGEST_CHANGE, type Advance } from '../../src/domain/sprint-intent';
import { numberProblem, numberText, typedNumber } from '../shared/typed-number';

/** One key result of the form, as typed. */
export type DraftRow = {
  /** Tells the rows apart; what they say may be the same. */
  readonly row: number;
  readonly keyResultId: string;
  readonly change: string;
  readonly movement: string;
  readonly visibleBy: string;
};

/** What the form shows of what was said, or one empty row where nothing was. */
export const draftOf = (intent: IntentView | null, visibleBy: string): DraftRow[] => {
  const rows = shownAdvances(intent).map(
    ({ keyResultId, change, movement, visibleBy: day }, row): DraftRow => ({
      row,
      keyResultId,
      change,
      movement: numberText(movement),
      visibleBy: day,
    }),
  );
  return rows.length > 0 ? rows : [emptyRow([], visibleBy)];
};

export const emptyRow = (rows: readonly DraftRow[], visibleBy: string): DraftRow => ({
  row: Math.max(-1, ...rows.map(({ row }) => row)) + 1,
  keyResultId: '',
  change: '',
  movement: '',
  visibleBy,
});

/** Whether two drafts say the same. */
export const sameDraft = (a: readonly DraftRow[], b: readonly DraftRow[]): boolean =>
  JSON.stringify(a.map(contentOf)) === JSON.stringify(b.map(contentOf));

export const advancesOf = (rows: readonly DraftRow[]): SaveSprintIntent['advances'] =>
  rows.map(({ keyResultId, change, movement, visibleBy }) => ({
    keyResultId: keyResultId as KeyResultId,
    change: change.trim(),
    movement: typedNumber(movement),
    visibleBy: visibleBy as IsoDate,
  }));

/** What is wrong with the fields, by their paths in the payload, in the order of the form; empty where nothing is. */
export const draftProblems = (rows: readonly DraftRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap(({ keyResultId, change, movement, visibleBy }, index) =>
      (
        [
          ['keyResultId', keyResultId === '' ? 'Choose a key result.' : null],
          ['change', changeProblem(change)],
          ['movement', movementProblem(movement)],
          ['visibleBy', visibleBy === '' ? 'Give a day.' : null],
        ] as const
      ).flatMap(([field, message]): [string, string][] =>
        message === null ? [] : [[`advances.${index}.${field}`, message]],
      ),
    ),
  );

const changeProblem = (change: string): string | null => {
  const { length } = change.trim();
  if (length === 0) return 'Say what changes.';
  return length > LONGEST_CHANGE
    ? `Shorten what changes to ${LONGEST_CHANGE} characters; it has ${length}.`
    : null;
};

const movementProblem = (movement: string): string | null => {
  if (movement.trim() === '') return 'Give a number.';
  if (Math.abs(typedNumber(movement)) > LARGEST_MOVEMENT)
    return 'Give a number of at most 1,000,000,000,000.';
  return numberProblem(movement);
};

/** As far as the app takes a number anywhere. */
const LARGEST_MOVEMENT = 1e12;

/** Those that the viewer may see; others stay as they are stored. */
export const shownAdvances = (intent: IntentView | null): Advance[] =>
  (intent?.said.advances ?? []).filter((advance): advance is Advance => !('hidden' in advance));

const contentOf = ({ row: _row, ...content }: DraftRow): unknown => content;
