import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const BOARD = 1;
const KEY_RESULT = 'Tickets bought without help from a person';

/** Goes on with Tab until what has the name has the focus. */
const tabTo = async (page: Page, plan: FrameLocator, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = plan.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const names = await focused.evaluate((element) => {
      const { labels } = element as HTMLInputElement;
      return [
        element.getAttribute('aria-label'),
        ...[...(labels ?? [])].map((label) => label.textContent),
        element.textContent,
      ].join(' ');
    });
    if (name.test(names)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
};

test('an intent is said, changed, given up and written beside another goal with the keyboard alone', async ({
  page,
  site,
}) => {
  const { body } = await site.rest<{ values: { id: number }[] }>(
    'admin',
    'GET',
    `/rest/agile/1.0/board/${BOARD}/sprint?state=future`,
  );
  const id = body.values[0]!.id;
  await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${id}`, { goal: 'Ship it' });
  await page.goto('/projects/BOOK/okrs/planning?as=admin&theme=dark');
  const plan = page.frameLocator('iframe[data-module="project-page-module"]');
  const opener = plan.getByRole('button', { name: 'Say what it advances' });
  await expect(opener).toBeVisible();

  await tabTo(page, plan, /Say what it advances/);
  await page.keyboard.press('Enter');
  const choice = plan.getByLabel('Key result', { exact: true });
  await expect(choice).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(choice).toBeFocused();
  await page.keyboard.type(KEY_RESULT.slice(0, 14));
  await expect(choice.locator('option:checked')).toHaveText(KEY_RESULT);
  await tabTo(page, plan, /What changes/);
  await page.keyboard.type('asking for less');
  await tabTo(page, plan, /Expected movement/);
  await page.keyboard.type('much');
  await page.keyboard.press('Enter');
  const movement = plan.getByLabel(/^Expected movement/);
  await expect(movement).toBeFocused();
  await expect(plan.getByText('This is not a number.').first()).toBeVisible();
  await movement.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  const sentence = plan.getByRole('region', { name: 'Intent' }).getByText(/^This sprint advances /);
  await expect(sentence).toBeVisible();
  await expect(plan.getByRole('button', { name: 'Change what is said' })).toBeFocused();

  await tabTo(page, plan, /Write to Jira’s sprint goal/);
  await page.keyboard.press('Enter');
  const group = plan.getByRole('group', { name: 'Somebody wrote another goal' });
  await expect(group).toBeFocused();
  await tabTo(page, plan, /Put ours below theirs/);
  await page.keyboard.press('Enter');
  await expect(group).toBeHidden();
  const { body: sprint } = await site.rest<{ goal: string }>('admin', 'GET', `/rest/agile/1.0/sprint/${id}`);
  expect(sprint.goal).toBe(`Ship it\n${(await sentence.textContent())!}`);
});
