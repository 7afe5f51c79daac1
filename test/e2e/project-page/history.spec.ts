import type { FrameLocator, Locator, Page } from '@playwright/test';
import { inBrowserThatKeeps } from '../browser-that-keeps';
import { checkAccessibility, expect, test } from '../fixtures';
import type { TestSite } from '../site';

const KEY_RESULT = 'Median time from search to paid ticket';
const OLD_KEY_RESULT = 'Time until the checkout can be used';
const OTHER_OLD_KEY_RESULT = 'Family trips booked in one transaction';

const openPage = async (page: Page, theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`/projects/BOOK/okrs?as=jonas&theme=${theme}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('combobox', { name: 'Cycle' })).toBeVisible();
  return frame;
};

const openHistory = async (frame: FrameLocator, of: string): Promise<Locator> => {
  await frame.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
  await frame.getByRole('button', { name: 'History', exact: true }).click();
  const history = frame.getByRole('region', { name: `History of ${of}` });
  await expect(history.getByRole('img', { name: /value over time/ })).toBeVisible();
  return history;
};

/** The cycle that is over: nothing was frozen of most of its sprints. */
const openOldHistory = async (frame: FrameLocator, of = OLD_KEY_RESULT): Promise<Locator> => {
  const cycle = frame.getByRole('combobox', { name: 'Cycle' });
  const closed = await cycle.locator('option').last().getAttribute('value');
  if ((await cycle.inputValue()) !== closed) await cycle.selectOption(closed!);
  await expect(frame.getByRole('button', { name: of, exact: true })).toBeVisible();
  return openHistory(frame, of);
};

/** Slow enough that somebody can stop between two sprints. */
const slowSearches = (site: TestSite) =>
  site.local('POST', '/local/faults', [
    { target: 'jira', match: 'POST /rest/api/3/search/jql', from: 'front-end', share: 1, delayMs: 400 },
  ]);

const rowsOf = async (history: Locator): Promise<string[][]> => {
  const table = history.getByRole('region', { name: 'Sprints' });
  if (!(await table.isVisible())) await history.getByText(/as a table$/).click();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
};

test('shows the value over the sprints with the work of each, what was learned, and the same as a table', async ({
  page,
  site,
}) => {
  const frame = await openPage(page);
  await frame
    .getByText(/^Items \d+\/\d+$/)
    .first()
    .waitFor();
  await site.resetMeter();
  const history = await openHistory(frame, KEY_RESULT);
  const { invocations, storage } = await site.meter();
  expect(invocations.total).toBe(2);
  expect(storage.writes.operations).toBe(0);

  const chart = history.getByRole('img', { name: `${KEY_RESULT}: value over time` });
  await expect(chart).toContainText('Booking Sprint 30');
  await expect(chart).toContainText('Target 4 minutes');
  await expect(history.getByText(/^1 · Confirmed, Booking Sprint 30: One page less/)).toBeVisible();
  const rows = await rowsOf(history);
  expect(rows.map(([name]) => name)).toEqual(
    [28, 29, 30, 31, 32].map((number) => `Booking Sprint ${number}`),
  );
  expect(rows.map((row) => row[7])).toEqual(['Frozen', 'Frozen', 'Frozen', 'No figures', 'Planned']);
  for (const [name, , , , done, all] of rows.slice(0, 3)) {
    await expect(chart.locator('g', { hasText: `${name}: ${done} of ${all}` }).last()).toContainText(
      `${done}/${all}`,
    );
  }
  expect(rows[2]![8]).toBe('Confirmed');
});

test('rebuilds what was not frozen as the viewer, at no cost, and for all key results at once', async ({
  page,
  site,
}) => {
  const frame = await openPage(page);
  const history = await openOldHistory(frame);
  expect((await rowsOf(history)).filter((row) => row[7] === 'No figures')).toHaveLength(6);
  await site.resetMeter();
  const action = history.getByRole('group', { name: 'Rebuilding' }).getByRole('button');
  await expect(action).toHaveText('Rebuild 6 sprints from their histories');
  await action.focus();
  await page.keyboard.press('Enter');
  await expect(action).toHaveText('Rebuild again');
  await expect(action).toBeFocused();
  const { invocations, storage, jira } = await site.meter();
  expect([invocations.total, storage.operations, jira.behindResolvers.points]).toEqual([0, 0, 0]);
  // The board's set-up, and for each sprint its issues, their parents and what left it: no request for an issue.
  expect(jira.inFront.requests).toBeLessThanOrEqual(6 * 9);
  const rows = await rowsOf(history);
  expect(rows.filter((row) => row[7] === 'Rebuilt')).toHaveLength(6);
  expect(rows.some((row) => Number(row[4]) > 0)).toBe(true);

  const other = await openHistory(frame, OTHER_OLD_KEY_RESULT);
  expect((await rowsOf(other)).filter((row) => row[7] === 'Rebuilt')).toHaveLength(6);
});

const actionOf = (history: Locator): Locator =>
  history.getByRole('group', { name: 'Rebuilding' }).getByRole('button');

/** Begins to rebuild, and stops when something is done; answers how many sprints are left. */
const rebuildSome = async (history: Locator): Promise<number> => {
  const action = actionOf(history);
  await action.click();
  await expect(action).toHaveText('Stop');
  await expect(history.getByText(/^Rebuilding: 0 of 6 sprints, \d+ issues? read/)).toBeVisible();
  await expect(history.getByText(/^Rebuilding: [1-4] of 6 sprints/)).toBeVisible();
  await action.click();
  await expect(action).toHaveText(/^Go on with the other [2-5]$/);
  return Number((await action.textContent())!.match(/\d+/)![0]);
};

const goOn = async (history: Locator, left: number): Promise<void> => {
  await actionOf(history).click();
  await expect(history.getByText(new RegExp(`^Rebuilding: ${6 - left} of 6 sprints`))).toBeVisible();
  await expect(actionOf(history)).toHaveText('Rebuild again');
};

test('stops when told to and goes on where it stopped', async ({ page, site }) => {
  const history = await openOldHistory(await openPage(page));
  await slowSearches(site);
  const left = await rebuildSome(history);
  await expect(history.getByText(`${6 - left} of 6 sprints rebuilt.`)).toBeVisible();
  const rebuilt = (await rowsOf(history)).filter((row) => row[7] === 'Rebuilt');
  expect(rebuilt).toHaveLength(6 - left);
  await goOn(history, left);
});

test('goes on where it stopped after a reload', async ({ site }) => {
  await inBrowserThatKeeps(site.url, async (page) => {
    const before = await openOldHistory(await openPage(page));
    await slowSearches(site);
    const left = await rebuildSome(before);
    const rebuilt = (await rowsOf(before)).filter((row) => row[7] === 'Rebuilt');
    const after = await openOldHistory(await openPage(page));
    await expect(actionOf(after)).toHaveText(`Go on with the other ${left}`);
    expect((await rowsOf(after)).filter((row) => row[7] === 'Rebuilt')).toEqual(rebuilt);
    await goOn(after, left);
  });
});

test('keeps what is rebuilt when Jira fails in between, and goes on from there', async ({ page, site }) => {
  const history = await openOldHistory(await openPage(page));
  await site.local('POST', '/local/faults', [
    {
      target: 'jira',
      match: 'POST /rest/api/3/search/jql',
      from: 'front-end',
      share: 1,
      status: 400,
      body: {},
    },
  ]);
  const group = history.getByRole('group', { name: 'Rebuilding' });
  await group.getByRole('button').first().click();
  await expect(group.getByRole('alert')).toContainText('Jira refused the issues');
  await site.local('POST', '/local/faults', []);
  await group.getByRole('button', { name: 'Try again' }).click();
  await expect(group.getByRole('button')).toHaveText('Rebuild again');
});

for (const theme of ['light', 'dark']) {
  test(`is accessible in the ${theme} theme, and fits into 320 pixels`, async ({ page }) => {
    const frame = await openPage(page, theme);
    const history = await openOldHistory(frame);
    await checkAccessibility(page);
    await history.getByRole('group', { name: 'Rebuilding' }).getByRole('button').click();
    await expect(history.getByRole('button', { name: 'Rebuild again' })).toBeVisible();
    await rowsOf(history);
    await checkAccessibility(page);
    await page.setViewportSize({ width: 320, height: 900 });
    const fits = () =>
      frame.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
    await expect.poll(fits).toBe(true);
    await checkAccessibility(page);
  });
}
