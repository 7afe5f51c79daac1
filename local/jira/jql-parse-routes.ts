import * as v from 'valibot';
import { readBody } from './body';
import { badRequest, isJiraError } from './http-error';
import { parseJql } from './jql-parse';
import { searchParsed } from './jql-search';
import { structureJson } from './jql-structure';
import { ok, type Answer, type Call, type Route } from './route';

export const JQL_PARSE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    query: ['validation'],
    anonymous: true,
    run: (call) => parse(call),
  },
];

const parseBody = v.strictObject({ queries: v.pipe(v.array(v.string()), v.minLength(1)) });

const parse = (call: Call): Answer => {
  const validation = call.query.get('validation') ?? 'strict';
  if (!['strict', 'warn', 'none'].includes(validation)) {
    throw badRequest(`The validation '${validation}' is not valid: it is strict, warn or none.`);
  }
  const { queries } = readBody(call, parseBody);
  return ok({ queries: queries.map((query) => parseOne(call, query, validation)) });
};

/** Grammar is always checked; fields and values are when validation is asked for. */
const parseOne = (call: Call, jql: string, validation: string): unknown => {
  const problems: string[] = [];
  const structure = told(problems, () => structureJson(parseJql(jql)));
  if (!structure) return { query: jql, errors: problems };
  if (validation !== 'none') told(problems, () => searchParsed(call, parseJql(jql)));
  if (problems.length === 0) return { query: jql, structure };
  return validation === 'warn'
    ? { query: jql, structure, warnings: problems }
    : { query: jql, errors: problems };
};

const told = <Result>(problems: string[], act: () => Result): Result | null => {
  try {
    return act();
  } catch (error) {
    if (!isJiraError(error)) throw error;
    problems.push(error.message);
    return null;
  }
};
