import type { Sprint } from '../../../src/jira/boards';
import type { TreeIssue } from '../../../static/project-page/tree-issue';

/** An issue of the tree; a test says only what matters to it. */
export const aTreeIssue = (fields: Partial<TreeIssue> = {}): TreeIssue => ({
  id: '1',
  key: 'TEAM-1',
  projectId: '10000',
  summary: 'Show the timetable',
  type: 'Story',
  isSubtask: false,
  status: { name: 'To Do', category: 'new' },
  parent: null,
  points: null,
  sprintIds: [],
  assignee: null,
  ownTag: null,
  done: false,
  tag: null,
  ...fields,
});

export const aBoardSprint = (fields: Partial<Sprint> = {}): Sprint => ({
  id: 1,
  name: 'Sprint 1',
  state: 'closed',
  startDate: '2026-01-05T09:00:00.000Z',
  endDate: '2026-01-16T09:00:00.000Z',
  completeDate: null,
  goal: null,
  boardId: 1,
  ...fields,
});
