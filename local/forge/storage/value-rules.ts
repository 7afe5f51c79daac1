import type { AttributeType, Entity } from './entity';
import { refuse } from './storage-error';

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;
const MAX_BYTES = 240 * 1024;
const MAX_DEPTH = 31;

/** The key, if Forge would take it. @throws StorageError with Forge's code. */
export const checkKey = (key: unknown): string => {
  if (typeof key !== 'string') return refuse('EMPTY_KEY', 'A key is required and must be a string.');
  if (key.length === 0) return refuse('KEY_TOO_SHORT', 'A key must have at least 1 character.');
  if (key.length > 500)
    return refuse('KEY_TOO_LONG', `A key may have 500 characters; this one has ${key.length}.`);
  return KEY.test(key) ? key : refuse('INVALID_KEY', `The key "${key}" does not match ${KEY.source}.`);
};

/** Refuses what is too large, too deep or no value. Answers the value's size in bytes. */
export const checkValue = (value: unknown): number => {
  if (value === undefined || value === null)
    return refuse('INVALID_VALUE', 'A value may not be null or missing.');
  const bytes = sizeOf(value);
  if (bytes > MAX_BYTES)
    return refuse('MAX_SIZE', `A value may have ${MAX_BYTES} bytes; this one has ${bytes}.`);
  if (depthOf(value) > MAX_DEPTH) return refuse('MAX_DEPTH', `A value may be ${MAX_DEPTH} levels deep.`);
  return bytes;
};

/** Refuses a record that its entity's declaration does not allow. */
export const checkRecord = (entity: Entity, value: unknown): void => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('INVALID_ENTITY_VALUE', `A record of ${entity.name} must be an object.`);
  }
  for (const [attribute, given] of Object.entries(value)) {
    const type = entity.attributes.get(attribute);
    if (type === undefined) {
      return refuse('INVALID_ENTITY_PROPERTY', `Entity ${entity.name} declares no attribute ${attribute}.`);
    }
    checkAttribute(entity.name, attribute, type, given);
  }
  for (const index of entity.indexes.values()) {
    checkIndexed(entity.name, index.partition, value as Record<string, unknown>, 1700);
    checkIndexed(
      entity.name,
      index.range === null ? [] : [index.range],
      value as Record<string, unknown>,
      900,
    );
  }
};

/** Refuses a value that an attribute of the type cannot hold. */
export const checkAttribute = (
  entity: string,
  attribute: string,
  type: AttributeType,
  given: unknown,
): void => {
  if (!FITS[type](given)) {
    refuse(
      'INCORRECT_PROPERTY_TYPE',
      `Attribute ${attribute} of ${entity} is of type ${type}; ${JSON.stringify(given)} is not.`,
    );
  }
};

/** What a value weighs, in bytes of JSON. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

const INT32 = 2 ** 31;
const FITS: Readonly<Record<AttributeType, (given: unknown) => boolean>> = {
  any: () => true,
  boolean: (given) => typeof given === 'boolean',
  float: (given) => typeof given === 'number' && Number.isFinite(given),
  integer: (given) => Number.isInteger(given) && (given as number) >= -INT32 && (given as number) < INT32,
  string: (given) => typeof given === 'string' && given.trim().length > 0,
};

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

const checkIndexed = (
  entity: string,
  attributes: readonly string[],
  value: Readonly<Record<string, unknown>>,
  limit: number,
): void => {
  const bytes = attributes.reduce(
    (sum, attribute) => sum + Buffer.byteLength(String(value[attribute] ?? '')),
    0,
  );
  if (bytes > limit) {
    refuse(
      'MAX_SIZE',
      `The indexed ${attributes.join(', ')} of ${entity} has ${bytes} bytes; ${limit} are allowed.`,
    );
  }
};
