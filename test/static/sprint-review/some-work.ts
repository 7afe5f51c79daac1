import fc from 'fast-check';
import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/views';
import type { KeyResultId } from '../../../src/domain/ids';
import type { KeyResult, Objective } from '../../../src/domain/objective';
import type { Advance } from '../../../src/domain/sprint-intent';
import type { LedgerTag, TaggedLine } from '../../../src/domain/sprint-ledger';
import type { ExemptionReason } from '../../../src/domain/tag';
import type { GivenVerdict } from '../../../src/domain/verdict';
import type { IsoInstant } from '../../../src/domain/dates';
import type { ReviewedWork } from '../../../static/sprint-review/review-model';
import { aCycle, aDay, aKeyResult, aKeyResultId, anObjective } from '../../builders/okrs';

/** What a ledger says of an issue; a test says only what matters to it. */
export const aLine = (fields: Partial<TaggedLine> = {}): TaggedLine => ({
  issueId: '1',
  entrance: 'committed',
  outcome: 'not-completed',
  initialPoints: 3,
  finalPoints: 3,
  tag: null,
  ...fields,
});

export const aFrozenWork = (lines: readonly TaggedLine[]): ReviewedWork => ({
  source: 'frozen',
  lines,
  mayMissRemoved: false,
});

export const servingTag = (keyResults: readonly KeyResultId[], inherited = false): LedgerTag => ({
  state: 'tagged',
  keyResults,
  inherited,
});

export const exemptTag = (reason: ExemptionReason): LedgerTag => ({
  state: 'exempt',
  reason,
  inherited: false,
});

export const aSeenKeyResult = (fields: Partial<KeyResult> = {}): KeyResultView => ({
  ...aKeyResult(fields),
  mayCheckIn: true,
});

export const aSeenObjective = (
  fields: Partial<Omit<Objective, 'keyResults'>> & { readonly keyResults: readonly KeyResultView[] },
): ObjectiveView => ({ ...anObjective(), mayEdit: false, ...fields });

/** The review of a sprint of two weeks in the middle of a cycle of 100 days. */
export const aReviewView = (fields: Partial<SprintReviewView> = {}): SprintReviewView => ({
  today: aDay('2026-03-01'),
  projectId: null,
  sprint: {
    id: 7,
    name: 'Deck 7',
    state: 'closed',
    startDate: '2026-02-01T09:00:00.000Z',
    endDate: '2026-02-14T09:00:00.000Z',
    completeDate: '2026-02-14T16:00:00.000Z',
    goal: null,
    boardId: 1,
  },
  period: null,
  intent: null,
  mayPlan: true,
  ledger: null,
  cycles: [aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-04-11') })],
  objectives: [
    aSeenObjective({
      keyResults: [aSeenKeyResult(), aSeenKeyResult({ id: aKeyResultId('kr0002') })],
    }),
  ],
  checkIns: {},
  learnings: {},
  ...fields,
});

export const aRunningSprint = (): SprintReviewView['sprint'] => {
  const { sprint } = aReviewView();
  return sprint && { ...sprint, state: 'active', completeDate: null };
};

export const anAdvance = (fields: Partial<Advance> = {}): Advance => ({
  keyResultId: aKeyResultId(),
  change: 'shortening the payment form',
  movement: 10,
  visibleBy: aDay('2026-02-14'),
  valueThen: 20,
  ...fields,
});

export const anIntent = (...advances: readonly Advance[]): SprintReviewView['intent'] => ({
  revision: 1,
  said: {
    id: 'intent0001' as never,
    savedAt: '2026-02-01T08:00:00.000Z' as IsoInstant,
    advances,
  },
  earlier: [],
});

export const aVerdict = (fields: Partial<GivenVerdict> = {}): GivenVerdict => ({
  place: { kind: 'sprint', sprintId: 6 },
  endedOn: aDay('2026-01-31'),
  verdict: 'no-effect',
  learning: 'Nobody reads the hint',
  savedAt: '2026-01-31T12:00:00.000Z' as IsoInstant,
  ...fields,
});

/** Any lines of a sprint, each of an issue of its own. */
export const anyLines = (keyResults: readonly KeyResultId[]): fc.Arbitrary<TaggedLine[]> => {
  const anyPoints = fc.option(fc.integer({ min: 0, max: 13 }));
  const anyTag = fc.oneof(
    fc.constant(null),
    fc.record({
      state: fc.constant('tagged' as const),
      keyResults: fc.subarray([...keyResults], { minLength: 1 }),
      inherited: fc.boolean(),
    }),
    fc.record({
      state: fc.constant('exempt' as const),
      reason: fc.constantFrom('bug' as const, 'other' as const, 'tech-debt' as const),
      inherited: fc.boolean(),
    }),
  );
  return fc
    .array(
      fc.record({
        entrance: fc.constantFrom('committed' as const, 'added' as const, 'done-before-start' as const),
        outcome: fc.constantFrom(
          'completed' as const,
          'not-completed' as const,
          'removed' as const,
          'completed-elsewhere' as const,
        ),
        initialPoints: anyPoints,
        finalPoints: anyPoints,
        tag: anyTag,
      }),
    )
    .map((lines) => lines.map((line, index) => ({ issueId: String(index), ...line })));
};
