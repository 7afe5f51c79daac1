import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from '@playwright/test';
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
  readonly prepare: (page: Page, app: FrameLocator) => Promise<unknown>;
};

const SURFACES: readonly Surface[] = [
  {
    name: 'start',
    as: 'amara',
    path: '/',
    prepare: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    name: 'issue-panel',
    as: 'amara',
    path: '/browse/BOOK-178',
    prepare: (_page, app) => app.getByRole('listitem').first().waitFor(),
  },
  {
    name: 'issue-panel-choosing',
    as: 'amara',
    path: 'story',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Add key result' }).click();
      await app.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'issue-panel-exempting',
    as: 'amara',
    path: 'story',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Serves no key result…' }).click();
      await app.getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'issue-panel-inheriting',
    as: 'amara',
    path: '/browse/BOOK-253',
    prepare: (_page, app) => app.getByText('Inherited from').waitFor(),
  },
  {
    name: 'project-page',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Bookings changed without calling us', exact: true }).click();
      await app.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'other-work',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      const objectives = app.locator('button[data-level="1"][aria-expanded="true"]');
      await objectives.first().waitFor();
      while ((await objectives.count()) > 0) await objectives.first().click();
      await app.getByRole('button', { name: 'No key result', exact: true }).click();
      await app.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'key-result-form',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      const objectives = app.locator('button[data-level="1"][aria-expanded="true"]');
      await objectives.first().waitFor();
      while ((await objectives.count()) > 0) await objectives.first().click();
      await app.getByRole('button', { name: 'Actions for Regular travellers help themselves' }).click();
      await app.getByRole('button', { name: 'Add key result' }).click();
      await app.getByLabel('Title').fill('Days until a refund is paid');
      await app.getByLabel('Baseline').fill('9');
      await app.getByLabel('Target').fill('2');
      await app.getByLabel('Unit').fill('days');
    },
  },
  {
    name: 'check-in',
    as: 'mirela',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: /^Actions for Traveller satisfaction/ }).click();
      await app.getByRole('button', { name: 'History' }).click();
      await app.getByRole('button', { name: /^Check in on Traveller satisfaction/ }).click();
      await app.getByRole('form').waitFor();
    },
  },
  {
    name: 'sprint-review',
    as: 'amara',
    path: '/dashboards/1',
    prepare: (_page, app) => app.getByRole('article').first().waitFor(),
  },
  {
    name: 'sprint-review-set-up',
    as: 'amara',
    path: '/dashboards/1',
    prepare: async (page, app) => {
      await page.getByRole('button', { name: /^Actions for .*widget/ }).click();
      await page.getByRole('button', { name: 'Edit' }).click();
      await app.getByRole('combobox', { name: 'Sprint' }).waitFor();
    },
  },
  {
    name: 'admin-page',
    as: 'admin',
    path: '/admin/app',
    prepare: (_page, app) => app.getByRole('heading', { name: 'Personal data' }).waitFor(),
  },
  {
    name: 'admin-page-comparing',
    as: 'admin',
    path: '/admin/app',
    prepare: async (page, app) => {
      await app.getByRole('button', { name: 'Export', exact: true }).click();
      const saved = page.waitForEvent('download', { timeout: 90_000 });
      await app.getByRole('link', { name: 'Save the file' }).click({ timeout: 90_000 });
      const file = await readFile(await (await saved).path(), 'utf8');
      await app.getByLabel('File of an export').setInputFiles({
        name: 'export.jsonl',
        mimeType: 'application/jsonl',
        buffer: Buffer.from(withChanges(file)),
      });
      await app
        .getByRole('combobox', { name: 'Key results that are different' })
        .selectOption('replace', { timeout: 90_000 });
      await app.getByText(/^Key results: /).click();
    },
  },
];

/** The file as if it came from a site that has gone another way and has somebody who is not here. */
const withChanges = (file: string): string => {
  const [, somebody = ''] = /"account":\{"displayName":"[^"]+","id":"([^"]+)"/.exec(file) ?? [];
  return file
    .replaceAll(`"${somebody}"`, '"account-elsewhere"')
    .replace(
      '"title":"Bookings changed without calling us"',
      '"title":"Bookings that guests change themselves"',
    );
};

const takePictures = async (): Promise<void> => {
  await buildFrontEnds();
  await mkdir(FOLDER, { recursive: true });
  const server = await startServer({ port: 0, load: () => demoSite(DAY) });
  server.standIn.clock.moveTo(DAY);
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

const takeSurface = async (browser: Browser, url: string, surface: Surface): Promise<void> => {
  const { name, as, prepare } = surface;
  const path = surface.path === 'story' ? await storyOfTheTour(url) : surface.path;
  for (const theme of ['light', 'dark']) {
    for (const width of [1280, 480]) {
      // Tall enough for what is shown: a frame is only painted where the window shows it.
      const page = await browser.newPage({
        viewport: { width, height: 2400 },
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      await page.goto(`${url}${path}?as=${as}&theme=${theme}`);
      await prepare(page, page.frameLocator('iframe').first());
      // Names and figures come in after the first data; there is no one sign for all of them.
      await page.waitForTimeout(1_500);
      const height = Math.min(MOST_HEIGHT, await page.evaluate(bottomOfContent));
      await page.screenshot({
        path: resolve(FOLDER, `${name}-${theme}-${width}.png`),
        clip: { x: 0, y: 0, width, height },
      });
      await page.close();
    }
  }
  console.log(`Took ${name}`);
};

const MOST_HEIGHT = 1600;

const storyOfTheTour = async (url: string): Promise<string> => {
  const { tour } = (await (await fetch(`${url}/local/tour`)).json()) as { tour: { link: string }[] };
  return tour[0]!.link;
};

/** Runs in the page: where the last of its content ends. */
const bottomOfContent = (): number =>
  Math.ceil(
    Math.max(
      600,
      ...[...document.querySelectorAll('main *')].map(
        (element) => element.getBoundingClientRect().bottom + 24,
      ),
    ),
  );

void takePictures();
