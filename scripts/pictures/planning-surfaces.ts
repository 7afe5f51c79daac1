import type { FrameLocator } from '@playwright/test';
import type { Surface } from './surface';

const PLACE = { as: 'nadia', path: '/projects/BOOK/okrs/planning' } as const;

/** Planning: the form, what was said beside the goal that stands in Jira, how work splits, and periods. */
export const planningSurfaces: readonly Surface[] = [
  { ...PLACE, name: 'planning-form', prepare: (_page, app) => fill(app) },
  {
    ...PLACE,
    name: 'planning-goal',
    changes: true,
    prepare: async (_page, app) => {
      await fill(app);
      await app.getByRole('button', { name: 'Save', exact: true }).click();
      await app.getByRole('button', { name: 'Write to Jira’s sprint goal' }).click();
      await app.getByRole('group', { name: 'Somebody wrote another goal' }).waitFor();
    },
  },
  {
    ...PLACE,
    name: 'planning-running',
    prepare: async (_page, app) => {
      await app.getByRole('combobox', { name: 'Sprint' }).selectOption({ label: RUNNING });
      await app.getByRole('heading', { name: 'Plan Booking Sprint 31' }).waitFor();
      await app.getByRole('region', { name: 'Focus' }).getByRole('listitem').nth(5).waitFor();
    },
  },
  {
    name: 'planning-periods',
    as: 'bram',
    path: '/projects/HARB/okrs/planning',
    prepare: async (_page, app) => {
      await app.getByRole('button', { name: 'Earlier period' }).click();
      await app
        .getByText(/^This period advances/)
        .first()
        .waitFor();
      await app.getByRole('region', { name: 'Focus' }).getByRole('listitem').nth(5).waitFor();
    },
  },
];

const RUNNING = 'Booking Sprint 31 (active)';

const fill = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('button', { name: 'Say what it advances' }).click();
  const row = app.getByRole('group', { name: 'Key result 1' });
  await row
    .getByLabel('Key result', { exact: true })
    .selectOption({ label: 'Median time from search to paid ticket' });
  await row.getByLabel('What changes').fill('paying with one tap on the phone');
  await row.getByLabel(/^Expected movement/).fill('-0.6');
};
