import type { IsoInstant } from '../domain/dates';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';

/** The last time that what Jira keeps of the app's JQL functions was reckoned again. */
export type JqlRefresh = {
  /** When it began; what it read is no older. */
  readonly startedAt: IsoInstant;
  /** What it cost of the points that all customers share. */
  readonly points: number;
};

export const loadJqlRefresh = async (): Promise<Versioned<JqlRefresh | null>> => {
  const [stored] = await readRecords<StoredJqlRefresh>([PLACE]);
  if (stored === undefined) return { value: null, recordRevision: null };
  const { startedAt, points, revision } = stored;
  return { value: { startedAt, points }, recordRevision: revision };
};

/** `false` when another run has written meanwhile. */
export const saveJqlRefresh = (
  refresh: JqlRefresh,
  { recordRevision }: Versioned<unknown>,
): Promise<boolean> =>
  writeUnlessChanged<StoredJqlRefresh>(
    PLACE,
    { version: 1, revision: (recordRevision ?? 0) + 1, ...refresh },
    recordRevision,
  );

type StoredJqlRefresh = RecordHeader & JqlRefresh;

const PLACE = { entityName: 'jql-refresh', key: 'site' } as const;
