import type { JiraCaller, ProductEvent, Told } from '../seams';
import type { HistoryItem } from './issue-change';
import { someFields } from './issue-fields';
import type { Issue, Sprint } from './model';
import type { JiraState } from './state';
import { APP_ACCOUNT } from './user-json';

/** What apps are told when an issue has changed: its fields as the history has it, and its properties one by one. */
export const tellOfIssue = (
  state: JiraState,
  by: JiraCaller,
  issue: Issue,
  propertiesBefore: Issue['properties'],
  items: readonly HistoryItem[],
): Told => ({
  by,
  events: () => {
    const common = {
      issue: { id: issue.id, key: issue.key, fields: fieldsOf(state, issue) },
      ...causedBy(by),
    };
    const changelog = { items: items.map((item) => ({ ...item })) };
    const isAssigned = items.some(({ field }) => field === 'assignee');
    return [
      ...(items.length > 0 ? [{ eventType: 'avi:jira:updated:issue', ...common, changelog }] : []),
      ...(isAssigned ? [{ eventType: 'avi:jira:assigned:issue', ...common, changelog }] : []),
      ...propertyEvents(issue, propertiesBefore).map((event) => ({ ...event, ...causedBy(by) })),
    ];
  },
});

/** What apps are told of an issue that was made. */
export const tellOfNewIssue = (state: JiraState, by: JiraCaller, issue: Issue): Told => ({
  by,
  events: () => [
    {
      eventType: 'avi:jira:created:issue',
      issue: { id: issue.id, key: issue.key, fields: fieldsOf(state, issue) },
      ...causedBy(by),
    },
    ...propertyEvents(issue, {}).map((event) => ({ ...event, ...causedBy(by) })),
  ],
});

/** What apps are told of an issue that was deleted: how it was. */
export const tellOfDeletedIssue = (state: JiraState, by: JiraCaller, issue: Issue): Told => ({
  by,
  events: () => [
    {
      eventType: 'avi:jira:deleted:issue',
      issue: { id: issue.id, key: issue.key, fields: fieldsOf(state, issue) },
      ...causedBy(by),
    },
  ],
});

const propertyEvents = (issue: Issue, before: Issue['properties']): readonly ProductEvent[] => {
  const of = { issue: { id: issue.id, key: issue.key } };
  const set = Object.entries(issue.properties).filter(([key, value]) => before[key] !== value);
  const deleted = Object.keys(before).filter((key) => !Object.hasOwn(issue.properties, key));
  return [
    ...set.map(([key, value]) => ({
      eventType: 'avi:jira:set:issue-property',
      ...of,
      property: { key, value },
    })),
    ...deleted.map((key) => ({ eventType: 'avi:jira:deleted:issue-property', ...of, property: { key } })),
  ];
};

/** What apps are told when a sprint has changed from `before`, or was made, where there was none. */
export const tellOfSprint = (by: JiraCaller, sprint: Sprint, before: Sprint | null): Told => ({
  by,
  events: () => {
    const common = { sprint: sprintInEvent(sprint), ...causedBy(by) };
    if (before === null) return [{ eventType: 'avi:jira-software:created:sprint', ...common }];
    if (before.state !== sprint.state) {
      const what = sprint.state === 'closed' ? 'closed' : 'started';
      return [{ eventType: `avi:jira-software:${what}:sprint`, ...common }];
    }
    const [now, then] = [sprintInEvent(sprint), sprintInEvent(before)];
    const changed = Object.entries(then).filter(([name, value]) => now[name] !== value);
    const oldValue = Object.fromEntries(changed);
    return [{ eventType: 'avi:jira-software:updated:sprint', ...common, oldValue }];
  },
});

const sprintInEvent = (sprint: Sprint): Readonly<Record<string, unknown>> => ({
  id: String(sprint.id),
  state: sprint.state,
  name: sprint.name,
  goal: sprint.goal ?? '',
  ...(sprint.startDate === null ? {} : { startDate: sprint.startDate }),
  ...(sprint.endDate === null ? {} : { endDate: sprint.endDate }),
  ...(sprint.completeDate === null ? {} : { completeDate: sprint.completeDate }),
  ...(sprint.originBoardId === null ? {} : { originBoardId: String(sprint.originBoardId) }),
});

const causedBy = (by: JiraCaller) => {
  if (by.as === 'anonymous') return {};
  return { atlassianId: by.as === 'app' ? APP_ACCOUNT : by.accountId };
};

/** The fields that Atlassian documents for events, people as nothing but their ids. */
const fieldsOf = (state: JiraState, issue: Issue): Record<string, unknown> => {
  const person = (accountId: string | null) => (accountId === null ? null : { accountId });
  const names = ['summary', 'issuetype', 'created', 'project', 'updated', 'status'];
  return {
    ...someFields({ state, issue, mayBrowse: () => false }, names),
    reporter: person(issue.reporter),
    assignee: person(issue.assignee),
  };
};
