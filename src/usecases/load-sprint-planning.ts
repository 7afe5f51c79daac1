import type {
  LoadSprintPlanning,
  PlanningSettingsView,
  SprintPlanningView,
} from '../contract/sprint-planning';
import { objectiveIdOf, type KeyResultId, type ProjectId } from '../domain/ids';
import type { Objective } from '../domain/objective';
import { periodOn, USUAL_RHYTHM, type Period } from '../domain/period';
import type { SprintIntent } from '../domain/sprint-intent';
import type { Caller } from '../platform/caller';
import { loadObjectives } from '../storage/objectives';
import { loadPlanningSettings, type PlanningSettings } from '../storage/planning-settings';
import { restrictedProjects } from '../storage/plan';
import type { Versioned } from '../storage/record';
import { findSprintIntent } from '../storage/sprint-intents';
import { loadChoices } from './choices';
import { visibleOf } from './rights';
import { intentViewOf } from './sprint-intent-view';
import { planningRights, seesTeamOkrs } from './sprint-planning-rights';

/**
 * What is known of a sprint's or period's plan. Who may see the OKRs of the project that an intent was said in sees it.
 * Five storage operations for up to 25 objectives, and one more for each 25 that the work or the intent names besides the
 * choices, however much work there is; one Jira request, and one or two more where OKRs are restricted.
 */
export const loadSprintPlanning = async (
  caller: Caller,
  { projectId, boardId, place, keyResultIds }: LoadSprintPlanning,
): Promise<SprintPlanningView> => {
  const [choices, rights, restricted, stored] = await Promise.all([
    loadChoices(caller, projectId),
    planningRights(caller, projectId),
    restrictedProjects([projectId]),
    loadPlanningSettings(boardId),
  ]);
  const sees = (owner: ProjectId): boolean | Promise<boolean> =>
    owner === projectId ? restricted.length === 0 || rights.browsesProject : seesTeamOkrs(caller, owner);
  const settings = await shownSettings(stored, sees);
  const period = periodOf(settings, (place.kind === 'period' ? place.start : null) ?? caller.today);
  const found = await findSprintIntent(
    place.kind === 'sprint' ? place : { kind: 'period', boardId, start: period.start },
  );
  const intent = found.value && (await sees(found.value.projectId)) ? found.value : null;
  const others = await namedObjectives(caller, choices.objectives, [
    ...keyResultIds,
    ...keyResultsOf(intent),
  ]);
  return {
    ...choices,
    projectId,
    today: caller.today,
    others,
    restricted: restricted.length > 0,
    mayPlan: rights.mayPlan,
    intent: intent && intentViewOf(intent, [...choices.objectives, ...others]),
    settings,
    period: place.kind === 'period' ? period : null,
  };
};

const periodOf = ({ rhythm }: PlanningSettingsView, day: Period['start']): Period =>
  periodOn(rhythm ?? USUAL_RHYTHM, day);

const NOTHING_SET: PlanningSettingsView = { revision: null, band: null, rhythm: null };

const shownSettings = async (
  { value: { projectId, band, rhythm }, recordRevision }: Versioned<PlanningSettings>,
  sees: (owner: ProjectId) => boolean | Promise<boolean>,
): Promise<PlanningSettingsView> => {
  if (projectId === null || !(await sees(projectId))) return NOTHING_SET;
  return { revision: recordRevision, band, rhythm };
};

const keyResultsOf = (intent: SprintIntent | null): KeyResultId[] =>
  intent
    ? [intent.said, ...intent.earlier].flatMap(({ advances }) =>
        advances.map(({ keyResultId }) => keyResultId),
      )
    : [];

/** The objectives of key results that are none of those already known, as far as the caller may see them. */
const namedObjectives = async (
  caller: Caller,
  known: readonly Objective[],
  ids: readonly KeyResultId[],
): Promise<Objective[]> => {
  const missing = [...new Set(ids.map(objectiveIdOf))].filter((id) => known.every((one) => one.id !== id));
  if (missing.length === 0) return [];
  return visibleOf(
    caller,
    (await loadObjectives(missing)).map(({ value }) => value),
  );
};
