import type { Clause, Query, TerminalClause } from '@atlaskit/jql-ast';
import * as v from 'valibot';
import { badRequest } from './http-error';
import {
  checkFunctionClause,
  findAppFunction,
  type AppJqlFunction,
  type FunctionClause,
} from './jql-function';
import type { FieldLookup } from './jql-fields';
import { parseJql } from './jql-parse';
import type { Precomputation } from './jql-precomputation';
import type { JiraState } from './state';

/** What stands for the clauses that use the app's functions. */
export type Expansions = ReadonlyMap<Clause, Clause>;

/**
 * Asks the app for every clause of the query that uses one of its functions, unless its answer is still kept.
 * @throws 400 for a clause that the manifest does not allow, and for what the app refuses or does not answer rightly.
 */
export const expandFunctions = async (
  state: JiraState,
  query: Query,
  fields: FieldLookup,
): Promise<Expansions> => {
  const { jqlFunctions = [] } = state.options;
  const expansions = new Map<Clause, Clause>();
  if (jqlFunctions.length === 0 || !query.where) return expansions;
  for (const clause of terminals(query.where)) {
    const used = functionOf(jqlFunctions, clause);
    if (!used) continue;
    const { declared, given } = used;
    const field = { name: clause.field.text, found: fields(clause.field) };
    const asked = checkFunctionClause(declared, field, clause.operator?.value ?? '', given);
    expansions.set(clause, await fragmentFor(state, declared, asked));
  }
  return expansions;
};

function* terminals(clause: Clause): Generator<TerminalClause> {
  if (clause.clauseType === 'terminal') yield clause;
  else if (clause.clauseType === 'not') yield* terminals(clause.clause);
  else for (const part of clause.clauses) yield* terminals(part);
}

const functionOf = (functions: readonly AppJqlFunction[], { operand }: TerminalClause) => {
  if (operand?.operandType === 'list') {
    const inside = operand.values.flatMap((value) =>
      value.operandType === 'function' ? (findAppFunction(functions, value.function.value) ?? []) : [],
    );
    if (inside[0]) throw badRequest(`The function '${inside[0].name}' cannot stand in a list here.`);
  }
  if (operand?.operandType !== 'function') return null;
  const declared = findAppFunction(functions, operand.function.value);
  return declared ? { declared, given: operand.arguments.map(({ value }) => value) } : null;
};

const fragmentFor = async (
  state: JiraState,
  declared: AppJqlFunction,
  clause: FunctionClause,
): Promise<Clause> => {
  const { precomputations } = state;
  const known = precomputations.find(declared.key, clause);
  if (known) known.used = state.now();
  const result =
    known?.result ??
    (await precomputations.once(declared.key, clause, (id) => compute(state, declared, clause, id)));
  if ('error' in result) throw badRequest(result.error);
  return readFragment(declared.name, result.jql);
};

const answer = v.union([
  v.object({ jql: v.string() }),
  v.object({ error: v.string(), storeErrorAsPrecomputation: v.optional(v.boolean(), false) }),
]);

/** Calls the handler, and keeps what it answers; an error only where the app says so. */
const compute = async (
  { options, precomputations }: JiraState,
  declared: AppJqlFunction,
  clause: FunctionClause,
  id: string,
): Promise<Precomputation['result']> => {
  const { key, name } = declared;
  const { runFunction } = options;
  if (!runFunction) throw new Error(`Nothing runs the app's function ${name}.`);
  const answered = await runFunction(declared, { precomputationId: id, clause }).catch(() => {
    throw badRequest(`The function '${name}' could not be computed: the app did not answer.`);
  });
  const parsed = v.safeParse(answer, answered);
  if (!parsed.success) throw badRequest(`The function '${name}' was answered with neither JQL nor an error.`);
  const { output } = parsed;
  if ('error' in output) {
    if (output.storeErrorAsPrecomputation) precomputations.keep(id, key, clause, { error: output.error });
    return { error: output.error };
  }
  readFragment(name, output.jql);
  return precomputations.keep(id, key, clause, { jql: output.jql }).result;
};

const MOST_VALUES = 1000;

/**
 * A fragment as a clause.
 * @throws 400 when it is not JQL, is more or less than a condition, or has more than 1,000 values.
 */
export const readFragment = (functionName: string, jql: string): Clause => {
  const { where, orderBy } = parseJql(jql);
  if (!where || orderBy) throw badRequest(`The function '${functionName}' gave no condition but '${jql}'.`);
  const values = [...terminals(where)].reduce((sum, { operand }) => sum + countValues(operand), 0);
  if (values <= MOST_VALUES) return where;
  throw badRequest(
    `Function '${functionName}' provided by the installed app has returned more than the maximum of ${MOST_VALUES} values for this JQL fragment.`,
  );
};

const countValues = (operand: TerminalClause['operand']): number =>
  operand?.operandType === 'list' ? operand.values.reduce((sum, value) => sum + countValues(value), 0) : 1;
