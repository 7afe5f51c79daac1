import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startServer } from '../local/server';
import { demoSite } from '../local/sites/demo/demo-site';
import { buildFrontEnds } from './build-front-ends';
import { BROWSER_ARGUMENTS, findChromium } from './find-chromium';

/**
 * Makes `docs/images/`: every surface of the demo site, light and dark, wide and narrow. The demo is relative to a day,
 * which is fixed here, so that pictures change when the screens do and not from day to day.
 */
const FOLDER = resolve(__dirname, '../docs/images');
const DAY = new Date('2026-11-18T09:00:00.000Z');

type Surface = {
  readonly name: string;
  readonly as: string;
  readonly path: string;
  /** Brings the page to what is worth showing. */
  readonly prepare: (page: Page) => Promise<void>;
};

const SURFACES: readonly Surface[] = [
  {
    name: 'start',
    as: 'amara',
    path: '/',
    prepare: async (page) => void (await page.getByRole('heading', { level: 1 }).waitFor()),
  },
];

const takePictures = async (): Promise<void> => {
  await buildFrontEnds();
  await mkdir(FOLDER, { recursive: true });
  const server = await startServer({ port: 0, load: () => demoSite(DAY) });
  const found = findChromium();
  const browser = await chromium.launch({
    args: [...BROWSER_ARGUMENTS],
    ...(found ? { executablePath: found.executablePath } : {}),
  });
  try {
    for (const surface of SURFACES) await takeSurface(browser, server.url, surface);
  } finally {
    await browser.close();
    await server.close();
  }
};

const takeSurface = async (
  browser: Browser,
  url: string,
  { name, as, path, prepare }: Surface,
): Promise<void> => {
  for (const theme of ['light', 'dark']) {
    for (const width of [1280, 480]) {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      await page.goto(`${url}${path}?as=${as}&theme=${theme}`);
      await prepare(page);
      await page.screenshot({ path: resolve(FOLDER, `${name}-${theme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
  console.log(`Took ${name}`);
};

void takePictures();
