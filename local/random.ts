/** Chance that always falls the same way, so that what was drawn once can be drawn again on any machine. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A count that averages `mean` (Poisson). */
  readonly count: (mean: number) => number;
  readonly shuffled: <T>(from: readonly T[]) => T[];
  /** Lower-case letters and digits. */
  readonly letters: (length: number) => string;
};

/** Mulberry32, a public-domain generator of 32 bits: enough for a story, not for secrets. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[whole(0, from.length - 1)]!;
  };
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    count: (mean) => poisson(mean, next),
    shuffled: (from) => shuffle(from, whole),
    letters: (length) => Array.from({ length }, () => ALPHABET[whole(0, ALPHABET.length - 1)]).join(''),
  };
};

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const poisson = (mean: number, next: () => number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
};

const shuffle = <T>(from: readonly T[], whole: (low: number, high: number) => number): T[] => {
  const cards = [...from];
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = whole(0, last);
    [cards[last], cards[other]] = [cards[other]!, cards[last]!];
  }
  return cards;
};
