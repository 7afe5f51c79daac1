import * as v from 'valibot';
import { expectDone, JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** What a use of one of the app's JQL functions comes to: a condition, or what is wrong with it. */
export type Computed = { readonly jql: string } | { readonly error: string };

/** One use of a function, as Jira tells it and keeps it. */
export type FunctionUse = {
  readonly functionName: string;
  readonly operator: string;
  readonly arguments: readonly string[];
};

/** What Jira keeps of one use, for everybody who asks, until nobody has for seven days. */
export type Computation = FunctionUse & { readonly id: string; readonly kept: Computed };

const PER_PAGE = 100;

/** Everything that Jira keeps of the app's functions, 100 a request. Only the app itself may ask. */
export const listComputations = async ({ requestJira, route }: JiraApi): Promise<Computation[]> => {
  const found: Computation[] = [];
  for (let last = false; !last;) {
    const response = await requestJira(
      route`/rest/api/3/jql/function/computation?startAt=${found.length}&maxResults=${PER_PAGE}`,
      { method: 'GET' },
    );
    const { values, isLast } = await readReply(response, pageReply, 'the results of JQL functions');
    found.push(...values.map(toComputation));
    last = isLast || values.length === 0;
  }
  return found;
};

/** Puts other results in the place of those that Jira keeps, 100 a request. Those that it has forgotten are passed over. */
export const updateComputations = async (
  { requestJira, route }: JiraApi,
  changes: readonly { readonly id: string; readonly computed: Computed }[],
): Promise<void> => {
  for (let start = 0; start < changes.length; start += PER_PAGE) {
    const values = changes
      .slice(start, start + PER_PAGE)
      .map(({ id, computed }) =>
        'jql' in computed ? { id, value: computed.jql } : { id, error: computed.error },
      );
    const response = await requestJira(
      route`/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true`,
      { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ values }) },
    );
    await expectDone(response, 'the results of JQL functions');
  }
};

const computationReply = v.object({
  id: v.string(),
  functionName: v.string(),
  operator: v.string(),
  arguments: v.optional(v.array(v.string()), []),
  value: v.optional(v.string()),
  error: v.optional(v.string()),
});

const pageReply = v.object({ values: v.array(computationReply), isLast: v.optional(v.boolean(), false) });

const toComputation = ({ value, error, ...use }: v.InferOutput<typeof computationReply>): Computation => ({
  ...use,
  kept: value === undefined ? { error: error ?? '' } : { jql: value },
});
