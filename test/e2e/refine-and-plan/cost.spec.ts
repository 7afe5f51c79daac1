import { expect, test as base } from '../fixtures';
import { button } from '../refinement/bulk-steps';
import { manyUntagged } from '../refinement/many-untagged';
import { startSite, type TestSite } from '../site';

const HOW_MANY = 200;

const test = base.extend({
  site: async ({ siteFolder: _ }, use) => {
    const site = await startSite(() => ({ site: manyUntagged(HOW_MANY), script: [] }));
    await givenKeyResult(site);
    await use(site);
    await site.close();
  },
});

const KEY_RESULT = 'Orders without a call to support';

const givenKeyResult = async (site: TestSite): Promise<void> => {
  const ask = async (functionKey: string, payload: object): Promise<{ readonly revision: number }> => {
    const { body } = await site.local<{ ok: boolean; value: { revision: number } }>('POST', '/local/bridge', {
      account: 'admin',
      module: 'project-page-module',
      context: {},
      command: 'invoke',
      data: { functionKey, payload },
    });
    expect(body.ok, JSON.stringify(body)).toBe(true);
    return body.value;
  };
  const year = new Date().getUTCFullYear();
  const [id, objectiveId] = ['cquarter01', 'ocompany01'];
  const dates = { startDate: `${year}-01-01`, endDate: `${year}-12-31` };
  const { revision } = await ask('saveCycle', { id, expectedRevision: null, name: 'This year', ...dates });
  await ask('changeCycleState', { id, expectedRevision: revision, state: 'active' });
  const common = { expectedRevision: null, owner: null };
  const objective = { cycleId: id, scope: { type: 'company' }, title: 'Calm orders', description: '' };
  await ask('saveObjective', { ...common, id: objectiveId, ...objective });
  const metric = { baseline: 0, target: 100, unit: '%' };
  await ask('saveKeyResult', {
    ...common,
    id: `${objectiveId}-kr0001`,
    title: KEY_RESULT,
    metric,
    weight: 1,
  });
  // What the app does of itself by the clock, for that and once a day, is not what this is about.
  const waitFor = async (...names: readonly string[]): Promise<void> => {
    await site.local('POST', '/local/clock', { advanceMs: 10 * 60_000 });
    await expect
      .poll(async () => Object.keys((await site.meter()).invocations.byFunction))
      .toEqual(expect.arrayContaining([...names]));
  };
  await waitFor(
    'jql-refresh-fn/jql-refresh',
    'reconcile-sprints-fn/reconcile-sprints',
    'report-personal-fn/report-personal-data',
  );
  await waitFor('sprint-ledger-fn/sprint-ledger');
};

test('200 issues are tagged in a handful of calls, and it shows how far that is while Jira is at it', async ({
  page,
  site,
}) => {
  await page.goto('/projects/TEAM/okrs/refinement?as=admin&theme=light');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  // Read after the list, and not what this is about.
  await expect(
    frame.getByRole('heading', { name: 'Open work for key results that nobody works on now' }),
  ).toBeVisible();
  await frame.getByRole('checkbox', { name: 'Select all', exact: true }).click();
  await expect(frame.getByRole('region', { name: 'Selected issues' })).toContainText('200 selected');
  await site.local('POST', '/local/settings', { bulkTaskMs: 5 * 60_000 });
  await site.resetMeter();
  await button(frame, 'Tag with key result…').click();
  await frame.getByRole('combobox', { name: 'Key results' }).press('Enter');
  await button(frame, 'Tag 200 issues').click();

  // Jira will not be through by itself, so that what is seen now is seen while it is at it.
  const progress = frame.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await expect(progress).toHaveAccessibleName('Tagging: 0 of 200');
  await expect(button(frame, 'Stop')).toBeVisible();
  await site.local('POST', '/local/clock', { advanceMs: 5 * 60_000 });
  await expect(button(frame, /^Undo: 200 issues tagged with/)).toBeVisible();
  await expect(progress).toBeHidden();

  // What was written is told to the app and to the column behind the person’s back; it counts as well.
  const told = async (name: string) => (await site.meter()).invocations.byFunction[name]?.count ?? 0;
  await expect.poll(() => told('project-page-fn/refreshColumn')).toBe(1);
  await expect.poll(() => told('jql-issue-changed-fn/jql-issue-changed')).toBe(HOW_MANY);
  await site.local('POST', '/local/clock', { advanceMs: 3 * 60_000 });
  await expect.poll(() => told('jql-refresh-fn/jql-refresh')).toBeGreaterThan(0);
  await expect
    .poll(async () => (await site.meter()).jira.behindResolvers.byRoute)
    .toMatchObject({
      'GET /rest/api/3/jql/function/computation': 1,
      'POST /rest/api/3/app/field/value': 1,
    });
  const { invocations, jira, storage } = await site.meter();
  expect(jira.inFront.byRoute).toEqual({
    // Who may edit what, and what the issues hold: before, at the beginning and at the end.
    'POST /rest/api/3/permissions/check': 1,
    'POST /rest/api/3/issue/bulkfetch': expect.any(Number),
    'PUT /rest/api/3/issue/properties/throughline-tag': 1,
    'GET /rest/api/3/task/*': expect.any(Number),
    // What an epic above would cover.
    'POST /rest/api/3/search/jql': expect.any(Number),
  });
  const answeredByApp = Object.entries(invocations.byFunction)
    .filter(([name]) => name.startsWith('project-page-fn/'))
    .reduce((sum, [, { count }]) => sum + count, 0);
  expect(answeredByApp).toBe(1);
  const calls = answeredByApp + jira.inFront.requests + jira.behindResolvers.requests;
  expect(calls, JSON.stringify(jira)).toBeLessThanOrEqual(25);
  // That a refresh of the JQL results was begun is kept once for all of them.
  expect(storage.writes.operations).toBe(1);
});
