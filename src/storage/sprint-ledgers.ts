import { createHash } from 'node:crypto';
import { kvs, WhereConditions } from '@forge/kvs';
import type { IsoInstant } from '../domain/dates';
import type { ProjectId } from '../domain/ids';
import type { StartLine, TaggedLine } from '../domain/sprint-ledger';
import { packLines, packStartLines, unpackLines, unpackStartLines, type PackedLines } from './packed-lines';
import { readRecords, writeUnlessChanged, type RecordHeader, type Versioned } from './record';
import { readStorage } from './storage-calls';

/**
 * What leads to a sprint's ledger: `running` from its start on, `closed` once and for ever, `gone` while the app
 * does not see it any more, as when it was deleted. The lines stand in pieces of their own, which are written before this points to them.
 */
export type SprintLedger = {
  readonly sprintId: number;
  readonly projectId: ProjectId | null;
  readonly boardId: number | null;
  readonly state: 'running' | 'closed' | 'gone';
  readonly startedAt: IsoInstant;
  /** `null` where nothing was written down when the sprint started. */
  readonly start: Frozen | null;
  readonly closedAt: IsoInstant | null;
  readonly close: (Frozen & { readonly mayMissRemoved: boolean }) | null;
};

/** When something was frozen, and the keys of its pieces. */
export type Frozen = { readonly frozenAt: IsoInstant; readonly pieces: readonly string[] };

/** A sprint's ledger, in one strictly consistent storage operation. */
export const findLedger = async (sprintId: number): Promise<Versioned<SprintLedger | null>> =>
  (await loadLedgers([sprintId]))[0]!;

/** Several, in the order asked for, one operation each 25. */
export const loadLedgers = async (
  sprintIds: readonly number[],
): Promise<Versioned<SprintLedger | null>[]> => {
  const stored = await readRecords<StoredLedger>(sprintIds.map(keyOf));
  return sprintIds.map((sprintId, index) => {
    const one = stored[index];
    return one === undefined
      ? { value: null, recordRevision: null }
      : { value: toLedger(sprintId, one), recordRevision: one.revision };
  });
};

/** `false` when another run was quicker, whose ledger then holds. */
export const saveLedger = (
  { sprintId, ...ledger }: SprintLedger,
  { recordRevision }: Versioned<unknown>,
): Promise<boolean> =>
  writeUnlessChanged<StoredLedger>(
    keyOf(sprintId),
    { version: 1, revision: (recordRevision ?? 0) + 1, ...withoutNulls(ledger) },
    recordRevision,
  );

/** Writes down what was in a sprint at its start; answers the keys that the ledger is to point to. */
export const saveStartLines = (sprintId: number, lines: readonly StartLine[]): Promise<string[]> =>
  savePieces(sprintId, 'start', inPieces(lines).map(packStartLines));

/** The same with what became of a sprint's work. */
export const saveLines = (sprintId: number, lines: readonly TaggedLine[]): Promise<string[]> =>
  savePieces(sprintId, 'close', inPieces(lines).map(packLines));

/** What was in a sprint at its start; empty where nothing was written down. One operation each 12,500 issues. */
export const loadStartLines = async ({ start }: Pick<SprintLedger, 'start'>): Promise<StartLine[]> =>
  (await loadPieces(start?.pieces ?? [])).flatMap(unpackStartLines);

/** What became of the work of several sprints, one operation for all of their first 25 pieces. */
export const loadLines = async (ledgers: readonly Pick<SprintLedger, 'close'>[]): Promise<TaggedLine[][]> => {
  const keys = ledgers.map(({ close }) => close?.pieces ?? []);
  const pieces = await loadPieces(keys.flat());
  const byKey = new Map(keys.flat().map((key, index) => [key, pieces[index]!]));
  return keys.map((own) => own.flatMap((key) => unpackLines(byKey.get(key)!)));
};

/** The sprints that ran when last looked at, 100 an operation. A query: one that just started may be missing. */
export const runningSprints = async (): Promise<number[]> => {
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs
      .entity<StoredLedger>(LEDGER)
      .query()
      .index('state')
      .where(WhereConditions.equalTo('running'))
      .limit(100);
    const page = await readStorage(() => (cursor ? query.cursor(cursor) : query).getMany());
    ids.push(...page.results.map(({ key }) => Number(key.slice(KEY_PREFIX.length))));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
};

const LEDGER = 'sprint-ledger';
const PIECE = 'sprint-ledger-piece';
const KEY_PREFIX = 'sprint:';

/** As many as stay below what storage keeps in one value, whatever their tags. */
const LINES_PER_PIECE = 500;

const keyOf = (sprintId: number) => ({ entityName: LEDGER, key: `${KEY_PREFIX}${sprintId}` });

type StoredLedger = RecordHeader &
  Pick<SprintLedger, 'state' | 'startedAt'> & {
    readonly projectId?: ProjectId;
    readonly boardId?: number;
    readonly start?: Frozen;
    readonly closedAt?: IsoInstant;
    readonly close?: SprintLedger['close'] & object;
  };

type StoredPiece = PackedLines & { readonly version: number; readonly sprintId: string };

const toLedger = (
  sprintId: number,
  { state, startedAt, projectId, boardId, start, closedAt, close }: StoredLedger,
): SprintLedger => ({
  sprintId,
  projectId: projectId ?? null,
  boardId: boardId ?? null,
  state,
  startedAt,
  start: start ?? null,
  closedAt: closedAt ?? null,
  close: close ?? null,
});

/** Storage takes no nulls. */
const withoutNulls = ({
  state,
  startedAt,
  projectId,
  boardId,
  start,
  closedAt,
  close,
}: Omit<SprintLedger, 'sprintId'>): Omit<StoredLedger, keyof RecordHeader> => ({
  state,
  startedAt,
  ...(projectId === null ? {} : { projectId }),
  ...(boardId === null ? {} : { boardId }),
  ...(start === null ? {} : { start }),
  ...(closedAt === null ? {} : { closedAt }),
  ...(close === null ? {} : { close }),
});

const inPieces = <Line>(lines: readonly Line[]): (readonly Line[])[] =>
  Array.from({ length: Math.ceil(lines.length / LINES_PER_PIECE) }, (_, index) =>
    lines.slice(index * LINES_PER_PIECE, (index + 1) * LINES_PER_PIECE),
  );

/** A piece's key says what is in it: of two runs that find the same one writes what the other wrote. */
const savePieces = async (
  sprintId: number,
  phase: 'start' | 'close',
  pieces: readonly PackedLines[],
): Promise<string[]> => {
  const keys: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const stored: StoredPiece = { version: 1, sprintId: String(sprintId), ...piece };
    const digest = createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 24);
    const key = `${KEY_PREFIX}${sprintId}:${phase}:${index}:${digest}`;
    await writeUnlessChanged({ entityName: PIECE, key }, { revision: 1, ...stored }, null);
    keys.push(key);
  }
  return keys;
};

const loadPieces = async (keys: readonly string[]): Promise<StoredPiece[]> => {
  if (keys.length === 0) return [];
  const pieces = await readRecords<StoredPiece>(keys.map((key) => ({ entityName: PIECE, key })));
  if (pieces.some((piece) => piece === undefined)) throw new Error('A piece of a ledger is missing.');
  return pieces as StoredPiece[];
};
