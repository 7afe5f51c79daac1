import type { FieldContext } from './issue-fields';
import type { Issue } from './model';
import { byId } from './named-json';
import { sprintJson } from './sprint-json';
import type { JiraState } from './state';

type Json = Record<string, unknown>;

/**
 * The fields that the Agile API adds to an issue: its sprint, those it was in, its epic and its flag, as far as a
 * request's `fields` names them or leaves the choice to Jira.
 */
export const agileFields = (context: FieldContext, asked: readonly string[] | null): Json => {
  const all = asked === null || asked.length === 0 || asked.some((name) => name.startsWith('*'));
  return Object.fromEntries(
    Object.entries(VALUES)
      .filter(([name]) => all || asked.includes(name))
      .map(([name, value]) => [name, value(context)]),
  );
};

const VALUES: Readonly<Record<string, (context: FieldContext) => unknown>> = {
  sprint: (context) => sprintsOf(context, false)[0] ?? null,
  closedSprints: (context) => sprintsOf(context, true),
  epic: (context) => epicJson(context),
  flagged: () => false,
};

const sprintsOf = ({ state, issue }: FieldContext, closed: boolean): Json[] =>
  issue.sprintIds
    .flatMap((id) => state.site.sprints.find((sprint) => sprint.id === id) ?? [])
    .filter((sprint) => (sprint.state === 'closed') === closed)
    .map((sprint) => sprintJson(state, sprint));

const epicJson = ({ state, issue, mayBrowse }: FieldContext): Json | null => {
  const epic = epicOf(state, issue);
  if (!epic || !mayBrowse(epic)) return null;
  return {
    id: Number(epic.id),
    key: epic.key,
    self: state.link(`/rest/agile/1.0/epic/${epic.id}`),
    name: epic.summary,
    summary: epic.summary,
    color: { key: 'color_1' },
    done: byId(state.site.statuses, epic.statusId, 'status').category === 'done',
  };
};

const EPIC_LEVEL = 1;

const epicOf = (state: JiraState, { parentId }: Issue): Issue | undefined => {
  const parent = parentId === null ? undefined : state.issues.find(parentId);
  if (!parent) return undefined;
  const { hierarchyLevel } = byId(state.site.issueTypes, parent.typeId, 'issue type');
  return hierarchyLevel === EPIC_LEVEL
    ? parent
    : hierarchyLevel < EPIC_LEVEL
      ? epicOf(state, parent)
      : undefined;
};
