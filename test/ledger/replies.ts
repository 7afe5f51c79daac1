import type { IssueReply, Replies } from './reference-b';
import type { Sprint, World } from './world';

/** Asks Jira for all that somebody can know who comes after a sprint: nothing of the app has a part in it. */
export const readReplies = async (world: World, { id, board }: Sprint): Promise<Replies> => {
  const sprint = (await world.ask('GET', `/rest/agile/1.0/sprint/${id}`)) as Replies['sprint'];
  const configuration = await world.ask('GET', `/rest/agile/1.0/board/${board.id}/configuration`);
  const fields = await world.ask('GET', '/rest/api/3/field');
  const since = sprint.startDate!.slice(0, 16).replace('T', ' ');
  const changed = `project = ${board.projectId} AND updated >= "${since}"`;
  const issues = await search(world, `sprint = ${id} OR (${changed})`);
  return {
    sprint,
    configuration: configuration as Replies['configuration'],
    fields: fields as Replies['fields'],
    issues,
    ancestors: await readAncestors(world, issues),
    histories: await readHistories(world, issues),
  };
};

const FIELDS = ['created', 'status', 'parent', 'issuetype', 'customfield_10016', 'customfield_10020'];
const PROPERTIES = ['throughline-tag'];

const search = async (world: World, jql: string): Promise<IssueReply[]> => {
  const issues: IssueReply[] = [];
  let nextPageToken: string | undefined;
  do {
    const asked = { jql, fields: FIELDS, properties: PROPERTIES, maxResults: 100, nextPageToken };
    const page = (await world.ask('POST', '/rest/api/3/search/jql', asked)) as {
      readonly issues: readonly IssueReply[];
      readonly nextPageToken?: string;
    };
    issues.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return issues;
};

const readAncestors = async (world: World, issues: readonly IssueReply[]): Promise<IssueReply[]> => {
  const ids = [...new Set(issues.flatMap(({ fields }) => (fields.parent ? [fields.parent.id] : [])))];
  const found: IssueReply[] = [];
  for (let from = 0; from < ids.length; from += 100) {
    const asked = { issueIdsOrKeys: ids.slice(from, from + 100), fields: FIELDS, properties: PROPERTIES };
    const reply = await world.ask('POST', '/rest/api/3/issue/bulkfetch', asked);
    found.push(...(reply as { readonly issues: readonly IssueReply[] }).issues);
  }
  return found;
};

const readHistories = async (
  world: World,
  issues: readonly IssueReply[],
): Promise<Replies['histories'][number][]> => {
  const histories: Replies['histories'][number][] = [];
  if (issues.length === 0) return histories;
  const question = {
    issueIdsOrKeys: issues.map(({ id }) => id),
    fieldIds: ['status', 'customfield_10016', 'customfield_10020'],
    maxResults: 10_000,
  };
  const reply = await world.ask('POST', '/rest/api/3/changelog/bulkfetch', question);
  const { issueChangeLogs, nextPageToken } = reply as {
    readonly issueChangeLogs: Replies['histories'];
    readonly nextPageToken?: string;
  };
  if (nextPageToken !== undefined) throw new Error('There are more histories than one page holds.');
  return [...histories, ...issueChangeLogs];
};
