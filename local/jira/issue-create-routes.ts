import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { jiraError } from './http-error';
import { authorOf } from './issue-change';
import { editableFields, editsOf } from './issue-edits';
import type { Issue, IssueType, Project, Status } from './model';
import { browsableProjects, holdsInProject } from './permissions';
import { tellOfNewIssue } from './product-events';
import { checkKey, checkValue } from './property-routes';
import type { Answer, Call, Route } from './route';
import { isSubtask } from './sprint-membership';
import type { JiraState } from './state';

export const ISSUE_CREATE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue',
    query: ['updateHistory'],
    run: (call) => createIssue(call),
  },
];

const named = v.union([v.strictObject({ id: idOrKey }), v.strictObject({ name: v.string() })]);
const createBody = v.strictObject({
  fields: v.objectWithRest(
    {
      ...editableFields,
      summary: v.optional(v.string(), ''),
      project: v.union([v.strictObject({ id: idOrKey }), v.strictObject({ key: v.string() })]),
      issuetype: named,
    },
    v.unknown(),
  ),
  properties: v.optional(v.array(v.strictObject({ key: v.string(), value: v.unknown() })), []),
});
type NewIssue = v.InferOutput<typeof createBody>;

/** A new issue has no history: what it was given at its beginning is not told there. */
const createIssue = (call: Call): Answer => {
  const { state, caller } = call;
  const { fields, properties } = readBody(call, createBody);
  const { project: inProject, issuetype, ...rest } = fields;
  const project = projectFor(call, inProject);
  const blank = blankIssue(call, project, typeFor(state, project, issuetype));
  if (isSubtask(state, blank) && rest.parent === undefined) {
    throw jiraError(400, '', {
      parent: 'Issue type is a sub-task but parent issue key or id not specified.',
    });
  }
  if (rest.summary.trim() === '')
    throw jiraError(400, '', { summary: 'You must specify a summary of the issue.' });
  const whole = { ...blank, ...editsOf(call, blank, rest).patch };
  const issue: Issue = {
    ...whole,
    ...state.numbers.next(project),
    sprintIds: sprintsOf(state, whole),
    properties: Object.fromEntries(properties.map(({ key, value }) => [checkKey(key), checkValue(value)])),
  };
  state.issues.add(issue);
  state.lag.rememberNone(issue);
  state.changed('issue', issue.id, tellOfNewIssue(state, caller, issue));
  const self = state.link(`/rest/api/3/issue/${issue.id}`);
  return { status: 201, body: { id: issue.id, key: issue.key, self } };
};

/** @throws 400 for a project in which the caller may create nothing. */
const projectFor = ({ state, caller }: Call, wanted: NewIssue['fields']['project']): Project => {
  const project = browsableProjects(state, caller).find((each) =>
    'id' in wanted ? each.id === wanted.id : each.key === wanted.key,
  );
  if (!project) throw jiraError(400, '', { project: 'valid project is required' });
  if (holdsInProject(state, caller, 'CREATE_ISSUES', project)) return project;
  throw jiraError(400, '', { project: 'You cannot create issues in this project.' });
};

const typeFor = (
  { site }: JiraState,
  { issueTypeIds }: Project,
  wanted: NewIssue['fields']['issuetype'],
): IssueType => {
  const type = site.issueTypes.find(
    ({ id, name }) => issueTypeIds.includes(id) && ('id' in wanted ? id === wanted.id : name === wanted.name),
  );
  if (type) return type;
  throw jiraError(400, '', { issuetype: 'Specify a valid issue type' });
};

const blankIssue = ({ state, caller }: Call, project: Project, type: IssueType): Issue => {
  const now = state.now().toISOString();
  return {
    id: '',
    key: '',
    rank: 0,
    projectId: project.id,
    typeId: type.id,
    summary: '',
    description: '',
    statusId: firstStatus(state, project).id,
    priorityId: null,
    resolutionId: null,
    assignee: null,
    reporter: authorOf(caller),
    created: now,
    updated: now,
    resolved: null,
    parentId: null,
    labels: [],
    components: [],
    fixVersions: [],
    sprintIds: [],
    fields: {},
    properties: {},
    history: [],
    links: [],
  };
};

/** Where work begins: the first that the project's boards show, else the first that is new. */
const firstStatus = ({ site }: JiraState, project: Project): Status => {
  const board = site.boards.find(({ projectId }) => projectId === project.id);
  const shown = board?.columns.flatMap(({ statusIds }) => statusIds)[0];
  const status =
    site.statuses.find(({ id }) => id === shown) ??
    site.statuses.find(({ category }) => category === 'new') ??
    site.statuses[0];
  if (!status) throw new Error('The site has no status.');
  return status;
};

const sprintsOf = (state: JiraState, issue: Issue): number[] => {
  const parent = issue.parentId === null ? undefined : state.issues.find(issue.parentId);
  return parent && isSubtask(state, issue) ? parent.sprintIds : issue.sprintIds;
};
