import type { Issue, Site } from '../../../local/jira/model';
import { TAG_PROPERTY } from '../../../src/domain/tag';
import type { JiraApi, JiraInit } from '../../../src/jira/jira-api';
import { aJira } from '../../local/jira/a-jira';

const INDEXED = ['state', 'keyResults'].map((path) => ({
  propertyKey: TAG_PROPERTY,
  path,
  type: 'string' as const,
  alias: null,
}));

/** Jira as a member of TEAM meets it in the browser, and every path that was asked for. */
export const aJiraApi = (
  issues: Issue[],
  over: Partial<Site> = {},
): { readonly jira: JiraApi; readonly asked: string[] } => {
  const site = aJira(issues, over, { indexedProperties: INDEXED });
  const asked: string[] = [];
  const requestJira = async (path: string, init: JiraInit) => {
    asked.push(path);
    const reply = await site.handle(
      { method: init.method, path, headers: init.headers ?? {}, body: init.body ?? null, from: 'front-end' },
      { as: 'user', accountId: 'account-member' },
    );
    return new Response(reply.body === '' ? null : reply.body, { status: reply.status });
  };
  const route = (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]): string =>
    strings.reduce((path, text, index) => {
      const value = values[index - 1];
      return path + (value instanceof URLSearchParams ? value : encodeURIComponent(String(value))) + text;
    });
  return { jira: { requestJira, route } as unknown as JiraApi, asked };
};

export const tagged = (...keyResults: string[]) => ({
  [TAG_PROPERTY]: { version: 1, state: 'tagged', keyResults },
});

export const exempt = { [TAG_PROPERTY]: { version: 1, state: 'exempt', reason: 'bug', note: '' } };
