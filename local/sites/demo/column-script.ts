import type { Issue } from '../../jira/model';
import type { SeedStep } from '../../seams';
import { isoMoment, type Calendar } from './calendar';
import { PROJECTS } from './projects';
import { TAG_PROPERTY } from './tags';

/**
 * Has Jira's lists show what every tag here says, as they would if the app had written each of them.
 *
 * @param byHand - Issues that the script itself tags.
 */
export const columnSteps = (
  issues: readonly Issue[],
  byHand: readonly Issue[],
  calendar: Calendar,
): SeedStep[] =>
  Object.values(PROJECTS).map(({ id, key }) => ({
    at: isoMoment(calendar.end - 10 * 60_000),
    account: 'admin',
    module: 'project-page-module',
    context: { type: 'jira:projectPage', project: { id, key, type: 'software' } },
    functionKey: 'refreshColumn',
    payload: {
      issueIds: issues
        .filter(({ projectId }) => projectId === id)
        .filter((issue) => TAG_PROPERTY in issue.properties || byHand.includes(issue))
        .map((issue) => issue.id),
    },
  }));
