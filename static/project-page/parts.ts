import type { ComponentType } from 'react';
import type { ProjectId } from '../../src/domain/ids';

/** A screen that stands in the project page as one of its parts. */
export type PartScreen = ComponentType<{ readonly projectId: ProjectId }>;

export type Part = {
  /** The first of its addresses' names; the page's own part has none. */
  readonly path: string;
  readonly name: string;
  readonly load: () => Promise<PartScreen>;
};

export const PARTS: readonly Part[] = [
  { path: '', name: 'OKRs', load: async () => (await import('./project-page')).ProjectPage },
  {
    path: 'refinement',
    name: 'Refinement',
    load: async () => (await import('../refinement/refinement')).Refinement,
  },
  {
    path: 'planning',
    name: 'Planning',
    load: async () => (await import('../sprint-planning/sprint-planning')).SprintPlanning,
  },
  {
    path: 'review',
    name: 'Review',
    load: async () => (await import('../sprint-review/review-part')).ReviewPart,
  },
  { path: 'wsjf', name: 'WSJF', load: async () => (await import('../wsjf/wsjf')).Wsjf },
];

export const isPart = (name: string): boolean => PARTS.some(({ path }) => path === name);
