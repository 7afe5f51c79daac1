import type { OrderBy } from '@atlaskit/jql-ast';
import { customFieldNumber } from './field-catalogue';
import { badRequest } from './http-error';
import type { FieldLookup } from './jql-fields';
import type { Issue, Site } from './model';

type SortValue = string | number | null;
type SortKey = (issue: Issue) => SortValue;
/** An issue with what it is ordered by, read once, and its id, by which ties are broken. */
type Sortable = { readonly issue: Issue; readonly id: number; readonly values: readonly SortValue[] };

type Compare = (a: Sortable, b: Sortable) => number;

export type Order = {
  readonly all: (issues: readonly Issue[]) => Issue[];
  /** The first so many in this order, of those that come after an issue where one is given. */
  readonly first: (issues: readonly Issue[], count: number, after: Issue | null) => Issue[];
};

/**
 * The order a query asks for; without one, newest first. Issues without a value come last, with `DESC` first.
 * @throws 400 that names a field which does not exist or which it cannot order by.
 */
export const orderOf = (site: Site, orderBy: OrderBy | undefined, fields: FieldLookup): Order => {
  if (!orderBy) return makeOrder([], (a, b) => b.id - a.id);
  const known = new Map(Object.entries(sortKeys(site)));
  const keys = orderBy.fields.map(({ field }) => {
    const key = known.get(field.value.toLowerCase());
    if (key) return key;
    fields(field);
    throw badRequest(`This local Jira does not order by the field '${field.text}'.`);
  });
  const signs = orderBy.fields.map(({ direction }) => (direction?.value.toUpperCase() === 'DESC' ? -1 : 1));
  return makeOrder(keys, (a, b) => {
    for (let at = 0; at < signs.length; at += 1) {
      const order = compareValues(a.values[at] ?? null, b.values[at] ?? null);
      if (order !== 0) return order * (signs[at] ?? 1);
    }
    return a.id - b.id;
  });
};

const makeOrder = (keys: readonly SortKey[], compare: Compare): Order => {
  const sortable = (issue: Issue): Sortable => ({
    issue,
    id: Number(issue.id),
    values: keys.map((key) => key(issue)),
  });
  return {
    all: (issues) => issuesOf(issues.map(sortable).sort(compare)),
    first: (issues, count, after) => {
      const mark = after && sortable(after);
      const isLater = (one: Sortable): boolean => mark === null || compare(one, mark) > 0;
      if (count > MOST_PICKED) {
        return issuesOf(issues.map(sortable).filter(isLater).sort(compare)).slice(0, count);
      }
      const picked: Sortable[] = [];
      for (const issue of issues) {
        const one = sortable(issue);
        if (isLater(one)) pick(picked, one, count, compare);
      }
      return issuesOf(picked);
    },
  };
};

/** Above that, ordering everything is faster than picking the first. */
const MOST_PICKED = 500;

const issuesOf = (sorted: readonly Sortable[]): Issue[] => sorted.map(({ issue }) => issue);

/** Puts one where it belongs among the first so many, unless it comes after them all. */
const pick = (picked: Sortable[], one: Sortable, count: number, compare: Compare): void => {
  const last = picked.at(-1);
  if (picked.length === count && last && compare(one, last) > 0) return;
  let [low, high] = [0, picked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(picked[middle]!, one) < 0) low = middle + 1;
    else high = middle;
  }
  picked.splice(low, 0, one);
  if (picked.length > count) picked.pop();
};

const compareValues = (a: SortValue, b: SortValue): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return ALPHABET.compare(String(a), String(b));
};

const ALPHABET = new Intl.Collator('en');

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
  const key = keyOrder(site);
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
          (issue: Issue) => sortValue(issue.fields[id]),
        ]),
      ),
  );

const sortValue = (value: unknown): SortValue =>
  typeof value === 'number' || typeof value === 'string' ? value : null;

/** `TEAM-7` comes before `TEAM-10`: a number that orders keys by their project, then by theirs. */
const keyOrder = (site: Site): SortKey => {
  const projects = [...site.projects].sort((a, b) => ALPHABET.compare(a.key, b.key));
  const rankOf = places(projects);
  return ({ projectId, key }) =>
    (rankOf.get(projectId) ?? 0) * HIGHEST_NUMBER + Number(key.split('-').at(-1));
};

const HIGHEST_NUMBER = 1e9;
