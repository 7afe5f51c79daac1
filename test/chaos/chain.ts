import { isDeepStrictEqual } from 'node:util';
import { inWords, isAcknowledged, mayHaveHappened, type Operation } from './operation';

/** A change of a record that counts its changes: it was asked for on revision `on`, and makes the next one. */
export type Link<State> = {
  readonly operation: Operation;
  readonly on: number;
  /** What it makes of the record; `null` when it leaves it as it is, and then makes no revision. */
  readonly apply: (state: State) => State | null;
  /** Whether it finds what it wants to be so already, and then is acknowledged and makes nothing; `null` if it cannot. */
  readonly isDone: ((state: State) => boolean) | null;
};

/**
 * What is wrong with how a record came from its first state to its last: every revision must be made by just one
 * change, every acknowledged change must have made one, and what they make one after the other must be what is there.
 */
export const checkChain = <State>(
  what: string,
  links: readonly Link<State>[],
  { first, last, revision }: { readonly first: State; readonly last: State; readonly revision: number },
): string[] => {
  const problems: string[] = [];
  let states: readonly State[] = [first];
  const ever: (readonly State[])[] = [states];
  for (let on = 0; on < revision; on += 1) {
    const makers = makersOf(links.filter((one) => one.on === on));
    if (makers.length === 0) return [...problems, `${what}: nobody made revision ${on + 1}.`];
    const certain = makers.filter(isCertain);
    if (certain.length > 1) {
      problems.push(`${what}: two acknowledged changes of revision ${on}:\n${told(certain)}`);
    }
    states = unique(states.flatMap((state) => makers.map(({ apply }) => apply(state)))).filter(isState);
    if (states.length === 0) {
      return [...problems, `${what}: revision ${on + 1} is what it was before:\n${told(makers)}`];
    }
    ever.push(states);
  }
  const lost = links.filter((one) => isCertain(one) && one.on >= revision);
  const never = links.filter(
    ({ operation, on, isDone }) =>
      isAcknowledged(operation) && isDone !== null && !ever.slice(on).flat().some(isDone),
  );
  if (never.length > 0) problems.push(`${what} never was what these made it:\n${told(never)}`);
  if (lost.length > 0) problems.push(`${what} is at revision ${revision}, and lacks:\n${told(lost)}`);
  if (!states.some((state) => isDeepStrictEqual(state, last))) {
    problems.push(
      `${what} is ${JSON.stringify(last)}; what was done makes it ${states.map((one) => JSON.stringify(one)).join(' or ')}:\n${told(links)}`,
    );
  }
  return problems;
};

/** Whether the change is known to have made a revision. */
const isCertain = <State>({ operation, isDone }: Link<State>): boolean =>
  isAcknowledged(operation) && isDone === null;

/** Which changes may have made a revision: the one that was certainly made, or any that may have been. */
const makersOf = <State>(asked: readonly Link<State>[]): readonly Link<State>[] => {
  const certain = asked.filter(isCertain);
  if (certain.length > 0) return certain;
  return asked.filter(({ operation }) => isAcknowledged(operation) || mayHaveHappened(operation));
};

const isState = <State>(state: State | null): state is State => state !== null;

const unique = <State>(states: readonly State[]): State[] =>
  states.filter((one, at) => states.findIndex((other) => isDeepStrictEqual(one, other)) === at);

const told = (links: readonly { readonly operation: Operation }[]): string =>
  links.map(({ operation }) => `  ${inWords(operation)}`).join('\n');
