import { checkAccessibility, expect, test } from '../fixtures';
import { escapeModal } from '../leave-by';
import { probeOf, replaceFrontEnds } from './probe';

declare const forge: { view: { submit: (config: unknown) => Promise<void> } };
declare const dashboards: {
  widgetEdit: {
    updateConfig: (config: unknown) => Promise<void>;
    onProductSave: (callback: (config: object) => Promise<object>) => Promise<void>;
  };
};

test.beforeEach(async ({ page }) => replaceFrontEnds(page));

for (const theme of ['light', 'dark']) {
  test(`every page of the site is accessible in the ${theme} theme`, async ({ page, site }) => {
    const projects = await site.rest<{ values: { key: string }[] }>(
      'admin',
      'GET',
      '/rest/api/3/project/search',
    );
    const key = projects.body.values[0]!.key;
    await page.goto(`/?as=admin&theme=${theme}`);
    for (const path of [
      `/projects/${key}/backlog`,
      `/projects/${key}/board`,
      `/search?jql=project=${key}`,
      '/admin',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await checkAccessibility(page);
    }
    await page.goto(`/browse/${key}-1`);
    await probeOf(page, 'issue-context');
    await checkAccessibility(page, { exclude: ['iframe'] });
  });
}

test('an issue moves on the board by keyboard alone', async ({ page }) => {
  await page.goto('/?as=admin');
  await page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: 'Board' }).click();
  const menu = page.getByRole('button', { name: /^Status of .*: To Do$/ }).first();
  const key = (await menu.getAttribute('aria-label'))!.split(/[ :]+/)[2]!;
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'In Progress', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'In Progress', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: `Status of ${key}: In Progress` })).toBeVisible();
});

test('a panel shows after its button is pressed on that issue, and stays', async ({ page, site }) => {
  const [first, second] = (
    await site.rest<{ issues: { key: string }[] }>('admin', 'POST', '/rest/api/3/search/jql', {
      jql: 'issuetype = Story',
      fields: ['summary'],
      maxResults: 2,
    })
  ).body.issues.map(({ key }) => key);
  await page.goto(`/browse/${first}?as=admin`);
  await probeOf(page, 'issue-context');
  const panel = page.locator('iframe[data-module="issue-panel-module"]');
  await expect(panel).toHaveCount(0);
  await page.getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('group', { name: 'Apps' }).getByRole('button').click();
  await expect(panel).toBeVisible();
  await page.reload();
  await expect(panel).toBeVisible();
  await page.goto(`/browse/${second}`);
  await probeOf(page, 'issue-context');
  await expect(panel).toHaveCount(0);
});

test('a widget is set up with the dashboard’s own button, a gadget with its own', async ({ page, site }) => {
  const dashboardId = '1';
  await page.goto(`/dashboards/${dashboardId}?as=admin`);
  const add = async (kind: string) => {
    await page.getByRole('button', { name: 'Add to the dashboard' }).click();
    await page
      .getByRole('group', { name: 'Add to the dashboard' })
      .getByRole('button', { name: kind })
      .click();
  };
  const itemOf = async (moduleKey: string) =>
    (
      await page.evaluate(async (id) => {
        const headers = { authorization: `Basic ${btoa('admin:x')}` };
        return (await (await fetch(`/local/dashboards/${id}`, { headers })).json()) as {
          items: { moduleKey: string; config: unknown }[];
        };
      }, dashboardId)
    ).items.findLast((item) => item.moduleKey === moduleKey)?.config;

  await add('widget');
  const edit = page.locator('iframe[title^="Set up"]');
  const widget = (await (await edit.elementHandle())!.contentFrame())!;
  await widget.waitForFunction(() => 'dashboards' in globalThis);
  await widget.evaluate(async () => {
    await dashboards.widgetEdit.updateConfig({ boardId: 1 });
    await dashboards.widgetEdit.onProductSave(async (config) => ({ ...config, checked: true }));
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toHaveCount(0);
  expect(await itemOf('sprint-review-widget')).toEqual({ boardId: 1, checked: true });

  await add('gadget');
  const gadget = (await (await edit.elementHandle())!.contentFrame())!;
  await gadget.waitForFunction(() => 'forge' in globalThis);
  await gadget.evaluate(() => void forge.view.submit({ boardId: 2 }));
  await expect(edit).toHaveCount(0);
  expect(await itemOf('sprint-review-gadget')).toEqual({ boardId: 2 });
  expect(site.url).toBe(new URL(page.url()).origin);
});

test('a sprint offers the app’s action, in a modal that Escape closes', async ({ page, site }) => {
  const boards = await site.rest<{ values: { type: string; location: { projectKey: string } }[] }>(
    'admin',
    'GET',
    '/rest/agile/1.0/board',
  );
  const key = boards.body.values.find(({ type }) => type === 'scrum')!.location.projectKey;
  await page.goto(`/projects/${key}/backlog?as=admin`);
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Review key results' }).click();
  const dialog = page.getByRole('dialog', { name: 'Review key results' });
  await expect(dialog.locator('iframe')).toBeVisible();
  await escapeModal(page);
  await expect(page.getByRole('button', { name: /^Actions for / }).first()).toBeFocused();
});
