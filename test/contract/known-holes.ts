import type { Operation, Schema } from './specifications';

/**
 * Where Atlassian's specifications and Jira differ, or say nothing: each with the reason why the difference is no
 * mistake of the app or of the stand-in. What is not listed here fails the test in which it happens.
 */

/** Operations that Jira has and that neither specification has. */
export const UNSPECIFIED_OPERATIONS: readonly {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly operation: Operation;
}[] = [
  {
    method: 'GET',
    path: '/rest/software/1.0/sprint/{sprintId}/issue',
    reason: 'Newer than the Agile specification of 2022; parameters and reply as jira.js 6 has them.',
    operation: {
      parameters: [
        { name: 'sprintId', in: 'path', required: true, schema: { type: 'integer' } },
        { name: 'nextPageToken', in: 'query', schema: { type: 'string' } },
        { name: 'maxResults', in: 'query', schema: { type: 'integer', maximum: 5000 } },
        {
          name: 'reconcileIssues',
          in: 'query',
          schema: { type: 'array', items: { type: 'integer' }, maxItems: 50 },
        },
        { name: 'jql', in: 'query', schema: { type: 'string' } },
        { name: 'validateQuery', in: 'query', schema: { type: 'boolean' } },
        { name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
        { name: 'expand', in: 'query', schema: { type: 'string' } },
      ],
      responses: { '200': {}, '400': {}, '401': {}, '403': {}, '404': {} },
    },
  },
];

/** Statuses that any operation may answer with, though most do not document them. */
export const STATUS_HOLES: readonly {
  readonly status: number;
  /** Only with this in the body. */
  readonly saying?: RegExp;
  readonly reason: string;
}[] = [
  {
    status: 400,
    saying: /The query parameter '.*' is not known/,
    reason: "The stand-in's own: it refuses what the operation does not know, where Jira looks past it.",
  },
  {
    status: 401,
    reason: 'Jira answers so to whoever is not logged in; the specification lists it here and there.',
  },
  { status: 429, reason: 'Rate limits are described beside the specification, for every operation.' },
  {
    status: 405,
    reason: 'A method that a path does not have: no operation, so nothing that could document it.',
  },
  {
    status: 415,
    reason: 'A body that is not JSON: said of no operation, though every one with a body takes JSON alone.',
  },
  { status: 410, reason: 'A removed operation is gone from the specification too.' },
  { status: 501, reason: "The stand-in's own: it does not serve the operation, and says so." },
];

/** Fields that Jira sends in another form than the specification says. `in` is the schema's name. */
export const FIELD_HOLES: readonly {
  readonly in: string;
  readonly field: string;
  readonly is: Schema;
  readonly reason: string;
}[] = [
  ...['from', 'fromString', 'to', 'toString'].map((field) => ({
    in: 'ChangeDetails',
    field,
    is: { type: 'string', nullable: true },
    reason: 'A field that was or became empty is null in every recorded changelog.',
  })),
  ...['tmpFromAccountId', 'tmpToAccountId'].map((field) => ({
    in: 'ChangeDetails',
    field,
    is: { type: 'string', nullable: true },
    reason: 'In recorded changelogs with every change of a person, and in no specification.',
  })),
  ...['StatusDetails', 'IssueTypeDetails'].map((name) => ({
    in: name,
    field: 'untranslatedName',
    is: { type: 'string' },
    reason: 'In recorded lists of statuses and issue types, and in no specification.',
  })),
  ...['created', 'started', 'updated'].map((field) => ({
    in: 'BulkOperationProgress',
    field,
    is: { type: 'integer' },
    reason: "The schema says that it is a text; all of Atlassian's own examples of this reply have a number.",
  })),
  {
    in: 'ServerInformation',
    field: 'defaultLocale',
    is: { type: 'object', properties: { locale: { type: 'string' } } },
    reason: 'In every recorded reply, and in no specification.',
  },
  {
    in: 'SearchResults',
    field: 'issues',
    is: { type: 'array', items: { $ref: 'platform#/components/schemas/IssueBean' } },
    reason:
      "The Agile specification has a copy of the platform's issue, three years older than the original.",
  },
  {
    in: 'IssueChangeLog',
    field: 'changeHistories',
    is: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'created', 'items'],
        properties: {
          id: { type: 'string' },
          author: { $ref: '#/components/schemas/UserDetails' },
          created: { type: 'integer' },
          items: { type: 'array', items: { $ref: '#/components/schemas/ChangeDetails' } },
        },
      },
    },
    reason: "The schema says that `created` is a text; Atlassian's own example of this reply has a number.",
  },
];
