import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { choose, tabTo } from '../refine-and-plan/keys';
import type { TestSite } from '../site';
import { ask, intentOf, sprintsOf, type SprintRow } from './review';

const REVIEW = 'iframe[src*="/frame/project-page/"]';

for (const theme of ['light', 'dark']) {
  test(`a team closes its sprint, reviews it and goes on with what is left, in the ${theme} theme`, async ({
    page,
    site,
  }) => {
    test.setTimeout(240_000);
    const { running, planned } = await sprintsOf(site);
    await page.goto(`/projects/BOOK/backlog?as=nadia&theme=${theme}`);
    await page.getByRole('button', { name: `Actions for ${running.name}` }).click();
    await page.getByRole('button', { name: 'Complete sprint' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Complete sprint' }).click();
    await expect(page.getByText(`${running.name} completed`)).toBeVisible();
    await untilFrozen(site, running);

    const review = await openReviewPart(page, running, theme);
    await expect(review.getByText(/^Frozen when the sprint closed on /)).toBeVisible();
    await checkAccessibility(page, { include: [REVIEW] });

    const card = review.getByRole('article').first();
    const title = await card.getByRole('heading', { level: 3 }).innerText();
    await card.getByRole('button', { name: 'No effect' }).click();
    await card.getByRole('textbox', { name: /^What was learned/ }).fill('Nobody saw it');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();

    await card.getByRole('button', { name: `Check in on ${title}` }).click();
    const form = card.getByRole('form', { name: `Check in: ${title}` });
    await form.getByLabel(/^Value/).fill('21');
    await form.getByRole('radio', { name: '4', exact: true }).check({ force: true });
    await checkAccessibility(page, { include: [REVIEW] });
    await form.getByRole('button', { name: 'Check in' }).click();
    await expect(form).toBeHidden();
    await expect(card).toContainText('21%');

    await card.getByRole('button', { name: /^Carry .* into the next sprint$/ }).click();
    await expect(card.getByText(`Goes on in ${planned.name}`)).toBeVisible();
    expect(await intentOf(site, planned.id)).toHaveLength(1);
    await checkAccessibility(page, { include: [REVIEW] });

    await review.getByRole('button', { name: 'Present' }).click();
    const slide = review.locator('[aria-roledescription="slide"]');
    await expect(slide).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(slide).toContainText(title);
    await expect(slide).toContainText('Nobody saw it');
    await checkAccessibility(page, { include: [REVIEW] });
    await page.keyboard.press('Escape');

    await review.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      review.getByRole('link', { name: 'Save as Markdown' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(title);
    expect(text).toContain('Nobody saw it');
    await checkAccessibility(page, { include: [REVIEW] });
  });
}

test('the same by keyboard alone', async ({ page, site }) => {
  test.setTimeout(240_000);
  const { running, planned } = await sprintsOf(site);
  await page.goto('/projects/BOOK/backlog?as=nadia&theme=light');
  await expect(page.getByRole('button', { name: `Actions for ${running.name}` })).toBeVisible();
  await choose(page, new RegExp(`Actions for ${running.name}$`));
  await choose(page, /^button Complete sprint$/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await choose(page, /^button Complete sprint$/);
  await expect(page.getByText(`${running.name} completed`)).toBeVisible();
  await untilFrozen(site, running);

  const review = await openReviewPart(page, running, 'light');
  const card = review.getByRole('article').first();
  await expect(card.getByRole('button', { name: 'Too early' })).toBeVisible();
  const title = await card.getByRole('heading', { level: 3 }).innerText();
  await tabTo(page, /^button Too early$/);
  await page.keyboard.press('Space');
  await expect(card.getByRole('button', { name: 'Too early' })).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, /^textarea What was learned/);
  await page.keyboard.type('Ask again in May');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: 'Save' })).toBeHidden();
  await choose(page, /^button Check in on /);
  await expect(card.getByLabel(/^Value/)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('21');
  await tabTo(page, /^input \d+$/);
  await page.keyboard.press('ArrowRight');
  await choose(page, /^button Check in$/);
  await expect(card.getByRole('form', { name: `Check in: ${title}` })).toBeHidden();
  await choose(page, /^button Carry /);
  await expect(card.getByText(`Goes on in ${planned.name}`)).toBeVisible();

  await choose(page, /^button Export$/, 'Shift+Tab');
  await expect(review.getByRole('link', { name: 'Save as Markdown' })).toBeVisible();
  await tabTo(page, /Save as Markdown/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(await readFile(await download.path(), 'utf8')).toContain('Ask again in May');
  await choose(page, /^button Present$/, 'Shift+Tab');
  const slide = review.locator('[aria-roledescription="slide"]');
  await expect(slide).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(slide).toContainText(title);
  await page.keyboard.press('Escape');
  await expect(review.getByRole('button', { name: 'Present' })).toBeFocused();
});

const openReviewPart = async (page: Page, { id, name }: SprintRow, theme: string): Promise<FrameLocator> => {
  await page.goto(`/projects/BOOK/okrs/review/1/${id}?as=nadia&theme=${theme}`);
  const review = page.frameLocator(REVIEW);
  await expect(review.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(review.getByText(/^As of/)).toBeVisible();
  return review;
};

/** The app is told that the sprint closed, and freezes it once Jira's search knows everything. */
const untilFrozen = async (site: TestSite, { id: sprintId }: SprintRow): Promise<void> => {
  await expect
    .poll(
      async () => {
        await site.local('POST', '/local/clock', { advanceMs: 60_000 });
        const view = await ask(site, 'nadia', 'loadSprintReview', {
          projectId: null,
          boardId: 1,
          place: { kind: 'sprint', sprintId },
        });
        return (view as { ledger: { state: string } | null }).ledger?.state;
      },
      { timeout: 30_000 },
    )
    .toBe('closed');
};
