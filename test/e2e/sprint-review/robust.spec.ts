import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import type { TestSite } from '../site';

const COULD_NOT_REFRESH = /^As of \d.*, could not refresh/;
const WORK = 'How the work is spread';

const breaks = (site: TestSite, ...rules: object[]) => site.local('POST', '/local/faults', rules);
const NO_VALUES = { target: 'invoke', match: 'loadSprintReview', share: 1, drop: true };
const NO_WORK = { target: 'jira', match: 'POST .*search/jql', share: 1, status: 503, from: 'front-end' };

const openReview = async (page: Page): Promise<FrameLocator> => {
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = page.frameLocator('iframe[data-module="sprint-review-widget"]').first();
  await expect(review.getByRole('heading', { level: 1 })).toBeVisible();
  return review;
};
const again = (review: FrameLocator) => review.getByRole('button', { name: 'Refresh', exact: true });

test('a review that cannot be read again keeps what it had, and says how old it is', async ({
  page,
  site,
}) => {
  const review = await openReview(page);
  const card = review.getByRole('article').first();
  await expect(card).toBeVisible();
  await expect(review.getByText(/^As of \d+/)).toBeVisible();
  for (const rule of [NO_VALUES, NO_WORK]) {
    await breaks(site, rule);
    const place = await card.boundingBox();
    await again(review).click();
    await expect(review.getByText(COULD_NOT_REFRESH)).toBeVisible();
    await expect(review.getByRole('heading', { name: WORK })).toBeVisible();
    expect(await card.boundingBox()).toEqual(place);
    await breaks(site);
    await again(review).click();
    await expect(review.getByText(COULD_NOT_REFRESH)).toBeHidden();
  }
});

test('the work is shown when the key results cannot be read', async ({ page, site }) => {
  await breaks(site, NO_VALUES);
  const review = await openReview(page);
  await expect(review.getByRole('heading', { name: WORK })).toBeVisible();
  const alert = review.getByRole('alert');
  await expect(alert).toContainText('The key results are not available just now.');
  await checkAccessibility(page, { include: ['iframe[data-module="sprint-review-widget"]'] });
  await breaks(site);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(review.getByRole('article').first()).toBeVisible();
  await expect(alert).toBeHidden();
});

test('the key results are shown when the work cannot be read, and no claim about it', async ({
  page,
  site,
}) => {
  await breaks(site, NO_WORK);
  const review = await openReview(page);
  await expect(review.getByRole('alert')).toContainText('The work of this sprint is not available just now.');
  await expect(review.getByRole('heading', { name: 'Key results', exact: true })).toBeVisible();
  await expect(review.getByText(/without work|None of the work/)).toHaveCount(0);
  await breaks(site);
  await review.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(review.getByRole('heading', { name: WORK })).toBeVisible();
});

test('a search for a board that fails says so, and what was chosen is still there to be saved', async ({
  page,
  site,
}) => {
  await page.goto('/dashboards/1?as=nadia&theme=light');
  await page.getByRole('button', { name: 'Add to the dashboard' }).click();
  await page.getByRole('button', { name: /gadget$/ }).click();
  const edit = page.frameLocator('iframe[title^="Set up"]').last();
  await breaks(site, { target: 'jira', match: 'board\\?name=', share: 1, status: 503 });
  await edit.getByRole('combobox', { name: 'Board' }).pressSequentially('Deck');
  await expect(edit.getByRole('alert')).toContainText('The search failed.');
  await breaks(site);
  await edit.getByRole('button', { name: 'Try again' }).click();
  await edit.getByRole('option', { name: /^Deck/ }).first().click();
  await expect(edit.getByText(/^Always the current sprint/)).toBeVisible();
  await edit.getByRole('button', { name: 'Save' }).click();
  const saved = page.frameLocator('iframe[data-module="sprint-review-gadget"]').last();
  await expect(saved.getByRole('heading', { level: 1, name: /^Deck/ })).toBeVisible();
});
