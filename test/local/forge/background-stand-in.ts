import { join } from 'node:path';
import { callBridge } from '../../../local/bridge';
import { createStandIn, type StandIn, type StandInOptions } from '../../../local/stand-in';
import { anIssue, aSite } from '../../builders/a-site';
import { watcher } from '../../contract/fail-on-mismatch';

export const BACKGROUND_ROOT = join(__dirname, 'background-app');

/** The stand-in over a small site and an app that the platform calls by itself, at noon of a quiet day. */
export const startBackground = (options: Partial<StandInOptions> = {}): Promise<StandIn> =>
  createStandIn({
    root: BACKGROUND_ROOT,
    site: aSite({ issues: [anIssue('TEAM-1'), anIssue('TEAM-2')] }),
    siteUrl: 'http://127.0.0.1:1',
    clockOffset: Date.parse('2026-03-02T12:00:00.000Z') - Date.now(),
    onExchange: watcher.onExchange,
    log: () => undefined,
    ...options,
  });

/** Calls the app's resolver as a member of the site. */
export const ask = async <Value>(
  standIn: StandIn,
  functionKey: string,
  payload: unknown = {},
): Promise<Value> =>
  (await callBridge(standIn, {
    account: 'member',
    module: 'background-page',
    context: {},
    command: 'invoke',
    data: { functionKey, payload },
  })) as Value;

/** What a function of the app was called with. */
export type Heard = {
  readonly name: string;
  readonly told: readonly [Record<string, unknown>, Record<string, unknown>];
  readonly moduleKey: string;
  readonly at: string;
};

/** What the platform has called since this was last asked, once everything due is delivered. */
export const hear = async (standIn: StandIn): Promise<readonly Heard[]> => {
  await standIn.deliveries.settled();
  return ask<Heard[]>(standIn, 'heard');
};

/** Asks Jira as an account. */
export const rest = async (
  { jira }: StandIn,
  account: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  const sent = body === undefined ? null : JSON.stringify(body);
  const caller = { as: 'user', accountId: `account-${account}` } as const;
  return (await jira.handle({ method, path, headers, body: sent }, caller)).status;
};

/** Moves the clock on. */
export const pass = ({ clock }: StandIn, milliseconds: number): void =>
  clock.moveTo(new Date(clock.now().getTime() + milliseconds));

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
