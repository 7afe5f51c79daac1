import type { Exchange } from '../../local/seams';
import type { TaggedLine } from '../../src/domain/sprint-ledger';
import type { JiraApi } from '../../src/jira/jira-api';
import { anInstalledApp } from '../builders/an-installed-app';
import { watcher } from '../contract/fail-on-mismatch';
import { jiraInFrame } from '../jira/jira-in-frame';
import { rebuiltForHistory, rebuiltForReview, review, storedLedgers } from './app-ledgers';
import { noCases, type CaseCounts } from './cases';
import type { LogEntry } from './log';
import { create } from './people';
import type { SprintRates } from './rates';
import { rebuild, type RebuiltLine } from './reference-b';
import { readReplies } from './replies';
import { aSiteOfBoards } from './site';
import { tellSprint, type Teller } from './sprint-story';
import { anyTag } from './tags';
import { DAY, HOUR, openWorld, type Sprint, type World } from './world';

/** What the app, and the one who came afterwards, say of one sprint. */
export type Told = {
  readonly sprintId: number;
  /** As it stood when all this was said. */
  readonly startDate: string;
  /** The moments between which it was frozen. */
  readonly frozenBetween: readonly [start: string, close: string];
  /** How much of the log had happened by then. */
  readonly logged: number;
  /** The frozen lines, as far as they are shown to somebody who may see every issue that is there. */
  readonly shown: readonly TaggedLine[];
  readonly rebuilt: readonly TaggedLine[];
  /** As the sprint review rebuilds it, which a few sprints are asked for. */
  readonly rebuiltForReview: readonly TaggedLine[] | null;
  readonly expectedRebuilt: readonly RebuiltLine[];
  readonly mayMissRemoved: { readonly frozen: boolean; readonly rebuilt: boolean };
};

export type Played = {
  readonly log: readonly LogEntry[];
  readonly told: readonly Told[];
  /** What is stored of each sprint. */
  readonly frozen: ReadonlyMap<number, readonly TaggedLine[]>;
  readonly cases: CaseCounts;
};

const START = Date.parse('2026-01-05T09:00:00.000Z');
const SEARCH_LAG_MS = 20_000;
const EPICS_OF_A_PROJECT = 5;

/** Plays so many sprints on sixteen boards at once. Time moves only as it is told to. */
export const play = async (seed: number, sprints: number, rates: readonly SprintRates[]): Promise<Played> => {
  const stopped = jest.spyOn(Date, 'now').mockReturnValue(START);
  try {
    const app = await anInstalledApp(aSiteOfBoards(), '10000', {
      onExchange: everyTenth(watcher.onExchange),
    });
    app.standIn.settings.change({ searchLagMs: SEARCH_LAG_MS });
    const moveTo = (moment: number): void => app.standIn.clock.moveTo(new Date(moment));
    moveTo(START);
    const world = openWorld(app, seed, noCases());
    const jira = jiraInFrame(app, 'admin');
    const told: Told[] = [];
    const look = async (sprint: Sprint): Promise<void> => void told.push(await lookAt(world, jira, sprint));
    const teller: Teller = { rates, left: sprints, afterwards: (sprint) => whenSeen(world, sprint, look) };
    await givenEpics(world);
    for (const board of world.boards) {
      world.agenda.add(START + world.random.whole(HOUR, 5 * DAY), () => tellSprint(world, teller, board));
    }
    await world.agenda.play(moveTo);
    return { log: world.log, told, frozen: storedLedgers(app), cases: world.cases };
  } finally {
    stopped.mockRestore();
  }
};

/** There are some 200,000 exchanges, of a few kinds. */
const everyTenth = (watch: (exchange: Exchange) => void): ((exchange: Exchange) => void) => {
  let count = 0;
  return (exchange) => {
    count += 1;
    if (count % 10 === 0) watch(exchange);
  };
};

const givenEpics = async (world: World): Promise<void> => {
  const { projects } = world.app.standIn.site;
  for (const { id: projectId } of projects) {
    const epics = [];
    for (let number = 0; number < EPICS_OF_A_PROJECT; number += 1) {
      epics.push(await create(world, { projectId, kind: 'epic', tag: anyTag(world.random, 0.3) }));
    }
    world.epics.set(projectId, epics);
  }
};

/** Searches trail; who asks while something was just done would see one thing here and another there. */
const whenSeen = async (
  world: World,
  sprint: Sprint,
  look: (sprint: Sprint) => Promise<void>,
): Promise<void> => {
  const seenAt = world.lastSaid + SEARCH_LAG_MS + 1;
  if (world.now() >= seenAt) await look(sprint);
  else world.agenda.add(seenAt, () => whenSeen(world, sprint, look));
};

const lookAt = async (world: World, jira: JiraApi, sprint: Sprint): Promise<Told> => {
  const view = await review(world, sprint);
  if (view.ledger?.state !== 'closed') throw new Error(`Nothing is frozen of sprint ${sprint.id}.`);
  const rebuilt = await rebuiltForHistory(world, jira, sprint);
  const isAskedTwice = sprint.id % 10 === 0;
  return {
    sprintId: sprint.id,
    startDate: sprint.startDate,
    frozenBetween: [view.ledger.startedAt, view.ledger.closedAt],
    logged: world.log.length,
    shown: view.ledger.lines,
    rebuilt: rebuilt.lines,
    rebuiltForReview: isAskedTwice ? await rebuiltForReview(jira, view, sprint) : null,
    expectedRebuilt: rebuild(await readReplies(world, sprint)),
    mayMissRemoved: { frozen: view.ledger.mayMissRemoved, rebuilt: rebuilt.mayMissRemoved },
  };
};
