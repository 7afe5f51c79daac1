import { badRequest, jiraError } from './http-error';
import type { Status, StatusCategory } from './model';
import { statusCategoryJson, statusJson } from './named-json';
import { PAGE_PARAMETERS, pageLinks, pageOf } from './paging';
import { getProject, holdsGlobally, holdsInProject } from './permissions';
import { ok, param, type Answer, type Call, type Route } from './route';

/** Statuses one by one, and in the newer API for those who set up projects. */
export const STATUS_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/status/{status}', anonymous: true, run: (call) => readStatus(call) },
  {
    method: 'GET',
    path: '/rest/api/3/statuscategory',
    run: ({ state }) => ok(CATEGORIES.map((category) => statusCategoryJson(state, category))),
  },
  { method: 'GET', path: '/rest/api/3/statuses', query: ['id'], run: (call) => readStatuses(call) },
  {
    method: 'GET',
    path: '/rest/api/3/statuses/search',
    query: [...PAGE_PARAMETERS, 'projectId', 'searchString', 'statusCategory'],
    run: (call) => searchStatuses(call),
  },
];

const CATEGORIES: readonly StatusCategory[] = ['new', 'indeterminate', 'done'];

const readStatus = (call: Call): Answer => {
  const wanted = param(call, 'status');
  const { statuses } = call.state.site;
  const found =
    statuses.find(({ id }) => id === wanted) ??
    statuses.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (!found) throw jiraError(404, `The status ${wanted} does not exist, or you may not see it.`);
  return ok(statusJson(call.state, found));
};

const MOST_IDS = 50;

const readStatuses = (call: Call): Answer => {
  checkAdministers(call);
  const ids = call.query.getAll('id');
  if (ids.length === 0 || ids.length > MOST_IDS)
    throw badRequest(`Between 1 and ${MOST_IDS} ids are needed.`);
  return ok(call.state.site.statuses.filter(({ id }) => ids.includes(id)).map(detailsJson));
};

const searchStatuses = (call: Call): Answer => {
  checkAdministers(call);
  const { state, query } = call;
  const projectId = query.get('projectId');
  if (projectId !== null) getProject(call, projectId);
  const text = (query.get('searchString') ?? '').toLowerCase();
  const category = query.get('statusCategory');
  if (category !== null && !Object.values(NEW_NAMES).includes(category)) {
    throw badRequest(`The status category '${category}' is not valid.`);
  }
  const found = state.site.statuses
    // All statuses are global here: a project has none of its own.
    .filter(() => projectId === null)
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter((status) => category === null || NEW_NAMES[status.category] === category);
  const page = pageOf(call, found, { size: 200, most: 200 });
  return ok({
    ...pageLinks(call, '/rest/api/3/statuses/search', page),
    ...page,
    values: page.values.map(detailsJson),
  });
};

const NEW_NAMES: Readonly<Record<StatusCategory, string>> = {
  new: 'TODO',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};

const detailsJson = ({ id, name, category }: Status): unknown => ({
  id,
  name,
  statusCategory: NEW_NAMES[category],
  scope: { type: 'GLOBAL' },
  description: '',
});

const checkAdministers = ({ state, caller }: Call): void => {
  const may =
    holdsGlobally(state, caller, 'ADMINISTER') ||
    state.site.projects.some((project) => holdsInProject(state, caller, 'ADMINISTER_PROJECTS', project));
  if (!may) throw jiraError(401, 'Only who administers Jira or a project may see this.');
};
