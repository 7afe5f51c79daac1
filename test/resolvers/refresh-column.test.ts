import type { Issue } from '../../local/jira/model';
import type { StandInOptions } from '../../local/stand-in';
import type { KeyResultId, ProjectId } from '../../src/domain/ids';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import { anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aWork, givenWork } from '../events/given-jql';
import { COMPANY, givenOkrs, keyResultOf, SECRET, TEAM, theSite } from './given-okrs';

const OURS = keyResultOf(TEAM, 1);
const COMPANYS = keyResultOf(COMPANY);
const tagged = (...keyResults: KeyResultId[]) => ({ state: 'tagged' as const, keyResults });
const exempt: Tag = { state: 'exempt', reason: 'bug', note: '' };
const aTagged = (key: string, tag: Tag, over: Partial<Issue> = {}): Issue =>
  anIssue(key, { properties: { [TAG_PROPERTY]: storedTag(tag) }, ...over });
const EPIC = { typeId: '1' };

const given = async (
  issues: readonly Issue[],
  options: Partial<StandInOptions> = {},
): Promise<InstalledApp> => {
  const app = await anInstalledApp(theSite({ issues: [...issues] }), '10000', options);
  await givenOkrs(app);
  app.settle();
  app.standIn.meter.reset();
  return app;
};

const ids = (...keys: readonly string[]): string[] => keys.map((key) => anIssue(key).id);

/** What Jira keeps for its lists. */
const kept = (app: InstalledApp, ...keys: readonly string[]): unknown[] => {
  const { customFields, issues } = app.standIn.site;
  const field = customFields.find(({ name }) => name === 'Key results');
  return keys.map((key) => issues.find((issue) => issue.key === key)?.fields[field?.id ?? 'none'] ?? null);
};

describe('what Jira keeps for its lists', () => {
  test('is what the column says, without anybody opening the issue', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS)), aTagged('TEAM-2', exempt), anIssue('TEAM-3')]);
    const answer = await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1', 'TEAM-2', 'TEAM-3') });
    expect(answer).toEqual({ issues: 3 });
    expect(kept(app, 'TEAM-1', 'TEAM-2', 'TEAM-3')).toEqual([
      `Key result ${OURS}`,
      'No key result: bug',
      null,
    ]);
  });

  test('follows the tag, which wins: what was kept of another or of none any more goes', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    const refresh = () => app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    await refresh();
    const saved = { issueId: anIssue('TEAM-1').id, expected: tagged(OURS), tag: tagged(COMPANYS) };
    await app.get('member', 'saveTag', saved);
    await refresh();
    expect(kept(app, 'TEAM-1')).toEqual([`Key result ${COMPANYS}`]);
    await app.get('member', 'saveTag', { ...saved, expected: tagged(COMPANYS), tag: null });
    await refresh();
    expect(kept(app, 'TEAM-1')).toEqual([null]);
  });

  test('is told anew of everything that inherits, sub-tasks too, and of nothing that says something itself', async () => {
    const app = await given([
      aTagged('TEAM-1', tagged(OURS), EPIC),
      anIssue('TEAM-2', { parentId: '10001' }),
      anIssue('TEAM-3', { typeId: '3', parentId: '10002' }),
      aTagged('TEAM-4', exempt, { parentId: '10001' }),
      anIssue('TEAM-5', { typeId: '3', parentId: '10004' }),
      anIssue('TEAM-6'),
    ]);
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    const title = `Key result ${OURS}`;
    expect(kept(app, 'TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4', 'TEAM-5', 'TEAM-6')).toEqual([
      title,
      title,
      title,
      null,
      null,
      null,
    ]);
  });

  test('holds no title that was forged onto it, whoever has it told anew', async () => {
    const app = await given([aTagged('TEAM-1', tagged(keyResultOf(SECRET)))]);
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(kept(app, 'TEAM-1')).toEqual(['KR-KR0001']);
  });

  test('leaves no trace in the history of an issue', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(app.standIn.site.issues[0]?.history).toEqual([]);
  });

  test('stays as it is on issues that whoever asks may not edit', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS)), aTagged('SECRET-1', tagged(COMPANYS))]);
    const both = { issueIds: ids('TEAM-1', 'SECRET-1') };
    expect(await app.get('member', 'refreshColumn', both)).toEqual({ issues: 1 });
    expect(kept(app, 'TEAM-1', 'SECRET-1')).toEqual([`Key result ${OURS}`, null]);
    expect(await app.problem('viewer', 'refreshColumn', both)).toMatchObject({ code: 'forbidden' });
  });

  test('stays as it was where Jira does not take it, and the person is told', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    app.standIn.faults.set([{ target: 'jira', match: 'app/field/value', share: 1, status: 500 }]);
    const problem = await app.problem('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(problem).toMatchObject({ code: 'jira-unavailable' });
    expect(kept(app, 'TEAM-1')).toEqual([null]);
  });

  test('is told of 200 issues in five questions and one write', async () => {
    const issues = Array.from({ length: 200 }, (_, index) =>
      aTagged(`TEAM-${index + 1}`, index % 5 === 0 ? exempt : tagged(OURS)),
    );
    const app = await given(issues);
    await app.get('member', 'refreshColumn', { issueIds: issues.map(({ id }) => id) });
    const { jira, storage } = app.standIn.meter.read();
    expect(kept(app, ...issues.map(({ key }) => key))).not.toContain(null);
    expect(jira.behindResolvers.byRoute).toEqual({
      'POST /rest/api/3/permissions/check': 2,
      'POST /rest/api/3/issue/bulkfetch': 2,
      'POST /rest/api/3/search/jql': 1,
      'POST /rest/api/3/app/field/value': 1,
    });
    expect(storage.writes.operations).toBe(0);
  });
});

describe('what Jira keeps of a team that begins to keep its OKRs to itself', () => {
  const restrict = (app: InstalledApp) =>
    app.get('admin', 'saveVisibility', { projectId: '10000' as ProjectId, restricted: true });

  test('loses the team’s titles on issues of other projects, named or inherited, and keeps them on its own', async () => {
    const app = await given([
      aTagged('SECRET-1', tagged(OURS, COMPANYS)),
      aTagged('TEAM-1', tagged(OURS), EPIC),
      anIssue('SECRET-2', { parentId: '10001' }),
      anIssue('TEAM-2', { parentId: '10001' }),
    ]);
    const title = `Key result ${OURS}`;
    const all = ['SECRET-1', 'SECRET-2', 'TEAM-1', 'TEAM-2'];
    await app.get('keeper', 'refreshColumn', { issueIds: ids('SECRET-1', 'SECRET-2') });
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(kept(app, ...all)).toEqual([`${title}; Key result ${COMPANYS}`, title, title, title]);
    await restrict(app);
    expect(kept(app, ...all)).toEqual([`KR-KR0001; Key result ${COMPANYS}`, 'KR-KR0001', title, title]);
  });

  test('loses them also where they come from two levels above', async () => {
    const initiative = aWork('TEAM-1', 'initiative', null, storedTag(tagged(OURS)));
    const silent = aWork('TEAM-2', 'epic', initiative);
    const app = await givenWork([initiative, silent, aWork('SECRET-1', 'story', silent)]);
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(kept(app, 'SECRET-1')).toEqual([`Key result ${OURS}`]);
    await restrict(app);
    expect(kept(app, 'SECRET-1')).toEqual(['KR-KR0001']);
  });

  test('is decided, and said to be, before the time of an invocation is over, however much serves the team', async () => {
    const warnings: string[] = [];
    const issues = Array.from({ length: 250 }, (_, at) => aTagged(`SECRET-${at + 1}`, tagged(OURS)));
    const app = await given(issues, { log: (...words) => warnings.push(words.join(' ')) });
    const now = performance.now.bind(performance);
    let late = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + late);
    app.standIn.jira.onChange(() => (late = 20_000));
    expect(await restrict(app)).toEqual({ restricted: true });
    clock.mockRestore();
    const texts = kept(app, ...issues.map(({ key }) => key));
    expect(texts.filter((text) => text === 'KR-KR0001')).toHaveLength(200);
    expect(warnings.join()).toContain('may show titles');
  });

  test('is decided all the same where Jira cannot be reached for it', async () => {
    const app = await given([aTagged('SECRET-1', tagged(OURS))], { log: () => undefined });
    app.standIn.faults.set([{ target: 'jira', match: 'search/jql', share: 1, status: 500 }]);
    expect(await restrict(app)).toEqual({ restricted: true });
    const page = await app.get('admin', 'loadProjectPage', {
      projectId: '10000' as ProjectId,
      cycleId: null,
    });
    expect(page.visibility.restricted).toBe(true);
  });
});

/** Puts an issue under another parent, and has Jira tell of it. */
const moveTo = async (app: InstalledApp, key: string, parentId: string): Promise<void> => {
  const { site, events, deliveries } = app.standIn;
  const issue = site.issues.find((one) => one.key === key)!;
  const item = { field: 'IssueParentAssociation', from: issue.parentId, to: parentId };
  Object.assign(issue, { parentId });
  const event = {
    eventType: 'avi:jira:updated:issue',
    issue: { id: issue.id, key },
    changelog: { items: [item] },
  };
  expect(events.fire(event, { as: 'user', accountId: 'account-member' })).toContain(
    'key-results-column-moved',
  );
  await deliveries.settled();
};

describe('what Jira keeps of an issue that is moved', () => {
  test('follows the tag of its new parent', async () => {
    const app = await given([
      aTagged('TEAM-1', tagged(OURS), EPIC),
      aTagged('TEAM-2', exempt, EPIC),
      anIssue('TEAM-3', { parentId: '10001' }),
      anIssue('TEAM-4', { typeId: '3', parentId: '10003' }),
    ]);
    await app.get('member', 'refreshColumn', { issueIds: ids('TEAM-1') });
    expect(kept(app, 'TEAM-3', 'TEAM-4')).toEqual([`Key result ${OURS}`, `Key result ${OURS}`]);
    await moveTo(app, 'TEAM-3', '10002');
    expect(kept(app, 'TEAM-3', 'TEAM-4')).toEqual(['No key result: bug', 'No key result: bug']);
  });

  test('is not told anew when anything else of the issue changes', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    const change = { fields: { summary: 'Another summary' } };
    expect((await app.rest('member', 'PUT', '/rest/api/3/issue/TEAM-1', change)).status).toBe(204);
    await app.standIn.deliveries.settled();
    const called = Object.keys(app.standIn.meter.read().invocations.byFunction);
    expect(called.filter((name) => name.startsWith('key-results-moved-fn'))).toEqual([]);
  });

  test('is told anew later where Jira cannot be reached', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    app.standIn.faults.set([{ target: 'jira', match: 'bulkfetch', share: 1, status: 500 }]);
    const told = { issue: { id: '10001' }, changelog: { items: [{ field: 'project' }] } };
    const by = { moduleKey: 'key-results-column-moved' };
    const answer = await app.standIn.app.callFunction('key-results-moved-fn', told, by);
    expect(answer).toMatchObject({ _retry: true, retryOptions: { retryAfter: 60 } });
  });
});
