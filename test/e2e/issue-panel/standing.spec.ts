import { checkAccessibility, expect, test } from '../fixtures';
import { aQuietKeyResult, aStory, store } from './issues';
import { FRAME, open } from './steps';

for (const [standing, words] of [
  ['draft', (cycle: string) => `${cycle}, not started yet`],
  ['closed', (cycle: string) => `${cycle}, closed`],
  ['archived', () => 'Archived'],
] as const)
  test(`a key result that is ${standing} is marked as such, and can be removed`, async ({ page, site }) => {
    const { id, cycleName } = await aQuietKeyResult(site, standing);
    const story = await aStory(site);
    await store(site, story, { version: 1, state: 'tagged', keyResults: [id] });
    const panel = await open(page, story);
    await expect(panel.getByRole('listitem').getByText(words(cycleName), { exact: true })).toBeVisible();
    await checkAccessibility(page, { include: [FRAME] });
    await panel.getByRole('button', { name: 'Add key result' }).click();
    await expect(panel.getByRole('option').first()).toBeVisible();
    await expect(panel.getByRole('option', { name: `Quiet, ${standing}` })).toHaveCount(0);
    await panel.getByRole('combobox').press('Escape');
    await panel.getByRole('button', { name: /^Remove / }).click();
    await expect(panel.getByText('No key result yet.')).toBeVisible();
  });
