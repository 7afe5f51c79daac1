import { format } from 'node:util';
import { unitsOf, type Use } from './storage/throttle';

/** What the app has used since the last reset, as Forge bills it. */
export type MeterReading = {
  readonly since: string;
  readonly invocations: {
    readonly total: number;
    /** Calls that a limit of Forge kept out; they are in no other figure. */
    readonly refused: number;
    readonly milliseconds: number;
    readonly gigabyteSeconds: number;
    readonly byFunction: Readonly<Record<string, FunctionReading>>;
  };
  /** Lines that the app's back end wrote to its console, in bytes of text. */
  readonly logs: { readonly lines: number; readonly bytes: number };
  /** A batch, a query page and a transaction are one operation each. */
  readonly storage: {
    readonly operations: number;
    /** Requests that a limit of Forge kept out; they are in no other figure. */
    readonly refused: number;
    readonly reads: StorageReading;
    readonly writes: StorageReading;
  };
  readonly jira: {
    readonly behindResolvers: JiraReading;
    readonly inFront: JiraReading;
    /** Of this hour's points, on all the app's sites together. */
    readonly pointsLeft: number;
  };
};

type FunctionReading = { count: number; failures: number; milliseconds: number };
/** `kilobytes` is what the price is per (each record rounded up, an empty read counts 1), `units` are the 10 KB of the rate limit. */
type StorageReading = {
  operations: number;
  records: number;
  bytes: number;
  kilobytes: number;
  units: number;
};
/** `points` are those of Atlassian's hourly quota; requests in front cost none. `refused` are those answered 429. */
type JiraReading = {
  requests: number;
  points: number;
  refused: number;
  readonly byRoute: Record<string, number>;
};

export type Meter = {
  readonly read: () => MeterReading;
  readonly reset: () => void;
  readonly invoked: (functionName: string, milliseconds: number, failed: boolean) => void;
  readonly refusedInvocation: () => void;
  readonly logged: (words: readonly unknown[]) => void;
  readonly stored: (use: Use, status: number) => void;
  readonly asked: (
    where: 'behindResolvers' | 'inFront',
    method: string,
    path: string,
    reply: { readonly status: number; readonly points: number },
  ) => void;
};

export const createMeter = (memoryMegabytes: number, now: () => Date, pointsLeft: () => number): Meter => {
  let reading = empty(now());
  return {
    read: () => {
      const all = Object.values(reading.byFunction);
      const milliseconds = all.reduce((sum, one) => sum + one.milliseconds, 0);
      return {
        since: reading.since,
        invocations: {
          total: all.reduce((sum, { count }) => sum + count, 0),
          refused: reading.refusedInvocations,
          milliseconds,
          gigabyteSeconds: (memoryMegabytes / 1024) * (milliseconds / 1000),
          byFunction: reading.byFunction,
        },
        logs: reading.logs,
        storage: {
          operations: reading.reads.operations + reading.writes.operations,
          refused: reading.refusedRequests,
          ...pick(reading),
        },
        jira: {
          behindResolvers: reading.behindResolvers,
          inFront: reading.inFront,
          pointsLeft: pointsLeft(),
        },
      };
    },
    reset: () => {
      reading = empty(now());
    },
    invoked: (functionName, milliseconds, failed) => {
      const one = (reading.byFunction[functionName] ??= { count: 0, failures: 0, milliseconds: 0 });
      one.count += 1;
      one.failures += failed ? 1 : 0;
      one.milliseconds += milliseconds;
    },
    refusedInvocation: () => {
      reading.refusedInvocations += 1;
    },
    logged: (words) => {
      reading.logs.lines += 1;
      reading.logs.bytes += Buffer.byteLength(format(...words));
    },
    stored: ({ kind, bytes }, status) => {
      if (status === 429) reading.refusedRequests += 1;
      else count(kind === 'read' ? reading.reads : reading.writes, bytes);
    },
    asked: (where, method, path, { status, points }) => {
      const route = `${method} ${routeOf(path)}`;
      const one = reading[where];
      one.requests += 1;
      one.points += where === 'inFront' ? 0 : points;
      one.refused += status === 429 ? 1 : 0;
      one.byRoute[route] = (one.byRoute[route] ?? 0) + 1;
    },
  };
};

const empty = (since: Date) => ({
  since: since.toISOString(),
  byFunction: {} as Record<string, FunctionReading>,
  logs: { lines: 0, bytes: 0 },
  refusedInvocations: 0,
  refusedRequests: 0,
  reads: { operations: 0, records: 0, bytes: 0, kilobytes: 0, units: 0 },
  writes: { operations: 0, records: 0, bytes: 0, kilobytes: 0, units: 0 },
  behindResolvers: { requests: 0, points: 0, refused: 0, byRoute: {} } as JiraReading,
  inFront: { requests: 0, points: 0, refused: 0, byRoute: {} } as JiraReading,
});

const pick = ({ reads, writes }: { reads: StorageReading; writes: StorageReading }) => ({ reads, writes });

const count = (one: StorageReading, bytes: readonly number[]): void => {
  const total = bytes.reduce((sum, size) => sum + size, 0);
  one.operations += 1;
  one.records += bytes.length;
  one.bytes += total;
  one.kilobytes += bytes.reduce((sum, size) => sum + Math.max(1, Math.ceil(size / 1024)), 0);
  one.units += unitsOf(bytes);
};

/** The path without what names one thing of many, so that the list of routes stays short. */
const routeOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .map((part, at) => (at > API_VERSION && /^\d+$|^[A-Z][A-Z0-9_]+-\d+$/.test(part) ? '*' : part))
    .join('/');

/** Its place in `/rest/api/3/…`. */
const API_VERSION = 3;
