import { DAY_MS, workingMoment, type Calendar } from './calendar';
import { estimate, type Draft } from './issue-draft';
import { blank } from './issue-writer';
import type { PlannedOkrs } from './okr-ids';
import type { Random } from '../../random';
import { TAG_PROPERTY } from './tags';
import { BOOKING_WISHES, BORROWED_EPIC } from './texts/booking-wishes';
import { DESCRIPTIONS } from './texts/phrases';
import { TYPE } from './workflow';

/**
 * What Booking got to refine in the last days: wishes of the help desk that nobody has tagged, some put off or struck out
 * already, and an epic that serves a key result of a team that keeps its OKRs to itself.
 */
export const bookingWishes = (
  drafts: readonly Draft[],
  okrs: PlannedOkrs,
  calendar: Calendar,
  random: Random,
): Draft[] => {
  const lastDay = calendar.end / DAY_MS - 1;
  const epicNamed = (name: string | null): Draft | null =>
    drafts.find(({ typeId, summary }) => typeId === TYPE.epic && summary === name) ?? null;
  const write = (typeId: string, summary: string, parent: Draft | null): Draft => ({
    ...blank('BOOK', workingMoment(random, lastDay - random.whole(0, 1)), null),
    typeId,
    summary,
    parent,
    description: random.pick(DESCRIPTIONS),
  });
  const wishes = BOOKING_WISHES.map(({ summary, type, epic, points, labels }) => {
    const draft = { ...write(TYPE[type], summary, epicNamed(epic)), labels: [...(labels ?? [])] };
    if (points !== undefined) estimate(draft, Date.parse(draft.created) + 60_000, 'nadia', points);
    return draft;
  });
  const epic: Draft = {
    ...blank('BOOK', workingMoment(random, lastDay - 4), null),
    typeId: TYPE.epic,
    summary: BORROWED_EPIC.name,
    description: BORROWED_EPIC.about,
    properties: { [TAG_PROPERTY]: tagOf(okrs) },
  };
  return [...wishes, epic, ...BORROWED_EPIC.stories.map((summary) => write(TYPE.story, summary, epic))];
};

const tagOf = (okrs: PlannedOkrs): unknown => ({
  version: 1,
  state: 'tagged',
  keyResults: [okrs.keyResultId(BORROWED_EPIC.serves)],
});
