import type { Site } from '../../jira/model';
import type { Grant, PermissionScheme, SecurityScheme } from '../../jira/permission-scheme';

const roles = (...names: string[]): Grant[] => names.map((role) => ({ to: 'role', role }));

const APP: Grant = { to: 'app' };
const WORK: Grant[] = [...roles('Administrators', 'Members'), APP];

/** Every project's: who fills the roles is each project's own. */
export const COMPANY_SCHEME: PermissionScheme = {
  id: '10100',
  name: 'Brightwater teams',
  permissions: {
    BROWSE_PROJECTS: [...WORK, ...roles('Viewers')],
    CREATE_ISSUES: WORK,
    EDIT_ISSUES: WORK,
    DELETE_ISSUES: [...roles('Administrators'), APP],
    TRANSITION_ISSUES: WORK,
    ASSIGN_ISSUES: WORK,
    ADMINISTER_PROJECTS: [...roles('Administrators'), APP],
    MANAGE_SPRINTS_PERMISSION: WORK,
    SET_ISSUE_SECURITY: [...roles('Administrators'), APP],
    'manage-team-okrs': roles('Administrators', 'OKR coaches'),
  },
};

/** Weak spots of Harbour Systems that are not mended yet are not for those who only look in. */
export const INCIDENTS: SecurityScheme = {
  id: '10200',
  name: 'Harbour incidents',
  levels: [
    {
      id: '10201',
      name: 'Team only',
      description: 'Seen by the team and by who reported it.',
      members: [...roles('Administrators', 'Members'), { to: 'reporter' }],
    },
  ],
};

export const GLOBAL_PERMISSIONS: Site['globalPermissions'] = {
  ADMINISTER: [{ to: 'group', groupId: 'site-admins' }],
  'manage-company-okrs': [
    { to: 'group', groupId: 'site-admins' },
    { to: 'group', groupId: 'company-okr-managers' },
  ],
};
