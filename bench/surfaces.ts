import type { Page } from '@playwright/test';
import type { TestSite } from '../test/e2e/site';

/** A page of the site with one of the app's frames in it. */
export type Surface = {
  readonly name: string;
  /** The manifest's resource that the frame shows. */
  readonly resource: string;
  /** What stands in the frame as soon as it shows data, as a selector. */
  readonly data: string;
  /** Goes to where the frame is; the frame starts at the end of it. */
  readonly open: (page: Page, site: TestSite) => Promise<void>;
};

/** The empty app where the surfaces of a site stand: what a page costs there that does nothing. */
export const emptyPage = (path: string): Surface => ({
  name: 'empty page',
  resource: 'empty-page',
  data: '[data-testid="data-on-screen"]',
  open: async (page, site) => void (await page.goto(`${site.url}/${path}&theme=light`)),
});

/** The same in the modal of a sprint's menu. */
export const emptyAction = (project: string, account: string): Surface => ({
  ...emptyPage(''),
  name: 'empty page, from a sprint',
  open: (page, site) => openSprintAction(page, site, REVIEW, project, account),
});

const REVIEW = 'Review key results';

/** A row of the list of work without a key result, with what is known of its issue. */
const LISTED = '[role="row"][data-issue]';
/** How the work splits: it needs the sprint's work and what the app keeps. */
const PLANNED = '[aria-label="Focus"] td';

export const surfaces: readonly Surface[] = [
  {
    name: 'issue panel',
    resource: 'issue-panel',
    data: '[aria-busy="false"] li',
    open: async (page, site) =>
      void (await page.goto(`${site.url}/browse/${await taggedStory(site)}?as=amara&theme=light`)),
  },
  {
    name: 'project page',
    resource: 'project-page',
    data: 'section[aria-labelledby^="section-"] li',
    open: async (page, site) => void (await page.goto(`${site.url}/projects/BOOK/okrs?as=amara&theme=light`)),
  },
  {
    name: 'refinement',
    resource: 'project-page',
    data: LISTED,
    open: (page, site) => openPart(page, site, 'refinement'),
  },
  {
    name: 'planning',
    resource: 'project-page',
    data: PLANNED,
    open: (page, site) => openPart(page, site, 'planning'),
  },
  {
    name: 'WSJF',
    resource: 'project-page',
    data: '[aria-label="Issues by rank"] tbody tr',
    open: (page, site) => openPart(page, site, 'wsjf'),
  },
  {
    name: 'refinement from the backlog',
    resource: 'refinement',
    data: LISTED,
    open: async (page, site) => {
      await page.goto(`${site.url}/projects/BOOK/backlog?as=amara&theme=light`);
      await page.getByRole('button', { name: /^Backlog actions of / }).click();
      await page.getByRole('button', { name: 'Work without a key result' }).click();
    },
  },
  {
    name: 'planning from a sprint',
    resource: 'sprint-planning',
    data: PLANNED,
    open: (page, site) => openSprintAction(page, site, 'Plan key results'),
  },
  {
    name: 'sprint review',
    resource: 'sprint-review',
    data: 'article',
    open: (page, site) => openSprintAction(page, site, REVIEW),
  },
  {
    name: 'administrators’ page',
    resource: 'admin-page',
    data: 'h2',
    open: async (page, site) => void (await page.goto(`${site.url}/admin/app?as=admin&theme=light`)),
  },
];

/** Of the site of `big-review.ts`, on whose dashboards a widget shows the review. */
export const widgets: readonly Surface[] = [
  bigReview('frozen review of 300 issues', 'sprint-review', 'dashboards/61'),
  bigReview('running review of 300 issues', 'sprint-review', 'dashboards/62'),
];

/** The same by its address on the project page. */
export const links: readonly Surface[] = [
  bigReview('frozen, by its link', 'project-page', 'projects/TEAM/okrs/review/1/2'),
  bigReview('running, by its link', 'project-page', 'projects/TEAM/okrs/review/1/3'),
];

/** The same of the running sprint from its menu, which a closed one has not. */
export const actions: readonly Surface[] = [
  {
    ...bigReview('running, from its menu', 'sprint-review', ''),
    open: (page, site) => openSprintAction(page, site, REVIEW, 'TEAM', 'admin'),
  },
];

function bigReview(name: string, resource: string, path: string): Surface {
  return {
    name,
    resource,
    data: 'article',
    open: async (page, site) => void (await page.goto(`${site.url}/${path}?as=admin&theme=light`)),
  };
}

/** One of the parts of a project's OKRs page. */
async function openPart(page: Page, site: TestSite, part: string): Promise<void> {
  await page.goto(`${site.url}/projects/BOOK/okrs/${part}?as=amara&theme=light`);
}

async function openSprintAction(
  page: Page,
  site: TestSite,
  action: string,
  project = 'BOOK',
  account = 'amara',
): Promise<void> {
  const sprint = await activeSprint(site, project, account);
  await page.goto(`${site.url}/projects/${project}/backlog?as=${account}&theme=light`);
  await page.getByRole('button', { name: `Actions for ${sprint}` }).click();
  await page.getByRole('button', { name: action }).click();
}

async function taggedStory(site: TestSite): Promise<string> {
  const { body } = await site.rest<{ issues: { key: string }[] }>('amara', 'POST', '/rest/api/3/search/jql', {
    jql: 'project = BOOK AND okrState = tagged AND issuetype = Story ORDER BY key',
    fields: ['summary'],
    maxResults: 1,
  });
  const [issue] = body.issues;
  if (!issue) throw new Error('The demo has no tagged story in BOOK.');
  return issue.key;
}

async function activeSprint(site: TestSite, project: string, account: string): Promise<string> {
  type Page<T> = { readonly values: readonly T[] };
  const boards = `/rest/agile/1.0/board?projectKeyOrId=${project}`;
  const [board] = (await site.rest<Page<{ id: number }>>(account, 'GET', boards)).body.values;
  const sprints = `/rest/agile/1.0/board/${board?.id}/sprint?state=active`;
  const [sprint] = (await site.rest<Page<{ name: string }>>(account, 'GET', sprints)).body.values;
  if (!sprint) throw new Error(`${project} has no active sprint.`);
  return sprint.name;
}
