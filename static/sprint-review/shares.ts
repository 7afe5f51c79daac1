import { bucketOf, deliveryOf } from '../../src/domain/delivery';
import { workItemOf, type TaggedLine } from '../../src/domain/sprint-ledger';
import { EXEMPTION_REASONS, type ExemptionReason } from '../../src/domain/tag';

/** A part of the sprint's work. `ofItems` and `ofPoints` are its shares of the whole, 0 to 1. */
export type Share = {
  readonly items: number;
  readonly points: number;
  readonly ofItems: number;
  readonly ofPoints: number;
  readonly lines: readonly TaggedLine[];
};

/** How the sprint's work was spread. Every issue is in exactly one of tagged, exempt and untagged. */
export type Shares = {
  readonly all: Share;
  readonly tagged: Share;
  /** Those of `tagged` that have it from a parent. */
  readonly inherited: Share;
  readonly exempt: Share;
  /** Those of `exempt` by reason, reasons that nobody gave left out. */
  readonly reasons: readonly { readonly reason: ExemptionReason; readonly share: Share }[];
  readonly untagged: Share;
};

/** What the parts are measured by: points, where the work has any. Items without an estimate are in no part then. */
export const measureOfParts = ({ all }: Shares): 'points' | 'items' => (all.points > 0 ? 'points' : 'items');

/** How many items of the work nobody estimated. */
export const unestimatedIn = ({ all }: Shares): number =>
  all.lines.filter(({ finalPoints }) => finalPoints === null).length;

/** Whether a line is of the sprint's own work: what left it, or was finished elsewhere, is not. */
export const isCounted = ({ outcome }: TaggedLine): boolean =>
  outcome === 'completed' || outcome === 'not-completed';

/** Shares of what was in the sprint to the end, by the last estimates. */
export const sharesOf = (lines: readonly TaggedLine[]): Shares => {
  const counted = lines.filter(isCounted);
  const shareOf = shareIn(counted);
  const inBucket = (bucket: 'tagged' | 'exempt' | 'untagged'): TaggedLine[] =>
    counted.filter((line) => bucketOf(workItemOf(line)) === bucket);
  const tagged = inBucket('tagged');
  return {
    all: shareOf(counted),
    tagged: shareOf(tagged),
    inherited: shareOf(tagged.filter(({ tag }) => tag?.inherited)),
    exempt: shareOf(inBucket('exempt')),
    reasons: EXEMPTION_REASONS.map((reason) => ({
      reason,
      share: shareOf(counted.filter(({ tag }) => tag?.state === 'exempt' && tag.reason === reason)),
    })).filter(({ share }) => share.items > 0),
    untagged: shareOf(inBucket('untagged')),
  };
};

const shareIn = (all: readonly TaggedLine[]): ((lines: readonly TaggedLine[]) => Share) => {
  const whole = deliveryOf(all.map(workItemOf));
  return (lines) => {
    const { items, points } = deliveryOf(lines.map(workItemOf));
    return {
      items: items.total,
      points: points.total,
      ofItems: ratio(items.total, whole.items.total),
      ofPoints: ratio(points.total, whole.points.total),
      lines,
    };
  };
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
