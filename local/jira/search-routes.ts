import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { requireBounded, parseJql } from './jql-parse';
import { find } from './jql-search';
import { listParameter, numberParameter } from './query';
import { ok, type Answer, type Call, type Route } from './route';
import { searchPage } from './search-page';

export const SEARCH_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/search/jql',
    query: [
      'jql',
      'nextPageToken',
      'maxResults',
      'fields',
      'expand',
      'properties',
      'reconcileIssues',
      'fieldsByKeys',
      'failFast',
    ],
    anonymous: true,
    run: (call) => search(call, fromQuery(call)),
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/jql',
    anonymous: true,
    run: (call) => search(call, readBody(call, searchBody)),
  },
  {
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    anonymous: true,
    run: (call) => count(call),
  },
];

const searchBody = v.strictObject({
  jql: v.optional(v.string(), ''),
  nextPageToken: v.optional(v.nullable(v.string())),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 50),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  properties: v.optional(
    v.pipe(v.array(v.string()), v.maxLength(5, 'At most 5 properties can be asked for.')),
    [],
  ),
  reconcileIssues: v.optional(
    v.pipe(v.array(idOrKey), v.maxLength(50, 'At most 50 issues can be reconciled.')),
    [],
  ),
  fieldsByKeys: v.optional(v.boolean()),
  failFast: v.optional(v.boolean()),
});

type Search = v.InferOutput<typeof searchBody>;

const fromQuery = (call: Call): Search =>
  readBody(
    {
      ...call,
      body: {
        jql: call.query.get('jql') ?? '',
        nextPageToken: call.query.get('nextPageToken'),
        maxResults: numberParameter(call, 'maxResults', 50),
        fields: listParameter(call, 'fields') ?? [],
        expand: call.query.get('expand') ?? '',
        properties: listParameter(call, 'properties') ?? [],
        reconcileIssues: listParameter(call, 'reconcileIssues') ?? [],
      },
    },
    searchBody,
  );

const search = async (call: Call, asked: Search): Promise<Answer> => {
  const query = parseJql(asked.jql);
  requireBounded(query);
  const found = await find(call, query, new Set(asked.reconcileIssues));
  return searchPage(call, found, {
    question: asked.jql,
    token: asked.nextPageToken ?? null,
    maxResults: asked.maxResults,
    fields: asked.fields,
    properties: asked.properties,
    expand: asked.expand.split(',').filter((name) => name !== ''),
  });
};

const count = async (call: Call): Promise<Answer> => {
  const query = parseJql(readBody(call, v.strictObject({ jql: v.string() })).jql);
  requireBounded(query);
  return ok({ count: (await find(call, query)).issues.length });
};
