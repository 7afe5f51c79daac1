import type { OrderBy } from '@atlaskit/jql-ast';
import { customFieldNumber } from './field-catalogue';
import { noSuchField } from './jql-field';
import type { Issue, Site } from './model';

type SortKey = (issue: Issue) => string | number | null;
type Compare = (a: Issue, b: Issue) => number;

/**
 * The order a query asks for; without one, newest first. Issues without a value come last, with `DESC` first.
 * @throws 400 that names a field it cannot order by.
 */
export const orderOf = (site: Site, orderBy: OrderBy | undefined): Compare => {
  if (!orderBy) return (a, b) => Number(b.id) - Number(a.id);
  const compares = orderBy.fields.map(({ field, direction }): Compare => {
    const key = sortKeys(site)[field.value.toLowerCase()];
    if (!key) throw noSuchField(field.value);
    const sign = direction?.value.toUpperCase() === 'DESC' ? -1 : 1;
    return (a, b) => sign * compareKeys(key(a), key(b));
  });
  return (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return Number(a.id) - Number(b.id);
  };
};

const compareKeys = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en');
};

const places = (items: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(items.map(({ id }, at) => [id, at]));

const sortKeys = (site: Site): Record<string, SortKey> => {
  const statuses = places(site.statuses);
  const priorities = places(site.priorities);
  const categories = new Map(
    site.statuses.map(({ id, category }) => [id, ORDER_OF_CATEGORIES.indexOf(category)]),
  );
  const projects = new Map(site.projects.map(({ id, key }) => [id, key]));
  const types = new Map(site.issueTypes.map(({ id, name }) => [id, name]));
  const people = new Map(site.accounts.map(({ accountId, displayName }) => [accountId, displayName]));
  const key: SortKey = (issue) => padded(issue.key);
  const type: SortKey = ({ typeId }) => types.get(typeId) ?? null;
  const resolved: SortKey = (issue) => issue.resolved;
  // The list of priorities begins with the highest, and `ASC` begins with the lowest.
  const priority: SortKey = ({ priorityId }) =>
    priorityId === null ? null : -(priorities.get(priorityId) ?? 0);
  return {
    ...customKeys(site),
    key,
    issuekey: key,
    id: ({ id }) => Number(id),
    project: ({ projectId }) => projects.get(projectId) ?? null,
    rank: (issue) => issue.rank,
    created: (issue) => issue.created,
    updated: (issue) => issue.updated,
    resolved,
    resolutiondate: resolved,
    priority,
    status: ({ statusId }) => statuses.get(statusId) ?? null,
    statuscategory: ({ statusId }) => categories.get(statusId) ?? null,
    issuetype: type,
    type,
    summary: (issue) => issue.summary,
    assignee: ({ assignee }) => people.get(assignee ?? '') ?? null,
    reporter: ({ reporter }) => people.get(reporter ?? '') ?? null,
    parent: ({ parentId }) => (parentId === null ? null : Number(parentId)),
    sprint: ({ sprintIds }) => sprintIds.at(-1) ?? null,
  };
};

const ORDER_OF_CATEGORIES = ['new', 'indeterminate', 'done'];

const customKeys = (site: Site): Record<string, SortKey> =>
  Object.fromEntries(
    site.customFields
      .filter(({ type }) => type !== 'sprint')
      .flatMap(({ id, name }) =>
        [name.toLowerCase(), `cf[${customFieldNumber(id)}]`].map((written) => [
          written,
          (issue: Issue) => issue.fields[id] ?? null,
        ]),
      ),
  );

/** `TEAM-7` sorts before `TEAM-10`. */
const padded = (key: string): string => key.replace(/\d+$/, (number) => number.padStart(9, '0'));
