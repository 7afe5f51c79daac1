import type { KeyResultWork } from '../../src/contract/sprint-review';
import { checkInOn, type CheckIn } from '../../src/domain/check-in';
import type { IsoDate } from '../../src/domain/dates';
import type { Measure } from '../../src/domain/focus-share';
import type { KeyResultId } from '../../src/domain/ids';
import type { DeliveryOverSprint } from '../../src/domain/ledger-sums';
import type { Metric } from '../../src/domain/objective';
import { verdictOn, type GivenVerdict } from '../../src/domain/verdict';
import type { SprintSums } from '../shared/sprint-sums';
import type { DatedSprint } from './cycle-sprints';

/** Where a sprint's figures come from: `unknown` until somebody rebuilds it, `planned` before it starts. */
export type WorkSource = 'frozen' | 'rebuilt' | 'unknown' | 'planned';

/** What a sprint did for a key result, and what the value did meanwhile. */
export type SprintFigures = {
  readonly sprint: DatedSprint;
  readonly source: WorkSource;
  /** `null` where it is not known, or there is none yet. */
  readonly work: DeliveryOverSprint | null;
  /** The value at the start and at the end or today; `null` before the sprint starts. */
  readonly values: { readonly atStart: number; readonly atEnd: number } | null;
  readonly verdict: GivenVerdict | null;
};

/** A key result's sprints with what is known of each, the frozen before the rebuilt. */
export const sprintFigures = (
  of: {
    readonly id: KeyResultId;
    readonly metric: Metric;
    readonly checkIns: readonly CheckIn[];
    readonly verdicts: readonly GivenVerdict[];
    readonly today: IsoDate;
  },
  sprints: readonly DatedSprint[],
  frozen: KeyResultWork['sprints'],
  rebuilt: ReadonlyMap<number, SprintSums>,
): SprintFigures[] => {
  const { id, metric, checkIns, verdicts, today } = of;
  const valueOn = (day: IsoDate): number => checkInOn(checkIns, day)?.value ?? metric.baseline;
  return sprints.map((sprint) => ({
    sprint,
    ...workOf(sprint, id, frozen, rebuilt),
    values:
      sprint.state === 'future'
        ? null
        : {
            atStart: valueOn(sprint.from),
            atEnd: valueOn(sprint.state === 'active' ? today : sprint.until),
          },
    verdict: verdictOn(verdicts, { kind: 'sprint', sprintId: sprint.id }),
  }));
};

/** Points where anything was estimated, else items. */
export const measureOf = (figures: readonly SprintFigures[]): Measure =>
  figures.some(({ work }) => work !== null && work.done.points + work.then.points + work.now.points > 0)
    ? 'points'
    : 'items';

const workOf = (
  { id, state }: DatedSprint,
  keyResultId: KeyResultId,
  frozen: KeyResultWork['sprints'],
  rebuilt: ReadonlyMap<number, SprintSums>,
): Pick<SprintFigures, 'source' | 'work'> => {
  if (state === 'future') return { source: 'planned', work: null };
  const written = frozen.find(({ sprintId }) => sprintId === id);
  if (written) return { source: 'frozen', work: written };
  const sums = rebuilt.get(id);
  if (sums) return { source: 'rebuilt', work: sums.keyResults[keyResultId] ?? NO_WORK };
  return { source: 'unknown', work: null };
};

const NOTHING = { items: 0, points: 0 };
const NO_WORK: DeliveryOverSprint = { done: NOTHING, then: NOTHING, now: NOTHING };
