import * as v from 'valibot';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** Which of the permissions the caller holds on the site or, where a project is named, in it. Unknown ones are not held. */
export const readPermissions = async (
  { requestJira, route }: JiraApi,
  permissions: readonly string[],
  projectId: string | null,
): Promise<ReadonlySet<string>> => {
  const keys = permissions.join(',');
  const reply =
    projectId === null
      ? await readReply(
          await requestJira(route`/rest/api/3/mypermissions?permissions=${keys}`, { method: 'GET' }),
          permissionsReply,
          'your permissions',
        )
      : await readReply(
          await requestJira(route`/rest/api/3/mypermissions?permissions=${keys}&projectId=${projectId}`, {
            method: 'GET',
          }),
          permissionsReply,
          'your permissions in this project',
        );
  return new Set(permissions.filter((key) => reply.permissions[key]?.havePermission === true));
};

/** Those of the projects that the caller may browse. Ids of no project are left out. */
export const browsableProjects = async (
  { requestJira, route }: JiraApi,
  projectIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (projectIds.length === 0) return new Set();
  const response = await requestJira(route`/rest/api/3/permissions/check`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: projectIds.map(Number) }],
    }),
  });
  const reply = await readReply(response, checkReply, 'the projects');
  return new Set(reply.projectPermissions.flatMap(({ projects }) => projects ?? []).map(String));
};

export type BulkRights = {
  readonly editable: ReadonlySet<string>;
  /** Whether the caller may use Jira's own bulk edit, which is a permission of the site. */
  readonly mayChangeInBulk: boolean;
};

/** Which of the issues the caller may edit: one request for 1,000. Ids of no issue are left out. */
export const readBulkRights = async (
  { requestJira, route }: JiraApi,
  issueIds: readonly string[],
): Promise<BulkRights> => {
  const editable = new Set<string>();
  let mayChangeInBulk = false;
  for (let start = 0; start < issueIds.length; start += MOST_CHECKED) {
    const issues = issueIds.slice(start, start + MOST_CHECKED).map(Number);
    const response = await requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({
        globalPermissions: [BULK_CHANGE],
        projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues }],
      }),
    });
    const reply = await readReply(response, checkReply, 'your permissions for these issues');
    mayChangeInBulk = reply.globalPermissions.includes(BULK_CHANGE);
    for (const grant of reply.projectPermissions) grant.issues?.forEach((id) => editable.add(String(id)));
  }
  return { editable, mayChangeInBulk };
};

/** Issues that one request asks about. */
export const MOST_CHECKED = 1000;
const BULK_CHANGE = 'BULK_CHANGE';

const permissionsReply = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});
const checkReply = v.object({
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.array(
    v.object({ projects: v.optional(v.array(v.number())), issues: v.optional(v.array(v.number())) }),
  ),
});
