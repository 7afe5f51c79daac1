import type { LedgerView, LoadSprintReview, SprintReviewView } from '../contract/sprint-review';
import { fail } from '../contract/outcome';
import { dayOf, type IsoDate } from '../domain/dates';
import { objectiveIdOf, type KeyResultId, type ObjectiveId, type ProjectId } from '../domain/ids';
import { servedBy } from '../domain/ledger-sums';
import type { Objective } from '../domain/objective';
import { periodOn, USUAL_RHYTHM, type Period } from '../domain/period';
import type { IntentPlace, SprintIntent } from '../domain/sprint-intent';
import type { Sprint } from '../jira/boards';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlan, type Plan } from '../storage/plan';
import { loadPlanningSettings } from '../storage/planning-settings';
import { findSprintIntent } from '../storage/sprint-intents';
import { withCarriedThatStays } from './carried-gaps';
import { findReviewedSprint } from './find-reviewed-sprint';
import { findReviewedLedger, type ReviewedLedger } from './reviewed-ledger';
import { readReviewGrants, type ReviewGrants } from './review-grants';
import { reviewedKeyResults } from './reviewed-key-results';
import { intentViewOf } from './sprint-intent-view';
import { seesTeamOkrs } from './sprint-planning-rights';

/**
 * Everything of a review that the viewer's own questions to Jira cannot tell: the values of the key results that the
 * sprint serves, was to move, or that are the project's own; what was intended and learned; and the frozen ledger, of the
 * issues that the viewer may browse.
 *
 * One Jira request for the sprint (two where it is the one that closed last) and one for permissions; eight storage
 * operations, one for each objective, and one for each sprint or period that gaps of it were carried into.
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
  const [plan, said] = await Promise.all([loadPlan(projectId), about && intentOf(about)]);
  const own = ownObjectives(plan, spanOf(found, period, caller.today));
  const stored = await objectivesOf([...namedBy(ledger, said).map(objectiveIdOf), ...own]);
  const grants = await readReviewGrants(caller, {
    projectIds: [projectId, said?.projectId].filter((id): id is ProjectId => Boolean(id)),
    objectives: [...stored.values()],
    issueIds: ledger?.issueIds ?? [],
  });

  // Key results that only hidden work serves, or a hidden intent names, would tell of it.
  const shown = ledger && visiblePart(ledger, grants);
  const intent = said && seesTeam(grants, said.projectId) ? said : null;
  const named = namedBy(shown, intent);
  const objectives = [...new Set([...named.map(objectiveIdOf), ...own])].flatMap(
    (id) => stored.get(id) ?? [],
  );
  const known = await reviewedKeyResults(caller, grants, plan.calendar.value, objectives, named);
  return {
    ...known,
    today: caller.today,
    projectId: projectId !== null && seesTeam(grants, projectId) ? projectId : null,
    sprint: found,
    period,
    intent: intent && intentViewOf(intent, known.objectives),
    mayPlan: grants.mayPlan(projectId),
    ledger: shown && ledgerView(shown),
  };
};

/** A board's rhythm is its project's to show. */
const periodOf = async (boardId: number, start: IsoDate | null, caller: Caller): Promise<Period> => {
  const { projectId, rhythm } = (await loadPlanningSettings(boardId)).value;
  const isShown = projectId !== null && rhythm !== null && (await seesTeamOkrs(caller, projectId));
  return periodOn(isShown ? rhythm : USUAL_RHYTHM, start ?? caller.today);
};

const aboutOf = (boardId: number, sprint: Sprint | null, period: Period | null): IntentPlace | null => {
  if (sprint) return { kind: 'sprint', sprintId: sprint.id };
  return period && { kind: 'period', boardId, start: period.start };
};

const intentOf = async (place: IntentPlace): Promise<SprintIntent | null> => {
  const { value } = await findSprintIntent(place);
  return value && withCarriedThatStays(value);
};

/** The key results that the frozen work serves, and those that were to move. */
const namedBy = (ledger: ReviewedLedger | null, intent: SprintIntent | null): KeyResultId[] => [
  ...servedBy(ledger ? [...ledger.lines, ...ledger.atStart] : []),
  ...(intent ? intent.said.advances.map(({ keyResultId }) => keyResultId) : []),
];

/** The days that a review is about; a sprint that was not started is about today. */
const spanOf = (sprint: Sprint | null, period: Period | null, today: IsoDate): Period => {
  if (period) return period;
  const start = sprint?.startDate ? dayOf(sprint.startDate) : today;
  const over = sprint?.state === 'closed' ? (sprint.completeDate ?? sprint.endDate) : null;
  const end = over ? dayOf(over) : today;
  return { start: start < end ? start : end, end };
};

/** The project's own objectives of the cycles that the days lie in. */
const ownObjectives = ({ calendar, team }: Plan, { start, end }: Period): ObjectiveId[] => {
  const cycles = calendar.value.filter(
    (cycle) => cycle.state !== 'draft' && cycle.startDate <= end && start <= cycle.endDate,
  );
  return team.value.entries
    .filter(({ cycleId }) => cycles.some(({ id }) => id === cycleId))
    .map(({ objectiveId }) => objectiveId);
};

const objectivesOf = async (ids: readonly ObjectiveId[]): Promise<ReadonlyMap<ObjectiveId, Objective>> =>
  new Map((await loadObjectives(ids)).map(({ value }) => [value.id, value]));

const seesTeam = ({ sees }: ReviewGrants, projectId: ProjectId): boolean => sees({ type: 'team', projectId });

/** What the viewer may not browse is left out and not counted. */
const visiblePart = (ledger: ReviewedLedger, { browses }: ReviewGrants): ReviewedLedger => ({
  ...ledger,
  lines: ledger.lines.filter(({ issueId }) => browses(issueId)),
  atStart: ledger.atStart.filter(({ issueId }) => browses(issueId)),
});

const ledgerView = ({ header, lines, atStart }: ReviewedLedger): LedgerView => {
  const { state, startedAt, closedAt, close, start } = header;
  if (state !== 'closed') return { state: 'running', startedAt, atStart };
  if (closedAt === null || close === null) {
    return fail({
      code: 'unexpected',
      message: 'The ledger of this sprint cannot be read. Nothing was changed. Tell your administrator.',
    });
  }
  const { frozenAt, mayMissRemoved } = close;
  return {
    state: 'closed',
    startedAt,
    closedAt,
    frozenAt,
    startWasFrozen: start !== null,
    mayMissRemoved,
    lines,
  };
};
