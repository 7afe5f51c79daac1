import { compareValues, compileConditions, holdsFor, RANGE_CONDITIONS, type Conditions } from './conditions';
import type { Entity, Index } from './entity';
import type { Stored } from './records';
import { refuse } from './storage-error';
import { checkAttribute } from './value-rules';

export type EntityQuery = {
  readonly indexName: string;
  readonly partition?: readonly unknown[];
  readonly range?: { readonly condition: string; readonly values: readonly unknown[] };
  readonly filters?: Conditions;
  readonly sort?: 'ASC' | 'DESC';
  readonly limit?: number;
  readonly cursor?: string;
};

export type KeyQuery = {
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly {
    readonly property: string;
    readonly condition: string;
    readonly values: readonly unknown[];
  }[];
};

/** A page; `scanned` is what was read for it, which is what Forge bills. */
export type Page = {
  readonly found: Stored[];
  readonly scanned: Stored[];
  readonly cursor: string | undefined;
};

/**
 * A page of an entity's index. The limit counts records before the filter, as on Forge: a filtered page may be short,
 * even empty, and still have a cursor.
 */
export const queryEntity = (entity: Entity, all: readonly Stored[], query: EntityQuery): Page => {
  const index = findIndex(entity, query.indexName);
  checkPartition(entity, index, query.partition ?? []);
  checkRange(entity, index, query.range);
  const passes = query.filters === undefined ? () => true : compileConditions(entity, query.filters);
  const entries = all
    .filter(({ value }) => isIndexed(index, value as Attributes, query.partition ?? []))
    .map((stored): Entry => ({ stored, at: rangeValue(index, stored), key: stored.key }))
    .filter(({ at }) => query.range === undefined || holdsFor(query.range, at));
  const page = cut(entries, query.limit, query.cursor, query.sort ?? 'ASC');
  return { ...page, found: page.scanned.filter(({ value }) => passes(value)) };
};

/** A page of plain values by key. */
export const queryKeys = (all: readonly Stored[], { limit, after, where = [] }: KeyQuery): Page => {
  const [first, ...more] = where;
  if (
    more.length > 0 ||
    (first !== undefined && (first.property !== 'key' || first.condition !== 'BEGINS_WITH'))
  ) {
    return refuse('INVALID_CONDITION', 'A query of plain values takes one condition: the key BEGINS_WITH.');
  }
  const entries = all
    .filter(({ key }) => first === undefined || key.startsWith(String(first.values[0])))
    .map((stored): Entry => ({ stored, at: stored.key, key: stored.key }));
  const page = cut(entries, limit, after, 'ASC');
  return { ...page, found: page.scanned };
};

type Attributes = Readonly<Record<string, unknown>>;
type Entry = { readonly stored: Stored; readonly at: unknown; readonly key: string };

const BY_KEY: Index = { name: 'by-key', partition: [], range: null };

const findIndex = (entity: Entity, name: string): Index =>
  name === BY_KEY.name
    ? BY_KEY
    : (entity.indexes.get(name) ??
      refuse('INVALID_ENTITY_INDEX', `Entity ${entity.name} declares no index ${name}.`));

const checkPartition = (entity: Entity, index: Index, given: readonly unknown[]): void => {
  if (given.length !== index.partition.length) {
    refuse(
      'INVALID_ENTITY_PARTITION',
      `Index ${index.name} of ${entity.name} has ${index.partition.length} partition attributes; ${given.length} values were sent.`,
    );
  }
  index.partition.forEach((attribute, position) =>
    checkAttribute(entity.name, attribute, entity.attributes.get(attribute) ?? 'any', given[position]),
  );
};

const checkRange = (entity: Entity, index: Index, range: EntityQuery['range']): void => {
  if (range === undefined) return;
  if (!RANGE_CONDITIONS.has(range.condition)) {
    refuse('INVALID_CONDITION', `An index's range cannot be tested by ${range.condition}.`);
  }
  if (index.range === null && index.name !== BY_KEY.name) {
    refuse('INVALID_ENTITY_RANGE', `Index ${index.name} of ${entity.name} has no range attribute.`);
  }
  const type = index.range === null ? 'string' : (entity.attributes.get(index.range) ?? 'any');
  for (const value of range.values) checkAttribute(entity.name, index.range ?? 'key', type, value);
};

const isIndexed = (index: Index, value: Attributes, partition: readonly unknown[]): boolean =>
  (index.range === null || value[index.range] !== undefined) &&
  index.partition.every((attribute, position) => value[attribute] === partition[position]);

const rangeValue = (index: Index, { key, value }: Stored): unknown =>
  index.range === null ? key : (value as Attributes)[index.range];

const cut = (entries: readonly Entry[], limit = 10, cursor: string | undefined, sort: 'ASC' | 'DESC') => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return refuse(
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      `A page has 1 to 100 records; ${limit} were asked for.`,
    );
  }
  const direction = sort === 'DESC' ? -1 : 1;
  const compare = (left: Omit<Entry, 'stored'>, right: Omit<Entry, 'stored'>) =>
    direction * (compareValues(left.at, right.at) || compareValues(left.key, right.key));
  const from = cursor === undefined ? undefined : readCursor(cursor);
  const rest = [...entries].sort(compare).filter((entry) => from === undefined || compare(entry, from) > 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    scanned: page.map(({ stored }) => stored),
    cursor: rest.length > limit && last !== undefined ? writeCursor(last) : undefined,
  };
};

const writeCursor = ({ at, key }: Entry): string =>
  Buffer.from(JSON.stringify([at, key])).toString('base64url');

const readCursor = (cursor: string): Omit<Entry, 'stored'> => {
  try {
    const [at, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, string];
    return { at, key };
  } catch {
    return refuse('INVALID_CURSOR', 'The cursor is not one that a query has answered.');
  }
};
