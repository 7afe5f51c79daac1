import { DAY_MS, momentOn, sprintDay, workingMoment } from './calendar';
import type { Draft } from './issue-draft';
import { randomFrom } from '../../random';
import { runSprint } from './sprint-history';
import { join, type Telling } from './sprint-membership';

/** A scrum team's issues (epics and sub-tasks apart) with their histories, told sprint by sprint. */
export const scrumHistory = (team: Omit<Telling, 'random'>): Draft[] => {
  const { sprints, calendar, writer, seed } = team;
  const told: Draft[] = [];
  let backlog: Draft[] = [];
  let carried: Draft[] = [];
  const write = (created: number): Draft => {
    const draft = writer.write(created);
    told.push(draft);
    return draft;
  };
  sprints.forEach((sprint, index) => {
    const random = randomFrom(seed + index);
    const telling = { ...team, random };
    if (sprint.state === 'future') return planNext(telling, backlog, write);
    const outcome = runSprint({ ...telling, sprint, index, write }, carried, backlog);
    carried = outcome.carried;
    backlog = outcome.backlog;
    for (let extra = random.whole(3, 6); extra > 0; extra -= 1) {
      const day = sprintDay(calendar, index) + random.whole(0, 13);
      if ((day + 1) * DAY_MS <= calendar.end) backlog.push(write(workingMoment(random, day)));
    }
  });
  return told;
};

/** The sprint to come: what the team has put in so far. */
const planNext = (telling: Telling, backlog: readonly Draft[], write: (created: number) => Draft): void => {
  const { calendar, random, sprints, rates } = telling;
  const future = sprints.at(-1)!;
  const lastDay = calendar.end / DAY_MS - 1;
  const wanted = Math.round(rates.atStart * 0.7);
  const old = random.shuffled(backlog).slice(0, Math.ceil(wanted / 2));
  const fresh = Array.from({ length: wanted - old.length }, () =>
    write(workingMoment(random, lastDay - random.whole(2, 12))),
  );
  for (const draft of [...old, ...fresh])
    join(telling, draft, future.id, momentOn(lastDay, random.whole(8, 15), random.whole(0, 59)));
};
