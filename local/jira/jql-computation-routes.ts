import * as v from 'valibot';
import { readBody } from './body';
import { badRequest, isJiraError, jiraError } from './http-error';
import { readFragment } from './jql-expand';
import type { Precomputation } from './jql-precomputation';
import { momentJson } from './moment-json';
import { pageOf, PAGE_PARAMETERS } from './paging';
import { flagParameter, listParameter } from './query';
import { noContent, ok, type Answer, type Call, type Route } from './route';

const PATH = '/rest/api/3/jql/function/computation';

/** What the app's JQL functions came to, for the app to look at and to bring up to date. */
export const JQL_COMPUTATION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    query: [...PAGE_PARAMETERS, 'functionKey', 'orderBy'],
    run: (call) => list(call),
  },
  { method: 'POST', path: PATH, query: ['skipNotFoundPrecomputations'], run: (call) => update(call) },
  { method: 'POST', path: `${PATH}/search`, query: ['orderBy'], run: (call) => findMany(call) },
];

const list = (call: Call): Answer => {
  checkApp(call);
  const { jqlFunctions = [] } = call.state.options;
  const keys = listParameter(call, 'functionKey');
  const unknown = keys?.find((key) => !jqlFunctions.some((each) => each.key === key));
  if (unknown !== undefined) throw jiraError(404, `There is no function ${unknown}.`);
  const found = call.state.precomputations
    .all()
    .filter(({ functionKey }) => keys?.includes(functionKey) ?? true)
    .sort(ordering(call));
  const page = pageOf(call, found, { size: 100, most: 1000 });
  return ok({ ...page, values: page.values.map(precomputationJson) });
};

const updates = v.strictObject({
  values: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({ id: v.string(), value: v.optional(v.string()), error: v.optional(v.string()) }),
        v.check(
          ({ value, error }) => (value === undefined) !== (error === undefined),
          'It takes a value or an error.',
        ),
      ),
    ),
    v.minLength(1),
  ),
});

/** Of all operations this one has errors of its own shape. */
const update = (call: Call): Answer => {
  try {
    return updateAll(call);
  } catch (error) {
    if (!isJiraError(error)) throw error;
    return { status: error.status, body: { errorMessages: error.errorMessages } };
  }
};

/** All or none: every value must be a fragment, and every id known unless unknown ones are to be skipped. */
const updateAll = (call: Call): Answer => {
  checkApp(call);
  const skips = flagParameter(call, 'skipNotFoundPrecomputations', false);
  const known = byId(call);
  const changes = readBody(call, updates).values.map((change) => ({ ...change, kept: known.get(change.id) }));
  const missing = changes.filter(({ kept }) => !kept).map(({ id }) => id);
  if (missing.length > 0 && !skips) {
    const errorMessages = [`There is no precomputation ${missing[0]}.`];
    return { status: 404, body: { errorMessages, notFoundPrecomputationIDs: missing } };
  }
  for (const { kept, value } of changes) {
    if (kept && value !== undefined) readFragment(kept.clause.functionName, value);
  }
  for (const { kept, value, error = '' } of changes) {
    if (!kept) continue;
    kept.result = value === undefined ? { error } : { jql: value };
    kept.updated = call.state.now();
  }
  return skips ? ok({ notFoundPrecomputationIDs: missing }) : noContent();
};

const wanted = v.strictObject({ precomputationIDs: v.array(v.string()) });

const findMany = (call: Call): Answer => {
  checkApp(call);
  const known = byId(call);
  const { precomputationIDs } = readBody(call, wanted);
  const found = precomputationIDs.flatMap((id) => known.get(id) ?? []).sort(ordering(call));
  return ok({
    notFoundPrecomputationIDs: precomputationIDs.filter((id) => !known.has(id)),
    precomputations: found.map(precomputationJson),
  });
};

const checkApp = ({ fromApp }: Call): void => {
  if (!fromApp) throw jiraError(403, 'Only the app that provides the function may do this.');
};

const byId = ({ state }: Call): Map<string, Precomputation> =>
  new Map(state.precomputations.all().map((each) => [each.id, each]));

const ORDERS: Readonly<Record<string, (one: Precomputation) => string>> = {
  functionKey: ({ functionKey }) => functionKey,
  used: ({ used }) => used.toISOString(),
  created: ({ created }) => created.toISOString(),
  updated: ({ updated }) => updated.toISOString(),
};

const ordering = ({ query }: Call): ((a: Precomputation, b: Precomputation) => number) => {
  const asked = query.get('orderBy') ?? 'functionKey';
  const match = /^([+-]?)(\w+)$/.exec(asked);
  const key = Object.hasOwn(ORDERS, match?.[2] ?? '') ? ORDERS[match?.[2] ?? ''] : undefined;
  if (!key) throw badRequest(`Precomputations cannot be ordered by '${asked}'.`);
  const sign = match?.[1] === '-' ? -1 : 1;
  return (a, b) => sign * key(a).localeCompare(key(b), 'en');
};

const precomputationJson = ({ id, functionKey, clause, result, ...moments }: Precomputation): unknown => ({
  id,
  ...('jql' in result ? { value: result.jql } : { error: result.error }),
  functionKey,
  functionName: clause.functionName,
  field: clause.field,
  operator: clause.operator,
  arguments: clause.arguments,
  created: momentJson(moments.created.toISOString()),
  updated: momentJson(moments.updated.toISOString()),
  used: momentJson(moments.used.toISOString()),
});
