import type { JiraApi, JiraInit } from '../../src/jira/jira-api';
import { callBridge } from '../../local/bridge';
import type { Site } from '../../static/admin-page/site';
import type { InstalledApp } from './an-installed-app';

/**
 * What the administrators' page has to work with in its frame: the app and Jira through the bridge, and a clock that
 * goes on at once while it waits.
 */
export const anAdminFrame = ({ standIn, call }: InstalledApp, account = 'admin'): Site => ({
  invoke: ((name, payload) => call(account, name, payload)) as Site['invoke'],
  jira: {
    requestJira: async (path: string, init: JiraInit) => {
      const reply = (await callBridge(standIn, {
        account,
        module: 'admin-page-module',
        context: {},
        command: 'fetchProduct',
        data: {
          product: 'jira',
          restPath: path,
          fetchRequestInit: { method: init.method, body: init.body ?? null, headers: init.headers ?? {} },
        },
      })) as { readonly status: number; readonly body: string; readonly headers: Record<string, string> };
      const { status, body, headers } = reply;
      return new Response(body === '' ? null : body, { status, headers });
    },
    route: (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]): string =>
      strings.reduce((path, text, index) => {
        const value = values[index - 1];
        return path + (value instanceof URLSearchParams ? value : encodeURIComponent(String(value))) + text;
      }),
  } as unknown as JiraApi,
  pause: async (milliseconds) => {
    standIn.clock.moveTo(new Date(standIn.clock.now().getTime() + milliseconds));
  },
  now: () => standIn.clock.now().getTime(),
});
