import { expect, test } from '../fixtures';
import { aKeyResult, anEpicWithStory, aStory, breaks, setCycles, store, stored } from './issues';
import { open, pickFirst } from './steps';

test('garbage in the property is said, and replaced by saving', async ({ page, site }) => {
  const story = await aStory(site);
  await store(site, story, { state: 'tagged', keyResults: 'not a list' });
  const panel = await open(page, story);
  await expect(panel.getByText('could not be read')).toContainText('counts as having no key result');
  await pickFirst(panel);
  await expect(panel.getByText('could not be read')).toBeHidden();
  await expect.poll(() => stored(site, story)).toMatchObject({ version: 1, state: 'tagged' });
});

test('garbage in the property gives way to what the issue inherits', async ({ page, site }) => {
  const [epic, story] = await anEpicWithStory(site);
  await store(site, epic, { version: 1, state: 'exempt', reason: 'operations', note: '' });
  await store(site, story, { state: 'banana' });
  const panel = await open(page, story);
  await expect(panel.getByText('could not be read')).toContainText('so what it inherits counts');
  await expect(panel.getByText(`Inherited from ${epic.key}`)).toBeVisible();
});

test('what a newer version wrote is shown as far as it reads, and cannot be changed', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const { id, title } = await aKeyResult(site);
  await store(site, story, { version: 2, state: 'tagged', keyResults: [id], weight: 3 });
  const panel = await open(page, story);
  await expect(panel.getByText('written by a newer version of Throughline')).toBeVisible();
  await expect(panel.getByRole('listitem')).toContainText(title);
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('a newer version that writes while the panel is open is not overwritten', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  const newer = { version: 2, serves: 'everything' };
  await store(site, story, newer);
  await pickFirst(panel);
  await expect(panel.getByText('written by a newer version of Throughline')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Save my choice' })).toBeHidden();
  await expect.poll(() => stored(site, story)).toEqual(newer);
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
  await expect.poll(() => stored(site, story)).toEqual(theirs);
  await panel.getByRole('button', { name: 'Save my choice' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => stored(site, story)).toMatchObject({ state: 'tagged' });
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
  await expect(panel.getByText(/^Not known whether it was saved: add /)).toBeVisible();
  await expect(panel.getByText('No key result yet.')).toBeHidden();
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
});

test('a change that failed is still told when the next one is saved', async ({ page, site }) => {
  const panel = await open(page, await aStory(site));
  await breaks(site, [{ target: 'jira', match: 'PUT .*properties', share: 1, status: 503 }]);
  await pickFirst(panel);
  await expect(panel.getByText(/^Not known whether it was saved: add /)).toBeVisible();
  await breaks(site, []);
  await panel.getByRole('button', { name: 'Add key result' }).click();
  await panel.getByRole('combobox').press('ArrowDown');
  await panel.getByRole('combobox').press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  // What was read since has decided.
  const failed = panel.getByText(/^Not saved: add /);
  await expect(failed).toBeVisible();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(failed).toBeHidden();
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeFocused();
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
