import { shortWords } from '../../../static/sprint-review/short-words';
import type { SprintReviewView } from '../../../src/contract/sprint-review';
import type { IsoInstant } from '../../../src/domain/dates';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { deliveryWords } from '../../../static/sprint-review/delivery-words';
import { pointsWords, tagChangeWords } from '../../../static/sprint-review/line-words';
import { reviewOf } from '../../../static/sprint-review/review-model';
import { remarkWords } from '../../../static/sprint-review/remark-words';
import { sourceWords } from '../../../static/sprint-review/source-words';
import { sumWords } from '../../../static/sprint-review/sum-words';
import { summaryWords } from '../../../static/sprint-review/summary-words';
import { aCheckIn, aDay, aKeyResultId } from '../../builders/okrs';
import {
  aFrozenWork,
  aLine,
  anAdvance,
  anIntent,
  aReviewView,
  aRunningSprint,
  aVerdict,
  exemptTag,
  servingTag,
} from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const review = (lines: readonly TaggedLine[] | null, fields: Partial<SprintReviewView> = {}) =>
  reviewOf(aReviewView(fields), 1, lines && aFrozenWork(lines));
const checkIns = { [one]: [aCheckIn({ keyResultId: one, date: aDay('2026-02-10'), value: 25 })] };

describe('the summary', () => {
  const lines = [
    aLine({ issueId: '1', outcome: 'completed', finalPoints: 8, tag: servingTag([one]) }),
    aLine({ issueId: '2', finalPoints: 2 }),
  ];

  test('is one sentence of what moved, what was finished and what the work serves', () => {
    expect(summaryWords(review(lines, { checkIns }), true)).toBe(
      '1 of 2 key results moved; 8 of 10 points were finished; 80% of the points serve a key result.',
    );
  });

  test('says how many of those that were to move went as far as intended', () => {
    const intent = anIntent(anAdvance({ movement: 5 }), anAdvance({ keyResultId: two, valueThen: 0 }));
    expect(summaryWords(review(lines, { checkIns, intent }), true)).toContain(
      'of 2 that were to move 1 went as far as intended;',
    );
    const later = anAdvance({ keyResultId: two, visibleBy: aDay('2026-03-20'), valueThen: 0 });
    const saidWith = (first: ReturnType<typeof anAdvance>) =>
      summaryWords(review(lines, { checkIns, intent: anIntent(first, later) }), true);
    expect(saidWith(anAdvance({ movement: 50 }))).toContain(
      'of 2 that were to move none went as far as intended (1 not due yet);',
    );
    expect(saidWith(anAdvance({ visibleBy: aDay('2026-03-20') }))).toContain(
      'of 2 that were to move none is due yet;',
    );
  });

  test('says of the only one that was to move whether it did', () => {
    const withOne = (movement: number) =>
      summaryWords(review(lines, { checkIns, intent: anIntent(anAdvance({ movement })) }), true);
    expect(withOne(5)).toContain('the one that was to move went as far as intended;');
    expect(withOne(50)).toContain('the one that was to move did not go as far as intended;');
  });

  test('counts items where nobody estimated anything', () => {
    const unestimated = lines.map((line) => ({ ...line, initialPoints: null, finalPoints: null }));
    expect(summaryWords(review(unestimated), true)).toBe(
      'None of 2 key results moved; 1 of 2 items were finished; 50% of the items serve a key result.',
    );
  });

  test('says nothing of what is not known', () => {
    expect(summaryWords(review(null, { checkIns }), true)).toBe('1 of 2 key results moved.');
    expect(summaryWords(review(lines, { objectives: [] }), false)).toBe(
      '8 of 10 points were finished; 80% of the points serve a key result.',
    );
  });

  test('says that there is no work, and that a sprint has not started', () => {
    expect(summaryWords(review([]), true)).toContain('no work that you may see is in it.');
    const { sprint } = aReviewView();
    expect(summaryWords(review([], { sprint: { ...sprint!, state: 'future' } }), true)).toMatch(
      /^This sprint has not started, and movement is read once it has;/,
    );
  });

  test('speaks of what is planned, not of what was finished, before a sprint starts', () => {
    const planned = { ...aReviewView().sprint!, state: 'future', startDate: null } as const;
    const shown = review(lines, { sprint: planned });
    expect(summaryWords(shown, true)).toContain('10 points are planned;');
    expect(sumWords(shown).map(({ name }) => name)).toEqual([
      'Planned',
      'Finished',
      'Open',
      'Completed elsewhere',
    ]);
  });
});

describe('where the figures come from', () => {
  const at = '2026-02-14T16:00:00.000Z' as IsoInstant;
  const closed = (fields: object): SprintReviewView['ledger'] => ({
    state: 'closed',
    startedAt: at,
    closedAt: at,
    frozenAt: at,
    startWasFrozen: true,
    mayMissRemoved: false,
    lines: [],
    ...fields,
  });

  test('is the ledger that was frozen, with little unknown where it was all written down', () => {
    const { label, unknown } = sourceWords(review([], { ledger: closed({}) }));
    expect([label, unknown]).toEqual([
      expect.stringMatching(/^Frozen when the sprint closed on .*2026$/),
      [expect.stringContaining('other projects')],
    ]);
  });

  test('says what a frozen ledger cannot know whose start was not written down', () => {
    const ledger = closed({ startWasFrozen: false });
    expect(sourceWords(review([], { ledger })).unknown).toEqual([
      expect.stringContaining('rebuilt from histories'),
      expect.stringContaining('other projects'),
    ]);
  });

  test('is rebuilt of a sprint that closed before anybody wrote it down, and says what that cannot know', () => {
    const { label, unknown } = sourceWords({
      ...review([]),
      work: { ...aFrozenWork([]), source: 'rebuilt', mayMissRemoved: true },
    });
    expect(label).toBe('Rebuilt from histories');
    expect(unknown).toEqual([
      expect.stringContaining('tagged with today'),
      expect.stringContaining('last column'),
      expect.stringContaining('deleted'),
      expect.stringContaining('removed work'),
    ]);
  });

  test('is being written down of a sprint that closed just now and whose start was', () => {
    const ledger = { state: 'running', startedAt: at, atStart: [] } as const;
    const labelOn = (today: string) => sourceWords(review([], { ledger, today: aDay(today) })).label;
    expect(labelOn('2026-02-15')).toMatch(/^Closed just now and being written down/);
    expect(labelOn('2026-02-16')).toBe('Rebuilt from histories');
  });

  test('is the present of a sprint that runs, whose start was written down or not', () => {
    const running = { sprint: aRunningSprint() };
    const ledger = { state: 'running', startedAt: at, atStart: [] } as const;
    expect(sourceWords(review([], running)).label).toBe('Running: read as it is now');
    expect(sourceWords(review([], running)).unknown).toHaveLength(2);
    expect(sourceWords(review([], { ...running, ledger })).unknown).toHaveLength(1);
  });

  test('is the histories of a period that is over, and the present of one that runs', () => {
    const labelOf = (end: string) =>
      sourceWords(review([], { sprint: null, period: { start: aDay('2026-02-16'), end: aDay(end) } })).label;
    expect(labelOf('2026-02-28')).toBe('Rebuilt from the histories of issues');
    expect(labelOf('2026-03-01')).toBe('Running: read as it is now');
  });
});

describe('delivery in words', () => {
  test('says added scope as scope', () => {
    expect(deliveryWords(5, 9, 'points')).toBe('5 points at the start, scope +4 since');
    expect(deliveryWords(5, 3, 'items')).toBe('5 items at the start, scope −2 since');
    expect(deliveryWords(1, 1, 'points')).toBe('1 point at the start, scope unchanged');
  });
});

describe('a line in words', () => {
  test('says both estimates where they differ', () => {
    const points = (initialPoints: number | null, finalPoints: number | null) =>
      pointsWords(aLine({ initialPoints, finalPoints }));
    expect([points(3, 3), points(3, 5), points(null, 5), points(3, null), points(null, null)]).toEqual([
      '3 points',
      '3 → 5 points',
      'no estimate → 5 points',
      '3 → no estimate',
      null,
    ]);
  });

  test('says that the tag was another at the start, where that is known', () => {
    const tag = servingTag([one]);
    const change = (tagAtStart: TaggedLine['tagAtStart']) =>
      tagChangeWords(aLine({ tag, ...(tagAtStart === undefined ? {} : { tagAtStart }) }));
    expect([change(undefined), change(servingTag([one], true)), change(null)]).toEqual([
      null,
      null,
      'untagged at the start',
    ]);
    expect([change(exemptTag('bug')), change(servingTag([two]))]).toEqual([
      'exempt at the start',
      'tagged otherwise at the start',
    ]);
  });
});

describe('a remark in words', () => {
  test('says plainly that nobody said by when it should show', () => {
    const { what, so } = remarkWords({ kind: 'delivered-not-moving', wentBack: false, wasDue: null });
    expect([what, so]).toEqual(['Delivered, but not moving.', expect.stringMatching(/^Nobody said by when/)]);
  });

  test('names the review that called it too early', () => {
    const { so } = remarkWords({
      kind: 'moved-without-work',
      tooEarlyThen: aVerdict({ verdict: 'too-early' }),
    });
    expect(so).toMatch(/2026 called it too early: that work may show now\.$/);
  });
});

test('what is missing has no sign, be the value to rise or to fall', () => {
  expect(shortWords({ short: 0, isDue: true }, 'min')).toBe('reached');
  expect(shortWords({ short: -1.2, isDue: true }, '€')).toBe('1.2 € missing');
  expect(shortWords({ short: 3, isDue: false }, '%')).toBe('3 percentage points to go');
});
