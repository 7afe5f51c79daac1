import { checkAccessibility, expect, test } from '../fixtures';
import { escapeModal } from '../leave-by';
import { untilIndexed } from '../site';
import {
  BOARD,
  fill,
  KEY_RESULT,
  nextSprint,
  openPlanning,
  OTHER_KEY_RESULT,
  say,
  sentenceIn,
  setGoal,
  sprintNow,
  sprintsOf,
  write,
} from './steps';

test('a sprint’s intent is said, shown with where its key results stand, and is there when the page is opened again', async ({
  page,
  site,
}) => {
  const plan = await openPlanning(page);
  const { name } = await nextSprint(site);
  await expect(plan.getByRole('heading', { level: 1 })).toHaveText(`Plan ${name}`);
  await plan.getByRole('button', { name: 'Say what it advances' }).click();
  await fill(plan, 1, KEY_RESULT, 'asking for less', '2');
  await plan.getByRole('button', { name: 'Add a key result' }).click();
  await fill(plan, 2, OTHER_KEY_RESULT, 'offering breakfast', '-0.1');
  await expect(plan.getByText('This leads away from the target. Saved all the same.')).toBeVisible();
  const preview = await plan
    .getByRole('form')
    .getByText(/^This sprint advances /)
    .textContent();
  await plan.getByRole('button', { name: 'Save' }).click();
  await expect(sentenceIn(plan)).toHaveText(preview!);
  expect(preview).toMatch(
    /“Tickets bought without help from a person” by asking for less: .* → .*; and “Extras per booking”/,
  );
  const card = plan.getByRole('listitem').filter({ has: plan.getByRole('heading', { name: KEY_RESULT }) });
  await expect(card).toContainText(/Expected.*Now.*Target.*to go.*Work in this sprint/);
  await page.reload();
  await expect(sentenceIn(plan)).toHaveText(preview!);
});

test('the intent is written into an empty goal, and touches nothing else of the sprint', async ({
  page,
  site,
}) => {
  const { id } = await nextSprint(site);
  await setGoal(site, id, '');
  const before = await sprintNow(site, id);
  const plan = await openPlanning(page);
  await expect(plan.getByText('This sprint has no goal yet.')).toBeVisible();
  await say(plan);
  const sentence = await sentenceIn(plan).textContent();
  await write(plan);
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  expect(await sprintNow(site, id)).toEqual({ ...before, goal: sentence });
  const goal = plan.getByRole('region', { name: 'Sprint goal' });
  const active = (await sprintsOf(site)).find(({ state }) => state === 'active')!;
  await plan.getByRole('combobox', { name: /^Sprint/ }).selectOption(String(active.id));
  await expect(plan.getByRole('heading', { level: 1 })).toHaveText(`Plan ${active.name}`);
  await plan.getByRole('combobox', { name: /^Sprint/ }).selectOption(String(id));
  await expect(goal).toContainText(sentence!);
  await setGoal(site, id, 'Written in Jira since');
  await plan.getByRole('button', { name: 'Refresh' }).click();
  await expect(goal).toContainText('Written in Jira since');
  await setGoal(site, id, sentence!);
  await page.goto('/projects/BOOK/backlog?as=admin');
  await expect(page.getByText(sentence!)).toBeVisible();
});

test('somebody else’s goal is shown beside ours, and is left, kept above ours or replaced', async ({
  page,
  site,
}) => {
  const { id } = await nextSprint(site);
  await setGoal(site, id, 'Extras where they help.');
  const plan = await openPlanning(page);
  await say(plan);
  const sentence = (await sentenceIn(plan).textContent())!;
  const choice = plan.getByRole('group', { name: 'Somebody wrote another goal' });
  await write(plan);
  await expect(choice).toContainText('Extras where they help.');
  await expect(choice).toContainText(sentence);
  await checkAccessibility(page);
  await choice.getByRole('button', { name: 'Leave theirs' }).click();
  await expect(choice).toBeHidden();
  expect((await sprintNow(site, id)).goal).toBe('Extras where they help.');

  await write(plan);
  await expect(choice).toBeVisible();
  await setGoal(site, id, 'Extras for everybody.');
  await choice.getByRole('button', { name: 'Put ours below theirs' }).click();
  await expect(choice).toContainText('Extras for everybody.');
  expect((await sprintNow(site, id)).goal).toBe('Extras for everybody.');
  await choice.getByRole('button', { name: 'Put ours below theirs' }).click();
  await expect(choice).toBeHidden();
  expect((await sprintNow(site, id)).goal).toBe(`Extras for everybody.\n${sentence}`);

  await say(plan, '3');
  await write(plan);
  await choice.getByRole('button', { name: 'Replace theirs' }).click();
  await expect(choice).toBeHidden();
  expect((await sprintNow(site, id)).goal).toBe(await sentenceIn(plan).textContent());
});

test('a goal that Jira did not answer for is looked for, and a refusal says that nothing was written', async ({
  page,
  site,
}) => {
  const { id } = await nextSprint(site);
  await setGoal(site, id, '');
  const plan = await openPlanning(page);
  await say(plan);
  await site.local('POST', '/local/faults', [
    { target: 'jira', match: 'POST .*sprint', share: 1, status: 403, from: 'front-end' },
  ]);
  await write(plan);
  await expect(plan.getByRole('alert')).toContainText('Jira does not let you do this');
  await site.local('POST', '/local/faults', [
    { target: 'jira', match: 'POST .*sprint', share: 1, dropReply: true, from: 'front-end' },
  ]);
  await write(plan);
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  await site.local('POST', '/local/faults', []);
});

test('the focus is of the sprint’s points, as Jira has them, against the team’s own band', async ({
  page,
  site,
}) => {
  const { id } = await nextSprint(site);
  const plan = await openPlanning(page);
  const { body } = await site.rest<{ issues: { fields: Record<string, unknown> }[] }>(
    'admin',
    'POST',
    '/rest/api/3/search/jql',
    {
      jql: `sprint = ${id} AND issuetype not in subTaskIssueTypes()`,
      fields: ['*all'],
      maxResults: 100,
    },
  );
  const configuration = await site.rest<{ estimation: { field: { fieldId: string } } }>(
    'admin',
    'GET',
    `/rest/agile/1.0/board/${BOARD}/configuration`,
  );
  const points = body.issues
    .map(({ fields }) => fields[configuration.body.estimation.field.fieldId])
    .reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  const focus = plan.getByRole('region', { name: 'Focus' });
  await expect(
    focus
      .getByRole('row', { name: /^All work/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(String(points));
  await expect(focus.getByRole('listitem')).toHaveCount(6);
  await focus.getByRole('button', { name: 'Change the band' }).click();
  await focus.getByLabel('From (%)').fill('90');
  await focus.getByLabel('To (%)').fill('80');
  await focus.getByRole('button', { name: 'Save' }).click();
  await expect(
    focus.getByText('The band ends below where it begins. Give a higher end.').first(),
  ).toBeVisible();
  await focus.getByLabel('To (%)').fill('95');
  await focus.getByRole('button', { name: 'Save' }).click();
  await expect(focus.getByText('The team’s band: 90% to 95% on key results.')).toBeVisible();
  await expect(focus.getByText(/below the team’s band of 90% to 95%/)).toBeVisible();
  await page.reload();
  await expect(focus.getByText('The team’s band: 90% to 95% on key results.')).toBeVisible();
});

test('a sprint is planned from its own menu and then started', async ({ page, site }) => {
  const [active, future] = [
    (await sprintsOf(site)).find(({ state }) => state === 'active')!,
    await nextSprint(site),
  ];
  await setGoal(site, future.id, '');
  await page.goto('/projects/BOOK/backlog?as=admin');
  await page.getByRole('button', { name: `Actions for ${future.name}` }).click();
  await page.getByRole('button', { name: 'Plan key results' }).click();
  const plan = page.frameLocator('iframe[data-module="plan-sprint-action"]');
  await expect(plan.getByRole('heading', { level: 1 })).toHaveText(`Plan ${future.name}`);
  await say(plan);
  const sentence = (await sentenceIn(plan).textContent())!;
  await write(plan);
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  await checkAccessibility(page);
  await escapeModal(page);
  await expect(page.getByText(sentence)).toBeVisible();
  await site.rest('admin', 'POST', `/rest/agile/1.0/sprint/${active.id}`, { state: 'closed' });
  await untilIndexed(site);
  await page.reload();
  await page.getByRole('button', { name: `Actions for ${future.name}` }).click();
  await page.getByRole('button', { name: 'Start sprint' }).click();
  await expect.poll(async () => (await sprintNow(site, future.id)).state).toBe('active');
  expect((await sprintNow(site, future.id)).goal).toBe(sentence);
});

test('where not everybody sees the OKRs, the goal has short codes and no figures unless that is asked for', async ({
  page,
  site,
}) => {
  const { id } = await nextSprint(site);
  await setGoal(site, id, '');
  const { body: project } = await site.rest<{ id: string }>('admin', 'GET', '/rest/api/3/project/BOOK');
  await site.local('POST', '/local/bridge', {
    account: 'admin',
    module: 'project-page-module',
    context: {},
    command: 'invoke',
    data: { functionKey: 'saveVisibility', payload: { projectId: project.id, restricted: true } },
  });
  const plan = await openPlanning(page);
  await plan.getByRole('button', { name: 'Say what it advances' }).click();
  const row = plan.getByRole('group', { name: 'Key result 1' });
  const team = row.locator('optgroup[label^="Team:"] option').first();
  const title = (await team.textContent())!;
  await fill(plan, 1, title, 'asking for less', '2');
  await plan.getByRole('button', { name: 'Save' }).click();
  await expect(plan.getByText('Everybody who sees the board reads its goal')).toBeVisible();
  await write(plan);
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  const { goal } = await sprintNow(site, id);
  expect(goal).toMatch(/^This sprint advances KR-[A-Z0-9]{6} by asking for less, visible by \d+ \w+\.$/);
  await plan.getByLabel('Write titles and figures all the same').check();
  await write(plan);
  await expect(plan.getByText('The goal says this already.')).toBeVisible();
  expect((await sprintNow(site, id)).goal).toContain(`“${title}” by asking for less: `);
});

test('a plan is one call of the app, and a handful of requests of Jira, however much work there is', async ({
  page,
  site,
}) => {
  const plan = await openPlanning(page);
  await expect(plan.getByRole('region', { name: 'Focus' }).getByRole('listitem')).toHaveCount(6);
  await site.resetMeter();
  const opened = await openPlanning(page);
  await expect(opened.getByRole('region', { name: 'Focus' }).getByRole('listitem')).toHaveCount(6);
  const { invocations, jira, storage } = await site.meter();
  expect(invocations.total).toBe(1);
  expect(jira.behindResolvers.requests).toBe(1);
  expect(storage.writes.operations).toBe(0);
  expect(jira.inFront.byRoute).toEqual({
    'GET /rest/agile/1.0/board': 1,
    'GET /rest/agile/1.0/board/*/configuration': 1,
    'GET /rest/agile/1.0/board/*/sprint': 1,
    'GET /rest/api/3/field': 1,
    // Parents with tags and pages of 100 issues, of this sprint and of six others together.
    'POST /rest/api/3/issue/bulkfetch': expect.any(Number),
    'POST /rest/api/3/search/jql': expect.any(Number),
  });
  expect(jira.inFront.requests).toBeLessThanOrEqual(12);
});

test('who may not plan sees what was said and no way to change it', async ({ page }) => {
  const plan = await openPlanning(page);
  await say(plan);
  const sentence = (await sentenceIn(plan).textContent())!;
  const looked = await openPlanning(page, 'viewer');
  await expect(sentenceIn(looked)).toHaveText(sentence);
  await expect(
    looked.getByRole('button', { name: /Change what is said|Write to Jira|Change the band/ }),
  ).toHaveCount(0);
});
