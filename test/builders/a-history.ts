import type { IsoInstant } from '../../src/domain/dates';
import type { IssueFacts, IssueHistory } from '../../src/domain/issue-history';

/** A day of January 2026, or a time of it: `on(5)`, `on(5, '10:30')`. */
export const on = (day: number, time = '09:00'): IsoInstant =>
  `2026-01-${String(day).padStart(2, '0')}T${time}:00.000Z` as IsoInstant;

export const TODO = 'to-do';
export const DOING = 'doing';
export const DONE = 'done';
export const SPRINT = 7;

/** What an issue became at a moment, of what changed. */
export type Step = readonly [at: IsoInstant, became: Partial<IssueFacts>];

/** An issue's history as Jira tells it, backwards from the present, of a story that is told forwards. */
export const aHistory = (
  created: IsoInstant,
  facts: Partial<IssueFacts> = {},
  ...steps: readonly Step[]
): IssueHistory => {
  let now: IssueFacts = { statusId: TODO, points: 3, sprintIds: [], ...facts };
  const changes = steps.map(([at, became]) => {
    const before = Object.fromEntries(
      Object.keys(became).map((name) => [name, now[name as keyof IssueFacts]]),
    ) as Partial<IssueFacts>;
    now = { ...now, ...became };
    return { at, before };
  });
  return { id: '1', createdAt: created, now, changes: changes.reverse() };
};

export const IN: Partial<IssueFacts> = { sprintIds: [SPRINT] };
export const OUT: Partial<IssueFacts> = { sprintIds: [] };
