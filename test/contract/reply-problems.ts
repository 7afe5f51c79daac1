import type { JiraReply } from '../../local/seams';
import { hasJiraJsSchema, jiraJsProblems } from './jira-js-schemas';
import { STATUS_HOLES } from './known-holes';
import { schemaProblems } from './schema-check';
import type { FoundOperation } from './specifications';

/** What a reply has that its operation does not document, or has in another form; empty when it is as specified. */
export const replyProblems = (found: FoundOperation | null, reply: JiraReply): readonly string[] => {
  const { status, body } = reply;
  const documented = found?.operation.responses[status];
  if (
    !documented &&
    !STATUS_HOLES.some((hole) => hole.status === status && (hole.saying?.test(body) ?? true))
  ) {
    return [`status ${status} is not documented`];
  }
  const isJson = (reply.headers['content-type'] ?? '').startsWith('application/json');
  if (body === '') return Object.keys(schemaOf(found, status) ?? {}).length > 0 ? ['the body is empty'] : [];
  if (!isJson) return [];
  return bodyProblems(found, status, JSON.parse(body));
};

const schemaOf = (found: FoundOperation | null, status: number) =>
  found?.operation.responses[status]?.content?.['application/json']?.schema;

/** By jira.js's schema where it has the better one, else by the operation's own; refusals without one are Jira's collection of errors. */
const bodyProblems = (found: FoundOperation | null, status: number, body: unknown): readonly string[] => {
  if (found && status < 300 && hasJiraJsSchema(found.name)) return jiraJsProblems(found.name, body);
  const schema = schemaOf(found, status);
  if (schema && found) return schemaProblems(schema, found.document, 'reply', body);
  return status >= 400
    ? schemaProblems(ERROR_COLLECTION, 'platform', 'reply', body)
    : ['a body is not documented'];
};

const ERROR_COLLECTION = { $ref: '#/components/schemas/ErrorCollection' };
