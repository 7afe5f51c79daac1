import type { FrameLocator, Page } from '@playwright/test';
import { expect, test as base } from './fixtures';
import { hostileSite } from './hostile-site';
import { startSite, type TestSite } from './site';

/** The fixtures' own check fails a test whose page breaks the content security policy or throws. */
const test = base.extend<{ firstText: number; site: TestSite }>({
  firstText: [0, { option: true }],
  site: async ({ firstText }, use) => {
    const site = await startSite(() => hostileSite(new Date(), firstText));
    await use(site);
    await site.close();
  },
});

test.use({ actionTimeout: 20_000 });

for (const [theme, firstText] of [
  ['light', 10],
  ['dark', 17],
] as const) {
  test.describe(theme, () => {
    test.use({ firstText });
    test(`no text is run, and none breaks a screen, in ${theme}`, async ({ page, site }) => {
      test.setTimeout(240_000);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      for (const [name, open] of Object.entries(SCREENS)) {
        await test.step(name, async () => {
          await page.setViewportSize({ width: 1280, height: 2400 });
          await open(page, site, theme);
          await expectUnbroken(page, name);
          await page.setViewportSize({ width: 480, height: 2400 });
          await expectUnbroken(page, `${name}, narrow`);
        });
      }
      expect(dialogs).toEqual([]);
    });
  });
}

type Open = (page: Page, site: TestSite, theme: string) => Promise<unknown>;

const appOf = (page: Page): FrameLocator => page.frameLocator('iframe').first();

const SCREENS: Readonly<Record<string, Open>> = {
  'the first page': async (page, _site, theme) => {
    await page.goto(`/?as=amara&theme=${theme}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  'an issue that serves a key result': async (page, site, theme) => {
    await openIssue(page, site, theme, 'okrState = tagged');
    await appOf(page).getByRole('listitem').first().waitFor();
  },
  'an exempt issue': (page, site, theme) => openIssue(page, site, theme, 'okrState = exempt'),
  'the choice of a key result': async (page, site, theme) => {
    await openIssue(page, site, theme, UNTAGGED);
    await appOf(page).getByRole('button', { name: 'Add key result' }).click();
    await appOf(page).getByRole('option').first().waitFor();
  },
  'the choice of an exemption': async (page, site, theme) => {
    await openIssue(page, site, theme, UNTAGGED);
    await appOf(page).getByRole('button', { name: 'Serves no key result…' }).click();
    await appOf(page).getByRole('radio').first().waitFor();
  },
  'the OKRs of a project': async (page, _site, theme) => {
    await openOkrs(page, theme);
    await expect(
      appOf(page)
        .getByText(/<(img|script|svg|b>)/)
        .first(),
    ).toBeVisible();
  },
  'the work under a key result': async (page, _site, theme) => {
    await openOkrs(page, theme);
    for (const button of await appOf(page).locator('button[aria-expanded="false"][data-level]').all()) {
      await button.click();
    }
    await appOf(page).getByRole('table').first().waitFor();
  },
  'an objective being edited': async (page, _site, theme) => {
    await openOkrs(page, theme);
    await openAction(page, 0, 'Edit');
    await appOf(page).getByRole('form').waitFor();
  },
  'a key result being made': async (page, _site, theme) => {
    await openOkrs(page, theme);
    await openAction(page, 0, 'Add key result');
    await appOf(page).getByRole('form').waitFor();
  },
  'the history of a key result and its next check-in': async (page, _site, theme) => {
    await openOkrs(page, theme);
    await openAction(page, 1, 'History');
    await appOf(page)
      .getByRole('button', { name: /^Check in on/ })
      .first()
      .click();
    await appOf(page).getByRole('form').waitFor();
  },
  'a sprint review': (page, _site, theme) => openReview(page, theme),
  'a sprint review with all that it lists': async (page, _site, theme) => {
    await openReview(page, theme);
    for (const summary of await appOf(page).locator('details:not([open]) > summary').all()) {
      if (await summary.isVisible()) await summary.click();
    }
    // A card shows one of its lists at a time.
    for (const card of await appOf(page).getByRole('article').all()) {
      const list = card.getByRole('button', { name: /^(Finished|Not finished|Removed)/ }).last();
      if (await list.isVisible()) await list.click();
    }
    await expect(appOf(page).getByText('Reading…')).toHaveCount(0);
  },
  'a sprint review being taken elsewhere': async (page, _site, theme) => {
    await openReview(page, theme);
    await appOf(page).getByRole('button', { name: 'Export', exact: true }).click();
    await appOf(page).getByRole('link', { name: 'Save as Markdown' }).waitFor();
  },
  'the slides of a sprint review': (page, _site, theme) => openSlide(page, theme, 'Home'),
  'the slide of a key result': (page, _site, theme) => openSlide(page, theme, 'ArrowRight'),
  'the slide of the work': (page, _site, theme) => openSlide(page, theme, 'End', 'ArrowLeft'),
  'the slide of what was learned': (page, _site, theme) => openSlide(page, theme, 'End'),
  'the administrators’ page': async (page, _site, theme) => {
    await page.goto(`/admin/app?as=admin&theme=${theme}`);
    await appOf(page).getByRole('heading').first().waitFor();
  },
  'the setting up of a sprint review': async (page, _site, theme) => {
    await openReview(page, theme);
    await page.getByRole('button', { name: /^Actions for .*widget/ }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await appOf(page).getByRole('combobox', { name: 'Sprint' }).waitFor();
  },
};

const UNTAGGED = 'sprint in openSprints() AND okrState is EMPTY AND parent is EMPTY AND issuetype = Story';

const openIssue = async (page: Page, site: TestSite, theme: string, jql: string): Promise<void> => {
  const { body } = await site.rest<{ issues: readonly { key: string }[] }>(
    'admin',
    'POST',
    '/rest/api/3/search/jql',
    {
      jql: `project = BOOK AND ${jql} ORDER BY key`,
      fields: ['summary'],
    },
  );
  await page.goto(`/browse/${body.issues[0]!.key}?as=amara&theme=${theme}`);
  await appOf(page).locator('[aria-busy=false]').waitFor();
};

const openOkrs = async (page: Page, theme: string): Promise<void> => {
  await page.goto(`/projects/BOOK/okrs?as=admin&theme=${theme}`);
  await expect(appOf(page).getByRole('combobox', { name: 'Cycle' })).toBeVisible();
  await appOf(page)
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .waitFor();
};

/** Of the first objective (0) or its first key results (1 and on). */
const openAction = async (page: Page, index: number, action: string): Promise<void> => {
  const menus = appOf(page)
    .getByRole('listitem')
    .getByRole('button', { name: /^Actions for/ });
  const chosen = appOf(page).getByRole('button', { name: action, exact: true });
  // Figures that come in meanwhile draw the row anew, and close what was opened.
  await expect(async () => {
    if (!(await chosen.isVisible())) await menus.nth(index).click({ timeout: 2_000 });
    await chosen.click({ timeout: 2_000 });
  }).toPass();
};

const openReview = async (page: Page, theme: string): Promise<void> => {
  await page.goto(`/dashboards/1?as=nadia&theme=${theme}`);
  await appOf(page).getByRole('article').first().waitFor();
};

const openSlide = async (page: Page, theme: string, ...keys: readonly string[]): Promise<void> => {
  await openReview(page, theme);
  await appOf(page).getByRole('button', { name: 'Present' }).click();
  const slide = appOf(page).locator('[aria-roledescription="slide"]');
  await expect(slide).toBeFocused();
  for (const key of keys) await page.keyboard.press(key);
  await expect(slide).toBeVisible();
};

/** Nothing was run, nothing that could run was made of a text, and no page or frame is wider than its window. */
const expectUnbroken = async (page: Page, name: string): Promise<void> => {
  for (const frame of page.frames()) {
    const found = await frame.evaluate(lookAround);
    expect.soft(found, `${name} in ${frame.url()}`).toEqual({ wasRun: false, runnable: [], tooWide: [] });
  }
};

/** Runs in the page: what a text has done to it, and what of it does not fit. */
const lookAround = () => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const all = [...document.querySelectorAll('body *')];
  const reaching = all.filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  const beginningOf = (element: Element): string => element.outerHTML.slice(0, 200);
  return {
    wasRun: document.title.includes('owned'),
    runnable: [...document.querySelectorAll('[onerror], [onload], [onclick], a[href^="javascript:" i]')].map(
      beginningOf,
    ),
    tooWide: scrollWidth > clientWidth ? reaching.slice(-3).map(beginningOf) : [],
  };
};
