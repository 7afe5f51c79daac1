import { connectionLost, underFault, type Faults } from './faults';

/** What one of Atlassian's services answers. */
export type ServiceReply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** As sent; absent is empty. */
  readonly body?: string;
};

/** Everything that one call of the platform has caused in the end: how many requests to queues. */
export type Chain = { pushes: number };

export type Service = (body: unknown, chain: Chain) => ServiceReply;

/** Services by the beginning of their path. */
export type Services = ReadonlyMap<string, Service>;

type Ask = {
  readonly services: Services;
  readonly faults: Faults;
  readonly chain: Chain;
  readonly provider: string | undefined;
  readonly path: string;
  readonly init: { readonly method?: string; readonly body?: unknown };
};

/**
 * Asks the service behind a path, as the app. Faults know it as Jira's.
 * @throws an error that names what the stand-in does not play
 */
export const askService = async (ask: Ask): Promise<ServiceReply> => {
  const { services, faults, chain, provider, path, init } = ask;
  const [, service] = [...services].find(([start]) => path.startsWith(start)) ?? [];
  if (service === undefined || provider !== 'app' || init.method !== 'POST') {
    throw new Error(
      `The stand-in plays no stargate for ${String(init.method)} ${path} as ${String(provider)}.`,
    );
  }
  return underFault<ServiceReply>(await faults.strike('jira', `POST ${path}`, 'back-end'), {
    happen: () => service(JSON.parse(String(init.body ?? 'null')) as unknown, chain),
    answered: (answer) => answer,
    lost: connectionLost,
  });
};

/** An answer with a JSON body. */
export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
