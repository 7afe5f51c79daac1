import type { IsoDate, IsoInstant } from './dates';
import type { AccountId, CheckInId, KeyResultId } from './ids';

/** What somebody said of a key result: its value on a day and how sure they are of the target. Never changed afterwards. */
export type CheckIn = {
  readonly id: CheckInId;
  readonly keyResultId: KeyResultId;
  readonly value: number;
  /** 0 (no hope) to 10 (certain) that the target will be reached by the end of the cycle. */
  readonly confidence: number;
  readonly note: string;
  /** The day the value held; may lie before the day it was written down. */
  readonly date: IsoDate;
  readonly author: AccountId;
  readonly createdAt: IsoInstant;
};

export type CheckInSummary = Pick<CheckIn, 'id' | 'value' | 'confidence' | 'date' | 'createdAt'>;

/** Oldest first; of one day the one written last comes last, and so counts. */
export const inOrder = <T extends Pick<CheckIn, 'date' | 'createdAt' | 'id'>>(checkIns: readonly T[]): T[] =>
  [...checkIns].sort(
    (a, b) =>
      a.date.localeCompare(b.date) || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id),
  );

/** The check-in that counts on a day: the last at or before it, or none. */
export const checkInOn = <T extends Pick<CheckIn, 'date' | 'createdAt' | 'id'>>(
  checkIns: readonly T[],
  day: IsoDate,
): T | null => inOrder(checkIns.filter((checkIn) => checkIn.date <= day)).at(-1) ?? null;

/** The newer of the two by date, so that a check-in for the past does not hide a later one. */
export const newer = (current: CheckInSummary | null, added: CheckInSummary): CheckInSummary =>
  current === null ? added : inOrder([current, added]).at(-1)!;

export const summaryOf = ({ id, value, confidence, date, createdAt }: CheckIn): CheckInSummary => ({
  id,
  value,
  confidence,
  date,
  createdAt,
});
