import type { Page } from '@playwright/test';
import { demoSite } from '../../local/sites/demo/demo-site';
import type { Site } from '../../local/jira/model';
import type { ProjectPageView } from '../../src/contract/project-page';
import { checkAccessibility, expect, test as base } from './fixtures';
import { aKeyResult, aStory, search, store, type Found } from './issue-panel/issues';
import { open, pickFirst } from './issue-panel/steps';
import { startSite, untilIndexed, type TestSite } from './site';

/** `isPublic`: whether the whole internet may browse Booking. */
const test = base.extend<{ readonly isPublic: boolean }>({
  isPublic: [false, { option: true }],
  site: async ({ isPublic }, use) => {
    const site = await startSite(() => (isPublic ? aPublicDemo() : demoSite(new Date())));
    await use(site);
    await site.close();
  },
});

const aPublicDemo = () => {
  const { site, script } = demoSite(new Date());
  const [scheme] = site.permissionSchemes;
  const projects = site.projects.map((project) =>
    project.key === 'BOOK' ? { ...project, permissionSchemeId: 'public' } : project,
  );
  const browse = [...(scheme!.permissions['BROWSE_PROJECTS'] ?? []), { to: 'anyone' } as const];
  const open = { ...scheme!, id: 'public', permissions: { ...scheme!.permissions, BROWSE_PROJECTS: browse } };
  return {
    site: { ...site, projects, permissionSchemes: [...site.permissionSchemes, open] } as Site,
    script,
  };
};

/** The column's cell of an issue, in the list of a search. */
const inSearch = async (page: Page, { key }: Found, as = 'amara') => {
  await page.goto(`/search?jql=${encodeURIComponent(`key = ${key}`)}&as=${as}`);
  const row = page.getByRole('table', { name: 'Issues found' }).getByRole('row', { name: key });
  await expect(row).toBeVisible();
  return row.getByTitle('Key results', { exact: true });
};

/** The key results of Harbour Systems, which keeps its OKRs to its own people. */
const restrictedKeyResults = async (site: TestSite) => {
  const { body } = await site.local<{ value: ProjectPageView }>('POST', '/local/bridge', {
    account: 'bram',
    module: 'project-page-module',
    context: {},
    command: 'invoke',
    data: { functionKey: 'loadProjectPage', payload: { projectId: '10003', cycleId: null } },
  });
  return body.value.objectives
    .filter(({ scope }) => scope.type === 'team')
    .flatMap(({ keyResults }) => keyResults);
};

const aRestrictedKeyResult = async (site: TestSite) => (await restrictedKeyResults(site))[0]!;

const codeOf = ({ id }: { readonly id: string }): string => `KR-${id.slice(-6).toUpperCase()}`;

test('a list shows what an issue serves once its panel has saved it, and nothing once it is removed', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  expect(await (await inSearch(page, story)).textContent()).toBe('');
  const panel = await open(page, story);
  await pickFirst(panel);
  const remove = panel.getByRole('button', { name: /^Remove / });
  const title = (await remove.getAttribute('aria-label'))!.replace('Remove ', '');
  await told(site, 1);
  await expect(await inSearch(page, story)).toHaveText(title);
  await open(page, story);
  await remove.click();
  await told(site, 2);
  expect(await (await inSearch(page, story)).textContent()).toBe('');
});

/** Waits until the app has had Jira keep so many times what the column says. */
const told = async (site: TestSite, times: number): Promise<void> => {
  const calls = async () =>
    (await site.meter()).invocations.byFunction['issue-panel-fn/refreshColumn']?.count ?? 0;
  await expect.poll(calls).toBe(times);
  await untilIndexed(site);
};

test('the backlog shows it in a column, inherited and exempt alike, and axe finds nothing', async ({
  page,
  site,
}) => {
  await page.goto('/projects/BOOK/backlog?as=amara&theme=light');
  const cells = page.getByTitle('Key results', { exact: true });
  await expect(cells.first()).toBeVisible();
  await expect(cells.filter({ hasText: /^No key result: / }).first()).toBeVisible();
  const texts = await cells.allInnerTexts();
  expect(texts.filter((text) => text !== '' && !text.startsWith('No key result')).length).toBeGreaterThan(5);
  // An epic of the demo serves what Harbour Systems keeps to itself; nothing else is told by its code alone.
  const codes = texts.join().match(/KR-[0-9A-Z]{6}/g) ?? [];
  expect(codes.length).toBeGreaterThan(0);
  expect((await restrictedKeyResults(site)).map(codeOf)).toEqual(expect.arrayContaining(codes));
  await checkAccessibility(page);
});

test('a tag forged with a key result that a team keeps to itself reads as its code, to everybody', async ({
  page,
  site,
}) => {
  const story = await aStory(site);
  const secret = await aRestrictedKeyResult(site);
  await store(site, story, { version: 1, state: 'tagged', keyResults: [secret.id] });
  const code = codeOf(secret);
  // Opening it has Jira ask the app.
  await open(page, story, { as: 'amara' });
  await expect(page.getByText(code)).toBeVisible();
  await untilIndexed(site);
  for (const account of ['amara', 'admin']) {
    await expect(await inSearch(page, story, account)).toHaveText(code);
    await expect(page.getByText(secret.title)).toHaveCount(0);
  }
});

test.describe('in a project that the whole internet may browse', () => {
  test.use({ isPublic: true });

  test('there are codes in the place of titles, though who is logged in reads the title on the issue', async ({
    page,
    site,
  }) => {
    const keyResult = await aKeyResult(site);
    const story = await aStory(site);
    await store(site, story, { version: 1, state: 'tagged', keyResults: [keyResult.id] });
    const panel = await open(page, story);
    await expect(panel.getByText(keyResult.title)).toBeVisible();
    const code = `KR-${keyResult.id.slice(-6).toUpperCase()}`;
    await expect(page.getByText(code)).toBeVisible();
    await untilIndexed(site);
    await expect(await inSearch(page, story)).toHaveText(code);
    const [anyTagged] = await search(site, 'project = BOOK AND okrState = tagged AND issuetype = Epic');
    expect(await (await inSearch(page, anyTagged!)).textContent()).toMatch(/^KR-[0-9A-Z]{6}/);
    const field = await site.rest<{ id: string; name: string }[]>('admin', 'GET', '/rest/api/3/field');
    const { id } = field.body.find(({ name }) => name === 'Key results')!;
    const path = `/rest/api/3/issue/${story.key}?fields=${id}`;
    const asNobody = await site.rest<{ fields: Record<string, unknown> }>(null, 'GET', path);
    expect(asNobody.body.fields).toEqual({ [id]: code });
  });
});
