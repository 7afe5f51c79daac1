import type { IntentView, SaveSprintIntent } from '../../src/contract/sprint-planning';
import type { IsoDate } from '../../src/domain/dates';
import type { KeyResultId } from '../../src/domain/ids';
import type { Advance } from '../../src/domain/sprint-intent';
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
          ['change', change.trim() === '' ? 'Say what changes.' : null],
          ['movement', movement.trim() === '' ? 'Give a number.' : numberProblem(movement)],
          ['visibleBy', visibleBy === '' ? 'Give a day.' : null],
        ] as const
      ).flatMap(([field, message]): [string, string][] =>
        message === null ? [] : [[`advances.${index}.${field}`, message]],
      ),
    ),
  );

/** Those that the viewer may see; others stay as they are stored. */
export const shownAdvances = (intent: IntentView | null): Advance[] =>
  (intent?.said.advances ?? []).filter((advance): advance is Advance => !('hidden' in advance));

const contentOf = ({ row: _row, ...content }: DraftRow): unknown => content;
