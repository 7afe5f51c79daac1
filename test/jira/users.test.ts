import type { AccountId } from '../../src/domain/ids';
import type { JiraApi } from '../../src/jira/jira-api';
import { fetchUsers } from '../../src/jira/users';
import { aSite, anAccount } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';

/** Jira as a person sees it, at the gateway's own seam, with the requests that it was asked. */
const jiraAs = async (accountIds: readonly string[]) => {
  const app = await anInstalledApp(
    aSite({ accounts: ['admin', ...accountIds].map((name) => anAccount(name)) }),
  );
  const asked: string[] = [];
  const jira = {
    route: (strings: TemplateStringsArray, ...values: unknown[]) =>
      strings.reduce((path, text, index) => path + String(values[index - 1]) + text),
    requestJira: async (path: string, { method }: { method: string }) => {
      asked.push(path);
      const { status, body } = await app.rest('admin', method, path);
      return { ok: status < 300, status, json: async () => body, text: async () => JSON.stringify(body) };
    },
  } as unknown as JiraApi;
  return { jira, asked };
};

const idsOf = (names: readonly string[]) => names.map((name) => `account-${name}` as AccountId);

test('reads each person once, and more than fifty in several requests', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `person${index}`);
  const { jira, asked } = await jiraAs(names);
  const users = await fetchUsers(jira, [...idsOf(names), ...idsOf(names)]);
  expect(users.map(({ accountId }) => accountId).sort()).toEqual(idsOf(names).sort());
  expect(asked).toHaveLength(2);
});

test('leaves out who is gone, and asks nothing for nobody', async () => {
  const { jira, asked } = await jiraAs([]);
  expect(await fetchUsers(jira, [])).toEqual([]);
  expect(asked).toEqual([]);
  expect(await fetchUsers(jira, idsOf(['gone']))).toEqual([]);
});
