import { jiraError, type JiraError } from './http-error';
import { holdsGlobally } from './permissions';
import type { Call } from './route';

/** @throws 400 for who may not change in bulk: the specification knows no other refusal. */
export const requireBulkChange = ({ state, caller }: Call): void => {
  if (holdsGlobally(state, caller, 'BULK_CHANGE')) return;
  throw jiraError(400, 'You do not have the global permission to make bulk changes.');
};

/** The shape that refusals of bulk operations have; what keeps to limits has Jira's common one. */
export const bulkProblem = ({ status, errorMessages, errors }: JiraError): unknown =>
  status === 429
    ? { errorMessages, errors }
    : { errors: [...errorMessages, ...Object.values(errors)].map((message) => ({ message })) };
