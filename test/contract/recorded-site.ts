import type { HistoryEntry, Site } from '../../local/jira/model';
import { aBoard, anIssue, aSite, aSprint, POINTS_FIELD } from '../builders/a-site';

const OTHER = { description: 'What happens.', priorityId: '21', fields: { [POINTS_FIELD]: 3 } };

/** A site of our own in which everything that a record shows happens once: no field of it has to stay empty. */
export const aSiteLikeRecorded = (): Site =>
  aSite({
    boards: [aBoard({ id: 1 }), aBoard({ id: 2, name: 'Flow', type: 'kanban', estimationFieldId: null })],
    sprints: [
      aSprint({ id: 1, state: 'closed', completeDate: '2026-01-16T10:00:00.000Z', goal: 'Begin' }),
      aSprint({ id: 2, state: 'active', goal: 'Go on' }),
      aSprint({ id: 3, state: 'future', startDate: null, endDate: null, goal: 'End' }),
    ],
    issues: [
      anIssue('TEAM-9', { typeId: '1', ...OTHER }),
      anIssue('TEAM-1', {
        ...OTHER,
        parentId: '10009',
        statusId: '13',
        resolutionId: '31',
        resolved: '2026-01-15T10:00:00.000Z',
        assignee: 'account-member',
        labels: ['shop'],
        components: ['Shop'],
        fixVersions: ['1.0'],
        sprintIds: [1, 2],
        history: [{ ...HISTORY, id: '899' }, HISTORY],
        properties: { tag: { state: 'tagged' } },
        links: [
          { type: 'Blocks', direction: 'out', key: 'TEAM-2' },
          { type: 'Blocks', direction: 'in', key: 'TEAM-9' },
        ],
      }),
      anIssue('TEAM-2', { ...OTHER, sprintIds: [2], history: [HISTORY] }),
      anIssue('TEAM-4', { ...OTHER, parentId: '10009', sprintIds: [1] }),
      anIssue('TEAM-3', { ...OTHER, typeId: '3', parentId: '10001', history: [HISTORY] }),
    ],
  });

const HISTORY: HistoryEntry = {
  id: '900',
  created: '2026-01-14T10:00:00.000Z',
  author: 'account-member',
  items: [
    { field: 'status', fieldId: 'status', from: '11', fromString: 'To Do', to: '13', toString: 'Done' },
    {
      field: 'assignee',
      fieldId: 'assignee',
      from: null,
      fromString: null,
      to: 'account-member',
      toString: 'Member',
    },
    {
      field: 'Sprint',
      fieldId: 'customfield_10020',
      from: '1',
      fromString: 'Sprint 1',
      to: '2',
      toString: 'Sprint 2',
    },
  ],
};
