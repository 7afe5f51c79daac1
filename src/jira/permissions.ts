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

/** What is asked of Jira about the caller, all at once. */
export type Questions = {
  readonly globalPermissions: readonly string[];
  /** Of each of the projects. */
  readonly projectPermissions: readonly string[];
  readonly projectIds: readonly string[];
  /** Which of these the caller may browse. */
  readonly issueIds: readonly string[];
};

export type Grants = {
  readonly global: ReadonlySet<string>;
  /** What the caller holds in a project. */
  readonly inProject: (projectId: string) => ReadonlySet<string>;
  readonly browsableIssues: ReadonlySet<string>;
};

/**
 * Permissions of the site and in projects, and which issues the caller may browse, levels of security included: one
 * request, and another for each 1,000 issues more. Ids of nothing are left out.
 */
export const readGrants = async (
  { requestJira, route }: JiraApi,
  { globalPermissions, projectPermissions, projectIds, issueIds }: Questions,
): Promise<Grants> => {
  const global = new Set<string>();
  const projects = new Map<string, Set<string>>();
  const browsableIssues = new Set<string>();
  for (let start = 0; start === 0 || start < issueIds.length; start += MOST_CHECKED) {
    const issues = issueIds.slice(start, start + MOST_CHECKED).map(Number);
    const isFirst = start === 0;
    const response = await requestJira(route`/rest/api/3/permissions/check`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({
        globalPermissions: isFirst ? globalPermissions : [],
        projectPermissions: [
          ...(isFirst && projectIds.length > 0
            ? [{ permissions: projectPermissions, projects: projectIds.map(Number) }]
            : []),
          ...(issues.length > 0 ? [{ permissions: ['BROWSE_PROJECTS'], issues }] : []),
        ],
      }),
    });
    const reply = await readReply(response, checkReply, 'your permissions');
    reply.globalPermissions.forEach((key) => global.add(key));
    for (const grant of reply.projectPermissions) {
      grant.issues?.forEach((id) => browsableIssues.add(String(id)));
      for (const id of grant.projects ?? []) {
        const held = projects.get(String(id)) ?? new Set();
        projects.set(String(id), held.add(grant.permission));
      }
    }
  }
  return { global, inProject: (id) => projects.get(id) ?? NOTHING, browsableIssues };
};

const NOTHING: ReadonlySet<string> = new Set();
/** Issues that one request asks about. */
export const MOST_CHECKED = 1000;
const BULK_CHANGE = 'BULK_CHANGE';

const permissionsReply = v.object({
  permissions: v.record(v.string(), v.object({ havePermission: v.boolean() })),
});
const checkReply = v.object({
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.array(
    v.object({
      permission: v.optional(v.string(), ''),
      projects: v.optional(v.array(v.number())),
      issues: v.optional(v.array(v.number())),
    }),
  ),
});
