import type { CustomField, IssueType, Named, Status } from '../../jira/model';

/** The site's issue types, workflow and fields: one scheme for the three projects. */
export const ISSUE_TYPES: readonly IssueType[] = [
  { id: '10000', name: 'Epic', description: 'A larger piece of work.', subtask: false, hierarchyLevel: 1 },
  { id: '10001', name: 'Story', description: 'Something a person gains.', subtask: false, hierarchyLevel: 0 },
  {
    id: '10002',
    name: 'Task',
    description: 'Something that has to be done.',
    subtask: false,
    hierarchyLevel: 0,
  },
  {
    id: '10003',
    name: 'Bug',
    description: 'Something that does not work.',
    subtask: false,
    hierarchyLevel: 0,
  },
  {
    id: '10004',
    name: 'Sub-task',
    description: 'A part of another issue.',
    subtask: true,
    hierarchyLevel: -1,
  },
];
export const TYPE = { epic: '10000', story: '10001', task: '10002', bug: '10003', subtask: '10004' } as const;

export const STATUSES: readonly Status[] = [
  { id: '10010', name: 'To Do', category: 'new' },
  { id: '10011', name: 'In Progress', category: 'indeterminate' },
  { id: '10012', name: 'In Review', category: 'indeterminate' },
  { id: '10013', name: 'Done', category: 'done' },
];
export const STATUS = { toDo: '10010', inProgress: '10011', inReview: '10012', done: '10013' } as const;

export const statusName = (id: string): string | null =>
  STATUSES.find((status) => status.id === id)?.name ?? null;

export const PRIORITIES: readonly Named[] = [
  { id: '1', name: 'Highest' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Medium' },
  { id: '4', name: 'Low' },
];

export const RESOLUTIONS: readonly Named[] = [
  { id: '10000', name: 'Done' },
  { id: '10001', name: 'Won’t do' },
];
export const RESOLUTION = { done: '10000', wontDo: '10001' } as const;

export const POINTS_FIELD = 'customfield_10016';
export const SPRINT_FIELD = 'customfield_10020';
export const CUSTOM_FIELDS: readonly CustomField[] = [
  { id: POINTS_FIELD, name: 'Story Points', type: 'number' },
  { id: SPRINT_FIELD, name: 'Sprint', type: 'sprint' },
];
