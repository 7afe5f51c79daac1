import type { Board } from '../../local/jira/model';
import { randomFrom, type Random } from '../../local/random';
import type { InstalledApp } from '../builders/an-installed-app';
import { createAgenda, type Agenda } from './agenda';
import type { CaseCounts } from './cases';
import type { LogEntry, TagSaid } from './log';

/** An issue as the people who work on it know it. */
export type Item = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly isSubtask: boolean;
  parent: Item | null;
  points: number | null;
  status: string;
  tag: TagSaid | null;
  /** The sprint that it is in and that is not over. */
  sprint: Sprint | null;
  /** Every sprint that it was ever in. */
  readonly been: Set<Sprint>;
  readonly subtasks: Item[];
  isGone: boolean;
};

export type Sprint = {
  readonly id: number;
  readonly board: Board;
  state: 'future' | 'active' | 'closed';
  readonly members: Set<Item>;
  /** How many issues it is to hold at its start. */
  readonly room: number;
  /** In milliseconds. */
  readonly startsAt: number;
  readonly closesAt: number;
  startDate: string;
  endDate: string;
};

/** Everything that a story is told with. */
export type World = {
  readonly app: InstalledApp;
  readonly random: Random;
  readonly agenda: Agenda;
  readonly log: LogEntry[];
  readonly cases: CaseCounts;
  readonly boards: readonly Board[];
  /** Issues of a board that wait for a sprint. */
  readonly backlogs: Map<Board, Item[]>;
  /** Sprints that are not over. */
  readonly open: Set<Sprint>;
  readonly epics: Map<string, Item[]>;
  /** How many freezings are under way. */
  freezing: number;
  /** When something was last done to an issue or a sprint. */
  lastSaid: number;
  readonly now: () => number;
  /** @throws when Jira refuses */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
};

export const openWorld = (app: InstalledApp, seed: number, cases: CaseCounts): World => {
  const { boards } = app.standIn.site;
  return {
    app,
    random: randomFrom(seed),
    agenda: createAgenda(),
    log: boards.map((board) => ({
      what: 'board',
      board: board.id,
      project: board.projectId!,
      isEstimated: board.estimationFieldId !== null,
      doneStatuses: board.columns.at(-1)!.statusIds,
    })),
    cases,
    boards,
    backlogs: new Map(boards.map((board) => [board, []])),
    open: new Set(),
    epics: new Map(),
    freezing: 0,
    lastSaid: 0,
    now: () => app.standIn.clock.now().getTime(),
    ask: async (method, path, body) => {
      const reply = await app.rest('admin', method, path, body);
      if (reply.status < 300) return reply.body;
      throw new Error(`${method} ${path} was refused: ${JSON.stringify([reply, body])}`);
    },
  };
};

export const isDone = ({ board }: Sprint, { status }: Item): boolean =>
  board.columns.at(-1)!.statusIds.includes(status);

export const iso = (moment: number): string => new Date(moment).toISOString();

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
