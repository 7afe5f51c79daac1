import type { IntentView } from '../../src/contract/sprint-planning';
import { checkInOn, type CheckInSummary } from '../../src/domain/check-in';
import type { IsoDate } from '../../src/domain/dates';
import { currentValue, type KeyResult } from '../../src/domain/objective';
import { valueAfter, type Advance } from '../../src/domain/sprint-intent';

/** What a sprint was to move of a key result, against what moved. Values and differences are in its unit. */
export type IntendedAdvance = {
  readonly advance: Advance;
  /** The value that the expected movement leads to. */
  readonly intended: number;
  /** Whether the day by which it was to be visible has come. */
  readonly isDue: boolean;
  /** The day whose value is held against it: the sprint's last, or, of an effect that shows later, that day or today. */
  readonly judgedOn: IsoDate;
  /** The value on that day. */
  readonly value: number;
  /** How far that is from where it stood when the intent was said. */
  readonly actual: number;
  /** What was missing on that day; with the sign of the expected movement, 0 where it was reached. */
  readonly short: number;
  /** What is missing today: what a next sprint may go on with. */
  readonly left: number;
};

export const intendedAdvance = (
  advance: Advance,
  keyResult: Pick<KeyResult, 'metric' | 'latest'>,
  checkIns: readonly CheckInSummary[],
  { end, today }: { readonly end: IsoDate; readonly today: IsoDate },
): IntendedAdvance => {
  const { visibleBy } = advance;
  const shown = visibleBy < today ? visibleBy : today;
  const judgedOn = shown > end ? shown : end;
  const intended = valueAfter(advance);
  const value = checkInOn(checkIns, judgedOn)?.value ?? keyResult.metric.baseline;
  return {
    advance,
    intended,
    isDue: visibleBy <= today,
    judgedOn,
    value,
    actual: tidy(value - advance.valueThen),
    short: missing(advance, intended, value),
    left: missing(advance, intended, currentValue(keyResult)),
  };
};

/** The advances that the viewer may see. */
export const saidAdvances = (intent: IntentView | null): Advance[] =>
  (intent?.said.advances ?? []).filter((advance): advance is Advance => !('hidden' in advance));

const missing = ({ movement }: Advance, intended: number, value: number): number => {
  const short = tidy(intended - value);
  return short * movement > 0 ? short : 0;
};

/** Without the dust of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));
