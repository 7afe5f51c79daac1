import { parseExpressionAt, type Expression, type Node, type PrivateIdentifier, type Super } from 'acorn';

/** Whether an event passes the expression of a trigger's filter. @throws where the expression fails, as Jira's do. */
export type EventFilter = (event: unknown) => boolean;

/**
 * Reads an expression of Jira's expression language, of which so much is played as filters of events need: paths (also
 * with `?.`), `.some(…)` of lists, literals, comparisons, `&&`, `||` and `!`.
 * @throws a sentence that says what of it is not played
 */
export const readEventFilter = (expression: string): EventFilter => {
  const parsed = parseExpressionAt(expression, 0, { ecmaVersion: 2020 });
  if (expression.slice(parsed.end).trim() !== '') throw unplayed(expression.slice(parsed.end));
  check(parsed);
  return (event) => {
    const value = evaluate(parsed, { event });
    if (typeof value !== 'boolean') throw new Error('A filter comes to true or false.');
    return value;
  };
};

type Part = Expression | Super | PrivateIdentifier;
type Names = Readonly<Record<string, unknown>>;

const OPERATORS: Readonly<Record<string, (a: never, b: never) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

const evaluate = (part: Part, names: Names): unknown => {
  switch (part.type) {
    case 'Literal':
      return part.value;
    case 'Identifier':
      if (!Object.hasOwn(names, part.name)) throw unplayed(part.name);
      return names[part.name];
    case 'ChainExpression':
      return evaluate(part.expression, names);
    case 'MemberExpression': {
      const owner = evaluate(part.object, names);
      if (part.optional && (owner === null || owner === undefined)) return undefined;
      return memberOf(owner, nameOf(part.property));
    }
    case 'CallExpression':
      return someOf(part, names);
    case 'UnaryExpression':
      if (part.operator !== '!') throw unplayed(part.operator);
      return evaluate(part.argument, names) !== true;
    case 'LogicalExpression':
      return part.operator === '&&'
        ? evaluate(part.left, names) === true && evaluate(part.right, names) === true
        : evaluate(part.left, names) === true || evaluate(part.right, names) === true;
    case 'BinaryExpression': {
      const compare = OPERATORS[part.operator];
      if (!compare) throw unplayed(part.operator);
      return compare(evaluate(part.left, names) as never, evaluate(part.right, names) as never);
    }
    default:
      throw unplayed(part.type);
  }
};

const memberOf = (owner: unknown, name: string): unknown => {
  if (typeof owner === 'object' && owner !== null && Object.hasOwn(owner, name))
    return Reflect.get(owner, name);
  throw new Error(`There is no ${name} in the event.`);
};

const nameOf = (property: Part): string =>
  property.type === 'Identifier' ? property.name : fail(unplayed(property.type));

type Call = Extract<Expression, { readonly type: 'CallExpression' }>;

const someOf = ({ callee, arguments: [each] }: Call, names: Names): boolean => {
  if (callee.type !== 'MemberExpression' || nameOf(callee.property) !== 'some') throw unplayed('a call');
  if (each?.type !== 'ArrowFunctionExpression' || each.params[0]?.type !== 'Identifier')
    throw unplayed('a call');
  const { name } = each.params[0];
  const { body } = each;
  const list = evaluate(callee.object, names);
  if (body.type === 'BlockStatement') throw unplayed('a block');
  if (!Array.isArray(list)) throw new Error('Only lists have some(…).');
  return list.some((item: unknown) => evaluate(body, { ...names, [name]: item }) === true);
};

/** What is not played is said when the manifest is read, not when the first event comes. */
const check = (node: Node): void => {
  if (!PLAYED.has(node.type)) throw unplayed(node.type);
  for (const child of Object.values(node) as unknown[]) {
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(one)) check(one);
  }
};

const PLAYED: ReadonlySet<string> = new Set([
  'Literal',
  'Identifier',
  'ChainExpression',
  'MemberExpression',
  'CallExpression',
  'ArrowFunctionExpression',
  'UnaryExpression',
  'LogicalExpression',
  'BinaryExpression',
]);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const unplayed = (what: string): Error => new Error(`the stand-in plays no filter with ${what}`);

const fail = (error: Error): never => {
  throw error;
};
