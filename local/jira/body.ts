import * as v from 'valibot';
import { badRequest } from './http-error';
import type { Call } from './route';

/** The request's body, checked. @throws 400 that names the field that is wrong or unknown. */
export const readBody = <Schema extends v.GenericSchema>(
  call: Call,
  schema: Schema,
): v.InferOutput<Schema> => {
  if (call.body === undefined) throw badRequest('The request has no body.');
  const parsed = v.safeParse(schema, call.body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw badRequest(`Invalid request payload${path ? ` at '${path}'` : ''}: ${issue.message}`);
};

/** Ids come as strings from most clients and as numbers from some. */
export const idOrKey = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
