import type { Issue } from '../../local/jira/model';
import type { BulkPlan } from '../../src/domain/bulk-plan';
import { undoOf } from '../../src/domain/bulk-plan';
import { planTags, type TagWish } from '../../src/domain/bulk-tags';
import { parseTag, storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { readPresent } from '../../src/jira/bulk-run';
import { tagKind } from '../../src/jira/bulk-tags';
import type { JiraApi } from '../../src/jira/jira-api';
import { readBulkRights } from '../../src/jira/permissions';
import { aPermissionScheme, aProject, aSite, anIssue } from '../builders/a-site';
import { anInstalledApp } from '../builders/an-installed-app';
import { aKeyResultId } from '../builders/okrs';
import { aBulkFrame, held, tally } from './bulk-frame';

const [ONE, TWO] = [aKeyResultId('kr0001'), aKeyResultId('kr0002')];
const ADD: TagWish = { type: 'add', keyResults: [ONE] };
const WISHED = storedTag({ state: 'tagged', keyResults: [ONE] });
const EXEMPT: Tag = { state: 'exempt', reason: 'bug', note: 'Later' };

const holding = (key: string, value: unknown): Issue =>
  anIssue(key, { properties: { [TAG_PROPERTY]: value } });
const path = (key: string): string => `/rest/api/3/issue/${key}/properties/${TAG_PROPERTY}`;

/** Reads the issues as they are and plans for them, as whoever sees them as they are. */
const planned = async (jira: JiraApi, issues: readonly Issue[], wish: TagWish): Promise<BulkPlan> => {
  const present = await readPresent(
    tagKind(jira),
    issues.map(({ id }) => id),
  );
  const seen = ({ id }: Issue): Tag | null => parseTag(present.get(id)?.value);
  return planTags(
    issues.map((issue) => ({ issueId: issue.id, issueKey: issue.key, seen: seen(issue) })),
    present,
    wish,
  );
};

const states = (plan: BulkPlan): Record<string, string> =>
  Object.fromEntries(plan.map(({ issueKey, state }) => [issueKey, state.name]));

describe('tagging many issues at once', () => {
  it('adds to what each issue has, ends exemptions, replaces garbage, and leaves what a newer app wrote alone', async () => {
    const newer = { version: 99, state: 'tagged', keyResults: [TWO] };
    const issues = [
      anIssue('TEAM-1'),
      holding('TEAM-2', storedTag({ state: 'tagged', keyResults: [TWO] })),
      holding('TEAM-3', storedTag(EXEMPT)),
      holding('TEAM-4', 'garbage'),
      holding('TEAM-5', newer),
      holding('TEAM-6', WISHED),
      holding(
        'TEAM-7',
        storedTag({
          state: 'tagged',
          keyResults: ['2', '3', '4', '5', '6'].map((n) => aKeyResultId(`kr000${n}`)),
        }),
      ),
    ];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const { plan, stoppedBy } = await run(await planned(jira, issues, ADD));
    expect(stoppedBy).toBeNull();
    expect(states(plan)).toEqual({
      'TEAM-1': 'done',
      'TEAM-2': 'done',
      'TEAM-3': 'done',
      'TEAM-4': 'done',
      'TEAM-5': 'newer',
      'TEAM-6': 'already',
      'TEAM-7': 'full',
    });
    expect(held(app, 'TEAM-1')).toEqual(WISHED);
    expect(held(app, 'TEAM-2')).toEqual(storedTag({ state: 'tagged', keyResults: [TWO, ONE] }));
    expect(held(app, 'TEAM-3')).toEqual(WISHED);
    expect(held(app, 'TEAM-4')).toEqual(WISHED);
    expect(held(app, 'TEAM-5')).toEqual(newer);
  });

  it('exempts with reason and note, replaces, and removes', async () => {
    const issues = [anIssue('TEAM-1'), holding('TEAM-2', storedTag({ state: 'tagged', keyResults: [TWO] }))];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const wish = async (one: TagWish) => tally((await run(await planned(jira, issues, one))).plan);
    expect(await wish({ type: 'replace', keyResults: [ONE] })).toEqual({ done: 2 });
    expect([held(app, 'TEAM-1'), held(app, 'TEAM-2')]).toEqual([WISHED, WISHED]);
    expect(await wish({ type: 'exempt', reason: 'bug', note: 'Later' })).toEqual({ done: 2 });
    expect(held(app, 'TEAM-2')).toEqual(storedTag(EXEMPT));
    expect(await wish({ type: 'remove' })).toEqual({ done: 2 });
    expect([held(app, 'TEAM-1'), held(app, 'TEAM-2')]).toEqual([undefined, undefined]);
    expect(await wish({ type: 'remove' })).toEqual({ already: 2 });
  });

  it('leaves an issue alone that somebody else changed since it was read, and tells what is there now', async () => {
    const issues = [anIssue('TEAM-1'), anIssue('TEAM-2'), holding('TEAM-3', storedTag(EXEMPT))];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const plan = await planned(jira, issues, ADD);
    const theirs = storedTag({ state: 'tagged', keyResults: [TWO] });
    await app.rest('admin', 'PUT', path('TEAM-2'), theirs);
    await app.rest('admin', 'DELETE', path('TEAM-3'));
    const { plan: ended } = await run(plan);
    expect(ended.map(({ state }) => state)).toEqual([
      { name: 'done' },
      { name: 'changed', now: theirs },
      { name: 'changed', now: undefined },
    ]);
    expect(held(app, 'TEAM-2')).toEqual(theirs);
    expect(held(app, 'TEAM-3')).toBeUndefined();
  });

  it('does not take a tag that the person has not seen for one to be replaced', async () => {
    const issues = [holding('TEAM-1', storedTag(EXEMPT))];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira } = aBulkFrame(app, 'member');
    const present = await readPresent(tagKind(jira), ['10001']);
    const plan = planTags([{ issueId: '10001', issueKey: 'TEAM-1', seen: null }], present, ADD);
    expect(plan[0]?.state).toEqual({ name: 'changed', now: storedTag(EXEMPT) });
  });

  it('tells who may edit which half before anything is written, and what was not let through after', async () => {
    const issues = [anIssue('TEAM-1'), look('LOOK-1'), anIssue('SECRET-1')];
    const app = await anInstalledApp(aSiteToLookAt(issues));
    const { jira, run } = aBulkFrame(app, 'member');
    expect([...(await readBulkRights(jira, ['10001', '30001', '20001', '99999'])).editable]).toEqual([
      '10001',
    ]);
    expect(states((await run(await planned(jira, issues, ADD))).plan)).toEqual({
      'TEAM-1': 'done',
      'LOOK-1': 'forbidden',
      'SECRET-1': 'not-found',
    });
    expect([held(app, 'LOOK-1'), held(app, 'SECRET-1')]).toEqual([undefined, undefined]);
  });

  it('undoes what it did and nothing else: what somebody else changed since stays and is listed', async () => {
    const issues = [
      anIssue('TEAM-1'),
      holding('TEAM-2', 'garbage'),
      holding('TEAM-3', storedTag(EXEMPT)),
      holding('TEAM-4', WISHED),
    ];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const { plan } = await run(await planned(jira, issues, ADD));
    const theirs = storedTag({ state: 'tagged', keyResults: [TWO] });
    await app.rest('admin', 'PUT', path('TEAM-3'), theirs);
    const { plan: undone } = await run(undoOf(plan));
    expect(states(undone)).toEqual({ 'TEAM-1': 'done', 'TEAM-2': 'done', 'TEAM-3': 'changed' });
    expect(['TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4'].map((key) => held(app, key))).toEqual([
      undefined,
      'garbage',
      theirs,
      WISHED,
    ]);
  });

  it('stops after the running group when it is cancelled, and goes on with the rest when asked to', async () => {
    const issues = [anIssue('TEAM-1'), holding('TEAM-2', storedTag(EXEMPT)), holding('TEAM-3', 'garbage')];
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    let isCancelled = false;
    const { plan } = await run(await planned(jira, issues, ADD), {
      isCancelled: () => isCancelled,
      onProgress: () => void (isCancelled = true),
    });
    expect(states(plan)).toEqual({ 'TEAM-1': 'done', 'TEAM-2': 'waiting', 'TEAM-3': 'waiting' });
    expect(held(app, 'TEAM-2')).toEqual(storedTag(EXEMPT));
    expect(tally((await run(plan)).plan)).toEqual({ done: 3 });
  });

  it('follows a task that takes its time, with progress on the way', async () => {
    const issues = Array.from({ length: 20 }, (_, at) => anIssue(`TEAM-${at + 1}`));
    const app = await anInstalledApp(aSite({ issues }));
    app.standIn.settings.change({ bulkTaskMs: 4_000 });
    const { jira, run } = aBulkFrame(app, 'member');
    const shares: number[] = [];
    const { plan } = await run(await planned(jira, issues, ADD), {
      onProgress: (_, share) => shares.push(share),
    });
    expect(tally(plan)).toEqual({ done: 20 });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(2);
  });
});

describe('the cost of a bulk action', () => {
  const FIVE: readonly unknown[] = [
    undefined,
    'garbage',
    storedTag(EXEMPT),
    storedTag({ state: 'tagged', keyResults: [TWO] }),
    storedTag({ state: 'exempt', reason: 'other', note: '' }),
  ];
  /** One resolver call and what it asks of Jira: test/resolvers/refresh-column.test.ts. */
  const TO_TELL_THE_COLUMN = 7;
  const twoHundred = () =>
    Array.from({ length: 200 }, (_, at) =>
      at % 5 === 0 ? anIssue(`TEAM-${at + 1}`) : holding(`TEAM-${at + 1}`, FIVE[at % 5]),
    );

  it.each([0, 500, 1_000, 3_000])(
    'leaves of 25 calls enough to tell the column, for 200 issues that hold five different things, when each task takes %d ms',
    async (bulkTaskMs) => {
      const issues = twoHundred();
      const app = await anInstalledApp(aSite({ issues }));
      app.standIn.settings.change({ bulkTaskMs });
      const { jira, run } = aBulkFrame(app, 'member');
      app.standIn.meter.reset();
      const { editable } = await readBulkRights(
        jira,
        issues.map(({ id }) => id),
      );
      const { plan } = await run(await planned(jira, issues, ADD));
      expect(editable.size).toBe(200);
      expect(tally(plan)).toEqual({ done: 200 });
      const { invocations, storage, jira: asked } = app.standIn.meter.read();
      expect(invocations.total + asked.inFront.requests + asked.behindResolvers.requests).toBeLessThanOrEqual(
        25 - TO_TELL_THE_COLUMN,
      );
      expect(storage.operations).toBe(0);
    },
  );

  it('names at most 1,000 issues in a write', async () => {
    const issues = Array.from({ length: 1_200 }, (_, at) => anIssue(`TEAM-${at + 1}`));
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const plan = await planned(jira, issues, ADD);
    app.standIn.meter.reset();
    expect(tally((await run(plan)).plan)).toEqual({ done: 1_200 });
    const { byRoute } = app.standIn.meter.read().jira.inFront;
    expect(byRoute[`PUT /rest/api/3/issue/properties/${TAG_PROPERTY}`]).toBe(2);
  });
});

const look = (key: string): Issue => anIssue(key, { id: `3000${key.split('-')[1]}`, projectId: '10002' });

/** With a project that the member may look at, and nothing more. */
const aSiteToLookAt = (issues: readonly Issue[]) => {
  const site = aSite({ issues: [...issues] });
  const { permissions } = aPermissionScheme();
  return {
    ...site,
    projects: [
      ...site.projects,
      { ...aProject('10002', 'LOOK', ['account-member'], []), permissionSchemeId: 'look-scheme' },
    ],
    permissionSchemes: [
      ...site.permissionSchemes,
      aPermissionScheme({ id: 'look-scheme', permissions: { ...permissions, EDIT_ISSUES: [] } }),
    ],
  };
};
