import { deliveryOf, type Delivery } from '../../src/domain/delivery';
import type { TreeIssue } from './tree-issue';

/** Items and points, done and total. Without `exact` they are estimates and are shown with ≈. */
export type Figures = Delivery & {
  readonly exact: boolean;
  /** Items that nobody estimated: points say nothing of them. */
  readonly unestimated: number;
};

/** What a search would find, by Jira's own estimate. */
export type Counts = { readonly total: number; readonly done: number };

export const exactFigures = (issues: readonly TreeIssue[]): Figures => ({
  ...deliveryOf(issues),
  exact: true,
  unestimated: unestimatedIn(issues),
});

export const countsOf = (issues: readonly TreeIssue[]): Counts => ({
  total: issues.length,
  done: issues.filter(({ done }) => done).length,
});

/**
 * As if all the work that Jira counts were like the first page.
 *
 * @param part - The issues of the page that belong here.
 * @param sampled - How many issues the page had in all.
 */
export const estimatedFigures = (part: readonly TreeIssue[], sampled: Counts, counts: Counts): Figures => {
  const found = countsOf(part);
  const { points } = deliveryOf(part);
  const items = spread(found, sampled, counts);
  return {
    items,
    points: spread(points, sampled, counts),
    exact: false,
    unestimated: Math.round((unestimatedIn(part) / Math.max(found.total, 1)) * items.total),
  };
};

const unestimatedIn = (issues: readonly TreeIssue[]): number =>
  new Set(issues.filter(({ points }) => points === null).map(({ id }) => id)).size;

/** Spreads what the page holds over all, done and open apart; where the page has none of one, it is like the other. */
const spread = (found: Counts, sampled: Counts, all: Counts): Counts => {
  const each = (inPage: number, of: number): number =>
    of === 0 ? found.total / Math.max(sampled.total, 1) : inPage / of;
  const done = Math.round(each(found.done, sampled.done) * all.done);
  const open =
    each(found.total - found.done, sampled.total - sampled.done) * Math.max(all.total - all.done, 0);
  return { done, total: done + Math.round(open) };
};
