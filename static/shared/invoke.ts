import { makeInvoke } from '@forge/bridge';
import type { AdminPageApi } from '../../src/contract/admin-page';
import type { IssuePanelApi } from '../../src/contract/issue-panel';
import type { KeyResultColumnApi } from '../../src/contract/key-result-column';
import type { ProjectPageApi } from '../../src/contract/project-page';
import type { RefinementApi } from '../../src/contract/refinement';
import type { SprintPlanningApi } from '../../src/contract/sprint-planning';
import type { SprintReviewApi } from '../../src/contract/sprint-review';
import { patientInvoke } from './patient-invoke';

/** The calls of each surface's resolver; a payload that does not fit is a compile error. */
export const invokeIssuePanel = patientInvoke(makeInvoke<IssuePanelApi>());
export const invokeProjectPage = patientInvoke(makeInvoke<ProjectPageApi & SprintReviewApi>(), {
  // It says what shall be whatever was, and so would go over somebody else's choice in between.
  once: ['saveVisibility'],
});
export const invokeRefinement = patientInvoke(makeInvoke<RefinementApi>());
export const invokeSprintPlanning = patientInvoke(makeInvoke<SprintPlanningApi>());
export const invokeSprintReview = patientInvoke(makeInvoke<SprintReviewApi>());
export const invokeAdminPage = patientInvoke(makeInvoke<AdminPageApi>());
/** On every surface that writes tags. What is not told now is told when somebody opens the issue. */
export const invokeColumn = patientInvoke(makeInvoke<KeyResultColumnApi>(), { once: ['refreshColumn'] });
