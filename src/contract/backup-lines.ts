import * as v from 'valibot';
import type { BackupOrigin } from '../domain/backup';
import { troubleWith, type IssueProperty } from '../domain/issue-properties';
import { instant } from './backup-header';
import { backupRecord } from './backup-records';
import { accountId, issueId, projectId } from './schemas';

/** The lines of an export, each a JSON document of its own: a header, the content, and an end that counts it. */

export const FORMAT = 'throughline-export';
/** Version 1 knew no figures, version 2 neither ledgers nor what was learned. */
export const FORMAT_VERSION = 3;

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
    v.picklist([1, 2, FORMAT_VERSION], 'There is no such version of the format.'),
  ),
  exportedAt: instant,
  site: v.pipe(v.string('Say which site it is from.'), v.maxLength(500)),
}) satisfies v.GenericSchema<unknown, BackupOrigin>;

const onIssue = (property: IssueProperty, newer: string, garbage: string) =>
  v.pipe(
    v.strictObject({
      issueId,
      issueKey: v.pipe(
        v.string(),
        v.regex(/^[A-Z][A-Z0-9_]{0,254}-\d{1,18}$/i, 'This is not the key of an issue.'),
      ),
      value: v.unknown(),
    }),
    v.check(({ value }) => troubleWith(property, value) !== 'newer', newer),
    v.check(({ value }) => troubleWith(property, value) === null && value !== undefined, garbage),
  );
const tag = onIssue('tag', 'A newer version of Throughline wrote this tag.', 'This is not a tag.');
const figures = onIssue(
  'figures',
  'A newer version of Throughline wrote these figures.',
  'These are no figures.',
);

const project = v.strictObject({
  id: projectId,
  key: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,254}$/i, 'This is not the key of a project.')),
});

const account = v.strictObject({
  id: accountId,
  displayName: v.pipe(v.string('Give a name.'), v.maxLength(500, 'Shorten the name to 500 characters.')),
});

const totals = v.strictObject({
  records: count,
  tags: count,
  figures: v.exactOptional(count),
  projects: count,
  accounts: count,
});
export type Totals = v.InferOutput<typeof totals>;

/** The schema for a line of what it says it is of, so that what is wrong is told of that and of nothing else. */
export const lineSchemas = {
  record: v.strictObject({ record: backupRecord }),
  tag: v.strictObject({ tag }),
  figures: v.strictObject({ figures }),
  project: v.strictObject({ project }),
  account: v.strictObject({ account }),
  end: v.strictObject({ end: totals }),
} as const;
export type LineKind = keyof typeof lineSchemas;
