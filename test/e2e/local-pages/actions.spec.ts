import path from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { demoSite } from '../../../local/sites/demo/demo-site';
import { expect, test as base } from '../fixtures';
import { escapeModal } from '../leave-by';
import { startSite } from '../site';
import { probeOf, replaceFrontEnds } from './probe';

declare const forge: {
  invoke: (functionKey: string) => Promise<unknown>;
  requestJira: (path: string, init: object) => Promise<Response>;
  view: { close: () => Promise<void> };
};

const test = base.extend<{ readonly root: string }>({
  root: [path.resolve(__dirname, '../../local/pages/pages-app'), { option: true }],
  site: async ({ root }, use) => {
    const site = await startSite(() => ({ ...demoSite(new Date()), script: [] }), root);
    await use(site);
    await site.close();
  },
});

test.beforeEach(async ({ page }) => replaceFrontEnds(page));

const open = async (page: Page, part: string, menu: RegExp, action: string): Promise<Frame> => {
  await page.goto(`/projects/BOOK/${part}?as=admin`);
  await page.getByRole('button', { name: menu }).first().click();
  await page.getByRole('button', { name: action }).click();
  const frame = page.getByRole('dialog', { name: action }).locator('iframe');
  return probeOf(page, (await frame.getAttribute('data-module'))!);
};

test('the backlog and the board offer the app’s actions, each in a modal of its size', async ({
  page,
  site,
}) => {
  const { body } = await site.rest<{ values: { id: number; type: string }[] }>(
    'admin',
    'GET',
    '/rest/agile/1.0/board?projectKeyOrId=BOOK',
  );
  const { id, type } = body.values[0]!;
  for (const [part, menu, action, size] of [
    ['backlog', /^Backlog actions of /, 'Tidy the backlog', 800],
    ['board', /^Board actions of /, 'Tidy the board', 500],
  ] as const) {
    const frame = await open(page, part, menu, action);
    expect(await frame.evaluate(() => forge.invoke('where'))).toEqual({
      type: `jira:${part}Action`,
      project: { id: expect.any(String), key: 'BOOK', type: 'software' },
      board: { id, type },
      location: expect.stringContaining(`/projects/BOOK/${part}`),
    });
    expect((await page.getByRole('dialog').boundingBox())?.width).toBe(size);
    await escapeModal(page);
    await expect(page.getByRole('button', { name: menu })).toBeFocused();
  }
});

test('what an action changed shows below it once its modal closes', async ({ page }) => {
  const frame = await open(page, 'backlog', /^Actions for /, 'Plan the sprint');
  await frame.evaluate(async () => {
    const { sprint } = (await forge.invoke('where')) as { sprint: { id: number } };
    await forge.requestJira(`/rest/agile/1.0/sprint/${sprint.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ goal: 'Nobody waits for a berth' }),
    });
    void forge.view.close();
  });
  await expect(page.getByText('Nobody waits for a berth')).toBeVisible();
});

test('a planned sprint starts by keyboard', async ({ page }) => {
  await page.goto('/projects/BOOK/backlog?as=admin');
  const press = async (name: RegExp | string) => page.getByRole('button', { name }).press('Enter');
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .press('Enter');
  await press('Complete sprint');
  await page.getByRole('dialog').getByRole('button', { name: 'Complete sprint' }).press('Enter');
  await expect(page.getByText(/ completed$/)).toBeVisible();
  const menu = page.getByRole('button', { name: /^Actions for / }).first();
  await menu.press('Enter');
  await press('Start sprint');
  await expect(page.getByText(/ started$/)).toBeVisible();
  await expect(menu).toBeFocused();
});
