import { expect, test } from '../fixtures';
import { aStory, breaks, setCycles, store, stored } from './issues';
import { open, pickFirst } from './steps';

test('garbage in the property is said, and replaced by saving', async ({ page, site }) => {
  const story = await aStory(site);
  await store(site, story, { state: 'tagged', keyResults: 'not a list' });
  const panel = await open(page, story);
  await expect(panel.getByText('could not be read')).toBeVisible();
  await pickFirst(panel);
  await expect(panel.getByText('could not be read')).toBeHidden();
  expect(await stored(site, story)).toMatchObject({ version: 1, state: 'tagged' });
});

test('of two who save at once the second is told, and keeps the choice', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await panel.getByRole('button', { name: 'Add key result' }).click();
  await expect(panel.getByRole('combobox')).toBeFocused();
  const theirs = { version: 1, state: 'exempt', reason: 'bug', note: 'Theirs.' };
  await store(site, story, theirs);
  await panel.getByRole('combobox').press('Enter');
  await expect(panel.getByText('Somebody else changed this meanwhile.')).toBeVisible();
  await expect(panel.getByText('Theirs.')).toBeVisible();
  expect(await stored(site, story)).toEqual(theirs);
  await panel.getByRole('button', { name: 'Save my choice' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  expect(await stored(site, story)).toMatchObject({ state: 'tagged' });
});

test('a change from elsewhere shows when the person comes back', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await expect(panel.getByText('No key result yet.')).toBeVisible();
  await store(site, story, { version: 1, state: 'exempt', reason: 'bug', note: 'Theirs.' });
  await page.waitForTimeout(3_100);
  await panel.locator('body').evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(panel.getByText('This was changed elsewhere meanwhile.')).toBeVisible();
  await expect(panel.getByText('Theirs.')).toBeVisible();
});

test('a save that fails keeps the choice until it is saved', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await breaks(site, [{ target: 'jira', match: 'PUT .*properties', share: 1, status: 503 }]);
  await pickFirst(panel);
  await expect(panel.getByText(/^Not saved: add /)).toBeVisible();
  await expect(panel.getByText('No key result yet.')).toBeVisible();
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
});

test('an issue that cannot be loaded says so and is loaded again', async ({ page, site }) => {
  const story = await aStory(site);
  await breaks(site, [{ target: 'invoke', match: 'loadIssuePanel|issue-panel', share: 1, drop: true }]);
  const panel = await open(page, story);
  await expect(panel.getByRole('alert')).toBeVisible();
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByText('No key result yet.')).toBeVisible();
});

test('without an active cycle the panel says who can create one', async ({ page, site }) => {
  const story = await aStory(site);
  const cycles = await setCycles(site, 'closed');
  try {
    const panel = await open(page, story);
    await expect(panel.getByText('There is no active cycle')).toContainText('Manage company OKRs');
    await expect(panel.getByRole('button', { name: 'Add key result' })).toBeHidden();
  } finally {
    await setCycles(site, 'active', cycles);
  }
});
