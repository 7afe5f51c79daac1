import type { FrameLocator } from '@playwright/test';
import type { Surface } from './surface';

const PLACE = { as: 'nadia', path: '/projects/BOOK/okrs/refinement' } as const;

/** Refinement: the list, what is selected in it, and what was done. */
export const refinementSurfaces: readonly Surface[] = [
  { ...PLACE, name: 'refinement', prepare: (_page, app) => listed(app) },
  {
    ...PLACE,
    name: 'refinement-selected',
    prepare: async (_page, app) => {
      await select(app, 8);
      await app.getByRole('button', { name: 'Tag with key result…' }).click();
      await app.getByRole('combobox', { name: 'Key results' }).fill('changed without');
      await app.getByRole('listbox').getByRole('option').first().waitFor();
    },
  },
  {
    ...PLACE,
    name: 'refinement-done',
    changes: true,
    prepare: async (_page, app) => {
      await select(app, 8);
      await app.getByRole('button', { name: 'Tag with key result…' }).click();
      await app.getByRole('combobox', { name: 'Key results' }).fill('changed without');
      await app.getByRole('listbox').getByRole('option').first().click();
      await app.getByRole('button', { name: 'Tag 8 issues' }).click();
      await app.getByRole('button', { name: /^Undo: 8 issues tagged/ }).waitFor();
      await select(app, 2);
      await app.getByRole('button', { name: 'Defer', exact: true }).click();
      await app.getByRole('button', { name: /^Undo: 2 issues marked/ }).waitFor();
    },
  },
];

const listed = (app: FrameLocator): Promise<unknown> =>
  app.locator('[role="grid"][aria-busy="false"] [data-issue]').first().waitFor();

/** Selects so many issues from the first on; a heading on the way is stepped over. */
const select = async (app: FrameLocator, count: number): Promise<void> => {
  await listed(app);
  const bar = app.getByRole('region', { name: 'Selected issues' });
  await app.locator('[data-issue]').first().getByRole('gridcell').nth(2).click();
  await bar.getByText(/1 selected/).waitFor();
  for (let selected = 1; selected < count; selected = Number(/\d+/.exec(await bar.innerText())?.[0])) {
    await app.locator('[role="row"]:focus').press('Shift+ArrowDown');
  }
  await bar.getByText(new RegExp(`${count} selected`)).waitFor();
};
