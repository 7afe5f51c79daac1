import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { formatChange, formatDay, formatNumber, formatValue } from '../../../src/domain/figure-words';
import { besideValue } from '../../shared/unit';
import { deliveryWords, measureOf } from '../delivery-words';
import { rounded } from '../expected';
import type { IntendedAdvance } from '../intended-advance';
import { remarkWords } from '../remark-words';
import type { Review, ReviewRow } from '../review-model';
import { VERDICT_NAMES } from '../../shared/verdict-names';
import type { Row } from './cell';
import type { Exported } from './exported';
import { entranceName, GONE, outcomeName } from './line-names';
import { markdownTable, markdownText } from './markdown';
import { shortWords } from '../short-words';

/** Key results side by side, values with their units. */
export const overviewTable = (
  rows: readonly ReviewRow[],
  { span, work, isEstimated }: Review,
): readonly Row[] => {
  const measure = isEstimated ? 'points' : 'items';
  return [
    [
      'Key result',
      'Objective',
      'At the start',
      span?.end ? 'At the end' : 'Now',
      'Expected',
      'Target',
      'Intended',
      'Missing',
      `Done, ${measure}`,
      'Verdict',
    ],
    ...rows.map(({ objective, keyResult, movement, intended, delivery, verdict }): Row => {
      const { metric } = keyResult;
      const value = (amount: number): string => formatValue(amount, metric.unit);
      const change = (amount: number): string =>
        amount === 0 ? 'no change' : formatChange(amount, besideValue(amount, metric.unit));
      return [
        keyResult.title,
        objective.title,
        movement && value(movement.atStart),
        movement && `${value(movement.now)} (${change(movement.change)})`,
        movement && value(rounded(metric, movement.expected)),
        value(metric.target),
        intended && change(intended.advance.movement),
        intended && (intended.short === 0 ? 'reached' : change(intended.short)),
        work && `${formatNumber(delivery.done[measure])} of ${formatNumber(delivery.now[measure])}`,
        verdict && VERDICT_NAMES[verdict.verdict],
      ];
    }),
  ];
};

/** What was said and done for one key result. */
export const keyResultSection = (row: ReviewRow, exported: Exported): string[] => {
  const { objective, keyResult, intended, verdict, learned, remark, lines } = row;
  const { unit } = keyResult.metric;
  const { work, isEstimated } = exported.review;
  const facts: (readonly [string, string])[] = [
    ['Objective', objective.title],
    ...(intended ? intendedFacts(intended, unit) : []),
    ...(work ? [['Delivery', deliveryFact(row, isEstimated)] as const] : []),
    ...(remark ? [['Remark', `${remarkWords(remark).what} ${remarkWords(remark).so}`] as const] : []),
    ...(verdict ? [['Verdict', spoken(verdict)] as const] : []),
    ...learned.map((given) => ['Learned before', `${formatDay(given.endedOn)}: ${spoken(given)}`] as const),
  ];
  return [
    `### ${markdownText(keyResult.title)}`,
    facts.map(([name, text]) => `- **${name}**: ${markdownText(text)}`).join('\n'),
    ...(lines.length > 0 ? [markdownTable(issueTable(lines, exported))] : []),
  ];
};

/** Issues with what became of them. */
export const issueTable = (lines: readonly TaggedLine[], { words, review }: Exported): readonly Row[] => [
  [
    'Issue',
    'Summary',
    'Outcome',
    'Came in',
    ...(review.isEstimated ? ['Points at first', 'Points at last'] : []),
  ],
  ...lines.map((line): Row => {
    const known = words.get(line.issueId) ?? null;
    return [
      known?.key ?? '',
      known?.summary ?? GONE,
      outcomeName(line.outcome, review),
      entranceName(line.entrance, review),
      ...(review.isEstimated ? [line.initialPoints, line.finalPoints] : []),
    ];
  }),
];

const intendedFacts = (said: IntendedAdvance, unit: string): (readonly [string, string])[] => {
  const { advance, intended, value, actual, judgedOn } = said;
  const from = formatValue(advance.valueThen, unit);
  const change = (amount: number): string => formatChange(amount, besideValue(amount, unit));
  return [
    [
      'Intended',
      `${from} → ${formatValue(intended, unit)} by ${advance.change}, visible by ${formatDay(advance.visibleBy)}`,
    ],
    [
      'Actual',
      `${from} → ${formatValue(value, unit)} (${change(actual)}) on ${formatDay(judgedOn)}: ${shortWords(said, unit)}`,
    ],
  ];
};

const deliveryFact = ({ delivery, lines }: ReviewRow, isEstimated: boolean): string => {
  if (lines.length === 0) return 'none of the work serves it';
  const { done, then, now } = delivery;
  const measure = measureOf(delivery, isEstimated);
  return `${formatNumber(done[measure])} of ${formatNumber(now[measure])} ${measure} finished; ${deliveryWords(then[measure], now[measure], measure)}`;
};

const spoken = ({ verdict, learning }: NonNullable<ReviewRow['verdict']>): string =>
  learning === '' ? VERDICT_NAMES[verdict] : `${VERDICT_NAMES[verdict]}: ${learning}`;
