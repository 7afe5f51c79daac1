import { checkAccessibility, expect, test } from '../fixtures';
import { aKeyResult, aStory, breaks, store, stored } from './issues';
import { FRAME, open, pickFirst } from './steps';

const TAG = 'PUT .*properties';

test('a tag whose saving was not answered is saved, once, without a word', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await breaks(site, [{ target: 'jira', match: TAG, share: 1, dropReply: true }]);
  await site.resetMeter();
  await pickFirst(panel);
  await expect(page.getByText('Key result added')).toBeVisible();
  await expect(panel.getByText(/^Not saved/)).toBeHidden();
  await expect.poll(() => stored(site, story)).toMatchObject({ state: 'tagged' });
  const { byRoute } = (await site.meter()).jira.behindResolvers;
  expect(Object.entries(byRoute).filter(([route]) => /^PUT .*properties/.test(route))).toEqual([
    [expect.any(String), 1],
  ]);
});

test('a call that was lost is made again', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  // Evenly spread: of two calls the second is lost.
  await breaks(site, [{ target: 'invoke', match: 'saveTag', share: 0.5, dropReply: true }]);
  await pickFirst(panel);
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await panel.getByRole('button', { name: /^Remove / }).click();
  await expect(panel.getByText('No key result yet.')).toBeVisible();
  await expect(panel.getByText(/^Not saved/)).toBeHidden();
  await expect.poll(() => stored(site, story)).toBeNull();
});

test('an exemption that cannot be saved is kept with its note, and saved when asked again', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await panel.getByRole('radio', { name: 'Operations' }).check();
  await panel.getByLabel('Note (optional)').fill('The pump room floods');
  await breaks(site, [{ target: 'invoke', match: 'saveTag', share: 1, drop: true }]);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    panel.getByText(/^Not known whether it was saved: mark as serving no key result \(Operations\)/),
  ).toContainText('The pump room floods');
  await expect(panel.getByText('may or may not have arrived')).toBeVisible();
  await checkAccessibility(page, { include: [FRAME] });
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText('Serves no key result', { exact: false }).first()).toBeVisible();
  await expect(panel.getByText(/^Not known whether/)).toBeHidden();
  await expect
    .poll(() => stored(site, story))
    .toMatchObject({ state: 'exempt', note: 'The pump room floods' });
});

test('a tag whose saving was never answered is not called unsaved, and given up it is read afresh', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  const lost = { target: 'invoke', match: 'issue-panel-fn/saveTag', share: 1, dropReply: true };
  // Nor can it look again: on a slow machine that would decide before the test is through.
  await breaks(site, [lost, { target: 'invoke', match: 'loadIssuePanel', share: 1, drop: true }]);
  await pickFirst(panel);
  await expect(panel.getByText(/^Not known whether it was saved: add “/)).toBeVisible();
  await expect(panel.getByText('Not known whether it was saved.', { exact: true })).toBeVisible();
  await expect(panel.getByText('No key result yet.')).toBeHidden();
  await expect(panel.getByText(/^Not saved/)).toBeHidden();
  await checkAccessibility(page, { include: [FRAME] });
  await panel.getByRole('button', { name: 'Discard' }).click();
  await expect(panel.getByText(/^As of \d.*, could not refresh/)).toBeVisible();
  await expect(panel.getByText('Not known whether it was saved.', { exact: true })).toBeVisible();
  await expect(panel.getByText('No key result yet.')).toBeHidden();
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByText(/Not known whether|changed elsewhere/)).toBeHidden();
  await expect.poll(() => stored(site, story)).toMatchObject({ state: 'tagged' });
});

test('a panel that cannot be read again keeps what it had and what is typed, and says how old it is', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const { id, title } = await aKeyResult(site);
  await store(site, story, { version: 1, state: 'tagged', keyResults: [id] });
  const panel = await open(page, story);
  await expect(panel.getByRole('listitem')).toContainText(title);
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await panel.getByLabel('Note (optional)').fill('Half a thought');
  await breaks(site, [{ target: 'invoke', match: 'loadIssuePanel', share: 1, drop: true }]);
  await page.waitForTimeout(3_100);
  await panel.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(panel.getByText(/^As of \d.*, could not refresh/)).toBeVisible();
  await expect(panel.getByRole('listitem')).toContainText(title);
  await checkAccessibility(page, { include: [FRAME] });
  await breaks(site, []);
  await panel.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(panel.getByText(/could not refresh/)).toBeHidden();
  await expect(panel.getByLabel('Note (optional)')).toHaveValue('Half a thought');
});

test('what the issue says of itself is shown when the OKRs cannot be read', async ({ page, site }) => {
  const story = await aStory(site);
  const { id, title } = await aKeyResult(site);
  await store(site, story, { version: 1, state: 'tagged', keyResults: [id] });
  await breaks(site, [{ target: 'storage', match: '.*', share: 1, status: 503 }]);
  const panel = await open(page, story);
  await expect(panel.getByRole('listitem')).toContainText('A key result that cannot be read now');
  await expect(panel.getByRole('alert')).toContainText('Key results cannot be shown just now.');
  await expect(panel.getByText('There is no active cycle')).toBeHidden();
  await checkAccessibility(page, { include: [FRAME] });
  await breaks(site, []);
  await panel.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('listitem')).toContainText(title);
  await expect(panel.getByRole('alert')).toBeHidden();
});

test('what is picked from stays as it is while the panel looks again', async ({ page, site }) => {
  await page.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + Number(document.documentElement.dataset['later'] ?? 0);
  });
  const panel = await open(page, await aStory(site));
  await panel.getByRole('button', { name: 'Add key result' }).click();
  const second = panel.getByRole('option').nth(1);
  const title = (await second.locator('span span').first().textContent())!;
  await panel.getByRole('combobox').press('ArrowDown');
  const looked = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('loadIssuePanel')),
  );
  await panel.locator('html').evaluate((html) => {
    html.dataset['later'] = '60000';
    window.dispatchEvent(new Event('focus'));
  });
  await looked;
  // What came is shown by the next frame but one.
  await panel
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await panel.getByRole('combobox').press('Enter');
  await expect(panel.getByRole('listitem')).toContainText(title);
});
