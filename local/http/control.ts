import { BridgeError, callBridge } from '../bridge';
import { InvocationError } from '../forge/invocation';
import type { FaultRule } from '../forge/fault-rule';
import type { Site } from '../jira/model';
import { permissionOverview } from '../jira/permission-overview';
import type { BridgeCall } from '../seams';
import type { SettingValues } from '../settings';
import type { StandIn } from '../stand-in';
import { changeAccount, disturbDelivery, fireEvents, openIssue } from './platform-control';
import { jsonReply, problemReply, type HttpReply } from './reply';

export type ControlRequest = { readonly method: string; readonly path: string; readonly body: string | null };

/** The routes under `/local/` for people and tests. `null` where the path is none of them. */
export const answerControl = async (
  standIn: StandIn,
  { method, path, body }: ControlRequest,
  changed: () => void,
): Promise<HttpReply | null> => {
  const route = ROUTES[`${method} ${path}`];
  if (route === undefined) {
    const known = Object.keys(ROUTES).filter((one) => one.endsWith(` ${path}`));
    return known.length === 0 ? null : problemReply(405, `${path} takes ${known.join(', ')}, not ${method}.`);
  }
  try {
    return jsonReply(await route(standIn, parseBody(body), changed));
  } catch (error) {
    if (error instanceof BridgeError) return problemReply(error.status, error.message);
    if (error instanceof InvocationError) return problemReply(500, error.message);
    return problemReply(400, error instanceof Error ? error.message : String(error));
  }
};

type Route = (standIn: StandIn, body: unknown, changed: () => void) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  'POST /local/bridge': (standIn, body) => callBridge(standIn, readCall(body)),
  'GET /local/accounts': ({ site }) => describeAccounts(site),
  'POST /local/accounts': (standIn, body, changed) => {
    changeAccount(standIn, body);
    changed();
    return describeAccounts(standIn.site);
  },
  'POST /local/issue-view': (standIn, body) => openIssue(standIn, body),
  'POST /local/events': (standIn, body) => fireEvents(standIn, body),
  'GET /local/delivery': (standIn) => disturbDelivery(standIn, {}),
  'POST /local/delivery': (standIn, body) => disturbDelivery(standIn, body),
  'GET /local/health': ({ site, installation, clock }) => ({
    ok: true,
    site: site.name,
    url: installation.siteUrl,
    now: clock.now().toISOString(),
    megabytes: Math.round(process.memoryUsage().rss / 1_048_576),
  }),
  'GET /local/meter': ({ meter }) => meter.read(),
  'POST /local/meter/reset': ({ meter }) => {
    meter.reset();
    return meter.read();
  },
  'GET /local/settings': ({ settings }) => settings.read(),
  'POST /local/settings': ({ settings }, body) => {
    settings.change((body ?? {}) as Partial<SettingValues>);
    return settings.read();
  },
  'GET /local/faults': ({ faults }) => faults.rules(),
  'POST /local/faults': ({ faults }, body) => {
    if (!Array.isArray(body)) throw new Error('Faults are a list of rules; an empty list clears them.');
    faults.set(body as readonly FaultRule[]);
    return faults.rules();
  },
  'GET /local/tour': ({ site: { name, tour } }) => ({ name, tour }),
  'GET /local/modules': ({ manifest }) => manifest.modules,
  'GET /local/permissions': ({ site }) => permissionOverview(site),
  'GET /local/clock': ({ clock }) => ({ now: clock.now().toISOString() }),
  'POST /local/clock': (standIn, body, changed) => {
    moveClock(standIn, body);
    changed();
    return { now: standIn.clock.now().toISOString() };
  },
};

const parseBody = (body: string | null): unknown => {
  if (body === null) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('The body is not JSON.');
  }
};

const readCall = (body: unknown): BridgeCall => {
  const {
    account,
    module,
    context = {},
    forgedContext = {},
    command,
    data,
  } = (body ?? {}) as Partial<BridgeCall>;
  if (account === undefined) throw new Error('A call of the bridge names an account, or null for anonymous.');
  if (typeof module !== 'string' || typeof command !== 'string') {
    throw new Error('A call of the bridge names a module and a command.');
  }
  return { account, module, context, forgedContext, command, data };
};

/** What comes later has years of five digits, which neither Jira nor the app's dates know. */
const END_OF_TIME = Date.UTC(9999, 0);

const moveClock = ({ clock }: StandIn, body: unknown): void => {
  const { moveTo, advanceMs } = (body ?? {}) as { moveTo?: unknown; advanceMs?: unknown };
  const moment =
    typeof advanceMs === 'number' ? clock.now().getTime() + advanceMs : Date.parse(String(moveTo));
  if (!(moment >= 0 && moment < END_OF_TIME)) {
    throw new Error(
      'The clock takes {"moveTo": an ISO moment} or {"advanceMs": a number}, from 1970 to the year 9999.',
    );
  }
  clock.moveTo(new Date(moment));
};

const describeAccounts = ({ accounts, groups, projects }: Site) =>
  accounts.map((account) => {
    const own = groups.filter(({ members }) => members.includes(account.accountId));
    const roles = projects.map(({ key, roles: byName }) => [
      key,
      Object.entries(byName)
        .filter(
          ([, role]) =>
            role.accounts.includes(account.accountId) ||
            own.some(({ groupId }) => role.groups.includes(groupId)),
        )
        .map(([name]) => name),
    ]);
    return { ...account, groups: own.map(({ name }) => name), roles: Object.fromEntries(roles) as unknown };
  });
