import { POINTS_FIELD } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { keyResultOf, TEAM } from '../resolvers/given-okrs';
import { aTagged, aWork, EXEMPT, givenWork, pass, tagged } from './given-jql';
import {
  at,
  closeSprint,
  DOING,
  DONE,
  join,
  leave,
  linesOf,
  moveTo,
  review,
  SPRINT,
  startSprint,
} from './given-sprint';

const kr = keyResultOf(TEAM);
const START = '2026-02-17T09:00:00.000Z';
const CLOSE = '2026-03-02T15:00:00.000Z';

const inSprint = (points: number | null = null) => ({
  sprintIds: [SPRINT],
  fields: points === null ? {} : { [POINTS_FIELD]: points },
});

let app: InstalledApp;

beforeEach(async () => {
  app = await givenTeam();
});

const givenTeam = (): Promise<InstalledApp> =>
  givenWork([
    { ...aTagged('TEAM-1', 'story', null, tagged(kr)), ...inSprint(3) },
    { ...aTagged('TEAM-2', 'story', null, EXEMPT), ...inSprint(5) },
    { ...aWork('TEAM-3', 'story'), ...inSprint() },
    { ...aWork('TEAM-4', 'story'), ...inSprint(8), statusId: DONE },
    { ...aWork('TEAM-5', 'story'), fields: { [POINTS_FIELD]: 2 } },
    { ...aWork('TEAM-6', 'story') },
  ]);

/** What people do between the start and the close. */
const work = async (): Promise<void> => {
  await at(app, '2026-02-18T09:00:00.000Z');
  await moveTo(app, 'TEAM-1', DONE);
  await join(app, 'TEAM-5', 'TEAM-6');
  await at(app, '2026-02-19T09:00:00.000Z');
  await leave(app, 'TEAM-2', 'TEAM-6');
  await moveTo(app, 'TEAM-5', DOING);
};

const playOut = async (): Promise<void> => {
  await startSprint(app, START);
  await pass(app, 5);
  await pass(app, 5);
  await work();
  await closeSprint(app, CLOSE);
  await pass(app, 5);
};

/** Has what is done told to nobody in the time of a test. */
const untold = async (done: () => Promise<void>): Promise<void> => {
  const { disturb } = app.standIn.deliveries;
  disturb({ lateByMs: { least: 300 * DAY, most: 300 * DAY } });
  await done();
  disturb({ lateByMs: { least: 0, most: 0 } });
};

const tell = (what: 'started' | 'closed'): void => {
  const { id, state, name, startDate } = app.standIn.site.sprints.find((one) => one.id === SPRINT)!;
  app.standIn.events.fire(
    {
      eventType: `avi:jira-software:${what}:sprint`,
      sprint: { id: String(id), state, name, startDate, originBoardId: '1' },
    },
    { as: 'user', accountId: 'account-admin' },
  );
};

const reconcile = async (moment: string): Promise<void> => {
  app.standIn.scheduled.runNow('reconcile-sprints');
  await at(app, moment);
};

const DAY = 86_400_000;

const FROZEN = {
  1: {
    entrance: 'committed',
    outcome: 'completed',
    initialPoints: 3,
    finalPoints: 3,
    tag: { state: 'tagged', keyResults: [kr], inherited: false },
    tagAtStart: { state: 'tagged', keyResults: [kr], inherited: false },
  },
  2: {
    entrance: 'committed',
    outcome: 'removed',
    initialPoints: 5,
    finalPoints: 5,
    tag: { state: 'exempt', reason: 'operations', inherited: false },
    tagAtStart: { state: 'exempt', reason: 'operations', inherited: false },
  },
  3: {
    entrance: 'committed',
    outcome: 'not-completed',
    initialPoints: null,
    finalPoints: null,
    tag: null,
    tagAtStart: null,
  },
  4: {
    entrance: 'done-before-start',
    outcome: 'completed-elsewhere',
    initialPoints: 8,
    finalPoints: 8,
    tag: null,
    tagAtStart: null,
  },
  5: { entrance: 'added', outcome: 'not-completed', initialPoints: 2, finalPoints: 2, tag: null },
  6: { entrance: 'added', outcome: 'removed', initialPoints: null, finalPoints: null, tag: null },
};

test('freezes what was in a sprint when it started and what became of it when it closed', async () => {
  await playOut();
  await at(app, '2026-03-02T16:00:00.000Z');
  expect(await linesOf(app)).toEqual(FROZEN);
});

const LATER = '2026-03-04T09:00:00.000Z';

describe('whatever becomes of the events, there is one ledger with the same numbers', () => {
  test('when each comes twice, two at a time', async () => {
    app.standIn.deliveries.disturb({ duplicated: 1, parallel: 4 });
    await playOut();
    await at(app, LATER);
    expect(await linesOf(app)).toEqual(FROZEN);
  });

  test('when they come hours late and in any order', async () => {
    const lateByMs = { least: DAY / 4, most: DAY / 2 };
    app.standIn.deliveries.disturb({ lateByMs, shuffled: true, seed: 7 });
    await playOut();
    await at(app, LATER);
    // The event comes late, and so does what it asks the queue for.
    await pass(app, 24 * 60);
    expect(await linesOf(app)).toEqual(FROZEN);
  });

  test('when the start is told after the close, but for tags that nobody wrote down then', async () => {
    await untold(() => startSprint(app, START));
    await work();
    await untold(() => closeSprint(app, CLOSE));
    tell('closed');
    await at(app, LATER);
    const frozen = await linesOf(app);
    tell('started');
    await at(app, '2026-03-05T09:00:00.000Z');
    expect(await linesOf(app)).toEqual(frozen);
    expect(frozen).toEqual(withoutStartTags(FROZEN));
  });

  test('when none comes, by the daily run', async () => {
    await untold(() => startSprint(app, START));
    await reconcile('2026-02-17T20:00:00.000Z');
    await work();
    await untold(() => closeSprint(app, CLOSE));
    await reconcile(LATER);
    expect(await linesOf(app)).toEqual(FROZEN);
  });

  test('when the daily run comes after everything, twice', async () => {
    await playOut();
    await reconcile(LATER);
    const stored = frozenRecords(app);
    app.standIn.scheduled.runNow('reconcile-sprints');
    await reconcile('2026-03-05T09:00:00.000Z');
    expect(await linesOf(app)).toEqual(FROZEN);
    expect(frozenRecords(app)).toEqual(stored);
  });

  test('when the run is killed at any of its writes', async () => {
    let writes = 0;
    for (let nth = 1; nth <= writes + 1; nth += 1) {
      app = await givenTeam();
      const seen = killAtWrite(app, nth);
      await playOut();
      await at(app, LATER);
      expect(await linesOf(app)).toEqual(FROZEN);
      writes = Math.max(writes, seen());
    }
    // Lines and pointer of the start, lines and pointer of the close.
    expect(writes).toBeGreaterThanOrEqual(4);
  });
});

test('never writes a closed ledger again, whatever happens to its issues', async () => {
  await playOut();
  await at(app, LATER);
  const stored = frozenRecords(app);
  await moveTo(app, 'TEAM-3', DONE);
  tell('closed');
  tell('started');
  await reconcile('2026-03-05T09:00:00.000Z');
  expect(frozenRecords(app)).toEqual(stored);
});

test('shows while the sprint runs what was in it at the start', async () => {
  await startSprint(app, START);
  await at(app, '2026-02-18T09:00:00.000Z');
  const { ledger } = await review(app);
  expect(ledger).toMatchObject({ state: 'running', startedAt: START });
  expect(ledger?.state === 'running' && ledger.atStart.map(({ issueId }) => issueId)).toEqual([
    '10001',
    '10002',
    '10003',
    '10004',
  ]);
});

/** Lines without what only somebody who was told of the start in time can know. */
const withoutStartTags = (lines: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(lines).map(([number, line]) => [
      number,
      Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'tagAtStart')),
    ]),
  );

/** Everything that is stored of ledgers. */
const frozenRecords = ({ standIn }: InstalledApp): unknown =>
  Object.entries(standIn.storage.dump())
    .filter(([entity]) => entity.includes('sprint-ledger'))
    .map(([entity, records]) => [entity, records.filter(({ key }) => key.startsWith(`sprint:${SPRINT}`))]);

/**
 * Has the process that makes the nth write of ledgers die with it: neither that write nor anything else that it asks of
 * storage comes to anything, until the platform tells it again. Answers how many writes there were.
 */
const killAtWrite = ({ standIn }: InstalledApp, nth: number): (() => number) => {
  const { handle } = standIn.storage;
  let writes = 0;
  let diesUntil = 0;
  Object.assign(standIn.storage, {
    handle: (path: string, body: unknown) => {
      const now = standIn.clock.now().getTime();
      const isWrite = /\/(set|transaction)$/.test(path) && JSON.stringify(body).includes('sprint-ledger');
      if (isWrite && now >= diesUntil && (writes += 1) === nth) diesUntil = now + 30_000;
      if (now < diesUntil) throw new Error('The process is gone.');
      return handle(path, body);
    },
  });
  return () => writes;
};
