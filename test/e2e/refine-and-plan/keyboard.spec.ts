import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { escapeModal } from '../leave-by';
import { button, extendSelection, untagAll } from '../refinement/bulk-steps';
import { untilIndexed } from '../site';
import { KEY_RESULT, nextSprint, sentenceIn, setGoal, sprintNow, sprintsOf } from '../sprint-planning/steps';
import { choose, focused, tabTo } from './keys';
import { expectRefined, expectStarted, intentOf, openBacklog, PLAN, REFINE, type Refined } from './steps';

test('a product owner refines, plans and starts a sprint with the keyboard alone', async ({ page, site }) => {
  test.setTimeout(300_000);
  await untagAll(site, 'BOOK');
  const active = (await sprintsOf(site)).find(({ state }) => state === 'active')!;
  const future = await nextSprint(site);
  await setGoal(site, future.id, '');
  const before = await sprintNow(site, future.id);

  await openBacklog(page, 'light');
  const refined = await refine(page);
  await expectRefined(site, refined);
  await untilIndexed(site);

  const menuOf = (name: string) => new RegExp(`^button Actions for ${name}$`);
  const sentence = await plan(page, menuOf(future.name));
  expect(await sprintNow(site, future.id)).toEqual({ ...before, goal: sentence });

  await choose(page, menuOf(active.name), 'Shift+Tab');
  await choose(page, /^button Complete sprint$/);
  await expect.poll(() => focused(page)).toMatch(/^dialog/);
  await choose(page, /^button Complete sprint$/);
  await expect(page.getByRole('region', { name: active.name })).toBeHidden();
  await expect(page.getByRole('region', { name: future.name })).toContainText(sentence);
  await choose(page, menuOf(future.name));
  await choose(page, /^button Start sprint$/);
  await expectStarted(site, before, sentence);
  await expectRefined(site, refined);
  expect(await intentOf(site, future.id)).toMatchObject({
    said: { advances: [{ change: 'asking for less', movement: 2 }] },
  });
});

/** Tags 30, exempts 5, defers 2, tags 3 from the end and takes that back; ends on the menu that it began with. */
const refine = async (page: Page): Promise<Refined> => {
  await choose(page, /^button backlog actions of /i);
  await choose(page, /^button Work without a key result$/);
  const frame = page.frameLocator(REFINE);
  await expect(frame.getByRole('grid')).toHaveAttribute('aria-busy', 'false');

  const tagged = await selectFirst(page, frame, 30);
  await tag(page, frame, 30);

  const exempt = await selectFirst(page, frame, 5);
  await choose(page, /^button Exempt…$/, 'Shift+Tab');
  await expect(frame.getByRole('radio').first()).toBeFocused();
  for (let presses = 0; presses < 10 && !/Operations/.test(await focused(page)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(frame.getByRole('radio', { name: 'Operations' })).toBeChecked();
  await tabTo(page, /^textarea Note/);
  await page.keyboard.type('Runs every week');
  await choose(page, /^button Exempt 5 issues$/);
  await expect(button(frame, /^Undo: 5 issues exempt/)).toBeFocused();

  const deferred = await selectFirst(page, frame, 2);
  await choose(page, /^button Defer$/, 'Shift+Tab');
  await expect(button(frame, 'Undo: 2 issues marked to defer')).toBeFocused();

  await tabTo(page, /^row /);
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  const undone = await extendSelection(frame, 3, 'up');
  await tag(page, frame, 3);
  await page.keyboard.press('Enter');
  await expect(button(frame, /^Undo: 3 issues tagged with/)).toBeHidden();
  await expect(button(frame, 'Undo: 2 issues marked to defer')).toBeFocused();

  await escapeModal(page);
  await expect.poll(() => focused(page)).toMatch(/^button backlog actions of /i);
  return { tagged, exempt, deferred, undone };
};

const selectFirst = async (page: Page, frame: FrameLocator, count: number): Promise<readonly string[]> => {
  await tabTo(page, /^row /);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  return extendSelection(frame, count);
};

const tag = async (page: Page, frame: FrameLocator, count: number): Promise<void> => {
  await choose(page, /^button Tag with key result…$/, 'Shift+Tab');
  await expect(frame.getByRole('combobox', { name: 'Key results' })).toBeFocused();
  await expect(button(frame, `Tag ${count} issues`)).toBeEnabled();
  await page.keyboard.type(KEY_RESULT);
  await page.keyboard.press('Enter');
  await choose(page, new RegExp(`^button Tag ${count} issues$`));
  await expect(button(frame, new RegExp(`^Undo: ${count} issues tagged with`))).toBeFocused();
};

/** Says what the sprint advances, writes the goal, and answers it; ends on the menu that it began with. */
const plan = async (page: Page, menu: RegExp): Promise<string> => {
  await choose(page, menu);
  await choose(page, /^button Plan key results$/);
  const frame = page.frameLocator(PLAN);
  await expect(frame.getByRole('button', { name: 'Say what it advances' })).toBeVisible();
  await choose(page, /^button Say what it advances$/);
  const choice = frame.getByLabel('Key result', { exact: true });
  await expect(choice).toBeFocused();
  await page.keyboard.type(KEY_RESULT.slice(0, 14));
  await expect(choice.locator('option:checked')).toHaveText(KEY_RESULT);
  await tabTo(page, /What changes/);
  await page.keyboard.type('asking for less');
  await tabTo(page, /Expected movement/);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('button', { name: 'Change what is said' })).toBeFocused();
  await choose(page, /^button Write to Jira’s sprint goal$/);
  await expect(frame.getByText('The goal says this already.')).toBeVisible();
  const sentence = (await sentenceIn(frame).textContent())!;
  await escapeModal(page);
  await expect.poll(() => focused(page)).toMatch(menu);
  return sentence;
};
