import fc from 'fast-check';
import { factsAt, phasesOf, type IssueHistory } from '../../src/domain/issue-history';
import {
  goneLine,
  ledgerLineOf,
  ledgerTagOf,
  periodRule,
  sprintRule,
  startLineOf,
  workItemOf,
  type LedgerLine,
  type TaggedLine,
} from '../../src/domain/sprint-ledger';
import { aHistory, DOING, DONE, IN, on, OUT, SPRINT, TODO } from '../builders/a-history';
import { aKeyResultId } from '../builders/okrs';
import { someStory, someWindow } from './some-stories';

const rule = sprintRule(SPRINT, new Set([DONE]));
const window = { start: on(5), close: on(16) };
const lineOf = (history: IssueHistory): LedgerLine | null => ledgerLineOf(history, window, rule);
const doneNow = { statusId: DONE };

describe('an issue that was in the sprint when it started', () => {
  test('is committed, and completed when it is done at the close', () => {
    expect(lineOf(aHistory(on(1), IN, [on(8), doneNow]))).toEqual({
      issueId: '1',
      entrance: 'committed',
      outcome: 'completed',
      initialPoints: 3,
      finalPoints: 3,
    });
  });

  test('is not completed when it is not, or was and is not any more', () => {
    expect(lineOf(aHistory(on(1), IN))?.outcome).toBe('not-completed');
    const reopened = aHistory(on(1), IN, [on(8), doneNow], [on(9), { statusId: TODO }]);
    expect(lineOf(reopened)?.outcome).toBe('not-completed');
  });

  test('keeps the estimate that it had then beside the one that it has at the close', () => {
    const history = aHistory(
      on(1),
      { ...IN, points: 1 },
      [on(4), { points: 2 }],
      [on(8), { points: 5 }],
      [on(20), { points: 8 }],
    );
    expect(lineOf(history)).toMatchObject({ initialPoints: 2, finalPoints: 5 });
  });

  test('has no points where nobody had estimated it', () => {
    expect(lineOf(aHistory(on(1), { ...IN, points: null }))).toMatchObject({
      initialPoints: null,
      finalPoints: null,
    });
  });

  test('is removed with the last estimate that it had there, whatever it became outside', () => {
    const history = aHistory(
      on(1),
      IN,
      [on(7), { points: 5 }],
      [on(8), OUT],
      [on(9), { points: 13, ...doneNow }],
    );
    expect(lineOf(history)).toMatchObject({
      entrance: 'committed',
      outcome: 'removed',
      initialPoints: 3,
      finalPoints: 5,
    });
  });

  test('is committed still when it left and came back, and counts as it is at the close', () => {
    const history = aHistory(on(1), IN, [on(7), OUT], [on(8), doneNow], [on(9), { points: 8, ...IN }]);
    expect(lineOf(history)).toMatchObject({
      entrance: 'committed',
      outcome: 'completed',
      initialPoints: 3,
      finalPoints: 8,
    });
  });
});

describe('an issue that was done when the sprint started', () => {
  test('was completed elsewhere, as long as it stays done', () => {
    expect(lineOf(aHistory(on(1), { ...IN, ...doneNow }))).toMatchObject({
      entrance: 'done-before-start',
      outcome: 'completed-elsewhere',
    });
  });

  test('was so even if it leaves, is estimated anew, or joins only later', () => {
    const left = aHistory(on(1), { ...IN, ...doneNow }, [on(7), { points: 8 }], [on(8), OUT]);
    expect(lineOf(left)).toMatchObject({ outcome: 'completed-elsewhere', finalPoints: 8 });
    const joined = aHistory(on(1), doneNow, [on(8), IN]);
    expect(lineOf(joined)).toMatchObject({ entrance: 'added', outcome: 'completed-elsewhere' });
  });

  test('is the sprint’s own work from when it was reopened', () => {
    const history = aHistory(on(1), { ...IN, ...doneNow }, [on(8), { statusId: DOING }]);
    expect(lineOf(history)).toMatchObject({ entrance: 'done-before-start', outcome: 'not-completed' });
    const again = aHistory(on(1), { ...IN, ...doneNow }, [on(8), { statusId: DOING }], [on(9), doneNow]);
    expect(lineOf(again)?.outcome).toBe('completed');
  });
});

describe('an issue that joined later', () => {
  test('is added with the estimate that it had when it first did', () => {
    const history = aHistory(
      on(1),
      {},
      [on(7), IN],
      [on(8), OUT],
      [on(9), { points: 5 }],
      [on(10), IN],
      [on(11), { points: 8 }],
    );
    expect(lineOf(history)).toEqual({
      issueId: '1',
      entrance: 'added',
      outcome: 'not-completed',
      initialPoints: 3,
      finalPoints: 8,
    });
  });

  test('is added as well where it was created there, of which no history has a line', () => {
    expect(lineOf(aHistory(on(8), { ...IN, points: 2 }, [on(9), { points: 3 }]))).toMatchObject({
      entrance: 'added',
      initialPoints: 2,
      finalPoints: 3,
    });
  });

  test('is removed when it left again', () => {
    expect(lineOf(aHistory(on(1), {}, [on(7), IN], [on(8), OUT]))).toMatchObject({
      entrance: 'added',
      outcome: 'removed',
    });
  });
});

describe('the two moments', () => {
  test('include what happens at them', () => {
    expect(lineOf(aHistory(on(1), {}, [window.start, IN]))?.entrance).toBe('committed');
    expect(lineOf(aHistory(window.start, IN))?.entrance).toBe('committed');
    expect(lineOf(aHistory(on(1), IN, [window.close, doneNow]))?.outcome).toBe('completed');
    expect(lineOf(aHistory(on(1), IN, [window.close, OUT]))?.outcome).toBe('removed');
  });

  test('leave out what lies before and after', () => {
    expect(lineOf(aHistory(on(1), IN, [on(4), OUT]))).toBeNull();
    expect(lineOf(aHistory(on(1), {}, [on(17), IN]))).toBeNull();
    expect(lineOf(aHistory(on(17), IN))).toBeNull();
    expect(lineOf(aHistory(on(1), IN, [on(17), OUT], [on(18), doneNow]))?.outcome).toBe('not-completed');
  });

  test('see an issue that came and went at one of them, or at any other, not at all', () => {
    expect(lineOf(aHistory(on(1), {}, [on(8), IN], [on(8), OUT]))).toBeNull();
    const estimated = aHistory(on(1), IN, [on(8), { points: 8 }], [on(8), OUT]);
    expect(lineOf(estimated)).toMatchObject({ outcome: 'removed', finalPoints: 3 });
  });
});

test('puts every issue that was there into one bucket, and no other issue into any', () => {
  fc.assert(
    fc.property(someStory, someWindow, ({ created, steps }, { start, close }) => {
      const history = aHistory(on(1), created, ...steps);
      const phases = phasesOf(history);
      const line = ledgerLineOf(history, { start, close }, rule);
      const stages = [
        factsAt(phases, start)!,
        ...steps.filter(([at]) => start < at && at <= close).map(([at]) => factsAt(phases, at)!),
      ];
      const wasThere = stages.some(({ sprintIds }) => sprintIds.includes(SPRINT));
      expect(line !== null).toBe(wasThere);
      if (line === null) return;
      const [first] = stages;
      const last = stages.at(-1)!;
      const isIn = rule.isIn(last);
      expect(line.entrance === 'added').toBe(!rule.isIn(first!));
      expect(line.outcome === 'completed-elsewhere').toBe(stages.every(rule.isDone));
      if (line.outcome !== 'completed-elsewhere') expect(line.outcome === 'removed').toBe(!isIn);
      if (line.outcome === 'completed') expect(rule.isDone(last)).toBe(true);
      if (isIn) expect(line.finalPoints).toBe(last.points);
    }),
  );
});

test('says the same whatever happens after the close', () => {
  fc.assert(
    fc.property(someStory, someWindow, ({ created, steps }, { start, close }) => {
      const whole = ledgerLineOf(aHistory(on(1), created, ...steps), { start, close }, rule);
      const until = steps.filter(([at]) => at <= close);
      expect(whole).toEqual(ledgerLineOf(aHistory(on(1), created, ...until), { start, close }, rule));
    }),
  );
});

test('of a period without a sprint counts what somebody has begun, and what was done before to nothing', () => {
  const period = periodRule(new Set([DOING]), new Set([DONE]));
  const inPeriod = (history: IssueHistory) => ledgerLineOf(history, window, period);
  expect(inPeriod(aHistory(on(1)))).toBeNull();
  expect(inPeriod(aHistory(on(1), {}, [on(8), { statusId: DOING }]))).toMatchObject({
    entrance: 'added',
    outcome: 'not-completed',
  });
  expect(inPeriod(aHistory(on(1), { statusId: DOING }, [on(8), doneNow]))).toMatchObject({
    entrance: 'committed',
    outcome: 'completed',
  });
  expect(inPeriod(aHistory(on(1), { statusId: DOING }, [on(8), { statusId: TODO }]))?.outcome).toBe(
    'removed',
  );
  expect(inPeriod(aHistory(on(1), doneNow))?.outcome).toBe('completed-elsewhere');
});

describe('what is written down at the start', () => {
  const tag = { state: 'exempt', reason: 'bug', inherited: false } as const;

  test('is what is in the sprint then, as it is then', () => {
    const history = aHistory(on(1), { ...IN, points: 2 }, [on(8), { points: 5, ...doneNow }]);
    expect(startLineOf(history, on(5), rule, tag)).toEqual({ issueId: '1', points: 2, done: false, tag });
    expect(startLineOf(aHistory(on(1)), on(5), rule, tag)).toBeNull();
    expect(startLineOf(aHistory(on(6), IN), on(5), rule, tag)).toBeNull();
  });

  test('is all that is left of an issue that is gone', () => {
    const start = { issueId: '1', points: 2, done: false, tag };
    expect(goneLine(start)).toEqual({
      issueId: '1',
      entrance: 'committed',
      outcome: 'removed',
      initialPoints: 2,
      finalPoints: 2,
      tag,
      tagAtStart: tag,
    });
    expect(goneLine({ ...start, done: true })).toMatchObject({
      entrance: 'done-before-start',
      outcome: 'completed-elsewhere',
    });
  });
});

describe('a tag in a ledger', () => {
  const keyResult = aKeyResultId();

  test('says whose it is and not what somebody noted', () => {
    const exempt = { state: 'exempt', reason: 'bug', note: 'A person said so.' } as const;
    expect(ledgerTagOf({ tag: exempt, inheritedFrom: 'TEAM-1' })).toEqual({
      state: 'exempt',
      reason: 'bug',
      inherited: true,
    });
    expect(ledgerTagOf({ tag: { state: 'tagged', keyResults: [keyResult] }, inheritedFrom: null })).toEqual({
      state: 'tagged',
      keyResults: [keyResult],
      inherited: false,
    });
    expect(ledgerTagOf(null)).toBeNull();
  });

  test('goes with the line into what is delivered, which is what was completed', () => {
    const line: TaggedLine = {
      ...lineOf(aHistory(on(1), IN, [on(8), { points: 5, ...doneNow }]))!,
      tag: { state: 'tagged', keyResults: [keyResult], inherited: true },
    };
    expect(workItemOf(line)).toMatchObject({
      id: '1',
      done: true,
      points: 5,
      tag: { tag: { state: 'tagged', keyResults: [keyResult] } },
    });
    expect(workItemOf(line).tag?.inheritedFrom).not.toBeNull();
    expect(workItemOf({ ...line, outcome: 'completed-elsewhere', tag: null })).toMatchObject({
      done: false,
      tag: null,
    });
  });
});
