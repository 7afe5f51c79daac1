import type { Entity } from './entity';
import { refuse } from './storage-error';
import { checkAttribute } from './value-rules';

/** One test of one attribute, as `@forge/kvs` sends it. */
export type Condition = {
  readonly property: string;
  readonly condition: string;
  readonly values: readonly unknown[];
};

/** Several tests under one operator. */
export type Conditions = { readonly and?: readonly Condition[]; readonly or?: readonly Condition[] };

/** The conditions of a query's filter or a transaction, checked against the entity, as a test of a record. */
export const compileConditions = (entity: Entity, given: Conditions): ((value: unknown) => boolean) => {
  if (given.and !== undefined && given.or !== undefined) {
    return refuse(
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Conditions are joined by "and" or by "or", not by both.',
    );
  }
  const all = given.and ?? given.or ?? [];
  if (all.length === 0) return refuse('EMPTY_FILTER_OPERATOR', 'There must be at least one condition.');
  if (all.length > 100)
    return refuse('TOO_MANY_CONDITIONS', `${all.length} conditions were sent; 100 are allowed.`);
  for (const one of all) checkCondition(entity, one);
  const holds = (value: unknown) => (one: Condition) =>
    holdsFor(one, (value as Readonly<Record<string, unknown>>)[one.property]);
  return given.and === undefined ? (value) => all.some(holds(value)) : (value) => all.every(holds(value));
};

/** Whether the attribute's value passes the test. An attribute that is absent passes only `NOT_…` tests. */
export const holdsFor = ({ condition, values }: Omit<Condition, 'property'>, actual: unknown): boolean => {
  const test =
    TESTS.get(condition) ?? refuse('INVALID_CONDITION', `Forge's storage knows no condition ${condition}.`);
  return test(actual, values);
};

/** The order of values in an index: numbers by size, strings by their bytes, false before true. */
export const compareValues = (left: unknown, right: unknown): number => {
  if (typeof left === 'string' && typeof right === 'string')
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return Number(left) - Number(right);
};

/** The tests that an index's range may make. */
export const RANGE_CONDITIONS: ReadonlySet<string> = new Set([
  'EQUAL_TO',
  'BEGINS_WITH',
  'BETWEEN',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);

type Test = (actual: unknown, values: readonly unknown[]) => boolean;

const present =
  (test: Test): Test =>
  (actual, values) =>
    actual !== undefined && actual !== null && typeof actual === typeof values[0] && test(actual, values);

const TESTS: ReadonlyMap<string, Test> = new Map(
  Object.entries({
    EQUAL_TO: present((actual, [value]) => actual === value),
    NOT_EQUAL_TO: (actual, [value]) => actual !== value,
    BEGINS_WITH: present((actual, [value]) => String(actual).startsWith(String(value))),
    CONTAINS: present((actual, [value]) => String(actual).includes(String(value))),
    NOT_CONTAINS: (actual, [value]) => typeof actual !== 'string' || !actual.includes(String(value)),
    BETWEEN: present(
      (actual, [low, high]) => compareValues(actual, low) >= 0 && compareValues(actual, high) <= 0,
    ),
    GREATER_THAN: present((actual, [value]) => compareValues(actual, value) > 0),
    GREATER_THAN_EQUAL_TO: present((actual, [value]) => compareValues(actual, value) >= 0),
    LESS_THAN: present((actual, [value]) => compareValues(actual, value) < 0),
    LESS_THAN_EQUAL_TO: present((actual, [value]) => compareValues(actual, value) <= 0),
    EXISTS: (actual) => actual !== undefined,
    NOT_EXISTS: (actual) => actual === undefined,
  } satisfies Record<string, Test>),
);

const checkCondition = (entity: Entity, { property, condition, values }: Condition): void => {
  const type = entity.attributes.get(property);
  if (type === undefined) {
    return refuse('INVALID_ENTITY_PROPERTY', `Entity ${entity.name} declares no attribute ${property}.`);
  }
  if (!TESTS.has(condition)) {
    return refuse('INVALID_CONDITION', `Forge's storage knows no condition ${condition}.`);
  }
  if (condition === 'EXISTS' || condition === 'NOT_EXISTS') return;
  if (type === 'any') {
    return refuse(
      'INVALID_CONDITION',
      `${property} of ${entity.name} is of type any and cannot be compared.`,
    );
  }
  if (type !== 'string' && /BEGINS_WITH|CONTAINS/.test(condition)) {
    return refuse(
      'INVALID_CONDITION',
      `${condition} needs a string; ${property} of ${entity.name} is of type ${type}.`,
    );
  }
  for (const value of values) checkAttribute(entity.name, property, type, value);
};
