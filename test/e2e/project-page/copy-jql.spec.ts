import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';

const OBJECTIVE = 'Booking takes minutes, not a lunch break';
const KEY_RESULT = 'Median time from search to paid ticket';

const copyFrom = async (page: Page, frame: FrameLocator, of: string): Promise<string> => {
  await frame.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
  await frame.getByRole('button', { name: 'Copy JQL', exact: true }).click();
  const flag = page.getByRole('status').filter({ hasText: 'Copy this into Jira’s search' });
  const text = (await flag.getByRole('paragraph').textContent()) ?? '';
  await flag.getByRole('button', { name: /^Dismiss/ }).click();
  return text;
};

test('hands out JQL that finds what serves a key result or an objective, also to who may only look', async ({
  page,
}) => {
  // As where the browser keeps the page from the clipboard.
  await page.addInitScript(() => {
    const writeText = () => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.goto('/projects/BOOK/okrs?as=viewer&theme=light');
  const frame = page.frameLocator('iframe');
  const ofKeyResult = await copyFrom(page, frame, KEY_RESULT);
  expect(ofKeyResult).toMatch(/^issue in issuesOfKeyResult\("o[a-z0-9]{9}-[a-z0-9]{6}"\)$/);
  const ofObjective = await copyFrom(page, frame, OBJECTIVE);
  expect(ofObjective).toBe(`issue in issuesOfObjective("${ofKeyResult.slice(28, 38)}")`);
  for (const jql of [ofKeyResult, ofObjective]) {
    await page.goto(`/issues/?jql=${encodeURIComponent(jql)}`);
    await expect(page.getByRole('link', { name: /^BOOK-\d+$/ }).first()).toBeVisible();
  }
});

test('puts it into the clipboard where the page is let', async ({ page }) => {
  const written: string[] = [];
  await page.exposeFunction('noteWritten', (text: string) => void written.push(text));
  await page.addInitScript(() => {
    const writeText = (text: string) =>
      (window as never as Record<string, (one: string) => unknown>)['noteWritten']?.(text);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.goto('/projects/BOOK/okrs?as=nadia&theme=light');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: `Actions for ${OBJECTIVE}`, exact: true }).click();
  await frame.getByRole('button', { name: 'Copy JQL', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'JQL copied' })).toContainText('issuesOfObjective');
  expect(written).toEqual([expect.stringMatching(/^issue in issuesOfObjective\("o[a-z0-9]{9}"\)$/)]);
  await checkAccessibility(page);
});
