import type { SeedStep } from '../../seams';
import { isoDay, momentOn, type Calendar } from './calendar';
import type { PlannedObjective } from './okr-ids';
import { projectPageStep } from './project-page-step';
import type { Random } from '../../random';

/**
 * An objective's check-ins, on Tuesdays: every week in the active cycle, every second in the closed one. The last one
 * lies in the running sprint on any day that the demo is made for.
 */
export const checkInSteps = (objective: PlannedObjective, calendar: Calendar, random: Random): SeedStep[] => {
  const closed = objective.cycle === 'closed';
  const span = closed ? calendar.closedCycle : calendar.activeCycle;
  const team = objective.scope === 'company' ? 'BOOK' : objective.scope;
  return objective.keyResults.flatMap(({ id, owner, checkIns }) =>
    checkIns.flatMap(([value, confidence, note = ''], index) => {
      const checkInId = `${id}-${random.letters(8)}`;
      const day = span.first + 1 + 7 * (index + 1) * (closed ? 2 : 1);
      const at = momentOn(day, random.whole(11, 15), random.whole(0, 59));
      if (at >= calendar.end) return [];
      const payload = { id: checkInId, keyResultId: id, value, confidence, note, date: isoDay(day) };
      return [projectPageStep(team, at, owner, 'checkIn', payload)];
    }),
  );
};
