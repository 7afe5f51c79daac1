import * as v from 'valibot';
import type { StoredLedger, StoredPiece } from '../domain/backup';
import { EXEMPTION_REASONS, MOST_KEY_RESULTS } from '../domain/tag';
import { MOST_VERDICTS, VERDICTS } from '../domain/verdict';
import { flag, instant, revision, version } from './backup-header';
import { isoDate, issueId, keyResultId, objectiveId, projectId } from './schemas';
import { boardId } from './sprint-planning';
import { learning } from './sprint-review';

/** What sprints did and what was learned in them, as an import takes it: as strict as `backup-records.ts`. */

/** The key of a piece says whose it is, of which moment, and what is in it. */
export const PIECE_KEY = /^sprint:[1-9]\d{0,15}:(start|close):\d{1,4}:[0-9a-f]{24}$/;

const jiraNumber = v.pipe(v.number(), v.safeInteger('This is no number of Jira’s.'));

/** Numbers below zero are of sprints and boards of other sites. */
const verdict = v.strictObject({
  place: v.variant('kind', [
    v.strictObject({ kind: v.literal('sprint'), sprintId: jiraNumber }),
    v.strictObject({ kind: v.literal('period'), boardId: jiraNumber, start: isoDate }),
  ]),
  endedOn: isoDate,
  verdict: v.picklist(VERDICTS, 'There is no such verdict.'),
  learning,
  savedAt: instant,
});

export const learnings = v.strictObject({
  version,
  revision,
  objectiveId,
  verdicts: v.pipe(v.array(verdict), v.maxLength(MOST_VERDICTS, 'These are more verdicts than are kept.')),
});

const frozen = {
  frozenAt: instant,
  pieces: v.array(v.pipe(v.string(), v.regex(PIECE_KEY, 'This is not the key of a ledger’s work.'))),
};

export const ledger = v.strictObject({
  version,
  revision,
  state: v.picklist(['running', 'closed', 'gone'], 'A ledger is running, closed or gone.'),
  projectId: v.exactOptional(projectId),
  boardId: v.exactOptional(boardId),
  startedAt: instant,
  start: v.exactOptional(v.strictObject(frozen)),
  closedAt: v.exactOptional(instant),
  close: v.exactOptional(v.strictObject({ ...frozen, mayMissRemoved: flag })),
});

const ledgerTag = v.variant('state', [
  v.strictObject({
    state: v.literal('tagged'),
    keyResults: v.pipe(v.array(keyResultId), v.minLength(1), v.maxLength(MOST_KEY_RESULTS)),
    inherited: flag,
  }),
  v.strictObject({
    state: v.literal('exempt'),
    reason: v.picklist(EXEMPTION_REASONS, 'There is no such reason.'),
    inherited: flag,
  }),
]);

const NO_LINE = 'This is no line of a ledger.';
const points = v.nullable(v.pipe(v.number(), v.finite('Give a number.')));
const placeIn = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(NO_LINE), v.minValue(least, NO_LINE), v.maxValue(most, NO_LINE));
const tagPlace = (least: number) => placeIn(least, Number.MAX_SAFE_INTEGER);
const startRow = v.strictTuple([issueId, points, placeIn(0, 1), tagPlace(-1)]);
const closeRow = v.strictTuple([
  issueId,
  placeIn(0, 2),
  placeIn(0, 3),
  points,
  points,
  tagPlace(-1),
  tagPlace(-2),
]);

export const piece = v.strictObject({
  version,
  revision,
  sprintId: v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/, 'This is not the id of a sprint.')),
  tags: v.array(ledgerTag),
  lines: v.array(v.union([startRow, closeRow], NO_LINE)),
});

/** What is closed has been frozen at its close, and points to pieces of its own. */
export const isWholeLedger = (key: string, { state, start, closedAt, close }: StoredLedger): boolean =>
  (state === 'closed') === (close !== undefined) &&
  (state === 'closed') === (closedAt !== undefined) &&
  (state === 'closed' || start !== undefined) &&
  (start?.pieces ?? []).every((piece) => piece.startsWith(`${key}:start:`)) &&
  (close?.pieces ?? []).every((piece) => piece.startsWith(`${key}:close:`));

/** Lines are of the moment that the key says, and name tags that are there. */
export const isOwnPiece = (key: string, { sprintId, tags, lines }: StoredPiece): boolean => {
  const isClose = key.startsWith(`sprint:${sprintId}:close:`);
  const rowLength = isClose ? 7 : 4;
  return (
    (isClose || key.startsWith(`sprint:${sprintId}:start:`)) &&
    lines.every(
      (row) =>
        row.length === rowLength && row.slice(isClose ? 5 : 3).every((tag) => Number(tag) < tags.length),
    )
  );
};
