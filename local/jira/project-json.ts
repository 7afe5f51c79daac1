import type { Project } from './model';
import { byId, issueTypeJson } from './named-json';
import type { JiraState } from './state';
import { avatarUrls, userById } from './user-json';

type Json = Record<string, unknown>;

/** A project as issues and lists name it. */
export const projectJson = (state: JiraState, project: Project): Json => ({
  self: state.link(`/rest/api/3/project/${project.id}`),
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'software',
  simplified: false,
  avatarUrls: avatarUrls(state, 'project', project.id),
});

/** A project as the search for projects shows it. */
export const listedProjectJson = (
  state: JiraState,
  project: Project,
  expand: readonly string[] = [],
): Json => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...projectJson(state, project),
  ...(expand.includes('description') ? { description: project.description } : {}),
  ...(expand.includes('lead') ? { lead: userById(state, project.lead) } : {}),
  style: 'classic',
  isPrivate: false,
  properties: {},
});

/** The same with what only the project itself tells. */
export const projectDetailsJson = (state: JiraState, project: Project): Json => ({
  ...listedProjectJson(state, project, ['description', 'lead']),
  assigneeType: 'UNASSIGNED',
  issueTypes: project.issueTypeIds.map((id) =>
    issueTypeJson(state, byId(state.site.issueTypes, id, 'issue type')),
  ),
  components: [],
  versions: [],
  roles: Object.fromEntries(
    Object.keys(project.roles).map((role, at) => [
      role,
      state.link(`/rest/api/3/project/${project.id}/role/${10_002 + at}`),
    ]),
  ),
});
