import { makeInvoke } from '@forge/bridge';
import type { IssuePanelApi } from '../../src/contract/issue-panel';
import type { ProjectPageApi } from '../../src/contract/project-page';
import type { SprintReviewApi } from '../../src/contract/sprint-review';

/** The calls of each surface's resolver; a payload that does not fit is a compile error. */
export const invokeIssuePanel = makeInvoke<IssuePanelApi>();
export const invokeProjectPage = makeInvoke<ProjectPageApi>();
export const invokeSprintReview = makeInvoke<SprintReviewApi>();
