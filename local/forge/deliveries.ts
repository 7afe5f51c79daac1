import { randomFrom } from '../random';

/** What the platform has to bring to the app in time: events, and calls by the clock. */
export type Deliveries = {
  /** Takes something to deliver, in `delayMs` of the stand-in's time. */
  readonly send: (parcel: Parcel) => void;
  /** Asks `source`, before each delivery, for what has become due by the clock. */
  readonly addSource: (source: () => void) => void;
  /** Delivers, one after another, everything due by the stand-in's clock, and whatever that causes to be due. */
  readonly settled: () => Promise<void>;
  /** How many wait, due or not. */
  readonly waiting: () => number;
  /** Makes delivery as bad as it may be, for what is sent from now on. */
  readonly disturb: (given: Partial<Disturbance>) => Disturbance;
  /** Delivers by itself until stopped. */
  readonly start: (failed: (error: unknown) => void) => { readonly stop: () => void };
};

export type Parcel = {
  readonly deliver: () => Promise<void>;
  readonly delayMs?: number;
  /** Of those with the same key, not more than `limit` are under way at a time. */
  readonly concurrency?: { readonly key: string; readonly limit: number };
};

/** Forge delivers at least once, in no order, and sometimes late. */
export type Disturbance = {
  /** The share, 0 to 1, that comes twice. */
  readonly duplicated: number;
  /** How late a delivery may be, in milliseconds of the stand-in's time. */
  readonly lateByMs: { readonly least: number; readonly most: number };
  /** Whether what is due comes in any order. */
  readonly shuffled: boolean;
  /** How many may be under way at a time. */
  readonly parallel: number;
  /** The same seed makes the same trouble. */
  readonly seed: number;
};

const CALM: Disturbance = {
  duplicated: 0,
  lateByMs: { least: 0, most: 0 },
  shuffled: false,
  parallel: 1,
  seed: 1,
};

/** Once in this many real milliseconds it looks what is due. */
const BEAT_MS = 200;
/** An app that goes round in circles is stopped here. */
const MOST_AT_ONCE = 100_000;

type Waiting = Parcel & { readonly due: number };

export const createDeliveries = (now: () => Date): Deliveries => {
  const sources: (() => void)[] = [];
  /** By when they are due; of those due at the same time, the first sent comes first. */
  const waiting: Waiting[] = [];
  const underWay = new Map<string, number>();
  let trouble = CALM;
  let random = randomFrom(CALM.seed);
  let turn: Promise<void> = Promise.resolve();

  const takeNext = (): Waiting | undefined => {
    const count = placeAfter(waiting, now().getTime());
    if (trouble.shuffled) {
      const due = waiting.slice(0, count).filter(mayGo);
      return due.length === 0 ? undefined : take(waiting.indexOf(random.pick(due)));
    }
    const at = waiting.findIndex(mayGo);
    return at === -1 || at >= count ? undefined : take(at);
  };
  const mayGo = ({ concurrency }: Waiting): boolean =>
    concurrency === undefined || (underWay.get(concurrency.key) ?? 0) < concurrency.limit;
  const take = (at: number): Waiting | undefined => waiting.splice(at, 1)[0];

  const deliver = async ({ deliver: run, concurrency }: Waiting): Promise<void> => {
    const change = (by: number) => {
      if (concurrency !== undefined) underWay.set(concurrency.key, (underWay.get(concurrency.key) ?? 0) + by);
    };
    change(1);
    await run().finally(() => change(-1));
  };

  const drain = async (): Promise<void> => {
    const running = new Set<Promise<void>>();
    for (let count = 0; ; count += 1) {
      if (count > MOST_AT_ONCE) throw new Error('The app’s events cause each other without an end.');
      for (const source of sources) source();
      const next = running.size < trouble.parallel ? takeNext() : undefined;
      if (next === undefined && running.size === 0) return;
      if (next === undefined) await Promise.race(running);
      else {
        const one = deliver(next).finally(() => running.delete(one));
        running.add(one);
      }
    }
  };

  const settled = (): Promise<void> => {
    turn = turn.catch(() => undefined).then(drain);
    return turn;
  };

  return {
    send: (parcel) => {
      const { least, most } = trouble.lateByMs;
      const times = random.chance(trouble.duplicated) ? 2 : 1;
      for (let n = 0; n < times; n += 1) {
        const late = least + random.next() * (most - least);
        const due = now().getTime() + (parcel.delayMs ?? 0) + late;
        waiting.splice(placeAfter(waiting, due), 0, { ...parcel, due });
      }
    },
    addSource: (source) => void sources.push(source),
    settled,
    waiting: () => waiting.length,
    disturb: (given) => {
      trouble = { ...trouble, ...given };
      random = randomFrom(trouble.seed);
      return trouble;
    },
    start: (failed) => {
      let busy = false;
      const timer = setInterval(() => {
        if (busy) return;
        busy = true;
        void settled()
          .catch(failed)
          .finally(() => (busy = false));
      }, BEAT_MS);
      return { stop: () => clearInterval(timer) };
    },
  };
};

/** How many of a list in the order of their time are due by then. */
const placeAfter = (waiting: readonly Waiting[], moment: number): number => {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((waiting[middle]?.due ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
};
