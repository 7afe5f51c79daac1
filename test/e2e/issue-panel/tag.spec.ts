import { checkAccessibility, expect, test } from '../fixtures';
import { aKeyResult, aStory, anEpicWithStory, search, store, stored } from './issues';
import { FRAME, open, pickFirst } from './steps';
import { leaveBy } from '../leave-by';

test('a member tags a story with the keyboard, JQL finds it, and undo takes it back', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await expect(panel.getByText('No key result yet.')).toBeVisible();

  await panel.getByRole('button', { name: 'Add key result' }).press('Enter');
  const picker = panel.getByRole('combobox', { name: 'Key result to add' });
  await expect(picker).toBeFocused();
  const first = panel.getByRole('option').first();
  const title = (await first.locator('span > span').first().innerText()).trim();
  await picker.fill(title.toUpperCase());
  await expect(panel.getByRole('option')).toHaveCount(1);
  await picker.press('Enter');

  const served = panel.getByRole('listitem').filter({ hasText: title });
  await expect(served).toContainText(/Target/);
  await expect(served.getByRole('progressbar')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeFocused();
  // The panel shows a tag before Jira has it.
  await expect.poll(() => stored(site, story)).toMatchObject({ version: 1, state: 'tagged' });
  const tag = await stored(site, story);
  const [keyResultId] = tag!['keyResults'] as [string];
  await expect
    .poll(() => search(site, `keyResult = "${keyResultId}" AND key = ${story.key}`))
    .toHaveLength(1);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('No key result yet.')).toBeVisible();
  await expect.poll(() => stored(site, story)).toBeNull();
});

test('a story may serve several key results, and each can be removed', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await pickFirst(panel);
  await pickFirst(panel);
  const rows = panel.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows
    .first()
    .getByRole('button', { name: /^Remove / })
    .click();
  await expect(rows).toHaveCount(1);
  await expect.poll(() => stored(site, story)).toMatchObject({ keyResults: [expect.any(String)] });
});

test('after a removal the focus goes to the next key result, after the last one to “Add key result”', async ({
  page,
  site,
}) => {
  const panel = await open(page, await aStory(site));
  for (let count = 1; count <= 3; count += 1) {
    await pickFirst(panel);
    await expect(panel.getByRole('listitem')).toHaveCount(count);
  }
  const removes = panel.getByRole('button', { name: /^Remove / });
  const next = await removes.nth(1).getAttribute('aria-label');
  await removes.first().press('Enter');
  await expect(removes).toHaveCount(2);
  await expect(panel.getByRole('button', { name: next!, exact: true })).toBeFocused();
  await removes.last().press('Enter');
  await expect(removes).toHaveCount(1);
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeFocused();
});

test('after the last key result that may be added the focus goes to it', async ({ page, site }) => {
  const panel = await open(page, await aStory(site));
  const removes = panel.getByRole('button', { name: /^Remove / });
  for (let count = 1; count <= 5; count += 1) {
    await pickFirst(panel);
    await expect(removes).toHaveCount(count);
  }
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeHidden();
  await expect(removes.last()).toBeFocused();
});

test('an exemption needs a reason, and the form says so where it is missing', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await expect(panel.getByRole('radio', { checked: true })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Save' }).click();
  const first = panel.getByRole('radio').first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleDescription('Choose a reason.');
  await checkAccessibility(page, { include: [FRAME] });
  await expect.poll(() => stored(site, story)).toBeNull();
  await panel.getByRole('radio', { name: 'Bug' }).check();
  await expect(panel.getByText('Choose a reason.')).toBeHidden();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('button', { name: 'Change reason' })).toBeFocused();
  await expect(panel.getByText('Bug')).toBeVisible();
});

test('Escape leaves the picker and the form without changing anything', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await panel.getByRole('button', { name: 'Add key result' }).click();
  await panel.getByRole('combobox').press('Escape');
  await expect(panel.getByRole('button', { name: 'Add key result' })).toBeFocused();
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await panel.getByRole('radio', { name: 'Technical debt' }).press('Escape');
  await expect(panel.getByRole('button', { name: 'Serves no key result…' })).toBeFocused();
  await expect.poll(() => stored(site, story)).toBeNull();
});

test('a story is exempted with a reason and a note, and tagged instead', async ({ page, site }) => {
  const story = await aStory(site);
  const panel = await open(page, story);
  await panel.getByRole('button', { name: 'Serves no key result…' }).click();
  await panel.getByRole('radio', { name: 'Discovery' }).check();
  await panel.getByLabel('Note (optional)').fill('We want to know first.');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('We want to know first.')).toBeVisible();
  await expect
    .poll(() => stored(site, story))
    .toEqual({
      version: 1,
      state: 'exempt',
      reason: 'discovery',
      note: 'We want to know first.',
    });
  await pickFirst(panel);
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByText('We want to know first.')).toBeHidden();
});

test('an inherited tag gives way to an own one, and comes back when that is removed', async ({
  page,
  site,
}) => {
  const [epic, story] = await anEpicWithStory(site);
  await store(site, epic, { version: 1, state: 'exempt', reason: 'operations', note: '' });
  const panel = await open(page, story);
  await expect(panel.getByText(`Inherited from ${epic.key}`)).toBeVisible();
  await expect(panel.getByText('Operations')).toBeVisible();
  await panel.getByRole('button', { name: 'Add key result' }).click();
  await expect(panel.getByText('This replaces what the issue inherits')).toBeVisible();
  await panel.getByRole('combobox').press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByText('Inherited from')).toBeHidden();
  await panel.getByRole('button', { name: /^Remove / }).click();
  await expect(panel.getByText(`Inherited from ${epic.key}`)).toBeVisible();
  await leaveBy(panel.getByRole('link', { name: epic.key }));
  await expect(page).toHaveURL(new RegExp(`/browse/${epic.key}`));
  await store(site, epic, null);
});

test('who may not edit the issue sees everything and no controls', async ({ page, site }) => {
  const story = await aStory(site);
  const { id } = await aKeyResult(site);
  await store(site, story, { version: 1, state: 'tagged', keyResults: [id, 'ozzzzzzzzz-zzzzzz'] });
  const panel = await open(page, story, { as: 'viewer' });
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel.getByText('A key result that is not visible to you')).toBeVisible();
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('a sub-task says that it follows its parent', async ({ page, site }) => {
  const [subtask] = await search(site, 'project = BOOK AND issuetype in subTaskIssueTypes()');
  const panel = await open(page, subtask!);
  await expect(panel.getByText('sub-task follows its parent')).toBeVisible();
  await expect(panel.getByRole('button')).toHaveCount(0);
});

test('the panel of the issue view is the same, once its button is pressed', async ({ page, site }) => {
  const story = await aStory(site);
  await open(page, story);
  await page.getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('button', { name: 'Throughline', exact: true }).click();
  const panel = page.frameLocator('iframe[data-module="issue-panel-module"]');
  await expect(panel.getByText('No key result yet.')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state in the ${theme} theme`, async ({ page, site }) => {
    const panel = await open(page, await aStory(site), { theme });
    await expect(panel.getByText('No key result yet.')).toBeVisible();
    await checkAccessibility(page);
    await checkAccessibility(page, { include: [FRAME] });
    await panel.getByRole('button', { name: 'Add key result' }).click();
    await expect(panel.getByRole('option').first()).toBeVisible();
    await checkAccessibility(page, { include: [FRAME] });
    await panel.getByRole('combobox').press('Enter');
    await expect(panel.getByRole('listitem')).toHaveCount(1);
    await checkAccessibility(page, { include: [FRAME] });
    await panel.getByRole('button', { name: 'Serves no key result…' }).click();
    await expect(panel.getByRole('radio').first()).toBeFocused();
    await checkAccessibility(page, { include: [FRAME] });
  });
}
