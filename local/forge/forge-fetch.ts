import { STATUS_CODES } from 'node:http';
import type { Jira, JiraCaller } from '../seams';
import { askService, type Chain, type Services } from './atlassian-services';
import type { FaultAnswer } from './fault-answer';
import { connectionLost, underFault, type Faults } from './faults';
import type { Meter } from './meter';
import type { Storage } from './storage/storage';

/** `globalThis.__forge_fetch__`: where everything that the back end asks of the platform leaves it. */
export type ForgeFetch = (descriptor: Descriptor, path: string, init?: Init) => Promise<Reply>;

/** The part of a `Response` that Forge's packages and the app read. */
export type Reply = {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly text: () => Promise<string>;
};

type Descriptor = {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
};
type Init = { readonly method?: string; readonly headers?: HeadersInit; readonly body?: unknown };

export type Platform = {
  readonly jira: Jira;
  readonly storage: Storage;
  readonly meter: Meter;
  readonly faults: Faults;
  /** What else of Atlassian's the app may ask. */
  readonly services: Services;
  readonly caller: Caller;
  readonly chain: Chain;
};

/** Who called the function that runs: a person, who may be anonymous (`undefined`), or the platform by itself. */
export type Caller =
  { readonly by: 'user'; readonly accountId: string | undefined } | { readonly by: 'platform' };

/** The seam over Jira and the storage. A descriptor that the stand-in does not play is an error that names it. */
export const createForgeFetch =
  (platform: Platform): ForgeFetch =>
  async (descriptor, path, init = {}) => {
    const { type, remote } = descriptor;
    if (type === 'kvs') return askStorage(platform, path, init);
    if (type === 'fpp' && remote === 'jira') return askJira(platform, descriptor, path, init);
    if (type === 'fpp' && remote === 'stargate') {
      const ask = { ...platform, provider: descriptor.provider, path, init };
      const { status, headers = {}, body = '' } = await askService(ask);
      return reply(status, headers, body);
    }
    throw new Error(
      `The stand-in plays no ${type}${remote === undefined ? '' : ` ${remote}`} (asked for ${path}).`,
    );
  };

const askStorage = async ({ storage, meter, faults }: Platform, path: string, init: Init): Promise<Reply> => {
  const body = JSON.parse(String(init.body ?? 'null')) as unknown;
  const fault = await faults.strike('storage', `${path} ${entityNames(body).join(' ')}`);
  return underFault(fault, {
    happen: () => {
      const { status, body: answer, use } = storage.handle(path, body);
      meter.stored(use, status);
      return reply(status, { 'content-type': 'application/json' }, answer);
    },
    answered: asReply,
    lost: connectionLost,
  });
};

const entityNames = (body: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(body).matchAll(/"entityName":"([^"]+)"/g)].map(([, name]) => name ?? '')),
];

const askJira = async (
  { jira, meter, faults, caller }: Platform,
  descriptor: Descriptor,
  path: string,
  init: Init,
): Promise<Reply> => {
  const method = (init.method ?? 'GET').toUpperCase();
  // Nobody is there to ask as: the platform has no user's token to lend.
  if (caller.by === 'platform' && descriptor.provider === 'user' && descriptor.accountId === undefined)
    return reply(401, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' }, '');
  const fault = await faults.strike('jira', `${method} ${path}`, 'back-end');
  const request = {
    method,
    path,
    headers: { ...typeUnlessTold(init.body), ...Object.fromEntries(new Headers(init.headers)) },
    body: init.body === undefined || init.body === null ? null : String(init.body),
    from: 'back-end',
  } as const;
  return underFault(fault, {
    happen: async () => {
      const current = caller.by === 'user' ? caller.accountId : undefined;
      const answer = await jira.handle(request, callerOf(descriptor, current));
      meter.asked('behindResolvers', method, path, answer);
      return reply(answer.status, answer.headers, answer.body);
    },
    answered: asReply,
    lost: connectionLost,
  });
};

/** The type that `fetch` gives a text of which nothing is told, and which Jira refuses. */
const typeUnlessTold = (body: unknown): Readonly<Record<string, string>> =>
  typeof body === 'string' ? { 'content-type': 'text/plain;charset=UTF-8' } : {};

const callerOf = ({ provider, accountId }: Descriptor, current: string | undefined): JiraCaller => {
  switch (provider) {
    case 'app':
      return { as: 'app' };
    case 'none':
      return { as: 'anonymous' };
    case 'user': {
      // It takes `allowImpersonation` on a scope of the manifest, which the stand-in does not play.
      if (accountId !== undefined && accountId !== current)
        throw new Error(`The app may not act as ${accountId}, who did not call it.`);
      return current === undefined ? { as: 'anonymous' } : { as: 'user', accountId: current };
    }
    default:
      throw new Error(`The stand-in knows no provider ${String(provider)}.`);
  }
};

const asReply = ({ status, headers, body }: FaultAnswer): Reply => reply(status, headers, body);

const reply = (status: number, headers: Readonly<Record<string, string>>, body: string): Reply => ({
  ok: status >= 200 && status < 300,
  status,
  statusText: STATUS_CODES[status] ?? '',
  headers: new Headers(headers),
  text: async () => body,
});
