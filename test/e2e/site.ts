import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startServer, type Loaded } from '../../local/server';
import type { MeterReading } from '../../local/forge/meter';
import { createWatcher, failOn } from '../contract/watcher';

export type Answer<T = unknown> = { readonly status: number; readonly body: T };

/** A running local site, and what a test asks it beside the browser. */
export type TestSite = {
  /** Without a slash at the end. */
  readonly url: string;
  /** Asks Jira's REST API as the account; `null` is nobody. The body is sent as JSON. */
  readonly rest: <T>(
    account: string | null,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Answer<T>>;
  /** Asks one of the stand-in's own routes, as `/local/clock`. */
  readonly local: <T>(method: string, path: string, body?: unknown) => Promise<Answer<T>>;
  readonly meter: () => Promise<MeterReading>;
  readonly resetMeter: () => Promise<void>;
};

/**
 * Starts a site on a free port, with its state in a file of its own. Closing it fails when a request or a reply broke
 * Jira's specification meanwhile.
 *
 * @param root - The folder of the app that is installed in it; this project's unless told.
 */
export async function startSite(
  load: () => Promise<Loaded> | Loaded,
  root?: string,
): Promise<TestSite & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-'));
  const watcher = createWatcher();
  const server = await startServer({
    load,
    onExchange: watcher.onExchange,
    port: 0,
    stateFile: path.join(folder, 'state.json'),
    ...(root === undefined ? {} : { root }),
  });
  server.standIn.settings.change({
    searchLagMs: SEARCH_LAG_MS,
    queryLagMs: QUERY_LAG_MS,
    bulkTaskMs: BULK_TASK_MS,
  });
  const ask = askOf(server.url);
  return {
    url: server.url,
    rest: (account, method, route, body) => ask(method, route, body, account),
    local: (method, route, body) => ask(method, route, body, null),
    meter: async () => (await ask<MeterReading>('GET', '/local/meter', undefined, null)).body,
    resetMeter: async () => void (await ask('POST', '/local/meter/reset', undefined, null)),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
      failOn(watcher.take());
    },
  };
}

/** Longer than a person waits to see what they saved: no screen may depend on a query for that. */
const QUERY_LAG_MS = 5_000;

/** Long enough that nobody finds a bulk operation done when it is answered. */
const BULK_TASK_MS = 300;

/** As long as Jira's index may take. */
const SEARCH_LAG_MS = 1_000;

function askOf(url: string) {
  return async <T>(
    method: string,
    route: string,
    body: unknown,
    account: string | null,
  ): Promise<Answer<T>> => {
    const response = await fetch(url + route, {
      method,
      headers: {
        ...(account === null ? {} : { authorization: `Basic ${btoa(`${account}:any`)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  };
}

/** Moves the site's clock to where search knows everything that was written. */
export const untilIndexed = async (site: TestSite): Promise<void> =>
  void (await site.local('POST', '/local/clock', { advanceMs: SEARCH_LAG_MS }));

/** The same for storage: a review finds the check-ins of a past sprint by query, all but each key result's newest. */
export const untilQueriesKnow = async (site: TestSite): Promise<void> =>
  void (await site.local('POST', '/local/clock', { advanceMs: QUERY_LAG_MS }));
