import type { Surface } from './surface';

/** The tree of a project's OKRs and what is done in it. */
export const projectSurfaces: readonly Surface[] = [
  {
    name: 'project-page',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Bookings changed without calling us', exact: true }).click();
      await app.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'other-work',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      const objectives = app.locator('button[data-level="1"][aria-expanded="true"]');
      await objectives.first().waitFor();
      while ((await objectives.count()) > 0) await objectives.first().click();
      await app.getByRole('button', { name: 'No key result', exact: true }).click();
      await app.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'key-result-form',
    as: 'nadia',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      const objectives = app.locator('button[data-level="1"][aria-expanded="true"]');
      await objectives.first().waitFor();
      while ((await objectives.count()) > 0) await objectives.first().click();
      await app.getByRole('button', { name: 'Actions for Regular travellers help themselves' }).click();
      await app.getByRole('button', { name: 'Add key result' }).click();
      await app.getByLabel('Title').fill('Days until a refund is paid');
      await app.getByLabel('Baseline').fill('9');
      await app.getByLabel('Target').fill('2');
      await app.getByLabel('Unit').fill('days');
    },
  },
  {
    name: 'check-in',
    as: 'mirela',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: /^Actions for Traveller satisfaction/ }).click();
      await app.getByRole('button', { name: 'History' }).click();
      await app.getByRole('button', { name: /^Check in on Traveller satisfaction/ }).click();
      await app.getByRole('form').waitFor();
    },
  },
  {
    name: 'key-result-history',
    as: 'jonas',
    path: '/projects/BOOK/okrs',
    prepare: async (_page, app) => {
      const keyResult = 'Median time from search to paid ticket';
      await app.getByRole('button', { name: `Actions for ${keyResult}`, exact: true }).click();
      await app.getByRole('button', { name: 'History', exact: true }).click();
      const history = app.getByRole('region', { name: `History of ${keyResult}` });
      await history.getByRole('button', { name: 'Read those of now' }).click();
      await history.getByRole('button', { name: 'Read them again' }).waitFor();
      await history.getByText(/as a table$/).click();
      await history.scrollIntoViewIfNeeded();
    },
  },
];
