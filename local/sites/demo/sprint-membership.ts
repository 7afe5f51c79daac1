import type { Sprint } from '../../jira/model';
import type { Calendar } from './calendar';
import { changeSprints, estimate, lastChange, type Draft } from './issue-draft';
import type { IssueWriter } from './issue-writer';
import { ROSTERS, type TeamKey } from './people';
import type { Random } from '../../random';
import type { Rates } from './rates';
import { POINTS_FIELD, TYPE } from './workflow';

/** What the sprints of one team are told with. */
export type Telling = {
  readonly team: TeamKey;
  readonly calendar: Calendar;
  readonly sprints: readonly Sprint[];
  readonly rates: Rates;
  readonly writer: IssueWriter;
  /** Where chance begins; each sprint has its own, so that what is past does not depend on the day. */
  readonly seed: number;
  readonly random: Random;
};

/** Puts an issue into a sprint, estimated first where the team estimates it. */
export const join = (telling: Telling, draft: Draft, sprintId: number, at: number): boolean => {
  const { random, team, calendar } = telling;
  const moment = Math.max(at, lastChange(draft) + 60_000);
  if (moment >= calendar.end) return false;
  const owner = random.chance(0.6) ? ROSTERS[team][0] : random.pick(ROSTERS[team]);
  const estimated = random.chance({ [TYPE.story]: 0.92, [TYPE.task]: 0.7 }[draft.typeId] ?? 0.55);
  if (draft.fields[POINTS_FIELD] === undefined && estimated) {
    estimate(draft, moment - 45_000, owner, random.pick([1, 2, 2, 3, 3, 3, 5, 5, 8, 13]));
  }
  changeSprints(draft, moment, owner, [...draft.sprintIds, sprintId], nameIn(telling.sprints));
  return true;
};

export const nameIn =
  (sprints: readonly Sprint[]) =>
  (id: number): string =>
    sprints.find((sprint) => sprint.id === id)?.name ?? String(id);
