import type { TeamKey } from './people';

/**
 * How much a sprint holds at its start, and how many issues join and leave while it runs: means per sprint of real
 * projects, computed from the table of 3,834 sprints of Choetkiertikul et al. (github.com/morakotch/datasets,
 * sprint-scope-change). Booking changes as much as Spring's sprints did (476 of them), Deck App as Apache's (348).
 */
export type Rates = { readonly atStart: number; readonly added: number; readonly removed: number };

export const RATES: Readonly<Record<Exclude<TeamKey, 'HARB'>, Rates>> = {
  BOOK: { atStart: 13.2, added: 12.9, removed: 4.9 },
  DECK: { atStart: 7.1, added: 4.3, removed: 2.1 },
};
