import type { ForgeLimits } from '../rate-limits';
import { createWindows, MINUTE, SECOND } from '../../windows';
import { StorageError } from './storage-error';
import { sizeOf } from './value-rules';

/** What a call has read and written, in bytes, one entry for each record or, for a transaction, for the whole. */
export type Use = { readonly kind: 'read' | 'write'; readonly bytes: readonly number[] };

/** How many of the 10 KB that Forge counts by a request takes: of its whole size, rounded up. */
export const unitsOf = (bytes: readonly number[]): number =>
  Math.max(1, Math.ceil(bytes.reduce((sum, size) => sum + size, 0) / 10_240));

export type Throttle = {
  /** @throws StorageError 429 when the second or minute has had enough of such requests. */
  readonly admit: (kind: Use['kind'], body: unknown) => void;
  /** Counts what an admitted request took. */
  readonly spend: (use: Use) => void;
};

/** Forge's limits on how much storage an installation uses at a time, by the stand-in's clock. */
export const createThrottle = (limits: () => ForgeLimits, now: () => Date): Throttle => {
  const windows = createWindows(now);
  return {
    admit: (kind, body) => {
      const { storageRequestsPerSecond, storageBytesPerKeyPerSecond } = limits();
      const units =
        kind === 'read' ? limits().storageReadUnitsPerMinute : limits().storageWriteUnitsPerMinute;
      if (windows.used('requests', SECOND) >= storageRequestsPerSecond) {
        throw tooMany('TOO_MANY_REQUESTS', `${storageRequestsPerSecond} requests a second`);
      }
      if (windows.used(kind, MINUTE) >= units) {
        throw tooMany('RATE_LIMIT_EXCEEDED', `${units} units of ${kind}s a minute`);
      }
      const written = kind === 'read' ? [] : writtenIn(body);
      for (const { name, bytes } of written) {
        if (windows.used(name, SECOND) + bytes > storageBytesPerKeyPerSecond) {
          throw tooMany('REQUEST_THROTTLED', `${storageBytesPerKeyPerSecond} bytes a second for one key`);
        }
      }
      windows.add('requests', SECOND, 1);
      for (const { name, bytes } of written) windows.add(name, SECOND, bytes);
    },
    spend: ({ kind, bytes }) => windows.add(kind, MINUTE, unitsOf(bytes)),
  };
};

const tooMany = (code: string, what: string): StorageError =>
  new StorageError(429, code, `Forge's storage takes ${what}.`);

type Write = { readonly key?: unknown; readonly entityName?: string; readonly value?: unknown };

/** The keys that a request writes, each with the bytes for it; of one that is malformed, none. */
const writtenIn = (body: unknown): { readonly name: string; readonly bytes: number }[] => {
  const { set } = (body ?? {}) as { readonly set?: readonly Write[] };
  const writes = Array.isArray(body) ? (body as readonly Write[]) : (set ?? [body as Write]);
  return writes
    .filter((one) => one?.value !== undefined)
    .map(({ key, entityName, value }) => ({
      name: `key ${entityName ?? ''}/${String(key)}`,
      bytes: sizeOf(value),
    }));
};
