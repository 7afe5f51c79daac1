import type { Grant } from '../../../local/jira/permission-scheme';
import { aPermissionScheme, anIssue } from '../../builders/a-site';
import { aJira } from './a-jira';

/** TEAM and SECRET under a scheme of one permission besides browsing, with an issue that `viewer` reported. */
export const jiraWhere = (permission: string, grants: Grant[], browse: Grant[] = [{ to: 'anyone' }]) =>
  aJira([anIssue('TEAM-1', { reporter: 'account-viewer', assignee: 'account-member' }), anIssue('TEAM-2')], {
    permissionSchemes: [
      aPermissionScheme({ permissions: { BROWSE_PROJECTS: browse, [permission]: grants } }),
    ],
  });
