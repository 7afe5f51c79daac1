import { deliveryOf, type Delivery } from '../../src/domain/delivery';
import type { TreeIssue } from './tree-issue';

/** Items and points, done and total. Without `exact` they are estimates and are shown with ≈. */
export type Figures = Delivery & { readonly exact: boolean };

/** What a search would find, by Jira's own estimate. */
export type Counts = { readonly total: number; readonly done: number };

export const exactFigures = (issues: readonly TreeIssue[]): Figures => ({
  ...deliveryOf(issues),
  exact: true,
});

/** Items as Jira counts them, and points as if every issue were like those of the sample. */
export const estimatedFigures = (sample: readonly TreeIssue[], { total, done }: Counts): Figures => {
  const meanOf = (issues: readonly TreeIssue[]): number =>
    issues.length === 0 ? 0 : deliveryOf(issues).points.total / issues.length;
  return {
    items: { done, total },
    points: {
      done: Math.round(meanOf(sample.filter((issue) => issue.done)) * done),
      total: Math.round(meanOf(sample) * total),
    },
    exact: false,
  };
};
