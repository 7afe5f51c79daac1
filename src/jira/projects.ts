import * as v from 'valibot';
import type { ProjectId } from '../domain/ids';
import { readReply, type JiraApi } from './jira-api';

export type Project = { readonly id: ProjectId; readonly key: string };

/** Every project that whoever asks may browse, 100 a request. */
export const listProjects = async ({ requestJira, route }: JiraApi): Promise<Project[]> => {
  const projects: Project[] = [];
  for (let startAt = 0; ; startAt += PROJECTS_PER_REQUEST) {
    const response = await requestJira(
      route`/rest/api/3/project/search?startAt=${startAt}&maxResults=${PROJECTS_PER_REQUEST}`,
      { method: 'GET' },
    );
    const page = await readReply(response, searchReply, 'the projects');
    projects.push(...page.values.map(({ id, key }) => ({ id: id as ProjectId, key })));
    if (page.isLast !== false || page.values.length === 0) return projects;
  }
};

/** A project that whoever asks may browse. @throws not-found otherwise. */
export const getProject = async ({ requestJira, route }: JiraApi, id: ProjectId): Promise<Project> => {
  const response = await requestJira(route`/rest/api/3/project/${id}`, { method: 'GET' });
  const { key } = await readReply(response, projectReply, 'this project');
  return { id, key };
};

const PROJECTS_PER_REQUEST = 100;

const projectReply = v.object({ id: v.string(), key: v.string() });

const searchReply = v.object({
  values: v.array(projectReply),
  isLast: v.optional(v.boolean()),
});
