import * as v from 'valibot';
import { failure, problemOf, success, type Outcome, type Problem } from '../contract/outcome';
import { callerOf, type Caller } from '../platform/caller';
import { invocationPatience } from '../platform/invocation-patience';
import { storageProblemOf, waitForStorage } from '../storage/storage-calls';

waitForStorage(() => invocationPatience);

/** Marks what `handle` made: a surface takes nothing else. */
export const GUARDED = Symbol('guarded');

type Answer<T> = (request: {
  readonly payload: unknown;
  readonly context: Readonly<Record<string, unknown>>;
}) => Promise<Outcome<T>>;

/**
 * A resolver function: reads who calls, checks the payload, asks who may, runs the use case and answers with an
 * `Outcome`, whatever happens. `mayDo` throws for who may not; what it read to decide is handed on to the use case.
 */
export const handle = <Schema extends v.GenericSchema, Grounds, T>(
  schema: Schema,
  mayDo: (caller: Caller, payload: v.InferOutput<Schema>) => Grounds | Promise<Grounds>,
  usecase: (caller: Caller, payload: v.InferOutput<Schema>, grounds: Grounds) => Promise<T>,
): Answer<T> & { readonly [GUARDED]: true } => {
  const answer: Answer<T> = async ({ payload, context }) => {
    try {
      const caller = callerOf(context);
      const parsed = v.safeParse(schema, payload, { message: NOT_UNDERSTOOD });
      if (!parsed.success) return failure(invalid(parsed.issues));
      const grounds = await mayDo(caller, parsed.output);
      return success(await usecase(caller, parsed.output, grounds));
    } catch (error) {
      return failure(problemOf(error) ?? storageProblemOf(error) ?? unexpected(error));
    }
  };
  return Object.assign(answer, { [GUARDED]: true } as const);
};

/** Where a schema has no words of its own. The library's would repeat what was sent, however long it is. */
const NOT_UNDERSTOOD = 'Throughline does not understand this input. Reload the page and try again.';

const MOST_FIELDS = 20;
const LONGEST_PATH = 100;

const invalid = (issues: readonly v.BaseIssue<unknown>[]): Problem => {
  const fields = Object.fromEntries(
    issues
      .slice(0, MOST_FIELDS)
      .reverse()
      .map((issue) => [(v.getDotPath(issue) ?? '').slice(0, LONGEST_PATH), issue.message]),
  );
  return {
    code: 'invalid',
    message: `Nothing was saved: ${issues[0]?.message ?? NOT_UNDERSTOOD}`,
    fields,
  };
};

const unexpected = (error: unknown): Problem => {
  // The log is for us and may be read by the site's administrators: it says where, never what somebody wrote.
  console.error('A resolver failed unexpectedly.', whereFrom(error));
  return {
    code: 'unexpected',
    message:
      'Something went wrong in Throughline. What you had before is unchanged. Try again; if it stays so, tell your administrator.',
  };
};

/** An error's message may repeat what was sent, and its stack begins with the message. */
const whereFrom = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^ +at .*:\d+:\d+\)?$/.test(line));
  return [error.name, ...places].join('\n');
};
