import { fieldsOf } from './field-catalogue';
import { issueTypeJson, priorityJson, resolutionJson, statusJson } from './named-json';
import { ok, type Call, type Route } from './route';

const list = (name: string, read: (call: Call) => readonly unknown[]): Route => ({
  method: 'GET',
  path: `/rest/api/3/${name}`,
  anonymous: OPEN.includes(name),
  run: (call) => ok(read(call)),
});

/** What Jira tells also somebody who is not logged in. */
const OPEN = ['field', 'status', 'issuetype'];

/** What the site's issues are made of. */
export const CATALOGUE_ROUTES: readonly Route[] = [
  list('field', ({ state }) =>
    fieldsOf(state.site).map(({ id, name, clauseNames, schema, custom, navigable }) => ({
      id,
      key: id,
      name,
      custom,
      orderable: true,
      navigable,
      searchable: clauseNames.length > 0,
      clauseNames,
      schema,
    })),
  ),
  list('status', ({ state }) =>
    state.site.statuses.map((status) => ({ ...statusJson(state, status), untranslatedName: status.name })),
  ),
  list('issuetype', ({ state }) =>
    state.site.issueTypes.map((type) => ({ ...issueTypeJson(state, type), untranslatedName: type.name })),
  ),
  list('priority', ({ state }) => state.site.priorities.map((priority) => priorityJson(state, priority))),
  list('resolution', ({ state }) =>
    state.site.resolutions.map((resolution) => resolutionJson(state, resolution)),
  ),
];
