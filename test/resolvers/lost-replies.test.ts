import { storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import { anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  COMPANY,
  CYCLE,
  givenOkrs,
  keyResultOf,
  TEAM,
  theSite,
} from './given-okrs';

const STORY = '10001';
const PROPERTY = `/rest/api/3/issue/${STORY}/properties/${TAG_PROPERTY}`;
const TAG = 'PUT .*properties';
const WRITE = 'transaction|entity/set';
const tagged = (...keyResults: ReturnType<typeof keyResultOf>[]) => ({
  state: 'tagged' as const,
  keyResults,
});

let app: InstalledApp;
beforeEach(async () => {
  app = await anInstalledApp(theSite({ issues: [anIssue('TEAM-1')] }));
  await givenOkrs(app);
});

const loseReplies = (target: 'jira' | 'storage', match: string): void =>
  app.standIn.faults.set([{ target, match, share: 1, dropReply: true }]);

/** How many requests the back end has sent Jira to routes of that name. */
const sent = (route: RegExp): number =>
  Object.entries(app.standIn.meter.read().jira.behindResolvers.byRoute)
    .filter(([name]) => route.test(name))
    .reduce((sum, [, count]) => sum + count, 0);

describe('a tag whose save was not answered', () => {
  const save = { issueId: STORY, expected: null, tag: tagged(keyResultOf(TEAM)) };
  const other = tagged(keyResultOf(COMPANY));

  it('is saved when it is found, and written once', async () => {
    loseReplies('jira', TAG);
    app.standIn.meter.reset();
    expect(await app.get('member', 'saveTag', save)).toEqual({ tag: save.tag });
    expect((await app.rest('member', 'GET', PROPERTY)).body).toMatchObject({ value: storedTag(save.tag) });
    expect(sent(/PUT .*properties/)).toBe(1);
  });

  it('is sent again when it is not there', async () => {
    // Evenly spread: of three tries the second fails.
    app.standIn.faults.set([{ target: 'jira', match: TAG, share: 0.5, status: 503 }]);
    await app.get('member', 'saveTag', save);
    await app.get('member', 'saveTag', { ...save, expected: save.tag, tag: other });
    expect((await app.rest('member', 'GET', PROPERTY)).body).toMatchObject({ value: storedTag(other) });
    expect(sent(/PUT .*properties/)).toBe(2);
  });

  it('is not sent over what somebody else wrote meanwhile', async () => {
    const failing = { target: 'jira', match: TAG, share: 1, status: 503 } as const;
    app.standIn.faults.set([failing]);
    const asked = app.problem('member', 'saveTag', save);
    await app.rest('member', 'PUT', PROPERTY, storedTag(other));
    expect(await asked).toMatchObject({ code: 'conflict', current: { tag: other } });
    expect((await app.rest('member', 'GET', PROPERTY)).body).toMatchObject({ value: storedTag(other) });
  });
});

/** How often the team's list has the objective. */
const listed = (id: string): number => {
  const lists = app.standIn.storage.dump()['entity:objective-list'] ?? [];
  const { entries } = lists.find(({ key }) => key === 'team:10000')!.value as {
    entries: { objectiveId: string }[];
  };
  return entries.filter(({ objectiveId }) => objectiveId === id).length;
};

describe('a save of an OKR whose reply was lost', () => {
  it('is done, and done once', async () => {
    loseReplies('storage', WRITE);
    const title = 'Said once';
    const objective = await app.get('admin', 'saveObjective', aSaveObjective('olost00001' as typeof TEAM));
    const renamed = await app.get('admin', 'saveObjective', {
      ...aSaveObjective(objective.id),
      expectedRevision: objective.revision,
      title,
    });
    expect(renamed).toMatchObject({ title, revision: objective.revision + 1 });
    const { keyResults } = await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResultOf(objective.id)));
    expect(keyResults).toHaveLength(1);
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(objective.id)));
    const { checkIns } = await app.get('member', 'loadHistory', { keyResultId: keyResultOf(objective.id) });
    expect(checkIns).toHaveLength(1);
    const { objectives } = await app.get('admin', 'loadProjectPage', {
      projectId: '10000' as never,
      cycleId: CYCLE,
    });
    expect(objectives.filter(({ id }) => id === objective.id)).toHaveLength(1);
  });

  it('is there with its place in the list, or not at all', async () => {
    app.standIn.faults.set([
      {
        target: 'storage',
        match: 'set .*objective-list|transaction .*objective-list',
        share: 1,
        status: 503,
      },
    ]);
    const id = 'olost00001' as typeof TEAM;
    expect((await app.problem('admin', 'saveObjective', aSaveObjective(id))).code).toBe(
      'storage-unavailable',
    );
    expect((app.standIn.storage.dump()['entity:objective'] ?? []).map(({ key }) => key)).not.toContain(id);
    app.standIn.faults.set([]);
    await app.get('admin', 'saveObjective', aSaveObjective(id));
    await app.get('admin', 'saveObjective', aSaveObjective(id));
    expect(listed(id)).toBe(1);
  });

  it('is found again by who sends it again after somebody else joined the list', async () => {
    const [first, second] = ['olost00001', 'olost00002'].map((id) => aSaveObjective(id as typeof TEAM));
    app.standIn.faults.set([{ target: 'storage', match: WRITE, share: 0.5, dropReply: true }]);
    await Promise.all([first, second, first, second].map((save) => app.get('admin', 'saveObjective', save!)));
    expect([first, second].map((save) => listed(save!.id))).toEqual([1, 1]);
  });

  it('says that it may have arrived when nothing answers, and is not done twice when it is sent again', async () => {
    const save = aSaveObjective('olost00001' as typeof TEAM);
    app.standIn.faults.set([
      { target: 'storage', match: WRITE, share: 1, dropReply: true },
      // Evenly spread: the look before the write is answered, the three after it are not.
      { target: 'storage', match: 'batch/get objective$', share: 0.75, drop: true },
    ]);
    const problem = await app.problem('admin', 'saveObjective', save);
    expect(problem).toMatchObject({
      code: 'storage-unavailable',
      message: expect.stringContaining('may or may not have arrived'),
    });
    app.standIn.faults.set([]);
    expect(await app.get('admin', 'saveObjective', save)).toMatchObject({ id: save.id, revision: 0 });
  });

  it('is a check-in that a changed one does not take the place of', async () => {
    const checkIn = aSaveCheckIn(keyResultOf(COMPANY));
    await app.get('member', 'checkIn', checkIn);
    const problem = await app.problem('member', 'checkIn', { ...checkIn, note: 'On second thoughts' });
    expect(problem.code).toBe('conflict');
  });
});

describe('a Jira that is busy', () => {
  it('is asked again when it said when', async () => {
    app.standIn.meter.reset();
    app.standIn.faults.set([
      { target: 'jira', match: 'mypermissions', share: 0.5, status: 429, headers: { 'retry-after': '0' } },
    ]);
    for (let call = 0; call < 2; call += 1) {
      await app.get('member', 'loadProjectPage', { projectId: '10000' as never, cycleId: null });
    }
    expect(sent(/mypermissions/)).toBe(2);
  });

  it('is not waited for beyond the time of the call: it is told at once when to try again', async () => {
    app.standIn.faults.set([
      { target: 'jira', match: 'GET .*issue', share: 1, status: 429, headers: { 'retry-after': '1800' } },
    ]);
    const problem = await app.problem('member', 'loadIssuePanel', { issueId: STORY });
    expect(problem).toMatchObject({
      code: 'rate-limited',
      message: expect.stringContaining('Try again in 30 minutes.'),
    });
  });

  it('leaves what everybody may see, and no more', async () => {
    const load = { projectId: '10000' as never, cycleId: CYCLE };
    await app.get('keeper', 'saveVisibility', { projectId: '10001' as never, restricted: true });
    app.standIn.faults.set([{ target: 'jira', match: 'mypermissions', share: 1, status: 503 }]);
    const page = await app.get('admin', 'loadProjectPage', load);
    expect(page.rightsUnknown).toMatchObject({ code: 'jira-unavailable' });
    expect(page.objectives.map(({ id }) => id)).toEqual([COMPANY, TEAM]);
    expect(page.objectives.some(({ mayEdit }) => mayEdit)).toBe(false);
    expect([page.mayManageCycles, page.visibility.mayChange, ...Object.values(page.mayCreate)]).not.toContain(
      true,
    );
    const secret = await app.get('keeper', 'loadProjectPage', { ...load, projectId: '10001' as never });
    expect(secret.objectives.map(({ id }) => id)).toEqual([COMPANY]);
  });
});
