import { ledgerSums } from '../../../src/domain/ledger-sums';
import { formatDay, formatPercent } from '../../../src/domain/figure-words';
import { counted } from '../../shared/sprint-words';
import type { Review } from '../review-model';
import { summaryWords } from '../summary-words';
import { sumWords } from '../sum-words';
import type { Row } from './cell';
import { workGroups, type Exported, type WorkGroup } from './exported';
import { markdownTable, markdownText } from './markdown';
import { issueTable, keyResultSection, overviewTable } from './markdown-key-result';
import { placeFacts } from './place-facts';
import { tidy } from './tidy';

/** A whole review as a document in Markdown, to be read, kept beside minutes or put on a page. */
export const markdownReview = (exported: Exported, hasValues: boolean): string => {
  const { review } = exported;
  const groups = workGroups(review);
  const parts = [
    ...headOf(exported, hasValues),
    ...numbersOf(review),
    ...(review.main.length + review.quiet.length > 0
      ? ['## Key results', markdownTable(overviewTable([...review.main, ...review.quiet], review))]
      : []),
    ...review.main.flatMap((row) => keyResultSection(row, exported)),
    ...besideOf(
      groups.filter(({ row }) => row === null),
      exported,
    ),
    `Exported from Throughline on ${markdownText(formatDay(review.view.today))}. It counts the issues that whoever exported it may see.`,
  ];
  return `${parts.join('\n\n')}\n`;
};

const headOf = (exported: Exported, hasValues: boolean): string[] => {
  const { review } = exported;
  const { name, board, state, start, end, goal, source, unknown } = placeFacts(exported);
  const days = start && end ? `${formatDay(start)} to ${formatDay(end)}` : '';
  const facts = [
    ['Board', board],
    ['State', state],
    ['Days', days],
    ['Sprint goal', goal],
    ['Figures', source],
    ...unknown.map((sentence) => ['Cannot be known', sentence]),
  ] as const;
  return [
    `# ${review.place?.kind === 'period' ? 'Review of the period' : 'Sprint review:'} ${markdownText(name)}`,
    markdownText(summaryWords(review, hasValues)),
    facts
      .filter(([, text]) => text !== '')
      .map(([title, text]) => `- **${title}**: ${markdownText(text ?? '')}`)
      .join('\n'),
  ];
};

const numbersOf = (review: Review): string[] => {
  const { sums, isEstimated } = review;
  if (sums === null) return ['The work could not be read, so nothing is said of it.'];
  return [
    '## In numbers',
    markdownTable([
      ['Work', 'Items', ...(isEstimated ? ['Points'] : [])],
      ...sumWords(review).map(({ part, name, about }): Row => {
        const { items, points } = sums[part];
        return [`${name} (${about})`, items, ...(isEstimated ? [tidy(points)] : [])];
      }),
    ]),
  ];
};

/** What served no key result, or none that the viewer may see, and how much of the work that was. */
const besideOf = (groups: readonly WorkGroup[], exported: Exported): string[] => {
  const { shares, isEstimated } = exported.review;
  if (groups.length === 0 || shares === null) return [];
  const part = (lines: WorkGroup['lines']): Row => {
    const { completed, notCompleted } = ledgerSums(lines ?? []);
    const items = completed.items + notCompleted.items;
    const points = tidy(completed.points + notCompleted.points);
    const whole =
      isEstimated && shares.all.points > 0 ? points / shares.all.points : items / (shares.all.items || 1);
    return [items, ...(isEstimated ? [points] : []), formatPercent(whole)];
  };
  return [
    '## Other work',
    markdownTable([
      ['Work', 'Items', ...(isEstimated ? ['Points'] : []), 'Of all work'],
      ...groups.map(({ name, lines }) => [name, ...part(lines)]),
    ]),
    ...groups.flatMap(({ name, lines }) => [
      `### ${markdownText(name)} (${counted(lines?.length ?? 0, 'item')})`,
      markdownTable(issueTable(lines ?? [], exported)),
    ]),
  ];
};
