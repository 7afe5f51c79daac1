import { bucketOf, deliveryOf } from '../../src/domain/delivery';
import { EXEMPTION_REASONS, type ExemptionReason } from '../../src/domain/tag';
import type { SprintIssue } from '../shared/sprint-work';

/** A part of the sprint's work. `ofItems` and `ofPoints` are its shares of the whole, 0 to 1. */
export type Share = {
  readonly items: number;
  readonly points: number;
  readonly ofItems: number;
  readonly ofPoints: number;
  readonly work: readonly SprintIssue[];
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

export const sharesOf = (work: readonly SprintIssue[]): Shares => {
  const shareOf = shareIn(work);
  const tagged = work.filter((item) => bucketOf(item) === 'tagged');
  return {
    all: shareOf(work),
    tagged: shareOf(tagged),
    inherited: shareOf(tagged.filter(({ tag }) => tag?.inheritedFrom)),
    exempt: shareOf(work.filter((item) => bucketOf(item) === 'exempt')),
    reasons: EXEMPTION_REASONS.map((reason) => ({
      reason,
      share: shareOf(work.filter(({ tag }) => tag?.tag.state === 'exempt' && tag.tag.reason === reason)),
    })).filter(({ share }) => share.items > 0),
    untagged: shareOf(work.filter((item) => bucketOf(item) === 'untagged')),
  };
};

const shareIn = (all: readonly SprintIssue[]): ((work: readonly SprintIssue[]) => Share) => {
  const whole = deliveryOf(all);
  return (work) => {
    const { items, points } = deliveryOf(work);
    return {
      items: items.total,
      points: points.total,
      ofItems: ratio(items.total, whole.items.total),
      ofPoints: ratio(points.total, whole.points.total),
      work,
    };
  };
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
