import { resolve } from 'node:path';
import { callBridge } from '../../../local/bridge';
import { readManifest } from '../../../local/forge/manifest';
import { startProcess, type Process } from '../../../local/forge/process';
import { createStandIn, type StandIn } from '../../../local/stand-in';
import { aProject, aSite, anIssue } from '../../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../../builders/an-installed-app';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  aSaveObjective,
  COMPANY,
  CYCLE,
  keyResultOf,
  TEAM,
} from '../../resolvers/given-okrs';
import { watcher } from '../../contract/fail-on-mismatch';
import { BACKGROUND_ROOT } from './background-stand-in';

const WORDS = ['North', 'South'] as const;
type Word = (typeof WORDS)[number];

const other = (word: Word): Word => (word === 'North' ? 'South' : 'North');

/** Both sites have the same accounts, projects and issues, by their ids; only the words in them tell them apart. */
const siteOf = (word: Word) =>
  aSite({
    name: `${word} site`,
    issues: [anIssue('TEAM-1', { summary: `${word} story` }), anIssue('TEAM-2')],
    // In the south the member of the north is nobody.
    projects: [
      aProject('10000', 'TEAM', ['account-admin', ...(word === 'North' ? ['account-member'] : [])], []),
    ],
  });

type Ask = {
  readonly account: string;
  readonly module: string;
  readonly name: string;
  readonly payload: object;
};
type Site = { readonly word: Word; readonly standIn: StandIn };

/**
 * Asks both sites the same, at the same time and then in turn, since what is kept shows only in turn. Answers the calls
 * that told one of the other.
 */
const leaksOf = async (sites: readonly Site[], asks: readonly Ask[]): Promise<readonly string[]> => {
  const leaks: string[] = [];
  const askOne = async ({ word, standIn }: Site, { account, module, name, payload }: Ask) => {
    const answer = await callBridge(standIn, {
      account,
      module,
      context: { project: { id: '10000' } },
      command: 'invoke',
      data: { functionKey: name, payload },
    });
    const text = JSON.stringify(answer);
    if (text.includes(other(word))) leaks.push(name);
    if (!text.includes(word)) leaks.push(`${name} said nothing of ${word}`);
  };
  for (const one of asks) {
    await Promise.all([...sites, ...sites].map((site) => askOne(site, one)));
    for (const site of [...sites, ...sites]) await askOne(site, one);
  }
  return leaks;
};

describe('the app, in one process for two sites', () => {
  let process: Process;
  let apps: readonly (InstalledApp & Site)[];

  beforeAll(async () => {
    const root = resolve(__dirname, '../../..');
    process = await startProcess(root, readManifest(root));
    apps = await Promise.all(
      WORDS.map(async (word) => ({ word, ...(await anInstalledApp(siteOf(word), '10000', { process })) })),
    );
    await Promise.all(
      apps.map(async (app) => {
        const keyResult = keyResultOf(TEAM);
        await givenCycleOf(app);
        const titled = (what: string) => ({ title: `${app.word} ${what}` });
        await app.get(
          'keeper',
          'saveObjective',
          aSaveObjective(COMPANY, { scope: { type: 'company' }, ...titled('purpose') }),
        );
        await app.get('admin', 'saveObjective', aSaveObjective(TEAM, titled('objective')));
        await app.get('admin', 'saveKeyResult', aSaveKeyResult(keyResult, titled('key result')));
        await app.get('admin', 'checkIn', aSaveCheckIn(keyResult, { note: `${app.word} is well` }));
        await app.get('admin', 'saveTag', {
          issueId: '10001',
          expected: null,
          tag: { state: 'tagged', keyResults: [keyResult] },
        } as never);
        app.settle();
      }),
    );
  });

  const givenCycleOf = async (app: InstalledApp & Site) => {
    app.standIn.clock.moveTo(new Date('2026-02-16T09:00:00.000Z'));
    const { revision } = await app.get('keeper', 'saveCycle', {
      id: CYCLE,
      expectedRevision: null,
      name: `${app.word} quarter`,
      startDate: '2026-01-01',
      endDate: '2026-03-31',
    } as never);
    await app.get('keeper', 'changeCycleState', { id: CYCLE, expectedRevision: revision, state: 'active' });
  };

  const keyResultIds = [keyResultOf(TEAM)];
  const READS: readonly Ask[] = [
    {
      module: 'project-page-module',
      name: 'loadProjectPage',
      payload: { projectId: '10000', cycleId: null },
    },
    { module: 'project-page-module', name: 'loadHistory', payload: { keyResultId: keyResultOf(TEAM) } },
    { module: 'issue-context', name: 'loadIssuePanel', payload: { issueId: '10001' } },
    { module: 'issue-context', name: 'loadObjectives', payload: { keyResultIds } },
    {
      module: 'sprint-action',
      name: 'loadSprintReview',
      payload: { projectId: '10000', boardId: 1, place: { kind: 'sprint', sprintId: 2 } },
    },
    { module: 'sprint-action', name: 'loadReviewedKeyResults', payload: { keyResultIds } },
    {
      module: 'admin-page-module',
      name: 'exportRecords',
      payload: { entity: 'objective', after: null },
    },
    {
      module: 'admin-page-module',
      name: 'exportRecords',
      payload: { entity: 'check-in', after: null },
    },
  ].map((one) => ({ account: 'admin', ...one }));

  test('answers each site with its own, whatever the other asks meanwhile', async () => {
    expect(await leaksOf(apps, READS)).toEqual([]);
  });

  test('still does after one of them has changed what both have', async () => {
    const [north, south] = apps;
    const page = { projectId: '10000', cycleId: null } as never;
    const before = await south!.get('admin', 'loadProjectPage', page);
    const { revision } = (await north!.get('admin', 'loadObjectives', { keyResultIds } as never))
      .objectives[0]!;
    await north!.get(
      'admin',
      'saveObjective',
      aSaveObjective(TEAM, { expectedRevision: revision, title: 'North again' }) as never,
    );
    expect(await south!.get('admin', 'loadProjectPage', page)).toEqual(before);
    expect(await leaksOf(apps, READS)).toEqual([]);
  });

  test('lets nobody do in one site what they may in the other', async () => {
    const payload = { issueId: '10002', expected: null, tag: null } as const;
    const [north, south] = apps;
    const [inNorth, inSouth, again] = await Promise.all([
      north!.call('member', 'saveTag', payload),
      south!.call('member', 'saveTag', payload),
      north!.call('member', 'saveTag', payload),
    ]);
    expect([inNorth.ok, inSouth.ok, again.ok]).toEqual([true, false, true]);
  });

  test('counts for each site what was done for it', async () => {
    const [north, south] = apps;
    north!.standIn.meter.reset();
    south!.standIn.meter.reset();
    await north!.get('admin', 'loadIssuePanel', { issueId: '10001' } as never);
    expect(north!.standIn.meter.read().invocations.total).toBe(1);
    expect(south!.standIn.meter.read()).toMatchObject({
      invocations: { total: 0 },
      storage: { operations: 0 },
      jira: { behindResolvers: { requests: 0 } },
    });
  });
});

describe('an app that keeps things at the level of its modules', () => {
  const twoSites = async (isShared: boolean): Promise<readonly Site[]> => {
    const start = () => startProcess(BACKGROUND_ROOT, readManifest(BACKGROUND_ROOT));
    const shared = await start();
    return Promise.all(
      WORDS.map(async (word) => ({
        word,
        standIn: await createStandIn({
          root: BACKGROUND_ROOT,
          site: siteOf(word),
          siteUrl: 'http://127.0.0.1:1',
          onExchange: watcher.onExchange,
          process: isShared ? shared : await start(),
        }),
      })),
    );
  };
  const ask = (name: string): Ask => ({ account: 'admin', module: 'background-page', name, payload: {} });

  test('is caught telling one site of the other', async () => {
    const sites = await twoSites(true);
    expect(await leaksOf(sites, [ask('summary')])).toEqual([]);
    expect(await leaksOf(sites, [ask('keptSummary')])).toContain('keptSummary');
  });

  test('is not caught while each site has a process of its own', async () => {
    expect(await leaksOf(await twoSites(false), [ask('keptSummary')])).toEqual([]);
  });
});
