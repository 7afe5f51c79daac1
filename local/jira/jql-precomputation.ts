import { randomUUID } from 'node:crypto';
import type { FunctionClause } from './jql-function';

/** What an app's function came to: the JQL that stands for one use of it, shared by everybody who asks. */
export type Precomputation = {
  readonly id: string;
  readonly functionKey: string;
  readonly clause: FunctionClause;
  readonly created: Date;
  updated: Date;
  used: Date;
  /** The fragment, or what the app said is wrong. */
  result: { readonly jql: string } | { readonly error: string };
};

export type Precomputations = {
  /** What is kept, without what nobody has used for seven days. */
  readonly all: () => readonly Precomputation[];
  readonly find: (functionKey: string, clause: FunctionClause) => Precomputation | undefined;
  readonly keep: (
    id: string,
    functionKey: string,
    clause: FunctionClause,
    result: Precomputation['result'],
  ) => Precomputation;
  /** Computes one use once, however many ask for it at the same time. */
  readonly once: <Result>(
    functionKey: string,
    clause: FunctionClause,
    compute: (id: string) => Promise<Result>,
  ) => Promise<Result>;
};

const UNUSED_MS = 7 * 24 * 60 * 60 * 1000;

export const createPrecomputations = (now: () => Date): Precomputations => {
  const kept = new Map<string, Precomputation>();
  const running = new Map<string, Promise<unknown>>();
  const forgetUnused = (): void => {
    const limit = now().getTime() - UNUSED_MS;
    for (const [name, { used }] of kept) if (used.getTime() < limit) kept.delete(name);
  };
  return {
    all: () => {
      forgetUnused();
      return [...kept.values()];
    },
    find: (functionKey, clause) => {
      forgetUnused();
      return kept.get(nameOf(functionKey, clause));
    },
    keep: (id, functionKey, clause, result) => {
      const moment = now();
      const made = { id, functionKey, clause, created: moment, updated: moment, used: moment, result };
      kept.set(nameOf(functionKey, clause), made);
      return made;
    },
    once: async <Result>(
      functionKey: string,
      clause: FunctionClause,
      compute: (id: string) => Promise<Result>,
    ) => {
      const name = nameOf(functionKey, clause);
      const started = running.get(name) ?? compute(randomUUID()).finally(() => running.delete(name));
      running.set(name, started);
      return started as Promise<Result>;
    },
  };
};

const nameOf = (functionKey: string, { field, operator, arguments: given }: FunctionClause): string =>
  JSON.stringify([functionKey, field.toLowerCase(), operator, given]);
