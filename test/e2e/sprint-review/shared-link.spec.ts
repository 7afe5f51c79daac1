import type { FrameLocator, Page, Request } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { chooseSprint, openReview, sprintsOf } from './review';

const openPart = async (page: Page, project: string, account: string, path = ''): Promise<FrameLocator> => {
  await page.goto(`/projects/${project}/okrs/review${path}?as=${account}&theme=light`);
  return page.frameLocator('iframe').first();
};

/** Copies the link of a review, which the page says is done. */
const copyLink = async (page: Page, review: FrameLocator): Promise<string> => {
  await review.getByRole('button', { name: 'Copy link' }).click();
  const flag = page.getByRole('status').filter({ hasText: 'Link copied' });
  return (await flag.getByRole('paragraph').textContent()) ?? '';
};

test('the review is a part of the project page, with an address for each sprint that goes back and forward', async ({
  page,
  site,
}) => {
  const { running, frozen, rebuilt } = await sprintsOf(site);
  await page.goto('/projects/BOOK/okrs?as=nadia');
  const app = page.frameLocator('iframe').first();
  const parts = app.getByRole('navigation', { name: 'Parts of the OKRs' });
  const title = (name: string) => app.getByRole('heading', { level: 1, name });
  await parts.getByRole('button', { name: 'Review' }).click();
  await expect(title(running.name)).toBeVisible();
  await expect(page).toHaveURL(/\/okrs\/review$/);
  await chooseSprint(app, frozen.name);
  await expect(page).toHaveURL(new RegExp(`/okrs/review/1/${frozen.id}$`));
  await chooseSprint(app, rebuilt.name);
  await page.goBack();
  await expect(title(frozen.name)).toBeVisible();
  await page.goBack();
  await expect(title(running.name)).toBeVisible();
  await page.goForward();
  await expect(title(frozen.name)).toBeVisible();

  await parts.getByRole('button', { name: 'OKRs' }).click();
  await expect(page).toHaveURL(/\/okrs$/);
  await parts.getByRole('button', { name: 'Review' }).click();
  await expect(page).toHaveURL(new RegExp(`/okrs/review/1/${frozen.id}$`));
  await expect(title(frozen.name)).toBeVisible();
  await checkAccessibility(page);
});

test('a copied link shows somebody else the same sprint', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { frozen } = await sprintsOf(site);
  const review = await openPart(page, 'BOOK', 'nadia');
  await chooseSprint(review, frozen.name);
  const link = await copyLink(page, review);
  expect(link).toBe(`${site.url}/projects/BOOK/okrs/review/1/${frozen.id}`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.goto(`${link}?as=amara`);
  await expect(
    page.frameLocator('iframe').first().getByRole('heading', { level: 1, name: frozen.name }),
  ).toBeVisible();
});

/** What a frame asks of the app over the bridge, as far as a test reads it. */
type Asked = {
  readonly functionKey?: string;
  readonly payload?: { readonly place?: { readonly sprintId: number } };
};

/** What a request asks the app to load, if it does, with the sprint that it is about. */
const sprintsAsked = (request: Request): string[] => {
  if (new URL(request.url()).pathname !== '/local/bridge') return [];
  const { data } = request.postDataJSON() as { readonly data?: Asked | null };
  if (!data?.functionKey?.startsWith('load')) return [];
  const place = data.payload?.place;
  return [place === undefined ? data.functionKey : `${data.functionKey} of ${place.sprintId}`];
};

test('a link asks the app once for what it shows, and again when the reader comes back to it', async ({
  page,
  site,
}) => {
  const { frozen, rebuilt } = await sprintsOf(site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(...sprintsAsked(request)));
  const review = await openPart(page, 'BOOK', 'nadia', `/1/${frozen.id}`);
  const title = (name: string) => review.getByRole('heading', { level: 1, name });
  await expect(title(frozen.name)).toBeVisible();
  await expect(review.getByRole('button', { name: 'Copy link' })).toBeEnabled();
  expect(asked).toEqual([`loadSprintReview of ${frozen.id}`]);
  await chooseSprint(review, rebuilt.name);
  await page.goBack();
  await expect(title(frozen.name)).toBeVisible();
  // A sprint that is rebuilt asks for the key results its work serves, unless it is left before its work is known.
  const ofFrozen = () =>
    asked.filter((one) => one !== 'loadReviewedKeyResults' && !one.endsWith(` ${rebuilt.id}`));
  await expect.poll(ofFrozen).toEqual(Array(2).fill(`loadSprintReview of ${frozen.id}`));
});

test('the arrow keys pass sprints without reading them, and the one that they come to rest at is read', async ({
  page,
  site,
}) => {
  const { frozen } = await sprintsOf(site);
  const review = await openPart(page, 'BOOK', 'nadia');
  const choice = review.getByRole('combobox', { name: 'Sprint to review' });
  await choice.focus();
  await expect(choice.getByRole('option', { name: /\(planned\)$/ }).first()).toBeAttached();
  const ids = await choice
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => Number((option as HTMLOptionElement).value)));
  const steps = ids.indexOf(frozen.id) - ids.indexOf(Number(await choice.inputValue()));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(...sprintsAsked(request)));
  for (let press = 0; press < Math.abs(steps) + 1; press += 1) {
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }
  await page.keyboard.press(steps > 0 ? 'ArrowUp' : 'ArrowDown');
  await expect(review.getByRole('heading', { level: 1, name: frozen.name })).toBeVisible();
  await expect(choice).toBeFocused();
  expect(asked).toEqual([`loadSprintReview of ${frozen.id}`]);

  // Who goes on at once chooses by that, and is where they went when the other review comes.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(review.getByRole('heading', { level: 1, name: frozen.name })).toBeHidden();
  await expect(review.getByRole('button', { name: 'Copy link' })).toBeEnabled();
  await expect(review.getByRole('button', { name: 'Present' })).toBeFocused();
});

test('the link of the sprint that runs stays with it when the next one does', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { running } = await sprintsOf(site);
  expect(await copyLink(page, await openPart(page, 'BOOK', 'nadia'))).toBe(
    `${site.url}/projects/BOOK/okrs/review/1/${running.id}`,
  );
});

test('from a dashboard and from a sprint’s menu the link leads to the project page', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { running } = await sprintsOf(site);
  const address = `${site.url}/projects/BOOK/okrs/review/1/${running.id}`;
  expect(await copyLink(page, await openReview(page, 'nadia'))).toBe(address);
  await page.goto('/projects/BOOK/backlog?as=nadia&theme=light');
  await page.getByRole('button', { name: `Actions for ${running.name}` }).click();
  await page.getByRole('button', { name: 'Review key results' }).click();
  const review = page.frameLocator('iframe[data-module="sprint-action"]').first();
  expect(await copyLink(page, review)).toBe(address);
});

test('where nothing may be copied the link is shown', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  const { running } = await sprintsOf(site);
  const review = await openPart(page, 'BOOK', 'nadia');
  await review.getByRole('button', { name: 'Copy link' }).click();
  const flag = page.getByRole('status').filter({ hasText: 'Copy this link' });
  await expect(flag).toContainText(`/projects/BOOK/okrs/review/1/${running.id}`);
});

test('where Jira does not say the address, it is said where to find it', async ({ page }) => {
  await page.addInitScript(() => {
    type Bridge = { callBridge: (command: string, data?: unknown) => Promise<unknown> };
    let bridge: Bridge | undefined;
    Object.defineProperty(globalThis, '__bridge', {
      get: () => bridge,
      set: ({ callBridge }: Bridge) => {
        bridge = {
          callBridge: (command, data) =>
            command === 'getUrl' ? Promise.reject(new Error('Preview')) : callBridge(command, data),
        };
      },
    });
  });
  const review = await openPart(page, 'BOOK', 'nadia');
  await review.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not done' })).toContainText(
    'copy the address from the browser',
  );
});

test('a board without sprints has an address for each period', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const review = await openPart(page, 'HARB', 'bram');
  const runs = review.getByText(/^Period .*, which runs$/);
  await expect(runs).toBeVisible();
  await review.getByRole('button', { name: 'Earlier period' }).click();
  await expect(page).toHaveURL(/\/okrs\/review\/3\/\d{4}-\d\d-\d\d$/);
  const days = review.getByText(/^Period .*\d$/);
  await expect(days).toBeVisible();
  const shown = await days.innerText();
  const link = await copyLink(page, review);
  expect(link).toMatch(/\/projects\/HARB\/okrs\/review\/3\/\d{4}-\d\d-\d\d$/);
  expect(link.startsWith(site.url)).toBe(true);
  await page.goBack();
  await expect(runs).toBeVisible();
  await page.goto(`${link}?as=admin`);
  await expect(page.frameLocator('iframe').first().getByText(shown, { exact: true })).toBeVisible();
});

test('an address that leads nowhere says so, and one that says nothing leads to what the project is at', async ({
  page,
  site,
}) => {
  const { running } = await sprintsOf(site);
  const lost = await openPart(page, 'BOOK', 'nadia', '/999/7');
  await expect(
    lost.getByRole('heading', { name: 'This address leads to no board of the project' }),
  ).toBeVisible();
  await lost.getByRole('button', { name: 'Review what the project is at' }).click();
  await expect(lost.getByRole('heading', { level: 1, name: running.name })).toBeVisible();
  const strange = await openPart(page, 'BOOK', 'nadia', '/%3Cscript%3E/x');
  await expect(strange.getByRole('heading', { level: 1, name: running.name })).toBeVisible();
  const gone = await openPart(page, 'BOOK', 'nadia', '/1/999999');
  await expect(gone.getByRole('alert')).toBeVisible();
  await expect(gone.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  await expect(gone.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await gone.getByRole('button', { name: 'Review what the board is at' }).click();
  await expect(gone.getByRole('heading', { level: 1, name: running.name })).toBeVisible();
  await expect(page).toHaveURL(/\/okrs\/review\/1$/);
});
