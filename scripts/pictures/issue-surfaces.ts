import type { Surface } from './surface';

/** What an issue's panel shows. */
export const issueSurfaces: readonly Surface[] = [
  {
    name: 'issue-panel',
    as: 'amara',
    path: '/browse/BOOK-178',
    prepare: (_page, app) => app.getByRole('listitem').first().waitFor(),
  },
  {
    name: 'issue-panel-choosing',
    as: 'amara',
    path: 'story',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Add key result' }).click();
      await app.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'issue-panel-exempting',
    as: 'amara',
    path: 'story',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Serves no key result…' }).click();
      await app.getByRole('radio').first().waitFor();
    },
  },
  {
    name: 'issue-panel-inheriting',
    as: 'amara',
    path: '/browse/BOOK-253',
    prepare: (_page, app) => app.getByText('Inherited from').waitFor(),
  },
];
