import type { Sprint } from '../../jira/model';
import type { Calendar } from './calendar';
import { epicHistory } from './epic-history';
import type { Draft } from './issue-draft';
import { issueWriter } from './issue-writer';
import { kanbanHistory } from './kanban-history';
import { BOARDS } from './projects';
import { randomFrom } from '../../random';
import { RATES } from './rates';
import { scrumHistory } from './scrum-history';
import { sprintsOf } from './sprints';
import { subtasksOf } from './subtasks';
import { BOOKING_WORK } from './texts/booking-work';
import { BOOKING_PAST_WORK } from './texts/booking-past-work';
import { DECK_WORK } from './texts/deck-work';
import type { EpicText } from './texts/epic-text';
import { HARBOUR_WORK } from './texts/harbour-work';
import { BOOKING_GOALS, DECK_GOALS } from './texts/sprint-goals';

/** What the three teams have done so far: their sprints, and every issue with its history. */
export const teamHistories = (
  calendar: Calendar,
): { readonly sprints: Sprint[]; readonly drafts: Draft[] } => {
  const booking = sprintsOf(calendar, BOARDS.BOOK.id, 'Booking Sprint', BOOKING_GOALS);
  const deck = sprintsOf(calendar, BOARDS.DECK.id, 'Deck Sprint', DECK_GOALS);
  return {
    sprints: [...booking, ...deck],
    drafts: [
      ...scrumTeam('BOOK', [...BOOKING_PAST_WORK, ...BOOKING_WORK], booking, calendar, SEEDS.BOOK),
      ...scrumTeam('DECK', DECK_WORK, deck, calendar, SEEDS.DECK),
      ...kanbanTeam(calendar),
    ],
  };
};

/** Drawn once, and kept because the counts that they give lie near the rates. */
const SEEDS = { BOOK: 1300, DECK: 1975, HARB: 3300 } as const;

const scrumTeam = (
  team: 'BOOK' | 'DECK',
  texts: readonly EpicText[],
  sprints: readonly Sprint[],
  calendar: Calendar,
  seed: number,
): Draft[] => {
  const random = randomFrom(seed);
  const writer = issueWriter(team, texts, calendar, random);
  const issues = scrumHistory({ team, calendar, sprints, rates: RATES[team], writer, seed: seed + 1 });
  epicHistory(writer.epics, issues, calendar, randomFrom(seed + 101));
  return [...writer.epics, ...issues, ...subtasksOf(issues, calendar.end, randomFrom(seed + 100))];
};

const kanbanTeam = (calendar: Calendar): Draft[] => {
  const random = randomFrom(SEEDS.HARB);
  const writer = issueWriter('HARB', HARBOUR_WORK, calendar, random);
  const issues = kanbanHistory(calendar, writer, randomFrom(SEEDS.HARB + 1));
  epicHistory(writer.epics, issues, calendar, randomFrom(SEEDS.HARB + 101));
  return [...writer.epics, ...issues, ...subtasksOf(issues, calendar.end, randomFrom(SEEDS.HARB + 100))];
};
