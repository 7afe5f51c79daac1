import type { FrameLocator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures';
import { escapeModal } from '../leave-by';
import { button, extendSelection, selectFirst, untagAll } from '../refinement/bulk-steps';
import { untilIndexed } from '../site';
import {
  KEY_RESULT,
  nextSprint,
  say,
  sentenceIn,
  setGoal,
  sprintNow,
  sprintsOf,
  write,
} from '../sprint-planning/steps';
import {
  expectRefined,
  expectStarted,
  focusOf,
  intentOf,
  openBacklog,
  PLAN,
  REFINE,
  type Refined,
} from './steps';

for (const theme of ['light', 'dark']) {
  test(`a product owner refines, plans and starts a sprint, from the backlog, in the ${theme} theme`, async ({
    page,
    site,
  }) => {
    test.setTimeout(240_000);
    await untagAll(site, 'BOOK');
    const active = (await sprintsOf(site)).find(({ state }) => state === 'active')!;
    const future = await nextSprint(site);
    await setGoal(site, future.id, '');
    const before = await sprintNow(site, future.id);

    await openBacklog(page, theme);
    const refined = await refine(page, future.name);
    await expectRefined(site, refined);
    await untilIndexed(site);

    await page.getByRole('button', { name: `Actions for ${future.name}` }).click();
    await page.getByRole('button', { name: 'Plan key results' }).click();
    const plan = page.frameLocator(PLAN);
    await expect(plan.getByRole('heading', { level: 1 })).toHaveText(`Plan ${future.name}`);
    await say(plan);
    await expectFocus(plan, await focusOf(site, future.id));
    await write(plan);
    await expect(plan.getByText('The goal says this already.')).toBeVisible();
    await checkAccessibility(page);
    const sentence = (await sentenceIn(plan).textContent())!;
    expect(await sprintNow(site, future.id)).toEqual({ ...before, goal: sentence });
    await escapeModal(page);

    await page.getByRole('button', { name: `Actions for ${active.name}` }).click();
    await page.getByRole('button', { name: 'Complete sprint' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Complete sprint' }).click();
    await expect(page.getByRole('region', { name: active.name })).toBeHidden();
    const region = page.getByRole('region', { name: future.name });
    await expect(region).toContainText(sentence);
    await region.getByRole('button', { name: `Actions for ${future.name}` }).click();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Start sprint' }).click();
    await expectStarted(site, before, sentence);

    await expectRefined(site, refined);
    expect(await intentOf(site, future.id)).toMatchObject({
      revision: 1,
      said: { advances: [{ change: 'asking for less', movement: 2 }] },
      earlier: [],
    });
    await region.getByRole('button', { name: `Actions for ${future.name}` }).click();
    await page.getByRole('button', { name: 'Plan key results' }).click();
    await expect(sentenceIn(plan)).toHaveText(sentence);
  });
}

/** Exempts 5 of a sprint, tags 30, defers 2, tags 3 and takes that back. */
const refine = async (page: Page, sprint: string): Promise<Refined> => {
  await page.getByRole('button', { name: /^backlog actions of /i }).click();
  await page.getByRole('button', { name: 'Work without a key result' }).click();
  const frame = page.frameLocator(REFINE);
  await expect(frame.getByRole('grid')).toHaveAttribute('aria-busy', 'false');

  const section = frame.getByRole('combobox', { name: 'Section' });
  await section.selectOption({ label: sprint });
  const exempt = await selectFirst(frame, 5);
  await button(frame, 'Exempt…').click();
  await frame.getByRole('radio', { name: 'Operations' }).check();
  await frame.getByLabel('Note (optional)').fill('Runs every week');
  await checkAccessibility(page);
  await button(frame, 'Exempt 5 issues').click();
  await expect(button(frame, /^Undo: 5 issues exempt/)).toBeVisible();
  await section.selectOption('');

  const tagged = await selectFirst(frame, 30);
  await tag(frame, 30);
  const deferred = await selectFirst(frame, 2);
  await button(frame, 'Defer').click();
  await expect(button(frame, 'Undo: 2 issues marked to defer')).toBeVisible();

  const undone = await selectLast(frame, 3);
  await tag(frame, 3);
  await checkAccessibility(page);
  const undo = button(frame, /^Undo: 3 issues tagged with/);
  await undo.click();
  await expect(undo).toBeHidden();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return { tagged, exempt, deferred, undone };
};

/** The selection from the list's end upwards. */
const selectLast = async (frame: FrameLocator, count: number): Promise<readonly string[]> => {
  await frame.locator('[role=row][tabindex="0"]').focus();
  await frame.locator('[role=row]:focus').press('End');
  await frame.locator('[role=row]:focus').press('Space');
  return extendSelection(frame, count, 'up');
};

const tag = async (frame: FrameLocator, count: number): Promise<void> => {
  await button(frame, 'Tag with key result…').click();
  await frame.getByRole('combobox', { name: 'Key results' }).fill(KEY_RESULT);
  await frame.getByRole('combobox', { name: 'Key results' }).press('Enter');
  await button(frame, `Tag ${count} issues`).click();
  await expect(button(frame, new RegExp(`^Undo: ${count} issues tagged with`))).toBeVisible();
};

const expectFocus = async (plan: FrameLocator, focus: Awaited<ReturnType<typeof focusOf>>): Promise<void> => {
  expect(focus.tagged).toBeGreaterThan(0);
  const region = plan.getByRole('region', { name: 'Focus' });
  const share = (name: RegExp) => region.getByRole('row', { name }).getByRole('cell').first();
  await expect(share(/^\d?Tickets bought/)).toHaveText(String(focus.tagged));
  await expect(share(/^Exempt/)).toHaveText(String(focus.exempt));
  await expect(share(/^All work/)).toHaveText(String(focus.total));
};
