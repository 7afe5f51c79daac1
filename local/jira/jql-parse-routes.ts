import * as v from 'valibot';
import { readBody } from './body';
import { badRequest, isJiraError } from './http-error';
import { parseJql } from './jql-parse';
import { prepareSearch } from './jql-search';
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

const parse = async (call: Call): Promise<Answer> => {
  const validation = call.query.get('validation') ?? 'strict';
  if (!['strict', 'warn', 'none'].includes(validation)) {
    throw badRequest(`The validation '${validation}' is not valid: it is strict, warn or none.`);
  }
  const { queries } = readBody(call, parseBody);
  return ok({ queries: await Promise.all(queries.map((query) => parseOne(call, query, validation))) });
};

/** Grammar is always checked; fields and values are when validation is asked for. */
const parseOne = async (call: Call, jql: string, validation: string): Promise<unknown> => {
  const problems: string[] = [];
  const structure = await told(problems, () => structureJson(parseJql(jql)));
  if (!structure) return { query: jql, errors: problems };
  if (validation !== 'none') await told(problems, () => prepareSearch(call, parseJql(jql)));
  if (problems.length === 0) return { query: jql, structure };
  return validation === 'warn'
    ? { query: jql, structure, warnings: problems }
    : { query: jql, errors: problems };
};

const told = async <Result>(
  problems: string[],
  act: () => Result | Promise<Result>,
): Promise<Result | null> => {
  try {
    return await act();
  } catch (error) {
    if (!isJiraError(error)) throw error;
    problems.push(error.message);
    return null;
  }
};
