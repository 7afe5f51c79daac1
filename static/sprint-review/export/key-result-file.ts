import { deliveryOverSprint, ledgerSums, type Amount } from '../../../src/domain/ledger-sums';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { rounded } from '../expected';
import { remarkWords } from '../remark-words';
import type { ReviewRow } from '../review-model';
import { sumWords } from '../sum-words';
import { VERDICT_NAMES } from '../../shared/verdict-names';
import type { Cell, Row } from './cell';
import { workGroups, type Exported } from './exported';
import { placeFacts } from './place-facts';
import { tidy } from './tidy';

/**
 * The key results of a review as one table: a row for the whole sprint, one for each key result, and one for each part of
 * the work beside them. Every row has the same columns and says which sprint it is of, so that the files of several
 * sprints can be put below one another, filtered and counted. Values are plain numbers, with their unit beside them.
 */
export const keyResultFile = (exported: Exported): readonly Row[] => {
  const { review } = exported;
  const { isEstimated } = review;
  const { name, board, state, start, end, goal, source, unknown } = placeFacts(exported);
  const place: Row = [name, board, state, start, end, goal, source, unknown.join(' ')];
  return [
    [...PLACE, 'Row', 'Objective', 'Key result', ...VALUES, ...SUMS, ...SAID],
    [
      ...place,
      'all work',
      '',
      'All work',
      ...valuesOf(null),
      ...sumsOf(review.work?.lines ?? null, isEstimated),
      ...saidOf(null),
    ],
    ...workGroups(review).map(({ kind, name: title, row, lines }) => [
      ...place,
      kind,
      row?.objective.title ?? '',
      title,
      ...valuesOf(row),
      ...sumsOf(lines, isEstimated),
      ...saidOf(row),
    ]),
  ];
};

const PLACE = [
  'Sprint or period',
  'Board',
  'State',
  'Start',
  'End',
  'Sprint goal',
  'Source',
  'Cannot be known',
];

const VALUES = [
  'Unit',
  'Baseline',
  'At the start',
  'Now or at the end',
  'Expected then',
  'Target',
  'Moved',
  'Intended',
  'Visible by',
  'Moved since the intent',
  'Missing of the intent',
  'Missing today',
];

const valuesOf = (row: ReviewRow | null): Row => {
  if (row === null) return VALUES.map(() => null);
  const { keyResult, movement, intended } = row;
  const { metric } = keyResult;
  return [
    metric.unit,
    metric.baseline,
    movement && movement.atStart,
    movement && movement.now,
    movement && rounded(metric, movement.expected),
    metric.target,
    movement && tidy(movement.change),
    intended && intended.advance.movement,
    intended && intended.advance.visibleBy,
    intended && intended.actual,
    intended && intended.short,
    intended && intended.left,
  ];
};

/** In the words of sprints, also for periods, so that all files have the same columns. */
const PARTS = sumWords({ place: null, span: null });

const SUMS = [
  ...PARTS.flatMap(({ name }) => [`${name}, items`, `${name}, points`]),
  'In it at the end, items',
  'In it at the end, points',
];

const sumsOf = (lines: readonly TaggedLine[] | null, isEstimated: boolean): Row => {
  if (lines === null) return SUMS.map(() => null);
  const sums = ledgerSums(lines);
  const { now } = deliveryOverSprint(lines);
  const figures = ({ items, points }: Amount): Cell[] => [items, isEstimated ? tidy(points) : null];
  return [...PARTS.flatMap(({ part }) => figures(sums[part])), ...figures(now)];
};

const SAID = ['Verdict', 'Learning', 'Remark', 'Learned before'];

const saidOf = (row: ReviewRow | null): Row => {
  if (row === null) return SAID.map(() => null);
  const { verdict, remark, learned } = row;
  const before = learned.find(({ learning }) => learning !== '');
  return [
    verdict && VERDICT_NAMES[verdict.verdict],
    verdict?.learning ?? '',
    remark ? remarkSentence(remark) : '',
    before?.learning ?? '',
  ];
};

const remarkSentence = (remark: NonNullable<ReviewRow['remark']>): string => {
  const { what, so } = remarkWords(remark);
  return `${what} ${so}`;
};
