import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import { badRequest } from './http-error';
import type { Expansions } from './jql-expand';
import type { JqlField, JqlOperator, JqlValue } from './jql-field';
import type { FieldLookup } from './jql-fields';
import { propertyName } from './jql-fields-property';
import { readOperand, type Wanted } from './jql-operand';
import { textMatcher } from './jql-text';
import type { Issue } from './model';

/** A condition ready to run. */
export type Condition = {
  readonly matches: (issue: Issue) => boolean;
  /** Where to look for issues that can match; `null` means everywhere. */
  readonly places: readonly Place[] | null;
};

/** An entry of the index, or one issue's id. */
export type Place = { readonly entry: string } | { readonly issueId: string };

/**
 * Turns a clause into a condition. `NOT` goes inwards and turns operators round, as in Jira: `NOT labels = x` is
 * `labels != x`, which issues without labels do not match.
 * @throws 400 for whatever it does not know, by name.
 */
export const compile = (clause: Clause, means: Means, negated = false): Condition => {
  if (clause.clauseType === 'not') return compile(clause.clause, means, !negated);
  if (clause.clauseType === 'terminal') {
    const expanded = means.expansions.get(clause);
    return expanded
      ? compile(expanded, { ...means, fields: means.fragmentFields, expansions: new Map() }, negated)
      : terminal(clause, means.fields, negated);
  }
  const parts = clause.clauses.map((part) => compile(part, means, negated));
  const all = (clause.operator.value === 'and') !== negated;
  return all ? both(parts, means.weigh) : either(parts);
};

export type Means = {
  readonly fields: FieldLookup;
  readonly weigh: Weigh;
  /** What stands for clauses with the app's functions, and the fields as those may name them. */
  readonly expansions: Expansions;
  readonly fragmentFields: FieldLookup;
};

/** How many issues places hold, to choose the fewest. */
export type Weigh = (places: readonly Place[]) => number;

const both = (parts: readonly Condition[], weigh: Weigh): Condition => {
  const narrow = parts.flatMap(({ places }) => (places ? [places] : []));
  const [best = null] = narrow.sort((a, b) => weigh(a) - weigh(b));
  return { matches: (issue) => parts.every(({ matches }) => matches(issue)), places: best };
};

const either = (parts: readonly Condition[]): Condition => ({
  matches: (issue) => parts.some(({ matches }) => matches(issue)),
  places: parts.every(({ places }) => places) ? parts.flatMap(({ places }) => places ?? []) : null,
});

const OPPOSITE: Readonly<Record<JqlOperator, JqlOperator>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
};

const terminal = (clause: TerminalClause, fields: FieldLookup, negated: boolean): Condition => {
  const { field, operand, predicates } = clause;
  const written = clause.operator?.value ?? '';
  if (predicates.length > 0 || !operand || !isKnown(written)) {
    throw badRequest(`The operator '${written}' is not served by this local Jira (field '${field.text}').`);
  }
  const found = fields(field);
  if (isKey(field) && BOUNDS.includes(written)) {
    throw badRequest(
      `This local Jira does not serve the operator '${written}' for the field '${field.text}'.`,
    );
  }
  if (!found.operators.includes(written)) {
    throw badRequest(`The operator '${written}' is not supported by the '${field.text}' field.`);
  }
  const wanted = readOperand(found, field.text, written, operand);
  const operator = negated ? OPPOSITE[written] : written;
  return {
    matches: matcher(found, operator, wanted),
    places: operator === '=' || operator === 'in' ? placesOf(found, wanted) : null,
  };
};

/** Jira compares keys so: not to be taken for a mistake in the query. */
const BOUNDS: readonly string[] = ['<', '<=', '>', '>='];

const isKey = (field: TerminalClause['field']): boolean =>
  propertyName(field) === null && ['key', 'issuekey', 'issue', 'id'].includes(field.value.toLowerCase());

const isKnown = (operator: string): operator is JqlOperator => Object.hasOwn(OPPOSITE, operator);

const placesOf = ({ entry, direct }: JqlField, { values, empty }: Wanted): Place[] | null => {
  if (empty) return null;
  if (direct) return values.map((value) => ({ issueId: String(value) }));
  return entry ? values.map((value) => ({ entry: entry(value) })) : null;
};

const matcher = (field: JqlField, operator: JqlOperator, wanted: Wanted): Condition['matches'] => {
  const set = new Set<JqlValue>(wanted.values);
  const [first] = wanted.values;
  const hit = (values: readonly JqlValue[]): boolean =>
    values.length === 0 ? wanted.empty : values.some((value) => set.has(value));
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return (issue) => hit(field.values(issue));
    case '!=':
    case 'not in':
    case 'is not':
      return (issue) => {
        const values = field.values(issue);
        return values.length > 0 && !values.some((value) => set.has(value));
      };
    case '~':
    case '!~':
      return textCondition(field, operator, String(first ?? ''));
    default:
      return (issue) =>
        first !== undefined && field.values(issue).some((value) => compares(value, operator, first));
  }
};

const textCondition = (field: JqlField, operator: '~' | '!~', query: string): Condition['matches'] => {
  const matches = textMatcher(query);
  return (issue) => {
    const values = field.values(issue).map(String);
    return values.length > 0 && values.some(matches) === (operator === '~');
  };
};

const compares = (value: JqlValue, operator: '<' | '<=' | '>' | '>=', bound: JqlValue): boolean => {
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
};
