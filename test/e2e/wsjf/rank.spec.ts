import { checkAccessibility, expect, test } from '../fixtures';
import { untilIndexed, type TestSite } from '../site';
import { column, figure, keysOf, MOVED, open, RANK, rowOf, SCORE, stored, withoutFigures } from './steps';

const VALUE = 'User-business value';
const TIME = 'Time criticality';
const SIZE = 'Job size';

const found = async (site: TestSite, jql: string): Promise<string[]> => {
  const { status, body } = await site.rest<{ issues: { key: string }[] }>(
    'admin',
    'POST',
    '/rest/api/3/search/jql',
    { jql, fields: ['key'] },
  );
  expect(status).toBe(200);
  return body.issues.map(({ key }) => key);
};

test('ranks stories by value over size, with what each figure comes from one press away', async ({
  page,
}) => {
  const frame = await open(page);
  const [first] = await keysOf(frame);
  const scores = [...(await column(frame, SCORE)).values()].map((text) => Number(text.replace('WSJF', '')));
  const ranked = scores.filter((score) => !Number.isNaN(score));
  expect(ranked.length).toBeGreaterThan(5);
  expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
  await rowOf(frame, first!)
    .getByRole('button', { name: `Why ${first} is where it is` })
    .click();
  await expect(
    frame.getByText(/weight \d+ of \d+ in its objective, \d+% of the way still to go → \d+$/),
  ).toBeVisible();
  await expect(frame.getByText(/\d+ days left of .*, \d+% of the way still to go → \d+$/)).toBeVisible();
  await expect(frame.getByText(/^Not known, so 1 is assumed\.$/)).toBeVisible();
  await expect(frame.getByText(/points?, to the nearest of the scale → \d+$/)).toBeVisible();
  await frame.getByText('How this is worked out').click();
  await expect(frame.getByText(/20 × √\(weight share × gap\)/)).toBeVisible();
});

test('a person’s figure wins, shows what the key results say, and is found by JQL', async ({
  page,
  site,
}) => {
  const frame = await open(page);
  const key = await withoutFigures(site, (await keysOf(frame)).slice(1));
  const value = figure(frame, VALUE, key);
  const before = (await value.locator('option').first().textContent())!.replace('Auto ', '');
  const mine = before === '20' ? '2' : '20';
  await value.selectOption(mine);
  await expect(rowOf(frame, key).getByText(`key results say ${before}`)).toBeVisible();
  await expect(
    frame.getByText(new RegExp(`^${key}, user-business value: ${mine}\\. Rank \\d+\\.$`)),
  ).toBeVisible();
  await rowOf(frame, key).getByRole('button').first().click();
  await expect(frame.getByText(`Given: ${mine}; the key results say ${before}.`)).toBeVisible();
  await expect.poll(() => stored(site, key)).toEqual({ version: 1, userBusinessValue: Number(mine) });
  await untilIndexed(site);
  expect(await found(site, `key = ${key} AND okrWsjfBusinessValue = ${mine}`)).toEqual([key]);
  expect(await found(site, `key = ${key} AND okrWsjfBusinessValue != ${mine}`)).toEqual([]);
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(value).toHaveValue(mine);
  await value.selectOption({ label: `Auto ${before}` });
  await expect.poll(() => stored(site, key)).toBeNull();
});

test('rows stay while figures change, and are put in order when that is asked for', async ({
  page,
  site,
}) => {
  const frame = await open(page);
  const before = await keysOf(frame);
  const last = [...(await column(frame, RANK))].filter(([, rank]) => rank !== '–').at(-1)![0];
  for (const name of [VALUE, TIME, 'Risk reduction or opportunity']) {
    await figure(frame, name, last).selectOption('20');
  }
  await figure(frame, SIZE, last).selectOption('1');
  await expect(rowOf(frame, last).getByRole('cell').first()).toHaveText('1');
  await expect(rowOf(frame, last).getByText('60', { exact: true })).toBeVisible();
  expect(await keysOf(frame)).toEqual(before);
  await expect(frame.getByText(/issues are out of place\.$/)).toBeVisible();
  await frame.getByRole('button', { name: 'Sort again' }).click();
  await expect(frame.getByText(/out of place/)).toBeHidden();
  expect((await keysOf(frame))[0]).toBe(last);
  for (let times = 0; times < 4; times += 1) await frame.getByRole('button', { name: 'Undo' }).click();
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(figure(frame, VALUE, last)).toHaveValue('');
  await expect.poll(() => stored(site, last)).toBeNull();
  await frame.getByRole('button', { name: 'Sort again' }).click();
  await expect.poll(() => keysOf(frame)).toEqual(before);
});

test('an epic has no rank until somebody says how large it is', async ({ page }) => {
  // Nobody has sized the epics of Deck App.
  const frame = await open(page, 'ines', { project: 'DECK' });
  await frame.getByRole('radio', { name: 'Epics' }).check();
  await expect(frame.getByText(/^(\d+) open epics\. \1 without a size have no rank\./)).toBeVisible();
  const key = (await keysOf(frame))[3]!;
  await expect(rowOf(frame, key).getByText('no estimate')).toBeVisible();
  await figure(frame, SIZE, key).selectOption('8');
  await expect(rowOf(frame, key).getByRole('cell').first()).toHaveText('1');
  await frame.getByRole('button', { name: 'Sort again' }).click();
  await expect.poll(async () => (await keysOf(frame))[0]).toBe(key);
});

test('leaves the key results out, and each move is the other way round', async ({ page }) => {
  const frame = await open(page);
  const [ranks, moves] = [await column(frame, RANK), await column(frame, MOVED)];
  await frame.getByRole('checkbox', { name: 'Leave the key results out' }).check();
  await expect(frame.getByText('left out', { exact: true }).first()).toBeVisible();
  const [ranksWithout, movesBack] = [await column(frame, RANK), await column(frame, MOVED)];
  let moved = 0;
  for (const [key, rank] of ranks) {
    if (rank === '–') continue;
    const places = Number(rank) - Number(ranksWithout.get(key));
    if (places !== 0) moved += 1;
    const count = `${Math.abs(places)} ${Math.abs(places) === 1 ? 'place' : 'places'}`;
    const [there, back] = places < 0 ? ['higher', 'lower'] : ['lower', 'higher'];
    expect(moves.get(key), key).toContain(places === 0 ? 'the same place' : `${count} ${there} than without`);
    expect(movesBack.get(key), key).toContain(places === 0 ? 'the same place' : `${count} ${back} than with`);
  }
  expect(moved).toBeGreaterThan(5);
  expect([...ranksWithout.keys()]).not.toEqual([...ranks.keys()]);
});

test('sorts by any column, either way', async ({ page }) => {
  const frame = await open(page);
  const header = (name: string) => frame.getByRole('columnheader', { name, exact: false });
  await frame.getByRole('button', { name: 'Issue', exact: true }).click();
  await expect(header('Issue')).toHaveAttribute('aria-sort', 'ascending');
  const numbers = (await keysOf(frame)).map((key) => Number(key.split('-')[1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  await frame.getByRole('button', { name: 'Issue', exact: false }).first().click();
  await expect(header('Issue')).toHaveAttribute('aria-sort', 'descending');
  for (const name of ['Business value', 'Time criticality', 'Risk or opportunity', 'Job size', 'WSJF']) {
    await header(name).getByRole('button').click();
    await expect(header(name)).toHaveAttribute('aria-sort', 'descending');
  }
});

test('draws the same order as bars, with the figures in words', async ({ page }) => {
  const frame = await open(page);
  const [first] = await keysOf(frame);
  await frame.getByRole('radio', { name: 'Picture' }).check();
  const bars = frame
    .getByRole('figure')
    .getByRole('listitem')
    .filter({ has: frame.getByRole('link') });
  await expect(bars.first()).toContainText(first!);
  await expect(bars.first()).toContainText(/\d+ for size \d+: [\d.]+$/);
});

test('all of it works by keyboard', async ({ page, site }) => {
  const frame = await open(page, 'ines', { project: 'DECK' });
  await frame.getByRole('button', { name: 'OKRs', exact: true }).focus();
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  await press('Tab', 5);
  await expect(frame.getByRole('radio', { name: 'Stories' })).toBeFocused();
  await press('ArrowRight');
  await expect(frame.getByText(/^\d+ open epics/)).toBeVisible();
  await press('Tab', 2);
  await expect(frame.getByRole('checkbox', { name: 'Leave the key results out' })).toBeFocused();
  const key = (await keysOf(frame))[0]!;
  const why = frame.getByRole('button', { name: `Why ${key} is where it is` });
  for (let stops = 0; stops < 20; stops += 1) {
    if (await why.evaluate((element) => element === document.activeElement)) break;
    await press('Tab');
  }
  await expect(why).toBeFocused();
  await press('Enter');
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await press('Tab', 5);
  await expect(figure(frame, SIZE, key)).toBeFocused();
  await page.keyboard.type('13');
  await expect(figure(frame, SIZE, key)).toHaveValue('13');
  await expect.poll(() => stored(site, key)).toEqual({ version: 1, jobSize: 13 });
  await expect(frame.getByRole('button', { name: 'Undo' })).toBeVisible();
  await press('Control+z');
  await expect(figure(frame, SIZE, key)).toHaveValue('');
  await expect.poll(() => stored(site, key)).toBeNull();
  await expect(figure(frame, SIZE, key)).toBeFocused();
});

for (const [theme, width] of [
  ['light', 1280],
  ['dark', 480],
] as const) {
  test(`is accessible and keeps its place, ${theme}, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1000 });
    const frame = await open(page, 'jonas', { theme });
    const key = (await keysOf(frame))[0]!;
    const above = async () => (await rowOf(frame, key).boundingBox())!.y;
    const before = await above();
    await figure(frame, SIZE, key).selectOption('3');
    await expect(frame.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(await above()).toBe(before);
    await rowOf(frame, key).getByRole('button').first().click();
    await checkAccessibility(page, { include: ['iframe'] });
    const inside = await frame
      .locator('body')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(inside).toBe(0);
    await frame.getByRole('radio', { name: 'Picture' }).check();
    await checkAccessibility(page, { include: ['iframe'] });
  });
}
