import type { LedgerSums } from '../../src/domain/ledger-sums';
import { formatNumber, formatPercent } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';
import { moved, type Review, type ReviewRow } from './review-model';
import { measureOfParts, type Shares } from './shares';

/** A review in one sentence: what moved, whether as far as intended, what was finished, and what the work served. */
export const summaryWords = (
  { main, quiet, span, place, sums, shares, isEstimated }: Review,
  hasValues: boolean,
): string => {
  const parts = [
    ...(hasValues ? [span ? movementWords([...main, ...quiet]) : notStarted(place?.kind)] : []),
    ...(hasValues && span ? intendedWords(main) : []),
    ...(sums && shares && shares.all.items > 0
      ? [finishedWords(sums, shares, isEstimated, span !== null), servedWords(shares)]
      : []),
    ...(shares?.all.items === 0 ? ['no work that you may see is in it'] : []),
  ];
  return parts.length === 0 ? '' : `${capital(listed(parts))}.`;
};

const finishedWords = (
  { completed }: LedgerSums,
  { all }: Shares,
  isEstimated: boolean,
  hasStarted: boolean,
): string => {
  const [done, total, noun] = isEstimated
    ? [completed.points, all.points, 'point']
    : [completed.items, all.items, 'item'];
  if (!hasStarted) return `${counted(total, noun)} ${total === 1 ? 'is' : 'are'} planned`;
  return `${formatNumber(done)} of ${formatNumber(total)} ${noun}s were finished`;
};

const servedWords = (shares: Shares): string => {
  const measure = measureOfParts(shares);
  const part = measure === 'points' ? shares.tagged.ofPoints : shares.tagged.ofItems;
  return `${formatPercent(part)} of the ${measure} serve a key result`;
};

const movementWords = (rows: readonly ReviewRow[]): string => {
  if (rows.length === 0) return 'no key result that you may see belongs to it';
  const count = rows.filter(moved).length;
  if (rows.length === 1) return count === 1 ? 'the key result moved' : 'the key result did not move';
  const back = rows.filter(({ movement }) => movement !== null && movement.progressChange < 0).length;
  const away = back === 0 ? '' : ` (${formatNumber(back)} away from the target)`;
  return `${count === 0 ? 'none' : formatNumber(count)} of ${formatNumber(rows.length)} key results moved${away}`;
};

/** What is not due yet is no failure: it is left out of those that fell short. */
const intendedWords = (main: readonly ReviewRow[]): string[] => {
  const intended = main.map((row) => row.intended).filter((one) => one !== null);
  if (intended.length === 0) return [];
  const reached = intended.filter(({ short }) => short === 0).length;
  const early = intended.filter(({ short, isDue }) => short !== 0 && !isDue).length;
  const later = early === 0 ? '' : ` (${formatNumber(early)} not due yet)`;
  if (intended.length === 1) {
    return [
      reached === 1
        ? 'the one that was to move went as far as intended'
        : `the one that was to move did not go as far as intended${early ? ' yet' : ''}`,
    ];
  }
  const total = formatNumber(intended.length);
  if (early === intended.length) return [`of ${total} that were to move none is due yet`];
  const count = reached === 0 ? 'none' : formatNumber(reached);
  return [`of ${total} that were to move ${count} went as far as intended${later}`];
};

const notStarted = (kind: 'sprint' | 'period' | undefined): string =>
  `this ${kind ?? 'sprint'} has not started, and movement is read once it has`;

const listed = (parts: readonly string[]): string => parts.join('; ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
