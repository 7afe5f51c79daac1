import type { Board, Field, Issue, Project, Sprint, Transition } from './jira-types';
import { rest } from './rest';
import { account } from './session';

const LIST_FIELDS = ['summary', 'status', 'issuetype', 'assignee', 'project', 'parent', 'labels'];

/** The ids that this site gives to the fields that have no fixed one. */
export type FieldIds = {
  readonly points: string | null;
  readonly sprint: string | null;
  /** The installed app's. */
  readonly app: readonly AppField[];
};

export type AppField = { readonly id: string; readonly name: string };

let fieldIds: Promise<FieldIds> | undefined;

/** Asked once: they do not change while the site runs. */
export const loadFieldIds = (): Promise<FieldIds> =>
  (fieldIds ??= askFieldIds().catch((error: unknown) => {
    fieldIds = undefined;
    throw error;
  }));

const askFieldIds = async (): Promise<FieldIds> => {
  const fields = await rest<Field[]>('/rest/api/3/field');
  return {
    points: fields.find(({ name }) => /^story points?( estimate)?$/i.test(name))?.id ?? null,
    sprint: fields.find(({ schema }) => schema?.custom?.endsWith(':gh-sprint'))?.id ?? null,
    app: fields
      .filter(({ schema }) => schema?.custom?.startsWith('ari:'))
      .map(({ id, name }) => ({ id, name })),
  };
};

/** The last issues that were moved on these pages: search may not know of it yet, and lists are to show it. */
let moved: readonly number[] = [];

export type IssuePage = { readonly issues: readonly Issue[]; readonly next: string | null };

/** One page of a search, with the fields that lists show. */
export const searchIssues = async (
  jql: string,
  {
    size = 50,
    next = null,
    fields = [],
  }: { size?: number; next?: string | null; fields?: (string | null)[] } = {},
): Promise<IssuePage> => {
  const reply = await rest<{ issues: Issue[]; nextPageToken?: string }>('/rest/api/3/search/jql', {
    method: 'POST',
    body: {
      jql,
      maxResults: size,
      fields: [...LIST_FIELDS, ...fields.filter((field) => field !== null)],
      ...(next === null ? {} : { nextPageToken: next }),
      ...(moved.length === 0 ? {} : { reconcileIssues: moved }),
    },
  });
  return { issues: reply.issues, next: reply.nextPageToken ?? null };
};

/** How many issues a search finds, which Jira calls an estimate. */
export const countIssues = async (jql: string): Promise<number> => {
  const path = '/rest/api/3/search/approximate-count';
  return (await rest<{ count: number }>(path, { method: 'POST', body: { jql } })).count;
};

export const loadProject = (key: string): Promise<Project> =>
  rest<Project>(`/rest/api/3/project/${encodeURIComponent(key)}`);

export const loadProjects = async (): Promise<Project[]> =>
  (await rest<{ values: Project[] }>('/rest/api/3/project/search?maxResults=100&action=browse')).values;

export const loadBoards = async (projectKey: string): Promise<Board[]> =>
  (await rest<{ values: Board[] }>(`/rest/agile/1.0/board?projectKeyOrId=${encodeURIComponent(projectKey)}`))
    .values;

/** All of a board's sprints in these states, oldest first. */
export const loadSprints = async (boardId: number, states: string): Promise<Sprint[]> => {
  const sprints: Sprint[] = [];
  for (;;) {
    const page = await rest<{ values: Sprint[]; isLast: boolean }>(
      `/rest/agile/1.0/board/${boardId}/sprint?state=${states}&startAt=${sprints.length}`,
    );
    sprints.push(...page.values);
    if (page.isLast || page.values.length === 0) return sprints;
  }
};

export const loadIssue = (key: string, fields: (string | null)[]): Promise<Issue> => {
  const wanted = [...LIST_FIELDS, 'reporter', 'description', ...fields.filter((field) => field !== null)];
  return rest<Issue>(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=${wanted.join(',')}`);
};

/** What Jira does when an issue is opened: the app's fields that it computes are computed and kept. */
export const openIssue = async (key: string): Promise<void> => {
  const who = account.get();
  await rest('/local/issue-view', {
    method: 'POST',
    body: { account: who === '' ? null : who, issue: key },
  });
};

export const loadTransitions = async (key: string): Promise<Transition[]> =>
  (await rest<{ transitions: Transition[] }>(`/rest/api/3/issue/${key}/transitions`)).transitions;

export const transitionIssue = async (issueId: string, id: string): Promise<void> => {
  await rest(`/rest/api/3/issue/${issueId}/transitions`, { method: 'POST', body: { transition: { id } } });
  moved = [...moved.filter((each) => each !== Number(issueId)), Number(issueId)].slice(-50);
};

/** Starts or completes a sprint. */
export const changeSprint = (id: number, change: Partial<Sprint>): Promise<void> =>
  rest(`/rest/agile/1.0/sprint/${id}`, { method: 'POST', body: change });
