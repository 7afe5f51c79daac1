import * as v from 'valibot';
import { LONGEST_TEXT, LONGEST_TITLE } from '../domain/text-limits';
import { isIsoDate, type IsoDate } from '../domain/dates';
import {
  ID_PATTERNS,
  type AccountId,
  type CheckInId,
  type CycleId,
  type KeyResultId,
  type ObjectiveId,
  type ProjectId,
} from '../domain/ids';
import { EXEMPTION_REASONS, LONGEST_EXEMPTION_NOTE, MOST_KEY_RESULTS } from '../domain/tag';

/** The inputs that several surfaces share. Every message is a sentence that says what to do. */

const patterned = <T extends string>(pattern: RegExp, what: string) =>
  v.pipe(
    v.string(`Give the id of ${what}.`),
    v.regex(pattern, `This is not the id of ${what}.`),
    v.transform((text) => text as T),
  );

export const cycleId = patterned<CycleId>(ID_PATTERNS.cycle, 'a cycle');
export const objectiveId = patterned<ObjectiveId>(ID_PATTERNS.objective, 'an objective');
export const keyResultId = patterned<KeyResultId>(ID_PATTERNS.keyResult, 'a key result');
export const checkInId = patterned<CheckInId>(ID_PATTERNS.checkIn, 'a check-in');
export const projectId = patterned<ProjectId>(/^\d{1,18}$/, 'a project');
export const issueId = patterned<string>(/^\d{1,18}$/, 'an issue');
export const accountId = patterned<AccountId>(/^[a-zA-Z0-9:_-]{1,128}$/, 'an account');

export const isoDate = v.pipe(
  v.string('Give a date as YYYY-MM-DD.'),
  v.check(isIsoDate, 'Give a date that exists, as YYYY-MM-DD.'),
  v.transform((text) => text as IsoDate),
);

const LONGEST_UNIT = 20;

export const title = v.pipe(
  v.string('Give a title.'),
  v.trim(),
  v.nonEmpty('Give a title.'),
  v.maxLength(LONGEST_TITLE, `Shorten the title to ${LONGEST_TITLE} characters.`),
);

export const name = v.pipe(
  v.string('Give a name.'),
  v.trim(),
  v.nonEmpty('Give a name.'),
  v.maxLength(LONGEST_TITLE, `Shorten the name to ${LONGEST_TITLE} characters.`),
);

export const text = v.pipe(
  v.string('Give a text.'),
  v.trim(),
  v.maxLength(LONGEST_TEXT, `Shorten the text to ${LONGEST_TEXT} characters.`),
);

export const finiteNumber = v.pipe(
  v.number('Give a number.'),
  v.finite('Give a number.'),
  v.check(
    (value) => Math.abs(value) <= 1e12,
    'Give a number between -1,000,000,000,000 and 1,000,000,000,000.',
  ),
);

export const metric = v.pipe(
  v.strictObject({
    baseline: finiteNumber,
    target: finiteNumber,
    unit: v.pipe(
      v.string('Give a unit.'),
      v.trim(),
      v.maxLength(LONGEST_UNIT, `Shorten the unit to ${LONGEST_UNIT} characters.`),
    ),
  }),
  v.forward(
    v.check(
      ({ baseline, target }) => baseline !== target,
      'The target equals the baseline. Give a target that differs from it.',
    ),
    ['target'],
  ),
);

export const weight = v.pipe(
  v.number('Give a weight.'),
  v.minValue(0, 'Give a weight of 0 or more.'),
  v.maxValue(1000, 'Give a weight of 1,000 or less.'),
);

export const confidence = v.pipe(
  v.number('Give a confidence from 0 to 10.'),
  v.integer('Give a whole number from 0 to 10.'),
  v.minValue(0, 'Give a confidence of 0 or more.'),
  v.maxValue(10, 'Give a confidence of 10 or less.'),
);

export const revision = v.pipe(
  v.number('Give a revision.'),
  v.integer('Give a revision.'),
  v.minValue(0, 'Give a revision.'),
);

export const scope = v.variant('type', [
  v.strictObject({ type: v.literal('company') }),
  v.strictObject({ type: v.literal('team'), projectId }),
]);

export const tag = v.variant('state', [
  v.strictObject({
    state: v.literal('tagged'),
    keyResults: v.pipe(
      v.array(keyResultId),
      v.minLength(1, 'Choose a key result.'),
      v.maxLength(MOST_KEY_RESULTS, `Choose at most ${MOST_KEY_RESULTS} key results.`),
    ),
  }),
  v.strictObject({
    state: v.literal('exempt'),
    reason: v.picklist(EXEMPTION_REASONS, 'Choose a reason.'),
    note: v.pipe(
      v.string('Give a note.'),
      v.trim(),
      v.maxLength(LONGEST_EXEMPTION_NOTE, `Shorten the note to ${LONGEST_EXEMPTION_NOTE} characters.`),
    ),
  }),
]);
