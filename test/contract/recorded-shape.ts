/**
 * What a set of values of one kind looks like: which types there were, which fields, and which of those in each. Items
 * of lists are one kind, wherever they stood.
 */
export type Shape = {
  readonly types: ReadonlySet<TypeName>;
  /** Fields of those that were objects. */
  readonly fields: ReadonlyMap<string, { readonly shape: Shape; readonly always: boolean }>;
  /** The items of those that were lists; `null` when all were empty. */
  readonly items: Shape | null;
};

type TypeName = 'null' | 'string' | 'number' | 'boolean' | 'object' | 'array';

/** The shape of some recorded values. */
export const shapeOf = (values: readonly unknown[]): Shape => {
  const objects = values.filter(isObject);
  const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const items = values.filter(Array.isArray).flat() as unknown[];
  return {
    types: new Set(values.map(typeName)),
    fields: new Map(
      names.map((name) => {
        const having = objects.filter((object) => Object.hasOwn(object, name));
        return [
          name,
          { shape: shapeOf(having.map((object) => object[name])), always: having.length === objects.length },
        ];
      }),
    ),
    items: items.length > 0 ? shapeOf(items) : null,
  };
};

/**
 * What the served shape lacks of the recorded one, each as `field: what`; empty when every recorded field is there with
 * its type. A field that every record has must be in each of ours, one that some have in some. `null` has any type, but
 * where a record has a value, one of ours must have one.
 */
export const shapeProblems = (
  served: Shape,
  recorded: Shape,
  isExcepted: (path: string) => boolean,
  path = '',
): readonly string[] => {
  if (isExcepted(path)) return [];
  const problems = typeProblems(served.types, recorded.types).map(
    (problem) => `${path || 'the whole'}: ${problem}`,
  );
  if (problems.length > 0) return problems;
  const below = path === '' ? '' : `${path}.`;
  const items =
    recorded.items === null || !recorded.types.has('array') || !served.types.has('array')
      ? []
      : served.items === null
        ? isExcepted(`${below}*`)
          ? []
          : [`${below}*: the list is always empty`]
        : shapeProblems(served.items, recorded.items, isExcepted, `${below}*`);
  return [...items, ...fieldProblems(served, recorded, isExcepted, below)];
};

const fieldProblems = (
  served: Shape,
  recorded: Shape,
  isExcepted: (path: string) => boolean,
  below: string,
): readonly string[] => {
  if (!served.types.has('object')) return [];
  return [...recorded.fields].flatMap(([name, { shape, always }]) => {
    const path = `${below}${name}`;
    if (isExcepted(path)) return [];
    const ours = served.fields.get(name);
    if (!ours) return [`${path}: is missing`];
    if (always && !ours.always) return [`${path}: is missing at times`];
    return shapeProblems(ours.shape, shape, isExcepted, path);
  });
};

const typeProblems = (served: ReadonlySet<TypeName>, recorded: ReadonlySet<TypeName>): readonly string[] => {
  const known = [...recorded].filter((type) => type !== 'null');
  const ours = [...served].filter((type) => type !== 'null');
  // A field that was null in every record tells nothing of its type.
  if (known.length === 0) return [];
  const other = ours.filter((type) => !known.includes(type));
  if (other.length > 0) return [`is ${other.join(' or ')}, recorded as ${known.join(' or ')}`];
  if (ours.length === 0) return [`is always null, recorded as ${known.join(' or ')}`];
  return [];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeName(value) === 'object';

const typeName = (value: unknown): TypeName => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as TypeName;
};
