import type { JiraApi, JiraInit } from '../../src/jira/jira-api';
import type { InstalledApp } from '../builders/an-installed-app';
import { jiraInFrame } from './jira-in-frame';

/** Jira as an account's browser meets it, with the requests that it was asked, as `POST /rest/…`. */
export const countingJira = (
  app: InstalledApp,
  account: string,
): { readonly jira: JiraApi; readonly asked: string[] } => {
  const { requestJira: ask, route } = jiraInFrame(app, account);
  const asked: string[] = [];
  const requestJira = (path: never, init: JiraInit) => {
    asked.push(`${init.method} ${path as string}`);
    return ask(path, init);
  };
  return { jira: { requestJira, route }, asked };
};
