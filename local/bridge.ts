import { STATUS_CODES } from 'node:http';
import type { FaultAnswer } from './forge/fault-answer';
import { underFault } from './forge/faults';
import type { Module } from './forge/manifest';
import type { BridgeCall, JiraCaller, JiraReply, JiraRequest } from './seams';
import { describeModule, findAccount, type StandIn } from './stand-in';

/** A call of the bridge that cannot be meant: it names what the stand-in does not know. */
export class BridgeError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Does for a frame what needs the server: calls the module's resolver, asks Jira as the person, tells the context.
 * @throws BridgeError, or InvocationError when the resolver fails.
 */
export const callBridge = async (standIn: StandIn, call: BridgeCall): Promise<unknown> => {
  const module = standIn.manifest.modules.find(({ key }) => key === call.module);
  if (module === undefined)
    throw new BridgeError(404, `The manifest has no module ${call.module} with a page.`);
  const accountId = call.account === null ? null : getAccount(standIn, call.account).accountId;
  switch (call.command) {
    case 'invoke':
      return invoke(standIn, module, accountId, call);
    case 'fetchProduct':
      return fetchProduct(standIn, accountId, call.data);
    case 'getContext':
      return getContext(standIn, module, call);
    default:
      throw new BridgeError(
        400,
        `The stand-in's bridge has no command ${call.command} that needs the server.`,
      );
  }
};

const getAccount = ({ site }: StandIn, userName: string) => {
  const account = findAccount(site, userName);
  if (account === undefined) throw new BridgeError(401, `The site has no account ${userName}.`);
  if (!account.active) throw new BridgeError(401, `The account ${userName} is closed.`);
  return account;
};

const invoke = async (standIn: StandIn, module: Module, accountId: string | null, call: BridgeCall) => {
  const { functionKey, payload } = (call.data ?? {}) as { functionKey?: unknown; payload?: unknown };
  if (typeof functionKey !== 'string') throw new BridgeError(400, 'invoke needs a functionKey.');
  const context = {
    ...describeModule(standIn, module, call.context),
    ...(accountId === null ? {} : { accountId }),
    ...call.forgedContext,
  };
  try {
    return await standIn.app.invoke({ module, accountId, context, functionKey, payload });
  } catch (error) {
    if (error instanceof Error && error.message.includes(`Resolver has no definition for '${functionKey}'`)) {
      throw new BridgeError(400, error.message);
    }
    throw error;
  }
};

type ProductRequest = {
  readonly product?: string;
  readonly restPath?: string;
  readonly fetchRequestInit?: {
    readonly method?: string;
    readonly body?: string | null;
    readonly headers?: HeadersInit;
  };
};

const fetchProduct = async ({ jira, meter, faults }: StandIn, accountId: string | null, data: unknown) => {
  const { product, restPath = '', fetchRequestInit = {} } = (data ?? {}) as ProductRequest;
  if (product !== 'jira') throw new BridgeError(400, `The stand-in has no product ${String(product)}.`);
  if (!restPath.startsWith('/rest/'))
    throw new BridgeError(400, `Jira's paths begin with /rest/, not ${restPath}.`);
  const method = (fetchRequestInit.method ?? 'GET').toUpperCase();
  const fault = await faults.strike('jira', `${method} ${restPath}`, 'front-end');
  const caller: JiraCaller = accountId === null ? { as: 'anonymous' } : { as: 'user', accountId };
  const ask = async (
    asked: Pick<JiraRequest, 'method' | 'path' | 'headers' | 'body'>,
  ): Promise<JiraReply> => {
    const reply = await jira.handle({ ...asked, from: 'front-end' }, caller);
    meter.asked('inFront', asked.method, asked.path, reply);
    return reply;
  };
  const { status, headers, body } = await underFault<FaultAnswer>(fault, {
    happen: async () => {
      const sent = Object.fromEntries(new Headers(fetchRequestInit.headers));
      const asked = { method, path: restPath, headers: sent, body: fetchRequestInit.body ?? null };
      const reply = await ask(asked);
      const { location } = reply.headers;
      if (reply.status !== 303 || location === undefined) return reply;
      // A browser goes where it is sent, and whoever asked never sees that it was.
      const { pathname, search } = new URL(location, 'http://jira');
      return ask({ method: 'GET', path: pathname + search, headers: {}, body: null });
    },
    answered: (answer) => answer,
    lost: () => new BridgeError(502, 'Failed to fetch'),
  });
  return { body, headers, status, statusText: STATUS_CODES[status] ?? '', isAttachment: false };
};

const getContext = (standIn: StandIn, module: Module, { account, context, data }: BridgeCall) => {
  const person = account === null ? null : getAccount(standIn, account);
  const { theme } = (data ?? {}) as { theme?: unknown };
  return {
    ...describeModule(standIn, module, context),
    ...(person === null ? {} : { accountId: person.accountId }),
    locale: person?.locale ?? 'en_US',
    timezone: person?.timeZone ?? 'UTC',
    theme: theme ?? { colorMode: 'light' },
    permissions: { scopes: standIn.manifest.permissions['scopes'] },
  };
};
