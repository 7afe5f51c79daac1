import { addDays } from '../../src/domain/dates';
import { COMPANY_MANAGERS } from './people';
import { aCheckIn, keyResultsOf, pickFrom, PLACE, wish, type Maker } from './wishes';

/** What the app has to refuse, each for a reason of its own. The screens offer none of it. */

export const inTheFuture: Maker = (page, random, number) => {
  const keyResult = pickFrom(page.objectives.flatMap(keyResultsOf), random);
  if (keyResult === null) return null;
  const payload = { ...aCheckIn(keyResult.id, page, random, number), date: addDays(page.today, 2) };
  return wish('checkIn', payload, 'it lies in the future');
};

export const onNothing: Maker = (page, random, number) => {
  const unknown = `o${random.letters(9)}-${random.letters(6)}` as Parameters<typeof aCheckIn>[0];
  return wish('checkIn', aCheckIn(unknown, page, random, number), 'there is no such key result');
};

export const withoutRights: Maker = (page, random, number) => {
  // A team's objective may be given to anybody at any time, and then is theirs to edit.
  const companys = page.objectives.filter(({ scope }) => scope.type === 'company');
  const objective = pickFrom(companys, random);
  if (objective === null || COMPANY_MANAGERS.includes(page.viewer)) return null;
  const { id, revision, cycleId, scope, description, owner } = objective;
  return wish(
    'saveObjective',
    { id, expectedRevision: revision, cycleId, scope, title: `Seized by ${number}`, description, owner },
    'the person may not',
  );
};

export const aCycleWithoutRights: Maker = ({ viewer, today }, random, number) =>
  COMPANY_MANAGERS.includes(viewer)
    ? null
    : wish(
        'saveCycle',
        {
          id: `c${random.letters(9)}`,
          expectedRevision: null,
          name: `Cycle seized by ${number}`,
          startDate: today,
          endDate: addDays(today, 7),
        },
        'the person may not',
      );

export const visibilityWithoutRights: Maker = ({ visibility }) =>
  visibility.mayChange
    ? null
    : wish('saveVisibility', { projectId: PLACE, restricted: !visibility.restricted }, 'the person may not');

export const fromTheFutureRevision: Maker = (page, random, number) => {
  const objective = pickFrom(
    page.objectives.filter(({ mayEdit }) => mayEdit),
    random,
  );
  if (objective === null) return null;
  const { id, revision, cycleId, scope, description, owner } = objective;
  return wish(
    'saveObjective',
    {
      id,
      expectedRevision: revision + 1000,
      cycleId,
      scope,
      title: `Ahead of time by ${number}`,
      description,
      owner,
    },
    'nobody has made that revision',
  );
};

export const cycleFromTheFutureRevision: Maker = ({ mayManageCycles, cycle }, _random, number) => {
  if (!mayManageCycles || cycle === null) return null;
  const { id, revision, startDate, endDate } = cycle;
  return wish(
    'saveCycle',
    { id, expectedRevision: revision + 1000, name: `Ahead of time by ${number}`, startDate, endDate },
    'nobody has made that revision',
  );
};

export const keyResultFromTheFutureRevision: Maker = (page, random, number) => {
  const keyResult = pickFrom(page.objectives.flatMap(keyResultsOf), random);
  if (keyResult === null) return null;
  const { id, revision, metric, owner, weight } = keyResult;
  return wish(
    'saveKeyResult',
    {
      id,
      expectedRevision: revision + 1000,
      title: `Ahead of time by ${number}`,
      metric,
      owner,
      weight,
    },
    'nobody has made that revision',
  );
};

export const withoutADistance: Maker = (page, random, number) => {
  const objective = pickFrom(page.objectives, random);
  if (objective === null) return null;
  return wish(
    'saveKeyResult',
    {
      id: `${objective.id}-${random.letters(6)}`,
      expectedRevision: null,
      title: `Key result to nowhere of ${number}`,
      metric: { baseline: 5, target: 5, unit: '' },
      owner: null,
      weight: 1,
    },
    'the target is the baseline',
  );
};

export const keyResultUnderATakenId: Maker = (page, random, number) => {
  const keyResult = pickFrom(page.objectives.flatMap(keyResultsOf), random);
  if (keyResult === null) return null;
  return wish(
    'saveKeyResult',
    {
      id: keyResult.id,
      expectedRevision: null,
      title: `Key result under a taken id of ${number}`,
      metric: { baseline: 0, target: 5, unit: '' },
      owner: null,
      weight: 1,
    },
    'the id is taken',
  );
};

export const underATakenId: Maker = (page, random, number) => {
  const { objectives, mayCreate, cycle } = page;
  const objective = pickFrom(objectives, random);
  if (objective === null || cycle === null || !mayCreate.team) return null;
  return wish(
    'saveObjective',
    {
      id: objective.id,
      expectedRevision: null,
      cycleId: cycle.id,
      scope: { type: 'team', projectId: PLACE },
      title: `Under a taken id by ${number}`,
      description: '',
      owner: null,
    },
    'the id is taken',
  );
};

export const overACheckIn: Maker = (page, random, number) => {
  const checkedIn = page.objectives.flatMap(keyResultsOf).filter(({ latest }) => latest !== null);
  const keyResult = pickFrom(checkedIn, random);
  if (keyResult?.latest === null || keyResult === null) return null;
  const payload = { ...aCheckIn(keyResult.id, page, random, number), id: keyResult.latest.id };
  return wish('checkIn', payload, 'the check-in is there and says something else');
};
