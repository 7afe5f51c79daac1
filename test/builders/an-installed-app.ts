import { resolve } from 'node:path';
import type { AdminPageApi } from '../../src/contract/admin-page';
import type { IssuePanelApi } from '../../src/contract/issue-panel';
import type { KeyResultColumnApi } from '../../src/contract/key-result-column';
import type { Outcome, Problem } from '../../src/contract/outcome';
import type { ProjectPageApi } from '../../src/contract/project-page';
import type { SprintPlanningApi } from '../../src/contract/sprint-planning';
import type { RefinementApi } from '../../src/contract/refinement';
import type { SprintReviewApi } from '../../src/contract/sprint-review';
import { callBridge } from '../../local/bridge';
import type { Site } from '../../local/jira/model';
import { createStandIn, type StandIn, type StandInOptions } from '../../local/stand-in';
import { watcher } from '../contract/fail-on-mismatch';
import { aSite } from './a-site';

type Api = AdminPageApi &
  IssuePanelApi &
  KeyResultColumnApi &
  ProjectPageApi &
  RefinementApi &
  SprintPlanningApi &
  SprintReviewApi;
type Payload<Name extends keyof Api> = Parameters<Api[Name]>[0];
type Value<Name extends keyof Api> = ReturnType<Api[Name]> extends Outcome<infer T> ? T : never;

/** The app as it runs on the stand-in, asked as a frame would ask it. */
export type InstalledApp = {
  readonly standIn: StandIn;
  /** Calls a resolver function as an account; `null` is somebody who is not logged in. */
  readonly call: <Name extends keyof Api>(
    account: string | null,
    name: Name,
    payload: Payload<Name> | Readonly<Record<string, unknown>>,
  ) => Promise<Outcome<Value<Name>>>;
  /** The same, for calls that a test is not about: fails unless they succeed. */
  readonly get: <Name extends keyof Api>(
    account: string,
    name: Name,
    payload: Payload<Name>,
  ) => Promise<Value<Name>>;
  /** The problem that a call ends with; fails when it succeeds. */
  readonly problem: <Name extends keyof Api>(
    account: string | null,
    name: Name,
    payload: Payload<Name> | Readonly<Record<string, unknown>>,
  ) => Promise<Problem>;
  /** Lets so much time pass that searches and queries see all that was written. */
  readonly settle: () => void;
  /** Asks Jira as an account. */
  readonly rest: (
    account: string,
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: unknown }>;
};

export const anInstalledApp = async (
  site: Site = aSite(),
  projectId = '10000',
  over: Partial<StandInOptions> = {},
): Promise<InstalledApp> => {
  const standIn = await createStandIn({
    root: resolve(__dirname, '../..'),
    site,
    siteUrl: 'http://127.0.0.1:1',
    onExchange: watcher.onExchange,
    ...over,
  });
  standIn.settings.change({ searchLagMs: LAG_MS, queryLagMs: LAG_MS, searchPageShare: PAGE_SHARE });
  const settle = () => standIn.clock.moveTo(new Date(standIn.clock.now().getTime() + LAG_MS));
  const call: InstalledApp['call'] = async (account, functionKey, payload) =>
    (await callBridge(standIn, {
      account,
      module: moduleOf(functionKey),
      context: { project: { id: projectId } },
      command: 'invoke',
      data: { functionKey, payload },
    })) as never;
  const problem: InstalledApp['problem'] = async (account, name, payload) => {
    const outcome = await call(account, name, payload);
    if (outcome.ok) throw new Error(`${name} succeeded: ${JSON.stringify(outcome.value)}`);
    return outcome.error;
  };
  const get: InstalledApp['get'] = async (account, name, payload) => {
    const outcome = await call(account, name, payload);
    if (!outcome.ok) throw new Error(`${name} failed: ${JSON.stringify(outcome.error)}`);
    return outcome.value;
  };
  const rest: InstalledApp['rest'] = async (account, method, path, body) => {
    const reply = await standIn.jira.handle(
      {
        method,
        path,
        headers: { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      },
      { as: 'user', accountId: `account-${account}` },
    );
    return { status: reply.status, body: reply.body === '' ? null : JSON.parse(reply.body) };
  };
  return { standIn, call, get, problem, settle, rest };
};

/** On the platform it is not said how long; here it is so long that nothing settles by itself while a test runs. */
const LAG_MS = 60_000;

/** Pages of searches are short without being the last, as they may be on the platform. */
const PAGE_SHARE = 0.6;

const moduleOf = (functionKey: keyof Api): string => {
  if (['loadIssuePanel', 'loadObjectives', 'saveTag'].includes(functionKey)) return 'issue-context';
  if (ADMIN_FUNCTIONS.includes(functionKey)) return 'admin-page-module';
  return functionKey === 'loadSprintReview' ? 'sprint-action' : 'project-page-module';
};

const ADMIN_FUNCTIONS: readonly string[] = [
  'loadAdminPage',
  'exportRecords',
  'exportNamedRecords',
  'estimateIssues',
  'importRecords',
] satisfies (keyof AdminPageApi)[];
