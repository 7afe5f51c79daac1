import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures';
import type { TestSite } from './site';
import { leaveBy } from './leave-by';

const BOARD = 1;
const viewOf = (page: Page, module: string): FrameLocator =>
  page.frameLocator(`iframe[data-module="${module}"]`).first();
const widget = (page: Page): FrameLocator => viewOf(page, 'sprint-review-widget');

test.describe.configure({ mode: 'serial' });

test('the widget says what share of the running sprint is tagged, as Jira itself counts it', async ({
  page,
  site,
}) => {
  const { name, items, tagged } = await runningSprint(site);
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = widget(page);
  await expect(review.getByRole('heading', { level: 1, name })).toBeVisible();
  const row = (title: string) => review.getByRole('row', { name: title }).getByRole('cell').first();
  await expect(row('All work')).toHaveText(new RegExp(`^${items} `));
  const inherited = Number((await row('through a parent').textContent())?.split(' ')[0]);
  await expect(row('Serves key results')).toHaveText(new RegExp(`^${tagged + inherited} `));
});

test('a check-in by somebody else shows as movement when the sprint is read again', async ({
  page,
  site,
}) => {
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = widget(page);
  const running = review.getByRole('article').filter({ hasText: 'Now', hasNotText: '(closed)' });
  await expect(review.getByText(/^As of/)).toBeVisible();
  const heading = running.first().getByRole('heading', { level: 3 });
  const title = await heading.innerText();
  const id = await heading.evaluate((element) => element.id.replace('key-result-', ''));
  await checkIn(site, id, 1234);
  await review.getByRole('button', { name: 'Refresh' }).click();
  const after = review.getByRole('article', { name: title });
  await expect(after).toContainText('1,234');
  await expect(after).toContainText(/(towards|away from) target/);
});

test('the sprint can be switched, and a planned one says that it has no movement yet', async ({
  page,
  site,
}) => {
  const { values } = await sprintsOf(site);
  const planned = values.find(({ state }) => state === 'future')!.name;
  const closed = values.filter(({ state }) => state === 'closed').at(-1)!.name;
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = widget(page);
  await chooseSprint(review, closed);
  await expect(review.getByText('At the close').first()).toBeVisible();
  await chooseSprint(review, `${planned} (planned)`);
  await expect(review.getByText(/has not started, and movement is read once it has/)).toBeVisible();
  await expect(review.getByRole('combobox', { name: 'Sprint to review' })).toBeFocused();
});

test('issues behind a number are listed and open in Jira', async ({ page }) => {
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = widget(page);
  await review.getByText(/^No key result \(\d+\)$/).click();
  const link = review.getByRole('listitem').getByRole('link').first();
  const key = await link.innerText();
  await leaveBy(link);
  await expect(page).toHaveURL(new RegExp(`/browse/${key}`));
});

test('a new gadget is set up with the keyboard and follows the board', async ({ page }) => {
  await page.goto('/dashboards/1?as=nadia&theme=light');
  await page.getByRole('button', { name: 'Add to the dashboard' }).click();
  await page.getByRole('button', { name: /gadget$/ }).click();
  const edit = page.frameLocator('iframe[title^="Set up"]').last();
  await expect(edit.getByRole('button', { name: 'Save' })).toBeDisabled();
  await choose(edit, page, 'Board', 'Deck');
  await expect(edit.getByText(/^Always the current sprint/)).toBeVisible();
  await edit.getByRole('button', { name: 'Save' }).click();
  const saved = page.frameLocator('iframe[data-module="sprint-review-gadget"]').last();
  await expect(saved.getByRole('heading', { level: 1, name: /^Deck/ })).toBeVisible();
});

test('a widget is set to one sprint and keeps it', async ({ page, site }) => {
  const { values } = await sprintsOf(site);
  const closed = values.find(({ state }) => state === 'closed')!.name;
  await page.goto('/dashboards/1?as=nadia&theme=light');
  await openEditView(page, /^Actions for .*widget/);
  const edit = page.frameLocator('iframe[title^="Set up"]');
  await choose(edit, page, 'Sprint', closed);
  await expect(edit.getByText(closed, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(widget(page).getByRole('heading', { level: 1, name: closed })).toBeVisible();
});

test('the review of a sprint opens from its menu in the backlog', async ({ page, site }) => {
  const { name } = await runningSprint(site);
  await page.goto('/projects/BOOK/backlog?as=nadia&theme=light');
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('button', { name: 'Review key results' }).click();
  const review = viewOf(page, 'sprint-action');
  await expect(review.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(review.getByRole('article').first()).toBeVisible();
});

test('who may not see the board is told so and sees no number', async ({ page }) => {
  await page.goto('/dashboards/1?as=outsider&theme=light');
  const review = viewOf(page, 'sprint-review-gadget');
  await expect(review.getByRole('alert')).toContainText('Jira does not show you');
  await expect(review.getByRole('article')).toHaveCount(0);
});

test('a review that cannot be read says so and can be tried again', async ({ page, site }) => {
  const rule = { target: 'storage', match: '.*', share: 1, status: 503 };
  await site.local('POST', '/local/faults', [rule]);
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const review = viewOf(page, 'sprint-review-gadget');
  await expect(review.getByRole('alert')).toContainText('The key results are not available just now.');
  await site.local('POST', '/local/faults', []);
  await review.getByRole('button', { name: 'Try again' }).click();
  await expect(review.getByRole('article').first()).toBeVisible();
});

test('at 320 pixels what a value changed by covers nothing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/dashboards/1?as=nadia&theme=light');
  const figure = viewOf(page, 'sprint-review-gadget')
    .locator('dl > div')
    .filter({ hasText: /(towards|away from) target/ })
    .first();
  await expect(figure).toBeVisible();
  const [label, change] = await Promise.all([
    figure.locator('dt').boundingBox(),
    figure.getByText(/(towards|away from) target/).boundingBox(),
  ]);
  expect(change!.y >= label!.y + label!.height || change!.x >= label!.x + label!.width).toBe(true);
});

for (const theme of ['light', 'dark']) {
  for (const width of [320, 1200]) {
    test(`the review is accessible and fits ${width} pixels in the ${theme} theme`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/dashboards/1?as=nadia&theme=${theme}`);
      const review = viewOf(page, 'sprint-review-gadget');
      await expect(review.getByRole('article').first()).toBeVisible();
      await expect(review.getByRole('combobox', { name: 'Sprint to review' })).toBeVisible();
      await expect(widget(page).getByRole('article').first()).toBeVisible();
      await checkAccessibility(page);
      const overflow = await review
        .locator('html')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(overflow).toBe(0);
    });
  }
}

type Sprints = { readonly values: readonly { id: number; name: string; state: string }[] };

async function sprintsOf(site: TestSite): Promise<Sprints> {
  return (await site.rest<Sprints>('nadia', 'GET', `/rest/agile/1.0/board/${BOARD}/sprint`)).body;
}

/** The active sprint with its items, and how many of them are tagged themselves. */
async function runningSprint(site: TestSite): Promise<{ name: string; items: number; tagged: number }> {
  const sprint = (await sprintsOf(site)).values.find(({ state }) => state === 'active')!;
  type Found = { readonly issues: readonly { properties?: Record<string, { state?: string }> }[] };
  const jql = `sprint = ${sprint.id} AND issuetype not in subTaskIssueTypes()`;
  const query = { jql, fields: ['summary'], properties: ['throughline-tag'], maxResults: 100 };
  const { issues } = (await site.rest<Found>('nadia', 'POST', '/rest/api/3/search/jql', query)).body;
  const tagged = issues.filter(({ properties }) => properties?.['throughline-tag']?.state === 'tagged');
  return { name: sprint.name, items: issues.length, tagged: tagged.length };
}

/** By keyboard: a frame above that still grows would move the menu away from the mouse. */
async function openEditView(page: Page, menu: RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).press('Enter');
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter');
}

/** Of the native list, which is read when somebody reaches for it. */
async function chooseSprint(review: FrameLocator, label: string): Promise<void> {
  const choice = review.getByRole('combobox', { name: 'Sprint to review' });
  await choice.focus();
  await choice.selectOption({ label });
  await expect(review.getByRole('heading', { level: 1, name: label.replace(/ \(.*/, '') })).toBeVisible();
}

async function choose(frame: FrameLocator, page: Page, label: string, text: string): Promise<void> {
  const box = frame.getByRole('combobox', { name: label, exact: true });
  await box.focus();
  await box.pressSequentially(text);
  await expect(frame.getByRole('option').first()).toContainText(text);
  await page.keyboard.press('Enter');
}

/** Checks in as the site's administrator, through the app's own resolver. */
async function checkIn(site: TestSite, keyResultId: string, value: number): Promise<void> {
  const { id } = (await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK')).body;
  const { now } = (await site.local<{ now: string }>('GET', '/local/health')).body;
  const payload = {
    keyResultId,
    id: `${keyResultId}-testonly`,
    value,
    confidence: 5,
    note: '',
    date: now.slice(0, 10),
  };
  const { body } = await site.local('POST', '/local/bridge', {
    account: 'admin',
    module: 'project-page-module',
    context: { type: 'jira:projectPage', project: { id, key: 'BOOK', type: 'software' } },
    command: 'invoke',
    data: { functionKey: 'checkIn', payload },
  });
  expect(body).toMatchObject({ ok: true });
}
