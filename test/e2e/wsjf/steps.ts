import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { RefinementView } from '../../../src/contract/refinement';
import { expect } from '../fixtures';
import type { TestSite } from '../site';

export type Frame = FrameLocator;

export const open = async (
  page: Page,
  account = 'jonas',
  { theme = 'light', project = 'BOOK' } = {},
): Promise<Frame> => {
  await page.goto(`/projects/${project}/okrs/wsjf?as=${account}&theme=${theme}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText(/^As of \d/)).toBeVisible();
  return frame;
};

export const rowOf = (frame: Frame, key: string): Locator =>
  frame.getByRole('row').filter({ has: frame.getByRole('link', { name: key, exact: true }) });

export const figure = (frame: Frame, name: string, key: string): Locator =>
  frame.getByRole('combobox', { name: `${name} of ${key}`, exact: true });

/** The keys in the order of the rows. */
export const keysOf = async (frame: Frame): Promise<string[]> =>
  frame.locator('tbody').getByRole('link').allTextContents();

/** What stands in a column of every row, by key, as text. */
export const column = async (frame: Frame, nth: number): Promise<ReadonlyMap<string, string>> => {
  const rows = await frame
    .locator('tbody tr')
    .evaluateAll(
      (all, at) =>
        all.map((row) => [
          row.querySelector('a')?.textContent ?? '',
          row.children[at]?.textContent?.trim() ?? '',
        ]),
      nth,
    );
  return new Map(rows as [string, string][]);
};

export const RANK = 0;
export const SCORE = 6;
export const MOVED = 7;

/** What is stored on an issue, as Jira's own API tells; `null` for nothing. */
export const stored = async (site: TestSite, key: string): Promise<unknown> => {
  const { status, body } = await site.rest<{ value: unknown }>(
    'admin',
    'GET',
    `/rest/api/3/issue/${key}/properties/throughline-wsjf`,
  );
  return status === 404 ? null : body.value;
};

/** The first of the issues of which nobody has said anything. */
export const withoutFigures = async (site: TestSite, keys: readonly string[]): Promise<string> => {
  for (const key of keys) if ((await stored(site, key)) === null) return key;
  throw new Error('Somebody has given figures to each of them.');
};

export const store = async (site: TestSite, key: string, value: unknown): Promise<void> => {
  const path = `/rest/api/3/issue/${key}/properties/throughline-wsjf`;
  expect((await site.rest('admin', 'PUT', path, value)).status).toBeLessThan(300);
};

export const breaks = (site: TestSite, ...rules: object[]): Promise<unknown> =>
  site.local('POST', '/local/faults', rules);

/** A key result of the company whose weight is its objective's alone, with nothing reached, and its cycle's last day. */
export const aKeyResult = async (site: TestSite): Promise<string> => {
  const { body } = await site.local<{ ok: true; value: RefinementView }>('POST', '/local/bridge', {
    account: 'jonas',
    module: 'project-page-module',
    context: { project: { key: 'BOOK' } },
    command: 'invoke',
    data: { functionKey: 'loadRefinement', payload: { projectId: await projectIdOf(site) } },
  });
  return body.value.objectives[0]!.keyResults.find(({ archived }) => !archived)!.id;
};

const projectIdOf = async (site: TestSite): Promise<string> =>
  (await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK')).body.id;
