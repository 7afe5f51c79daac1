import type { ObjectiveId } from '../../src/domain/ids';
import { storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import { anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import {
  aSaveKeyResult,
  aSaveObjective,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

const STORY = '10001';
const tagged = (...keyResults: ReturnType<typeof keyResultOf>[]) =>
  ({ state: 'tagged', keyResults }) as const;

let app: InstalledApp;

beforeEach(async () => {
  app = await anInstalledApp(
    theSite({ issues: [anIssue('TEAM-1'), anIssue('TEAM-2'), anIssue('SECRET-1')] }),
  );
  await givenOkrs(app);
});

const propertyOf = async (issue = STORY): Promise<unknown> =>
  (
    (await app.rest('admin', 'GET', `/rest/api/3/issue/${issue}/properties/${TAG_PROPERTY}`)).body as {
      value?: unknown;
    }
  ).value;

const writeProperty = (value: unknown, issue = STORY) =>
  app.rest('member', 'PUT', `/rest/api/3/issue/${issue}/properties/${TAG_PROPERTY}`, value);

describe('opening the issue view', () => {
  test('offers the company’s and the team’s key results of active cycles', async () => {
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    expect(view.objectives.map(({ id }) => id)).toEqual([COMPANY, TEAM]);
    expect(view.issue).toEqual({
      id: STORY,
      key: 'TEAM-1',
      isSubtask: false,
      level: 0,
      mayEdit: true,
      parent: null,
    });
    expect(view.ownTag).toBeNull();
  });

  test('shows a viewer everything and says that they may not edit', async () => {
    const view = await app.get('keeper', 'loadIssuePanel', { issueId: STORY });
    expect(view.issue.mayEdit).toBe(false);
    expect(view.objectives).toHaveLength(2);
  });

  test('costs one Jira request and two storage operations with 25 objectives, and no write', async () => {
    for (let number = 10; number < 33; number += 1) {
      await app.get('admin', 'saveObjective', aSaveObjective(`omore000${number}` as ObjectiveId));
    }
    app.standIn.meter.reset();
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    const { storage, jira, invocations } = app.standIn.meter.read();
    expect(view.objectives).toHaveLength(25);
    expect(invocations.total).toBe(1);
    expect(jira.behindResolvers.requests).toBe(1);
    expect(storage.operations).toBe(2);
    expect(storage.writes.operations).toBe(0);
  });

  test('of an issue that the person may not see says the same as of one that does not exist', async () => {
    const hidden = await app.problem('member', 'loadIssuePanel', { issueId: '20001' });
    const unknown = await app.problem('member', 'loadIssuePanel', { issueId: '99999' });
    expect(hidden).toMatchObject({ code: 'not-found' });
    expect(hidden).toEqual(unknown);
  });

  test('is refused to somebody who is not logged in', async () => {
    expect(await app.problem(null, 'loadIssuePanel', { issueId: STORY })).toMatchObject({
      code: 'forbidden',
    });
  });

  test('reads garbage in the property as untagged and says so', async () => {
    await writeProperty({ state: ['tagged'], keyResults: '<img src=x>' });
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    expect(view.ownTag).toBeNull();
    expect(view.unreadableTag).toBe('garbage');
  });

  test('shows what it can read of a tag that a newer version wrote, and says so', async () => {
    await writeProperty({ ...storedTag(tagged(keyResultOf(TEAM))), version: 2, weight: 3 });
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    expect(view.ownTag).toEqual(tagged(keyResultOf(TEAM)));
    expect(view.unreadableTag).toBe('newer');
  });

  test('tells nothing of a key result that the person may not see, though the tag names it', async () => {
    await writeProperty(storedTag(tagged(keyResultOf(SECRET), keyResultOf(TEAM))));
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    expect(view.ownTag).toEqual(tagged(keyResultOf(SECRET), keyResultOf(TEAM)));
    expect(view.objectives.map(({ id }) => id)).not.toContain(SECRET);
    const seen = await app.get('keeper', 'loadIssuePanel', { issueId: STORY });
    expect(seen.objectives.map(({ id }) => id)).toContain(SECRET);
  });

  test('answers about key results of an ancestor like about unknown ones when they are hidden', async () => {
    const { objectives } = await app.get('member', 'loadObjectives', {
      keyResultIds: [keyResultOf(SECRET), keyResultOf('onowhere01' as ObjectiveId), keyResultOf(COMPANY)],
    });
    expect(objectives.map(({ id }) => id)).toEqual([COMPANY]);
  });
});

describe('saving a tag', () => {
  test('writes it to the issue, where JQL finds it', async () => {
    await app.get('member', 'saveTag', { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) });
    expect(await propertyOf()).toEqual(storedTag(tagged(keyResultOf(TEAM))));
    app.settle();
    const found = await app.rest('member', 'POST', '/rest/api/3/search/jql', {
      jql: `keyResult = "${keyResultOf(TEAM)}"`,
    });
    expect(found.body).toMatchObject({ issues: [{ id: STORY }] });
  });

  test('removes it again', async () => {
    await app.get('member', 'saveTag', { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) });
    await app.get('member', 'saveTag', { issueId: STORY, expected: tagged(keyResultOf(TEAM)), tag: null });
    expect(await propertyOf()).toBeUndefined();
  });

  test('tells who loses that somebody else changed it, and keeps theirs', async () => {
    const theirs = { state: 'exempt', reason: 'bug', note: '' } as const;
    await app.get('admin', 'saveTag', { issueId: STORY, expected: null, tag: theirs });
    const problem = await app.problem('member', 'saveTag', {
      issueId: STORY,
      expected: null,
      tag: tagged(keyResultOf(TEAM)),
    });
    expect(problem).toMatchObject({ code: 'conflict', current: { tag: theirs } });
    expect(await propertyOf()).toEqual(storedTag(theirs));
  });

  test('sent twice is done once', async () => {
    const save = { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) };
    await app.get('member', 'saveTag', save);
    expect(await app.get('member', 'saveTag', save)).toEqual({ tag: save.tag });
  });

  test.each([
    ['hidden from the person', keyResultOf(SECRET)],
    ['unknown', keyResultOf(TEAM, 9)],
  ])('refuses a key result that is %s, and keeps what was there', async (_what, keyResult) => {
    await app.get('member', 'saveTag', { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) });
    const problem = await app.problem('member', 'saveTag', {
      issueId: STORY,
      expected: tagged(keyResultOf(TEAM)),
      tag: tagged(keyResultOf(TEAM), keyResult),
    });
    expect(problem.code).toBe('not-found');
    expect(await propertyOf()).toEqual(storedTag(tagged(keyResultOf(TEAM))));
  });

  test('keeps a key result that the person may not see but somebody else tagged', async () => {
    await writeProperty(storedTag(tagged(keyResultOf(SECRET))));
    const both = tagged(keyResultOf(SECRET), keyResultOf(TEAM));
    await app.get('member', 'saveTag', { issueId: STORY, expected: tagged(keyResultOf(SECRET)), tag: both });
    expect(await propertyOf()).toEqual(storedTag(both));
  });

  test('is refused to who may not edit the issue, and changes nothing', async () => {
    const problem = await app.problem('keeper', 'saveTag', {
      issueId: STORY,
      expected: null,
      tag: tagged(keyResultOf(TEAM)),
    });
    expect(problem.code).toBe('forbidden');
    expect(await propertyOf()).toBeUndefined();
  });

  test('can be changed while the OKRs cannot be read, by what the issue says of itself', async () => {
    await writeProperty(storedTag(tagged(keyResultOf(TEAM))));
    app.standIn.faults.set([{ target: 'storage', match: '.*', share: 1, status: 503 }]);
    const view = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    expect(view).toMatchObject({
      ownTag: tagged(keyResultOf(TEAM)),
      objectives: [],
      unavailable: { code: 'storage-unavailable' },
    });
    const exempt = { state: 'exempt', reason: 'bug', note: '' } as const;
    await app.get('member', 'saveTag', { issueId: STORY, expected: tagged(keyResultOf(TEAM)), tag: exempt });
    expect(await propertyOf()).toEqual(storedTag(exempt));
  });

  test.each([
    ['before the write: nothing was changed', 'GET .*issue', 'Nothing was changed.'],
    ['with the write: it may have arrived', 'PUT .*properties', 'may or may not have arrived'],
  ])('says of a connection lost %s', async (_when, match, words) => {
    app.standIn.faults.set([{ target: 'jira', match, share: 1, drop: true }]);
    const save = { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) };
    const problem = await app.problem('member', 'saveTag', save);
    expect(problem).toMatchObject({ code: 'jira-unavailable', message: expect.stringContaining(words) });
  });

  test('is not taken for removed where Jira denies it to who may no longer edit the issue', async () => {
    await writeProperty(storedTag(tagged(keyResultOf(TEAM))));
    // Jira says the same of a property that is not there.
    app.standIn.faults.set([{ target: 'jira', match: 'DELETE .*properties', share: 1, status: 404 }]);
    const remove = { issueId: STORY, expected: tagged(keyResultOf(TEAM)), tag: null };
    expect((await app.problem('member', 'saveTag', remove)).code).toBe('not-found');
    expect(await propertyOf()).toEqual(storedTag(tagged(keyResultOf(TEAM))));
  });

  test('replaces what could not be read', async () => {
    await writeProperty('garbage');
    await app.get('member', 'saveTag', { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) });
    expect(await propertyOf()).toEqual(storedTag(tagged(keyResultOf(TEAM))));
  });

  test.each([
    ['that reads', { ...storedTag(tagged(keyResultOf(TEAM))), version: 2, weight: 3 }],
    ['that does not', { version: 2, serves: 'everything' }],
  ])('leaves a tag alone that a newer version wrote, one %s', async (_which, newer) => {
    await writeProperty(newer);
    const { ownTag } = await app.get('member', 'loadIssuePanel', { issueId: STORY });
    for (const tag of [ownTag, null, tagged(keyResultOf(COMPANY))]) {
      const problem = await app.problem('member', 'saveTag', {
        issueId: STORY,
        expected: ownTag as ReturnType<typeof tagged> | null,
        tag: tag as ReturnType<typeof tagged> | null,
      });
      expect(problem).toMatchObject({ code: 'conflict', current: { tag: ownTag } });
      expect(problem.message).toContain('newer version of Throughline');
    }
    expect(await propertyOf()).toEqual(newer);
  });

  test('refuses a key result of an archived objective only when it is gone, not when it is archived', async () => {
    await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(TEAM, 3)));
    await app.get('admin', 'archiveKeyResult', {
      id: keyResultOf(TEAM, 3),
      expectedRevision: 0,
      archived: true,
    });
    await app.get('member', 'saveTag', { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM, 3)) });
    expect(await propertyOf()).toEqual(storedTag(tagged(keyResultOf(TEAM, 3))));
  });
});
