import { bucketOf, deliveryOf, servedKeyResults, servingKeyResult, type WorkItem } from './delivery';
import type { KeyResultId } from './ids';

/** What work is measured in: points, or items where nobody estimated anything. */
export type Measure = 'points' | 'items';

/** How work splits over what it serves, in points or items. Every issue counts once in `total`. */
export type FocusShare = {
  readonly measure: Measure;
  readonly total: number;
  /** What serves key results; `tagged + exempt + untagged` is `total`. */
  readonly tagged: number;
  readonly exempt: number;
  readonly untagged: number;
  /** Most first. `whole` is all that serves it, `alone` what serves nothing else. */
  readonly keyResults: readonly {
    readonly id: KeyResultId;
    readonly whole: number;
    readonly alone: number;
  }[];
  /** What serves two or more; with all of `alone` it is `tagged`. */
  readonly several: number;
};

/** How much of a team's work is to serve key results, from 0 to 1 each. */
export type Band = { readonly low: number; readonly high: number };

/** How work splits over key results, exempt and untagged. An issue that serves two counts once in the total. */
export const focusShareOf = (
  work: readonly WorkItem[],
  measure: Measure = work.some(({ points }) => points !== null) ? 'points' : 'items',
): FocusShare => {
  const amount = (items: readonly WorkItem[]): number => deliveryOf(items)[measure].total;
  const inBucket = (bucket: 'tagged' | 'exempt' | 'untagged'): number =>
    amount(work.filter((item) => bucketOf(item) === bucket));
  const keyResults = servedKeyResults(work).map((id) => {
    const serving = servingKeyResult(work, id);
    return { id, whole: amount(serving), alone: amount(serving.filter((item) => servedBy(item) === 1)) };
  });
  return {
    measure,
    total: amount(work),
    tagged: inBucket('tagged'),
    exempt: inBucket('exempt'),
    untagged: inBucket('untagged'),
    keyResults: keyResults.sort((a, b) => b.whole - a.whole || (a.id < b.id ? -1 : 1)),
    several: amount(work.filter((item) => servedBy(item) > 1)),
  };
};

/** The share of the work that serves key results, 0 to 1; `null` where there is nothing to share. */
export const focusOf = ({ tagged, total }: Pick<FocusShare, 'tagged' | 'total'>): number | null =>
  total === 0 ? null : tagged / total;

/** Where a share lies, seen from the team's band, whose ends belong to it. */
export const standsTo = ({ low, high }: Band, share: number): 'below' | 'within' | 'above' => {
  // To the whole percent, as it is shown: a share that reads 60% is in a band from 60%.
  const shown = Math.round(share * 100);
  if (shown < Math.round(low * 100)) return 'below';
  return shown > Math.round(high * 100) ? 'above' : 'within';
};

const servedBy = ({ tag }: WorkItem): number =>
  tag?.tag.state === 'tagged' ? new Set(tag.tag.keyResults).size : 0;
