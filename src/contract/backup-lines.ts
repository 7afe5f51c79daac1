import * as v from 'valibot';
import type { BackupOrigin, BackupTag } from '../domain/backup';
import { troubleWithTag } from '../domain/tag';
import { backupRecord, instant } from './backup-records';
import { accountId, issueId, projectId } from './schemas';

/** The lines of an export, each a JSON document of its own: a header, the content, and an end that counts it. */

export const FORMAT = 'throughline-export';
export const FORMAT_VERSION = 1;

export const NO_EXPORT = 'This is not an export of Throughline.';
export const NO_FIRST_LINE = 'The first line of the export is missing, or stands elsewhere.';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const headerLine = v.strictObject({
  format: v.literal(FORMAT, NO_EXPORT),
  version: v.pipe(
    v.number('The version of the format is missing.'),
    v.check(
      (version) => version <= FORMAT_VERSION,
      'A newer version of Throughline wrote this file. Update the app here first.',
    ),
    v.literal(FORMAT_VERSION, 'There is no such version of the format.'),
  ),
  exportedAt: instant,
  site: v.pipe(v.string('Say which site it is from.'), v.maxLength(500)),
}) satisfies v.GenericSchema<unknown, BackupOrigin>;

const tag = v.pipe(
  v.strictObject({
    issueId,
    issueKey: v.pipe(
      v.string(),
      v.regex(/^[A-Z][A-Z0-9_]{0,254}-\d{1,18}$/i, 'This is not the key of an issue.'),
    ),
    value: v.unknown(),
  }),
  v.check(({ value }) => troubleWithTag(value) !== 'newer', 'A newer version of Throughline wrote this tag.'),
  v.check(({ value }) => troubleWithTag(value) === null && value !== undefined, 'This is not a tag.'),
) satisfies v.GenericSchema<unknown, BackupTag>;

const project = v.strictObject({
  id: projectId,
  key: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,254}$/i, 'This is not the key of a project.')),
});

const account = v.strictObject({
  id: accountId,
  displayName: v.pipe(v.string('Give a name.'), v.maxLength(500, 'Shorten the name to 500 characters.')),
});

const totals = v.strictObject({ records: count, tags: count, projects: count, accounts: count });
export type Totals = v.InferOutput<typeof totals>;

/** The schema for a line of what it says it is of, so that what is wrong is told of that and of nothing else. */
export const lineSchemas = {
  record: v.strictObject({ record: backupRecord }),
  tag: v.strictObject({ tag }),
  project: v.strictObject({ project }),
  account: v.strictObject({ account }),
  end: v.strictObject({ end: totals }),
} as const;
export type LineKind = keyof typeof lineSchemas;
