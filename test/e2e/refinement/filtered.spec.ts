import { expect, test } from '../fixtures';
import { button, open, tagsOf } from './bulk-steps';

test('does to the selected issues that a filter leaves, and to no other', async ({ page, site }) => {
  const app = await open(page);
  const bar = app.getByRole('region', { name: 'Selected issues' });
  await app.getByRole('checkbox', { name: 'Select all', exact: true }).click();
  const all = Number(/^\d+/.exec((await bar.textContent()) ?? '')?.[0]);
  expect(all).toBeGreaterThan(2);
  const line = app.locator('[role=row][data-issue]').first();
  const key = (await line.getAttribute('data-issue'))!;
  const other = (await app.locator('[role=row][data-issue]').nth(1).getAttribute('data-issue'))!;
  const words = app.getByRole('searchbox', { name: 'Words of the summary' });
  await button(app, 'Exempt…').click();
  await expect(button(app, `Exempt ${all} issues`)).toBeVisible();

  await words.fill(key);
  await expect(button(app, 'Exempt 1 issue')).toBeEnabled();
  await button(app, 'Cancel').click();
  await expect(bar).toContainText(`${all - 1} more are hidden by the filter`);
  await expect(bar).toContainText('1 selected');
  await expect(app.getByRole('checkbox', { name: 'Select all that match' })).toBeChecked();
  await button(app, 'Exempt…').click();
  await app.getByRole('radio', { name: 'Operations' }).check();
  await button(app, 'Exempt 1 issue').click();
  await expect(button(app, /^Undo: 1 issue exempt/)).toBeVisible();
  expect(await tagsOf(site, [key, other])).toEqual([expect.objectContaining({ state: 'exempt' }), undefined]);

  await expect(bar).toContainText(`0 selected`);
  await expect(button(app, 'Exempt…')).toBeDisabled();
  await button(app, 'Clear filters').click();
  await expect(bar).toContainText(`${all - 1} selected`);
});

test('the first Escape keeps the form with what was chosen, the second leaves it', async ({ page }) => {
  const app = await open(page);
  await app.locator('[role=row][data-issue]').first().getByRole('checkbox').click();
  await button(app, 'Tag with key result…').click();
  const choice = app.getByRole('combobox', { name: 'Key results' });
  await choice.press('Enter');
  await expect(button(app, /^Remove /)).toBeVisible();
  await choice.press('Escape');
  await expect(button(app, /^Remove /)).toBeVisible();
  await choice.press('Escape');
  await expect(choice).toBeHidden();
});
