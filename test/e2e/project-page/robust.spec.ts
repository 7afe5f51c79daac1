import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import type { TestSite } from '../site';

const OBJECTIVE = 'Booking takes minutes, not a lunch break';
const KEY_RESULT = 'Median time from search to paid ticket';
const COULD_NOT_REFRESH = /^As of \d.*, could not refresh/;

const openPage = async (page: Page, account: string): Promise<FrameLocator> => {
  await page.goto(`/projects/BOOK/okrs?as=${account}&theme=light`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('combobox', { name: 'Cycle' })).toBeVisible();
  return frame;
};

const chooseAction = async (frame: FrameLocator, of: string, action: string): Promise<void> => {
  await frame.getByRole('button', { name: `Actions for ${of}`, exact: true }).click();
  await frame.getByRole('button', { name: action, exact: true }).click();
};

const breaks = (site: TestSite, ...rules: object[]) => site.local('POST', '/local/faults', rules);
const NO_SAVES = { target: 'storage', match: 'transaction|entity/set', share: 1, status: 503 };
const NO_ANSWERS = {
  target: 'invoke',
  match: 'project-?[pP]age.*/(save|checkIn|change|archive)',
  share: 1,
  drop: true,
};

/** Saves a form that cannot be saved, sees that it says so and keeps what was typed, and saves it when it can. */
const failsThenSaves = async (
  site: TestSite,
  form: ReturnType<FrameLocator['getByRole']>,
  submit: string,
  typed: { readonly label: string; readonly text: string },
): Promise<void> => {
  await breaks(site, NO_SAVES);
  await form.getByRole('button', { name: submit, exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('What you typed is kept here');
  await expect(form.getByLabel(typed.label)).toHaveValue(typed.text);
  await breaks(site, NO_ANSWERS);
  await form.getByRole('button', { name: submit, exact: true }).click();
  await expect(form.getByRole('alert')).toContainText('Throughline could not be reached');
  await expect(form.getByLabel(typed.label)).toHaveValue(typed.text);
  await breaks(site);
  await form.getByRole('button', { name: submit, exact: true }).click();
  await expect(form).toBeHidden();
};

test('an objective, a key result and a check-in that cannot be saved are kept, and saved once', async ({
  page,
  site,
}) => {
  const frame = await openPage(page, 'nadia');
  await frame.getByRole('button', { name: 'Add team objective' }).click();
  const objective = frame.getByRole('form', { name: 'New team objective' });
  await objective.getByLabel('Title').fill('Lost and found');
  await failsThenSaves(site, objective, 'Create objective', { label: 'Title', text: 'Lost and found' });
  await expect(frame.getByRole('button', { name: 'Lost and found', exact: true })).toHaveCount(1);

  await chooseAction(frame, 'Lost and found', 'Add key result');
  const keyResult = frame.getByRole('form', { name: 'New key result' });
  await keyResult.getByLabel('Title').fill('Things found');
  await keyResult.getByLabel('Baseline').fill('0');
  await keyResult.getByLabel('Target').fill('9');
  await failsThenSaves(site, keyResult, 'Create key result', { label: 'Title', text: 'Things found' });
  await expect(frame.getByRole('button', { name: 'Things found', exact: true })).toHaveCount(1);

  await frame.getByRole('button', { name: 'Check in on Things found' }).click();
  const checkIn = frame.getByRole('form', { name: 'Check in: Things found' });
  await checkIn.getByLabel('Value').fill('3');
  await checkIn.getByRole('radio', { name: '8', exact: true }).check({ force: true });
  await checkIn.getByLabel('Note').fill('Under the sofa');
  await failsThenSaves(site, checkIn, 'Check in', { label: 'Note', text: 'Under the sofa' });
  await chooseAction(frame, 'Things found', 'History');
  await expect(frame.getByText('1 check-in', { exact: true })).toBeVisible();
});

test('a check-in whose answer got lost is not called unsaved later, and given up it is read afresh', async ({
  page,
  site,
}) => {
  const frame = await openPage(page, 'amara');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByLabel('Value (minutes)').fill('5.3');
  await form.getByRole('radio', { name: '8', exact: true }).check({ force: true });
  await breaks(site, { target: 'invoke', match: 'checkIn', share: 1, dropReply: true });
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form.getByRole('alert')).toContainText('may or may not have arrived');
  await breaks(site, { target: 'storage', match: '.*', share: 1, status: 429 });
  await form.getByRole('button', { name: 'Check in' }).click();
  await expect(form.getByRole('alert')).toContainText('with an earlier try');
  await expect(form.getByRole('alert')).toContainText('may or may not have arrived');
  await expect(form.getByRole('alert')).not.toContainText('Nothing was changed');
  await checkAccessibility(page, { include: ['iframe'] });
  await breaks(site, { target: 'invoke', match: 'loadProjectPage', share: 1, drop: true });
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await expect(frame.getByText(COULD_NOT_REFRESH)).toBeVisible();
  await breaks(site);
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(COULD_NOT_REFRESH)).toBeHidden();
  await expect(frame.getByText('Now 5.3')).toBeVisible();
});

test('a form that is given up after its answer got lost shows what is saved', async ({ page, site }) => {
  const frame = await openPage(page, 'nadia');
  await frame.getByRole('button', { name: 'Add team objective' }).click();
  const form = frame.getByRole('form', { name: 'New team objective' });
  await form.getByLabel('Title').fill('Saved all the same');
  await breaks(site, { target: 'invoke', match: 'saveObjective', share: 1, dropReply: true });
  await form.getByRole('button', { name: 'Create objective' }).click();
  await expect(form.getByRole('alert')).toContainText('may or may not have arrived');
  await breaks(site);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(frame.getByRole('button', { name: 'Saved all the same', exact: true })).toHaveCount(1);
});

test('a cycle that cannot be saved or activated is kept, and is when it can be', async ({ page, site }) => {
  const frame = await openPage(page, 'mirela');
  await frame
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click();
  await frame.getByRole('button', { name: 'New cycle', exact: true }).click();
  const form = frame.getByRole('form', { name: 'New cycle' });
  await form.getByLabel('Name').fill('Far away');
  await form.getByLabel('First day').fill('2031-01-01');
  await form.getByLabel('Last day').fill('2031-03-31');
  await failsThenSaves(site, form, 'Create cycle', { label: 'Name', text: 'Far away' });
  await expect(frame.getByRole('combobox', { name: 'Cycle' })).toContainText('Far away');

  await frame.getByRole('button', { name: 'Activate cycle' }).click();
  const question = frame.getByRole('group', { name: 'Activate Far away?' });
  await breaks(site, NO_SAVES);
  await question.getByRole('button', { name: 'Activate cycle' }).click();
  await expect(question.getByRole('alert')).toContainText('could not be reached');
  await breaks(site);
  await question.getByRole('button', { name: 'Activate cycle' }).click();
  await expect(frame.getByText('Active', { exact: true }).first()).toBeVisible();
});

test('who may see the OKRs stays chosen when it cannot be saved, until it is', async ({ page, site }) => {
  const frame = await openPage(page, 'nadia');
  const choice = frame.getByLabel('Who may see this team’s OKRs');
  await breaks(site, NO_SAVES);
  await choice.selectOption('restricted');
  const told = frame.getByRole('alert').filter({ hasText: 'Not known whether your choice was saved.' });
  await expect(told).toBeVisible();
  await expect(choice).toHaveValue('restricted');
  await checkAccessibility(page);
  await breaks(site);
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(choice).toHaveValue('restricted');
});

test('what is typed waits when its objective is closed or another cycle is looked at', async ({ page }) => {
  const frame = await openPage(page, 'nadia');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByLabel('Note').fill('Half a thought');
  const objective = frame.getByRole('button', { name: OBJECTIVE, exact: true });
  await objective.click();
  await expect(form).toBeHidden();
  await expect(frame.getByText('A form is open inside')).toBeVisible();
  await objective.click();
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
  await expect(objective).toBeFocused();

  const cycles = frame.getByRole('combobox', { name: 'Cycle' });
  const [here, elsewhere] = await cycles.evaluate((select: HTMLSelectElement) => [
    select.value,
    [...select.options].map(({ value }) => value).find((value) => value !== select.value) ?? '',
  ]);
  await cycles.selectOption(elsewhere!);
  await expect(form).toBeHidden();
  await expect(cycles.locator('option', { hasText: '(form open)' })).toHaveCount(1);
  await cycles.selectOption(here!);
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
});

test('what is typed stays when somebody else archives what it is about', async ({ page, context }) => {
  const frame = await openPage(page, 'nadia');
  await frame.getByRole('button', { name: `Check in on ${KEY_RESULT}` }).click();
  const form = frame.getByRole('form', { name: `Check in: ${KEY_RESULT}` });
  await form.getByLabel('Note').fill('Half a thought');
  const other = await context.newPage();
  const theirs = await openPage(other, 'jonas');
  await chooseAction(theirs, OBJECTIVE, 'Archive');
  await expect(theirs.getByText('Archived (1)')).toBeVisible();
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText('This was archived meanwhile. What you typed is kept.')).toBeVisible();
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
  await frame.getByRole('button', { name: `Restore ${OBJECTIVE}` }).click();
  await expect(frame.getByRole('button', { name: OBJECTIVE, exact: true })).toBeVisible();
  await expect(form.getByLabel('Note')).toHaveValue('Half a thought');
  await form.getByRole('button', { name: 'Check in', exact: true }).click();
  await expect(form).toBeHidden();
  await other.close();
});

test('a search for an owner that fails says so, and searches again', async ({ page, site }) => {
  const frame = await openPage(page, 'nadia');
  await chooseAction(frame, OBJECTIVE, 'Edit');
  const form = frame.getByRole('form', { name: 'Edit objective' });
  await breaks(site, { target: 'jira', match: 'user/search', share: 1, status: 503 });
  await form.getByRole('combobox').pressSequentially('jon');
  await expect(form.getByRole('alert')).toContainText('The search failed.');
  await expect(form.getByText('No such person')).toBeHidden();
  await breaks(site);
  await form.getByRole('button', { name: 'Try again' }).click();
  await expect(form.getByRole('alert')).toBeHidden();
  await expect(form.getByRole('combobox')).toBeFocused();
  await form.getByRole('option', { name: /Jonas/ }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
});

test('a page that cannot be read again keeps what it had, and says how old it is', async ({ page, site }) => {
  const frame = await openPage(page, 'jonas');
  const items = frame.getByText(/^Items \d+\/\d+$/).first();
  await expect(items).toBeVisible();
  const before = await items.textContent();
  await expect(frame.getByText(/^As of \d+/)).toBeVisible();
  await breaks(site, { target: 'jira', match: '.*', share: 1, status: 503, from: 'front-end' });
  const top = await items.boundingBox();
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(COULD_NOT_REFRESH)).toBeVisible();
  expect(await items.textContent()).toBe(before);
  expect(await items.boundingBox()).toEqual(top);
  await checkAccessibility(page);
  await breaks(site, { target: 'invoke', match: 'loadProjectPage', share: 1, drop: true });
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(COULD_NOT_REFRESH)).toBeVisible();
  await breaks(site);
  await frame.getByRole('button', { name: 'Refresh' }).click();
  await expect(frame.getByText(COULD_NOT_REFRESH)).toBeHidden();
});

test('the OKRs are shown when the work under them cannot be read, and the work when it can be', async ({
  page,
  site,
}) => {
  await breaks(site, { target: 'jira', match: '.*', share: 1, status: 503, from: 'front-end' });
  const frame = await openPage(page, 'jonas');
  await expect(frame.getByRole('button', { name: KEY_RESULT, exact: true })).toBeVisible();
  const alert = frame.getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(frame.getByText('not available').first()).toBeVisible();
  await checkAccessibility(page);
  await breaks(site);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByText(/^Items \d+\/\d+$/).first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('the OKRs are shown, read-only, when Jira cannot say what may be done', async ({ page, site }) => {
  await breaks(site, { target: 'jira', match: 'mypermissions', share: 1, status: 503, from: 'back-end' });
  const frame = await openPage(page, 'nadia');
  await expect(frame.getByRole('button', { name: OBJECTIVE, exact: true })).toBeVisible();
  await expect(frame.getByRole('alert')).toContainText('read-only');
  await expect(frame.getByRole('button', { name: 'Add team objective' })).toBeHidden();
  await breaks(site);
  await frame.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(frame.getByRole('button', { name: 'Add team objective' })).toBeVisible();
});

test('a busy Jira is asked again when it said, without a word', async ({ page, site }) => {
  const busy = { target: 'jira', match: 'search/jql', share: 0.5, status: 429, from: 'front-end' };
  await breaks(site, { ...busy, headers: { 'retry-after': '1' } });
  const frame = await openPage(page, 'jonas');
  await expect(frame.getByText(/^Items \d+\/\d+$/).first()).toBeVisible();
  await expect(frame.getByRole('alert')).toHaveCount(0);
});
