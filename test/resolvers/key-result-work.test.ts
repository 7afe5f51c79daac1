import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { givenOkrs, keyResultOf, TEAM, theSite } from './given-okrs';

const kr = keyResultOf(TEAM);

let app: InstalledApp;

beforeEach(async () => {
  app = await anInstalledApp(theSite());
  await givenOkrs(app);
});

const work = (sprintIds: number[], keyResultId = kr) =>
  app.get('viewer', 'loadKeyResultWork', { keyResultId, sprintIds });

const learn = (sprintId: number, learning: string) =>
  app.get('admin', 'saveVerdict', {
    keyResultId: kr,
    place: { kind: 'sprint', sprintId },
    expectedSavedAt: null,
    verdict: 'confirmed',
    learning,
  });

test('brings what was learned of the key result along, the latest first, whichever sprints are asked for', async () => {
  await learn(1, 'It helped');
  await learn(2, 'It helped more');
  expect((await work([])).verdicts.map(({ learning }) => learning)).toEqual(['It helped more', 'It helped']);
  expect((await work([1], keyResultOf(TEAM, 2))).verdicts).toEqual([]);
});

test('names the sprints of which nothing is frozen, each once', async () => {
  expect(await work([1, 2, 1])).toMatchObject({ sprints: [], unknown: [1, 2] });
});

test('takes forty sprints in three storage operations beside the two that say who may look, and no more than forty', async () => {
  app.standIn.meter.reset();
  const forty = Array.from({ length: 40 }, (_, at) => at + 1);
  await work(forty);
  const { storage, jira } = app.standIn.meter.read();
  expect(storage.operations).toBeLessThanOrEqual(5);
  expect(jira.behindResolvers.requests).toBe(0);
  const { code } = await app.problem('viewer', 'loadKeyResultWork', {
    keyResultId: kr,
    sprintIds: [...forty, 41],
  });
  expect(code).toBe('invalid');
});
