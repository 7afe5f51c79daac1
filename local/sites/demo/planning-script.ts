import type { SeedStep } from '../../seams';
import { CLOSED_SPRINTS, isoDay, momentOn, SPRINT_DAYS, sprintDay, type Calendar } from './calendar';
import type { PlannedOkrs } from './okr-ids';
import type { TeamKey } from './people';
import { projectPageStep } from './project-page-step';
import { BOARDS } from './projects';
import type { Random } from '../../random';
import { BOOKING_INTENTS, HARBOUR_INTENT, type AdvanceText } from './texts/intents';

/**
 * How the teams plan: Booking's band, what its running sprint and the two before it were to move, said on the mornings
 * on which they began; Harbour Systems' rhythm, and what its last period was to move.
 */
export const planningScript = (okrs: PlannedOkrs, calendar: Calendar, random: Random): SeedStep[] => {
  const { first } = calendar.activeCycle;
  const advances = (texts: readonly AdvanceText[], day: number): unknown[] =>
    texts.map(({ keyResult, change, movement, days }) => ({
      keyResultId: okrs.keyResultId(keyResult),
      change,
      movement,
      visibleBy: isoDay(day + days),
    }));
  const say = (team: TeamKey, day: number, place: unknown, texts: readonly AdvanceText[]): SeedStep =>
    projectPageStep(team, momentOn(day, 9, 10), team === 'HARB' ? 'bram' : 'nadia', 'saveSprintIntent', {
      id: `i${random.letters(9)}`,
      place,
      expectedRevision: null,
      advances: advances(texts, day),
    });
  const settings = (team: TeamKey, account: string, band: unknown, rhythm: unknown): SeedStep =>
    projectPageStep(team, momentOn(first, 8), account, 'savePlanningSettings', {
      boardId: BOARDS[team].id,
      expectedRevision: null,
      band,
      rhythm,
    });
  const period = sprintDay(calendar, CLOSED_SPRINTS) - SPRINT_DAYS;
  return [
    settings('BOOK', 'nadia', { low: 0.5, high: 0.7 }, null),
    settings('HARB', 'bram', null, { weeks: 2, firstDay: isoDay(first) }),
    ...BOOKING_INTENTS.map((texts, index) => {
      const sprint = CLOSED_SPRINTS + 1 - BOOKING_INTENTS.length + index;
      const sprintId = BOARDS.BOOK.id * 100 + sprint + 1;
      return say('BOOK', sprintDay(calendar, sprint), { kind: 'sprint', sprintId }, texts);
    }),
    say('HARB', period, { kind: 'period', boardId: BOARDS.HARB.id, start: isoDay(period) }, HARBOUR_INTENT),
  ];
};
