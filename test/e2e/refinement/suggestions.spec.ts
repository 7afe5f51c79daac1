import { checkAccessibility, expect, test } from '../fixtures';
import { open, tagsOf } from './bulk-steps';

test('accepts a suggestion with one press, and takes it back', async ({ page, site }) => {
  const app = await open(page);
  const accept = app.getByRole('button', { name: /^Accept for BOOK-/ }).first();
  const [, key, title] = /^Accept for (\S+): (.+)$/.exec((await accept.getAttribute('aria-label'))!)!;
  const row = app.getByRole('row').filter({ has: app.getByText(key!, { exact: true }) });
  await expect(row).toContainText(/similar to|decided issue|just (before|after)|epic/i);
  await accept.click();
  await expect(app.getByText(`${key} tagged: ${title}`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect.poll(async () => (await tagsOf(site, [key!]))[0]).toBeDefined();
  await app.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row).toBeVisible();
  expect(await tagsOf(site, [key!])).toEqual([undefined]);
});

for (const width of [1280, 480, 320]) {
  test(`says why it suggests what it does where it does so, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const app = await open(page);
    const accepts = app.getByRole('button', { name: /^Accept for BOOK-/ });
    const row = app.getByRole('row').filter({ has: accepts }).first();
    const accept = row.getByRole('button');
    const why = row.getByText(/(similar to|decided issues? of its epic|just (before|after) it|its epic,)/i);
    await expect(why).toBeVisible();
    const [line, words, press] = await Promise.all([row, why, accept].map((one) => one.boundingBox()));
    expect(words!.y + words!.height).toBeLessThanOrEqual(line!.y + line!.height);
    expect(words!.x + words!.width).toBeLessThanOrEqual(press!.x);
    expect(press!.x + press!.width).toBeLessThanOrEqual(line!.x + line!.width);
  });
}

test('by keyboard, goes on to the next line when one has left by its suggestion', async ({ page }) => {
  const app = await open(page);
  const accept = app.getByRole('button', { name: /^Accept for BOOK-/ }).first();
  const [, key] = /^Accept for (\S+): /.exec((await accept.getAttribute('aria-label'))!)!;
  const row = app.getByRole('row').filter({ has: app.getByText(key!, { exact: true }) });
  const next = app.locator(
    `[role=row][aria-rowindex="${Number(await row.getAttribute('aria-rowindex')) + 1}"]`,
  );
  const nextKey = await next.getAttribute('data-issue');
  await accept.focus();
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(app.locator(`[role=row][data-issue="${nextKey}"]`)).toBeFocused();
});

test('offers nothing to choose to who may edit none of it, and says so', async ({ page, site }) => {
  const app = await open(page, { as: 'viewer' });
  await expect(app.getByText('You may edit none of these issues')).toBeVisible();
  await expect(app.getByRole('row', { name: /BOOK-\d+/ }).first()).toBeVisible();
  await expect(
    app.getByText(/similar to|decided issues? of its epic|just (before|after) it/i).first(),
  ).toBeVisible();
  await expect(app.getByRole('checkbox')).toHaveCount(0);
  await expect(app.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await app
    .getByRole('row', { name: /BOOK-\d+/ })
    .first()
    .click();
  for (const key of ['Space', 'ControlOrMeta+a', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect(app.getByRole('row', { selected: true })).toHaveCount(0);
  await checkAccessibility(page, { include: ['iframe'] });
  expect((await site.meter()).jira.inFront.byRoute['POST /rest/api/3/permissions/check']).toBe(1);
});

test('never writes over what somebody else decided meanwhile', async ({ page, site }) => {
  const app = await open(page);
  const accept = app.getByRole('button', { name: /^Accept for BOOK-/ }).first();
  const [, key] = /^Accept for (\S+): /.exec((await accept.getAttribute('aria-label'))!)!;
  const theirs = { version: 1, state: 'exempt', reason: 'bug', note: 'Theirs' };
  await site.rest('admin', 'PUT', `/rest/api/3/issue/${key}/properties/throughline-tag`, theirs);
  await accept.click();
  await expect(page.getByText('Somebody has decided about this issue meanwhile.')).toBeVisible();
  expect(await tagsOf(site, [key!])).toEqual([theirs]);
});

test('shows key results at risk that nothing comes next for, and work whose goal is not worked on', async ({
  page,
}) => {
  const app = await open(page);
  const region = app.getByRole('region', { name: 'Goals without work, work without a goal' });
  await expect(region.getByRole('heading', { name: /^Key results at risk with nothing in / })).toBeVisible();
  await expect(region.getByText(/of the way, where .+ was due|Confidence \d\/10/).first()).toBeVisible();
  await expect(region.getByText(/its cycle is closed/).first()).toBeVisible();
});

test('says that every story has a reason once all of them have one', async ({ page, site }) => {
  const app = await open(page);
  await app.getByRole('checkbox', { name: 'Select all', exact: true }).click();
  await app.getByRole('button', { name: 'Exempt…' }).click();
  await app.getByRole('radio', { name: 'Operations' }).check();
  await app.getByRole('button', { name: /^Exempt \d+ issues$/ }).click();
  await expect(app.getByRole('heading', { name: 'Every story here has a reason' })).toBeVisible();
  await site.local('POST', '/local/clock', { advanceMs: 1_000 });
  await app.getByRole('button', { name: 'Refresh' }).click();
  await expect(app.getByRole('heading', { name: 'Every story here has a reason' })).toBeVisible();
});
