/** One stored value. `createdAt` and `updatedAt` are milliseconds, `expireTime` is an ISO moment. */
export type Stored = {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireTime?: string;
};

/** Where a key lives: plain values, secrets, and every entity have keys of their own. */
export type Space = 'values' | 'secrets' | `entity:${string}`;

/** All that is stored, as the state file holds it. */
export type Dump = Record<string, Stored[]>;

/** Everything the app has stored. Reading is strict, `lagging` shows what a query would see. */
export type Records = {
  readonly get: (space: Space, key: string) => Stored | undefined;
  readonly put: (space: Space, key: string, value: unknown, expireTime?: string) => Stored;
  readonly remove: (space: Space, key: string) => void;
  readonly lagging: (space: Space) => Stored[];
  readonly dump: () => Dump;
};

/** The records over a dump. `now` is the stand-in's clock, by which queries trail and values expire. */
export const createRecords = (
  dump: Dump,
  {
    now,
    onChange,
    lag,
  }: { readonly now: () => Date; readonly onChange: () => void; readonly lag: () => number },
): Records => {
  const spaces = new Map(
    Object.entries(dump).map(([name, all]) => [name, new Map(all.map((one) => [one.key, one]))]),
  );
  let recent: Write[] = [];

  const inSpace = (space: Space) => {
    const found = spaces.get(space) ?? new Map<string, Stored>();
    spaces.set(space, found);
    return found;
  };
  const alive = (one: Stored | undefined) =>
    one?.expireTime !== undefined && one.expireTime <= now().toISOString() ? undefined : one;
  const write = (space: Space, key: string, after: Stored | undefined) => {
    if (lag() > 0) recent.push({ space, key, before: inSpace(space).get(key), at: now().getTime() });
    if (after === undefined) inSpace(space).delete(key);
    else inSpace(space).set(key, after);
    onChange();
  };

  return {
    get: (space, key) => alive(inSpace(space).get(key)),
    put: (space, key, value, expireTime) => {
      const moment = now().getTime();
      const createdAt = alive(inSpace(space).get(key))?.createdAt ?? moment;
      const after = {
        key,
        value,
        createdAt,
        updatedAt: moment,
        ...(expireTime === undefined ? {} : { expireTime }),
      };
      write(space, key, after);
      return after;
    },
    remove: (space, key) => {
      if (inSpace(space).has(key)) write(space, key, undefined);
    },
    lagging: (space) => {
      const moment = now().getTime();
      // A clock that was put back has left the writes of its future behind.
      recent = recent.filter(({ at }) => at <= moment && at > moment - lag());
      const seen = new Map(inSpace(space));
      for (const { key, before } of recent.filter((one) => one.space === space).reverse()) {
        if (before === undefined) seen.delete(key);
        else seen.set(key, before);
      }
      return [...seen.values()].filter((one) => alive(one) !== undefined);
    },
    dump: () => Object.fromEntries([...spaces].map(([name, all]) => [name, [...all.values()]])),
  };
};

type Write = {
  readonly space: Space;
  readonly key: string;
  readonly before: Stored | undefined;
  readonly at: number;
};
