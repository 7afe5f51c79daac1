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

/** The same with what only the project itself tells. */
export const projectDetailsJson = (state: JiraState, project: Project): Json => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...projectJson(state, project),
  description: project.description,
  lead: userById(state, project.lead),
  issueTypes: project.issueTypeIds.map((id) =>
    issueTypeJson(state, byId(state.site.issueTypes, id, 'issue type')),
  ),
  components: [],
  versions: [],
  roles: {},
  style: 'classic',
  isPrivate: false,
  properties: {},
});
