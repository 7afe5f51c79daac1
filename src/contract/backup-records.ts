import * as v from 'valibot';
import { listKeyOf, type BackupEntity, type BackupRecord } from '../domain/backup';
import { MOST_EARLIER } from '../domain/sprint-intent';
import { objectiveIdOf, type KeyResultId } from '../domain/ids';
import { flag, instant, revision, version } from './backup-header';
import { isOwnPiece, isWholeLedger, learnings, ledger, piece, PIECE_KEY } from './backup-ledgers';
import {
  accountId,
  checkInId,
  confidence,
  cycleId,
  finiteNumber,
  isoDate,
  keyResultId,
  metric,
  name,
  objectiveId,
  projectId,
  text,
  title,
  weight,
} from './schemas';
import { band, boardId, change, intentId, rhythm, sprintId } from './sprint-planning';

/**
 * What the app stores, as an import takes it: strict, since it goes into storage exactly as it is. The texts of
 * `schemas.ts` trim; what is stored was trimmed, so a text that trimming changes was not written by the app.
 */

const filled = v.pipe(text, v.nonEmpty('Leave out what is empty.'));

const unique = <T>(items: readonly T[], idOf: (item: T) => string): boolean =>
  new Set(items.map(idOf)).size === items.length;

const summary = v.strictObject({
  id: checkInId,
  value: finiteNumber,
  confidence,
  date: isoDate,
  createdAt: instant,
});

const cycle = v.pipe(
  v.strictObject({
    id: cycleId,
    name,
    startDate: isoDate,
    endDate: isoDate,
    state: v.picklist(['draft', 'active', 'closed'], 'A cycle is draft, active or closed.'),
    revision,
  }),
  v.check(({ startDate, endDate }) => startDate < endDate, 'The cycle ends before it begins.'),
);

const keyResult = v.pipe(
  v.strictObject({
    id: keyResultId,
    title,
    metric,
    owner: v.nullable(accountId),
    weight,
    archived: flag,
    latest: v.nullable(summary),
    revision,
  }),
  v.check(
    ({ id, latest }) => latest === null || latest.id.startsWith(`${id}-`),
    'The newest check-in is another’s.',
  ),
);

const calendar = v.strictObject({
  version,
  revision,
  cycles: v.pipe(
    v.array(cycle),
    v.check((cycles) => unique(cycles, ({ id }) => id), 'A cycle is in it twice.'),
  ),
});

const list = v.strictObject({
  version,
  revision,
  restricted: flag,
  entries: v.pipe(
    v.array(v.strictObject({ objectiveId, cycleId })),
    v.check((entries) => unique(entries, (entry) => entry.objectiveId), 'An objective is in it twice.'),
  ),
});

const objective = v.strictObject({
  version,
  revision,
  cycleId,
  scope: v.pipe(
    v.string('Say whose it is.'),
    v.regex(/^(company|\d{1,18})$/, 'Say `company` or a project’s id.'),
  ),
  title,
  description: v.exactOptional(filled),
  owner: v.exactOptional(accountId),
  archived: flag,
  ownRevision: revision,
  keyResults: v.pipe(
    v.array(keyResult),
    v.check((keyResults) => unique(keyResults, ({ id }) => id), 'A key result is in it twice.'),
  ),
});

const checkIn = v.pipe(
  v.strictObject({
    version,
    objectiveId,
    keyResultId,
    value: finiteNumber,
    confidence,
    note: v.exactOptional(filled),
    date: isoDate,
    author: accountId,
    createdAt: instant,
  }),
  v.check(
    (given) => objectiveIdOf(given.keyResultId) === given.objectiveId,
    'The key result is another objective’s.',
  ),
);

const said = v.strictObject({
  id: intentId,
  savedAt: instant,
  advances: v.array(
    v.strictObject({
      keyResultId,
      change,
      movement: finiteNumber,
      visibleBy: isoDate,
      valueThen: finiteNumber,
      carriedInto: v.exactOptional(
        v.variant('kind', [
          v.strictObject({
            kind: v.literal('sprint'),
            sprintId,
            name: v.pipe(v.string(), v.maxLength(500)),
          }),
          v.strictObject({ kind: v.literal('period'), boardId, start: isoDate }),
        ]),
      ),
    }),
  ),
});

const intent = v.strictObject({
  version,
  revision,
  projectId,
  said,
  earlier: v.pipe(
    v.array(said),
    v.maxLength(MOST_EARLIER, 'This is more than is kept of what was said before.'),
  ),
});

const settings = v.strictObject({
  version,
  revision,
  projectId,
  band: v.exactOptional(band),
  rhythm: v.exactOptional(rhythm),
});

/** A stored record with its key, and nothing that the app would not have written itself. */
export const backupRecord: v.GenericSchema<unknown, BackupRecord> = v.pipe(
  v.variant(
    'entity',
    [
      v.strictObject({ entity: v.literal('cycle-calendar'), key: v.literal('site'), value: calendar }),
      v.strictObject({
        entity: v.literal('objective-list'),
        key: v.pipe(v.string(), v.regex(/^(company|team:\d{1,18})$/, 'This is not the key of a list.')),
        value: list,
      }),
      v.strictObject({ entity: v.literal('objective'), key: objectiveId, value: objective }),
      v.strictObject({ entity: v.literal('check-in'), key: checkInId, value: checkIn }),
      v.strictObject({
        entity: v.literal('sprint-intent'),
        key: v.pipe(
          v.string(),
          v.regex(
            /^(sprint:[1-9]\d{0,15}|board:[1-9]\d{0,15}:\d{4}-\d{2}-\d{2})$/,
            'This is not the key of what was said of a sprint or period.',
          ),
        ),
        value: intent,
      }),
      v.strictObject({
        entity: v.literal('planning-settings'),
        key: v.pipe(
          v.string(),
          v.regex(/^board:[1-9]\d{0,15}$/, 'This is not the key of a board’s settings.'),
        ),
        value: settings,
      }),
      v.strictObject({ entity: v.literal('key-result-learnings'), key: keyResultId, value: learnings }),
      v.strictObject({
        entity: v.literal('sprint-ledger'),
        key: v.pipe(v.string(), v.regex(/^sprint:[1-9]\d{0,15}$/, 'This is not the key of a ledger.')),
        value: ledger,
      }),
      v.strictObject({
        entity: v.literal('sprint-ledger-piece'),
        key: v.pipe(v.string(), v.regex(PIECE_KEY, 'This is not the key of a ledger’s work.')),
        value: piece,
      }),
    ],
    'This version of Throughline knows no such record.',
  ),
  v.check((record) => fitsKey(record), 'The key and the record do not belong together.'),
  v.check(({ value }) => weightOf(value) <= MOST_BYTES, 'This is more than one record can hold.'),
);

/** What storage takes as one value. */
const MOST_BYTES = 240 * 1024;

const weightOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The attributes that each entity's records have, for comparing with what the manifest declares. */
export const storedAttributes: Readonly<Record<BackupEntity, readonly string[]>> = {
  'cycle-calendar': Object.keys(calendar.entries),
  'objective-list': Object.keys(list.entries),
  objective: Object.keys(objective.entries),
  'check-in': Object.keys(checkIn.pipe[0].entries),
  'sprint-intent': Object.keys(intent.entries),
  'planning-settings': Object.keys(settings.entries),
  'key-result-learnings': Object.keys(learnings.entries),
  'sprint-ledger': Object.keys(ledger.entries),
  'sprint-ledger-piece': Object.keys(piece.entries),
};

const fitsKey = (record: BackupRecord): boolean => {
  switch (record.entity) {
    case 'cycle-calendar':
    case 'sprint-intent':
    case 'planning-settings':
      return true;
    case 'objective-list':
      return record.key !== listKeyOf('company') || !record.value.restricted;
    case 'objective':
      return record.value.keyResults.every(({ id }) => objectiveIdOf(id) === record.key);
    case 'check-in':
      return record.key.startsWith(`${record.value.keyResultId}-`);
    case 'key-result-learnings':
      return objectiveIdOf(record.key as KeyResultId) === record.value.objectiveId;
    case 'sprint-ledger':
      return isWholeLedger(record.key, record.value);
    case 'sprint-ledger-piece':
      return isOwnPiece(record.key, record.value);
  }
};
