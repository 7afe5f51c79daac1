import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { FIELD_HOLES } from './known-holes';
import { namedSchema, type DocumentName, type Schema } from './specifications';

/** Which way a body goes: what is `readOnly` is no part of a request, what is `writeOnly` none of a reply. */
export type Direction = 'request' | 'reply' | 'parameters';

/**
 * What is wrong with a value, each as `field: what`; empty when it fits its schema. Fields that the schema does not
 * name are wrong too, unless it says that there may be others.
 */
export const schemaProblems = (
  schema: Schema,
  document: DocumentName,
  direction: Direction,
  value: unknown,
): readonly string[] => {
  const validate = validatorOf(schema, document, direction);
  validate(value);
  return (validate.errors ?? []).map(describe);
};

const OPTIONS = { strict: false, allErrors: true, validateSchema: false, logger: false } as const;

const compilers = new Map<Direction, Ajv>();

const compilerOf = (direction: Direction): Ajv => {
  const known = compilers.get(direction);
  if (known) return known;
  // Parameters are texts on the wire, whatever they stand for.
  const compiler = new Ajv({ ...OPTIONS, coerceTypes: direction === 'parameters' });
  addFormats(compiler);
  compilers.set(direction, compiler);
  return compiler;
};

const compiled: Record<Direction, WeakMap<Schema, ValidateFunction>> = {
  request: new WeakMap(),
  reply: new WeakMap(),
  parameters: new WeakMap(),
};

/** Compiled when it is first needed: the specifications have thousands, a test asks for a handful. */
const validatorOf = (schema: Schema, document: DocumentName, direction: Direction): ValidateFunction => {
  const known = compiled[direction].get(schema);
  if (known) return known;
  const validate = compilerOf(direction).compile(prepared(schema, { document, direction, closed: true }));
  compiled[direction].set(schema, validate);
  return validate;
};

type Place = { readonly document: DocumentName; readonly direction: Direction; readonly closed: boolean };

/** The schema as the compiler takes it, with all that it refers to made known to the compiler. */
const prepared = (schema: Schema, place: Place): Schema => {
  if (typeof schema['$ref'] === 'string') return { $ref: register(schema['$ref'], place) };
  const parts = Object.entries(schema).map(([key, value]) => [key, preparedPart(key, value, place)] as const);
  const result: Record<string, unknown> = Object.fromEntries(parts);
  // Taken at its word, no field at all would fit a choice that allows none of its own.
  if (schema['anyOf'] !== undefined && schema['properties'] === undefined)
    delete result['additionalProperties'];
  if (place.closed && result['properties'] !== undefined && schema['additionalProperties'] === undefined) {
    result['additionalProperties'] = false;
  }
  return result;
};

const preparedPart = (key: string, value: unknown, place: Place): unknown => {
  const whole = { ...place, closed: true };
  if (key === 'properties') {
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>)
        .filter(([, property]) => property[place.direction === 'request' ? 'readOnly' : 'writeOnly'] !== true)
        .map(([name, property]) => [name, prepared(property, whole)]),
    );
  }
  if (key === 'items' || key === 'not') return prepared(value as Schema, whole);
  if (key === 'additionalProperties' && typeof value === 'object') return prepared(value as Schema, whole);
  if (key === 'oneOf' || key === 'anyOf') return (value as Schema[]).map((each) => prepared(each, whole));
  if (key === 'allOf') {
    // Each of several members knows a part of the fields only.
    const closed = (value as Schema[]).length === 1;
    return (value as Schema[]).map((each) => prepared(each, { ...place, closed }));
  }
  return value;
};

const register = (reference: string, place: Place): string => {
  const [other, name = ''] = reference.split('#/components/schemas/');
  const document = other === 'platform' ? other : place.document;
  const address = `https://specification/${document}/${encodeURIComponent(name)}`;
  const compiler = compilerOf(place.direction);
  if (registered[place.direction].has(address)) return address;
  registered[place.direction].add(address);
  const schema = mended(name, namedSchema(document, name));
  compiler.addSchema(prepared(schema, { ...place, document, closed: true }), address);
  return address;
};

const registered: Record<Direction, Set<string>> = {
  request: new Set(),
  reply: new Set(),
  parameters: new Set(),
};

/** The schema with the corrections that `known-holes.ts` lists. */
const mended = (name: string, schema: Schema): Schema => {
  const properties = { ...(schema['properties'] as Record<string, Schema> | undefined) };
  for (const { field, is } of FIELD_HOLES.filter((hole) => hole.in === name)) properties[field] = is;
  return schema['properties'] === undefined ? schema : { ...schema, properties };
};

const describe = ({ instancePath, message, params }: ErrorObject): string => {
  const at = instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/');
  const below = (name: unknown): string => (at === '' ? String(name) : `${at}.${String(name)}`);
  if (params['additionalProperty'] !== undefined)
    return `${below(params['additionalProperty'])}: is not known`;
  if (params['missingProperty'] !== undefined) return `${below(params['missingProperty'])}: is missing`;
  const allowed = params['allowedValues'] as readonly unknown[] | undefined;
  return `${at || 'the whole'}: ${message ?? 'is wrong'}${allowed ? ` (${allowed.join(', ')})` : ''}`;
};
