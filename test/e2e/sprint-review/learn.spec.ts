import type { FrameLocator, Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { ask, chooseSprint, intentOf, openReview, sprintsOf, openFrozen } from './review';

const WIDGET = 'iframe[data-module="sprint-review-widget"]';

test('a verdict and one line of learning are kept, can be undone, and are shown in the next review', async ({
  page,
  site,
}) => {
  const { review, running } = await openFrozen(page, site);
  const { card, title } = await unjudged(review);
  await card.getByRole('button', { name: 'No effect' }).click();
  await expect(card.getByRole('button', { name: 'No effect' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Verdict kept: No effect')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card.getByRole('button', { name: 'No effect' })).toHaveAttribute('aria-pressed', 'false');

  await card.getByRole('button', { name: 'Too early' }).click();
  const line = card.getByRole('textbox', { name: /^What was learned/ });
  await line.fill('People try it on Fridays');
  await line.press('Enter');
  await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();

  await chooseSprint(review, `${running.name} (active)`);
  const next = review.getByRole('article', { name: title });
  await expect(next).toContainText('Too early People try it on Fridays');
});

test('what is typed and not saved outlives looking at another sprint, and the browser asks before it is lost', async ({
  page,
  site,
}) => {
  const { review, frozen, running } = await openFrozen(page, site);
  const { title } = await unjudged(review);
  const card = review.getByRole('article', { name: title });
  const line = card.getByRole('textbox', { name: /^What was learned/ });
  await card.getByRole('button', { name: 'Too early' }).click();
  await line.fill('People try it on Fridays');
  await card.getByRole('button', { name: `Check in on ${title}` }).click();
  const form = card.getByRole('form', { name: `Check in: ${title}` });
  await form.getByLabel('Note').fill('Counted by hand');

  await chooseSprint(review, `${running.name} (active)`);
  await expect(form).toBeHidden();
  await chooseSprint(review, frozen.name);
  await expect(line).toHaveValue('People try it on Fridays');
  await expect(form.getByLabel('Note')).toHaveValue('Counted by hand');
  await expect(form.getByLabel(/^Value/)).not.toBeFocused();

  const asked = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => location.reload());
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await expect(line).toHaveValue('People try it on Fridays');

  await line.press('Enter');
  await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();
  await form.getByRole('button', { name: 'Cancel' }).click();
  // Nothing is left to ask about.
  page.once('dialog', (dialog) => expect(dialog.type()).toBe('none'));
  await page.reload();
  await chooseSprint(review, frozen.name);
  await expect(line).toHaveValue('People try it on Fridays');
});

test('a long line of learning is shown in whole, and one that is too long says so and stays', async ({
  page,
  site,
}) => {
  const { review } = await openFrozen(page, site);
  const { card } = await unjudged(review);
  await card.getByRole('button', { name: 'No effect' }).click();
  const line = card.getByRole('textbox', { name: /^What was learned/ });
  const words = 'People try it on Fridays, ask a colleague, and give up. '.repeat(6).trim();
  await line.fill(words.replace('ask', 'ask\n'));
  await expect(line).toHaveValue(words.replace('ask', 'ask '));
  expect(await line.evaluate((field) => field.scrollHeight - field.clientHeight)).toBeLessThanOrEqual(1);
  await expect(card.getByText('336 of 280 characters: shorten it to save it')).toBeVisible();
  await checkAccessibility(page, { include: [WIDGET] });
  await line.press('Enter');
  await expect(card.getByRole('alert')).toContainText('Shorten what you learned to 280 characters.');
  await line.fill(words.slice(0, 280));
  await line.press('Enter');
  await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();
});

test('of verdicts that are pressed quickly the last is kept, and the undo of an earlier one goes back before it', async ({
  page,
  site,
}) => {
  const { review } = await openFrozen(page, site);
  const { title } = await unjudged(review);
  const card = review.getByRole('article', { name: title });
  const verdict = (name: string) => card.getByRole('button', { name, exact: true });
  await site.local('POST', '/local/faults', [
    { target: 'invoke', match: 'saveVerdict', share: 1, delayMs: 800 },
  ]);
  await verdict('No effect').click();
  await verdict('Confirmed').click();
  await expect(verdict('Confirmed')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Verdict kept: Confirmed')).toBeVisible();
  await expect(verdict('Confirmed')).toHaveAttribute('aria-pressed', 'true');
  await site.local('POST', '/local/faults', []);
  await verdict('Too early').click();
  const flag = page.getByRole('status').filter({ hasText: 'Verdict kept: Confirmed' });
  await expect(page.getByText('Verdict kept: Too early')).toBeVisible();
  await flag.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict('No effect')).toHaveAttribute('aria-pressed', 'true');
});

test('when two give a verdict at once, the second sees both and decides', async ({ page, site }) => {
  const { review, frozen } = await openFrozen(page, site);
  const { card, id } = await unjudged(review);
  await ask(site, 'amara', 'saveVerdict', {
    keyResultId: id,
    place: { kind: 'sprint', sprintId: frozen.id },
    expectedSavedAt: null,
    verdict: 'confirmed',
    learning: 'It sells itself',
  });
  await card.getByRole('button', { name: 'No effect' }).click();
  const conflict = card.getByRole('alert');
  await expect(conflict).toContainText('Confirmed: It sells itself');
  await expect(conflict.getByRole('definition').last()).toHaveText(/^No effect/);
  await checkAccessibility(page, { include: [WIDGET] });
  await conflict.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(conflict).toBeHidden();
  await expect(card.getByRole('button', { name: 'No effect' })).toHaveAttribute('aria-pressed', 'true');
});

test('a check-in where the review is read shows as movement at once', async ({ page }) => {
  const review = await openReview(page, 'amara');
  await expect(review.getByText(/^As of/)).toBeVisible();
  const card = review
    .getByRole('article')
    .filter({ has: page.getByRole('button', { name: /^Check in on/ }) })
    .first();
  const title = await card.getByRole('heading', { level: 3 }).innerText();
  await card.getByRole('button', { name: `Check in on ${title}` }).click();
  const form = card.getByRole('form', { name: `Check in: ${title}` });
  await expect(form.getByLabel(/^Value/)).toBeFocused();
  await form.getByLabel(/^Value/).fill('1234');
  await form.getByRole('radio', { name: '6', exact: true }).check({ force: true });
  await checkAccessibility(page, { include: [WIDGET] });
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form).toBeHidden();
  await expect(review.getByRole('article', { name: title })).toContainText('1,234');
  await expect(review.getByRole('button', { name: `Check in on ${title}` })).toBeFocused();
});

test('the check-in of a sprint that just closed begins with its last day', async ({ page, site }) => {
  const { frozen } = await sprintsOf(site);
  const { today } = (await ask(site, 'amara', 'loadSprintReview', {
    projectId: null,
    boardId: 1,
    place: { kind: 'sprint', sprintId: frozen.id },
  })) as { today: string };
  const review = await openReview(page, 'amara');
  await chooseSprint(review, frozen.name);
  const button = review.getByRole('button', { name: /^Check in on/ }).last();
  await button.click();
  const form = review.getByRole('form', { name: /^Check in:/ });
  await expect(form.getByText(/ or before counts for what is reviewed$/)).toBeVisible();
  expect((await form.getByLabel('Date').inputValue()) <= today).toBe(true);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(button).toBeFocused();
});

test('what is left of a movement goes into the next sprint with one press, and out again with another', async ({
  page,
  site,
}) => {
  const { planned } = await sprintsOf(site);
  const before = await intentOf(site, planned.id);
  const review = await openReview(page, 'nadia');
  const carry = review.getByRole('button', { name: /^Carry .* into the next sprint$/ }).first();
  await carry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Carried into ${planned.name}`)).toBeVisible();
  await expect(review.getByText(`Goes on in ${planned.name}`)).toBeVisible();
  const undo = review.getByRole('button', { name: /^Undo: take / });
  await expect(undo).toBeFocused();
  const carried = await intentOf(site, planned.id);
  expect(carried).toHaveLength(before.length + 1);
  await checkAccessibility(page, { include: [WIDGET] });
  await page.keyboard.press('Enter');
  await expect(undo).toBeHidden();
  await expect(carry).toBeFocused();
  expect(await intentOf(site, planned.id)).toEqual(before);
});

test('a gap that was carried on says so after the page is loaded again, and two into one sprint are taken out one by one', async ({
  page,
  site,
}) => {
  const { running, planned } = await sprintsOf(site);
  const before = await intentOf(site, planned.id);
  let review = await openReview(page, 'nadia');
  const carry = review.getByRole('button', { name: /^Carry .* into the next sprint$/ });
  const undo = review.getByRole('button', { name: /^Undo: take / });
  await expect(carry).not.toHaveCount(0);
  const gaps = await carry.count();
  expect(gaps).toBeGreaterThan(1);
  await carry.first().click();
  await expect(undo).toHaveCount(1);
  await carry.first().click();
  await expect(undo).toHaveCount(2);
  await undo.first().click();
  await expect(undo).toHaveCount(1);
  expect(await intentOf(site, planned.id)).toHaveLength(before.length + 1);

  await chooseSprint(review, `${planned.name} (planned)`);
  await chooseSprint(review, `${running.name} (active)`);
  await expect(undo).toHaveCount(1);
  review = await openReview(page, 'nadia');
  await expect(review.getByText(`Goes on in ${planned.name}`)).toBeVisible();
  await expect(carry).toHaveCount(gaps - 1);
});

test('a gap that somebody took out in planning can be carried on again', async ({ page, site }) => {
  const { planned } = await sprintsOf(site);
  await page.goto('/projects/BOOK/okrs/review?as=nadia&theme=light');
  const app = page.frameLocator('iframe').first();
  const parts = app.getByRole('navigation', { name: 'Parts of the OKRs' });
  const carry = app.getByRole('button', { name: /^Carry .* into the next sprint$/ });
  await expect(carry).not.toHaveCount(0);
  const gaps = await carry.count();
  await carry.first().click();
  await expect(app.getByText(`Goes on in ${planned.name}`)).toBeVisible();
  await parts.getByRole('button', { name: 'Planning' }).click();
  await app.getByRole('button', { name: 'Change what is said' }).click();
  const form = app.getByRole('form', { name: 'What it advances' });
  await form
    .getByRole('button', { name: /^Remove key result/ })
    .last()
    .click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await parts.getByRole('button', { name: 'Review' }).click();
  await expect(carry).toHaveCount(gaps);
});

test('without a next sprint, carrying on says so and that nothing was saved', async ({ page, site }) => {
  const { running, planned } = await sprintsOf(site);
  const review = await openReview(page, 'nadia');
  await expect(review.getByRole('button', { name: /^Carry / }).first()).toBeVisible();
  // While the review stands there, the planned sprints are closed, so that only the one that is reviewed is left.
  const path = '/rest/agile/1.0/board/1/sprint?state=future';
  const { values } = (await site.rest<{ values: readonly { id: number }[] }>('nadia', 'GET', path)).body;
  expect(values.map(({ id }) => id)).toContain(planned.id);
  await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${running.id}`, { state: 'closed' });
  for (const { id } of values) {
    const days = {
      startDate: new Date().toISOString(),
      endDate: new Date(Date.now() + 86_400_000).toISOString(),
    };
    await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${id}`, { state: 'active', ...days });
    await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${id}`, { state: 'closed' });
  }
  await review
    .getByRole('button', { name: /^Carry / })
    .first()
    .click();
  await expect(review.getByRole('alert')).toContainText('There is no next sprint yet. Nothing was saved.');
});

test('who may not plan or check in sees the verdicts and no way to give one', async ({ page, site }) => {
  const { review } = await openFrozen(page, site, 'samir');
  await expect(review.getByText('What the work showed').first()).toBeVisible();
  await expect(review.getByRole('button', { name: 'Confirmed' })).toHaveCount(0);
  await expect(review.getByRole('button', { name: /^(Check in|Carry)/ })).toHaveCount(0);
});

test('the whole of a review works by keyboard', async ({ page, site }) => {
  const { review } = await openFrozen(page, site);
  const { card } = await unjudged(review);
  const list = card.getByRole('button', { name: /^(Finished|Not finished)/ }).first();
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(list).toHaveAttribute('aria-expanded', 'true');
  await expect(card.getByRole('listitem').first().getByRole('link')).toBeVisible();
  await tabTo(page, card.getByRole('button', { name: 'Confirmed' }));
  await page.keyboard.press('Space');
  await expect(card.getByRole('button', { name: 'Confirmed' })).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, card.getByRole('textbox', { name: /^What was learned/ }));
  await page.keyboard.type('It helps');
  await tabTo(page, card.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();
});

/** The first card of work on which no verdict was given. */
const unjudged = async (
  review: FrameLocator,
): Promise<{ readonly card: Locator; readonly title: string; readonly id: string }> => {
  await expect(review.getByRole('button', { name: 'Too early' }).first()).toBeVisible();
  const heading = review
    .getByRole('article')
    .filter({ hasNot: review.locator('[aria-pressed="true"]') })
    .filter({ has: review.getByRole('button', { name: 'Too early' }) })
    .filter({ has: review.getByRole('button', { name: /^(Finished|Not finished)/ }) })
    .first()
    .getByRole('heading', { level: 3 });
  const title = await heading.innerText();
  const id = await heading.evaluate((element) => element.id.replace('key-result-', ''));
  return { card: review.getByRole('article', { name: title }), title, id };
};

const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  await expect(target).toBeFocused();
};
