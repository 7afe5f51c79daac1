import type { Board, Dashboard, Issue, Site } from '../../jira/model';
import type { SprintRow } from './rows';

type Tour = Site['tour'];

/** What to try on a site from files: it comes without OKRs, so the first thing is to set some. */
export const tourOf = (
  issues: readonly Issue[],
  boards: readonly Board[],
  sprints: readonly SprintRow[],
  projects: readonly { readonly id: string; readonly key: string }[],
): Tour => {
  const board = largest(boards, sprints);
  const fullest = fullestSprint(
    sprints.filter(({ originBoardId }) => originBoardId === board?.id),
    issues,
  );
  const issue =
    issues.find(({ sprintIds }) => fullest !== undefined && sprintIds.includes(fullest.id)) ?? issues[0];
  const project = projects.find(({ id }) => id === (board?.projectId ?? issue?.projectId)) ?? projects[0];
  if (issue === undefined || project === undefined) return [];
  const okrs = `/projects/${project.key}/okrs`;
  const when = fullest?.startDate
    ? ` Let it cover ${fullest.startDate.slice(0, 10)}, when the sprint “${fullest.name}” began.`
    : '';
  return [
    {
      title: 'Create a cycle',
      text: `As the site administrator, open the OKRs of ${project.key}, create a cycle and activate it.${when}`,
      link: okrs,
      account: 'admin',
    },
    {
      title: 'Set an objective',
      text: 'Add an objective with two key results: a number each, where it starts and where it should end.',
      link: okrs,
      account: 'admin',
    },
    {
      title: 'Tag an issue',
      text: `As a member, open ${issue.key} and choose a key result in the panel Key results, on the right.`,
      link: `/browse/${issue.key}`,
      account: 'member',
    },
    {
      title: 'See where it went',
      text: 'Back on the OKRs, open the key result, its sprint, and the issue in it.',
      link: okrs,
      account: 'member',
    },
    {
      title: 'Check in on a past day',
      text: 'Check in a value dated within the sprint.',
      link: okrs,
      account: 'lead',
    },
    {
      title: 'Review that sprint',
      text: 'On the dashboard, edit the review and choose the sprint: it shows what moved.',
      link: '/dashboards/1',
      account: 'member',
    },
    {
      title: 'Look in without the right to change',
      text: 'The viewer sees the same panel without its controls; the outsider sees no issue.',
      link: `/browse/${issue.key}`,
      account: 'viewer',
    },
  ];
};

export const dashboardsOf = (boards: readonly Board[], sprints: readonly SprintRow[]): Dashboard[] => {
  const board = largest(boards, sprints);
  const config =
    board === undefined
      ? null
      : { boardId: board.id, sprintId: null, projectId: board.projectId, boardName: board.name };
  return [
    {
      id: '1',
      name: 'Sprint reviews',
      items: [
        { id: '101', moduleKey: 'sprint-review-widget', config },
        { id: '102', moduleKey: 'sprint-review-gadget', config: null },
      ],
    },
  ];
};

const largest = (boards: readonly Board[], sprints: readonly SprintRow[]): Board | undefined => {
  const size = ({ id }: Board): number => sprints.filter(({ originBoardId }) => originBoardId === id).length;
  return [...boards].sort((a, b) => size(b) - size(a))[0];
};

/** The sprint with the most to look at. */
const fullestSprint = (sprints: readonly SprintRow[], issues: readonly Issue[]): SprintRow | undefined => {
  const size = ({ id }: SprintRow): number => issues.filter(({ sprintIds }) => sprintIds.includes(id)).length;
  return [...sprints].sort((a, b) => size(b) - size(a))[0];
};
