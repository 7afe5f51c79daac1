import type { FrameLocator, Locator } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { button, find, labelsOf, open, selectFirst, tagsOf, untagAll } from './bulk-steps';
import { halfEditable } from './half-editable';

test('refines: tags 30, exempts 5, defers 2, and takes each back, by keyboard', async ({ page, site }) => {
  test.setTimeout(180_000);
  await untagAll(site, 'BOOK');
  const frame = await open(page);

  const tagged = await selectFirst(frame, 30);
  await expect(frame.getByRole('region', { name: 'Selected issues' })).toContainText(
    /30 selected · \d+ points/,
  );
  await button(frame, 'Tag with key result…').focus();
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('combobox', { name: 'Key results' })).toBeFocused();
  await expect(button(frame, 'Tag 30 issues')).toBeEnabled();
  await checkAccessibility(page, { include: ['iframe'] });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(button(frame, 'Tag 30 issues')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('heading', { name: 'Done here' })).toBeVisible();
  await expect(button(frame, /^Undo: 30 issues tagged with/)).toBeFocused();
  const values = await tagsOf(site, tagged);
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
  expect(values[0]).toMatchObject({ state: 'tagged' });

  const exempt = await selectFirst(frame, 5);
  expect(exempt.filter((key) => tagged.includes(key))).toEqual([]);
  await button(frame, 'Exempt…').click();
  await frame.getByRole('radio', { name: 'Operations' }).check();
  await frame.getByLabel('Note (optional)').fill('Runs every week');
  await button(frame, 'Exempt 5 issues').click();
  await expect(button(frame, /^Undo: 5 issues exempt/)).toBeVisible();
  expect(await tagsOf(site, exempt)).toEqual(
    Array(5).fill({ version: 1, state: 'exempt', reason: 'operations', note: 'Runs every week' }),
  );

  const deferred = await selectFirst(frame, 2);
  await button(frame, 'Defer').click();
  await expect(button(frame, 'Undo: 2 issues marked to defer')).toBeVisible();
  for (const key of deferred) expect(await labelsOf(site, key)).toContain('throughline-defer');
  for (const key of deferred) await expect(markOf(frame, key)).toBeVisible();
  await checkAccessibility(page, { include: ['iframe'] });

  for (const what of [/^Undo: 30 issues tagged/, /^Undo: 5 issues exempt/, /^Undo: 2 issues marked/]) {
    await button(frame, what).click();
    await expect(button(frame, what)).toBeHidden();
  }
  expect(await tagsOf(site, [...tagged, ...exempt])).toEqual(Array(35).fill(undefined));
  for (const key of deferred) expect(await labelsOf(site, key)).not.toContain('throughline-defer');
  for (const key of deferred) await expect(markOf(frame, key)).toBeHidden();
});

const markOf = (frame: FrameLocator, key: string): Locator =>
  frame.locator(`[data-issue="${key}"]`).getByText('To defer', { exact: true });

test('goes on after the network was lost in the middle, and nothing is tagged twice', async ({
  page,
  site,
}) => {
  await untagAll(site, 'BOOK');
  const frame = await open(page);
  const keys = await selectFirst(frame, 12);
  // Half of them hold something else, so that they are written by a request of their own.
  const [garbage, none] = [keys.slice(6), keys.slice(0, 6)];
  for (const key of garbage) {
    await site.rest('admin', 'PUT', `/rest/api/3/issue/${key}/properties/throughline-tag`, 'garbage');
  }
  await button(frame, 'Tag with key result…').click();
  await expect(button(frame, 'Tag 12 issues')).toBeEnabled();
  await frame.getByRole('combobox', { name: 'Key results' }).press('Enter');
  // The first write arrives, its answer does not, and from then on nothing does.
  await site.local('POST', '/local/faults', [
    { target: 'jira', match: '^PUT', from: 'front-end', share: 1, dropReply: true },
    { target: 'jira', match: '^(GET|POST)', from: 'front-end', share: 1, drop: true },
  ]);
  await button(frame, 'Tag 12 issues').click();
  const ended = frame.getByRole('region', { name: /^0 of 12 issues tagged/ });
  await expect(ended).toContainText('Not known for 6 issues', { timeout: 60_000 });
  await expect(ended).toContainText('Not begun for 6 issues');
  await expect(ended.getByRole('heading')).toBeFocused();
  await ended.getByRole('heading').hover();
  await checkAccessibility(page, { include: ['iframe'] });
  const written = await tagsOf(site, none);
  expect(written.every((value) => (value as { state?: string } | undefined)?.state === 'tagged')).toBe(true);
  expect(await tagsOf(site, garbage)).toEqual(Array(6).fill('garbage'));

  await site.local('POST', '/local/faults', []);
  await site.resetMeter();
  await button(frame, 'Look again and go on').click();
  await expect(button(frame, /^Undo: 12 issues tagged with/)).toBeVisible();
  const { byRoute } = (await site.meter()).jira.inFront;
  expect(byRoute['PUT /rest/api/3/issue/properties/throughline-tag']).toBe(1);
  expect(new Set((await tagsOf(site, keys)).map((value) => JSON.stringify(value))).size).toBe(1);
});

halfEditable(
  'tells which half may be edited before anything happens, and is done to that half',
  async ({ page, site }) => {
    await untagAll(site, 'BOOK');
    const frame = await open(page, { as: 'viewer', theme: 'dark' });
    const keys = await selectFirst(frame, 12);
    const mine = (await find(site, 'project = BOOK AND reporter = viewer')).map(({ key }) => key);
    const editable = keys.filter((key) => mine.includes(key));
    const others = keys.filter((key) => !mine.includes(key));
    expect(Math.min(editable.length, others.length)).toBeGreaterThan(0);
    await site.resetMeter();
    await button(frame, 'Exempt…').click();
    const note = frame.getByText(
      `You may edit ${editable.length} of these 12 issues. The others stay as they are.`,
    );
    await expect(note).toBeVisible();
    const { byRoute } = (await site.meter()).jira.inFront;
    expect(byRoute['POST /rest/api/3/permissions/check']).toBe(1);
    // Nothing but questions was sent.
    expect(Object.keys(byRoute).sort()).toEqual([
      'POST /rest/api/3/issue/bulkfetch',
      'POST /rest/api/3/permissions/check',
    ]);
    await frame.getByText(`The other ${others.length}`).click();
    for (const key of others) {
      await expect(frame.getByRole('listitem').filter({ hasText: key })).toBeVisible();
    }
    await page.setViewportSize({ width: 480, height: 900 });
    await checkAccessibility(page, { include: ['iframe'] });
    // By keyboard: it lies at the lower edge of the window, where a press of the mouse gets lost.
    await frame.getByRole('radio', { name: 'Bug' }).press('Space');
    await button(frame, /^Exempt \d+ issues?$/).click();
    await expect(button(frame, /^Undo: \d+ issues? exempt/)).toBeVisible();
    expect((await tagsOf(site, editable)).every((value) => value !== undefined)).toBe(true);
    expect(await tagsOf(site, others)).toEqual(others.map(() => undefined));
  },
);

test('offers to tag the epic of the selected issues instead, with what that covers, and undoes that', async ({
  page,
  site,
}) => {
  await untagAll(site, 'BOOK');
  const frame = await open(page);
  const keys = await selectFirst(frame, 30);
  await button(frame, 'Tag with key result…').click();
  await expect(frame.getByText(/^Covers \d+ open issues/)).toBeVisible();
  const offer = button(frame, /^Tag BOOK-\d+ instead$/);
  const epic = ((await offer.textContent()) ?? '').split(' ')[1] ?? '';
  await offer.click();
  await expect(button(frame, `Tag ${epic}`)).toBeEnabled();
  await frame.getByRole('combobox', { name: 'Key results' }).press('Enter');
  await button(frame, `Tag ${epic}`).click();
  const undo = button(frame, new RegExp(`^Undo: ${epic} tagged with`));
  await expect(undo).toBeVisible();
  expect(await tagsOf(site, [epic])).toEqual([expect.objectContaining({ state: 'tagged' })]);
  expect(await tagsOf(site, keys)).toEqual(keys.map(() => undefined));
  const rows = frame.getByRole('grid').getByRole('checkbox');
  const below = (await find(site, `parent = ${epic}`)).map(({ key }) => `Select ${key}`);
  const names = await rows.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => below.includes(name))).toEqual([]);
  await undo.click();
  await expect(undo).toBeHidden();
  expect(await tagsOf(site, [epic])).toEqual([undefined]);
});
