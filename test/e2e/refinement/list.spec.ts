import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test as base } from '../fixtures';
import { startSite } from '../site';
import { manyUntagged } from './many-untagged';

const HOW_MANY = 3_000;

/** A project with thousands of open issues that have no key result. */
const test = base.extend<{ readonly howMany: number }>({
  howMany: [HOW_MANY, { option: true }],
  site: async ({ howMany }, use) => {
    const site = await startSite(() => ({ site: manyUntagged(howMany), script: [] }));
    await use(site);
    await site.close();
  },
});

const open = async (page: Page, theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`/projects/TEAM/okrs/refinement?as=admin&theme=${theme}`);
  const app = page.frameLocator('iframe').first();
  await expect(app.getByText('3,000 issues without a key result or an exemption')).toBeVisible();
  return app;
};

const row = (app: FrameLocator, number: number) =>
  app.getByRole('row').filter({ has: app.getByText(new RegExp(`^Work number ${number} on`)) });

for (const theme of ['light', 'dark']) {
  test(`lists what comes up next first, in the ${theme} theme, and axe finds nothing`, async ({ page }) => {
    const app = await open(page, theme);
    await expect(app.getByRole('row', { name: /Sprint now/ }).first()).toContainText(
      'Active sprint · 6 issues',
    );
    await expect(app.getByRole('row', { name: /Sprint after/ }).first()).toContainText(
      'Next sprint · 6 issues',
    );
    await expect(app.getByRole('grid')).toHaveAttribute('aria-rowcount', String(HOW_MANY + 4));
    await row(app, 2).getByRole('checkbox').click();
    await checkAccessibility(page, { include: ['iframe'] });
  });
}

test('by keyboard: ranges, all, far away and back, with the selection kept', async ({ page }) => {
  const app = await open(page);
  const said = app.getByRole('status').filter({ hasText: 'selected' });
  await app.getByRole('checkbox', { name: 'Select all', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(app.getByRole('row', { name: /Sprint now/ }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(said).toHaveText('1 of 3,000 selected');
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await expect(said).toHaveText('4 of 3,000 selected');
  await expect(row(app, 4)).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('End');
  await expect(row(app, HOW_MANY)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(said).toHaveText('5 of 3,000 selected');
  await page.keyboard.press('Home');
  await expect(app.getByRole('row', { name: /Sprint now/ }).first()).toBeFocused();
  await expect(row(app, 1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(app.getByRole('row', { name: /Sprint now/ }).first()).toBeFocused();

  await page.keyboard.press('ControlOrMeta+a');
  await expect(said).toHaveText('3,000 of 3,000 selected');
  await expect(app.getByRole('checkbox', { name: 'Select all', exact: true })).toBeChecked();
});

test('scrolls to any place, reads what is there, and keeps selection and place when it is read anew', async ({
  page,
  site,
}) => {
  const app = await open(page);
  await row(app, 3).getByRole('checkbox').click();
  await row(app, 5)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  const scroller = app.locator('[role="grid"] > [role="presentation"]');
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  const middle = app.getByRole('row').filter({ hasText: /Work number 1[45]\d\d on/ });
  await expect(middle.first()).toBeVisible();
  const first = (await middle.nth(5).textContent())!;
  const before = await app.getByRole('row').filter({ hasText: first }).boundingBox();

  // Somebody decides about what stands far above.
  await site.rest('admin', 'PUT', '/rest/api/3/issue/100001/properties/throughline-tag', {
    version: 1,
    state: 'exempt',
    reason: 'bug',
    note: '',
  });
  await site.local('POST', '/local/clock', { advanceMs: 1_000 });
  await app.getByRole('button', { name: 'Refresh' }).click();
  await expect(app.getByText('2,999 issues without')).toBeVisible();
  const after = await app.getByRole('row').filter({ hasText: first }).boundingBox();
  expect(Math.abs(after!.y - before!.y)).toBeLessThan(2);
  await expect(app.getByRole('status').filter({ hasText: 'selected' })).toHaveText('3 of 2,999 selected');
});

test('reads what is in sight before what stands between it and the line that has the focus', async ({
  page,
}) => {
  const app = await open(page);
  await app.getByText(/^Work number 2 on/).click();
  const reads: string[] = [];
  page.on('request', (request) => {
    if ((request.postData() ?? '').includes('bulkfetch')) reads.push(request.url());
  });
  const scroller = app.locator('[role="grid"] > [role="presentation"]');
  await scroller.evaluate((element) => element.scrollTo(0, (element.scrollHeight * 2) / 3));
  await expect(app.getByText(/^Work number 20\d\d on/).first()).toBeVisible();
  expect(reads.length).toBeLessThanOrEqual(2);
});

test('finds by words among thousands, and selects all that match', async ({ page }) => {
  const app = await open(page);
  await app.getByRole('searchbox', { name: 'Words of the summary' }).fill('number 77');
  await expect(app.getByText('11 of 3,000 issues')).toBeVisible();
  await app.getByRole('checkbox', { name: 'Select all that match' }).click();
  await app.getByRole('button', { name: 'Clear filters' }).click();
  await expect(app.getByRole('status').filter({ hasText: 'selected' })).toHaveText('11 of 3,000 selected');
});

test('leaves the focus to who types a filter after pressing lines', async ({ page }) => {
  const app = await open(page);
  await app.getByText(/^Work number 5 on/).click();
  await app.getByText(/^Work number 5 on/).click();
  const words = app.getByRole('searchbox', { name: 'Words of the summary' });
  await words.pressSequentially('number 77');
  await expect(app.getByText('11 of 3,000 issues')).toBeVisible();
  await expect(words).toBeFocused();
});

for (const part of ['backlog', 'board']) {
  test(`opens from the ${part}, and fits 480 pixels`, async ({ page }) => {
    await page.goto(`/projects/TEAM/${part}?as=admin&theme=light`);
    await page
      .getByRole('button', { name: new RegExp(`^${part} actions of `, 'i') })
      .first()
      .click();
    await page.getByRole('button', { name: 'Work without a key result' }).click();
    const app = page.frameLocator('[role="dialog"] iframe');
    await expect(app.getByText('3,000 issues without')).toBeVisible();
    await page.setViewportSize({ width: 480, height: 900 });
    await expect(row(app, 1)).toBeVisible();
    const width = await app.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(width).toBeLessThanOrEqual(0);
  });
}
