import type { LedgerSums } from '../../src/domain/ledger-sums';
import type { Review } from './review-model';

export type SumWords = {
  readonly part: keyof LedgerSums;
  readonly name: string;
  readonly about: string;
};

/** What came into a sprint or period and what became of it, part by part, as people call it. */
export const sumWords = (review: Pick<Review, 'place' | 'span'>): readonly SumWords[] => {
  const words = wordsOf(review);
  const none = isPlanned(review) ? NONE_PLANNED : review.place?.kind === 'period' ? NONE_OF_PERIOD : [];
  return PARTS.filter((part) => !none.includes(part)).map((part) => ({
    part,
    name: words[part][0],
    about: words[part][1],
  }));
};

const isPlanned = ({ place, span }: Pick<Review, 'place' | 'span'>): boolean =>
  place?.kind === 'sprint' && span === null;

/** Nothing joins or leaves what has not started. */
const NONE_PLANNED: readonly (keyof LedgerSums)[] = ['added', 'removed'];

/** What was done before a period began is none of its work. */
const NONE_OF_PERIOD: readonly (keyof LedgerSums)[] = ['completedElsewhere'];

const PARTS: readonly (keyof LedgerSums)[] = [
  'committed',
  'added',
  'removed',
  'completed',
  'notCompleted',
  'completedElsewhere',
];

type Words = Readonly<Record<keyof LedgerSums, readonly [name: string, about: string]>>;

const wordsOf = ({ place, span }: Pick<Review, 'place' | 'span'>): Words => {
  if (isPlanned({ place, span })) return OF_PLANNED;
  if (place?.kind === 'period') return span?.end === null ? OF_RUNNING_PERIOD : OF_PERIOD;
  return span?.end === null ? OF_RUNNING : OF_SPRINT;
};

const OF_SPRINT: Words = {
  committed: ['Committed', 'in it at the start'],
  added: ['Added', 'joined later'],
  removed: ['Removed', 'left before the end'],
  completed: ['Completed', 'finished in it'],
  notCompleted: ['Not completed', 'open at the end'],
  completedElsewhere: ['Completed elsewhere', 'done before it began'],
};

const OF_PLANNED: Words = {
  ...OF_SPRINT,
  committed: ['Planned', 'in it now'],
  completed: ['Finished', 'before it starts'],
  notCompleted: ['Open', 'to be done'],
};

const OF_RUNNING: Words = {
  ...OF_SPRINT,
  removed: ['Removed', 'left since'],
  completed: ['Completed', 'finished so far'],
  notCompleted: ['Not completed', 'still open'],
};

const OF_PERIOD: Words = {
  ...OF_SPRINT,
  committed: ['Begun before', 'in progress at the start'],
  added: ['Begun', 'in the period'],
  removed: ['Put back', 'not begun after all'],
};

const OF_RUNNING_PERIOD: Words = {
  ...OF_PERIOD,
  completed: OF_RUNNING.completed,
  notCompleted: OF_RUNNING.notCompleted,
};
