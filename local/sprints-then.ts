import type { Sprint } from './jira/model';

/**
 * Shows sprints as they were at a moment in the past: who fills a site with what was done then meets a sprint that is
 * closed today while it ran, or before it began. Answers what puts them back.
 */
export const sprintsThen = (
  sprints: readonly Sprint[],
): { readonly at: (moment: string) => void; readonly restore: () => void } => {
  const now = sprints.map((sprint) => ({ sprint, state: sprint.state, completeDate: sprint.completeDate }));
  return {
    at: (moment) => {
      const when = Date.parse(moment);
      for (const { sprint, state, completeDate } of now) {
        const isOver = completeDate === null || Date.parse(completeDate) <= when;
        const hasBegun = sprint.startDate !== null && Date.parse(sprint.startDate) <= when;
        sprint.state = state === 'future' || !hasBegun ? 'future' : isOver ? state : 'active';
        sprint.completeDate = sprint.state === 'closed' ? completeDate : null;
      }
    },
    restore: () => {
      for (const { sprint, ...then } of now) Object.assign(sprint, then);
    },
  };
};
