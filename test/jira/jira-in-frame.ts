import { callBridge } from '../../local/bridge';
import type { JiraApi, JiraInit } from '../../src/jira/jira-api';
import type { InstalledApp } from '../builders/an-installed-app';

/** Jira as an account's browser meets it in the project page of an installed app, faults included. */
export const jiraInFrame = ({ standIn }: InstalledApp, account: string): JiraApi => {
  const requestJira = async (restPath: string, { method, headers, body }: JiraInit) => {
    const reply = (await callBridge(standIn, {
      account,
      module: 'project-page-module',
      context: { project: { id: '10000' } },
      command: 'fetchProduct',
      data: { product: 'jira', restPath, fetchRequestInit: { method, headers, body } },
    })) as { readonly status: number; readonly body: string };
    return new Response(reply.body === '' ? null : reply.body, { status: reply.status });
  };
  const route = (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]): string =>
    strings.reduce((path, text, index) => {
      const value = values[index - 1];
      return path + (value instanceof URLSearchParams ? value : encodeURIComponent(String(value))) + text;
    });
  return { requestJira, route } as unknown as JiraApi;
};
