import fc from 'fast-check';
import { factsAt, phasesOf, phasesWithin, type IssueFacts } from '../../src/domain/issue-history';
import { aHistory, DOING, DONE, IN, on, OUT, TODO } from '../builders/a-history';
import { someStory } from './some-stories';

test('tells phases from what an issue is now back to what it was created with', () => {
  const history = aHistory(on(1), { points: 3 }, [on(3), { statusId: DOING }], [on(5), { points: 8, ...IN }]);
  expect(phasesOf(history)).toEqual([
    { from: on(1), facts: { statusId: TODO, points: 3, sprintIds: [] } },
    { from: on(3), facts: { statusId: DOING, points: 3, sprintIds: [] } },
    { from: on(5), facts: { statusId: DOING, points: 8, ...IN } },
  ]);
});

test('has one phase of an issue that nothing happened to, since when it was created', () => {
  expect(phasesOf(aHistory(on(1), IN))).toEqual([
    { from: on(1), facts: { statusId: TODO, points: 3, ...IN } },
  ]);
});

test('knows of what happened at one moment only the end, in whatever order it is told', () => {
  const history = aHistory(on(1), {}, [on(3), IN], [on(3), { points: 5 }], [on(3), OUT]);
  expect(phasesOf(history).map(({ from, facts }) => [from, facts.points, facts.sprintIds])).toEqual([
    [on(1), 3, []],
    [on(3), 5, []],
  ]);
  expect(phasesOf(aHistory(on(1), {}, [on(1), IN]))).toHaveLength(1);
});

test('knows nothing of an issue before it was there', () => {
  const phases = phasesOf(aHistory(on(2)));
  expect(factsAt(phases, on(1))).toBeNull();
  expect(factsAt(phases, on(2))).toMatchObject({ statusId: TODO });
});

test('counts to a moment what happened at that very moment, and to the time after another what came later', () => {
  const phases = phasesOf(aHistory(on(1), {}, [on(3), { statusId: DOING }], [on(5), { statusId: DONE }]));
  expect(factsAt(phases, on(3))?.statusId).toBe(DOING);
  expect(factsAt(phases, on(4))?.statusId).toBe(DOING);
  expect(phasesWithin(phases, on(3), on(5)).map(({ from }) => from)).toEqual([on(5)]);
  expect(phasesWithin(phases, on(2), on(4)).map(({ from }) => from)).toEqual([on(3)]);
});

test('tells at every moment what was so then, whatever the story', () => {
  fc.assert(
    fc.property(someStory, ({ created, steps }) => {
      const phases = phasesOf(aHistory(on(1), created, ...steps));
      for (const moment of [on(1), ...steps.map(([at]) => at), on(31)]) {
        const then = steps
          .filter(([at]) => at <= moment)
          .reduce<IssueFacts>((facts, [, became]) => ({ ...facts, ...became }), created);
        expect(factsAt(phases, moment)).toEqual(then);
      }
      expect(new Set(phases.map(({ from }) => from)).size).toBe(phases.length);
    }),
  );
});
