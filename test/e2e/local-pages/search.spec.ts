import path from 'node:path';
import { demoSite } from '../../../local/sites/demo/demo-site';
import { checkAccessibility, expect, test as base } from '../fixtures';
import { startSite, untilIndexed } from '../site';
import { replaceFrontEnds } from './probe';

const test = base.extend<{ readonly root: string }>({
  root: [path.resolve(__dirname, '../../local/pages/pages-app'), { option: true }],
  site: async ({ root }, use) => {
    const site = await startSite(() => ({ ...demoSite(new Date()), script: [] }), root);
    await use(site);
    await site.close();
  },
});

test.beforeEach(async ({ page }) => replaceFrontEnds(page));

test('JQL is typed, with the app’s functions, corrected where it is wrong, and paged through', async ({
  page,
}) => {
  await page.goto('/?as=admin');
  await page.getByRole('searchbox').fill('issue in issuesNumbered(some)');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('alert')).toContainText('some is no number of issues.');
  const box = page.getByRole('textbox', { name: 'JQL' });
  await expect(box).toHaveValue('issue in issuesNumbered(some)');
  await box.fill('issue in issuesNumbered(60) ORDER BY key ASC');
  await box.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('≈ 60 issues')).toBeVisible();
  const rows = page.getByRole('table', { name: 'Issues found' }).locator('tbody tr');
  await expect(rows).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(rows).toHaveCount(60);
  await checkAccessibility(page);
  await box.fill('flavour = sweet');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText("Field 'flavour' does not exist");
});

test('labels and the app’s fields show in lists; a field is computed each time its issue is opened', async ({
  page,
  site,
}) => {
  await page.goto('/search?jql=key=BOOK-1&as=admin');
  const row = page.getByRole('row', { name: /BOOK-1/ });
  await expect(row).toBeVisible();
  await expect(row.getByTitle('Headline')).toHaveText('');
  await page.goto('/browse/BOOK-1');
  await expect(page.getByText('Headline 1')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Headline 2')).toBeVisible();
  await site.rest('admin', 'PUT', '/rest/api/3/issue/BOOK-1', { fields: { labels: ['throughline-cut'] } });
  await untilIndexed(site);
  await page.goto('/search?jql=labels=throughline-cut');
  await expect(row.getByTitle('Headline')).toHaveText('Headline 2');
  await expect(row.getByText('throughline-cut')).toBeVisible();
});
