import type { LedgerView, LoadSprintReview, SprintReviewView } from '../contract/sprint-review';
import { fail } from '../contract/outcome';
import { dayOf, type IsoDate } from '../domain/dates';
import { objectiveIdOf, type KeyResultId, type ProjectId } from '../domain/ids';
import { servedBy } from '../domain/ledger-sums';
import { periodOn, USUAL_RHYTHM, type Period } from '../domain/period';
import type { IntentPlace, SprintIntent } from '../domain/sprint-intent';
import type { Sprint } from '../jira/boards';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan, type Plan } from '../storage/plan';
import { loadPlanningSettings } from '../storage/planning-settings';
import { findSprintIntent } from '../storage/sprint-intents';
import { findReviewedSprint } from './find-reviewed-sprint';
import { findReviewedLedger, type ReviewedLedger } from './reviewed-ledger';
import { readReviewGrants, type ReviewGrants } from './review-grants';
import { reviewedKeyResults } from './reviewed-key-results';
import { intentViewOf } from './sprint-intent-view';

/**
 * Everything of a review that the viewer's own questions to Jira cannot tell: the values of the key results that the
 * sprint serves, was to move, or that are the project's own; what was intended and learned; and the frozen ledger, of the
 * issues that the viewer may browse.
 *
 * One Jira request for the sprint (two where it is the one that closed last) and one for permissions; eight storage
 * operations, and one for each objective.
 */
export const loadSprintReview = async (
  caller: Caller,
  { projectId: pageProject, boardId, place }: LoadSprintReview,
): Promise<SprintReviewView> => {
  const sprint = place.kind === 'sprint' ? await findReviewedSprint(caller, boardId, place.sprintId) : null;
  const found = sprint === 'no-sprints' ? null : sprint;
  const isPeriod = place.kind === 'period' || sprint === 'no-sprints';
  const period = isPeriod
    ? await periodOf(boardId, place.kind === 'period' ? place.start : null, caller)
    : null;
  const about = aboutOf(boardId, found, period);

  const ledger = found && (await findReviewedLedger(found.id));
  const projectId = ledger?.projectId ?? pageProject;
  const [plan, intent] = await Promise.all([loadPlan(projectId), about && intentOf(about)]);
  const named = [...servedBy(ledger?.lines ?? []), ...(ledger?.servedAtStart ?? []), ...advancedBy(intent)];
  const objectives = await objectivesOf(plan, spanOf(found, period, caller.today), named);
  const grants = await readReviewGrants(caller, {
    projectIds: [projectId, intent?.projectId].filter((id): id is ProjectId => Boolean(id)),
    objectives,
    issueIds: ledger?.issueIds ?? [],
  });
  const known = await reviewedKeyResults(caller, grants, plan.calendar.value, objectives, named);
  return {
    ...known,
    today: caller.today,
    projectId,
    sprint: found,
    period,
    intent: intent && seesTeam(grants, intent.projectId) ? intentViewOf(intent, known.objectives) : null,
    mayPlan: grants.mayPlan(projectId),
    ledger: ledger && visibleLedger(ledger, grants),
  };
};

const periodOf = async (boardId: number, start: IsoDate | null, { today }: Caller): Promise<Period> => {
  const { rhythm } = (await loadPlanningSettings(boardId)).value;
  return periodOn(rhythm ?? USUAL_RHYTHM, start ?? today);
};

const aboutOf = (boardId: number, sprint: Sprint | null, period: Period | null): IntentPlace | null => {
  if (sprint) return { kind: 'sprint', sprintId: sprint.id };
  return period && { kind: 'period', boardId, start: period.start };
};

const intentOf = async (place: IntentPlace): Promise<SprintIntent | null> =>
  (await findSprintIntent(place)).value;

const advancedBy = (intent: SprintIntent | null): KeyResultId[] =>
  intent ? intent.said.advances.map(({ keyResultId }) => keyResultId) : [];

/** The days that a review is about; a sprint that was not started is about today. */
const spanOf = (sprint: Sprint | null, period: Period | null, today: IsoDate): Period => {
  if (period) return period;
  const start = sprint?.startDate ? dayOf(sprint.startDate) : today;
  const over = sprint?.state === 'closed' ? (sprint.completeDate ?? sprint.endDate) : null;
  const end = over ? dayOf(over) : today;
  return { start: start < end ? start : end, end };
};

/** The objectives of the key results that are named, and the project's own of the cycles that the days lie in. */
const objectivesOf = async (
  { calendar, team }: Plan,
  { start, end }: Period,
  named: readonly KeyResultId[],
) => {
  const cycles = calendar.value.filter(
    (cycle) => cycle.state !== 'draft' && cycle.startDate <= end && start <= cycle.endDate,
  );
  const own = team.value.entries.filter(({ cycleId }) => cycles.some(({ id }) => id === cycleId));
  const found = await loadObjectives([
    ...named.map(objectiveIdOf),
    ...own.map(({ objectiveId }) => objectiveId),
  ]);
  return found.map(({ value }) => value);
};

const seesTeam = ({ sees }: ReviewGrants, projectId: ProjectId): boolean => sees({ type: 'team', projectId });

/** What the viewer may not browse is left out and not counted. */
const visibleLedger = ({ header, lines, atStart }: ReviewedLedger, { browses }: ReviewGrants): LedgerView => {
  const { startedAt, closedAt, close, start } = header;
  if (header.state !== 'closed') {
    return {
      state: 'running',
      startedAt,
      atStart: atStart.filter(({ issueId }) => browses(issueId)),
    };
  }
  if (closedAt === null || close === null) {
    return fail({
      code: 'unexpected',
      message: 'The ledger of this sprint cannot be read. Nothing was changed. Tell your administrator.',
    });
  }
  return {
    state: 'closed',
    startedAt,
    closedAt,
    frozenAt: close.frozenAt,
    startWasFrozen: start !== null,
    mayMissRemoved: close.mayMissRemoved,
    lines: lines.filter(({ issueId }) => browses(issueId)),
  };
};
