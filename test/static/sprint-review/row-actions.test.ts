import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { reviewOf } from '../../../static/sprint-review/review-model';
import { actionsOn } from '../../../static/sprint-review/row-actions';
import { aDay, aKeyResultId } from '../../builders/okrs';
import {
  aFrozenWork,
  aLine,
  anAdvance,
  anIntent,
  aReviewView,
  aSeenKeyResult,
  aSeenObjective,
  aVerdict,
  servingTag,
} from './some-work';

const one = aKeyResultId();
const may = (
  mayCheckIn: boolean,
  fields: Partial<SprintReviewView>,
  lines: readonly TaggedLine[] = [],
): ReturnType<typeof actionsOn> => {
  const objectives = [aSeenObjective({ keyResults: [{ ...aSeenKeyResult(), mayCheckIn }] })];
  const review = reviewOf(aReviewView({ objectives, ...fields }), 1, aFrozenWork(lines));
  return actionsOn([...review.main, ...review.quiet][0]!, review);
};
const work = [aLine({ tag: servingTag([one]) })];

test('lets who may check in, or plan, say what work or an intent showed, and nobody where there was neither', () => {
  expect(may(true, { mayPlan: false }, work)).toEqual({ judge: true, checkIn: true, carryOn: false });
  expect(may(false, { mayPlan: true }, work)).toEqual({ judge: true, checkIn: false, carryOn: false });
  expect(may(true, { intent: anIntent(anAdvance()) }).judge).toBe(true);
  expect(may(true, {}).judge).toBe(false);
  expect(may(false, { mayPlan: false }, work).judge).toBe(false);
});

test('lets a verdict be taken back that has nothing to stand on any more', () => {
  const place = { kind: 'sprint', sprintId: 7 } as const;
  const learnings = { [one]: [aVerdict({ place, endedOn: aDay('2026-02-14') })] };
  expect(may(true, { learnings }).judge).toBe(true);
});

test('lets who may plan carry on what is left, and nothing where it was reached', () => {
  const intent = anIntent(anAdvance({ valueThen: 0, movement: 10 }));
  expect(may(false, { intent }).carryOn).toBe(true);
  expect(may(true, { intent, mayPlan: false }).carryOn).toBe(false);
  expect(may(true, { intent: anIntent(anAdvance({ valueThen: 0, movement: -10 })) }).carryOn).toBe(true);
  expect(may(true, { intent: anIntent(anAdvance({ valueThen: -10, movement: 10 })) }).carryOn).toBe(false);
});

test('offers nothing before the sprint has started', () => {
  const { sprint } = aReviewView();
  const planned = { sprint: { ...sprint!, state: 'future' as const } };
  expect(may(true, planned, work)).toEqual({ judge: false, checkIn: false, carryOn: false });
});
