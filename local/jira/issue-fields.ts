import { appFieldJson } from './app-field-json';
import { documentJson } from './document-json';
import { RANK_FIELD } from './field-catalogue';
import type { CustomField, Issue } from './model';
import { momentJson } from './moment-json';
import { byId, issueTypeJson, priorityJson, resolutionJson, statusJson } from './named-json';
import { otherFields } from './other-fields';
import { componentJson, linkTypeJson, versionJson } from './part-json';
import { projectOf } from './permissions';
import { securityJson } from './security-json';
import { projectJson } from './project-json';
import { sprintInFieldJson } from './sprint-json';
import type { JiraState } from './state';
import { userById } from './user-json';
import { entryOf } from './issue-index';

/** What a field needs: the issue, and which other issues the reader may browse. */
export type FieldContext = {
  readonly state: JiraState;
  readonly issue: Issue;
  readonly mayBrowse: (issue: Issue) => boolean;
};

/** A field's value as JSON; `undefined` where Jira leaves the field out. */
const fieldValue = (context: FieldContext, fieldId: string): unknown => {
  const custom = context.state.site.customFields.find(({ id }) => id === fieldId);
  if (custom) return customValue(context, custom);
  if (fieldId === RANK_FIELD.id) return rankJson(context.issue);
  return (SYSTEM_VALUES[fieldId] ?? otherFields().find(({ id }) => id === fieldId)?.value)?.(context);
};

const SYSTEM_VALUES: Readonly<Record<string, (context: FieldContext) => unknown>> = {
  summary: ({ issue }) => issue.summary,
  description: ({ issue }) => documentJson(issue.description),
  project: ({ state, issue }) => projectJson(state, projectOf(state, issue.projectId)),
  issuetype: ({ state, issue }) =>
    issueTypeJson(state, byId(state.site.issueTypes, issue.typeId, 'issue type')),
  status: ({ state, issue }) => statusJson(state, byId(state.site.statuses, issue.statusId, 'status')),
  priority: ({ state, issue }) =>
    issue.priorityId && priorityJson(state, byId(state.site.priorities, issue.priorityId, 'priority')),
  resolution: ({ state, issue }) =>
    issue.resolutionId &&
    resolutionJson(state, byId(state.site.resolutions, issue.resolutionId, 'resolution')),
  security: ({ state, issue }) => securityJson(state, issue),
  resolutiondate: ({ issue }) => issue.resolved && momentJson(issue.resolved),
  created: ({ issue }) => momentJson(issue.created),
  updated: ({ issue }) => momentJson(issue.updated),
  assignee: ({ state, issue }) => userById(state, issue.assignee),
  reporter: ({ state, issue }) => userById(state, issue.reporter),
  labels: ({ issue }) => issue.labels,
  components: ({ state, issue }) =>
    issue.components.map((name) => componentJson(state, projectOf(state, issue.projectId), name)),
  fixVersions: ({ state, issue }) =>
    issue.fixVersions.map((name) => versionJson(state, projectOf(state, issue.projectId), name)),
  parent: ({ state, issue, mayBrowse }) => {
    const parent = issue.parentId === null ? undefined : state.issues.find(issue.parentId);
    return parent && referenceJson(state, parent, mayBrowse);
  },
  subtasks: (context) =>
    subtasksOf(context).map((each) => referenceJson(context.state, each, context.mayBrowse)),
  issuelinks: linksOf,
};

/** Another issue as a field names it: with its main fields only for who may browse it. */
const referenceJson = (state: JiraState, issue: Issue, mayBrowse: FieldContext['mayBrowse']): unknown => ({
  id: issue.id,
  key: issue.key,
  self: state.link(`/rest/api/3/issue/${issue.id}`),
  ...(mayBrowse(issue)
    ? { fields: someFields({ state, issue, mayBrowse }, ['summary', 'status', 'priority', 'issuetype']) }
    : {}),
});

const subtasksOf = ({ state, issue, mayBrowse }: FieldContext): Issue[] =>
  [...state.issues.under(entryOf.parent(issue.id))].filter(
    (child) => byId(state.site.issueTypes, child.typeId, 'issue type').subtask && mayBrowse(child),
  );

function linksOf({ state, issue, mayBrowse }: FieldContext): unknown[] {
  return issue.links.flatMap(({ type, direction, key }, at) => {
    const other = state.issues.find(key);
    if (!other || !mayBrowse(other)) return [];
    const id = `${issue.id}${at}`;
    const end = direction === 'in' ? 'inwardIssue' : 'outwardIssue';
    return [
      {
        id,
        self: state.link(`/rest/api/3/issueLink/${id}`),
        type: linkTypeJson(state, type),
        [end]: referenceJson(state, other, mayBrowse),
      },
    ];
  });
}

const customValue = ({ state, issue }: FieldContext, field: CustomField): unknown => {
  const value = issue.fields[field.id];
  if (field.type === 'app') return appFieldJson(state, field, value);
  if (field.type !== 'sprint') return value ?? null;
  const sprints = issue.sprintIds.flatMap(
    (sprintId) => state.site.sprints.find(({ id }) => id === sprintId) ?? [],
  );
  return sprints.length > 0 ? sprints.map(sprintInFieldJson) : null;
};

/** Good for comparing as texts, as Jira's own are. */
const rankJson = ({ rank }: Issue): string => `0|${String(Math.round(rank)).padStart(12, '0')}:`;

/** The named fields that have a value to show, by their ids. */
export const someFields = (context: FieldContext, fieldIds: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    fieldIds.flatMap((id) => {
      const value = fieldValue(context, id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
