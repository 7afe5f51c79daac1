import type { Board, Project } from '../../jira/model';
import { ROSTERS, type TeamKey } from './people';
import { COMPANY_SCHEME, INCIDENTS } from './schemes';
import { ISSUE_TYPES, POINTS_FIELD, STATUS } from './workflow';

/** The three teams: each a project with one board. Harbour Systems is browsed by its own team only. */
export const PROJECTS: Readonly<Record<TeamKey, Project>> = {
  BOOK: project(
    '10001',
    'BOOK',
    'Booking',
    'The web shop: searching, booking, changing and paying for a crossing.',
    true,
  ),
  DECK: project('10002', 'DECK', 'Deck App', 'The crews’ tablets and the passengers’ phones.', true),
  HARB: project(
    '10003',
    'HARB',
    'Harbour Systems',
    'What the others run on. Browsed by its own team only.',
    false,
  ),
};

export const BOARDS: Readonly<Record<TeamKey, Board>> = {
  BOOK: board(1, 'Booking board', 'scrum', 'BOOK'),
  DECK: board(2, 'Deck App board', 'scrum', 'DECK'),
  HARB: board(3, 'Harbour Systems board', 'kanban', 'HARB'),
};

function project(id: string, key: TeamKey, name: string, description: string, open: boolean): Project {
  const [lead, ...members] = ROSTERS[key];
  return {
    id,
    key,
    name,
    description,
    lead,
    roles: {
      Administrators: { accounts: ['admin', lead], groups: [] },
      Members: { accounts: [...members], groups: [] },
      Viewers: { accounts: [], groups: open ? ['staff'] : ['company-okr-managers'] },
      'OKR coaches': { accounts: key === 'BOOK' ? ['jonas'] : [], groups: [] },
    },
    permissionSchemeId: COMPANY_SCHEME.id,
    securitySchemeId: key === 'HARB' ? INCIDENTS.id : null,
    issueTypeIds: ISSUE_TYPES.map((type) => type.id),
  };
}

function board(id: number, name: string, type: 'scrum' | 'kanban', key: TeamKey): Board {
  return {
    id,
    name,
    type,
    projectId: { BOOK: '10001', DECK: '10002', HARB: '10003' }[key],
    columns: [
      { name: 'To Do', statusIds: [STATUS.toDo] },
      { name: 'In Progress', statusIds: [STATUS.inProgress] },
      { name: 'In Review', statusIds: [STATUS.inReview] },
      { name: 'Done', statusIds: [STATUS.done] },
    ],
    estimationFieldId: type === 'scrum' ? POINTS_FIELD : null,
    filterJql: `project = ${key} ORDER BY Rank ASC`,
  };
}
