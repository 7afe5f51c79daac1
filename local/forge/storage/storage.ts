import { runBatch } from './batch';
import type { Entity } from './entity';
import { queryEntity, queryKeys, type EntityQuery, type KeyQuery, type Page } from './query';
import { createRecords, type Dump, type Records, type Space } from './records';
import {
  readOne,
  removeOne,
  shown,
  writeOne,
  type Place,
  type ReadOptions,
  type WriteRequest,
} from './single';
import { PUBLISHED_FORGE_LIMITS, type ForgeLimits } from '../rate-limits';
import { StorageError } from './storage-error';
import { createThrottle, type Use } from './throttle';
import { runTransaction, type Transaction } from './transaction';
import { sizeOf } from './value-rules';

export type StorageReply = { readonly status: number; readonly body: string; readonly use: Use };

/** Forge's key-value and entity storage at the wire: what `@forge/kvs` posts, and what it is answered. */
export type Storage = {
  readonly handle: (path: string, body: unknown) => StorageReply;
  readonly dump: () => Dump;
};

export type StorageOptions = {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly now: () => Date;
  readonly stored?: Dump;
  readonly onChange?: () => void;
  /** How much it takes at a time; what Forge publishes unless given. */
  readonly limits?: () => ForgeLimits;
  /** How far queries trail writes; not at all unless given. */
  readonly queryLagMs?: () => number;
};

/** Storage over what was stored before. */
export const createStorage = (options: StorageOptions): Storage => {
  const { entities, now, stored = {}, onChange = () => undefined } = options;
  const records = createRecords(stored, { now, onChange, lag: options.queryLagMs ?? (() => 0) });
  const throttle = createThrottle(options.limits ?? (() => PUBLISHED_FORGE_LIMITS), now);
  return {
    handle: (path, body) => {
      const kind = /\/(get|query)$/.test(path) ? 'read' : 'write';
      try {
        throttle.admit(kind, body);
        const reply = answer({ entities, records, now }, path, body);
        throttle.spend(reply.use);
        return { ...reply, status: 200 };
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        const refusal = JSON.stringify({ code: error.code, message: error.message });
        const use = { kind, bytes: kind === 'read' ? [0] : [] } as const;
        if (error.status !== 429) throttle.spend(use);
        return { status: error.status, body: refusal, use };
      }
    },
    dump: records.dump,
  };
};

type Store = {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly records: Records;
  readonly now: () => Date;
};
type Answer = { readonly body: string; readonly use: Use };

const answer = (store: Store, path: string, body: unknown): Answer => {
  const operation = path.replace(/^\/api\/v1\//, '');
  switch (operation) {
    case 'get':
    case 'set':
    case 'delete':
      return single(store, operation, { space: 'values', entity: null }, body);
    case 'secret/get':
    case 'secret/set':
    case 'secret/delete':
      return single(store, operation, { space: 'secrets', entity: null }, body);
    case 'entity/get':
    case 'entity/set':
    case 'entity/delete':
      return single(store, operation, getPlace(store.entities, (body as Named).entityName), body);
    case 'query':
      return pageOf(queryKeys(store.records.lagging('values'), body as KeyQuery), body);
    case 'entity/query': {
      const { entity, space } = getPlace(store.entities, (body as Named).entityName);
      if (entity === null) throw new StorageError(400, 'EMPTY_ENTITY_NAME', 'A query names an entity.');
      return pageOf(queryEntity(entity, store.records.lagging(space), body as EntityQuery), body);
    }
    case 'batch/get':
    case 'batch/set':
    case 'batch/delete':
      return runBatch(store.records, operation, body, (name) => getPlace(store.entities, name), store.now());
    case 'transaction': {
      const find = (name: string | undefined) => getPlace(store.entities, name);
      const written = runTransaction(store.records, body as Transaction, find, store.now());
      return { body: '', use: { kind: 'write', bytes: [written] } };
    }
    default:
      throw new StorageError(404, 'UNKNOWN_PATH', `The stand-in's storage has no ${path}.`);
  }
};

type Named = { readonly entityName?: string };

/** @throws StorageError SCHEMA_NOT_FOUND for an entity that the manifest does not declare. */
const getPlace = (entities: ReadonlyMap<string, Entity>, name: string | undefined): Place => {
  if (name === undefined) return { space: 'values', entity: null };
  const entity = entities.get(name);
  if (entity === undefined)
    throw new StorageError(404, 'SCHEMA_NOT_FOUND', `The manifest declares no entity ${name}.`);
  return { space: `entity:${name}` satisfies Space, entity };
};

const single = (store: Store, operation: string, place: Place, body: unknown): Answer => {
  const request = body as WriteRequest & { readonly options?: ReadOptions };
  if (operation.endsWith('get')) {
    const found = readOne(store.records, place, request.key);
    return {
      body: JSON.stringify(shown(found, request.options)),
      use: { kind: 'read', bytes: [sizeOf(found.value)] },
    };
  }
  if (operation.endsWith('set')) return writeOne(store.records, place, request, store.now());
  removeOne(store.records, place, request.key);
  return { body: '', use: { kind: 'write', bytes: [0] } };
};

const pageOf = ({ found, scanned, cursor }: Page, body: unknown): Answer => {
  const { options } = body as { readonly options?: ReadOptions };
  return {
    body: JSON.stringify({
      data: found.map((one) => shown(one, options)),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    use: { kind: 'read', bytes: scanned.length === 0 ? [0] : scanned.map(({ value }) => sizeOf(value)) },
  };
};
