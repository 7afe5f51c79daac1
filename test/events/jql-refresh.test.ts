import { resolve } from 'node:path';
import { readManifest } from '../../local/forge/manifest';
import { startProcess } from '../../local/forge/process';
import { storedTag } from '../../src/domain/tag';
import { COMPANY, CYCLE, keyResultOf, TEAM, aSaveKeyResult } from '../resolvers/given-okrs';
import type { InstalledApp } from '../builders/an-installed-app';
import { aTagged, aWork, EXEMPT, found, givenWork, pass, tagged, write } from './given-jql';

const OURS = keyResultOf(TEAM, 1);
const COMPANYS = keyResultOf(COMPANY);
const MINUTE = 60_000;

const SERVING = `issue in issuesOfKeyResult("${OURS}")`;
const WITHOUT = 'issue in issuesWithoutKeyResult()';

const calls = (app: InstalledApp, name: string): number =>
  app.standIn.meter.read().invocations.byFunction[name]?.count ?? 0;

const routes = (app: InstalledApp): Readonly<Record<string, number>> =>
  app.standIn.meter.read().jira.behindResolvers.byRoute;

const updates = (app: InstalledApp): number => routes(app)['POST /rest/api/3/jql/function/computation'] ?? 0;

/** Under an initiative an epic, under the epic a story; and a story of its own. */
const tree = () => {
  const initiative = aWork('TEAM-1', 'initiative');
  const epic = aWork('TEAM-2', 'epic', initiative);
  return [initiative, epic, aWork('TEAM-3', 'story', epic), aWork('TEAM-4', 'story')];
};

/** What was searched once is kept by Jira; these two are. */
const givenKept = async (...[issues]: Parameters<typeof givenWork>): Promise<InstalledApp> => {
  const app = await givenWork(issues);
  await found(app, SERVING);
  await found(app, WITHOUT);
  app.standIn.meter.reset();
  return app;
};

describe('what Jira keeps of the functions', () => {
  test('is as it was until a tagged epic has been in Jira’s search for a moment, and then anew', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    await app.standIn.deliveries.settled();
    expect(await found(app, SERVING)).toEqual([]);
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
    expect(await found(app, WITHOUT)).toEqual(['TEAM-4']);
    expect(updates(app)).toBe(1);
  });

  test('follows a tag that comes from two levels above, and one that is taken away', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-1', storedTag(tagged(OURS)));
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
    await write(app, 'TEAM-2', storedTag(EXEMPT));
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual([]);
    await write(app, 'TEAM-2', undefined);
    await write(app, 'TEAM-1', undefined);
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual([]);
    expect(await found(app, WITHOUT)).toEqual(['TEAM-3', 'TEAM-4']);
  });

  test('is reckoned once, and written once, for 200 epics that are tagged in one go', async () => {
    const epics = Array.from({ length: 200 }, (_, index) => aWork(`TEAM-${100 + index}`, 'epic'));
    const app = await givenKept([...epics, aWork('TEAM-1', 'story', epics[150])]);
    for (const { key } of epics) await write(app, key, storedTag(tagged(OURS)));
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual(['TEAM-1']);
    expect(calls(app, 'jql-issue-changed-fn/jql-issue-changed')).toBe(200);
    expect(updates(app)).toBe(1);
    expect(routes(app)['GET /rest/api/3/jql/function/computation']).toBe(1);
    expect(app.standIn.meter.read().storage.writes.operations).toBe(1);
  });

  test('costs a handful of questions and one reckoning for 200 stories that are tagged in one go', async () => {
    const stories = Array.from({ length: 200 }, (_, index) => aWork(`TEAM-${100 + index}`, 'story'));
    const app = await givenKept([...tree(), ...stories]);
    for (const { key } of stories) await write(app, key, storedTag(tagged(OURS)));
    await pass(app, 3);
    expect(calls(app, 'jql-issue-changed-fn/jql-issue-changed')).toBe(200);
    expect(calls(app, 'jql-refresh-fn/jql-refresh')).toBe(1);
    expect(routes(app)['GET /rest/api/3/issue/*']).toBe(3);
    expect(app.standIn.meter.read().jira.behindResolvers.requests).toBeLessThanOrEqual(10);
    expect(app.standIn.meter.read().storage.writes.operations).toBe(1);
    expect(updates(app)).toBe(0);
  });

  test('misses no epic among the many things that are told at once', async () => {
    const stories = Array.from({ length: 30 }, (_, index) => aWork(`TEAM-${100 + index}`, 'story'));
    const app = await givenKept([...tree(), ...stories]);
    for (const { key } of stories) await write(app, key, storedTag(EXEMPT));
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    await pass(app, 3);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
  });

  test('keeps apart what one process is told of several sites', async () => {
    const root = resolve(__dirname, '../..');
    const process = await startProcess(root, readManifest(root));
    const stories = Array.from({ length: 10 }, (_, index) => aWork(`TEAM-${100 + index}`, 'story'));
    const [busy, quiet] = [
      await givenWork([...tree(), ...stories], {}, { process }),
      await givenWork(tree(), { name: 'Quiet site' }, { process }),
    ];
    for (const app of [busy, quiet]) await found(app, SERVING);
    for (const { key } of stories) await write(busy, key, storedTag(EXEMPT));
    await busy.standIn.deliveries.settled();
    await write(quiet, 'TEAM-2', storedTag(tagged(OURS)));
    await pass(quiet, 3);
    expect(routes(quiet)['GET /rest/api/3/issue/*']).toBe(1);
    expect(await found(quiet, SERVING)).toEqual(['TEAM-3']);
  });

  test('comes right however late, often and disorderly events come', async () => {
    const app = await givenKept(tree());
    app.standIn.deliveries.disturb({
      duplicated: 1,
      shuffled: true,
      parallel: 5,
      lateByMs: { least: 0, most: 5 * MINUTE },
      seed: 3,
    });
    await write(app, 'TEAM-2', storedTag(tagged(COMPANYS)));
    await write(app, 'TEAM-2', undefined);
    await write(app, 'TEAM-1', storedTag(tagged(OURS)));
    for (let minutes = 0; minutes < 20; minutes += 1) await pass(app, 1);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
    expect(app.standIn.deliveries.waiting()).toBe(0);
  });

  test('is left alone, and nothing but its level is read, for a story that is tagged', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-3', storedTag(tagged(OURS)));
    await pass(app, 5);
    expect(calls(app, 'jql-issue-changed-fn/jql-issue-changed')).toBe(1);
    expect(calls(app, 'jql-refresh-fn/jql-refresh')).toBe(0);
    expect(app.standIn.meter.read().jira.behindResolvers).toMatchObject({ requests: 1, points: 2 });
    expect(app.standIn.meter.read().storage.operations).toBe(0);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
  });

  test('is left alone by what others write, which is not even told', async () => {
    const app = await givenKept(tree());
    await app.rest('admin', 'PUT', '/rest/api/3/issue/TEAM-2/properties/of-another-app', { any: 'thing' });
    await app.rest('admin', 'PUT', '/rest/api/3/issue/TEAM-2', { fields: { summary: 'Other words' } });
    await pass(app, 5);
    expect(app.standIn.meter.read().invocations.total).toBe(0);
  });

  test('is written only where it changed', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-2', storedTag(tagged(COMPANYS)));
    await pass(app, 2);
    const sent = (await kept(app)).filter(({ created, updated }) => created !== updated);
    expect(sent.map(({ functionName }) => functionName)).toEqual(['issuesWithoutKeyResult']);
    await write(app, 'TEAM-2', { ...storedTag(tagged(COMPANYS)), touched: true });
    await pass(app, 2);
    expect(updates(app)).toBe(1);
  });

  const moved = { changelog: { items: [{ field: 'IssueParentAssociation', from: null, to: '10001' }] } };
  const renamed = { changelog: { items: [{ field: 'summary', from: null, to: null }] } };

  test.each([
    ['an epic was made', 'created', 1, {}, true],
    ['a story was made', 'created', 0, {}, false],
    ['an epic was deleted', 'deleted', 1, {}, true],
    ['a sub-task was deleted', 'deleted', -1, {}, false],
    ['an epic was moved under another initiative', 'updated', 1, moved, true],
    ['a story was moved under another epic', 'updated', 0, moved, false],
    ['an epic was renamed', 'updated', 1, renamed, false],
  ])('is reckoned again where it has to be: %s', async (_what, verb, hierarchyLevel, more, expected) => {
    const app = await givenKept(tree());
    app.standIn.events.fire(
      {
        eventType: `avi:jira:${verb}:issue`,
        issue: { id: '10002', key: 'TEAM-2', fields: { issuetype: { hierarchyLevel } } },
        ...more,
      } as never,
      { as: 'user', accountId: 'account-admin' },
    );
    await pass(app, 2);
    expect(calls(app, 'jql-refresh-fn/jql-refresh')).toBe(expected ? 1 : 0);
    expect(routes(app)['GET /rest/api/3/jql/function/computation'] ?? 0).toBe(expected ? 1 : 0);
  });

  test('knows a new key result of its objective, and one that is archived', async () => {
    const app = await givenWork([aTagged('TEAM-1', 'story', null, tagged(keyResultOf(TEAM, 3)))]);
    const use = `issue in issuesOfObjective(${TEAM})`;
    expect(await found(app, use)).toEqual([]);
    await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
    await pass(app, 2);
    expect(await found(app, use)).toEqual(['TEAM-1']);
    await app.get('admin', 'archiveKeyResult', {
      id: keyResultOf(TEAM, 3),
      archived: true,
      expectedRevision: 0,
    });
    await pass(app, 2);
    expect(await found(app, use)).toEqual([]);
  });

  test('forgets what an objective had when a project keeps its OKRs to itself', async () => {
    const app = await givenWork([aTagged('TEAM-1', 'story', null, tagged(OURS))]);
    const uses = [`issue not in issuesOfObjective(${TEAM})`, `issue in issuesWithoutKeyResult(${CYCLE})`];
    for (const use of uses) expect(await found(app, use)).toEqual([]);
    await app.get('admin', 'saveVisibility', { projectId: '10000' as never, restricted: true });
    await pass(app, 2);
    for (const use of uses) expect(await found(app, use)).toEqual(['TEAM-1']);
  });

  test('follows an objective that is archived, as far as its cycle counts it', async () => {
    const app = await givenWork([aTagged('TEAM-1', 'story', null, tagged(OURS))]);
    const use = 'issue in issuesWithoutKeyResult("2026 Q1")';
    expect(await found(app, use)).toEqual([]);
    await app.get('admin', 'archiveObjective', { id: TEAM, archived: true, expectedRevision: 0 });
    await pass(app, 2);
    expect(await found(app, use)).toEqual(['TEAM-1']);
  });

  test('finds its way back from more than 1,000 epics', async () => {
    const epics = Array.from({ length: 1001 }, (_, index) =>
      aTagged(`TEAM-${1000 + index}`, 'epic', null, tagged(OURS)),
    );
    const app = await givenWork([...epics, aWork('TEAM-1', 'story'), aWork('TEAM-2', 'story', epics[0])]);
    await expect(found(app, WITHOUT)).rejects.toThrow('More than 1,000');
    for (const { key } of epics.slice(-30)) await write(app, key, undefined);
    await pass(app, 2);
    expect(await found(app, WITHOUT)).toEqual(['TEAM-1']);
  });

  test('is asked for again where more happens at once than Forge takes in a minute', async () => {
    const app = await givenKept(tree());
    const told = {
      eventType: 'avi:jira:deleted:issue',
      issue: { id: '10002', key: 'TEAM-2', fields: { issuetype: { hierarchyLevel: 1 } } },
    } as never;
    for (let n = 0; n < 600; n += 1) app.standIn.events.fire(told, { as: 'app' });
    await app.standIn.deliveries.settled();
    expect(app.standIn.deliveries.waiting()).toBe(600);
    for (let minutes = 0; minutes < 5; minutes += 1) await pass(app, 1);
    expect(app.standIn.deliveries.waiting()).toBe(0);
    expect(routes(app)['GET /rest/api/3/jql/function/computation']).toBe(2);
  });

  test('is asked for again where Jira does not answer, and comes right then', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    await app.standIn.deliveries.settled();
    app.standIn.faults.set([{ target: 'jira', match: 'jql/function/computation', share: 1, status: 503 }]);
    await pass(app, 2);
    app.standIn.faults.set([]);
    await pass(app, 2);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
  });

  test('rests after a refresh that cost much also where more had been asked for before', async () => {
    const epics = Array.from({ length: 300 }, (_, index) =>
      aTagged(`TEAM-${1000 + index}`, 'epic', null, tagged(OURS)),
    );
    const app = await givenKept([...epics, ...tree()]);
    const refreshes = () => routes(app)['GET /rest/api/3/jql/function/computation'] ?? 0;
    await write(app, 'TEAM-1000', storedTag(EXEMPT));
    await pass(app, 0.5);
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    for (let minutes = 0; minutes < 5; minutes += 1) await pass(app, 1);
    expect(refreshes()).toBe(1);
    for (let minutes = 0; minutes < 10; minutes += 1) await pass(app, 1);
    expect(refreshes()).toBe(2);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
    expect(app.standIn.deliveries.waiting()).toBe(0);
  });

  test('asks once for the issue types, however many uses of the functions Jira keeps', async () => {
    const app = await givenKept(tree());
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    await pass(app, 2);
    expect(routes(app)['GET /rest/api/3/issuetype']).toBe(1);
  });

  test('rests after a refresh that cost much, and takes what changed meanwhile together', async () => {
    const epics = Array.from({ length: 300 }, (_, index) =>
      aTagged(`TEAM-${1000 + index}`, 'epic', null, tagged(OURS)),
    );
    const app = await givenKept([...epics, ...tree()]);
    await write(app, 'TEAM-2', storedTag(tagged(OURS)));
    await pass(app, 2);
    expect(calls(app, 'jql-refresh-fn/jql-refresh')).toBe(1);
    for (let minutes = 0; minutes < 6; minutes += 1) {
      await write(app, 'TEAM-2', storedTag(minutes % 2 === 0 ? EXEMPT : tagged(OURS)));
      await pass(app, 1);
    }
    expect(updates(app)).toBe(1);
    for (let minutes = 0; minutes < 10; minutes += 1) await pass(app, 1);
    expect(routes(app)['GET /rest/api/3/jql/function/computation']).toBeLessThanOrEqual(3);
    expect(await found(app, SERVING)).toEqual(['TEAM-3']);
  });
});

type Kept = { readonly functionName: string; readonly created: string; readonly updated: string };

/** What Jira keeps, as it tells the app. */
const kept = async (app: InstalledApp): Promise<readonly Kept[]> => {
  const path = '/rest/api/3/jql/function/computation';
  const request = { method: 'GET', path, headers: {}, body: null };
  const { body } = await app.standIn.jira.handle(request, { as: 'app' });
  return (JSON.parse(body) as { values: readonly Kept[] }).values;
};
