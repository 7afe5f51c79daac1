import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures';
import type { TestSite } from './site';

const KEY_RESULT = 'Bookings changed without calling us';

/** The untagged story that the demo's first page sends people to. */
const storyOfTheTour = async (site: TestSite): Promise<string> => {
  const { body } = await site.local<{ tour: { link: string }[] }>('GET', '/local/tour');
  return body.tour[0]!.link.replace('/browse/', '');
};

const appIn = (page: Page): FrameLocator => page.frameLocator('iframe').first();

test('a story is tagged, moves in the tree, a value is checked in, and the sprint review shows it', async ({
  page,
  site,
}) => {
  const app = appIn(page);
  const story = await storyOfTheTour(site);

  await test.step('a member opens an untagged story: it stands under “No key result”', async () => {
    await page.goto(`/projects/BOOK/okrs?as=amara&theme=light`);
    await app.getByRole('button', { name: 'No key result', exact: true }).click();
    await expect(branch(app, 'No key result').getByRole('link', { name: story })).toBeVisible();
  });

  await test.step('tags it from the issue', async () => {
    await page.goto(`/browse/${story}?as=amara&theme=light`);
    await expect(app.getByText('No key result yet.')).toBeVisible();
    await app.getByRole('button', { name: 'Add key result' }).click();
    await expect(app.getByRole('combobox', { name: 'Key result to add' })).toBeFocused();
    await page.keyboard.type('changed without');
    await page.keyboard.press('Enter');
    await expect(app.getByRole('listitem').filter({ hasText: KEY_RESULT })).toBeVisible();
    await checkAccessibility(page);
  });

  await test.step('the tag is on the issue, where JQL finds it', async () => {
    await page.reload();
    await expect(app.getByRole('listitem').filter({ hasText: KEY_RESULT })).toBeVisible();
    await expect(app.getByText('No key result yet.')).toBeHidden();
  });

  await test.step('sees it under the key result and no longer under “No key result”', async () => {
    await page.goto(`/projects/BOOK/okrs?as=amara&theme=light`);
    await app.getByRole('button', { name: KEY_RESULT, exact: true }).click();
    await expect(keyResult(app).getByRole('link', { name: story })).toBeVisible();
    await app.getByRole('button', { name: 'No key result', exact: true }).click();
    await expect(branch(app, 'No key result').getByRole('link').first()).toBeVisible();
    await expect(branch(app, 'No key result').getByRole('link', { name: story })).toBeHidden();
  });

  await test.step('checks in a new value', async () => {
    await app.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
    const form = app.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
    await form.getByRole('textbox', { name: 'Value' }).fill('31');
    await form.getByRole('radio', { name: '7', exact: true }).check({ force: true });
    await form.getByRole('textbox', { name: 'Note' }).fill('The change page went live');
    await form.getByRole('button', { name: 'Check in' }).click();
    await expect(form).toBeHidden();
    await expect(keyResult(app).getByText('Confidence 7/10')).toBeVisible();
    await checkAccessibility(page);
  });

  await test.step('and sees the movement in the sprint review', async () => {
    await page.goto(`/dashboards/1?as=amara&theme=light`);
    const card = app.getByRole('article', { name: KEY_RESULT });
    await expect(card.getByRole('img', { name: /^On the way/ })).toHaveAccessibleName(
      /19% at the start, 31% now/,
    );
    await expect(card.getByText('+12 percentage points', { exact: true })).toBeVisible();
    await card.getByRole('button', { name: /^Not finished/ }).click();
    await expect(card.getByRole('link', { name: story })).toBeVisible();
    await checkAccessibility(page);
  });
});

const keyResult = (app: FrameLocator) =>
  app
    .getByRole('listitem')
    .filter({ has: app.getByRole('heading', { level: 4, name: KEY_RESULT, exact: true }) })
    .last();

const branch = (app: FrameLocator, name: string) =>
  app
    .getByRole('listitem')
    .filter({ has: app.getByRole('button', { name, exact: true }) })
    .last();
