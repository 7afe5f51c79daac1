import * as v from 'valibot';
import { fail, type Problem } from '../contract/outcome';
import { retryAfterOf, whenToTryAgain } from './retry-after';

/**
 * What the gateway needs of the platform. Behind a resolver `requestJira` is `api.asUser().requestJira` and `route` is
 * `@forge/api`'s; in the browser both come from `static/shared`. The name `requestJira` is what Atlassian's scope check
 * looks for at every call site, so it is never wrapped in another name.
 */
export type JiraApi = {
  readonly requestJira: (path: never, init: JiraInit) => Promise<JiraResponse>;
  readonly route: (strings: TemplateStringsArray, ...values: (string | number | URLSearchParams)[]) => never;
};

export type JiraInit = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type JiraResponse = {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly json: () => Promise<unknown>;
  readonly text: () => Promise<string>;
};

/** The headers of a request with a JSON body. */
export const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' } as const;

/**
 * The body of a reply, checked against its schema.
 * @throws `not-found` (404, and 401 for who is not logged in), `forbidden` (403), `rate-limited` (429), `invalid` (400,
 * with Jira's own words), `jira-unavailable` for everything else, a reply of another shape included.
 */
export const readReply = async <Schema extends v.GenericSchema>(
  response: JiraResponse,
  schema: Schema,
  what: string,
): Promise<v.InferOutput<Schema>> => {
  if (!response.ok) return failFor(response, what, { words: 'Nothing was changed. Try again in a moment.' });
  const parsed = v.safeParse(schema, await response.json().catch(() => null));
  if (parsed.success) return parsed.output;
  return fail({
    code: 'jira-unavailable',
    message: `Jira answered in an unexpected form when asked for ${what}. Nothing was changed. Try again; if it stays so, tell your administrator.`,
  });
};

/** The same for the reply to a write, whose body does not matter. */
export const expectDone = async (response: JiraResponse, what: string): Promise<void> => {
  if (response.ok) return;
  await failFor(response, what, {
    words: 'What you were saving may or may not have arrived: reload to see, then try again.',
    undecided: true,
  });
};

/** `unknown` tells what became of it where Jira itself does not say. */
const failFor = async (
  response: JiraResponse,
  what: string,
  { words, ...unknown }: { readonly words: string } & Pick<Problem, 'undecided'>,
): Promise<never> => {
  switch (response.status) {
    case 401:
    case 404:
      return fail({
        code: 'not-found',
        message: `Jira does not show you ${what}. It may be gone, or you may not see it.`,
      });
    case 403:
      return fail({
        code: 'forbidden',
        message: `Jira does not let you do this with ${what}. Ask a project administrator.`,
      });
    case 429:
      return fail({
        code: 'rate-limited',
        message: `Jira is busy and refused ${what} for now. Nothing was changed. Try again ${whenToTryAgain(retryAfterOf(response, Date.now()))}.`,
      });
    case 400:
      return fail({ code: 'invalid', message: `Jira refused ${what}: ${await jiraWords(response)}` });
    default:
      return fail({
        code: 'jira-unavailable',
        message: `Jira could not answer for ${what}. ${words}`,
        ...unknown,
      });
  }
};

const errorReply = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});

const jiraWords = async (response: JiraResponse): Promise<string> => {
  const parsed = v.safeParse(errorReply, await response.json().catch(() => null));
  if (!parsed.success) return 'it gave no reason.';
  return (
    [...parsed.output.errorMessages, ...Object.values(parsed.output.errors)].join(' ') || 'it gave no reason.'
  );
};
