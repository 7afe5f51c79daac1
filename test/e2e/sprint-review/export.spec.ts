import { readFile } from 'node:fs/promises';
import type { Download, FrameLocator, Page } from '@playwright/test';
import { readCsv } from '../../static/sprint-review/export/read-csv';
import { checkAccessibility, expect, test } from '../fixtures';
import { chooseSprint, openReview, sprintsOf, openFrozen } from './review';

const openExport = async (review: FrameLocator): Promise<FrameLocator> => {
  await review.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(review.getByRole('link', { name: 'Save as Markdown' })).toBeVisible();
  return review;
};

const save = async (page: Page, review: FrameLocator, name: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    review.getByRole('link', { name }).click(),
  ]);
  return download;
};

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

const recordsOf = async (download: Download): Promise<Record<string, string>[]> => {
  const text = await textOf(download);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head = [], ...rows] = readCsv(text.slice(1));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
};

/** A figure as it stands on the screen: `71 points, 17 items`. */
const shownSum = async (review: FrameLocator, name: string): Promise<{ points: string; items: string }> => {
  const text = await review
    .getByRole('group', { name: 'The sprint in numbers' })
    .locator('dl > div')
    .filter({ has: review.getByText(name, { exact: true }) })
    .locator('dd')
    .first()
    .innerText();
  const [, points = '', items = ''] = /^(\d+)\s+points, (\d+) items?$/.exec(text.trim()) ?? [];
  return { points, items };
};

const withoutClipboard = async (page: Page, keepsCommand: boolean): Promise<void> => {
  await page.addInitScript((keeps) => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    if (!keeps) document.execCommand = () => false;
  }, keepsCommand);
};

test('the files of a frozen sprint say what the screen says', async ({ page, site }) => {
  const { review, frozen } = await openFrozen(page, site);
  await openExport(review);
  const completed = await shownSum(review, 'Completed');

  const keyResults = await save(page, review, 'Save key results as CSV');
  expect(keyResults.suggestedFilename()).toMatch(
    /^sprint-review-booking-sprint-\d+-\d{4}-\d\d-\d\d-key-results\.csv$/,
  );
  const rows = await recordsOf(keyResults);
  expect(rows[0]).toMatchObject({
    'Sprint or period': frozen.name,
    Row: 'all work',
    'Completed, points': completed.points,
    'Completed, items': completed.items,
    Source: expect.stringMatching(/^Frozen when the sprint closed on /),
  });
  const [card] = await review.getByRole('article').getByRole('heading', { level: 3 }).allInnerTexts();
  expect(rows[1]).toMatchObject({ Row: 'key result', 'Key result': card });

  const issues = await recordsOf(await save(page, review, 'Save issues as CSV'));
  const counting = issues.filter((row) => row['Counts'] === '1');
  expect(counting.filter((row) => row['Outcome'] === 'Completed')).toHaveLength(Number(completed.items));
  expect(issues.every((row) => /^BOOK-\d+$/.test(row['Issue'] ?? '') && row['Summary'] !== '')).toBe(true);

  const document = await textOf(await save(page, review, 'Save as Markdown'));
  expect(document).toContain(`# Sprint review: ${frozen.name}`);
  expect(document).toContain(`| Completed (finished in it) | ${completed.items} | ${completed.points} |`);
  expect(document).toContain(counting[0]!['Issue']);
});

test('what issues are called is read when an export is asked for, a hundred at a time', async ({
  page,
  site,
}) => {
  const { frozen } = await sprintsOf(site);
  const asked: string[] = [];
  const review = await openReview(page, 'nadia');
  await chooseSprint(review, frozen.name);
  await expect(review.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  page.on('request', (request) => {
    if (request.url().endsWith('/local/bridge')) asked.push(request.postData() ?? '');
  });
  await openExport(review);
  expect(asked.filter((data) => data.includes('bulkfetch'))).toHaveLength(1);
  expect(asked.filter((data) => data.includes('"invoke"'))).toEqual([]);
});

test('names that could not be read are read again, and nothing is saved without them', async ({
  page,
  site,
}) => {
  const { review } = await openFrozen(page, site);
  await expect(review.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  await site.local('POST', '/local/faults', [{ target: 'jira', match: 'bulkfetch', share: 1, status: 503 }]);
  await review.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(review.getByRole('alert')).toContainText('What the issues are called could not be read.', {
    timeout: 40_000,
  });
  await expect(review.getByRole('link', { name: 'Save as Markdown' })).toHaveCount(0);
  await site.local('POST', '/local/faults', []);
  await review.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(review.getByRole('link', { name: 'Save as Markdown' })).toBeVisible();
});

test('the table is copied as a table and as text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const review = await openExport(await openReview(page, 'nadia'));
  await review.getByRole('button', { name: 'Copy as a table' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Table copied' })).toBeVisible();
  const { html, text } = await readClipboard(page);
  expect(text.split('\n')[0]).toBe(
    [
      ...['Key result', 'Objective', 'Unit', 'At the start', 'Now', 'Expected', 'Target', 'Moved'],
      ...['Intended', 'Missing', 'Done, points', 'At the start, points', 'At the end, points'],
      ...['Verdict', 'Learning', 'Remark'],
    ].join('\t'),
  );
  expect(text).toContain('\nAll work\t');
  expect(html).toMatch(/<table>.*<th>Key result<\/th>.*<td>All work<\/td>/s);
});

test('without the newer clipboard the older one is used', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withoutClipboard(page, true);
  const review = await openExport(await openReview(page, 'nadia'));
  await review.getByRole('button', { name: 'Copy as a table' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Table copied' })).toBeVisible();
});

test('without any clipboard the table is there to be copied by hand', async ({ page }) => {
  await withoutClipboard(page, false);
  const review = await openExport(await openReview(page, 'nadia'));
  await review.getByRole('button', { name: 'Copy as a table' }).click();
  const text = review.getByRole('textbox', { name: /^Your browser keeps this page from the clipboard/ });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/^Key result\tObjective/);
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(
    (await text.inputValue()).length,
  );
});

test('the export is opened, used and left by keyboard', async ({ page }) => {
  const review = await openReview(page, 'nadia');
  const button = review.getByRole('button', { name: 'Export', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = review.getByRole('region', { name: 'Export' });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('link', { name: 'Save as Markdown' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('link', { name: 'Save as Markdown' })).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
});

for (const theme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`the export is accessible at ${width} pixels in ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const review = await openExport(await openReview(page, 'nadia', theme));
      await expect(review.getByRole('status').filter({ hasText: 'The export is ready.' })).toBeAttached();
      await checkAccessibility(page, { include: ['iframe[data-module="sprint-review-widget"]'] });
      const reach = await review.getByRole('region', { name: 'Export' }).evaluate((panel) => ({
        inside: panel.scrollWidth - panel.clientWidth,
        outside: panel.getBoundingClientRect().right > document.documentElement.clientWidth,
      }));
      expect(reach).toEqual({ inside: 0, outside: false });
    });
  }
}

const readClipboard = (page: Page): Promise<{ html: string; text: string }> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type: string): Promise<string> => (await item!.getType(type)).text();
    return { html: await of('text/html'), text: await of('text/plain') };
  });
