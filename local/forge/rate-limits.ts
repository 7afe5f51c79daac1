import { createWindows, MINUTE, SECOND } from '../windows';

/** How much an installation may ask of Forge at once. */
export type ForgeLimits = {
  readonly storageRequestsPerSecond: number;
  /** Units of 10 KB, of a whole request, rounded up. */
  readonly storageReadUnitsPerMinute: number;
  readonly storageWriteUnitsPerMinute: number;
  readonly storageBytesPerKeyPerSecond: number;
  readonly invocationsPerUserPerMinute: number;
  readonly invocationsPerMinute: number;
  readonly invocationsPerSecond: number;
};

/** What Forge publishes. */
export const PUBLISHED_FORGE_LIMITS: ForgeLimits = {
  storageRequestsPerSecond: 1_000,
  storageReadUnitsPerMinute: 4_000,
  storageWriteUnitsPerMinute: 4_000,
  storageBytesPerKeyPerSecond: 1_048_576,
  invocationsPerUserPerMinute: 1_200,
  invocationsPerMinute: 7_000,
  invocationsPerSecond: 300,
};

/** Lets users' calls of functions in, or says which limit they have reached; whoever is not logged in counts as one user. */
export const createInvocationLimits = (
  limits: () => ForgeLimits,
  now: () => Date,
): ((accountId: string | null) => string | null) => {
  const windows = createWindows(now);
  return (accountId) => {
    const user = `user ${accountId ?? ''}`;
    const { invocationsPerUserPerMinute, invocationsPerMinute, invocationsPerSecond } = limits();
    const all = [
      { name: user, of: MINUTE, most: invocationsPerUserPerMinute, words: 'a user and minute' },
      { name: 'all', of: MINUTE, most: invocationsPerMinute, words: 'an installation and minute' },
      { name: 'all', of: SECOND, most: invocationsPerSecond, words: 'an installation and second' },
    ];
    const reached = all.find(({ name, of, most }) => windows.used(name, of) >= most);
    if (reached !== undefined) return `Forge takes ${reached.most} invocations of ${reached.words}.`;
    for (const { name, of } of all) windows.add(name, of, 1);
    return null;
  };
};
