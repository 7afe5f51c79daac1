import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startServer } from '../local/server';
import { demoSite } from '../local/sites/demo/demo-site';
import { buildFrontEnds } from './build-front-ends';
import { BROWSER_ARGUMENTS, findChromium } from './find-chromium';
import { issueSurfaces } from './pictures/issue-surfaces';
import { planningSurfaces } from './pictures/planning-surfaces';
import { projectSurfaces } from './pictures/project-surfaces';
import { rankingSurfaces } from './pictures/ranking-surfaces';
import { refinementSurfaces } from './pictures/refinement-surfaces';
import { reviewSurfaces } from './pictures/review-surfaces';
import { bottomOfContent, settled } from './pictures/settled';
import { siteSurfaces } from './pictures/site-surfaces';
import type { Surface } from './pictures/surface';
import { pathOn } from './pictures/where';

/**
 * Makes `docs/images/`: every surface of the demo site, light and dark, wide and narrow. The demo is relative to a day,
 * which is fixed here, so that pictures change when the screens do and not from day to day. Arguments name the surfaces
 * to take, by how their names begin.
 */
const FOLDER = resolve(__dirname, '../docs/images');
const DAY = new Date('2026-11-18T09:00:00.000Z');

const SURFACES: readonly Surface[] = [
  ...siteSurfaces,
  ...issueSurfaces,
  ...projectSurfaces,
  ...refinementSurfaces,
  ...planningSurfaces,
  ...rankingSurfaces,
  ...reviewSurfaces,
];

const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [1280, 480].map((width) => ({ theme, width })));

const takePictures = async (wanted: readonly string[]): Promise<void> => {
  await buildFrontEnds();
  await mkdir(FOLDER, { recursive: true });
  const found = findChromium();
  const browser = await chromium.launch({
    args: [...BROWSER_ARGUMENTS],
    ...(found ? { executablePath: found.executablePath } : {}),
  });
  const server = await startDemo();
  const chosen = SURFACES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
  );
  try {
    for (const surface of chosen) {
      await takeSurface(browser, server.url, surface).catch((error: unknown) => {
        process.exitCode = 1;
        console.error(`${surface.name} could not be taken:`, error);
      });
    }
  } finally {
    await browser.close();
    await server.close();
  }
};

const startDemo = async () => {
  const server = await startServer({ port: 0, load: () => demoSite(DAY), log: () => undefined });
  server.standIn.clock.moveTo(DAY);
  return server;
};

/** All looks of a surface at once; on sites of their own where it changes something. */
const takeSurface = async (browser: Browser, url: string, surface: Surface): Promise<void> => {
  await Promise.all(
    LOOKS.filter(({ width }) => width === 1280 || !surface.wideOnly).map(async (look) => {
      if (!surface.changes) return takePicture(browser, url, surface, look);
      const own = await startDemo();
      await takePicture(browser, own.url, surface, look).finally(() => own.close());
    }),
  );
  console.log(`Took ${surface.name}`);
};

const takePicture = async (
  browser: Browser,
  url: string,
  surface: Surface,
  { theme, width }: (typeof LOOKS)[number],
): Promise<void> => {
  // Tall enough for what is shown: a frame is only painted where the window shows it.
  const viewport = { width, height: 2400 };
  const page = await browser.newPage({ viewport, locale: 'en-GB', timezoneId: 'UTC' });
  page.setDefaultTimeout(60_000);
  const path = await pathOn(url, surface.path);
  await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}as=${surface.as}&theme=${theme}`);
  const app = page.frameLocator('iframe').first();
  await surface.prepare(page, app);
  await settled(page);
  const file = resolve(FOLDER, `${surface.name}-${theme}-${width}.png`);
  if (surface.part) await surface.part(page, app).screenshot({ path: file });
  else {
    const height = Math.min(MOST_HEIGHT, await page.evaluate(bottomOfContent));
    await page.screenshot({ path: file, clip: { x: 0, y: 0, width, height } });
  }
  await page.close();
};

const MOST_HEIGHT = 1600;

void takePictures(process.argv.slice(2));
