import { badRequest } from './http-error';
import type { JqlField, JqlFieldType } from './jql-field';

/** A `jira:jqlFunction` of the installed app, as its manifest declares it. */
export type AppJqlFunction = {
  /** The key by which Jira's API names it: the module's ARI. */
  readonly key: string;
  readonly name: string;
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  readonly operators: readonly string[];
  /** The types of fields it may stand right of. */
  readonly types: readonly string[];
  /** The keys of its module, and of the manifest's function that computes it. */
  readonly moduleKey: string;
  readonly functionKey: string;
};

/** One use of such a function, as its handler is told of it. */
export type FunctionClause = {
  readonly field: string;
  readonly type: readonly JqlFieldType[];
  readonly operator: string;
  readonly functionName: string;
  readonly arguments: readonly string[];
};

/** The app's function of that name, whatever its case. */
export const findAppFunction = (
  functions: readonly AppJqlFunction[],
  name: string,
): AppJqlFunction | undefined => functions.find((each) => each.name.toLowerCase() === name.toLowerCase());

/**
 * The clause for the handler, once it agrees with what the manifest declares.
 * @throws 400 for an operator, a field's type or a number of arguments that is not declared.
 */
export const checkFunctionClause = (
  declared: AppJqlFunction,
  field: { readonly name: string; readonly found: JqlField },
  operator: string,
  given: readonly string[],
): FunctionClause => {
  const { name } = declared;
  if (!declared.operators.includes(operator)) {
    throw badRequest(`The operator '${operator}' is not supported by the function '${name}'.`);
  }
  const type = field.found.types ?? [];
  if (!type.some((each) => declared.types.includes(each))) {
    throw badRequest(`The function '${name}' is not supported by the field '${field.name}'.`);
  }
  const required = declared.arguments.filter((argument) => argument.required).length;
  const most = declared.arguments.length;
  if (given.length < required || given.length > most) {
    const expected = required === most ? String(most) : `${required} to ${most}`;
    throw badRequest(`The function '${name}' takes ${expected} arguments, not ${given.length}.`);
  }
  return { field: field.name, type, operator, functionName: name, arguments: given };
};
