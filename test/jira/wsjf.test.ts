import { fail, problemOf, type Problem } from '../../src/contract/outcome';
import type { ProjectId } from '../../src/domain/ids';
import { TAG_PROPERTY } from '../../src/domain/tag';
import { WSJF_PROPERTY } from '../../src/domain/wsjf-figures';
import { readWork, workToRank } from '../../src/jira/wsjf';
import { readFigures, saveFigure, type FigureChange } from '../../src/jira/wsjf-figures';
import type { JiraApi } from '../../src/jira/jira-api';
import { NO_CUSTOM_FIELDS } from '../../src/jira/issues';
import { aPatience } from '../builders/a-patience';
import { anIssue, aSite, POINTS_FIELD } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aKeyResultId } from '../builders/okrs';
import { jiraInFrame } from './jira-in-frame';

const STORY = '10001';
const PATH = `/rest/api/3/issue/${STORY}/properties/${WSJF_PROPERTY}`;
const TEAM = '10000' as ProjectId;
const figures = (value: unknown) => ({ properties: { [WSJF_PROPERTY]: value } });

const EPIC = '1';
const ISSUES = [
  anIssue('TEAM-1', { rank: 3 }),
  anIssue('TEAM-2', { rank: 1, ...figures({ version: 1, userBusinessValue: 13, jobSize: 2 }) }),
  anIssue('TEAM-3', { rank: 2, ...figures({ version: 1, userBusinessValue: 7, timeCriticality: '8' }) }),
  anIssue('TEAM-4', { typeId: EPIC, ...figures('rubbish') }),
  anIssue('TEAM-5', { typeId: '3', parentId: STORY }),
  anIssue('TEAM-6', { statusId: '13', resolved: '2026-01-02T08:00:00.000Z' }),
  anIssue('TEAM-7', figures({ version: 2, userBusinessValue: 20, jobSize: 20, because: 'x' })),
  anIssue('TEAM-8', { fields: { [POINTS_FIELD]: 4 } }),
];

let app: InstalledApp;
let jira: JiraApi;
beforeEach(async () => {
  app = await anInstalledApp(aSite({ issues: structuredClone(ISSUES) }));
  jira = jiraInFrame(app, 'member');
});

const change = (over: Partial<FigureChange> = {}): FigureChange => ({
  issueId: STORY,
  component: 'userBusinessValue',
  expected: null,
  value: 13,
  ...over,
});

const save = (over: Partial<FigureChange> = {}, as: JiraApi = jira) =>
  saveFigure(as, change(over), aPatience());

const stored = async (): Promise<unknown> => {
  const { status, body } = await app.rest('member', 'GET', PATH);
  return status === 404 ? null : (body as { value: unknown }).value;
};

const refusal = async (saving: Promise<unknown>): Promise<Problem> =>
  saving.then(
    () => fail({ code: 'unexpected', message: 'It was saved.' }),
    (error: unknown) => problemOf(error)!,
  );

/** How many requests of the front end reached Jira by that name. */
const sent = (route: RegExp): number =>
  Object.entries(app.standIn.meter.read().jira.inFront.byRoute)
    .filter(([name]) => route.test(name))
    .reduce((sum, [, count]) => sum + count, 0);

const loses = (match: string): void =>
  app.standIn.faults.set([{ target: 'jira', match, share: 1, dropReply: true }]);

/** As `static/shared/jira.ts` tells of a request that was not answered. */
const unanswered = (api: JiraApi): JiraApi => ({
  route: api.route,
  requestJira: (path, init) =>
    api
      .requestJira(path, init)
      .catch(() => fail({ code: 'jira-unavailable', message: 'Jira could not be reached.' })),
});

describe('a figure that a person gives', () => {
  it('is stored with those given before, and goes when it is taken back', async () => {
    expect(await save()).toEqual({ userBusinessValue: 13 });
    expect(await save({ component: 'jobSize', value: 5 })).toEqual({ userBusinessValue: 13, jobSize: 5 });
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 13, jobSize: 5 });
    expect(await save({ expected: 13, value: null })).toEqual({ jobSize: 5 });
    expect(await save({ component: 'jobSize', expected: 5, value: null })).toEqual({});
    expect(await stored()).toBeNull();
  });

  it('takes the place of what nobody can read', async () => {
    await app.rest('member', 'PUT', PATH, ['rubbish']);
    expect(await readFigures(jira, STORY)).toEqual({});
    await save();
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 13 });
  });

  it('costs two requests', async () => {
    app.standIn.meter.reset();
    await save();
    expect(app.standIn.meter.read().jira.inFront.requests).toBe(2);
  });

  it('does not overwrite what somebody else gave meanwhile, and tells it', async () => {
    await save({ value: 8 }, jiraInFrame(app, 'admin'));
    expect(await refusal(save())).toMatchObject({ code: 'conflict', current: { userBusinessValue: 8 } });
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 8 });
    expect(await save({ expected: 8 })).toEqual({ userBusinessValue: 13 });
  });

  it('keeps what somebody else gave meanwhile for another component', async () => {
    await save({ component: 'riskReduction', value: 8 }, jiraInFrame(app, 'admin'));
    expect(await save()).toEqual({ userBusinessValue: 13, riskReduction: 8 });
  });

  it('is not written twice when somebody else chose the same', async () => {
    await save({}, jiraInFrame(app, 'admin'));
    app.standIn.meter.reset();
    expect(await save()).toEqual({ userBusinessValue: 13 });
    expect(sent(/^PUT/)).toBe(0);
  });

  it('is refused to who may only look, and to who may not even that, and changes nothing', async () => {
    expect(await refusal(save({}, jiraInFrame(app, 'viewer')))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(save({}, jiraInFrame(app, 'outsider')))).toMatchObject({ code: 'not-found' });
    expect(await stored()).toBeNull();
    await save();
    const taken = save({ expected: 13, value: null }, jiraInFrame(app, 'viewer'));
    expect((await refusal(taken)).code).toBe('not-found');
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 13 });
  });

  it('leaves alone what a newer version wrote', async () => {
    const newer = { issueId: '10007', expected: 20 } as const;
    expect(await refusal(save(newer))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('newer version'),
    });
  });
});

describe('a figure whose saving was not answered', () => {
  it('is saved when it is found, and written once', async () => {
    loses('PUT .*properties');
    expect(await save({}, unanswered(jira))).toEqual({ userBusinessValue: 13 });
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 13 });
    expect(sent(/^PUT/)).toBe(1);
  });

  it('is gone when it was taken back, and asked for once', async () => {
    await save();
    loses('DELETE .*properties');
    expect(await save({ expected: 13, value: null }, unanswered(jira))).toEqual({});
    expect(await stored()).toBeNull();
    expect(sent(/^DELETE/)).toBe(1);
  });

  it('is sent again when it is not there', async () => {
    // Evenly spread: of two tries the second fails.
    app.standIn.faults.set([{ target: 'jira', match: 'PUT .*properties', share: 0.5, status: 503 }]);
    await save({ value: 8 });
    expect(await save({ expected: 8 })).toEqual({ userBusinessValue: 13 });
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 13 });
  });

  it('is not known to be saved while Jira answers nothing', async () => {
    app.standIn.faults.set([{ target: 'jira', match: 'PUT .*properties', share: 1, status: 503 }]);
    expect(await refusal(save())).toMatchObject({ code: 'jira-unavailable', undecided: true });
    expect(await stored()).toBeNull();
  });

  it('is not sent again over what somebody else gave in between', async () => {
    const racing: JiraApi = {
      route: jira.route,
      requestJira: async (path, init) => {
        if (init.method !== 'PUT') return jira.requestJira(path, init);
        await app.rest('admin', 'PUT', PATH, { version: 1, userBusinessValue: 2 });
        return fail({ code: 'jira-unavailable', message: 'Jira could not be reached.' });
      },
    };
    expect(await refusal(save({}, racing))).toMatchObject({
      code: 'conflict',
      current: { userBusinessValue: 2 },
    });
    expect(await stored()).toEqual({ version: 1, userBusinessValue: 2 });
  });
});

describe('the work to rank', () => {
  const list = async (level: 'epics' | 'stories', most = 300, as = jira) =>
    readWork(
      as,
      { jql: workToRank(TEAM, level, [EPIC])!, fields: { points: [POINTS_FIELD], sprint: null } },
      most,
    );

  it('is what is open on the level, in the order of the backlog, with what can be read of its figures', async () => {
    const { issues, hasMore } = await list('stories');
    expect(hasMore).toBe(false);
    expect(issues.map(({ key, figures, isNewer, points }) => [key, figures, isNewer, points])).toEqual([
      ['TEAM-2', { userBusinessValue: 13, jobSize: 2 }, false, null],
      ['TEAM-3', {}, false, null],
      ['TEAM-1', {}, false, null],
      ['TEAM-7', { userBusinessValue: 20, jobSize: 20 }, true, null],
      ['TEAM-8', {}, false, 4],
    ]);
    expect((await list('epics')).issues.map(({ key, figures }) => [key, figures])).toEqual([['TEAM-4', {}]]);
  });

  it('tells of an issue its own tag', async () => {
    const tag = { version: 1, state: 'tagged', keyResults: [aKeyResultId()] };
    await app.rest('member', 'PUT', `/rest/api/3/issue/${STORY}/properties/${TAG_PROPERTY}`, tag);
    const { issues } = await list('stories');
    expect(issues.find(({ key }) => key === 'TEAM-1')?.ownTag).toEqual({
      state: 'tagged',
      keyResults: tag.keyResults,
    });
  });

  it('ends where it was told to, and says that there is more', async () => {
    const { issues, hasMore } = await list('stories', 2);
    expect([issues.map(({ key }) => key), hasMore]).toEqual([['TEAM-2', 'TEAM-3'], true]);
  });

  it('is nothing above stories where a site has no such types, and everything but sub-tasks on their level', async () => {
    expect(workToRank(TEAM, 'epics', [])).toBeNull();
    const { issues } = await readWork(
      jira,
      { jql: workToRank(TEAM, 'stories', [])!, fields: NO_CUSTOM_FIELDS },
      300,
    );
    expect(issues.map(({ key }) => key)).toContain('TEAM-4');
    expect(issues.map(({ key }) => key)).not.toContain('TEAM-5');
  });

  it('leaves out what was done since Jira indexed it', async () => {
    const open = (await list('stories')).issues.map(({ key }) => key);
    const path = '/rest/api/3/issue/TEAM-1/transitions';
    const { body } = await app.rest('member', 'GET', path);
    const done = (body as { transitions: { id: string; to: { id: string } }[] }).transitions.find(
      ({ to }) => to.id === '13',
    )!;
    await app.rest('member', 'POST', path, { transition: { id: done.id } });
    const left = (await list('stories')).issues.map(({ key }) => key);
    expect(left).toEqual(open.filter((key) => key !== 'TEAM-1'));
  });

  it('is refused to who may not browse the project', async () => {
    expect((await refusal(list('stories', 300, jiraInFrame(app, 'outsider')))).code).toBe('invalid');
  });

  it('costs one request for the ids and one for each hundred issues', async () => {
    const many = Array.from({ length: 250 }, (_, at) => anIssue(`TEAM-${at + 100}`));
    app = await anInstalledApp(aSite({ issues: many }));
    app.standIn.settings.change({ searchPageShare: 1 });
    expect((await list('stories', 300, jiraInFrame(app, 'member'))).issues).toHaveLength(250);
    expect(app.standIn.meter.read().jira.inFront.requests).toBe(4);
  });
});

describe('JQL', () => {
  const found = async (jql: string, account = 'member'): Promise<string[]> => {
    const { status, body } = await app.rest(account, 'POST', '/rest/api/3/search/jql', {
      jql,
      fields: ['key'],
    });
    expect([status, body]).toEqual([200, expect.anything()]);
    return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
  };

  it('finds issues by the figures that were given, once the index knows them', async () => {
    const over8 = 'okrWsjfBusinessValue > 8 ORDER BY key';
    expect(await found(over8)).toEqual(['TEAM-2', 'TEAM-7']);
    await save();
    expect(await found(over8)).not.toContain('TEAM-1');
    app.settle();
    expect(await found(over8)).toEqual(['TEAM-1', 'TEAM-2', 'TEAM-7']);
    expect(await found('issue.property["throughline-wsjf"].jobSize <= 2')).toEqual(['TEAM-2']);
    await save({ expected: 13, value: null });
    app.settle();
    expect(await found(over8)).not.toContain('TEAM-1');
  });

  it.each([
    ['okrWsjfTimeCriticality', 'timeCriticality'],
    ['okrWsjfRiskReduction', 'riskReduction'],
    ['okrWsjfJobSize', 'jobSize'],
  ] as const)('knows %s', async (alias, component) => {
    await save({ component, value: 5 });
    app.settle();
    expect(await found(`${alias} = 5`)).toEqual(['TEAM-1']);
    expect(await found(`${alias} is EMPTY AND project = TEAM`)).not.toContain('TEAM-1');
  });
});
