import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { EXEMPTION_REASON_NAMES } from '../../shared/exemption-reason';
import type { ReviewRow } from '../review-model';
import type { Row } from './cell';
import { NOT_VISIBLE, NO_KEY_RESULT, type Exported } from './exported';
import { entranceName, GONE, outcomeName } from './line-names';
import { placeFacts } from './place-facts';

/**
 * The issues of a review as one table: a row for each issue and each key result that it serves, so that filtering by a key
 * result finds all of its work. In `Counts` the first row of an issue has 1 and its others have 0: its sum, or the
 * estimates where it is 1, count each issue once.
 */
export const issueFile = (exported: Exported): readonly Row[] => {
  const { review, words } = exported;
  const { name, board, state, start, end, source } = placeFacts(exported);
  const rows = [...review.main, ...review.quiet];
  return [
    HEAD,
    ...(review.work?.lines ?? []).flatMap((line) => {
      const known = words.get(line.issueId) ?? null;
      return servedOf(line, rows).map(({ serves, objective, keyResult }, index): Row => [
        ...[name, board, state, start, end, source],
        known?.key ?? '',
        known?.summary ?? GONE,
        outcomeName(line.outcome, review),
        entranceName(line.entrance, review),
        line.initialPoints,
        line.finalPoints,
        serves,
        objective,
        keyResult,
        line.tag?.inherited ? (known?.inheritedFrom ?? 'a parent') : '',
        known?.note ?? '',
        index === 0 ? 1 : 0,
      ]);
    }),
  ];
};

/** The key results that an issue serves, in the review's order, or why it serves none. */
const servedOf = (
  { tag }: TaggedLine,
  rows: readonly ReviewRow[],
): readonly { readonly serves: string; readonly objective: string; readonly keyResult: string }[] => {
  const none = { objective: '', keyResult: '' };
  if (tag === null) return [{ serves: NO_KEY_RESULT, ...none }];
  if (tag.state === 'exempt') return [{ serves: `Exempt: ${EXEMPTION_REASON_NAMES[tag.reason]}`, ...none }];
  const seen = rows.filter(({ keyResult }) => tag.keyResults.includes(keyResult.id));
  return [
    ...seen.map(({ objective, keyResult }) => ({
      serves: 'Key result',
      objective: objective.title,
      keyResult: keyResult.title,
    })),
    ...(seen.length < tag.keyResults.length
      ? [{ serves: 'Key result', objective: '', keyResult: NOT_VISIBLE }]
      : []),
  ];
};

const HEAD: Row = [
  'Sprint or period',
  'Board',
  'State',
  'Start',
  'End',
  'Source',
  'Issue',
  'Summary',
  'Outcome',
  'Came in',
  'Estimate at first',
  'Estimate at last',
  'Serves',
  'Objective',
  'Key result',
  'Through',
  'Why exempt',
  'Counts',
];
