import type { Entity } from './entity';
import type { Records, Space, Stored } from './records';
import { refuse, StorageError } from './storage-error';
import { checkKey, checkRecord, checkValue } from './value-rules';

/** Where a request's key lives, and which declaration its value must meet. */
export type Place = { readonly space: Space; readonly entity: Entity | null };

export type ReadOptions = { readonly metadataFields?: readonly string[] };

export type WriteRequest = {
  readonly key: unknown;
  readonly value?: unknown;
  readonly options?: {
    readonly ttl?: { readonly value: number; readonly unit: string };
    readonly keyPolicy?: string;
    readonly returnValue?: string;
    readonly returnMetadataFields?: readonly string[];
  };
};

/** @throws StorageError KEY_NOT_FOUND */
export const readOne = (records: Records, { space }: Place, key: unknown): Stored => {
  const found = records.get(space, checkKey(key));
  if (found === undefined)
    throw new StorageError(404, 'KEY_NOT_FOUND', `Nothing is stored under ${String(key)}.`);
  return found;
};

/** Stores one value; answers the record only where the request asks for one. */
export const writeOne = (records: Records, place: Place, request: WriteRequest, now: Date) => {
  const { bytes, expireTime } = checkWrite(place, request, now);
  const { keyPolicy, returnValue, returnMetadataFields } = request.options ?? {};
  const key = checkKey(request.key);
  const before = records.get(place.space, key);
  if (keyPolicy === 'FAIL_IF_EXISTS' && before !== undefined) {
    throw new StorageError(409, 'KEY_CONFLICT', `Something is stored under ${key} already.`);
  }
  const after = records.put(place.space, key, request.value, expireTime);
  const asked = returnValue === 'PREVIOUS' ? before : returnValue === 'LATEST' ? after : undefined;
  const options = returnMetadataFields === undefined ? undefined : { metadataFields: returnMetadataFields };
  return {
    body: asked === undefined ? '' : JSON.stringify(shown(asked, options)),
    use: { kind: 'write' as const, bytes: [bytes] },
  };
};

/** @throws StorageError KEY_NOT_FOUND, which `@forge/kvs` swallows. */
export const removeOne = (records: Records, place: Place, key: unknown): void => {
  readOne(records, place, key);
  records.remove(place.space, checkKey(key));
};

/** What a write would store, in bytes, and when it would expire. @throws StorageError if it may not be stored. */
export const checkWrite = (place: Place, { key, value, options }: WriteRequest, now: Date) => {
  checkKey(key);
  const bytes = checkValue(value);
  if (place.entity !== null) checkRecord(place.entity, value);
  return { bytes, expireTime: expiry(options?.ttl, now) };
};

/** A record as Forge sends it: the moments only where they were asked for. */
export const shown = ({ key, value, createdAt, updatedAt, expireTime }: Stored, options?: ReadOptions) => {
  const asked = options?.metadataFields ?? [];
  return {
    key,
    value,
    ...(asked.includes('CREATED_AT') ? { createdAt } : {}),
    ...(asked.includes('UPDATED_AT') ? { updatedAt } : {}),
    ...(asked.includes('EXPIRE_TIME') && expireTime !== undefined ? { expireTime } : {}),
  };
};

const SECONDS: Readonly<Record<string, number>> = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 };
const YEAR = 366 * 86_400;

const expiry = (
  ttl: { readonly value: number; readonly unit: string } | undefined,
  now: Date,
): string | undefined => {
  if (ttl === undefined) return undefined;
  const seconds = ttl.value * (SECONDS[ttl.unit] ?? Number.NaN);
  if (!(seconds > 0 && seconds <= YEAR)) {
    return refuse('INVALID_TTL', `A value may live up to a year, not ${ttl.value} ${ttl.unit}.`);
  }
  return new Date(now.getTime() + seconds * 1000).toISOString();
};
