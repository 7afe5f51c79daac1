import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { openReview, sprintsOf } from './review';

const slideOf = (review: FrameLocator) => review.locator('[aria-roledescription="slide"]');

const startPresenting = async (review: FrameLocator): Promise<void> => {
  await review.getByRole('button', { name: 'Present' }).click();
  await expect(slideOf(review)).toBeFocused();
};

/** The number of the slide that is shown, and how many there are. */
const positionOf = async (review: FrameLocator): Promise<readonly [number, number]> => {
  const label = (await slideOf(review).getAttribute('aria-label')) ?? '';
  const [, at, of] = /^Slide (\d+) of (\d+): ./.exec(label) ?? [];
  return [Number(at), Number(of)];
};

const isFullScreen = (review: FrameLocator): Promise<boolean> =>
  review.locator('html').evaluate(() => document.fullscreenElement !== null);

const withoutFullScreen = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Not here.'));
  });
};

test('a review is presented by keyboard alone, and the focus comes back', async ({ page }) => {
  const review = await openReview(page, 'nadia');
  const button = review.getByRole('button', { name: 'Present' });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(slideOf(review)).toBeFocused();
  const name = await review.getByRole('heading', { level: 1 }).innerText();
  expect(name).toMatch(/^Booking Sprint/);
  const [, count] = await positionOf(review);
  expect(count).toBeGreaterThan(3);

  const said = review.getByRole('status').filter({ hasText: /^Slide/ });
  await page.keyboard.press('ArrowRight');
  expect(await positionOf(review)).toEqual([2, count]);
  const keyResult = await review.getByRole('heading', { level: 1 }).innerText();
  await expect(said).toHaveText(`Slide 2 of ${count}: ${keyResult}`);
  await page.keyboard.press(' ');
  expect(await positionOf(review)).toEqual([3, count]);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await positionOf(review)).toEqual([1, count]);
  await page.keyboard.press('End');
  await expect(said).toHaveText(`Slide ${count} of ${count}: What this sprint taught us`);
  await page.keyboard.press('PageDown');
  expect(await positionOf(review)).toEqual([count, count]);
  await page.keyboard.press('Home');
  expect(await positionOf(review)).toEqual([1, count]);
  await page.keyboard.press('Escape');
  await expect(slideOf(review)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a key result’s slide has its outcome and its delivery apart, what was intended and what was finished', async ({
  page,
  site,
}) => {
  const { frozen } = await sprintsOf(site);
  await page.goto(`/projects/BOOK/okrs/review/1/${frozen.id}?as=nadia&theme=light`);
  const review = page.frameLocator('iframe').first();
  await expect(review.getByRole('heading', { level: 1, name: frozen.name })).toBeVisible();
  const card = review.getByRole('article').filter({ has: page.getByRole('button', { name: /^Finished/ }) });
  const title = await card.first().getByRole('heading', { level: 3 }).innerText();
  await startPresenting(review);
  const slide = slideOf(review);
  await expect(slide.getByText(/^Frozen when the sprint closed on /)).toBeVisible();
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if ((await review.getByRole('heading', { level: 1 }).innerText()) === title) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(review.getByRole('heading', { level: 1, name: title })).toBeVisible();
  for (const part of ['Outcome', 'Delivery', 'Finished']) {
    await expect(review.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
  await expect(slide.getByRole('img')).toHaveCount(2);
  await expect(slide.getByText('Intended', { exact: true })).toBeVisible();
  await expect(slide.getByText('Actual', { exact: true })).toBeVisible();
  await expect(slide.getByRole('listitem').first()).toHaveText(/^BOOK-\d+ ./);
});

test('the mouse goes through the slides, and nothing else of the frame is there meanwhile', async ({
  page,
}) => {
  const review = await openReview(page, 'nadia');
  await startPresenting(review);
  await expect(review.getByRole('heading', { name: 'Key results' })).toBeHidden();
  await review.getByRole('button', { name: 'Next' }).click();
  await expect(review.getByRole('button', { name: 'Next' })).toBeFocused();
  // The blank presses the button that has the focus, and does not go on once more.
  await page.keyboard.press(' ');
  expect((await positionOf(review))[0]).toBe(3);
  await review.getByRole('button', { name: 'Previous' }).click();
  const [at, count] = await positionOf(review);
  expect(at).toBe(2);
  await expect(review.getByText(`2 of ${count}`, { exact: true })).toBeVisible();
  await review.getByRole('button', { name: 'Leave' }).click();
  await expect(review.getByRole('button', { name: 'Present' })).toBeFocused();
  await expect(review.getByRole('heading', { name: 'Key results' })).toBeVisible();
});

test('it fills the screen where it may, and leaving the one leaves the other', async ({ page }) => {
  const review = await openReview(page, 'nadia');
  await startPresenting(review);
  await expect.poll(() => isFullScreen(review)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(slideOf(review)).toHaveCount(0);
  await expect.poll(() => isFullScreen(review)).toBe(false);

  await startPresenting(review);
  await expect.poll(() => isFullScreen(review)).toBe(true);
  await review.locator('html').evaluate(() => document.exitFullscreen());
  await expect(slideOf(review)).toHaveCount(0);
});

test('it goes on in the frame where it may not fill the screen', async ({ page }) => {
  await withoutFullScreen(page);
  const review = await openReview(page, 'nadia');
  await startPresenting(review);
  await page.keyboard.press('ArrowRight');
  expect((await positionOf(review))[0]).toBe(2);
  expect(await isFullScreen(review)).toBe(false);
  const frame = page.locator('iframe[data-module="sprint-review-widget"]').first();
  await expect.poll(async () => Math.round((await frame.boundingBox())?.height ?? 0)).toBe(640);
});

test('from a sprint’s menu, Escape leaves the presentation and not the review', async ({ page, site }) => {
  await withoutFullScreen(page);
  const { running } = await sprintsOf(site);
  await page.goto('/projects/BOOK/backlog?as=nadia&theme=light');
  await page.getByRole('button', { name: `Actions for ${running.name}` }).click();
  await page.getByRole('button', { name: 'Review key results' }).click();
  const review = page.frameLocator('iframe[data-module="sprint-action"]').first();
  await startPresenting(review);
  await page.keyboard.press('Escape');
  await expect(review.getByRole('button', { name: 'Present' })).toBeFocused();
  await expect(review.getByRole('article').first()).toBeVisible();
});

test('slides come without moving for those who ask for less motion', async ({ page }) => {
  const animation = (review: FrameLocator): Promise<string> =>
    slideOf(review)
      .locator('> div')
      .evaluate((content) => getComputedStyle(content).animationName);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const review = await openReview(page, 'nadia');
  await startPresenting(review);
  expect(await animation(review)).not.toBe('none');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await animation(review)).toBe('none');
});

for (const theme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`every slide is accessible and fits ${width} pixels in ${theme}`, async ({ page }) => {
      await withoutFullScreen(page);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      const review = await openReview(page, 'nadia', theme);
      await startPresenting(review);
      const [, count] = await positionOf(review);
      for (let at = 1; at <= count; at += 1) {
        expect((await positionOf(review))[0]).toBe(at);
        await checkAccessibility(page, { include: ['iframe[data-module="sprint-review-widget"]'] });
        const overflow = await slideOf(review).evaluate(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        );
        expect(overflow).toBe(0);
        await page.keyboard.press('PageDown');
      }
    });
  }
}
