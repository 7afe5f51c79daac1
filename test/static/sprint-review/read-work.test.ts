import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import type { ProjectId } from '../../../src/domain/ids';
import { readWork } from '../../../static/sprint-review/read-work';
import { POINTS_FIELD } from '../../builders/a-site';
import type { InstalledApp } from '../../builders/an-installed-app';
import { aTagged, aWork, EXEMPT, givenWork, pass, tagged } from '../../events/given-jql';
import {
  at,
  closeSprint,
  DOING,
  DONE,
  join,
  leave,
  moveTo,
  review,
  SPRINT,
  startSprint,
  TODO,
} from '../../events/given-sprint';
import { jiraInFrame } from '../../jira/jira-in-frame';
import { keyResultOf, TEAM } from '../../resolvers/given-okrs';

const kr = keyResultOf(TEAM);
const START = '2026-02-17T09:00:00.000Z';
const CLOSE = '2026-03-02T15:00:00.000Z';

const inSprint = (points: number) => ({ sprintIds: [SPRINT], fields: { [POINTS_FIELD]: points } });

let app: InstalledApp;

beforeEach(async () => {
  app = await givenWork([
    { ...aTagged('TEAM-1', 'story', null, tagged(kr)), ...inSprint(3) },
    { ...aTagged('TEAM-2', 'story', null, EXEMPT), ...inSprint(5) },
    { ...aWork('TEAM-3', 'story'), ...inSprint(1) },
    { ...aWork('TEAM-4', 'story'), ...inSprint(8), statusId: DONE },
    { ...aWork('TEAM-5', 'story'), fields: { [POINTS_FIELD]: 2 } },
    { ...aWork('TEAM-6', 'story'), fields: { [POINTS_FIELD]: 1 } },
  ]);
});

const playOut = async (): Promise<void> => {
  await startSprint(app, START);
  await pass(app, 5);
  await pass(app, 5);
  await at(app, '2026-02-18T09:00:00.000Z');
  await moveTo(app, 'TEAM-1', DONE);
  await join(app, 'TEAM-5', 'TEAM-6');
  await at(app, '2026-02-19T09:00:00.000Z');
  await leave(app, 'TEAM-2', 'TEAM-6');
  await moveTo(app, 'TEAM-5', DOING);
  await pass(app, 5);
};

const byIssue = (lines: readonly TaggedLine[]) =>
  Object.fromEntries(lines.map(({ issueId, ...line }) => [Number(issueId) - 10_000, line]));

const read = (view: Parameters<typeof readWork>[2], account = 'admin') =>
  readWork(jiraInFrame(app, account), 1, view, () => undefined);

test('rebuilds what was frozen, but for the tags at the start', async () => {
  await playOut();
  await closeSprint(app, CLOSE);
  await pass(app, 5);
  await pass(app, 5);
  const view = await review(app);
  const frozen = view.ledger?.state === 'closed' ? view.ledger.lines : [];
  const { work } = await read({ ...view, ledger: null });
  expect(frozen).toHaveLength(6);
  expect(work).toMatchObject({ source: 'rebuilt', mayMissRemoved: false });
  expect(byIssue(work.lines)).toEqual(byIssue(frozen.map(({ tagAtStart: _unknown, ...line }) => line)));
});

test('knows what left a running sprint from what was written down at its start, and the tags of then', async () => {
  await playOut();
  const view = await review(app);
  expect(view.ledger?.state).toBe('running');
  const { work, words } = await read(view);
  expect(work).toMatchObject({ source: 'running', mayMissRemoved: false });
  expect(byIssue(work.lines)).toMatchObject({
    1: { entrance: 'committed', outcome: 'completed', tagAtStart: { state: 'tagged' } },
    2: { entrance: 'committed', outcome: 'removed', finalPoints: 5 },
    3: { entrance: 'committed', outcome: 'not-completed', tagAtStart: null },
    4: { entrance: 'done-before-start', outcome: 'completed-elsewhere' },
    5: { entrance: 'added', outcome: 'not-completed' },
  });
  expect(words.get('10001')).toMatchObject({ key: 'TEAM-1', status: { category: 'done' } });
});

test('finds what left a running sprint in histories where nobody wrote its start down', async () => {
  await playOut();
  const { work } = await read({ ...(await review(app)), ledger: null });
  expect(byIssue(work.lines)).toMatchObject({ 2: { outcome: 'removed' }, 6: { outcome: 'removed' } });
});

test('counts what is planned for a sprint that has not started as committed', async () => {
  const { work } = await read(await review(app));
  expect(work.source).toBe('planned');
  expect(byIssue(work.lines)).toMatchObject({
    1: { entrance: 'committed', outcome: 'not-completed' },
    4: { outcome: 'completed-elsewhere' },
  });
});

describe('a period of a board without sprints', () => {
  const period = (start: string) =>
    app.get('admin', 'loadSprintReview', {
      projectId: '10000' as ProjectId,
      boardId: 2,
      place: { kind: 'period', start: start as never },
    });
  const readPeriod = async (start: string) =>
    readWork(jiraInFrame(app, 'admin'), 2, await period(start), () => undefined);

  beforeEach(async () => {
    // Periods of two weeks begin on 16 February and on 2 March.
    await at(app, '2026-02-10T09:00:00.000Z');
    await moveTo(app, 'TEAM-1', DOING);
    await moveTo(app, 'TEAM-3', DONE);
    await at(app, '2026-02-18T09:00:00.000Z');
    await moveTo(app, 'TEAM-1', DONE);
    await moveTo(app, 'TEAM-2', DOING);
    await moveTo(app, 'TEAM-5', DOING);
    await at(app, '2026-02-19T09:00:00.000Z');
    await moveTo(app, 'TEAM-5', TODO);
    await at(app, '2026-03-03T09:00:00.000Z');
    await moveTo(app, 'TEAM-2', DONE);
    await pass(app, 5);
  });

  test('has what was begun before or in it, and by what became of it, until it was over', async () => {
    const { work, words } = await readPeriod('2026-02-16');
    expect(work.source).toBe('period');
    expect(byIssue(work.lines)).toMatchObject({
      1: { entrance: 'committed', outcome: 'completed' },
      2: { entrance: 'added', outcome: 'not-completed', tag: { state: 'exempt' } },
      5: { entrance: 'added', outcome: 'removed' },
    });
    expect(work.lines).toHaveLength(3);
    expect(words.get('10002')?.key).toBe('TEAM-2');
  });

  test('hands on what was not finished to the next one, which knows nothing of what was', async () => {
    const { work } = await readPeriod('2026-03-02');
    expect(byIssue(work.lines)).toMatchObject({ 2: { entrance: 'committed', outcome: 'completed' } });
    expect(work.lines).toHaveLength(1);
  });
});

test('reads nothing where no project says whose work a period is', async () => {
  const view = await app.get('admin', 'loadSprintReview', {
    projectId: null,
    boardId: 2,
    place: { kind: 'period', start: null },
  });
  const { work } = await readWork(jiraInFrame(app, 'admin'), 2, view, () => undefined);
  expect(work.lines).toEqual([]);
});

test('takes what stands in a done status for done where the board may not be seen', async () => {
  await playOut();
  await closeSprint(app, CLOSE);
  await pass(app, 5);
  const view = await review(app);
  const refused = jiraInFrame(app, 'admin');
  const jira: typeof refused = {
    ...refused,
    requestJira: async (path, init) =>
      String(path).includes('/configuration')
        ? (new Response('{}', { status: 403 }) as never)
        : refused.requestJira(path, init),
  };
  const { work } = await readWork(jira, 1, { ...view, ledger: null }, () => undefined);
  expect(byIssue(work.lines)).toMatchObject({ 1: { outcome: 'completed', finalPoints: null } });
});
