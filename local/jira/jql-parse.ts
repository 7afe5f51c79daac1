import { JastBuilder, type Query } from '@atlaskit/jql-ast';
import { badRequest } from './http-error';

const MOST_REMEMBERED = 100;
const remembered = new Map<string, Query>();

/**
 * The syntax tree of a query, by Atlassian's own grammar.
 * @throws 400 with the parser's words.
 */
export const parseJql = (jql: string): Query => {
  const known = remembered.get(jql);
  if (known) return known;
  const { query, errors } = new JastBuilder().build(jql);
  const [first] = errors;
  if (first) throw badRequest(`Error in the JQL Query: ${first.message}`);
  if (!query) throw badRequest('Error in the JQL Query: there is no query.');
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(jql, query);
  return query;
};

/** @throws 400 for a query without any restriction. */
export const requireBounded = (query: Query): void => {
  if (!query.where) {
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
};
