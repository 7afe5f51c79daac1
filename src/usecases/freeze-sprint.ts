import type { IsoInstant } from '../domain/dates';
import type { ProjectId } from '../domain/ids';
import { findBoard, findSprint, type Sprint } from '../jira/boards';
import type { JiraApi } from '../jira/jira-api';
import type { Versioned } from '../storage/record';
import {
  findLedger,
  loadStartLines,
  saveLedger,
  saveLines,
  saveStartLines,
  type SprintLedger,
} from '../storage/sprint-ledgers';
import { readStartLines, readTaggedLines, type SprintPlace } from './sprint-lines';

/**
 * Writes down what a sprint does: what was in it when it started and, once it is closed, what became of it. Told twice,
 * late, out of order or never of the start, it ends with the same ledger, since both moments are reckoned from the issues'
 * histories; only tags are as they are when this runs. What is closed is never written again.
 *
 * @param toldStart - The start date that Jira told when the sprint started; it may be edited later.
 */
export const freezeSprint = async (
  jira: JiraApi,
  sprintId: number,
  toldStart: IsoInstant | null,
  now: IsoInstant,
): Promise<void> => {
  const read = await findLedger(sprintId);
  if (read.value?.state === 'closed') return;
  const sprint = await findSprint(jira, sprintId);
  const isKept = sprint === null ? await markGone(read) : await freeze(jira, sprint, toldStart, read, now);
  // Another run was quicker. What it wrote may be the start, and this one was about the close.
  if (!isKept) await freezeSprint(jira, sprintId, toldStart, now);
};

/** `false` when another run was quicker, whose ledger then holds. */
const freeze = async (
  jira: JiraApi,
  sprint: Sprint,
  toldStart: IsoInstant | null,
  read: Versioned<SprintLedger | null>,
  now: IsoInstant,
): Promise<boolean> => {
  if (sprint.state === 'closed') return freezeClose(jira, sprint, toldStart, read, now);
  if (sprint.state === 'future') return true;
  return read.value === null
    ? freezeStart(jira, sprint, toldStart, read, now)
    : markRunning(read.value, read);
};

const freezeStart = async (
  jira: JiraApi,
  sprint: Sprint,
  toldStart: IsoInstant | null,
  read: Versioned<SprintLedger | null>,
  now: IsoInstant,
): Promise<boolean> => {
  const place = await placeOf(jira, sprint);
  const startedAt = startOf(sprint, toldStart, now);
  const lines = await readStartLines(jira, place, startedAt, now);
  const pieces = await saveStartLines(sprint.id, lines);
  return saveLedger(
    {
      ...place,
      state: 'running',
      startedAt,
      start: { frozenAt: now, pieces },
      closedAt: null,
      close: null,
    },
    read,
  );
};

const freezeClose = async (
  jira: JiraApi,
  sprint: Sprint,
  toldStart: IsoInstant | null,
  read: Versioned<SprintLedger | null>,
  now: IsoInstant,
): Promise<boolean> => {
  const place = read.value ?? (await placeOf(jira, sprint));
  const closedAt = instantOf(sprint.completeDate ?? sprint.endDate) ?? now;
  const told = read.value?.startedAt ?? startOf(sprint, toldStart, now);
  const startedAt = told < closedAt ? told : closedAt;
  const start = read.value?.start ?? null;
  const atStart = read.value && start ? await loadStartLines(read.value) : null;
  const window = { start: startedAt, close: closedAt };
  const { lines, mayMissRemoved } = await readTaggedLines(jira, place, window, atStart, now);
  const pieces = await saveLines(sprint.id, lines);
  return saveLedger(
    {
      sprintId: sprint.id,
      boardId: place.boardId,
      projectId: place.projectId,
      state: 'closed',
      startedAt,
      start,
      closedAt,
      close: { frozenAt: now, pieces, mayMissRemoved },
    },
    read,
  );
};

/** A sprint that was deleted while it ran has no close to wait for, unless it was only out of the app's sight. */
const markGone = async (read: Versioned<SprintLedger | null>): Promise<boolean> =>
  read.value?.state !== 'running' || saveLedger({ ...read.value, state: 'gone' }, read);

const markRunning = async (ledger: SprintLedger, read: Versioned<unknown>): Promise<boolean> =>
  ledger.state === 'running' || saveLedger({ ...ledger, state: 'running' }, read);

const placeOf = async (
  jira: JiraApi,
  { id, boardId }: Sprint,
): Promise<SprintPlace & { readonly projectId: ProjectId | null }> => {
  const board = boardId === null ? null : await findBoard(jira, boardId);
  return { sprintId: id, boardId, projectId: (board?.projectId ?? null) as ProjectId | null };
};

/** A sprint may be dated ahead of the moment in which it is started, and be closed before that day. */
const startOf = (sprint: Sprint, toldStart: IsoInstant | null, now: IsoInstant): IsoInstant => {
  const start = toldStart ?? instantOf(sprint.startDate) ?? now;
  return start < now ? start : now;
};

const instantOf = (moment: string | null): IsoInstant | null =>
  moment === null ? null : (new Date(moment).toISOString() as IsoInstant);
