import { expect, test } from '../fixtures';
import { aKeyResult, anEpicWithStory, aStory, store } from './issues';
import { countScripts, open } from './steps';

test('opening costs one call, no write, and little else', async ({ page, site }) => {
  const [epic, story] = await anEpicWithStory(site);
  const keyResult = await aKeyResult(site);
  await store(site, epic, { version: 1, state: 'tagged', keyResults: [keyResult.id] });
  await site.resetMeter();
  const scripts = countScripts(page);
  const panel = await open(page, story);
  await expect(panel.getByText(`Inherited from ${epic.key}`)).toBeVisible();
  await expect(panel.getByRole('listitem').filter({ hasText: keyResult.title })).toBeVisible();
  // Names come last.
  await expect(panel.getByTitle('Owner')).toHaveText(/^Owner: \w/);

  const { invocations, storage, jira } = await site.meter();
  // What the call reads is held by the tests of its resolver: an issue that is opened and was just tagged makes Jira ask
  // the app for its column, and tell it, besides.
  expect(
    Object.entries(invocations.byFunction).filter(([name]) => name.startsWith('issue-panel-fn/')),
  ).toEqual([['issue-panel-fn/loadIssuePanel', expect.objectContaining({ count: 1, failures: 0 })]]);
  expect(storage.writes.operations).toBe(0);
  expect(Object.keys(jira.inFront.byRoute).filter((route) => OF_THE_PANEL.test(route))).toHaveLength(2);
  expect(await scripts()).toBeLessThan(115 * 1024);
});

test('nothing moves once it is shown', async ({ page, site }) => {
  const story = await aStory(site);
  await store(site, story, { version: 1, state: 'tagged', keyResults: [(await aKeyResult(site)).id] });
  const panel = await open(page, story);
  await expect(panel.getByTitle('Owner')).toHaveText(/^Owner: \w/);
  const shift = await panel.locator('body').evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBeLessThan(0.02);
});

/** What the panel asks Jira for; the local issue view asks for more. */
const OF_THE_PANEL = /bulkfetch|user\/bulk/;
