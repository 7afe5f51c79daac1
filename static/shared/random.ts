import type { RandomBytes } from '../../src/domain/ids';

/** Randomness for ids that are made here, before anything is sent. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
