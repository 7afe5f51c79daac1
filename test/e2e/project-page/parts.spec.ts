import { expect, test } from '../fixtures';

test('a part that was left shows what was saved in another one meanwhile', async ({ page }) => {
  await page.goto('/projects/BOOK/okrs?as=nadia');
  const app = page.frameLocator('iframe').first();
  const parts = app.getByRole('navigation', { name: 'Parts of the OKRs' });
  const progress = app.getByRole('progressbar', { name: /^Progress of Commuter passes bought online/ });
  await expect(progress).not.toHaveAccessibleName(/77%$/);
  await parts.getByRole('button', { name: 'Review' }).click();
  const card = app.getByRole('article', { name: 'Commuter passes bought online' });
  await card.getByRole('button', { name: /^Check in on / }).click();
  const form = card.getByRole('form', { name: /^Check in/ });
  await form.getByRole('textbox', { name: /^Value/ }).fill('47.25');
  await form.getByRole('radio', { name: '6', exact: true }).check({ force: true });
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form).toBeHidden();
  await parts.getByRole('button', { name: 'OKRs' }).click();
  await expect(progress).toHaveAccessibleName(/77%$/);
});

test('each part has an address of its own, is left by going back, and stays as it was left', async ({
  page,
}) => {
  await page.goto('/projects/BOOK/okrs?as=admin');
  const app = page.frameLocator('iframe').first();
  const parts = app.getByRole('navigation', { name: 'Parts of the OKRs' });
  const shown = parts.locator('[aria-current="page"]');
  await expect(shown).toHaveText('OKRs');
  await parts.getByRole('button', { name: 'Refinement' }).click();
  await expect(page).toHaveURL(/\/okrs\/refinement/);
  await app.getByRole('searchbox', { name: 'Words of the summary' }).fill('payment');
  // Pressed once more, it leads nowhere else: going back would seem to do nothing.
  await parts.getByRole('button', { name: 'Refinement' }).click();
  await parts.getByRole('button', { name: 'WSJF' }).click();
  await expect(page).toHaveURL(/\/okrs\/wsjf/);
  await expect(app.getByRole('searchbox', { name: 'Words of the summary' })).toBeHidden();
  await page.goBack();
  await expect(shown).toHaveText('Refinement');
  await expect(app.getByRole('searchbox', { name: 'Words of the summary' })).toHaveValue('payment');
  await page.goBack();
  await expect(shown).toHaveText('OKRs');
});
