import type { Account, Board, Issue, Project, Site, Sprint } from '../../local/jira/model';
import type { Grant, PermissionScheme } from '../../local/jira/permission-scheme';

/**
 * A small site made by hand: the projects TEAM (open to its members and viewers) and SECRET (to its own people only), a
 * scrum board with a closed, an active and a future sprint, a kanban board, and whatever issues a test gives.
 */
export const aSite = (over: Partial<Site> = {}): Site => ({
  name: 'Test site',
  tour: [],
  accounts: ['admin', 'member', 'viewer', 'outsider', 'keeper'].map((userName) => anAccount(userName)),
  groups: [
    { groupId: 'g-admins', name: 'site-admins', members: ['account-admin'] },
    { groupId: 'g-okr', name: 'company-okr-managers', members: ['account-keeper'] },
  ],
  globalPermissions: {
    ADMINISTER: [{ to: 'group', groupId: 'g-admins' }],
    'manage-company-okrs': [
      { to: 'group', groupId: 'g-admins' },
      { to: 'group', groupId: 'g-okr' },
    ],
  },
  permissionSchemes: [aPermissionScheme()],
  securitySchemes: [],
  projects: [
    aProject('10000', 'TEAM', ['account-admin', 'account-member'], ['account-viewer', 'account-keeper']),
    aProject('10001', 'SECRET', ['account-keeper'], []),
  ],
  issueTypes: [
    { id: '1', name: 'Epic', description: '', subtask: false, hierarchyLevel: 1 },
    { id: '2', name: 'Story', description: '', subtask: false, hierarchyLevel: 0 },
    { id: '3', name: 'Sub-task', description: '', subtask: true, hierarchyLevel: -1 },
  ],
  statuses: [
    { id: '11', name: 'To Do', category: 'new' },
    { id: '12', name: 'In Progress', category: 'indeterminate' },
    { id: '13', name: 'Done', category: 'done' },
  ],
  priorities: [
    { id: '21', name: 'High' },
    { id: '22', name: 'Low' },
  ],
  resolutions: [{ id: '31', name: 'Done' }],
  customFields: [
    { id: SPRINT_FIELD, name: 'Sprint', type: 'sprint' },
    { id: POINTS_FIELD, name: 'Story Points', type: 'number' },
  ],
  boards: [aBoard({ id: 1 }), aBoard({ id: 2, name: 'Flow', type: 'kanban', estimationFieldId: null })],
  sprints: [
    aSprint({ id: 1, state: 'closed', completeDate: '2026-01-16T10:00:00.000Z' }),
    aSprint({ id: 2, state: 'active' }),
    aSprint({ id: 3, state: 'future', startDate: null, endDate: null }),
  ],
  issues: [],
  dashboards: [{ id: '50', name: 'Review', items: [{ id: '51', moduleKey: 'gadget', config: null }] }],
  ...over,
});

export const SPRINT_FIELD = 'customfield_10020';
export const POINTS_FIELD = 'customfield_10016';

export const anAccount = (userName: string, over: Partial<Account> = {}): Account => ({
  accountId: `account-${userName}`,
  userName,
  displayName: `${userName[0]?.toUpperCase()}${userName.slice(1)} Person`,
  emailAddress: `${userName}@example.com`,
  active: true,
  timeZone: 'Etc/UTC',
  locale: 'en_US',
  about: '',
  ...over,
});

export const aProject = (
  id: string,
  key: string,
  members: readonly string[],
  viewers: readonly string[],
): Project => ({
  id,
  key,
  name: `${key} project`,
  description: '',
  lead: 'account-admin',
  roles: {
    Member: { accounts: [...members], groups: [] },
    Viewer: { accounts: [...viewers], groups: [] },
    'OKR manager': { accounts: ['account-viewer'], groups: [] },
  },
  permissionSchemeId: 'team-scheme',
  securitySchemeId: null,
  issueTypeIds: ['1', '2', '3'],
});

/** The scheme of every project here: members work, viewers look, and the app may what members may. */
export const aPermissionScheme = (over: Partial<PermissionScheme> = {}): PermissionScheme => {
  const members: Grant[] = [{ to: 'role', role: 'Member' }, { to: 'app' }];
  return {
    id: 'team-scheme',
    name: 'Team scheme',
    permissions: {
      BROWSE_PROJECTS: [...members, { to: 'role', role: 'Viewer' }],
      CREATE_ISSUES: [...members],
      EDIT_ISSUES: [...members],
      DELETE_ISSUES: [...members],
      TRANSITION_ISSUES: [...members],
      ASSIGN_ISSUES: [...members],
      ASSIGNABLE_USER: [...members],
      MANAGE_SPRINTS_PERMISSION: [...members],
      ADMINISTER_PROJECTS: [{ to: 'account', accountId: 'account-admin' }],
      'manage-team-okrs': [{ to: 'role', role: 'OKR manager' }],
    },
    ...over,
  };
};

export const aBoard = (over: Partial<Board> = {}): Board => ({
  id: 1,
  name: 'Team board',
  type: 'scrum',
  projectId: '10000',
  columns: [
    { name: 'To Do', statusIds: ['11'] },
    { name: 'In Progress', statusIds: ['12'] },
    { name: 'Done', statusIds: ['13'] },
  ],
  estimationFieldId: POINTS_FIELD,
  filterJql: 'project = TEAM ORDER BY Rank ASC',
  ...over,
});

export const aSprint = (over: Partial<Sprint> = {}): Sprint => ({
  id: 1,
  name: `Sprint ${over.id ?? 1}`,
  state: 'closed',
  startDate: '2026-01-05T09:00:00.000Z',
  endDate: '2026-01-16T09:00:00.000Z',
  completeDate: null,
  goal: null,
  originBoardId: 1,
  ...over,
});

/** A story of TEAM; its id and rank follow from the number in its key: `TEAM-7` is 10007, `SECRET-7` 20007. */
export const anIssue = (key: string, over: Partial<Issue> = {}): Issue => {
  const number = Number(key.split('-')[1]);
  const secret = key.startsWith('SECRET-');
  return {
    id: String((secret ? 20_000 : 10_000) + number),
    key,
    projectId: secret ? '10001' : '10000',
    typeId: '2',
    summary: `Summary of ${key}`,
    description: '',
    statusId: '11',
    priorityId: null,
    resolutionId: null,
    assignee: null,
    reporter: 'account-admin',
    created: '2026-01-01T08:00:00.000Z',
    updated: '2026-01-01T08:00:00.000Z',
    resolved: null,
    parentId: null,
    labels: [],
    components: [],
    fixVersions: [],
    sprintIds: [],
    fields: {},
    rank: number,
    properties: {},
    history: [],
    links: [],
    ...over,
  };
};
