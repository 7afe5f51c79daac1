import type { FrameLocator, Page, Route } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures';
import { leaveBy } from './leave-by';
import { untilIndexed, type TestSite } from './site';

const PAGE = '/projects/BOOK/okrs';
const OBJECTIVE = 'Booking takes minutes, not a lunch break';
const KEY_RESULT = 'Median time from search to paid ticket';
const OTHER_KEY_RESULT = 'Bookings changed without calling us';

const openPage = async (page: Page, account: string, theme = 'light'): Promise<FrameLocator> => {
  await page.goto(`${PAGE}?as=${account}&theme=${theme}`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('combobox', { name: 'Cycle' })).toBeVisible();
  return frame;
};

const rowOf = (frame: FrameLocator, title: string) =>
  frame
    .getByRole('listitem')
    .filter({ has: frame.getByRole('button', { name: title, exact: true }) })
    .last();

const chooseAction = async (frame: FrameLocator, of: string, action: string): Promise<void> => {
  await frame.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
  await frame.getByRole('button', { name: action, exact: true }).click();
};

const issuesFound = async (site: TestSite, jql: string): Promise<string[]> => {
  const { body } = await site.rest<{ issues: { id: string }[] }>('admin', 'POST', '/rest/api/3/search/jql', {
    jql,
    fields: ['id'],
    maxResults: 5000,
  });
  return body.issues.map(({ id }) => id);
};

/** The number of items under a row, done or not. */
const itemsOf = async (frame: FrameLocator, title: string): Promise<number> => {
  const cell = rowOf(frame, title)
    .getByText(/^Items \d+\/\d+$/)
    .first();
  return Number((await cell.textContent())?.split('/')[1]);
};

test('opens with one resolver call, at most four storage operations, and the tree in view', async ({
  page,
  site,
}) => {
  await site.resetMeter();
  const frame = await openPage(page, 'jonas');
  await expect(frame.getByRole('button', { name: OBJECTIVE, exact: true })).toBeVisible();
  await expect(rowOf(frame, KEY_RESULT)).toContainText(/Items \d+\/\d+/);
  const meter = await site.meter();
  expect(meter.invocations.total).toBe(1);
  expect(meter.storage.operations).toBeLessThanOrEqual(4);
  expect(meter.storage.writes.operations).toBe(0);
});

test('leads from a key result to its sprints, the active one open, and to the issue', async ({ page }) => {
  const frame = await openPage(page, 'jonas');
  await frame.getByRole('button', { name: KEY_RESULT, exact: true }).click();
  const active = rowOf(frame, KEY_RESULT).getByRole('listitem').filter({ hasText: 'Active' });
  await expect(active.getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  const link = active.getByRole('link', { name: /^BOOK-/ }).first();
  const key = await link.textContent();
  await link.click({ button: 'right' });
  await expect(page).toHaveURL(/\/okrs/);
  await leaveBy(link);
  await expect(page).toHaveURL(new RegExp(`/browse/${key}$`));
});

test('counts under a key result what names it and what inherits it', async ({ page, site }) => {
  const frame = await openPage(page, 'jonas');
  const keyResult = frame.getByRole('button', { name: KEY_RESULT, exact: true });
  await keyResult.click();
  const id = (await keyResult.getAttribute('aria-controls'))?.replace('under-', '');
  const own = await issuesFound(site, `keyResult = "${id}" AND issuetype not in (Epic, Sub-task)`);
  const epics = await issuesFound(site, `keyResult = "${id}" AND issuetype = Epic`);
  const inherited =
    epics.length === 0
      ? []
      : await issuesFound(
          site,
          `parent in (${epics.join(',')}) AND okrState is EMPTY AND issuetype != Sub-task`,
        );
  expect(inherited.length).toBeGreaterThan(0);
  expect(await itemsOf(frame, KEY_RESULT)).toBe(own.length + inherited.length);
});

test('moves what was tagged elsewhere when it is refreshed', async ({ page, site }) => {
  const frame = await openPage(page, 'amara');
  const before = await itemsOf(frame, KEY_RESULT);
  const keyResult = frame.getByRole('button', { name: KEY_RESULT, exact: true });
  await keyResult.click();
  const id = (await keyResult.getAttribute('aria-controls'))?.replace('under-', '');
  await frame.getByRole('button', { name: 'No key result', exact: true }).click();
  const untagged = await itemsOf(frame, 'No key result');
  const branch = rowOf(frame, 'No key result');
  const key = await branch
    .getByRole('link', { name: /^BOOK-/ })
    .first()
    .textContent();
  await site.rest('amara', 'PUT', `/rest/api/3/issue/${key}/properties/throughline-tag`, {
    version: 1,
    state: 'tagged',
    keyResults: [id],
  });
  await untilIndexed(site);
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(branch.getByRole('link', { name: key ?? '', exact: true })).toBeHidden();
  await expect(rowOf(frame, KEY_RESULT).getByRole('link', { name: key ?? '', exact: true })).toBeVisible();
  expect(await itemsOf(frame, KEY_RESULT)).toBe(before + 1);
  expect(await itemsOf(frame, 'No key result')).toBe(untagged - 1);
});

test('shows many issues of a sprint some at a time', async ({ page, site }) => {
  let frame = await openPage(page, 'amara');
  const opened = frame.getByRole('button', { name: KEY_RESULT, exact: true });
  await opened.click();
  const id = (await opened.getAttribute('aria-controls'))?.replace('under-', '');
  const tag = { version: 1, state: 'tagged', keyResults: [id] };
  const ids = await issuesFound(site, 'project = BOOK AND issuetype != Sub-task AND sprint in openSprints()');
  expect(ids.length).toBeGreaterThan(20);
  for (const issue of ids) {
    await site.rest('admin', 'PUT', `/rest/api/3/issue/${issue}/properties/throughline-tag`, tag);
  }
  await untilIndexed(site);
  frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: KEY_RESULT, exact: true }).click();
  const branch = rowOf(frame, KEY_RESULT);
  const table = branch.getByRole('table', { name: /^Issues: / }).filter({ hasText: 'BOOK-' });
  const rows = table.last().getByRole('row');
  const more = branch.getByRole('button', {
    name: `Show ${Math.min(20, ids.length - 20)} more of ${ids.length}`,
  });
  await expect(more).toBeVisible();
  await checkAccessibility(page);
  await more.click();
  await expect(rows).toHaveCount(1 + Math.min(40, ids.length));
});

test('moves over the rows by keyboard', async ({ page }) => {
  const frame = await openPage(page, 'jonas');
  const objective = frame.getByRole('button', { name: OBJECTIVE, exact: true });
  const keyResult = frame.getByRole('button', { name: KEY_RESULT, exact: true });
  await objective.focus();
  await page.keyboard.press('ArrowRight');
  await expect(keyResult).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(keyResult).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(keyResult).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowLeft');
  await expect(objective).toBeFocused();
});

test('takes a check-in, for a past day too, and shows it in the history', async ({ page }) => {
  const frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await expect(form.getByLabel('Value (minutes)')).toBeFocused();
  await form.getByLabel('Value (minutes)').fill('5.1');
  await form.getByRole('radio', { name: '9', exact: true }).check({ force: true });
  await form.getByLabel('Note').fill('One page less on the way to the ticket.');
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form).toBeHidden();
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Now 5.1');
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Confidence 9/10');

  await chooseAction(frame, KEY_RESULT, 'History');
  const history = frame.getByRole('region', { name: `History of ${KEY_RESULT}` });
  await expect(history.getByRole('img', { name: /value over time/ })).toBeVisible();
  await history.getByText(/check-ins$/).click();
  await expect(history.getByRole('row').nth(1)).toContainText('One page less on the way to the ticket.');
  const before = await history.getByRole('row').count();

  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const past = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel('Value (minutes)').fill('5.3');
  await form.getByLabel('Date').fill(past);
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(page.getByText(/^Checked in 5.3 minutes for /)).toBeVisible();
  await expect(page.getByText(/^It is in the history\./)).toBeVisible();
  await expect(history.getByRole('row')).toHaveCount(before + 1);
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Now 5.1');
});

test('reads a comma before the decimals, and refuses what can mean two numbers', async ({ page }) => {
  const frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  const value = form.getByLabel('Value (minutes)');
  await value.fill('1,200');
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(value).toHaveAttribute('aria-invalid', 'true');
  await expect(value).toBeFocused();
  await expect(form.getByText('Type 1200 or 1.2.').first()).toBeVisible();
  await value.fill('4,5');
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Now 4.5');
  await expect(page.getByText(/^Checked in 4.5 minutes for /)).toBeVisible();
});

test('keeps what is typed in one form when others open, and goes back to it when asked', async ({ page }) => {
  const frame = await openPage(page, 'nadia');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByLabel('Note').fill('Half a thought');
  await frame.getByRole('button', { name: `Check in on ${OTHER_KEY_RESULT}` }).click();
  await frame.getByRole('button', { name: 'Add team objective' }).click();
  await expect(frame.getByRole('form')).toHaveCount(3);
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  await expect(form.getByLabel('Value (minutes)')).toBeFocused();
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await expect(frame.getByRole('form')).toHaveCount(2);
});

test('warns of a day outside of the cycle and says how a day is corrected', async ({ page }) => {
  const frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await expect(form.getByText('To correct a day, check in for it again')).toBeVisible();
  // The date's; the note has its own.
  const said = form.getByRole('status').first();
  await expect(said).toBeEmpty();
  await form.getByLabel('Date').fill('2020-01-01');
  await expect(said).toContainText('This day is outside of');
});

test('leads from a key result to its issues in the search', async ({ page, context }) => {
  const frame = await openPage(page, 'viewer');
  const opened = context.waitForEvent('page');
  await chooseAction(frame, KEY_RESULT, 'Find its issues');
  const search = await opened;
  await expect(search).toHaveURL(/\/issues\/\?jql=keyResult\b/);
  await expect(search.getByRole('link', { name: /^BOOK-\d+$/ }).first()).toBeVisible();
});

test('goes over a menu by arrow keys', async ({ page }) => {
  const frame = await openPage(page, 'nadia');
  const trigger = frame.getByRole('button', { name: `Actions for ${KEY_RESULT}`, exact: true });
  const item = (name: string) => frame.getByRole('button', { name, exact: true });
  await trigger.click();
  await expect(item('History')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(item('Find its issues')).toBeFocused();
  await page.keyboard.press('End');
  await expect(item('Archive')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(item('History')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(item('Archive')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(item('History')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(item('History')).toBeHidden();
  await expect(trigger).toBeFocused();
});

test('says at the field what is wrong and keeps what was typed', async ({ page }) => {
  const frame = await openPage(page, 'nadia');
  await chooseAction(frame, OBJECTIVE, 'Add key result');
  const form = frame.getByRole('form', { name: 'New key result' });
  await form.getByLabel('Title').fill('Fewer steps to a ticket');
  await form.getByLabel('Baseline').fill('4');
  await form.getByLabel('Target').fill('4');
  await form.getByRole('button', { name: 'Create key result' }).click();
  const target = form.getByLabel('Target');
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await expect(target).toBeFocused();
  await expect(form.getByLabel('Title')).toHaveValue('Fewer steps to a ticket');

  await target.fill('2');
  await expect(form.getByText('To be decreased')).toBeVisible();
  await form.getByRole('combobox', { name: 'Owner' }).fill('Tomek');
  await frame.getByRole('option', { name: 'Tomek Zielinski' }).click();
  await form.getByRole('button', { name: 'Create key result' }).click();
  await expect(rowOf(frame, 'Fewer steps to a ticket')).toContainText('Tomek Zielinski');
});

test('leaves the form that is typed in alone when another one is saved late', async ({ page, site }) => {
  const frame = await openPage(page, 'amara');
  await site.local('POST', '/local/faults', [
    { target: 'invoke', match: 'checkIn', share: 1, delayMs: 2_000 },
  ]);
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const checkIn = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await checkIn.getByLabel('Value (minutes)').fill('4.7');
  await checkIn.getByRole('radio', { name: '8', exact: true }).check({ force: true });
  await checkIn.getByRole('button', { name: 'Check in' }).click();
  await frame.getByRole('button', { name: `Check in on ${OTHER_KEY_RESULT}` }).click();
  const other = frame.getByRole('form', { name: `Check in: ${OTHER_KEY_RESULT}` });
  await other.getByLabel('Note').fill('Still being typed');
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Now 4.7');
  await expect(checkIn).toBeHidden();
  await expect(other.getByLabel('Note')).toHaveValue('Still being typed');
  await expect(other.getByLabel('Note')).toBeFocused();
  await site.local('POST', '/local/faults', []);
});

test('says that a lost check-in arrived after all, and takes a changed one beside it', async ({ page }) => {
  const frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByLabel('Value (minutes)').fill('4.9');
  await form.getByRole('radio', { name: '8', exact: true }).check({ force: true });
  // It is saved, but no answer comes, however often it is sent.
  const loseAnswers = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/local/bridge', loseAnswers);
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form.getByRole('alert')).toContainText('may or may not have arrived');
  await page.unroute('**/local/bridge', loseAnswers);
  await form.getByLabel('Value (minutes)').fill('4.8');
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form.getByRole('alert')).toContainText('already saved with other values');
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form).toBeHidden();
  await expect(rowOf(frame, KEY_RESULT)).toContainText('Now 4.8');
});

test('keeps the page and what is typed when it cannot be read again', async ({ page, site }) => {
  const frame = await openPage(page, 'nadia');
  await chooseAction(frame, OBJECTIVE, 'Add key result');
  const title = frame.getByRole('form', { name: 'New key result' }).getByLabel('Title');
  await title.fill('Half written');
  await site.local('POST', '/local/faults', [{ target: 'storage', match: '.*', share: 1, status: 503 }]);
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(/^As of \d.*, could not refresh/)).toBeVisible();
  await expect(title).toHaveValue('Half written');
  await site.local('POST', '/local/faults', []);
});

test('archives with a way back', async ({ page }) => {
  const frame = await openPage(page, 'nadia');
  const name = 'Calls to the help desk about booking, per week';
  const row = frame.getByRole('button', { name, exact: true });
  await chooseAction(frame, name, 'Archive');
  await expect(row).toBeHidden();
  await expect(frame.getByText('Archived (1)')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await expect(frame.getByText('Archived (1)')).toBeHidden();
});

test('lets the second of two people choose, and loses nothing', async ({ page, context }) => {
  const mine = await openPage(page, 'nadia');
  const other = await context.newPage();
  const theirs = await openPage(other, 'jonas');
  const old = 'Every crossing sells a little more than a seat';
  await chooseAction(mine, old, 'Edit');
  await chooseAction(theirs, old, 'Edit');

  const theirForm = theirs.getByRole('form', { name: 'Edit objective' });
  await theirForm.getByLabel('Title').fill('Every crossing sells more than a seat');
  await theirForm.getByLabel('Description').fill('A cabin, a meal.');
  await theirForm.getByRole('button', { name: 'Save' }).click();
  await expect(theirForm).toBeHidden();

  const myForm = mine.getByRole('form', { name: 'Edit objective' });
  await myForm.getByLabel('Title').fill('Every crossing earns its keep');
  await myForm.getByRole('button', { name: 'Save' }).click();
  await expect(myForm.getByRole('cell', { name: 'Every crossing sells more than a seat' })).toBeVisible();
  await myForm.getByRole('button', { name: 'Save mine on top' }).click();
  await expect(
    mine.getByRole('button', { name: 'Every crossing earns its keep', exact: true }),
  ).toBeVisible();
  await expect(mine.getByText('A cabin, a meal.')).toBeVisible();
  await other.close();
});

test('archives at the second try what somebody else changed meanwhile', async ({ page, context }) => {
  const name = 'Calls to the help desk about booking, per week';
  const mine = await openPage(page, 'nadia');
  const other = await context.newPage();
  const theirs = await openPage(other, 'jonas');
  await chooseAction(theirs, name, 'Edit');
  const form = theirs.getByRole('form', { name: 'Edit key result' });
  await form.getByLabel('Weight').fill('2');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await chooseAction(mine, name, 'Archive');
  await expect(page.getByText('Somebody else changed this key result meanwhile.')).toBeVisible();
  await chooseAction(mine, name, 'Archive');
  await expect(mine.getByText('Archived (1)')).toBeVisible();
  await mine.getByText('Archived (1)').click();
  await mine.getByRole('button', { name: `Restore ${OBJECTIVE}: ${name}` }).click();
  await expect(mine.getByRole('button', { name, exact: true })).toBeVisible();
  await other.close();
});

test('shows everything and no controls to who may only look', async ({ page }) => {
  const frame = await openPage(page, 'viewer');
  await expect(frame.getByRole('button', { name: OBJECTIVE, exact: true })).toBeVisible();
  await expect(frame.getByRole('button', { name: /^(Check in|Add|Activate|Archive)/ })).toHaveCount(0);
  await expect(frame.getByLabel('Who may see this team’s OKRs')).toHaveCount(0);
  await frame.getByRole('button', { name: `Actions for ${KEY_RESULT}` }).click();
  await expect(frame.getByRole('button', { name: 'History', exact: true })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
});

test('creates, activates and closes a cycle with an objective and a key result in it', async ({ page }) => {
  const frame = await openPage(page, 'admin');
  await frame
    .getByRole('button', { name: /^Actions for .* 20\d\d$/ })
    .first()
    .click();
  await frame.getByRole('button', { name: 'New cycle' }).click();
  const cycle = frame.getByRole('form', { name: 'New cycle' });
  await cycle.getByLabel('First day').fill('2031-06-30');
  await cycle.getByLabel('Last day').fill('2031-06-01');
  await cycle.getByRole('button', { name: 'Create cycle' }).click();
  await expect(cycle.getByText('Give a name.', { exact: true })).toBeVisible();
  await cycle.getByLabel('Name').fill('Summer 2031');
  await cycle.getByRole('button', { name: 'Create cycle' }).click();
  await expect(cycle.getByLabel('Last day')).toHaveAttribute('aria-invalid', 'true');
  await cycle.getByLabel('Last day').fill('2031-08-31');
  await cycle.getByRole('button', { name: 'Create cycle' }).click();
  await expect(frame.getByRole('combobox', { name: 'Cycle' })).toContainText('Summer 2031');
  await expect(frame.getByText('Draft', { exact: true })).toBeVisible();

  await frame.getByRole('button', { name: 'Add team objective' }).click();
  const objective = frame.getByRole('form', { name: 'New team objective' });
  await objective.getByLabel('Title').fill('Nobody queues in July');
  await objective.getByRole('button', { name: 'Create objective' }).click();
  await chooseAction(frame, 'Nobody queues in July', 'Add key result');
  const keyResult = frame.getByRole('form', { name: 'New key result' });
  await keyResult.getByLabel('Title').fill('Longest wait at the gate');
  await keyResult.getByLabel('Baseline').fill('40');
  await keyResult.getByLabel('Target').fill('10');
  await keyResult.getByLabel('Unit').fill('minutes');
  await keyResult.getByRole('button', { name: 'Create key result' }).click();
  await expect(rowOf(frame, 'Longest wait at the gate')).toContainText('Now 40');

  await frame.getByRole('button', { name: 'Activate cycle' }).click();
  const question = frame.getByRole('group', { name: 'Activate Summer 2031?' });
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await frame.getByRole('button', { name: 'Activate cycle' }).click();
  await question.getByRole('button', { name: 'Activate cycle' }).click();
  await expect(frame.getByText('Active', { exact: true }).first()).toBeVisible();
  await chooseAction(frame, 'Summer 2031', 'Close cycle');
  await frame.getByRole('button', { name: 'Close cycle' }).click();
  await expect(frame.getByText('Closed', { exact: true })).toBeVisible();
  await expect(frame.getByRole('button', { name: /^(Add|Check in)/ })).toHaveCount(0);
  await chooseAction(frame, 'Summer 2031', 'Reopen cycle');
  await expect(frame.getByRole('button', { name: 'Add team objective' })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Check in on Longest wait at the gate' })).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`is accessible in the ${theme} theme, with forms, history and issues open`, async ({ page }) => {
    const frame = await openPage(page, 'nadia', theme);
    await frame.getByRole('button', { name: KEY_RESULT, exact: true }).click();
    await expect(frame.getByRole('table').first()).toBeVisible();
    await chooseAction(frame, KEY_RESULT, 'History');
    await expect(frame.getByRole('img', { name: /value over time/ })).toBeVisible();
    await frame.getByText(/check-ins$/).click();
    await chooseAction(frame, OBJECTIVE, 'Add key result');
    await expect(frame.getByRole('form')).toBeVisible();
    await checkAccessibility(page);
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
    await expect(frame.getByRole('form')).toBeVisible();
    await frame.getByRole('button', { name: `Actions for ${OBJECTIVE}` }).click();
    await checkAccessibility(page);
  });
}
