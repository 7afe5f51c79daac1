import type { Site } from '../../../local/jira/model';
import { anIssue, aSite } from '../../builders/a-site';
import { checkAccessibility, expect, test } from '../fixtures';
import { startSite, type TestSite } from '../site';
import { aKeyResult, breaks, figure, keysOf, open, rowOf, store, stored, withoutFigures } from './steps';

const SIZE = 'Job size';
const WRITES = 'PUT .*throughline-wsjf';

test('who may only look sees the figures and why they cannot be changed', async ({ page, site }) => {
  const jonas = await open(page, 'jonas');
  const [key] = await keysOf(jonas);
  await store(site, key!, { version: 1, riskReduction: 13 });
  const frame = await open(page, 'viewer');
  await expect(frame.getByText(`Risk reduction or opportunity of ${key}, only shown: 13`)).toBeAttached();
  await expect(frame.getByRole('combobox', { name: /of BOOK-/ })).toHaveCount(0);
  await rowOf(frame, key!).getByRole('button').first().click();
  await expect(frame.getByText('You may not edit this issue, so its figures are only shown.')).toBeVisible();
  await checkAccessibility(page, { include: ['iframe'] });
});

test('a figure that cannot be saved is kept, and saved when it is tried again', async ({ page, site }) => {
  const frame = await open(page);
  const key = await withoutFigures(site, await keysOf(frame));
  await breaks(site, { target: 'jira', match: WRITES, share: 1, status: 403 });
  await figure(frame, SIZE, key).selectOption('13');
  const alert = frame.getByRole('alert').filter({ hasText: `Not saved: ${key}, job size: 13.` });
  await expect(alert).toContainText('Jira does not let you do this');
  await expect(figure(frame, SIZE, key)).toHaveValue('13');
  await expect(rowOf(frame, key).getByText('not saved', { exact: true })).toBeVisible();
  await checkAccessibility(page, { include: ['iframe'] });
  await expect.poll(() => stored(site, key)).toBeNull();
  await breaks(site);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeHidden();
  await expect(figure(frame, SIZE, key)).toBeFocused();
  await expect.poll(() => stored(site, key)).toEqual({ version: 1, jobSize: 13 });
});

test('one whose answer never comes is not called unsaved, and given up it is read again', async ({
  page,
  site,
}) => {
  const frame = await open(page);
  const key = await withoutFigures(site, await keysOf(frame));
  await breaks(site, { target: 'jira', match: WRITES, share: 1, status: 503 });
  await figure(frame, SIZE, key).selectOption('13');
  await expect(frame.getByText(`Not known whether it was saved: ${key}, job size: 13.`)).toBeVisible({
    timeout: 30_000,
  });
  await breaks(site);
  await store(site, key, { version: 1, jobSize: 13 });
  await frame.getByRole('button', { name: 'Discard' }).click();
  await expect(frame.getByText(/^Not known/)).toBeHidden();
  await expect(figure(frame, SIZE, key)).toHaveValue('13');
});

test('a figure whose answer is lost is saved, once, without a word', async ({ page, site }) => {
  const frame = await open(page);
  const key = await withoutFigures(site, await keysOf(frame));
  await breaks(site, { target: 'jira', match: WRITES, share: 1, dropReply: true });
  await site.resetMeter();
  await figure(frame, SIZE, key).selectOption('13');
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeVisible({ timeout: 30_000 });
  await expect(frame.getByText(/^Not (saved|known)/)).toBeHidden();
  await expect.poll(() => stored(site, key)).toEqual({ version: 1, jobSize: 13 });
  const { byRoute } = (await site.meter()).jira.inFront;
  expect(Object.entries(byRoute).filter(([route]) => /^PUT .*properties/.test(route))).toEqual([
    [expect.any(String), 1],
  ]);
});

test('what somebody else gave meanwhile is shown, and gives way only when that is asked for', async ({
  page,
  site,
}) => {
  const frame = await open(page);
  const key = await withoutFigures(site, await keysOf(frame));
  await store(site, key, { version: 1, jobSize: 5, riskReduction: 8 });
  await figure(frame, SIZE, key).selectOption('13');
  await expect(frame.getByText('Somebody else changed this figure meanwhile.')).toBeVisible();
  await expect(figure(frame, SIZE, key)).toHaveValue('5');
  await expect(figure(frame, 'Risk reduction or opportunity', key)).toHaveValue('8');
  await frame.getByRole('button', { name: 'Apply mine' }).click();
  await expect(figure(frame, SIZE, key)).toHaveValue('13');
  await expect.poll(() => stored(site, key)).toEqual({ version: 1, jobSize: 13, riskReduction: 8 });
});

test('figures that were forged count as none, and a key result that is not visible as nothing', async ({
  page,
  site,
}) => {
  const before = await open(page);
  const key = (await keysOf(before)).at(-1)!;
  await store(site, key, { version: 1, jobSize: 1000, userBusinessValue: '<b>20</b>', timeCriticality: 13 });
  const known = await aKeyResult(site);
  const unknown = 'ozzzzzzzzz-zzzzzz';
  const tag = { version: 1, state: 'tagged', keyResults: [unknown] };
  await site.rest('admin', 'PUT', `/rest/api/3/issue/${key}/properties/throughline-tag`, tag);
  const frame = await open(page);
  await expect(figure(frame, SIZE, key)).toHaveValue('');
  await expect(figure(frame, 'User-business value', key)).toHaveValue('');
  await expect(figure(frame, 'Time criticality', key)).toHaveValue('13');
  await expect(rowOf(frame, key)).toContainText('KR-ZZZZZZ');
  await rowOf(frame, key).getByRole('button').first().click();
  await expect(frame.getByText('A key result that is not visible to you: not counted').first()).toBeVisible();
  await site.rest('admin', 'PUT', `/rest/api/3/issue/${key}/properties/throughline-tag`, {
    ...tag,
    keyResults: [unknown, known],
  });
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(/weight \d+ of \d+ in its objective/).first()).toBeVisible();
});

test('work that cannot be read says so, and is read when it is tried again', async ({ page, site }) => {
  await breaks(site, { target: 'jira', match: 'bulkfetch', share: 1, status: 503 });
  await page.goto('/projects/BOOK/okrs/wsjf?as=jonas&theme=light');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('alert').filter({ hasText: 'Jira could not answer' })).toBeVisible();
  await breaks(site);
  await frame.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('table')).toBeVisible();
  await breaks(site, { target: 'jira', match: 'bulkfetch', share: 1, status: 503 });
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(/^As of \d.*, could not refresh/)).toBeVisible();
  await expect(frame.getByRole('table')).toBeVisible();
});

test.describe('a large backlog', () => {
  const manySite = (): Site =>
    aSite({
      issues: Array.from({ length: 350 }, (_, at) =>
        anIssue(`TEAM-${at + 1}`, { fields: { customfield_10016: (at % 13) + 1 } }),
      ),
    });

  const withMany = async (run: (site: TestSite) => Promise<void>): Promise<void> => {
    const site = await startSite(() => ({ site: manySite(), script: [] }));
    try {
      await run(site);
    } finally {
      await site.close();
    }
  };

  test('is read without a call per issue, shown in parts, and says what it leaves out', async ({ page }) => {
    await withMany(async (site) => {
      await site.resetMeter();
      await page.goto(`${site.url}/projects/TEAM/okrs/wsjf?as=member&theme=light`);
      const frame = page.frameLocator('iframe');
      const note = /^The first 300 of the backlog’s ≈350 open stories; the others are not ranked\./;
      await expect(frame.getByText(note)).toBeVisible();
      const meter = await site.meter();
      expect(meter.jira.inFront.requests).toBeLessThanOrEqual(14);
      expect(meter.invocations.total).toBe(1);
      expect(await keysOf(frame)).toHaveLength(50);
      await frame.getByRole('button', { name: 'Show 50 more of 300' }).click();
      expect(await keysOf(frame)).toHaveLength(100);
      await frame.getByRole('radio', { name: 'Epics' }).check();
      await expect(frame.getByText('No open epics')).toBeVisible();
      await checkAccessibility(page, { include: ['iframe'] });
    });
  });
});
