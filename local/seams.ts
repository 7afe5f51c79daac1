import type { Site } from './jira/model';

/**
 * How the parts of the stand-in meet. `jira/` answers requests, `forge/` runs the app and calls `jira/` for it,
 * `server.ts` puts both behind HTTP, `pages/` is what a person sees.
 */
export type JiraCaller =
  { readonly as: 'user'; readonly accountId: string } | { readonly as: 'app' } | { readonly as: 'anonymous' };

export type JiraRequest = {
  readonly method: string;
  /** Path and query, beginning with `/rest/`. */
  readonly path: string;
  /** By their names in small letters. A body without a `content-type` counts as JSON; what comes over a wire tells it. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as sent, or `null`. */
  readonly body: string | null;
  /** Which side of the app asks: its back end, or one of its frames. Absent for the site's own pages and other clients. */
  readonly from?: 'back-end' | 'front-end';
};

/** A request with its reply, for those who watch what passes. */
export type Exchange = {
  readonly request: JiraRequest;
  readonly caller: JiraCaller;
  readonly reply: JiraReply;
};

export type JiraReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as sent; empty for 204. */
  readonly body: string;
  /** What the request would cost behind a resolver, by Atlassian's published points. */
  readonly points: number;
};

/** Jira's REST API over a site. */
export type Jira = {
  readonly site: Site;
  readonly handle: (request: JiraRequest, caller: JiraCaller) => Promise<JiraReply>;
  /** Called after every write, so that the state can be saved and events be sent. */
  readonly onChange: (listener: (change: Change) => void) => void;
};

/** That something of the site was changed, and what apps are told of it. */
export type Change = { readonly kind: string; readonly id: string; readonly told?: Told };

/** Who caused product events, and a way to have them, as they are at that moment, for those who listen. */
export type Told = { readonly by: JiraCaller; readonly events: () => readonly ProductEvent[] };

/** One of Jira's product events with its payload, as a trigger of the app gets it. */
export type ProductEvent = { readonly eventType: string } & Readonly<Record<string, unknown>>;

/** The stand-in's clock: real time plus what `POST /local/clock` has moved it by. */
export type Clock = { readonly now: () => Date; readonly moveTo: (moment: Date) => void };

/** What the site's app may be asked for, as `POST /local/bridge` carries it. */
export type BridgeCall = {
  /** The user name of the account, or `null` for anonymous. */
  readonly account: string | null;
  /** The manifest module's key. */
  readonly module: string;
  /** The `extension` context that the host page gives the module. */
  readonly context: Readonly<Record<string, unknown>>;
  /** What a client that means harm puts in the place of any field of the context that `invoke` carries. */
  readonly forgedContext?: Readonly<Record<string, unknown>>;
  /** A bridge command that needs the server: `invoke`, `fetchProduct`, `getContext`. */
  readonly command: string;
  readonly data: unknown;
};

/**
 * One call of the app's own resolvers that fills a fresh site: what `account` (a user name) would have done at `at`.
 * Steps run in order, with the clock at `at`.
 */
export type SeedStep = SeedCall | SeedEvent;

export type SeedCall = {
  readonly at: string;
  readonly account: string;
  /** The manifest module's key, as in `BridgeCall`. */
  readonly module: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly functionKey: string;
  readonly payload: unknown;
};

/** What Jira told the app at a moment; the app has acted on it before the next step. */
export type SeedEvent = { readonly at: string; readonly told: ProductEvent };
