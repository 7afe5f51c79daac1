import { isDeepStrictEqual } from 'node:util';
import type { StandIn } from '../../local/stand-in';
import { grouped } from './grouped';
import { inWords, isAcknowledged, mayHaveHappened, type Operation } from './operation';
import { verifyLast } from './verify-whole';

/** What is wrong with the tags on issues: each must be what somebody wrote last, or what it was when nobody did. */
export const verifyTags = ({ site }: StandIn, done: readonly Operation[]): string[] => {
  const saves = grouped(
    done.filter(({ name }) => name === 'saveTag'),
    ({ payload }) => String(payload['issueId']),
  );
  return site.issues.flatMap(({ id, key, properties }) => {
    const made = (saves.get(id) ?? []).filter((one) => isAcknowledged(one) || mayHaveHappened(one));
    const tag = inOrder(properties['throughline-tag'] ?? null);
    const writers = made.filter(({ payload }) => isDeepStrictEqual(stored(payload['tag']), tag));
    if (tag !== null && writers.length === 0)
      return [`${key} has a tag of nobody's: ${JSON.stringify(tag)}.`];
    return [
      ...verifyLast(`The tag of ${key}`, tag, made, ({ payload }) => stored(payload['tag'])),
      ...made
        .filter((one) => isAcknowledged(one) && !expectedRightly(one, made))
        .map((one) => `Saved over another tag than was expected: ${inWords(one)}`),
    ];
  });
};

/** Whether the tag may have been what somebody expected it to be, or what they wanted already, while they saved. */
const expectedRightly = (save: Operation, made: readonly Operation[]): boolean => {
  const { expected, tag } = save.payload;
  const before = made.filter((one) => isAcknowledged(one) && one.ended < save.began);
  const isOver = (one: Operation): boolean =>
    isAcknowledged(one) && before.some(({ began }) => began > one.ended);
  const there = made.filter((one) => one !== save && one.began < save.ended && !isOver(one));
  const values = there.map(({ payload }) => stored(payload['tag']));
  const all = before.length === 0 ? [null, ...values] : values;
  return [expected, tag].some((one) => all.some((value) => isDeepStrictEqual(value, stored(one))));
};

const stored = (tag: unknown): unknown => inOrder(tag === null ? null : { version: 1, ...(tag as object) });

/** In which order a tag names its key results says nothing, and saving another order saves nothing. */
const inOrder = (tag: unknown): unknown => {
  const { keyResults } = (tag ?? {}) as { readonly keyResults?: readonly string[] };
  return keyResults === undefined ? tag : { ...(tag as object), keyResults: [...keyResults].sort() };
};
