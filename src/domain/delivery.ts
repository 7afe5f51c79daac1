import type { EffectiveTag } from './tag';
import type { KeyResultId } from './ids';

/** An issue as it counts towards delivery. `points` is `null` where nobody estimated it. */
export type WorkItem = {
  readonly id: string;
  readonly done: boolean;
  readonly points: number | null;
  readonly tag: EffectiveTag | null;
};

/** Done and total of items and points. An issue without an estimate adds an item and no points. */
export type Delivery = {
  readonly items: { readonly done: number; readonly total: number };
  readonly points: { readonly done: number; readonly total: number };
};

/** Sums work, each issue once however often it is listed. */
export const deliveryOf = (work: readonly WorkItem[]): Delivery => {
  const unique = [...new Map(work.map((item) => [item.id, item])).values()];
  const done = unique.filter((item) => item.done);
  const points = (items: readonly WorkItem[]): number =>
    items.reduce((sum, item) => sum + (item.points ?? 0), 0);
  return {
    items: { done: done.length, total: unique.length },
    points: { done: points(done), total: points(unique) },
  };
};

export type Bucket = 'tagged' | 'exempt' | 'untagged';

/** Where an issue counts: it serves key results, is exempt from serving any, or nobody has said. Inherited tags count. */
export const bucketOf = ({ tag }: Pick<WorkItem, 'tag'>): Bucket => tag?.tag.state ?? 'untagged';

/** The work that serves a key result. An issue that serves two is whole in both. */
export const servingKeyResult = <T extends WorkItem>(work: readonly T[], keyResultId: KeyResultId): T[] =>
  work.filter(({ tag }) => tag?.tag.state === 'tagged' && tag.tag.keyResults.includes(keyResultId));

/** Every key result that the work serves, in order of first mention. */
export const servedKeyResults = (work: readonly WorkItem[]): KeyResultId[] => [
  ...new Set(work.flatMap(({ tag }) => (tag?.tag.state === 'tagged' ? tag.tag.keyResults : []))),
];
