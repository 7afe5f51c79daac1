import type { FrameLocator, Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { expect } from '../fixtures';
import type { Found } from './issues';

/** The frame in the details, which everybody sees. */
export const FRAME = 'iframe[data-module="issue-context"]';

/** Opens an issue and waits until its panel has something to show. */
export const open = async (
  page: Page,
  { key }: Found,
  { as = 'amara', theme = 'light' }: { readonly as?: string; readonly theme?: string } = {},
): Promise<FrameLocator> => {
  await page.goto(`/browse/${key}?as=${as}&theme=${theme}`);
  const panel = page.frameLocator(FRAME);
  await panel.locator('[aria-busy=false]').waitFor();
  return panel;
};

/** Adds the first key result that may be picked. */
export const pickFirst = async (panel: FrameLocator): Promise<void> => {
  await panel.getByRole('button', { name: 'Add key result' }).click();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await panel.getByRole('combobox').press('Enter');
  await expect(panel.getByRole('combobox')).toBeHidden();
};

/** Counts the bytes of the app's scripts, with gzip, that were asked for before the answer of the first resolver. */
export const countScripts = (page: Page): (() => Promise<number>) => {
  const sizes: Promise<number>[] = [];
  let hasData = false;
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname === '/local/bridge' && response.request().postData()?.includes('loadIssuePanel'))
      hasData = true;
    if (hasData || !/\/issue-panel\/.*\.js$/.test(pathname)) return;
    sizes.push(response.body().then((script) => gzipSync(script).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};
