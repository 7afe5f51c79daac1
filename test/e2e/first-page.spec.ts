import { checkAccessibility, expect, test } from './fixtures';

for (const theme of ['light', 'dark']) {
  test(`the first page says what to try and is accessible in the ${theme} theme`, async ({ page }) => {
    await page.goto(`/?as=admin&theme=${theme}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('list').getByRole('link').first()).toBeVisible();
    await checkAccessibility(page);
  });
}
