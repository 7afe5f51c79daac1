import { readFile } from 'node:fs/promises';
import type { Surface } from './surface';

/** What belongs to no project: the first page, and the administrators' page. */
export const siteSurfaces: readonly Surface[] = [
  {
    name: 'start',
    as: 'amara',
    path: '/',
    prepare: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    name: 'admin-page',
    as: 'admin',
    path: '/admin/app',
    prepare: (_page, app) => app.getByRole('heading', { name: 'Personal data' }).waitFor(),
  },
  {
    name: 'admin-page-comparing',
    as: 'admin',
    path: '/admin/app',
    prepare: async (page, app) => {
      await app.getByRole('button', { name: 'Export', exact: true }).click();
      const saved = page.waitForEvent('download', { timeout: 90_000 });
      await app.getByRole('link', { name: 'Save the file' }).click({ timeout: 90_000 });
      const file = await readFile(await (await saved).path(), 'utf8');
      await app.getByLabel('File of an export').setInputFiles({
        name: 'export.jsonl',
        mimeType: 'application/jsonl',
        buffer: Buffer.from(withChanges(file)),
      });
      await app
        .getByRole('combobox', { name: 'Key results that are different' })
        .selectOption('replace', { timeout: 90_000 });
      await app.getByText(/^Key results: /).click();
    },
  },
];

/** The file as if it came from a site that has gone another way and has somebody who is not here. */
const withChanges = (file: string): string => {
  const [, somebody = ''] = /"account":\{"displayName":"[^"]+","id":"([^"]+)"/.exec(file) ?? [];
  return file
    .replaceAll(`"${somebody}"`, '"account-elsewhere"')
    .replace(
      '"title":"Bookings changed without calling us"',
      '"title":"Bookings that guests change themselves"',
    );
};
