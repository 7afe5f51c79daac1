import type { LedgerSums } from '../../src/domain/ledger-sums';
import type { IntentPlace } from '../../src/domain/sprint-intent';

export type SumPart = { readonly part: keyof LedgerSums; readonly name: string; readonly about: string };

/** What came into a sprint or period and what became of it, part by part, as people call it. */
export const sumParts = (place: IntentPlace | null): readonly SumPart[] =>
  place?.kind === 'period' ? OF_PERIOD : OF_SPRINT;

const OF_SPRINT: readonly SumPart[] = [
  { part: 'committed', name: 'Committed', about: 'in it at the start' },
  { part: 'added', name: 'Added', about: 'joined later' },
  { part: 'removed', name: 'Removed', about: 'left before the end' },
  { part: 'completed', name: 'Completed', about: 'finished in it' },
  { part: 'notCompleted', name: 'Not completed', about: 'still open at the end' },
  { part: 'completedElsewhere', name: 'Completed elsewhere', about: 'done before it began' },
];

/** What was done before a period is none of its work. */
const OF_PERIOD: readonly SumPart[] = [
  { part: 'committed', name: 'Begun before', about: 'in progress at the start' },
  { part: 'added', name: 'Added', about: 'begun in it' },
  { part: 'removed', name: 'Removed', about: 'put back' },
  { part: 'completed', name: 'Completed', about: 'finished in it' },
  { part: 'notCompleted', name: 'Not completed', about: 'still open at the end' },
];
