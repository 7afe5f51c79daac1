import { focusOf, type FocusShare } from '../../src/domain/focus-share';

/** Whole percents of the parts of a share, as they stand below each other. */
export type FocusPercents = {
  readonly tagged: number;
  /** In the order of the share's key results. */
  readonly keyResults: readonly number[];
  readonly exempt: number;
  readonly untagged: number;
};

/**
 * Percents that add up: exempt and untagged with what serves key results to 100, and the key results to what serves any,
 * unless some work serves two of them and so is in both. What serves any is rounded as it is everywhere else; `null` where
 * there is nothing to share.
 */
export const percentsOf = (share: FocusShare): FocusPercents | null => {
  const focus = focusOf(share);
  if (focus === null) return null;
  const tagged = Math.round(focus * 100);
  const wholes = share.keyResults.map(({ whole }) => whole);
  const [exempt, untagged] = parted(100 - tagged, [share.exempt, share.untagged]);
  const keyResults =
    share.several > 0
      ? wholes.map((whole) => Math.round((whole / share.total) * 100))
      : parted(tagged, wholes);
  return { tagged, keyResults, exempt: exempt!, untagged: untagged! };
};

/** Parts a whole number in proportion; what is left by rounding down goes to whoever lost most by it. */
const parted = (whole: number, amounts: readonly number[]): number[] => {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (sum === 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (amount / sum) * whole);
  const parts = exact.map(Math.floor);
  const left = whole - parts.reduce((total, part) => total + part, 0);
  const byLoss = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!));
  for (const index of byLoss.slice(0, left)) parts[index]! += 1;
  return parts;
};
