import type { Modal, events, invoke, requestJira, router, showFlag, view } from '@forge/bridge';
import type { widgetEdit } from '@forge/dashboards-bridge';
import { expect, test } from '../fixtures';
import { probeOf, replaceFrontEnds } from './probe';

declare const forge: {
  Modal: typeof Modal;
  events: typeof events;
  invoke: typeof invoke;
  requestJira: typeof requestJira;
  router: typeof router;
  showFlag: typeof showFlag;
  view: typeof view;
};
declare const dashboards: { widgetEdit: typeof widgetEdit };
declare const heard: unknown[];
declare const __bridge: { callBridge: (command: string, data?: unknown) => Promise<unknown> };

const CONTEXT = 'issue-context';
const PAGE = 'project-page-module';
let story: string;

test.beforeEach(async ({ page, site }) => {
  await replaceFrontEnds(page);
  const found = await site.rest<{ issues: { key: string }[] }>('admin', 'POST', '/rest/api/3/search/jql', {
    jql: 'issuetype = Story',
    fields: ['summary'],
    maxResults: 1,
  });
  story = found.body.issues[0]!.key;
});

test('a frame learns where it is, as whom, and in which theme', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin&theme=dark`);
  const frame = await probeOf(page, CONTEXT);
  const context = await frame.evaluate(() => forge.view.getContext());
  expect(context).toMatchObject({ accountId: 'admin', moduleKey: CONTEXT, theme: { colorMode: 'dark' } });
  expect(context.extension).toMatchObject({ type: 'jira:issueContext', issue: { key: story } });
  const [project] = story.split('-');
  expect(context.extension['project']).toMatchObject({ key: project });
});

test('a frame asks Jira as the person, and its own back end', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  const me = await frame.evaluate(
    async () => (await (await forge.requestJira('/rest/api/3/myself')).json()) as { accountId: string },
  );
  expect(me.accountId).toBe('admin');
  const refused = frame.evaluate(() => forge.invoke('noSuchFunction'));
  await expect(refused).rejects.toThrow(/noSuchFunction/);
});

test('a command that the site does not know is an error that names it', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await expect(frame.evaluate(() => __bridge.callBridge('openRovo'))).rejects.toThrow(/openRovo/);
});

test('the theme follows the page’s switch, live', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin&theme=light`);
  const frame = await probeOf(page, CONTEXT);
  const background = () => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await frame.evaluate(() => forge.view.theme.enable());
  const light = await background();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect.poll(background).not.toBe(light);
});

test('the frame is as high as its content', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await frame.evaluate(() => {
    document.body.replaceChildren();
    document.body.style.margin = '0';
    document.body.style.height = '437px';
  });
  await expect(page.locator(`iframe[data-module="${CONTEXT}"]`)).toHaveCSS('height', '437px');
});

test('a flag is shown, its action calls back, and it can be closed', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await frame.evaluate(() => {
    const onClick = () => heard.push('undone');
    forge.showFlag({ id: 'one', title: 'Removed', type: 'success', actions: [{ text: 'Undo', onClick }] });
  });
  const flags = page.getByRole('region', { name: 'Messages' });
  await flags.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => frame.evaluate(() => heard)).toEqual(['undone']);
  await flags.getByRole('button', { name: 'Dismiss: Removed' }).click();
  await expect(flags).toHaveText('');
  await frame.evaluate(() => void forge.showFlag({ id: 'two', title: 'Saved', type: 'info' }));
  await expect(flags).toContainText('Saved');
  await frame.evaluate(() => __bridge.callBridge('closeFlag', { id: 'two' }));
  await expect(flags).toHaveText('');
});

test('a modal keeps the focus, closes on Escape pressed in its frame, and tells its opener', async ({
  page,
}) => {
  await page.goto(`/browse/${story}?as=admin`);
  const opener = await probeOf(page, CONTEXT);
  await opener.evaluate(() =>
    new forge.Modal({
      context: { step: 2 },
      title: 'Sure?',
      onClose: (payload) => heard.push(payload ?? null),
    }).open(),
  );
  const dialog = page.getByRole('dialog', { name: 'Sure?' });
  const inside = await probeOfDialog();
  expect((await inside.evaluate(() => forge.view.getContext())).extension['modal']).toEqual({ step: 2 });
  await expect(page.locator('#root')).toHaveAttribute('inert', '');
  // Later, because the key takes away the frame that this is asked of.
  await inside.evaluate(() => {
    setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  });
  await expect(dialog).toBeHidden();
  await opener.evaluate(() => {
    void forge.events.on('ending', () => heard.push('ending'));
    void new forge.Modal({ onClose: (payload) => heard.push(payload) }).open();
  });
  const closing = await probeOfDialog();
  await closing.evaluate(() => forge.view.onClose(() => forge.events.emit('ending')));
  await closing.evaluate(() => void setTimeout(() => forge.view.close({ saved: true })));
  await expect.poll(() => opener.evaluate(() => heard)).toEqual([null, 'ending', { saved: true }]);

  async function probeOfDialog() {
    const element = await page.waitForSelector('[role=dialog] iframe');
    const frame = (await element.contentFrame())!;
    await frame.waitForFunction(() => 'forge' in globalThis);
    return frame;
  }
});

test('what a place does not allow, the bridge refuses', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await expect(frame.evaluate(() => forge.view.close())).rejects.toThrow(/not closable/);
  await expect(frame.evaluate(() => forge.view.submit({}))).rejects.toThrow(/not submittable/);
  await expect(frame.evaluate(() => forge.view.createHistory())).rejects.toThrow(/jira:issueContext/);
  const edit = frame.evaluate(() => dashboards.widgetEdit.updateConfig({ boardId: 1 }));
  await expect(edit).rejects.toThrow(/not the edit view of a widget/);
  const script = frame.evaluate(() => forge.router.navigate('javascript:alert(1)'));
  await expect(script).rejects.toThrow(/javascript:/);
});

test('a frame is kept in the sandbox that Forge’s own policy names, and cannot lead the page away', async ({
  page,
}) => {
  const served = page.waitForResponse(/\/frame\/issue-panel\/index\.html/);
  await page.unrouteAll();
  await page.goto(`/browse/${story}?as=admin`);
  const policy = (await served).headers()['content-security-policy'] ?? '';
  const [, sandbox] = /sandbox ([^;]+)/.exec(policy) ?? [];
  const element = page.locator(`iframe[data-module="${CONTEXT}"]`);
  await expect(element).toHaveAttribute('sandbox', sandbox ?? 'none');
  await expect(element).toHaveAttribute('allow', /clipboard-write; .*fullscreen/);
  const frame = await (await element.elementHandle())!.contentFrame();
  const leave = frame!.evaluate(() => {
    top!.location.href = 'http://127.0.0.1:1/elsewhere';
  });
  await expect(leave).rejects.toThrow(/top-level browsing context is not allowed|permission to navigate/i);
  await expect(page).toHaveURL(new RegExp(`/browse/${story}`));
});

test('frames hear each other’s events', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  await page.getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('group', { name: 'Apps' }).getByRole('button').click();
  const context = await probeOf(page, CONTEXT);
  const panel = await probeOf(page, 'issue-panel-module');
  await context.evaluate(() => forge.events.on('saved', (payload) => heard.push(payload)));
  await panel.evaluate(() => forge.events.emit('saved', { issue: 1 }));
  await expect.poll(() => context.evaluate(() => heard)).toEqual([{ issue: 1 }]);
});

test('the project page has a history of its own in the page’s address', async ({ page }) => {
  const [project] = story.split('-');
  await page.goto(`/projects/${project}/okrs/objective/7?cycle=2&as=admin`);
  const frame = await probeOf(page, PAGE);
  const start = await frame.evaluate(async () => {
    const history = await forge.view.createHistory();
    history.listen(({ pathname }, action) => heard.push(`${action} ${pathname}`));
    history.push('/cycles');
    return history.location.pathname;
  });
  expect(start).toBe('/cycles');
  await expect(page).toHaveURL(new RegExp(`/projects/${project}/okrs/cycles$`));
  await page.goBack();
  await expect(page).toHaveURL(new RegExp('/okrs/objective/7\\?cycle=2$'));
  await expect.poll(() => frame.evaluate(() => heard)).toEqual(['PUSH /cycles', 'POP /objective/7']);
});

test('a frame opens an issue in the page, and its clock is the site’s', async ({ page, site }) => {
  const [project] = story.split('-');
  const before = await site.local<{ now: string }>('GET', '/local/clock');
  await site.local('POST', '/local/clock', { advanceMs: 86_400_000 });
  await page.goto(`/projects/${project}/okrs?as=admin`);
  const frame = await probeOf(page, PAGE);
  const shown = await frame.evaluate(() => Date.now());
  expect(shown - Date.parse(before.body.now)).toBeGreaterThan(86_000_000);
  await frame.evaluate((key) => void forge.router.navigate(`/browse/${key}`), story);
  await expect(page).toHaveURL(new RegExp(`/browse/${story}$`));
});

test('a frame names the page, tells an address of it, and has a name of its own', async ({ page }) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await frame.evaluate(() => forge.view.changeWindowTitle('Named by the app'));
  await expect(page).toHaveTitle('Named by the app');
  const url = await frame.evaluate(
    (key) => __bridge.callBridge('getUrl', { target: 'issue', issueKey: key }),
    story,
  );
  expect(url).toBe(new URL(`/browse/${story}`, page.url()).href);
  const pageOf = (moduleKey: string) =>
    frame.evaluate(
      (key) =>
        __bridge.callBridge('getUrl', {
          target: 'module',
          moduleKey: key,
          projectKey: 'BOOK',
          path: '/review/1',
        }),
      moduleKey,
    );
  expect(await pageOf(PAGE)).toBe(new URL('/projects/BOOK/okrs/review/1', page.url()).href);
  await expect(pageOf('no-such-page')).rejects.toThrow(/no-such-page/);
  expect(await frame.evaluate(() => __bridge.callBridge('getFrameId'))).toMatch(/^frame-\d+$/);
});

test('a frame shows an issue over the page, has the issue view read again, and the page', async ({
  page,
  site,
}) => {
  await page.goto(`/browse/${story}?as=admin`);
  const frame = await probeOf(page, CONTEXT);
  await frame.evaluate(
    (issueKey) => __bridge.callBridge('openIssueViewModal', { data: { context: { issueKey } } }),
    story,
  );
  await expect(page.getByRole('dialog', { name: story })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await site.rest('admin', 'PUT', `/rest/api/3/issue/${story}`, { fields: { summary: 'Written elsewhere' } });
  await expect(page.getByRole('heading', { name: 'Written elsewhere' })).toBeHidden();
  await frame.evaluate(() => __bridge.callBridge('refreshIssueView'));
  await expect(page.getByRole('heading', { name: 'Written elsewhere' })).toBeVisible();
  await site.rest('admin', 'PUT', `/rest/api/3/issue/${story}`, { fields: { summary: 'Written again' } });
  await frame.evaluate(() => forge.view.refresh());
  await expect(page.getByRole('heading', { name: 'Written again' })).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  await frame.evaluate(() => setTimeout(() => void __bridge.callBridge('reload')));
  await expect(page.locator('body[data-before]')).toHaveCount(0);
  await probeOf(page, CONTEXT);
});
