import { entryOf } from './issue-index';
import { EQUALITY, noSuchValue, TEXT, type JqlContext, type JqlField, type JqlValue } from './jql-field';
import { badRequest } from './http-error';
import type { Issue, Named } from './model';
import { STATUS_CATEGORIES } from './named-json';
import { browsableProjects } from './permissions';

type Fields = Record<string, JqlField>;

/** What an issue is: its key, project, type, status, parent, labels and texts. */
export const issueFields = (context: JqlContext): Fields => {
  const { site } = context.state;
  const type: JqlField = { ...typeField(context), types: ['issue_type'] };
  const key: JqlField = { ...keyField(context, 'key', ({ id }) => [id]), direct: true };
  const resolution = named('resolution', site.resolutions, ({ resolutionId }) => one(resolutionId));
  return {
    project: projectField(context),
    key,
    issuekey: key,
    issue: key,
    id: key,
    parent: {
      ...keyField(context, 'parent', ({ parentId }) => one(parentId)),
      entry: (value) => entryOf.parent(String(value)),
    },
    issuetype: type,
    type,
    status: { ...named('status', site.statuses, ({ statusId }) => [statusId]), types: ['status'] },
    statusCategory: categoryField(context),
    priority: {
      ...named('priority', site.priorities, ({ priorityId }) => one(priorityId)),
      types: ['priority'],
    },
    resolution: {
      ...resolution,
      types: ['resolution'],
      operand: (text) => (text.toLowerCase() === 'unresolved' ? [] : resolution.operand(text)),
    },
    level: named(
      'level',
      site.securitySchemes.flatMap(({ levels }) => levels),
      ({ securityLevelId = null }) => one(securityLevelId),
    ),
    labels: {
      types: ['label'],
      operators: EQUALITY,
      values: ({ labels }) => labels,
      operand: (text) => [text],
    },
    component: { ...listed(context, 'component', ({ components }) => components), types: ['component'] },
    fixVersion: { ...listed(context, 'fixVersion', ({ fixVersions }) => fixVersions), types: ['version'] },
    summary: text(({ summary }) => [summary]),
    description: text(({ description }) => (description === '' ? [] : [description])),
    text: text(({ summary, description }) => [summary, description]),
  };
};

const one = (value: string | null): JqlValue[] => (value === null ? [] : [value]);

const text = (values: (issue: Issue) => readonly string[]): JqlField => ({
  types: ['text'],
  operators: TEXT,
  values,
  operand: (words) => [words],
});

/** A field whose values have names and ids. Several may share a name. */
const named = (
  name: string,
  choices: readonly Named[],
  values: (issue: Issue) => readonly JqlValue[],
): JqlField => ({
  operators: EQUALITY,
  values,
  operand: (written) => {
    const wanted = written.toLowerCase();
    const byName = choices.filter((choice) => choice.name.toLowerCase() === wanted);
    const found = byName.length > 0 ? byName : choices.filter(({ id }) => id === written);
    if (found.length === 0) throw noSuchValue(written, name);
    return found.map(({ id }) => id);
  },
});

const typeField = ({ state }: JqlContext): JqlField => {
  const { issueTypes } = state.site;
  const idsOf = (subtask: boolean): string[] =>
    issueTypes.filter((type) => type.subtask === subtask).map(({ id }) => id);
  return {
    ...named('issuetype', issueTypes, ({ typeId }) => [typeId]),
    listFunctions: { standardIssueTypes: () => idsOf(false), subTaskIssueTypes: () => idsOf(true) },
  };
};

const categoryField = ({ state }: JqlContext): JqlField => {
  const categories = new Map(state.site.statuses.map(({ id, category }) => [id, category]));
  return {
    types: ['status_category'],
    operators: EQUALITY,
    values: ({ statusId }) => one(categories.get(statusId) ?? null),
    operand: (written) => {
      const wanted = written.toLowerCase();
      const found = Object.entries(STATUS_CATEGORIES).find(
        ([key, { id, name }]) => key === wanted || name.toLowerCase() === wanted || String(id) === wanted,
      );
      if (!found) throw noSuchValue(written, 'statusCategory');
      return [found[0]];
    },
  };
};

const projectField = ({ state, caller }: JqlContext): JqlField => {
  const projects = browsableProjects(state, caller);
  return {
    types: ['project'],
    operators: EQUALITY,
    values: ({ projectId }) => [projectId],
    operand: (written) => {
      const wanted = written.toLowerCase();
      const found = projects.find(
        ({ id, key, name }) => key.toLowerCase() === wanted || name.toLowerCase() === wanted || id === wanted,
      );
      if (!found) throw noSuchValue(written, 'project');
      return [found.id];
    },
    entry: (value) => entryOf.project(String(value)),
  };
};

const keyField = (
  { state, mayBrowse, isFragment = false }: JqlContext,
  name: string,
  values: (issue: Issue) => readonly JqlValue[],
): JqlField => ({
  types: ['issue'],
  operators: EQUALITY,
  values,
  operand: (written) => {
    const issue = state.issues.find(written);
    if (issue && mayBrowse(issue)) return [issue.id];
    if (isFragment) return [issue?.id ?? written];
    throw badRequest(
      /^\d+$/.test(written)
        ? `A value with ID '${written}' does not exist for the field '${name}'.`
        : `An issue with key '${written}' does not exist for field '${name}'.`,
    );
  },
});

/** A field whose values exist only on issues: components and versions by name. */
const listed = (
  { state }: JqlContext,
  name: string,
  values: (issue: Issue) => readonly string[],
): JqlField => ({
  operators: EQUALITY,
  values: (issue) => values(issue).map((value) => value.toLowerCase()),
  operand: (written) => {
    const wanted = written.toLowerCase();
    const exists = state.issues
      .all()
      .some((issue) => values(issue).some((value) => value.toLowerCase() === wanted));
    if (!exists) throw noSuchValue(written, name);
    return [wanted];
  },
});
