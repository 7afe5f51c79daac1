import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';

/** Harbour Systems works on a board without sprints, and keeps its OKRs to who may browse it. */
const openPlanning = async (page: Page, theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`/projects/HARB/okrs/planning?as=admin&theme=${theme}`);
  const plan = page.frameLocator('iframe[data-module="project-page-module"]');
  await expect(plan.getByRole('heading', { level: 2, name: 'What this period advances' })).toBeVisible();
  return plan;
};

test('a board without sprints plans over periods, each with what was said of it', async ({ page }) => {
  const plan = await openPlanning(page);
  const period = plan.getByRole('region', { name: 'Period' });
  const days = (await period.getByRole('heading').textContent())!;
  await plan.getByRole('button', { name: 'Say what it advances' }).click();
  const row = plan.getByRole('group', { name: 'Key result 1' });
  await row
    .getByLabel('Key result', { exact: true })
    .selectOption({ label: 'Time to restore after an incident' });
  await row.getByLabel('What changes').fill('building once');
  await row.getByLabel(/^Expected movement/).fill('-1');
  await plan.getByRole('button', { name: 'Save' }).click();
  const sentence = plan.getByText(
    /^This period advances “Time to restore after an incident” by building once/,
  );
  await expect(sentence).toBeVisible();
  await expect(plan.getByRole('region', { name: 'Sprint goal' })).toHaveCount(0);
  await period.getByRole('button', { name: 'Later period' }).click();
  await expect(period.getByRole('heading')).not.toHaveText(days);
  await expect(period.getByRole('button', { name: 'Later period' })).toBeFocused();
  await expect(sentence).toBeHidden();
  await plan.getByRole('button', { name: 'The one that runs now' }).click();
  await expect(period.getByRole('heading')).toHaveText(days);
  await expect(sentence).toBeVisible();
});

test('what is typed for one period waits while another is looked at', async ({ page }) => {
  const plan = await openPlanning(page);
  const period = plan.getByRole('region', { name: 'Period' });
  await plan.getByRole('button', { name: 'Say what it advances' }).click();
  await plan.getByLabel('What changes').fill('building once');
  await period.getByRole('button', { name: 'Earlier period' }).click();
  await expect(plan.getByLabel('What changes')).toBeHidden();
  await period.getByRole('button', { name: 'Later period' }).click();
  await expect(plan.getByLabel('What changes')).toHaveValue('building once');
});

test('the work of a period is what is in progress and what was finished in it, as Jira has it', async ({
  page,
  site,
}) => {
  const plan = await openPlanning(page, 'dark');
  const [start, end] = (await plan
    .getByRole('region', { name: 'Period' })
    .getByRole('heading')
    .textContent())!
    .replace('Period: ', '')
    .split(' to ')
    .map((day) => new Date(`${day} 00:00 UTC`).toISOString().slice(0, 10));
  const after = new Date(Date.parse(end!) + 86_400_000).toISOString().slice(0, 10);
  const { body } = await site.rest<{ count: number }>(
    'admin',
    'POST',
    '/rest/api/3/search/approximate-count',
    {
      jql: `project = HARB AND issuetype not in subTaskIssueTypes() AND (statusCategory = "In Progress" OR (statusCategory = Done AND resolved >= "${start}" AND resolved < "${after}"))`,
    },
  );
  const all = plan.getByRole('row', { name: /^All work/ }).getByRole('cell');
  await expect(all.first()).toHaveText(String(body.count));
  await expect(plan.getByRole('region', { name: 'Focus' }).getByRole('listitem')).toHaveCount(6);
  await checkAccessibility(page);
});

test('the rhythm is set to four weeks from a day, and the periods follow it', async ({ page }) => {
  const plan = await openPlanning(page);
  const period = plan.getByRole('region', { name: 'Period' });
  await expect(period.getByText('This board plans every two weeks')).toBeVisible();
  const first = (await period.getByRole('heading').textContent())!.replace('Period: ', '').split(' to ')[0]!;
  const start = new Date(`${first} 00:00 UTC`);
  await period.getByRole('button', { name: 'Change the rhythm' }).click();
  await period.getByLabel('How often').selectOption({ label: 'Every four weeks' });
  await checkAccessibility(page);
  await period.getByRole('button', { name: 'Save' }).click();
  await expect(period.getByText('This board plans every four weeks')).toBeVisible();
  const last = new Date(start.getTime() + 27 * 86_400_000);
  await expect(period.getByRole('heading')).toHaveText(new RegExp(` to ${last.getUTCDate()} `));
});

test('a narrow frame keeps everything in it', async ({ page }) => {
  await page.setViewportSize({ width: 480, height: 900 });
  const plan = await openPlanning(page);
  await plan.getByRole('button', { name: 'Say what it advances' }).click();
  const widths = await plan
    .locator('body')
    .evaluate((body) => [document.documentElement.scrollWidth, body.clientWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]! + 1);
  await checkAccessibility(page, { include: ['iframe[data-module="project-page-module"]'] });
});
