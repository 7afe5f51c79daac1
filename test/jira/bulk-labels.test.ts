import type { BulkPlan } from '../../src/domain/bulk-plan';
import { undoOf } from '../../src/domain/bulk-plan';
import { planLabels, type LabelDecision } from '../../src/domain/bulk-labels';
import { labelKind, MAY_NOT_CHANGE_IN_BULK } from '../../src/jira/bulk-labels';
import { readPresent } from '../../src/jira/bulk-run';
import type { JiraApi } from '../../src/jira/jira-api';
import { readBulkRights } from '../../src/jira/permissions';
import { aSite, anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aBulkFrame, tally } from './bulk-frame';

const kind = labelKind;

const planned = async (
  jira: JiraApi,
  keys: readonly number[],
  decision: LabelDecision | null,
): Promise<BulkPlan> => {
  const ids = keys.map((number) => String(10_000 + number));
  const issues = ids.map((issueId, at) => ({ issueId, issueKey: `TEAM-${keys[at]}` }));
  return planLabels(issues, await readPresent(labelKind(jira), ids), decision);
};

const labels = ({ standIn }: InstalledApp): Record<string, readonly string[]> =>
  Object.fromEntries(standIn.site.issues.map((issue) => [issue.key, issue.labels]));

const issues = () => [
  anIssue('TEAM-1', { labels: ['ui'] }),
  anIssue('TEAM-2', { labels: ['throughline-defer', 'ui'] }),
  anIssue('TEAM-3', { labels: ['throughline-cut'] }),
  anIssue('TEAM-4'),
];

describe('cutting and deferring many issues', () => {
  it('adds the label, takes the other one away, leaves all else alone, and can be taken back', async () => {
    const app = await anInstalledApp(aSite({ issues: issues() }));
    app.standIn.settings.change({ bulkTaskMs: 1_000 });
    const { jira, run } = aBulkFrame(app, 'member');
    const { plan } = await run(await planned(jira, [1, 2, 3, 99], 'cut'), { kind });
    expect(tally(plan)).toEqual({ done: 2, already: 1, 'not-found': 1 });
    expect(labels(app)).toEqual({
      'TEAM-1': ['ui', 'throughline-cut'],
      'TEAM-2': ['ui', 'throughline-cut'],
      'TEAM-3': ['throughline-cut'],
      'TEAM-4': [],
    });
    expect(tally((await run(undoOf(plan), { kind })).plan)).toEqual({ done: 2 });
    expect(labels(app)).toMatchObject({ 'TEAM-1': ['ui'], 'TEAM-3': ['throughline-cut'] });
    expect([...(labels(app)['TEAM-2'] ?? [])].sort()).toEqual(['throughline-defer', 'ui']);
  });

  it('finds out by the issues what a lost answer did, and edits nothing twice', async () => {
    const app = await anInstalledApp(aSite({ issues: issues() }));
    const { jira, run } = aBulkFrame(app, 'member');
    const plan = await planned(jira, [1, 4], 'defer');
    app.standIn.faults.set([{ target: 'jira', match: 'bulk/issues', share: 1, dropReply: true }]);
    app.standIn.meter.reset();
    expect(tally((await run(plan, { kind })).plan)).toEqual({ done: 2 });
    const { byRoute } = app.standIn.meter.read().jira.inFront;
    expect(byRoute['POST /rest/api/3/bulk/issues/fields']).toBe(1);
    expect(labels(app)).toMatchObject({
      'TEAM-1': ['ui', 'throughline-defer'],
      'TEAM-4': ['throughline-defer'],
    });
  });

  it('lists the issues that Jira did not let through, with its reason', async () => {
    const app = await anInstalledApp(aSite({ issues: issues() }));
    const { jira, run } = aBulkFrame(app, 'viewer');
    const { plan, stoppedBy } = await run(await planned(jira, [1], 'cut'), { kind });
    expect(stoppedBy).toBeNull();
    expect(plan.map(({ state }) => state)).toEqual([
      { name: 'failed', reason: expect.stringContaining('permission') },
    ]);
    expect(labels(app)['TEAM-1']).toEqual(['ui']);
  });

  it('says what to do where somebody may not change issues in bulk, and changes nothing', async () => {
    const site = aSite({ issues: issues() });
    const app = await anInstalledApp({
      ...site,
      globalPermissions: { ...site.globalPermissions, BULK_CHANGE: [] },
    });
    const { jira, run } = aBulkFrame(app, 'member');
    expect((await readBulkRights(jira, ['10001'])).mayChangeInBulk).toBe(false);
    const { plan, stoppedBy } = await run(await planned(jira, [1, 4], 'cut'), { kind });
    expect(stoppedBy).toEqual(MAY_NOT_CHANGE_IN_BULK);
    expect(tally(plan)).toEqual({ waiting: 2 });
    expect(labels(app)['TEAM-4']).toEqual([]);
  });
});
