import * as v from 'valibot';
import type { IsoInstant } from '../domain/dates';
import { revision as count } from './schemas';

/** What every stored record has, as an import takes it. */

const VERSION = 1;

export const version = v.pipe(
  v.number('The version is missing.'),
  v.check(
    (given) => given <= VERSION,
    'A newer version of Throughline wrote this. Update the app here first.',
  ),
  v.literal(VERSION, 'This is not a version of Throughline’s records.'),
);

/** A moment as the app writes it. */
export const instant = v.pipe(
  v.string('Give a moment.'),
  v.isoTimestamp('Give a moment as YYYY-MM-DDTHH:MM:SS.mmmZ.'),
  v.check(
    (given) => given.length === 24 && given.endsWith('Z'),
    'Give a moment as YYYY-MM-DDTHH:MM:SS.mmmZ.',
  ),
  v.transform((given) => given as IsoInstant),
);
/** Storage keeps whole numbers of 32 bits, and an import counts up once. */
export const revision = v.pipe(count, v.maxValue(2 ** 31 - 2, 'Give a revision.'));

export const flag = v.boolean('Say true or false.');
