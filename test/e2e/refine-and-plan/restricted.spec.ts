import type { FrameLocator, Page, Request } from '@playwright/test';
import { expect, test } from '../fixtures';
import { FRAME } from '../issue-panel/steps';
import { button, selectFirst } from '../refinement/bulk-steps';
import { setGoal, sprintNow } from '../sprint-planning/steps';
import { forge, OWNER, SECRETS, type Forged } from './secret';

type Surface = {
  readonly name: string;
  readonly path: (forged: Forged) => string;
  /** Waits until all of it is there, and opens what has to be opened. */
  readonly ready: (page: Page, app: FrameLocator, forged: Forged) => Promise<void>;
  /** Whether who may see the key result reads its title there. */
  readonly shows: boolean;
};

const TAB = (name: string) => `/projects/BOOK/okrs${name}`;
const PANEL = {
  ready: (_: Page, app: FrameLocator) => expect(app.locator('[aria-busy=false]').first()).toBeVisible(),
};
const LIST = {
  ready: (page: Page) => expect(page.getByTitle('Key results', { exact: true }).first()).toBeVisible(),
};
const jql = (text: string): string => `/search?jql=${encodeURIComponent(text)}`;

const SURFACES: readonly Surface[] = [
  {
    name: 'refinement, with suggestions, the opposite, and the bulk bar',
    path: () => TAB('/refinement'),
    ready: async (_, app) => {
      await expect(app.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
      await expect(
        app.getByRole('heading', { name: 'Open work for key results that nobody works on now' }),
      ).toBeVisible();
      await selectFirst(app, 2);
      await button(app, 'Tag with key result…').click();
      await expect(app.locator('[role=option]').first()).toBeVisible();
    },
    shows: true,
  },
  {
    name: 'planning, with intent, focus share and history',
    path: () => TAB('/planning'),
    ready: async (_, app) => {
      await expect(app.getByRole('region', { name: 'Focus' }).getByRole('listitem')).toHaveCount(6);
    },
    shows: true,
  },
  {
    name: 'WSJF',
    path: () => TAB('/wsjf'),
    ready: async (_, app) => {
      await expect(app.getByText(/^As of \d/)).toBeVisible();
    },
    shows: true,
  },
  {
    name: 'the tree of the OKRs',
    path: () => TAB(''),
    ready: async (_, app) => {
      await expect(app.getByRole('combobox', { name: 'Cycle' })).toBeVisible();
      await expect(app.getByText(/^As of \d/)).toBeVisible();
    },
    shows: false,
  },
  { name: 'the panel of the issue', path: ({ own }) => `/browse/${own.key}`, ...PANEL, shows: true },
  { name: 'the panel of the epic', path: ({ epic }) => `/browse/${epic.key}`, ...PANEL, shows: true },
  { name: 'the panel of its story', path: ({ child }) => `/browse/${child.key}`, ...PANEL, shows: true },
  { name: 'the column in the backlog', path: () => '/projects/BOOK/backlog', ...LIST, shows: false },
  {
    name: 'the column in a search',
    path: ({ own, epic, child }) => jql(`key in (${own.key}, ${epic.key}, ${child.key})`),
    ready: async (page, _, { keyResultId }) => {
      const code = `KR-${keyResultId.slice(-6).toUpperCase()}`;
      const cells = page.getByTitle('Key results', { exact: true }).filter({ hasText: code });
      await expect(cells).toHaveCount(3);
    },
    shows: false,
  },
  {
    name: 'JQL by the key result',
    path: ({ keyResultId }) => jql(`issue in issuesOfKeyResult("${keyResultId}")`),
    ...LIST,
    shows: false,
  },
  {
    name: 'JQL by the objective, which finds nothing',
    path: ({ objectiveId }) => jql(`issue in issuesOfObjective("${objectiveId}")`),
    ready: (page) => expect(page.getByText('No issues')).toBeVisible(),
    shows: false,
  },
  {
    name: 'JQL that is refused',
    path: () => jql('issue in issuesOfObjective("nothing like an id")'),
    ready: (page) => expect(page.getByText(/takes the id of an objective/).first()).toBeVisible(),
    shows: false,
  },
];

for (const { account, mayBrowse } of [
  { account: 'amara', mayBrowse: false },
  { account: 'admin', mayBrowse: true },
]) {
  test(`${account}, who may ${mayBrowse ? '' : 'not '}browse the project whose key result is forged into tags, reads of it ${mayBrowse ? 'where it belongs' : 'nowhere'}`, async ({
    page,
    site,
  }) => {
    test.setTimeout(300_000);
    const forged = await forge(site);
    // Opening an issue has Jira ask the app what its column says.
    for (const { id } of [forged.own, forged.epic, forged.child])
      await site.local('POST', '/local/issue-view', { account: 'bram', issue: id });
    const traffic = watchTraffic(page);
    for (const { name, path, ready, shows } of SURFACES) {
      const to = path(forged);
      traffic.begin();
      await page.goto(`${to}${to.includes('?') ? '&' : '?'}as=${account}&theme=light`);
      await ready(page, page.frameLocator(to.startsWith('/browse/') ? FRAME : 'iframe'), forged);
      await traffic.untilQuiet();
      const [own, ...frames] = await textsOf(page);
      const toTheApp = [...(await traffic.answers()), ...frames];
      const found = [...new Set([...secretsIn([own!, ...toTheApp]), ...ownerIn(toTheApp)])];
      if (mayBrowse) expect.soft([name, found.includes('keyResult')]).toEqual([name, shows]);
      else expect.soft([name, found]).toEqual([name, []]);
    }
  });
}

test('the goal that is written from a forged intent has a short code and no figures, whoever writes it', async ({
  page,
  site,
}) => {
  const { keyResultId, sprintId } = await forge(site);
  await setGoal(site, sprintId, '');
  await page.goto('/projects/BOOK/okrs/planning?as=admin&theme=light');
  const plan = page.frameLocator('iframe');
  await expect(plan.getByRole('heading', { name: SECRETS.keyResult })).toBeVisible();
  await button(plan, 'Write to Jira’s sprint goal').click();
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  const { goal } = await sprintNow(site, sprintId);
  expect(goal).toContain(`KR-${keyResultId.slice(-6).toUpperCase()}`);
  expect(secretsIn([goal]).filter((secret) => secret !== 'change')).toEqual([]);
});

/**
 * What the frames are answered by the app and by Jira, and the page by Jira. Playwright's own `networkidle` is not waited
 * for: on a busy machine it may never come for a page with a frame of another host, though every request has ended.
 */
const watchTraffic = (page: Page) => {
  const open = new Set<Request>();
  let answers: Promise<string>[] = [];
  let latest = Date.now();
  const ends = (request: Request): void => {
    open.delete(request);
    latest = Date.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', ends);
  page.on('requestfailed', ends);
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname === '/local/bridge' || pathname.startsWith('/rest/'))
      answers.push(response.text().catch(() => ''));
  });
  return {
    /** Forgets what was asked on other pages. */
    begin: (): void => {
      open.clear();
      answers = [];
    },
    /** Waits until nothing has been asked for a while. */
    untilQuiet: async (): Promise<void> => {
      const unanswered = (): string[] => [...open].map((request) => request.url());
      await expect
        .poll(() => (Date.now() - latest < QUIET_MS ? ['not yet'] : unanswered()), { timeout: 30_000 })
        .toEqual([]);
    },
    answers: (): Promise<string[]> => Promise.all(answers),
  };
};

const QUIET_MS = 500;

/** Everything that is in the page and then in its frames, with names and titles that are not drawn. */
const textsOf = (page: Page): Promise<string[]> =>
  Promise.all(page.frames().map((frame) => frame.evaluate(() => document.body.outerHTML)));

const secretsIn = (texts: readonly string[]): string[] =>
  Object.entries(SECRETS).flatMap(([name, secret]) =>
    texts.some((text) => text.includes(secret)) ? [name] : [],
  );

/** The stand-in's own page names everybody, to be switched to: it is not asked. */
const ownerIn = (texts: readonly string[]): string[] =>
  texts.some((text) => text.includes(`"${OWNER.account}"`) || text.includes(OWNER.name)) ? ['owner'] : [];
