import type { FrameLocator, Locator, Page } from '@playwright/test';
import { TAG_PROPERTY } from '../../../src/domain/tag';
import { expect } from '../fixtures';
import { untilIndexed, type TestSite } from '../site';

type Found = { readonly id: string; readonly key: string; readonly value: unknown };

/** Every issue that a search finds, with what its tag holds. */
export const find = async (site: TestSite, jql: string): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (let nextPageToken: string | undefined; ;) {
    const { body } = await site.rest<Page_>('admin', 'POST', '/rest/api/3/search/jql', {
      jql,
      fields: ['labels'],
      properties: [TAG_PROPERTY],
      maxResults: 100,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    found.push(
      ...body.issues.map(({ id, key, properties }) => ({ id, key, value: properties?.[TAG_PROPERTY] })),
    );
    nextPageToken = body.nextPageToken;
    if (nextPageToken === undefined) return found;
  }
};

type Page_ = {
  readonly issues: readonly { id: string; key: string; properties?: Record<string, unknown> }[];
  readonly nextPageToken?: string;
};

/** What the issues' tags hold now, whatever searches know. */
export const tagsOf = async (site: TestSite, keys: readonly string[]): Promise<readonly unknown[]> => {
  const { body } = await site.rest<Page_>('admin', 'POST', '/rest/api/3/issue/bulkfetch', {
    issueIdsOrKeys: keys,
    fields: ['summary'],
    properties: [TAG_PROPERTY],
  });
  const values = new Map(body.issues.map(({ key, properties }) => [key, properties?.[TAG_PROPERTY]]));
  return keys.map((key) => values.get(key));
};

export const labelsOf = async (site: TestSite, key: string): Promise<readonly string[]> =>
  (
    await site.rest<{ readonly fields: { readonly labels: readonly string[] } }>(
      'admin',
      'GET',
      `/rest/api/3/issue/${key}?fields=labels`,
    )
  ).body.fields.labels;

/** Takes every tag of the project away, so that there is much to refine. */
export const untagAll = async (site: TestSite, project: string): Promise<void> => {
  const tagged = (await find(site, `project = ${project}`)).filter(({ value }) => value !== undefined);
  await site.rest('admin', 'DELETE', `/rest/api/3/issue/properties/${TAG_PROPERTY}`, {
    entityIds: tagged.map(({ id }) => Number(id)),
  });
  await site.local('POST', '/local/clock', { advanceMs: 2_000 });
  await find(site, `project = ${project}`);
  await untilIndexed(site);
};

export type Look = { readonly as?: string; readonly theme?: 'light' | 'dark' };

/** Opens the list and waits until all of it is there. */
export const open = async (
  page: Page,
  { as = 'amara', theme = 'light' }: Look = {},
): Promise<FrameLocator> => {
  await page.goto(`/projects/BOOK/okrs/refinement?as=${as}&theme=${theme}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  return frame;
};

const boxes = (frame: FrameLocator): Locator => frame.getByRole('checkbox', { name: /^Select [A-Z]+-\d+$/ });

/** Selects so many issues from the first on, by keyboard, and answers their keys. */
export const selectFirst = async (frame: FrameLocator, count: number): Promise<readonly string[]> => {
  const first = frame
    .getByRole('row')
    .filter({ has: boxes(frame) })
    .first();
  await first.getByRole('gridcell').nth(2).click();
  return extendSelection(frame, count);
};

/** Selects on from the one that is selected and in focus, until there are so many, and answers their keys. */
export const extendSelection = async (
  frame: FrameLocator,
  count: number,
  way: 'down' | 'up' = 'down',
): Promise<readonly string[]> => {
  const bar = frame.getByRole('region', { name: 'Selected issues' });
  await expect(bar).toContainText('1 selected');
  const focused = frame.locator('[role=row]:focus');
  const selected = async (): Promise<number> => parseInt(await bar.innerText(), 10);
  // The row in focus is always drawn as it is now, though its issue may still have to be read.
  let keys = new Set(await selectedIn(focused));
  for (let presses = 0; (await selected()) < count && presses < count * 2; presses += 1) {
    await focused.press(way === 'down' ? 'Shift+ArrowDown' : 'Shift+ArrowUp');
    for (const key of await selectedIn(focused)) keys.add(key);
  }
  await expect(bar).toContainText(`${count} selected`);
  const passed = keys;
  await expect
    .poll(async () => {
      keys = new Set([...passed, ...(await selectedIn(frame))]);
      return keys.size;
    })
    .toBe(count);
  return [...keys];
};

const selectedIn = async (place: FrameLocator | Locator): Promise<readonly string[]> => {
  const boxes = place.getByRole('checkbox', { name: /^Select [A-Z]+-\d+$/, checked: true });
  const names = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace('Select ', ''));
};

export const button = (frame: FrameLocator, name: string | RegExp): Locator =>
  frame.getByRole('button', { name, exact: typeof name === 'string' });
