import { resolve } from 'node:path';
import { readManifest } from '../../local/forge/manifest';
import { startProcess } from '../../local/forge/process';
import type { Issue, Site } from '../../local/jira/model';
import type { StandInOptions } from '../../local/stand-in';
import { storedTag, TAG_PROPERTY, type Tag } from '../../src/domain/tag';
import type { KeyResultId } from '../../src/domain/ids';
import { aPermissionScheme, anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import {
  aSaveKeyResult,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from '../resolvers/given-okrs';

const OURS = keyResultOf(TEAM, 1);
const COMPANYS = keyResultOf(COMPANY);
const RESTRICTED = keyResultOf(SECRET);
const UNKNOWN = 'onothere01-zzzzz9' as KeyResultId;

const tagged = (...keyResults: KeyResultId[]): Tag => ({ state: 'tagged', keyResults });
const exempt: Tag = { state: 'exempt', reason: 'tech-debt', note: 'Nobody should read this note' };
const carrying = (key: string, tag: unknown, over: Partial<Issue> = {}): Issue =>
  anIssue(key, { properties: { [TAG_PROPERTY]: tag }, ...over });
const aTagged = (key: string, tag: Tag, over: Partial<Issue> = {}): Issue =>
  carrying(key, storedTag(tag), over);

const given = async (
  issues: readonly Issue[],
  over: Partial<Site> = {},
  options: Partial<StandInOptions> = {},
) => {
  const app = await anInstalledApp(theSite({ issues: [...issues], ...over }), '10000', options);
  await givenOkrs(app);
  app.standIn.meter.reset();
  return app;
};

/** As Jira calls it: for some issues, by their numbers. */
const columnOf = async (app: InstalledApp, ...keys: readonly string[]) => {
  const ids = keys.map((key) => Number(app.standIn.site.issues.find((issue) => issue.key === key)?.id));
  return asked(app, { issues: ids.map((id) => ({ id, value: null })) });
};

const asked = (app: InstalledApp, payload: unknown): Promise<unknown> =>
  app.standIn.app.callFunction('key-results-column-fn', payload, { moduleKey: 'key-results-column' });

/** A scheme by which everybody on the internet may browse. */
const PUBLIC = aPermissionScheme({ id: 'public' });
const publicScheme = {
  ...PUBLIC,
  permissions: {
    ...PUBLIC.permissions,
    BROWSE_PROJECTS: [...(PUBLIC.permissions['BROWSE_PROJECTS'] ?? []), { to: 'anyone' } as const],
  },
};
const madePublic = (key: string, site: Site = theSite()): Partial<Site> => ({
  permissionSchemes: [...site.permissionSchemes, publicScheme],
  projects: site.projects.map((project) =>
    project.key === key ? { ...project, permissionSchemeId: 'public' } : project,
  ),
});

describe('the column of key results', () => {
  test('tells the titles of what an issue serves, joined', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS, COMPANYS))]);
    expect(await columnOf(app, 'TEAM-1')).toEqual([`Key result ${OURS}; Key result ${COMPANYS}`]);
  });

  test('tells that an issue serves none, and why, but not the note', async () => {
    const app = await given([aTagged('TEAM-1', exempt)]);
    expect(await columnOf(app, 'TEAM-1')).toEqual(['No key result: technical debt']);
  });

  test('is empty where nobody has said anything, and where what is stored is no tag', async () => {
    const garbage = [
      7,
      null,
      'tagged',
      [],
      { state: 'tagged' },
      { state: 'tagged', keyResults: ['__proto__'] },
    ];
    const app = await given([
      anIssue('TEAM-1'),
      ...garbage.map((value, index) => carrying(`TEAM-${index + 2}`, value)),
    ]);
    const keys = app.standIn.site.issues.map(({ key }) => key);
    expect(await columnOf(app, ...keys)).toEqual(keys.map(() => null));
  });

  test('answers many issues at once in the order in which they were asked for, repeated ones too', async () => {
    const app = await given([
      aTagged('TEAM-1', tagged(OURS)),
      aTagged('TEAM-2', exempt),
      anIssue('TEAM-3'),
      aTagged('TEAM-4', tagged(COMPANYS)),
    ]);
    expect(await columnOf(app, 'TEAM-4', 'TEAM-3', 'TEAM-1', 'TEAM-2', 'TEAM-4')).toEqual([
      `Key result ${COMPANYS}`,
      null,
      `Key result ${OURS}`,
      'No key result: technical debt',
      `Key result ${COMPANYS}`,
    ]);
  });

  test('tells what an issue inherits, and the issue’s own where it has both', async () => {
    const epic = { typeId: '1' };
    const app = await given([
      aTagged('TEAM-1', tagged(OURS), epic),
      anIssue('TEAM-2', { parentId: '10001' }),
      aTagged('TEAM-3', exempt, { parentId: '10001' }),
      anIssue('TEAM-4', { typeId: '3', parentId: '10002' }),
    ]);
    expect(await columnOf(app, 'TEAM-2', 'TEAM-3', 'TEAM-4')).toEqual([
      `Key result ${OURS}`,
      'No key result: technical debt',
      `Key result ${OURS}`,
    ]);
  });

  test('tells a title as it is now', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    const renamed = aSaveKeyResult(OURS, { expectedRevision: 0, title: 'Halve the wait' });
    await app.get('admin', 'saveKeyResult', renamed);
    expect(await columnOf(app, 'TEAM-1')).toEqual(['Halve the wait']);
  });
});

describe('who may read a title, when nobody knows who looks', () => {
  test('an open team’s is told on issues of other projects too', async () => {
    const app = await given([aTagged('SECRET-1', tagged(OURS))]);
    expect(await columnOf(app, 'SECRET-1')).toEqual([`Key result ${OURS}`]);
  });

  test('a restricted team’s is told on issues of its own project', async () => {
    const app = await given([aTagged('SECRET-1', tagged(RESTRICTED))]);
    expect(await columnOf(app, 'SECRET-1')).toEqual([`Key result ${RESTRICTED}`]);
  });

  test('a restricted team’s, forged onto an issue of another project, reads like one that does not exist', async () => {
    const app = await given([aTagged('TEAM-1', tagged(RESTRICTED, UNKNOWN))]);
    expect(await columnOf(app, 'TEAM-1')).toEqual(['KR-KR0001; KR-ZZZZZ9']);
  });

  test('a restricted team’s that an issue inherits from that project is not told', async () => {
    const app = await given([
      aTagged('SECRET-1', tagged(RESTRICTED, COMPANYS), { typeId: '1' }),
      anIssue('TEAM-1', { parentId: '20001' }),
    ]);
    const answer = await columnOf(app, 'TEAM-1');
    expect(answer).toEqual([`KR-KR0001; Key result ${COMPANYS}`]);
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });

  test('no title is told in a project that the whole internet may browse, not even the company’s', async () => {
    const app = await given(
      [aTagged('TEAM-1', tagged(OURS, COMPANYS)), aTagged('SECRET-1', tagged(COMPANYS))],
      madePublic('TEAM'),
    );
    expect(await columnOf(app, 'TEAM-1', 'SECRET-1')).toEqual([
      'KR-KR0001; KR-KR0001',
      `Key result ${COMPANYS}`,
    ]);
  });

  test('a restricted team’s is not told in its own project where the whole internet may browse that', async () => {
    const app = await given([aTagged('SECRET-1', tagged(RESTRICTED))], madePublic('SECRET'));
    expect(await columnOf(app, 'SECRET-1')).toEqual(['KR-KR0001']);
  });

  test('a project counts as public where a title is inherited into it, too', async () => {
    const app = await given(
      [aTagged('SECRET-1', tagged(COMPANYS), { typeId: '1' }), anIssue('TEAM-1', { parentId: '20001' })],
      madePublic('TEAM'),
    );
    expect(await columnOf(app, 'TEAM-1')).toEqual(['KR-KR0001']);
  });

  test('an unknown key result of a known objective goes by its code', async () => {
    const app = await given([aTagged('TEAM-1', tagged(`${TEAM}-nobody` as KeyResultId))]);
    expect(await columnOf(app, 'TEAM-1')).toEqual(['KR-NOBODY']);
  });

  test.each([
    ['Jira does not say what the anonymous may browse', { target: 'jira', match: 'permissions/check' }],
    ['the OKRs cannot be read', { target: 'storage', match: 'batch/get objective$' }],
    ['it cannot be read which teams keep theirs', { target: 'storage', match: 'batch/get objective-list' }],
  ] as const)('nothing is told but codes where %s', async (_name, fault) => {
    const app = await given([aTagged('TEAM-1', tagged(OURS)), aTagged('TEAM-2', exempt)]);
    app.standIn.faults.set([{ ...fault, share: 1, status: 503 }]);
    expect(await columnOf(app, 'TEAM-1', 'TEAM-2')).toEqual(['KR-KR0001', 'No key result: technical debt']);
  });

  test('one warm process keeps nothing of one site for another', async () => {
    const root = resolve(__dirname, '../..');
    const process = await startProcess(root, readManifest(root));
    const issues = [aTagged('TEAM-1', tagged(COMPANYS))];
    const open = await given(issues, madePublic('TEAM'), { process });
    const closed = await given(issues, { name: 'Closed site' }, { process });
    for (let time = 0; time < 2; time += 1) {
      expect(await columnOf(closed, 'TEAM-1')).toEqual([`Key result ${COMPANYS}`]);
      expect(await columnOf(open, 'TEAM-1')).toEqual(['KR-KR0001']);
    }
  });
});

describe('a batch that is not as it should be', () => {
  test('one bad issue costs the others nothing', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))]);
    const bad = [
      null,
      {},
      'TEAM-1',
      { id: -1 },
      { id: 1.5 },
      { id: '1 OR 1' },
      { id: 999_999_999 },
      { id: {} },
    ];
    const issues = [...bad, { id: 10_001 }, { id: '10001', value: 'what it was' }];
    const title = `Key result ${OURS}`;
    expect(await asked(app, { issues })).toEqual([...bad.map(() => null), title, title]);
  });

  test.each([null, 7, 'issues', {}, { issues: null }, { issues: {} }, { issues: [] }])(
    'what names no issues is answered with none: %j',
    async (payload) => {
      const app = await given([]);
      expect(await asked(app, payload)).toEqual([]);
      expect(app.standIn.meter.read().jira.behindResolvers.requests).toBe(0);
    },
  );

  test('an issue that the app may not see has no value', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS), { securityLevelId: 'kept' })], {
      securitySchemes: [
        {
          id: 'levels',
          name: 'Levels',
          levels: [{ id: 'kept', name: 'Kept', description: '', members: [] }],
        },
      ],
      projects: theSite().projects.map((project) => ({ ...project, securitySchemeId: 'levels' })),
    });
    expect(await columnOf(app, 'TEAM-1')).toEqual([null]);
  });

  test('nothing is answered where the issues cannot be read, so that Jira keeps what it has', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS))], {}, { log: () => undefined });
    app.standIn.faults.set([{ target: 'jira', match: 'bulkfetch', share: 1, status: 503 }]);
    await expect(columnOf(app, 'TEAM-1')).rejects.toThrow('Jira could not answer for the issues');
  });
});

describe('what the column costs', () => {
  const epics = Array.from({ length: 5 }, (_, index) =>
    aTagged(`TEAM-${900 + index}`, tagged(COMPANYS), { typeId: '1' }),
  );
  const stories = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      index % 2 === 0
        ? aTagged(`TEAM-${index + 1}`, tagged(OURS))
        : anIssue(`TEAM-${index + 1}`, { parentId: String(10_900 + (index % 5)) }),
    );

  test('50 issues with their ancestors are two questions for issues and one about the anonymous', async () => {
    const app = await given([...epics, ...stories(50)]);
    const keys = stories(50).map(({ key }) => key);
    expect(await columnOf(app, ...keys)).not.toContain(null);
    const { jira, storage } = app.standIn.meter.read();
    const { points, byRoute } = jira.behindResolvers;
    expect(byRoute).toEqual({
      'POST /rest/api/3/issue/bulkfetch': 2,
      'POST /rest/api/3/permissions/check': 1,
    });
    expect(points).toBe(51 + 6 + 3);
    expect(storage.operations).toBe(2);
  });

  test('250 issues take no more questions than their hundreds', async () => {
    const app = await given([...epics, ...stories(250)]);
    await columnOf(app, ...stories(250).map(({ key }) => key));
    expect(app.standIn.meter.read().jira.behindResolvers.requests).toBe(3 + 1 + 1);
    expect(app.standIn.meter.read().storage.operations).toBe(2);
  });

  test('one that somebody opens costs five points, and two where nobody has said anything', async () => {
    const app = await given([aTagged('TEAM-1', tagged(OURS)), anIssue('TEAM-2')]);
    const pointsOf = async (key: string): Promise<number> => {
      app.standIn.meter.reset();
      await columnOf(app, key);
      return app.standIn.meter.read().jira.behindResolvers.points;
    };
    expect(await pointsOf('TEAM-1')).toBe(5);
    expect(await pointsOf('TEAM-2')).toBe(2);
  });

  test('issues of which nobody has said anything cost nothing but their own reading', async () => {
    const app = await given([anIssue('TEAM-1'), anIssue('TEAM-2'), aTagged('TEAM-3', exempt)]);
    await columnOf(app, 'TEAM-1', 'TEAM-2', 'TEAM-3');
    const { jira, storage } = app.standIn.meter.read();
    expect(jira.behindResolvers.points).toBe(4);
    expect(storage.operations).toBe(0);
  });
});
