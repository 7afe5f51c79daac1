import type { Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { untilIndexed, type TestSite } from '../site';
import { aKeyResult, aStory, breaks, search, store, stored, type Found } from './issues';
import { FRAME, open, pickFirst } from './steps';

/** An untagged epic with the words that its panel is to have, reckoned from each child and its property. */
const anEpic = async (site: TestSite): Promise<{ readonly epic: Found; readonly covers: string }> => {
  const [epic, children] = await anOpenEpic(site);
  const { id } = await aKeyResult(site);
  await store(site, children[0]!, { version: 1, state: 'tagged', keyResults: [id] });
  await untilIndexed(site);
  const tags = await Promise.all(children.map((child) => stored(site, child)));
  const own = tags.filter((tag) => tag !== null).length;
  expect(children.length).toBeGreaterThan(own);
  return {
    epic,
    covers: `${children.length} open issues, ${own} ${own === 1 ? 'has a tag of its own' : 'have tags of their own'}`,
  };
};

/** An untagged epic with at least three open children. */
const anOpenEpic = async (site: TestSite): Promise<readonly [Found, readonly Found[]]> => {
  for (const epic of await search(site, 'project = BOOK AND issuetype = Epic AND okrState is EMPTY')) {
    const children = await search(site, `parent = ${epic.key} AND statusCategory != Done`);
    if (children.length > 2) return [epic, children];
  }
  throw new Error('The demo has no untagged epic with three open children.');
};

/** The searches of the panel: the local issue view asks for fields, it for ids alone. */
const watchSearches = (page: Page): (() => number) => {
  let searches = 0;
  page.on('request', (request) => {
    const sent = request.postData() ?? '';
    if (sent.includes('fetchProduct') && sent.includes('/search/jql')) searches += 1;
  });
  return () => searches;
};

for (const theme of ['light', 'dark'] as const) {
  test(`an epic says what its tag covers before, while and after one is chosen, in the ${theme} theme`, async ({
    page,
    site,
  }) => {
    const { epic, covers } = await anEpic(site);
    const searches = watchSearches(page);
    const panel = await open(page, epic, { theme });
    await expect(panel.getByText(`A tag here covers ${covers}.`)).toBeVisible();
    expect(searches()).toBe(2);
    await checkAccessibility(page, { include: [FRAME] });

    await panel.getByRole('button', { name: 'Add key result' }).press('Enter');
    await expect(panel.getByRole('option').first()).toBeVisible();
    await expect(panel.getByText(`A tag here covers ${covers}.`)).toBeVisible();
    await checkAccessibility(page, { include: [FRAME] });
    await panel.getByRole('combobox').press('Enter');

    await expect(panel.getByText(`Covers ${covers}.`, { exact: true })).toBeVisible();
    await expect(page.getByText(`Covers ${covers}`)).toBeVisible();
    await expect(panel.getByRole('status')).toHaveText('Key result added');
    await checkAccessibility(page, { include: [FRAME] });
    expect(searches()).toBe(2);

    await panel.getByRole('button', { name: /^Remove / }).press('Enter');
    await expect(panel.getByText(`A tag here covers ${covers}.`)).toBeVisible();
    // The panel shows it before Jira has it.
    await expect.poll(() => stored(site, epic)).toBeNull();
  });
}

test('a story says nothing of that and asks Jira nothing', async ({ page, site }) => {
  const searches = watchSearches(page);
  const panel = await open(page, await aStory(site));
  await expect(panel.getByText('No key result yet.')).toBeVisible();
  await pickFirst(panel);
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByText(/covers/i)).toHaveCount(0);
  expect(searches()).toBe(0);
});

test('an exemption of an epic says what it covers too, also to who may only look', async ({ page, site }) => {
  const { epic, covers } = await anEpic(site);
  const silent = await open(page, epic, { as: 'viewer' });
  await expect(silent.getByText('No key result yet.')).toBeVisible();
  await expect(silent.getByText(/covers/i)).toHaveCount(0);
  const panel = await open(page, epic);
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await panel.getByRole('radio', { name: 'Operations' }).check();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText(`Covers ${covers}.`, { exact: true })).toBeVisible();
  const looking = await open(page, epic, { as: 'viewer' });
  await expect(looking.getByText(`Covers ${covers}.`, { exact: true })).toBeVisible();
});

test('an epic whose stories cannot be counted says so, can be tagged, and is counted again', async ({
  page,
  site,
}) => {
  const { epic, covers } = await anEpic(site);
  await breaks(site, [{ target: 'jira', match: 'POST .*search/jql', share: 1, status: 503 }]);
  const panel = await open(page, epic);
  await expect(panel.getByText('What this covers could not be counted.')).toBeVisible();
  await checkAccessibility(page, { include: [FRAME] });
  await pickFirst(panel);
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Count again' }).click();
  await expect(panel.getByText(`Covers ${covers}.`, { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeFocused();
});

test('nothing moves when it is known what an epic covers', async ({ page, site }) => {
  const { epic, covers } = await anEpic(site);
  const panel = await open(page, epic);
  await expect(panel.getByText(`A tag here covers ${covers}.`)).toBeVisible();
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
