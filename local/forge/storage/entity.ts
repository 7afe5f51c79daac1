/** A custom entity as the manifest declares it. */
export type Entity = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
  readonly indexes: ReadonlyMap<string, Index>;
};

export type AttributeType = 'string' | 'boolean' | 'float' | 'integer' | 'any';

/** An index; `range` is the one attribute it sorts by, or `null` where it sorts by key. */
export type Index = {
  readonly name: string;
  readonly partition: readonly string[];
  readonly range: string | null;
};

type RawEntity = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, { readonly type: AttributeType }>>;
  readonly indexes?: readonly (string | RawIndex)[];
};
type RawIndex = {
  readonly name: string;
  readonly range?: readonly string[];
  readonly partition?: readonly string[];
};

/** The manifest's entities by name. @throws what Forge would refuse at deployment, by name. */
export const readEntities = (raw: readonly RawEntity[]): ReadonlyMap<string, Entity> => {
  if (raw.length > 20) throw new Error(`manifest.yml declares ${raw.length} entities; Forge allows 20.`);
  return new Map(raw.map((one) => [one.name, readEntity(one)]));
};

const readEntity = ({ name, attributes, indexes = [] }: RawEntity): Entity => {
  if (!/^[a-z0-9:_.-]{3,60}$/.test(name))
    throw new Error(`Entity ${name} must have a name of 3 to 60 characters out of a-z, 0-9 and : _ . -`);
  const types = new Map(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type]));
  if (types.size > 50) throw new Error(`Entity ${name} has ${types.size} attributes; Forge allows 50.`);
  for (const [attribute, type] of types) checkDeclared(name, attribute, type);
  if (indexes.length > 7) throw new Error(`Entity ${name} has ${indexes.length} indexes; Forge allows 7.`);
  const read = indexes.map((index) => readIndex(name, types, index));
  return { name, attributes: types, indexes: new Map(read.map((index) => [index.name, index])) };
};

const TYPES: readonly string[] = ['string', 'boolean', 'float', 'integer', 'any'];

const checkDeclared = (entity: string, attribute: string, type: string): void => {
  if (attribute.length > 30)
    throw new Error(`Attribute ${attribute} of entity ${entity} has a name of more than 30 characters.`);
  if (!TYPES.includes(type))
    throw new Error(`Attribute ${attribute} of entity ${entity} has no type of Forge's: ${type}.`);
};

const readIndex = (
  entity: string,
  types: ReadonlyMap<string, AttributeType>,
  raw: string | RawIndex,
): Index => {
  const { name, range = [], partition = [] } = typeof raw === 'string' ? { name: raw, range: [raw] } : raw;
  if (name === 'by-key')
    throw new Error(`Entity ${entity} may not name an index by-key: Forge has one of that name.`);
  if (typeof raw !== 'string' && (name.length < 3 || name.length > 50))
    throw new Error(`Index ${name} of entity ${entity} must have a name of 3 to 50 characters.`);
  if (range.length > 1)
    throw new Error(`Index ${name} of entity ${entity} ranges over more than one attribute.`);
  for (const attribute of [...range, ...partition]) {
    const type = types.get(attribute);
    if (type === undefined)
      throw new Error(`Index ${name} of entity ${entity} names no attribute: ${attribute}.`);
    if (type === 'any')
      throw new Error(`Index ${name} of entity ${entity} is over ${attribute}, which is of type any.`);
  }
  return { name, partition, range: range[0] ?? null };
};
