import { POINTS_FIELD } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { keyResultOf, TEAM } from '../resolvers/given-okrs';
import { aTagged, aWork, EXEMPT, givenWork, tagged } from './given-jql';
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
  app = await givenWork([
    { ...aTagged('TEAM-1', 'story', null, tagged(kr)), ...inSprint(3) },
    { ...aTagged('TEAM-2', 'story', null, EXEMPT), ...inSprint(5) },
    { ...aWork('TEAM-3', 'story'), ...inSprint() },
    { ...aWork('TEAM-4', 'story'), ...inSprint(8), statusId: DONE },
    { ...aWork('TEAM-5', 'story'), fields: { [POINTS_FIELD]: 2 } },
    { ...aWork('TEAM-6', 'story') },
  ]);
});

const playOut = async (): Promise<void> => {
  await startSprint(app, START);
  await at(app, '2026-02-18T09:00:00.000Z');
  await moveTo(app, 'TEAM-1', DONE);
  await join(app, 'TEAM-5', 'TEAM-6');
  await at(app, '2026-02-19T09:00:00.000Z');
  await leave(app, 'TEAM-2', 'TEAM-6');
  await moveTo(app, 'TEAM-5', DOING);
  await closeSprint(app, CLOSE);
};

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
