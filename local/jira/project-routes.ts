import { PAGE_PARAMETERS, pageLinks, pageOf } from './paging';
import type { Project } from './model';
import { getProject, holdsGlobally, holdsInProject } from './permissions';
import { listedProjectJson, projectDetailsJson } from './project-json';
import { listParameter } from './query';
import { ok, param, type Answer, type Call, type Route } from './route';
import { badRequest } from './http-error';

export const PROJECT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/project/search',
    query: [...PAGE_PARAMETERS, 'orderBy', 'id', 'keys', 'query', 'typeKey', 'action', 'expand'],
    anonymous: true,
    run: (call) => searchProjects(call),
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{project}',
    query: ['expand'],
    anonymous: true,
    run: (call) => ok(projectDetailsJson(call.state, getProject(call, param(call, 'project'))), 1),
  },
];

const PERMISSION_OF_ACTION: Readonly<Record<string, string>> = {
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

/** To see that there is a project takes less than to look into it: Jira's administrators know of all. */
const mayDo = ({ state, caller, query }: Call): ((project: Project) => boolean) => {
  const action = query.get('action') ?? 'view';
  if (action === 'view') {
    const administers = holdsGlobally(state, caller, 'ADMINISTER');
    return (project) => administers || holdsInProject(state, caller, 'BROWSE_PROJECTS', project);
  }
  const permission = PERMISSION_OF_ACTION[action];
  if (permission === undefined) throw badRequest(`The action '${action}' is not valid.`);
  return (project) => holdsInProject(state, caller, permission, project);
};

const searchProjects = (call: Call): Answer => {
  const { state, query } = call;
  const ids = listParameter(call, 'id');
  const keys = listParameter(call, 'keys');
  const text = (query.get('query') ?? '').toLowerCase();
  const found = state.site.projects
    .filter(mayDo(call))
    .filter(({ id }) => ids?.includes(id) ?? true)
    .filter(({ key }) => keys?.includes(key) ?? true)
    .filter(({ key, name }) => `${key}\n${name}`.toLowerCase().includes(text))
    .filter(() => (query.get('typeKey') ?? 'software').split(',').includes('software'))
    .sort(ordering(query.get('orderBy') ?? 'key'));
  const page = pageOf(call, found, { size: 50, most: 100 });
  const expand = listParameter(call, 'expand') ?? [];
  const unknown = expand.find((name) => name !== 'description' && name !== 'lead');
  if (unknown !== undefined) throw badRequest(`This local Jira does not serve the expansion '${unknown}'.`);
  const values = page.values.map((project) => listedProjectJson(state, project, expand));
  return ok({ ...pageLinks(call, '/rest/api/3/project/search', page), ...page, values }, values.length);
};

type Sortable = { readonly key: string; readonly name: string };

const ordering = (orderBy: string): ((a: Sortable, b: Sortable) => number) => {
  const match = /^([+-]?)(key|name)$/.exec(orderBy);
  if (!match) throw badRequest(`Projects cannot be ordered by '${orderBy}' here.`);
  const sign = match[1] === '-' ? -1 : 1;
  const by = match[2] === 'name' ? 'name' : 'key';
  return (a, b) => sign * a[by].localeCompare(b[by], 'en');
};
