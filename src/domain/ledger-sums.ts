import type { LedgerLine, TaggedLine } from './sprint-ledger';
import type { KeyResultId } from './ids';

/** Items and points. An issue without an estimate adds an item and no points. */
export type Amount = { readonly items: number; readonly points: number };

/** A sprint's work in sums. Initial estimates count for what came in, final ones for what became of it. */
export type LedgerSums = {
  readonly committed: Amount;
  readonly added: Amount;
  readonly removed: Amount;
  readonly completed: Amount;
  readonly notCompleted: Amount;
  readonly completedElsewhere: Amount;
};

/** Sums lines, each issue once however often it is listed. */
export const ledgerSums = (lines: readonly LedgerLine[]): LedgerSums => {
  const unique = [...new Map(lines.map((line) => [line.issueId, line])).values()];
  const came = (entrance: LedgerLine['entrance']): Amount =>
    amountOf(
      unique.filter((line) => line.entrance === entrance),
      'initialPoints',
    );
  const became = (outcome: LedgerLine['outcome']): Amount =>
    amountOf(
      unique.filter((line) => line.outcome === outcome),
      'finalPoints',
    );
  return {
    committed: came('committed'),
    added: came('added'),
    removed: became('removed'),
    completed: became('completed'),
    notCompleted: became('not-completed'),
    completedElsewhere: became('completed-elsewhere'),
  };
};

/**
 * By how many points the estimates of what came in changed until it left, was finished or the sprint ended: what is missing
 * when committed and added are compared with the rest. Nought where something came in otherwise, as work that was finished
 * before and undone in the sprint does.
 */
export const reestimatedBy = ({ committed, added, removed, completed, notCompleted }: LedgerSums): number => {
  const came = [committed, added];
  const became = [removed, completed, notCompleted];
  const total = (amounts: readonly Amount[], what: keyof Amount): number =>
    amounts.reduce((sum, amount) => sum + amount[what], 0);
  return total(came, 'items') === total(became, 'items')
    ? total(became, 'points') - total(came, 'points')
    : 0;
};

/**
 * Delivery that added scope cannot make look like lost progress: what is done, of what there was at the start and of what
 * there is now. `then` counts what was committed by its first estimate, `now` what was not removed by its last one; what
 * was finished elsewhere is in neither.
 */
export type DeliveryOverSprint = { readonly done: Amount; readonly then: Amount; readonly now: Amount };

export const deliveryOverSprint = (lines: readonly LedgerLine[]): DeliveryOverSprint => {
  const { committed, completed, notCompleted } = ledgerSums(lines);
  return {
    done: completed,
    then: committed,
    now: {
      items: completed.items + notCompleted.items,
      points: completed.points + notCompleted.points,
    },
  };
};

/** The lines whose issues serve each key result, in order of first mention. An issue that serves two is whole in both. */
export const linesByKeyResult = <T extends Pick<TaggedLine, 'tag'>>(
  lines: readonly T[],
): ReadonlyMap<KeyResultId, readonly T[]> => {
  const serving = new Map<KeyResultId, T[]>();
  for (const line of lines) {
    if (line.tag?.state !== 'tagged') continue;
    for (const id of new Set(line.tag.keyResults)) {
      const known = serving.get(id);
      if (known) known.push(line);
      else serving.set(id, [line]);
    }
  }
  return serving;
};

/** Every key result that the lines serve, each once, in order of first mention. */
export const servedBy = (lines: readonly Pick<TaggedLine, 'tag'>[]): KeyResultId[] => [
  ...linesByKeyResult(lines).keys(),
];

const amountOf = (lines: readonly LedgerLine[], estimate: 'initialPoints' | 'finalPoints'): Amount => ({
  items: lines.length,
  points: lines.reduce((sum, line) => sum + (line[estimate] ?? 0), 0),
});
