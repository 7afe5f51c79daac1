import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures';
import { untilIndexed, untilQueriesKnow } from './site';

const FOLDER = resolve(__dirname, '../../../shared/data/tidev');

test.use({ siteFolder: existsSync(FOLDER) ? FOLDER : null });
test.skip(!existsSync(FOLDER), 'reads a real export from ../shared/data/tidev, which is not there');

/** Board 114's sprint of 2015-11-21 to 2015-12-05, and a story of it. */
const SPRINT = '2015 Sprint 24 SDK';
const OBJECTIVE = 'Apps that do not crash';
const KEY_RESULT = 'Crashes reported a month';

test('a cycle of the past is made by hand, work tagged, a check-in back-dated into a sprint, and its review shows it', async ({
  page,
  site,
}) => {
  const app = page.frameLocator('iframe').first();
  const sprints = await site.rest<{ values: { id: number; name: string; startDate: string }[] }>(
    'admin',
    'GET',
    '/rest/agile/1.0/board/114/sprint?state=closed&maxResults=50',
  );
  const all = await site.rest<{ issues: { id: string; key: string }[] }>(
    'admin',
    'POST',
    '/rest/api/3/search/jql',
    {
      jql: `sprint = "${SPRINT}" AND issuetype not in subTaskIssueTypes() AND parent is EMPTY ORDER BY key`,
      fields: ['summary'],
    },
  );
  expect(sprints.status).toBe(200);
  const issue = all.body.issues[0]!.key;

  await test.step('create and activate the cycle', async () => {
    await page.goto('/projects/TIMOB/okrs?as=admin&theme=light');
    await app.getByRole('button', { name: 'Create the first cycle' }).click();
    await app.getByRole('textbox', { name: 'Name' }).fill('2015 to mid 2016');
    await app.getByRole('textbox', { name: 'First day' }).fill('2015-01-01');
    await app.getByRole('textbox', { name: 'Last day' }).fill('2016-06-30');
    await app.getByRole('button', { name: 'Create cycle' }).click();
    await app.getByRole('button', { name: 'Activate cycle' }).click();
    await app.getByRole('group').getByRole('button', { name: 'Activate cycle' }).click();
    await expect(app.getByRole('button', { name: 'Activate cycle' })).toBeHidden();
  });

  await test.step('set an objective and two key results', async () => {
    await app.getByRole('button', { name: 'Add team objective' }).click();
    await app.getByRole('textbox', { name: 'Title' }).fill(OBJECTIVE);
    await app.getByRole('button', { name: 'Create objective' }).click();
    await addKeyResult(app, { title: KEY_RESULT, baseline: '120', target: '20', unit: 'crashes' });
    await addKeyResult(app, {
      title: 'Users on the newest release',
      baseline: '30',
      target: '80',
      unit: '%',
    });
  });

  await test.step('tag an issue of a sprint of 2015', async () => {
    await page.goto(`/browse/${issue}?as=admin&theme=light`);
    await app.getByRole('button', { name: 'Add key result' }).click();
    await expect(app.getByRole('combobox', { name: 'Key result to add' })).toBeFocused();
    await page.keyboard.type('Crashes rep');
    await page.keyboard.press('Enter');
    await expect(app.getByRole('listitem').filter({ hasText: KEY_RESULT })).toBeVisible();
  });

  await test.step('check in, back-dated before and into the sprint', async () => {
    await untilIndexed(site);
    await page.goto('/projects/TIMOB/okrs?as=admin&theme=light');
    await checkIn(app, { value: '90', date: '2015-11-20' });
    await checkIn(app, { value: '60', date: '2015-12-02' });
    await app.getByRole('button', { name: KEY_RESULT, exact: true }).click();
    await app.getByRole('button', { name: new RegExp(`^${SPRINT}`) }).click();
    await expect(app.getByRole('link', { name: issue, exact: true })).toBeVisible();
    await checkAccessibility(page);
  });

  await test.step('see that sprint’s review show the movement', async () => {
    await untilQueriesKnow(site);
    await page.goto('/dashboards/1?as=admin&theme=light');
    await chooseSprint(app);
    const card = app.getByRole('article', { name: KEY_RESULT });
    await expect(card.getByRole('img', { name: /^On the way/ })).toHaveAccessibleName(
      /90 crashes at the start, 60 crashes at the close/,
    );
    await card
      .getByRole('button', { name: /^(Finished|Not finished)/ })
      .first()
      .click();
    await expect(card.getByRole('link', { name: issue })).toBeVisible();
    await expect(app.getByText('not estimated').first()).toBeVisible();
    await checkAccessibility(page);
  });
});

const addKeyResult = async (
  app: FrameLocator,
  fields: { title: string; baseline: string; target: string; unit: string },
) => {
  await app.getByRole('button', { name: `Actions for ${OBJECTIVE}` }).click();
  await app.getByRole('button', { name: 'Add key result' }).click();
  const form = app.getByRole('form', { name: /New key result/ });
  await form.getByRole('textbox', { name: 'Title' }).fill(fields.title);
  await form.getByLabel('Baseline').fill(fields.baseline);
  await form.getByLabel('Target').fill(fields.target);
  await form.getByLabel('Unit').fill(fields.unit);
  await form.getByRole('button', { name: /^(Add|Create) key result$/ }).click();
  await expect(app.getByRole('button', { name: fields.title, exact: true })).toBeVisible();
};

const checkIn = async (app: FrameLocator, { value, date }: { value: string; date: string }) => {
  await app.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = app.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByRole('textbox', { name: 'Value' }).fill(value);
  await form.getByLabel('Date').fill(date);
  await form.getByRole('radio', { name: '6', exact: true }).check({ force: true });
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form).toBeHidden();
};

const chooseSprint = async (app: FrameLocator) => {
  const choice = app.getByRole('combobox', { name: 'Sprint to review' });
  await choice.focus();
  await choice.selectOption({ label: SPRINT });
  await expect(app.getByRole('heading', { level: 1, name: SPRINT })).toBeVisible();
};
