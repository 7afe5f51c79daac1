import type { Field } from './field-catalogue';
import type { FieldContext } from './issue-fields';
import type { Issue } from './model';
import { momentJson } from './moment-json';
import { byId } from './named-json';
import type { JiraState } from './state';
import { userById } from './user-json';

type OtherField = Field & { readonly value: (context: FieldContext) => unknown };

/**
 * Fields that every issue of Jira has and that nothing on this site fills: each with what Jira says where they are not
 * used. They cannot be searched.
 */
export const otherFields = (): readonly OtherField[] => OTHER_FIELDS;

const other = (
  id: string,
  name: string,
  schema: Readonly<Record<string, string>>,
  value: OtherField['value'],
  navigable = true,
): OtherField => ({
  id,
  name,
  clauseNames: [],
  schema: { ...schema, system: id },
  custom: false,
  navigable,
  value,
});

const nothing = (): null => null;
const noProgress = () => ({ progress: 0, total: 0 });
const linkTo = ({ state, issue }: FieldContext, what: string): string =>
  state.link(`/rest/api/3/issue/${issue.id}/${what}`);

/** When the issue came into its status category; since its beginning where it never changed. */
const categorySince = ({ site }: JiraState, issue: Issue): string => {
  const categoryOf = (id: string | null): string | null =>
    site.statuses.find((status) => status.id === id)?.category ?? null;
  const now = byId(site.statuses, issue.statusId, 'status').category;
  const changes = issue.history.filter(({ items }) =>
    items.some(
      ({ fieldId, from, to }) => fieldId === 'status' && categoryOf(from) !== now && categoryOf(to) === now,
    ),
  );
  return changes.at(-1)?.created ?? issue.created;
};

const OTHER_FIELDS: readonly OtherField[] = [
  other('creator', 'Creator', { type: 'user' }, ({ state, issue }) => userById(state, issue.reporter)),
  other('duedate', 'Due date', { type: 'date' }, nothing),
  other('environment', 'Environment', { type: 'string' }, nothing),
  other('lastViewed', 'Last Viewed', { type: 'datetime' }, nothing),
  other('versions', 'Affects versions', { type: 'array', items: 'version' }, () => []),
  other('statuscategorychangedate', 'Status Category Changed', { type: 'datetime' }, ({ state, issue }) =>
    momentJson(categorySince(state, issue)),
  ),
  other('timespent', 'Time Spent', { type: 'number' }, nothing),
  other('timeestimate', 'Remaining Estimate', { type: 'number' }, nothing),
  other('timeoriginalestimate', 'Original estimate', { type: 'number' }, nothing),
  other('aggregatetimespent', 'Σ Time Spent', { type: 'number' }, nothing),
  other('aggregatetimeestimate', 'Σ Remaining Estimate', { type: 'number' }, nothing),
  other('aggregatetimeoriginalestimate', 'Σ Original Estimate', { type: 'number' }, nothing),
  other('workratio', 'Work Ratio', { type: 'number' }, () => -1),
  other('progress', 'Progress', { type: 'progress' }, noProgress),
  other('aggregateprogress', 'Σ Progress', { type: 'progress' }, noProgress),
  other('watches', 'Watchers', { type: 'watches' }, (context) => ({
    self: linkTo(context, 'watchers'),
    watchCount: 0,
    isWatching: false,
  })),
  other('votes', 'Votes', { type: 'votes' }, (context) => ({
    self: linkTo(context, 'votes'),
    votes: 0,
    hasVoted: false,
  })),
  other('issuerestriction', 'Restrict to', { type: 'issuerestriction' }, () => ({
    issuerestrictions: {},
    shouldDisplay: false,
  })),
  other('timetracking', 'Time tracking', { type: 'timetracking' }, () => ({}), false),
  other('attachment', 'Attachment', { type: 'array', items: 'attachment' }, () => [], false),
  other(
    'comment',
    'Comment',
    { type: 'comments-page' },
    (context) => ({ comments: [], self: linkTo(context, 'comment'), maxResults: 0, total: 0, startAt: 0 }),
    false,
  ),
  other(
    'worklog',
    'Log Work',
    { type: 'array', items: 'worklog' },
    () => ({ startAt: 0, maxResults: 20, total: 0, worklogs: [] }),
    false,
  ),
];
