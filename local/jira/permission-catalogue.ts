import { jiraError } from './http-error';
import type { JiraState } from './state';

export type KnownPermission = {
  /** What a project's grants, or the global check, call it: Jira's key, or the app module's. */
  readonly grantKey: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'GLOBAL' | 'PROJECT';
};

const APP_PERMISSION = /^ari:cloud:ecosystem::extension\/[^/]+\/[^/]+\/static\/([^/]+)$/;

/**
 * The permission with the key: one of Jira's, or one of the app's by its full key.
 * @throws 400 as Jira does for a key it does not recognise.
 */
export const getPermission = ({ options }: JiraState, key: string): KnownPermission => {
  const known = PERMISSIONS.get(key);
  if (known) return known;
  const moduleKey = APP_PERMISSION.exec(key)?.[1];
  const { global, project } = options.appPermissionKeys;
  for (const [type, permissions] of [
    ['GLOBAL', global],
    ['PROJECT', project],
  ] as const) {
    const found = permissions.find((permission) => permission.key === moduleKey);
    if (found) return { ...found, grantKey: found.key, id: '-1', type };
  }
  throw jiraError(400, '', { [key]: 'Unrecognized permission' });
};

const jiras = (
  key: string,
  id: string,
  name: string,
  description: string,
  type: KnownPermission['type'] = 'PROJECT',
): [string, KnownPermission] => [key, { grantKey: key, id, name, description, type }];

const PERMISSIONS: ReadonlyMap<string, KnownPermission> = new Map([
  jiras('ADMINISTER', '0', 'Administer Jira', 'Change every setting of the site.', 'GLOBAL'),
  jiras('BULK_CHANGE', '33', 'Make bulk changes', 'Change many issues at once.', 'GLOBAL'),
  jiras('ADMINISTER_PROJECTS', '23', 'Administer Projects', 'Change the settings of a project.'),
  jiras('BROWSE_PROJECTS', '10', 'Browse Projects', 'See a project and its issues.'),
  jiras('MANAGE_SPRINTS_PERMISSION', '-1', 'Manage sprints', 'Create, start, change and close sprints.'),
  jiras('CREATE_ISSUES', '11', 'Create Issues', 'Create issues.'),
  jiras('EDIT_ISSUES', '12', 'Edit Issues', 'Change issues.'),
  jiras('ASSIGN_ISSUES', '13', 'Assign Issues', 'Give issues to people.'),
  jiras('RESOLVE_ISSUES', '14', 'Resolve Issues', 'Resolve and reopen issues.'),
  jiras('ADD_COMMENTS', '15', 'Add Comments', 'Comment on issues.'),
  jiras('DELETE_ISSUES', '16', 'Delete Issues', 'Delete issues.'),
  jiras('ASSIGNABLE_USER', '17', 'Assignable User', 'Be given issues.'),
  jiras('CLOSE_ISSUES', '18', 'Close Issues', 'Close issues.'),
  jiras('LINK_ISSUES', '21', 'Link Issues', 'Link issues with each other.'),
  jiras('MOVE_ISSUES', '25', 'Move Issues', 'Move issues between projects.'),
  jiras('SCHEDULE_ISSUES', '28', 'Schedule Issues', 'Rank issues and set their due dates.'),
  jiras('SET_ISSUE_SECURITY', '26', 'Set Issue Security', 'Give issues a security level.'),
  jiras('TRANSITION_ISSUES', '46', 'Transition Issues', 'Move issues from status to status.'),
]);
