import type { StandIn } from '../../../local/stand-in';
import { HOUR, hear, MINUTE, pass, startBackground } from './background-stand-in';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startBackground();
});

const names = async () => (await hear(standIn)).map(({ name }) => name);

test('scheduled triggers begin five minutes after the app was started', async () => {
  expect(await names()).toEqual([]);
  pass(standIn, 4 * MINUTE);
  expect(await names()).toEqual([]);
  pass(standIn, MINUTE);
  expect(await names()).toEqual(['hourly', 'weekly', 'weekly asked']);
  expect(await names()).toEqual([]);
});

test('each then runs once in its interval, whether or not its last run failed', async () => {
  pass(standIn, 5 * MINUTE);
  await hear(standIn);
  pass(standIn, 59 * MINUTE);
  expect(await names()).toEqual([]);
  pass(standIn, MINUTE);
  expect(await names()).toEqual(['hourly']);
  pass(standIn, 7 * 24 * HOUR);
  expect(await names()).toEqual(['hourly', 'weekly', 'weekly asked']);
});

test('a trigger is told where it runs and that nobody called it', async () => {
  pass(standIn, 5 * MINUTE);
  const weekly = (await hear(standIn)).find(({ name }) => name === 'weekly');
  const { cloudId } = standIn.installation;
  expect(weekly?.moduleKey).toBe('weekly');
  expect(weekly?.told[0]).toEqual({
    context: { cloudId, moduleKey: 'weekly' },
    contextToken: expect.any(String),
  });
  expect(weekly?.told[1]).toMatchObject({ installContext: `ari:cloud:jira::site/${cloudId}` });
  expect(weekly?.told[1]).not.toHaveProperty('principal');
});

test('a trigger may ask Jira as the app; there is no user to ask as', async () => {
  pass(standIn, 5 * MINUTE);
  const asked = (await hear(standIn)).find(({ name }) => name === 'weekly asked');
  expect(asked?.told).toEqual(['Authentication Required', 200]);
});

test('one that throws is counted as failed and not tried again', async () => {
  pass(standIn, 5 * MINUTE);
  await hear(standIn);
  const { byFunction } = standIn.meter.read().invocations;
  expect(byFunction['hourly-fn/hourly']).toMatchObject({ count: 1, failures: 1 });
  expect(byFunction['weekly-fn/weekly']).toMatchObject({ count: 1, failures: 0 });
});

test('a run may come twice when the platform is told to be so', async () => {
  standIn.deliveries.disturb({ duplicated: 1 });
  pass(standIn, 5 * MINUTE);
  expect((await names()).sort()).toEqual([
    'hourly',
    'hourly',
    'weekly',
    'weekly',
    'weekly asked',
    'weekly asked',
  ]);
});

test('a trigger can be run by hand, and one that is not there is an error that names those which are', async () => {
  standIn.scheduled.runNow('weekly');
  expect(await names()).toEqual(['weekly', 'weekly asked']);
  expect(() => standIn.scheduled.runNow('daily')).toThrow(/daily; it has hourly, weekly/);
});
