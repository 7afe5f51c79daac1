import { deliveryOverSprint } from '../../../src/domain/ledger-sums';
import { rounded } from '../expected';
import { remarkWords } from '../remark-words';
import type { Review, ReviewRow } from '../review-model';
import { VERDICT_NAMES } from '../../shared/verdict-names';
import type { Row } from './cell';
import { workGroups, type WorkGroup } from './exported';
import { tidy } from './tidy';

/** A review as the one table that fits on a page: a row for each key result and for what stands beside them, then all. */
export const copiedTable = (review: Review): readonly Row[] => {
  const measure = review.isEstimated ? 'points' : 'items';
  const all: WorkGroup = {
    kind: 'no key result',
    name: 'All work',
    row: null,
    lines: review.work?.lines ?? null,
  };
  return [
    [
      'Key result',
      'Objective',
      'Unit',
      'At the start',
      review.span?.end ? 'At the end' : 'Now',
      'Expected',
      'Target',
      'Moved',
      'Intended',
      'Missing',
      `Done, ${measure}`,
      `At the start, ${measure}`,
      `At the end, ${measure}`,
      'Verdict',
      'Learning',
      'Remark',
    ],
    ...[...workGroups(review), all].map((group) => [
      group.name,
      group.row?.objective.title ?? '',
      ...valuesOf(group.row),
      ...deliveryOf(group, measure),
      ...saidOf(group.row),
    ]),
  ];
};

const valuesOf = (row: ReviewRow | null): Row => {
  if (row === null) return [null, null, null, null, null, null, null, null];
  const { keyResult, movement, intended } = row;
  const { metric } = keyResult;
  return [
    metric.unit,
    movement && movement.atStart,
    movement && movement.now,
    movement && rounded(metric, movement.expected),
    metric.target,
    movement && tidy(movement.change),
    intended && intended.advance.movement,
    intended && intended.short,
  ];
};

const deliveryOf = ({ lines }: WorkGroup, measure: 'points' | 'items'): Row => {
  if (lines === null) return [null, null, null];
  const { done, then, now } = deliveryOverSprint(lines);
  return [done, then, now].map((amount) => tidy(amount[measure]));
};

const saidOf = (row: ReviewRow | null): Row => {
  if (row === null) return [null, null, null];
  const { verdict, remark } = row;
  return [
    verdict && VERDICT_NAMES[verdict.verdict],
    verdict?.learning ?? '',
    remark ? remarkWords(remark).what : '',
  ];
};
