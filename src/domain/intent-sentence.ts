import type { IsoDate } from './dates';
import { formatDay, formatDayShort, formatNumber, formatValue } from './figure-words';
import { shortCodeOf, type KeyResultId } from './ids';
import {
  valueAfter,
  type Advance,
  type HiddenAdvance,
  type IntentPlace,
  type SaidIntent,
} from './sprint-intent';

/** How a key result may be named in a sentence; `null` for one of which nothing but its short code may be said. */
export type SentenceName = { readonly title: string; readonly unit: string } | null;

/**
 * One sentence that says what an intent is, the same for everybody who composes it, since it is written into Jira and
 * compared with what stands there: in English, with a point before decimals and no year where it is the year of saying.
 * Empty where nothing is said. Of a key result without a name the words of the change stay, and no value is told.
 */
export const intentSentence = (
  place: Pick<IntentPlace, 'kind'>,
  { advances, savedAt }: Sayable,
  nameOf: (id: KeyResultId) => SentenceName,
): string => {
  if (advances.length === 0) return '';
  const year = savedAt.slice(0, 4);
  const parts = advances.map((advance) => partOf(advance, nameOf(advance.keyResultId), year));
  const subject = place.kind === 'sprint' ? 'This sprint advances' : 'This period advances';
  return `${subject} ${joined(parts)}.`;
};

/** What was said, as far as whoever composes it may see it. */
export type Sayable = Pick<SaidIntent, 'savedAt'> & {
  readonly advances: readonly (Advance | HiddenAdvance)[];
};

const partOf = (advance: Advance | HiddenAdvance, name: SentenceName, year: string): string => {
  if ('hidden' in advance) return shortCodeOf(advance.keyResultId);
  const by = `by ${oneLine(advance.change).replace(/[.;,]+$/, '')}`;
  const until = `visible by ${dayText(advance.visibleBy, year)}`;
  if (name === null) return `${shortCodeOf(advance.keyResultId)} ${by}, ${until}`;
  return `“${oneLine(name.title)}” ${by}: ${movementText(advance, name.unit)}, ${until}`;
};

const movementText = (advance: Advance, unit: string): string => {
  const after = formatValue(valueAfter(advance), oneLine(unit));
  return advance.movement === 0 ? `stays at ${after}` : `${formatNumber(advance.valueThen)} → ${after}`;
};

/** Semicolons, since the parts have commas of their own. */
const joined = (parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)!}`;

const dayText = (day: IsoDate, year: string): string =>
  day.slice(0, 4) === year ? formatDayShort(day) : formatDay(day);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
