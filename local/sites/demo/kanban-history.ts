import { DAY_MS, workingMoment, type Calendar } from './calendar';
import type { Draft } from './issue-draft';
import type { IssueWriter } from './issue-writer';
import type { Random } from '../../random';
import { work, type Reach } from './work-history';

/** A kanban team's issues: a steady flow over both cycles, taken up as somebody has time, some of it still waiting. */
export const kanbanHistory = (calendar: Calendar, writer: IssueWriter, random: Random): Draft[] => {
  const told: Draft[] = [];
  const last = calendar.end / DAY_MS - 1;
  for (let day = calendar.closedCycle.first - 20; day <= last; day += random.pick([0, 1, 1, 2])) {
    const draft = writer.write(workingMoment(random, day));
    told.push(draft);
    const reach: Reach = random.chance(0.9)
      ? 'done'
      : random.pick<Reach>(['nothing', 'nothing', 'started', 'review']);
    const age = random.whole(0, 9);
    work(draft, day + age, day + age + 40, reach, calendar.end, random);
  }
  return told;
};
