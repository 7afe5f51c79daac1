/** What every call of a resolver answers. Nothing is thrown across the boundary. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

export type ErrorCode =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'rate-limited'
  | 'jira-unavailable'
  | 'storage-unavailable'
  | 'unexpected';

export type Problem = {
  readonly code: ErrorCode;
  /** A sentence for the person: what happened, what was kept, what to do. */
  readonly message: string;
  /** With `invalid`: what is wrong with each field, by its path in the payload (`metric.target`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** With `conflict`: what somebody else saved meanwhile, in the shape that the call's success has. */
  readonly current?: unknown;
  /** Of a save: whether it was carried out is not known. */
  readonly undecided?: true;
};

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failure = (problem: Problem): Outcome<never> => ({ ok: false, error: problem });

/** Ends a use case with a problem that the person is told; the resolver turns it into an `Outcome`. */
export const fail = (problem: Problem): never => {
  throw Object.assign(new Error(problem.message), { problem });
};

/** The problem that `fail` threw, or `null` for an error that nobody foresaw. */
export const problemOf = (error: unknown): Problem | null =>
  error instanceof Error && 'problem' in error
    ? (error as Error & { readonly problem: Problem }).problem
    : null;
