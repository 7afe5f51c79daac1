import fc from 'fast-check';
import type { IssueFacts } from '../../src/domain/issue-history';
import { DOING, DONE, on, SPRINT, TODO, type Step } from '../builders/a-history';

const points = fc.option(fc.constantFrom(0, 1, 2, 3, 5, 8));
const statusId = fc.constantFrom(TODO, DOING, DONE);
const sprintIds = fc.constantFrom<readonly number[]>([], [SPRINT], [SPRINT - 1], [SPRINT - 1, SPRINT]);

const moment = fc
  .tuple(fc.integer({ min: 2, max: 28 }), fc.constantFrom('09:00', '12:30'))
  .map(([day, time]) => on(day, time));

/** What an issue was when it was created on the first, and what it became, in the order in which it did. */
export const someStory = fc.record({
  created: fc.record({ points, statusId, sprintIds }),
  steps: fc
    .array(
      fc.tuple(
        moment,
        fc.oneof(fc.record({ points }), fc.record({ statusId }), fc.record({ sprintIds, points })),
      ),
      { maxLength: 14 },
    )
    .map((steps): Step[] =>
      steps
        .map(([at, became]): Step => [at, became as Partial<IssueFacts>])
        .sort(([a], [b]) => a.localeCompare(b)),
    ),
});

/** Between two moments, the first of which is no later than the second. */
export const someWindow = fc
  .tuple(moment, moment)
  .map(([a, b]) => (a < b ? { start: a, close: b } : { start: b, close: a }));
