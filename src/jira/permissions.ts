import * as v from 'valibot';
import { JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** Which of the permissions the caller holds on the site or, where a project is named, in it. Unknown ones are not held. */
export const readPermissions = async (
  { requestJira, route }: JiraApi,
  permissions: readonly string[],
  projectId: string | null,
): Promise<ReadonlySet<string>> => {
  const keys = permissions.join(',');
  const response =
    projectId === null
      ? await requestJira(route`/rest/api/3/mypermissions?permissions=${keys}`, { method: 'GET' })
      : await requestJira(route`/rest/api/3/mypermissions?permissions=${keys}&projectId=${projectId}`, {
          method: 'GET',
        });
  const what = projectId === null ? 'your permissions' : 'your permissions in this project';
  const reply = await readReply(response, permissionsReply, what);
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

const permissionsReply = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});
const checkReply = v.object({
  projectPermissions: v.array(v.object({ projects: v.optional(v.array(v.number())) })),
});
