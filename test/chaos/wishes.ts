import type { Random } from '../../local/random';
import type { ProjectPageView } from '../../src/contract/project-page';
import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import { addDays } from '../../src/domain/dates';
import type { KeyResultId } from '../../src/domain/ids';
import { nextStates } from '../../src/domain/cycle';
import { PEOPLE } from './people';
import type { Wish } from './operation';

/** What a person may come to want of a project page that they look at; `null` when it has nothing for that. */
export type Maker = (page: ProjectPageView, random: Random, number: number) => Wish | null;

export const newCycle: Maker = ({ mayManageCycles, today }, random, number) =>
  mayManageCycles
    ? wish('saveCycle', {
        id: `c${random.letters(9)}`,
        expectedRevision: null,
        name: `Cycle of ${number}`,
        startDate: today,
        endDate: addDays(today, random.whole(10, 90)),
      })
    : null;

export const editCycle: Maker = ({ mayManageCycles, cycle }, random, number) =>
  mayManageCycles && cycle
    ? wish('saveCycle', {
        id: cycle.id,
        expectedRevision: cycle.revision,
        name: `Cycle renamed by ${number}`,
        startDate: cycle.startDate,
        endDate: random.chance(0.5) ? cycle.endDate : addDays(cycle.endDate, 1),
      })
    : null;

export const changeCycleState: Maker = ({ mayManageCycles, cycles }, random) => {
  // The quarter stays open, or there would soon be little else to do.
  const changeable = cycles.filter(({ id }) => id !== 'cquarter01');
  if (!mayManageCycles || changeable.length === 0) return null;
  const { id, revision, state } = random.pick(changeable);
  return wish('changeCycleState', { id, expectedRevision: revision, state: nextStates(state)[0] });
};

export const newObjective: Maker = ({ mayCreate, cycle }, random, number) => {
  const scopes = [...(mayCreate.company ? ['company'] : []), ...(mayCreate.team ? ['team'] : [])];
  if (cycle === null || scopes.length === 0) return null;
  const type = random.pick(scopes);
  return wish('saveObjective', {
    id: `o${random.letters(9)}`,
    expectedRevision: null,
    cycleId: cycle.id,
    scope: type === 'company' ? { type } : { type, projectId: PLACE },
    title: `Objective of ${number}`,
    description: random.chance(0.5) ? '' : `Why: ${number}`,
    owner: someone(random),
  });
};

/** Stands for the project that the page is of, which the page does not say. */
export const PLACE = 'the project of the page';

export const editObjective: Maker = (page, random, number) => {
  const objective = pickFrom(editable(page), random);
  if (objective === null) return null;
  const { id, revision, cycleId, scope } = objective;
  return wish('saveObjective', {
    id,
    expectedRevision: revision,
    cycleId,
    scope,
    title: `Objective changed by ${number}`,
    description: random.chance(0.5) ? objective.description : `Because of ${number}`,
    owner: random.chance(0.5) ? objective.owner : someone(random),
  });
};

export const archiveObjective: Maker = (page, random) => {
  const objective = pickFrom(editable(page), random);
  if (objective === null) return null;
  const { id, revision, archived } = objective;
  return wish('archiveObjective', { id, expectedRevision: revision, archived: !archived });
};

export const newKeyResult: Maker = (page, random, number) => {
  const objective = pickFrom(editable(page), random);
  if (objective === null || objective.keyResults.length > 12) return null;
  return wish('saveKeyResult', {
    id: `${objective.id}-${random.letters(6)}`,
    expectedRevision: null,
    title: `Key result of ${number}`,
    metric: { baseline: number, target: number + random.whole(1, 100), unit: random.pick(['', '%', 'days']) },
    owner: someone(random),
    weight: random.whole(0, 5),
  });
};

export const editKeyResult: Maker = (page, random, number) => {
  const keyResult = pickFrom(editable(page).flatMap(keyResultsOf), random);
  if (keyResult === null) return null;
  const { id, revision, metric, owner, weight } = keyResult;
  return wish('saveKeyResult', {
    id,
    expectedRevision: revision,
    title: `Key result changed by ${number}`,
    metric: random.chance(0.5) ? metric : { ...metric, target: metric.target + number },
    owner: random.chance(0.5) ? owner : someone(random),
    weight,
  });
};

export const archiveKeyResult: Maker = (page, random) => {
  const keyResult = pickFrom(editable(page).flatMap(keyResultsOf), random);
  if (keyResult === null) return null;
  const { id, revision, archived } = keyResult;
  return wish('archiveKeyResult', { id, expectedRevision: revision, archived: !archived });
};

export const checkIn: Maker = (page, random, number) => {
  const mine = page.objectives.flatMap(keyResultsOf).filter((one) => one.mayCheckIn && !one.archived);
  const keyResult = pickFrom(mine, random);
  return keyResult === null ? null : wish('checkIn', aCheckIn(keyResult.id, page, random, number));
};

export const saveVisibility: Maker = ({ visibility }) =>
  visibility.mayChange
    ? wish('saveVisibility', { projectId: PLACE, restricted: !visibility.restricted })
    : null;

export const aCheckIn = (
  keyResultId: KeyResultId,
  { today }: ProjectPageView,
  random: Random,
  number: number,
) => ({
  id: `${keyResultId}-${random.letters(8)}`,
  keyResultId,
  value: number + random.next(),
  confidence: random.whole(0, 10),
  note: random.chance(0.5) ? '' : `Said by ${number}`,
  date: addDays(today, -random.whole(0, 4)),
});

export const wish = (name: Wish['name'], payload: Wish['payload'], mustFail?: string): Wish => ({
  name,
  payload,
  ...(mustFail === undefined ? {} : { mustFail }),
});

export const someone = (random: Random): string | null =>
  random.chance(0.3) ? null : `account-${random.pick(PEOPLE)}`;

/** Any of them, but half of the time the first, so that people get into each other's way. */
export const pickFrom = <T>(from: readonly T[], random: Random): T | null =>
  (random.chance(0.5) ? from[0] : random.pick(from.length === 0 ? [null] : from)) ?? null;

export const keyResultsOf = ({ keyResults }: ObjectiveView): readonly KeyResultView[] => keyResults;

const editable = ({ objectives }: ProjectPageView): ObjectiveView[] =>
  objectives.filter(({ mayEdit }) => mayEdit);
