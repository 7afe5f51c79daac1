import type { Issue } from '../../jira/model';
import type { SeedStep } from '../../seams';
import { isoMoment, type Calendar } from './calendar';

type Choice = {
  readonly issue: Issue;
  readonly projectKey: string;
  readonly account: string;
  readonly tag: unknown;
};

/** Tags that were set by hand in the issue view, the evening before the demo's day. */
export const tagSteps = (choices: readonly Choice[], calendar: Calendar): SeedStep[] =>
  choices.map(({ issue, projectKey, account, tag }, index) => ({
    at: isoMoment(calendar.end - (20 - index) * 60_000),
    account,
    module: 'issue-context',
    context: {
      type: 'jira:issueContext',
      issue: { id: issue.id, key: issue.key, type: 'Story', typeId: issue.typeId },
      project: { id: issue.projectId, key: projectKey, type: 'software' },
    },
    functionKey: 'saveTag',
    payload: { issueId: issue.id, expected: null, tag },
  }));
