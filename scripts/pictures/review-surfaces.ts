import type { Surface } from './surface';

/** The sprint review on a dashboard. */
export const reviewSurfaces: readonly Surface[] = [
  {
    name: 'sprint-review',
    as: 'amara',
    path: '/dashboards/1',
    prepare: (_page, app) => app.getByRole('article').first().waitFor(),
  },
  {
    name: 'sprint-review-presented',
    as: 'amara',
    path: '/dashboards/1',
    prepare: async (page, app) => {
      await app.getByRole('button', { name: 'Present' }).click();
      await app.locator('[aria-roledescription="slide"]').waitFor();
      await page.keyboard.press('ArrowRight');
      await app.getByRole('heading', { name: 'Delivery' }).waitFor();
    },
  },
  {
    name: 'sprint-review-exported',
    as: 'amara',
    path: '/dashboards/1',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Export', exact: true }).click();
      await app.getByRole('link', { name: 'Save as Markdown' }).waitFor();
    },
  },
  {
    name: 'sprint-review-set-up',
    as: 'amara',
    path: '/dashboards/1',
    prepare: async (page, app) => {
      await page.getByRole('button', { name: /^Actions for .*widget/ }).click();
      await page.getByRole('button', { name: 'Edit' }).click();
      await app.getByRole('combobox', { name: 'Sprint' }).waitFor();
    },
  },
];
