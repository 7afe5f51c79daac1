import { aBoard, aSprint, POINTS_FIELD } from '../builders/a-site';
import type { InstalledApp } from '../builders/an-installed-app';
import { aWork, givenWork, pass } from './given-jql';
import { at, closeSprint, DONE, linesOf, moveTo, review, SPRINT, startSprint } from './given-sprint';

const OTHER_BOARD = 8;
const OTHER_SPRINT = 9;

let app: InstalledApp;

beforeEach(async () => {
  app = await givenWork([
    { ...aWork('TEAM-1', 'story'), sprintIds: [SPRINT], fields: { [POINTS_FIELD]: 3 } },
    { ...aWork('TEAM-2', 'story'), sprintIds: [OTHER_SPRINT] },
  ]);
  const { boards, sprints } = app.standIn.site;
  boards.push(aBoard({ id: OTHER_BOARD, name: 'Another board of the team' }));
  sprints.push(aSprint({ id: OTHER_SPRINT, state: 'active', originBoardId: OTHER_BOARD }));
});

/** Takes from the app the right to browse, or gives it back. */
const letAppBrowse = (mayBrowse: boolean): void => {
  for (const { permissions } of app.standIn.site.permissionSchemes) {
    const others = (permissions.BROWSE_PROJECTS ?? []).filter(({ to }) => to !== 'app');
    permissions.BROWSE_PROJECTS = mayBrowse ? [...others, { to: 'app' }] : others;
  }
};

const reconcile = async (moment: string): Promise<void> => {
  app.standIn.scheduled.runNow('reconcile-sprints');
  await at(app, moment);
  await settle();
};

/** One thing asks the queue for the next, half a minute later. */
const settle = async (): Promise<void> => {
  for (let step = 0; step < 3; step += 1) await pass(app, 5);
};

const stateOf = (sprintId: number): unknown =>
  (app.standIn.storage.dump()['entity:sprint-ledger'] ?? [])
    .filter(({ key }) => key === `sprint:${sprintId}`)
    .map(({ value }) => (value as { readonly state: string }).state)[0];

describe('a sprint that the app lost sight of while it ran', () => {
  beforeEach(async () => {
    await startSprint(app, '2026-02-17T09:00:00.000Z');
    await settle();
    letAppBrowse(false);
    await reconcile('2026-02-18T09:00:00.000Z');
    expect(stateOf(SPRINT)).toBe('gone');
    letAppBrowse(true);
  });

  test('is frozen when it closes', async () => {
    await moveTo(app, 'TEAM-1', DONE);
    await closeSprint(app, '2026-03-02T15:00:00.000Z');
    await at(app, '2026-03-02T16:00:00.000Z');
    expect(await linesOf(app)).toEqual({
      1: {
        entrance: 'committed',
        outcome: 'completed',
        initialPoints: 3,
        finalPoints: 3,
        tag: null,
        tagAtStart: null,
      },
    });
  });

  test('runs again for the daily run, which then sees it close though nobody told', async () => {
    await reconcile('2026-02-19T09:00:00.000Z');
    expect((await review(app)).ledger).toMatchObject({ state: 'running', atStart: [{ issueId: '10001' }] });
    Object.assign(
      app.standIn.site.sprints.find(({ id }) => id === SPRINT)!,
      {
        state: 'closed',
        completeDate: '2026-03-02T15:00:00.000Z',
      },
    );
    await reconcile('2026-03-02T16:00:00.000Z');
    expect(stateOf(SPRINT)).toBe('closed');
  });
});

test('a sprint that was deleted while it ran is waited for no longer', async () => {
  await startSprint(app, '2026-02-17T09:00:00.000Z');
  await settle();
  const { sprints } = app.standIn.site;
  sprints.splice(
    sprints.findIndex(({ id }) => id === SPRINT),
    1,
  );
  await reconcile('2026-02-18T09:00:00.000Z');
  expect(stateOf(SPRINT)).toBe('gone');
});

test.each([
  ['is gone', 404],
  ['is not for the app to see', 403],
])('a board that %s keeps nobody from looking after the others', async (_, status) => {
  app.standIn.faults.set([{ target: 'jira', match: 'GET .*board/1/sprint', share: 1, status }]);
  await reconcile('2026-02-18T09:00:00.000Z');
  expect(stateOf(OTHER_SPRINT)).toBe('running');
});

test('a Jira that is busy is asked again, and no board is left out', async () => {
  app.standIn.faults.set([{ target: 'jira', match: 'GET .*board/1/sprint', share: 1, status: 503 }]);
  await reconcile('2026-02-16T10:00:00.000Z');
  expect(stateOf(OTHER_SPRINT)).toBeUndefined();
  app.standIn.faults.set([]);
  await settle();
  expect(stateOf(OTHER_SPRINT)).toBe('running');
  expect(stateOf(2)).toBe('running');
});
