import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { ask } from './review';

const openHarbour = async (page: Page): Promise<FrameLocator> => {
  await page.goto('/dashboards/1?as=bram&theme=light');
  await page.getByRole('button', { name: /^Actions for .*gadget 102/ }).press('Enter');
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
  const edit = page.frameLocator('iframe[title^="Set up"]');
  const board = edit.getByRole('combobox', { name: 'Board', exact: true });
  await board.focus();
  await board.pressSequentially('Harbour');
  await expect(edit.getByRole('option').first()).toContainText('Harbour');
  await page.keyboard.press('Enter');
  await expect(edit.getByText(/^This board has no sprints\. Its review goes by/)).toBeVisible();
  await edit.getByRole('button', { name: 'Save' }).click();
  const review = page.frameLocator('iframe[data-module="sprint-review-gadget"]').first();
  await expect(review.getByRole('heading', { level: 1, name: 'Harbour Systems board' })).toBeVisible();
  return review;
};

test('a board without sprints is reviewed by its periods', async ({ page }) => {
  const review = await openHarbour(page);
  await expect(review.getByText(/^Period .*, which runs$/)).toBeVisible();
  await expect(review.getByText('Running: read as it is now')).toBeVisible();
  const numbers = review.getByRole('group', { name: 'The period in numbers' });
  await expect(numbers.getByText('Begun before', { exact: true })).toBeVisible();
  await expect(numbers.getByText('Completed elsewhere')).toHaveCount(0);
  await expect(numbers.getByText(/^\d+ items?$/)).toHaveCount(5);
  await checkAccessibility(page, { include: ['iframe[data-module="sprint-review-gadget"]'] });
});

test('periods are gone through by keyboard, and what was intended for one is held against what moved', async ({
  page,
}) => {
  const review = await openHarbour(page);
  const earlier = review.getByRole('button', { name: 'Earlier period' });
  await earlier.focus();
  await page.keyboard.press('Enter');
  await expect(review.getByText(/^Period .*\d$/)).toBeVisible();
  await expect(review.getByText('Rebuilt from the histories of issues')).toBeVisible();
  await expect(earlier).toBeFocused();
  await expect(review.getByText(/having the partners read the feed/)).toBeVisible();
  await expect(review.getByText('Actual', { exact: true })).toBeVisible();
  const now = review.getByRole('button', { name: 'The one that runs now' });
  await now.focus();
  await page.keyboard.press('Enter');
  await expect(review.getByText(/^Period .*, which runs$/)).toBeVisible();
});

test('what is left of a period is carried into the next one', async ({ page, site }) => {
  const { objectives, period, today } = (await ask(site, 'bram', 'loadSprintReview', {
    projectId: '10003',
    boardId: 3,
    place: { kind: 'period', start: null },
  })) as {
    objectives: readonly { keyResults: readonly { id: string }[] }[];
    period: { start: string };
    today: string;
  };
  const keyResultId = objectives[0]!.keyResults[0]!.id;
  await ask(site, 'bram', 'saveSprintIntent', {
    id: 'iaaaaaaaaa',
    place: { kind: 'period', boardId: 3, start: period.start },
    expectedRevision: null,
    advances: [{ keyResultId, change: 'asking them', movement: 1000, visibleBy: today }],
  });
  const review = await openHarbour(page);
  const carry = review.getByRole('button', { name: /^Carry .* into the next period$/ });
  await expect(carry).toBeVisible();
  await carry.click();
  await expect(review.getByText(/^Goes on in the period from /)).toBeVisible();
  await review.getByRole('button', { name: /^Undo: take / }).click();
  await expect(carry).toBeVisible();
});
