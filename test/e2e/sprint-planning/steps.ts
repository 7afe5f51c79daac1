import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from '../fixtures';
import type { TestSite } from '../site';

export type Sprint = {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly goal: string;
  readonly startDate?: string;
  readonly endDate?: string;
};

export const BOARD = 1;
export const KEY_RESULT = 'Tickets bought without help from a person';
export const OTHER_KEY_RESULT = 'Extras per booking';

export const sprintsOf = async (site: TestSite): Promise<readonly Sprint[]> =>
  (
    await site.rest<{ values: Sprint[] }>(
      'admin',
      'GET',
      `/rest/agile/1.0/board/${BOARD}/sprint?state=active,future`,
    )
  ).body.values;
export const sprintNow = async (site: TestSite, id: number): Promise<Sprint> =>
  (await site.rest<Sprint>('admin', 'GET', `/rest/agile/1.0/sprint/${id}`)).body;
export const setGoal = (site: TestSite, id: number, goal: string) =>
  site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${id}`, { goal });

export const nextSprint = async (site: TestSite): Promise<Sprint> =>
  (await sprintsOf(site)).find(({ state }) => state === 'future')!;

export const openPlanning = async (page: Page, account = 'admin', theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`/projects/BOOK/okrs/planning?as=${account}&theme=${theme}`);
  const plan = page.frameLocator('iframe[data-module="project-page-module"]');
  await expect(plan.getByRole('heading', { level: 2, name: 'What this sprint advances' })).toBeVisible();
  return plan;
};

/** Fills in a row of the form. */
export const fill = async (
  plan: FrameLocator | Locator,
  number: number,
  keyResult: string,
  change: string,
  movement: string,
) => {
  const row = plan.getByRole('group', { name: `Key result ${number}` });
  await row.getByLabel('Key result', { exact: true }).selectOption({ label: keyResult });
  await row.getByLabel('What changes').fill(change);
  await row.getByLabel(/^Expected movement/).fill(movement);
};
export const say = async (plan: FrameLocator, movement = '2'): Promise<void> => {
  await plan.getByRole('button', { name: /Say what it advances|Change what is said/ }).click();
  await fill(plan, 1, KEY_RESULT, 'asking for less', movement);
  await plan.getByRole('button', { name: 'Save' }).click();
  await expect(plan.getByRole('button', { name: 'Save' })).toBeHidden();
};
export const sentenceIn = (plan: FrameLocator): Locator =>
  plan.getByRole('region', { name: 'Intent' }).getByText(/^This sprint advances /);
export const write = (plan: FrameLocator): Promise<void> =>
  plan.getByRole('button', { name: 'Write to Jira’s sprint goal' }).click();
