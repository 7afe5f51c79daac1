import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import type { Loaded } from '../../local/server';
import { demoSite } from '../../local/sites/demo/demo-site';
import { checkAccessibility, expect, test } from './fixtures';
import { startSite, type TestSite } from './site';

const appIn = (page: Page): FrameLocator => page.frameLocator('iframe').first();

const openPage = async (page: Page, url = '', account = 'admin', theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`${url}/admin/app?as=${account}&theme=${theme}`);
  return appIn(page);
};

/** What the page saves when everything is exported. */
const exportFile = async (page: Page, app: FrameLocator): Promise<string> => {
  await app
    .getByRole('button', { name: /^Export/ })
    .first()
    .click();
  const link = app.getByRole('link', { name: 'Save the file' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^throughline-[\d.]+-\d{4}-\d\d-\d\d\.jsonl$/);
  return readFile(await download.path(), 'utf8');
};

const chooseFile = (app: FrameLocator, text: string, name = 'export.jsonl') =>
  app
    .getByLabel('File of an export')
    .setInputFiles({ name, mimeType: 'application/jsonl', buffer: Buffer.from(text) });

/** The demo without anything of the app's: its issues are there, their tags are not. */
const emptyDemo = (): Loaded => {
  const { site } = demoSite(new Date());
  const issues = site.issues.map((issue) => ({ ...issue, properties: {} }));
  return { site: { ...site, issues }, script: [] };
};

const withEmptySite = async (run: (site: TestSite) => Promise<void>): Promise<void> => {
  const site = await startSite(emptyDemo);
  await run(site).finally(() => site.close());
};

/** A title that would run if it were taken for markup. */
const HOSTILE = '<img src=x onerror=alert(1)>';

const content = (text: string): string => text.slice(text.indexOf('\n'));

/**
 * The same without what is of no use on another site, since there sprints and boards of the same numbers are others;
 * what was learned stays, of a sprint that has no number there.
 */
const movedContent = (text: string): string => {
  const lines = content(text)
    .split('\n')
    .filter(
      (line) => !/"entity":"(sprint-intent|planning-settings|sprint-ledger|sprint-ledger-piece)"/.test(line),
    )
    .map((line) =>
      line.includes('"entity":"key-result-learnings"')
        ? line.replaceAll(/"sprintId":(\d+)/g, '"sprintId":-$1')
        : line,
    );
  const records = lines.filter((line) => line.startsWith('{"record"')).length;
  return lines.join('\n').replace(/"records":\d+/, `"records":${records}`);
};

const IMPORTED = /^Imported: \d+ records, \d+ tags and \d+ issues’ WSJF figures\.$/;

test('an administrator moves everything to an empty site, where the second export is the same', async ({
  page,
}) => {
  test.setTimeout(180_000);
  let app = await openPage(page);
  const first = await exportFile(page, app);
  expect(first.split('\n').length).toBeGreaterThan(400);
  expect(first).toContain('\n{"figures":');

  await withEmptySite(async (destination) => {
    app = await openPage(page, destination.url);
    await expect(app.getByText('There is nothing to export yet.')).toBeVisible();
    await checkAccessibility(page);
    await chooseFile(app, first);
    await expect(app.getByRole('heading', { name: 'What export.jsonl would change' })).toBeVisible({
      timeout: 60_000,
    });
    await expect(app.getByRole('row', { name: /^Cycles 2 0 0 0/ })).toBeVisible();
    await expect(app.getByRole('row', { name: /^WSJF figures of issues [1-9]\d* 0 0 0/ })).toBeVisible();
    await expect(app.getByText('of what sprints are to move and did, and how boards plan')).toBeVisible();
    await app.getByText('Cycles: 2 are new').click();
    await checkAccessibility(page);
    await app.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(app.getByText(IMPORTED)).toBeVisible({ timeout: 60_000 });
    const second = await exportFile(page, app);
    expect(content(second)).toBe(movedContent(first));
    await page.goto(`${destination.url}/projects/BOOK/okrs?as=amara`);
    await expect(
      appIn(page).getByRole('button', { name: 'Bookings changed without calling us', exact: true }),
    ).toBeVisible();
  });
});

test('a site with data is shown what would change, and keeps it or takes the file’s', async ({ page }) => {
  test.setTimeout(180_000);
  const app = await openPage(page, '', 'admin', 'dark');
  const text = await exportFile(page, app);
  const elsewhere = text.replace(/"site":"[^"]+"/, '"site":"https://elsewhere.example"');
  await chooseFile(app, elsewhere.replace('"key":"BOOK"', '"key":"BOOKS"'));
  await expect(app.getByText('1 project of the file is not here: BOOKS.')).toBeVisible({ timeout: 60_000 });
  await chooseFile(
    app,
    text
      .replace('"title":"Bookings changed without calling us"', `"title":"${HOSTILE}"`)
      .replace(/^(\{"figures":.*"value":)\{.*\}\}\}$/m, '$1{"jobSize":20,"riskReduction":13,"version":1}}}'),
  );
  await expect(app.getByRole('row', { name: /^Key results 0 1 / })).toBeVisible({ timeout: 60_000 });
  await expect(app.getByText('There is nothing to write')).toBeVisible();
  await app.getByText('Key results: 1 is different').click();
  await expect(app.getByText(HOSTILE)).toBeVisible();
  await app.getByText('WSJF figures of issues: 1 is different').click();
  await expect(
    app.getByText(/^Figures: .+ \(here\) \/ risk or opportunity 13, job size 20 \(in the file\)$/),
  ).toBeVisible();
  await app.getByRole('combobox', { name: 'Key results that are different' }).selectOption('replace');
  await checkAccessibility(page);
  await app.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(app.getByText('Imported: 1 record.')).toBeVisible({ timeout: 60_000 });
  // The button that was pressed has gone.
  await expect(app.getByRole('group', { name: 'What was imported' })).toBeFocused();
  await checkAccessibility(page);
  await page.goto(`/projects/BOOK/okrs?as=amara`);
  await expect(appIn(page).getByRole('button', { name: HOSTILE, exact: true })).toBeVisible();
});

test('who is not here is said to be somebody else, by keyboard alone', async ({ page, site }) => {
  test.setTimeout(120_000);
  const app = await openPage(page);
  const text = await exportFile(page, app);
  const owner = /"account":\{"displayName":"(?<name>[^"]+)","id":"(?<id>[^"]+)"/.exec(text)!.groups!;
  await chooseFile(app, text.replaceAll(`"${owner['id']}"`, '"stranger-1"'));
  // All of it is here already, so nobody is asked anything.
  const unknown = app.getByText('1 person is unknown here');
  await expect(unknown).toBeVisible({ timeout: 60_000 });
  await unknown.focus();
  await page.keyboard.press('Enter');
  await page.setViewportSize({ width: 480, height: 900 });
  await checkAccessibility(page);
  await site.local('POST', '/local/faults', [
    { target: 'jira', match: 'user/search', share: 1, status: 400 },
  ]);
  await app.getByRole('combobox', { name: owner['name']! }).focus();
  await page.keyboard.type(owner['name']!.slice(0, 4));
  await expect(app.getByText('The search failed.')).toBeVisible();
  await site.local('POST', '/local/faults', []);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.getByRole('option', { name: owner['name']! })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(app.getByText('There is nothing to write')).toBeVisible();
});

test('who was said to be who is remembered when the file is compared again', async ({ page }) => {
  test.setTimeout(180_000);
  let app = await openPage(page);
  const text = await exportFile(page, app);
  const owner = /"account":\{"displayName":"(?<name>[^"]+)","id":"(?<id>[^"]+)"/.exec(text)!.groups!;
  await withEmptySite(async (destination) => {
    app = await openPage(page, destination.url);
    await chooseFile(app, text.replaceAll(`"${owner['id']}"`, '"stranger-1"'));
    await expect(app.getByText(/^1 person left out wrote \d+ check-ins/)).toBeVisible({ timeout: 60_000 });
    await checkAccessibility(page);
    await app.getByRole('combobox', { name: owner['name']! }).fill(owner['name']!);
    await app.getByRole('option', { name: owner['name']! }).click();
    await expect(app.getByText(/left out wrote/)).toBeHidden();
    await app.getByRole('button', { name: 'Import', exact: true }).click();
    await app.getByRole('button', { name: 'Compare again' }).click({ timeout: 60_000 });
    await expect(app.getByText('There is nothing to write')).toBeVisible({ timeout: 60_000 });
    await expect(app.getByText(/different$/)).toHaveText(['What is different']);
    await app.getByText('1 person is unknown here').click();
    await expect(app.getByRole('group', { name: /^What export.jsonl/ })).toContainText(
      new RegExp(`${owner['name']}.*${owner['name']}`),
    );
  });
});

test('an import that breaks off says what it has written, and goes on', async ({ page }) => {
  test.setTimeout(180_000);
  let app = await openPage(page);
  const text = await exportFile(page, app);
  await withEmptySite(async (destination) => {
    app = await openPage(page, destination.url);
    await chooseFile(app, text);
    await destination.local('POST', '/local/faults', [
      { target: 'jira', match: 'PUT /rest/api/3/issue/properties', share: 1, status: 503 },
    ]);
    await app.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 60_000 });
    await expect(app.getByText('Still trying')).toBeVisible({ timeout: 60_000 });
    await expect(
      app.getByText(
        /^Written for certain: (\d+) of \1 records, 0 of \d+ tags and 0 of \d+ issues’ .* may or may not have arrived\./,
      ),
    ).toBeVisible({
      timeout: 90_000,
    });
    await expect(app.getByText('What you see was not changed')).toBeHidden();
    await expect(app.getByText('There is nothing to export yet.')).toBeHidden();
    expect(await app.getByLabel('File of an export').inputValue()).toContain('export.jsonl');
    await checkAccessibility(page);
    await destination.local('POST', '/local/faults', []);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expect(app.getByText(IMPORTED)).toBeVisible({ timeout: 60_000 });
  });
});

test('a file that is not right is refused with its lines', async ({ page }) => {
  const app = await openPage(page);
  await chooseFile(app, 'name,value\n1,2', 'table.csv');
  await expect(app.getByRole('alert')).toContainText('This is not an export of Throughline.');
  await checkAccessibility(page);
});

test('an export that is interrupted says so, keeps what it read, and goes on', async ({ page, site }) => {
  test.setTimeout(120_000);
  const app = await openPage(page);
  await site.local('POST', '/local/faults', [
    { target: 'invoke', match: 'estimateIssues', share: 1, status: 503 },
  ]);
  await app.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(app.getByText('Waiting ten seconds')).toBeVisible();
  await checkAccessibility(page);
  await expect(
    app.getByText(/What was read is kept: \d+ records, \d+ tags and \d+ issues’ WSJF figures/),
  ).toBeVisible({
    timeout: 90_000,
  });
  await site.local('POST', '/local/faults', []);
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(app.getByRole('link', { name: 'Save the file' })).toBeVisible({ timeout: 60_000 });
});

test('it is for Jira’s administrators', async ({ page }) => {
  await openPage(page, '', 'amara');
  await expect(page.getByText('Only Jira administrators see this page.')).toBeVisible();
});

test('a page that cannot be loaded says so and can be asked for again', async ({ page, site }) => {
  await site.local('POST', '/local/faults', [
    { target: 'storage', match: 'batch/get', share: 1, status: 500 },
  ]);
  const app = await openPage(page);
  await expect(app.getByRole('alert')).toContainText('could not be reached', { timeout: 30_000 });
  await checkAccessibility(page);
  await site.local('POST', '/local/faults', []);
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(app.getByRole('heading', { name: 'Export' })).toBeVisible();
});
