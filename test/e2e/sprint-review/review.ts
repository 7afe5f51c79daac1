import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { TestSite } from '../site';

export type SprintRow = { readonly id: number; readonly name: string; readonly state: string };

/** The review of Booking's board, as a widget of the demo's dashboard. */
export const openReview = async (page: Page, account: string, theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`/dashboards/1?as=${account}&theme=${theme}`);
  const review = page.frameLocator('iframe[data-module="sprint-review-widget"]').first();
  await expect(review.getByRole('heading', { level: 1 })).toBeVisible();
  return review;
};

/** Chooses of the native list, which is read when somebody reaches for it. */
export const chooseSprint = async (review: FrameLocator, label: string): Promise<void> => {
  const choice = review.getByRole('combobox', { name: 'Sprint to review' });
  await choice.focus();
  await choice.selectOption({ label });
  await expect(review.getByRole('heading', { level: 1, name: label.replace(/ \(.*/, '') })).toBeVisible();
};

/** Booking's sprints: one that runs, one of which a ledger was frozen, one from before, and the next to come. */
export const sprintsOf = async (site: TestSite) => {
  const path = '/rest/agile/1.0/board/1/sprint';
  const { values } = (await site.rest<{ values: readonly SprintRow[] }>('nadia', 'GET', path)).body;
  const closed = values.filter(({ state }) => state === 'closed');
  return {
    running: values.find(({ state }) => state === 'active')!,
    frozen: closed.at(-1)!,
    rebuilt: closed[0]!,
    planned: values.find(({ state }) => state === 'future')!,
  };
};

/** The review of the sprint of which a ledger was frozen. */
export const openFrozen = async (page: Page, site: TestSite, account = 'nadia') => {
  const { frozen, running } = await sprintsOf(site);
  const review = await openReview(page, account);
  await chooseSprint(review, frozen.name);
  return { review, frozen, running };
};

/** Asks the app as somebody in Booking's project. */
export const ask = async (
  site: TestSite,
  account: string,
  functionKey: string,
  payload: object,
): Promise<Record<string, unknown>> => {
  const { id } = (await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK')).body;
  const { body } = await site.local<{ ok: boolean; value: Record<string, unknown> }>(
    'POST',
    '/local/bridge',
    {
      account,
      module: 'project-page-module',
      context: { type: 'jira:projectPage', project: { id, key: 'BOOK', type: 'software' } },
      command: 'invoke',
      data: { functionKey, payload },
    },
  );
  expect(body).toMatchObject({ ok: true });
  return body.value;
};

/** What a sprint is to move, by key result. */
export const intentOf = async (site: TestSite, sprintId: number): Promise<readonly string[]> => {
  const { id } = (await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK')).body;
  const { intent } = (await ask(site, 'nadia', 'loadSprintReview', {
    projectId: id,
    boardId: 1,
    place: { kind: 'sprint', sprintId },
  })) as { intent: { said: { advances: readonly { keyResultId: string }[] } } | null };
  return (intent?.said.advances ?? []).map(({ keyResultId }) => keyResultId);
};
