import * as v from 'valibot';
import type { AccountId } from '../domain/ids';
import { readReply, type JiraApi } from './jira-api';

export type User = {
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly avatarUrl: string | null;
};

/** People by account, one request each 50. Accounts that are gone are left out. */
export const fetchUsers = async (jira: JiraApi, accountIds: readonly AccountId[]): Promise<User[]> => {
  const unique = [...new Set(accountIds)];
  const batches = Array.from({ length: Math.ceil(unique.length / ACCOUNTS_PER_REQUEST) }, (_, index) =>
    unique.slice(index * ACCOUNTS_PER_REQUEST, (index + 1) * ACCOUNTS_PER_REQUEST),
  );
  return (await Promise.all(batches.map((batch) => fetchBatch(jira, batch)))).flat();
};

/** People of the site whose name matches what was typed, at most 20. */
export const searchUsers = async ({ requestJira, route }: JiraApi, query: string): Promise<User[]> => {
  const response = await requestJira(route`/rest/api/3/user/search?query=${query}&maxResults=${20}`, {
    method: 'GET',
  });
  return (await readReply(response, v.array(userReply), 'the people')).filter(isPerson).map(toUser);
};

const ACCOUNTS_PER_REQUEST = 50;

const fetchBatch = async (
  { requestJira, route }: JiraApi,
  accountIds: readonly AccountId[],
): Promise<User[]> => {
  const query = new URLSearchParams([
    ['maxResults', String(ACCOUNTS_PER_REQUEST)],
    ...accountIds.map((id): [string, string] => ['accountId', id]),
  ]);
  const response = await requestJira(route`/rest/api/3/user/bulk?${query}`, { method: 'GET' });
  const { values } = await readReply(response, v.object({ values: v.array(userReply) }), 'the people');
  return values.map(toUser);
};

const userReply = v.object({
  accountId: v.string(),
  displayName: v.string(),
  accountType: v.optional(v.string()),
  active: v.optional(v.boolean()),
  avatarUrls: v.optional(v.record(v.string(), v.string())),
});

const isPerson = ({ accountType, active }: v.InferOutput<typeof userReply>): boolean =>
  (accountType ?? 'atlassian') === 'atlassian' && active !== false;

const toUser = ({ accountId, displayName, avatarUrls }: v.InferOutput<typeof userReply>): User => ({
  accountId: accountId as AccountId,
  displayName,
  avatarUrl: avatarUrls?.['24x24'] ?? null,
});
