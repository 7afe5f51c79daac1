import type { FrameLocator } from '@playwright/test';
import type { Surface } from './surface';

const PLACE = { as: 'nadia', path: '/projects/BOOK/okrs/wsjf' } as const;

/** The ranking, and where Jira's own lists and epics show what serves what. */
export const rankingSurfaces: readonly Surface[] = [
  {
    ...PLACE,
    name: 'wsjf',
    prepare: async (_page, app) => {
      await epics(app);
      await app
        .getByRole('button', { name: /^Why BOOK-/ })
        .first()
        .click();
    },
  },
  {
    ...PLACE,
    name: 'wsjf-picture',
    prepare: async (_page, app) => {
      await app.getByRole('table', { name: 'Issues by rank' }).waitFor();
      await app.getByText('Picture', { exact: true }).click();
    },
  },
  {
    name: 'column',
    wideOnly: true,
    as: 'amara',
    path: `/search?jql=${encodeURIComponent('project = BOOK AND sprint in openSprints() ORDER BY Rank')}`,
    prepare: (page) =>
      page.getByTitle('Key results', { exact: true }).filter({ hasText: /./ }).nth(3).waitFor(),
  },
  {
    name: 'epic',
    as: 'nadia',
    path: 'epic:Extras at checkout',
    prepare: (_page, app) => app.getByText(/^A tag here covers /).waitFor(),
    part: (page) => page.locator('.issue-side'),
  },
];

const epics = async (app: FrameLocator): Promise<void> => {
  await app.getByText('Epics', { exact: true }).click();
  await app
    .getByRole('link', { name: /^BOOK-/ })
    .first()
    .waitFor();
  await app.getByText('Guest checkout in three steps').first().waitFor();
};
