import type { IsoInstant } from '../../../src/domain/dates';
import type { GivenVerdict } from '../../../src/domain/verdict';
import { sprintsOf, started } from '../../../static/project-page/cycle-sprints';
import { measureOf, sprintFigures } from '../../../static/project-page/history-figures';
import { aCheckIn, aCycle, aDay, aKeyResultId } from '../../builders/okrs';
import { aDatedSprint, someFigures, someWork } from './a-sprint-figure';

const cycle = aCycle({ startDate: aDay('2026-01-01'), endDate: aDay('2026-03-31') });

describe('the sprints of a cycle', () => {
  it('are those that share more with it than the day on which one ends and the other begins', () => {
    const sprints = [
      aDatedSprint(1, '2025-12-18', '2026-01-01'),
      aDatedSprint(2, '2025-12-20', '2026-01-02'),
      aDatedSprint(3, '2026-03-20', '2026-04-03'),
      aDatedSprint(4, '2026-03-31', '2026-04-14'),
    ];
    expect(sprintsOf(sprints, cycle).map(({ id }) => id)).toEqual([2, 3]);
  });

  it('come the earliest first, forty at most and then the latest, without those that have no dates', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      aDatedSprint(at + 1, '2026-02-02', '2026-02-16'),
    ).reverse();
    const undated = aDatedSprint(99, '2026-02-02', '2026-02-16', { state: 'future', startDate: null });
    const found = sprintsOf([...many, undated], cycle);
    expect(found).toHaveLength(40);
    expect([found[0]!.id, found.at(-1)!.id]).toEqual([11, 50]);
  });

  it('may not have been started, and then have no work to ask for', () => {
    const sprints = [
      aDatedSprint(1, '2026-02-02', '2026-02-16', { state: 'active' }),
      aDatedSprint(2, '2026-02-16', '2026-03-02', { state: 'future' }),
    ];
    expect(started(sprintsOf(sprints, cycle)).map(({ id }) => id)).toEqual([1]);
  });
});

describe('what is known of a sprint', () => {
  const id = aKeyResultId();
  const verdict: GivenVerdict = {
    place: { kind: 'sprint', sprintId: 1 },
    endedOn: aDay('2026-01-19'),
    verdict: 'no-effect',
    learning: 'Nobody saw it',
    savedAt: '2026-01-19T10:00:00.000Z' as IsoInstant,
  };
  const of = {
    id,
    metric: { baseline: 10, target: 20, unit: '' },
    checkIns: [
      aCheckIn({ date: aDay('2026-01-10'), value: 12 }),
      aCheckIn({ date: aDay('2026-02-10'), value: 15 }),
    ],
    verdicts: [verdict],
    today: aDay('2026-02-12'),
  };
  const closed = aDatedSprint(1, '2026-01-05', '2026-01-19');
  const running = aDatedSprint(2, '2026-01-19', '2026-02-16', { state: 'active' });
  const planned = aDatedSprint(3, '2026-02-16', '2026-03-02', { state: 'future' });
  const frozen = [{ sprintId: 1, ...someWork(3, 5, 4) }];
  const sums = (sprintId: number, keyResults = { [id as string]: someWork(1, 2, 2) }) =>
    new Map([[sprintId, { sprintId, rebuiltAt: 0, mayMissRemoved: false, keyResults }]]);

  it('is what was frozen, also where it was rebuilt', () => {
    const [figures] = sprintFigures(of, [closed], frozen, sums(1));
    expect(figures).toMatchObject({ source: 'frozen', work: someWork(3, 5, 4), verdict });
  });

  it('is what was rebuilt, nothing where nothing served the key result, and unknown without either', () => {
    expect(sprintFigures(of, [closed], [], sums(1))[0]).toMatchObject({
      source: 'rebuilt',
      work: someWork(1, 2, 2),
    });
    expect(sprintFigures(of, [closed], [], sums(1, {}))[0]).toMatchObject({
      source: 'rebuilt',
      work: someWork(0, 0, 0),
    });
    expect(sprintFigures(of, [closed], [], new Map())[0]).toMatchObject({ source: 'unknown', work: null });
  });

  it('is the value at its start and at its end, of one that runs now, of one to come none', () => {
    const values = sprintFigures(of, [closed, running, planned], [], new Map()).map(
      (figures) => figures.values,
    );
    expect(values).toEqual([{ atStart: 10, atEnd: 12 }, { atStart: 12, atEnd: 15 }, null]);
    expect(sprintFigures(of, [planned], [], new Map())[0]!.source).toBe('planned');
  });

  it('is counted in items where nobody estimated anything', () => {
    const unestimated = {
      done: { items: 1, points: 0 },
      now: { items: 2, points: 0 },
      then: { items: 2, points: 0 },
    };
    expect(measureOf([someFigures(closed, unestimated)])).toBe('items');
    expect(measureOf([someFigures(closed, unestimated), someFigures(running, someWork(0, 1, 0))])).toBe(
      'points',
    );
  });
});
