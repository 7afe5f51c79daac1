import { STATUS_CODES } from 'node:http';
import type { Jira, JiraCaller } from '../seams';
import type { Faults } from './faults';
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
  /** The account of the running invocation, `undefined` for anonymous and outside of one. */
  readonly caller: () => string | undefined;
};

/** The seam over Jira and the storage. A descriptor that the stand-in does not play is an error that names it. */
export const createForgeFetch =
  (platform: Platform): ForgeFetch =>
  async (descriptor, path, init = {}) => {
    const { type, remote } = descriptor;
    if (type === 'kvs') return askStorage(platform, path, init);
    if (type === 'fpp' && remote === 'jira') return askJira(platform, descriptor, path, init);
    throw new Error(
      `The stand-in plays no ${type}${remote === undefined ? '' : ` ${remote}`} (asked for ${path}).`,
    );
  };

const askStorage = async ({ storage, meter, faults }: Platform, path: string, init: Init): Promise<Reply> => {
  const body = JSON.parse(String(init.body ?? 'null')) as unknown;
  const fault = await faults.strike('storage', `${path} ${entityNames(body).join(' ')}`);
  if (fault?.drop) throw new TypeError('fetch failed');
  if (fault !== null) {
    const message = 'The stand-in was told to fail here.';
    return reply(
      fault.status ?? 500,
      {},
      JSON.stringify({ code: CODES[fault.status ?? 500] ?? 'UNKNOWN_ERROR', message }),
    );
  }
  const { status, body: answer, use } = storage.handle(path, body);
  meter.stored(use);
  return reply(status, { 'content-type': 'application/json' }, answer);
};

const CODES: Readonly<Record<number, string>> = { 429: 'RATE_LIMIT_EXCEEDED', 500: 'INTERNAL_SERVER_ERROR' };

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
  const fault = await faults.strike('jira', `${method} ${path}`);
  if (fault?.drop) throw new TypeError('fetch failed');
  if (fault !== null) return reply(fault.status ?? 500, {}, JSON.stringify({ errorMessages: [] }));
  const answer = await jira.handle(
    {
      method,
      path,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body === undefined || init.body === null ? null : String(init.body),
      from: 'back-end',
    },
    callerOf(descriptor, caller()),
  );
  meter.asked('behindResolvers', method, path, answer.points);
  return reply(answer.status, answer.headers, answer.body);
};

const callerOf = ({ provider, accountId }: Descriptor, current: string | undefined): JiraCaller => {
  switch (provider) {
    case 'app':
      return { as: 'app' };
    case 'none':
      return { as: 'anonymous' };
    case 'user': {
      const account = accountId ?? current;
      return account === undefined ? { as: 'anonymous' } : { as: 'user', accountId: account };
    }
    default:
      throw new Error(`The stand-in knows no provider ${String(provider)}.`);
  }
};

const reply = (status: number, headers: Readonly<Record<string, string>>, body: string): Reply => ({
  ok: status >= 200 && status < 300,
  status,
  statusText: STATUS_CODES[status] ?? '',
  headers: new Headers(headers),
  text: async () => body,
});
