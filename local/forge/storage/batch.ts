import type { Records } from './records';
import {
  checkWrite,
  readOne,
  removeOne,
  shown,
  type Place,
  type ReadOptions,
  type WriteRequest,
} from './single';
import { refuse, StorageError } from './storage-error';
import { sizeOf } from './value-rules';

const MAX_ITEMS = 25;
const MAX_BYTES = 4 * 1024 * 1024;

type BatchOperation = 'batch/get' | 'batch/set' | 'batch/delete';
type Item = WriteRequest & { readonly entityName?: string };
type Done = { readonly shown: object; readonly bytes: number };

/** Reads, writes or deletes up to 25 keys, each for itself: what fails is listed and the rest is done. */
export const runBatch = (
  records: Records,
  operation: BatchOperation,
  body: unknown,
  find: (entityName: string | undefined) => Place,
  now: Date,
) => {
  const items = checkItems(body);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  const bytes: number[] = [];
  for (const item of items) {
    const name = { key: item.key, ...(item.entityName === undefined ? {} : { entityName: item.entityName }) };
    try {
      const done = DO[operation](records, find(item.entityName), item, now);
      successfulKeys.push({ ...name, ...done.shown });
      bytes.push(done.bytes);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
      bytes.push(0);
    }
  }
  const kind = operation === 'batch/get' ? ('read' as const) : ('write' as const);
  return { body: JSON.stringify({ successfulKeys, failedKeys }), use: { kind, bytes } };
};

const DO: Readonly<Record<BatchOperation, (records: Records, place: Place, item: Item, now: Date) => Done>> =
  {
    'batch/get': (records, place, item) => {
      const found = readOne(records, place, item.key);
      return { shown: shown(found, item.options as ReadOptions | undefined), bytes: sizeOf(found.value) };
    },
    'batch/set': (records, place, item, now) => {
      const { bytes, expireTime } = checkWrite(place, item, now);
      records.put(place.space, item.key as string, item.value, expireTime);
      return { shown: {}, bytes };
    },
    'batch/delete': (records, place, item) => {
      removeOne(records, place, item.key);
      return { shown: {}, bytes: 0 };
    },
  };

const checkItems = (body: unknown): readonly Item[] => {
  if (!Array.isArray(body) || body.length === 0)
    return refuse('EMPTY_BATCH', 'A batch must have at least one key.');
  const items = body as readonly Item[];
  if (items.length > MAX_ITEMS) {
    return refuse('TOO_MANY_BATCH_ENTITIES', `A batch takes ${MAX_ITEMS} keys; ${items.length} were sent.`);
  }
  const places = new Set(items.map(({ entityName, key }) => `${entityName ?? ''}/${String(key)}`));
  if (places.size < items.length) return refuse('KEY_DUPLICATION_ERROR', 'A batch may name a key only once.');
  if (sizeOf(body) > MAX_BYTES) return refuse('MAX_SIZE', 'A batch may weigh 4 MB.');
  return items;
};
