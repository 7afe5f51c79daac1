import { expect, test } from '../fixtures';
import { chooseSprint, openReview, sprintsOf, openFrozen } from './review';

test('a sprint that was frozen says so, and shows its work without asking Jira for it', async ({
  page,
  site,
}) => {
  const { frozen } = await sprintsOf(site);
  const review = await openReview(page, 'nadia');
  await expect(review.getByText(/^As of/)).toBeVisible();
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes(`sprint = ${frozen.id}`)) searches.push(request.url());
  });
  await chooseSprint(review, frozen.name);
  await expect(review.getByText(/^Frozen when the sprint closed on /)).toBeVisible();
  const numbers = review.getByRole('group', { name: 'The sprint in numbers' });
  for (const name of ['Committed', 'Added', 'Removed', 'Completed', 'Not completed', 'Completed elsewhere']) {
    await expect(numbers.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(numbers.getByText(/^\d+ points, \d+ items?$/)).toHaveCount(6);
  await expect(review.getByRole('table')).toBeVisible();
  expect(searches).toEqual([]);
});

test('a sprint from before the app was there is rebuilt, and says what cannot be known', async ({
  page,
  site,
}) => {
  const { rebuilt } = await sprintsOf(site);
  const review = await openReview(page, 'nadia');
  await chooseSprint(review, rebuilt.name);
  await expect(review.getByText('Rebuilt from histories', { exact: true })).toBeVisible();
  await review.getByText('What cannot be known').click();
  await expect(review.getByRole('listitem').filter({ hasText: 'Tags as they were' })).toBeVisible();
  await expect(review.getByRole('listitem').filter({ hasText: 'deleted since' })).toBeVisible();
  await expect(review.getByText(/^As of/)).toBeVisible();
  await expect(review.getByRole('table')).toBeVisible();
});

test('a sprint that closed a moment ago is said to be written down, not to be from before the app', async ({
  page,
  site,
}) => {
  const { running } = await sprintsOf(site);
  await site.rest('nadia', 'POST', `/rest/agile/1.0/sprint/${running.id}`, { state: 'closed' });
  const review = await openReview(page, 'nadia');
  await chooseSprint(review, running.name);
  await expect(review.getByText(/^Closed just now and being written down/)).toBeVisible();
  await expect(review.getByText('The sprint in numbers')).toBeVisible();
});

test('a sprint that is planned speaks of what is planned, not of what was finished', async ({
  page,
  site,
}) => {
  const { planned } = await sprintsOf(site);
  const review = await openReview(page, 'nadia');
  await chooseSprint(review, `${planned.name} (planned)`);
  await expect(review.getByText(/points are planned/)).toBeVisible();
  const numbers = review.getByRole('group', { name: 'The sprint in numbers' });
  await expect(numbers.getByText('Planned', { exact: true })).toBeVisible();
  await expect(numbers.getByText('Committed', { exact: true })).toHaveCount(0);
  await expect(review.getByText('Actual', { exact: true })).toHaveCount(0);
});

test('a running sprint marks the work that joined it and lists what was removed', async ({ page }) => {
  const review = await openReview(page, 'nadia');
  await expect(review.getByText('Running: read as it is now')).toBeVisible();
  const card = review
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: /^Not finished/ }) });
  await card
    .first()
    .getByRole('button', { name: /^Not finished/ })
    .click();
  const list = card.first().getByRole('list', { name: 'Not finished' });
  await expect(list.getByRole('link').first()).toHaveText(/^BOOK-\d+$/);
  await expect(review.getByRole('listitem').filter({ hasText: 'added' }).first()).toBeVisible();
});

test('the trend of focus is read when somebody scrolls down to it, and not before', async ({
  page,
  site,
}) => {
  const { review } = await openFrozen(page, site);
  const trend = review.getByRole('group', { name: 'Focus over the last six sprints' });
  await expect(trend.getByRole('listitem')).toHaveCount(0);
  await trend.scrollIntoViewIfNeeded();
  await expect(trend.getByRole('listitem')).toHaveCount(6);
});

test('key results that the sprint left alone stay folded', async ({ page, site }) => {
  const { planned } = await sprintsOf(site);
  const review = await openReview(page, 'nadia');
  await chooseSprint(review, `${planned.name} (planned)`);
  const quiet = review.getByText(/more key results? without work in this sprint$/);
  await expect(quiet).toBeVisible();
  const folded = review.getByText('Card payments that fail');
  await expect(folded).toBeHidden();
  await quiet.click();
  await expect(folded).toBeVisible();
});
