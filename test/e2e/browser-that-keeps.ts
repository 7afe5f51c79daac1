import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS, ensureChromium } from '../../scripts/find-chromium';

/**
 * Runs something in a browser that lets frames of other sites keep things, as browsers do that nobody set otherwise.
 * Debian's Chromium does not, nor do private windows: what runs there sees a storage that throws.
 */
export const inBrowserThatKeeps = async (
  baseURL: string,
  act: (page: Page) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-browser-'));
  await mkdir(path.join(folder, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(path.join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: ensureChromium(() => undefined).executablePath,
    args: [...BROWSER_ARGUMENTS],
    baseURL,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    await act(await context.newPage());
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
};
