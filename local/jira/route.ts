import type { JiraCaller } from '../seams';
import type { JiraError } from './http-error';
import type { JiraState } from './state';

/** One request as a route sees it. */
export type Call = {
  readonly state: JiraState;
  readonly caller: JiraCaller;
  /** Whether the installed app asks, as itself or for a user. */
  readonly fromApp: boolean;
  /** Values of the path's `{names}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; `undefined` where none was sent. */
  readonly body: unknown;
};

export type Answer = {
  readonly status: number;
  /** Sent as JSON; absent for an empty body. */
  readonly body?: unknown;
  /** Sent as it is, with the content type in `headers`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Points of the objects returned; the request itself costs one more. */
  readonly objectPoints?: number;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The query parameters it knows; any other is refused. */
  readonly query?: readonly string[];
  /** Whether somebody without credentials gets an answer at all. */
  readonly anonymous?: boolean;
  /** The body of its refusals, where that is not Jira's collection of errors. */
  readonly problem?: (error: JiraError) => unknown;
  readonly run: (call: Call) => Answer | Promise<Answer>;
};

/** An answer of 200 with a JSON body. */
export const ok = (body: unknown, objectPoints = 0): Answer => ({ status: 200, body, objectPoints });

export const noContent = (): Answer => ({ status: 204 });

/** The value of a path's `{name}`. */
export const param = (call: Call, name: string): string => {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  return value;
};
