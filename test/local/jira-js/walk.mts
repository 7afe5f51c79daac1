import { createAgileClient, createCloudClient, type AgileClient, type CloudClient } from 'jira.js';
import { createClient } from 'jira.js/core';
import type { Seen } from './seen';

const [, , host = '', email = ''] = process.argv;

/** Walks through a site with jira.js as it is published. */
async function walk(): Promise<Seen> {
  const client = createClient({
    host,
    auth: { type: 'basic', email, apiToken: 'any' },
    // A reply that is not of Jira's shape fails the walk instead of being passed on.
    onSchemaMismatch: 'throw',
  });
  const jira = createCloudClient(client);
  const agile = createAgileClient(client);
  const [{ accountId = '' }, projects, boards] = await Promise.all([
    jira.myself.getCurrentUser(),
    everyPage((startAt) => jira.projects.searchProjects({ startAt, maxResults: 3 })),
    everyPage((startAt) => agile.board.getAllBoards({ startAt, maxResults: 3 })),
  ]);
  const sprints: Seen['sprints'][number][] = [];
  for (const board of boards) sprints.push(...(await sprintsOf(agile, board.id ?? 0)));
  const found = await search(jira, `project in (${projects.map(({ key }) => key).join(', ')})`);
  return {
    accountId,
    projectKeys: projects.map(({ key = '' }) => key),
    boardIds: boards.map(({ id = 0 }) => id),
    sprints,
    found,
    change: await change(jira, found[0] ?? ''),
  };
}

async function sprintsOf(agile: AgileClient, boardId: number): Promise<Seen['sprints']> {
  const sprints = await everyPage((startAt) =>
    agile.board.getAllSprints({ boardId, startAt, maxResults: 10 }),
  );
  const seen: Seen['sprints'][number][] = [];
  for (const { id = 0, state } of sprints) {
    const issueKeys = await everyToken(({ nextPageToken }) =>
      agile.sprint.getIssuesForSprint({
        sprintId: id,
        maxResults: 25,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      }),
    );
    seen.push({ id, boardId, state: String(state), issueKeys });
  }
  return seen;
}

async function search(jira: CloudClient, jql: string): Promise<string[]> {
  return everyToken((token) =>
    jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql: `${jql} ORDER BY key`,
      fields: ['summary', 'status'],
      maxResults: 100,
      ...token,
    }),
  );
}

/** Changes an issue's status, whose history it then reads, and keeps a property on it. */
async function change(jira: CloudClient, issueIdOrKey: string): Promise<Seen['change']> {
  const { transitions = [] } = await jira.issues.getTransitions({ issueIdOrKey });
  await jira.issues.doTransition({ issueIdOrKey, transition: { id: transitions[0]?.id ?? '' } });
  const { changelog } = await jira.issues.getIssue({
    issueIdOrKey,
    fields: ['status'],
    expand: ['changelog'],
  });
  const paged = await everyPage((startAt) => jira.issues.getChangeLogs({ issueIdOrKey, startAt }));
  const propertyKey = 'walk';
  await jira.issueProperties.setIssueProperty({ issueIdOrKey, propertyKey, body: { seen: [1, 'ü'] } });
  const { value } = await jira.issueProperties.getIssueProperty({ issueIdOrKey, propertyKey });
  return {
    issueKey: issueIdOrKey,
    status: transitions[0]?.to?.name ?? '',
    history: (changelog?.histories ?? []).flatMap(({ items = [] }) =>
      items.map(({ field, toString: to }) => `${field}: ${String(to)}`),
    ),
    pagedHistory: paged.length,
    property: value,
  };
}

type Page<Item> = { readonly values?: readonly Item[] | undefined; readonly isLast?: boolean | undefined };

async function everyPage<Item>(ask: (startAt: number) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const { values = [], isLast } = await ask(all.length);
    all.push(...values);
    if (isLast === true) return all;
  }
}

type Token = { readonly nextPageToken?: string };
type Found = {
  readonly issues?: readonly { readonly key?: string | undefined }[] | undefined;
  readonly nextPageToken?: string | null | undefined;
};

async function everyToken(ask: (token: Token) => Promise<Found>): Promise<string[]> {
  const keys: string[] = [];
  let token: Token = {};
  for (;;) {
    const { issues = [], nextPageToken } = await ask(token);
    keys.push(...issues.map(({ key = '' }) => key));
    if (nextPageToken === undefined || nextPageToken === null) return keys;
    token = { nextPageToken };
  }
}

walk().then(
  (seen) => process.stdout.write(JSON.stringify(seen)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
